/**
 * A queue in which callers take turns: one with a hundred things waiting does not keep another's single one waiting for all of
 * them. Each caller's own come first come, first served.
 */
export class FairQueue<T> {
  /** In the order of the callers' next turns. */
  private readonly callers = new Map<object, T[]>();
  private count = 0;

  get size(): number {
    return this.count;
  }

  /** How many would have their turn before one more of this caller's, and that one itself. */
  placeOf(caller: object): number {
    const own = (this.callers.get(caller)?.length ?? 0) + 1;
    let before = 0;
    for (const [other, items] of this.callers) if (other !== caller) before += Math.min(items.length, own);
    return before + own;
  }

  push(caller: object, item: T): void {
    const items = this.callers.get(caller);
    if (items === undefined) this.callers.set(caller, [item]);
    else items.push(item);
    this.count += 1;
  }

  /** The next in turn; its caller is behind all others then. */
  shift(): T | undefined {
    for (const [caller, items] of this.callers) {
      const item = items.shift();
      this.callers.delete(caller);
      if (items.length > 0) this.callers.set(caller, items);
      if (item === undefined) continue;
      this.count -= 1;
      return item;
    }
    return undefined;
  }

  /** Takes out one that does not wait any more. */
  remove(caller: object, item: T): void {
    const items = this.callers.get(caller);
    const index = items?.indexOf(item) ?? -1;
    if (items === undefined || index < 0) return;
    items.splice(index, 1);
    if (items.length === 0) this.callers.delete(caller);
    this.count -= 1;
  }
}
