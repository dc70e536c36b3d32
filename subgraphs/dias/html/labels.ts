/**
 * The labels of DIAS's metadata documents and landing pages, ja and en. The list of sections and its numbers are confirmed
 * (fact sheet 3), the exact wording of most labels is not: several wordings are taken for each, and in the document a
 * section whose wording is unknown is known by its number.
 */

export type SectionName =
  | 'identification'
  | 'contact'
  | 'contactDataset'
  | 'contactProject'
  | 'documentAuthor'
  | 'creator'
  | 'documentDate'
  | 'datasetDate'
  | 'overview'
  | 'abstract'
  | 'topicCategory'
  | 'temporalExtent'
  | 'boundingBox'
  | 'grid'
  | 'places'
  | 'keywords'
  | 'keywordsDataset'
  | 'keywordsProject'
  | 'online'
  | 'environment'
  | 'distribution'
  | 'processing'
  | 'remarks'
  | 'policy'
  | 'policyProvider'
  | 'policyProject'
  | 'license'
  | 'acknowledgement'
  | 'acknowledgementProvider'
  | 'acknowledgementProject'
  | 'references'
  | 'citation';

interface SectionLabel {
  readonly name: SectionName;
  /** In the metadata document; the landing page has no numbers. */
  readonly number: string | null;
  readonly labels: readonly string[];
  /** Labels that mean this section only within its parent: "Dataset" below "Contact". */
  readonly within?: SectionName;
  readonly short?: readonly string[];
}

const OF_DATASET = [
  'データセット',
  'データセットについて',
  'データセットに関する',
  'dataset',
  'on dataset',
  'data provider',
  'データ提供者',
  'provider',
  '提供者',
];
const OF_PROJECT = [
  'プロジェクト',
  'プロジェクトについて',
  'プロジェクトに関する',
  'project',
  'on project',
  'プロジェクトによる',
];

