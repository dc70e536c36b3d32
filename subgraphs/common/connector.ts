import type { RequestScope } from '../../upstream/scope.js';
import type { StatedMetadata } from './common-metadata.js';
import type { AwardKey, AwardRecord, OrganizationRecord, PersonKey, PersonRecord } from './entity-records.js';
import type { CacheState, Platform, ReadLanguage, SharedRecord, WorkType, AccessRight, BoundingBox } from './record.js';

/**
 * The contract's WorkFilter, without `platforms` (the catalog's own): scalars in canonical form, bounds checked. The last
 * fields are the catalog's, for the works of a person, an organisation or an award: no caller gives them.
 */
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
  /** A creator with any of these identifiers. */
  readonly person?: PersonKey;
  /** https://ror.org/…: an affiliation of a creator. */
  readonly ror?: string;
  /** The id of an award whose number others give to theirs as well (`ec:…`, `<funder>:…`), beside `awardNumber`. */
  readonly awardId?: string;
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
  /**
   * How many hits are wanted; the connector may give more (a platform's page sizes) or fewer. From the start a list begins
   * with the same hits whatever is wanted.
   */
  readonly first: number;
}

export interface HitPage {
  /** In the platform's order, and as many as it counts: a record that it lists twice stands here twice. */
  readonly hits: readonly SharedRecord[];
  /** The platform's own number of hits, records not works; null where it does not tell. */
  readonly total: number | null;
  readonly totalKind: 'EXACT' | 'AT_LEAST' | 'UNKNOWN';
  /** Where the hits after these begin; null: there are none, or the platform's window ends here (`message` says so). */
  readonly next: string | null;
  /** `next` is null although there is more: the platform's window ends here. */
  readonly cut?: true;
  readonly cache: CacheState;
  /** Some part (a language, a host) failed; `message` says which. */
  readonly partial: boolean;
  /** For people: a window that ends, a part that failed, a hint. */
  readonly message: string | null;
  /** The platform answers such a search with nothing, whatever it holds (`message` says what it needs): its total is none. */
  readonly notSearched?: true;
  /** The platform showed what is public; the caller's own token would show more (`message` says how to give it). */
  readonly unauthorized?: true;
}

export interface Capabilities {
  /** How each field of a filter is met for this very filter and sort (a platform may take one type, not two). */
  filter(field: FilterField, filter: WorkFilter): FilterSupport;
  readonly sorts: readonly WorkSort[];
  /** The largest page that one request gets. */
  readonly maxPageSize: number;
  /** The language of most of its metadata: who searches in another script and finds little is told so. */
  readonly metadataLanguage?: ReadLanguage;
  /** Its search finds what has every word of a query: who finds nothing with several is told so. */
  readonly everyWord?: true;
  /**
   * Whether the hits of a search without this filter tell which of them it would find; false: the platform knows what its hits
   * do not say, and counts over them are too low. Absent: they tell.
   */
  hitsTell?(filter: WorkFilter): boolean;
  /** Its totals are those of an index that gathers what others hold, and are near rather than exact. */
  readonly totalsAreRough?: true;
  /** All of its records are kept in the process: to read them costs nothing. */
  readonly recordsAtHand?: true;
  /** For people: what `platforms { capabilities }` lists. */
  readonly description: readonly string[];
}

/** What is left of a record that its platform shows no more. */
export interface Tombstone {
  readonly id: string;
  readonly platform: Platform;
  /** When it went, RFC 3339; null: the platform does not tell. */
  readonly deleted: string | null;
  /** The page for people, which tells no more than this. */
  readonly url: string | null;
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
  /**
   * What the platform says of a record of its own that `record` no longer has because it was deleted or withdrawn; null: it is
   * there, or never was. Absent: the platform does not tell such records from those that it never had.
   */
  tombstone?(id: string, scope: RequestScope): Promise<Tombstone | null>;
  /** The records with this DOI (canonical form), as hits or in full; empty: none. */
  recordsByDoi(doi: string, scope: RequestScope): Promise<readonly SharedRecord[]>;
  /**
   * The record of this platform that an address or an OAI identifier leads to (a repository's landing page in another
   * platform's hit), else null: an identity without a request.
   */
  recordIdOfUrl?(url: string): string | null;
  /**
   * The platform's own record of a person, found by any of the identifiers; null: it knows none that states one of them. Names
   * are never compared. Absent: it has no records of persons.
   */
  person?(key: PersonKey, scope: RequestScope): Promise<PersonRecord | null>;
  /** The platform's own record of the organisation with a ROR id (https://ror.org/…), or null. Absent: it has none by ROR id. */
  organization?(ror: string, scope: RequestScope): Promise<OrganizationRecord | null>;
  /** The platform's own record of an award, or null. Absent: it has no records of awards. */
  award?(key: AwardKey, scope: RequestScope): Promise<AwardRecord | null>;
  /**
   * What people have registered of a record's common metadata elements beside its other values; null: nothing. Absent: the
   * platform keeps no such registration.
   */
  registeredMetadata?(id: string, scope: RequestScope): Promise<StatedMetadata | null>;
  /** Begins to read in the background what the connector keeps in the process (a small catalogue): called once at the start. */
  begin?(): void;
}
