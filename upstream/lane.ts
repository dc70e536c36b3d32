import { alarm } from './alarm.js';
import { abandoned, noPlace, noTurn } from './failures.js';
import { TokenBucket } from './rate.js';
import type { RequestScope } from './scope.js';
import type { ToldRate, UpstreamPolicy } from './types.js';

/** Gives the place back; a second call does nothing. */
export type Release = () => void;

/** One queue to an upstream: first come, first served; so many at once, so many per time. */
export class Lane {
  private active = 0;
  private readonly waiting: (() => void)[] = [];
  /** By the policy's rate. */
  private readonly own: TokenBucket | null;
  /** By the rate that the platform's answers tell. */
  private told: TokenBucket | null = null;
  private refill: NodeJS.Timeout | undefined;

  constructor(private readonly policy: UpstreamPolicy) {
    this.own = policy.rate === null ? null : new TokenBucket(policy.rate);
  }

  /**
   * Waits for a place and a token.
   * @throws UpstreamRateLimited at once when the token would come after the deadline; UpstreamTimeout when no place came
   * free before it; UpstreamAbandoned when the caller goes away.
   */
  async enter(scope: RequestScope): Promise<Release> {
    if (scope.signal.aborted) throw abandoned(this.policy);
    this.refuseWhatComesTooLate(scope, this.waiting.length + 1);
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
        this.waiting.splice(this.waiting.indexOf(enter), 1);
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
      this.waiting.push(enter);
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
    const known = this.told?.rate;
    const same = known?.requests === rate.requests && known.perMs === rate.perMs && known.burst === rate.burst;
    const bucket = same && this.told !== null ? this.told : new TokenBucket(rate);
    bucket.setSpent(used + Math.max(0, this.active - 1), Date.now());
    this.told = bucket;
    this.admit();
  }

  /** The platform takes no more for now (429): whatever was thought to be left of the rate is spent. */
  spend(): void {
    for (const bucket of this.buckets) bucket.drain(Date.now());
  }

  get counts(): { readonly active: number; readonly waiting: number } {
    return { active: this.active, waiting: this.waiting.length };
  }

  /** Whether forgetting this lane changes nothing. */
  get isIdle(): boolean {
    const quiet = this.active === 0 && this.waiting.length === 0 && this.told === null;
    return quiet && this.buckets.every((bucket) => bucket.isFull(Date.now()));
  }

  private get buckets(): TokenBucket[] {
    const own = this.told !== null && this.policy.rateIsProvisional === true ? null : this.own;
    return [own, this.told].filter((bucket) => bucket !== null);
  }

  /** The bucket that the request with this place in the queue waits for longest, and how long. */
  private scarcest(place = 1): { readonly bucket: TokenBucket; readonly waitMs: number } | null {
    const now = Date.now();
    return this.buckets.reduce<{ bucket: TokenBucket; waitMs: number } | null>((found, bucket) => {
      const waitMs = bucket.waitMs(now, place);
      return found !== null && found.waitMs >= waitMs ? found : { bucket, waitMs };
    }, null);
  }

  private refuseWhatComesTooLate(scope: RequestScope, place: number): void {
    const scarcest = this.scarcest(place);
    if (scarcest !== null && scarcest.waitMs > scope.remainingMs) {
      throw noPlace(this.policy, scarcest.bucket.rate, scarcest.waitMs);
    }
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
      const waitMs = this.waiting.length === 0 ? 0 : this.waitMs();
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
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      this.active -= 1;
      this.admit();
    };
  }
}
