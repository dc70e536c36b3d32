/**
 * How long the answer to one request stays fresh: as long as the part of it that ends first. Whoever reads for the request
 * tells it; the gateway's answer cache and the answer's Cache-Control ask.
 */
export class Freshness {
  private end = Infinity;
  private reading = 0;

  /** Something was used that is fresh until then (epoch milliseconds). */
  limit(until: number): void {
    this.end = Math.min(this.end, until);
  }

  /** Something was used that nobody may keep: it failed, is old, is one caller's own, or is the state of this very moment. */
  forbid(): void {
    this.end = -Infinity;
  }

  /** A reading began. @returns what says that it ended: until then the answer lacks something. */
  begin(): () => void {
    this.reading += 1;
    let open = true;
    return () => {
      if (open) this.reading -= 1;
      open = false;
    };
  }

  /** Milliseconds from now that an answer given now is fresh; 0: not at all, infinite: it depends on nothing that was read. */
  leftMs(now: number): number {
    return this.reading > 0 ? 0 : Math.max(0, this.end - now);
  }
}
