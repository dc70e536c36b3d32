import { isEnumType, Kind, type GraphQLSchema, type OperationDefinitionNode, type TypeNode } from 'graphql';
import { LRUCache } from 'lru-cache';

export type Variables = Readonly<Record<string, unknown>>;

/** Costs of one operation that are kept: of pages of different sizes, a few. */
const MAX_KEPT = 20;
/** Letters of the values that a cost is kept by; longer ones are seldom seen again. */
const MAX_LETTERS = 1000;

/** Whether a variable of a type can change a cost: by a size, a condition, a dimension of a report, or by how many there are. */
function decides(type: TypeNode, schema: GraphQLSchema): boolean {
  if (type.kind === Kind.NON_NULL_TYPE) return decides(type.type, schema);
  if (type.kind === Kind.LIST_TYPE) return true;
  const { value: name } = type.name;
  return name === 'Int' || name === 'Boolean' || isEnumType(schema.getType(name));
}

/** What one operation costs, by the values of the variables that decide about it. */
export class KnownCosts {
  private readonly names: readonly string[];
  private readonly costs = new LRUCache<string, number>({ max: MAX_KEPT });

  constructor({ variableDefinitions = [] }: OperationDefinitionNode, schema: GraphQLSchema) {
    this.names = variableDefinitions
      .filter(({ type }) => decides(type, schema))
      .map(({ variable }) => variable.name.value);
  }

  of(variables: Variables, estimate: () => number): number {
    // One that is not there has its default, one that is null has none.
    const values = this.names.map((name) => (Object.hasOwn(variables, name) ? [variables[name]] : []));
    const key = values.length === 0 ? '' : JSON.stringify(values);
    if (key.length > MAX_LETTERS) return estimate();
    let cost = this.costs.get(key);
    if (cost === undefined) this.costs.set(key, (cost = estimate()));
    return cost;
  }
}
