import type { Connector, FilterField, FilterSupport, HitPage, HitSearch } from '../../common/connector.js';
import { plainText } from '../../common/localized-text.js';
import { NO_FIELDS } from '../../common/no-fields.js';
import type { CacheState, FullRecord, Platform, SharedRecord } from '../../common/record.js';
import type { CatalogPlatform } from '../platforms.js';

/** A record with only what a test says of it. */
export function fullRecord(given: Partial<FullRecord> & Pick<FullRecord, 'id' | 'platform'>): FullRecord {
  return {
    retrieved: { at: new Date(0), cache: 'MISS', ageSeconds: 0 },
    ...NO_FIELDS,
    ...given,
  };
}

/** A hit: id, title, and what else a test says. */
export function hit(platform: Platform, id: string, given: Partial<SharedRecord> = {}): SharedRecord {
  return {
    id,
    platform,
    retrieved: { at: new Date(0), cache: 'MISS', ageSeconds: 0 },
    title: plainText(id),
    type: 'ARTICLE',
    url: null,
    issued: null,
    ...given,
  };
}

export interface FakePlatform extends CatalogPlatform {
  /** What was asked, in order: "search <position>", "record <id>", "doi <doi>". */
  readonly asked: string[];
  /** Called before each answer: throw or wait to fail. */
  before: (question: string) => Promise<void> | void;
}

export interface FakeOptions {
  readonly platform: Platform;
  readonly prefix: string;
  readonly hits: readonly SharedRecord[];
  /** The records' own documents; a hit without one is not known any more. */
  readonly full?: readonly FullRecord[];
  readonly support?: (field: FilterField) => FilterSupport;
  readonly standing?: 'origin' | 'index';
  /** The platform's own page size, whatever is asked. */
  readonly pageSize?: number;
  /** How each page was come by; MISS unless told. */
  readonly cache?: (position: string | null) => CacheState;
  /** Its hits are what is public; the caller's token would show more. */
  readonly unauthorized?: true;
}

/** A platform in memory whose positions are offsets. */
export function fakePlatform(options: FakeOptions): FakePlatform {
  const { platform, prefix, hits, full = [], pageSize } = options;
  const asked: string[] = [];
  const fake: FakePlatform = {
    asked,
    before: () => undefined,
    standing: options.standing ?? 'index',
    name: platform,
    title: plainText(platform),
    exampleId: `${prefix}:1`,
    attribution: null,
    connector: {
      platform,
      capabilities: {
        filter: (field) => options.support?.(field) ?? { unsupported: `${platform} cannot filter by ${field}.` },
        sorts: ['RELEVANCE', 'NEWEST', 'OLDEST'],
        maxPageSize: 100,
        description: [],
      },
      isRecordId: (id) => id.startsWith(`${prefix}:`),
      async search({ position, first }: HitSearch): Promise<HitPage> {
        const question = `search ${position ?? 'start'}`;
        asked.push(question);
        await fake.before(question);
        const start = Number(position ?? 0);
        const end = start + (pageSize ?? first);
        return {
          hits: hits.slice(start, end),
          total: hits.length,
          totalKind: 'EXACT',
          next: end < hits.length ? String(end) : null,
          cache: options.cache?.(position) ?? 'MISS',
          partial: false,
          message: options.unauthorized ? 'Send a token.' : null,
          ...(options.unauthorized ? { unauthorized: true as const } : {}),
        };
      },
      async record(id) {
        asked.push(`record ${id}`);
        await fake.before(`record ${id}`);
        return full.find((record) => record.id === id) ?? null;
      },
      async recordsByDoi(doi) {
        asked.push(`doi ${doi}`);
        await fake.before(`doi ${doi}`);
        return full.filter((record) => record.doi === doi);
      },
      recordIdOfUrl: (url) =>
        url.startsWith(`https://${prefix}.example/`)
          ? `${prefix}:${url.slice(`https://${prefix}.example/`.length)}`
          : null,
    } satisfies Connector,
  };
  return fake;
}
