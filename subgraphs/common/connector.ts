import type { RequestScope } from '../../upstream/scope.js';
import type { CacheState, Platform, ReadLanguage, SharedRecord, WorkType, AccessRight, BoundingBox } from './record.js';

/** The contract's WorkFilter, without `platforms` (the catalog's own): scalars in canonical form, bounds checked. */
export interface WorkFilter {
  readonly types?: readonly WorkType[];
  readonly accessRights?: readonly AccessRight[];
  /** EDTF, inclusive. */
  readonly from?: string;
  readonly until?: string;
  readonly creator?: string;
  readonly orcid?: string;
  readonly affiliation?: string;
  readonly publisher?: string;
  readonly funder?: string;
  readonly awardNumber?: string;
  readonly languages?: readonly string[];
  readonly hasFile?: boolean;
  readonly bbox?: BoundingBox;
}

export type FilterField = keyof WorkFilter;
export type WorkSort = 'RELEVANCE' | 'NEWEST' | 'OLDEST';

/**
 * How a platform meets one field of a filter:
 * native: its search applies it exactly; coarse: its search narrows by it, and the records read are checked again (years
 * where months were asked); records: its hits carry the value, so they are checked; otherwise the reason why it can't,
 * for people — the platform is then SKIPPED. A filter is never silently ignored.
 */
export type FilterSupport = 'native' | 'coarse' | 'records' | { readonly unsupported: string };

export interface HitSearch {
  readonly query: string | null;
  readonly filter: WorkFilter;
  readonly sort: WorkSort;
  /** In which languages texts are wanted: a platform whose answers have one language asks once for each. At least one. */
  readonly languages: readonly ReadLanguage[];
  /** A position that this connector gave, or null for the start. */
  readonly position: string | null;
  /** How many hits are wanted; the connector may give more (a platform's page sizes) or fewer. */
  readonly first: number;
}

export interface HitPage {
  /** In the platform's order. */
  readonly hits: readonly SharedRecord[];
  /** The platform's own number of hits, records not works; null where it does not tell. */
  readonly total: number | null;
  readonly totalKind: 'EXACT' | 'AT_LEAST' | 'UNKNOWN';
  /** Where the hits after these begin; null: there are none, or the platform's window ends here (`message` says so). */
  readonly next: string | null;
  readonly cache: CacheState;
  /** Some part (a language, a host) failed; `message` says which. */
  readonly partial: boolean;
  /** For people: a window that ends, a part that failed, a hint. */
  readonly message: string | null;
  /** The platform showed what is public; the caller's own token would show more (`message` says how to give it). */
  readonly unauthorized?: true;
}

export interface Capabilities {
  /** How each field of a filter is met for this very filter and sort (a platform may take one type, not two). */
  filter(field: FilterField, filter: WorkFilter): FilterSupport;
  readonly sorts: readonly WorkSort[];
  /** The largest page that one request gets. */
  readonly maxPageSize: number;
  /** For people: what `platforms { capabilities }` lists. */
  readonly description: readonly string[];
}

/** What the catalog and the CLI know of a platform. All methods reject with UpstreamError (unavailable) and never with an upstream's text. */
export interface Connector {
  readonly platform: Platform;
  readonly capabilities: Capabilities;
  /** Whether a string is a record id of this platform's form (prefix included). */
  isRecordId(id: string): boolean;
  search(search: HitSearch, scope: RequestScope): Promise<HitPage>;
  /**
   * The record's own document; null: the platform does not know it (or no longer). Batched and read once per scope. `wanted`
   * names the fields that the answer needs: a platform that keeps one of them in a document apart (the grants of a GakuNin
   * RDM project) reads it only then, and leaves it out otherwise.
   */
  record(id: string, scope: RequestScope, wanted?: ReadonlySet<string>): Promise<SharedRecord | null>;
  /** The records with this DOI (canonical form), as hits or in full; empty: none. */
  recordsByDoi(doi: string, scope: RequestScope): Promise<readonly SharedRecord[]>;
  /** Record ids of this platform that an address leads to (a repository's landing page in another platform's hit), else null: an identity without a request. */
  recordIdOfUrl?(url: string): string | null;
  /** Begins to read in the background what the connector keeps in the process (a small catalogue): called once at the start. */
  begin?(): void;
}
