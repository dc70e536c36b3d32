import { study, type Topic } from './topics.js';

/** Materials and life science. */
export const scienceTopics: readonly Topic[] = [
  {
    key: 'battery', field: 'materials', people: ['denchi', 'ishii', 'mizuki'], awards: ['20H01012'],
    variants: ['硫化物系固体電解質/sulfide solid electrolytes', '酸化物系固体電解質/oxide solid electrolytes', 'ハロゲン化物系固体電解質/halide solid electrolytes', '高分子系固体電解質/polymer solid electrolytes'],
    keywords: ['全固体電池/all-solid-state battery', 'イオン伝導/ion conduction', '界面/interface'],
    backgroundJa: '全固体電池は安全性に優れるが、電極との界面の抵抗が出力を制限する。',
    backgroundEn: 'All-solid-state batteries are safe, but resistance at the interface with the electrodes limits their power.',
    studies: [
      study('{v}における界面イオン伝導の機構', 'Mechanism of interfacial ion conduction in {v}', '被覆により界面抵抗は{n}%低下した。', 'A coating lowers the interfacial resistance by {n}%.'),
      study('その場X線回折による{v}の劣化過程の観察', 'Degradation of {v} observed by operando X-ray diffraction', '100回の充放電後に容量は{n}%低下した。', 'After 100 cycles the capacity had fallen by {n}%.'),
      study('{v}のイオン伝導度データベース', 'Database of ionic conductivities of {v}', '文献と実測の{n}系列を収録する。', 'Holds {n} series from literature and measurement.'),
      study('機械学習ポテンシャルによる{v}の拡散計算', 'Diffusion in {v} computed with machine-learned potentials', '活性化エネルギーの誤差は{n}%であった。', 'Activation energies are off by {n}%.'),
      study('{v}の合成と電池特性に関する研究', 'Synthesis and battery performance of {v}', '焼結温度を{n}度下げることに成功した。', 'The sintering temperature was lowered by {n} degrees.'),
    ],
  },
  {
    key: 'alloy', field: 'materials', people: ['kanamori', 'mizuki', 'ishii'], awards: ['23H01013'],
    variants: ['ニッケル基超合金/nickel-base superalloys', 'チタンアルミ合金/titanium aluminides', '高エントロピー合金/high-entropy alloys', 'モリブデン合金/molybdenum alloys'],
    keywords: ['耐熱合金/heat-resistant alloy', 'マテリアルズインフォマティクス/materials informatics', 'クリープ/creep'],
    backgroundJa: '発電と航空の効率を高める耐熱合金の探索は、データと計算の活用により速まっている。',
    backgroundEn: 'The search for alloys that withstand heat, and so raise efficiency, is sped up by data and computation.',
    studies: [
      study('マテリアルズインフォマティクスによる{v}の組成探索', 'Composition search for {v} by materials informatics', '提案組成のクリープ寿命は{n}%延びた。', 'Creep life of the proposed composition is {n}% longer.'),
      study('{v}の高温酸化挙動', 'High-temperature oxidation of {v}', '酸化増量は{n}%減少した。', 'Mass gain by oxidation fell by {n}%.'),
      study('{v}のクリープ試験データ', 'Creep test data of {v}', '応力・温度・破断時間の{n}条件を収録する。', 'Stress, temperature and rupture time for {n} conditions.'),
      study('{v}の積層造形における組織制御', 'Microstructure control in additive manufacturing of {v}', '気孔率は{n}%低下した。', 'Porosity fell by {n}%.'),
      study('{v}の材料設計', 'Materials design of {v}', '試験数を{n}%減らせることを示した。', 'Tests can be cut by {n}%.'),
    ],
  },
  {
    key: 'hydrogen', field: 'materials', people: ['mizuki', 'denchi', 'mitsui'], awards: ['JPMJCR2095'],
    variants: ['鉄系触媒/iron catalysts', 'ニッケル酸化物/nickel oxides', '光触媒シート/photocatalyst sheets', '金属有機構造体/metal-organic frameworks'],
    keywords: ['水素/hydrogen', '触媒/catalyst', '水分解/water splitting'],
    backgroundJa: '再生可能エネルギーによる水素製造には、安価で長持ちする触媒が要る。',
    backgroundEn: 'Making hydrogen from renewable energy needs catalysts that are cheap and last.',
    studies: [
      study('{v}による水分解反応の速度論', 'Kinetics of water splitting on {v}', '過電圧は{n} mV低下した。', 'The overpotential fell by {n} mV.'),
      study('{v}表面の反応中間体の分光観測', 'Spectroscopy of intermediates on {v}', '中間体の寿命は{n}ピコ秒であった。', 'Intermediates live for {n} picoseconds.'),
      study('{v}の電気化学測定データ', 'Electrochemical data of {v}', '繰り返し測定のばらつきは{n}%である。', 'Repeated measurements scatter by {n}%.'),
      study('{v}を用いた海水電解の耐久性', 'Durability of seawater electrolysis with {v}', '1000時間後の性能低下は{n}%であった。', 'After 1000 hours performance had dropped by {n}%.'),
      study('{v}の合成と水素製造に関する研究', 'Synthesis of {v} for hydrogen production', '原料費を{n}%削減した。', 'Raw material costs fell by {n}%.'),
    ],
  },
  {
    key: 'microbiome', field: 'life', people: ['iyagawa', 'yakushi', 'yamai'], awards: ['21H01015', 'JPMJMS2093'],
    variants: ['中高年/middle-aged adults', '妊婦/pregnant women', '高齢者/the elderly', '2型糖尿病患者/patients with type 2 diabetes'],
    keywords: ['腸内細菌叢/gut microbiome', '代謝疾患/metabolic disease', '縦断研究/longitudinal study'],
    backgroundJa: '腸内細菌叢は食事と薬に応じて変わり、代謝疾患の発症に先立つ兆しとなりうる。',
    backgroundEn: 'The gut microbiome changes with diet and drugs and may announce metabolic disease.',
    studies: [
      study('{v}の腸内細菌叢と食習慣の縦断的関連', 'Longitudinal association of gut microbiome and diet in {v}', '食物繊維の多い群では多様性が{n}%高かった。', 'Diversity was {n}% higher with much dietary fibre.'),
      study('{v}における代謝物の変動と発症予測', 'Metabolite fluctuation and prediction of onset in {v}', '発症の{n}%を2年前に予測できた。', 'Two years ahead {n}% of the onsets were predicted.'),
      study('{v}の腸内細菌叢16S rRNA配列データ', '16S rRNA sequences of the gut microbiome of {v}', '同意を得た{n}名の匿名化データである。', 'Anonymised data of {n} consenting participants.'),
      study('{v}に対する発酵食品介入試験', 'A trial of fermented food in {v}', '介入群の{n}%で血糖値が改善した。', 'Blood glucose improved in {n}% of the group.'),
      study('{v}の腸内環境に関する研究', 'The gut environment of {v}', '個人差の{n}%は薬の服用で説明された。', 'Medication explains {n}% of the differences.'),
    ],
  },
  {
    key: 'birds', field: 'life', people: ['haneda', 'nezu', 'hosomi'], awards: ['19K01014'],
    variants: ['オオハクチョウ/whooper swans', 'ハマシギ/dunlins', 'サシバ/grey-faced buzzards', 'マガン/greater white-fronted geese'],
    keywords: ['渡り鳥/migratory birds', '生物多様性/biodiversity', '位置追跡/tracking'],
    backgroundJa: '渡り鳥は国を越えて湿地を結び、その減少は環境の変化をいち早く告げる。',
    backgroundEn: 'Migratory birds connect wetlands across countries, and their decline is an early sign of change.',
    studies: [
      study('{v}の渡り経路と中継地の利用', 'Migration routes and stopovers of {v}', '中継地の{n}%は保護区の外にあった。', 'Outside of protected areas were {n}% of the stopovers.'),
      study('{v}の越冬数の長期変動と気候', 'Long-term change of wintering {v} and climate', '越冬数は20年で{n}%変化した。', 'Numbers changed by {n}% in twenty years.'),
      study('{v}のGPS追跡データ', 'GPS tracks of {v}', '{n}個体の位置を2時間ごとに収録する。', 'Two-hourly positions of {n} birds.'),
      study('{v}の羽毛の安定同位体から見た繁殖地', 'Breeding grounds of {v} from stable isotopes in feathers', '個体の{n}%は北極圏で生まれていた。', 'Born in the Arctic were {n}%.'),
      study('{v}の保全生物学', 'Conservation biology of {v}', '農法の転換により採食効率は{n}%上がった。', 'Changed farming raised feeding efficiency by {n}%.'),
    ],
  },
  {
    key: 'soil', field: 'life', people: ['morinaga', 'tsuchiya', 'hosomi'], awards: ['JPMJMS2092'],
    variants: ['水田土壌/paddy soils', '黒ボク土/Andosols', '茶園土壌/tea garden soils', '畑地土壌/upland soils'],
    keywords: ['土壌微生物/soil microbes', '資源循環/resource circulation', '窒素/nitrogen'],
    backgroundJa: '肥料に頼りすぎない農業には、土壌微生物による窒素の循環の理解が欠かせない。',
    backgroundEn: 'Farming with less fertiliser needs an understanding of how soil microbes cycle nitrogen.',
    studies: [
      study('{v}における窒素循環と微生物機能遺伝子', 'Nitrogen cycling and microbial genes in {v}', '一酸化二窒素の放出は{n}%減少した。', 'Emission of nitrous oxide fell by {n}%.'),
      study('{v}への有機物施用と炭素貯留', 'Organic amendment and carbon storage in {v}', '10年で炭素は{n}%増加した。', 'Carbon grew by {n}% in ten years.'),
      study('{v}のメタゲノムデータ', 'Metagenomes of {v}', '{n}地点の配列と土壌化学性を収録する。', 'Sequences and soil chemistry of {n} sites.'),
      study('菌根菌の接種が{v}の作物収量に及ぼす効果', 'Mycorrhizal inoculation and yield on {v}', '収量は{n}%増加した。', 'Yield rose by {n}%.'),
      study('{v}の微生物生態に関する研究', 'Microbial ecology of {v}', '未培養の系統が{n}%を占めた。', 'Uncultured lineages make up {n}%.'),
    ],
  },
]; // prettier-ignore
