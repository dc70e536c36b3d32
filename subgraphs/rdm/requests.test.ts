import { describe, expect, it } from 'vitest';
import {
  fileMetadataRequest,
  folderRequest,
  isGuid,
  isProvider,
  nodeRequest,
  nodesByIdRequest,
  nodesRequest,
  queryPlan,
  storageRequest,
} from './requests.js';
import { SERVER } from './testing.js';

const url = (address: string): string => decodeURIComponent(address);

describe('requests to GakuNin RDM', () => {
  it('end with a slash, ask for JSON:API, and pin no version', () => {
    const request = nodesRequest({ of: 'all', word: 'ocean', public: null }, { page: 1, size: 20 }, SERVER);
    expect(url(request.url)).toBe(
      'https://api.rdm.example/v2/nodes/?filter[title,description]=ocean&page[size]=20&embed=contributors',
    );
    expect(request.headers).toEqual({ accept: 'application/vnd.api+json' });
    expect(nodeRequest('abcde', SERVER).url).toBe('https://api.rdm.example/v2/nodes/abcde/?embed=contributors');
  });

  it('ask for the caller’s own projects, for public ones, and for a further page', () => {
    const mine = nodesRequest({ of: 'mine', word: null, public: null }, { page: 3, size: 10 }, SERVER);
    expect(url(mine.url)).toContain('/users/me/nodes/?page=3&page[size]=10');
    const open = nodesRequest({ of: 'all', word: null, public: true }, { page: 1, size: 10 }, SERVER);
    expect(url(open.url)).toContain('filter[public]=true');
  });

  it('ask for many projects at once', () => {
    expect(url(nodesByIdRequest(['abcde', 'fghij'], SERVER).url)).toContain('filter[id]=abcde,fghij&page[size]=100');
  });

  it('keep what people write out of the path', () => {
    expect(url(nodesRequest({ of: 'all', word: 'a&b=c#d', public: null }, { page: 1, size: 1 }, SERVER).url)).toContain(
      '=a&b=c#d&page',
    );
    expect(new URL(folderRequest('abcde', '/../../x?y/', 1, SERVER).url).pathname).toBe(
      '/v2/nodes/abcde/files/osfstorage/x%3Fy/',
    );
    for (const text of ['abcd', 'ABCDE', '../me', 'a/b/c', '']) expect(isGuid(text), text).toBe(false);
    for (const text of ['../x', 'S3', '', 'a b']) expect(isProvider(text), text).toBe(false);
  });

  it('list NII Storage by API v2 and every other storage by WaterButler', () => {
    expect(url(folderRequest('abcde', '/0123/', 2, SERVER).url)).toBe(
      'https://api.rdm.example/v2/nodes/abcde/files/osfstorage/0123/?page=2&page[size]=100',
    );
    expect(storageRequest('abcde', 's3', '/データ/', 'more+1', SERVER).url).toBe(
      `https://files.rdm.example/v1/resources/abcde/providers/s3/${encodeURIComponent('データ')}/?next_token=more%2B1`,
    );
  });

  it('do not follow a login page', () => {
    const request = fileMetadataRequest('abcde', SERVER);
    expect(request.url).toBe('https://rdm.example/api/v1/project/abcde/metadata/project');
    expect(request.accept).toContain(302);
  });
});

describe('a query', () => {
  it('is the longest of its words, and the others are looked for in what comes back', () => {
    expect(queryPlan('sea Temperature 黒潮')).toEqual({ word: 'Temperature', others: ['sea', '黒潮'] });
    expect(queryPlan('"sea surface" data')).toEqual({ word: 'sea surface', others: ['data'] });
    expect(queryPlan(' ')).toEqual({ word: null, others: [] });
  });
});
