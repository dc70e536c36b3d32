import { alarm } from './alarm.js';
import { FairQueue } from './fair-queue.js';
import { abandoned, noPlace, noTurn, queueFull } from './failures.js';
import { TokenBucket } from './rate.js';
import type { RequestScope } from './scope.js';
import type { Rate, ToldRate, UpstreamPolicy } from './types.js';

/** Gives the place back; a second call does nothing. */
export type Release = () => void;

/** Requests that wait at most in one lane; more are refused at once. */
const MOST_WAITING = 512;
/** Times vary, and an answer that comes with the deadline is of no use to who asked. */
const SLACK = 1.15;
/** How much a newer time counts in the average of how long a place is held. */
const NEWER = 0.2;

/** One queue to an upstream: callers in turn; so many at once, so many per time. */
export class Lane {
  private active = 0;
  private readonly waiting = new FairQueue<() => void>();
  /** How long a place is held, on average; null: nobody knows yet. */
  private heldMs: number | null = null;
  /** By the policy's rate. */
  private readonly own: TokenBucket | null;
  /** By the rate that the platform's answers tell. */
  private told: TokenBucket | null = null;
  /** After a refusal nothing is sent before this moment, in epoch milliseconds, whatever the buckets hold. */
  private closedUntil = Number.NEGATIVE_INFINITY;
  private refill: NodeJS.Timeout | undefined;

  constructor(private readonly policy: UpstreamPolicy) {
    this.own = policy.rate === null ? null : new TokenBucket(policy.rate);
  }

  /**
   * Waits for a place and a token.
   * @throws UpstreamRateLimited at once when the token or the place would come after the deadline, or too many wait;
   * UpstreamTimeout when no place came free before it; UpstreamAbandoned when the caller goes away.
   */
  async enter(scope: RequestScope): Promise<Release> {
    if (scope.signal.aborted) throw abandoned(this.policy);
    // Scopes of one caller's request have their tallies in common.
    const caller = scope.tallies;
    this.refuseWhatComesTooLate(scope, this.waiting.placeOf(caller));
    return new Promise((resolve, reject) => {
      const done = (): void => {
        cancelAlarm();
        scope.signal.removeEventListener('abort', leave);
      };
      const enter = (): void => {
        done();
        resolve(this.place());
      };
      const giveUp = (error: Error): void => {
        done();
        this.waiting.remove(caller, enter);
        this.admit();
        reject(error);
      };
      const leave = (): void => {
        giveUp(abandoned(this.policy));
      };
      const cancelAlarm = alarm(
        () => scope.deadline,
        () => {
          giveUp(this.tooLate());
        },
      );
      scope.signal.addEventListener('abort', leave, { once: true });
      this.waiting.push(caller, enter);
      this.admit();
    });
  }

  /** Milliseconds until one more request, sent by one who holds a place already, is within the rate. */
  waitMs(): number {
    return this.scarcest()?.waitMs ?? 0;
  }

  /** Counts a request that is sent from within a place (a retry, a redirect): those who wait, wait for it too. */
  charge(): void {
    for (const bucket of this.buckets) bucket.take(Date.now());
  }

  /** Keeps to the rate that an answer told. Requests under way beside the one that was answered may not be counted in it yet. */
  heed({ rate, used }: ToldRate): void {
    this.told = this.bucketOf(rate);
    this.told.setSpent(used + Math.max(0, this.active - 1), Date.now());
    this.admit();
  }

  /**
   * The platform takes no more for now (429): whatever was thought to be left of the rate is spent. What the refusal tells of
   * the rate is kept to, but what it says to be left of it is not believed. Where it does not say when to come again, the lane
   * stays closed for the longest back-off of the rates that are known, a provisional one among them.
   */
  refused(told: ToldRate | null, retryAfterMs: number | undefined): void {
    const now = Date.now();
    if (told !== null) this.told = this.bucketOf(told.rate);
    for (const bucket of this.buckets) bucket.drain(now);
    if (retryAfterMs !== undefined) return;
    const backOffs = [this.own, this.told].map((bucket) => bucket?.backOffMs ?? 0);
    this.closedUntil = Math.max(this.closedUntil, now + Math.max(...backOffs));
  }

