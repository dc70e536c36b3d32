import type { DiasPolicy } from './dias-details.js';
import type { Access, DiasChannel, DiasDetails, DoiRegistration, Field } from './types.js';

/** A DIAS data set by hand; what is left out follows from the rest (works-dias.ts). */
export interface DiasRow {
  /** The dataset id. */
  readonly id: string;
  readonly field: Field;
  readonly topic: string;
  readonly ja: string;
  readonly en: string;
  readonly aboutJa: string;
  readonly aboutEn: string;
  /** Keys of people, commas between. */
  readonly people: string;
  readonly place: string;
  /** YYYY-MM-DD / YYYY-MM-DD, or `..`: data are still being added. */
  readonly period: string;
  readonly issued: string;
  /** ja/en pairs, semicolons between. */
  readonly keywords: string;
  /** n of 10.20783/DIAS.n; DIAS's own are far below 90000. */
  readonly doi?: number;
  readonly registration?: DoiRegistration;
  /** Platforms that know its DOI too: cinii, eosc, jairo:<repository>. */
  readonly on?: string;
  readonly awards?: string;
  readonly policy?: DiasPolicy;
  readonly access?: Access;
  readonly version?: string;
  readonly channels?: readonly DiasChannel[];
  readonly newVersionOf?: string;
  readonly details?: Partial<DiasDetails>;
}

const NETCDF = ['netCDF', '4', 'CF-1.7'] as const;
const GRIB = ['GRIB2', '', 'WMO FM 92'] as const;
const CSV = ['CSV', '', 'UTF-8'] as const;

