import { study, type Topic } from './topics.js';

/** Marine plastics, currents, seagrass. */
export const oceanTopics: readonly Topic[] = [
  {
    key: 'litter', field: 'ocean', people: ['isobe', 'okitsu', 'hagen'], awards: ['20H01001', '101099002'],
    variants: ['@tsushima', '@sagami', '@okinawa', '@seto'],
    keywords: ['海洋プラスチック/marine plastics', '漂着ごみ/beached litter', '国際比較/international comparison'],
    backgroundJa: '海洋プラスチックは国境を越えて漂流し、沿岸の暮らしと生き物に影響を与える。',
    backgroundEn: 'Marine plastics drift across borders and affect coastal life, human and otherwise.',
    studies: [
      study('{v}における海洋プラスチックの漂着量と季節変動', 'Beaching of marine plastics on {v} and its seasonal variation', '冬季の漂着量は年間の{n}%を占めた。', 'Winter accounts for {n}% of the annual load.'),
      study('粒子追跡による{v}周辺の海洋プラスチックの発生源推定', 'Source attribution of marine plastics around {v} by particle tracking', '漂着物の{n}%は河川から直接流入したと推定された。', 'Rivers are estimated to supply {n}% of the beached items directly.'),
      study('{v}の海岸における海洋プラスチック漂着調査データ', 'Survey data of beached marine plastics on the shores of {v}', '個数・重量・素材を50 m区間ごとに収録し、素材不明は{n}%である。', 'Counts, weights and polymers per 50 m of shore; {n}% are of unknown polymer.'),
      study('定点カメラと深層学習による{v}の海洋プラスチックの自動計数', 'Automatic counting of marine plastics on {v} by fixed cameras and deep learning', '人手の計数との差は{n}%であった。', 'Counts differ from manual ones by {n}%.'),
      study('{v}の海洋プラスチックと地域社会の対応', 'Marine plastics and the response of communities on {v}', '回収費用の{n}%を自治体が負担していた。', 'Municipalities bear {n}% of the cost of collection.'),
    ],
  },
  {
    key: 'micro', field: 'ocean', people: ['shiomi', 'isobe', 'aomi'], awards: ['23K01002', '20H01001'],
    variants: ['@tokyo-bay', '@osaka-bay', '@kuroshio', '@japan-sea'],
    keywords: ['海洋プラスチック/marine plastics', 'マイクロプラスチック/microplastics', '微生物群集/microbial community'],
    backgroundJa: '5 mm以下の海洋プラスチックであるマイクロプラスチックは、微生物のすみかとなりながら外洋へ広がる。',
    backgroundEn: 'Microplastics, marine plastics below 5 mm, spread to the open ocean while microbes settle on them.',
    studies: [
      study('{v}における海洋マイクロプラスチックの鉛直分布', 'Vertical distribution of marine microplastics in {v}', '粒子数の{n}%は混合層より下で見つかった。', 'Below the mixed layer were {n}% of the particles.'),
      study('{v}の海洋プラスチック表面に形成される微生物群集', 'Microbial communities that form on marine plastics in {v}', '付着細菌の{n}%は周囲の海水から検出されなかった。', 'Of the attached bacteria {n}% were absent from the surrounding water.'),
      study('{v}のマイクロプラスチック採集データ', 'Microplastic sampling data of {v}', 'ニューストンネットによる個数密度と粒径を収録し、空試験の混入は{n}個であった。', 'Number densities and sizes from neuston nets; blanks held {n} particles.'),
      study('{v}の堆積物に残るマイクロプラスチックの年代記録', 'A dated record of microplastics in sediments of {v}', '堆積速度は1970年代から{n}%増した。', 'Deposition has grown by {n}% since the 1970s.'),
      study('{v}のマイクロプラスチックの動態に関する研究', 'Dynamics of microplastics in {v}', '流出量の{n}%は出水時の数日に集中した。', 'A few days of flood carry {n}% of the outflow.'),
    ],
  },
  {
    key: 'degradable', field: 'ocean', people: ['mitsui', 'isobe', 'shiomi'], awards: ['JPMJMS2094'],
    variants: ['@suruga', '@toyama', '@ariake', '@sanriku'],
    keywords: ['海洋プラスチック/marine plastics', '生分解性プラスチック/biodegradable plastics', 'ムーンショット/Moonshot'],
    backgroundJa: '海洋プラスチック対策として海で分解する素材が求められるが、実海域での分解速度の知見は乏しい。',
    backgroundEn: 'Materials that degrade in the sea are wanted against marine plastics, but rates in real waters are little known.',
    studies: [
      study('{v}の実海域における生分解性プラスチックの分解速度', 'Degradation rates of biodegradable plastics in the waters of {v}', '浸漬1年後の重量は{n}%減少した。', 'After a year of immersion the weight had fallen by {n}%.'),
      study('{v}の海底で分解する漁具材料の耐久性', 'Durability of fishing gear that degrades on the sea floor of {v}', '使用期間中の強度低下は{n}%にとどまった。', 'Strength fell by only {n}% during use.'),
      study('{v}における生分解性プラスチック浸漬試験データ', 'Immersion test data of biodegradable plastics in {v}', '重量・強度・分子量を月ごとに収録し、流失した試料は{n}点である。', 'Monthly weight, strength and molar mass; {n} samples were lost.'),
      study('{v}から単離したポリエステル分解細菌の酵素', 'Enzymes of polyester-degrading bacteria isolated from {v}', '20度での活性は既知の酵素より{n}%高かった。', 'At 20 degrees the activity is {n}% above that of known enzymes.'),
      study('{v}の海で分解するプラスチックの社会実装', 'Bringing plastics that degrade in the sea into use: the case of {v}', '漁業者の{n}%が価格が同じなら採用すると答えた。', 'At equal price {n}% of the fishers would adopt them.'),
    ],
  },
  {
    key: 'eddy', field: 'ocean', people: ['okitsu', 'aomi', 'minato'], awards: ['21H01003'],
    variants: ['@kuroshio', '@east-china-sea', '@west-pacific', '@sanriku'],
    keywords: ['中規模渦/mesoscale eddy', '栄養塩/nutrients', '黒潮/Kuroshio'],
    backgroundJa: '中規模渦は熱と栄養塩を運び、外洋の生物生産を左右する。',
    backgroundEn: 'Mesoscale eddies carry heat and nutrients and so control production in the open ocean.',
    studies: [
      study('{v}における中規模渦による栄養塩の水平輸送', 'Horizontal nutrient transport by mesoscale eddies in {v}', '渦は硝酸塩輸送の{n}%を担っていた。', 'Eddies carry {n}% of the nitrate.'),
      study('{v}の亜表層クロロフィル極大と渦の位相', 'Subsurface chlorophyll maxima and eddy phase in {v}', '低気圧性渦では極大が{n} m浅くなった。', 'In cyclonic eddies the maximum is {n} m shallower.'),
      study('{v}の水中グライダー観測による水温・塩分断面', 'Temperature and salinity sections of {v} from underwater gliders', '延べ{n}断面を品質管理のうえ公開する。', 'We publish {n} sections after quality control.'),
      study('海面高度計とフロートの同化による{v}の海洋再解析', 'An ocean reanalysis of {v} assimilating altimetry and floats', '水温の誤差は{n}%減少した。', 'Temperature errors fell by {n}%.'),
      study('{v}の海洋環境の長期変化', 'Long-term change of the marine environment in {v}', '表層水温の上昇の{n}%は海流の変化で説明された。', 'Changed currents explain {n}% of the surface warming.'),
    ],
  },
  {
    key: 'seagrass', field: 'ocean', people: ['amano', 'shiomi', 'satoyama'], awards: ['22K01004'],
    variants: ['@seto', '@hokkaido', '@okinawa', '@palau'],
    keywords: ['藻場/seagrass bed', 'ブルーカーボン/blue carbon', '沿岸生態系/coastal ecosystem'],
    backgroundJa: '藻場は炭素を長く蓄え、稚魚を育て、波を和らげる。',
    backgroundEn: 'Seagrass beds store carbon for long, raise young fish and calm the waves.',
    studies: [
      study('{v}のアマモ場における堆積有機炭素の起源', 'Origin of sedimentary organic carbon in seagrass beds of {v}', '堆積炭素の{n}%はアマモ自身に由来した。', 'Seagrass itself supplied {n}% of the carbon.'),
      study('環境DNAで見た{v}の藻場の魚類相', 'Fish fauna of seagrass beds in {v} seen by environmental DNA', '検出種の{n}%は潜水調査では確認されなかった。', 'Divers had missed {n}% of the species detected.'),
      study('{v}の藻場分布図', 'Maps of seagrass beds in {v}', '衛星画像の分類による分布図で、現地確認との一致率は{n}%である。', 'Classified from satellite images; agreement with the ground is {n}%.'),
      study('{v}における藻場再生と漁業者の参加', 'Restoration of seagrass in {v} and the part of fishers', '播種区の定着率は{n}%であった。', 'On sown plots {n}% took root.'),
      study('{v}のブルーカーボン評価に関する研究', 'An assessment of blue carbon in {v}', '単位面積の貯留量は従来値より{n}%小さかった。', 'Storage per area is {n}% below earlier values.'),
    ],
  },
]; // prettier-ignore
