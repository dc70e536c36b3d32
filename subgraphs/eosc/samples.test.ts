import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UnreadableDocument } from '../common/errors.js';
import { bestText } from '../common/localized-text.js';
import { eoscDocuments } from './documents.js';
import { readService } from './services.js';

/** Real answers, kept outside of the repository. */
const SAMPLES = '../shared/upstreams/eosc/samples';
const missing = !existsSync(SAMPLES);
const PRODUCTS = 'openaire-graph/v2-researchProducts-search-climate.json';

function read(file: string) {
  const [reader] = eoscDocuments;
  if (reader === undefined) throw new Error('no reader');
  return reader.read(readFileSync(join(SAMPLES, file)));
}

const files = missing
  ? []
  : readdirSync(SAMPLES, { recursive: true, encoding: 'utf8' }).filter((file) =>
      statSync(join(SAMPLES, file)).isFile(),
    );

describe.skipIf(missing)(`the real samples (skipped where ${SAMPLES} is not there)`, () => {
  it.each(files.filter((file) => file !== PRODUCTS))('%s is refused with one clear line', (file) => {
    let failure: unknown = null;
    try {
      read(file);
    } catch (error) {
      failure = error;
    }
    expect(failure).toBeInstanceOf(UnreadableDocument);
    expect(String(failure)).not.toContain('\n');
  });

  it.each([
    ['v1-organizations-search-CERN.json', 'an organisation'],
    ['v1-projects-search-horizon.json', 'a project'],
    ['v3-datasources-record-openaire.json', 'a data source'],
  ])('%s is known for what it is', (file, what) => {
    expect(() => read(`openaire-graph/${file}`)).toThrow(`it is ${what} of OpenAIRE, not a research product`);
  });

  it('the products are read whole', () => {
    const { records, many, refused } = read(PRODUCTS);
    expect([records.length, many, refused]).toEqual([2, true, []]);
    const [article, brochure] = records;
    expect(article).toMatchObject({
      id: 'eosc:doi_________::883ad5ab828c831032e60a5747c3cca7',
      doi: '10.3390/su16062269',
      type: 'ARTICLE',
      issued: '2024-03-08',
      languages: ['en'],
      accessRight: 'OPEN',
      licenses: [{ name: 'CC BY', spdx: null }],
      container: { issn: ['2071-1050'], volume: '16', issue: null, firstPage: '2269', lastPage: null },
      funding: [],
    });
    expect(article?.creators.map(({ orcid }) => orcid)).toEqual(['0000-0003-4158-4594', '0000-0002-9766-1117']);
    expect(article?.description && bestText(article.description)).toMatch(/^Recent studies provide/);
    expect(article?.subjects.map(({ scheme }) => scheme)).toEqual(['SDG', 'FOS', 'SDG', 'FOS']);
    expect(brochure).toMatchObject({
      doi: '10.18751/climate/scenarios/ch2025/brochure/1.0/en',
      type: 'OTHER',
      accessRight: 'UNKNOWN',
      subjects: [],
      container: null,
    });
    expect(brochure?.creators.map(({ name }) => bestText(name))).toEqual(['MeteoSwiss & ETH Zurich']);
  });

  it.each([
    ['v6.1.0-service.json', '10.1234/service', '10.1234/organisation', 'trl-9'],
    ['v6.1.0-datasource.json', '10.1234/datasource', '10.1234/organisation', 'trl-1'],
    ['v5.3.0-service.json', 'service_001', 'Sample Organisation', 'TRL 7'],
  ])('the service %s is read', (file, id, provider, trl) => {
    const service = readService(readFileSync(join(SAMPLES, 'resource-catalogue/profile-examples', file)));
    expect(service).toMatchObject({ id, provider, trl });
    expect(service.url).toMatch(/^https:\/\/example\.com/);
  });
});
