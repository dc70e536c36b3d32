import { describe, expect, it } from 'vitest';
import { readLandingPage, type LandingPage } from './landing/page.js';
import { EN_ROWS, FILES_URL, JA_ROWS, landingPage, PAGE, withRows } from './landing/testing.js';
import { coveredDays, mapPages, type GedDataset } from './mapping.js';

const page = (html: string): LandingPage => readLandingPage(html, PAGE);
const JA = page(landingPage('ja'));
const EN = page(landingPage('en'));
const URLS = { ja: 'https://pages.example/ja.html', en: 'https://pages.example/en.html' };

function mapped(ja: Record<string, string | null> = {}, en: Record<string, string | null> = {}, note = ''): GedDataset {
  return mapPages(
    '20990401.001',
    { ja: page(landingPage('ja', withRows(JA_ROWS, ja), note)), en: page(landingPage('en', withRows(EN_ROWS, en), note)) },
    URLS,
  );
} // prettier-ignore

describe('the record of two pages', () => {
  const record = mapPages('20990401.001', { ja: JA, en: EN }, URLS);

  it('has each text in the languages that the pages have it in', () => {
    expect(record).toMatchObject({
      id: 'ged:20990401.001',
      doi: '10.17595/20990401.001',
      type: 'DATASET',
      url: URLS.ja,
      title: {
        values: [
          { value: '架空岬における大気中メタン濃度', lang: 'ja' },
          { value: 'Atmospheric methane at Cape Kakuu', lang: 'en' },
        ],
      },
      // The same on both pages: not called Japanese.
      precision: { values: [{ value: '2 ppb', lang: 'en' }] },
      references: [{ values: [{ value: 'Kakuu, H. (2098) On air. J. Air, 1, 1-9.', lang: 'en' }] }],
      languages: ['en'],
      formats: ['テキスト', 'text'],
      version: '1.2',
      updated: '2099-09-06T00:00:00Z',
      updatedOn: '2099-09-06',
      issued: '2099-04-01',
      period: '2001-04-01/2098-03-31',
      ongoing: true,
      contact: 'cgerdb_admin(at)nies.go.jp',
    });
  });

  it('has its people once, with both names and their affiliations', () => {
    expect(record.creators).toHaveLength(2);
    expect(record.creators[0]).toMatchObject({
      name: { values: [{ value: '架空 花子', lang: 'ja' }, { value: 'Hanako Kakuu', lang: 'en' }] },
      orcid: '0000-0002-1825-0097',
      affiliations: [{ name: { values: [{ lang: 'ja' }, { lang: 'en' }] } }],
    });
  }); // prettier-ignore

  it('has its place once, with what either page says of it, and a box around it', () => {
    expect(record.sites).toMatchObject([
      { latitude: 43.16028, longitude: 145.49739, inletHeight: 51.5, altitude: 93.9 },
    ]);
    expect(record.box).toEqual({ west: 145.49739, east: 145.49739, south: 43.16028, north: 43.16028 });
    expect(record.places).toEqual([{ name: null, box: null, point: { lat: 43.16028, lon: 145.49739 } }]);
  });

  it('has each file once; nothing is said of who may use it', () => {
    expect(record.files).toMatchObject([{ name: 'CH4_KKU_v1.2.txt', accessRight: 'UNKNOWN', kind: 'dataset' }]);
    expect(record.accessRight).toBe('UNKNOWN');
  });
});

describe('a record of one page', () => {
  it('has no text in the other language', () => {
    const record = mapPages('20990401.001', { ja: null, en: EN }, { ja: null, en: URLS.en });
    expect(record.title.values.map(({ lang }) => lang)).toEqual(['en']);
    expect(record.url).toBe(URLS.en);
    expect(mapPages(null, { ja: JA, en: null }, { ja: null, en: null }).id).toBe('ged:20990401.001');
  });

  it('has no English text tagged as Japanese', () => {
    const html = landingPage('ja', withRows(JA_ROWS, { 作成者: 'Hanako Kakuu' }));
    const [creator] = mapPages(null, { ja: page(html), en: null }, { ja: null, en: null }).creators;
    expect(creator?.name.values).toEqual([{ value: 'Hanako Kakuu', lang: null }]);
  });
});

