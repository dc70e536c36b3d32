import { Kind, parse, visit, type DocumentNode, type FieldNode } from 'graphql';

/** What stands before a response name that a fetch must not take as it is. */
const PREFIX = '_asked_';
/** The supergraph's directives by which fields are fetched that nobody asked for, and their arguments that name those. */
const HIDDEN_FETCHES = new Map([
  ['join__field', 'requires'],
  ['join__type', 'key'],
]);

/**
 * A plan puts keys and required fields into the same objects as what was asked for, under their own names. Where the caller
 * takes such a name for another field, or for the same with other arguments, @apollo/gateway's answer is silently wrong: one
 * of the two is taken for the other. Such selections are fetched under a name of their own.
 */
export class PrivateNames {
  /** Fields that are fetched unasked, and those of them that are with arguments. */
  private readonly fields = new Set<string>();
  private readonly withArguments = new Set<string>();

  constructor(supergraph: DocumentNode) {
    visit(supergraph, {
      Directive: ({ name, arguments: args = [] }) => {
        const wanted = HIDDEN_FETCHES.get(name.value);
        if (wanted === undefined) return;
        for (const { name: argument, value } of args)
          if (argument.value === wanted && value.kind === Kind.STRING) this.learn(value.value);
      },
    });
  }

  private learn(selections: string): void {
    visit(parse(`{ ${selections} }`, { noLocation: true }), {
      Field: ({ name, arguments: args = [] }) => {
        this.fields.add(name.value);
        if (args.length > 0) this.withArguments.add(name.value);
      },
    });
  }

  /** Under which name a selection is fetched. */
  of({ name: { value: field }, alias }: FieldNode): string {
    const asked = alias?.value ?? field;
    const contested = this.fields.has(asked) && (asked !== field || this.withArguments.has(field));
    return contested || asked.startsWith(PREFIX) ? PREFIX + asked : asked;
  }

  /** The document as it is planned. */
  apply(document: DocumentNode): DocumentNode {
    return visit(document, {
      Field: (node): FieldNode | undefined => {
        const name = this.of(node);
        if (name === (node.alias?.value ?? node.name.value)) return undefined;
        return { ...node, alias: { kind: Kind.NAME, value: name } };
      },
    });
  }
}

/** The caller's name for a name of a fetch. */
export function askedName(step: string | number): string | number {
  return typeof step === 'string' && step.startsWith(PREFIX) ? step.slice(PREFIX.length) : step;
}
