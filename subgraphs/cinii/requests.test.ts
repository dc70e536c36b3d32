import { describe, expect, it } from 'vitest';
import { BadUserInput } from '../common/errors.js';
import { detailRequest, hasCriterion, iso6391, searchRequest, type CiniiFilter, type CiniiSearch } from './requests.js';
import { otherForm } from './other-form.js';

const server = { url: 'https://cinii.example/', appid: null };

function search(part: Partial<CiniiSearch> = {}): CiniiSearch {
  return { segment: 'ALL', query: '海洋', filter: {}, sort: 'RELEVANCE', lang: 'ja', start: 1, count: 20, ...part };
}

function asked(part: Partial<CiniiSearch> = {}): { path: string; parameters: Record<string, string> } {
  const url = new URL(searchRequest(search(part), server).url);
  return { path: url.pathname, parameters: Object.fromEntries(url.searchParams) };
}

function filtered(filter: CiniiFilter, part: Partial<CiniiSearch> = {}) {
  return asked({ filter, ...part });
}

describe('a search request', () => {
  it('goes to OpenSearch v2 and always says language and format', () => {
    expect(asked()).toEqual({
      path: '/opensearch/v2/all',
      parameters: { q: '海洋', lang: 'ja', count: '20', start: '1', sortorder: '4', format: 'json' },
    });
  });

  it('writes a blank as %20 and passes the operators of the query through', () => {
    const { url } = searchRequest(search({ query: ' (海洋 OR marine) NOT "x&y" ' }), server);
    expect(url).toContain('q=(%E6%B5%B7%E6%B4%8B%20OR%20marine)%20NOT%20%22x%26y%22&');
  });

  it.each([
    ['ALL', 'all'],
    ['DATA', 'data'],
    ['ARTICLES', 'articles'],
    ['BOOKS', 'books'],
    ['DISSERTATIONS', 'dissertations'],
    ['PROJECTS', 'projects'],
    ['RESEARCHERS', 'researchers'],
  ] as const)('asks for the segment %s at %s', (segment, path) => {
    expect(asked({ segment }).path).toBe(`/opensearch/v2/${path}`);
  });

  it.each([
    ['NEWEST', '0'],
    ['OLDEST', '1'],
    ['RELEVANCE', '4'],
  ] as const)('orders %s by sortorder %s', (sort, order) => {
    expect(asked({ sort }).parameters['sortorder']).toBe(order);
  });

  it('uses the names that v2 is known to take', () => {
    const { path, parameters } = filtered({
      title: '東京湾',
      creator: '大向',
      affiliation: '大学',
      from: '2019',
      until: '2020',
      projectId: 'JP19KK0341',
      hasLinkToFullText: true,
      languages: ['ja-JP', 'en'],
    });
    expect(path).toBe('/opensearch/v2/all');
    expect(parameters).toMatchObject({
      title: '東京湾',
      name: '大向',
      affiliation: '大学',
      productYearFrom: '2019',
      productYearUntil: '2020',
      projectId: '19KK0341',
      hasLinkToFullText: 'true',
      languageType: 'ja,en',
    });
    expect(parameters).not.toHaveProperty('creator');
    expect(parameters).not.toHaveProperty('from');
  });

  it.each([
    ['JP19KK0341', '19KK0341'],
    ['19kk0341 ', '19KK0341'],
    ['JPMJMS2021', 'JPMJMS2021'],
  ])(
    'asks for the grant %s as %s: JP is not part of KAKEN’s number, but of other funders’ (trap 13)',
    (given, sent) => {
      expect(filtered({ projectId: given }).parameters['projectId']).toBe(sent);
    },
  );

  it.each([
    ['publisher', { publisher: '岩波書店' }, 'publisher', '岩波書店'],
    ['doi', { doi: '10.5072/abc' }, 'doi', '10.5072/abc'],
    ['dataSources', { dataSources: ['KAKEN', 'IRDB', 'KAKEN'] }, 'dataSourceType', 'KAKEN,IRDB'],
    ['resourceTypes', { resourceTypes: ['journal article', 'Dataset'] }, 'resourceType', 'journal article,Dataset'],
    ['a month', { from: '2019-03' }, 'from', '201903'],
    ['issn', { issn: '0024-0974' }, 'issn', '0024-0974'],
    ['isbn', { isbn: '978-4-87311-452-1' }, 'isbn', '9784873114521'],
  ])(
    'goes to v1 as a whole for %s: an unknown name would widen the result silently (trap 12)',
    (_, filter, name, value) => {
      const { path, parameters } = filtered({ ...filter, creator: '大向', until: '2020' });
      expect(path).toBe('/opensearch/all');
      expect(parameters).toMatchObject({ [name]: value, creator: '大向', until: '2020' });
      expect(parameters).not.toHaveProperty('name');
      expect(parameters).not.toHaveProperty('productYearUntil');
    },
  );

  it('takes ISBN and ISSN to v2 for books, where they are confirmed', () => {
    expect(filtered({ isbn: '4873114527' }, { segment: 'BOOKS' }).path).toBe('/opensearch/v2/books');
  });

  it('compares the start of projects on v1', () => {
    const { path, parameters } = filtered({ from: '2019' }, { segment: 'PROJECTS' });
    expect([path, parameters['from']]).toEqual(['/opensearch/projects', '2019']);
  });

  it('refuses what v1 alone knows for researchers, whom v2 alone has', () => {
    expect(() => filtered({ publisher: '岩波書店' }, { segment: 'RESEARCHERS' })).toThrow(
      'filter.publisher cannot narrow the segment RESEARCHERS: leave it out, or search another segment.',
    );
    expect(filtered({ creator: '大向' }, { segment: 'RESEARCHERS' }).parameters['name']).toBe('大向');
  });

  it.each<[string, CiniiFilter, RegExp]>([
    ['a day', { from: '2019-03-31' }, /compares years and months/],
    ['an interval', { until: '2019/2020' }, /compares years and months/],
    ['bounds the wrong way round', { from: '2020', until: '2019' }, /is after/],
    ['a month after the year', { from: '2020-01', until: '2019' }, /is after/],
    ['an empty text', { title: ' ' }, /filter\.title is empty/],
    ['a value with a comma', { dataSources: ['KAKEN,IRDB'] }, /comma/],
    ['a three-letter language', { languages: ['jpn'] }, /two-letter/],
    ['a broken ISBN', { isbn: '12345' }, /no ISBN/],
    ['a broken ISSN', { issn: '0024-0975' }, /no ISSN/],
    ['works without a link', { hasLinkToFullText: false }, /leave it out/],
  ])('refuses %s', (_, filter, message) => {
    expect(() => filtered(filter)).toThrow(BadUserInput);
    expect(() => filtered(filter)).toThrow(message);
  });

  it('takes a month within the year that the other bound names', () => {
    expect(filtered({ from: '2019-03', until: '2019' }).parameters).toMatchObject({ from: '201903', until: '2019' });
  });

  it('takes nulls and empty lists as no filter', () => {
    expect(filtered({ title: null, languages: [], resourceTypes: null })).toEqual(asked());
  });

  it.each([0, 201, 1.5, Number.NaN])('refuses %s records at once', (count) => {
    expect(() => asked({ count })).toThrow(BadUserInput);
  });

  it('reaches the last record of the window and says how to narrow beyond it', () => {
    expect(asked({ start: 9981, count: 20 }).parameters['start']).toBe('9981');
    expect(() => asked({ start: 9982, count: 20 })).toThrow(/first 10,000 records.*narrow the search by years/);
  });

  it('sends the application id, where there is one, under its exact name', () => {
    const withId = { ...server, appid: 's3cret' };
    expect(new URL(searchRequest(search(), withId).url).searchParams.get('appid')).toBe('s3cret');
    expect(detailRequest('1390282680241132288', withId).url).toBe(
      'https://cinii.example/crid/1390282680241132288.json?appid=s3cret',
    );
  });

  it('reads an unknown record as such', () => {
    const request = detailRequest('1390282680241132288', server);
    expect(request.url).toBe('https://cinii.example/crid/1390282680241132288.json');
    expect(request.accept).toEqual([404, 410]);
  });
});

