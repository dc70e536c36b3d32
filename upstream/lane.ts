import { alarm } from './alarm.js';
import { abandoned, noPlace, noTurn } from './failures.js';
import { TokenBucket } from './rate.js';
import type { RequestScope } from './scope.js';
import type { UpstreamPolicy } from './types.js';

/** Gives the place back; a second call does nothing. */
export type Release = () => void;

/** One queue to an upstream: first come, first served; so many at once, so many per time. */
export class Lane {
  private active = 0;
  private readonly waiting: (() => void)[] = [];
  private readonly bucket: TokenBucket | null;
  private refill: NodeJS.Timeout | undefined;

  constructor(private readonly policy: UpstreamPolicy) {
    this.bucket = policy.rate === null ? null : new TokenBucket(policy.rate);
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
    return this.bucket?.waitMs(Date.now()) ?? 0;
  }

  /** Counts a request that is sent from within a place (a retry, a redirect): those who wait, wait for it too. */
  charge(): void {
    this.bucket?.take(Date.now());
  }

  get counts(): { readonly active: number; readonly waiting: number } {
    return { active: this.active, waiting: this.waiting.length };
  }

  /** Whether forgetting this lane changes nothing. */
  get isIdle(): boolean {
    return this.active === 0 && this.waiting.length === 0 && (this.bucket?.isFull(Date.now()) ?? true);
  }

  private refuseWhatComesTooLate(scope: RequestScope, place: number): void {
    if (this.bucket === null) return;
    const waitMs = this.bucket.waitMs(Date.now(), place);
    if (waitMs > scope.remainingMs) throw noPlace(this.policy, this.bucket.rate, waitMs);
  }

  /** The deadline passed in the queue: was it the rate, or the platform's slowness? */
  private tooLate(): Error {
    const waitMs = this.waitMs();
    return this.bucket !== null && waitMs > 0 ? noPlace(this.policy, this.bucket.rate, waitMs) : noTurn(this.policy);
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
