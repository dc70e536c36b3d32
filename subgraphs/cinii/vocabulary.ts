import { parseEdtf } from '../common/edtf.js';
import { identifier, parseDoi, parseHttpUrl, parseIssn, uniqueIdentifiers } from '../common/identifiers.js';
import type { Identifier, WorkType } from '../common/record.js';
import { workType } from '../common/vocabulary.js';
import type { TypedValue } from './shapes.js';

const TYPE_BY_KIND: Readonly<Record<string, WorkType>> = {
  article: 'ARTICLE',
  book: 'BOOK',
  dataset: 'DATASET',
  dissertation: 'THESIS',
  project: 'PROJECT',
  // A person is no work; a Product is one of no stated kind.
  researcher: 'OTHER',
  product: 'OTHER',
};

/** The contract's type of a kind (a hit's dc:type, a document's @type). */
export function typeOfKind(kind: string | null): WorkType {
  return TYPE_BY_KIND[kind?.toLowerCase() ?? ''] ?? workType(kind);
}

/**
 * The contract's type of a document: its resourceType is a label with the English term in brackets, 図書(book) (fact sheet
 * 6.3 row 5); many documents have none, and then the kind decides, as it does for labels of no type of their own (Image).
 */
export function typeOfDocument(kind: string | null, resourceType: string | undefined): WorkType {
  const byKind = typeOfKind(kind);
  // What a project or a person is, no label can change.
  if (byKind === 'PROJECT' || kind === 'Researcher') return byKind;
  const label = resourceType?.normalize('NFKC').trim() ?? '';
  const byLabel = workType(/\(([^()]+)\)\s*$/.exec(label)?.[1] ?? label);
  return byLabel === 'OTHER' ? byKind : byLabel;
}

/** An identifier as the source types it; one without a type is taken only where it is a web address. */
function typedIdentifier({ type, value }: TypedValue): Identifier | null {
  const address = parseHttpUrl(value);
  if (type === null || type === '') return address === null ? null : identifier('URL', value);
  return value === '' ? null : identifier(type, value, address);
}

/** The identifiers of a work or person, each once. XISBN (a wrong or cancelled ISBN) keeps its own scheme: it is no ISBN (fact sheet 7.2). */
export function identifiersOf(values: readonly TypedValue[]): Identifier[] {
  return uniqueIdentifiers(values.map(typedIdentifier).filter((item) => item !== null));
}

/** The first DOI that is one, in canonical form. */
export function doiOf(identifiers: readonly Identifier[]): string | null {
  for (const { scheme, value } of identifiers) {
    const doi = scheme === 'DOI' ? parseDoi(value) : null;
    if (doi !== null) return doi;
  }
  return null;
}

/** ISSNs in one form: they come with and without a hyphen (fact sheet 10.6); one with a wrong check digit stays as printed. */
export function issnList(values: readonly string[]): string[] {
  return [...new Set(values.map((value) => parseIssn(value) ?? value.trim()).filter((value) => value !== ''))];
}

/**
 * The first of several printed dates that can be read; a later one that says the same year more exactly wins (a book has
 * dc:date 2010 and its imprint 2010.6). An open range (1978-) is no date of issue (fact sheet 10.9).
 */
export function issuedOf(printed: readonly (string | undefined)[]): string | null {
  const dates = printed.map((date) => parseEdtf(date ?? '')).filter((date) => date !== null);
  return dates.reduce<string | null>(
    (best, date) => (best === null || (date.startsWith(`${best}-`) && !date.includes('/')) ? date : best),
    null,
  );
}
