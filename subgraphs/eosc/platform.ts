import { z } from 'zod';
import { parseRate } from '../../upstream/rate-setting.js';
import type { Rate, ToldRate, UpstreamPolicy } from '../../upstream/types.js';
import { parseHttpUrl } from '../common/identifiers.js';
import { localizedText } from '../common/localized-text.js';
import type { PlatformModule } from '../common/platform.js';
import { license } from '../common/vocabulary.js';
import { createEoscConnector } from './connector.js';
import { eoscDocuments } from './documents.js';
import type { GraphVersion } from './query.js';
import { EOSC_PLATFORM, type EoscServer } from './requests.js';
import { eoscResolvers } from './resolvers.js';
import { startEoscSandbox } from './sandbox.js';

export interface EoscSettings {
  /** Ends with /v1, /v2 or /v3 where another version than 3 is to be asked. */
  readonly OPENAIRE_URL: string;
  readonly OPENAIRE_TOKEN?: string | undefined;
  readonly EOSC_CATALOGUE_URL: string;
  readonly EOSC_RATE?: Rate | undefined;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** What the terms state for callers without a token; the answers' headers have told 7,199 (fact sheet 2.6). */
const LIVE_RATE: Rate = { requests: 60, perMs: HOUR, burst: 60 };

const rate = z.string().transform((text, context) => {
  try {
    return parseRate(text);
  } catch (error) {
    context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : 'is no rate' });
    return z.NEVER;
  }
});

/** An address that paths are put behind: a query or fragment in it would swallow them. */
const address = (fallback: string) =>
  z
    .string()
    .trim()
    .default(fallback)
    .refine((text) => parseHttpUrl(text) !== null && !/[?#]/.test(text), {
      error: `is no http(s) address, such as ${fallback}`,
    });

const settings = z.object({
  OPENAIRE_URL: address('https://api.openaire.eu/graph'),
  OPENAIRE_TOKEN: z
    .string()
    .trim()
    // The fault does not show it: a token is letters that a header can hold.
    .regex(/^[\x21-\x7e]*$/, { error: 'is no token: it has blanks or letters that a header cannot hold' })
    .optional()
    .transform((text) => (text === '' ? undefined : text)),
  EOSC_CATALOGUE_URL: address('https://providers.sandbox.eosc-beyond.eu/api'),
  EOSC_RATE: rate.optional(),
});

/** The server of some settings: version 3, unless the Graph's address ends with another one. */
export function serverOf({ OPENAIRE_URL, OPENAIRE_TOKEN, EOSC_CATALOGUE_URL }: EoscSettings): EoscServer {
  const [, graphUrl = '', version = 'v3'] = /^(.*?)(?:\/(v[123]))?\/*$/.exec(OPENAIRE_URL) ?? [];
  const versions: Readonly<Record<string, GraphVersion>> = { v1: 'v1', v2: 'v2' };
  return {
    graphUrl,
    version: versions[version] ?? 'v3',
    token: OPENAIRE_TOKEN ?? null,
    catalogueUrl: EOSC_CATALOGUE_URL.replace(/\/+$/, ''),
  };
}

/**
 * What an answer of the Graph tells of the rate: how many requests an hour, and how many of them are used (fact sheet 2.6).
 * Null where it says nothing that can be read.
 */
export function toldRate(headers: Readonly<Record<string, string>>): ToldRate | null {
  const number = (name: string): number | null => {
    const text = headers[name]?.trim() ?? '';
    return /^\d{1,9}$/.test(text) ? Number(text) : null;
  };
  const limit = number('x-ratelimit-limit');
  if (limit === null || limit < 1) return null;
  return { rate: { requests: limit, perMs: HOUR, burst: limit }, used: number('x-ratelimit-used') ?? 0 };
}

function policy(configured: EoscSettings, profile: 'sandbox' | 'live'): UpstreamPolicy {
  const { catalogueUrl } = serverOf(configured);
  const origins = new Set([new URL(configured.OPENAIRE_URL).origin, new URL(catalogueUrl).origin]);
  const live = profile === 'live';
  return {
    platform: EOSC_PLATFORM,
    name: 'EOSC',
    allows: (url) => origins.has(url.origin),
    // The simulated one need not be spared, as with the rate.
    concurrency: live ? 4 : 32,
    rate: configured.EOSC_RATE ?? (live ? LIVE_RATE : null),
    // The simulated platform throttles only when it is told to, whatever its headers say.
    ...(live ? { rateFromHeaders: toldRate } : {}),
    ...(configured.EOSC_RATE === undefined ? { rateIsProvisional: true as const } : {}),
    // The catalogue is another service than the Graph: what one is asked takes nothing from the other.
    lane: (url) => (url.href.startsWith(`${catalogueUrl}/`) ? 'catalogue' : 'graph'),
    timeoutMs: 10_000,
    // 100 products with long lists of authors and organisations are a few megabytes.
    maxBytes: 32 * 1024 * 1024,
    retries: 2,
    // The graph is rebuilt in weeks, not hours, and sixty requests an hour are few.
    freshMs: { search: HOUR, detail: 24 * HOUR, services: HOUR },
    secretParameters: [],
  };
}

/** EOSC, as the rest of the house knows it. */
export const eosc: PlatformModule<EoscSettings> = {
  name: 'eosc',
  platform: EOSC_PLATFORM,
  title: localizedText([
    { value: '欧州オープンサイエンスクラウド（OpenAIRE）', lang: 'ja' },
    { value: 'European Open Science Cloud (OpenAIRE)', lang: 'en' },
  ]),
  operator: localizedText([{ value: 'OpenAIRE AMKE; EOSC', lang: 'en' }]),
  homepage: 'https://explore.openaire.eu/',
  terms: localizedText([
    {
      value:
        '閲覧に登録は不要です。OpenAIRE Graphのレコードは CC BY（一部 CC0）で、出典としてOpenAIREの表示が求められます。利用は1時間に60回まで、トークンがあれば7,200回までと定められています。EOSCリソースカタログのメタデータ全体のライセンスは明示されていません。',
      lang: 'ja',
    },
    {
      value:
        'Reading needs no registration. Records of the OpenAIRE Graph are CC BY (parts CC0); OpenAIRE is to be acknowledged as the source. The terms allow 60 requests an hour, 7,200 with a token. No licence is stated for the metadata of the EOSC resource catalogue as a whole.',
      lang: 'en',
    },
  ]),
  termsUrl: 'https://graph.openaire.eu/docs/apis/terms',
  license: license('CC BY 4.0', 'https://creativecommons.org/licenses/by/4.0/'),
  standing: 'index',
  attribution: 'OpenAIRE Graph (OpenAIRE), CC BY',
  recordType: 'EoscProduct',
  exampleId: 'eosc:<openaire id>',
  settings,
  policy,
  build(configured, client) {
    const connector = createEoscConnector(serverOf(configured), client);
    return { connector, resolvers: eoscResolvers(connector) };
  },
  schemaFile: new URL('./schema.graphql', import.meta.url),
  sandbox: startEoscSandbox,
  documents: eoscDocuments,
};
