import { cut } from '../reports/text.js';

const BAR_COLUMNS = 24;

/** A part of a whole as a bar, `███░░░ 50 %`. */
export function bar(done: number, whole: number): string {
  const part = whole <= 0 ? 0 : Math.min(1, done / whole);
  const filled = Math.round(part * BAR_COLUMNS);
  return `${'█'.repeat(filled)}${'░'.repeat(BAR_COLUMNS - filled)} ${String(Math.floor(part * 100))} %`;
}

/** A line on standard error that is written over; nothing where that is no terminal. */
export class Progress {
  private shown = false;

  constructor(private readonly stream: NodeJS.WriteStream = process.stderr) {}

  show(done: number, whole: number, note: string): void {
    if (!this.stream.isTTY) return;
    const line = cut(`${bar(done, whole)}  ${note}`, Math.max(20, this.stream.columns - 1));
    this.stream.write(`\r\u001b[2K${line}`);
    this.shown = true;
  }

  /** Takes the line away: what is told next begins at the left. */
  clear(): void {
    if (this.shown) this.stream.write('\r\u001b[2K');
    this.shown = false;
  }
}