export const atmosphereRows: readonly DiasRow[] = [
  { id: 'RADAR1KM_JP', channels: ['pages', 'geodab', 'csw'], field: 'climate', topic: 'rainband', ja: '全国合成レーダー雨量1kmメッシュデータ', en: 'Nationwide composite radar rainfall on a 1 km mesh',
    aboutJa: '全国の気象レーダーを合成した1kmメッシュの10分間雨量である。\n強度は0.1 mm/h刻みで、欠測は-999とする。', aboutEn: 'Ten-minute rainfall on a 1 km mesh composited from weather radars all over Japan.\nIntensity comes in steps of 0.1 mm/h; missing values are -999.',
    people: 'sorachi,kazahaya', place: 'japan', period: '2006-01-01/..', issued: '2018-07-20', keywords: '降水/precipitation;レーダー/radar;線状降水帯/quasi-stationary convective band', doi: 90001, on: 'cinii,eosc',
    awards: '20K01006', policy: 'account', version: '3.1', details: {
      abbreviation: 'RADAR1KM', resolution: { ja: '10分', en: '10 minutes' }, grid: [['row', '2640', '30 second'], ['column', '3072', '45 second']], formats: [NETCDF],
      processing: { ja: '地形エコーを除去し、雨量計で補正した。', en: 'Ground clutter was removed and the intensity corrected with rain gauges.' }, references: ['rainband-0-0', 'rainband-0-1'], fileList: 90001,
      acknowledgement: { ja: '本研究では、DIASから提供された全国合成レーダー雨量を利用した。', en: 'This study used the nationwide composite radar rainfall provided through DIAS.' } } },
  { id: 'KAKU55', field: 'climate', topic: 'rainband', ja: '架空55年長期再解析', en: 'Fictional 55-year Reanalysis',
    aboutJa: '全球の大気を1961年から一貫した手法で再解析したデータセットである。', aboutEn: 'A reanalysis of the global atmosphere from 1961 onwards with one and the same method.',
    people: 'kazahaya,kumoi', place: 'globe', period: '1961-01-01/2024-02-02', issued: '2013-10-01', keywords: '再解析/reanalysis;大気循環/atmospheric circulation', policy: 'research',
    details: { abbreviation: 'KAKU-55', resolution: { ja: '6時間', en: '6 hours' }, grid: [['longitude', '288', '1.25 degree'], ['latitude', '145', '1.25 degree'], ['level', '37', '']], formats: [GRIB], fileList: 92204 } },
  { id: 'KAKU55_Delta', field: 'climate', topic: 'rainband', ja: '架空55年長期再解析 日本域切り出しデータ', en: 'Fictional 55-year Reanalysis, subset for Japan',
    aboutJa: '架空55年長期再解析から日本域の地上要素を切り出し、標高差を補正した。', aboutEn: 'Surface elements for Japan cut out of the Fictional 55-year Reanalysis and corrected for differences in height.',
    people: 'kumoi,sorachi', place: 'japan', period: '1961-01-01/2020-12-31', issued: '2021-03', keywords: '再解析/reanalysis;ダウンスケーリング/downscaling', doi: 90002, on: 'cinii', policy: 'account',
    details: { formats: [NETCDF, ['GrADS', '', '']], remarks: { ja: '2月29日の値を含む。', en: 'Values for 29 February are included.' }, fileList: 90002 } },
  { id: 'TYPHOON_BUOY', field: 'climate', topic: 'rainband', ja: '台風直下における漂流ブイ海上気象観測', en: 'Surface weather from drifting buoys beneath typhoons',
    aboutJa: 'ムーンショット型研究の一環として台風の進路上に投入した漂流ブイ24基の10分値である。', aboutEn: 'Ten-minute values from 24 drifting buoys released ahead of typhoons within the Moonshot programme.',
    people: 'kazahaya,tsutsumi', place: 'west-pacific', period: '2023-07-01/2025-11-30', issued: '2026-01-15', keywords: '台風/typhoon;漂流ブイ/drifting buoy;ムーンショット/Moonshot', doi: 90003, registration: 'DataCite', on: 'eosc',
    awards: 'JPMJMS2091', policy: 'open', access: 'open', details: { formats: [CSV], fileList: null, references: ['rainband-3-0'] } },
  { id: 'TYPHOON_ENS', field: 'climate', topic: 'rainband', ja: '台風制御介入アンサンブル実験データ', en: 'Ensemble experiments of intervention for typhoon control',
    aboutJa: '介入の有無で比較した100メンバーの台風数値実験の出力である。', aboutEn: 'Output of 100-member typhoon simulations with and without intervention.',
    people: 'tsutsumi,kazahaya,sorachi', place: 'west-pacific', period: '2024-06-01/2024-10-31', issued: '2025-09-30', keywords: '台風/typhoon;アンサンブル/ensemble;ムーンショット/Moonshot', doi: 90004, on: 'cinii,jairo:kita',
    awards: 'JPMJMS2091', policy: 'ask', access: 'restricted', details: { formats: [NETCDF], fileList: 90004 } },
  { id: 'UrbanHeat_Kanto', field: 'climate', topic: 'heat', ja: '関東平野における都市気温稠密観測', en: 'Dense observation of urban air temperature in the Kanto Plain',
    aboutJa: '小学校の百葉箱200か所で測った気温の10分値である。', aboutEn: 'Ten-minute air temperature from screens at 200 primary schools.', people: 'morinaga,kureishi', place: 'kanto', period: '2010-07/2019-09', issued: '2020',
    keywords: 'ヒートアイランド/urban heat island;気温/air temperature', doi: 90015, registration: 'Crossref', on: 'cinii', policy: 'open', access: 'open', details: { formats: [CSV], fileList: 90015 } },
  { id: 'SnowDepth_HKD', field: 'climate', topic: 'heat', ja: '北海道積雪深連続観測データ', en: 'Continuous snow depth data for Hokkaido',
    aboutJa: '北海道内64地点の積雪深の1時間値である。', aboutEn: 'Hourly snow depth at 64 sites in Hokkaido.', people: 'yukimura', place: 'hokkaido', period: '1998-11-01/..', issued: '2012-04-01', keywords: '積雪/snow;北海道/Hokkaido',
    policy: 'silent', channels: ['pages'], details: { documents: 'ja', formats: [CSV], resolution: { ja: '1時間', en: '1 hour' }, fileList: 92117 } },
  { id: 'CMIP_SBX_Downscale', field: 'climate', topic: 'rainband', ja: '気候シナリオ力学的ダウンスケーリング5km', en: 'Dynamical downscaling of climate scenarios to 5 km',
    aboutJa: '4度上昇実験を含む気候シナリオを日本域5kmに力学的に詳細化した。', aboutEn: 'Climate scenarios, among them experiments at four degrees of warming, dynamically downscaled to 5 km over Japan.',
    people: 'sorachi,kazahaya', place: 'japan', period: '1980-09-01/2100-08-31', issued: '2022-02-28', keywords: '気候変動/climate change;ダウンスケーリング/downscaling;降水/precipitation', doi: 90019, on: 'cinii', policy: 'account', awards: '20K01006',
    details: { grid: [['x', '550', '5 km'], ['y', '755', '5 km']], formats: [NETCDF], fileList: 90019 } },
  { id: 'Antarctic_Met', field: 'climate', topic: 'seaice', ja: '南極無人気象観測データ', en: 'Automatic weather station data from Antarctica', aboutJa: '内陸5地点の無人気象観測装置の値である。', aboutEn: 'Values of automatic weather stations at five inland sites.',
    people: 'yukimura', place: 'antarctica', period: '2005-01-01/2021-12-31', issued: '2022-11-01', keywords: '南極/Antarctica;気象観測/weather observation', channels: ['geodab'], policy: 'silent' },
  { id: 'AeroSonde', field: 'climate', topic: 'heat', ja: '沿岸域エアロゾルゾンデ観測', en: 'Aerosol sonde observations at the coast', aboutJa: '沿岸域で放球したゾンデによるエアロゾル鉛直分布である。', aboutEn: 'Vertical profiles of aerosol from sondes released at the coast.',
    people: 'kumoi', place: 'noto', period: '2016-03-01/2016-05-31', issued: '2017-06-12', keywords: 'エアロゾル/aerosol;鉛直分布/vertical profile', doi: 90020, channels: ['csw'], policy: 'research' },
]; // prettier-ignore

