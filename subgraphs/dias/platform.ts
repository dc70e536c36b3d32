import type { UpstreamReader } from '../../upstream/client.js';
import type { Rate, UpstreamPolicy } from '../../upstream/types.js';
import { localizedText } from '../common/localized-text.js';
import type { PlatformModule } from '../common/platform.js';
import { SmallCatalogue } from '../common/small-catalogue/catalogue.js';
import { createDiasConnector, DIAS_PLATFORM, type DiasConnector } from './connector.js';
import { DOI_AGENCY_KIND, DOI_METADATA_KIND, doiOrigins } from '../common/doi/requests.js';
import { DoiMetadata } from '../common/doi/metadata.js';
import { doiReader } from './doi.js';
import { diasDocuments } from './documents.js';
import { ForeignRecords } from './foreign.js';
import { foreignSources } from './foreign-sources.js';
import { diasResolvers } from './resolvers.js';
import { startDiasSandbox } from './sandbox.js';
import { diasSettings, type DiasSettings } from './settings.js';
import { datasetSource } from './source.js';

const DAY = 24 * 60 * 60_000;
/**
 * DIAS states no limit: one request a second and one at a time are asked of it, four pages a dataset and day (fact sheet 8.1).
 * Each lane has this rate for itself; JaLC's own limit is ten times as high (about 10 a second and 300 a minute, 6.1).
 */
const LIVE_RATE: Rate = { requests: 1, perMs: 1000, burst: 1 };

/** Hosts that DIAS's pages are known by, whatever address they are read at. */
const PUBLIC_HOSTS = ['metadata.diasjp.net', 'search.diasjp.net'];

/** Which server an address is of, by the setting's name; settings may share a host. The longest address counts. */
function laneOf(configured: DiasSettings): (url: URL) => string {
  const { DIAS_DOC_URL, DIAS_SEARCH_URL, JALC_URL, DATACITE_URL, DOI_URL, GEODAB_URL, DIAS_CSW_URL, DIAS_OAI_URL } =
    configured;
  const lanes = Object.entries({
    DIAS_DOC_URL,
    DIAS_SEARCH_URL,
    JALC_URL,
    DATACITE_URL,
    DOI_URL,
    GEODAB_URL,
    DIAS_CSW_URL,
    DIAS_OAI_URL,
  })
    .flatMap(([lane, address]) => (address === undefined ? [] : [{ lane, address }]))
    .sort((one, other) => other.address.length - one.address.length);
  return (url) => lanes.find(({ address }) => url.href.startsWith(address))?.lane ?? url.host;
}

function policy(configured: DiasSettings, profile: 'sandbox' | 'live'): UpstreamPolicy {
  const addresses = [
    configured.DIAS_DOC_URL,
    configured.DIAS_SEARCH_URL,
    configured.GEODAB_URL,
    configured.DIAS_CSW_URL,
    configured.DIAS_OAI_URL,
  ];
  const origins = new Set([
    ...addresses.flatMap((address) => (address === undefined ? [] : new URL(address).origin)),
    ...doiOrigins({ doiUrl: configured.DOI_URL, jalcUrl: configured.JALC_URL, dataciteUrl: configured.DATACITE_URL }),
  ]);
  return {
    platform: DIAS_PLATFORM,
    name: 'DIAS',
    // The download system is never asked, on whatever host it stands: its pages are behind a log-in (fact sheet 4).
    allows: (url) => origins.has(url.origin) && !url.pathname.startsWith('/dl/'),
    concurrency: 1,
    rate: configured.DIAS_RATE ?? (profile === 'live' ? LIVE_RATE : null),
    lane: laneOf(configured),
    timeoutMs: 10_000,
    // A page is a few hundred kilobytes; lists of a hundred ISO records are some megabytes.
    maxBytes: 8 * 1024 * 1024,
    retries: 2,
    // Pages are kept by the catalogue, which asks for them conditionally.
    freshMs: { [DOI_AGENCY_KIND]: 7 * DAY, [DOI_METADATA_KIND]: DAY },
    secretParameters: [],
  };
}

/** The connector over a catalogue of the configured datasets. */
export function connectDias(configured: DiasSettings, client: UpstreamReader): DiasConnector {
  const server = {
    docUrl: configured.DIAS_DOC_URL,
    searchUrl: configured.DIAS_SEARCH_URL,
    datasets: configured.DIAS_DATASETS,
  };
  const agencies = new DoiMetadata(client, DIAS_PLATFORM, {
    doiUrl: configured.DOI_URL,
    jalcUrl: configured.JALC_URL,
    dataciteUrl: configured.DATACITE_URL,
  });
  const foreign = foreignSources(
    {
      geodabUrl: configured.GEODAB_URL ?? null,
      cswUrl: configured.DIAS_CSW_URL ?? null,
      oaiUrl: configured.DIAS_OAI_URL ?? null,
    },
    client,
  );
  const source = datasetSource(server, doiReader(agencies), new ForeignRecords(foreign));
  const catalogue = new SmallCatalogue({ platform: DIAS_PLATFORM, name: 'DIAS', client, source, freshMs: DAY });
  const hosts = [server.docUrl, server.searchUrl].map((address) => new URL(address).host);
  return createDiasConnector(catalogue, new Set([...PUBLIC_HOSTS, ...hosts]));
}

/** DIAS, as the rest of the house knows it. */
export const dias: PlatformModule<DiasSettings> = {
  name: 'dias',
  platform: DIAS_PLATFORM,
  title: localizedText([
    { value: 'データ統合・解析システム（DIAS）', lang: 'ja' },
    { value: 'Data Integration and Analysis System (DIAS)', lang: 'en' },
  ]),
  // The terms of service of 2022 name JAMSTEC, the older privacy policy another body (fact sheet 1): whose it is now, its pages say.
  operator: localizedText([
    { value: 'DIAS事務局（利用規約による運営者は海洋研究開発機構）', lang: 'ja' },
    { value: 'DIAS Office (operator by its terms of service: JAMSTEC)', lang: 'en' },
  ]),
  homepage: 'https://diasjp.net/',
  terms: localizedText([
    {
      value:
        'メタデータの閲覧に登録は不要です。ファイルのダウンロードにはDIASアカウントとデータセットごとの利用条件への同意が必要で、条件とライセンスはデータセットごとに異なります（constraints、licenseText）。ここで読むのは設定されたデータセットの公開メタデータ文書だけで、ログインもダウンロードもしません。公開サービスで使う前にDIAS事務局へ確認してください。',
      lang: 'ja',
    },
    {
      value:
        'Reading metadata needs no registration. Downloading files needs a DIAS account and consent to each dataset’s own terms; conditions and licences differ by dataset (constraints, licenseText). Only the public metadata documents of the configured datasets are read here; nothing logs in or downloads. Ask the DIAS Office before a public service uses it.',
      lang: 'en',
    },
  ]),
  termsUrl: 'https://diasjp.net/?p=100',
  license: null,
  standing: 'origin',
  attribution: 'DIAS (Data Integration and Analysis System)',
  recordType: 'DiasDataset',
  exampleId: 'dias:<dataset id>',
  settings: diasSettings,
  policy,
  build(configured, client) {
    const connector = connectDias(configured, client);
    return { connector, resolvers: diasResolvers(connector) };
  },
  schemaFile: new URL('./schema.graphql', import.meta.url),
  sandbox: startDiasSandbox,
  documents: diasDocuments,
};
