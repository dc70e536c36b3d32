import { LRUCache } from 'lru-cache';
import type { RequestScope } from '../../upstream/scope.js';
import type { JairoItemRecord } from './record.js';
import { parseRecordId, type Repositories } from './repositories.js';

const MAX_DOIS = 20_000;
const MAX_PREFIXES = 2_000;
const MAX_IRDB_HITS = 5_000;
/** As long as a record counts as fresh: what IRDB lists no longer is forgotten within a day. */
const IRDB_HIT_MS = 24 * 3_600_000;

/** The form of DOI that JaLC gives the records of a repository: the record number, padded to 10 digits (fact sheet 6). */
const NUMBERED_DOI = /^(10\.[^/]+)\/(\d{10})$/;

/** Prefix and record number of a DOI of JaLC's form, or null: older ones have free suffixes. */
function numbered(doi: string): { readonly prefix: string; readonly recid: string } | null {
  const [, prefix, digits] = NUMBERED_DOI.exec(doi) ?? [];
  return prefix === undefined || digits === undefined ? null : { prefix, recid: digits.replace(/^0+(?=\d)/, '') };
}

/** The records that were read for this request, by id: what the subgraph answers from without asking again. */
function hitsOf(scope: RequestScope): Map<string, JairoItemRecord> {
  return scope.memo('jairo.hits', () => new Map<string, JairoItemRecord>());
}

/**
 * What has been read: whole records for the rest of their request, and for later requests what could not be asked for
 * again. All of it is public metadata, the same for every caller. JAIRO Cloud has no look-up by DOI, and IRDB none by its
 * own numbers.
 */
export class SeenRecords {
  /** DOI to record id. */
  private readonly dois = new LRUCache<string, string>({ max: MAX_DOIS });
  /** DOI prefix to the repository that was last seen to number its DOIs under it. */
  private readonly numbering = new LRUCache<string, string>({ max: MAX_PREFIXES });
  private readonly irdbHits = new LRUCache<string, JairoItemRecord>({ max: MAX_IRDB_HITS, ttl: IRDB_HIT_MS });

  /** Keeps records; for the rest of the request, one that carries JPCOAR is not replaced by one that carries less. */
  remember(records: readonly JairoItemRecord[], scope: RequestScope): void {
    const known = hitsOf(scope);
    for (const record of records) {
      if (known.get(record.id)?.jpcoar === undefined || record.sets !== undefined) known.set(record.id, record);
      if (record.repository === null) this.irdbHits.set(record.id, record);
      else if (typeof record.doi === 'string') this.learnDoi(record.doi, record.id, record.repository, record.recid);
    }
  }

  private learnDoi(doi: string, id: string, repository: string, recid: string): void {
    this.dois.set(doi, id);
    const form = numbered(doi);
    if (form?.recid === recid) this.numbering.set(form.prefix, repository);
  }

  /** A record as this request knows it, or a hit of IRDB alone that an earlier one was given; how old that is, it says. */
  find(id: string, scope: RequestScope): JairoItemRecord | undefined {
    const known = hitsOf(scope).get(id);
    if (known !== undefined) return known;
    const hit = parseRecordId(id)?.kind === 'irdb' ? this.irdbHits.get(id) : undefined;
    if (hit === undefined) return undefined;
    const { at } = hit.retrieved;
    scope.freshness.limit(at.getTime() + IRDB_HIT_MS);
    const ageSeconds = Math.max(0, Math.floor((Date.now() - at.getTime()) / 1000));
    return { ...hit, retrieved: { at, cache: 'HIT', ageSeconds } };
  }

  /** The records of this request with a DOI (canonical form). */
  withDoi(doi: string, scope: RequestScope): JairoItemRecord[] {
    return [...hitsOf(scope).values()].filter((record) => record.doi === doi);
  }

  /**
   * Ids of records that may have a DOI, the likeliest first: one that was seen to have it, and the one that it is the number
   * of where a repository was seen to number its DOIs under that prefix. Each is to be read before it is believed.
   */
  candidates(doi: string, repositories: Repositories): string[] {
    const form = numbered(doi);
    const repository = form === null ? undefined : this.numbering.get(form.prefix);
    const place = form === null || repository === undefined ? null : repositories.place(repository, form.recid);
    return [...new Set([this.dois.get(doi), place?.id].filter((id) => id !== undefined))];
  }
}
