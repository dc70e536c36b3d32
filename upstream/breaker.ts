import {
  UpstreamAbandoned,
  UpstreamError,
  UpstreamRejected,
  UpstreamTimeout,
  UpstreamUnauthenticated,
} from './errors.js';
import { circuitOpen } from './failures.js';
import type { PolicyOf, Send, UpstreamPolicy, UpstreamRequest } from './types.js';

/** The results that count are those of the last seconds. */
const WINDOW_MS = 10_000;
/** Fewer say nothing. */
const MIN_RESULTS = 5;
/** Opens when this share of them failed. */
const FAILING = 0.5;
/** Nothing is sent for so long, and a little more at random: processes that saw the same failure do not come back together. */
const OPEN_MS = 4000;
const JITTER_MS = 1000;
/** A platform that asks for longer (Retry-After) is given it, up to this. */
const LONGEST_OPEN_MS = 60_000;
/** A caller who had less time than this says nothing of a platform that did not answer it. */
const PATIENCE_MS = 1000;
/** The probe has so long at most: who hangs is tried again soon after it is back. */
const PROBE_MS = 5000;
/** Hosts are named by callers, so their number has no bound of its own. */
const MANY_CIRCUITS = 512;

export type CircuitState = 'closed' | 'open' | 'half-open';

interface Result {
  readonly at: number;
  readonly failed: boolean;
  readonly lane: string;
}

/** Counts the results of one upstream, and opens when it fails. */
class Circuit {
  private results: Result[] = [];
  private openUntil = 0;
  private probing = false;
  private isOpen = false;

  /** @param lanes at least so many have to fail: one host's trouble is not that of the front end before all of them. */
  constructor(
    private readonly lanes: number,
    private readonly random: () => number,
  ) {}

  get state(): CircuitState {
    if (!this.isOpen) return 'closed';
    return Date.now() < this.openUntil || this.probing ? 'open' : 'half-open';
  }

  /** Milliseconds until a request may be sent; 0: now. */
  get waitMs(): number {
    if (!this.isOpen) return 0;
    return this.probing ? OPEN_MS : Math.max(0, this.openUntil - Date.now());
  }

  get isIdle(): boolean {
    this.forget();
    return !this.isOpen && this.results.length === 0;
  }

  /** Whether the request that is sent now is the probe. Called when `waitMs` is 0. */
  begin(): boolean {
    if (this.isOpen) this.probing = true;
    return this.isOpen;
  }

  succeeded(lane: string, isProbe: boolean): void {
    if (isProbe) {
      this.isOpen = false;
      this.probing = false;
      this.results = [];
    }
    this.add({ at: Date.now(), failed: false, lane });
  }

  failed(lane: string, isProbe: boolean, retryAfterMs: number | undefined): void {
    this.add({ at: Date.now(), failed: true, lane });
    const failures = this.results.filter(({ failed }) => failed);
    const fails =
      this.results.length >= MIN_RESULTS &&
      failures.length >= this.results.length * FAILING &&
      new Set(failures.map((result) => result.lane)).size >= this.lanes;
    if (isProbe || (!this.isOpen && fails)) {
      this.isOpen = true;
      this.probing = false;
      const wait = Math.min(Math.max(OPEN_MS, retryAfterMs ?? 0), LONGEST_OPEN_MS);
      this.openUntil = Date.now() + wait + this.random() * JITTER_MS;
    }
  }

  /** The request told nothing: neither did the probe. */
  ended(isProbe: boolean): void {
    if (isProbe) this.probing = false;
  }

  private add(result: Result): void {
    this.forget();
    this.results.push(result);
  }

  private forget(): void {
    const since = Date.now() - WINDOW_MS;
    if ((this.results[0]?.at ?? since) < since) this.results = this.results.filter(({ at }) => at >= since);
  }
}

/** The circuits of all upstreams: one for each lane, and one for a front end that several lanes have in common. */
export class Circuits {
  private readonly circuits = new Map<string, Circuit>();

  /** @param random from 0 to 1, for the jitter. */
  constructor(private readonly random: () => number = Math.random) {}