export const polarRows: readonly DiasRow[] = [
  { id: 'ArcticIce_Thick', channels: ['pages', 'geodab', 'csw'], field: 'climate', topic: 'seaice', ja: '北極海海氷厚格子データ', en: 'Gridded sea ice thickness of the Arctic Ocean',
    aboutJa: '衛星高度計と係留系から推定した北極海の海氷厚(25km格子、月平均)である。', aboutEn: 'Monthly sea ice thickness of the Arctic Ocean on a 25 km grid, estimated from satellite altimeters and moorings.',
    people: 'hyoga,yukimura,nordby', place: 'arctic', period: '2003-10-01/2024-04-30', issued: '2024-08-01', keywords: '北極/Arctic;海氷/sea ice', doi: 90011, on: 'cinii,eosc', awards: '19H01007,101099001', policy: 'account', version: '2.0', newVersionOf: 'ArcticIce_Thick_v1',
    details: { abbreviation: 'AIT25', resolution: { ja: '月', en: 'monthly' }, grid: [['x', '304', '25 km'], ['y', '448', '25 km']], formats: [NETCDF], references: ['seaice-0-0'], fileList: 90011 } },
  { id: 'ArcticIce_Thick_v1', field: 'climate', topic: 'seaice', ja: '北極海海氷厚格子データ 第1版', en: 'Gridded sea ice thickness of the Arctic Ocean, version 1',
    aboutJa: '第2版に置き換えられた旧版である。', aboutEn: 'An earlier version, superseded by version 2.', people: 'hyoga', place: 'arctic', period: '2003-10-01/2018-04-30', issued: '2019-02-01', keywords: '北極/Arctic;海氷/sea ice', awards: '19H01007', policy: 'account', version: '1.0', details: { formats: [NETCDF], fileList: 92310 } },
  { id: 'ArcticSST', field: 'ocean', topic: 'seaice', ja: '北極海海面水温再構成データ', en: 'Reconstructed sea surface temperature of the Arctic Ocean',
    aboutJa: '氷縁域を含む北極海の海面水温を日別に再構成した。', aboutEn: 'Daily sea surface temperature of the Arctic Ocean reconstructed up to the ice edge.', people: 'nordby,hagen,hyoga', place: 'arctic', period: '1982-01-01/2023-12-31', issued: '2024-03-11',
    keywords: '北極/Arctic;海面水温/sea surface temperature', doi: 90012, registration: 'DataCite', on: 'eosc', awards: '101099001', policy: 'open', access: 'open', details: { formats: [NETCDF], fileList: null } },
  { id: 'ArcticRiver', field: 'climate', topic: 'permafrost', ja: '北極海流入河川流量データ', en: 'Discharge of rivers into the Arctic Ocean', aboutJa: 'レナ川など8河川の日流量と融雪期の水温である。', aboutEn: 'Daily discharge of eight rivers, the Lena among them, and water temperature during snow melt.',
    people: 'shimobe,hyoga', place: 'siberia', period: '1979-01-01/2020-12-31', issued: '2021-12-24', keywords: '北極/Arctic;河川流量/river discharge', doi: 90013, on: 'cinii', awards: '24K01008', policy: 'research', details: { formats: [CSV], fileList: 90013 } },
  { id: 'Permafrost_T', field: 'climate', topic: 'permafrost', ja: '永久凍土地温観測網データ', en: 'Ground temperature network on permafrost', aboutJa: '深さ10点の地温の3時間値である。公開準備中の版を含む。', aboutEn: 'Three-hourly ground temperature at ten depths, with a version that is yet to be published.',
    people: 'shimobe', place: 'alaska', period: '2010-06-01/..', issued: '2026-09-01', keywords: '北極/Arctic;永久凍土/permafrost', doi: 90014, registration: 'unpublished', awards: '24K01008', policy: 'ask', access: 'restricted', details: { formats: [CSV], resolution: { ja: '3時間', en: '3 hours' }, fileList: null } },
  { id: 'Barents_Carbon', field: 'ocean', topic: 'seaice', ja: 'バレンツ海二酸化炭素分圧観測', en: 'Partial pressure of carbon dioxide in the Barents Sea', aboutJa: '航走観測による表層の二酸化炭素分圧である。', aboutEn: 'Surface partial pressure of carbon dioxide measured under way.',
    people: 'hagen,nordby', place: 'barents', period: '2017-06-01/2022-09-30', issued: '2023-05-30', keywords: '北極/Arctic;炭素循環/carbon cycle', awards: '101099001', channels: ['geodab'], policy: 'silent' },
]; // prettier-ignore

