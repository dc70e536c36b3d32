import { bestText, textIn } from '../subgraphs/common/localized-text.js';
import type { StatedMetadata } from '../subgraphs/common/common-metadata.js';
import type { Creator, FieldSource, LocalizedText, WorkFields } from '../subgraphs/common/record.js';

/** What a writer of an exchange format receives: a work's values and its id (empty for a document that names neither itself nor its DOI). */
export interface FormatWork extends WorkFields {
  readonly id: string;
  /** Which record each value was taken from; absent: nobody asked. */
  readonly provenance?: readonly FieldSource[];
  /** What people have registered of the common metadata elements, record by record; absent: nobody asked, or nothing. */
  readonly registered?: readonly StatedMetadata[];
}

export type ReadingLanguage = 'ja' | 'en';

/** The language in which a reference to the work is made: that of its content where its title is told in it, else its title's first. */
export function ownLanguage({ languages, title }: FormatWork): ReadingLanguage {
  const [content] = languages;
  if ((content === 'ja' || content === 'en') && textIn(title, content) !== null) return content;
  return textIn(title, 'ja') !== null && title.values[0]?.lang !== 'en' ? 'ja' : 'en';
}

/** A text in a language, else in the other, else in any; null where there is none. */
export function said(text: LocalizedText | null, language: ReadingLanguage): string | null {
  if (text === null) return null;
  const best = bestText(text, language === 'ja' ? ['ja', 'en'] : ['en', 'ja']);
  return best === '' ? null : best;
}

/** A name in its parts where the source separates them in one language, else as it is printed. */
export type NameParts =
  { readonly family: string; readonly given: string | null; readonly japanese: boolean } | { readonly literal: string };

/** The language of a name: asked for, else the other, by what the name as a whole is told in. */
function nameLanguage({ name, familyName }: Creator, language: ReadingLanguage): ReadingLanguage | null {
  const order: readonly ReadingLanguage[] = language === 'ja' ? ['ja', 'en'] : ['en', 'ja'];
  return order.find((tag) => [name, familyName].some((text) => text !== null && textIn(text, tag) !== null)) ?? null;
}

/** A creator's name for a reference in a language; null for one without any. */
export function nameParts(creator: Creator, language: ReadingLanguage): NameParts | null {
  const tag = nameLanguage(creator, language);
  const part = (text: LocalizedText | null): string | null => {
    if (text === null) return null;
    // Parts that no language is told of belong to a name that is told of none.
    return tag === null ? said(text, language) : textIn(text, tag);
  };
  const family = part(creator.familyName);
  if (family !== null) return { family, given: part(creator.givenName), japanese: isJapanese(family) };
  const literal = said(creator.name, language);
  if (literal === null) return null;
  const [, before, after] = /^([^,]+),\s*([^,]+)$/.exec(literal) ?? [];
  // "Sato, Itsumi" is separated by its comma; "Ministry of the Environment, Japan" is a body. Bodies in Japanese have no comma.
  if (before !== undefined && after !== undefined && (isJapanese(literal) || isPerson(creator)))
    return { family: before.trim(), given: after.trim(), japanese: isJapanese(literal) };
  return { literal };
}

/** Whether the source says something of a creator that only persons have. */
export function isPerson({ familyName, orcid, nrid, eRadId, affiliations }: Creator): boolean {
  return (familyName ?? orcid ?? nrid ?? eRadId) !== null || affiliations.length > 0;
}

/** Written in Han characters or kana: such a name stands without comma and without initials. */
export function isJapanese(text: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);
}

/** Year, month and day of the (first) date of an EDTF text, as far as they are told. */
export function dateParts(
  date: string | null,
): { readonly year: string; readonly month?: string; readonly day?: string } | null {
  const [year, month, day] = (date?.split('/')[0] ?? '').split('-');
  if (year === undefined || year === '') return null;
  return { year, ...(month === undefined ? {} : { month }), ...(day === undefined ? {} : { day }) };
}

/** Values of a scheme (ISBN, PMID), each once. */
export function identifiersOf({ identifiers }: FormatWork, scheme: string): string[] {
  return [...new Set(identifiers.filter((item) => item.scheme === scheme).map(({ value }) => value))];
}

/** Keywords in the languages that they are told in, readings left out, each once. */
export function keywords({ subjects }: FormatWork): string[] {
  return [
    ...new Set(
      subjects.flatMap(({ value }) =>
        value.values.filter(({ lang }) => !/-(kana|latn|hrkt|hira)\b/i.test(lang ?? '')).map((text) => text.value),
      ),
    ),
  ];
}

/** An object without the members that no source has a value for: null, undefined, empty lists, empty objects. */
export function present<T extends Readonly<Record<string, unknown>>>(members: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(members).filter(([, value]) => {
      if (value === null || value === undefined || value === '') return false;
      return typeof value !== 'object' || Object.keys(value).length > 0;
    }),
  ) as Partial<T>;
}