const SECTIONS: readonly SectionLabel[] = [
  { name: 'identification', number: '1', labels: ['識別情報', 'データセット識別情報', 'identification', 'identification information', 'dataset identification'] },
  { name: 'contact', number: '2', labels: ['問い合わせ先', '問合せ先', '連絡先', 'contact', 'contacts', 'contact information', 'point of contact'] },
  { name: 'contactDataset', number: '2.1', within: 'contact', short: OF_DATASET, labels: ['データセットの問い合わせ先', 'データセット問い合わせ先', 'データセットに関する問い合わせ先', 'データセットについての問い合わせ先', 'データセットの連絡先', '問い合わせ先(データセット)', '連絡先(データセット)', 'contact on dataset', 'contact dataset', 'dataset contact', 'contact for dataset', 'contact (dataset)', 'contact of dataset'] },
  { name: 'contactProject', number: '2.2', within: 'contact', short: OF_PROJECT, labels: ['プロジェクトの問い合わせ先', 'プロジェクト問い合わせ先', 'プロジェクトに関する問い合わせ先', 'プロジェクトについての問い合わせ先', 'プロジェクトの連絡先', '問い合わせ先(プロジェクト)', '連絡先(プロジェクト)', 'contact on project', 'contact project', 'project contact', 'contact for project', 'contact (project)', 'contact of project'] },
  { name: 'documentAuthor', number: '3', labels: ['ドキュメント作成者', '文書作成者', 'メタデータ作成者', '本文書の作成者', 'document author', 'document authors', 'author of document', 'metadata author'] },
  { name: 'creator', number: '4', labels: ['データセット作成者', 'データ作成者', 'dataset creator', 'dataset creators', 'creator of dataset', 'data creator', 'data set creator'] },
  { name: 'documentDate', number: '5', labels: ['ドキュメント作成日', 'ドキュメント作成年月日', '文書作成日', '文書の日付', '本文書の日付', 'この文書の日付', 'ドキュメントの日付', 'ドキュメント更新日', 'メタデータ作成日', 'date of this document', 'date of document', 'document date', 'metadata date'] },
  { name: 'datasetDate', number: '6', labels: ['データセットの日付', 'データセット日付', 'データセット作成日', 'データセット作成年月日', 'データセットの年月日', 'date of dataset', 'dataset date', 'dates of dataset', 'date of data set'] },
  { name: 'overview', number: '7', labels: ['データセット概要', 'データセットの概要', 'データ概要', 'dataset overview', 'overview', 'overview of dataset', 'description of dataset', 'dataset description'] },
  { name: 'abstract', number: '7.1', labels: ['序論', '概要', '要旨', '要約', 'abstract', 'introduction'] },
  { name: 'topicCategory', number: '7.2', labels: ['トピックカテゴリ', 'トピックカテゴリー', '主題分類', 'topic category', 'topic categories'] },
  { name: 'temporalExtent', number: '7.3', labels: ['時間範囲', '時間的範囲', '時間情報', '期間', 'データ期間', '対象期間', '時間的広がり', 'temporal extent', 'temporal coverage', 'time period'] },
  { name: 'boundingBox', number: '7.4', labels: ['地理的範囲', '空間範囲', '地理的境界', '地理境界ボックス', '地理的境界ボックス', '地理的境界矩形', '地理境界', '地理的領域', 'geographic bounding box', 'geographical bounding box', 'bounding box', 'geographic extent', 'spatial extent', 'spatial coverage'] },
  { name: 'grid', number: '7.5', labels: ['グリッド', '格子', '格子情報', 'グリッド情報', 'grid', 'grid information'] },
  { name: 'places', number: '7.6', labels: ['地理情報記述', '地理的記述', '地理記述', '地理的説明', '地理情報', '地名', '地理的範囲の記述', 'geographic description', 'geographical description', 'geographic identifier', 'place names'] },
  { name: 'keywords', number: '7.7', labels: ['キーワード', 'keyword', 'keywords'] },
  { name: 'keywordsDataset', number: '7.7.1', within: 'keywords', short: OF_DATASET, labels: ['データセットのキーワード', 'データセットに関するキーワード', 'データセットキーワード', 'データセットについてのキーワード', 'キーワード(データセット)', 'keywords on dataset', 'dataset keywords', 'keywords of dataset', 'keyword on dataset', 'keywords (dataset)', 'keywords for dataset'] },
  { name: 'keywordsProject', number: '7.7.2', within: 'keywords', short: OF_PROJECT, labels: ['プロジェクトのキーワード', 'プロジェクトに関するキーワード', 'プロジェクトキーワード', 'プロジェクトについてのキーワード', 'キーワード(プロジェクト)', 'keywords on project', 'project keywords', 'keywords of project', 'keyword on project', 'keywords (project)', 'keywords for project'] },
  { name: 'online', number: '7.8', labels: ['オンライン情報', 'オンライン資源', 'オンラインリソース', 'online resource', 'online resources', 'online information', 'on-line resource', 'on-line resources'] },
  { name: 'environment', number: '7.9', labels: ['データ環境情報', 'データの環境情報', 'データ環境', 'data environmental information', 'data environment', 'environmental information', 'environment information', 'data environment information'] },
  { name: 'distribution', number: '7.10', labels: ['配布情報', '配布に関する情報', '配布形式', 'データ配布情報', '提供情報', 'distribution information', 'distribution', 'distribution format'] },
  { name: 'processing', number: '8', labels: ['データ処理', 'データ処理過程', 'データの処理', 'データ処理情報', 'data processing', 'processing', 'lineage'] },
  { name: 'remarks', number: '9', labels: ['データに関する備考', 'データ備考', 'データの備考', '備考', '特記事項', 'データに関する特記事項', 'データについての特記事項', 'データ特記事項', 'data remarks', 'remarks', 'remarks on data'] },
  { name: 'policy', number: '10', labels: ['データポリシー', 'データ利用ポリシー', '利用規約', 'data policy', 'data policies'] },
  { name: 'policyProvider', number: '10.1', within: 'policy', short: OF_DATASET, labels: ['データ提供者のデータポリシー', 'データ提供者によるデータポリシー', 'データ提供者のポリシー', '提供者のデータポリシー', '提供者によるデータポリシー', 'データポリシー(提供者)', 'データポリシー(データ提供者)', 'data policy of provider', 'data policy of the provider', 'data policy by the data provider', 'data policy by data provider', 'data policy of data provider', 'data policy of the data provider', 'provider data policy', 'data policy (provider)'] },
  { name: 'policyProject', number: '10.2', within: 'policy', short: OF_PROJECT, labels: ['プロジェクトのデータポリシー', 'プロジェクトによるデータポリシー', 'プロジェクトのポリシー', 'データポリシー(プロジェクト)', 'data policy of project', 'data policy of the project', 'data policy by the project', 'data policy by project', 'project data policy', 'data policy (project)'] },
  { name: 'license', number: '11', labels: ['ライセンス', '利用許諾', '使用許諾', 'license', 'licence', 'licenses'] },
  { name: 'acknowledgement', number: '12', labels: ['謝辞', 'データソースの謝辞', 'データ源への謝辞', 'データソースへの謝辞', 'データ提供元への謝辞', 'データの出典・謝辞', 'データの謝辞', '謝辞の記載', 'acknowledgement', 'acknowledgements', 'acknowledgment', 'acknowledgments', 'data source acknowledgement', 'data source acknowledgment', 'acknowledgement of data source', 'acknowledgment of data source', 'data source acknowledgements'] },
  { name: 'acknowledgementProvider', number: '12.1', within: 'acknowledgement', short: OF_DATASET, labels: ['データ提供者への謝辞', 'データ提供者の謝辞', '提供者への謝辞', '謝辞(提供者)', '謝辞(データ提供者)', 'acknowledge the data provider', 'acknowledgement of data provider', 'acknowledgement of provider', 'acknowledgement to the data provider', 'acknowledgement (provider)', 'acknowledgement of the data provider'] },
  { name: 'acknowledgementProject', number: '12.2', within: 'acknowledgement', short: OF_PROJECT, labels: ['プロジェクトへの謝辞', 'プロジェクトの謝辞', '謝辞(プロジェクト)', 'acknowledge the project', 'acknowledgement of project', 'acknowledgement to the project', 'acknowledgement (project)', 'acknowledgement of the project'] },
  { name: 'references', number: '13', labels: ['参考文献', '文献', '引用文献', 'references', 'reference', 'bibliography'] },
  // The landing page's citation line (fact sheet 3).
  { name: 'citation', number: null, labels: ['引用', '引用情報', '引用方法', '引用表記', 'データ引用', 'citation', 'how to cite', 'cite as', 'data citation', 'cite this dataset'] },
]; // prettier-ignore

