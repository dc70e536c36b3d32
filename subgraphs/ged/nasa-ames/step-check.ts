/** Printed numbers are rounded: a step is one within a thousandth. */
const TOLERANCE = 1e-3;

/**
 * Finds rows that have too few numbers and whose lines, read on, would still fill records: where DX states a constant step,
 * X must go on by it from record to record. Where the lines do, and the records do not, each line was a row.
 */
export class StepCheck {
  private lastLine = NaN;
  private lastRecord = NaN;
  private everyLine = true;

  /** @param step DX, not 0 */
  constructor(private readonly step: number) {}

  private isStep(from: number, to: number): boolean {
    return Number.isNaN(from) || Math.abs(to - from - this.step) <= Math.abs(this.step) * TOLERANCE;
  }

  /** The first number of a line. Returns whether it begins a row, though by the counters it begins no record of its own. */
  line(first: number, beginsRecord: boolean): boolean {
    this.everyLine &&= this.isStep(this.lastLine, first);
    this.lastLine = first;
    if (!beginsRecord) return false;
    const isNext = this.isStep(this.lastRecord, first);
    this.lastRecord = first;
    return this.everyLine && !isNext;
  }
}
