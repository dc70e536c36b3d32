/**
 * The vocabularies of the common metadata elements (metadata sheet 4): what stands for a code in Japanese and in English. The
 * codes are those that GakuNin RDM stores, in both generations of its registration schema.
 */

/** A code's labels. */
export interface Term {
  readonly ja: string | null;
  readonly en: string | null;
}

/** One vocabulary: labels by code. */
export type Vocabulary = ReadonlyMap<string, Term>;

/** Lines of `code|Japanese|English`; an empty part is no label. */
function vocabulary(lines: string): Vocabulary {
  return new Map(
    lines
      .trim()
      .split('\n')
      .map((line) => {
        const [code = '', ja = '', en = ''] = line.trim().split('|');
        return [code, { ja: ja === '' ? null : ja, en: en === '' ? null : en }] as const;
      }),
  );
}

/** Metadata sheet 4.1. English names that the schema cuts at their first comma are given in full. */
export const FUNDERS = vocabulary(`
  AMED|国立研究開発法人日本医療研究開発機構|Japan Agency for Medical Research and Development
  MOD|防衛省|Ministry of Defense
  NRA|原子力規制庁|Nuclear Regulation Authority
  ERCA|独立行政法人環境再生保全機構|Environmental Restoration and Conservation Agency
  CAO|内閣府|Cabinet Office
  SOUMU|総務省|Ministry of Internal Affairs and Communications
  FDMA|消防庁|Fire and Disaster Management Agency
  NICT|国立研究開発法人情報通信研究機構|National Institute of Information and Communications Technology
  MEXT|文部科学省|Ministry of Education, Culture, Sports, Science and Technology
  JST|国立研究開発法人科学技術振興機構|Japan Science and Technology Agency
  JSPS|独立行政法人日本学術振興会|Japan Society for the Promotion of Science
  MHLW|厚生労働省|Ministry of Health, Labour and Welfare
  MAFF|農林水産省|Ministry of Agriculture, Forestry and Fisheries
  PRIMAFF|農林水産省農林水産政策研究所|Policy Research Institute, Ministry of Agriculture, Forestry and Fisheries
  NARO|国立研究開発法人農業・食品産業技術総合研究機構|National Agriculture and Food Research Organization
  METI|経済産業省|Ministry of Economy, Trade and Industry
  NEDO|国立研究開発法人新エネルギー・産業技術総合開発機構|New Energy and Industrial Technology Development Organization
  MLIT|国土交通省|Ministry of Land, Infrastructure, Transport and Tourism
  NILIM|国土技術政策総合研究所|National Institute for Land and Infrastructure Management
  ENV|環境省|Ministry of the Environment
  BIBIOHN|国立研究開発法人医薬基盤・健康・栄養研究所|National Institutes of Biomedical Innovation, Health and Nutrition
`);

/** e-Rad's numbers of the funders, as records identify them (metadata sheet 4.1). */
export const FUNDER_BY_E_RAD: ReadonlyMap<string, string> = new Map(
  Object.entries({
    303: 'AMED', 501: 'MOD', 1503: 'NRA', 1502: 'ERCA', 301: 'CAO', 601: 'SOUMU', 605: 'FDMA', 615: 'NICT', 1001: 'MEXT',
    1020: 'JST', 1025: 'JSPS', 1101: 'MHLW', 1201: 'MAFF', 1203: 'PRIMAFF', 1205: 'NARO', 1301: 'METI', 1305: 'NEDO',
    1401: 'MLIT', 1405: 'NILIM', 1501: 'ENV', 1106: 'BIBIOHN',
  }),
); // prettier-ignore

/** Metadata sheet 4.2: the main research fields of e-Rad. */
export const RESEARCH_FIELDS = vocabulary(`
  189|ライフサイエンス|Life Science
  289|情報通信|Informatics
  389|環境|Environmental Science
  489|ナノテク・材料|Nanotechnology/Materials
  589|エネルギー|Energy Engineering
  689|ものづくり技術|Manufacturing Technology
  789|社会基盤|Social Infrastructure
  889|フロンティア|Frontier Technology
  900|人文・社会|Humanities & Social Sciences
  1000|自然科学一般|Natural Science
  9999|その他|Others
`);

