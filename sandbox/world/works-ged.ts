/** Datasets of the Global Environmental Database that belong to no topic, and articles that use them. */
import { GED_ARCHIVE } from './ged-archive.js';
import { crid, hash } from './ids.js';
import { place } from './places.js';
import type { CiniiHolding, Holdings, JairoHolding, Shown, WorldPlace, WorldRelation, WorldWork } from './types.js';

type DatasetKey = keyof typeof GED_ARCHIVE;
type Platform = 'cinii' | 'jairo' | 'eosc';

const BLANK = {
  field: 'climate', topic: 'ged', titleKana: null, alternativeTitle: null, otherCreators: [], journal: null, volume: null, issue: null, firstPage: null, lastPage: null,
  event: null, degree: null, version: null, handle: null, naid: null, ncid: null, isbn: null, access: 'open', embargoUntil: null, licence: null, files: [], awards: [],
} satisfies Partial<WorldWork>; // prettier-ignore

function shown(issued: string): Shown {
  return { titles: 'both', abstracts: 'both', issued, withoutOrcid: [], awardPrefix: true };
}

function onCinii(key: string, issued: string): CiniiHolding {
  const value = `oai:japanlinkcenter.org:95${String(hash(key)).slice(0, 7)}`;
  return {
    ...shown(issued),
    crid: crid('1390', key),
    sources: [{ type: 'JALC', value }],
    abstractAllowed: true,
    markup: 'none',
  };
}

/** Kita keeps copies; numbers from 971 on are behind those of the topics' works. */
function onJairo(key: string, issued: string, kind: 'article' | 'dataset', recid: string): JairoHolding {
  return {
    ...shown(issued), titles: 'ja', repository: 'kita', recid, sets: [kind === 'dataset' ? '31' : '11'], irdb: `00048${String(hash(key) % 100_000).padStart(5, '0')}`,
    datestamp: '2026-07-01T02:03:04Z', state: 'public',
  }; // prettier-ignore
}

function elsewhere(
  key: string,
  issued: string,
  kind: 'article' | 'dataset',
  on: readonly Platform[],
  recid: string,
): Holdings {
  const eosc = { ...shown(issued), titles: 'en', id: `doi_dedup___::${hash(`${key}/eosc`).toString(16).padStart(8, '0').repeat(4)}` } as const; // prettier-ignore
  return {
    ...(on.includes('cinii') ? { cinii: onCinii(key, issued) } : {}),
    ...(on.includes('jairo') ? { jairo: onJairo(key, issued, kind, recid) } : {}),
    ...(on.includes('eosc') ? { eosc } : {}),
  };
}

interface DatasetRow {
  readonly key: DatasetKey;
  readonly ja: string;
  readonly en: string;
  readonly abstractJa: string;
  readonly abstractEn: string;
  /** ja/en. */
  readonly keywords: readonly string[];
  readonly creators: readonly string[];
  readonly otherCreators?: readonly string[];
  readonly awards?: readonly string[];
  readonly places: readonly WorldPlace[];
  readonly on: readonly Platform[];
  readonly usedBy?: readonly string[];
  readonly recid?: string;
}

const GLOBE: WorldPlace = { name: { ja: '全球', en: 'the globe' }, box: { west: -180, south: -90, east: 180, north: 90 } }; // prettier-ignore

