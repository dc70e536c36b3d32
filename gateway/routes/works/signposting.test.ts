import { describe, expect, it } from 'vitest';
import { FORMATS } from '../../../formats/registry.js';
import { linkset, metadataLinks, pageLinks, type Place, type SignpostedWork } from './signposting.js';
import { METADATA, PAGE } from './representations.js';

const PLACE: Place = {
  page: 'https://k.example/works/doi:10.1234/a',
  of: (one) => (one === PAGE ? PLACE.page : `${PLACE.page}?format=${one.name}`),
};
const WORK: SignpostedWork = {
  type: 'DATASET',
  doi: '10.1234/a',
  url: 'https://doi.org/10.1234/a',
  identifiers: [{ scheme: 'HANDLE', url: 'https://hdl.handle.net/2241/1' }],
  creators: [
    { orcid: '0000-0002-1825-0097', identifiers: [{ scheme: 'ORCID', url: 'https://orcid.org/0000-0002-1825-0097' }] },
    { orcid: null, identifiers: [{ scheme: 'NRID', url: 'https://nrid.nii.ac.jp/nrid/1/' }] },
    { orcid: null, identifiers: [] },
  ],
  licenses: [{ spdx: 'CC-BY-4.0', url: null }, { spdx: null, url: 'https://example.org/terms' }],
  files: [
    { url: 'https://files.example/a b.csv', mediaType: 'text/csv' },
    { url: 'https://files.example/a b.csv', mediaType: 'text/csv' },
    { url: 'javascript:alert(1)', mediaType: 'text/csv' },
    { url: null, mediaType: null },
  ],
}; // prettier-ignore

const hrefs = (work: SignpostedWork, rel: string): string[] =>
  pageLinks(work, PLACE)
    .filter((link) => link.rel === rel)
    .map(({ href }) => href);

describe('the links of a landing page', () => {
  it('name the identifier by which the work is cited: DOI, else handle, else its page', () => {
    expect(hrefs(WORK, 'cite-as')).toEqual(['https://doi.org/10.1234/a']);
    expect(hrefs({ ...WORK, doi: null }, 'cite-as')).toEqual(['https://hdl.handle.net/2241/1']);
    expect(hrefs({ ...WORK, doi: null, identifiers: [], url: 'https://r.example/1' }, 'cite-as')).toEqual([
      'https://r.example/1',
    ]);
    expect(hrefs({ ...WORK, doi: null, identifiers: [], url: null }, 'cite-as')).toEqual([]);
  });

  it('say that it is a page about a thing of this kind', () => {
    expect(hrefs(WORK, 'type')).toEqual(['https://schema.org/AboutPage', 'https://schema.org/Dataset']);
  });

  it('name authors by what identifies them, one licence, and each file once that has an address', () => {
    expect(hrefs(WORK, 'author')).toEqual(['https://orcid.org/0000-0002-1825-0097', 'https://nrid.nii.ac.jp/nrid/1/']);
    expect(hrefs(WORK, 'license')).toEqual(['https://spdx.org/licenses/CC-BY-4.0']);
    expect(hrefs(WORK, 'item')).toEqual(['https://files.example/a%20b.csv']);
  });

  it('lead to every format with its media type and what it follows, and to both linksets', () => {
    const described = pageLinks(WORK, PLACE).filter(({ rel }) => rel === 'describedby');
    expect(described.map(({ href }) => href)).toEqual(FORMATS.map(({ name }) => `${PLACE.page}?format=${name}`));
    expect(described).toContainEqual({
      href: `${PLACE.page}?format=jpcoar`,
      rel: 'describedby',
      type: 'application/xml',
      profile: 'https://github.com/JPCOAR/schema/blob/master/2.0/',
    });
    expect(pageLinks(WORK, PLACE).filter(({ rel }) => rel === 'linkset').map(({ type }) => type)).toEqual([
      'application/linkset+json',
      'application/linkset',
    ]); // prettier-ignore
  });
});

describe('the linkset', () => {
  it('leads from each file and each description back to the page', () => {
    const contexts = linkset(WORK, PLACE);
    expect(contexts[0]?.anchor).toBe(PLACE.page);
    const back = { href: PLACE.page, type: 'text/html' };
    expect(contexts.slice(1)).toEqual([
      { anchor: 'https://files.example/a%20b.csv', links: [{ ...back, rel: 'collection' }] },
      ...METADATA.map((one) => ({ anchor: PLACE.of(one), links: [{ ...back, rel: 'describes' }] })),
    ]);
  });
});

describe('the links of a description', () => {
  it('lead to the page and tell what the document follows', () => {
    const jpcoar = METADATA.find(({ name }) => name === 'jpcoar');
    expect(metadataLinks(jpcoar ?? PAGE, PLACE).map(({ rel, href }) => [rel, href])).toEqual([
      ['describes', PLACE.page],
      ['profile', 'https://github.com/JPCOAR/schema/blob/master/2.0/'],
      ['linkset', `${PLACE.page}?format=linkset-json`],
    ]);
  });
});
