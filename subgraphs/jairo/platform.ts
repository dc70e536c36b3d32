import { z } from 'zod';
import { parseRate } from '../../upstream/rate-setting.js';
import type { Rate, UpstreamPolicy } from '../../upstream/types.js';
import { parseHttpUrl } from '../common/identifiers.js';
import { localizedText } from '../common/localized-text.js';
import type { PlatformModule } from '../common/platform.js';
import { createJairoConnector } from './connector.js';
import { jairoDocuments } from './documents.js';
import { isJairoHost, parseRepository, type Repository } from './repositories.js';
import { PLATFORM } from './requests.js';
import { jairoResolvers } from './resolvers.js';
import { startJairoSandbox } from './sandbox.js';

export interface JairoSettings {
  readonly JAIRO_REPOSITORIES: readonly Repository[];
  readonly IRDB_URL: string;
  readonly JAIRO_RATE?: Rate | undefined;
}

/** Hosts of the fact sheet's samples and measurements (section 1), some of them outside *.repo.nii.ac.jp. */
const DEFAULT_REPOSITORIES = [
  'https://tsukuba.repo.nii.ac.jp',
  'https://waseda.repo.nii.ac.jp',
  'https://repository.dl.itc.u-tokyo.ac.jp',
  'https://ipsj.ixsq.nii.ac.jp',
  'https://repository.naro.go.jp',
  'https://jdcat.jsps.go.jp',
].join(',');

/** NII publishes no limit for these interfaces; the fact sheet's advice is 1/s for each host (5.4). */
const LIVE_RATE: Rate = { requests: 1, perMs: 1000, burst: 4 };
const MINUTE = 60_000;

function readRepositories(text: string): Repository[] {
  const repositories = text
    .split(',')
    .filter((entry) => entry.trim() !== '')
    .map(parseRepository);
  const twice = repositories.find(({ id }, index) => repositories.findIndex((other) => other.id === id) !== index);
  if (twice !== undefined) throw new Error(`"${twice.id}" stands there twice`);
  return repositories;
}

/** Reads a setting by a function whose errors are written for people. */
function readBy<T>(read: (text: string) => T) {
  return (text: string, context: z.RefinementCtx): T => {
    try {
      return read(text);
    } catch (error) {
      context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : 'cannot be read' });
      return z.NEVER;
    }
  };
}

const settings = z.object({
  JAIRO_REPOSITORIES: z.string().default(DEFAULT_REPOSITORIES).transform(readBy(readRepositories)),
  IRDB_URL: z
    .string()
    .trim()
    .default('https://irdb.nii.ac.jp')
    .refine((text) => parseHttpUrl(text) !== null && !/[?#]/.test(text), {
      error: 'is no http(s) address without a query, such as https://irdb.nii.ac.jp',
    })
    .transform((text) => text.replace(/\/+$/, '')),
  JAIRO_RATE: z.string().transform(readBy(parseRate)).optional(),
});

function policy(configured: JairoSettings, profile: 'sandbox' | 'live'): UpstreamPolicy {
  const origins = new Set(
    [configured.IRDB_URL, ...configured.JAIRO_REPOSITORIES.map(({ baseUrl }) => baseUrl)].map(
      (address) => new URL(address).origin,
    ),
  );
  const irdb = new URL(configured.IRDB_URL).origin;
  const bases = configured.JAIRO_REPOSITORIES.map(({ baseUrl }) => baseUrl);
  return {
    platform: PLATFORM,
    name: 'JAIRO Cloud',
    // In the sandbox nothing outside is asked, also not at the public names that its records bear.
    allows: (url) =>
      origins.has(url.origin) ||
      (profile === 'live' && url.protocol === 'https:' && url.port === '' && isJairoHost(url.hostname)),
    isConfigured: (url) => origins.has(url.origin),
    // One lane for each repository: "1-2 connections" (fact sheet 5.4). The simulated ones need not be spared, as with the rate.
    concurrency: profile === 'live' ? 2 : 32,
    rate: configured.JAIRO_RATE ?? (profile === 'live' ? LIVE_RATE : null),
    // The hosts share one front end, and fail together (fact sheet 1); IRDB does not stand behind it.
    frontEnd: (url) => (url.origin === irdb ? null : 'hosts'),
    lane: (url) => bases.find((base) => url.href.startsWith(`${base}/`)) ?? url.host,
    // Above the slowest p99 that was measured, 8.8 s (fact sheet 1).
    timeoutMs: 9_000,
    // 100 JPCOAR records of some 20 kB are 2 MB; tables of contents make some ten times longer.
    maxBytes: 32 * 1024 * 1024,
    retries: 1,
    // A 400 on a well-formed request is gone at the next try (fact sheet 1).
    retryStatuses: [400],
    freshMs: {
      search: 10 * MINUTE,
      record: 24 * 60 * MINUTE,
      absent: 5 * MINUTE,
      list: 10 * MINUTE,
      identify: 24 * 60 * MINUTE,
    },
    secretParameters: [],
  };
}

/** JAIRO Cloud and IRDB, as the rest of the house knows them. */
export const jairo: PlatformModule<JairoSettings> = {
  name: 'jairo',
  platform: PLATFORM,
  title: localizedText([
    { value: 'JAIRO Cloud', lang: 'ja' },
    { value: 'JAIRO Cloud', lang: 'en' },
  ]),
  operator: localizedText([
    { value: '国立情報学研究所', lang: 'ja' },
    { value: 'National Institute of Informatics (NII)', lang: 'en' },
  ]),
  homepage: 'https://jpcoar.org/support/jairo-cloud/',
  // No terms of use of the interfaces were found; each repository states the rights of its items in their metadata.
  terms: null,
  termsUrl: null,
  license: null,
  standing: 'origin',
  attribution: null,
  exampleId: 'jairo:<host>/<record number>',
  recordType: 'JairoItem',
  settings,
  policy,
  build({ JAIRO_REPOSITORIES, IRDB_URL }, client) {
    const connector = createJairoConnector({ repositories: JAIRO_REPOSITORIES, irdbUrl: IRDB_URL }, client);
    return { connector, resolvers: jairoResolvers(connector) };
  },
  schemaFile: new URL('./schema.graphql', import.meta.url),
  sandbox: startJairoSandbox,
  documents: jairoDocuments,
};
