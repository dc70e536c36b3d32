import type { UpstreamError } from '../../../upstream/errors.js';
import type { Slot } from './shelf.js';
import type { Completeness } from './types.js';

/** So many reasons are told, each with its number of datasets. */
const REASONS_TOLD = 3;

/** What is known of the list of datasets. */
export interface ListState {
  readonly known: boolean;
  /** Why it could not be read the last time. */
  readonly failure: UpstreamError | null;
}

/** How much was read, and why the rest was not. */
export function completeness(slots: Iterable<Slot<unknown>>, list: ListState): Completeness {
  const reasons = new Map<string, number>();
  let [read, of, failure] = [0, 0, list.failure];
  for (const slot of slots) {
    if (slot.state === 'absent') continue;
    of += 1;
    if (slot.held !== null) read += 1;
    failure = slot.error ?? failure;
    const reason = reasonOf(slot);
    if (reason !== null) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  const told = [...reasons]
    .sort(([, one], [, other]) => other - one)
    .slice(0, REASONS_TOLD)
    .map(([reason, count]) => `${String(count)} dataset${count === 1 ? '' : 's'}: ${reason}`);
  const ofList = list.failure === null ? [] : [`The list of datasets could not be read: ${list.failure.message}`];
  return {
    complete: list.known && list.failure === null && reasons.size === 0,
    read,
    of: list.known ? of : null,
    listed: of,
    reasons: [...ofList, ...told],
    failure,
  };
}

function reasonOf({ state, reason, error }: Slot<unknown>): string | null {
  if (state === 'unread') return 'not read yet';
  return error?.message ?? reason;
}

/** What is to be told of an answer, null: nothing. `ofQuery` is what the search has to say of the query. */
export function messageOf(state: Completeness, ofQuery: string | null): string | null {
  const parts = ofQuery === null ? [] : [ofQuery];
  if (!state.complete) {
    const count =
      state.of === null ? ofUnknown(state) : `${String(state.read)} of ${String(state.of)} datasets were read.`;
    parts.push([count, ...state.reasons.map(sentence)].join(' '));
  }
  return parts.length === 0 ? null : parts.join(' ');
}

function ofUnknown({ read, listed }: Completeness): string {
  if (listed === 0) return 'The datasets are not known yet.';
  return `${String(read)} of the ${String(listed)} datasets that are known so far were read.`;
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