/** A label in the form in which labels are compared: width and case folded, without blanks, punctuation and what "(ISO19139)" adds. */
export function labelKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\(iso\s*-?\d+\)/g, '')
    .replace(/[\s:;・,、。.()[\]【】「」■●◆〈〉<>-]/g, '');
}

const BY_LABEL = new Map(
  SECTIONS.flatMap(({ name, labels }) => labels.map((label) => [labelKey(label), name] as const)),
);
const BY_NUMBER = new Map(SECTIONS.flatMap(({ name, number }) => (number === null ? [] : [[number, name] as const])));
const WITHIN = new Map(
  SECTIONS.flatMap(({ name, within, short }) =>
    within === undefined ? [] : (short ?? []).map((label) => [`${within} ${labelKey(label)}`, name] as const),
  ),
);
const PARENTS = new Map(
  SECTIONS.flatMap(({ name, within }) => (within === undefined ? [] : [[name, within] as const])),
);

/** The section that a whole label names; `current` is the section in which it stands. */
export function sectionOfLabel(label: string, current: SectionName | null): SectionName | null {
  const key = labelKey(label);
  const known = BY_LABEL.get(key);
  if (known !== undefined || current === null) return known ?? null;
  return WITHIN.get(`${PARENTS.get(current) ?? current} ${key}`) ?? null;
}

export function sectionOfNumber(number: string): SectionName | null {
  return BY_NUMBER.get(number) ?? null;
}

