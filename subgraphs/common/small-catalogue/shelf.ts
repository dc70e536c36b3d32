import { UnreadableDocument } from '../errors.js';
import {
  UpstreamError,
  UpstreamMalformed,
  UpstreamRateLimited,
  UpstreamTimeout,
  UpstreamUnavailable,
} from '../../../upstream/errors.js';
import { malformed } from '../../../upstream/failures.js';
import { RequestScope } from '../../../upstream/scope.js';
import type { ListState } from './completeness.js';
import { DocumentReader } from './documents.js';
import type { DocumentMemory } from './documents.js';
import type { SearchIndex } from './search-index.js';
import type { CatalogueOptions, CatalogueSource, DatasetReading } from './types.js';

const DAY_MS = 24 * 60 * 60_000;
const RETRY_MS = 60_000;
/** A platform that is away is looked at more often: what it holds is wanted as soon as it is back. */
const AWAY_RETRY_MS = 8000;
/** After so many datasets in a row that failed because the platform is away, the others are not asked for now. */
const AWAY_AFTER = 3;

/** One dataset of the list and what became of it the last time. */
export interface Slot<T> {
  readonly id: string;
  /** The last value that could be read; kept while refreshing it fails. */
  held: { readonly value: T; readonly at: Date; readonly whole: boolean } | null;
  state: 'unread' | 'read' | 'absent' | 'forbidden' | 'failed';
  /** Why something of it may not be read. */
  reason: string | null;
  /** Why something of it could not be read. */
  error: UpstreamError | null;
  /** When it is to be read (again), epoch milliseconds. */
  dueAt: number;
  readonly memory: DocumentMemory;
}

/** What one reading came to. */
interface Loaded<V> {
  readonly value: V | null;
  readonly error: UpstreamError | null;
  readonly reason: string | null;
}

/**
 * Keeps the datasets and sees to their reading: one reading at a time, one dataset after another, in a scope of its own that
 * no caller ends. Nothing runs by a clock: what is due is read when somebody asks (`begin`).
 */
export class CatalogueShelf<T> {
  readonly slots = new Map<string, Slot<T>>();
  private readonly documents: DocumentReader;
  private readonly source: CatalogueSource<T>;
  private readonly freshMs: number;
  private readonly retryMs: number;
  private readonly platform: { readonly platform: string; readonly name: string };
  private readonly listMemory: DocumentMemory = new Map();
  private list: ListState & { readonly dueAt: number };
  private readonly urgent = new Set<string>();
  private readonly listeners = new Set<() => void>();
  /** How many steps of reading there were: whatever changes here, changes by one. */
  steps = 0;
  private running = false;
  private readOnce = false;
  /** Milliseconds that the datasets of the reading under way have taken, and how many they are. */
  private pace = { ms: 0, datasets: 0 };

  constructor(
    options: CatalogueOptions<T>,
    private readonly index: SearchIndex,
  ) {
    const { platform, name, client, source, freshMs = DAY_MS, retryMs = RETRY_MS } = options;
    this.platform = { platform, name };
    this.documents = new DocumentReader(platform, name, client);
    this.source = source;
    this.freshMs = freshMs;
    this.retryMs = retryMs;
    this.list = { known: false, failure: null, dueAt: 0 };
    if (typeof source.ids === 'function') this.setList(source.known ?? []);
    else {
      this.setList(source.ids);
      this.list = { known: true, failure: null, dueAt: Infinity };
    }
  }

  get listState(): ListState {
    return this.list;
  }

  get busy(): boolean {
    return this.running;
  }

  /** Whether nothing was read before and a reading is under way. */
  isFirstReading(): boolean {
    return this.running && (!this.readOnce || [...this.slots.values()].every(({ held }) => held === null));
  }

  /** Milliseconds that the first reading may still take, as its datasets so far have taken; null while none is here. */
  expectedMs(): number | null {
    let [unread, held] = [0, 0];
    for (const slot of this.slots.values()) {
      if (slot.state === 'unread') unread += 1;
      if (slot.held !== null) held += 1;
    }
    return held === 0 || this.pace.datasets === 0 ? null : (this.pace.ms / this.pace.datasets) * unread;
  }

