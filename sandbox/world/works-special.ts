import { crid, hash, isbn } from './ids.js';
import type { CiniiHolding, JairoHolding, WorldWork } from './types.js';

/** What most of these works have in common: nothing but what each says of itself. */
const BLANK: Omit<WorldWork, 'key' | 'holdings'> = {
  field: 'humanities', topic: 'special', kind: 'article', title: { ja: null, en: null }, titleKana: null, alternativeTitle: null, abstract: { ja: null, en: null },
  keywords: [], language: 'ja', creators: [], otherCreators: [], publisher: { ja: null, en: null }, journal: null, volume: null, issue: null, firstPage: null,
  lastPage: null, event: null, degree: null, issued: '2015', deposited: '2016-04-01', version: null, doi: null, handle: null, naid: null, ncid: null, isbn: null,
  access: 'metadata-only', embargoUntil: null, licence: null, files: [], awards: [], relations: [], places: [], period: null,
}; // prettier-ignore

function onCinii(key: string, leading: string, issued: string, type: string, value: string): CiniiHolding {
  return {
    crid: crid(leading, key), sources: [{ type, value }], abstractAllowed: true, markup: 'none', titles: 'both', abstracts: 'both', issued, withoutOrcid: [], awardPrefix: true,
  }; // prettier-ignore
}

function onJairo(repository: string, recid: string, set: string, issued: string): JairoHolding {
  return {
    repository, recid, sets: [set], irdb: `00049${recid.padStart(5, '0')}`, datestamp: '2026-06-01T03:04:05Z', state: 'public', titles: 'both', abstracts: 'both', issued,
    withoutOrcid: [], awardPrefix: false,
  }; // prettier-ignore
}

/** Articles known only from the reference lists of others: a name, a journal's title, a year (fact sheet of CiNii Research 10.1). */
const citationOnly: readonly WorldWork[] = [
  ['special-citation-1', '青海波子', '1998', '10999100001'],
  ['special-citation-2', 'IWAKI I.', '1987-03', '10999100002'],
  ['special-citation-3', 'KANAMORI R.', '', '10999100003'],
  ['special-citation-4', '古井巻子', '1965', '10999100004'],
].map(([key = '', author = '', issued = '', naid = '']) => ({
  ...BLANK, key, naid, issued: issued === '' ? '1990' : issued, otherCreators: [author],
  holdings: { cinii: onCinii(key, '1573', issued, 'CIA', naid) },
})); // prettier-ignore

/** Books in Chinese: han characters that are not Japanese. */
const chineseBooks: readonly WorldWork[] = [
  ['special-zh-1', '海洋塑料污染与治理', '海岸出版社', '2019', 'BC99700001', '978799900101'],
  ['special-zh-2', '火山与人类社会', '大地出版社', '2016', 'BC99700002', '978799900102'],
  ['special-zh-3', '古籍整理与数字人文', '书林出版社', '2021', 'BC99700003', '978799900103'],
].map(([key = '', title = '', publisher = '', issued = '', ncid = '', twelve = '']) => ({
  ...BLANK, key, kind: 'book', title: { ja: title, en: null }, publisher: { ja: publisher, en: null }, language: 'zh', otherCreators: ['王海'], issued, ncid, isbn: isbn(twelve),
  holdings: { cinii: onCinii(key, '1970', issued, 'NACSIS_CAT', ncid) },
})); // prettier-ignore

/** Reports of bodies: nobody is named. */
const nobodyNamed: readonly WorldWork[] = [1, 2, 3].map((number) => ({
  ...BLANK,
  key: `special-nobody-${String(number)}`, field: 'disaster', kind: 'report',
  title: { ja: `災害対応記録集 第${String(number)}巻`, en: `Records of Disaster Response, Vol. ${String(number)}` },
  publisher: { ja: '火山科学大学', en: 'Kazan University of Science' },
  issued: `202${String(number)}-03`, access: 'open', handle: `99102/0000090${String(number)}`,
  files: [{ name: `records-${String(number)}.pdf`, mediaType: 'application/pdf', bytes: 3_145_728, kind: 'fulltext', access: 'open', availableFrom: null }],
  holdings: {
    cinii: onCinii(`special-nobody-${String(number)}`, '1050', `202${String(number)}`, 'IRDB', `oai:irdb.nii.ac.jp:09102:000490090${String(number)}`),
    jairo: onJairo('kazan', `90${String(number)}`, '41', `202${String(number)}-03`),
  },
})); // prettier-ignore

