import type { FetchNode, PlanNode, QueryPlan, ResponsePath } from '@apollo/query-planner';
import { askedName } from './private-names.js';

/** A plan as it is run: paths are of the whole answer; `shownPath` has the caller's names. */
export type Step =
  | { readonly kind: 'sequence' | 'parallel'; readonly steps: readonly Step[] }
  | { readonly kind: 'condition'; readonly variable: string; readonly yes: Step | null; readonly no: Step | null }
  | FetchStep;

export interface FetchStep {
  readonly kind: 'fetch';
  readonly fetch: FetchNode;
  readonly path: ResponsePath;
  readonly shownPath: ResponsePath;
}

/**
 * The steps of a plan; null: nothing is fetched.
 * @throws TypeError for what a plan of the gateway never has: subscriptions, @defer, contextual arguments (@fromContext)
 */
export function stepsOf({ node }: QueryPlan): Step | null {
  if (node === undefined) return null;
  if (node.kind === 'Subscription') throw new TypeError('Subscriptions are not executed here.');
  return stepOf(node, []);
}

function stepOf(node: PlanNode, path: ResponsePath): Step {
  switch (node.kind) {
    case 'Sequence':
      return { kind: 'sequence', steps: node.nodes.map((one) => stepOf(one, path)) };
    case 'Parallel':
      return { kind: 'parallel', steps: node.nodes.map((one) => stepOf(one, path)) };
    case 'Flatten':
      return stepOf(node.node, [...path, ...node.path]);
    case 'Condition':
      return {
        kind: 'condition',
        variable: node.condition,
        yes: node.ifClause === undefined ? null : stepOf(node.ifClause, path),
        no: node.elseClause === undefined ? null : stepOf(node.elseClause, path),
      };
    case 'Fetch':
      if (node.contextRewrites !== undefined && node.contextRewrites.length > 0)
        throw new TypeError('Arguments from a context (@fromContext) are not supported: compose without them.');
      return { kind: 'fetch', fetch: node, path, shownPath: path.map(askedName) };
    case 'Defer':
      throw new TypeError('@defer is not supported.');
  }
}
