/** What all lists of the simulated Graph share: a record, what it can be found by, and how each version shows it. */

export type Version = 'v1' | 'v2' | 'v3';

/** JSON as the platform sends it. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: Json;
}

/**
 * How a parameter compares. words: all words, or the phrase, stand in the text (values come through `indexed`); exact: equal
 * to the letter; label: equal but for case; from, to: not before, not after.
 */
export type Kind = 'words' | 'exact' | 'label' | 'from' | 'to';

export interface Parameter {
  readonly name: string;
  readonly kind: Kind;
  /** The name of the values that it compares with; its own name where absent. */
  readonly field?: string;
  /** Versions that take it; all where absent. */
  readonly versions?: readonly Version[];
}

export interface Entity {
  readonly id: string;
  /** By parameter or field. */
  readonly values: Readonly<Record<string, readonly string[]>>;
  /** By field of `sortBy`. */
  readonly sort: Readonly<Record<string, string | number>>;
  show(version: Version): JsonObject;
}

export interface Resource {
  /** Path behind the version; null where the version has no such list. */
  readonly paths: Readonly<Record<Version, string | null>>;
  readonly parameters: readonly Parameter[];
  readonly sorts: readonly string[];
  /** What the refusal of a `sortBy` without a direction says of the fields. */
  readonly sortHint: string;
  /** Whether `logicalOperator=NOT` has an effect. */
  readonly notWorks: boolean;
  /** Whether version 3 takes `includeStats`. */
  readonly stats: boolean;
  readonly entities: readonly Entity[];
}

/** Parameters of one kind by their names. */
export function parameters(kind: Kind, ...names: readonly string[]): Parameter[] {
  return names.map((name) => ({ name, kind }));
}

/** The same, for some versions only. */
export function only(versions: readonly Version[], list: readonly Parameter[]): Parameter[] {
  return list.map((parameter) => ({ ...parameter, versions }));
}