  get counts(): { readonly active: number; readonly waiting: number } {
    return { active: this.active, waiting: this.waiting.size };
  }

  /** Whether forgetting this lane changes nothing. */
  get isIdle(): boolean {
    const quiet = this.active === 0 && this.waiting.size === 0 && this.told === null && this.closedUntil <= Date.now();
    return quiet && this.buckets.every((bucket) => bucket.isFull(Date.now()));
  }

  /** The bucket of the rate that was told before, or a new one for another rate. */
  private bucketOf(rate: Rate): TokenBucket {
    const known = this.told?.rate;
    const same = known?.requests === rate.requests && known.perMs === rate.perMs && known.burst === rate.burst;
    return same && this.told !== null ? this.told : new TokenBucket(rate);
  }

  private get buckets(): TokenBucket[] {
    const own = this.told !== null && this.policy.rateIsProvisional === true ? null : this.own;
    return [own, this.told].filter((bucket) => bucket !== null);
  }

  /** The bucket that the request with this place in the queue waits for longest, and how long. */
  private scarcest(place = 1): { readonly bucket: TokenBucket; readonly waitMs: number } | null {
    const now = Date.now();
    return this.buckets.reduce<{ bucket: TokenBucket; waitMs: number } | null>((found, bucket) => {
      const waitMs = Math.max(bucket.waitMs(now, place), Math.ceil(this.closedUntil - now));
      return found !== null && found.waitMs >= waitMs ? found : { bucket, waitMs };
    }, null);
  }

  private refuseWhatComesTooLate(scope: RequestScope, place: number): void {
    const scarcest = this.scarcest(place);
    if (scarcest !== null && scarcest.waitMs > scope.remainingMs) {
      throw noPlace(this.policy, scarcest.bucket.rate, scarcest.waitMs);
    }
    const queueMs = this.queueMs(place);
    // Its own answer takes its time as well.
    const isTooLate = queueMs > 0 && (queueMs + (this.heldMs ?? 0)) * SLACK > scope.remainingMs;
    if (isTooLate || this.waiting.size >= MOST_WAITING) throw queueFull(this.policy, Math.max(queueMs, 1000));
  }

  /** How long until a place comes free for the request with this place in the queue, by how long places are held. */
  private queueMs(place: number): number {
    const free = this.policy.concurrency - this.active;
    if (this.heldMs === null || place <= free) return 0;
    return Math.ceil((place - Math.max(0, free)) / this.policy.concurrency) * this.heldMs;
  }

  /** The deadline passed in the queue: was it the rate, or the platform's slowness? */
  private tooLate(): Error {
    const scarcest = this.scarcest();
    return scarcest !== null && scarcest.waitMs > 0
      ? noPlace(this.policy, scarcest.bucket.rate, scarcest.waitMs)
      : noTurn(this.policy);
  }

  private admit(): void {
    clearTimeout(this.refill);
    this.refill = undefined;
    while (this.active < this.policy.concurrency) {
      const waitMs = this.waiting.size === 0 ? 0 : this.waitMs();
      if (waitMs > 0) {
        // Keeps the process alive, unlike an alarm: somebody waits for what comes after it.
        this.refill = setTimeout(() => {
          this.admit();
        }, waitMs);
        return;
      }
      const next = this.waiting.shift();
      if (next === undefined) return;
      this.charge();
      next();
    }
  }

  private place(): Release {
    this.active += 1;
    const since = performance.now();
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      this.active -= 1;
      const heldMs = performance.now() - since;
      this.heldMs = this.heldMs === null ? heldMs : this.heldMs * (1 - NEWER) + heldMs * NEWER;
      this.admit();
    };
  }
}
