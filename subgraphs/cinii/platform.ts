import { z } from 'zod';
import { parseRate } from '../../upstream/rate-setting.js';
import type { Rate, UpstreamPolicy } from '../../upstream/types.js';
import { parseHttpUrl } from '../common/identifiers.js';
import { localizedText } from '../common/localized-text.js';
import type { PlatformModule } from '../common/platform.js';
import { createCiniiConnector } from './connector.js';
import { ciniiDocuments } from './documents.js';
import { CINII_PLATFORM, type CiniiServer } from './requests.js';
import { ciniiResolvers } from './resolvers.js';
import { startCiniiSandbox } from './sandbox.js';

export interface CiniiSettings {
  readonly CINII_URL: string;
  readonly CINII_APPID?: string | undefined;
  readonly CINII_RATE?: Rate | undefined;
}

/** One user was told that more than one request a second is not guaranteed to work (fact sheet 8.3); a first page in two languages may go at once. */
const LIVE_RATE: Rate = { requests: 1, perMs: 1000, burst: 4 };
const MINUTE = 60_000;

const rate = z.string().transform((text, context) => {
  try {
    return parseRate(text);
  } catch (error) {
    context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : 'is no rate' });
    return z.NEVER;
  }
});

const settings = z.object({
  CINII_URL: z
    .string()
    .trim()
    .default('https://cir.nii.ac.jp')
    .refine((text) => parseHttpUrl(text) !== null && !/[?#]/.test(text), {
      error: 'is no http(s) address without a query, such as https://cir.nii.ac.jp',
    }),
  CINII_APPID: z
    .string()
    .trim()
    .optional()
    .transform((text) => (text === '' ? undefined : text)),
  CINII_RATE: rate.optional(),
});

function serverOf({ CINII_URL, CINII_APPID }: CiniiSettings): CiniiServer {
  return { url: CINII_URL, appid: CINII_APPID ?? null };
}

function policy(configured: CiniiSettings, profile: 'sandbox' | 'live'): UpstreamPolicy {
  const { origin } = new URL(configured.CINII_URL);
  return {
    platform: CINII_PLATFORM,
    name: 'CiNii Research',
    allows: (url) => url.origin === origin,
    // One lane for one host; what bounds it is the rate, this only keeps a slow platform from piling up sockets: the details
    // of one page of 20 works, and another caller's beside them.
    concurrency: 64,
    rate: configured.CINII_RATE ?? (profile === 'live' ? LIVE_RATE : null),
    lane: () => 'cinii',
    timeoutMs: 10_000,
    // 200 hits are below 1 MB; a project or person with thousands of outputs is one document.
    maxBytes: 16 * 1024 * 1024,
    retries: 2,
    // The platform's own no-store reads like a framework's default (fact sheet 8.5).
    freshMs: { search: 10 * MINUTE, detail: 24 * 60 * MINUTE },
    secretParameters: ['appid'],
  };
}

/** CiNii Research, as the rest of the house knows it. */
export const cinii: PlatformModule<CiniiSettings> = {
  name: 'cinii',
  platform: CINII_PLATFORM,
  title: localizedText([
    { value: 'CiNii Research', lang: 'ja' },
    { value: 'CiNii Research', lang: 'en' },
  ]),
  operator: localizedText([
    { value: '国立情報学研究所', lang: 'ja' },
    { value: 'National Institute of Informatics (NII)', lang: 'en' },
  ]),
  homepage: 'https://cir.nii.ac.jp/',
  terms: localizedText([
    {
      value:
        'ウェブAPIの利用にはアプリケーションID（無料登録）が求められます。書誌の権利はデータ提供元ごとに異なります（CiNii Books / NACSIS-CATのデータはCC BY 4.0、KAKENは文部科学省の利用規約で出典の表示が必要）。抄録は各出版者のものであり、ライセンスフラグが許すものだけを表示します。',
      lang: 'ja',
    },
    {
      value:
        'The web API asks for an application ID (free registration). Rights differ by source record: CiNii Books / NACSIS-CAT data is CC BY 4.0, KAKEN follows the terms of the MEXT site (the source must be named). Abstracts belong to their publishers and are shown only where the licence flag allows it.',
      lang: 'en',
    },
  ]),
  termsUrl: 'https://support.nii.ac.jp/en/cinii/api/developer',
  // Rights differ by source record.
  license: null,
  standing: 'index',
  attribution: 'CiNii Research, National Institute of Informatics (NII)',
  recordType: 'CiniiRecord',
  exampleId: 'cinii:<19 digits>',
  settings,
  policy,
  build(configured, client) {
    const connector = createCiniiConnector(serverOf(configured), client);
    return { connector, resolvers: ciniiResolvers(connector) };
  },
  schemaFile: new URL('./schema.graphql', import.meta.url),
  sandbox: startCiniiSandbox,
  documents: ciniiDocuments,
};
