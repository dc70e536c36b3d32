import { monitorEventLoopDelay } from 'node:perf_hooks';
import { getHeapStatistics } from 'node:v8';
import { HttpFault } from './http-fault.js';

/** A caller who cannot be served now is told so within this time. */
const PATIENCE_MS = 150;
/** How often the process looks at itself. */
const LOOK_MS = 250;
/** Work that keeps the process from everything else for so long, on average, is more than it can do. */
const MOST_DELAY_MS = 500;
const MOST_HEAP = 0.92;
/** What a refused caller is asked to wait, in seconds. */
const RETRY_AFTER_S = 1;

function overloaded(): HttpFault {
  return new HttpFault(503, 'This server has as much to do as it can. Try again in a second.', 'RATE_LIMITED', {
    'retry-after': String(RETRY_AFTER_S),
  });
}

/**
 * So many answers are worked on at once; who does not get a place in a moment is refused with a code, before anything is done
 * for it. What waits for platforms waits long, so that a queue would only make everybody late.
 */
export class Admission {
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private readonly delay = monitorEventLoopDelay({ resolution: 20 });
  private readonly looking: NodeJS.Timeout;
  private tooMuch = false;
  private behind = false;
  /** Callers who were refused. */
  shed = 0;

  constructor(private readonly most: number) {
    this.delay.enable();
    this.looking = setInterval(() => {
      this.look();
    }, LOOK_MS).unref();
  }

  /** The process is behind with its work, or short of memory: nothing new is begun. */
  get isOverloaded(): boolean {
    return this.tooMuch;
  }

  /**
   * A place to work in. @returns what gives it back.
   * @throws HttpFault 503 when there is none
   */
  async enter(signal: AbortSignal): Promise<() => void> {
    if (this.tooMuch || (this.running >= this.most && this.waiting.length >= this.most)) throw this.refusal();
    if (this.running >= this.most) await this.turn(signal);
    else this.running += 1;
    // Whoever has come meanwhile is counted before the work begins: it keeps the event loop to itself for milliseconds.
    await new Promise((resolve) => setImmediate(resolve));
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      const next = this.waiting.shift();
      if (next === undefined) this.running -= 1;
      else next();
    };
  }

  close(): void {
    clearInterval(this.looking);
    this.delay.disable();
  }

  private turn(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return Promise.reject(this.refusal());
    return new Promise((resolve, reject) => {
      const done = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', leave);
      };
      const enter = (): void => {
        done();
        resolve();
      };
      const leave = (): void => {
        done();
        this.waiting.splice(this.waiting.indexOf(enter), 1);
        reject(this.refusal());
      };
      const timer = setTimeout(leave, PATIENCE_MS);
      signal.addEventListener('abort', leave, { once: true });
      this.waiting.push(enter);
    });
  }

  private refusal(): HttpFault {
    this.shed += 1;
    return overloaded();
  }

  private look(): void {
    // Nanoseconds, of which the monitor's own rest between two looks is a part.
    const delayMs = this.delay.count === 0 ? 0 : this.delay.mean / 1e6 - 20;
    this.delay.reset();
    const { used_heap_size: used, heap_size_limit: limit } = getHeapStatistics();
    // Once may be a single large answer.
    const wasBehind = this.behind;
    this.behind = delayMs > MOST_DELAY_MS;
    this.tooMuch = (this.behind && wasBehind) || used > limit * MOST_HEAP;
  }
}
