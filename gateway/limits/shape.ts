import { Kind, type DocumentNode, type FragmentDefinitionNode, type SelectionSetNode } from 'graphql';

/** How large a document is when its fragments are spread. */
export interface Shape {
  readonly depth: number;
  readonly aliases: number;
  readonly fields: number;
  /** The field or fragment that is selected most often in one place, and how often. */
  readonly repeated: { readonly name: string; readonly count: number };
}

const NOTHING: Shape = { depth: 0, aliases: 0, fields: 0, repeated: { name: '', count: 0 } };

function both(one: Shape, other: Shape): Shape {
  return {
    depth: Math.max(one.depth, other.depth),
    aliases: one.aliases + other.aliases,
    fields: one.fields + other.fields,
    repeated: one.repeated.count >= other.repeated.count ? one.repeated : other.repeated,
  };
}

/**
 * Measures what a document's operations select. Each fragment is measured once, so that fragments which spread each other take no longer than their text;
 * one that spreads itself counts as nothing where it does: validation refuses it.
 */
export function shapeOf(document: DocumentNode): Shape {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  const measured = new Map<string, Shape>();

  const ofFragment = (name: string): Shape => {
    const known = measured.get(name);
    if (known !== undefined) return known;
    measured.set(name, NOTHING);
    const fragment = fragments.get(name);
    const shape = fragment === undefined ? NOTHING : ofSelections(fragment.selectionSet);
    measured.set(name, shape);
    return shape;
  };

  /** @param counts how often each field and fragment is selected in this place, by the type that it is selected for */
  const ofSelections = ({ selections }: SelectionSetNode, counts = new Map<string, number>(), type = ''): Shape => {
    let repeated = NOTHING.repeated;
    let shape = NOTHING;
    const count = (name: string): void => {
      const key = `${type} ${name}`;
      const times = (counts.get(key) ?? 0) + 1;
      counts.set(key, times);
      if (times > repeated.count) repeated = { name, count: times };
    };
    for (const selection of selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        count(`...${selection.name.value}`);
        shape = both(shape, ofFragment(selection.name.value));
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        // Inline fragments for the same type are one selection, however it is cut up.
        const inner = selection.typeCondition?.name.value ?? type;
        shape = both(shape, ofSelections(selection.selectionSet, counts, inner));
      } else {
        count(selection.alias?.value ?? selection.name.value);
        const isIntrospection = selection.name.value === '__schema' || selection.name.value === '__type';
        const below = selection.selectionSet === undefined ? NOTHING : ofSelections(selection.selectionSet);
        shape = both(shape, {
          depth: isIntrospection ? 1 : below.depth + 1,
          aliases: below.aliases + (selection.alias === undefined ? 0 : 1),
          fields: below.fields + 1,
          repeated: below.repeated,
        });
      }
    }
    return both(shape, { ...NOTHING, repeated });
  };

  return document.definitions.reduce(
    (shape, definition) =>
      definition.kind === Kind.OPERATION_DEFINITION ? both(shape, ofSelections(definition.selectionSet)) : shape,
    NOTHING,
  );
}
