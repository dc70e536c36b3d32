import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UnreadableDocument } from '../errors.js';
import { bestText } from '../localized-text.js';
import type { FullRecord } from '../record.js';
import { doiDocuments } from './documents.js';

/** Real answers of the agencies, kept outside of the repository. */
const SAMPLES = '../shared/upstreams/dias/samples';
const missing = !existsSync(SAMPLES);

function read(format: string, file: string): readonly FullRecord[] {
  const reader = doiDocuments.find(({ name }) => name === format);
  if (reader === undefined) throw new Error('no reader');
  return reader.read(readFileSync(join(SAMPLES, format, file))).records;
}

const REFUSED: readonly (readonly [string, string, RegExp])[] = [
  ['jalc', 'doiList_10.11473.json', /list of DOIs/],
  ['jalc', 'prefixes.json', /list of prefixes/],
  ['datacite', 'datacite_malformed.xml', /not readable as XML: .*line 4\d/],
];
const files = missing
  ? []
  : ['jalc', 'datacite'].flatMap((format) => readdirSync(join(SAMPLES, format)).map((file) => [format, file] as const));
const readable = files.filter(([, file]) => !REFUSED.some(([, refused]) => refused === file));

describe.skipIf(missing)(`the real samples (skipped where ${SAMPLES} is not there)`, () => {
  it.each(readable)('%s/%s gives one work with a DOI, a title and a date or none', (format, file) => {
    const [record, ...others] = read(format, file);
    expect(others).toEqual([]);
    expect(record?.doi).toMatch(/^10\.[a-z0-9./_-]+$/);
    expect(bestText(record?.title ?? { values: [] })).not.toBe('');
    expect(record?.issued ?? '2000').toMatch(/^(?!0000)\d{4}(-\d\d){0,2}$/);
  });

  it.each(REFUSED)('%s/%s is refused with one clear line', (format, file, message) => {
    const attempt = (): unknown => read(format, file);
    expect(attempt).toThrow(UnreadableDocument);
    expect(attempt).toThrow(message);
    expect(attempt).not.toThrow(/\n/);
  });

  it('hold the known values of a JaLC dataset without a date and a publisher', () => {
    expect(read('jalc', 'RD_10.20730_100121418.json')).toMatchObject([
      {
        type: 'DATASET',
        issued: null,
        publisher: null,
        url: null,
        creators: [{ name: { values: [{ value: '源／俊頼' }] } }],
      },
    ]);
  });

  it('hold the known values of DataCite’s full example', () => {
    expect(read('datacite', 'datacite-example-full-v4.4.xml')).toMatchObject([
      {
        doi: '10.5072/example-full',
        type: 'SOFTWARE',
        issued: '2014',
        creators: [{ orcid: '0000-0001-5000-0007' }],
        licenses: [{ spdx: 'CC0-1.0' }],
        places: [
          { point: { lat: 31.233, lon: -67.302 }, box: { west: -71.032, south: 41.09, east: -68.211, north: 42.893 } },
        ],
        funding: [{ awardNumber: 'CBET-106' }],
        container: { volume: '776', firstPage: '249', lastPage: '264' },
      },
    ]);
  });
});
