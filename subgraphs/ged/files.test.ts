import { afterEach, describe, expect, it } from 'vitest';
import { EN_ROWS, JA_ROWS, landingPage } from './landing/testing.js';
import { nasaAmes, nies, type Answer, type Nies } from './testing.js';

const open: Nies[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

const PUBLIC = 'https://db.cger.nies.go.jp/nies_data/10.17595/20990401.001';
const FOLDER = '/nies_data/10.17595/20990401.001';

/** NIES with one dataset whose pages link to the files, at their public addresses. */
async function withFiles(
  files: Parameters<typeof nies>[0],
  note = '',
  settings: Record<string, string> = {},
): Promise<Nies> {
  const links = Object.keys(files)
    .map((name) => `<li><a href="${PUBLIC}/${name}">${name}</a></li>`)
    .join('');
  const platform = await nies(
    {
      '/doi/10.17595/20990401.001.html': landingPage('ja', JA_ROWS, `<ul>${links}</ul>${note}`),
      '/doi/10.17595/20990401.001-e.html': landingPage('en', EN_ROWS, `<ul>${links}</ul>`),
      ...Object.fromEntries(Object.entries(files).map(([name, answer]) => [`${FOLDER}/${name}`, answer])),
    },
    settings,
  );
  open.push(platform);
  return platform;
}

const filesQuery = (fields: string): string =>
  `{ gedDataset(id: "20990401.001") { title { ja } files { name ${fields} } } }`;
const filesIn = (data: Record<string, unknown> | null): unknown =>
  (data?.['gedDataset'] as { files?: unknown } | null)?.files;
const fileReads = (platform: Nies): string[] => platform.paths().filter((path) => path.startsWith(FOLDER));

describe('a data file', () => {
  it('is not asked for while only what the page says of it is selected', async () => {
    const platform = await withFiles({ 'a.txt': nasaAmes() });
    const { data, errors } = await platform.ask(filesQuery('url accessRight size bytes label { text }'));
    expect(errors).toEqual([]);
    expect(filesIn(data)).toEqual([
      { name: 'a.txt', url: `${PUBLIC}/a.txt`, accessRight: 'UNKNOWN', size: null, bytes: null, label: null },
    ]);
    expect(fileReads(platform)).toEqual([]);
  });

  it('is read once for all fields of a request, and kept for the next one', async () => {
    const platform = await withFiles({ 'a.txt': nasaAmes() });
    const query = filesQuery(`ffi encoding organization mission source originators dataDate revisionDate comments
      attributes { key value } warnings { line code text }
      variables { name description unit missingValue scale count missing min max }
      one: series(variable: "CH4") { variable unit total missing withoutTime points { at value } terms { ja en } }
      two: series(variable: "CH4", from: "2014-02-01T00:00:00Z", maxPoints: 1) { total missing points { value } }`);
    const { data, errors } = await platform.ask(query);
    expect(errors).toEqual([]);
    const [file] = filesIn(data) as [Record<string, unknown>];
    expect(file).toMatchObject({
      ffi: 1001,
      encoding: 'utf-8',
      organization: 'NIES, Tsukuba',
      mission: 'NIES/Programme of Air',
      source: 'in situ/Station',
      originators: 'Kakuu, Hanako',
      dataDate: '2014-01-01',
      revisionDate: '2024-04-15',
      comments: 'TIME_ZONE: 0\nCite the DOI.',
      attributes: [{ key: 'TIME_ZONE', value: '0' }],
      warnings: [],
      two: { total: 1, missing: 1, points: [{ value: 1802.5 }] },
    });
    expect((file['variables'] as unknown[])[2]).toEqual({
      name: 'CH4',
      description: 'mole fraction of CH4',
      unit: 'ppb',
      missingValue: 9999.99,
      scale: 1,
      count: 2,
      missing: 1,
      min: 1800.5,
      max: 1802.5,
    });
    expect(file['one']).toEqual({
      variable: 'CH4',
      unit: 'ppb',
      total: 2,
      missing: 1,
      withoutTime: 0,
      points: [
        { at: '2014-01-01T00:00:00Z', value: 1800.5 },
        { at: '2014-03-01T00:00:00Z', value: 1802.5 },
      ],
      terms: {
        ja: '利用の際は、DOIと版を明記すること。\n再配布の際は同じ規約とする。',
        en: 'Cite the DOI and the version.\nRedistribute under the same terms only.',
      },
    });
    expect((await platform.ask(query)).data).toEqual(data);
    expect(fileReads(platform)).toEqual([`${FOLDER}/a.txt`]);
  });

  it('draws its series under the Japanese title, with the unit', async () => {
    const platform = await withFiles({ 'a.txt': nasaAmes() });
    const { data, errors } = await platform.ask(filesQuery('series(variable: "CH4") { svg(width: 400, height: 200) }'));
    expect(errors).toEqual([]);
    const [file] = filesIn(data) as [{ series: { svg: string } }];
    expect(file.series.svg).toMatch(/^<svg /);
    expect(file.series.svg).toContain('架空岬における大気中メタン濃度');
    expect(file.series.svg).toContain('CH4 [ppb]');
  });

  it('in cp932 is read in it', async () => {
    const text = Buffer.concat([
      Buffer.from(nasaAmes().split('Cite the DOI.')[0] ?? '', 'latin1'),
      // 引用すること
      Buffer.from([0x88, 0xf8, 0x97, 0x70, 0x82, 0xb7, 0x82, 0xe9, 0x82, 0xb1, 0x82, 0xc6]),
      Buffer.from(nasaAmes().split('Cite the DOI.')[1] ?? '', 'latin1'),
    ]);
    const platform = await withFiles({ 'a.txt': text });
    const { data } = await platform.ask(filesQuery('encoding comments'));
    expect(filesIn(data)).toEqual([{ name: 'a.txt', encoding: 'cp932', comments: 'TIME_ZONE: 0\n引用すること' }]);
  });

  it('that is no NASA Ames has no index and no variables, and is no error', async () => {
    const platform = await withFiles({ 'readme.txt': 'Not 1001 of that kind.\n', 'map_2099.tif.gz': Buffer.from([1]), 'b.nc': 'CDF' });
    const { data, errors } = await platform.ask(filesQuery('ffi variables { name } series(variable: "CH4") { total }'));
    expect(errors).toEqual([]);
    expect(filesIn(data)).toEqual(
      ['readme.txt', 'map_2099.tif.gz', 'b.nc'].map((name) => ({ name, ffi: null, variables: null, series: null })),
    );
    // What is no text by its name is not fetched.
    expect(fileReads(platform)).toEqual([`${FOLDER}/readme.txt`]);
  }); // prettier-ignore

  it('that is broken is an error with its line and its address', async () => {
    const platform = await withFiles({ 'a.txt': nasaAmes().replace('9999 99 9999.99 999\n', '9999 99 9999.99 999 7\n') });
    const { data, errors } = await platform.ask(filesQuery('ffi'));
    expect(filesIn(data)).toEqual([{ name: 'a.txt', ffi: null }]);
    expect(errors[0]?.message).toMatch(/^NIES GED sent a file that could not be read: .*line 12.*a\.txt\)\.$/);
    expect(errors[0]?.path).toEqual(['gedDataset', 'files', 0, 'ffi']);
  }); // prettier-ignore

  it('with a password is never asked for', async () => {
    const platform = await withFiles({ 'a.txt': nasaAmes() }, '<p>ダウンロードにはパスワードが必要です。</p>');
    const { data, errors } = await platform.ask(filesQuery('accessRight ffi series(variable: "CH4") { total }'));
    expect(errors).toEqual([]);
    expect(filesIn(data)).toEqual([{ name: 'a.txt', accessRight: 'RESTRICTED', ffi: null, series: null }]);
    expect(fileReads(platform)).toEqual([]);
  });

  it('that turns out to have a password, or to be gone, is an error that says so', async () => {
    const platform = await withFiles({
      'closed.txt': (_, response) => response.writeHead(401, { 'www-authenticate': 'Basic' }).end('secret'),
      'gone.txt': (_, response) => response.writeHead(404).end(),
    });
    const { errors } = await platform.ask(filesQuery('ffi'));
    expect(errors.map(({ message }) => message)).toEqual([
      expect.stringMatching(/password for https:\/\/db\.cger\.nies\.go\.jp\/.*closed\.txt/),
      expect.stringMatching(/no file \(any more\) at https:.*gone\.txt/),
    ]);
    expect(JSON.stringify(errors)).not.toContain('secret');
  });

  it('beyond the limit of size is refused by its announced length, with its address', async () => {
    let sent = 0;
    const platform = await withFiles(
      {
        'a.txt': (_, response) => {
          response.writeHead(200, { 'content-length': '3000001' });
          response.write('x', () => (sent += 1));
        },
      },
      '',
      { GED_MAX_FILE_BYTES: '3000000' },
    );
    const { errors } = await platform.ask(filesQuery('ffi'));
    expect(errors[0]?.message).toBe(
      `The file is larger than 3 MB, the most that is read of a data file of NIES GED. Download it from ${PUBLIC}/a.txt.`,
    );
    expect(sent).toBeLessThanOrEqual(1);
  });

  it('whose printed size is beyond the limit is not asked for', async () => {
    const platform = await withFiles({}, `<p><a href="${PUBLIC}/big.txt">big.txt</a> (1.80 GB)</p>`);
    const { errors } = await platform.ask(filesQuery('ffi'));
    expect(errors[0]?.message).toBe(
      `The file is larger than 20 MB, the most that is read of a data file of NIES GED. Download it from ${PUBLIC}/big.txt.`,
    );
    expect(fileReads(platform)).toEqual([]);
  });

  it('that never ends is left at the limit', async () => {
    const platform = await withFiles(
      {
        'a.txt': (_, response) => {
          const more = (): void => {
            while (!response.destroyed && response.write(Buffer.alloc(65_536, 0x20))) continue;
          };
          response.on('drain', more);
          more();
        },
      },
      '',
      { GED_MAX_FILE_BYTES: '2000000' },
    );
    const { errors } = await platform.ask(filesQuery('ffi'));
    expect(errors[0]?.message).toMatch(/^The file is larger than 2 MB/);
  });

  it('that leads to another host, or out of its folder, is not followed; within it is', async () => {
    const moved =
      (to: string): Answer =>
      (_, response) => {
        response.writeHead(302, { location: to }).end();
      };
    const platform = await withFiles({
      'away.txt': moved('https://elsewhere.example/nies_data/x.txt'),
      'page.txt': moved('/doi/10.17595/20990401.001.html'),
      'loop.txt': moved(`${FOLDER}/loop.txt`),
      'old.txt': moved(`${FOLDER}/new.txt`),
      'new.txt': nasaAmes(),
    });
    const { data, errors } = await platform.ask(filesQuery('ffi'));
    expect(filesIn(data)).toMatchObject([{}, {}, {}, { ffi: 1001 }, { ffi: 1001 }]);
    expect(errors.map(({ message }) => message)).toEqual([
      expect.stringContaining('to another place, which was not followed'),
      expect.stringContaining('to another place, which was not followed'),
      expect.stringContaining('more than 3 redirects'),
    ]);
    expect(platform.paths().filter((path) => path.startsWith('/doi/'))).toHaveLength(2);
  }); // prettier-ignore

  it('has no series of a variable that it lacks, or of more points than are given', async () => {
    const platform = await withFiles({ 'a.txt': nasaAmes() });
    const { errors } = await platform.ask(
      filesQuery('a: series(variable: "CO2") { total } b: series(variable: "CH4", maxPoints: 5001) { total }'),
    );
    expect(errors.map(({ message }) => message)).toEqual([
      expect.stringMatching(/"CO2" is no variable of this file; it has: YEAR, MONTH, CH4, UC\./),
      expect.stringMatching(/maxPoints: 5001/),
    ]);
  });
});