/** Every label within a section, by what it stands for. */
export const FIELDS = {
  name: ['名称', '名前', '氏名', 'データセット名', 'データセット名称', 'タイトル', '題名', 'name', 'title', 'dataset name', 'dataset title', 'name of dataset'],
  edition: ['版', 'バージョン', '版数', 'エディション', 'edition', 'version', 'edition/version', '版/バージョン', 'edition version'],
  abbreviation: ['略称', '省略名', '略名', 'abbreviation', 'abbreviated name', 'short name', 'acronym'],
  doi: ['doi'],
  metadataId: ['メタデータ識別子', 'メタデータid', 'メタデータ識別名', 'metadata identifier', 'metadata id', 'metadataidentifier'],
  organization: ['組織', '組織名', '機関', '機関名', '所属', '所属機関', 'organization', 'organisation', 'organization name', 'affiliation', 'institution'],
  address: ['住所', '所在地', 'address'],
  email: ['電子メール', '電子メールアドレス', 'メール', 'メールアドレス', 'eメール', 'e-mail', 'email', 'mail', 'e-mail address', 'email address'],
  phone: ['電話', '電話番号', 'tel', 'telephone', 'phone', 'fax', 'ファックス'],
  role: ['役割', 'role'],
  created: ['作成', '作成日', 'creation', 'created', 'creation date', 'date of creation'],
  published: ['公開', '公開日', '出版', '発行', '公表', 'publication', 'published', 'publication date', 'date of publication'],
  revised: ['改訂', '改定', '改訂日', '更新', '更新日', '修正', 'revision', 'revised', 'revision date', 'date of revision', 'update', 'updated'],
  begin: ['開始', '開始日', '開始日時', '開始年月日', '開始時', '始期', 'begin', 'begin date', 'beginning', 'start', 'start date', 'from', 'begin position', 'beginning date'],
  end: ['終了', '終了日', '終了日時', '終了年月日', '終了時', '終期', 'end', 'end date', 'ending', 'ending date', 'to', 'end position'],
  resolution: ['時間分解能', '時間解像度', '時間特性', '時間的特性', '時間的特徴', '時間間隔', 'temporal characteristics', 'temporal characteristic', 'temporal resolution', 'time resolution', 'temporal characteristics/resolution'],
  north: ['北', '北端', '北限', '北緯', '北限緯度', '北端緯度', '北側境界緯度', '北側緯度', 'north', 'north latitude', 'north bound latitude', 'northbound latitude', 'north bound', 'northern latitude', 'northernmost latitude'],
  south: ['南', '南端', '南限', '南緯', '南限緯度', '南端緯度', '南側境界緯度', '南側緯度', 'south', 'south latitude', 'south bound latitude', 'southbound latitude', 'south bound', 'southern latitude', 'southernmost latitude'],
  west: ['西', '西端', '西限', '西経', '西限経度', '西端経度', '西側境界経度', '西側経度', 'west', 'west longitude', 'west bound longitude', 'westbound longitude', 'west bound', 'western longitude', 'westernmost longitude'],
  east: ['東', '東端', '東限', '東経', '東限経度', '東端経度', '東側境界経度', '東側経度', 'east', 'east longitude', 'east bound longitude', 'eastbound longitude', 'east bound', 'eastern longitude', 'easternmost longitude'],
  dimension: ['次元', '次元名', '次元の名称', 'dimension', 'dimension name', 'axis'],
  size: ['サイズ', '次元サイズ', '格子数', '格子点数', '大きさ', 'size', 'dimension size', 'dimension size (slice number of dimension)', 'grid size'],
  gridResolution: ['解像度', '分解能', '格子間隔', '解像度の単位', 'resolution', 'resolution unit', 'spatial resolution', 'grid resolution'],
  keyword: ['キーワード', 'keyword', 'keywords'],
  keywordType: ['キーワード種別', 'キーワードタイプ', 'キーワードの種類', 'キーワードの種別', 'キーワード種類', '種別', '種類', 'タイプ', 'type', 'keyword type'],
  thesaurus: ['シソーラス', 'シソーラス名', 'シソーラス名称', 'キーワードシソーラス名', 'キーワードシソーラス名称', 'thesaurus', 'thesaurus name', 'keyword thesaurus name', 'keyword thesaurus'],
  specification: ['仕様', '詳細', 'specification', 'format specification'],
  formatName: ['形式', 'フォーマット', '形式名', 'フォーマット名', 'format', 'format name'],
  date: ['日付', '年月日', 'date'],
  dateType: ['日付種別', '日付の種類', '日付型', '種別', '種類', 'タイプ', 'type', 'date type'],
} as const satisfies Readonly<Record<string, readonly string[]>>; // prettier-ignore

export type FieldName = keyof typeof FIELDS;

const KEYS = new Map<string, ReadonlySet<string>>(
  Object.entries(FIELDS).map(([field, labels]) => [field, new Set(labels.map(labelKey))]),
);
const ALL_FIELDS = new Set([...KEYS.values()].flatMap((keys) => [...keys]));

/** Which of the fields a whole label names. */
export function fieldOfLabel<Field extends FieldName>(label: string, fields: readonly Field[]): Field | null {
  const key = labelKey(label);
  return fields.find((field) => KEYS.get(field)?.has(key) === true) ?? null;
}

/** The number that a text begins with and the rest: "7.10 Grid" and "7.10．グリッド" are ["7.10", the rest]. */
export function splitNumber(text: string): { readonly number: string; readonly rest: string } | null {
  const match = /^[([【■●◆\s]*(\d{1,2}(?:\.\d{1,2}){0,4})(?:\s*[.)、:]\s*|\s+|(?=[^\d\s.,]))(\S.*)$/.exec(text.normalize('NFKC').trim());
  return match?.[1] === undefined || match[2] === undefined ? null : { number: match[1], rest: match[2] };
} // prettier-ignore

/** Whether a text is the label of a section or of a field, wherever it stands. */
export function isKnownLabel(text: string): boolean {
  const rest = splitNumber(text)?.rest ?? text;
  const key = labelKey(rest);
  return BY_LABEL.has(key) || ALL_FIELDS.has(key);
}
