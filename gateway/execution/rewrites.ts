import type { FetchDataRewrite } from '@apollo/query-planner';
import { isObject, put, read, type JsonObject } from './json.js';
import type { TypeConditions } from './type-conditions.js';

const FRAGMENT = '... on ';

function apply(rewrite: FetchDataRewrite, name: string, object: JsonObject): void {
  if (rewrite.kind === 'ValueSetter') {
    put(object, name, rewrite.setValueTo as unknown);
    return;
  }
  const value = read(object, name);
  if (value === undefined) return;
  put(object, rewrite.renameKeyTo, value);
  put(object, name, undefined);
}

function walk(conditions: TypeConditions, rewrite: FetchDataRewrite, depth: number, value: unknown): void {
  if (Array.isArray(value)) {
    for (const item of value as unknown[]) walk(conditions, rewrite, depth, item);
    return;
  }
  if (!isObject(value)) return;
  const step = rewrite.path[depth];
  if (step === undefined) return;
  if (step.startsWith(FRAGMENT)) {
    const typename = value['__typename'];
    // An object that does not say what it is was asked for as what the path names.
    if (typeof typename !== 'string' || conditions.holds(step.slice(FRAGMENT.length), typename))
      walk(conditions, rewrite, depth + 1, value);
  } else if (depth === rewrite.path.length - 1) apply(rewrite, step, value);
  else walk(conditions, rewrite, depth + 1, read(value, step));
}

/** Applies a fetch's rewrites in place: names of @interfaceObject types set, and fields renamed that two fetches' types share. */
export function rewriteInto(
  conditions: TypeConditions,
  rewrites: readonly FetchDataRewrite[] | undefined,
  value: unknown,
): void {
  for (const rewrite of rewrites ?? []) walk(conditions, rewrite, 0, value);
}
