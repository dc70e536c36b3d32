/** One page's Japanese beside another's English: what a text or an entry of a list lacks in a language is added, nothing is replaced. */
import type { Creator, LocalizedText, Subject } from '../common/record.js';
import type { DiasContact } from './record.js';

/** A text with the languages that another one has beside it; null where there are none. */
export function addLanguages(text: LocalizedText, other: LocalizedText): LocalizedText | null {
  if (text.values.some(({ lang }) => lang === null)) return null;
  const known = new Set(text.values.map(({ lang }) => lang));
  const more = other.values.filter(({ lang }) => lang !== null && !known.has(lang));
  return more.length === 0 ? null : { values: [...text.values, ...more] };
}

function both(text: LocalizedText | null, other: LocalizedText | null): LocalizedText | null {
  return text === null || other === null ? text : (addLanguages(text, other) ?? text);
}

export function completeCreator(creator: Creator, other: Creator): Creator {
  return {
    ...creator,
    name: addLanguages(creator.name, other.name) ?? creator.name,
    affiliations: creator.affiliations.map((affiliation, index) => {
      const more = other.affiliations[index];
      return more === undefined
        ? affiliation
        : { ...affiliation, name: addLanguages(affiliation.name, more.name) ?? affiliation.name };
    }),
  };
}

export function completeContact(contact: DiasContact, other: DiasContact): DiasContact {
  if (contact.role !== other.role || contact.email !== other.email) return contact;
  return {
    ...contact,
    name: both(contact.name, other.name),
    organization: both(contact.organization, other.organization),
  };
}

export function completeKeyword(keyword: Subject, other: Subject): Subject {
  if (keyword.scheme !== other.scheme) return keyword;
  return { ...keyword, value: addLanguages(keyword.value, other.value) ?? keyword.value };
}

/** Each entry with what its counterpart adds; lists of different lengths are no counterparts. The list itself where nothing is added. */
export function completeEntries<T>(
  entries: readonly T[],
  others: readonly T[] | undefined,
  complete: (entry: T, other: T) => T,
): readonly T[] {
  if (others?.length !== entries.length) return entries;
  const completed = entries.map((entry, index) => {
    const other = others[index];
    return other === undefined ? entry : complete(entry, other);
  });
  return JSON.stringify(completed) === JSON.stringify(entries) ? entries : completed;
}
