import type { ReadingLanguage } from '../../../formats/work.js';

/** The words of a work's page, Japanese and English; `{n}` stands for a number or a name. */
const WORDS = {
  title: ['題名', 'Title'],
  creators: ['作成者', 'Creators'],
  abstract: ['概要', 'Description'],
  files: ['ファイル', 'Files'],
  file: ['名称', 'Name'],
  size: ['サイズ', 'Size'],
  mediaType: ['形式', 'Type'],
  access: ['利用条件', 'Access'],
  details: ['詳細', 'Details'],
  related: ['関連する研究成果', 'Related works'],
  cite: ['引用', 'Cite'],
  otherStyles: ['ほかの引用形式', 'Other styles'],
  downloads: ['メタデータのダウンロード', 'Download the metadata'],
  records: ['典拠レコード', 'Records behind this page'],
  read: ['取得: {n}', 'Read {n}'],
  stale: ['（最新ではない可能性があります）', '(may not be the newest)'],
  more: ['ほか{n}名', '{n} more'],
  otherLanguages: ['ほかの言語', 'In other languages'],
  open: ['提供元のページを開く', 'Open at its source'],
  switch: ['English', '日本語'],
  noTitle: ['（題名なし）', '(no title)'],
  footer: [
    'この頁は、各プラットフォームのレコードをまとめたものです。値の右に、その出典を示します。',
    'This page is merged from the records of the platforms. Beside each value stands the platform that it was taken from.',
  ],
  from: ['公開: {n}以降', 'from {n}'],
  identifiers: ['識別子', 'Identifiers'],
  alternativeTitles: ['別題名', 'Other titles'],
  contributors: ['貢献者', 'Contributors'],
  publisher: ['公開者', 'Publisher'],
  container: ['掲載誌・収録', 'Part of'],
  event: ['会議', 'Event'],
  degree: ['学位', 'Degree'],
  version: ['版', 'Version'],
  issued: ['公開日', 'Issued'],
  updated: ['更新日', 'Updated'],
  period: ['対象期間', 'Time covered'],
  places: ['対象地域', 'Places'],
  languages: ['言語', 'Languages'],
  subjects: ['主題', 'Subjects'],
  formats: ['データ形式', 'Formats'],
  accessRight: ['アクセス権', 'Access right'],
  embargoUntil: ['公開猶予期限', 'Embargo until'],
  licenses: ['ライセンス', 'Licence'],
  funding: ['助成', 'Funding'],
  volume: ['{n}巻', 'vol. {n}'],
  issue: ['{n}号', 'no. {n}'],
  pages: ['{n}頁', 'pp. {n}'],
  terms: ['利用規約', 'Terms'],
  notWork: ['この研究成果は見つかりません', 'There is no such work'],
  gone: ['この研究成果は公開を終えました', 'This work is no longer there'],
  away: ['いまは応答できません', 'It cannot be told at the moment'],
  refused: ['ご要望にお応えできません', 'That cannot be given'],
  retry: ['{n}秒ほどあとに、もう一度お試しください。', 'Try again in about {n} seconds.'],
  home: ['はじめの頁へ', 'To the first page'],
} as const satisfies Readonly<Record<string, readonly [ja: string, en: string]>>;

export type Word = keyof typeof WORDS;

/** A word of the page in the reader's language. */
export function word(language: ReadingLanguage, name: Word, n: string | number = ''): string {
  return WORDS[name][language === 'ja' ? 0 : 1].replace('{n}', String(n));
}

/** DataCite's relations and contributors' roles in Japanese; what is not here is told by its name. */
const TERMS_JA: Readonly<Record<string, string>> = {
  IsCitedBy: '引用元',
  Cites: '引用',
  References: '参照',
  IsReferencedBy: '参照元',
  IsSupplementTo: '補足対象',
  IsSupplementedBy: '補足資料',
  IsPartOf: '上位の資料',
  HasPart: '構成要素',
  IsPublishedIn: '掲載',
  IsVersionOf: '版の元',
  HasVersion: '版',
  IsNewVersionOf: '旧版',
  IsPreviousVersionOf: '新版',
  IsDerivedFrom: '派生元',
  IsSourceOf: '派生先',
  IsIdenticalTo: '同一の資料',
  IsDescribedBy: '記述する資料',
  Describes: '記述対象',
  IsDocumentedBy: '文書',
  Documents: '文書の対象',
  IsTranslationOf: '翻訳元',
  HasTranslation: '翻訳',
  IsVariantFormOf: '別形式',
  IsOriginalFormOf: '原形式',
  IsRequiredBy: '必要とする資料',
  Requires: '必要な資料',
  IsReviewedBy: '査読',
  Reviews: '査読対象',
  ContactPerson: '連絡先',
  DataCollector: 'データ収集者',
  DataCurator: 'データキュレーター',
  DataManager: 'データ管理者',
  Distributor: '配布者',
  Editor: '編集者',
  HostingInstitution: '保管機関',
  ProjectLeader: '研究代表者',
  ProjectMember: '研究分担者',
  Researcher: '研究者',
  RightsHolder: '権利者',
  Sponsor: '支援機関',
  Supervisor: '指導者',
};

/** "IsSupplementTo" as people read it: "Is supplement to". */
function spaced(name: string): string {
  const words = name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** A relation type or a contributor's role for the reader. */
export function termWord(language: ReadingLanguage, term: string): string {
  return (language === 'ja' ? TERMS_JA[term] : undefined) ?? spaced(term);
}
