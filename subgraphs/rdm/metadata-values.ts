/**
 * Values of registered metadata, read by shape: both generations of the registration schema say version 3 (metadata sheet 2), and the
 * same question holds a text, null, a list, an object or a JSON string (metadata sheet 6).
 */
import { localizedText, localizedTextOrNull } from '../common/localized-text.js';
import type { LocalizedText } from '../common/record.js';
import { cleanText } from '../common/text.js';
import { isObject } from './json.js';

/** Answers by question (qid). */
export type Values = ReadonlyMap<string, unknown>;

/** Answers from a flat object or from one with `{value, extra, comments}` for each. */
export function valuesOf(answers: unknown): Values {
  if (!isObject(answers)) return new Map();
  return new Map(
    Object.entries(answers).map(([qid, answer]) => [
      qid,
      isObject(answer) && 'value' in answer ? answer['value'] : answer,
    ]),
  );
}

/** A value as a text; null where it is none or blank. */
export function textOf(value: unknown): string | null {
  // Repository links came as an object once (fact sheet 13).
  if (isObject(value)) return textOf(value['absolute_url']);
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
  if (typeof value !== 'string') return null;
  const text = cleanText(value);
  return text === '' ? null : text;
}

/** A list, also one that is written as a JSON string. */
export function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (typeof value !== 'string' || !value.trim().startsWith('[')) return [];
  try {
    const read: unknown = JSON.parse(value);
    return Array.isArray(read) ? read : [];
  } catch {
    return [];
  }
}

/** The answer to a question of a file; other schemas ask the same of the whole dataset, without the prefix (metadata sheet 8). */
export function answerTo(values: Values, key: string): unknown {
  return values.get(`grdm-file:${key}`) ?? values.get(key);
}

/** One answer as a text. */
export function oneText(values: Values, key: string): string | null {
  return textOf(answerTo(values, key));
}

/** Whether an entry of a list of choices is a heading, which is never a value (metadata sheet 4.4). */
export function isHeading(code: string): boolean {
  return code.startsWith('group:');
}

/** A choice's code; null for a heading. Other schemas store 日本語|code (metadata sheet 8). */
export function codeIn(values: Values, key: string): string | null {
  const text = oneText(values, key);
  const code = text === null ? null : (text.split('|').at(-1)?.trim() ?? null);
  return code === null || isHeading(code) ? null : code;
}

/** What is asked in Japanese and in English, in one text. */
export function bilingual(values: Values, key: string): LocalizedText | null {
  return localizedTextOrNull([
    ...['ja', 'en'].flatMap((lang) => {
      const value = oneText(values, `${key}-${lang}`);
      return value === null ? [] : [{ value, lang }];
    }),
  ]);
}

/** A person's name in one language; the parts where the source separates them. */
interface NameIn {
  readonly full: string;
  readonly family: string | null;
  readonly given: string | null;
}

type Language = 'ja' | 'en';

function joined(...parts: readonly (string | null)[]): string | null {
  const text = parts.filter((part) => part !== null).join(' ');
  return text === '' ? null : text;
}

/** As GakuNin RDM shows a name (its schema's display_template): 姓 名 in Japanese, "Last, First Middle" in English. */
function nameOfParts(last: string | null, middle: string | null, first: string | null, lang: Language): NameIn | null {
  const given = lang === 'ja' ? joined(middle, first) : joined(first, middle);
  if (last === null && given === null) return null;
  const full =
    last === null || given === null ? (last ?? given ?? '') : lang === 'ja' ? `${last} ${given}` : `${last}, ${given}`;
  return { full, family: last, given };
}

/** A name as an object of parts, or as a text. */
export function nameIn(value: unknown, lang: Language): NameIn | null {
  if (isObject(value)) {
    return nameOfParts(textOf(value['last']), textOf(value['middle']), textOf(value['first']), lang);
  }
  const full = textOf(value);
  return full === null ? null : { full, family: null, given: null };
}

/** A person of a list (creators, authors) in any of its forms: name_ja, name-ja, name-ja{last…}, name-ja-last. */
function nameOfEntry(entry: Readonly<Record<string, unknown>>, lang: Language): NameIn | null {
  const part = (name: string): string | null => textOf(entry[`name-${lang}-${name}`]);
  return (
    nameIn(entry[`name-${lang}`], lang) ??
    nameIn(entry[`name_${lang}`], lang) ??
    nameOfParts(part('last'), part('middle'), part('first'), lang)
  );
}

/** A person as registered. */
export interface RegisteredPerson {
  readonly name: LocalizedText;
  readonly family: LocalizedText | null;
  readonly given: LocalizedText | null;
  /** Of e-Rad, as printed. */
  readonly number: string | null;
  readonly affiliation: LocalizedText | null;
}

/** A person from the names in each language. */
export function personOf(
  names: Readonly<Record<Language, NameIn | null>>,
  number: string | null,
  affiliation: LocalizedText | null,
): RegisteredPerson | null {
  const inBoth = (part: (name: NameIn) => string | null) =>
    (['ja', 'en'] as const).flatMap((lang) => {
      const name = names[lang];
      const value = name === null ? null : part(name);
      return value === null ? [] : [{ value, lang }];
    });
  const name = localizedText(inBoth(({ full }) => full));
  if (name.values.length === 0 && number === null) return null;
  return {
    name,
    family: localizedTextOrNull(inBoth(({ family }) => family)),
    given: localizedTextOrNull(inBoth(({ given }) => given)),
    number,
    affiliation,
  };
}

/** The people of a list. */
export function peopleIn(values: Values, key: string): readonly RegisteredPerson[] {
  return listOf(answerTo(values, key)).flatMap((entry) => {
    if (!isObject(entry)) return [];
    const affiliation = bilingual(valuesOf(entry), 'affiliation-name');
    const names = { ja: nameOfEntry(entry, 'ja'), en: nameOfEntry(entry, 'en') };
    const person = personOf(names, textOf(entry['number']), affiliation);
    return person === null ? [] : [person];
  });
}
