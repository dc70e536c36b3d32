import {
  getNamedType,
  isCompositeType,
  isLeafType,
  isObjectType,
  isInterfaceType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import { KnownCosts, type Variables } from './known-costs.js';
import { listDepth, type CostModel, type FieldCost } from './cost-model.js';
import { reportCells } from './report-cells.js';

/** How many a list holds of which nobody says it: creators, identifiers, files of a work. */
export const ASSUMED_LIST = 5;

/** No argument of the API allows more (maxPoints): a larger one is refused by who knows what it allows. */
export const LARGEST_LIST = 5000;

/** Sizes that a field above gives to lists right below it, by their names. */
type Sizes = ReadonlyMap<string, number>;

/**
 * What an answer can cost at most, estimated from the document and its variables alone: each value of an object type counts 1,
 * or its `@cost`, as often as the lists around it can hold one. Fragments for other types of one value count all.
 */
export class CostEstimator {
  private readonly known = new WeakMap<OperationDefinitionNode, KnownCosts>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly model: CostModel,
  ) {}

  /** @param document valid, by the schema; and so are the variables */
  estimate(document: DocumentNode, operation: OperationDefinitionNode, variables: Variables): number {
    let known = this.known.get(operation);
    if (known === undefined) this.known.set(operation, (known = new KnownCosts(operation, this.schema)));
    return known.of(variables, () =>
      new Estimate(this.schema, this.model, document, operation, variables).ofOperation(),
    );
  }
}

class Estimate {
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  /** What fragments cost, by the sizes that hold where they are spread. */
  private readonly measured = new Map<Sizes | null, Map<string, number>>();
  private readonly defaults = new Map<string, ValueNode>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly model: CostModel,
    document: DocumentNode,
    private readonly operation: OperationDefinitionNode,
    private readonly variables: Variables,
  ) {
    for (const definition of document.definitions)
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(definition.name.value, definition);
    for (const { variable, defaultValue } of operation.variableDefinitions ?? [])
      if (defaultValue !== undefined) this.defaults.set(variable.name.value, defaultValue);
  }

  ofOperation(): number {
    const root = this.schema.getRootType(this.operation.operation);
    return root ? this.ofSelections(this.operation.selectionSet, root, null) : 0;
  }

  private ofSelections(set: SelectionSetNode, parent: GraphQLCompositeType, sizes: Sizes | null): number {
    let cost = 0;
    for (const selection of set.selections) {
      if (this.isLeftOut(selection.directives)) continue;
      if (selection.kind === Kind.FIELD) cost += this.ofField(selection, parent, sizes);
      else if (selection.kind === Kind.FRAGMENT_SPREAD) cost += this.ofFragment(selection.name.value, sizes);
      else
        cost += this.ofSelections(
          selection.selectionSet,
          this.typeOf(selection.typeCondition?.name.value, parent),
          sizes,
        );
    }
    return cost;
  }

  private typeOf(name: string | undefined, parent: GraphQLCompositeType): GraphQLCompositeType {
    const type = name === undefined ? parent : this.schema.getType(name);
    return isCompositeType(type) ? type : parent;
  }

  private ofFragment(name: string, sizes: Sizes | null): number {
    let measured = this.measured.get(sizes);
    if (measured === undefined) this.measured.set(sizes, (measured = new Map<string, number>()));
    const known = measured.get(name);
    if (known !== undefined) return known;
    const fragment = this.fragments.get(name);
    const type = fragment && this.schema.getType(fragment.typeCondition.name.value);
    const cost = fragment && isCompositeType(type) ? this.ofSelections(fragment.selectionSet, type, sizes) : 0;
    measured.set(name, cost);
    return cost;
  }

  private ofField(node: FieldNode, parent: GraphQLCompositeType, sizes: Sizes | null): number {
    const name = node.name.value;
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
    // Introspection, which is bounded by its depth.
    if (field === undefined) return 0;
    const own = this.model.field(parent.name, name);
    const type = getNamedType(field.type);
    const cells = parent.name === 'Query' && name === 'report' ? this.cellsOf(node, field) : null;
    const size = cells ?? this.sizeOf(node, field, own);
    const isSizedBelow = own.listSize !== null && own.listSize.sized.length > 0;
    const below =
      node.selectionSet !== undefined && isCompositeType(type)
        ? this.ofSelections(
            node.selectionSet,
            type,
            isSizedBelow ? new Map(own.listSize.sized.map((list) => [list, size])) : null,
          )
        : 0;
    const each = this.model.weightOf(type.name, isLeafType(type)) + below;
    const held = isSizedBelow ? 1 : (sizes?.get(name) ?? size);
    // What a field costs by itself it costs once, however many it holds; a report for each of its cells.
    return (own.weight ?? 0) * (cells ?? 1) + each * (listDepth(field.type) === 0 ? 1 : held);
  }

  private cellsOf(node: FieldNode, field: GraphQLField<unknown, unknown>): number {
    const by = this.argument(node, field, 'by');
    return reportCells(Array.isArray(by) ? by : [by]);
  }

  /** How many a field holds, or gives to the lists below it. */
  private sizeOf(node: FieldNode, field: GraphQLField<unknown, unknown>, { listSize, idsArgument }: FieldCost): number {
    if (idsArgument !== null) {
      const ids = this.argument(node, field, idsArgument);
      if (ids !== undefined && ids !== null) return Array.isArray(ids) ? ids.length : 1;
    }
    const asked = (listSize?.slicing ?? [])
      .map((name) => this.argument(node, field, name))
      .filter((value) => typeof value === 'number')
      .filter((value) => value >= 0);
    return asked.length > 0 ? Math.min(Math.max(...asked), LARGEST_LIST) : (listSize?.assumed ?? ASSUMED_LIST);
  }

  private argument(node: FieldNode, field: GraphQLField<unknown, unknown>, name: string): unknown {
    const given = node.arguments?.find((one) => one.name.value === name)?.value;
    const value = given === undefined ? undefined : this.valueOf(given);
    return value === undefined ? field.args.find((one) => one.name === name)?.defaultValue : value;
  }

  /** A literal or a variable's value, as far as sizes and conditions need it. */
  private valueOf(node: ValueNode): unknown {
    switch (node.kind) {
      case Kind.INT:
        return Number(node.value);
      case Kind.BOOLEAN:
        return node.value;
      case Kind.NULL:
        return null;
      case Kind.LIST:
        return node.values.map((value) => this.valueOf(value));
      case Kind.VARIABLE: {
        const name = node.name.value;
        if (Object.hasOwn(this.variables, name)) return this.variables[name];
        const fallback = this.defaults.get(name);
        return fallback === undefined ? undefined : this.valueOf(fallback);
      }
      default:
        return 'value' in node ? node.value : undefined;
    }
  }

  private isLeftOut(directives: FieldNode['directives']): boolean {
    return (directives ?? []).some(({ name, arguments: given }) => {
      const condition = given?.[0] === undefined ? undefined : this.valueOf(given[0].value);
      return (name.value === 'skip' && condition === true) || (name.value === 'include' && condition === false);
    });
  }
}
