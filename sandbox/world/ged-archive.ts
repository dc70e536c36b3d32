/** GED's datasets beside those of the four CO2 records: each has a trap of fact sheet 2, 3, 4 or 10. Ids: see ged-stations.ts. */
import { SITES, TRAJECTORIES, USUAL } from './ged-parts.js';
import type { GedDataset } from './ged-types.js';

const TEXT = 'text/plain';

const methane: GedDataset = {
  ...USUAL,
  id: '20180906.905',
  released: '2018-09-06',
  revised: '2025-09-12',
  // Open-ended: the page prints no last day.
  coverage: { from: '2021-01-01', until: null },
  volume: '128 KiB',
  version: 'Ver. 2.1 (2025/09/12)',
  observed: { ja: '大気中 CH4 濃度', en: 'Atmospheric CH4 mole fraction' },
  resolution: { ja: '日', en: 'daily' },
  precision: '2 ppb',
  sites: [SITES.ochiishi],
  method: { ja: 'ガスクロマトグラフ/水素炎イオン化検出器', en: 'Gas chromatograph with flame ionisation detector' },
  history: [{ ja: 'Ver. 2.1 (2025/09/12): 尺度を変更', en: 'Ver. 2.1 (2025/09/12): change of scale' }],
  links: [TRAJECTORIES],
  files: [
    { path: 'ch4_ochiishi_daily_ver2.1.txt', mediaType: TEXT, content: { kind: 'station', station: 'ochiishi', gas: 'ch4', step: 'day', from: '2021-01-01', until: '2025-06-30' } },
  ],
}; // prettier-ignore

/** Few fields: no volume, version, precision or heights; nobody lists publications. */
const nitrousOxide: GedDataset = {
  ...USUAL,
  id: '20190614.906',
  released: '2019-06-14',
  revised: '2019-06-14',
  coverage: { from: '1999-01-01', until: '2014-12-31' },
  listsPublications: false,
  observed: { ja: '大気中 N2O 濃度', en: 'Atmospheric N2O mole fraction' },
  resolution: { ja: '日', en: 'daily' },
  sites: [{ ...SITES.hateruma, height: null }],
  layout: 'list',
  files: [
    { path: 'n2o_hateruma_daily.txt', mediaType: TEXT, content: { kind: 'station', station: 'hateruma', gas: 'n2o', step: 'day', from: '1999-01-01', until: '2014-12-31' } },
  ],
}; // prettier-ignore

const oxygen: GedDataset = {
  ...USUAL,
  id: '20230822.907',
  released: '2023-08-22',
  revised: '2023-08-22',
  coverage: { from: '2011-05-01', until: '2022-12-31' },
  volume: '33.0 KB',
  version: 'Ver.1.0 (2023/08/22)',
  observed: {
    ja: '大気中 δ(O2/N2) 比および CO2 濃度',
    en: 'δ(O2/N2) ratio and CO2 mole fraction of the atmosphere',
  },
  resolution: { ja: 'およそ週1回', en: 'about weekly' },
  precision: '5 per meg (O2/N2), 0.06 ppm (CO2)',
  sites: [SITES.hateruma, SITES.minamitori],
  method: { ja: 'フラスコ採取、熱伝導度検出器', en: 'Flask sampling, thermal conductivity detector' },
  files: [
    { path: 'o2n2_co2_hateruma_ver1.0.txt', mediaType: TEXT, content: { kind: 'flask', station: 'hateruma' } },
    { path: 'o2n2_co2_minamitorishima_ver1.0.txt', mediaType: TEXT, content: { kind: 'flask', station: 'minamitori' } },
  ],
};

/** A file of 1.8 GB that nobody must read, beside a text that may be; a Mahalo button; observation goes on. */
const aircraft: GedDataset = {
  ...USUAL,
  id: '20180215.908',
  released: '2018-02-15',
  revised: '2025-08-01',
  coverage: { from: '2005-11-05', until: null },
  format: { ja: 'テキスト、NetCDF', en: 'text, NetCDF' },
  volume: '1.80 GB',
  version: 'ver.2025.1.0',
  observed: {
    ja: '航空機上の CO2 濃度(連続観測、尺度 架空09)',
    en: 'CO2 mole fraction aboard aircraft (continuous, scale Fictional 09)',
  },
  resolution: { ja: '10秒から1分', en: '10 seconds to 1 minute' },
  precision: '0.2 ppm',
  sites: [
    {
      name: { ja: '航空路', en: 'Flight routes' },
      latitude: '35 S ~ 65 N',
      longitude: '180 W ~ 180 E',
      height: { ja: '高度 0 ~ 12 km', en: 'Altitude 0 ~ 12 km' },
    },
  ],
  history: [
    { ja: 'ver.2025.1.0: 2024 年までの値', en: 'ver.2025.1.0: values until 2024' },
    { ja: 'ver.2018.0.0: 初版', en: 'ver.2018.0.0: first release' },
  ],
  mahalo: true,
  files: [
    { path: 'all/kumo_cme_ver2025.1.0.nc', mediaType: 'application/x-netcdf', content: { kind: 'binary', bytes: 1_800_000_000 } },
    { path: 'all/flight_ozone_10min.txt', mediaType: TEXT, content: { kind: 'fast' } },
  ],
}; // prettier-ignore

