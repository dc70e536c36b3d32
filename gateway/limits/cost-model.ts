import {
  isListType,
  isNonNullType,
  Kind,
  parse,
  type ConstDirectiveNode,
  type ConstValueNode,
  type FieldDefinitionNode,
  type GraphQLOutputType,
  type TypeNode,
} from 'graphql';

/** How many a list holds, by `@listSize`. */
export interface ListSize {
  /** Where no argument says how many. */
  readonly assumed: number | null;
  /** Arguments that say how many; the largest counts. */
  readonly slicing: readonly string[];
  /** The lists below the field that hold so many; none: the field itself is the list. */
  readonly sized: readonly string[];
}

export interface FieldCost {
  /** By `@cost`; null: that of its type. */
  readonly weight: number | null;
  readonly listSize: ListSize | null;
  /** An argument with a list of ids: the field holds as many. */
  readonly idsArgument: string | null;
}

/** What a supergraph says of the costs of its fields (Apollo's cost 0.1, after IBM's GraphQL cost specification). */
export interface CostModel {
  field(type: string, name: string): FieldCost;
  /** Of one value of a type: what `@cost` says, else 1 for an object and 0 for a leaf. */
  weightOf(type: string, isLeaf: boolean): number;
}

const PLAIN: FieldCost = { weight: null, listSize: null, idsArgument: null };

/** Reads the costs out of a supergraph's document. */
export function readCostModel(supergraph: string): CostModel {
  const fields = new Map<string, FieldCost>();
  const weights = new Map<string, number>();
  for (const definition of parse(supergraph, { noLocation: true }).definitions) {
    if (!('directives' in definition) || !('name' in definition) || definition.name === undefined) continue;
    const type = definition.name.value;
    const weight = weightIn(definition.directives as readonly ConstDirectiveNode[] | undefined);
    if (weight !== null) weights.set(type, weight);
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    for (const field of definition.fields ?? []) {
      const cost = costOf(field);
      if (cost !== null) fields.set(`${type}.${field.name.value}`, cost);
    }
  }
  return {
    field: (type, name) => fields.get(`${type}.${name}`) ?? PLAIN,
    weightOf: (type, isLeaf) => weights.get(type) ?? (isLeaf ? 0 : 1),
  };
}

/** How many lists a type nests: 0 for none. */
export function listDepth(type: GraphQLOutputType): number {
  if (isNonNullType(type)) return listDepth(type.ofType);
  return isListType(type) ? listDepth(type.ofType) + 1 : 0;
}

function costOf(field: FieldDefinitionNode): FieldCost | null {
  const weight = weightIn(field.directives);
  const listSize = listSizeIn(field.directives);
  const ids = isList(field.type) ? (field.arguments ?? []).find(({ type }) => isListOfIds(type)) : undefined;
  if (weight === null && listSize === null && ids === undefined) return null;
  return { weight, listSize, idsArgument: ids?.name.value ?? null };
}

function isList(type: TypeNode): boolean {
  return type.kind === Kind.NON_NULL_TYPE ? isList(type.type) : type.kind === Kind.LIST_TYPE;
}

function isListOfIds(type: TypeNode): boolean {
  if (type.kind === Kind.NON_NULL_TYPE) return isListOfIds(type.type);
  if (type.kind !== Kind.LIST_TYPE) return false;
  const item = type.type.kind === Kind.NON_NULL_TYPE ? type.type.type : type.type;
  return item.kind === Kind.NAMED_TYPE && item.name.value === 'ID';
}

function argumentsOf(directives: readonly ConstDirectiveNode[] | undefined, name: string) {
  const directive = directives?.find((one) => one.name.value === name);
  return directive && new Map((directive.arguments ?? []).map((one) => [one.name.value, one.value]));
}

function weightIn(directives: readonly ConstDirectiveNode[] | undefined): number | null {
  return numberOf(argumentsOf(directives, 'cost')?.get('weight'));
}

function listSizeIn(directives: readonly ConstDirectiveNode[] | undefined): ListSize | null {
  const given = argumentsOf(directives, 'listSize');
  if (given === undefined) return null;
  return {
    assumed: numberOf(given.get('assumedSize')),
    slicing: namesOf(given.get('slicingArguments')),
    sized: namesOf(given.get('sizedFields')),
  };
}

function numberOf(value: ConstValueNode | undefined): number | null {
  return value?.kind === Kind.INT || value?.kind === Kind.STRING ? Number(value.value) : null;
}

function namesOf(value: ConstValueNode | undefined): string[] {
  return value?.kind === Kind.LIST ? value.values.flatMap((one) => (one.kind === Kind.STRING ? [one.value] : [])) : [];
}
