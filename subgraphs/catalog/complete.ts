import { UpstreamError } from '../../upstream/errors.js';
import type { RequestScope } from '../../upstream/scope.js';
import type { Platform, SharedRecord } from '../common/record.js';
import { lacks, type Needs } from './needs.js';
import type { CatalogPlatform } from './platforms.js';
import type { Old, Shortfall } from './sources.js';

export interface Completed {
  /** By record id. */
  readonly records: ReadonlyMap<string, SharedRecord>;
  readonly shortfalls: ReadonlyMap<Platform, Shortfall>;
  /** Documents that are old ones in place of what could not be had. */
  readonly old: ReadonlyMap<Platform, Old>;
}

/** Documents with what their hits alone tell: the same hit and document, read again, are the same record. */
const completedBefore = new WeakMap<SharedRecord, { readonly hit: SharedRecord; readonly record: SharedRecord }>();

/** What the hit alone tells (its addresses elsewhere) stays. */
function withHit(full: SharedRecord, hit: SharedRecord): SharedRecord {
  if (hit.sameAs === undefined) return full;
  const before = completedBefore.get(full);
  if (before?.hit === hit) return before.record;
  const record = { sameAs: hit.sameAs, ...full };
  completedBefore.set(full, { hit, record });
  return record;
}

/**
 * Reads the own document of each record whose hit does not carry what is needed, side by side; the others cost nothing.
 * A record that could not be read stays as its hit, and its platform's shortfall says so.
 */
export async function completeRecords(
  records: readonly SharedRecord[],
  needs: Needs,
  platforms: readonly CatalogPlatform[],
  scope: RequestScope,
): Promise<Completed> {
  const completed = new Map(records.map((record) => [record.id, record]));
  const shortfalls = new Map<Platform, Shortfall>();
  const old = new Map<Platform, Old>();
  const connectors = new Map(platforms.map(({ connector }) => [connector.platform, connector]));
  await Promise.all(
    [...completed.values()].map(async (hit) => {
      if (!lacks(hit, needs)) return;
      try {
        const full = (await connectors.get(hit.platform)?.record(hit.id, scope, needs.fields)) ?? null;
        if (full?.retrieved.cache === 'STALE') {
          const before = old.get(hit.platform);
          const ageSeconds = Math.max(before?.ageSeconds ?? 0, full.retrieved.ageSeconds);
          old.set(hit.platform, { count: (before?.count ?? 0) + 1, ageSeconds });
        }
        if (full) completed.set(hit.id, withHit(full, hit));
      } catch (error) {
        if (!(error instanceof UpstreamError)) throw error;
        const shortfall = shortfalls.get(hit.platform);
        if (shortfall) shortfall.count += 1;
        else shortfalls.set(hit.platform, { count: 1, error });
      }
    }),
  );
  return { records: completed, shortfalls, old };
}
