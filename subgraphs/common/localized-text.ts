import type { LangString, LocalizedText } from './record.js';

/** Hiragana or katakana (half-width forms included): only Japanese is written with them. */
const KANA = /[\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fd-\u30ff\uff66-\uff9f]/u;
const CJK = /[\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9f]|[\u{20000}-\u{3134f}]/u;

export const NO_TEXT: LocalizedText = { values: [] };

export function hasKana(text: string): boolean {
  return KANA.test(text);
}

/** Han characters or kana. Han alone may be Chinese: it says that a text is not English, not that it is Japanese. */
export function hasCjk(text: string): boolean {
  return CJK.test(text);
}

/** One text with the source's tag. Untagged: `ja` when its script says so (kana), otherwise no language is made up. */
export function langString(value: string, tag?: string | null): LangString {
  const lang = tag?.trim();
  if (lang) return { value, lang };
  return { value, lang: hasKana(value) ? 'ja' : null };
}

/**
 * Collects texts in the source's order: trimmed, NFC, blank ones dropped, each (value, lang) pair once; an untagged
 * repeat of a tagged text says nothing new and is dropped too.
 */
export function localizedText(strings: Iterable<LangString>): LocalizedText {
  const values: LangString[] = [];
  for (const { value, lang } of strings) {
    const text = value.normalize('NFC').trim();
    if (text === '') continue;
    if (values.some((known) => known.value === text && (known.lang === lang || lang === null))) continue;
    const untagged = values.findIndex((known) => known.value === text && known.lang === null);
    if (untagged >= 0) values[untagged] = { value: text, lang };
    else values.push({ value: text, lang });
  }
  return values.length === 0 ? NO_TEXT : { values };
}

/** As localizedText, but null where there is no text: for nullable fields. */
export function localizedTextOrNull(strings: Iterable<LangString>): LocalizedText | null {
  const text = localizedText(strings);
  return text.values.length === 0 ? null : text;
}

/** One untagged text. */
export function plainText(value: string, tag?: string | null): LocalizedText {
  return localizedText([langString(value, tag)]);
}

function primary(tag: string): string {
  return tag.split('-')[0]?.toLowerCase() ?? '';
}

/** Whether a source's tag answers for the language asked for: en-US counts as en; a reading (ja-Kana) or romanisation (ja-Latn) never as ja. */
export function tagMatches(tag: string | null, wanted: string): boolean {
  if (tag === null) return false;
  const has = tag.toLowerCase();
  const asked = wanted.toLowerCase();
  if (has === asked) return true;
  if (asked.includes('-')) return false;
  return primary(tag) === asked && !/-(kana|latn|hrkt|hira)\b/i.test(tag);
}

/** The first text in the language asked for, or null. */
export function textIn(text: LocalizedText, wanted: string): string | null {
  return text.values.find(({ lang }) => tagMatches(lang, wanted))?.value ?? null;
}

/**
 * The best text for the reader: the first of the languages that exists (an en-US that no text has is then asked for as
 * en), else any that is not a reading, else any; empty where there is none.
 */
export function bestText(text: LocalizedText, languages: readonly string[] = ['ja', 'en']): string {
  for (const language of [...languages, ...languages.map(primary)]) {
    const found = textIn(text, language);
    if (found !== null) return found;
  }
  const plain = text.values.find(({ lang }) => lang === null || !/-(kana|latn|hrkt|hira)\b/i.test(lang));
  return (plain ?? text.values[0])?.value ?? '';
}
