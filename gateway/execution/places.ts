import type { ResponsePath } from '@apollo/query-planner';
import { isObject, read, type JsonObject } from './json.js';

/** A path of an answer, list indices included. */
export type AnswerPath = readonly (string | number)[];

/** Visits the objects at a plan's path (nodes.@.records.@), in order; `path` is theirs, and changes as the walk goes on. */
function visit(
  value: unknown,
  plan: ResponsePath,
  depth: number,
  path: (string | number)[] | null,
  found: (object: JsonObject) => void,
): void {
  if (value === null || value === undefined) return;
  const step = plan[depth];
  if (Array.isArray(value)) {
    value.forEach((item, index) => {
      path?.push(index);
      visit(item, plan, step === '@' ? depth + 1 : depth, path, found);
      path?.pop();
    });
    return;
  }
  if (!isObject(value)) return;
  if (step === undefined) found(value);
  else if (step !== '@') {
    path?.push(step);
    visit(read(value, String(step)), plan, depth + 1, path, found);
    path?.pop();
  }
}

/** The objects at a plan's path. */
export function objectsAt(root: JsonObject, plan: ResponsePath): JsonObject[] {
  const objects: JsonObject[] = [];
  visit(root, plan, 0, null, (object) => objects.push(object));
  return objects;
}

/** The real paths of the objects at a plan's path, in the order of objectsAt. */
export function pathsAt(root: JsonObject, plan: ResponsePath): AnswerPath[] {
  const paths: AnswerPath[] = [];
  const path: (string | number)[] = [];
  visit(root, plan, 0, path, () => paths.push([...path]));
  return paths;
}