/** As the fields, and `project`: the field of the project. */
export const DATA_FIELDS: Vocabulary = new Map([
  ['project', { ja: 'プロジェクトの研究分野', en: 'Research field of the project' }],
  ...RESEARCH_FIELDS,
]);

/** Metadata sheet 4.3. */
export const DATA_TYPES = vocabulary(`
  dataset|データセット|dataset
  aggregated data|集計データ|aggregated data
  clinical trial data|臨床試験データ|clinical trial data
  compiled data|編集データ|compiled data
  encoded data|符号化データ|encoded data
  experimental data|実験データ|experimental data
  genomic data|ゲノムデータ|genomic data
  geospatial data|地理空間データ|geospatial data
  laboratory notebook|実験ノート|laboratory notebook
  measurement and test data|測定・評価データ|measurement and test data
  observational data|観測データ|observational data
  recorded data|記録データ|recorded data
  simulation data|シミュレーションデータ|simulation data
  survey data|調査データ|survey data
`);

/** Metadata sheet 4.4; the headings of the list (group:…) are no values. */
export const LICENSES = vocabulary(`
  NO_LICENSE|ライセンスなし|No license
  CC0||CC0 1.0 Universal
  CC0PD|CC0 1.0 パブリック・ドメイン提供|CC0 1.0 Public Domain Dedication
  CCBY|CC BY 4.0 表示 国際|CC BY 4.0 Attribution International
  CCBYSA|CC BY-SA 4.0 表示—継承|CC BY-SA 4.0 Attribution-ShareAlike
  CCBYND|CC BY-ND 4.0 表示—改変禁止|CC BY-ND 4.0 Attribution—NoDerivatives
  CCBYNC|CC BY-NC 4.0 表示—非営利|CC BY-NC 4.0 Attribution—NonCommercial
  CCBYNCSA|CC BY-NC-SA 4.0 表示—非営利—継承|CC BY-NC-SA 4.0 Attribution—NonCommercial—ShareAlike
  CCBYNCND|CC BY-NC-ND 4.0 表示—非営利—改変禁止|CC BY-NC-ND 4.0 Attribution—NonCommercial—NoDerivatives
  AFL||Academic Free License (AFL) 3.0
  PD|パブリックドメイン|Public Domain
  MIT||MIT License
  Apache2||Apache License 2.0
  BSD2||BSD 2-Clause "Simplified" License
  BSD3||BSD 3-Clause "New"/"Revised" License
  GPL3||GNU General Public License (GPL) 3.0
  GPL2||GNU General Public License (GPL) 2.0
  Artistic2||Artistic License 2.0
  Eclipse1||Eclipse Public License 1.0
  LGPL3||GNU Lesser General Public License (LGPL) 3.0
  LGPL2_1||GNU Lesser General Public License (LGPL) 2.1
  Mozilla2||Mozilla Public License 2.0
  OTHER|その他|Other
`);

/** Metadata sheet 4.5. */
export const ACCESS_RIGHTS = vocabulary(`
  open access|公開|open access
  restricted access|共有|restricted access
  metadata only access|非共有・非公開|metadata only access
  embargoed access|公開期間猶予|embargoed access
`);

/** Of the metadata itself; in data of 2024 alone (metadata sheet 2). */
export const METADATA_ACCESS_RIGHTS = vocabulary(`
  open access|公開|open access
  restricted access|共有|restricted access
  closed access|非共有・非公開|closed access
`);

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
export const MANUSCRIPT_TYPES = vocabulary(`
  conference paper|会議発表論文|conference paper
  data paper|データ論文|data paper
  departmental bulletin paper|紀要論文|departmental bulletin paper
  editorial|エディトリアル|editorial
  journal article|学術雑誌論文|journal article
  review article|レビュー論文|review article
  software paper|ソフトウェア論文|software paper
  article|その他の記事|article
`);

export const REVIEWED = vocabulary(`
  yes|あり|yes
  no|なし|no
`);

export const VERSIONS = vocabulary(`
  VoR|出版社版|Version of Record
  AM|著者最終稿|Accepted Manuscript
  AO|プレプリント|Author's Original
`);
