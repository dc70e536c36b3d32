import type { UpstreamReader } from '../../upstream/client.js';
import type { Rate, UpstreamPolicy } from '../../upstream/types.js';
import { DoiMetadata } from '../common/doi/metadata.js';
import { DOI_AGENCY_KIND, DOI_METADATA_KIND, doiOrigins } from '../common/doi/requests.js';
import { localizedText } from '../common/localized-text.js';
import type { PlatformModule } from '../common/platform.js';
import { SmallCatalogue } from '../common/small-catalogue/catalogue.js';
import { completionBy } from './completion.js';
import { createGedConnector, type GedConnector } from './connector.js';
import { gedDocuments } from './documents.js';
import { GED, GED_PLATFORM, type GedServer } from './requests.js';
import { gedResolvers } from './resolvers.js';
import { startGedSandbox } from './sandbox.js';
import { gedSettings, type GedSettings } from './settings.js';
import { datasetSource } from './source.js';

const DAY = 24 * 60 * 60_000;
/** NIES states no limit (fact sheet 4, 12.4): one request a second, of each lane for itself. */
const LIVE_RATE: Rate = { requests: 1, perMs: 1000, burst: 2 };

function serverOf(configured: GedSettings): GedServer {
  return {
    landingUrl: configured.GED_LANDING_URL,
    filesUrl: configured.GED_FILES_URL,
    maxFileBytes: configured.GED_MAX_FILE_BYTES,
    datasets: configured.GED_DATASETS,
  };
}

/** Pages, files and DOI agencies do not wait for one another; settings may share a host. */
function laneOf({ GED_FILES_URL, JALC_URL, DATACITE_URL, DOI_URL }: GedSettings): (url: URL) => string {
  const agencies = [JALC_URL, DATACITE_URL, DOI_URL];
  return ({ href }) => {
    if (href.startsWith(`${GED_FILES_URL}/`)) return 'files';
    return agencies.find((agency) => href.startsWith(`${agency}/`)) ?? 'pages';
  };
}

function policy(configured: GedSettings, profile: 'sandbox' | 'live'): UpstreamPolicy {
  const { GED_LANDING_URL, GED_FILES_URL, JALC_URL, DATACITE_URL, DOI_URL, GED_RATE } = configured;
  const origins = new Set([
    ...[GED_LANDING_URL, GED_FILES_URL].map((url) => new URL(url).origin),
    ...doiOrigins({ doiUrl: DOI_URL, jalcUrl: JALC_URL, dataciteUrl: DATACITE_URL }),
  ]);
  return {
    ...GED,
    allows: (url) => origins.has(url.origin),
    // Files at most two at once; of the pages the catalogue asks for one at a time.
    concurrency: 2,
    rate: GED_RATE ?? (profile === 'live' ? LIVE_RATE : null),
    lane: laneOf(configured),
    timeoutMs: 10_000,
    // A page is some tens of kilobytes; data files have a limit of their own.
    maxBytes: 4 * 1024 * 1024,
    retries: 2,
    // Pages are kept by the catalogue, which asks for them conditionally. A new version of a file comes about once a year (fact sheet 7).
    freshMs: { file: DAY, [DOI_AGENCY_KIND]: DAY, [DOI_METADATA_KIND]: DAY },
    secretParameters: [],
  };
}

/** The connector over a catalogue of the configured datasets. */
export function connectGed(configured: GedSettings, client: UpstreamReader): GedConnector {
  const server = serverOf(configured);
  const { DOI_URL, JALC_URL, DATACITE_URL } = configured;
  const agencies = new DoiMetadata(client, GED_PLATFORM, {
    doiUrl: DOI_URL,
    jalcUrl: JALC_URL,
    dataciteUrl: DATACITE_URL,
  });
  const source = datasetSource(server, completionBy(agencies));
  const catalogue = new SmallCatalogue({ ...GED, client, source, freshMs: DAY });
  return createGedConnector(catalogue, server, client);
}

/** The Global Environmental Database, as the rest of the house knows it. */
export const ged: PlatformModule<GedSettings> = {
  name: 'ged',
  platform: GED_PLATFORM,
  title: localizedText([
    { value: '地球環境データベース（国立環境研究所）', lang: 'ja' },
    { value: 'Global Environmental Database (NIES)', lang: 'en' },
  ]),
  operator: localizedText([
    { value: '国立環境研究所 地球環境研究センター', lang: 'ja' },
    { value: 'Center for Global Environmental Research, National Institute for Environmental Studies', lang: 'en' },
  ]),
  homepage: 'https://db.cger.nies.go.jp/portal/',
  terms: localizedText([
    {
      value:
        '閲覧に登録は不要です。利用規約はデータセットごとに異なり（多くはDOIとバージョンの引用、同じ規約での再配布、URLの明記を求めます）、terms に掲載どおり示します。データファイルは求められたときにだけ読み、全体の複製は配りません。パスワードが必要なファイルは取得しません。公開サービスで使う前に国立環境研究所へ確認してください。',
      lang: 'ja',
    },
    {
      value:
        'Reading needs no registration. Terms of use differ from dataset to dataset (most ask for citation with DOI and version, and for redistribution under the same terms with the URL) and are given in `terms` as printed. Data files are read only when they are asked for and not passed on as a whole; files with a password are not fetched. Ask NIES before a public service uses it.',
      lang: 'en',
    },
  ]),
  termsUrl: null,
  license: null,
  standing: 'origin',
  attribution:
    'Global Environmental Database, Center for Global Environmental Research, NIES; cite each dataset by its DOI and version',
  recordType: 'GedDataset',
  exampleId: 'ged:20160901.004',
  settings: gedSettings,
  policy,
  build(configured, client) {
    const connector = connectGed(configured, client);
    return { connector, resolvers: gedResolvers(connector) };
  },
  schemaFile: new URL('./schema.graphql', import.meta.url),
  sandbox: startGedSandbox,
  documents: gedDocuments,
};
