import { study, type Topic } from './topics.js';

/** Classical books, cursive script, picture scrolls, food and life on islands. */
export const humanitiesTopics: readonly Topic[] = [
  {
    key: 'cookbook', field: 'humanities', people: ['fumino', 'emaki', 'furui'], awards: ['18H01016'],
    variants: ['@edo', '@kyoto', '@nagasaki', '@kaga'],
    keywords: ['古典籍/classical books', '料理書/cookbook', '食文化/food culture'],
    backgroundJa: '近世の料理書は食材と技法を伝えるだけでなく、出版と旅の広がりを映している。',
    backgroundEn: 'Early modern cookbooks tell not only of food and technique but of the spread of publishing and travel.',
    studies: [
      study('{v}で刊行された料理書の本文系統', 'Textual lineages of cookbooks published in {v}', '版本の{n}%に後刷の改訂が認められた。', 'Revisions occur in {n}% of the printed copies.'),
      study('{v}の料理書に見る砂糖と醤油の受容', 'Sugar and soy sauce in cookbooks of {v}', '砂糖を用いる料理は{n}%であった。', 'Sugar occurs in {n}% of the recipes.'),
      study('{v}料理書の翻刻テキストデータ', 'Transcribed texts of cookbooks of {v}', '{n}点を構造化して収録する。', 'Structured texts of {n} books.'),
      study('{v}の料理書の版元と流通', 'Publishers and circulation of cookbooks of {v}', '版元の{n}%が貸本屋と取引していた。', 'With lending libraries dealt {n}% of the publishers.'),
      study('{v}の食文化史', 'A history of food culture in {v}', '年中行事の食の{n}%は近代に変化した。', 'In modern times {n}% of the festive dishes changed.'),
    ],
  },
  {
    key: 'kuzushiji', field: 'humanities', people: ['moji', 'furui', 'kotoba'], awards: ['22K01017'],
    variants: ['黄表紙/kibyoshi picture books', '古文書/old documents', '和歌懐紙/waka manuscripts', '浄瑠璃本/joruri playbooks'],
    keywords: ['くずし字/cursive Japanese', '文字認識/character recognition', '翻刻/transcription'],
    backgroundJa: 'くずし字を読める人は少なく、機械判読は読まれていない資料への入口となる。',
    backgroundEn: 'Few can read cursive Japanese, and machine reading opens a door to unread sources.',
    studies: [
      study('{v}のくずし字自動判読における誤りの傾向', 'Errors in automatic reading of cursive script in {v}', '誤りの{n}%は連綿の切れ目で生じた。', 'At joined strokes fell {n}% of the errors.'),
      study('市民参加による{v}の翻刻とその質', 'Transcribing {v} with citizens, and its quality', '専門家との一致率は{n}%であった。', 'Agreement with experts is {n}%.'),
      study('{v}の文字画像データセット', 'Character images from {v}', '{n}字種の切り出し画像を収録する。', 'Images of {n} characters.'),
      study('言語モデルを併用した{v}の判読', 'Reading {v} with a language model', '誤り率は{n}%低下した。', 'The error rate fell by {n}%.'),
      study('{v}の書誌学的研究', 'A bibliographical study of {v}', '所蔵の{n}%は目録に未収録であった。', 'Missing from catalogues were {n}% of the holdings.'),
    ],
  },
  {
    key: 'scroll', field: 'humanities', people: ['emaki', 'kotoba', 'fumino'], awards: [],
    variants: ['源氏絵/Genji pictures', '合戦絵巻/battle scrolls', '寺社縁起絵巻/temple legend scrolls', '名所絵/pictures of famous places'],
    keywords: ['絵巻/picture scroll', '図像/iconography', 'デジタルアーカイブ/digital archive'],
    backgroundJa: '絵巻の図像は語りと結びつき、写しを重ねるなかで姿を変えてきた。',
    backgroundEn: 'The imagery of scrolls is tied to telling and has changed from copy to copy.',
    studies: [
      study('{v}における図像の継承と変容', 'Tradition and change of imagery in {v}', '模写の{n}%で人物配置が変わっていた。', 'Figures had moved in {n}% of the copies.'),
      study('{v}の顔料の非破壊分析', 'Non-destructive analysis of pigments in {v}', '青色部の{n}%に藍が用いられていた。', 'Indigo was used in {n}% of the blue parts.'),
      study('{v}の高精細画像と注記データ', 'High-resolution images and annotations of {v}', '{n}場面に注記を付した。', 'Annotations for {n} scenes.'),
      study('画像検索による{v}の比較', 'Comparing {v} by image retrieval', '類似場面の{n}%が新たに見いだされた。', 'New were {n}% of the similar scenes.'),
      study('{v}の美術史的研究', 'An art-historical study of {v}', '現存作の{n}%に伝来の記録があった。', 'Provenance is recorded for {n}% of the works.'),
    ],
  },
  {
    key: 'island', field: 'humanities', people: ['kureishi', 'satoyama', 'reiji', 'mihon'], awards: ['19KK1018'],
    variants: ['@fiji', '@palau', '@kiribati', '@madagascar'],
    keywords: ['島嶼国/island countries', '食環境/food environment', '暮らし/livelihoods'],
    backgroundJa: '島の食は輸入品と気候変動に揺れ、健康と文化の両面に影響が及ぶ。',
    backgroundEn: 'Food on islands is shaken by imports and climate change, with effects on health and culture.',
    studies: [
      study('{v}における食環境の変化と栄養', 'Changing food environments and nutrition in {v}', '輸入食品は摂取量の{n}%を占めた。', 'Imports make up {n}% of the intake.'),
      study('{v}の女性の漁と家計', 'Women\'s fishing and household income in {v}', '現金収入の{n}%が女性の漁による。', 'Women\'s fishing earns {n}% of the cash.'),
      study('{v}の世帯食事調査データ', 'Household food surveys in {v}', '{n}世帯の7日間の記録を収録する。', 'Seven-day records of {n} households.'),
      study('{v}における海面上昇と移住の語り', 'Narratives of sea level rise and migration in {v}', '語りの{n}%が祖先の土地に触れていた。', 'Ancestral land is named in {n}% of them.'),
      study('{v}の暮らしと環境', 'Life and environment in {v}', '在来作物の{n}%が今も栽培されていた。', 'Still grown are {n}% of the native crops.'),
    ],
  },
]; // prettier-ignore
