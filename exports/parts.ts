import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import { parseEdtf } from '../subgraphs/common/edtf.js';
import type { GraphQLPort } from './graphql-port.js';
import { halves, type Period } from './period.js';
import { PATIENCE_MS, type Question } from './walk.js';
import { SOURCE_FIELDS, sourceShape, type Source } from './work.js';

/** Records of one platform up to which a search is walked in one go: CiNii Research shows no more of any search. */
export const MOST = 10_000;

/** A part of a search, which is walked on its own. */
export const partShape = z.object({
  from: z.string().nullable(),
  until: z.string().nullable(),
  /** Null: those of the search. */
  platforms: z.array(z.string()).nullable(),
  /** Whether it is known to be walked as it is; else it may be divided once more. */
  isSized: z.boolean(),
  /** What no period has: records without a date, of the platforms whose periods hold fewer than the whole search. */
  isRest: z.boolean(),
});
export type Part = z.infer<typeof partShape>;

export function wholeOf({ filter }: Question): Part {
  const bound = (name: 'from' | 'until'): string | null => {
    const value = filter[name];
    return typeof value === 'string' ? (parseEdtf(value) ?? value) : null;
  };
  return { from: bound('from'), until: bound('until'), platforms: null, isSized: false, isRest: false };
}

/** The search that a part is. */
export function questionOf(question: Question, { from, until, platforms }: Part): Question {
  const filter = {
    ...question.filter,
    ...(from === null ? {} : { from }),
    ...(until === null ? {} : { until }),
    ...(platforms === null ? {} : { platforms }),
  };
  return { ...question, filter };
}

const OPERATION = `query Count($query: String, $filter: WorkFilter, $sort: WorkSort) {
  search(query: $query, filter: $filter, sort: $sort, first: 100) { sources { ${SOURCE_FIELDS} } }
}`;
const shape = z.object({ search: z.object({ sources: z.array(sourceShape) }) });

const isAway = ({ state }: Source): boolean => state === 'FAILED' || state === 'TIMEOUT';
/** Also one that has begun to read its datasets and is not through: it lists more in a moment. */
const isComing = (source: Source): boolean => isAway(source) || source.state === 'PARTIAL';

/** Says what each platform holds of a part. The pages that it reads are the first of the part's walk. */
export class Counter {
  constructor(
    private readonly port: GraphQLPort,
    private readonly question: Question,
    /** Records of one platform up to which a part is not divided. */
    private readonly most: number,
    private readonly signal: AbortSignal | undefined,
    private readonly patience: readonly number[] = PATIENCE_MS,
  ) {}

  /** One that is away, or not through with its own reading, is waited for. */
  async count(part: Part): Promise<readonly Source[]> {
    const { query, filter, sort } = questionOf(this.question, part);
    for (let waited = 0; ; waited += 1) {
      const { sources } = shape.parse(await this.port.ask(OPERATION, { query, filter, sort }, this.signal)).search;
      const wait = sources.some(isComing) ? this.patience[waited] : undefined;
      if (wait === undefined) return sources;
      await setTimeout(wait, undefined, { ...(this.signal === undefined ? {} : { signal: this.signal }) });
    }
  }

  /**
   * A part as parts that can be walked whole, or are to be counted themselves, in the order of the search. Divided are the platforms
   * that count by the period; the others make a part of their own.
   * @param counted what the platforms hold of the part
   */
  async divide(part: Part, counted: readonly Source[]): Promise<readonly Part[]> {
    const sized = { ...part, isSized: true };
    const large = counted.filter(({ total }) => (total ?? 0) > this.most).map(({ platform }) => platform);
    const periods = large.length === 0 ? null : halves(part, new Date().getUTCFullYear());
    if (periods === null) return [sized];
    const [earlier] = periods;
    const asked = counted.filter(({ state }) => state !== 'SKIPPED').map(({ platform }) => platform);
    const half = await this.count({ ...part, ...earlier, platforms: asked });
    const dividing = half
      .filter(
        (source) =>
          source.state !== 'SKIPPED' && (source.total !== null || (isAway(source) && large.includes(source.platform))),
      )
      .map(({ platform }) => platform);
    if (!large.some((platform) => dividing.includes(platform))) return [sized];
    const others = asked.filter((platform) => !dividing.includes(platform));
    const made = periods.map((period: Period): Part => ({ ...part, ...period, platforms: dividing }));
    if (this.question.sort !== 'OLDEST') made.reverse();
    if (others.length > 0) made.push({ ...sized, platforms: others });
    return made;
  }
}
