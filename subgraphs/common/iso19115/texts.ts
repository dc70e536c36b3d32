import { langString, localizedText, localizedTextOrNull } from '../localized-text.js';
import type { LangString, LocalizedText } from '../record.js';
import { cleanLine, cleanText } from '../text.js';
import { languageTag } from '../vocabulary.js';
import { attribute, descendants, textContent, type XmlElement } from '../xml.js';
import { code, objects, printed, properties } from './elements.js';

/** Which language the untranslated texts of a record are in, and what its locales stand for. */
export interface Locales {
  /** BCP 47; null: the record does not say. */
  readonly main: string | null;
  readonly byId: ReadonlyMap<string, string>;
}

/** The tag of a language code; "eng; CAN" and "eng, CAN" of the North American profile name a language and a country. */
function tagOf(language: string | null): string | null {
  return language === null ? null : languageTag(language.split(/[;,]/)[0] ?? '');
}

/** The languages that properties name: a LanguageCode, a CharacterString, or the language within a PT_Locale. */
export function languagesOf(element: XmlElement): string[] {
  const named = properties(element, 'language');
  const located = [...objects(element, 'defaultLocale'), ...objects(element, 'otherLocale')].flatMap(localeLanguage);
  return [...new Set([...named, ...located].flatMap((property) => tagOf(code(property)) ?? []))];
}

/** `language` in 19115-3, `languageCode` in 19139. */
function localeLanguage(locale: XmlElement): XmlElement[] {
  return [...properties(locale, 'language'), ...properties(locale, 'languageCode')];
}

/** The locales that a record declares. */
export function localesOf(root: XmlElement): Locales {
  const main = properties(root, 'language')[0] ?? objects(root, 'defaultLocale').flatMap(localeLanguage)[0];
  const byId = new Map<string, string>();
  for (const locale of ['locale', 'defaultLocale', 'otherLocale'].flatMap((name) => objects(root, name))) {
    const id = attribute(locale, 'id');
    const tag = tagOf(code(localeLanguage(locale)[0]));
    if (id !== undefined && tag !== null) byId.set(id, tag);
  }
  return { main: tagOf(code(main)), byId };
}

/**
 * The language of a translation: the locale's that `locale="#id"` refers to. One that is declared nowhere (#EN, #locale-fr)
 * still says its language where the id is a language code of two letters; any other says none.
 */
function localeTag(reference: string | undefined, locales: Locales): string | null {
  const id = reference?.replace(/^.*#/, '') ?? '';
  const declared = locales.byId.get(id);
  if (declared !== undefined) return declared;
  const letters = /^(?:locale-)?([a-z]{2})$/i.exec(id)?.[1];
  return letters === undefined ? null : languageTag(letters.toLowerCase());
}

/** No text has as many; a hostile one must not cost more than its length. */
const MAX_TRANSLATIONS = 200;

/** The texts of one property in its languages: the untranslated one first, in the record's language where that is known. */
export function strings(
  property: XmlElement,
  locales: Locales,
  clean: (text: string) => string = cleanLine,
): LangString[] {
  const own = clean(printed(property) ?? '');
  const translations = descendants(property, 'LocalisedCharacterString')
    .slice(0, MAX_TRANSLATIONS)
    .map((element) => langString(clean(textContent(element)), localeTag(attribute(element, 'locale'), locales)));
  return [langString(own, locales.main), ...translations].filter(({ value }) => value !== '');
}

/** One line of text of the first of some properties that has any; null where none has. */
export function line(found: readonly XmlElement[], locales: Locales): LocalizedText | null {
  for (const property of found) {
    const text = localizedTextOrNull(strings(property, locales));
    if (text !== null) return text;
  }
  return null;
}

/** Each property's one-line text, blank ones left out. */
export function lines(found: readonly XmlElement[], locales: Locales): LocalizedText[] {
  return found.flatMap((property) => localizedTextOrNull(strings(property, locales)) ?? []);
}

/** Each property's text with its line breaks, blank ones left out. */
export function paragraphs(found: readonly XmlElement[], locales: Locales): LocalizedText[] {
  return found.flatMap((property) => localizedTextOrNull(strings(property, locales, cleanText)) ?? []);
}

/** Untranslated one-line texts, each once. */
export function plainLines(found: readonly XmlElement[]): string[] {
  return [...new Set(found.map((property) => cleanLine(printed(property) ?? '')).filter((text) => text !== ''))];
}

/** The texts of several as one, for a field that holds one text in several languages. */
export function together(texts: readonly LocalizedText[]): LocalizedText {
  return localizedText(texts.flatMap(({ values }) => values));
}
