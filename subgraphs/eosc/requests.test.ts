import { describe, expect, it } from 'vitest';
import { BadUserInput } from '../common/errors.js';
import { productsRequest, type EoscServer, type ProductCriteria } from './requests.js';
import { isServiceId, serviceRequest, servicesRequest } from './service-requests.js';
import { SERVER } from './testing.js';

const first = { cursor: '*', size: 20 };
const criteria = (part: Partial<ProductCriteria> = {}): ProductCriteria => ({
  query: null,
  filter: {},
  sort: 'RELEVANCE',
  ...part,
});

function asked(part: Partial<ProductCriteria>, server: Partial<EoscServer> = {}): [string, [string, string][]] {
  const url = new URL(productsRequest(criteria(part), first, { ...SERVER, ...server }).url);
  return [url.pathname, [...url.searchParams].filter(([name]) => name !== 'pageSize' && name !== 'cursor')];
}

describe('a page of products', () => {
  it('is asked for by cursor, at the version’s own path', () => {
    const request = productsRequest(criteria({ query: 'sea' }), { cursor: 'AoM/Dz+b=', size: 200 }, SERVER);
    expect(request.url).toBe(
      'https://graph.example/graph/v3/research-products?search=sea&pageSize=100&cursor=AoM%2FDz%2Bb%3D',
    );
    expect(request).toMatchObject({ platform: 'EOSC', method: 'GET', headers: { accept: 'application/json' } });
    expect(asked({}, { version: 'v2' })[0]).toBe('/graph/v2/researchProducts');
    expect(asked({}, { version: 'v1' })[0]).toBe('/graph/v1/researchProducts');
  });

  it('names its parameters as version 3 does', () => {
    const filter = {
      types: ['publication', 'dataset'],
      accessRights: ['OPEN'],
      orcid: '0000-0002-1825-0097',
      author: 'Taro Yamada',
      publisher: 'MDPI AG',
      from: '2019-01-01',
      until: '2020-12-31',
      languages: ['jpn'],
      organizationName: 'University of Tokyo',
      projectCodes: ['20H00001', 'JP20H00001'],
    } as const;
    expect(asked({ filter, sort: 'NEWEST' })[1]).toEqual([
      ['type', '("publication" OR "dataset")'],
      ['accessRightLabel', '("Open Access" OR "Open Source")'],
      ['authorId', '0000-0002-1825-0097'],
      ['publisher', '"MDPI AG"'],
      ['relProjectCode', '("20H00001" OR "JP20H00001")'],
      ['language', 'jpn'],
      ['relOrganization', '"University of Tokyo"'],
      ['authorFullName', '"Taro" AND "Yamada"'],
      ['fromPublicationDate', '2019-01-01'],
      ['toPublicationDate', '2020-12-31'],
      ['sortBy', 'publicationDate DESC'],
    ]);
  });

  it('names them as versions 1 and 2 do', () => {
    const filter = { accessRights: ['OPEN', 'METADATA_ONLY'], orcid: '0000-0002-1825-0097' } as const;
    expect(asked({ filter, sort: 'OLDEST' }, { version: 'v1' })[1]).toEqual([
      ['bestOpenAccessRightLabel', 'OPEN'],
      ['bestOpenAccessRightLabel', 'OPEN SOURCE'],
      ['bestOpenAccessRightLabel', 'CLOSED'],
      ['authorOrcid', '0000-0002-1825-0097'],
      ['sortBy', 'publicationDate ASC'],
    ]);
  });

  it('is refused where the version has no such parameter: an unknown one would be a 400', () => {
    expect(() => asked({ filter: { languages: ['jpn'] } }, { version: 'v2' })).toThrow(BadUserInput);
    expect(() => asked({ filter: { organizationName: 'x' } }, { version: 'v1' })).toThrow(BadUserInput);
  });

  it('asks for many ids and DOIs at once', () => {
    expect(asked({ filter: { pids: ['10.5072/a', '10.5072/b'] } })[1]).toEqual([
      ['pid', '("10.5072/a" OR "10.5072/b")'],
    ]);
    expect(asked({ filter: { ids: ['a::1', 'a::2'] } }, { version: 'v2' })[1]).toEqual([
      ['id', 'a::1'],
      ['id', 'a::2'],
    ]);
    expect(productsRequest(criteria({ filter: { ids: ['a::1'] } }), first, SERVER).kind).toBe('detail');
    expect(productsRequest(criteria(), first, SERVER).kind).toBe('search');
  });

  it('carries the token in a header alone, and takes the 403 that tells of a bad one', () => {
    const request = productsRequest(criteria(), first, { ...SERVER, token: 'secret' });
    expect(request.headers).toMatchObject({ authorization: 'Bearer secret' });
    expect(request.url).not.toContain('secret');
    expect(request.accept).toEqual([403]);
    expect(productsRequest(criteria(), first, SERVER)).not.toHaveProperty('accept');
  });
});

describe('services', () => {
  it('are listed, or searched by keyword: query would be a filter on a field of that name (fact sheet 3.2)', () => {
    const search = { query: null, from: 20, quantity: 10, facets: [] };
    expect(servicesRequest(search, SERVER).url).toBe(
      'https://catalogue.example/api/public/service/all?from=20&quantity=10',
    );
    expect(servicesRequest({ ...search, query: ' sea & ice ', facets: ['SCIENTIFIC_DOMAIN', 'TRL'] }, SERVER).url).toBe(
      'https://catalogue.example/api/public/service/search?keyword=sea%20%26%20ice&from=20&quantity=10&browseBy=scientific_domains&browseBy=trl',
    );
  });

  it('never get the token of the Graph', () => {
    const server = { ...SERVER, token: 'secret' };
    expect(JSON.stringify(servicesRequest({ query: 'x', from: 0, quantity: 1, facets: [] }, server))).not.toContain(
      'secret',
    );
    expect(JSON.stringify(serviceRequest('10.1234/service', server))).not.toContain('secret');
  });

  it('have ids whose slash stays a slash', () => {
    expect(serviceRequest('10.1234/service', SERVER)).toMatchObject({
      url: 'https://catalogue.example/api/public/service/10.1234/service',
      accept: [403, 404],
    });
    expect(isServiceId('phenomenal.phenomenal')).toBe(true);
  });

  it.each(['', 'a/b/c', '../vocabulary', 'a/..', 'a?b=c', 'a b', 'a%2Fb', 'a#b'])('have no id %j', (id) => {
    expect(isServiceId(id)).toBe(false);
  });
});
