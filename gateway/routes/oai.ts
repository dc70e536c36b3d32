import type { IncomingMessage } from 'node:http';
import type { Logger } from 'pino';
import { ownReadings, SharedReadings } from '../../harvest/first-readings.js';
import { Holdings, isOfPlatforms, NotYet } from '../../harvest/holdings.js';
import { namespaceOf } from '../../harvest/identifiers.js';
import { Provider } from '../../harvest/provider.js';
import { readSet } from '../../harvest/read-set.js';
import { harvestGateway } from '../ask.js';
import type { Gateway } from '../gateway.js';
import { HttpFault } from '../http-fault.js';
import { send } from '../http-server.js';
import { readBody } from '../read-body.js';
import type { Reply } from '../reply.js';
import type { Settings } from '../settings.js';

export const OAI_ROUTE = '/oai';

/** Answers that are made at the same time: each may read the documents of fifty works. */
const MAX_RUNNING = 8;
/** What a set holds is read in steps of so long at most, behind the answers. */
const READING_MS = 60_000;
/** Who asks first waits so long at least for what a set holds: not every harvester comes again, and most wait for a minute. */
const WAIT_MS = 25_000;
/** When a harvester may come again where a platform is away, in seconds. */
const AWAY_S = 30;

const NO_CREDENTIALS: ReadonlyMap<string, string> = new Map();

/** Harvesters know 503 with Retry-After, and no other way of being asked to wait (OAI-PMH 2.0, 3.1.2.2). */
function later(message: string, seconds: number | string, code: 'RATE_LIMITED' | 'UPSTREAM_UNAVAILABLE'): HttpFault {
  return new HttpFault(503, message, code, { 'retry-after': String(seconds) });
}

function faultOf(error: unknown): unknown {
  if (error instanceof NotYet) return later(error.message, error.retryAfterS, 'UPSTREAM_UNAVAILABLE');
  if (isOfPlatforms(error))
    return later('A platform that holds a part of this list does not answer.', AWAY_S, 'UPSTREAM_UNAVAILABLE');
  if (error instanceof HttpFault && error.status === 429)
    return later(error.message, error.headers['retry-after'] ?? '1', 'RATE_LIMITED');
  return error;
}

/** The arguments of a request: those of a POST are in its body (3.1.1.2). @throws HttpFault */
async function parametersOf(request: IncomingMessage, search: string, maxBodyBytes: number): Promise<URLSearchParams> {
  if (request.method !== 'POST') return new URLSearchParams(search);
  const type = request.headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase();
  if (type !== 'application/x-www-form-urlencoded')
    throw new HttpFault(415, 'A POST to /oai has Content-Type: application/x-www-form-urlencoded.');
  const body = await readBody(request, maxBodyBytes);
  return new URLSearchParams([...new URLSearchParams(search), ...new URLSearchParams(body.toString('utf8'))]);
}

/** GET and POST /oai: harvesting by OAI-PMH 2.0. What is harvested is what everybody may read: callers' tokens are not looked at. */
export class OaiRoute {
  private running = 0;
  private readonly holdings: Holdings;
  private readonly provider: Provider;

  /** @param address where the server listens, once it does */
  constructor(
    private readonly gateway: Gateway,
    private readonly settings: Settings,
    log: Logger,
    address: () => string,
  ) {
    const { facts, harvestSets, redis } = gateway;
    const reading = harvestGateway(gateway, { timeoutMs: READING_MS });
    this.holdings = new Holdings({
      sets: harvestSets,
      read: ({ question }, signal) => readSet(reading, question, signal),
      firstReadings: redis === null ? ownReadings : new SharedReadings(redis),
      patienceMs: Math.max(WAIT_MS, settings.requestTimeoutMs),
      onFailure: ({ spec }, error) => {
        log.warn(
          isOfPlatforms(error) ? { set: spec } : { set: spec, err: error },
          'what a set of OAI_SETS holds could not be read; it is tried again when it is asked for',
        );
      },
    });
    this.provider = new Provider({
      holdings: this.holdings,
      port: harvestGateway(gateway, { timeoutMs: settings.requestTimeoutMs }),
      baseUrl: () => `${settings.publicUrl ?? address()}${OAI_ROUTE}`,
      namespace: namespaceOf(settings.publicUrl),
      adminEmail: settings.oaiAdminEmail,
      secret: settings.secret,
      homepages: new Map(facts.map(({ platform, homepage }) => [platform, homepage])),
    });
  }

  /** Answers one request. @throws HttpFault */
  async answer(search: string, request: IncomingMessage, response: Reply): Promise<void> {
    if (this.running >= MAX_RUNNING)
      throw later('As many harvests are answered as can be. Try again in a moment.', 5, 'RATE_LIMITED');
    const left = new AbortController();
    response.once('close', () => {
      left.abort(new Error('The caller went away.'));
    });
    this.running += 1;
    try {
      await this.gateway.limiter?.spend(request, response, NO_CREDENTIALS, 1);
      const parameters = await parametersOf(request, search, this.settings.limits.bodyBytes);
      const body = await this.provider.answer(parameters, left.signal);
      send(response, 200, 'text/xml; charset=utf-8', body, { 'cache-control': 'no-store' });
    } catch (error) {
      throw faultOf(error);
    } finally {
      this.running -= 1;
    }
  }

  /** Ends what is read behind the answers. */
  close(): void {
    this.holdings.close();
  }
}
