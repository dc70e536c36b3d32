/** What the pages of many GED datasets have in common, and the stations that they name. */
import type { GedDataset, GedLink, GedSite, GedStation } from './ged-types.js';

/** Terms are prose of each dataset, not a licence code (fact sheet 10). */
const TERMS = {
  ja: '本データを用いた成果を公表する際は、DOI とバージョンを明記して引用すること。再配布は、同じ利用条件のもとで、本ページの URL とデータが更新される旨を添える場合に限り認める。利用の前にデータ提供者への連絡を勧める。',
  en: 'Results that make use of these data must cite the DOI together with the version. Redistribution is permitted only under the same terms, with the URL of this page and a note that the data are updated. Users are advised to contact the data provider beforehand.',
};

/** The shape of most pages: own terms, "text" as the format, English data, one table. */
export const USUAL = {
  status: 'final',
  notice: null,
  format: { ja: 'テキスト', en: 'text' },
  volume: null,
  version: null,
  dataLanguage: { ja: '英語', en: 'English' },
  listsPublications: true,
  resolution: null,
  precision: null,
  sites: [],
  method: null,
  calculation: null,
  history: [],
  references: [],
  acknowledgements: null,
  terms: TERMS,
  licensePrinted: false,
  links: [],
  mahalo: false,
  layout: 'table',
  files: [],
} satisfies Partial<GedDataset>;

/** As the pages print the stations: degrees with different numbers of digits, heights of several meanings. */
export const SITES: Readonly<Record<GedStation, GedSite>> = {
  hateruma: {
    name: { ja: '波照間', en: 'Hateruma' },
    latitude: '24.06 N',
    longitude: '123.81 E',
    height: { ja: '標高 10 m、採取高度 地上 36.5 m', en: 'Elevation 10 m, sampling height 36.5 m above ground' },
  },
  ochiishi: {
    name: { ja: '落石岬', en: 'Cape Ochiishi' },
    latitude: '43.160',
    longitude: '145.497',
    height: { ja: '標高 45 m、採取高度 地上 51 m', en: 'Elevation 45 m, sampling height 51 m above ground' },
  },
  minamitori: {
    name: { ja: '南鳥島', en: 'Minamitorishima' },
    latitude: '24.28 N',
    longitude: '153.98 E',
    height: null,
  },
  fuji: {
    name: { ja: '富士山頂', en: 'Mt. Fuji summit' },
    latitude: '35.36 N',
    longitude: '138.73 E',
    height: { ja: '標高 3776 m', en: 'Elevation 3776 m' },
  },
};

/** The services of fact sheet 7; their addresses are GED's own, nobody follows them here. */
const PORTAL = 'http://db.cger.nies.go.jp/portal';
export const TREND_UPDATE: GedLink = {
  name: { ja: '温室効果ガス トレンドアップデート(速報値)', en: 'Greenhouse Gases Trend Update (preliminary values)' },
  url: { ja: `${PORTAL}/ggtus/index?lang=jpn`, en: `${PORTAL}/ggtus/index?lang=eng` },
};
export const TRAJECTORIES: GedLink = {
  name: { ja: '流跡線アーカイブ(METEX)', en: 'Trajectory archive (METEX)' },
  url: { ja: `${PORTAL}/analyses/trajectory?lang=jpn`, en: `${PORTAL}/analyses/trajectory?lang=eng` },
};
export const TREND_ANALYSIS: GedLink = {
  name: { ja: 'トレンド解析', en: 'Trend analysis' },
  url: { ja: `${PORTAL}/analyses/trend`, en: `${PORTAL}/analyses/trend` },
};
