import { isObject, put, read, type JsonObject } from './json.js';

/** Merges lists of equal length element by element; others replace. */
function mergeLists(target: unknown[], source: readonly unknown[]): void {
  source.forEach((value, index) => {
    const held = target[index];
    if (isObject(held) && isObject(value)) mergeInto(held, value);
    else if (Array.isArray(held) && Array.isArray(value) && held.length === value.length) mergeLists(held, value);
    else target[index] = value;
  });
}

/**
 * Merges what a fetch gave into an object of the answer, in place: objects field by field, lists of equal length element by
 * element, all else replaces what was there.
 */
export function mergeInto(target: JsonObject, source: Readonly<JsonObject>): void {
  for (const name of Object.keys(source)) {
    const value = source[name];
    if (value === undefined) continue;
    const held = read(target, name);
    if (isObject(held) && isObject(value)) mergeInto(held, value);
    else if (Array.isArray(held) && Array.isArray(value) && held.length === value.length) mergeLists(held, value);
    else put(target, name, value);
  }
}
