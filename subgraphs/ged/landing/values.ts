/** Values of a landing page's fields that have a form: dates, spans, versions, addresses (fact sheet 3). All pure; what cannot be read is null. */
import { firstDay, interval, lastDay, parseDay, parseEdtf } from '../../common/edtf.js';
import { languageTag } from '../../common/vocabulary.js';

/** A date in either notation, a year or month alone too. What stands between digits of longer numbers is none. */
const DATES =
  /(?<![\d.])\d{4}(?:\s*年(?:\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?)?|[./-]\d{1,2}(?![\d])(?:[./-]\d{1,2}(?!\d))?)?(?!\d)/g;

/** The dates of a text as EDTF, in order. */
export function datesIn(printed: string): string[] {
  const text = printed.normalize('NFKC');
  return [...text.matchAll(DATES)].flatMap(([date]) => parseEdtf(date.replace(/\s+/g, '')) ?? []);
}

export interface Span {
  /** EDTF; null: none is printed. */
  readonly from: string | null;
  /** Null: open, or none is printed. */
  readonly until: string | null;
  readonly open: boolean;
}

const GOES_ON = /継続|現在|続行|実施中|ongoing|on-going|present|continu|to date|up to now/i;
const BEGINS = /開始|以降|から|より|since|from|[-–—~〜]\s*$/i;

/** `1995/01/01 - 2024/03/31`, `2009年07月21日 ～`, `From 1999 (ongoing)`. Of several spans the first day and the last. */
export function readSpan(printed: string): Span | null {
  const text = printed.normalize('NFKC').trim();
  const dates = datesIn(text);
  const [first] = dates;
  if (first === undefined) return null;
  const from = dates.reduce((least, date) => (firstDay(date) < firstDay(least) ? date : least), first);
  const open = GOES_ON.test(text) || (dates.length === 1 && BEGINS.test(text));
  if (open) return { from, until: null, open };
  const until = dates.reduce((most, date) => (lastDay(date) > lastDay(most) ? date : most), first);
  return { from, until, open };
}

/** A span as EDTF: one without an end is the date of its start (level 0 has no open ends). */
export function periodOf(span: Span | null): string | null {
  return span === null ? null : interval(span.from, span.until);
}

export interface Version {
  readonly version: string | null;
  /** YYYY-MM-DD. */
  readonly updated: string | null;
}

/** `Ver.1.2 (2024/09/06)`, `Ver.2.0(最終更新日: 2022年12月09日)`, `2.0 (2022-12-09)`, `ver.2024.1.0`. */
export function readVersion(printed: string): Version {
  const text = printed.normalize('NFKC').trim();
  const [head = ''] = text.split(/[(\n]|最終更新|last updated/i);
  const bare = /^(?:version|ver|v)?[.\s:]*(\d[\w.-]*?)[\s.,;]*$/i.exec(head.trim())?.[1] ?? null;
  // "2022-12-09" alone is the date of a version without a number.
  const version = bare !== null && parseDay(bare) === null ? bare : null;
  const behind = version === null ? text : text.slice(text.indexOf(version) + version.length);
  const updated = datesIn(behind).find((date) => date.length === 10) ?? null;
  return { version, updated };
}

/** Not from within a word: a long one would be tried from each of its letters. */
const EMAIL = /(?<![\w.+-])[\w.+-]+\s?(?:@|\(at\)|\[at\]|_at_)\s?[\w-]+(?:\.[\w-]+)+/i;

/** The first e-mail address as it is printed: `(at)` stays. */
export function emailIn(text: string): string | null {
  return EMAIL.exec(text.replace(/＠/g, '@'))?.[0] ?? null;
}

/** A provider's lines without those that say how to reach it. */
export function withoutContact(text: string): string {
  return text
    .split('\n')
    .map((line) =>
      line
        .replace(EMAIL, '')
        .replace(/(?:e-?mail|メール(?:アドレス)?|連絡先|tel|fax)\s*[:：]?\s*$/i, '')
        .trim(),
    )
    .filter((line) => line !== '' && !/^(?:e-?mail|tel|fax|url)\b/i.test(line))
    .join('\n');
}

const LANGUAGE_NAMES = new Map([
  ['英語', 'en'],
  ['日本語', 'ja'],
  ['english', 'en'],
  ['japanese', 'ja'],
]);

/** The language of the data, as a tag. Two languages are no one. */
export function readLanguage(printed: string): string | null {
  const text = printed.normalize('NFKC').trim().toLowerCase();
  return LANGUAGE_NAMES.get(text) ?? languageTag(text);
}

/** More entries than any page prints. */
const MAX_ENTRIES = 1000;

/** A list that is printed on lines. */
export function listOf(printed: string): string[] {
  const lines = printed.split('\n', MAX_ENTRIES).map((line) => line.replace(/^[\s・•*\u2022-]+/u, '').trim());
  return lines.filter((line) => line !== '');
}

/** What may separate, and is hidden while it stands within brackets. */
const HIDDEN = ',、，;；& ';
const HIDDEN_FROM = 0xe000;

/** Splits a text at a separator that does not stand within brackets. */
export function splitOutsideBrackets(text: string, separator: RegExp): string[] {
  const hide = (bracketed: string): string =>
    bracketed.replace(/[,、，;；& ]/g, (mark) => String.fromCharCode(HIDDEN_FROM + HIDDEN.indexOf(mark)));
  const show = (part: string): string =>
    part.replace(/[\ue000-\ue006]/g, (mark) => HIDDEN[mark.charCodeAt(0) - HIDDEN_FROM] ?? '');
  return text
    .replace(/[(（][^()（）]*[)）]/g, hide)
    .split(separator, MAX_ENTRIES)
    .map(show);
}

/** Short entries: formats, keywords. */
export function shortList(printed: string): string[] {
  return splitOutsideBrackets(printed, /[\n;,、，；]/)
    .map((entry) => entry.replace(/^[・•\s]+/u, '').trim())
    .filter((entry) => entry !== '');
}
