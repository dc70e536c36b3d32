/** What a document may be at most, before anything is done for it (settings MAX_…). */
export interface DocumentLimits {
  readonly tokens: number;
  /** Nested fields, introspection apart: graphql-js has its own bound for that. */
  readonly depth: number;
  /** As often as they are written, fragments spread. */
  readonly aliases: number;
  /** Together; on one element there may be MAX_DIRECTIVES_HERE. */
  readonly directives: number;
  /** Fields with fragments spread: short fragments that spread each other grow without end. */
  readonly fields: number;
}

/** What a request may be at most. */
export interface Limits extends DocumentLimits {
  readonly bodyBytes: number;
  /** By cost.ts. */
  readonly cost: number;
}

/** How deep brackets nest at most, those of arguments and of introspection included: the parser takes them one within the other. */
export const MAX_BRACKETS = 100;
/** Directives on one field, fragment or operation: two are of use. */
export const MAX_DIRECTIVES_HERE = 5;
/** The same field in one selection: once is of use, fragments may say it again. */
export const MAX_REPEATS = 10;
/** Values of one list among the variables; the API's longest list is of 100 ids. */
export const MAX_LIST = 1000;
/** How deep variables nest at most; the API's inputs do to 4. */
export const MAX_VARIABLE_DEPTH = 20;
