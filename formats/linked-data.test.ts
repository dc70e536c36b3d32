import { describe, expect, it } from 'vitest';
import { NO_FIELDS } from '../subgraphs/common/no-fields.js';
import { plainText } from '../subgraphs/common/localized-text.js';
import { writeDcatAp } from './dcat-ap.js';
import { schemaOrg, writeSchemaOrg } from './schema-org.js';
import { dcatApShapes, expanded, violations } from './testing/readers.js';
import { ARTICLE, sampleWorks, sharedPresent, whySkipped } from './testing/works.js';
import type { FormatWork } from './work.js';

const DATASET: FormatWork = {
  ...ARTICLE,
  type: 'DATASET',
  accessRight: 'OPEN',
  period: '2010/2015-06',
  places: [{ name: plainText('相模湾', 'ja'), box: { west: 139, south: 34.9, east: 139.7, north: 35.3 }, point: null }],
  licenses: [{ name: 'CC BY 4.0', spdx: 'CC-BY-4.0', url: 'https://creativecommons.org/licenses/by/4.0/' }],
  files: [
    { name: 'a.csv', url: null, kind: null, mediaType: 'text/csv', bytes: 12, size: null, accessRight: 'OPEN', availableFrom: null },
  ],
}; // prettier-ignore

describe('schema.org', () => {
  it("tells the title in the work's own language, and the other beside it with its language", () => {
    expect(schemaOrg({ ...ARTICLE, title: { values: [{ value: '海', lang: 'ja' }, { value: 'Sea', lang: 'en' }] } })).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'ScholarlyArticle',
      name: '海',
      alternateName: [{ '@value': 'Sea', '@language': 'en' }],
    }); // prettier-ignore
  });

  it('leads from the article through issue and volume to the journal', () => {
    expect(schemaOrg(ARTICLE)['isPartOf']).toEqual([
      {
        '@type': 'PublicationIssue',
        issueNumber: '3',
        isPartOf: {
          '@type': 'PublicationVolume',
          volumeNumber: '12',
          isPartOf: { '@type': 'Periodical', name: '海洋学会誌', issn: ['1234-5679'] },
        },
      },
    ]);
  });

  it('does not say what a creator is of whom no source says it', () => {
    const [person, body] = schemaOrg(ARTICLE)['creator'] as Record<string, unknown>[];
    expect(person).toMatchObject({ '@id': 'https://orcid.org/0000-0002-1825-0097', '@type': 'Person' });
    expect(body).toEqual({ name: 'Ministry of the Environment, Japan' });
  });

  it('describes place, time, access and files of a dataset', () => {
    expect(schemaOrg(DATASET)).toMatchObject({
      '@type': 'Dataset',
      temporalCoverage: '2010/2015-06',
      isAccessibleForFree: true,
      license: ['https://creativecommons.org/licenses/by/4.0/'],
      spatialCoverage: [{ geo: [{ box: '34.9 139 35.3 139.7' }] }],
      distribution: [{ '@type': 'DataDownload', name: 'a.csv', contentSize: '12 B' }],
    });
  });

  it('makes nothing of what no source tells', () => {
    expect(schemaOrg({ ...NO_FIELDS, id: 'cinii:1' })).toEqual({
      '@context': 'https://schema.org',
      '@type': 'CreativeWork',
    });
  });

  it('is expanded without loss', async () => {
    const [node] = await expanded(writeSchemaOrg(DATASET));
    expect(node?.['@type']).toEqual(['http://schema.org/Dataset']);
    expect(node?.['http://schema.org/url']).toEqual([{ '@id': 'https://doi.org/10.1234/a_b(1)' }]);
  });
});

describe('DCAT-AP', () => {
  it('has its file at the page of the work, where the file has no address of its own', () => {
    expect(JSON.parse(writeDcatAp(DATASET))).toMatchObject({
      '@type': 'dcat:Dataset',
      'dcat:distribution': [
        { 'dcat:accessURL': { '@id': 'https://doi.org/10.1234/a_b(1)' }, 'dct:license': { '@type': 'dct:LicenseDocument' } },
      ],
      'dct:issued': { '@type': 'xsd:gYearMonth', '@value': '2021-03' },
    }); // prettier-ignore
  });

  it('is a resource of its kind, not a dataset, for an article', () => {
    expect(JSON.parse(writeDcatAp(ARTICLE))).toMatchObject({
      '@type': 'dcat:Resource',
      'dct:type': { '@id': 'schema:ScholarlyArticle' },
    });
  });
});

describe.skipIf(!sharedPresent)(`works of every sample${whySkipped}`, () => {
  const works = sampleWorks();

  it('are expanded from schema.org without loss', async () => {
    expect(works.length).toBeGreaterThan(100);
    for (const work of works) expect(await expanded(writeSchemaOrg(work)), work.id).toHaveLength(1);
  }, 120_000);

  it('pass the shapes of DCAT-AP 3, but for what no source has', async () => {
    const validator = dcatApShapes();
    const found: string[] = [];
    for (const work of works) {
      const missing = work.type !== 'DATASET' ? [] : [
        ...((work.description?.values.length ?? 0) === 0 ? ['description: MinCountConstraintComponent'] : []),
        ...(work.title.values.length === 0 ? ['title: MinCountConstraintComponent'] : []),
      ]; // prettier-ignore
      const violated = await violations(writeDcatAp(work), validator);
      if (violated.toSorted().join() !== missing.toSorted().join())
        found.push(`${work.id}: ${violated.join()} for ${missing.join()}`);
    }
    expect(found).toEqual([]);
  }, 240_000);

  it('fail the shapes where a mandatory element is taken away', async () => {
    const validator = dcatApShapes();
    expect(await violations(writeDcatAp(DATASET), validator)).toEqual([]);
    expect(await violations(writeDcatAp({ ...DATASET, description: null }), validator)).toEqual([
      'description: MinCountConstraintComponent',
    ]);
  });
});
