import type { WorksAhead } from '../subgraphs/common/platform.js';
import type { RequestScope } from '../upstream/scope.js';
import type { LookAhead } from './look-ahead.js';

/** One fetch of a plan as it was run (extensions.plan). */
export interface FetchTrace {
  readonly subgraph: string;
  /** Where its result goes; empty for a root fetch. */
  readonly path: string;
  readonly query: string;
  readonly representations: number;
  /** ms since 1970; not shown. */
  readonly startedAt: number;
  tookMs: number;
}

/** What a request may cost (extensions.cost). */
export interface RequestCost {
  /** At most, by the document and its variables (limits/cost.ts). */
  readonly estimated: number;
  readonly limit: number;
  /** What it counts as in the caller's rate. */
  readonly points: number;
}

/** The context of one GraphQL request: the same for the gateway and all subgraphs in the process. */
export interface GatewayContext extends Record<string, unknown> {
  readonly scope: RequestScope;
  /** The fetches of the plan, in the order in which they began. */
  readonly fetches: FetchTrace[];
  /** What the root fetches gave: the gateway merges later results into these very objects. */
  readonly roots: Record<string, unknown>[];
  readonly explain: boolean;
  /** Takes points of the caller; absent where nothing is counted. @throws HttpFault 429 */
  readonly spend?: (points: number) => Promise<void> | void;
  /** Set before the operation runs. */
  cost?: RequestCost;
  /** Set when the plan is made. */
  lookAhead?: LookAhead;
  worksAhead?: WorksAhead;
}
