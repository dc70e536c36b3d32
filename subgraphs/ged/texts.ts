/** Texts of the two pages of a dataset, as one in the languages that they are in. */
import { hasCjk, langString, localizedTextOrNull } from '../common/localized-text.js';
import type { LangString, LocalizedText } from '../common/record.js';

/**
 * A page's text with its language: a Japanese page prints English as well (names, references, units), which is not called
 * Japanese; neither is Japanese on an English page called English.
 */
export function pageString(text: string, page: 'ja' | 'en'): LangString {
  const cjk = hasCjk(text);
  if (page === 'ja') return langString(text, cjk ? 'ja' : null);
  return cjk ? langString(text) : langString(text, 'en');
}

export function oneText(text: string | null, page: 'ja' | 'en'): LocalizedText | null {
  return text === null ? null : localizedTextOrNull([pageString(text, page)]);
}

/** A field of both pages. */
export function bothTexts(ja: string | null, en: string | null): LocalizedText | null {
  return localizedTextOrNull([
    ...(ja === null ? [] : [pageString(ja, 'ja')]),
    ...(en === null ? [] : [pageString(en, 'en')]),
  ]);
}

/** Lists of both pages: entry by entry where they are as long, else each entry once. */
export function bothLists(ja: readonly string[], en: readonly string[]): LocalizedText[] {
  const texts =
    ja.length === en.length
      ? ja.map((entry, index) => bothTexts(entry, en[index] ?? null))
      : [
          ...ja.map((entry) => oneText(entry, 'ja')),
          ...en.filter((entry) => !ja.includes(entry)).map((entry) => oneText(entry, 'en')),
        ];
  return texts.flatMap((text) => text ?? []);
}
