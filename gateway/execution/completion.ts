import { GraphQLError } from 'graphql';
import { put, read, type JsonObject } from './json.js';
import type { AnswerPath } from './places.js';

/** In place of a value: it is null, and an error has told why. */
export const FAILED = Symbol('failed');
/** In place of a value: the object or list that holds it cannot be without it. */
export const BUBBLES = Symbol('bubbles');

/** One completion of an answer: what it finds, and where it is. */
export interface Completion {
  readonly errors: GraphQLError[];
  readonly path: (string | number)[];
  /** Answers `__schema` or `__type`. */
  readonly introspect: (field: string) => unknown;
}

/** How values of a type become values of the answer: FAILED and BUBBLES among them. */
export interface Completer {
  /** @param value never undefined */
  complete(value: unknown, completion: Completion): unknown;
}

/** An error of completion, as @apollo/gateway tells it: in extensions.valueCompletion, where nothing else failed. */
function told(completion: Completion, message: string): void {
  const path: AnswerPath = [...completion.path];
  completion.errors.push(new GraphQLError(message, { path, extensions: { code: 'INVALID_GRAPHQL' } }));
}

/** What an error calls the place where completion is. */
function placeOf({ path }: Completion, type: string, parent: string): string {
  const last = path.at(-1);
  return typeof last === 'string'
    ? `field ${parent}.${last}`
    : `array element of type ${type} at index ${String(last)}`;
}

/** Scalars and enums. */
export class LeafCompleter implements Completer {
  constructor(
    private readonly check: (value: unknown) => boolean,
    private readonly type: string,
    private readonly parent: string,
  ) {}

  complete(value: unknown, completion: Completion): unknown {
    if (value === null || this.check(value)) return value;
    told(completion, `Invalid value found for ${placeOf(completion, this.type, this.parent)}.`);
    return FAILED;
  }
}

export class NonNullCompleter implements Completer {
  constructor(
    private readonly of: Completer,
    private readonly type: string,
    private readonly parent: string,
  ) {}

  complete(value: unknown, completion: Completion): unknown {
    const completed = this.of.complete(value, completion);
    if (completed === FAILED) return BUBBLES;
    if (completed !== null) return completed;
    told(completion, `Cannot return null for non-nullable ${placeOf(completion, this.type, this.parent)}.`);
    return BUBBLES;
  }
}

export class ListCompleter implements Completer {
  constructor(
    private readonly of: Completer,
    private readonly type: string,
  ) {}

  complete(value: unknown, completion: Completion): unknown {
    if (value === null) return null;
    if (!Array.isArray(value)) throw new TypeError(`A subgraph gave no list for ${this.type}.`);
    const { path } = completion;
    let failed = false;
    const { length } = value;
    const list = new Array<unknown>(length);
    for (let index = 0; index < length; index += 1) {
      path.push(index);
      const completed = this.of.complete(value[index] ?? null, completion);
      path.pop();
      if (completed === BUBBLES) failed = true;
      else list[index] = completed === FAILED ? null : completed;
    }
    return failed ? FAILED : list;
  }
}

/** A field of an object, ready to be filled. */
export interface CompletedField {
  readonly responseName: string;
  /** Its name in what was fetched. */
  readonly source: string;
  /** Names that every JavaScript object knows have to be asked for as an object's own. */
  readonly plain: boolean;
  readonly fill:
    | { readonly kind: 'value'; readonly completer: Completer }
    | { readonly kind: 'typename'; typeOf(value: unknown): string | null }
    | { readonly kind: 'introspection' };
}

/** The fields of objects of one type. */
export type FieldsOf = (typename: string | undefined) => readonly CompletedField[] | null;

export class ObjectCompleter implements Completer {
  constructor(
    private readonly fieldsOf: FieldsOf,
    private readonly type: string,
    private readonly parent: string,
  ) {}

  complete(value: unknown, completion: Completion): unknown {
    if (value === null) return null;
    if (typeof value !== 'object') throw new TypeError(`A subgraph gave no object for ${this.type}.`);
    const source = value as JsonObject;
    const typename = source['__typename'];
    const fields = this.fieldsOf(typeof typename === 'string' && typename !== '' ? typename : undefined);
    if (fields === null) {
      told(completion, `Invalid __typename found for object at ${placeOf(completion, this.type, this.parent)}.`);
      return FAILED;
    }
    return completeFields(source, fields, completion);
  }
}

/** @returns FAILED where a field that cannot be null is */
export function completeFields(
  fetched: Readonly<JsonObject>,
  fields: readonly CompletedField[],
  completion: Completion,
): JsonObject | typeof FAILED {
  const { path } = completion;
  const result: JsonObject = {};
  for (const { responseName, source, plain, fill } of fields) {
    const given = (plain ? fetched[source] : read(fetched, source)) ?? null;
    let completed: unknown;
    if (fill.kind === 'value') {
      path.push(responseName);
      completed = fill.completer.complete(given, completion);
      path.pop();
      if (completed === BUBBLES) return FAILED;
      if (completed === FAILED) completed = null;
    } else if (fill.kind === 'typename') {
      completed = fill.typeOf(given ?? fetched['__typename']);
      if (completed === null) return FAILED;
    } else completed = completion.introspect(responseName);
    if (plain) result[responseName] = completed;
    else put(result, responseName, completed);
  }
  return result;
}