/** Programs, each with its DOI on both platforms and its authors' names twice in two forms. */
const software: readonly WorldWork[] = (
  [
    ['driftwatch', '漂流物追跡プログラム DriftWatch', 'DriftWatch: a program that tracks drifting objects', 'ocean', 'isobe', 'kita', '951'],
    ['plumecast', '噴煙予測コード PlumeCast', 'PlumeCast: a code for forecasting eruption plumes', 'disaster', 'hiyama', 'kazan', '952'],
    ['yomitori', 'くずし字判読モデル Yomitori', 'Yomitori: a model that reads cursive Japanese', 'humanities', 'moji', 'miyako', '953'],
    ['soilflux', '土壌フラックス解析ツール SoilFlux', 'SoilFlux: a tool for soil flux analysis', 'life', 'tsuchiya', 'midori', '954'],
  ] as const
).map(([name, ja, en, field, creator, repository, recid]) => ({
  ...BLANK, key: `special-software-${name}`, field, kind: 'software', title: { ja, en }, creators: [creator], publisher: { ja: '架空大学', en: 'Example University' },
  abstract: { ja: `${ja}の公開版である。`, en: `This is the public release of ${en}.` },
  issued: '2024-09-17', version: '1.2.0', doi: `10.5072/software.${name}`, access: 'open', licence: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
  files: [{ name: `${name}-1.2.0.zip`, mediaType: 'application/zip', bytes: 812_004, kind: 'software', access: 'open', availableFrom: null }],
  holdings: {
    cinii: onCinii(`special-software-${name}`, '1880', '2024', 'DATACITE', `10.5072/software.${name}`),
    jairo: onJairo(repository, recid, '61', '2024-09-17'),
    eosc: {
      id: `doi_dedup___::${hash(`software/${name}`).toString(16).padStart(8, '0').repeat(4)}`, titles: 'en', abstracts: 'en', issued: '2024-09-17', withoutOrcid: [], awardPrefix: false,
    },
  },
})); // prettier-ignore

/** One article as two records, as NDL and JaLC deliver it unmerged: same NAID, one without a DOI (fact sheet 10.16). */
const twice: readonly WorldWork[] = (
  [
    ['special-twice-jalc', '10.5072/kaiyo-ronshu.2018.900', '1390', 'JALC', 'oai:japanlinkcenter.org:900000001'],
    ['special-twice-ndl', null, '1520', 'NDL', 'oai:iss.ndl.go.jp:R000000004-I900000001-00'],
  ] as const
).map(([key, doi, leading, type, value]) => ({
  ...BLANK, key, doi, field: 'ocean', title: { ja: '瀬戸内海の潮流と海洋プラスチックの滞留', en: doi === null ? null : 'Tidal currents and retention of marine plastics in the Seto Inland Sea' },
  titleKana: 'セト ナイカイ ノ チョウリュウ ト カイヨウ プラスチック ノ タイリュウ', creators: ['isobe', 'aomi'], journal: 'kaiyo-ronshu', volume: '28', issue: '2', firstPage: '41', lastPage: '55',
  publisher: { ja: '海洋環境研究会', en: 'Association for Marine Environment Studies' }, issued: '2018-06', naid: '110999000018',
  keywords: [{ ja: '海洋プラスチック', en: 'marine plastics' }], holdings: { cinii: onCinii(key, leading, '2018-06', type, value) },
})); // prettier-ignore

/** Works that are there for a peculiarity. */
export const specialWorks: readonly WorldWork[] = [
  ...citationOnly,
  ...chineseBooks,
  ...nobodyNamed,
  ...software,
  ...twice,
];
