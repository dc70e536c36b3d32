/**
 * The labels of the numbered list of elements (fact sheet 3). The sheet gives the elements and their numbers; but for 序論 and
 * "Topic Category (ISO19139)" the words are this project's.
 */

export type Language = 'ja' | 'en';

/** Each with its number in the metadata document; landing pages show the label alone. */
export const SECTIONS = {
  identification: ['1', '識別情報', 'Identification'],
  contact: ['2', '問い合わせ先', 'Contact'],
  contactDataset: ['2.1', 'データセットに関する問い合わせ先', 'Contact on Dataset'],
  contactProject: ['2.2', 'プロジェクトに関する問い合わせ先', 'Contact on Project'],
  contactDias: ['2.2.1', 'データ統合・解析システム', 'Data Integration and Analysis System'],
  author: ['3', 'ドキュメント作成者', 'Document Author'],
  creator: ['4', 'データセット作成者', 'Dataset Creator'],
  documentDate: ['5', 'ドキュメント作成日', 'Date of this Document'],
  datasetDate: ['6', 'データセットの日付', 'Date of Dataset'],
  overview: ['7', 'データセットの概要', 'Dataset Overview'],
  abstract: ['7.1', '序論', 'Abstract'],
  topic: ['7.2', 'トピックカテゴリ(ISO19139)', 'Topic Category (ISO19139)'],
  temporal: ['7.3', '時間範囲', 'Temporal Extent'],
  box: ['7.4', '地理的範囲', 'Geographic Bounding Box'],
  grid: ['7.5', 'グリッド', 'Grid'],
  place: ['7.6', '地理的記述', 'Geographic Description'],
  keywords: ['7.7', 'キーワード', 'Keywords'],
  keywordsDataset: ['7.7.1', 'データセットに関するキーワード', 'Keywords on Dataset'],
  keywordsProject: ['7.7.2', 'プロジェクトに関するキーワード', 'Keywords on Project'],
  online: ['7.8', 'オンライン情報', 'Online Resource'],
  environment: ['7.9', 'データ環境情報', 'Data Environmental Information'],
  distribution: ['7.10', '配布情報', 'Distribution Information'],
  processing: ['8', 'データ処理', 'Data Processing'],
  remarks: ['9', 'データに関する備考', 'Data Remarks'],
  policy: ['10', 'データポリシー', 'Data Policy'],
  policyProvider: ['10.1', 'データ提供者によるデータポリシー', 'Data Policy by the Data Provider'],
  policyProject: ['10.2', 'プロジェクトによるデータポリシー', 'Data Policy by the Project'],
  licence: ['11', 'ライセンス', 'License'],
  source: ['12', 'データソースの謝辞', 'Acknowledgement of Data Source'],
  sourceProvider: ['12.1', 'データ提供者への謝辞', 'Acknowledge the Data Provider'],
  sourceProject: ['12.2', 'プロジェクトへの謝辞', 'Acknowledge the Project'],
  references: ['13', '参考文献', 'References'],
} as const;

export type SectionKey = keyof typeof SECTIONS;

export const LABELS = {
  name: ['名称', 'Name'],
  edition: ['版', 'Edition'],
  abbreviation: ['略称', 'Abbreviation'],
  doi: ['DOI', 'DOI'],
  metadataIdentifier: ['メタデータ識別子', 'Metadata Identifier'],
  organization: ['組織', 'Organization'],
  address: ['住所', 'Address'],
  email: ['電子メール', 'E-mail'],
  creation: ['作成日', 'creation'],
  publication: ['公開日', 'publication'],
  revision: ['改訂日', 'revision'],
  begin: ['開始日', 'Begin Date'],
  end: ['終了日', 'End Date'],
  characteristics: ['時間的特徴', 'Temporal Characteristics'],
  north: ['北限緯度', 'North bound latitude'],
  west: ['西限経度', 'West bound longitude'],
  east: ['東限経度', 'East bound longitude'],
  south: ['南限緯度', 'South bound latitude'],
  dimension: ['次元名', 'Dimension Name'],
  size: ['サイズ', 'Dimension Size'],
  resolution: ['解像度', 'Resolution'],
  keywordType: ['キーワード種別', 'Keyword Type'],
  keyword: ['キーワード', 'Keyword'],
  thesaurus: ['シソーラス名', 'Keyword Thesaurus Name'],
  formatName: ['名称', 'Name'],
  formatVersion: ['版', 'Version'],
  specification: ['仕様', 'Specification'],
} as const;

export type LabelKey = keyof typeof LABELS;

/** The word in place of the end of a period that goes on; English in both languages. */
export const UNDER_CONTINUATION = 'Under Continuation';

export function label(key: LabelKey, language: Language): string {
  return LABELS[key][language === 'ja' ? 0 : 1];
}