export const oceanRows: readonly DiasRow[] = [
  { id: 'SST_GRID_NWP', field: 'ocean', topic: 'eddy', ja: '北西太平洋海面水温格子データ', en: 'Gridded sea surface temperature of the northwest Pacific', aboutJa: '衛星と現場観測を合成した0.05度格子の日別海面水温である。', aboutEn: 'Daily sea surface temperature on a 0.05 degree grid merged from satellites and in-situ observation.',
    people: 'okitsu,amano', place: 'west-pacific', period: '1985-01-01/2022-12-31', issued: '2023-04-01', keywords: '海面水温/sea surface temperature;黒潮/Kuroshio', doi: 90005, policy: 'account', details: { grid: [['longitude', '1000', '0.05 degree'], ['latitude', '700', '0.05 degree']], formats: [NETCDF], fileList: 90005 } },
  { id: 'KUROSHIO_ASSIM', channels: ['pages', 'geodab', 'csw'], field: 'ocean', topic: 'eddy', ja: '黒潮続流域海洋再解析', en: 'Ocean reanalysis of the Kuroshio Extension', aboutJa: '四次元変分法による水温・塩分・流速の日別再解析である。', aboutEn: 'Daily reanalysis of temperature, salinity and currents by four-dimensional variational assimilation.',
    people: 'okitsu,aomi', place: 'kuroshio', period: '1993-01-01/2021-12-31', issued: '2022-10-05', keywords: '黒潮続流/Kuroshio Extension;再解析/reanalysis;水温/temperature', doi: 90006, on: 'cinii,eosc', awards: '21H01003', policy: 'research', details: { abbreviation: 'KAS', formats: [NETCDF], references: ['eddy-0-0', 'eddy-1-0'], fileList: 90006 } },
  { id: 'NPac_Nutrient', field: 'ocean', topic: 'eddy', ja: '北太平洋栄養塩気候値', en: 'Nutrient climatology of the North Pacific', aboutJa: '日付変更線をまたぐ北太平洋の硝酸塩・リン酸塩の月別気候値である。', aboutEn: 'Monthly climatology of nitrate and phosphate for the North Pacific across the date line.',
    people: 'aomi', place: 'north-pacific', period: '1970-01-01/2015-12-31', issued: '2016-09', keywords: '栄養塩/nutrients;気候値/climatology', policy: 'open', access: 'open', details: { formats: [NETCDF], fileList: 92088 } },
  { id: 'MicroPlastic_Grid', field: 'ocean', topic: 'litter', ja: '海洋プラスチック浮遊密度格子データ', en: 'Gridded density of floating marine plastics', aboutJa: '曳網調査を統合した海洋プラスチックの浮遊密度である。', aboutEn: 'Density of floating marine plastics combined from net tows.',
    people: 'isobe,mitsui', place: 'west-pacific', period: '2000-01-01/2023-12-31', issued: '2025-03-31', keywords: '海洋プラスチック/marine plastics;海ごみ/marine litter', doi: 90017, on: 'cinii,eosc,jairo:hoshi', awards: 'JPMJMS2094', policy: 'open', access: 'open', details: { formats: [CSV, NETCDF], references: ['litter-0-0'], fileList: 90017 } },
  { id: 'Chlorophyll_JS', field: 'ocean', topic: 'seagrass', ja: '日本海クロロフィルa濃度衛星データ', en: 'Satellite chlorophyll a of the Sea of Japan', aboutJa: '海色センサーによる8日平均のクロロフィルa濃度(μg/L)である。', aboutEn: 'Eight-day mean chlorophyll a (μg/L) from ocean colour sensors.',
    people: 'amano', place: 'japan-sea', period: '2002-07-01/2022-12-31', issued: '2023-08-08', keywords: 'クロロフィル/chlorophyll;衛星/satellite', policy: 'research', channels: ['pages', 'geodab'], details: { formats: [['HDF', '5', '']], fileList: 92145 } },
  { id: 'TideGauge_JP', field: 'ocean', topic: 'tsunami', ja: '全国検潮所潮位データ', en: 'Tide gauge data for Japan', aboutJa: '検潮所の毎正時潮位である。', aboutEn: 'Hourly sea level at tide gauges.', people: 'minato', place: 'japan', period: '1967-01-01/..', issued: '2011-04', keywords: '潮位/sea level;検潮所/tide gauge',
    policy: 'account', channels: ['pages'], details: { documents: 'none', formats: [CSV], fileList: 92023 } },
]; // prettier-ignore

