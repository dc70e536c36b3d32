import { z } from 'zod';
import {
  UpstreamRejected,
  UpstreamUnauthenticated,
  UpstreamUnavailable,
  type UpstreamError,
} from '../../upstream/errors.js';
import type { UpstreamResponse } from '../../upstream/types.js';
import { RDM_PLATFORM, TOKEN_HEADER } from './requests.js';

/** What GakuNin RDM refused, and why (fact sheet 6). */
export type Refusal =
  | 'no-token'
  | 'bad-token'
  | 'account'
  | 'scope'
  | 'forbidden'
  | 'unknown'
  | 'no-page'
  | 'gone'
  | 'rejected'
  | 'storage'
  | 'away';

/** The three forms of error bodies: API v2 (JSON:API), API v1, WaterButler. */
const body = z.union([
  z
    .object({ errors: z.array(z.looseObject({ detail: z.string() })).min(1) })
    .transform(({ errors }) => errors[0]?.detail ?? ''),
  z
    .looseObject({ message_short: z.string(), message_long: z.string().optional() })
    .transform(({ message_short }) => message_short),
  z.looseObject({ code: z.int(), message: z.string() }).transform(({ message }) => message),
]);

/** What an error body says; empty where it is none of the forms (a page of the front-end). Never shown. */
function detailOf(response: UpstreamResponse): string {
  try {
    const read = body.safeParse(JSON.parse(response.body.toString('utf8')));
    return read.success ? read.data : '';
  } catch {
    return '';
  }
}

/** What an answer refuses; null: it is none of a refusal. */
export function refusalOf(response: UpstreamResponse): Refusal | null {
  if (response.status < 300) return null;
  const detail = detailOf(response);
  switch (response.status) {
    case 302:
      return 'no-token';
    case 400:
      return /your account|deactivated account|merged account|invalid account/i.test(detail) ? 'account' : 'rejected';
    case 401:
      return /invalid/i.test(detail) ? 'bad-token' : 'no-token';
    case 403:
      return /not authorized access/i.test(detail) ? 'scope' : 'forbidden';
    case 404:
      return /invalid page/i.test(detail) ? 'no-page' : 'unknown';
    case 410:
      return 'gone';
    case 503:
      return detail === '' ? 'away' : 'storage';
    default:
      return 'rejected';
  }
}

const MESSAGES: Readonly<Record<Refusal, string>> = {
  'no-token': `GakuNin RDM shows this only to those who take part: send your personal access token in the header ${TOKEN_HEADER}.`,
  'bad-token': `GakuNin RDM does not know the token in the header ${TOKEN_HEADER} (any more): make a new one in its settings.`,
  account: 'The account behind the token cannot be used at GakuNin RDM: confirm or reactivate it there.',
  scope: 'The token does not cover this at GakuNin RDM: make one with the scope osf.full_read.',
  forbidden: "GakuNin RDM does not let the token's account see this: ask the project's members.",
  unknown: 'GakuNin RDM does not know this (any more).',
  'no-page': 'GakuNin RDM has no such page of the list: begin it again.',
  gone: 'GakuNin RDM no longer has this: it was deleted.',
  rejected: 'GakuNin RDM refused the request. Check the arguments.',
  storage: 'GakuNin RDM could not read the storage behind the project. Try again later.',
  away: 'GakuNin RDM is out of service (503). Try again later.',
};

/** A refusal as the failure that it is to the caller: a token of too narrow a scope has to be replaced, as an invalid one has. */
export function failureOf(refusal: Refusal, status: number): UpstreamError {
  const details = { platform: RDM_PLATFORM, status, message: MESSAGES[refusal] };
  if (refusal === 'no-token' || refusal === 'bad-token' || refusal === 'account' || refusal === 'scope')
    return new UpstreamUnauthenticated(details);
  if (refusal === 'storage' || refusal === 'away') return new UpstreamUnavailable(details);
  return new UpstreamRejected(details);
}
