import { crid } from './ids.js';
import type { WorldAward, WorldFunder } from './types.js';

/** The funders are real: their awards here are not. */
export const funders: readonly WorldFunder[] = [
  { key: 'jsps', name: { ja: '日本学術振興会', en: 'Japan Society for the Promotion of Science' }, ror: 'https://ror.org/00hhkn466', crossrefFunder: 'https://doi.org/10.13039/501100001691' },
  { key: 'jst', name: { ja: '科学技術振興機構', en: 'Japan Science and Technology Agency' }, ror: 'https://ror.org/00097mb19', crossrefFunder: 'https://doi.org/10.13039/501100002241' },
  { key: 'ec', name: { ja: '欧州委員会', en: 'European Commission' }, ror: 'https://ror.org/00k4n6c32', crossrefFunder: 'https://doi.org/10.13039/501100000780' },
]; // prettier-ignore

const STREAMS = {
  A: { ja: '基盤研究(A)', en: 'Grant-in-Aid for Scientific Research (A)' },
  B: { ja: '基盤研究(B)', en: 'Grant-in-Aid for Scientific Research (B)' },
  C: { ja: '基盤研究(C)', en: 'Grant-in-Aid for Scientific Research (C)' },
  K: {
    ja: '国際共同研究加速基金(国際共同研究強化(B))',
    en: 'Fund for the Promotion of Joint International Research (B)',
  },
  M: { ja: 'ムーンショット型研究開発事業', en: 'Moonshot Research and Development Program' },
  C2: { ja: '戦略的創造研究推進事業 CREST', en: 'Core Research for Evolutional Science and Technology (CREST)' },
  H: { ja: 'ホライズン・ヨーロッパ', en: 'Horizon Europe' },
  H2: { ja: 'ホライズン2020', en: 'Horizon 2020' },
} as const;

interface Row {
  readonly number: string;
  readonly funder: string;
  readonly stream: keyof typeof STREAMS;
  readonly ja: string;
  readonly en: string;
  readonly organization: string;
  readonly people: string;
  readonly from: string;
  readonly until: string;
  readonly amount: number;
  /** ja/en pairs, semicolons between. */
  readonly keywords: string;
}

