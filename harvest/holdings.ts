import { AskFailure } from '../exports/graphql-port.js';
import type { Seconds } from './datestamps.js';
import type { FirstReadings } from './first-readings.js';
import { Ledger } from './ledger.js';
import { PlatformsAway } from './port.js';
import type { SetReading } from './read-set.js';
import type { HarvestSet } from './sets.js';

/** What a set holds is read again behind an answer when it is older than this. */
const REFRESH_S = 3600;
/** After a reading that failed no other is begun for so long. */
const REST_S = 30;

/** Reads what a set holds. @throws PlatformsAway, AskFailure */
export type ReadSet = (set: HarvestSet, signal: AbortSignal) => Promise<SetReading>;

interface SetState {
  /** When it was last read; null: never. */
  readAt: Seconds | null;
  gaps: readonly string[];
  reading: Promise<void> | null;
  failedAt: Seconds | null;
}

/** The list that is asked for cannot be told yet. */
export class NotYet extends Error {
  override readonly name = 'NotYet';
  constructor(
    message: string,
    readonly retryAfterS: number,
  ) {
    super(message);
  }
}

export interface HoldingsOptions {
  readonly sets: readonly HarvestSet[];
  readonly read: ReadSet;
  readonly firstReadings: FirstReadings;
  /** How long a caller waits for a first reading, in ms. */
  readonly patienceMs: number;
  readonly onFailure: (set: HarvestSet, error: unknown) => void;
  readonly now?: () => Seconds;
}

/** What the sets hold: read when it is asked for first, given while it is read again. */
export class Holdings {
  readonly ledger = new Ledger();
  private readonly states = new Map<string, SetState>();
  private readonly ending = new AbortController();
  private readonly now: () => Seconds;

  constructor(private readonly options: HoldingsOptions) {
    this.now = options.now ?? (() => Math.floor(Date.now() / 1000));
    for (const { spec } of options.sets)
      this.states.set(spec, { readAt: null, gaps: [], reading: null, failedAt: null });
  }

  get sets(): readonly HarvestSet[] {
    return this.options.sets;
  }

  /** Why a set's list may be shorter than what its platforms hold; none: it is whole, or was not read yet. */
  gapsOf(spec: string): readonly string[] {
    return this.states.get(spec)?.gaps ?? [];
  }

  /** Whether all sets were read. */
  get areKnown(): boolean {
    return [...this.states.values()].every(({ readAt }) => readAt !== null);
  }

  /**
   * Sees to it that what a set holds (null: all sets) is known.
   * @throws NotYet when it is still being read, or a platform is away
   */
  async ready(spec: string | null): Promise<void> {
    const wanted = this.sets.filter((set) => spec === null || set.spec === spec);
    const missing = wanted.filter((set) => this.isMissing(set));
    if (missing.length === 0) return;
    const rest = Math.max(...missing.map((set) => this.restOf(set)));
    if (rest > 0)
      throw new NotYet('A platform of this list does not answer now, and without it the list would be shorter.', rest);
    await this.within(Promise.all(missing.map((set) => this.begin(set))));
    if (missing.some((set) => this.states.get(set.spec)?.readAt === null))
      throw new NotYet(
        'A platform of this list does not answer now, and without it the list would be shorter.',
        REST_S,
      );
  }

  close(): void {
    this.ending.abort(new Error('The server ends.'));
  }

  /** Whether it has to be waited for; what is only old is read again behind the answer. */
  private isMissing(set: HarvestSet): boolean {
    const state = this.stateOf(set);
    if (state.readAt === null) return true;
    if (this.now() - state.readAt >= REFRESH_S && this.restOf(set) === 0) void this.begin(set);
    return false;
  }

  private restOf(set: HarvestSet): number {
    const { failedAt, reading } = this.stateOf(set);
    return failedAt === null || reading !== null ? 0 : Math.max(0, failedAt + REST_S - this.now());
  }

  private stateOf({ spec }: HarvestSet): SetState {
    const state = this.states.get(spec);
    if (state === undefined) throw new Error(`no set ${spec}`);
    return state;
  }

  /** Reads a set, once at a time. Never rejects: what failed is told, and in the state. */
  private begin(set: HarvestSet): Promise<void> {
    const state = this.stateOf(set);
    state.reading ??= this.read(set)
      .then(
        () => {
          state.failedAt = null;
        },
        (error: unknown) => {
          state.failedAt = this.now();
          if (!this.ending.signal.aborted) this.options.onFailure(set, error);
        },
      )
      .finally(() => {
        state.reading = null;
      });
    return state.reading;
  }

  private async read(set: HarvestSet): Promise<void> {
    const { works, gaps } = await this.options.read(set, this.ending.signal);
    const now = this.now();
    const undated = works.filter(({ updated }) => updated === null).map(({ id }) => id);
    const firstRead = await this.options.firstReadings.of(undated, now);
    this.ledger.take(set.spec, works, { isWhole: gaps.length === 0, firstRead, now });
    Object.assign(this.stateOf(set), { readAt: now, gaps });
  }

  private async within(work: Promise<unknown>): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(new NotYet('What this list holds is being read from the platforms for the first time.', 10));
      }, this.options.patienceMs);
    });
    try {
      await Promise.race([work, late]);
    } finally {
      clearTimeout(timer);
    }
  }
}

/** Whether an error says that platforms are away, and not that something is wrong here. */
export function isOfPlatforms(error: unknown): boolean {
  return error instanceof PlatformsAway || (error instanceof AskFailure && error.isOfPlatforms);
}
