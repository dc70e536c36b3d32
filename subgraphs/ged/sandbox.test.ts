import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gedDatasetOf } from '../../sandbox/world/ged-stations.js';
import { world, type WorldWork } from '../../sandbox/world/index.js';
import { parseDoi } from '../common/identifiers.js';
import type { RunningSandbox } from '../common/platform.js';
import { startGedSandbox } from './sandbox.js';

/* The simulated Global Environmental Database, against the fact sheet: the numbers in the names are its sections. */

let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startGedSandbox({ port: 0, latencyMs: 0, fault: null, throttle: false });
});
afterAll(() => sandbox.close());

const held = world.works.filter(({ holdings }) => holdings.ged !== undefined);

function datasetOf(work: WorldWork): NonNullable<WorldWork['holdings']['ged']> {
  if (!work.holdings.ged) throw new Error(`${work.key} is not on GED`);
  return work.holdings.ged;
}

const idOf = (key: string): string => datasetOf(world.work(key)).id;

const landing = (id: string, language: 'ja' | 'en' = 'ja', headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${sandbox.settings.GED_LANDING_URL ?? ''}/10.17595/${id}${language === 'ja' ? '' : '-e'}.html`, { headers });

const file = (path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(`${sandbox.settings.GED_FILES_URL ?? ''}/10.17595/${path}`, init);

async function html(key: string, language: 'ja' | 'en'): Promise<string> {
  const answer = await landing(idOf(key), language);
  expect(answer.status).toBe(200);
  return answer.text();
}

/** Labels of a page in their order, whether it is set as a table or as a list. */
function labels(page: string): string[] {
  return [...page.matchAll(/<(?:th scope="row"|dt)>([^<]+)</g)].map(([, label]) => (label ?? '').replace(/[:：]$/, ''));
}

/** What stands behind a label, markup taken out. */
function field(page: string, label: string): string | undefined {
  const found = new RegExp(`<(?:th scope="row"|dt)>${label}[:：]?</(?:th|dt)>\\s*<(td|dd)>(.*?)</\\1>`, 's').exec(page);
  return found?.[2]?.replace(/<br>/g, ' | ').replace(/<[^>]+>/g, '');
}

const ORDER = {
  ja: ['作成者', '公開日', 'データの期間', 'データ提供者', 'DOI', 'ファイル形式', 'データ量', 'バージョン(最終更新日)', 'データセットの言語', '本データセットを利用した出版物', '観測項目', '時間分解能', '精度', '観測期間', '緯度・経度', '高度', '測定方法', '計算方法', '更新履歴', '参考文献', '謝辞', '利用条件'],
  en: ['Creator(s)', 'Release date', 'Temporal coverage', 'Data provider', 'DOI', 'File format', 'Data volume', 'Version (last updated)', 'Dataset language', 'Publications using this dataset', 'Observed items', 'Time resolution', 'Precision', 'Observation period', 'Latitude / Longitude', 'Height', 'Measurement method', 'Calculation method', 'Update history', 'References', 'Acknowledgements', 'Terms and conditions of use'],
} as const; // prettier-ignore

describe('addresses of the simulated GED', () => {
  it('1: has a page in Japanese and one in English for every dataset of the settings, and nothing else', async () => {
    const dois = (sandbox.settings.GED_DATASETS ?? '').split(',');
    expect(dois).toEqual(held.map(({ doi }) => doi));
    expect(dois.length).toBeGreaterThanOrEqual(12);
    for (const doi of dois) {
      const id = doi.slice('10.17595/'.length);
      for (const language of ['ja', 'en'] as const) {
        const answer = await landing(id, language);
        expect([answer.status, answer.headers.get('content-type')], doi).toEqual([200, 'text/html']);
        const page = await answer.text();
        expect(page).toContain(`<html lang="${language}">`);
        expect(page).toContain('<meta charset="UTF-8">');
        expect(page).toContain(`https://doi.org/${doi}`);
      }
    }
    for (const wrong of ['20200812.999', '20200812', 'x']) expect((await landing(wrong)).status).toBe(404);
    for (const path of ['/', '/doi/', '/doi/10.17595/', '/nies_data/', '/doi/10.17595/%E0%A4%A.html'])
      expect((await fetch(`${sandbox.address}${path}`)).status, path).toBe(404);
  });

  it('1: tells agencies, landing pages and files apart', () => {
    expect(Object.keys(sandbox.settings)).toEqual(['GED_LANDING_URL', 'GED_FILES_URL', 'GED_DATASETS', 'DOI_URL', 'JALC_URL', 'DATACITE_URL']); // prettier-ignore
    expect(sandbox.settings.JALC_URL?.startsWith(sandbox.address)).toBe(false);
  });

  it('2: has ids of a date and a number from 901 on, one for each dataset whatever its version', () => {
    for (const work of held) {
      const { id } = datasetOf(work);
      expect(id).toMatch(/^20\d\d(0\d|1[0-2])([0-2]\d|3[01])\.9\d\d$/);
      expect(work.doi).toBe(`10.17595/${id}`);
      expect(parseDoi(work.doi ?? '')).toBe(work.doi);
    }
    expect(new Set(held.map(({ doi }) => doi)).size).toBe(held.length);
    expect(gedDatasetOf('co2-2-0-v2')).toBeUndefined();
  });

  it('answers conditional requests with 304, by tag before date', async () => {
    const id = idOf('co2-2-0');
    const first = await landing(id);
    const etag = first.headers.get('etag') ?? '';
    const modified = first.headers.get('last-modified') ?? '';
    expect(modified).toBe('Fri, 27 Mar 2026 03:00:00 GMT');
    const known = await landing(id, 'ja', { 'If-None-Match': etag });
    expect([known.status, await known.text()]).toEqual([304, '']);
    expect((await landing(id, 'ja', { 'If-Modified-Since': modified })).status).toBe(304);
    expect((await landing(id, 'ja', { 'If-Modified-Since': 'Thu, 26 Mar 2026 03:00:00 GMT' })).status).toBe(200);
    expect((await landing(id, 'ja', { 'If-None-Match': '"other"', 'If-Modified-Since': modified })).status).toBe(200);
    expect((await landing(id, 'en', { 'If-None-Match': etag })).status).toBe(200);
  });

  it('has rules for robots that leave pages and files open', async () => {
    const rules = await (await fetch(`${sandbox.address}/robots.txt`)).text();
    expect(rules).toContain('User-agent: *');
    expect(rules).not.toMatch(/Disallow: \/(doi|nies_data)?\s/);
  });

  it('takes GET and HEAD only', async () => {
    const answer = await file(`${idOf('ged-rice')}/rice_calendar.txt`, { method: 'POST', body: 'x' });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });
});

