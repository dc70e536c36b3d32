import {
  GraphQLBoolean,
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  GraphQLString,
  isEnumType,
  type GraphQLLeafType,
} from 'graphql';

/**
 * Whether a value that a subgraph gave can stand for a leaf of the API. Subgraphs have serialised it: it is checked, not
 * changed, and a scalar of our own may be anything.
 */
export function leafCheck(type: GraphQLLeafType): (value: unknown) => boolean {
  if (isEnumType(type)) {
    const names = new Set(type.getValues().map(({ name }) => name));
    return (value) => typeof value === 'string' && names.has(value);
  }
  switch (type.name) {
    case GraphQLString.name:
      return (value) => typeof value === 'string';
    case GraphQLID.name:
      return (value) => typeof value === 'string' || isWhole(value);
    case GraphQLInt.name:
      return isWhole;
    case GraphQLFloat.name:
      return (value) => typeof value === 'number' && Number.isFinite(value);
    case GraphQLBoolean.name:
      return (value) => typeof value === 'boolean';
    default:
      return () => true;
  }
}

/** Written without a point or exponent, as GraphQL writes an Int. */
function isWhole(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) < 1e21;
}