const flask: GedDataset = {
  ...USUAL,
  id: '20220729.909',
  released: '2022-07-29',
  revised: '2024-04-01',
  coverage: { from: '2019-04-01', until: null },
  status: 'restricted',
  notice: {
    ja: '準リアルタイムのデータであり、品質管理中である。ファイルの取得にはパスワードが必要である。flask_pi(at)example.jp まで連絡のこと。',
    en: 'Near-real-time data whose quality control is in progress. A password is required for the files: contact flask_pi(at)example.jp.',
  },
  volume: '1.1 MB',
  version: 'ver.2022.2.0',
  observed: {
    ja: '航空機上のフラスコ試料の CO2、CH4、N2O、SF6',
    en: 'CO2, CH4, N2O and SF6 of flask samples from aircraft',
  },
  sites: [
    {
      name: { ja: '航空路', en: 'Flight routes' },
      latitude: '35 S ~ 65 N',
      longitude: '180 W ~ 180 E',
      height: { ja: '高度 8 ~ 12 km', en: 'Altitude 8 ~ 12 km' },
    },
  ],
  files: [{ path: 'password/kumo_flask_2022.txt', mediaType: TEXT, content: { kind: 'flask', station: 'minamitori' } }],
};

const oldFlask: GedDataset = {
  ...USUAL,
  id: '20210827.910',
  released: '2021-08-27',
  revised: '2022-07-29',
  coverage: { from: '2019-04-01', until: '2022-03-31' },
  status: 'discontinued',
  notice: {
    ja: 'このデータセットは doi:10.17595/20220729.909 に統合され、公開を停止した。',
    en: 'This dataset has been merged into doi:10.17595/20220729.909 and its publication has been stopped.',
  },
  listsPublications: false,
  version: 'ver.2021.0.1',
  observed: {
    ja: '航空機上のフラスコ試料の CO2、CH4、N2O、SF6',
    en: 'CO2, CH4, N2O and SF6 of flask samples from aircraft',
  },
};

/** The one dataset whose page prints a licence; its files are no text but for the checksums. */
const inventory: GedDataset = {
  ...USUAL,
  id: '20170418.911',
  released: '2017-04-18',
  revised: '2024-01-19',
  coverage: { from: '2000-01-01', until: '2022-12-31' },
  format: {
    ja: 'GeoTIFF(gzip 圧縮、1 km)、NetCDF(1度)',
    en: 'GeoTIFF (compressed with gzip, 1 km), NetCDF (1 degree)',
  },
  volume: '1.73 GB',
  version: 'Ver.2023 (2024/01/19)',
  observed: { ja: '化石燃料起源 CO2 排出量', en: 'Fossil fuel CO2 emission' },
  resolution: { ja: '月、1 km および 1度', en: 'monthly, 1 km and 1 degree' },
  terms: {
    ja: '本データはクリエイティブ・コモンズ 表示 4.0 国際(CC BY 4.0)のもとで利用できる。',
    en: 'The data are made available under the Creative Commons Attribution 4.0 International License (CC BY 4.0).',
  },
  licensePrinted: true,
  calculation: { ja: '発電所の目録と夜間光から配分', en: 'Distributed by a list of power plants and night lights' },
  files: [
    { path: 'kemuri2023/1km_tiff/2022/kemuri2023_1km_excl_intl_2201.tif.gz', mediaType: 'application/gzip', content: { kind: 'binary', bytes: 2_048 } },
    { path: 'kemuri2023/1deg_ncdf/kemuri2023_1x1d_2022.nc', mediaType: 'application/x-netcdf', content: { kind: 'binary', bytes: 4_096 } },
    { path: 'kemuri2023/kemuri2023_1km_checksum_2022.md5.txt', mediaType: TEXT, content: { kind: 'checksums' } },
  ],
}; // prettier-ignore

