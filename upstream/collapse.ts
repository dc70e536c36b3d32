import { alarm } from './alarm.js';
import { abandoned, late } from './failures.js';
import type { RequestScope } from './scope.js';
import type { PolicyOf, Send, UpstreamPolicy, UpstreamRequest, UpstreamResponse } from './types.js';

/** One request under way, and everyone who waits for it. */
interface Flight {
  readonly callers: Set<Caller>;
  readonly over: AbortController;
  readonly answer: Promise<UpstreamResponse>;
}

/** An object of its own for each call: one scope may ask for the same thing twice. */
interface Caller {
  readonly scope: RequestScope;
}

export interface Collapse {
  readonly send: Send;
  /** Requests under way. */
  readonly flights: number;
}

/**
 * Makes one request of equal ones that are under way at the same time. It has the time of the caller who has most; each
 * caller waits until its own deadline; the request is dropped when the last caller has left.
 * @param keyOf null: never collapsed.
 */
export function collapse(policyOf: PolicyOf, keyOf: (request: UpstreamRequest) => string | null, next: Send): Collapse {
  const flights = new Map<string, Flight>();

  const begin = (key: string, request: UpstreamRequest, scope: RequestScope, first: Caller): Flight => {
    const over = new AbortController();
    const callers = new Set([first]);
    const deadline = (): number => [...callers].reduce((latest, caller) => Math.max(latest, caller.scope.deadline), 0);
    const end = (): void => {
      if (flights.get(key) === flight) flights.delete(key);
    };
    // What is sent is counted for the caller who began it, even when that one leaves earlier.
    const answer = next(request, scope.under(over.signal, deadline)).finally(end);
    const flight: Flight = { callers, over, answer };
    over.signal.addEventListener('abort', end, { once: true });
    flights.set(key, flight);
    return flight;
  };

  const send: Send = (request, scope) => {
    const key = keyOf(request);
    if (key === null) return next(request, scope);
    const policy = policyOf(request.platform);
    if (scope.signal.aborted) return Promise.reject(abandoned(policy));
    if (scope.remainingMs === 0) return Promise.reject(late(policy, 0));
    const caller: Caller = { scope };
    const running = flights.get(key);
    if (running === undefined) return wait(begin(key, request, scope, caller), caller, policy);
    scope.tally(request.platform).collapsed += 1;
    running.callers.add(caller);
    return wait(running, caller, policy);
  };

  return {
    send,
    get flights() {
      return flights.size;
    },
  };
}

/** One caller's wait for a flight: until its answer, the caller's deadline, or the caller's going away. */
function wait(flight: Flight, caller: Caller, policy: UpstreamPolicy): Promise<UpstreamResponse> {
  const { scope } = caller;
  const started = Date.now();
  return new Promise((resolve, reject) => {
    const done = (): void => {
      cancelAlarm();
      scope.signal.removeEventListener('abort', goAway);
    };
    const leave = (error: Error): void => {
      done();
      reject(error);
      flight.callers.delete(caller);
      if (flight.callers.size === 0) flight.over.abort(error);
    };
    const goAway = (): void => {
      leave(abandoned(policy));
    };
    const cancelAlarm = alarm(
      () => scope.deadline,
      () => {
        leave(late(policy, scope.deadline - started));
      },
    );
    scope.signal.addEventListener('abort', goAway, { once: true });
    flight.answer.finally(done).then(resolve, reject);
  });
}
