import { isAbstractType, isInterfaceType, isObjectType, type GraphQLSchema } from 'graphql';

/** Which types a fragment's condition holds for, by name; asked once for each pair. */
export class TypeConditions {
  private readonly known = new Map<string, Map<string, boolean>>();

  constructor(private readonly schema: GraphQLSchema) {}

  /** Whether an object that says `typename` of itself is of the type `condition`; an interface says its name where it is an @interfaceObject. */
  holds(condition: string, typename: string): boolean {
    if (condition === typename) return true;
    let types = this.known.get(condition);
    if (types === undefined) {
      types = new Map<string, boolean>();
      this.known.set(condition, types);
    }
    let holds = types.get(typename);
    if (holds === undefined) {
      holds = this.isSubType(condition, typename);
      // A subgraph's word is no name of ours until the schema knows it.
      if (this.schema.getType(typename) !== undefined) types.set(typename, holds);
    }
    return holds;
  }

  private isSubType(condition: string, typename: string): boolean {
    const wide = this.schema.getType(condition);
    const narrow = this.schema.getType(typename);
    return (
      isAbstractType(wide) && (isObjectType(narrow) || isInterfaceType(narrow)) && this.schema.isSubType(wide, narrow)
    );
  }
}