describe('pages that differ', () => {
  it('in their people are not joined person by person', () => {
    const { creators } = mapped({ 作成者: '架空 花子(orcid.org/0000-0002-1825-0097)' }, {});
    expect(creators.map(({ name }) => name.values.map(({ value }) => value))).toEqual([['架空 花子', 'Hanako Kakuu']]);
  });

  it('in the iD of a person are not joined either', () => {
    const { creators } = mapped(
      { 作成者: '架空 花子(orcid.org/0000-0002-1825-0097)' },
      { 'Creator(s)': 'Taro Mihon (orcid.org/0000-0001-5109-3700)' },
    );
    expect(creators.map(({ name }) => name.values.length)).toEqual([1]);
  });

  it('in what one lacks are filled by the other', () => {
    expect(mapped({ バージョン: null, データ提供期間: null })).toMatchObject({
      version: '1.2',
      period: '2001-04-01/2098-03-31',
    });
  });
});

describe('the period', () => {
  it('without an end is its start alone, and said to go on', () => {
    const record = mapped({ データ提供期間: '2001/04/01 -' }, { 'Temporal coverage': '2001/04/01 -' });
    expect(record).toMatchObject({ period: '2001-04-01', ongoing: true });
    expect(coveredDays(record)).toEqual({ from: '2001-04-01', until: null });
  });

  it('has ended where the observation has, and else is not known to go on', () => {
    const ended = { 観測期間: '2001年 - 2014年' };
    expect(mapped(ended, { 'Observation period': '2001 - 2014' }).ongoing).toBe(false);
    expect(mapped({ 観測期間: null }, { 'Observation period': null }).ongoing).toBeNull();
  });
});

describe('access', () => {
  it('is restricted where a password is needed, and open where a licence says so', () => {
    const closed = mapped({}, {}, `<p>パスワードが必要です。</p><p><a href="${FILES_URL}/a.txt">a</a></p>`);
    expect(closed).toMatchObject({ accessRight: 'RESTRICTED', status: 'RESTRICTED', files: [{ accessRight: 'RESTRICTED' }] });
    expect(mapped({ 利用規約: 'CC BY 4.0' }).accessRight).toBe('OPEN');
  }); // prettier-ignore

  it('is restricted for the files alone of which a password is said', () => {
    const links = `<p><a href="${FILES_URL}/a.txt">a</a></p><p><a href="${FILES_URL}/b.txt">b</a> (password required)</p>`;
    expect(mapped({}, {}, links)).toMatchObject({
      accessRight: 'UNKNOWN',
      files: [{ accessRight: 'UNKNOWN' }, { accessRight: 'RESTRICTED' }],
    });
  });
});

it('publications with a DOI are relations to works', () => {
  const { related } = mapped(
    { 参考文献: '<ul><li>On air. https://doi.org/10.5072/air.</li><li>Other</li></ul>', 本データセットを利用した論文: '10.5072/USE' },
    { References: '<ul><li>On air. https://doi.org/10.5072/air.</li><li>Other</li></ul>' },
  );
  expect(related.map(({ relation, id }) => [relation, id])).toEqual([
    ['IsCitedBy', 'doi:10.5072/use'],
    ['References', 'doi:10.5072/air'],
    ['References', null],
  ]);
}); // prettier-ignore

it('boxes of regions are joined, across the date line too', () => {
  const regions = (...lines: string[]): GedDataset =>
    mapped({ '緯度・経度': lines.join('<br>'), 高度等: null }, { 'Latitude / Longitude': null, 'Height etc.': null });
  expect(regions('[1] 30–40° N, 130-150° E', '[2] 20–30° N, 130-150° E').box).toEqual({ west: 130, south: 20, east: 150, north: 40 });
  expect(regions('10°S - 30°N, 150°E - 120°W', '0°N, 140°E').box).toEqual({ west: 140, south: -10, east: -120, north: 30 });
}); // prettier-ignore
