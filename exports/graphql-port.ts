/** The API, as exports and reports ask it: in the process of a gateway, or of a command. */
export interface GraphQLPort {
  /**
   * Runs an operation. Rejects when `signal` aborts.
   * @throws AskFailure where there is no answer
   */
  ask(query: string, variables: Readonly<Record<string, unknown>>, signal?: AbortSignal): Promise<unknown>;
}

/** There is no answer: what the API says, by its own code. */
export class AskFailure extends Error {
  override readonly name = 'AskFailure';
  constructor(
    message: string,
    /** BAD_USER_INPUT, UPSTREAM_UNAVAILABLE, RATE_LIMITED, … (interfaces.md). */
    readonly code: string,
  ) {
    super(message);
  }

  /** Every platform that was asked failed. */
  get isOfPlatforms(): boolean {
    return /^(?:UPSTREAM|CIRCUIT)/.test(this.code);
  }
}