describe('a search without a word', () => {
  it('has nothing to search by unless a filter is set', () => {
    expect(hasCriterion(search({ query: ' ' }))).toBe(false);
    expect(hasCriterion(search({ query: null, filter: { languages: [] } }))).toBe(false);
    expect(hasCriterion(search({ query: null, filter: { creator: '大向' } }))).toBe(true);
  });
});

describe('the other form of a number', () => {
  it.each([
    [{ isbn: '4873114527' }, { isbn: '9784873114521' }],
    [{ isbn: '978-4-87311-452-1' }, { isbn: '4873114527' }],
    [{ isbn: '9780838904251' }, { isbn: '0838904254' }],
    [{ issn: '0024-0974' }, { issn: '00240974' }],
    [{ issn: '00240974' }, { issn: '0024-0974' }],
  ])('of %o is %o (trap 6)', (filter, other) => {
    expect(otherForm(filter)).toEqual(other);
  });

  it('is none for a 979 ISBN or without a number', () => {
    expect(otherForm({ isbn: '9791032305690' })).toBeNull();
    expect(otherForm({ title: 'x' })).toBeNull();
  });
});

describe('a language tag', () => {
  it('is its two-letter language', () => {
    expect([iso6391('ja-Kana'), iso6391('EN'), iso6391('jpn')]).toEqual(['ja', 'en', null]);
  });
});
