/**
 * The common metadata elements for publicly funded research data (メタデータの共通項目): what is filled, what is missing, what is
 * wrong. Platform-neutral: whoever has the values builds the model here.
 */
import { ELEMENTS, type ElementRule, type Stated } from './common-metadata-elements.js';
import type { Term, Vocabulary } from './common-metadata-vocabulary.js';
import { localizedText } from './localized-text.js';
import type { FieldSource, Identifier, LocalizedText } from './record.js';

/** One element as the API gives it. */
export interface CommonMetadataElement {
  readonly key: string;
  readonly name: LocalizedText;
  /** Required and applicable, given what the others state. */
  readonly required: boolean;
  /** Texts; of a coded element the labels of its codes. */
  readonly values: readonly LocalizedText[];
  readonly codes: readonly string[];
  /** What the codes are known as elsewhere, of those that are. */
  readonly identifiers: readonly Identifier[];
  readonly source: FieldSource | null;
  /** False where `problem` says what is wrong; nothing is known against a value that could not be checked, or against none. */
  readonly valid: boolean;
  readonly problem: string | null;
}

export interface CommonMetadata {
  readonly elements: readonly CommonMetadataElement[];
  /** Share of the required and applicable elements that have a value, 0 to 1. */
  readonly completeness: number;
  /** Keys of required, applicable elements without a value. */
  readonly missing: readonly string[];
}

/** What a source states of one element. */
export interface StatedElement {
  /** Texts as printed; of a coded element its codes. */
  readonly values: readonly LocalizedText[];
  readonly source: FieldSource | null;
}

/** What a source states of all elements. */
export interface StatedMetadata {
  /** By the elements' keys. */
  readonly given: ReadonlyMap<string, StatedElement>;
  /** Keys of values that the source has and that the caller must not see. */
  readonly withheld: ReadonlySet<string>;
}

/** The labels of a code in a vocabulary; null: it is none of its codes. */
export function labelsOf(vocabulary: Vocabulary, code: string): LocalizedText | null {
  const term: Term | undefined = vocabulary.get(code);
  if (term === undefined) return null;
  const labels = [
    { value: term.ja ?? '', lang: 'ja' },
    { value: term.en ?? '', lang: 'en' },
  ];
  return localizedText(labels);
}

/** The printed code of a coded value: choices of other schemas are stored as 日本語|code. */
export function codeOf(text: LocalizedText): string {
  return text.values[0]?.value.split('|').at(-1)?.trim() ?? '';
}

function statedOf(given: ReadonlyMap<string, StatedElement>, withheld: ReadonlySet<string>): Stated {
  return {
    code: (key) => {
      const [first] = given.get(key)?.values ?? [];
      return first === undefined ? null : codeOf(first);
    },
    has: (key) => withheld.has(key) || (given.get(key)?.values.length ?? 0) > 0,
  };
}

/** The fault of an element's values, in words that say what would be right. */
function problemOf(rule: ElementRule, values: readonly LocalizedText[], stated: Stated): string | null {
  const { vocabulary, form, freeText } = rule;
  if (vocabulary !== undefined && freeText !== true) {
    if (values.some((value) => !vocabulary.has(codeOf(value)))) return 'holds a code that is none of the vocabulary';
  }
  if (form !== undefined && values.some(({ values: texts }) => texts.some(({ value }) => !form.test(value)))) {
    return `is not ${form.words}`;
  }
  return rule.fault?.(stated) ?? null;
}

function elementOf(rule: ElementRule, given: StatedElement | undefined, stated: Stated): CommonMetadataElement {
  const values = given?.values ?? [];
  const { vocabulary } = rule;
  // An own text in place of a code is no code; a code that the vocabulary lacks is shown as what it was meant to be.
  const codes =
    vocabulary === undefined ? [] : values.map(codeOf).filter((code) => rule.freeText !== true || vocabulary.has(code));
  const problem = values.length === 0 ? null : problemOf(rule, values, stated);
  return {
    key: rule.key,
    name: localizedText([
      { value: rule.ja, lang: 'ja' },
      { value: rule.en, lang: 'en' },
    ]),
    required: rule.required?.(stated) ?? false,
    values: vocabulary === undefined ? values : values.map((value) => labelsOf(vocabulary, codeOf(value)) ?? value),
    codes,
    identifiers: codes.flatMap((code) => vocabulary?.get(code)?.identifier ?? []),
    source: given?.source ?? null,
    valid: problem === null,
    problem,
  };
}

/** What stands in place of a value that the source has and that is not for this caller. */
const WITHHELD = 'is given only to a caller with a token of the platform';

/**
 * The elements from what a source states of them, by key. A work is a dataset unless its file-type says that it is a
 * manuscript; elements of the other kind are there only where they have a value, and are never required.
 * @param withheld keys of values that the source has and that the caller must not see: neither shown nor missing.
 */
export function commonMetadata(
  given: ReadonlyMap<string, StatedElement>,
  withheld: ReadonlySet<string> = new Set(),
): CommonMetadata {
  const stated = statedOf(given, withheld);
  const kind = stated.code('file-type') === 'manuscript' ? 'manuscript' : 'dataset';
  const elements = ELEMENTS.flatMap((rule): CommonMetadataElement[] => {
    const applies = rule.of === 'both' || rule.of === kind;
    if (!applies && !stated.has(rule.key)) return [];
    const element = elementOf(rule, given.get(rule.key), stated);
    if (withheld.has(rule.key)) return [{ ...element, required: false, problem: WITHHELD }];
    return [applies ? element : { ...element, required: false }];
  });
  const required = elements.filter((element) => element.required);
  const missing = required.filter(({ values }) => values.length === 0).map(({ key }) => key);
  return {
    elements,
    completeness: required.length === 0 ? 1 : (required.length - missing.length) / required.length,
    missing,
  };
}
