import type { FetchNode } from '@apollo/query-planner';
import { GraphQLError, Kind, parse, print, visit, type DocumentNode, type SelectionSetNode } from 'graphql';
import type { Step } from './steps.js';

/** The arguments with which a field needs others: by the path to these. */
type Needs = ReadonlyMap<string, string>;

/** Adds what is selected with arguments, by its path. */
function addNeeds(needs: Map<string, string>, { selections }: SelectionSetNode, path: string): void {
  for (const selection of selections) {
    if (selection.kind === Kind.FRAGMENT_SPREAD) continue;
    const below = selection.kind === Kind.FIELD ? `${path}.${selection.name.value}` : path;
    if (selection.kind === Kind.FIELD && selection.arguments?.length)
      needs.set(
        below,
        selection.arguments
          .map((argument) => print(argument))
          .sort()
          .join(),
      );
    if (selection.selectionSet) addNeeds(needs, selection.selectionSet, below);
  }
}

/**
 * Two fields of one entity may need a third, each with arguments of its own (@requires). A plan has one place for it, and
 * Apollo's planner silently puts there what came last: such a plan is refused.
 */
export class RequiredArguments {
  /** By the field that needs them: Product.shipping. */
  private readonly needs = new Map<string, Needs>();

  constructor(supergraph: DocumentNode) {
    let type = '';
    let field = '';
    visit(supergraph, {
      ObjectTypeDefinition: ({ name }) => void (type = name.value),
      InterfaceTypeDefinition: ({ name }) => void (type = name.value),
      FieldDefinition: ({ name }) => void (field = name.value),
      Directive: ({ name, arguments: args = [] }) => {
        if (name.value !== 'join__field') return;
        for (const { name: argument, value } of args)
          if (argument.value === 'requires' && value.kind === Kind.STRING) this.learn(`${type}.${field}`, value.value);
      },
    });
  }

  private learn(field: string, selections: string): void {
    const needs = new Map<string, string>();
    visit(parse(`{ ${selections} }`, { noLocation: true }), {
      OperationDefinition: ({ selectionSet }) => {
        addNeeds(needs, selectionSet, '');
      },
    });
    if (needs.size > 0) this.needs.set(field, needs);
  }

  /** @throws GraphQLError where fields that are fetched at one place need another with different arguments */
  check(steps: Step | null): void {
    if (this.needs.size > 0 && steps !== null) this.checkStep(steps, new Map());
  }

  private checkStep(step: Step, known: Map<string, { field: string; args: string }>): void {
    if (step.kind === 'fetch') this.checkFetch(step.fetch, step.path.join('.'), known);
    else
      for (const one of step.kind === 'condition' ? [step.yes, step.no] : step.steps)
        if (one !== null) this.checkStep(one, known);
  }

  private checkFetch(fetch: FetchNode, at: string, known: Map<string, { field: string; args: string }>): void {
    if (fetch.requires === undefined) return;
    visit(parse(fetch.operation, { noLocation: true }), {
      InlineFragment: ({ typeCondition, selectionSet }) => {
        for (const selection of selectionSet.selections) {
          if (selection.kind !== Kind.FIELD || typeCondition === undefined) continue;
          const field = `${typeCondition.name.value}.${selection.name.value}`;
          for (const [path, args] of this.needs.get(field) ?? []) {
            const place = `${at} ${typeCondition.name.value}${path}`;
            const other = known.get(place);
            if (other !== undefined && other.args !== args) throw conflict(field, other.field, path.slice(1));
            known.set(place, { field, args });
          }
        }
      },
    });
  }
}

function conflict(field: string, other: string, needed: string): GraphQLError {
  return new GraphQLError(
    `${other} and ${field} need ${needed} with different arguments and cannot be answered for the same object at once. Ask for each in a request of its own, or below another alias of their parent.`,
    { extensions: { code: 'BAD_USER_INPUT' } },
  );
}
