/**
 * The vocabularies of the common metadata elements (metadata sheet 4): what stands for a code in Japanese and in English. The
 * codes are those that GakuNin RDM stores, in both generations of its registration schema.
 */
import type { Identifier } from './record.js';

/** A code's labels, and what it is known as elsewhere. */
export interface Term {
  readonly ja: string | null;
  readonly en: string | null;
  readonly identifier: Identifier | null;
}

/** One vocabulary: labels by code. */
export type Vocabulary = ReadonlyMap<string, Term>;

/** Whose identifiers the last part of a vocabulary's lines are, and where they lead; null: nowhere. */
interface Elsewhere {
  readonly scheme: string;
  readonly base: string | null;
}

const COAR_TYPE: Elsewhere = { scheme: 'COAR', base: 'http://purl.org/coar/resource_type/' };
const COAR_ACCESS: Elsewhere = { scheme: 'COAR', base: 'http://purl.org/coar/access_right/' };
const COAR_VERSION: Elsewhere = { scheme: 'COAR', base: 'http://purl.org/coar/version/' };
const SPDX: Elsewhere = { scheme: 'SPDX', base: 'https://spdx.org/licenses/' };

/** Lines of `code|Japanese|English|identifier`; an empty part is no label, and no identifier. */
function vocabulary(lines: string, elsewhere: Elsewhere | null = null): Vocabulary {
  const read = (line: string): readonly [string, Term] => {
    const [code = '', ja = '', en = '', value = ''] = line.trim().split('|');
    const identifier =
      elsewhere === null || value === ''
        ? null
        : { scheme: elsewhere.scheme, value, url: elsewhere.base === null ? null : elsewhere.base + value };
    return [code, { ja: ja === '' ? null : ja, en: en === '' ? null : en, identifier }];
  };
  return new Map(lines.trim().split('\n').map(read));
}

/** Codes by their identifiers elsewhere. */
function codesByIdentifier(terms: Vocabulary): ReadonlyMap<string, string> {
  return new Map(
    [...terms].flatMap(([code, { identifier }]) => (identifier === null ? [] : [[identifier.value, code]])),
  );
}

/** Metadata sheet 4.1. English names that the schema cuts at their first comma are given in full. */
export const FUNDERS = vocabulary(
  `
  AMED|国立研究開発法人日本医療研究開発機構|Japan Agency for Medical Research and Development|303
  MOD|防衛省|Ministry of Defense|501
  NRA|原子力規制庁|Nuclear Regulation Authority|1503
  ERCA|独立行政法人環境再生保全機構|Environmental Restoration and Conservation Agency|1502
  CAO|内閣府|Cabinet Office|301
  SOUMU|総務省|Ministry of Internal Affairs and Communications|601
  FDMA|消防庁|Fire and Disaster Management Agency|605
  NICT|国立研究開発法人情報通信研究機構|National Institute of Information and Communications Technology|615
  MEXT|文部科学省|Ministry of Education, Culture, Sports, Science and Technology|1001
  JST|国立研究開発法人科学技術振興機構|Japan Science and Technology Agency|1020
  JSPS|独立行政法人日本学術振興会|Japan Society for the Promotion of Science|1025
  MHLW|厚生労働省|Ministry of Health, Labour and Welfare|1101
  MAFF|農林水産省|Ministry of Agriculture, Forestry and Fisheries|1201
  PRIMAFF|農林水産省農林水産政策研究所|Policy Research Institute, Ministry of Agriculture, Forestry and Fisheries|1203
  NARO|国立研究開発法人農業・食品産業技術総合研究機構|National Agriculture and Food Research Organization|1205
  METI|経済産業省|Ministry of Economy, Trade and Industry|1301
  NEDO|国立研究開発法人新エネルギー・産業技術総合開発機構|New Energy and Industrial Technology Development Organization|1305
  MLIT|国土交通省|Ministry of Land, Infrastructure, Transport and Tourism|1401
  NILIM|国土技術政策総合研究所|National Institute for Land and Infrastructure Management|1405
  ENV|環境省|Ministry of the Environment|1501
  BIBIOHN|国立研究開発法人医薬基盤・健康・栄養研究所|National Institutes of Biomedical Innovation, Health and Nutrition|1106
`,
  { scheme: 'E-RAD_FUNDER', base: null },
);

/** e-Rad's numbers of the funders, as records identify them (metadata sheet 4.1). */
export const FUNDER_BY_E_RAD = codesByIdentifier(FUNDERS);

/** Metadata sheet 4.2: the main research fields of e-Rad. */
export const RESEARCH_FIELDS = vocabulary(
  `
  189|ライフサイエンス|Life Science|189
  289|情報通信|Informatics|289
  389|環境|Environmental Science|389
  489|ナノテク・材料|Nanotechnology/Materials|489
  589|エネルギー|Energy Engineering|589
  689|ものづくり技術|Manufacturing Technology|689
  789|社会基盤|Social Infrastructure|789
  889|フロンティア|Frontier Technology|889
  900|人文・社会|Humanities & Social Sciences|900
  1000|自然科学一般|Natural Science|1000
  9999|その他|Others|9999
`,
  { scheme: 'E-RAD_FIELD', base: null },
);

/** As the fields, and `project`: the field of the project. */
export const DATA_FIELDS: Vocabulary = new Map([
  ['project', { ja: 'プロジェクトの研究分野', en: 'Research field of the project', identifier: null }],
  ...RESEARCH_FIELDS,
]);

