import type { Creator } from '../../subgraphs/common/record.js';
import { dateParts, nameParts, said, type FormatWork, type NameParts, type ReadingLanguage } from '../work.js';

/** What a reference is made of, in one language. What no source tells is null. */
export interface Reference {
  readonly language: ReadingLanguage;
  readonly type: FormatWork['type'];
  readonly authors: readonly NameParts[];
  readonly title: string | null;
  readonly year: string | null;
  readonly month: number | null;
  readonly day: number | null;
  readonly container: string | null;
  readonly volume: string | null;
  readonly issue: string | null;
  readonly firstPage: string | null;
  readonly lastPage: string | null;
  /** Of a thesis the body that granted the degree. */
  readonly publisher: string | null;
  readonly degree: string | null;
  readonly version: string | null;
  readonly doi: string | null;
  readonly url: string | null;
}

/** The parts of a work's reference in a language. */
export function referenceOf(work: FormatWork, language: ReadingLanguage): Reference {
  const date = dateParts(work.issued);
  const text = (value: FormatWork['publisher']): string | null => said(value, language);
  const names = (creators: readonly Creator[]): NameParts[] =>
    creators.map((creator) => nameParts(creator, language)).filter((name) => name !== null);
  return {
    language,
    type: work.type,
    authors: names(work.creators),
    title: text(work.title),
    year: date?.year ?? null,
    month: date?.month === undefined ? null : Number(date.month),
    day: date?.day === undefined ? null : Number(date.day),
    container: text(work.container?.title ?? null),
    volume: work.container?.volume ?? null,
    issue: work.container?.issue ?? null,
    firstPage: work.container?.firstPage ?? null,
    lastPage: work.container?.lastPage ?? null,
    publisher: (work.type === 'THESIS' ? text(work.degree?.grantor ?? null) : null) ?? text(work.publisher),
    degree: text(work.degree?.name ?? null),
    version: work.version,
    doi: work.doi,
    url: work.doi === null ? work.url : null,
  };
}

/** A Japanese name: family and given name in this order, without comma. */
function japanese(name: Extract<NameParts, { family: string }>): string {
  return name.given === null ? name.family : `${name.family} ${name.given}`;
}

/** Initials of given names: "Jean-Paul Marie" is J.-P. M. (separator " "). */
export function initials(given: string, dot = '.', separator = ' '): string {
  return given
    .split(/\s+/)
    .filter((part) => part !== '')
    .map((part) =>
      part
        .split('-')
        .filter((piece) => piece !== '')
        .map((piece) => `${[...piece][0]?.toUpperCase() ?? ''}${dot}`)
        .join(dot === '' ? '' : '-'),
    )
    .join(separator);
}

/** "Yamada, T."; how a style inverts a name. A Japanese one and one that is not separated stay as they are. */
export function inverted(name: NameParts, given: (text: string) => string, comma = ', '): string {
  if ('literal' in name) return name.literal;
  if (name.japanese) return japanese(name);
  return name.given === null ? name.family : `${name.family}${comma}${given(name.given)}`;
}

/** "T. Yamada": given name first. */
export function natural(name: NameParts, given: (text: string) => string): string {
  if ('literal' in name) return name.literal;
  if (name.japanese) return japanese(name);
  return name.given === null ? name.family : `${given(name.given)} ${name.family}`;
}

/** Pages from the first to the last, with what stands between; null where none is told. */
export function pages({ firstPage, lastPage }: Reference, dash = '–'): string | null {
  if (firstPage !== null && lastPage !== null && firstPage !== lastPage) return `${firstPage}${dash}${lastPage}`;
  return firstPage ?? lastPage;
}

/** Where it is found: the DOI's address, else the page for people. */
export function address({ doi, url }: Reference): string | null {
  return doi === null ? url : `https://doi.org/${doi}`;
}

/** A sentence: what there is of its parts, ended with a stop unless it ends with one already. Null where there is nothing. */
export function sentence(parts: readonly (string | null)[], separator = ', '): string | null {
  const text = parts.filter((part) => part !== null && part !== '').join(separator);
  if (text === '') return null;
  return /[.?!。．？！]$/.test(text) ? text : `${text}.`;
}

/** The sentences of a reference, one after another. */
export function reference(sentences: readonly (string | null)[]): string {
  return sentences.filter((part) => part !== null && part !== '').join(' ');
}

/** "no date" as styles write it in a reader's language. */
export function noDate(language: ReadingLanguage): string {
  return language === 'ja' ? '発行日不明' : 'n.d.';
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']; // prettier-ignore

/** An English month; null for none. */
export function monthName(month: number | null): string | null {
  return month === null ? null : (MONTHS[month - 1] ?? null);
}

/** In square brackets, what kind of thing it is, where it is no text: "[Data set]". */
export function kindOf({ type, language }: Reference): string | null {
  const kinds: Partial<Record<FormatWork['type'], readonly [string, string]>> = {
    DATASET: ['データセット', 'Data set'],
    SOFTWARE: ['ソフトウェア', 'Computer software'],
  };
  const kind = kinds[type];
  return kind === undefined ? null : `[${kind[language === 'ja' ? 0 : 1]}]`;
}

/** "A, B and C". */
export function listed(names: readonly string[], and: string, comma = ', '): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(comma)}${and}${names.at(-1) ?? ''}`;
}
