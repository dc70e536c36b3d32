import { createHash, type Hash } from 'node:crypto';
import { z } from 'zod';
import { questionText } from '../reports/question.js';
import type { Name, Terms } from './columns.js';
import type { Question } from './walk.js';
import { walkStateShape, type WalkPage } from './walk-all.js';
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

/** Works that were named one by one. */
export interface NamedWorks {
  readonly given: readonly string[];
  /** Known to no platform. */
  readonly unknown: readonly string[];
  /** Not ids. */
  readonly refused: readonly { readonly id: string; readonly why: string }[];
}

/** What is needed to repeat an export, and to cite it. */
export interface Receipt {
  readonly kind: 'kakehashi-export';
  /** Of Kakehashi. */
  readonly version: string;
  /** Null where the works were named: `ids`. */
  readonly question: Question | null;
  readonly ids?: NamedWorks;
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

const NAMED: Omit<Source, 'platform'> = {
  state: 'OK',
  total: null,
  totalKind: 'UNKNOWN',
  passed: 0,
  message: null,
  attribution: null,
};

/** What an export that was broken off goes on from. */
export const exportStateShape = z.object({
  /** Of a search. */
  walk: walkStateShape.nullable(),
  /** Of ids: how many are through, and which of them gave nothing. */
  ids: z
    .object({
      at: z.number(),
      unknown: z.array(z.string()),
      refused: z.array(z.object({ id: z.string(), why: z.string() })),
    })
    .nullable(),
  rows: z.number(),
  records: z.record(z.string(), z.number()),
  sources: z.array(sourceShape),
});
export type ExportState = z.infer<typeof exportStateShape>;
/** Where the reading of an export goes on. */
export type Place = Pick<ExportState, 'walk' | 'ids'>;

/** Counts what goes into an export, and tells it in the end. */
export class ExportRecord {
  private readonly hash: Hash = createHash('sha256');
  private readonly records = new Map<string, number>();
  private sources: readonly Source[] = [];
  private passed: WalkPage<unknown>['progress'] = { done: 0, of: null };
  private missing: Omit<NamedWorks, 'given'> = { unknown: [], refused: [] };
  rows = 0;

  constructor(
    private readonly asked: { readonly question: Question | null; readonly given: readonly string[] },
    private readonly limit: number | null,
    private readonly terms: ReadonlyMap<string, Terms>,
    /** Of the part that there is; its bytes are to be given again. */
    before: ExportState | null = null,
  ) {
    if (before === null) return;
    this.rows = before.rows;
    for (const [platform, count] of Object.entries(before.records)) this.records.set(platform, count);
    this.sources = before.sources;
    if (before.ids !== null) this.missing = before.ids;
  }

  /** What the export goes on from. */
  state({ walk, ids }: Place): ExportState {
    const { rows, records, sources } = this;
    return { walk, ids, rows, records: Object.fromEntries(records), sources: [...sources] };
  }

  /** Of the file, in its order. */
  bytes(bytes: Buffer): void {
    this.hash.update(bytes);
  }

  work(platforms: Iterable<string>): void {
    this.rows += 1;
    for (const platform of platforms) this.records.set(platform, (this.records.get(platform) ?? 0) + 1);
  }

  /** How the platforms take part, and how much of the whole is passed. */
  page(sources: readonly Source[], passed: WalkPage<unknown>['progress']): void {
    this.sources = sources;
    this.passed = passed;
  }

  /** Ids that gave no work, so far. */
  without(missing: Omit<NamedWorks, 'given'>): void {
    this.missing = missing;
  }

  /**
   * How far it is: works of the limit, else records of those that the platforms say they hold (a work is merged of several), or ids of
   * those that were given; null where a platform does not tell.
   */
  progress(): WalkPage<unknown>['progress'] {
    const { of } = this.passed;
    if (this.limit !== null && (of === null || this.limit < of)) return { done: this.rows, of: this.limit };
    return this.passed;
  }

  receipt(version: string, now: Date): Receipt {
    const { question, given } = this.asked;
    const what = question === null ? `${String(given.length)} ids` : questionText(question);
    const generatedAt = now.toISOString();
    const contentHash = this.hash.copy().digest('hex');
    // Whose records named works are is told by the works alone.
    const named = [...this.records.keys()].map((platform) => ({ ...NAMED, platform }));
    const sources = (question === null ? named : this.sources).map(
      ({ platform, state, total, totalKind, message, attribution }) => ({
        platform,
        name: nameOf(platform, this.terms),
        state,
        total,
        totalKind,
        records: this.records.get(platform) ?? 0,
        message,
        attribution,
        terms: this.terms.get(platform)?.termsUrl ?? null,
      }),
    );
    return {
      kind: 'kakehashi-export',
      version,
      question,
      ...(question === null ? { ids: { given, ...this.missing } } : {}),
      limit: this.limit,
      generatedAt,
      rows: this.rows,
      complete: isWhole(sources),
      sources,
      contentHash,
      cite: `Kakehashi ${version}: export of ${String(this.rows)} works (${what}), ${generatedAt}, sha256:${contentHash}.`,
    };
  }
}