/** Metadata sheet 4.3. */
export const DATA_TYPES = vocabulary(
  `
  dataset|データセット|dataset|c_ddb1
  aggregated data|集計データ|aggregated data|ACF7-8YT9
  clinical trial data|臨床試験データ|clinical trial data|c_cb28
  compiled data|編集データ|compiled data|FXF3-D3G7
  encoded data|符号化データ|encoded data|AM6W-6QAW
  experimental data|実験データ|experimental data|63NG-B465
  genomic data|ゲノムデータ|genomic data|A8F1-NPV9
  geospatial data|地理空間データ|geospatial data|2H0M-X761
  laboratory notebook|実験ノート|laboratory notebook|H41Y-FW7B
  measurement and test data|測定・評価データ|measurement and test data|DD58-GFSX
  observational data|観測データ|observational data|FF4C-28RK
  recorded data|記録データ|recorded data|CQMR-7K63
  simulation data|シミュレーションデータ|simulation data|W2XT-7017
  survey data|調査データ|survey data|NHD0-W6SY
`,
  COAR_TYPE,
);

/**
 * Metadata sheet 4.4; the headings of the list (group:…) are no values. The sheet names no identifiers: a code has one here where it means one
 * licence of SPDX's list (GPL 3.0 is two: only, or later).
 */
export const LICENSES = vocabulary(
  `
  NO_LICENSE|ライセンスなし|No license
  CC0||CC0 1.0 Universal|CC0-1.0
  CC0PD|CC0 1.0 パブリック・ドメイン提供|CC0 1.0 Public Domain Dedication
  CCBY|CC BY 4.0 表示 国際|CC BY 4.0 Attribution International|CC-BY-4.0
  CCBYSA|CC BY-SA 4.0 表示—継承|CC BY-SA 4.0 Attribution-ShareAlike|CC-BY-SA-4.0
  CCBYND|CC BY-ND 4.0 表示—改変禁止|CC BY-ND 4.0 Attribution—NoDerivatives|CC-BY-ND-4.0
  CCBYNC|CC BY-NC 4.0 表示—非営利|CC BY-NC 4.0 Attribution—NonCommercial|CC-BY-NC-4.0
  CCBYNCSA|CC BY-NC-SA 4.0 表示—非営利—継承|CC BY-NC-SA 4.0 Attribution—NonCommercial—ShareAlike|CC-BY-NC-SA-4.0
  CCBYNCND|CC BY-NC-ND 4.0 表示—非営利—改変禁止|CC BY-NC-ND 4.0 Attribution—NonCommercial—NoDerivatives|CC-BY-NC-ND-4.0
  AFL||Academic Free License (AFL) 3.0|AFL-3.0
  PD|パブリックドメイン|Public Domain
  MIT||MIT License|MIT
  Apache2||Apache License 2.0|Apache-2.0
  BSD2||BSD 2-Clause "Simplified" License|BSD-2-Clause
  BSD3||BSD 3-Clause "New"/"Revised" License|BSD-3-Clause
  GPL3||GNU General Public License (GPL) 3.0
  GPL2||GNU General Public License (GPL) 2.0
  Artistic2||Artistic License 2.0|Artistic-2.0
  Eclipse1||Eclipse Public License 1.0|EPL-1.0
  LGPL3||GNU Lesser General Public License (LGPL) 3.0
  LGPL2_1||GNU Lesser General Public License (LGPL) 2.1
  Mozilla2||Mozilla Public License 2.0|MPL-2.0
  OTHER|その他|Other
`,
  SPDX,
);

/** The codes of licences by SPDX's identifiers. */
export const LICENSE_BY_SPDX = codesByIdentifier(LICENSES);

/** Metadata sheet 4.5. */
export const ACCESS_RIGHTS = vocabulary(
  `
  open access|公開|open access|c_abf2
  restricted access|共有|restricted access|c_16ec
  metadata only access|非共有・非公開|metadata only access|c_14cb
  embargoed access|公開期間猶予|embargoed access|c_f1cf
`,
  COAR_ACCESS,
);

/** Of the metadata itself; in data of 2024 alone (metadata sheet 2). */
export const METADATA_ACCESS_RIGHTS = vocabulary(
  `
  open access|公開|open access|c_abf2
  restricted access|共有|restricted access|c_16ec
  closed access|非共有・非公開|closed access
`,
  COAR_ACCESS,
);

export const FEES = vocabulary(`
  free|無償|free
  consideration|有償|fee-based
`);

export const FILE_TYPES = vocabulary(`
  dataset|データセット|dataset
  manuscript|論文|manuscript
`);

export const MANAGER_TYPES = vocabulary(`
  individual|個人|individual
  organization|組織|organization
`);

/** Metadata sheet 4.6. */
export const MANUSCRIPT_TYPES = vocabulary(
  `
  conference paper|会議発表論文|conference paper|c_5794
  data paper|データ論文|data paper|c_beb9
  departmental bulletin paper|紀要論文|departmental bulletin paper|c_6501
  editorial|エディトリアル|editorial|c_b239
  journal article|学術雑誌論文|journal article|c_6501
  review article|レビュー論文|review article|c_dcae04bc
  software paper|ソフトウェア論文|software paper|c_7bab
  article|その他の記事|article|c_6501
`,
  COAR_TYPE,
);

export const REVIEWED = vocabulary(`
  yes|あり|yes
  no|なし|no
`);

export const VERSIONS = vocabulary(
  `
  VoR|出版社版|Version of Record|c_970fb48d4fbd8a85
  AM|著者最終稿|Accepted Manuscript|c_ab4af688f83e57aa
  AO|プレプリント|Author's Original|c_b1a7d7d4d402bcce
`,
  COAR_VERSION,
);
