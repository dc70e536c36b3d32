import { crid, hash, orcid } from './ids.js';
import type { WorldPerson } from './types.js';

const JOB_TITLES = [
  { ja: '教授', en: 'Professor' },
  { ja: '准教授', en: 'Associate Professor' },
  { ja: '助教', en: 'Assistant Professor' },
  { ja: '主任研究員', en: 'Senior Researcher' },
] as const;

const DEPARTMENTS: Readonly<Record<string, { readonly ja: string; readonly en: string }>> = {
  shiosai: { ja: '海洋科学研究科', en: 'Graduate School of Marine Science' },
  hokuto: { ja: '地球環境科学研究院', en: 'Faculty of Earth and Environmental Science' },
  kazan: { ja: '地震火山研究センター', en: 'Earthquake and Volcano Research Center' },
  hoshizora: { ja: '物質理工学院', en: 'School of Materials Science' },
  miyako: { ja: '人文学研究院', en: 'Faculty of Humanities' },
  midori: { ja: '医学研究科', en: 'Graduate School of Medicine' },
  example: { ja: '総合科学部', en: 'Faculty of Integrated Sciences' },
  nagisa: { ja: '生活環境学部', en: 'Faculty of Human Life and Environment' },
  fjord: { ja: '北極研究科', en: 'Department of Arctic Studies' },
};

/** What a person has: O an ORCID, N an NRID, E an e-Rad number (and then the NRID that follows from it), 2 a second NRID, B books. */
const ROWS: readonly (readonly [string, string, string, string, string])[] = [
  ['aomi', '青海 波子|アオミ ナミコ|Aomi Namiko', 'shiosai', 'OE', '0'],
  ['isobe', '磯辺 航|イソベ ワタル|Isobe Wataru', 'shiosai', 'OE2', '1'],
  ['shiomi', '汐見 凪沙|シオミ ナギサ|Shiomi Nagisa', 'shiosai', 'ON', '2'],
  ['okitsu', '沖津 洋平|オキツ ヨウヘイ|Okitsu Yohei', 'kaiyo', 'OE', '3'],
  ['amano', '天野 珠里|アマノ ジュリ|Amano Juri', 'kaiyo', 'O', '3'],
  ['minato', '湊 泰三|ミナト タイゾウ|Minato Taizo', 'kaiyo', 'E2', '0'],
  ['kumoi', '雲居 晴香|クモイ ハルカ|Kumoi Haruka', 'taiki', 'OE', '3'],
  ['kazahaya', '風早 颯太|カザハヤ ソウタ|Kazahaya Sota', 'taiki', 'OE', '3'],
  ['sorachi', '空知 澄人|ソラチ スミト|Sorachi Sumito', 'taiki', 'O', '3'],
  ['hyoga', '氷河 冴子|ヒョウガ サエコ|Hyoga Saeko', 'kyokuchi', 'OE', '0'],
  ['yukimura', '雪村 北斗|ユキムラ ホクト|Yukimura Hokuto', 'kyokuchi', 'OE2', '1'],
  ['shimobe', '霜部 凛|シモベ リン|Shimobe Rin', 'hokuto', 'OE', '1'],
  ['morinaga', '森永 樹|モリナガ イツキ|Morinaga Itsuki', 'hokuto', 'ON', '2'],
  ['tsuchiya', '土屋 稔|ツチヤ ミノル|Tsuchiya Minoru', 'hokuto', 'E', '0'],
  ['hiyama', '火山 岳|ヒヤマ ガク|Hiyama Gaku', 'kazan', 'OEB', '0'],
  ['iwaki', '岩城 磐音|イワキ イワネ|Iwaki Iwane', 'kazan', 'OE', '1'],
  ['jishibe', '地部 揺子|ジシベ ヨウコ|Jishibe Yoko', 'kazan', 'OE', '2'],
  ['tsutsumi', '堤 守|ツツミ マモル|Tsutsumi Mamoru', 'bosai', 'OE', '3'],
  ['nigeta', '逃田 早苗|ニゲタ サナエ|Nigeta Sanae', 'bosai', 'O', '3'],
  ['kawabe', '川辺 流|カワベ ナガレ|Kawabe Nagare', 'bosai', 'OE2', '3'],
  ['kanamori', '金属 錬太郎|カナモリ レンタロウ|Kanamori Rentaro', 'zairyo', 'OE', '0'],
  ['mizuki', '水晶 透|ミズキ トオル|Mizuki Toru', 'zairyo', 'OE', '3'],
  ['denchi', '電地 充|デンチ ミツル|Denchi Mitsuru', 'hoshizora', 'OE', '0'],
  ['mitsui', '光井 蛍|ミツイ ホタル|Mitsui Hotaru', 'hoshizora', 'ON', '1'],
  ['ishii', '石井 珪子|イシイ ケイコ|Ishii Keiko', 'hoshizora', 'OE2', '2'],
  ['hosomi', '細望 育|ホソミ イク|Hosomi Iku', 'seimei', 'OE', '3'],
  ['haneda', '羽根田 翼|ハネダ ツバサ|Haneda Tsubasa', 'seimei', 'OE', '3'],
  ['nezu', '根津 芽衣|ネヅ メイ|Nezu Mei', 'seimei', 'O', '3'],
  ['yakushi', '薬師 寿|ヤクシ ヒサシ|Yakushi Hisashi', 'midori', 'OEB', '0'],
  ['iyagawa', '癒川 和|イヤガワ ナゴミ|Iyagawa Nagomi', 'midori', 'OE', '1'],
  ['yamai', '病井 快|ヤマイ カイ|Yamai Kai', 'midori', 'N', '2'],
  ['fumino', '文野 綴|フミノ ツヅル|Fumino Tsuzuru', 'miyako', 'OEB', '0'],
  ['kotoba', '言葉 紡|コトバ ツムギ|Kotoba Tsumugi', 'miyako', 'OE', '1'],
  ['emaki', '絵巻 彩|エマキ アヤ|Emaki Aya', 'miyako', 'EB', '1'],
  ['furui', '古井 巻子|フルイ マキコ|Furui Makiko', 'kotenseki', 'OE2B', '3'],
  ['moji', '文字 刻|モジ キザム|Moji Kizamu', 'kotenseki', 'O', '3'],
  ['kureishi', '暮石 円|クレイシ マドカ|Kureishi Madoka', 'nagisa', 'OE', '0'],
  ['satoyama', '里山 実|サトヤマ ミノリ|Satoyama Minori', 'nagisa', 'E', '1'],
  ['reiji', '例示 太郎|レイジ タロウ|Reiji Taro', 'example', 'OE', '0'],
  ['mihon', '見本 花子|ミホン ハナコ|Mihon Hanako', 'example', 'ON', '1'],
  ['nordby', 'ヌールビー イングリッド|ヌールビー イングリッド|Nordby Ingrid', 'fjord', 'O', '0'],
  ['hagen', 'ハーゲン ラーシュ|ハーゲン ラーシュ|Hagen Lars', 'fjord', 'O', '1'],
]; // prettier-ignore

