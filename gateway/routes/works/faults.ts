import { AskFailure } from '../../../exports/graphql-port.js';
import { HttpFault, type FaultCode } from '../../http-fault.js';

/** Platforms that are away are asked again after this time (seconds): a circuit that has opened tries them by then. */
const RETRY_AFTER = '30';

/** What the API says instead of a work, as HTTP does: a platform that is away is no work that is missing. */
export function faultOf(error: unknown): unknown {
  if (!(error instanceof AskFailure)) return error;
  const { message } = error;
  // The API's own codes are told as they are.
  const code = error.code as FaultCode;
  // A platform that refuses will do so again.
  if (error.code === 'UPSTREAM_REJECTED') return new HttpFault(502, message, code);
  if (error.isOfPlatforms) {
    const status = error.code === 'UPSTREAM_MALFORMED' ? 502 : 503;
    return new HttpFault(status, message, code, { 'retry-after': RETRY_AFTER });
  }
  switch (error.code) {
    // What is no id names nothing.
    case 'BAD_USER_INPUT':
      return new HttpFault(404, message, code);
    case 'UNAUTHENTICATED':
      return new HttpFault(403, message, code);
    case 'RATE_LIMITED':
      return new HttpFault(429, message, code);
    case 'INTERNAL':
      return new HttpFault(500, message, code);
    default:
      return new HttpFault(400, message, code);
  }
}

export function unknownWork(id: string): HttpFault {
  return new HttpFault(404, `No platform knows ${JSON.stringify(id.slice(0, 200))}.`, 'NOT_FOUND');
}

/** @param name of the platform that had it @param day when it went, where the platform tells */
export function goneWork(id: string, name: string, day: string | null): HttpFault {
  const since = day === null ? '' : ` since ${day}`;
  const message = `${name} had ${JSON.stringify(id.slice(0, 200))}, and does not show it any more${since}: it was deleted, or withdrawn from the public.`;
  return new HttpFault(410, message, 'NOT_FOUND');
}

export function noId(): HttpFault {
  return new HttpFault(
    404,
    'There is no work id in this address: write /works/doi:10.… or /works/ and a record id.',
    'NOT_FOUND',
  );
}