describe('landing pages (3)', () => {
  it('3: have labelled fields in one order in both languages, some of them missing', async () => {
    const missing = new Set<string>();
    for (const { key } of held) {
      const [ja, en] = [labels(await html(key, 'ja')), labels(await html(key, 'en'))];
      expect(ja, key).toEqual(ORDER.ja.filter((label) => ja.includes(label)));
      expect(en, key).toEqual(ORDER.en.filter((label) => en.includes(label)));
      expect(en.map((label) => ORDER.en.findIndex((other) => other === label)), key).toEqual(
        ja.map((label) => ORDER.ja.findIndex((other) => other === label)),
      );
      ORDER.en.filter((label) => !en.includes(label)).forEach((label) => missing.add(label));
      for (const always of ['Creator(s)', 'DOI', 'Observed items', 'Terms and conditions of use']) expect(en).toContain(always);
    }
    for (const label of ['Data volume', 'Version (last updated)', 'Precision', 'Height', 'Publications using this dataset', 'Latitude / Longitude'])
      expect(missing).toContain(label);
  }); // prettier-ignore

  it('3: are tables, and lists on older pages', async () => {
    expect(await html('co2-2-0', 'en')).toContain('<table');
    expect(await html('co2-2-2', 'ja')).toContain('<dt>作成者：</dt>');
  });

  it('3: print addresses with (at), creators with ORCID where it is known', async () => {
    const page = await html('co2-2-0', 'en');
    expect(field(page, 'Data provider')).toBe('Atmospheric Observation Agency | ged_admin(at)example.jp');
    const [first] = world.work('co2-2-0').creators;
    const person = world.person(first ?? '');
    expect(field(page, 'Creator\\(s\\)')).toContain(`${person.given.en} ${person.family.en}`);
    for (const { key } of held) expect(await html(key, 'en')).not.toMatch(/\w@\w/);
    const orcids = (await Promise.all(held.map(({ key }) => html(key, 'ja')))).join('').match(/orcid\.org\/[\d-]+X?/g);
    expect(orcids?.length).toBeGreaterThan(10);
  });

  it('3: write versions in three ways and dates in two, volumes in decimal and binary units', async () => {
    const pages = await Promise.all(held.map(({ key }) => html(key, 'en')));
    const versions = pages.flatMap((page) => field(page, 'Version \\(last updated\\)') ?? []);
    for (const form of [/^Ver\. ?\d\.\d \(\d{4}\/\d\d\/\d\d\)$/, /^\d\.\d \(\d{4}-\d\d-\d\d\)$/, /^ver\.\d{4}\.\d\.\d$/])
      expect(versions.some((version) => form.test(version)), String(form)).toBe(true);
    const released = pages.flatMap((page) => field(page, 'Release date') ?? []);
    expect(released.some((date) => /^\d{4}\/\d\d\/\d\d$/.test(date))).toBe(true);
    expect(released.some((date) => /^\d{4}-\d\d-\d\d$/.test(date))).toBe(true);
    const units = new Set(pages.flatMap((page) => field(page, 'Data volume')?.split(' ')[1] ?? []));
    expect(units).toEqual(new Set(['MB', 'MiB', 'KB', 'KiB', 'GB']));
  }); // prettier-ignore

  it('3: leave the end of what goes on open, in both places that tell of it', async () => {
    expect(field(await html('co2-2-0', 'en'), 'Temporal coverage')).toBe('2013/01/01 -');
    expect(field(await html('co2-2-0', 'ja'), 'データの期間')).toBe('2013/01/01 ～');
    expect(field(await html('co2-2-0', 'en'), 'Observation period')).toBe('2013/01 - (ongoing)');
    expect(field(await html('co2-2-0', 'ja'), '観測期間')).toBe('2013年1月～(継続中)');
    expect(field(await html('co2-2-1', 'en'), 'Temporal coverage')).toBe('2022/01/01 - 2023/12/31');
  });

  it('3: name one site or several, with a position, a range of positions or none', async () => {
    expect(field(await html('co2-2-0', 'en'), 'Latitude / Longitude')).toBe('24.06 N, 123.81 E');
    expect(field(await html('ged-oxygen', 'en'), 'Latitude / Longitude')).toBe(
      'Hateruma: 24.06 N, 123.81 E | Minamitorishima: 24.28 N, 153.98 E',
    );
    expect(field(await html('ged-blended-methane', 'ja'), '緯度・経度')).toContain('20 ~ 30 N');
    expect(field(await html('ged-rice', 'ja'), '緯度・経度')).toBeUndefined();
  });

  it('3: call the format "text" whether or not the file is NASA Ames', async () => {
    for (const key of ['co2-2-0', 'ged-rice']) {
      expect(field(await html(key, 'en'), 'File format')).toBe('text');
      expect(field(await html(key, 'ja'), 'ファイル形式')).toBe('テキスト');
    }
    expect(field(await html('co2-2-0', 'ja'), 'データセットの言語')).toBe('英語');
  });

  it('3: set formulas as chemists do', async () => {
    expect(await html('co2-2-0', 'ja')).toContain('<h1>波照間島における大気中CO<sub>2</sub>濃度の1時間値</h1>');
  });

  it('3: have no metadata for machines', async () => {
    for (const { key } of held) expect(await html(key, 'en')).not.toMatch(/ld\+json|<meta name=/);
  });

  it('3: have a Mahalo button on one page', async () => {
    const pages = await Promise.all(held.map(({ key }) => html(key, 'en')));
    expect(pages.filter((page) => page.includes('Mahalo Button'))).toHaveLength(1);
  });

  it('3: list the publications that use a dataset, with a DOI where they have one', async () => {
    const used = field(await html('co2-2-0', 'en'), 'Publications using this dataset') ?? '';
    for (const { relation, work } of world.work('co2-2-0').relations) {
      if (relation !== 'isReferencedBy') continue;
      const { title, doi } = world.work(work);
      expect(used).toContain(title.en);
      if (doi !== null) expect(used).toContain(`https://doi.org/${doi}`);
    }
  });

  it('2, 11.5: say in prose that a password is needed, that values are preliminary, that a dataset has been merged', async () => {
    expect(await html('ged-flask', 'ja')).toContain('パスワードが必要');
    expect(await html('ged-flask', 'en')).toContain('password is required');
    expect(await html('ged-ship', 'en')).toContain('Preliminary values');
    expect(await html('ged-flask-old', 'en')).toContain(`merged into doi:10.17595/${idOf('ged-flask')}`);
  });

  it('7: lead to quick looks and trajectories of their stations', async () => {
    expect(await html('co2-2-0', 'ja')).toContain('http://db.cger.nies.go.jp/portal/ggtus/index?lang=jpn');
    expect(await html('ged-methane', 'en')).toContain('http://db.cger.nies.go.jp/portal/analyses/trajectory?lang=eng');
  });

  it('10: give terms in prose in both languages, and a licence on one page alone', async () => {
    const licensed: string[] = [];
    for (const { key } of held) {
      const [ja, en] = [await html(key, 'ja'), await html(key, 'en')];
      expect(field(ja, '利用条件')?.length, key).toBeGreaterThan(20);
      expect(field(en, 'Terms and conditions of use')?.length, key).toBeGreaterThan(40);
      if (/creativecommons|CC BY/.test(`${ja}${en}`)) licensed.push(key);
    }
    expect(licensed).toEqual(['ged-inventory']);
    const several = await Promise.all(held.map(async ({ key }) => field(await html(key, 'en'), 'Terms and conditions of use')));
    expect(new Set(several).size).toBe(3);
  }); // prettier-ignore
});