function person([key, names, organization, has, job]: (typeof ROWS)[number], index: number): WorldPerson {
  const [ja, kana, en] = names.split('|').map((name) => name.split(' '));
  const eRad = has.includes('E') ? String(90210000 + index * 137) : null;
  const own = eRad === null ? [] : [`10000${eRad}`];
  const assigned = `9000${String(hash(key)).padStart(9, '0').slice(-9)}`;
  const second = `9000${String(hash(`${key}/2`))
    .padStart(9, '0')
    .slice(-9)}`;
  return {
    key,
    family: { ja: ja?.[0] ?? '', kana: kana?.[0] ?? '', en: en?.[0] ?? '' },
    given: { ja: ja?.[1] ?? '', kana: kana?.[1] ?? '', en: en?.[1] ?? '' },
    organization,
    department: DEPARTMENTS[organization] ?? { ja: '研究部', en: 'Research Division' },
    jobTitle: JOB_TITLES[Number(job)] ?? JOB_TITLES[0],
    orcid: has.includes('O') ? orcid(2000 + index * 311) : null,
    nrids: [...own, ...(has.includes('N') ? [assigned] : []), ...(has.includes('2') ? [second] : [])],
    eRad,
    ciniiAuthorId: has.includes('B') ? `DA99${String(100000 + index * 7)}` : null,
    crid: crid('1420', `person/${key}`),
  };
}

/** The researchers; none of them exists. */
export const people: readonly WorldPerson[] = ROWS.map(person);
