import type { FileWarning, WarningCode } from './types.js';

/** What a file is warned of: what repeats line by line is told once, with its number of lines. */
export class Warnings {
  private readonly list: FileWarning[] = [];
  private readonly repeated = new Map<WarningCode, { line: number; times: number; text: string }>();

  add(line: number, code: WarningCode, text: string): void {
    this.list.push({ line, code, text });
  }

  repeat(line: number, code: WarningCode, text: string): void {
    const known = this.repeated.get(code);
    if (known === undefined) this.repeated.set(code, { line, times: 1, text });
    else known.times += 1;
  }

  /** In the order of their lines. */
  all(): FileWarning[] {
    const repeated = [...this.repeated].map(([code, { line, times, text }]) => ({
      line,
      code,
      text: times === 1 ? text : `${text} (so on ${String(times)} lines)`,
    }));
    return [...this.list, ...repeated].sort((a, b) => a.line - b.line);
  }
}