const DATASETS: readonly DatasetRow[] = [
  {
    key: 'ged-methane', ja: '落石岬における大気中メタン濃度(日平均)', en: 'Atmospheric methane mole fraction at Cape Ochiishi (daily means)', on: ['cinii', 'eosc'],
    abstractJa: '落石岬で観測した大気中メタンの日平均濃度である。', abstractEn: 'Daily means of atmospheric methane observed at Cape Ochiishi.',
    keywords: ['メタン/methane', '温室効果ガス/greenhouse gases'], creators: ['kazahaya', 'sorachi'], awards: ['18H01005'], places: [place('ochiishi')], usedBy: ['ged-article-2'],
  },
  {
    key: 'ged-nitrous-oxide', ja: '波照間における大気中一酸化二窒素濃度', en: 'Atmospheric nitrous oxide mole fraction at Hateruma', on: [],
    abstractJa: '波照間で観測した大気中一酸化二窒素の日平均濃度である。', abstractEn: 'Daily means of atmospheric nitrous oxide observed at Hateruma.',
    keywords: ['一酸化二窒素/nitrous oxide', '温室効果ガス/greenhouse gases'], creators: ['sorachi'], places: [place('hateruma')],
  },
  {
    key: 'ged-oxygen', ja: '波照間と南鳥島における大気中酸素・二酸化炭素濃度', en: 'Atmospheric O2/N2 ratio and CO2 mole fraction at Hateruma and Minamitorishima', on: ['cinii'],
    abstractJa: '二つの島で採取したフラスコ試料の酸素/窒素比と二酸化炭素濃度である。', abstractEn: 'O2/N2 ratios and CO2 mole fractions of flask samples from two islands.',
    keywords: ['酸素/oxygen', '炭素循環/carbon cycle'], creators: ['kumoi', 'kazahaya'], awards: ['18H01005'], places: [place('hateruma'), place('minamitori')], usedBy: ['ged-article-3'],
  },
  {
    key: 'ged-aircraft', ja: '旅客機による二酸化炭素濃度の連続観測 KUMO-CME', en: 'KUMO-CME: continuous observation of carbon dioxide aboard passenger aircraft', on: ['eosc'],
    abstractJa: '旅客機に搭載した連続測定装置による上空の二酸化炭素濃度である。', abstractEn: 'Carbon dioxide aloft, measured continuously by an instrument aboard passenger aircraft.',
    keywords: ['二酸化炭素/carbon dioxide', '航空機観測/aircraft observation'], creators: ['kazahaya', 'kumoi'], places: [place('west-pacific')], usedBy: ['ged-article-1'],
  },
  {
    key: 'ged-flask', ja: '旅客機で採取したフラスコ試料の微量気体濃度 KUMO-ASE', en: 'KUMO-ASE: trace gases of flask samples from passenger aircraft', on: [],
    abstractJa: '旅客機で採取した大気試料の微量気体濃度(準リアルタイム)である。', abstractEn: 'Trace gases of air samples taken aboard passenger aircraft, in near real time.',
    keywords: ['航空機観測/aircraft observation'], creators: ['kazahaya'], places: [place('west-pacific')],
  },
  {
    key: 'ged-flask-old', ja: '旅客機で採取したフラスコ試料の二酸化炭素濃度(旧版)', en: 'Carbon dioxide of flask samples from passenger aircraft (former release)', on: ['cinii'],
    abstractJa: '旅客機で採取した大気試料の二酸化炭素濃度である。統合により公開を停止した。', abstractEn: 'Carbon dioxide of air samples taken aboard passenger aircraft; merged and stopped.',
    keywords: ['航空機観測/aircraft observation'], creators: ['kazahaya'], places: [place('west-pacific')],
  },
  {
    key: 'ged-inventory', ja: '化石燃料起源二酸化炭素排出目録 KEMURI', en: 'KEMURI fossil fuel CO2 emission inventory', on: ['cinii', 'jairo', 'eosc'], recid: '971',
    abstractJa: '発電所の目録と夜間光から求めた、化石燃料起源の二酸化炭素排出量の格子データである。', abstractEn: 'Gridded emissions of carbon dioxide from fossil fuels, from a list of power plants and night lights.',
    keywords: ['二酸化炭素/carbon dioxide', '排出目録/emission inventory'], creators: ['kumoi', 'nordby'], places: [GLOBE], usedBy: ['ged-article-1'],
  },
  {
    key: 'ged-blended-methane', ja: '西太平洋における観測に基づくメタンのカラム平均濃度', en: 'Observation-based column-averaged methane over the western Pacific', on: ['eosc'],
    abstractJa: '船舶、航空機、衛星の観測を合わせて求めた、領域ごとの月平均値である。', abstractEn: 'Monthly means by region, blended from observations of ships, aircraft and satellites.',
    keywords: ['メタン/methane', '衛星観測/satellite observation'], creators: ['sorachi'], otherCreators: ['Ångström, Siri'], places: [place('west-pacific')], usedBy: ['ged-article-3'],
  },
  {
    key: 'ged-ship', ja: '西部北太平洋における海上大気の二酸化炭素とオゾン(速報値)', en: 'Carbon dioxide and ozone in air over the western North Pacific (preliminary)', on: [],
    abstractJa: '貨物船の航路に沿った1時間値である。', abstractEn: 'Hourly values along the track of a cargo ship.',
    keywords: ['二酸化炭素/carbon dioxide', '船舶観測/ship observation'], creators: ['okitsu', 'kumoi'], places: [place('west-pacific')],
  },
  {
    key: 'ged-sonde', ja: '落石岬におけるオゾンの鉛直分布', en: 'Vertical distribution of ozone at Cape Ochiishi', on: ['jairo'], recid: '972',
    abstractJa: '気球で観測したオゾンと気温の鉛直分布である。', abstractEn: 'Vertical profiles of ozone and temperature from balloons.',
    keywords: ['オゾン/ozone'], creators: ['sorachi', 'morinaga'], places: [place('ochiishi')],
  },
  {
    key: 'ged-rice', ja: 'アジアの水稲暦', en: 'Rice calendar of Asia', on: [], abstractJa: '国別の水稲の移植日と収穫日である。', abstractEn: 'Days of transplanting and harvest of paddy rice by country.',
    keywords: ['水稲/paddy rice'], creators: ['tsuchiya'], places: [{ name: { ja: 'アジア', en: 'Asia' }, box: { west: 68, south: -10, east: 150, north: 54 } }],
  },
]; // prettier-ignore

