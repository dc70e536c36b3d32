import { hasCjk, hasKana, langString, localizedText, localizedTextOrNull } from '../common/localized-text.js';
import type { LangString, LocalizedText } from '../common/record.js';
import { cleanLine, cleanText } from '../common/text.js';
import type { TaggedText } from './shapes.js';

export type AnswerLanguage = 'ja' | 'en' | null;

/** How a text without a tag of its own gets its language. */
export type Tagger = (value: string) => string | null;

/**
 * The language of a text in a search answer. The answer is in one language, but texts fall back silently to the other (fact
 * sheet 4.3), so the script decides as far as it can: in a Japanese answer Han or kana is Japanese and Latin may be
 * anything; in an English one Latin is English, kana Japanese, and Han alone may be Japanese or Chinese.
 */
export function answerTagger(language: AnswerLanguage): Tagger {
  return (value) => {
    if (language === null) return langString(value).lang;
    if (language === 'ja') return hasCjk(value) ? 'ja' : null;
    if (hasKana(value)) return 'ja';
    return hasCjk(value) ? null : 'en';
  };
}

/** A reading: katakana (with the Latin words and signs that stand between), as NACSIS-CAT writes it after `||`. */
const READING = /^(?=.*[\u30a1-\u30fa])[\u30a0-\u30ff\uff66-\uff9f\p{Script=Latin}\d\s.,:;'()\-・]+$/u;
/** Words of a language written in Latin letters: an equation's right side (x = 5) has none. */
const LATIN_WORDS = /\p{Script=Latin}{3,}.*\s.*\p{Script=Latin}{3,}/u;

/**
 * One printed title as the titles in it. Two things that catalogues write into one string are told apart, and only where
 * they are unmistakable (fact sheet 10.8): a reading after `||` at the end (katakana), and, in books, a parallel title
 * `日本語 = English` with exactly one ` = `, Han or kana on one side and Latin words alone on the other. Everything else
 * (two Latin titles, an equation) stays as printed.
 */
export function printedTitle(printed: string, lang: string | null, tagger: Tagger, isBook: boolean): LangString[] {
  const line = cleanLine(printed);
  const [title = '', reading, ...more] = line.split('||').map((part) => part.trim());
  if (title !== '' && reading !== undefined && more.length === 0 && READING.test(reading)) {
    return [...printedTitle(title, lang, tagger, isBook), { value: reading, lang: 'ja-Kana' }];
  }
  const parts = isBook ? line.split(' = ').map((part) => part.trim()) : [];
  const [left = '', right = ''] = parts;
  const [native, foreign] = hasCjk(left) ? [left, right] : [right, left];
  if (parts.length === 2 && hasCjk(native) && !hasCjk(foreign) && LATIN_WORDS.test(foreign)) {
    const tag = (part: string): string | null =>
      part === native ? (lang ?? tagger(part)) : lang === null ? tagger(part) : null;
    return [left, right].map((part) => ({ value: part, lang: tag(part) }));
  }
  return [{ value: line, lang: lang ?? tagger(line) }];
}

/** Texts on one line each, with the source's tags; untagged ones are Japanese only where kana say so. */
export function lines(texts: readonly TaggedText[]): LangString[] {
  return texts.map(({ value, lang }) => langString(cleanLine(value), lang));
}

export function linesText(texts: readonly TaggedText[]): LocalizedText {
  return localizedText(lines(texts));
}

export function linesTextOrNull(texts: readonly TaggedText[]): LocalizedText | null {
  return localizedTextOrNull(lines(texts));
}

/** Longer texts: line breaks stay. */
export function paragraphs(texts: readonly TaggedText[]): LangString[] {
  return texts.map(({ value, lang }) => langString(cleanText(value), lang));
}

/** The first text of each language: a journal's document lists every name that it ever had, in no order of preference (fact sheet 6.4). */
export function firstOfEach(texts: readonly TaggedText[]): LocalizedText | null {
  const first = new Map<string | null, LangString>();
  for (const text of lines(texts)) if (text.value !== '' && !first.has(text.lang)) first.set(text.lang, text);
  return localizedTextOrNull(first.values());
}

/** Whether an abstract may be passed on: yes without a flag or with one that says so, no with any other (fact sheet 4.2, 6.3, 8.6). */
export function mayPassOn(abstractLicenseFlag: string | undefined): boolean {
  return abstractLicenseFlag === undefined || /^(?:|allow|1|true)$/i.test(abstractLicenseFlag.trim());
}
