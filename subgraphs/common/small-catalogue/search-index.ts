import { firstDay, lastDay } from '../edtf.js';
import type { BoundingBox } from '../record.js';
import { Postings } from './postings.js';
import type { CatalogueQuery, IndexedEntry } from './types.js';
import { foldText, hasPhrase, indexTerms, parseQuery } from './words.js';

type Field = keyof IndexedEntry['fields'];

/** What a word is worth by where it stands, and how many terms stand there as a rule. */
const FIELDS: Readonly<Record<Field, { readonly weight: number; readonly usualLength: number }>> = {
  title: { weight: 8, usualLength: 30 },
  keywords: { weight: 4, usualLength: 30 },
  people: { weight: 2, usualLength: 30 },
  text: { weight: 1, usualLength: 300 },
};
const FIELD_NAMES = ['title', 'keywords', 'people', 'text'] as const;

/** Between two values of a field: no word, pair or phrase goes across. */
const BREAK = '\n';

/** An entry as the index keeps it: texts folded, one a field; dates as days. */
interface Document extends Readonly<Record<Field, string>> {
  readonly id: string;
  readonly boxes: readonly BoundingBox[];
  readonly first: string | null;
  readonly last: string | null;
  readonly hasPeriod: boolean;
  readonly issued: string;
}

export interface Found {
  /** In order. */
  readonly ids: readonly string[];
  /** What of the query could not be used; null: all was. */
  readonly message: string | null;
}

/** The search over a small catalogue, in the process. */
export class SearchIndex {
  private readonly documents = new Map<string, Document>();
  private readonly postings = new Postings<Document>();
  /** Made at the first search after a change: to sort each answer anew would cost more than to find it. */
  private orders: Orders | null = null;

  /** Adds an entry, or puts it in the place of the one with its id. */
  put(entry: IndexedEntry): void {
    this.remove(entry.id);
    const document = documentOf(entry);
    this.documents.set(entry.id, document);
    this.postings.add(
      document,
      FIELD_NAMES.map((field) => ({ ...FIELDS[field], terms: indexTerms(document[field]) })),
    );
    this.orders = null;
  }

  remove(id: string): void {
    const document = this.documents.get(id);
    if (document === undefined) return;
    this.postings.remove(document);
    this.documents.delete(id);
    this.orders = null;
  }

  search({ query, bbox, period, sort }: CatalogueQuery): Found {
    const parsed = parseQuery(query);
    if (parsed?.empty === true) return { ids: [], message: 'The query has no letter or digit to look for.' };
    const scores = parsed === null ? null : this.postings.search(parsed.wanted);
    const phrases = parsed?.phrases ?? [];
    const ids = this.inOrder(sort, scores)
      .filter((document) => period === undefined || periodTouches(document, period))
      .filter((document) => bbox === undefined || document.boxes.some((box) => boxesTouch(box, bbox)))
      .filter((document) => phrases.every((phrase) => contains(document, phrase)))
      .map(({ id }) => id);
    return { ids, message: parsed?.cut === true ? 'Only the beginning of the query was used: it is too long.' : null };
  }

  private inOrder(sort: CatalogueQuery['sort'], scores: ReadonlyMap<Document, number> | null): readonly Document[] {
    const orders = (this.orders ??= ordersOf(this.documents.values()));
    if (scores === null) return sort === 'OLDEST' ? orders.oldest : orders.newest;
    if (sort !== 'RELEVANCE') {
      return (sort === 'OLDEST' ? orders.oldest : orders.newest).filter((document) => scores.has(document));
    }
    const rank = (document: Document): number => orders.rank.get(document) ?? 0;
    return [...scores]
      .map(([document, score]) => ({ document, score, rank: rank(document) }))
      .sort((one, other) => other.score - one.score || one.rank - other.rank)
      .map(({ document }) => document);
  }
}

/** All documents in each order; those with equal dates, and those that are equally good, by id. What has no date is last. */
interface Orders {
  readonly newest: readonly Document[];
  readonly oldest: readonly Document[];
  /** Of the ids. */
  readonly rank: ReadonlyMap<Document, number>;
}

function ordersOf(documents: Iterable<Document>): Orders {
  const byId = [...documents].sort((one, other) => (one.id < other.id ? -1 : 1));
  // Sorting keeps the order of what is equal.
  const dated = (direction: 1 | -1): Document[] =>
    byId.filter(({ issued }) => issued !== '').sort((one, other) => direction * compare(one.issued, other.issued));
  const undated = byId.filter(({ issued }) => issued === '');
  return {
    newest: [...dated(-1), ...undated],
    oldest: [...dated(1), ...undated],
    rank: new Map(byId.map((document, at) => [document, at])),
  };
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function documentOf({ id, fields, boxes, period, issued }: IndexedEntry): Document {
  const joined = (field: Field): string => fields[field].map(foldText).join(BREAK);
  return {
    id,
    title: joined('title'),
    keywords: joined('keywords'),
    people: joined('people'),
    text: joined('text'),
    boxes,
    first: period?.from == null ? null : firstDay(period.from),
    last: period?.until == null ? null : lastDay(period.until),
    hasPeriod: period !== null,
    issued: issued === null ? '' : firstDay(issued),
  };
}

function contains(document: Document, phrase: string): boolean {
  return FIELD_NAMES.some((field) => hasPhrase(document[field], phrase));
}

/** Whether two boxes have a point in common, edges included. A box whose west is greater than its east crosses the date line. */
export function boxesTouch(one: BoundingBox, other: BoundingBox): boolean {
  if (one.south > other.north || other.south > one.north) return false;
  return spans(one).some((a) => spans(other).some((b) => a.west <= b.east && b.west <= a.east));
}

/** The stretches of longitude of a box within −180 to 180. The line itself is both of its ends. */
function spans({ west, east }: BoundingBox): { readonly west: number; readonly east: number }[] {
  const whole =
    west <= east
      ? [{ west, east }]
      : [
          { west, east: 180 },
          { west: -180, east },
        ];
  const atLine = whole.flatMap((span) => [
    ...(span.east === 180 ? [{ west: -180, east: -180 }] : []),
    ...(span.west === -180 ? [{ west: 180, east: 180 }] : []),
  ]);
  return [...whole, ...atLine];
}

function periodTouches(
  { hasPeriod, first, last }: Document,
  { from, until }: NonNullable<CatalogueQuery['period']>,
): boolean {
  if (!hasPeriod) return false;
  const beginsInTime = first === null || until === null || first <= lastDay(until);
  const endsInTime = last === null || from === null || last >= firstDay(from);
  return beginsInTime && endsInTime;
}
