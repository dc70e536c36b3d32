/**
 * How texts become what the index holds, and queries what is looked for. Latin and other spaced scripts by words; runs of
 * kana and han, which have no blanks, by pairs of characters.
 */

/** Dashes of every width as one; not the long vowel mark of katakana, which is a letter. */
const DASHES = /[\u2010-\u2015\u2212\u2043\ufe58\ufe63\uff0d]/g;
const QUOTES = /[\u201c-\u201f\u2033\u301d-\u301f]/g;
const ACCENTED = /[\u00c0-\u024f\u1e00-\u1eff]/g;
/** Kana, han, iteration marks and the long vowel mark. */
const CJK = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u30fc`;
const PART = String.raw`(?:(?![${CJK}])[\p{L}\p{N}\p{M}])+`;
/** A run of kana and han, or a word with its parts (jra-55, aphro_ma, chang'e). */
const RUNS = new RegExp(String.raw`(?<cjk>[${CJK}]+)|${PART}(?:[-_']${PART})*`, 'gu');
const WORD_CHARACTER = new RegExp(String.raw`(?![${CJK}])[\p{L}\p{N}\p{M}]`, 'u');

/** Longer texts than this are cut: no field of a dataset and no question is longer. */
const MAX_TEXT = 50_000;
const MAX_QUERY = 4000;
const MAX_WORDS = 64;

/** A text in the form in which texts are compared: NFKC (width), lower case, dashes, quotes, accents and blanks folded. */
export function foldText(text: string): string {
  return text
    .slice(0, MAX_TEXT)
    .normalize('NFKC')
    .toLowerCase()
    .replace(DASHES, '-')
    .replace(QUOTES, '"')
    .replace(ACCENTED, (letter) => letter.normalize('NFD').replace(/\p{M}/gu, ''))
    .replace(/\s+/g, ' ')
    .trim();
}

/** The terms under which a folded text is found. */
export function indexTerms(folded: string): string[] {
  const terms: string[] = [];
  for (const { 0: run, groups } of folded.matchAll(RUNS)) {
    if (groups?.['cjk'] !== undefined) pushCharacters(run, terms);
    else pushWord(run, terms);
  }
  return terms;
}

/** Pairs, and each character alone for questions of one character. */
function pushCharacters(run: string, terms: string[]): void {
  const characters = [...run];
  terms.push(...pairsOf(characters), ...characters);
}

function pairsOf(characters: readonly string[]): string[] {
  return characters.slice(1).map((character, at) => `${characters[at] ?? ''}${character}`);
}

/** A compound is found by its parts and in one word: jra-55 as jra, 55 and jra55. */
function pushWord(run: string, terms: string[]): void {
  const parts = run.split(/[-_']/);
  terms.push(...parts);
  if (parts.length > 1) terms.push(parts.join(''));
}

/** One thing that must occur: one of several alternatives, each with all its terms. */
export type Wanted = readonly (readonly string[])[];

export interface ParsedQuery {
  /** All must occur. */
  readonly wanted: readonly Wanted[];
  /** Folded texts that must occur as they stand. */
  readonly phrases: readonly string[];
  /** There was something, and nothing in it can be looked for (punctuation alone). */
  readonly empty: boolean;
  /** Only the beginning of the query was used. */
  readonly cut: boolean;
}

/** Reads a question; null: there is none. A quotation that is not closed is punctuation. */
export function parseQuery(query: string | null): ParsedQuery | null {
  if (query === null || query.trim() === '') return null;
  const folded = foldText(query.slice(0, MAX_QUERY));
  const phrases = [...folded.matchAll(/"([^"]*)"/g)]
    .map(([, phrase = '']) => phrase.trim())
    .filter((phrase) => indexTerms(phrase).length > 0);
  const wanted = new Map<string, Wanted>();
  for (const { 0: run, groups } of folded.matchAll(RUNS)) {
    for (const item of groups?.['cjk'] === undefined ? [wantedWord(run)] : wantedCharacters(run)) {
      wanted.set(item.join('|'), item);
    }
  }
  return {
    wanted: [...wanted.values()].slice(0, MAX_WORDS),
    phrases: phrases.slice(0, MAX_WORDS),
    empty: wanted.size === 0,
    cut: query.length > MAX_QUERY || wanted.size > MAX_WORDS,
  };
}

function wantedWord(run: string): Wanted {
  const parts = run.split(/[-_']/);
  return parts.length > 1 ? [parts, [parts.join('')]] : [parts];
}

function wantedCharacters(run: string): Wanted[] {
  const characters = [...run];
  return (characters.length === 1 ? characters : pairsOf(characters)).map((term) => [[term]]);
}

/** Whether a folded phrase stands in a folded text; at its ends a word is a whole word ("ice" is not in rice). */
export function hasPhrase(text: string, phrase: string): boolean {
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
    const end = at + phrase.length;
    if (!splitsWord(text, at) && !splitsWord(text, end)) return true;
  }
  return false;
}

function splitsWord(text: string, at: number): boolean {
  return at > 0 && at < text.length && WORD_CHARACTER.test(text[at - 1] ?? '') && WORD_CHARACTER.test(text[at] ?? '');
}
