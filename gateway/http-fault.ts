/** A request that cannot be served as it is, in GraphQL's form. */
export class HttpFault extends Error {
  override readonly name = 'HttpFault';
  constructor(
    readonly status: number,
    message: string,
    /** One of interfaces.md. */
    readonly code: string = 'BAD_REQUEST',
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }
}
