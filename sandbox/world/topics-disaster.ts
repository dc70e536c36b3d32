import { study, type Topic } from './topics.js';

/** Tsunami, volcanoes, evacuation, floods. */
export const disasterTopics: readonly Topic[] = [
  {
    key: 'tsunami', field: 'disaster', people: ['jishibe', 'iwaki', 'tsutsumi'], awards: ['17H01009'],
    variants: ['@sendai', '@nankai', '@nemuro', '@hyuga'],
    keywords: ['津波堆積物/tsunami deposit', '巨大地震/great earthquake', '再来間隔/recurrence interval'],
    backgroundJa: '海溝型巨大地震の再来間隔は文書記録より長く、地層の記録が頼りとなる。',
    backgroundEn: 'Great subduction earthquakes recur at intervals longer than written records, so that sediments must speak.',
    studies: [
      study('{v}の津波堆積物から推定した巨大地震の履歴', 'History of great earthquakes inferred from tsunami deposits of {v}', '過去6千年間の再来間隔のばらつきは{n}%であった。', 'Over six thousand years intervals vary by {n}%.'),
      study('{v}における津波浸水の数値計算と堆積物の比較', 'Numerical inundation and tsunami deposits compared at {v}', '堆積物は浸水域の{n}%しか示していなかった。', 'Deposits mark only {n}% of the inundated area.'),
      study('{v}のジオスライサー試料柱状図データ', 'Core logs of geoslicer samples from {v}', '地点・層相・放射性炭素年代を収録し、年代の誤差は平均{n}年である。', 'Sites, facies and radiocarbon ages; the mean error is {n} years.'),
      study('海底圧力計による{v}の津波即時予測', 'Real-time tsunami forecasting at {v} from ocean-bottom pressure gauges', '第一波の予測誤差は{n}%であった。', 'The error of the first wave is {n}%.'),
      study('{v}の地震津波防災', 'Earthquake and tsunami preparedness at {v}', '住民の{n}%が5分以内に避難を始めると答えた。', 'Within five minutes {n}% would start to evacuate.'),
    ],
  },
  {
    key: 'volcano', field: 'disaster', people: ['hiyama', 'iwaki', 'nordby'], awards: ['22H01010', '820989003'],
    variants: ['@aso', '@sakurajima', '@asama', '@kirishima'],
    keywords: ['噴煙/eruption plume', '降灰/ash fall', '火山活動/volcanic activity'],
    backgroundJa: '火山灰は交通・電力・農業に広く影響し、噴煙の早い把握が被害を減らす。',
    backgroundEn: 'Volcanic ash disrupts transport, power and farming, and early knowledge of the plume reduces losses.',
    studies: [
      study('気象レーダーによる{v}の噴煙高度の推定', 'Plume heights of {v} estimated by weather radar', '目視との差は{n}%以内であった。', 'Differences from visual reports stay within {n}%.'),
      study('{v}の火山ガス組成と噴火前の変化', 'Gas composition of {v} and its change before eruptions', '噴火前に硫黄比が{n}%低下した。', 'Before eruptions the sulphur ratio fell by {n}%.'),
      study('{v}の空振・地震波形データ', 'Infrasound and seismic waveforms of {v}', '100 Hz連続波形で、欠測率は{n}%である。', 'Continuous 100 Hz waveforms; {n}% are missing.'),
      study('{v}の降灰予測における粒径分布の役割', 'The role of grain size in ash fall forecasts for {v}', '観測粒径を用いると誤差は{n}%減少した。', 'Observed sizes cut the error by {n}%.'),
      study('{v}の噴火史と登山者の安全', 'Eruption history of {v} and the safety of climbers', '登山届の提出率は{n}%であった。', 'A climbing plan had been filed by {n}%.'),
    ],
  },
  {
    key: 'evacuation', field: 'disaster', people: ['nigeta', 'kawabe', 'tsutsumi'], awards: ['21K01011'],
    variants: ['@kumamoto', '@noto', '@hiroshima', '@sendai'],
    keywords: ['避難行動/evacuation behaviour', '避難所/shelter', '人流データ/mobility data'],
    backgroundJa: '避難の遅れは繰り返し犠牲を生み、その理由は人と場所により異なる。',
    backgroundEn: 'Late evacuation costs lives again and again, for reasons that differ between people and places.',
    studies: [
      study('人流データで見た{v}の避難行動の時空間分布', 'Space and time of evacuation in {v} seen by mobility data', '最初の1時間に動いた人は{n}%であった。', 'In the first hour {n}% had moved.'),
      study('{v}の避難所における要配慮者の支援', 'Support of people with special needs in shelters of {v}', '福祉避難所の利用は{n}%にとどまった。', 'Only {n}% reached a welfare shelter.'),
      study('{v}の災害時聞き取り調査データ', 'Interview data on disasters in {v}', '個人情報を除いた回答{n}件を収録する。', 'Holds {n} answers stripped of personal data.'),
      study('{v}における警戒情報の伝わり方と住民の判断', 'How warnings travel and how residents of {v} decide', '隣人の声かけで避難した人は{n}%であった。', 'A neighbour\'s call had moved {n}%.'),
      study('{v}の災害復興と住まい', 'Recovery and housing in {v}', '仮設住宅の{n}%が2年を超えて使われた。', 'Beyond two years {n}% of temporary homes were in use.'),
    ],
  },
  {
    key: 'flood', field: 'disaster', people: ['kawabe', 'tsutsumi', 'tsuchiya'], awards: ['JPMJMS2091'],
    variants: ['@joso', '@kyushu', '@shikoku', '@hokkaido'],
    keywords: ['洪水/flood', '流域治水/basin-wide flood management', '水位予測/water level forecasting'],
    backgroundJa: '堤防だけに頼らない流域治水には、水位の予測と土地利用の見直しが要る。',
    backgroundEn: 'Managing floods over whole basins needs forecasts of water level and a new look at land use.',
    studies: [
      study('{v}における中小河川の水位予測', 'Water level forecasting for small rivers of {v}', '6時間先の誤差は{n}%であった。', 'Six hours ahead the error is {n}%.'),
      study('{v}の水田貯留による洪水ピークの低減', 'Paddy storage lowers flood peaks in {v}', 'ピーク流量は{n}%低下した。', 'The peak fell by {n}%.'),
      study('{v}の浸水深データ', 'Inundation depth data of {v}', '痕跡調査{n}地点の浸水深を収録する。', 'Depths at {n} surveyed marks.'),
      study('衛星画像による{v}の浸水域の即日推定', 'Same-day mapping of floods in {v} from satellite images', '現地調査との一致は{n}%であった。', 'Agreement with field surveys is {n}%.'),
      study('{v}の水害史と土地利用', 'Flood history and land use of {v}', '旧河道の{n}%が宅地となっていた。', 'Houses stand on {n}% of the former channels.'),
    ],
  },
]; // prettier-ignore