export const landRows: readonly DiasRow[] = [
  { id: 'MizuFlow', field: 'disaster', topic: 'flood', ja: '全国一級河川流量再現データ', en: 'Simulated discharge of major Japanese rivers', aboutJa: '降雨流出モデルで再現した109水系の1時間流量である。', aboutEn: 'Hourly discharge of 109 river systems simulated by a rainfall-runoff model.',
    people: 'kawabe', place: 'japan', period: '1980-01-01/2019-12-31', issued: '2020-06-19', keywords: '河川流量/river discharge;水循環/water cycle', doi: 90007, on: 'cinii', policy: 'account', details: { formats: [NETCDF], fileList: 90007 } },
  { id: 'MIZUFLOW', field: 'disaster', topic: 'flood', ja: 'メコン川流量再現データ', en: 'Simulated discharge of the Mekong River', aboutJa: 'メコン川本流12地点の日流量である。', aboutEn: 'Daily discharge at twelve points of the Mekong main stream.', people: 'kawabe,nigeta', place: 'mekong', period: '1990/2015', issued: '2017-01', keywords: '河川流量/river discharge;メコン川/Mekong River',
    policy: 'research', details: { formats: [CSV], fileList: 92051 } },
  { id: 'FloodHazard_Kinu', field: 'disaster', topic: 'flood', ja: '鬼怒川流域洪水ハザード評価データ', en: 'Flood hazard assessment for the Kinu River basin', aboutJa: '確率規模別の浸水深と到達時間を10m格子で示す。', aboutEn: 'Inundation depth and arrival time by return period on a 10 m grid.',
    people: 'kawabe,tsutsumi', place: 'joso', period: '2015-09-01/2015-09-30', issued: '2019-05-31', keywords: '洪水/flood;ハザードマップ/hazard map', doi: 90010, on: 'cinii,eosc', policy: 'open', access: 'open', details: { formats: [['GeoTIFF', '', ''], ['Shapefile', '', '']], fileList: 90010 } },
  { id: 'FloodHazard_Mekong', field: 'disaster', topic: 'flood', ja: 'メコン川流域洪水ハザード評価データ', en: 'Flood hazard assessment for the Mekong River basin', aboutJa: '現地機関と共同で評価した浸水深である。', aboutEn: 'Inundation depth assessed together with local agencies.', people: 'tsutsumi', place: 'mekong', period: '2000/2011', issued: '2014-03-20', keywords: '洪水/flood;メコン川/Mekong River',
    policy: 'ask', access: 'restricted', channels: ['pages', 'geodab'], details: { org: 'HOKUTO', formats: [['GeoTIFF', '', '']], fileList: null } },
  { id: 'Landslide_Kyushu', field: 'disaster', topic: 'flood', ja: '九州北部斜面崩壊分布', en: 'Distribution of slope failures in northern Kyushu', aboutJa: '航空写真から判読した崩壊地の分布である。', aboutEn: 'Slope failures read from aerial photographs.', people: 'nigeta', place: 'kyushu', period: '2017-07-05/2017-07-06', issued: '2018-03-05', keywords: '斜面崩壊/slope failure;豪雨/heavy rainfall',
    policy: 'open', access: 'open', details: { org: null, formats: [['Shapefile', '', ''], ['KML', '2.2', '']], fileList: 92109 } },
  { id: 'jishin_sbx_212', field: 'disaster', topic: 'tsunami', ja: '歴史地震史料データベース', en: 'Database of documents on historical earthquakes', aboutJa: '古文書に見える地震記事の翻刻と震度推定である。', aboutEn: 'Transcribed accounts of earthquakes in old documents with estimated intensities.', people: 'jishibe,furui', place: 'japan', period: '1600/1867', issued: '2015-12', keywords: '歴史地震/historical earthquake;古文書/old documents',
    policy: 'silent', details: { org: null, documents: 'en', topicCategories: ['geoscientificInformation'], formats: [], fileList: null } },
  { id: 'AshFall_Sakura', field: 'disaster', topic: 'volcano', ja: '桜島降灰予測検証データ', en: 'Verification data of ash fall forecasts for Sakurajima', aboutJa: '降灰量計40台による1分値と予測値の対である。', aboutEn: 'Pairs of forecasts and one-minute values from 40 ash gauges.', people: 'hiyama,iwaki', place: 'sakurajima', period: '2019-04-01/2023-03-31', issued: '2023-12-01', keywords: '降灰/ash fall;火山/volcano', doi: 90016, on: 'cinii,jairo:kazan',
    awards: '22H01010', policy: 'research', details: { formats: [CSV], fileList: 90016, resolution: { ja: '1分', en: '1 minute' } } },
  { id: 'CropYield05', field: 'life', topic: 'soil', ja: 'モンスーンアジア主要作物収量0.5度格子データ', en: 'Yields of major crops in Monsoon Asia on a 0.5 degree grid', aboutJa: 'コメ・トウモロコシ・ダイズの年別収量を統計と衛星から推定した。', aboutEn: 'Annual yields of rice, maize and soybean estimated from statistics and satellites.', people: 'morinaga,tsuchiya', place: 'monsoon-asia', period: '1981/2020', issued: '2024-05-20', keywords: '作物収量/crop yield;食料/food;ムーンショット/Moonshot',
    doi: 90008, registration: 'DataCite', on: 'eosc', awards: 'JPMJMS2092', policy: 'open', access: 'open', details: { topicCategories: ['farming'], grid: [['longitude', '190', '0.5 degree'], ['latitude', '140', '0.5 degree']], formats: [NETCDF], fileList: 90008 } },
  { id: 'SoilC_Map', field: 'life', topic: 'soil', ja: '農地土壌炭素量分布図', en: 'Map of soil carbon in farmland', aboutJa: '農地土壌の炭素量を100m格子で推定した。', aboutEn: 'Carbon of farmland soils estimated on a 100 m grid.', people: 'tsuchiya', place: 'hokkaido', period: '2015-04-01/2022-03-31', issued: '2023-02-14', keywords: '土壌炭素/soil carbon;資源循環/resource circulation', doi: 90009, awards: 'JPMJMS2092', policy: 'ask', access: 'restricted', details: { formats: [['GeoTIFF', '', '']], fileList: 90009 } },
  { id: 'CarbonFlux_Forest', field: 'climate', topic: 'soil', ja: '冷温帯林炭素フラックス観測データ', en: 'Carbon flux of a cool-temperate forest', aboutJa: '渦相関法によるCO2フラックスの30分値である。', aboutEn: 'Half-hourly CO2 flux by eddy covariance.', people: 'tsuchiya,kumoi', place: 'hokkaido', period: '1999-05-01/..', issued: '2019-11-11', keywords: '炭素フラックス/carbon flux;森林/forest', doi: 90018,
    policy: 'account', details: { formats: [CSV], resolution: { ja: '30分', en: '30 minutes' }, fileList: 90018 } },
  { id: 'WaterQuality_Lake', field: 'life', topic: 'soil', ja: '湖沼水質長期観測', en: 'Long-term water quality of lakes', aboutJa: '湖沼の月別水質である。', aboutEn: 'Monthly water quality of lakes.', people: 'satoyama', place: 'kanto', period: '1977-04-01/2018-03-31', issued: '2019-01-10', keywords: '水質/water quality;湖沼/lakes', channels: ['csw'], policy: 'silent' },
]; // prettier-ignore