const ROWS: readonly Row[] = [
  { number: '20H01001', funder: 'jsps', stream: 'A', organization: 'shiosai', people: 'isobe,okitsu', from: '2020-04-01', until: '2024-03-31', amount: 44_850_000,
    ja: '海洋プラスチックの発生から堆積までの収支解明', en: 'Budget of marine plastics from source to deposition',
    keywords: '海洋プラスチック/marine plastics;物質収支/mass budget;堆積物/sediment' },
  { number: '23K01002', funder: 'jsps', stream: 'C', organization: 'shiosai', people: 'shiomi', from: '2023-04-01', until: '2026-03-31', amount: 4_680_000,
    ja: 'マイクロプラスチックに付着する微生物群集の遷移', en: 'Succession of microbial communities on microplastics',
    keywords: 'マイクロプラスチック/microplastics;微生物群集/microbial community' },
  { number: '21H01003', funder: 'jsps', stream: 'B', organization: 'kaiyo', people: 'okitsu,aomi', from: '2021-04-01', until: '2025-03-31', amount: 17_290_000,
    ja: '黒潮続流域における中規模渦と栄養塩輸送', en: 'Mesoscale eddies and nutrient transport in the Kuroshio Extension',
    keywords: '黒潮続流/Kuroshio Extension;中規模渦/mesoscale eddy' },
  { number: '22K01004', funder: 'jsps', stream: 'C', organization: 'kaiyo', people: 'amano', from: '2022-04-01', until: '2025-03-31', amount: 4_160_000,
    ja: '沿岸藻場の炭素貯留機能の評価', en: 'Assessment of carbon storage in coastal seagrass beds',
    keywords: '藻場/seagrass bed;ブルーカーボン/blue carbon' },
  { number: '18H01005', funder: 'jsps', stream: 'A', organization: 'taiki', people: 'kumoi,kazahaya', from: '2018-04-01', until: '2023-03-31', amount: 43_680_000,
    ja: '大気中温室効果ガスの長期変動要因の解明', en: 'Drivers of long-term variation in atmospheric greenhouse gases',
    keywords: '温室効果ガス/greenhouse gases;長期観測/long-term observation' },
  { number: '20K01006', funder: 'jsps', stream: 'C', organization: 'taiki', people: 'sorachi', from: '2020-04-01', until: '2023-03-31', amount: 4_290_000,
    ja: '豪雨をもたらす線状降水帯の予測可能性', en: 'Predictability of quasi-stationary convective bands causing heavy rainfall',
    keywords: '線状降水帯/quasi-stationary convective band;豪雨/heavy rainfall' },
  { number: '19H01007', funder: 'jsps', stream: 'A', organization: 'kyokuchi', people: 'hyoga,yukimura,shimobe', from: '2019-04-01', until: '2024-03-31', amount: 45_110_000,
    ja: '北極海の海氷減少と中緯度の寒波', en: 'Arctic sea ice loss and mid-latitude cold surges',
    keywords: '北極/Arctic;海氷/sea ice' },
  { number: '24K01008', funder: 'jsps', stream: 'C', organization: 'hokuto', people: 'shimobe', from: '2024-04-01', until: '2027-03-31', amount: 4_550_000,
    ja: '永久凍土融解に伴うメタン放出の定量', en: 'Quantifying methane release from thawing permafrost',
    keywords: '永久凍土/permafrost;メタン/methane' },
  { number: '17H01009', funder: 'jsps', stream: 'B', organization: 'kazan', people: 'jishibe,iwaki', from: '2017-04-01', until: '2021-03-31', amount: 16_900_000,
    ja: '海溝型巨大地震の津波堆積物による再来間隔の推定', en: 'Recurrence of great subduction earthquakes from tsunami deposits',
    keywords: '津波堆積物/tsunami deposit;巨大地震/great earthquake' },
  { number: '22H01010', funder: 'jsps', stream: 'B', organization: 'kazan', people: 'hiyama', from: '2022-04-01', until: '2026-03-31', amount: 17_550_000,
    ja: '噴煙の動的観測と降灰予測', en: 'Dynamic observation of eruption plumes and ash fall forecasting',
    keywords: '噴煙/eruption plume;降灰/ash fall' },
  { number: '21K01011', funder: 'jsps', stream: 'C', organization: 'bosai', people: 'nigeta', from: '2021-04-01', until: '2024-03-31', amount: 4_030_000,
    ja: '避難行動の時空間分析', en: 'Spatio-temporal analysis of evacuation behaviour',
    keywords: '避難行動/evacuation behaviour' },
  { number: '20H01012', funder: 'jsps', stream: 'A', organization: 'hoshizora', people: 'denchi,ishii', from: '2020-04-01', until: '2025-03-31', amount: 44_200_000,
    ja: '全固体電池の界面イオン伝導の学理', en: 'Principles of interfacial ion conduction in all-solid-state batteries',
    keywords: '全固体電池/all-solid-state battery;界面/interface' },
  { number: '23H01013', funder: 'jsps', stream: 'B', organization: 'zairyo', people: 'kanamori,mizuki', from: '2023-04-01', until: '2027-03-31', amount: 18_070_000,
    ja: 'マテリアルズインフォマティクスによる耐熱合金探索', en: 'Search for heat-resistant alloys by materials informatics',
    keywords: 'マテリアルズインフォマティクス/materials informatics;耐熱合金/heat-resistant alloy' },
  { number: '19K01014', funder: 'jsps', stream: 'C', organization: 'seimei', people: 'haneda', from: '2019-04-01', until: '2022-03-31', amount: 4_420_000,
    ja: '渡り鳥の移動経路と気候変動', en: 'Migration routes of birds and climate change',
    keywords: '渡り鳥/migratory birds' },
  { number: '21H01015', funder: 'jsps', stream: 'B', organization: 'midori', people: 'iyagawa,yakushi', from: '2021-04-01', until: '2025-03-31', amount: 17_160_000,
    ja: '腸内細菌叢と代謝疾患の縦断研究', en: 'Longitudinal study of the gut microbiome and metabolic disease',
    keywords: '腸内細菌叢/gut microbiome;代謝疾患/metabolic disease' },
  { number: '18H01016', funder: 'jsps', stream: 'B', organization: 'miyako', people: 'fumino,emaki', from: '2018-04-01', until: '2022-03-31', amount: 15_860_000,
    ja: '近世料理書の本文研究とデータ化', en: 'Textual study and digitisation of early modern cookbooks',
    keywords: '古典籍/classical books;料理書/cookbook' },
  { number: '22K01017', funder: 'jsps', stream: 'C', organization: 'kotenseki', people: 'moji,furui', from: '2022-04-01', until: '2026-03-31', amount: 4_160_000,
    ja: 'くずし字の機械判読と誤り分析', en: 'Machine reading of cursive Japanese and analysis of its errors',
    keywords: 'くずし字/cursive Japanese;文字認識/character recognition' },
  { number: '19KK1018', funder: 'jsps', stream: 'K', organization: 'nagisa', people: 'kureishi', from: '2019-10-07', until: '2024-03-31', amount: 18_460_000,
    ja: '島嶼国における食環境と暮らしの比較', en: 'Comparison of food environments and livelihoods in island countries',
    keywords: '食環境/food environment;島嶼国/island countries' },
  { number: 'JPMJMS2091', funder: 'jst', stream: 'M', organization: 'taiki', people: 'kazahaya,tsutsumi', from: '2022-04-01', until: '2027-03-31', amount: 620_000_000,
    ja: '台風制御に向けた海上観測と社会受容', en: 'Ocean observation and social acceptance for typhoon control',
    keywords: '台風/typhoon;ムーンショット/Moonshot' },
  { number: 'JPMJMS2092', funder: 'jst', stream: 'M', organization: 'hokuto', people: 'morinaga,tsuchiya', from: '2020-12-01', until: '2026-03-31', amount: 540_000_000,
    ja: '資源循環の最適化による農業・食料の持続', en: 'Sustaining food through optimised resource circulation',
    keywords: '資源循環/resource circulation;土壌微生物/soil microbes' },
  { number: 'JPMJMS2093', funder: 'jst', stream: 'M', organization: 'midori', people: 'yakushi,hosomi', from: '2021-10-01', until: '2027-03-31', amount: 710_000_000,
    ja: '疾患の超早期予測と未病への介入', en: 'Ultra-early prediction of disease and intervention',
    keywords: '未病/pre-disease state;超早期予測/ultra-early prediction' },
  { number: 'JPMJMS2094', funder: 'jst', stream: 'M', organization: 'hoshizora', people: 'mitsui,isobe', from: '2020-12-01', until: '2026-11-30', amount: 590_000_000,
    ja: '海で分解するプラスチックの分子設計', en: 'Molecular design of plastics that degrade in the sea',
    keywords: '生分解性プラスチック/biodegradable plastics;海洋プラスチック/marine plastics' },
  { number: 'JPMJCR2095', funder: 'jst', stream: 'C2', organization: 'zairyo', people: 'mizuki', from: '2020-11-01', until: '2026-03-31', amount: 230_000_000,
    ja: '分子界面の操作による水素製造', en: 'Hydrogen production by control of molecular interfaces',
    keywords: '水素/hydrogen;触媒/catalyst' },
  { number: '101099001', funder: 'ec', stream: 'H', organization: 'fjord', people: 'nordby,hagen,hyoga', from: '2021-09-01', until: '2026-08-31', amount: 980_000_000,
    ja: '北極海の炭素循環の観測網', en: 'Observing network for the Arctic carbon cycle',
    keywords: '北極/Arctic;炭素循環/carbon cycle' },
  { number: '101099002', funder: 'ec', stream: 'H', organization: 'fjord', people: 'hagen,isobe', from: '2023-01-01', until: '2026-12-31', amount: 610_000_000,
    ja: '沿岸ごみの国際比較', en: 'International comparison of coastal litter',
    keywords: '海ごみ/marine litter;海洋プラスチック/marine plastics' },
  { number: '820989003', funder: 'ec', stream: 'H2', organization: 'fjord', people: 'nordby,hiyama', from: '2018-06-01', until: '2022-05-31', amount: 430_000_000,
    ja: '火山灰と航空安全', en: 'Volcanic ash and aviation safety',
    keywords: '火山灰/volcanic ash;航空安全/aviation safety' },
]; // prettier-ignore

function award(row: Row): WorldAward {
  const kaken = row.funder === 'jsps';
  return {
    key: row.number,
    number: row.number,
    jgn: kaken ? `JP${row.number}` : row.funder === 'jst' ? row.number : null,
    funder: row.funder,
    stream: STREAMS[row.stream],
    title: { ja: row.ja, en: row.en },
    summary: {
      ja: `本研究は「${row.ja}」を目的とし、観測・実験・資料調査で得たデータを公開しながら、関係機関との共同研究として進める。`,
      en: `This project addresses the following question: ${row.en}. Data from observation, experiment and archival work are published as the work proceeds.`,
    },
    keywords: row.keywords.split(';').map((pair) => {
      const [ja = '', en = ''] = pair.split('/');
      return { ja, en };
    }),
    organization: row.organization,
    investigators: row.people.split(',').map((person, index) => ({ person, role: index === 0 ? 'principal' : 'co' })),
    from: row.from,
    until: row.until,
    amount: row.amount,
    moonshot: row.stream === 'M',
    crid: row.funder === 'ec' ? null : crid('1040', `award/${row.number}`),
  };
}

/** The awards; their numbers belong to nobody. */
export const awards: readonly WorldAward[] = ROWS.map(award);
