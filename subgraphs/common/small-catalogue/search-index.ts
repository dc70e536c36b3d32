import { firstDay, lastDay } from '../edtf.js';
import type { BoundingBox } from '../record.js';
import { Postings } from './postings.js';
import type { Scored } from './postings.js';
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
  /** Its number in the postings. */
  readonly number: number;
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
  private readonly postings = new Postings();
  /** By number; undefined where a number is free. */
  private readonly byNumber: (Document | undefined)[] = [];
  private readonly freeNumbers: number[] = [];
  /** Made at the first search after a change: to sort each answer anew would cost more than to find it. */
  private orders: Orders | null = null;

  /** Adds an entry, or puts it in the place of the one with its id. */
  put(entry: IndexedEntry): void {
    this.remove(entry.id);
    const document = documentOf(entry, this.freeNumbers.pop() ?? this.byNumber.length);
    this.documents.set(entry.id, document);
    this.byNumber[document.number] = document;
    this.postings.add(
      document.number,
      FIELD_NAMES.map((field) => ({ ...FIELDS[field], terms: indexTerms(document[field]) })),
    );
    this.orders = null;
  }

  remove(id: string): void {
    const document = this.documents.get(id);
    if (document === undefined) return;
    this.postings.remove(document.number);
    this.byNumber[document.number] = undefined;
    this.freeNumbers.push(document.number);
    this.documents.delete(id);
    this.orders = null;
  }

  search({ query, bbox, period, sort }: CatalogueQuery): Found {
    const parsed = parseQuery(query);
    if (parsed?.empty === true) return { ids: [], message: 'The query has no letter or digit to look for.' };
    const phrases = parsed?.phrases ?? [];
    const holds = (document: Document): boolean =>
      (period === undefined || periodTouches(document, period)) &&
      (bbox === undefined || document.boxes.some((box) => boxesTouch(box, bbox))) &&
      phrases.every((phrase) => contains(document, phrase));
    const ids = this.inOrder(sort, parsed === null ? null : this.postings.search(parsed.wanted), holds);
    return { ids, message: parsed?.cut === true ? 'Only the beginning of the query was used: it is too long.' : null };
  }

  private inOrder(
    sort: CatalogueQuery['sort'],
    scored: Scored | null,
    holds: (document: Document) => boolean,
  ): readonly string[] {
    const { newest, oldest, rank } = (this.orders ??= ordersOf([...this.documents.values()]));
    if (scored === null || sort !== 'RELEVANCE') {
      const among = scored === null ? null : new Set(scored.documents);
      return (sort === 'OLDEST' ? oldest : newest)
        .filter((document) => (among === null || among.has(document.number)) && holds(document))
        .map(({ id }) => id);
    }
    const { scoreOf } = scored;
    const numbers = scored.documents.filter((number) => {
      const document = this.byNumber[number];
      return document !== undefined && holds(document);
    });
    numbers.sort((one, other) => scoreOf(other) - scoreOf(one) || (rank[one] ?? 0) - (rank[other] ?? 0));
    return numbers.map((number) => this.byNumber[number]?.id ?? '');
  }
}

/** All documents in each order; those with equal dates, and those that are equally good, by id. What has no date is last. */
interface Orders {
  readonly newest: readonly Document[];
  readonly oldest: readonly Document[];
  /** Of the ids, by a document's number. */
  readonly rank: readonly number[];
}

function ordersOf(documents: readonly Document[]): Orders {
  const byId = [...documents].sort((one, other) => (one.id < other.id ? -1 : 1));
  // Sorting keeps the order of what is equal.
  const dated = (direction: 1 | -1): Document[] =>
    byId.filter(({ issued }) => issued !== '').sort((one, other) => direction * compare(one.issued, other.issued));
  const undated = byId.filter(({ issued }) => issued === '');
  const rank: number[] = [];
  for (const [at, { number }] of byId.entries()) rank[number] = at;
  return { newest: [...dated(-1), ...undated], oldest: [...dated(1), ...undated], rank };
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function documentOf({ id, fields, boxes, period, issued }: IndexedEntry, number: number): Document {
  const joined = (field: Field): string => fields[field].map(foldText).join(BREAK);
  return {
    id,
    number,
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
  if (isPlain(one) && isPlain(other)) return one.west <= other.east && other.west <= one.east;
  return spans(one).some((a) => spans(other).some((b) => a.west <= b.east && b.west <= a.east));
}

/** Most boxes stay off the date line, and need no second look. */
function isPlain({ west, east }: BoundingBox): boolean {
  return west <= east && west > -180 && east < 180;
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
