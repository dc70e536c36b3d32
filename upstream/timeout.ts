import { alarm } from './alarm.js';
import { abandoned, late } from './failures.js';
import type { PolicyOf, Send, UpstreamPolicy } from './types.js';

/**
 * Ends an attempt when its time is over (the request's `timeoutMs`, else the policy's), at the scope's deadline if that is
 * earlier, or when the caller goes away. It does not wait for what is below to notice.
 * @throws UpstreamTimeout, UpstreamAbandoned
 */
export function timeout(policyOf: PolicyOf, next: Send): Send {
  return (request, scope) => {
    const policy = policyOf(request.platform);
    const started = Date.now();
    const due = (): number => Math.min(started + (request.timeoutMs ?? policy.timeoutMs), scope.deadline);
    return withinTime(policy, due, scope.signal, (signal) => next(request, scope.under(signal, due)));
  };
}

function withinTime<T>(
  policy: UpstreamPolicy,
  due: () => number,
  outer: AbortSignal,
  attempt: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  if (outer.aborted) return Promise.reject(abandoned(policy));
  const started = Date.now();
  if (due() <= started) return Promise.reject(late(policy, 0));
  return new Promise((resolve, reject) => {
    const attemptOver = new AbortController();
    const done = (): void => {
      cancelAlarm();
      outer.removeEventListener('abort', leave);
    };
    const giveUp = (error: Error): void => {
      done();
      reject(error);
      attemptOver.abort(error);
    };
    const leave = (): void => {
      giveUp(abandoned(policy));
    };
    const cancelAlarm = alarm(due, () => {
      giveUp(late(policy, due() - started));
    });
    outer.addEventListener('abort', leave, { once: true });
    attempt(attemptOver.signal).finally(done).then(resolve, reject);
  });
}
