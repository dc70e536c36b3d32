/** What a document may be at most, before anything is done for it (settings MAX_…). */
export interface DocumentLimits {
  readonly tokens: number;
  /** Nested fields, introspection apart: graphql-js has its own bound for that. */
  readonly depth: number;
  /** As often as they are written, fragments spread. */
  readonly aliases: number;
  /** Together. */
  readonly directives: number;
  /** On one field, fragment or operation: two are of use. */
  readonly directivesHere: number;
  /** The same field, or the same fragment, in one selection: once is of use, generated documents may say it again. */
  readonly repeats: number;
  /** Fields with fragments spread: short fragments that spread each other grow without end. */
  readonly fields: number;
  /** Values of one list, in the document or among the variables; the API's longest list is of 100 ids. */
  readonly list: number;
}

/** What a request may be at most. */
export interface Limits extends DocumentLimits {
  readonly bodyBytes: number;
  /** By cost.ts. */
  readonly cost: number;
}

/** How deep brackets nest at most, those of arguments and of introspection included: the parser takes them one within the other. */
export const MAX_BRACKETS = 100;
/** How deep variables nest at most; the API's inputs do to 4. */
export const MAX_VARIABLE_DEPTH = 20;