/** The house style as the one real file shows it: a file for each region, with the region's number in place of the volume's. */
const blendedMethane: GedDataset = {
  ...USUAL,
  id: '20240603.912',
  released: '2024-06-03',
  revised: '2024-06-03',
  coverage: { from: '2014-01-01', until: '2021-12-31' },
  volume: '11.9 KB',
  version: 'Ver.1.0 (2024/06/03)',
  observed: {
    ja: '観測に基づくメタンのカラム平均濃度 XCH4',
    en: 'Observation-based column-averaged methane (obs. XCH4)',
  },
  resolution: { ja: '月', en: 'monthly' },
  sites: [
    { name: { ja: '西太平洋 領域1', en: 'Western Pacific, region 1' }, latitude: '30 ~ 40 N', longitude: '130 ~ 150 E', height: null },
    { name: { ja: '西太平洋 領域2', en: 'Western Pacific, region 2' }, latitude: '20 ~ 30 N', longitude: '130 ~ 150 E', height: null },
    { name: { ja: '西太平洋 領域3', en: 'Western Pacific, region 3' }, latitude: '10 ~ 20 N', longitude: '130 ~ 150 E', height: null },
  ],
  files: ([1, 2, 3] as const).map((region) => ({
    path: `blended.XCH4.Monthly.Region${String(region)}.ver1.0.txt`, mediaType: TEXT, content: { kind: 'region', region },
  })),
}; // prettier-ignore

const ship: GedDataset = {
  ...USUAL,
  id: '20230517.913',
  released: '2023-05-17',
  revised: '2023-05-17',
  coverage: { from: '2022-06-01', until: '2022-06-14' },
  volume: '10.8 KiB',
  version: 'Ver. 1.0 (2023/05/17)',
  observed: { ja: '海上大気の CO2 と O3', en: 'CO2 and O3 in air over the sea' },
  resolution: { ja: '1時間', en: '1 hour' },
  sites: [
    { name: { ja: '西部北太平洋の航路', en: 'Track in the western North Pacific' }, latitude: '10 N ~ 35 N', longitude: '140 E ~ 155 E', height: null },
  ],
  status: 'preliminary',
  notice: { ja: '速報値であり、後に確定値に置き換える。', en: 'Preliminary values, to be replaced by final ones.' },
  files: [{ path: 'ship_co2_o3_track.nas', mediaType: TEXT, content: { kind: 'track' } }],
}; // prettier-ignore

const sonde: GedDataset = {
  ...USUAL,
  id: '20220309.914',
  released: '2022-03-09',
  revised: '2022-11-30',
  coverage: { from: '2021-01-05', until: '2021-12-28' },
  volume: '10.7 KB',
  version: '1.1 (2022-11-30)',
  observed: { ja: 'オゾンと気温の鉛直分布', en: 'Vertical profiles of ozone and temperature' },
  resolution: { ja: '月2回', en: 'twice a month' },
  precision: '5 %',
  sites: [SITES.ochiishi],
  method: { ja: '気球による ECC ゾンデ', en: 'ECC sonde on balloons' },
  files: [{ path: 'ozone_profiles_2021.txt', mediaType: TEXT, content: { kind: 'profiles' } }],
};

/** Text that is no NASA Ames, and terms that forbid commerce. */
const rice: GedDataset = {
  ...USUAL,
  id: '20230724.915',
  released: '2023-07-24',
  revised: '2023-07-24',
  coverage: { from: '2000-01-01', until: '2020-12-31' },
  volume: '0.45 KB',
  version: 'Ver.1.0',
  listsPublications: false,
  observed: { ja: '水稲の移植日と収穫日', en: 'Days of transplanting and harvest of paddy rice' },
  terms: {
    ja: '非営利目的に限り利用できる。公表の前に提供者へ連絡すること。',
    en: 'For non-profit use only. Contact the provider before publication.',
  },
  files: [{ path: 'rice_calendar.txt', mediaType: TEXT, content: { kind: 'plain' } }],
};

/** By the key of the work (works-ged.ts). */
export const GED_ARCHIVE = {
  'ged-methane': methane,
  'ged-nitrous-oxide': nitrousOxide,
  'ged-oxygen': oxygen,
  'ged-aircraft': aircraft,
  'ged-flask': flask,
  'ged-flask-old': oldFlask,
  'ged-inventory': inventory,
  'ged-blended-methane': blendedMethane,
  'ged-ship': ship,
  'ged-sonde': sonde,
  'ged-rice': rice,
} satisfies Record<string, GedDataset>;
