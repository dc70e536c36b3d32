import type { Seconds } from './datestamps.js';
import type { FoundWork } from './read-set.js';
import type { Place, Selection } from './token.js';

/** A work as lists show it: what is in the header of its records. */
export interface Header extends Place {
  /** The sets that hold it; of a deleted one, those that held it last. */
  readonly sets: readonly string[];
  readonly deleted: boolean;
}

/** A part of a list. */
export interface Page {
  readonly headers: readonly Header[];
  /** Works of the whole list, as it is now. */
  readonly size: number;
  /** There are more behind it. */
  readonly more: boolean;
}

/** Deletions that are remembered; the oldest are forgotten first (deletedRecord: transient). */
const MOST_DELETED = 10_000;

function compare(left: Place, right: Place): number {
  if (left.datestamp !== right.datestamp) return left.datestamp - right.datestamp;
  return left.id < right.id ? -1 : left.id > right.id ? 1 : 0;
}

/** Works of all sets with their datestamps, in the memory of this process. */
export class Ledger {
  private readonly works = new Map<string, Header>();
  private readonly read = new Set<string>();
  private ordered: readonly Header[] | null = null;

  /**
   * Takes what a set holds now. A datestamp never goes back; a work that comes into a set which was read before is as new as its
   * coming, so that harvesters who ask for what is new find it. What a set that was read whole holds no longer has left it; what no
   * set holds any more is deleted.
   * @param firstRead of the works without a date of update
   */
  take(
    spec: string,
    works: readonly FoundWork[],
    { isWhole, firstRead, now }: { isWhole: boolean; firstRead: ReadonlyMap<string, Seconds>; now: Seconds },
  ): void {
    const isFirst = !this.read.has(spec);
    this.read.add(spec);
    this.ordered = null;
    for (const { id, updated } of works) {
      const before = this.works.get(id);
      const dated = updated ?? firstRead.get(id) ?? now;
      if (before === undefined) {
        this.works.set(id, { id, sets: [spec], deleted: false, datestamp: isFirst ? dated : Math.max(dated, now) });
        continue;
      }
      const sets = before.deleted ? [spec] : [...new Set([...before.sets, spec])];
      const datestamp = Math.max(before.datestamp, before.deleted ? now : (updated ?? 0));
      this.works.set(id, { id, sets, deleted: false, datestamp });
    }
    if (!isWhole) return;
    const held = new Set(works.map(({ id }) => id));
    for (const header of [...this.works.values()])
      if (!header.deleted && header.sets.includes(spec) && !held.has(header.id)) this.leave(header, spec, now);
    this.forgetDeleted();
  }

  /** A work that its platforms no longer know. */
  gone(id: string, now: Seconds): void {
    const header = this.works.get(id);
    if (header === undefined || header.deleted) return;
    this.works.set(id, { ...header, deleted: true, datestamp: Math.max(header.datestamp, now) });
    this.ordered = null;
  }

  get(id: string): Header | undefined {
    return this.works.get(id);
  }

  /** The oldest datestamp; null: nothing is known. */
  get earliest(): Seconds | null {
    return this.inOrder()[0]?.datestamp ?? null;
  }

  /** The works of a selection in order of their datestamps, behind a place. */
  page({ set, from, until }: Omit<Selection, 'prefix'>, after: Place | null, most: number): Page {
    const list = this.inOrder().filter(
      ({ datestamp, sets }) =>
        (set === null || sets.includes(set)) &&
        (from === null || datestamp >= from) &&
        (until === null || datestamp <= until),
    );
    const rest = after === null ? list : list.filter((header) => compare(header, after) > 0);
    return { headers: rest.slice(0, most), size: list.length, more: rest.length > most };
  }

  private leave(header: Header, spec: string, now: Seconds): void {
    const sets = header.sets.filter((one) => one !== spec);
    const left = sets.length > 0 ? { ...header, sets } : { ...header, deleted: true };
    this.works.set(header.id, {
      ...left,
      datestamp: sets.length > 0 ? header.datestamp : Math.max(header.datestamp, now),
    });
  }

  private forgetDeleted(): void {
    const deleted = [...this.works.values()].filter((header) => header.deleted).sort(compare);
    for (const { id } of deleted.slice(0, Math.max(0, deleted.length - MOST_DELETED))) this.works.delete(id);
  }

  private inOrder(): readonly Header[] {
    this.ordered ??= [...this.works.values()].sort(compare);
    return this.ordered;
  }
}
