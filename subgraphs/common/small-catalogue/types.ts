import type { UpstreamReader } from '../../../upstream/client.js';
import type { UpstreamError } from '../../../upstream/errors.js';
import type { RequestScope } from '../../../upstream/scope.js';
import type { UpstreamResponse } from '../../../upstream/types.js';
import type { BoundingBox, Retrieval } from '../record.js';

/**
 * A catalogue in the process, for platforms that publish documents and no search: the documents of the configured datasets
 * are read once, politely, kept, and searched here.
 */

/** One document that was asked for, by what became of it. Nothing here is thrown: a dataset of several documents makes do with those it got. */
export type DocumentAnswer<V> =
  | {
      readonly state: 'read';
      readonly value: V;
      /** When the platform last said so (200 or 304). */
      readonly at: Date;
      /** After redirects. */
      readonly url: string;
    }
  /** 404 or 410: there is no such document (any more). */
  | { readonly state: 'absent' }
  /** The origin's robots.txt does not let us read it; `reason` is for people. */
  | { readonly state: 'forbidden'; readonly reason: string }
  /** It may be there and could not be read now: the dataset counts as incomplete and is tried again later. */
  | { readonly state: 'failed'; readonly error: UpstreamError };

/** How a source reads the documents of one dataset: one after another, through this alone. */
export interface DatasetReading {
  /**
   * Reads one document by its absolute address, when robots.txt allows it, conditionally where the document was read before:
   * an unchanged one (304) keeps its decoded value. `decode` is pure and the same for an address each time; what it throws
   * (UnreadableDocument) makes the document `failed`. It is given 200 answers only.
   */
  readonly ask: <V>(
    url: string,
    decode: (response: UpstreamResponse) => V,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<DocumentAnswer<V>>;
  /** The catalogue's own scope, without a caller and without a deadline: for other readers (DoiMetadata) in a dataset's reading. */
  readonly scope: RequestScope;
  /** Says that something that was not asked through `ask` failed: the value counts as incomplete and is read again later. */
  readonly failed: (error: UpstreamError) => void;
}

/** What the search finds an entry by. Texts as people read them, markup and entities gone, in every language that there is. */
export interface IndexedEntry {
  /** The dataset's id. */
  readonly id: string;
  readonly fields: {
    /** Titles, alternative titles, short names, the dataset's id, its DOI. */
    readonly title: readonly string[];
    readonly keywords: readonly string[];
    /** Creators, contributors, contacts, organisations. */
    readonly people: readonly string[];
    /** Abstract and whatever else is to be found. */
    readonly text: readonly string[];
  };
  /** Degrees; west > east crosses the date line; a point is a box without extent. Empty: found by no box. */
  readonly boxes: readonly BoundingBox[];
  /** EDTF dates of the content's first and last day; null on either side: open (ongoing). Null: found by no period. */
  readonly period: { readonly from: string | null; readonly until: string | null } | null;
  /** EDTF; null sorts last. */
  readonly issued: string | null;
}

/** Where the datasets of a catalogue come from. */
export interface CatalogueSource<T> {
  /** The dataset ids: a list from the settings, or what finds them (asked once a day, in the background). Each once, in the order of reading. */
  readonly ids: readonly string[] | ((reading: DatasetReading) => Promise<readonly string[]>);
  /** Ids that are of the list whatever `ids` finds: the first reading begins with them, so that they wait for nothing else. */
  readonly known?: readonly string[];
  /** Whether what `ids` found bears on a dataset that was read before it: that one is read again, conditionally. */
  readonly concerned?: (id: string) => boolean;
  /** Reads one dataset. Null: nothing could be read; which of absent, forbidden or failed is known from the documents that were asked for. */
  readonly load: (id: string, reading: DatasetReading) => Promise<T | null>;
  /** What a value is found by. Pure. */
  readonly index: (id: string, value: T) => IndexedEntry;
}

export interface CatalogueOptions<T> {
  /** The platform's code in the API: DIAS. Its policy must allow `/robots.txt` of each origin that documents are read from. */
  readonly platform: string;
  /** For people, in messages: "DIAS". */
  readonly name: string;
  readonly client: UpstreamReader;
  readonly source: CatalogueSource<T>;
  /** How long what was read counts as fresh; a day unless told. */
  readonly freshMs?: number;
  /** How long a dataset that failed is left alone; a minute unless told; 8 s at most where the platform was away. */
  readonly retryMs?: number;
}

/** One dataset that was read. */
export interface CatalogueEntry<T> {
  readonly id: string;
  readonly value: T;
  /** STALE: older than it should be, since its refresh is not through or failed. HIT: it was there. MISS: it was read for this question. */
  readonly retrieved: Retrieval;
}

/** How much of the catalogue an answer rests on. */
export interface Completeness {
  /** Every dataset of the list was read (or is known not to exist), each with all its documents. */
  readonly complete: boolean;
  /** Datasets that were read. */
  readonly read: number;
  /** Datasets of the list without those that turned out not to exist; null: the list itself could not be read yet. */
  readonly of: number | null;
  /** Those that are known so far, also while the list is not. */
  readonly listed: number;
  /** Why others are missing, for people, each reason once and with a number of datasets; at most a few. Empty when complete. */
  readonly reasons: readonly string[];
  /** The platform's last failure where some dataset is missing because of one: a connector that has read nothing throws it. */
  readonly failure: UpstreamError | null;
}

export interface CatalogueQuery {
  /** Words, all of which must occur; "…" literally. Null or blank: everything. */
  readonly query: string | null;
  /** Only entries of which a box touches this one. */
  readonly bbox?: BoundingBox;
  /** Only entries whose period touches these EDTF bounds, inclusive. */
  readonly period?: { readonly from: string | null; readonly until: string | null };
  /** RELEVANCE without words is NEWEST. Equal ones are in the order of their ids. */
  readonly sort: 'RELEVANCE' | 'NEWEST' | 'OLDEST';
}

export interface CatalogueHits<T> extends Completeness {
  /** All of them, in order: callers page by slicing. */
  readonly hits: readonly CatalogueEntry<T>[];
  /** STALE when some hit is, MISS when something was read for this question, else HIT. */
  readonly cache: Retrieval['cache'];
  /** For people: what is missing and why, and what of the query could not be used; null when there is nothing to say. */
  readonly message: string | null;
}

/** What connectors use of a catalogue (small-catalogue/catalogue.ts: `new SmallCatalogue(options)`). Nothing here ends a reading that is under way when a caller leaves. */
export interface Catalogue<T> {
  /** Starts the first reading in the background; does nothing when one is under way or nothing is due. */
  begin(): void;
  /** Whether an id is of the list (false while the list itself was not read). */
  lists(id: string): boolean;
  /**
   * Searches what is there. A catalogue whose first reading is not through is waited for until shortly before the scope's
   * deadline, or until the caller leaves; then the answer is what has arrived. Never rejects: see Completeness.
   */
  search(query: CatalogueQuery, scope: RequestScope): Promise<CatalogueHits<T>>;
  /** Every dataset, in the order of ids; waits as `search` does. */
  all(scope: RequestScope): Promise<Completeness & { readonly entries: readonly CatalogueEntry<T>[] }>;
  /**
   * One dataset; one that was not read yet is read before the others. Null: not of the list, or it does not exist (any more).
   * @throws UpstreamError when it failed (and is left alone for now), may not be read, or did not come in time.
   */
  get(id: string, scope: RequestScope): Promise<CatalogueEntry<T> | null>;
}