  /** The circuits that a request goes through. */
  of(policy: UpstreamPolicy, url: URL): Circuit[] {
    const front = policy.frontEnd?.(url) ?? null;
    const own = this.circuit(`${policy.platform} lane ${policy.lane(url)}`, 1);
    return front === null ? [own] : [own, this.circuit(`${policy.platform} front ${front}`, 2)];
  }

  /** The worst state of a platform's circuits. */
  stateOf(platform: string): CircuitState {
    const states = [...this.circuits]
      .filter(([name]) => name.startsWith(`${platform} `))
      .map(([, circuit]) => circuit.state);
    return states.includes('open') ? 'open' : states.includes('half-open') ? 'half-open' : 'closed';
  }

  private circuit(name: string, lanes: number): Circuit {
    let circuit = this.circuits.get(name);
    if (circuit === undefined) {
      if (this.circuits.size >= MANY_CIRCUITS)
        for (const [known, one] of this.circuits) if (one.isIdle) this.circuits.delete(known);
      circuit = new Circuit(lanes, this.random);
      this.circuits.set(name, circuit);
    }
    return circuit;
  }
}

/** Refuses at once what would only wait for a closed door: outside of the lanes, whose queues it keeps free. */
export function refuseWhileOpen(policyOf: PolicyOf, circuits: Circuits, next: Send): Send {
  return async (request, scope) => {
    const policy = policyOf(request.platform);
    throwIfOpen(policy, circuits.of(policy, new URL(request.url)));
    return next(request, scope);
  };
}

function throwIfOpen(policy: UpstreamPolicy, circuits: readonly Circuit[]): void {
  const waitMs = Math.max(...circuits.map((circuit) => circuit.waitMs));
  if (waitMs > 0) throw circuitOpen(policy, waitMs);
}

/**
 * Counts how requests end, the tries of one together. While a circuit is open nothing is sent; then a single request tries,
 * without tries of its own, and closes it or not.
 * @throws UpstreamCircuitOpen
 */
export function breaker(policyOf: PolicyOf, circuits: Circuits, next: Send): Send {
  return async (request, scope) => {
    const policy = policyOf(request.platform);
    const url = new URL(request.url);
    const own = circuits.of(policy, url);
    throwIfOpen(policy, own);
    const begun = own.map((circuit) => ({ circuit, isProbe: circuit.begin() }));
    const isProbe = begun.some((one) => one.isProbe);
    const started = Date.now();
    const lane = policy.lane(url);
    try {
      const response = await next(isProbe ? probeOf(request, policy) : request, scope);
      for (const one of begun) one.circuit.succeeded(lane, one.isProbe);
      return response;
    } catch (error) {
      const verdict = verdictOn(error, Date.now() - started);
      for (const one of begun) {
        if (verdict === 'failed') one.circuit.failed(lane, one.isProbe, retryAfterOf(error));
        else if (verdict === 'answered') one.circuit.succeeded(lane, one.isProbe);
        else one.circuit.ended(one.isProbe);
      }
      throw error;
    }
  };
}

function probeOf(request: UpstreamRequest, policy: UpstreamPolicy): UpstreamRequest {
  return { ...request, once: true, timeoutMs: Math.min(request.timeoutMs ?? policy.timeoutMs, PROBE_MS) };
}

function retryAfterOf(error: unknown): number | undefined {
  return error instanceof UpstreamError ? error.retryAfterMs : undefined;
}

/** What a failure says of the platform: a refused argument or a full rate is an answer of one that is well. */
function verdictOn(error: unknown, afterMs: number): 'failed' | 'answered' | 'nothing' {
  if (!(error instanceof UpstreamError) || error instanceof UpstreamAbandoned) return 'nothing';
  if (error instanceof UpstreamRejected || error instanceof UpstreamUnauthenticated) return 'answered';
  if (error.code === 'UPSTREAM_RATE_LIMITED') return error.status === undefined ? 'nothing' : 'answered';
  if (error instanceof UpstreamTimeout) return afterMs >= PATIENCE_MS ? 'failed' : 'nothing';
  return 'failed';
}