function keywordsOf(pairs: readonly string[]): WorldWork['keywords'] {
  return pairs.map((pair) => {
    const [ja = '', en = ''] = pair.split('/');
    return { ja, en };
  });
}

function datasetWork(row: DatasetRow): WorldWork {
  const dataset = GED_ARCHIVE[row.key];
  const doi = `10.17595/${dataset.id}`;
  return {
    ...BLANK, key: row.key, kind: 'dataset', title: { ja: row.ja, en: row.en }, abstract: { ja: row.abstractJa, en: row.abstractEn }, keywords: keywordsOf(row.keywords), language: 'en',
    creators: row.creators, otherCreators: row.otherCreators ?? [], publisher: { ja: '大気観測機構', en: 'Atmospheric Observation Agency' }, issued: dataset.released, deposited: dataset.released,
    doi, access: dataset.status === 'restricted' ? 'restricted' : 'open', awards: row.awards ?? [], places: row.places,
    licence: dataset.licensePrinted ? { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' } : null,
    relations: (row.usedBy ?? []).map((work) => ({ relation: 'isReferencedBy', work })),
    period: { from: dataset.coverage.from, until: dataset.coverage.until ?? '2025-12-31' },
    holdings: { ...elsewhere(row.key, dataset.released, 'dataset', row.on, row.recid ?? ''), ged: { ...shown(dataset.released), ...dataset } },
  }; // prettier-ignore
}

interface ArticleRow {
  readonly ja: string;
  readonly en: string;
  readonly issued: string;
  readonly creators: readonly string[];
  readonly uses: readonly string[];
  readonly places: readonly WorldPlace[];
  readonly on: readonly Platform[];
}

const ARTICLES: readonly ArticleRow[] = [
  {
    ja: '波照間島の1時間値から見た大陸からの二酸化炭素の輸送', en: 'Transport of carbon dioxide from the continent seen in hourly values at Hateruma Island', issued: '2024-05-20',
    creators: ['kumoi', 'nordby'], uses: ['co2-2-0'], places: [place('hateruma')], on: ['cinii', 'eosc'],
  },
  {
    ja: '航空機観測による排出目録の検証', en: 'Verifying an emission inventory by aircraft observation', issued: '2024-09-10',
    creators: ['kazahaya', 'kumoi'], uses: ['ged-aircraft', 'ged-inventory'], places: [place('west-pacific')], on: ['cinii', 'eosc'],
  },
  {
    ja: '北日本のメタン濃度上昇の加速', en: 'Acceleration of the rise of methane in northern Japan', issued: '2025-02-14',
    creators: ['sorachi', 'kazahaya'], uses: ['ged-methane'], places: [place('ochiishi')], on: ['cinii', 'jairo'],
  },
  {
    ja: '島嶼の酸素観測とメタンのカラム濃度', en: 'Oxygen at islands and methane in the column', issued: '2025-06-30',
    creators: ['hagen', 'kumoi'], uses: ['ged-oxygen', 'ged-blended-methane'], places: [place('minamitori')], on: ['eosc'],
  },
]; // prettier-ignore

function article(row: ArticleRow, index: number): WorldWork {
  const key = `ged-article-${String(index)}`;
  const doi = `10.5072/kiko-kenkyu.${row.issued.slice(0, 4)}.95${String(index)}`;
  const relations: WorldRelation[] = row.uses.map((work) => ({ relation: 'references', work }));
  return {
    ...BLANK, key, kind: 'article', title: { ja: row.ja, en: row.en }, language: 'en', keywords: keywordsOf(['温室効果ガス/greenhouse gases', '大気観測/atmospheric monitoring']),
    abstract: { ja: `地球環境データベースの公開データを用いて、${row.ja}を論じる。`, en: `With published data of the Global Environmental Database we discuss the following: ${row.en}.` },
    creators: row.creators, publisher: { ja: '日本気候大気学会', en: 'Climate and Atmosphere Society of Japan' }, journal: 'kiko-kenkyu', volume: String(Number(row.issued.slice(0, 4)) - 1990),
    issue: '2', firstPage: String(301 + index * 14), lastPage: String(313 + index * 14), issued: row.issued, deposited: row.issued, doi, awards: index === 0 ? ['18H01005'] : [], relations,
    licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' }, places: row.places, period: null,
    holdings: elsewhere(key, row.issued, 'article', row.on, '973'),
  }; // prettier-ignore
}

/** Held by all other platforms, by some, and by none: that is what each `on` says. */
export const gedWorks: readonly WorldWork[] = [...DATASETS.map(datasetWork), ...ARTICLES.map(article)];
