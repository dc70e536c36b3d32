import type { FormatWork, ReadingLanguage } from '../work.js';
import { apa } from './apa.js';
import { chicago } from './chicago.js';
import { ieee } from './ieee.js';
import { mla } from './mla.js';
import { referenceOf, type Reference } from './parts.js';
import { sist02 } from './sist02.js';
import { vancouver } from './vancouver.js';

/** The styles, by the names that `Work.citation` takes. */
const STYLES: Readonly<Record<string, (work: Reference) => string>> = { apa, mla, chicago, vancouver, ieee, sist02 };

export const CITATION_STYLES: readonly string[] = Object.keys(STYLES);

/**
 * A formatted reference in plain text; null for a style that is not known. Texts that a source does not have in the
 * language are those that it has; words of the style's own ("n.d.", "Data set") are in the language asked for.
 */
export function citation(work: FormatWork, style: string, language: ReadingLanguage): string | null {
  const name = style.trim().toLowerCase();
  return Object.hasOwn(STYLES, name) ? (STYLES[name]?.(referenceOf(work, language)) ?? null) : null;
}
