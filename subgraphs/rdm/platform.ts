import { z } from 'zod';
import { parseRate } from '../../upstream/rate-setting.js';
import type { Rate, UpstreamPolicy } from '../../upstream/types.js';
import { parseHttpUrl } from '../common/identifiers.js';
import { localizedText } from '../common/localized-text.js';
import type { PlatformModule } from '../common/platform.js';
import { createRdmConnector } from './connector.js';
import { rdmDocuments } from './documents.js';
import { OWN_STORAGE, RDM_PLATFORM, TOKEN_HEADER, type RdmServer } from './requests.js';
import { rdmResolvers } from './resolvers.js';
import { startRdmSandbox } from './sandbox.js';

export interface RdmSettings {
  readonly RDM_URL: string;
  readonly RDM_WEB_URL: string;
  readonly RDM_FILES_URL: string;
  readonly RDM_RATE?: Rate | undefined;
}

/** Fact sheet 7: ten in a second, of each user; all users of this gateway together stay within one user's. */
const LIVE_RATE: Rate = { requests: 10, perMs: 1000, burst: 10 };
const MINUTE = 60_000;

const rate = z.string().transform((text, context) => {
  try {
    return parseRate(text);
  } catch (error) {
    context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : 'is no rate' });
    return z.NEVER;
  }
});

function address(standard: string) {
  return z
    .string()
    .trim()
    .default(standard)
    .refine((text) => parseHttpUrl(text) !== null && !/[?#]/.test(text), {
      error: `is no http(s) address without a query, such as ${standard}`,
    });
}

const settings = z.object({
  RDM_URL: address('https://api.rdm.nii.ac.jp/v2'),
  RDM_WEB_URL: address('https://rdm.nii.ac.jp/api/v1'),
  RDM_FILES_URL: address('https://files.rdm.nii.ac.jp/v1'),
  RDM_RATE: rate.optional(),
});

function serverOf({ RDM_URL, RDM_WEB_URL, RDM_FILES_URL }: RdmSettings): RdmServer {
  return { url: RDM_URL, webUrl: RDM_WEB_URL, filesUrl: RDM_FILES_URL };
}

/** Storages besides the platform's own are as slow as whoever runs them: they have a lane to themselves (fact sheet 9). */
function laneOf(url: URL): string {
  const provider = /\/providers\/([^/]+)/.exec(url.pathname)?.[1];
  return provider === undefined || provider === OWN_STORAGE ? 'rdm' : 'rdm-storages';
}

function policy(configured: RdmSettings, profile: 'sandbox' | 'live'): UpstreamPolicy {
  const { RDM_URL, RDM_WEB_URL, RDM_FILES_URL } = configured;
  const origins = new Set([RDM_URL, RDM_WEB_URL, RDM_FILES_URL].map((text) => new URL(text).origin));
  return {
    platform: RDM_PLATFORM,
    name: 'GakuNin RDM',
    // A token goes nowhere else: a redirect to a storage's own address or to the login page is not followed.
    allows: (url) => origins.has(url.origin),
    // Fact sheet 7: about five at once; a burst of more meets the throttle. The simulated one need not be spared, as with the rate.
    concurrency: profile === 'live' ? 5 : 32,
    rate: configured.RDM_RATE ?? (profile === 'live' ? LIVE_RATE : null),
    lane: laneOf,
    // Projects with many files and contributors are slow (fact sheet 13).
    timeoutMs: 10_000,
    // A page of 100 projects with their contributors is about 2 MB.
    maxBytes: 16 * 1024 * 1024,
    retries: 2,
    // Short: a project whose access was taken away must not be shown for long.
    freshMs: { search: MINUTE, node: 2 * MINUTE, me: 5 * MINUTE, files: MINUTE, metadata: 2 * MINUTE },
    secretParameters: [],
  };
}

/** GakuNin RDM, as the rest of the house knows it. */
export const rdm: PlatformModule<RdmSettings> = {
  name: 'rdm',
  platform: RDM_PLATFORM,
  title: localizedText([
    { value: 'GakuNin RDM', lang: 'ja' },
    { value: 'GakuNin RDM', lang: 'en' },
  ]),
  operator: localizedText([
    { value: '国立情報学研究所', lang: 'ja' },
    { value: 'National Institute of Informatics (NII)', lang: 'en' },
  ]),
  homepage: 'https://rdm.nii.ac.jp/',
  terms: localizedText([
    {
      value:
        '学術認証フェデレーション（学認）参加機関の研究者のための閉じた研究環境です。プロジェクトは利用者本人のパーソナルアクセストークンで見える範囲だけを、その本人にのみ表示します。',
      lang: 'ja',
    },
    {
      value: `A closed environment for researchers of institutions in GakuNin. Projects are shown as far as the caller's own personal access token (header ${TOKEN_HEADER}) shows them, and to that caller alone; what is public needs none.`,
      lang: 'en',
    },
  ]),
  termsUrl: 'https://support.rdm.nii.ac.jp/',
  // Each project states its own.
  license: null,
  standing: 'origin',
  attribution: null,
  recordType: 'RdmProject',
  exampleId: 'rdm:<guid>',
  tokenHeader: TOKEN_HEADER,
  settings,
  policy,
  build(configured, client) {
    const connector = createRdmConnector(serverOf(configured), client);
    return { connector, resolvers: rdmResolvers(connector) };
  },
  schemaFile: new URL('./schema.graphql', import.meta.url),
  sandbox: startRdmSandbox,
  documents: rdmDocuments,
};
