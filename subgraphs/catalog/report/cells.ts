/** A count for one value of each dimension of records, in the report's order. */
export interface Cell {
  readonly values: readonly string[];
  /** Null: it was not counted, or cannot be. */
  readonly count: number | null;
  readonly exact: boolean;
}

/** How a platform was counted (ReportCoverage.method); null: it was not. */
export type CountMethod = 'UPSTREAM_COUNT' | 'RECORDS_READ' | 'SAMPLE';
/** From the best to the weakest: a platform is told by its weakest. */
const METHODS: readonly CountMethod[] = ['UPSTREAM_COUNT', 'RECORDS_READ', 'SAMPLE'];

/** The counts of one platform, as they come in. */
export class Cells {
  private readonly cells = new Map<string, Cell>();
  private readonly methods = new Set<CountMethod>();
  /** Sentences for people. */
  readonly notes = new Set<string>();

  /** Adds to the count of a combination of values. */
  add(values: readonly string[], count: number, exact: boolean): void {
    const key = JSON.stringify(values);
    const known = this.cells.get(key);
    this.cells.set(key, {
      values,
      count: (known?.count ?? 0) + count,
      exact: exact && (known?.exact ?? true),
    });
  }

  used(method: CountMethod): void {
    this.methods.add(method);
  }

  get method(): CountMethod | null {
    return METHODS.findLast((method) => this.methods.has(method)) ?? null;
  }

  find(values: readonly string[]): Cell | undefined {
    return this.cells.get(JSON.stringify(values));
  }

  get all(): readonly Cell[] {
    return [...this.cells.values()];
  }
}
