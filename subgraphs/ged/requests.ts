import type { UpstreamRequest } from '../../upstream/types.js';
import { FILE_STATUSES } from './responses.js';

export const GED_PLATFORM = 'NIES_GED';
/** For messages. */
export const GED = { platform: GED_PLATFORM, name: 'NIES GED' } as const;

/** Where GED stands, without slashes at the ends. */
export interface GedServer {
  readonly landingUrl: string;
  readonly filesUrl: string;
  /** Most bytes that are read of a data file. */
  readonly maxFileBytes: number;
  /** Dataset ids: 20160901.004. */
  readonly datasets: readonly string[];
}

/** The landing pages of a dataset (fact sheet 1). */
export function landingUrls(
  { landingUrl }: Pick<GedServer, 'landingUrl'>,
  id: string,
): { readonly ja: string; readonly en: string } {
  return { ja: `${landingUrl}/10.17595/${id}.html`, en: `${landingUrl}/10.17595/${id}-e.html` };
}

/** A large file takes its time; never more than the caller has. */
const FILE_TIMEOUT_MS = 60_000;

export function fileRequest(url: string, maxBytes: number): UpstreamRequest {
  return {
    platform: GED_PLATFORM,
    method: 'GET',
    url,
    kind: 'file',
    accept: FILE_STATUSES,
    maxBytes,
    timeoutMs: FILE_TIMEOUT_MS,
  };
}