  /** When something of the catalogue is to be read (again), epoch milliseconds: until then it stays as it is. */
  get dueAt(): number {
    let due = this.list.dueAt;
    for (const { dueAt } of this.slots.values()) due = Math.min(due, dueAt);
    return due;
  }

  isStale(slot: Slot<T>, now: number): boolean {
    return slot.held !== null && (slot.state === 'failed' || now - slot.held.at.getTime() >= this.freshMs);
  }

  /** Whether a dataset that somebody waits for is still to be read. */
  isAwaited(id: string): boolean {
    return this.urgent.has(id);
  }

  /** Reads a dataset before the others, unless it is left alone for now. */
  hurry(id: string): void {
    const slot = this.slots.get(id);
    if (slot === undefined || slot.dueAt > Date.now()) return;
    this.urgent.add(id);
    this.begin();
  }

  /** Calls back after each step. @returns what ends that. */
  onProgress(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  begin(): void {
    if (this.running || !this.isDue(Date.now())) return;
    this.running = true;
    void this.readAll().finally(() => {
      this.running = false;
      this.readOnce = true;
      this.tell();
      // Somebody may have asked for one in the very moment in which the reading ended.
      if (this.urgent.size > 0) this.begin();
    });
  }

  private isDue(now: number): boolean {
    return this.urgent.size > 0 || this.dueAt <= now;
  }

  private tell(): void {
    this.steps += 1;
    for (const listener of [...this.listeners]) listener();
  }

  /** Never rejects: each step keeps its failure. */
  private async readAll(): Promise<void> {
    if (!this.list.known) await this.readDue();
    if (this.list.dueAt <= Date.now()) await this.readList();
    await this.readDue();
  }

  private async readDue(): Promise<void> {
    const now = Date.now();
    const queue = [...this.slots.values()].filter(({ dueAt }) => dueAt <= now);
    let awayInARow = 0;
    this.pace = { ms: 0, datasets: 0 };
    for (let slot = this.next(queue); slot !== undefined; slot = this.next(queue)) {
      const began = Date.now();
      await this.readDataset(slot);
      this.pace = { ms: this.pace.ms + Date.now() - began, datasets: this.pace.datasets + 1 };
      this.urgent.delete(slot.id);
      awayInARow = isAway(slot.error) ? awayInARow + 1 : 0;
      if (slot.error !== null && awayInARow >= AWAY_AFTER) this.postpone(queue, slot.error);
      this.tell();
    }
  }

  /** The next dataset to read: one that somebody waits for, else the next of the queue that was not read meanwhile. */
  private next(queue: Slot<T>[]): Slot<T> | undefined {
    for (const id of this.urgent) {
      const slot = this.slots.get(id);
      if (slot !== undefined) return slot;
      this.urgent.delete(id);
    }
    for (let slot = queue.shift(); slot !== undefined; slot = queue.shift()) {
      if (slot.dueAt <= Date.now() && this.slots.get(slot.id) === slot) return slot;
    }
    return undefined;
  }

  /** The platform is away: whoever waits is told, and nothing more is asked for now. */
  private postpone(queue: Slot<T>[], error: UpstreamError): void {
    const waiting = [...this.urgent].flatMap((id) => this.slots.get(id) ?? []);
    for (const slot of [...waiting, ...queue.filter(({ dueAt }) => dueAt <= Date.now())]) this.fail(slot, error);
    this.urgent.clear();
    queue.length = 0;
  }

  private fail(slot: Slot<T>, error: UpstreamError): void {
    slot.state = 'failed';
    slot.error = error;
    slot.reason = null;
    slot.dueAt = Date.now() + this.pauseAfter(error);
  }

  /** How long what failed is left alone. */
  private pauseAfter(error: UpstreamError): number {
    const nothingIsHere = [...this.slots.values()].every(({ held }) => held === null);
    // One document that cannot be read stays so; where none can, it is the platform that is not itself.
    return error instanceof UpstreamMalformed && !nothingIsHere ? this.retryMs : Math.min(this.retryMs, AWAY_RETRY_MS);
  }

  private async readList(): Promise<void> {
    const { ids } = this.source;
    if (typeof ids !== 'function') return;
    const isFirst = !this.list.known;
    const { value, error } = await this.reading(this.listMemory, ids);
    if (value !== null && error === null) this.setList(value);
    // A list that is not whole adds to what is known, and takes nothing away.
    else if (value !== null) this.setList([...this.slots.keys(), ...value]);
    const known = this.list.known || (value !== null && (error === null || value.length > 0));
    this.list = { known, failure: error, dueAt: Date.now() + (error === null ? this.freshMs : this.pauseAfter(error)) };
    if (isFirst) this.readAgainWhatIsConcerned();
    this.tell();
  }

  /** What was read before the list was known did not have what the list found. */
  private readAgainWhatIsConcerned(): void {
    for (const slot of this.slots.values()) {
      if (slot.state === 'read' && this.source.concerned?.(slot.id) === true) slot.dueAt = 0;
    }
  }

  private setList(ids: readonly string[]): void {
    const listed = new Set(ids);
    for (const id of [...this.slots.keys()]) {
      if (listed.has(id)) continue;
      this.slots.delete(id);
      this.index.remove(id);
    }
    for (const id of listed) {
      if (!this.slots.has(id)) this.slots.set(id, emptySlot(id));
    }
  }

  private async readDataset(slot: Slot<T>): Promise<void> {
    const { value, error, reason } = await this.reading(slot.memory, async (reading) => {
      const loaded = await this.source.load(slot.id, reading);
      return loaded === null ? null : { value: loaded, entry: this.source.index(slot.id, loaded) };
    });
    const whole = error === null && reason === null;
    if (value !== null && (whole || slot.held?.whole !== true)) {
      slot.held = { value: value.value, at: new Date(), whole };
      this.index.put({ ...value.entry, id: slot.id });
    }
    if (error !== null) {
      this.fail(slot, error);
      // What was read in part is what there is now, not an old value.
      if (value !== null && slot.held?.whole !== true) slot.state = 'read';
      return;
    }
    slot.error = null;
    slot.reason = reason;
    slot.dueAt = Date.now() + this.freshMs;
    slot.state = value !== null ? 'read' : reason !== null ? 'forbidden' : 'absent';
    if (slot.state === 'absent') this.takeOut(slot);
  }

  private takeOut(slot: Slot<T>): void {
    slot.held = null;
    slot.memory.clear();
    this.index.remove(slot.id);
  }

  /** Runs one reading and gathers what its documents came to. */
  private async reading<V>(
    memory: DocumentMemory,
    read: (reading: DatasetReading) => Promise<V | null>,
  ): Promise<Loaded<V>> {
    let [error, reason]: [UpstreamError | null, string | null] = [null, null];
    const scope = new RequestScope();
    const failed = (failure: UpstreamError): void => {
      error = failure;
    };
    const reading: DatasetReading = {
      scope,
      failed,
      ask: async (url, decode, headers = {}) => {
        const answer = await this.documents.read(url, decode, headers, memory, scope);
        if (answer.state === 'failed') failed(answer.error);
        if (answer.state === 'forbidden') reason = answer.reason;
        return answer;
      },
    };
    try {
      return { value: await read(reading), error, reason };
    } catch (thrown) {
      return { value: null, error: this.asUpstreamError(thrown), reason };
    }
  }

  private asUpstreamError(thrown: unknown): UpstreamError {
    if (thrown instanceof UpstreamError) return thrown;
    const why = thrown instanceof UnreadableDocument ? `: ${thrown.message}` : '';
    return malformed(this.platform, `a document that could not be read${why}`, thrown);
  }
}

function emptySlot<T>(id: string): Slot<T> {
  return { id, held: null, state: 'unread', reason: null, error: null, dueAt: 0, memory: new Map() };
}

/** Whether a failure says that the platform as a whole does not answer. */
function isAway(error: UpstreamError | null): boolean {
  return (
    error instanceof UpstreamUnavailable || error instanceof UpstreamTimeout || error instanceof UpstreamRateLimited
  );
}
