import type { Field } from './types.js';

/**
 * One line of studies within a topic. `{v}` stands for the variant (a place, a material, a group), `{n}` for a number that
 * differs from work to work. Titles and findings are written by hand in both languages and mean the same.
 */
export interface Study {
  readonly ja: string;
  readonly en: string;
  readonly findingJa: string;
  readonly findingEn: string;
}

/** A topic: five lines of studies (two of articles, data, one more of articles, monographs) over four variants. */
export interface Topic {
  readonly key: string;
  readonly field: Field;
  readonly people: readonly string[];
  readonly awards: readonly string[];
  /** `@key` is a place; otherwise ja/en. */
  readonly variants: readonly [string, string, string, string];
  /** ja/en pairs. */
  readonly keywords: readonly string[];
  readonly backgroundJa: string;
  readonly backgroundEn: string;
  readonly studies: readonly [Study, Study, Study, Study, Study];
}

/** A study from its four texts. */
export function study(ja: string, en: string, findingJa: string, findingEn: string): Study {
  return { ja, en, findingJa, findingEn };
}
