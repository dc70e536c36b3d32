import robotsParser from 'robots-parser';
import type { UpstreamReader } from '../../../upstream/client.js';
import { UpstreamError, UpstreamUnavailable } from '../../../upstream/errors.js';
import type { RequestScope } from '../../../upstream/scope.js';
import type { UpstreamResponse } from '../../../upstream/types.js';

/** Our product token (upstream/identity.ts): what operators write rules for. */
const USER_AGENT = 'kakehashi';
/** RFC 9309, 2.4: rules are not used for longer than a day. */
const FRESH_MS = 24 * 60 * 60_000;
/** Rules that could not be read are asked for again after this. */
const RETRY_MS = 8000;
/** Crawl-delay is no part of RFC 9309; a longer one than this would not get through a catalogue in a day. */
const LONGEST_DELAY_MS = 30_000;
/** Not cached by the client: freshness is kept here. */
const ROBOTS_KIND = 'robots';

/** Whether a document may be read now. */
export type RobotsVerdict =
  | { readonly state: 'allowed'; readonly delayMs: number }
  | { readonly state: 'forbidden'; readonly reason: string }
  | { readonly state: 'unknown'; readonly error: UpstreamError };

interface Rules {
  readonly allows: (url: string) => boolean;
  readonly delayMs: number;
}

interface Known {
  readonly rules: Rules | UpstreamError;
  readonly until: number;
}

const NO_RULES: Rules = { allows: () => true, delayMs: 0 };

/** The rules of each origin, read through the client when first needed and once a day. */
export class RobotsRules {
  private readonly known = new Map<string, Known>();

  constructor(
    private readonly platform: string,
    /** For people. */
    private readonly name: string,
    private readonly client: UpstreamReader,
  ) {}

  /** What robots.txt says of an address; rules that cannot be read forbid everything until they can (RFC 9309, 2.3.1.4). */
  async verdict(url: URL, scope: RequestScope): Promise<RobotsVerdict> {
    const rules = await this.rulesOf(url, scope);
    if (rules instanceof UpstreamError) return { state: 'unknown', error: rules };
    if (rules.allows(url.href)) return { state: 'allowed', delayMs: rules.delayMs };
    return { state: 'forbidden', reason: `the robots.txt of ${url.host} does not let it be read` };
  }

  private async rulesOf(url: URL, scope: RequestScope): Promise<Rules | UpstreamError> {
    const known = this.known.get(url.origin);
    if (known !== undefined && known.until > Date.now()) return known.rules;
    const rules = await this.read(url, scope);
    const forMs = rules instanceof UpstreamError ? RETRY_MS : FRESH_MS;
    this.known.set(url.origin, { rules, until: Date.now() + forMs });
    return rules;
  }

  private async read(url: URL, scope: RequestScope): Promise<Rules | UpstreamError> {
    const address = `${url.origin}/robots.txt`;
    const request = { platform: this.platform, method: 'GET' as const, url: address, kind: ROBOTS_KIND };
    try {
      return (await this.client.read(request, (response) => readRules(address, response), scope)).value;
    } catch (error) {
      const status = error instanceof UpstreamError ? error.status : undefined;
      // RFC 9309, 2.3.1.3: a client error says that there are no rules; 429 says only that they were not given now.
      if (status !== undefined && status >= 400 && status < 500 && status !== 429) return NO_RULES;
      const message = `${this.name}: the robots.txt of ${url.host} could not be read. Documents are read when it can be.`;
      return new UpstreamUnavailable({ platform: this.platform, message, cause: error });
    }
  }
}

function readRules(address: string, { body }: UpstreamResponse): Rules {
  // TextDecoder takes off a byte order mark, which would hide the first line.
  const robots = robotsParser(address, new TextDecoder().decode(body));
  const delay = robots.getCrawlDelay(USER_AGENT) ?? 0;
  return {
    allows: (url) => robots.isAllowed(url, USER_AGENT) !== false,
    delayMs: Number.isFinite(delay) && delay > 0 ? Math.min(delay * 1000, LONGEST_DELAY_MS) : 0,
  };
}
