/** The labelled fields of a landing page, in both languages (fact sheet 3; labels as the archived pages print them). */

export type FieldName =
  | 'title'
  | 'abstract'
  | 'creators'
  | 'contributors'
  | 'issued'
  | 'coverage'
  | 'provider'
  | 'contact'
  | 'doi'
  | 'url'
  | 'formats'
  | 'size'
  | 'version'
  | 'updated'
  | 'language'
  | 'usedIn'
  | 'observedItems'
  | 'resolution'
  | 'precision'
  | 'observationPeriod'
  | 'position'
  | 'height'
  | 'method'
  | 'history'
  | 'references'
  | 'acknowledgements'
  | 'terms'
  | 'license'
  | 'keywords'
  | 'files'
  | 'status';

const LABELS: Readonly<Record<FieldName, string>> = {
  title:
    'title|dataset title|dataset name|name of dataset|データセット名|データセットの名称|データ名称|データの名称|タイトル|表題',
  abstract:
    'overview|abstract|description|dataset description|summary|outline|概要|要旨|説明|データセットの概要|データの概要',
  creators: 'creator|data creator|author|作成者|データ作成者|著者|データセット作成者',
  contributors: 'contributor|data contributor|貢献者|協力者|寄与者|データ貢献者',
  issued:
    'release date|date of release|data release date|publication date|date of publication|published|release|publication|release date publication|データ公開日|公開日|公開年月日|発行日',
  coverage:
    'temporal coverage|data period|period of data|time coverage|データ提供期間|提供期間|対象期間|データ期間|データの期間|時間範囲',
  provider: 'data provider|provider|publisher|データ提供機関|データ提供者|提供機関|提供者|データ提供元|公開機関|発行者',
  contact: 'contact|contact point|contact information|inquiry|inquiries|問い合わせ先|お問い合わせ先|問合せ先|連絡先',
  doi: 'doi|doi and url|doi url',
  url: 'url',
  formats:
    'file format|data format|format|ファイル形式|データ形式|ファイルフォーマット|データフォーマット|フォーマット',
  size: 'data volume|data size|file size|volume|size|データ容量|データ量|ファイルサイズ|データサイズ|ファイル容量|容量',
  version: 'version|data version|dataset version|バージョン|データバージョン|版',
  updated: 'last updated|last update|update date|date of last update|最終更新日|更新日',
  language:
    'dataset language|data set language|language of dataset|language of the dataset|language|データセットの言語|データセット言語|データの言語|言語',
  usedIn: '利用論文|データ利用論文',
  observedItems:
    'observed item|observation item|observed variable|observed parameter|measured item|measurement item|parameter|variable|観測項目|測定項目|観測要素|データ項目|項目',
  resolution: 'time resolution|temporal resolution|時間分解能|時間解像度',
  precision: 'precision|accuracy|measurement precision|精度|測定精度|観測精度',
  observationPeriod: 'observation period|period of observation|measurement period|観測期間|測定期間',
  position:
    'latitude longitude|latitude and longitude|lat lon|latitude|longitude|location|position|site|observation site|station|緯度経度|緯度と経度|緯度|経度|位置|地点|観測地点|観測場所|観測点',
  height:
    'height|height etc|heights etc|elevation etc|altitude etc|elevation|altitude|elevation height|sampling height|inlet height|intake height|elevation altitude|height elevation sampling height altitude|高度等|高度|高さ|標高|採取高度|大気採取高|大気採取高度|吸気口高度|採気高度|地上高',
  method:
    'measurement method|measuring method|observation method|method|method of measurement|calculation method|analysis method|analytical method|測定方法|観測方法|計算方法|算出方法|分析方法|手法|測定手法',
  history:
    'update history|history|version history|revision history|change history|history of update|更新履歴|改訂履歴|変更履歴|改版履歴',
  references: 'reference|related publication|参考文献|引用文献|参照文献|関連文献|文献',
  acknowledgements: 'acknowledgement|acknowledgment|謝辞',
  terms:
    'terms and conditions of use|terms and conditions|terms of use|term of use|conditions of use|data use policy|data policy|terms|利用規約|利用規程|利用について|データの利用について|データ利用について|ご利用にあたって|データ利用規約|利用条件|データ利用条件|利用にあたって|利用上の注意|使用条件',
  license: 'license|licence|ライセンス|利用許諾',
  keywords: 'keyword|free keyword|キーワード|フリーキーワード|自由キーワード',
  files:
    'download|data download|file|data file|file list|list of files|ダウンロード|データのダウンロード|データダウンロード|データファイル|ファイル|ファイル一覧',
  status: 'status|data status|dataset status|データの状態|ステータス|データステータス|公開状態',
};

/** Letters and digits alone: `Latitude / longitude`, `緯度・経度` and `[Free keywords]` are printed with all kinds of marks. */
function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}

/** What is printed in brackets behind a label explains it: `Creator(s)`, `Version (last updated)`. */
function keyOf(label: string): string {
  const text = label.normalize('NFKC').toLowerCase();
  return lettersOf(text.replace(/\([^()]*\)/g, '')) || lettersOf(text);
}

/** A map, and no object: labels come from outside, and `constructor` is none. */
const FIELD_BY_KEY = new Map<string, FieldName>();
for (const name of Object.keys(LABELS) as FieldName[]) {
  for (const label of LABELS[name].split('|')) FIELD_BY_KEY.set(keyOf(label), name);
}

/** Labels that pages word in many ways. */
const WORDINGS: readonly [RegExp, FieldName][] = [
  [/^(?:この|本)?データ(?:セット)?を(?:利用|使用|引用)した(?:論文|出版物|文献|成果|発表)/u, 'usedIn'],
  [/^(?:publications?|papers?|articles?)(?:that)?us(?:ing|ed|e)(?:this|the)data/u, 'usedIn'],
];

/** The field of a label in either language, or null. */
export function fieldOf(label: string): FieldName | null {
  if (label.length > 120) return null;
  const key = keyOf(label);
  const known = FIELD_BY_KEY.get(key) ?? FIELD_BY_KEY.get(key.replace(/s$/, ''));
  return known ?? WORDINGS.find(([wording]) => wording.test(key))?.[1] ?? null;
}
