/** The same landing page, of a fictional dataset, in the layouts that pages have. */

export const FILES_URL = 'https://files.example/nies_data';
export const PAGE = { url: 'https://pages.example/doi/10.17595/20990401.001.html', filesUrl: FILES_URL } as const;

type Row = readonly [label: string, value: string];

const DATA = `${FILES_URL}/10.17595/20990401.001`;

/** Rows in the labels of the Japanese pages (fact sheet 3), fictional values. */
export const JA_ROWS: readonly Row[] = [
  ['作成者', '架空 花子<sup>*1</sup>(<a href="https://orcid.org/0000-0002-1825-0097"><img src="o.png"></a>), 見本 太郎*1,*2<br>*1 国立環境研究所 地球システム領域 *2 見本大学'],
  ['データ公開日', '2099年04月01日'],
  ['データ提供期間', '2001/04/01 - 2098/03/31'],
  ['データ提供機関', '国立研究開発法人 国立環境研究所<br>Email: cgerdb_admin(at)nies.go.jp'],
  ['DOI', '<a href="https://doi.org/10.17595/20990401.001">10.17595/20990401.001</a>'],
  ['ファイル形式', 'テキスト'],
  ['データ容量', '9.66MB'],
  ['バージョン', 'Ver.1.2 (最終更新日: 2099/09/06)'],
  ['データセットの言語', '英語'],
  ['観測項目', 'CH<sub>4</sub>濃度'],
  ['時間分解能', '1時間'],
  ['精度', '2 ppb'],
  ['観測期間', '2001年開始 (継続中)'],
  ['緯度・経度', '北緯43.16028度、東経145.49739度'],
  ['高度等', '【標高】42.4m、【大気採取高 (地上高)】51.5m、【高度】93.9m'],
  ['測定方法', '空気を吸引して測定する。'],
  ['計算方法', '1時間平均。'],
  ['更新履歴', '<ul><li>Ver.1.2 2099/09/06 追加</li><li>Ver.1.0 2099/04/01 公開</li></ul>'],
  ['参考文献', 'Kakuu, H. (2098) On air. J. Air, 1, 1-9.'],
  ['利用規約', '<p>利用の際は、DOIと版を明記すること。</p><p>再配布の際は同じ規約とする。</p>'],
]; // prettier-ignore

export const EN_ROWS: readonly Row[] = [
  ['Creator(s)', 'Hanako Kakuu*1 (https://orcid.org/0000-0002-1825-0097), Taro Mihon*1,*2<br>*1 Earth System Division, National Institute for Environmental Studies *2 Mihon University'],
  ['Release date', '2099/04/01'],
  ['Temporal coverage', '2001/04/01 - 2098/03/31'],
  ['Data provider', 'National Institute for Environmental Studies<br>Email: cgerdb_admin(at)nies.go.jp'],
  ['DOI', '10.17595/20990401.001'],
  ['File format', 'text'],
  ['Data volume', '9.66 MB'],
  ['Version (last updated)', 'Ver.1.2 (2099/09/06)'],
  ['Dataset language', 'English'],
  ['Observed items', 'CH4 mole fraction'],
  ['Time resolution', '1 hour'],
  ['Precision', '2 ppb'],
  ['Observation period', 'From 2001 (ongoing)'],
  ['Latitude / Longitude', '43.16028°N, 145.49739°E'],
  ['Height etc.', 'Elevation: 42.4 m;<br>Sampling height: 51.5 m above ground'],
  ['Measurement method', 'Air is drawn in and measured.'],
  ['Calculation method', 'Averages of an hour.'],
  ['Update history', '<ul><li>Ver.1.2 2099/09/06 added</li><li>Ver.1.0 2099/04/01 released</li></ul>'],
  ['References', 'Kakuu, H. (2098) On air. J. Air, 1, 1-9.'],
  ['Terms and conditions of use', '<p>Cite the DOI and the version.</p><p>Redistribute under the same terms only.</p>'],
]; // prettier-ignore

const JA_TITLE = '架空岬における大気中メタン濃度';
const EN_TITLE = 'Atmospheric methane at Cape Kakuu';

type Layout = (rows: readonly Row[]) => string;

export const LAYOUTS: Readonly<Record<string, Layout>> = {
  'tables of label and value': (rows) =>
    `<table>${rows.map(([label, value]) => `<tr><th>${label}</th><td>${value}</td></tr>`).join('\n')}</table>`,
  'tables without header cells': (rows) =>
    `<table><tbody>${rows.map(([label, value]) => `<tr><td>${label}</td><td>${value}</td></tr>`).join('\n')}</table>`,
  'definition lists': (rows) =>
    `<dl>${rows.map(([label, value]) => `<dt>${label}</dt><dd>${value}</dd>`).join('\n')}</dl>`,
  'headings and paragraphs': (rows) =>
    rows.map(([label, value]) => `<h3>${label}:</h3>\n<div>${value}</div>`).join('\n'),
  'a table in a table of layout': (rows) =>
    `<table><tr><td><nav>x</nav></td><td><table>${rows.map(([label, value]) => `<tr><th>${label}<td>${value}`).join('\n')}</table></td></tr></table>`,
};

/** A page. `extra` stands below the introduction. */
export function landingPage(
  language: 'ja' | 'en',
  rows: readonly Row[] = language === 'ja' ? JA_ROWS : EN_ROWS,
  extra = `<p><a href="${DATA}/CH4_KKU_v1.2.txt">${language === 'ja' ? 'データのダウンロード' : 'Click Here to Download'}</a></p>`,
  layout: Layout = LAYOUTS['tables of label and value'] ?? (() => ''),
): string {
  const [title, introduction, overview] =
    language === 'ja'
      ? [JA_TITLE, '架空岬の大気中メタン（CH4）の観測データである。', '概要']
      : [EN_TITLE, 'Observations of atmospheric CH4 &amp; more at Cape Kakuu.', 'Overview'];
  return `<!DOCTYPE html><html lang="${language}"><head><meta charset="utf-8"><title>${title}|国立環境研究所</title>
    <style>p { color: red }</style><script>var x = "<p>no</p>";</script></head>
    <body><nav><ul><li><a href="/">Version: 9.9</a></li></ul></nav><h1>${title}</h1>${extra}<p>${introduction}</p>
    <h2>${overview}</h2>${layout(rows)}<footer><p>Contact: nobody</p></footer></body></html>`;
}

/** The rows with other values; a null value takes the row out. */
export function withRows(rows: readonly Row[], changes: Readonly<Record<string, string | null>>): Row[] {
  const kept = rows.flatMap(([label, value]): Row[] => {
    const changed = changes[label];
    return changed === null ? [] : [[label, changed ?? value]];
  });
  const added = Object.entries(changes).flatMap(([label, value]): Row[] =>
    value === null || rows.some(([known]) => known === label) ? [] : [[label, value]],
  );
  return [...kept, ...added];
}
