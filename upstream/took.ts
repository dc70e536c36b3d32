import type { UpstreamTally } from './scope.js';
import type { Send } from './types.js';

/** Keeps `tookMs` of a scope's tally: the wall time from its first request to a platform to its last answer or failure. */
export function took(next: Send): Send {
  const begun = new WeakMap<UpstreamTally, number>();
  return async (request, scope) => {
    const tally = scope.tally(request.platform);
    const since = begun.get(tally) ?? performance.now();
    begun.set(tally, since);
    try {
      return await next(request, scope);
    } finally {
      tally.tookMs = Math.round(performance.now() - since);
    }
  };
}
