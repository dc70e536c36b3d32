import type { Capabilities } from '../common/connector.js';
import { hasCjk } from '../common/localized-text.js';

/** So few hits that a hint may help. */
const LITTLE = 5;

/** Whether a text has letters, and all of them Latin ones. */
function isLatin(text: string): boolean {
  return /\p{Script=Latin}/u.test(text) && !/[^\p{Script=Latin}\P{L}]/u.test(text);
}

/** The words of a query between which a platform reads AND; none where the query says itself how it is to be read. */
function plainWords(query: string): string[] {
  return /(?:^|\s)(?:OR|NOT|AND)(?:\s|$)|["()]/.test(query) ? [] : query.split(/\s+/);
}

/**
 * What may explain that a platform found nothing or little, in words a user can act on; null: nothing. It costs no request:
 * that fewer words or another script would find more is likely, not known.
 */
export function hintFor(
  query: string | null,
  total: number | null,
  { metadataLanguage, everyWord }: Capabilities,
): string | null {
  if (query === null || total === null) return null;
  const hints: string[] = [];
  const words = plainWords(query).length;
  if (total === 0 && everyWord === true && words > 1) {
    hints.push(`It finds only what has all ${String(words)} words of the query: fewer words may find more.`);
  }
  if (total < LITTLE && metadataLanguage === 'ja' && isLatin(query)) {
    hints.push('Most of its metadata are in Japanese: Japanese words may find more.');
  }
  if (total < LITTLE && metadataLanguage === 'en' && hasCjk(query)) {
    hints.push('Most of its metadata are in English: English words may find more.');
  }
  return hints.length === 0 ? null : hints.join(' ');
}
