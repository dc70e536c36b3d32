import { describe, expect, it } from 'vitest';
import { readLandingPage, type LandingPage } from './page.js';
import { EN_ROWS, FILES_URL, JA_ROWS, landingPage, LAYOUTS, PAGE, withRows } from './testing.js';

const read = (html: string): LandingPage => readLandingPage(html, PAGE);
const ja = (changes: Record<string, string | null>): LandingPage => read(landingPage('ja', withRows(JA_ROWS, changes)));
const en = (changes: Record<string, string | null>): LandingPage => read(landingPage('en', withRows(EN_ROWS, changes)));

const SITE = { name: null, latitude: 43.16028, longitude: 145.49739, box: null, elevation: 42.4, inletHeight: 51.5 };

describe('a landing page', () => {
  it.each(Object.entries(LAYOUTS))('is read by its labels from %s, in Japanese', (_, layout) => {
    expect(read(landingPage('ja', JA_ROWS, undefined, layout))).toEqual({
      title: '架空岬における大気中メタン濃度',
      doi: '10.17595/20990401.001',
      abstract: '架空岬の大気中メタン（CH4）の観測データである。',
      creators: [
        { name: '架空 花子', orcid: '0000-0002-1825-0097', affiliations: ['国立環境研究所 地球システム領域'] },
        { name: '見本 太郎', orcid: null, affiliations: ['国立環境研究所 地球システム領域', '見本大学'] },
      ],
      contributors: null,
      provider: '国立研究開発法人 国立環境研究所',
      contact: 'cgerdb_admin(at)nies.go.jp',
      issued: '2099-04-01',
      coverage: { from: '2001-04-01', until: '2098-03-31', open: false },
      observationPeriod: { from: '2001', until: null, open: true },
      version: '1.2',
      updated: '2099-09-06',
      language: 'en',
      formats: ['テキスト'],
      size: '9.66MB',
      observedItems: 'CH4濃度',
      resolution: '1時間',
      precision: '2 ppb',
      method: '空気を吸引して測定する。\n1時間平均。',
      sites: [{ ...SITE, altitude: 93.9 }],
      history: ['Ver.1.2 2099/09/06 追加', 'Ver.1.0 2099/04/01 公開'],
      references: ['Kakuu, H. (2098) On air. J. Air, 1, 1-9.'],
      usedIn: [],
      acknowledgements: null,
      terms: '利用の際は、DOIと版を明記すること。\n再配布の際は同じ規約とする。',
      license: null,
      keywords: [],
      files: [
        {
          name: 'CH4_KKU_v1.2.txt',
          url: `${FILES_URL}/10.17595/20990401.001/CH4_KKU_v1.2.txt`,
          label: null,
          size: null,
          bytes: null,
          password: false,
        },
      ],
      services: [],
      status: 'UNKNOWN',
      password: false,
    });
  });

  it.each(Object.entries(LAYOUTS))('is read by its labels from %s, in English', (_, layout) => {
    expect(read(landingPage('en', EN_ROWS, undefined, layout))).toMatchObject({
      title: 'Atmospheric methane at Cape Kakuu',
      abstract: 'Observations of atmospheric CH4 & more at Cape Kakuu.',
      creators: [
        { name: 'Hanako Kakuu', orcid: '0000-0002-1825-0097' },
        { name: 'Taro Mihon', orcid: null, affiliations: [expect.stringMatching(/^Earth/), 'Mihon University'] },
      ],
      provider: 'National Institute for Environmental Studies',
      version: '1.2',
      updated: '2099-09-06',
      observationPeriod: { from: '2001', until: null, open: true },
      sites: [{ ...SITE, altitude: null }],
      history: ['Ver.1.2 2099/09/06 added', 'Ver.1.0 2099/04/01 released'],
      terms: 'Cite the DOI and the version.\nRedistribute under the same terms only.',
    });
  });

  it('has the title that the document has, where the logo of the site is a heading too', () => {
    const html = landingPage('ja').replace('<h1>', '<h1>国立環境研究所</h1><p>国環研のページです。</p><h1>');
    expect(read(html)).toMatchObject({
      title: '架空岬における大気中メタン濃度',
      abstract: '架空岬の大気中メタン（CH4）の観測データである。',
    });
  });

  it('without most of its fields has null for them', () => {
    const page = read('<h1>題</h1><h2>DOI</h2><p>10.17595/20990401.001</p><h2>利用規約</h2><p>引用すること。</p>');
    expect(page).toMatchObject({ title: '題', doi: '10.17595/20990401.001', terms: '引用すること。', abstract: null });
    expect(page).toMatchObject({
      version: null,
      coverage: null,
      sites: [],
      creators: [],
      files: [],
      status: 'UNKNOWN',
    });
  });

  it('reads labels within a cell or a paragraph, outside of other fields alone', () => {
    const rows = withRows(EN_ROWS, {
      'Time resolution': null,
      Precision: null,
      'Data set': 'Time resolution: 1 day<br>Precision: 0.3 ppb<br>Remark: none',
      'Terms and conditions of use': '<p>DOI: cite it.</p><p>Version: name it.</p>',
    });
    expect(read(landingPage('en', rows))).toMatchObject({
      resolution: '1 day',
      precision: '0.3 ppb',
      version: '1.2',
      terms: 'DOI: cite it.\nVersion: name it.',
    });
  });

  it('keeps what stands under headings of its own within the terms', () => {
    const html =
      '<h1>T</h1><h2>DOI</h2>10.17595/20990401.001<h2>Terms of use</h2><h3>Citation</h3><p>Cite.</p><h3>Sharing</h3><p>Same terms.</p>';
    expect(read(html).terms).toBe('Citation\nCite.\nSharing\nSame terms.');
  });

  it.each([
    ['an error page', '<title>404</title><h1>Not found</h1><p>No such page.</p>'],
    ['a text without markup', 'Version: 1.2'],
    ['nothing', ''],
  ])('is not %s', (_, html) => {
    expect(() => read(html)).toThrow(/no landing page of GED/);
  });

  it('costs little when it is all opening tags', () => {
    const started = performance.now();
    expect(() => read('<table><tr><td><b>'.repeat(100_000))).toThrow(/nested too deeply/);
    expect(() => read('<dl><dt>'.repeat(200_000))).toThrow(/nested too deeply/);
    expect(() => read('<p>x<br>'.repeat(200_000))).toThrow(/no landing page/);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

describe('a hostile page', () => {
  const MUCH = 3_000_000;
  const filled = (text: string): string => text.repeat(Math.ceil(MUCH / text.length));
  it.each([
    ['commas in its creators', { 'Creator(s)': filled('a,') }],
    ['brackets in its creators', { 'Creator(s)': filled('(ab') }],
    ['marks in its creators', { 'Creator(s)': filled('1,') }],
    ['one word in its provider', { 'Data provider': filled('a') }],
    ['numbers in its position', { 'Latitude / Longitude': filled('1 ') }],
    ['digits in its version', { 'Version (last updated)': filled('1') }],
    ['lines in its history', { 'Update history': filled('x<br>') }],
    ['updates in its terms', { 'Terms and conditions of use': filled('update a ') }],
    ['commas in its formats', { 'File format': filled('(,') }],
    ['links', { 'Data set': filled(`<a href="${FILES_URL}/a.txt">x</a>`) }],
    ['markup that was escaped', { References: filled('&lt;a x="') }],
    ['blanks', { References: filled(' ') }],
  ])('with %s costs little', (_, changes) => {
    const html = landingPage('en', withRows(EN_ROWS, changes));
    const started = performance.now();
    read(html);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

describe('a version', () => {
  it.each([
    ['Ver. 1.2 (2024/09/06)', '1.2', '2024-09-06'],
    ['Ver.2.0(最終更新日: 2022年12月09日)', '2.0', '2022-12-09'],
    ['2.0 (2022-12-09)', '2.0', '2022-12-09'],
    ['ver.2024.1.0', '2024.1.0', null],
    ['ver1.0 (Last updated: 2024/05/31)', '1.0', '2024-05-31'],
    ['Version 3', '3', null],
    ['2022-12-09', null, '2022-12-09'],
    ['最新版', null, null],
  ])('is read from %j', (printed, version, updated) => {
    expect(ja({ バージョン: printed })).toMatchObject({ version, updated });
  });
});

describe('a time span', () => {
  it.each([
    ['1995/01/01 - 2024/03/31', '1995-01-01', '2024-03-31'],
    ['1995 – 2024/03', '1995', '2024-03'],
    ['1999-2014', '1999', '2014'],
    ['2009年07月21日 ～ 2022年08月22日', '2009-07-21', '2022-08-22'],
    ['1997-07-16 – 2022-03-23', '1997-07-16', '2022-03-23'],
    ['2001/01 - 2001/12, 2003/01 - 2003/06', '2001-01', '2003-06'],
    ['2017', '2017', '2017'],
  ])('with two ends is read from %j', (printed, from, until) => {
    expect(ja({ データ提供期間: printed }).coverage).toEqual({ from, until, open: false });
  });

  it.each(['2009/07/21 - ', '2009年07月21日～', '2009年07月21日開始(継続中)', 'From 2009-07-21 (ongoing)', '2009/07/21 to present'])(
    'without an end is read from %j',
    (printed) => {
      expect(ja({ データ提供期間: printed }).coverage).toEqual({ from: '2009-07-21', until: null, open: true });
    },
  ); // prettier-ignore

  it('that is no date is none', () => {
    expect(ja({ データ提供期間: '準備中' }).coverage).toBeNull();
  });
});

describe('a licence', () => {
  it.each([
    ['CC BY 4.0 で公開する', { name: 'CC BY 4.0', spdx: 'CC-BY-4.0' }],
    ['<a href="https://creativecommons.org/licenses/by/4.0/">this licence</a>', { spdx: 'CC-BY-4.0', url: 'https://creativecommons.org/licenses/by/4.0/' }],
    ['https://creativecommons.org/licenses/by-nc/4.0/deed.ja に従う', { spdx: 'CC-BY-NC-4.0' }],
  ])('is one that is printed: %j', (terms, license) => {
    expect(ja({ 利用規約: terms }).license).toMatchObject(license);
  }); // prettier-ignore

  it('is not made of terms in prose', () => {
    expect(ja({ 利用規約: '自由に利用してよい。引用すること。' }).license).toBeNull();
  });
});

describe('the state of a dataset', () => {
  const note = (text: string): LandingPage => read(landingPage('ja', JA_ROWS, `<p>${text}</p>`));
  it.each([
    ['このデータセットは、全ルートのデータにマージされたため、更新は止まっています。', 'DISCONTINUED', false],
    ['更新は終了しました。ダウンロードにはパスワードが必要です。', 'DISCONTINUED', true],
    ['本データのダウンロードにはパスワードが必要です。', 'RESTRICTED', true],
    ['A password is required. Please contact someone(at)nies.go.jp.', 'RESTRICTED', true],
    ['パスワードは不要です。', 'UNKNOWN', false],
    ['No password is needed.', 'UNKNOWN', false],
    ['This dataset contains near-real-time data.', 'PRELIMINARY', false],
    ['QA/QCが未だ進行中のデータを含みます。', 'PRELIMINARY', false],
    ['Preliminary data are shown in the trend update (GGTU).', 'UNKNOWN', false],
    ['次の更新時には、標準データに統合されます。', 'UNKNOWN', false],
    ['確定値である。', 'FINAL', false],
    ['The final chapter is about data.', 'UNKNOWN', false],
  ])('is what %j says', (text, status, password) => {
    expect(note(text)).toMatchObject({ status, password });
  });
});

describe('links', () => {
  const linked = (extra: string): LandingPage => read(landingPage('en', EN_ROWS, extra));

  it('are files only under the configured address, each once', () => {
    const root = `${FILES_URL}/10.17595/20990401.001`;
    const page = linked(`<ul>
      <li><a href="${root}/a.txt">a.txt</a> (text, 303 KiB)</li>
      <li><a href="${root}/a.txt#x">again</a></li>
      <li><a href="http://files.example/nies_data/10.17595/20990401.001/b%20c.tif.gz">Map of 2099</a> 1.2 MB, once 3 MB</li>
      <li><a href="${root}/../../../secret.txt">x</a></li>
      <li><a href="${root}/%2e%2e/%2e%2e/%2e%2e/secret.txt">x</a></li>
      <li><a href="${root}/..%2fsecret.txt">x</a></li>
      <li><a href="https://files.example.evil/nies_data/x.txt">x</a></li>
      <li><a href="https://user:pass@files.example/nies_data/x.txt">x</a></li>
      <li><a href="${root}/">folder</a></li>
      <li><a href="javascript:alert(1)">x</a></li><li><a href="http://[">x</a></li></ul>`);
    expect(page.files.map(({ name, url, label, size, bytes }) => [name, url, label, size, bytes])).toEqual([
      ['a.txt', `${root}/a.txt`, 'again', '303 KiB', 310_272],
      ['b c.tif.gz', `${root}/b%20c.tif.gz`, 'Map of 2099', null, null],
    ]);
  });

  it('say of each file whether it needs a password', () => {
    const page = linked(
      `<p><a href="${FILES_URL}/open.txt">open</a></p><p><a href="${FILES_URL}/closed.txt">closed</a> (password required)</p>`,
    );
    expect(page.files.map(({ name, password }) => [name, password])).toEqual([
      ['open.txt', false],
      ['closed.txt', true],
    ]);
  });

  it('are services by their known addresses', () => {
    const page = linked(`<p><a href="http://db.cger.nies.go.jp/portal/ggtus/index?lang=jpn">速報</a>
      <a href="https://db.cger.nies.go.jp/ged/metex/en/usage.html">METEX</a>
      <a href="http://db.cger.nies.go.jp/portal/analyses/trend">Trend</a>
      <a href="http://db.cger.nies.go.jp/portal/plots/1">Quick plot</a>
      <a href="https://elsewhere.example/portal/ggtus/">no</a></p>`);
    expect(page.services).toEqual([
      { kind: 'NRT', name: '速報', url: 'https://db.cger.nies.go.jp/portal/ggtus/index?lang=jpn', preliminary: true },
      { kind: 'TRAJECTORY', name: 'METEX', url: 'https://db.cger.nies.go.jp/ged/metex/en/usage.html', preliminary: false },
      { kind: 'TREND', name: 'Trend', url: 'https://db.cger.nies.go.jp/portal/analyses/trend', preliminary: false },
      { kind: 'QUICKLOOK', name: 'Quick plot', url: 'https://db.cger.nies.go.jp/portal/plots/1', preliminary: false },
    ]);
  }); // prettier-ignore
});

describe('JSON-LD', () => {
  const script = (text: string): string => `<script type="application/ld+json">${text}</script>`;
  it('counts before what is printed, where it is a Dataset', () => {
    const dataset = JSON.stringify({
      '@graph': [
        { '@type': 'WebPage', name: 'no' },
        { '@type': ['Dataset'], name: 'Named', version: 3, datePublished: '2099-05-01', keywords: 'a, b', license: { url: 'https://creativecommons.org/licenses/by/4.0/' } },
      ],
    }); // prettier-ignore
    expect(read(landingPage('en', EN_ROWS, script(dataset)))).toMatchObject({
      title: 'Named',
      version: '3',
      issued: '2099-05-01',
      keywords: ['a', 'b'],
      license: { spdx: 'CC-BY-4.0' },
      resolution: '1 hour',
    });
  });

  it.each(['{', '[]', 'null', '{"@type":"Person","name":"x"}', '{"@type":"Dataset","name":{"a":1},"keywords":[{}]}'])(
    'is passed over where it is %j',
    (text) => {
      expect(read(landingPage('en', EN_ROWS, script(text)))).toMatchObject({
        title: 'Atmospheric methane at Cape Kakuu',
        keywords: [],
      });
    },
  );
});

it('the size may be in either kind of units, and a range is no number of bytes', () => {
  expect(en({ 'Data volume': '303 KiB' }).size).toBe('303 KiB');
  expect(en({ 'Data volume': '1.73 – 1.98 GB' }).size).toBe('1.73 – 1.98 GB');
});
