import { study, type Topic } from './topics.js';

/** Atmosphere, greenhouse gases, heavy rain, the Arctic, permafrost. */
export const climateTopics: readonly Topic[] = [
  {
    key: 'co2', field: 'climate', people: ['kumoi', 'kazahaya', 'sorachi'], awards: ['18H01005'],
    variants: ['@hateruma', '@ochiishi', '@minamitori', '@fuji'],
    keywords: ['二酸化炭素/carbon dioxide', '大気観測/atmospheric monitoring', '温室効果ガス/greenhouse gases'],
    backgroundJa: '大気中の温室効果ガスの増加は気候変動の主因であり、その収支を知るには人為的な発生源から離れた地点での連続観測が欠かせない。',
    backgroundEn: 'Rising greenhouse gases drive climate change, and their budget can be known only from continuous observation far from human sources.',
    studies: [
      study('{v}における大気中二酸化炭素濃度の長期変動', 'Long-term variation of atmospheric carbon dioxide at {v}', '季節振幅は10年あたり{n}%増加し、冬季の大陸からの輸送が日々の変動を支配していた。', 'The seasonal amplitude grew by {n}% per decade, and transport from the continent in winter governed day-to-day variability.'),
      study('{v}で観測されたメタンと一酸化炭素の相関から見た発生源', 'Sources of methane inferred from its correlation with carbon monoxide observed at {v}', '汚染気塊の{n}%は化石燃料起源のメタンで説明できた。', 'Fossil-fuel methane explained {n}% of the polluted air masses.'),
      study('{v}における大気中CO2濃度の1時間値', 'Hourly atmospheric CO2 mole fractions at {v}', '非分散型赤外線分析計による1時間値で、不確かさと品質フラグを付した。欠測率は{n}%である。', 'Hourly values from a non-dispersive infrared analyser with uncertainties and quality flags; {n}% of the hours are missing.'),
      study('逆解析による{v}周辺の炭素吸収量の推定', 'Inverse estimate of carbon uptake around {v}', '推定された吸収量は従来の目録より{n}%大きかった。', 'The estimated uptake exceeds earlier inventories by {n}%.'),
      study('{v}の温室効果ガス観測に関する研究', 'A study of greenhouse gas observation at {v}', '観測体制の変遷と較正の連続性を検証し、尺度の違いが{n}%以内に収まることを示した。', 'The history of the station and the continuity of its calibration are examined; scales agree within {n}%.'),
    ],
  },
  {
    key: 'rainband', field: 'climate', people: ['sorachi', 'kazahaya', 'tsutsumi'], awards: ['20K01006', 'JPMJMS2091'],
    variants: ['@kyushu', '@kanto', '@shikoku', '@tohoku'],
    keywords: ['線状降水帯/quasi-stationary convective band', '豪雨/heavy rainfall', '台風/typhoon'],
    backgroundJa: '線状降水帯や台風による豪雨は近年頻度を増し、半日前の予測が減災の鍵となっている。',
    backgroundEn: 'Heavy rain from stationary convective bands and typhoons has become more frequent, and a forecast half a day ahead is the key to reducing losses.',
    studies: [
      study('{v}における線状降水帯の発生環境場', 'Environmental conditions of quasi-stationary convective bands over {v}', '発生事例の{n}%で下層の水蒸気流入が閾値を超えていた。', 'In {n}% of the cases the low-level moisture inflow exceeded the threshold.'),
      study('大アンサンブル実験による{v}の極端降水の将来変化', 'Future change of extreme precipitation over {v} in large-ensemble experiments', '2度上昇時に100年確率の日雨量は{n}%増加する。', 'The 100-year daily rainfall increases by {n}% at two degrees of warming.'),
      study('{v}の高解像度降水解析データ', 'High-resolution precipitation analysis for {v}', 'レーダーと雨量計を合成した1 km格子の10分値を収録し、地点検証での偏りは{n}%であった。', 'Ten-minute values on a 1 km grid merge radar and gauges; the bias against gauges is {n}%.'),
      study('海上観測の同化が{v}の台風降水予測に与える効果', 'Impact of assimilating ocean observations on typhoon rainfall forecasts for {v}', '24時間予測の誤差は{n}%減少した。', 'The error of the 24-hour forecast fell by {n}%.'),
      study('{v}の豪雨災害と予測情報の利用', 'Heavy rainfall disasters in {v} and the use of forecast information', '自治体の{n}%が確率情報を避難判断に用いていた。', 'Probabilistic information entered the evacuation decisions of {n}% of the municipalities.'),
    ],
  },
  {
    key: 'seaice', field: 'climate', people: ['hyoga', 'yukimura', 'nordby', 'hagen'], awards: ['19H01007', '101099001'],
    variants: ['@arctic', '@beaufort', '@barents', '@okhotsk'],
    keywords: ['北極/Arctic', '海氷/sea ice', '炭素循環/carbon cycle'],
    backgroundJa: '北極域の海氷は急速に後退しており、海洋の炭素吸収や中緯度の天候にまで影響が及ぶ。',
    backgroundEn: 'Arctic sea ice is retreating fast, with effects on ocean carbon uptake and on mid-latitude weather.',
    studies: [
      study('{v}における海氷厚の経年変化と熱収支', 'Interannual change of sea ice thickness and the heat budget in {v}', '夏季の海氷厚は観測開始時に比べ{n}%減少した。', 'Summer ice thickness has fallen by {n}% since the observations began.'),
      study('{v}の海氷減少が日本の寒波に及ぼす影響', 'Influence of sea ice loss in {v} on cold surges over Japan', '海氷の少ない年には寒波の頻度が{n}%高かった。', 'Cold surges were {n}% more frequent in years with little ice.'),
      study('{v}における係留系による水温・塩分・溶存酸素データ', 'Moored temperature, salinity and dissolved oxygen data from {v}', '係留系3基の1時間値で、回収率は{n}%である。', 'Hourly values from three moorings with a data return of {n}%.'),
      study('{v}の融解期における二酸化炭素分圧の観測', 'Observation of the partial pressure of carbon dioxide during the melt season in {v}', '開水面の吸収量は氷縁域で{n}%大きかった。', 'Uptake by open water was {n}% larger in the marginal ice zone.'),
      study('{v}の海氷と海洋生態系に関する研究', 'Sea ice and marine ecosystems of {v}', '氷縁ブルームの開始は10年で{n}日早まった。', 'Ice-edge blooms now begin {n} days earlier than a decade ago.'),
    ],
  },
  {
    key: 'permafrost', field: 'climate', people: ['shimobe', 'hyoga', 'nordby'], awards: ['24K01008', '101099001'],
    variants: ['@siberia', '@alaska', '@svalbard', '@greenland'],
    keywords: ['永久凍土/permafrost', 'メタン/methane', '北極/Arctic'],
    backgroundJa: '北極圏の永久凍土の融解は大量の有機炭素を大気に放出しうるが、地域ごとの速度はよく分かっていない。',
    backgroundEn: 'Thawing Arctic permafrost may release much organic carbon to the air, yet its pace in each region is poorly known.',
    studies: [
      study('{v}における活動層厚の拡大と植生の応答', 'Deepening of the active layer and the response of vegetation in {v}', '活動層は20年で{n}%深くなった。', 'The active layer deepened by {n}% in twenty years.'),
      study('渦相関法による{v}の湿地メタンフラックス', 'Methane flux of wetlands in {v} by eddy covariance', '融解水域からの放出は全体の{n}%を占めた。', 'Thaw ponds account for {n}% of the emission.'),
      study('{v}の地温連続観測データセット', 'Continuous ground temperature data set for {v}', '深さ10点の地温を収録し、較正後の誤差は{n}%以内である。', 'Ground temperatures at ten depths; errors after calibration are within {n}%.'),
      study('衛星合成開口レーダーで見た{v}の地盤沈下', 'Ground subsidence in {v} seen by satellite synthetic aperture radar', '火災跡地の沈下速度は周囲の{n}%増しであった。', 'Burned areas subsided {n}% faster than their surroundings.'),
      study('{v}の永久凍土と地域社会', 'Permafrost and communities of {v}', '住居の{n}%が凍土の変化による損傷を受けていた。', 'Changes in frozen ground had damaged {n}% of the houses.'),
    ],
  },
  {
    key: 'heat', field: 'climate', people: ['morinaga', 'kumoi', 'kureishi'], awards: [],
    variants: ['@kanto', '@kumamoto', '@kyoto', '@hiroshima'],
    keywords: ['ヒートアイランド/urban heat island', '熱中症/heat stroke', '都市気候/urban climate'],
    backgroundJa: '都市の夏は気候変動とヒートアイランドの重なりによって危険な暑さとなり、弱い立場の人ほど被害を受ける。',
    backgroundEn: 'Urban summers turn dangerous where climate change meets the heat island, and the vulnerable suffer most.',
    studies: [
      study('{v}における夜間気温上昇と土地利用の関係', 'Night-time warming and land use in {v}', '緑被率が1割高い地区では夜間気温の上昇が{n}%小さかった。', 'Districts with ten percentage points more green cover warmed {n}% less at night.'),
      study('{v}の高齢者世帯における熱中症リスクと冷房利用', 'Heat stroke risk and use of cooling in households of the elderly in {v}', '冷房を使わない世帯は{n}%にのぼった。', 'As many as {n}% of the households used no cooling.'),
      study('{v}の稠密気温観測網データ', 'Data of the dense air temperature network in {v}', '小学校の百葉箱を用いた10分値で、欠測率は{n}%である。', 'Ten-minute values from screens at primary schools; {n}% are missing.'),
      study('街路樹の蒸散が{v}の歩行空間の暑さを和らげる効果', 'Evapotranspiration of street trees eases heat in pedestrian spaces of {v}', '日中の暑さ指数は最大{n}%低下した。', 'The daytime heat index fell by up to {n}%.'),
      study('{v}の都市気候と適応策', 'Urban climate of {v} and measures of adaptation', '屋上緑化の普及により冷房需要は{n}%減ると見積もられた。', 'Green roofs are estimated to cut cooling demand by {n}%.'),
    ],
  },
]; // prettier-ignore
