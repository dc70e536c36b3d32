import { describe, expect, it } from 'vitest';
import { hostSearchRequest, irdbCount, irdbRequest, oaiContinuation, oaiRequest, untilArgument } from './requests.js';

const BASE = 'https://umi.repo.nii.ac.jp';

describe('OAI-PMH requests', () => {
  it('carry verb and arguments, and read the errors of status 422 themselves (fact sheet 2.8)', () => {
    const request = oaiRequest(
      BASE,
      'GetRecord',
      { metadataPrefix: 'jpcoar_2.0', identifier: 'oai:umi:00000001' },
      'record',
    );
    expect(request).toMatchObject({
      method: 'GET',
      url: `${BASE}/oai?verb=GetRecord&metadataPrefix=jpcoar_2.0&identifier=oai%3Aumi%3A00000001`,
      accept: [422],
      kind: 'record',
    });
  });

  it('send nothing beside verb and token on a continuation, and are never repeated by themselves (fact sheet 2.6)', () => {
    expect(oaiContinuation(BASE, 'ListRecords', 'a.b+c', 'list')).toMatchObject({
      url: `${BASE}/oai?verb=ListRecords&resumptionToken=a.b%2Bc`,
      once: true,
    });
  });

  it('go by POST when the URL would be too long (fact sheet 9.3)', () => {
    const token = 'x'.repeat(2_000);
    expect(oaiContinuation(BASE, 'ListRecords', token, 'list')).toMatchObject({
      method: 'POST',
      safe: true,
      once: true,
      url: `${BASE}/oai`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: `verb=ListRecords&resumptionToken=${token}`,
    });
    expect(oaiContinuation(BASE, 'ListRecords', 'x'.repeat(1_000), 'list').method).toBe('GET');
  });

  it('do not let midnight be stretched to the end of the day (fact sheet 2.4)', () => {
    expect(untilArgument('2024-01-02T00:00:00Z')).toBe('2024-01-02T00:00:01Z');
    expect(untilArgument('2024-01-02T10:00:00Z')).toBe('2024-01-02T10:00:00Z');
  });
});

describe("a host's OpenSearch request", () => {
  it('asks for keyword, never q, with explicit page and size, and accepts anything (fact sheet 4.3)', () => {
    const request = hostSearchRequest(BASE, '海洋 プラスチック', 2, 20);
    const { searchParams } = new URL(request.url);
    expect(Object.fromEntries(searchParams)).toEqual({
      format: 'jpcoar',
      keyword: '海洋 プラスチック',
      page: '2',
      size: '20',
    });
    expect(request.headers).toEqual({ accept: '*/*' });
  });
});

describe("IRDB's request", () => {
  it('asks by IRDB fields, in Atom, for a page size that it knows (fact sheet 8)', () => {
    const { url } = irdbRequest(
      'https://irdb.nii.ac.jp',
      { q: '海', author: '佐藤', publisher: undefined },
      21,
      irdbCount(21),
    );
    expect(Object.fromEntries(new URL(url).searchParams)).toEqual({ q: '海', author: '佐藤', count: '50', start: '21', format: 'atom' }); // prettier-ignore
    expect([1, 20, 21, 50, 51, 100].map(irdbCount)).toEqual([20, 20, 50, 50, 100, 100]);
  });
});
