import { createHash, type Hash } from 'node:crypto';
import { z } from 'zod';
import { questionText } from '../reports/question.js';
import type { Name, Terms } from './columns.js';
import type { Question } from './walk.js';
import { sourceShape, type Source } from './work.js';

/** What one platform had to do with an export. */
interface SourceReceipt {
  readonly platform: string;
  readonly name: Name;
  readonly state: string;
  readonly message: string | null;
  readonly attribution: string | null;
  /** Where its terms are. */
  readonly terms: string | null;
  /** Its own number of hits. */
  readonly total: number | null;
  readonly totalKind: string;
  /** Of its records, those that are in the file. */
  readonly records: number;
}

/** What is needed to repeat an export, and to cite it. */
export interface Receipt {
  readonly kind: 'kakehashi-export';
  /** Of Kakehashi. */
  readonly version: string;
  readonly question: Question;
  readonly limit: number | null;
  /** When the file was whole. */
  readonly generatedAt: string;
  readonly rows: number;
  /** Whether every platform gave all it has; `sources` says which did not. */
  readonly complete: boolean;
  readonly sources: readonly SourceReceipt[];
  /** SHA-256 of the file's bytes. */
  readonly contentHash: string;
  /** One line for a list of references. */
  readonly cite: string;
}

/** A platform's name; its code where the API does not tell one. */
export function nameOf(platform: string, terms: ReadonlyMap<string, Terms>): Name {
  return terms.get(platform)?.name ?? { ja: null, en: platform };
}

/** States in which a platform gave all that it was asked for; without a token, all that is public. */
const WHOLE = new Set(['OK', 'SKIPPED', 'UNAUTHORIZED']);

/** Whether all platforms gave what they have. */
export function isWhole(sources: readonly { readonly state: string }[]): boolean {
  return sources.every(({ state }) => WHOLE.has(state));
}

/** What an export that was broken off goes on from. */
export const exportStateShape = z.object({
  after: z.string(),
  rows: z.number(),
  records: z.record(z.string(), z.number()),
  sources: z.array(sourceShape),
});
export type ExportState = z.infer<typeof exportStateShape>;

/** Counts what goes into an export, and tells it in the end. */
export class ExportRecord {
  private readonly hash: Hash = createHash('sha256');
  private readonly records = new Map<string, number>();
  private sources = new Map<string, Source>();
  rows = 0;

  constructor(
    private readonly question: Question,
    private readonly limit: number | null,
    private readonly terms: ReadonlyMap<string, Terms>,
    /** Of the part that there is; its bytes are to be given again. */
    before: ExportState | null = null,
  ) {
    if (before === null) return;
    this.rows = before.rows;
    for (const [platform, count] of Object.entries(before.records)) this.records.set(platform, count);
    this.page(before.sources);
  }

  /** @param after where the export goes on */
  state(after: string): ExportState {
    const { rows, records, sources } = this;
    return { after, rows, records: Object.fromEntries(records), sources: [...sources.values()] };
  }

  /** Of the file, in its order. */
  bytes(bytes: Buffer): void {
    this.hash.update(bytes);
  }

  work(platforms: Iterable<string>): void {
    this.rows += 1;
    for (const platform of platforms) this.records.set(platform, (this.records.get(platform) ?? 0) + 1);
  }

  /** How the platforms took part in the latest page; what one said of its total stays. */
  page(sources: readonly Source[]): void {
    this.sources = new Map(
      sources.map((source) => {
        const before = this.sources.get(source.platform);
        return [
          source.platform,
          source.total === null && before !== undefined
            ? { ...source, total: before.total, totalKind: before.totalKind }
            : source,
        ];
      }),
    );
  }

  /**
   * How far it is: works of the limit, else records of those that the platforms say they hold (a work is merged of several); null where
   * one does not tell.
   */
  progress(): { readonly done: number; readonly of: number | null } {
    const totals = [...this.sources.values()].filter(({ state }) => state !== 'SKIPPED').map(({ total }) => total);
    const expected = totals.some((total) => total === null)
      ? null
      : totals.reduce<number>((sum, total) => sum + (total ?? 0), 0);
    if (this.limit !== null && (expected === null || this.limit < expected)) return { done: this.rows, of: this.limit };
    return { done: [...this.records.values()].reduce((sum, count) => sum + count, 0), of: expected };
  }

  receipt(version: string, now: Date): Receipt {
    const generatedAt = now.toISOString();
    const contentHash = this.hash.copy().digest('hex');
    const sources = [...this.sources.values()].map(({ platform, state, total, totalKind, message, attribution }) => ({
      platform,
      name: nameOf(platform, this.terms),
      state,
      total,
      totalKind,
      records: this.records.get(platform) ?? 0,
      message,
      attribution,
      terms: this.terms.get(platform)?.termsUrl ?? null,
    }));
    return {
      kind: 'kakehashi-export',
      version,
      question: this.question,
      limit: this.limit,
      generatedAt,
      rows: this.rows,
      complete: isWhole(sources),
      sources,
      contentHash,
      cite: `Kakehashi ${version}: export of ${String(this.rows)} works (${questionText(this.question)}), ${generatedAt}, sha256:${contentHash}.`,
    };
  }
}
