import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDataciteJson } from '../subgraphs/common/doi/datacite-json.js';
import { readDataciteXml } from '../subgraphs/common/doi/datacite-xml.js';
import { NO_FIELDS } from '../subgraphs/common/no-fields.js';
import type { WorkFields } from '../subgraphs/common/record.js';
import { parseXml } from '../subgraphs/common/xml.js';
import { readJpcoar } from '../subgraphs/jairo/jpcoar/work.js';
import { writeDataciteJson } from './datacite.js';
import { writeDataciteXml } from './datacite-xml.js';
import { writeJpcoar } from './jpcoar.js';
import { writeOaiDc } from './oai-dc.js';
import type { FormatWork } from './work.js';

const SHARED = resolve('../shared/upstreams');
const JPCOAR_SAMPLES = join(SHARED, 'jairo-cloud/samples/jpcoar');
const DATACITE_SAMPLES = join(SHARED, 'eosc/samples/datacite-4.6');
const XSD = join(SHARED, 'jairo-cloud/xsd');
const XMLLINT = spawnSync('xmllint', ['--version']).error === undefined;
const AT = new Date('2026-12-01T00:00:00Z');

function jpcoarFiles(): string[] {
  if (!existsSync(JPCOAR_SAMPLES)) return [];
  return readdirSync(JPCOAR_SAMPLES, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.xml'));
}

/** The work of a sample; null where the sample is none (its reader says so elsewhere). */
function jpcoarWork(file: string): FormatWork | null {
  const root = parseXml(readFileSync(join(JPCOAR_SAMPLES, file), 'utf8'));
  return root.name === 'jpcoar' ? { id: '', ...readJpcoar(root, AT).fields } : null;
}

function dataciteWorks(): FormatWork[] {
  if (!existsSync(DATACITE_SAMPLES)) return [];
  return readdirSync(DATACITE_SAMPLES).map((name) => ({
    id: '',
    ...readDataciteXml(readFileSync(join(DATACITE_SAMPLES, name))),
  }));
}

const samples = jpcoarFiles().flatMap((file) => {
  const work = jpcoarWork(file);
  return work === null ? [] : [[file, work] as const];
});

/** What of a work differs after it was written and read again. */
function changed(before: WorkFields, after: WorkFields): string[] {
  return Object.keys(NO_FIELDS).filter(
    (field) => JSON.stringify(before[field as keyof WorkFields]) !== JSON.stringify(after[field as keyof WorkFields]),
  );
}

const work: FormatWork = {
  ...NO_FIELDS,
  id: 'doi:10.1234/a',
  doi: '10.1234/a',
  type: 'DATASET',
  title: {
    values: [
      { value: 'a < b & "c"\u0000\u0008', lang: 'en' },
      { value: '甲', lang: 'ja' },
    ],
  },
};

describe('formats in XML', () => {
  it.each([writeDataciteXml, writeJpcoar, writeOaiDc])(
    'escape markup and drop what XML has no place for (%o)',
    (write) => {
      const text = write(work);
      expect(text).toContain('a &lt; b &amp; &quot;c&quot;</');
      expect(() => parseXml(text)).not.toThrow();
    },
  );

  it('say nothing that no source says', () => {
    const text = writeDataciteXml(work);
    expect(text).not.toMatch(/publisher|publicationYear|creator|rights|date/);
    expect(readDataciteXml(Buffer.from(text)).title).toEqual({
      values: [
        { value: 'a < b & "c"', lang: 'en' },
        { value: '甲', lang: 'ja' },
      ],
    });
  });
});

describe.skipIf(samples.length === 0)('JPCOAR and back (skipped where the samples are missing)', () => {
  it.each(samples)('%s loses nothing but what JPCOAR 2.0 has no place for', (_, before) => {
    const after = readJpcoar(parseXml(writeJpcoar(before)), AT).fields;
    // Its schema wants the name of a funder.
    const nameless = before.funding.some(({ funder }) => funder === null);
    // One sample says DOIS for DOI: the schema has no such type, and the address tells what it is.
    const mistyped = before.identifiers.some(({ scheme }) => scheme === 'DOIS');
    expect(changed(before, after)).toEqual([...(mistyped ? ['identifiers'] : []), ...(nameless ? ['funding'] : [])]);
  });
});

describe.skipIf(!existsSync(DATACITE_SAMPLES))('DataCite and back (skipped where the samples are missing)', () => {
  it.each(dataciteWorks().map((item) => [item.doi ?? '', item] as const))('%s by XML', (_, before) => {
    const after = readDataciteXml(Buffer.from(writeDataciteXml(before)));
    expect(changed(before, after)).toEqual([]);
  });

  it.each(dataciteWorks().map((item) => [item.doi ?? '', item] as const))('%s by JSON', (_, before) => {
    const [after = NO_FIELDS] = readDataciteJson(Buffer.from(writeDataciteJson(before))).works;
    expect(changed(before, after)).toEqual([]);
  });
});

describe.skipIf(!existsSync(XSD) || !XMLLINT)('against XML Schema (skipped where it or xmllint is missing)', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'formats-'));
    const xml = pathToFileURL(join(XSD, 'oai_dc/xml.xsd')).href;
    const uris = [
      'http://www.w3.org/2001/03/xml.xsd',
      'http://www.w3.org/2009/01/xml.xsd',
      'http://www.w3.org/2001/xml.xsd',
    ];
    const rows = uris
      .map((uri) => `<system systemId="${uri}" uri="${xml}"/><uri name="${uri}" uri="${xml}"/>`)
      .join('');
    writeFileSync(
      join(folder, 'catalog.xml'),
      `<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">${rows}</catalog>`,
    );
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** What xmllint says against documents. */
  function faults(schema: string, documents: readonly string[]): string[] {
    const files = documents.map((text, index) => {
      const file = join(folder, `${String(index)}.xml`);
      writeFileSync(file, text);
      return file;
    });
    const { stderr } = spawnSync('xmllint', ['--noout', '--nonet', '--schema', join(XSD, schema), ...files], {
      encoding: 'utf8',
      env: { ...process.env, XML_CATALOG_FILES: join(folder, 'catalog.xml') },
      maxBuffer: 64 * 1024 * 1024,
    });
    return stderr
      .split('\n')
      .filter((line) => line !== '' && !line.endsWith(' validates') && !line.includes('Schemas parser warning'));
  }

  const works = [...samples.map(([, item]) => item), ...dataciteWorks()];

  it('JPCOAR 2.0 is valid wherever the source has a title and an identifier', () => {
    const whole = works.filter(
      ({ title, identifiers, url }) =>
        title.values.length > 0 && (identifiers.some((item) => item.url !== null) || url !== null),
    );
    expect(whole.length).toBeGreaterThan(0);
    expect(faults('jpcoar-2.0/jpcoar_scm.xsd', whole.map(writeJpcoar))).toEqual([]);
  });

  it('oai_dc is always valid', () => {
    expect(faults('oai_dc/oai_dc.xsd', works.map(writeOaiDc))).toEqual([]);
  });
});
