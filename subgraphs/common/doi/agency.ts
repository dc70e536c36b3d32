import { z } from 'zod';
import { documentText, isObject, parseJsonText } from '../json.js';

/** What doi.org says of a DOI's registration agency. Unknown: it could not say (a text in place of its list). */
export type Agency =
  { readonly state: 'known'; readonly name: string } | { readonly state: 'missing' } | { readonly state: 'unknown' };

const shape = z.array(z.object({ RA: z.string().optional(), status: z.string().optional() })).min(1);

/**
 * An answer of `doiRA/{doi}`: a list with one object either way, `RA` or `status` in it, and a plain text on errors (fact
 * sheet DIAS 6.1). A status is read for what it says of the DOI: one that does not exist needs no further question.
 */
export function readAgency(body: Uint8Array): Agency {
  let value: unknown;
  try {
    value = parseJsonText(documentText(body));
  } catch {
    return { state: 'unknown' };
  }
  const [answer] = shape.safeParse(isObject(value) ? [value] : value).data ?? [];
  const name = answer?.RA?.trim() ?? '';
  if (name !== '') return { state: 'known', name };
  return { state: /not exist|unknown prefix|invalid/i.test(answer?.status ?? '') ? 'missing' : 'unknown' };
}
