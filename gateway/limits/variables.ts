import { HttpFault } from '../http-fault.js';
import { MAX_VARIABLE_DEPTH } from './limits.js';

/**
 * Refuses variables that no document of ours can want, before they are taken apart by their types.
 * @param longest values of one list
 * @throws HttpFault 400 with BAD_USER_INPUT
 */
export function checkVariables(variables: unknown, longest: number): void {
  const waiting: { readonly value: unknown; readonly depth: number }[] = [{ value: variables, depth: 0 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, depth } = next;
    if (typeof value !== 'object' || value === null) continue;
    if (depth > MAX_VARIABLE_DEPTH)
      throw refused(`The variables nest more than ${String(MAX_VARIABLE_DEPTH)} levels deep.`);
    if (Array.isArray(value) && value.length > longest)
      throw refused(`The variables have a list of ${String(value.length)} values; ${String(longest)} are allowed.`);
    for (const part of Object.values(value)) waiting.push({ value: part, depth: depth + 1 });
  }
}

function refused(message: string): HttpFault {
  return new HttpFault(400, message, 'BAD_USER_INPUT');
}
