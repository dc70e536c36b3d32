import { tell } from './exit.js';

/** How often a bar is drawn, in ms. */
const DRAWN_MS = 200;
const WIDTH = 24;

/** What is done of what there is to do; `of` is null where nobody knows. */
export interface Done {
  readonly done: number;
  readonly of: number | null;
  /** More, for people: `34 works/s`. */
  readonly note: string;
}

/** A bar on a terminal, and nothing where standard error is none. */
export class Progress {
  private drawnAt = 0;
  private readonly isShown = process.stderr.isTTY;

  constructor(private readonly what: string) {}

  show({ done, of, note }: Done): void {
    const now = Date.now();
    if (!this.isShown || now - this.drawnAt < DRAWN_MS) return;
    this.drawnAt = now;
    process.stderr.write(`\r\u001b[K${barOf(this.what, { done, of, note })}`);
  }

  /** Takes the bar away, and says how it ended. */
  end(message: string): void {
    if (this.isShown) process.stderr.write('\r\u001b[K');
    tell(message);
  }
}

/** `works [████████░░░░] 62 % 620/1000 34/s` */
export function barOf(what: string, { done, of, note }: Done): string {
  if (of === null || of === 0) return `${what} ${String(done)} ${note}`;
  const share = Math.min(1, done / of);
  const full = Math.round(share * WIDTH);
  return `${what} [${'█'.repeat(full)}${'░'.repeat(WIDTH - full)}] ${String(Math.floor(share * 100))} % ${String(done)}/${String(of)} ${note}`;
}
