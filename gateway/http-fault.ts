/** The codes (interfaces.md) of what is refused before GraphQL begins. */
export type FaultCode =
  | 'BAD_REQUEST'
  | 'BAD_USER_INPUT'
  | 'NOT_FOUND'
  | 'QUERY_TOO_COMPLEX'
  | 'RATE_LIMITED'
  | 'UPSTREAM_UNAVAILABLE'
  | 'PERSISTED_QUERY_NOT_FOUND'
  | 'PERSISTED_QUERY_NOT_SUPPORTED';

/** A request that cannot be served as it is, in GraphQL's form. */
export class HttpFault extends Error {
  override readonly name = 'HttpFault';
  constructor(
    readonly status: number,
    message: string,
    readonly code: FaultCode = 'BAD_REQUEST',
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }
}
