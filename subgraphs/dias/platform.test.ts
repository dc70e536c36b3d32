import { describe, expect, it } from 'vitest';
import { dias } from './platform.js';

function settings(given: Record<string, string> = {}) {
  const read = dias.settings.safeParse(given);
  if (!read.success) throw read.error;
  return read.data;
}

describe('the settings of DIAS', () => {
  it('lead to DIAS’s pages and the datasets that are known, and to no other catalogue', () => {
    const read = settings();
    expect(read).toMatchObject({
      DIAS_DOC_URL: 'https://metadata.diasjp.net/dmm/doc',
      DIAS_SEARCH_URL: 'https://search.diasjp.net',
      DOI_URL: 'https://doi.org',
    });
    expect(read.DIAS_DATASETS).toEqual(expect.arrayContaining(['JRA55', 'JP10', 'GPV', 'jishin_jhd_212']));
    expect([read.GEODAB_URL, read.DIAS_CSW_URL, read.DIAS_OAI_URL]).toEqual([undefined, undefined, undefined]);
  });

  it('name the datasets, each once', () => {
    expect(settings({ DIAS_DATASETS: ' JRA55, JP10 ,' }).DIAS_DATASETS).toEqual(['JRA55', 'JP10']);
    const faults = (DIAS_DATASETS: string) => dias.settings.safeParse({ DIAS_DATASETS }).error?.issues[0];
    expect(faults('JRA55,../x')).toMatchObject({ path: ['DIAS_DATASETS'], message: expect.stringContaining('"../x"') as string });
    expect(faults('JP10,JP10')?.message).toContain('twice');
  }); // prettier-ignore

  it('are refused by name', () => {
    const read = dias.settings.safeParse({
      DIAS_DOC_URL: 'doc',
      DIAS_SEARCH_URL: 'https://a.example/?q=',
      DIAS_CSW_URL: 'csw',
      GEODAB_URL: 'ftp://a.example',
      DIAS_RATE: 'slow',
    });
    expect(read.error?.issues.map(({ path }) => path.join('.'))).toEqual([
      'DIAS_DOC_URL',
      'DIAS_SEARCH_URL',
      'DIAS_CSW_URL',
      'GEODAB_URL',
      'DIAS_RATE',
    ]);
  });
});

describe('the policy of DIAS', () => {
  const { allows, lane, ...live } = dias.policy(settings({ DIAS_CSW_URL: 'https://csw.example/csw?map=x' }), 'live');

  it('asks the configured servers alone, and never the download system', () => {
    for (const url of [
      'https://search.diasjp.net/robots.txt',
      'https://metadata.diasjp.net/dmm/doc/JP10-DIAS-ja.html',
      'https://api.japanlinkcenter.org/dois/x',
      'https://doi.org/doiRA/10.20783/x',
      'https://csw.example/csw?service=CSW',
    ]) {
      expect(allows(new URL(url)), url).toBe(true);
    }
    for (const url of [
      'https://data.diasjp.net/dl/storages/filelist/dataset:645',
      'https://search.diasjp.net/dl/storages/filelist/dataset:645',
      'https://auth.diasjp.net/cas/login',
      'https://gs-service-production.geodab.eu/x',
    ]) {
      expect(allows(new URL(url)), url).toBe(false);
    }
  });

  it('asks one thing at a time, once a second, and DOI agencies in lanes of their own', () => {
    expect([live.concurrency, live.rate]).toEqual([1, { requests: 1, perMs: 1000, burst: 1 }]);
    expect(lane(new URL('https://api.japanlinkcenter.org/dois/x'))).toBe('JALC_URL');
    expect(lane(new URL('https://doi.org/doiRA/x'))).toBe('DOI_URL');
    expect(lane(new URL('https://metadata.diasjp.net/dmm/doc/x'))).toBe('DIAS_DOC_URL');
    expect(dias.policy(settings(), 'sandbox').rate).toBeNull();
  });

  it('tells servers on one host apart', () => {
    const one = 'http://127.0.0.1:4103';
    const shared = dias.policy(settings({ DIAS_DOC_URL: `${one}/dmm/doc`, DIAS_SEARCH_URL: one }), 'sandbox');
    expect(shared.lane(new URL(`${one}/dmm/doc/x`))).toBe('DIAS_DOC_URL');
    expect(shared.lane(new URL(`${one}/ja/dataset/x`))).toBe('DIAS_SEARCH_URL');
  });
});

describe('what convert reads', () => {
  it('are pages of DIAS’s, DOI metadata and metadata documents, each format once', () => {
    const names = dias.documents.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['dias-html', 'jalc', 'datacite', 'iso19139', 'csw', 'geodab']));
    expect(new Set(names).size).toBe(names.length);
  });
});
