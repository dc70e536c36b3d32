import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import { isObject, put, read, type JsonObject } from './json.js';
import { mergeInto } from './merge.js';
import type { TypeConditions } from './type-conditions.js';

function selectValue(
  conditions: TypeConditions,
  value: unknown,
  selections: readonly QueryPlanSelectionNode[],
): unknown {
  if (Array.isArray(value)) return value.map((item): unknown => selectValue(conditions, item, selections));
  return isObject(value) ? select(conditions, value, selections) : null;
}

/** The selected part of an object; null where a field that is selected was never fetched. */
function select(
  conditions: TypeConditions,
  source: Readonly<JsonObject>,
  selections: readonly QueryPlanSelectionNode[],
): JsonObject | null {
  const result: JsonObject = {};
  for (const selection of selections) {
    if (selection.kind === 'Field') {
      const name = selection.alias ?? selection.name;
      const value = read(source, name);
      if (value === undefined) return null;
      put(
        result,
        name,
        selection.selections === undefined ? value : selectValue(conditions, value, selection.selections),
      );
      continue;
    }
    const typename = source['__typename'];
    const { typeCondition } = selection;
    if (typeCondition === undefined || typeof typename !== 'string') continue;
    if (!conditions.holds(typeCondition, typename)) continue;
    const part = select(conditions, source, selection.selections);
    if (part !== null) mergeInto(result, part);
  }
  return result;
}

/** What a fetch hands to its subgraph of an entity: `__typename`, key and required fields. Null: there is not enough of it to be asked for. */
export function representationOf(
  conditions: TypeConditions,
  entity: Readonly<JsonObject>,
  requires: readonly QueryPlanSelectionNode[],
): JsonObject | null {
  const representation = select(conditions, entity, requires);
  return representation !== null && typeof representation['__typename'] === 'string' ? representation : null;
}
