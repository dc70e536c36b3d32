/** What an operation of the API gave. */
export interface Answer {
  readonly data: unknown;
  /** The codes (interfaces.md) of what failed on the way, also where the answer is there nevertheless. */
  readonly failed: ReadonlySet<string>;
}

/** The API, as a harvest asks it: it has to know whether an answer is whole. */
export interface HarvestPort {
  /** @throws AskFailure where there is no answer */
  ask(query: string, variables: Readonly<Record<string, unknown>>, signal?: AbortSignal): Promise<Answer>;
}

/** Platforms that are needed for an answer are away: what could be told would be less than there is. */
export class PlatformsAway extends Error {
  override readonly name = 'PlatformsAway';
}

/** Codes of what lasts: a document that cannot be read, or is refused. All others pass. */
const LASTING: ReadonlySet<string> = new Set([
  'UPSTREAM_MALFORMED',
  'UPSTREAM_REJECTED',
  'UNAUTHENTICATED',
  'BAD_USER_INPUT',
  'NOT_FOUND',
]);

/** Whether something failed that may be there when it is asked again. */
export function isAway(failed: ReadonlySet<string>): boolean {
  return [...failed].some((code) => !LASTING.has(code));
}
