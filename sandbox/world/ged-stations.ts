/** The four station datasets of the topic "co2" as GED shows them. */
import { SITES, TRAJECTORIES, TREND_ANALYSIS, TREND_UPDATE, USUAL } from './ged-parts.js';
import type { GedDataset } from './ged-types.js';
import type { WorkDetails } from './work-details.js';

const CO2 = { ja: '大気中 CO2 濃度とその不確かさ', en: 'Atmospheric CO2 mole fraction and its uncertainty' };
const NDIR = { ja: '非分散型赤外線分析計', en: 'Non-dispersive infrared analyser' };
const HOURLY = { ja: '1時間', en: '1 hour' };
const TEXT = 'text/plain';

/**
 * By the key of the work. The date of an id is that of its registration; numbers from 901 on can be nobody's, since GED
 * would have to register nine hundred datasets on one day. A dataset has one DOI whatever its version (fact sheet 2): the
 * "second version" of the topic's data is a copy in a repository, and no dataset of GED.
 */
const DATASETS: Readonly<Record<string, GedDataset>> = {
  'co2-2-0': {
    ...USUAL,
    id: '20200812.901',
    released: '2020-08-12',
    revised: '2026-03-27',
    coverage: { from: '2013-01-01', until: null },
    volume: '9.73 MB',
    version: 'Ver.1.4 (2026/03/27)',
    observed: CO2,
    resolution: { ja: '1時間、日、月', en: 'hourly, daily, monthly' },
    precision: '0.05 ppm',
    sites: [SITES.hateruma],
    method: NDIR,
    calculation: {
      ja: '1時間値は較正後の1分値の平均、日平均は 18 個以上の1時間値がある日について求めた。',
      en: 'Hourly values are means of calibrated one-minute values; daily means need 18 hourly values or more.',
    },
    history: [
      { ja: 'Ver.1.4 (2026/03/27): 2025 年の値を追加', en: 'Ver.1.4 (2026/03/27): values of 2025 added' },
      { ja: 'Ver.1.0 (2020/08/12): 初版', en: 'Ver.1.0 (2020/08/12): first release' },
    ],
    references: ['Kumoi, H., Kazahaya, S.: A scale for carbon dioxide in air, J. Climate Atmos. Stud., 21, 14-29 (2011).'],
    acknowledgements: {
      ja: '波照間島の皆様の協力に感謝する。',
      en: 'We thank the people of Hateruma for their support.',
    },
    links: [TREND_UPDATE, TRAJECTORIES, TREND_ANALYSIS],
    files: [
      { path: 'co2_hateruma_hourly_ver1.4.txt', mediaType: TEXT, content: { kind: 'station', station: 'hateruma', gas: 'co2', step: 'hour', from: '2013-01-01', until: '2025-12-31' } },
      { path: 'co2_hateruma_daily_ver1.4.txt', mediaType: TEXT, content: { kind: 'station', station: 'hateruma', gas: 'co2', step: 'day', from: '2013-01-01', until: '2025-12-31' } },
      { path: 'co2_hateruma_monthly_ver1.4.txt', mediaType: TEXT, content: { kind: 'station', station: 'hateruma', gas: 'co2', step: 'month', from: '2013-01-01', until: '2025-12-31' } },
    ],
  },
  'co2-2-1': {
    ...USUAL,
    id: '20190305.902',
    released: '2019-03-05',
    revised: '2024-02-09',
    coverage: { from: '2022-01-01', until: '2023-12-31' },
    volume: '1.39 MiB',
    version: '2.0 (2024-02-09)',
    observed: CO2,
    resolution: HOURLY,
    precision: '0.05 ppm',
    sites: [SITES.ochiishi],
    method: NDIR,
    links: [TREND_UPDATE, TRAJECTORIES],
    files: [
      { path: 'hourly/co2_ochiishi_2022-2023.txt', mediaType: TEXT, content: { kind: 'station', station: 'ochiishi', gas: 'co2', step: 'hour', from: '2022-01-01', until: '2023-12-31', form: 'crlf' } },
    ],
  },
  // The page has neither version nor precision, and the file is in Japanese.
  'co2-2-2': {
    ...USUAL,
    id: '20180620.903',
    released: '2018-06-20',
    revised: '2018-06-20',
    coverage: { from: '2017-01-01', until: '2017-12-31' },
    volume: '719 KB',
    dataLanguage: { ja: '日本語', en: 'Japanese' },
    observed: CO2,
    resolution: HOURLY,
    sites: [SITES.minamitori],
    layout: 'list',
    files: [
      { path: '南鳥島CO2_2017.dat', mediaType: 'application/octet-stream', content: { kind: 'station', station: 'minamitori', gas: 'co2', step: 'hour', from: '2017-01-01', until: '2017-12-31', form: 'japanese' } },
    ],
  },
  'co2-2-3': {
    ...USUAL,
    id: '20170108.904',
    released: '2017-01-08',
    revised: '2017-06-01',
    coverage: { from: '2015-07-01', until: '2016-12-31' },
    volume: '1.08 MB',
    version: 'ver.2017.1.0',
    observed: CO2,
    resolution: HOURLY,
    precision: '0.2 ppm',
    sites: [SITES.fuji],
    method: { ja: '電池で駆動する小型分析計', en: 'Small analyser that runs on batteries' },
    acknowledgements: null,
    files: [
      { path: 'co2_fuji_hourly', mediaType: 'application/octet-stream', content: { kind: 'station', station: 'fuji', gas: 'co2', step: 'hour', from: '2015-07-01', until: '2016-12-31', form: 'local-time' } },
    ],
  },
}; // prettier-ignore

/** Works elsewhere in the world that use a station's data, beside those of its topic (works-ged.ts has the inverse). */
const MORE_USES: Readonly<Record<string, readonly string[]>> = { 'co2-2-0': ['ged-article-0'] };

/** What GED shows of a topic's work; undefined for the works that it does not hold. */
export function gedDatasetOf(key: string): GedDataset | undefined {
  return DATASETS[key];
}

/** A work that GED publishes: its DOI, its period, and open under terms that are prose. Every other work stays as it is. */
export function asGedWork(work: WorkDetails): WorkDetails {
  const dataset = DATASETS[work.key];
  if (!dataset) return work;
  const uses = (MORE_USES[work.key] ?? []).map((other) => ({ relation: 'isReferencedBy', work: other }));
  return {
    ...work,
    doi: `10.17595/${dataset.id}`,
    // Nobody knows the agency of GED's prefix (fact sheet 9): these come from one, the archive's (ged-archive.ts) from the other.
    registration: 'DataCite',
    publisher: { ja: '大気観測機構', en: 'Atmospheric Observation Agency' },
    access: 'open',
    embargoUntil: null,
    licence: null,
    files: work.files.map((file) => ({ ...file, access: 'open', availableFrom: null })),
    relations: [...work.relations, ...uses],
    period: { from: dataset.coverage.from, until: dataset.coverage.until ?? '2025-12-31' },
  };
}
