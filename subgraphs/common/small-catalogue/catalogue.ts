import { alarm } from '../../../upstream/alarm.js';
import { UpstreamRejected } from '../../../upstream/errors.js';
import type { UpstreamError } from '../../../upstream/errors.js';
import { late, stillReading } from '../../../upstream/failures.js';
import { retrieval } from '../../../upstream/retrieval.js';
import type { RequestScope } from '../../../upstream/scope.js';
import { leastFresh } from '../cache-state.js';
import { completeness, messageOf } from './completeness.js';
import { CatalogueShelf } from './shelf.js';
import type { Slot } from './shelf.js';
import { SearchIndex } from './search-index.js';
import type {
  Catalogue,
  CatalogueEntry,
  CatalogueHits,
  CatalogueOptions,
  CatalogueQuery,
  Completeness,
} from './types.js';

/** An answer from what has arrived is given this long before the deadline: whoever waits for it gives up at the deadline itself. */
const MARGIN_MS = 200;
/** Of a short time the margin is no more than this share. */
const MARGIN_SHARE = 0.1;

/** A reading that would need so many times what is left is not waited for. */
const HOPELESS = 1.5;

/** The catalogue in the process; types.ts says what it promises. */
export class SmallCatalogue<T> implements Catalogue<T> {
  private readonly index = new SearchIndex();
  private readonly shelf: CatalogueShelf<T>;
  private counted: { readonly steps: number; readonly state: Completeness } | null = null;
  /** For messages. */
  private readonly platform: { readonly platform: string; readonly name: string };

  constructor(options: CatalogueOptions<T>) {
    this.platform = { platform: options.platform, name: options.name };
    this.shelf = new CatalogueShelf(options, this.index);
  }

  begin(): void {
    this.shelf.begin();
  }

  lists(id: string): boolean {
    return this.shelf.slots.has(id);
  }

  async search(query: CatalogueQuery, scope: RequestScope): Promise<CatalogueHits<T>> {
    const askedAt = Date.now();
    await this.waitForFirstReading(scope);
    scope.freshness.limit(this.shelf.dueAt);
    const found = this.index.search(query);
    const hits = this.entriesOf(
      found.ids.map((id) => this.shelf.slots.get(id)),
      askedAt,
    );
    const state = this.state();
    return {
      ...state,
      hits,
      cache: leastFresh(hits.map(({ retrieved }) => retrieved.cache)),
      message: messageOf(state, found.message),
    };
  }

  async all(scope: RequestScope): Promise<Completeness & { readonly entries: readonly CatalogueEntry<T>[] }> {
    const askedAt = Date.now();
    await this.waitForFirstReading(scope);
    scope.freshness.limit(this.shelf.dueAt);
    const slots = [...this.shelf.slots.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
    const entries = this.entriesOf(slots, askedAt);
    return { ...this.state(), entries };
  }

  async get(id: string, scope: RequestScope): Promise<CatalogueEntry<T> | null> {
    const askedAt = Date.now();
    this.shelf.begin();
    const isSettled = (): boolean => this.lists(id) || this.shelf.listState.known || !this.shelf.busy;
    await this.wait(isSettled, scope.deadline, scope.signal);
    if (this.shelf.slots.get(id)?.held === null) {
      this.shelf.hurry(id);
      await this.wait(() => !this.shelf.isAwaited(id), scope.deadline, scope.signal);
    }
    scope.freshness.limit(this.shelf.dueAt);
    const slot = this.shelf.slots.get(id);
    const [entry] = this.entriesOf([slot], askedAt);
    return entry ?? this.nothing(slot, scope.deadline - askedAt);
  }

  /** Counted once for each step of the reading, not for each question. */
  private state(): Completeness {
    const { steps } = this.shelf;
    if (this.counted?.steps !== steps) {
      this.counted = { steps, state: completeness(this.shelf.slots.values(), this.shelf.listState) };
    }
    return this.counted.state;
  }

  /** Why there is no entry: null where there is no such dataset. */
  private nothing(slot: Slot<T> | undefined, hadMs: number): null {
    if (slot === undefined) {
      const { known, failure } = this.shelf.listState;
      if (known) return null;
      throw failure ?? this.missed(hadMs);
    }
    if (slot.state === 'absent') return null;
    if (slot.state === 'forbidden') {
      const message = `${this.platform.name}: dataset ${slot.id} was not read, since ${slot.reason ?? 'it may not be'}.`;
      throw new UpstreamRejected({ platform: this.platform.platform, message });
    }
    throw slot.error ?? this.missed(hadMs);
  }

  /** Why something that nobody failed to read is not here. */
  private missed(hadMs: number): UpstreamError {
    return this.shelf.isFirstReading() || this.shelf.busy ? stillReading(this.platform) : late(this.platform, hadMs);
  }

  /** A loop, since an answer may hold every dataset. */
  private entriesOf(slots: readonly (Slot<T> | undefined)[], askedAt: number): CatalogueEntry<T>[] {
    const now = Date.now();
    const entries: CatalogueEntry<T>[] = [];
    for (const slot of slots) {
      if (slot?.held == null) continue;
      const { value, at } = slot.held;
      const cache = this.shelf.isStale(slot, now) ? 'STALE' : at.getTime() >= askedAt ? 'MISS' : 'HIT';
      entries.push({ id: slot.id, value, retrieved: retrieval(slot.held, at, cache) });
    }
    return entries;
  }

  /**
   * Sees to what is due, and waits for it only where nothing was read before; not where something has arrived and the rest
   * will not be there in time all the same: then every query of the first minutes would take as long as it may.
   */
  private async waitForFirstReading(scope: RequestScope): Promise<void> {
    this.shelf.begin();
    const until = scope.deadline - Math.min(MARGIN_MS, scope.remainingMs * MARGIN_SHARE);
    const isHopeless = (): boolean => (this.shelf.expectedMs() ?? 0) > HOPELESS * (until - Date.now());
    await this.wait(() => !this.shelf.isFirstReading() || isHopeless(), until, scope.signal);
  }

  /** Until something holds, a moment has come, or the caller leaves. What is read goes on all the same. */
  private wait(holds: () => boolean, until: number, signal: AbortSignal): Promise<void> {
    if (holds() || signal.aborted || until <= Date.now()) return Promise.resolve();
    return new Promise((resolve) => {
      const done = (): void => {
        forget();
        cancelAlarm();
        signal.removeEventListener('abort', done);
        resolve();
      };
      const forget = this.shelf.onProgress(() => {
        if (holds()) done();
      });
      const cancelAlarm = alarm(() => until, done);
      signal.addEventListener('abort', done, { once: true });
    });
  }
}
