import { describe, expect, it } from 'vitest';
import { ARTICLE, sampleWorks, sharedPresent, whySkipped } from '../formats/testing/works.js';
import type { FormatWork } from '../formats/work.js';
import { plainText } from '../subgraphs/common/localized-text.js';
import { NO_FIELDS } from '../subgraphs/common/no-fields.js';
import { WORK_PROFILES, type ConformanceCheck, type ProfileName } from './check.js';
import { conformanceOf, PROFILES } from './profiles.js';

const DATASET: FormatWork = {
  ...ARTICLE,
  type: 'DATASET',
  accessRight: 'OPEN',
  description: plainText('Hourly water temperature at forty stations of the Japan Sea, 1990 to 2020.', 'en'),
  licenses: [{ name: 'CC BY 4.0', spdx: 'CC-BY-4.0', url: 'https://creativecommons.org/licenses/by/4.0/' }],
  provenance: [{ field: 'title', platform: 'CINII_RESEARCH', recordId: 'cinii:1' }],
};

function checkOf(work: FormatWork, profile: ProfileName, id: string): ConformanceCheck | undefined {
  return conformanceOf(work, [profile]).find((check) => check.id === id);
}

/** The mandatory fields of a work that has all, and the check that says so when one is missing. */
const MISSING: readonly [profile: ProfileName, id: string, without: Partial<FormatWork>][] = [
  ['DATACITE_4_6', '1 Identifier', { doi: null }],
  ['DATACITE_4_6', '2 Creator', { creators: [] }],
  ['DATACITE_4_6', '3 Title', { title: NO_FIELDS.title }],
  ['DATACITE_4_6', '4 Publisher', { publisher: null }],
  ['DATACITE_4_6', '5 PublicationYear', { issued: null }],
  ['OPENAIRE_DATA_3', 'openaire-data:accessRights', { accessRight: 'UNKNOWN' }],
  ['DCAT_AP_3', 'dcat-ap:Dataset/dct:title', { title: NO_FIELDS.title }],
  ['DCAT_AP_3', 'dcat-ap:Dataset/dct:description', { description: null }],
  ['SCHEMA_ORG_DATASET', 'schema:Dataset/name', { title: NO_FIELDS.title }],
  ['SCHEMA_ORG_DATASET', 'schema:Dataset/description', { description: null }],
  ['JPCOAR_2', 'dc:title', { title: NO_FIELDS.title }],
  ['JPCOAR_2', 'jpcoar:identifier', { url: null, identifiers: [], doi: null }],
  ['COMMON_METADATA', 'data-description', { description: null }],
  ['COMMON_METADATA', 'access-rights', { accessRight: 'UNKNOWN' }],
  ['FUJI_STATIC', 'FsF-R1.1-01M', { licenses: [] }],
  ['FUJI_STATIC', 'FsF-F1-02MD', { doi: null, url: null, identifiers: [] }],
];

describe('conformance of a work', () => {
  it.each(MISSING)('%s: what no source tells fails %s, and is the source’s gap', (profile, id, without) => {
    expect(checkOf(DATASET, profile, id)?.status).toBe('PASS');
    expect(checkOf({ ...DATASET, ...without }, profile, id)).toMatchObject({
      status: 'FAIL',
      cause: 'UPSTREAM_MISSING',
      source: null,
    });
  });

  it('tells from which record a value was taken, and shows it', () => {
    expect(checkOf(DATASET, 'JPCOAR_2', 'dc:title')).toMatchObject({
      status: 'PASS',
      cause: null,
      evidence: expect.stringContaining('日本海の水温') as string,
      source: { platform: 'CINII_RESEARCH', recordId: 'cinii:1' },
    });
  });

  it('tells a value that our export has no place for as our gap', () => {
    expect(checkOf(DATASET, 'OPENAIRE_DATA_3', 'openaire-data:resourceType/@uri')).toMatchObject({
      status: 'FAIL',
      cause: 'MAPPING',
    });
  });

  it('asks for what is mandatory if applicable only where a source tells it', () => {
    expect(checkOf(DATASET, 'JPCOAR_2', 'jpcoar:file')?.status).toBe('NOT_APPLICABLE');
    expect(checkOf(DATASET, 'JPCOAR_2', 'dcterms:accessRights')?.status).toBe('PASS');
  });

  it('only warns of what is recommended', () => {
    expect(checkOf(DATASET, 'DCAT_AP_3', 'dcat-ap:Dataset/dct:spatial')).toMatchObject({
      status: 'WARN',
      cause: 'UPSTREAM_MISSING',
    });
  });

  it('does not check what takes the network', () => {
    expect(checkOf(DATASET, 'FUJI_STATIC', 'FsF-A1-02MD')).toMatchObject({ status: 'NOT_CHECKED', cause: null });
  });

  it('asks of an article nothing that only datasets have', () => {
    const checks = conformanceOf(ARTICLE, ['DCAT_AP_3', 'SCHEMA_ORG_DATASET']);
    expect(checks.filter(({ id }) => id.includes(':Dataset/')).map(({ status }) => status)).not.toContain('FAIL');
    expect(checks.find(({ id }) => id === 'dcat-ap:Dataset/dct:title')?.status).toBe('NOT_APPLICABLE');
  });

  it('names no check twice in a profile', () => {
    for (const profile of WORK_PROFILES) {
      const ids = conformanceOf(DATASET, [profile]).map(({ id }) => id);
      expect(new Set(ids).size, profile).toBe(ids.length);
      expect(ids.length, profile).toBeGreaterThan(10);
    }
  });

  it('has every profile of the API, each with a document of its own', () => {
    expect(PROFILES.filter(({ documentOf }) => documentOf !== undefined).map(({ name }) => name)).toEqual(
      WORK_PROFILES,
    );
  });
});

/** What our exports have no place for, though a source tells it. */
const KNOWN_GAPS = new Set([
  // DataCite 4.6 has no attribute for it.
  'OPENAIRE_DATA_3 openaire-data:resourceType/@uri',
  // schema.org's ResearchProject is no creative work, and knows no access, creator or date.
  'FUJI_STATIC FsF-F2-01M',
  'FUJI_STATIC FsF-A1-01M',
  'FUJI_STATIC FsF-R1.2-01M',
  // schema.org has no word for who cites a work.
  'FUJI_STATIC FsF-I3-01M',
]);

describe.skipIf(!sharedPresent)(`works of every sample${whySkipped}`, () => {
  it('lose nothing in our exports that a profile asks for, but for what is known', () => {
    const lost = sampleWorks().flatMap((work) =>
      conformanceOf(work, WORK_PROFILES)
        .filter(({ cause, profile, id }) => cause === 'MAPPING' && !KNOWN_GAPS.has(`${profile} ${id}`))
        .map(({ profile, id, evidence }) => `${work.id} ${profile} ${id}: ${evidence ?? ''}`),
    );
    expect(lost).toEqual([]);
  }, 120_000);
});
