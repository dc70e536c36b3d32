import { describe, expect, it } from 'vitest';
import { commonMetadata, type CommonMetadata, type CommonMetadataElement } from './common-metadata.js';
import { plainText } from './localized-text.js';

function metadataOf(
  values: Readonly<Record<string, string | readonly string[]>>,
  withheld: readonly string[] = [],
): CommonMetadata {
  const given = Object.entries(values).map(([key, texts]) => {
    const list = (typeof texts === 'string' ? [texts] : texts).map((text) => plainText(text));
    return [key, { values: list, source: { field: key, platform: 'GAKUNIN_RDM', recordId: 'rdm:abcde' } }] as const;
  });
  return commonMetadata(new Map(given), new Set(withheld));
}

function element(metadata: CommonMetadata, key: string): CommonMetadataElement {
  const found = metadata.elements.find((one) => one.key === key);
  if (found === undefined) throw new Error(`no element ${key}`);
  return found;
}

describe('the common metadata elements', () => {
  it('of nothing are all there, none complete', () => {
    const metadata = metadataOf({});
    expect(metadata.completeness).toBe(0);
    expect(metadata.missing).toEqual(metadata.elements.filter(({ required }) => required).map(({ key }) => key));
    expect(new Set(metadata.elements.map(({ key }) => key)).size).toBe(metadata.elements.length);
    expect(element(metadata, 'title')).toMatchObject({ required: true, values: [], source: null, valid: true });
    expect(element(metadata, 'title').name.values.map(({ lang }) => lang)).toEqual(['ja', 'en']);
  });

  it('have labels for codes, and say where a value was taken from', () => {
    const funder = element(metadataOf({ funder: 'JST' }), 'funder');
    expect(funder.codes).toEqual(['JST']);
    expect(funder.values[0]?.values).toEqual([
      { value: '国立研究開発法人科学技術振興機構', lang: 'ja' },
      { value: 'Japan Science and Technology Agency', lang: 'en' },
    ]);
    expect(funder.source).toEqual({ field: 'funder', platform: 'GAKUNIN_RDM', recordId: 'rdm:abcde' });
  });

  it.each([
    ['funder', 'JST', { scheme: 'E-RAD_FUNDER', value: '1020', url: null }],
    ['data-research-field', '389', { scheme: 'E-RAD_FIELD', value: '389', url: null }],
    [
      'data-type',
      'survey data',
      { scheme: 'COAR', value: 'NHD0-W6SY', url: 'http://purl.org/coar/resource_type/NHD0-W6SY' },
    ],
    [
      'access-rights',
      'embargoed access',
      { scheme: 'COAR', value: 'c_f1cf', url: 'http://purl.org/coar/access_right/c_f1cf' },
    ],
    ['data-policy-license', 'CCBY', { scheme: 'SPDX', value: 'CC-BY-4.0', url: 'https://spdx.org/licenses/CC-BY-4.0' }],
  ])('tell what a code is known as elsewhere: %s %s', (key, code, identifier) => {
    expect(element(metadataOf({ [key]: code }), key).identifiers).toEqual([identifier]);
  });

  it('know a code nowhere else that means more than one thing there, and no text that is no code', () => {
    expect(element(metadataOf({ 'data-policy-license': 'GPL3' }), 'data-policy-license').identifiers).toEqual([]);
    expect(element(metadataOf({ funder: '海の財団' }), 'funder').identifiers).toEqual([]);
  });

  it('take an own text for a funder, and no own code for an access right', () => {
    expect(element(metadataOf({ funder: '海の財団' }), 'funder')).toMatchObject({
      codes: [],
      valid: true,
      problem: null,
    });
    expect(element(metadataOf({ 'access-rights': 'open' }), 'access-rights')).toMatchObject({
      codes: ['open'],
      valid: false,
    });
  });

  it.each([
    ['available-date', '2026-11-31', false],
    ['available-date', '2026-11-20', true],
    ['hosting-inst-id', 'https://ror.org/04ksd4g48', false],
    ['hosting-inst-id', 'https://ror.org/04ksd4g47', true],
    ['file-size', '1-10GB', true],
    ['file-size', 'large', false],
    ['publication-link', '10.5072/a', true],
    ['publication-link', 'http://example.org', false],
    ['repo-url-doi-link', 'http://example.org', true],
  ])('%s is %s: valid %s', (key, value, valid) => {
    const checked = element(metadataOf({ [key]: value }), key);
    expect([checked.valid, checked.problem === null]).toEqual([valid, valid]);
  });

  it('require a licence, an address and no fee of open data, a day under an embargo, and less of what is shared', () => {
    const required = (right: string): string[] =>
      ['data-policy-free', 'data-policy-license', 'repo-url-doi-link', 'available-date'].filter(
        (key) => element(metadataOf({ 'access-rights': right }), key).required,
      );
    expect(required('open access')).toEqual(['data-policy-free', 'data-policy-license', 'repo-url-doi-link']);
    expect(required('restricted access')).toEqual(['data-policy-free']);
    expect(required('metadata only access')).toEqual([]);
    expect(required('embargoed access')).toEqual(['available-date']);
    const fee = element(
      metadataOf({ 'access-rights': 'open access', 'data-policy-free': 'consideration' }),
      'data-policy-free',
    );
    expect([fee.valid, fee.problem]).toEqual([false, 'is fee-based, and open access is free']);
  });

  it('require an e-mail address or a whole postal contact, not both', () => {
    const contacts = ['data-man-org', 'data-man-address', 'data-man-tel', 'data-man-email'];
    const missing = (values: Record<string, string>): string[] =>
      metadataOf(values).missing.filter((key) => contacts.includes(key));
    expect(missing({ 'data-man-email': 'a@example.org' })).toEqual([]);
    expect(missing({ 'data-man-org': 'A', 'data-man-address': 'B', 'data-man-tel': '1' })).toEqual([]);
    expect(missing({ 'data-man-org': 'A' })).toEqual(['data-man-address', 'data-man-tel', 'data-man-email']);
  });

  it('ask an organisation for no name and number of a person', () => {
    const missing = metadataOf({ 'data-man-type': 'organization' }).missing;
    expect(missing).not.toContain('data-man-name');
    expect(metadataOf({}).missing).toEqual(expect.arrayContaining(['data-man-name', 'data-man-number']));
  });

  it('of a paper are other ones; what it states besides is there and not required', () => {
    const paper = metadataOf({ 'file-type': 'manuscript', 'data-description': 'x' });
    expect(paper.missing).toEqual([
      'funder',
      'japan-grant-number',
      'project-name',
      'project-research-field',
      'title',
      'manuscript-type',
    ]);
    expect(element(paper, 'data-description').required).toBe(false);
    expect(paper.elements.some(({ key }) => key === 'access-rights')).toBe(false);
    expect(metadataOf({}).elements.some(({ key }) => key === 'journal-name')).toBe(false);
  });

  it('that are withheld are neither shown nor missing', () => {
    const metadata = metadataOf({}, ['data-man-email']);
    expect(element(metadata, 'data-man-email')).toMatchObject({ values: [], required: false, valid: true });
    expect(metadata.missing.filter((key) => key.startsWith('data-man-'))).toEqual(['data-man-name', 'data-man-number']);
  });

  it('are complete when everything that is required is there', () => {
    const all = Object.fromEntries(
      metadataOf({ 'access-rights': 'restricted access' }).missing.map((key) => [key, 'x']),
    );
    expect(metadataOf({ ...all, 'access-rights': 'restricted access' })).toMatchObject({
      completeness: 1,
      missing: [],
    });
  });
});
