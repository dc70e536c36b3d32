/** A request that cannot be served as it is, in GraphQL's form. */
export class HttpFault extends Error {
  override readonly name = 'HttpFault';
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}
