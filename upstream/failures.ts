import {
  UpstreamAbandoned,
  UpstreamCircuitOpen,
  UpstreamMalformed,
  UpstreamRateLimited,
  UpstreamRejected,
  UpstreamTimeout,
  UpstreamTooLarge,
  UpstreamUnauthenticated,
  UpstreamUnavailable,
} from './errors.js';
import type { UpstreamError } from './errors.js';
import type { Rate, UpstreamPolicy } from './types.js';

/** Who failed, for messages. */
type Platform = Pick<UpstreamPolicy, 'platform' | 'name'>;

/** A length of time for people: "0.3 s", "12 s", "5 min", "3 h". */
export function duration(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds > 7200) return `${String(Math.ceil(seconds / 3600))} h`;
  if (seconds >= 120) return `${String(Math.ceil(seconds / 60))} min`;
  if (seconds >= 10) return `${String(Math.ceil(seconds))} s`;
  return `${String(Math.max(0.1, Math.ceil(seconds * 10) / 10))} s`;
}

/** The answer did not come in time; `afterMs` is how long this request had. */
export function late({ platform, name }: Platform, afterMs: number): UpstreamTimeout {
  const message = `${name} did not answer within ${duration(Math.max(0, afterMs))}. Try again, or allow more time.`;
  return new UpstreamTimeout({ platform, message });
}

/** What is kept of the platform in the process is being read for the first time, and what was asked for may be in what is not here yet. */
export function stillReading({ platform, name }: Platform): UpstreamTimeout {
  const message = `${name} is still being read for the first time after a start. Try again in some seconds.`;
  return new UpstreamTimeout({ platform, message });
}

/** Nobody waits any more. */
export function abandoned({ platform, name }: Platform): UpstreamAbandoned {
  return new UpstreamAbandoned({ platform, message: `${name} was not waited for: the caller went away.` });
}

/** No connection, or one that broke before an answer began. */
export function unreachable({ platform, name }: Platform, cause: unknown): UpstreamUnavailable {
  return new UpstreamUnavailable({ platform, message: `${name} could not be reached. Try again later.`, cause });
}

/** The answer began and did not come to its end. */
export function brokenOff({ platform, name }: Platform, cause: unknown): UpstreamUnavailable {
  return new UpstreamUnavailable({ platform, message: `The answer of ${name} broke off. Try again.`, cause });
}

/** Bytes that are not what they should be; `what` completes "<name> sent …". */
export function malformed({ platform, name }: Platform, what: string, cause?: unknown): UpstreamMalformed {
  return new UpstreamMalformed({ platform, message: `${name} sent ${what}.`, cause });
}

/** A number of bytes for people: "20 MB", "800 bytes". */
export function size(bytes: number): string {
  return bytes >= 1_000_000 ? `${String(Math.round(bytes / 1_000_000))} MB` : `${String(bytes)} bytes`;
}

/** An answer that announces, or turns out to have, more than the most that is read of one. */
export function tooLarge({ platform, name }: Platform, maxBytes: number): UpstreamTooLarge {
  const message = `${name} sent an answer larger than ${size(maxBytes)}, which is the most that is read of one.`;
  return new UpstreamTooLarge({ platform, message });
}

/** An address that the policy does not allow, asked for or linked to. */
export function forbiddenAddress({ platform, name }: Platform): UpstreamMalformed {
  const message = `${name} leads to an address outside those that are configured for it, which was not asked. Check its address in the settings.`;
  return new UpstreamMalformed({ platform, message });
}

/** A request that HTTP has no form for, such as a token with letters that a header cannot hold. */
export function unsendable({ platform, name }: Platform, cause: unknown): UpstreamRejected {
  const message = `The request to ${name} cannot be sent as it is. Check the arguments and the token.`;
  return new UpstreamRejected({ platform, message, cause });
}

/** Our own rate for the platform has no place in time; `waitMs` is when it would have one. */
export function noPlace({ platform, name }: Platform, rate: Rate, waitMs: number): UpstreamRateLimited {
  const share = `${String(rate.requests)} request${rate.requests === 1 ? '' : 's'} per ${duration(rate.perMs)}`;
  const message = `${name} is asked at most ${share}, and the turn of this one would come too late. Try again in ${duration(waitMs)}.`;
  return new UpstreamRateLimited({ platform, message, retryAfterMs: waitMs });
}

/** The queue is so long that this one's turn would come too late, or is full; `waitMs` is when asking again makes sense. */
export function queueFull({ platform, name }: Platform, waitMs: number): UpstreamRateLimited {
  const message = `${name} has more requests waiting than it can answer in time. Try again in ${duration(waitMs)}.`;
  return new UpstreamRateLimited({ platform, message, retryAfterMs: waitMs });
}

/** The platform failed again and again; `waitMs` is when it is tried again. */
export function circuitOpen({ platform, name }: Platform, waitMs: number): UpstreamCircuitOpen {
  const message = `${name} has failed repeatedly and is not asked for now. Try again in ${duration(waitMs)}.`;
  return new UpstreamCircuitOpen({ platform, message, retryAfterMs: waitMs });
}

/** All places for requests to the platform were taken until the deadline. */
export function noTurn({ platform, name }: Platform): UpstreamTimeout {
  const message = `${name} is still busy with earlier requests, and this one had no time left. Try again.`;
  return new UpstreamTimeout({ platform, message });
}

/** A status that is neither 2xx nor one that the platform's responses.ts reads itself. */
export function badStatus(policy: Platform, status: number, retryAfterMs: number | undefined): UpstreamError {
  const { platform, name } = policy;
  const again = retryAfterMs === undefined ? 'later' : `in ${duration(retryAfterMs)}`;
  const details = { platform, status, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
  if (status === 429) {
    return new UpstreamRateLimited({
      ...details,
      message: `${name} takes no more requests for now (429). Try again ${again}.`,
    });
  }
  if (status === 401) {
    const message = `${name} asks for a valid token or key (401). Check the one that was given.`;
    return new UpstreamUnauthenticated({ ...details, message });
  }
  if (status >= 500) {
    return new UpstreamUnavailable({
      ...details,
      message: `${name} is out of service (${String(status)}). Try again ${again}.`,
    });
  }
  if (status >= 400) {
    return new UpstreamRejected({
      ...details,
      message: `${name} refused the request (${String(status)}). Check the arguments.`,
    });
  }
  return malformed(policy, `a status that has no meaning here (${String(status)})`);
}
