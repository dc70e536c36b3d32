import type { IncomingMessage } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { AskFailure, type GraphQLPort } from '../../exports/graphql-port.js';
import type { PlatformNames } from '../../exports/filter-values.js';
import { askGateway } from '../ask.js';
import { tokenHeadersOf, readCredentials } from '../credentials.js';
import type { Gateway } from '../gateway.js';
import { HttpFault, type FaultCode } from '../http-fault.js';
import type { Reply } from '../reply.js';
import type { Settings } from '../settings.js';
import { sendConformance } from './conformance.js';
import { sendExport } from './export.js';
import { sendReport } from './report.js';

/** Exports and reports that are sent at the same time; each asks for one page after the other. */
const MAX_RUNNING = 8;
/** A report answers within 25 s, and has to be sent as well. */
const REPORT_MS = 26_000;

/** What a route has to send data with. */
export interface DataRequest {
  readonly search: string;
  readonly response: Reply;
  readonly isHead: boolean;
  readonly port: GraphQLPort;
  readonly platforms: PlatformNames;
  /** Where callers reach this server (PUBLIC_URL); empty: wherever they have found it. */
  readonly base: string;
  /** Aborts when the caller leaves. */
  readonly signal: AbortSignal;
}

type Handler = (request: DataRequest) => Promise<void>;

const HANDLERS: Readonly<Record<string, { readonly run: Handler; readonly timeoutMs?: number }>> = {
  '/conformance': { run: sendConformance },
  '/export.ndjson': { run: (request) => sendExport(request, 'ndjson') },
  '/export.csv': { run: (request) => sendExport(request, 'csv') },
  '/report.csv': { run: (request) => sendReport(request, 'csv'), timeoutMs: REPORT_MS },
  '/report.json': { run: (request) => sendReport(request, 'json'), timeoutMs: REPORT_MS },
  '/report.svg': { run: (request) => sendReport(request, 'svg'), timeoutMs: REPORT_MS },
};

export const DATA_ROUTES: readonly string[] = Object.keys(HANDLERS);

/** The HTTP status of what the API says instead of an answer. */
function statusOf({ code, isOfPlatforms }: AskFailure): number {
  if (isOfPlatforms) return 502;
  if (code === 'RATE_LIMITED') return 429;
  return code === 'INTERNAL' ? 500 : 400;
}

function faultOf(error: unknown): unknown {
  if (!(error instanceof AskFailure)) return error;
  // The API's own codes are told as they are.
  return new HttpFault(statusOf(error), error.message, error.code as FaultCode);
}

/** Reports and exports for spreadsheets, pandas and R: /report.csv, /export.ndjson, … */
export class DataRoutes {
  private running = 0;
  private readonly platforms: PlatformNames;
  private readonly tokenHeaders: ReadonlyMap<string, string>;

  constructor(
    private readonly gateway: Gateway,
    private readonly settings: Settings,
  ) {
    this.platforms = new Map(gateway.facts.map(({ name, platform }) => [name, platform]));
    this.tokenHeaders = tokenHeadersOf(gateway.facts);
  }

  /** Answers one request, if the path is one of these. @throws HttpFault */
  async answer(path: string, search: string, request: IncomingMessage, response: Reply): Promise<void> {
    const handler = HANDLERS[path];
    if (handler === undefined) throw new Error(`${path} is no route for data`);
    if (this.running >= MAX_RUNNING)
      throw new HttpFault(
        503,
        'As many exports and reports are sent as can be. Try again in a moment.',
        'RATE_LIMITED',
        {
          'retry-after': '5',
        },
      );
    const left = new AbortController();
    response.once('close', () => {
      left.abort(new Error('The caller went away.'));
    });
    const credentials = readCredentials(request.headers, this.tokenHeaders);
    const spend = async (): Promise<void> => this.gateway.limiter?.spend(request, response, credentials, 1);
    await spend();
    response.setHeader('cache-control', 'no-store');
    const port = askGateway(this.gateway, {
      timeoutMs: handler.timeoutMs ?? this.settings.requestTimeoutMs,
      credentials,
      requestId: response.requestId,
      longWalk: true,
    });
    this.running += 1;
    try {
      await handler.run({
        search,
        response,
        isHead: request.method === 'HEAD',
        port: {
          ask: (query, variables, signal) => this.inTurn(() => port.ask(query, variables, signal), spend, left.signal),
        },
        platforms: this.platforms,
        base: this.settings.publicUrl ?? '',
        signal: left.signal,
      });
    } catch (error) {
      if (!response.headersSent) throw faultOf(error);
      // What was sent is not whole: the connection is cut, so that nobody takes it for a file.
      response.destroy();
    } finally {
      this.running -= 1;
    }
  }

  /** Each operation takes a point of the caller, and waits for it: an export is as fast as the caller's rate allows. */
  private async inTurn<T>(ask: () => Promise<T>, spend: () => Promise<void>, signal: AbortSignal): Promise<T> {
    for (;;) {
      try {
        await spend();
        break;
      } catch (error) {
        if (!(error instanceof HttpFault) || error.status !== 429) throw error;
        await setTimeout(Number(error.headers['retry-after'] ?? 1) * 1000, undefined, { signal });
      }
    }
    return ask();
  }
}
