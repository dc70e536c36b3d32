import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UnreadableDocument } from '../common/errors.js';
import { textIn } from '../common/localized-text.js';
import { rdmDocuments } from './documents.js';

/** Real answers, and documents of the platform's own makers, kept outside of the repository. */
const SAMPLES = '../shared/upstreams/gakunin-rdm/samples';
const missing = !existsSync(SAMPLES);

/** What each readable document gives: the format and the number of records. */
const READABLE: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'dg-metadata-manager/grdm_api_file_metadata_3.json': { 'rdm-metadata': 0 },
  'dg-metadata-manager/grdm_api_node_1.json': { 'rdm-node': 1 },
  'dg-metadata-manager/grdm_api_registrations_1.json': { 'rdm-metadata': 0 },
  'dg-metadata-manager/grdm_api_registrations_3.json': { 'rdm-node': 0, 'rdm-metadata': 0 },
  'grdm-api-typescript/draft-registration-response.json': { 'rdm-metadata': 1 },
  'grdm-api-typescript/file-metadata-response.json': { 'rdm-metadata': 1 },
  'grdm-api-typescript/project-metadata-response.json': { 'rdm-node': 1, 'rdm-metadata': 1 },
  'observed/v2-nodes.anonymous.2024-10-26.json': { 'rdm-node': 0, 'rdm-metadata': 0 },
  'osf-docs-2020/nodes.children_list.json': { 'rdm-node': 1 },
  'osf-docs-2020/nodes.detail.json': { 'rdm-node': 1 },
  'osf-docs-2020/nodes.list.json': { 'rdm-node': 1 },
  'osf-docs-2020/nodes.registrations_list.json': { 'rdm-node': 1, 'rdm-metadata': 0 },
  'osf-docs-2020/registrations.list.json': { 'rdm-node': 1, 'rdm-metadata': 0 },
  'osf-docs-2020/users.nodes_list.json': { 'rdm-node': 1 },
  'osf-docs-2026/draft_registrations.draft_registrations_list.json': { 'rdm-metadata': 0 },
  'rdm-osf.io/example-manuscript-metadata.json': { 'rdm-metadata': 3 },
};

function read(format: string, file: string) {
  const reader = rdmDocuments.find(({ name }) => name === format);
  if (reader === undefined) throw new Error(`no format ${format}`);
  return reader.read(readFileSync(join(SAMPLES, file)));
}

const files = missing
  ? []
  : readdirSync(SAMPLES, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'));
const cases = files.flatMap((file) => rdmDocuments.map(({ name }) => [file, name] as const));

describe.skipIf(missing)(`the real samples (skipped where ${SAMPLES} is not there)`, () => {
  it.each(cases)('%s as %s is read, or refused with one clear line', (file, format) => {
    const expected = READABLE[file]?.[format];
    if (expected !== undefined) {
      expect(read(format, file).records).toHaveLength(expected);
      return;
    }
    let failure: unknown = null;
    try {
      read(format, file);
    } catch (error) {
      failure = error;
    }
    expect(failure).toBeInstanceOf(UnreadableDocument);
    expect(String(failure)).not.toContain('\n');
  });

  it('the project has its texts, tags and dates, and is open', () => {
    const [record] = read('rdm-node', 'dg-metadata-manager/grdm_api_node_1.json').records;
    expect(record).toMatchObject({
      id: 'rdm:e81xl',
      type: 'PROJECT',
      accessRight: 'OPEN',
      updated: '2017-01-18T20:46:11Z',
      issued: null,
      url: 'https://osf.io/e81xl/',
    });
    expect(record?.subjects).toHaveLength(4);
  });

  it('the file of the draft has its guid, its creator and the project’s grant', () => {
    const [record] = read('rdm-metadata', 'grdm-api-typescript/draft-registration-response.json').records;
    expect([record?.id, record?.creators[0]?.eRadId, record?.funding[0]?.awardNumber]).toEqual([
      'rdm:wvrae',
      '10880916',
      'JP25K12345',
    ]);
    expect(record && textIn(record.title, 'en')).toBe('README file for this project');
  });

  it('the registered file has its terms, and its common metadata elements say what is missing and wrong', () => {
    const { records, commonMetadata } = read('rdm-metadata', 'grdm-api-typescript/file-metadata-response.json');
    expect(records[0]).toMatchObject({ accessRight: 'EMBARGOED', embargoUntil: '2026-03-26', type: 'DATASET' });
    expect(commonMetadata?.[0]?.missing).toEqual([
      'funder',
      'japan-grant-number',
      'project-name',
      'project-research-field',
      'repo-information',
    ]);
    expect(commonMetadata?.[0]?.elements.filter(({ valid }) => valid === false).map(({ key }) => key)).toEqual([
      'data-research-field',
    ]);
  });

  it('the paper is an article of its journal and a version of what its publisher has', () => {
    const [paper, data] = read('rdm-metadata', 'rdm-osf.io/example-manuscript-metadata.json').records;
    expect(paper).toMatchObject({ type: 'ARTICLE', doi: null, issued: '2025-06-15', container: { volume: '15' } });
    expect(paper?.creators).toHaveLength(2);
    expect(paper?.related.map(({ relation }) => relation)).toEqual(['IsSupplementedBy', 'IsVersionOf', 'IsPartOf']);
    expect(data).toMatchObject({ type: 'DATASET', url: 'http://example.com/supporting-data' });
  });
});
