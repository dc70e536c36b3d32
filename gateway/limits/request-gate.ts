import type { RequestParams } from '../answer-cache/answering.js';
import type { DocumentGate } from './document-gate.js';
import { checkVariables } from './variables.js';

/**
 * Refuses a request that is too large in any way, before anything is done for it. What is no GraphQL request passes: whoever
 * reads it says what is wrong.
 * @throws HttpFault 400
 */
export function checkRequest({ search, body }: RequestParams, gate: DocumentGate): void {
  if (body === undefined) {
    const given = new URLSearchParams(search);
    const query = given.get('query');
    if (query !== null) gate.check(query);
    const variables = given.get('variables');
    if (variables !== null) checkVariables(parsed(variables), gate.limits.list);
    return;
  }
  if (typeof body !== 'object' || body === null) return;
  const { query, variables } = body as Readonly<Record<string, unknown>>;
  if (typeof query === 'string') gate.check(query);
  checkVariables(variables, gate.limits.list);
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}