/** Reads the head of an answer and no more. */
function headersOf(url: string): Promise<IncomingHttpHeaders> {
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(url, (response) => {
      resolve(response.headers);
      outgoing.destroy();
    });
    outgoing.on('error', reject);
    outgoing.end();
  });
}

describe('files (4)', () => {
  it('4: answer every address that a page links to, under the public host', async () => {
    for (const work of held) {
      const links = [...(await html(work.key, 'ja')).matchAll(/href="https:\/\/db\.cger\.nies\.go\.jp\/nies_data\/10\.17595\/([^"]+)"/g)]; // prettier-ignore
      expect(links).toHaveLength(datasetOf(work).files.length);
      for (const [, path = ''] of links) {
        if (path.endsWith('kumo_cme_ver2025.1.0.nc')) continue;
        const answer = await file(path);
        expect(answer.status, path).toBe(work.access === 'restricted' ? 401 : 200);
        await answer.arrayBuffer();
      }
    }
  });

  it('3, 4: print volumes that the text files have', async () => {
    const units = { KB: 1e3, MB: 1e6, KiB: 1024, MiB: 1024 ** 2 } as const;
    for (const work of held) {
      const { volume, files, id, status } = datasetOf(work);
      if (volume === null || status === 'restricted' || files.some(({ content }) => content.kind === 'binary')) continue;
      const [, number, unit] = /^([\d.]+) (KB|MB|KiB|MiB)$/.exec(volume) ?? [];
      const bytes = await Promise.all(files.map(async ({ path }) => (await (await file(`${id}/${encodeURI(path)}`)).arrayBuffer()).byteLength));
      const told = Number(number) * (units[unit === 'KB' ? 'KB' : unit === 'MB' ? 'MB' : unit === 'KiB' ? 'KiB' : 'MiB']);
      expect(bytes.reduce((sum, one) => sum + one, 0) / told, work.key).toBeCloseTo(1, 1);
    }
  }); // prettier-ignore

  it('4: cannot be told by their media types or names', async () => {
    const fuji = await file(`${idOf('co2-2-3')}/co2_fuji_hourly`);
    expect(fuji.headers.get('content-type')).toBe('application/octet-stream');
    expect((await fuji.text()).split('\n')[0]).toMatch(/^\d+ 1001$/);
    const rice = await file(`${idOf('ged-rice')}/rice_calendar.txt`);
    expect(rice.headers.get('content-type')).toBe('text/plain');
    expect((await rice.text()).split('\n')[0]).not.toMatch(/^\d+ \d+/);
  });

  it('4: directories are not listed, ranges are not served, validators are not sent', async () => {
    const id = idOf('ged-inventory');
    for (const path of [`${id}/`, `${id}/kemuri2023`, `${id}/kemuri2023/1deg_ncdf/`])
      expect((await file(path)).status, path).toBe(403);
    for (const path of [`${id}/nothing.txt`, '20990101.901/x.txt', `${id}/../${idOf('ged-rice')}/nothing`])
      expect((await file(path)).status, path).toBe(404);
    const whole = await file(`${idOf('ged-rice')}/rice_calendar.txt`, { headers: { Range: 'bytes=0-9' } });
    expect([whole.status, whole.headers.get('etag'), whole.headers.get('last-modified')]).toEqual([200, null, null]);
  });

  it('4: ask for a password where the page says so', async () => {
    const answer = await file(`${idOf('ged-flask')}/password/kumo_flask_2022.txt`);
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([
      401,
      'Basic realm="Authorized users only"',
    ]);
    expect(await answer.text()).not.toContain('1001');
  });

  it('4: announce 1.8 GB for one that must not be read', async () => {
    const path = `${idOf('ged-aircraft')}/all/kumo_cme_ver2025.1.0.nc`;
    const headers = await headersOf(`${sandbox.settings.GED_FILES_URL ?? ''}/10.17595/${path}`);
    expect([headers['content-length'], headers['content-type']]).toEqual(['1800000000', 'application/x-netcdf']);
  });

  it('4: list checksums of the other files of a dataset', async () => {
    const id = idOf('ged-inventory');
    const text = await (await file(`${id}/kemuri2023/kemuri2023_1km_checksum_2022.md5.txt`)).text();
    expect(text).toMatch(/^([\da-f]{32} {2}\S+\n){2}$/);
  });
});

describe('the datasets among the other platforms', () => {
  it('are held by all others that hold data, by some, and by none', () => {
    const others = held.map(({ holdings }) =>
      (['cinii', 'jairo', 'eosc'] as const).filter((name) => holdings[name] !== undefined).join('+'),
    );
    for (const combination of ['', 'cinii', 'jairo', 'eosc', 'cinii+eosc', 'jairo+eosc', 'cinii+jairo+eosc'])
      expect(others, combination).toContain(combination);
  });

  it('are used by articles that CiNii Research and EOSC hold', () => {
    const users = held.flatMap(({ relations }) =>
      relations.filter(({ relation }) => relation === 'isReferencedBy').map(({ work }) => world.work(work)),
    );
    expect(users.some(({ holdings }) => holdings.cinii && holdings.eosc)).toBe(true);
    expect(world.work('co2-2-0').relations).toContainEqual({ relation: 'isReferencedBy', work: 'ged-article-0' });
    expect(held.some(({ awards }) => awards.length > 0)).toBe(true);
  });
});
