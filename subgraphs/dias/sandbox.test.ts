import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningSandbox } from '../common/platform.js';
import { startDiasSandbox } from './sandbox.js';

/* The simulated DIAS, against the fact sheet: the numbers in the names are its sections. */

let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startDiasSandbox({ port: 0, latencyMs: 0, fault: null, throttle: false });
});
afterAll(() => sandbox.close());

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${sandbox.address}${path}`, { headers, redirect: 'manual' });

async function text(path: string): Promise<string> {
  const answer = await get(path);
  expect([answer.status, answer.headers.get('content-type')], path).toEqual([200, 'text/html;charset=UTF-8']);
  return answer.text();
}

const status = async (path: string): Promise<number> => (await get(path)).status;

/** Texts of the headings, in order. */
const headings = (page: string): string[] =>
  [...page.matchAll(/<h[2-6]>([^<]*)<\/h[2-6]>/g)].map(([, heading = '']) => heading);

/** The value beside a label. */
const valueOf = (page: string, label: string): string | undefined =>
  new RegExp(`<th>${label}</th><td>([^]*?)</td>`).exec(page)?.[1];

/** What stands under a heading, up to the next. */
const under = (page: string, heading: string): string =>
  page.split(`>${heading}</h`)[1]?.split(/<h[2-6]>/)[0]?.replace(/^\d>\s*/, '').trim() ?? ''; // prettier-ignore

describe('the settings of the simulated DIAS', () => {
  it('point at it and at the DOI agencies, and name every data set that has a page', async () => {
    expect(Object.keys(sandbox.settings)).toEqual([
      'DIAS_DOC_URL', 'DIAS_SEARCH_URL', 'DIAS_DATASETS', 'DIAS_CSW_URL', 'GEODAB_URL', 'DOI_URL', 'JALC_URL', 'DATACITE_URL',
    ]); // prettier-ignore
    const ids = sandbox.settings.DIAS_DATASETS?.split(',') ?? [];
    expect(ids.length).toBeGreaterThanOrEqual(40);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(await status(`/ja/dataset/${id}`), id).toBe(200);
    expect(ids.every((id) => /^[A-Za-z0-9_]+$/.test(id))).toBe(true);
    expect(ids).not.toContain('Antarctic_Met');
  });

  it('can be given a fault for one part alone', async () => {
    const fault = (body: unknown): Promise<Response> => fetch(`${sandbox.address}/__fault`, { method: 'POST', body: JSON.stringify(body) }); // prettier-ignore
    await fault({ kind: '503', part: 'geodab' });
    expect(await status('/gs-service/services/essi/view/geoss/opensearch/query')).toBe(503);
    expect(await status('/ja/dataset/KAKU55')).toBe(200);
    await fault({ kind: null });
  });
});

describe('metadata documents of the simulated DIAS', () => {
  it('3: have the numbered elements, in the language of their name', async () => {
    const ja = headings(await text('/dmm/doc/RADAR1KM_JP-DIAS-ja.html'));
    const en = headings(await text('/dmm/doc/RADAR1KM_JP-DIAS-en.html'));
    expect(ja).toHaveLength(32);
    expect(en.map((heading) => heading.split(' ')[0])).toEqual(ja.map((heading) => heading.split(' ')[0]));
    expect(ja).toEqual(expect.arrayContaining(['7.1 序論', '7.2 トピックカテゴリ(ISO19139)', '7.10 配布情報', '13. 参考文献'])); // prettier-ignore
    expect(en).toEqual(expect.arrayContaining(['2.2.1 Data Integration and Analysis System', '7.2 Topic Category (ISO19139)', '7.7.1 Keywords on Dataset'])); // prettier-ignore
  });

  it('3: say Under Continuation in place of an end', async () => {
    const page = await text('/dmm/doc/RADAR1KM_JP-DIAS-ja.html');
    expect([valueOf(page, '開始日'), valueOf(page, '終了日')]).toEqual(['2006-01-01', 'Under Continuation']);
    expect(valueOf(await text('/dmm/doc/MIZUFLOW-DIAS-en.html'), 'End Date')).toBe('2015');
  });

  it('3: give box, topic and grid as the known answer has them, and no DOI where there is none', async () => {
    const page = await text('/dmm/doc/KAKU55-DIAS-en.html');
    const box = ['North', 'West', 'East', 'South'].map((side) => valueOf(page, `${side} bound (?:lat|long)itude`));
    expect(box).toEqual(['90', '-180', '180', '-90']);
    expect([valueOf(page, 'Begin Date'), valueOf(page, 'End Date')]).toEqual(['1961-01-01', '2024-02-02']);
    expect(under(page, '7.2 Topic Category (ISO19139)')).toContain('climatologyMeteorologyAtmosphere');
    expect(under(page, '7.5 Grid')).toContain('<td>longitude</td><td>288</td><td>1.25 degree</td>');
    expect(valueOf(page, 'DOI')).toBe('');
    expect(valueOf(await text('/dmm/doc/RADAR1KM_JP-DIAS-en.html'), 'DOI')).toBe('doi:10.20783/DIAS.90001');
  });

  it('3: leave sections empty, and say in prose alone whether an account is needed', async () => {
    const silent = await text('/dmm/doc/SnowDepth_HKD-DIAS-ja.html');
    for (const heading of ['8. データ処理', '10.1 データ提供者によるデータポリシー', '11. ライセンス'])
      expect(under(silent, heading), heading).toBe('');
    const radar = await text('/dmm/doc/RADAR1KM_JP-DIAS-en.html');
    expect(under(radar, '10.1 Data Policy by the Data Provider')).toContain('A DIAS account is required');
    expect(under(radar, '10.2 Data Policy by the Project')).toContain('<a href="https://terms.dias.example.org/en/">');
    expect(under(await text('/dmm/doc/TYPHOON_BUOY-DIAS-en.html'), '11. License')).toContain('CC BY 4.0');
  });

  it('2: have a metadata identifier whose data set id may end with digits, with and without ORG', async () => {
    const crop = valueOf(await text('/dmm/doc/CropYield05-DIAS-en.html'), 'Metadata Identifier');
    expect(crop).toMatch(/^CropYield05\d{14}-DIAS\d{14}-en$/);
    const quake = valueOf(await text('/dmm/doc/jishin_sbx_212-en.html'), 'Metadata Identifier');
    expect(quake).toMatch(/^jishin_sbx_212\d{14}-en$/);
  });

  it('1: are named with DIAS, with another ORG or without one; what is not there is a 404 page', async () => {
    expect(await status('/dmm/doc/FloodHazard_Mekong-HOKUTO-ja.html')).toBe(200);
    expect(await status('/dmm/doc/FloodHazard_Mekong-DIAS-ja.html')).toBe(404);
    expect(await status('/dmm/doc/Landslide_Kyushu-ja.html')).toBe(200);
    expect(await status('/dmm/doc/SnowDepth_HKD-DIAS-en.html')).toBe(404);
    expect(await status('/dmm/doc/TideGauge_JP-DIAS-ja.html')).toBe(404);
    const unknown = await get('/dmm/doc/NoSuch-DIAS-ja.html');
    expect([unknown.status, unknown.headers.get('content-type')]).toEqual([404, 'text/html;charset=UTF-8']);
    expect(await unknown.text()).toContain('お探しのページは見つかりませんでした');
  });

  it('2: are told apart by the case of an id', async () => {
    const [rivers, mekong] = await Promise.all([text('/ja/dataset/MizuFlow'), text('/ja/dataset/MIZUFLOW')]);
    expect([rivers.includes('全国一級河川'), mekong.includes('メコン川')]).toEqual([true, true]);
    expect(await status('/ja/dataset/mizuflow')).toBe(404);
  });

  it('3: are HTML as people write it: line breaks, subscripts, entities', async () => {
    expect(await text('/dmm/doc/RADAR1KM_JP-DIAS-ja.html')).toMatch(/雨量である。<br>/);
    expect(await text('/dmm/doc/CarbonFlux_Forest-DIAS-en.html')).toContain('CO<sub>2</sub> flux');
    expect(await text('/dmm/doc/Chlorophyll_JS-DIAS-en.html')).toContain('&mu;g/L');
  });
});

describe('landing pages of the simulated DIAS', () => {
  it('3: show the same sections without numbers', async () => {
    const bare = (page: string): string[] => headings(page).map((heading) => heading.replace(/^[\d.]+ /, ''));
    const landing = await text('/en/dataset/RADAR1KM_JP');
    expect(headings(landing)).toEqual(bare(await text('/dmm/doc/RADAR1KM_JP-DIAS-en.html')));
  });

  it('3: add a citation line, a selector of styles and the Mahalo Button for a DOI', async () => {
    const page = await text('/ja/dataset/ArcticIce_Thick');
    expect(page).toContain(
      '氷河 冴子, 雪村 北斗, ヌールビー イングリッド. (2024). 北極海海氷厚格子データ [Data set]. データ統合・解析システム(DIAS). <a href="https://doi.org/10.20783/DIAS.90011">',
    );
    expect(page).toContain('<select name="style">');
    expect(page).toContain('data-doi="10.20783/DIAS.90011"');
    expect(await text('/ja/dataset/KAKU55')).not.toContain('mahalo');
  });

  it('1: are there for data sets without a document, in both languages', async () => {
    expect(await text('/ja/dataset/TideGauge_JP')).toContain('全国検潮所潮位データ');
    expect(await text('/en/dataset/SnowDepth_HKD')).toContain('Continuous snow depth data for Hokkaido');
    expect(await status('/fr/dataset/KAKU55')).toBe(404);
  });

  it('1: are found by a word [I]', async () => {
    const page = await text('/ja/dataset?q=%E6%B4%AA%E6%B0%B4');
    expect(page).toContain('<a href="/ja/dataset/FloodHazard_Kinu">');
    expect(page).not.toContain('KAKU55');
    expect(await text('/en/dataset?q=nosuchword')).toContain('<p>0</p>');
  });
});

describe('politeness towards the simulated DIAS', () => {
  it.each(['/dmm/doc/KAKU55-DIAS-ja.html', '/en/dataset/KAKU55'])('answers 304 to who has %s already', async (path) => {
    const first = await get(path);
    const tag = first.headers.get('etag') ?? '';
    const modified = first.headers.get('last-modified') ?? '';
    expect([tag, new Date(modified).toUTCString()]).toEqual([expect.stringMatching(/^"[^"]+"$/), modified]);
    const again = await get(path, { 'If-None-Match': `"other", W/${tag}` });
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag]);
    expect((await get(path, { 'If-Modified-Since': modified })).status).toBe(304);
    expect((await get(path, { 'If-Modified-Since': 'Mon, 01 Jan 2001 00:00:00 GMT' })).status).toBe(200);
    // The tag wins where both are sent.
    expect((await get(path, { 'If-None-Match': '"other"', 'If-Modified-Since': modified })).status).toBe(200);
  });

  it('lets robots read all but the files and the log-in', async () => {
    const robots = await (await get('/robots.txt')).text();
    expect(robots).toContain('User-agent: *\nDisallow: /dl/\nDisallow: /cas/\nAllow: /');
  });

  it('4: sends who follows a link to files to the log-in', async () => {
    const page = await text('/dmm/doc/RADAR1KM_JP-DIAS-ja.html');
    const link = /href="([^"]+\/dl\/storages\/filelist\/dataset:90001\/lang:ja)"/.exec(page)?.[1] ?? '';
    const answer = await fetch(link, { redirect: 'manual' });
    expect(answer.status).toBe(302);
    expect(answer.headers.get('location')).toBe(
      `${sandbox.address}/cas/login?service=${encodeURIComponent(link)}&locale=ja`,
    );
  });
});
