import { Lane } from './lane.js';
import type { PolicyOf, Send, UpstreamPolicy } from './types.js';

/** With this many lanes the idle ones are dropped: hosts are named by callers (JAIRO Cloud ids), so their number has no bound of its own. */
const MANY_LANES = 256;

/** The lanes to all platforms: one lane's trouble takes no place in another. */
export class Lanes {
  private readonly lanes = new Map<string, Lane>();

  /** The lane of an address, made at the first use. */
  of(policy: UpstreamPolicy, url: URL): Lane {
    const name = `${policy.platform} ${policy.lane(url)}`;
    let lane = this.lanes.get(name);
    if (lane === undefined) {
      if (this.lanes.size >= MANY_LANES) this.dropIdle();
      lane = new Lane(policy);
      this.lanes.set(name, lane);
    }
    return lane;
  }

  /** Requests under way and waiting, over all lanes. */
  get counts(): { readonly lanes: number; readonly active: number; readonly waiting: number } {
    return { lanes: this.lanes.size, ...sum([...this.lanes.values()]) };
  }

  /** The same of one platform's lanes. */
  countsOf(platform: string): { readonly active: number; readonly waiting: number } {
    return sum([...this.lanes].filter(([name]) => name.startsWith(`${platform} `)).map(([, lane]) => lane));
  }

  private dropIdle(): void {
    for (const [name, lane] of this.lanes) if (lane.isIdle) this.lanes.delete(name);
  }
}

function sum(lanes: readonly Lane[]): { readonly active: number; readonly waiting: number } {
  const counts = lanes.map((lane) => lane.counts);
  return {
    active: counts.reduce((all, { active }) => all + active, 0),
    waiting: counts.reduce((all, { waiting }) => all + waiting, 0),
  };
}

/** Lets requests through in turn, as many at once and per time as the policy says for their lane. */
export function bulkhead(policyOf: PolicyOf, lanes: Lanes, next: Send): Send {
  return async (request, scope) => {
    const release = await lanes.of(policyOf(request.platform), new URL(request.url)).enter(scope);
    try {
      return await next(request, scope);
    } finally {
      release();
    }
  };
}
