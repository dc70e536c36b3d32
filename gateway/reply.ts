import { type IncomingMessage, type OutgoingHttpHeader, type OutgoingHttpHeaders, ServerResponse } from 'node:http';

type Head = OutgoingHttpHeaders | OutgoingHttpHeader[];

/**
 * An answer of one of our servers. What every head tells (the request's id, what is left of a rate) is kept as a list until the head
 * is written: headers that are set one by one cost a kept answer as much as all else that we do for it.
 */
export class Reply<Request extends IncomingMessage = IncomingMessage> extends ServerResponse<Request> {
  /** By this id the log tells of the request. */
  requestId = '';
  /** Called once when the answer has been sent, or its caller has gone. */
  whenClosed: (() => void) | undefined;
  /** Names, lower case, and values in turn. */
  private readonly told: string[] = [];

  /** Has the head tell something, whatever else it tells; the last word on a name counts. After the head was sent nothing. */
  tell(name: string, value: string): void {
    for (let index = 0; index < this.told.length; index += 2) {
      if (this.told[index] !== name) continue;
      this.told[index + 1] = value;
      return;
    }
    this.told.push(name, value);
  }

  override writeHead(status: number, reason?: string | Head, headers?: Head): this {
    const given = typeof reason === 'string' ? headers : reason;
    if (Array.isArray(given) && this.getHeaderNames().length === 0) {
      const all = [...this.told, ...given];
      return typeof reason === 'string' ? super.writeHead(status, reason, all) : super.writeHead(status, all);
    }
    for (let index = 0; index < this.told.length; index += 2)
      this.setHeader(this.told[index] ?? '', this.told[index + 1] ?? '');
    return typeof reason === 'string' ? super.writeHead(status, reason, given) : super.writeHead(status, given);
  }
}
