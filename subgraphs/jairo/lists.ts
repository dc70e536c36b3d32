import { z } from 'zod';
import type { UpstreamReader } from '../../upstream/client.js';
import { UpstreamError } from '../../upstream/errors.js';
import type { RequestScope } from '../../upstream/scope.js';
import type { UpstreamAnswer } from '../../upstream/types.js';
import { BadUserInput } from '../common/errors.js';
import type { Retrieval } from '../common/record.js';
import { decodeCursor, encodeCursor, fingerprint } from './cursor.js';
import { refusedBy, unusable } from './failures.js';
import type { Hosts } from './hosts.js';
import { decodeRecords, type ReadRecord, type RecordsAnswer } from './oai/decode.js';
import { deletedItem, fullItem, type FullJairoItem, type IdOfUrl } from './record.js';
import { recidOf, type Repositories, type Repository } from './repositories.js';
import { oaiContinuation, oaiRequest, untilArgument } from './requests.js';
import type { SeenRecords } from './seen.js';

/** Which records of a repository are wanted. Dates are RFC 3339, UTC. */
export interface ListQuery {
  readonly set: string | null;
  readonly from: string | null;
  readonly until: string | null;
}

export interface ListedItems {
  /** In the repository's order, deleted ones included; what could not be read stands as its failure. */
  readonly items: readonly (FullJairoItem | UpstreamError)[];
  /** completeListSize: what the repository counts, of which hidden records are then left out (fact sheet 2.6). */
  readonly total: number | null;
  readonly endCursor: string | null;
  readonly hasNextPage: boolean;
}

/** Where a walk over a list stands: the page, by the token that leads to it, and the last record given of it. */
const position = z.object({
  token: z.string().min(1).max(20_000).nullable(),
  last: z.string().max(2_000).nullable(),
  total: z.number().int().min(0).nullable(),
  /** Fingerprints of the tokens used so far. */
  seen: z.array(z.string().max(16)).max(64),
});
type Position = z.infer<typeof position>;

const START: Position = { token: null, last: null, total: null, seen: [] };
const REMEMBERED_TOKENS = 64;
/** A page holds 100 records unless hidden ones are left out: more than these for 100 items is no list that gets anywhere. */
const MAX_PAGES = 6;

const BROKEN_WALK =
  'The list has moved on at the repository, whose tokens are good for one use: start the walk again, or go on with `from`.';

/** The records of a page after the last one that was given of it. @throws BadUserInput when that one is not there any more. */
function afterLast(records: readonly ReadRecord[], last: string | null): readonly ReadRecord[] {
  if (last === null) return records;
  const index = records.findIndex(({ header }) => header?.identifier === last);
  if (index < 0) throw new BadUserInput(BROKEN_WALK);
  return records.slice(index + 1);
}

/** Walks over ListRecords of one repository. */
export class Lists {
  constructor(
    private readonly client: UpstreamReader,
    private readonly hosts: Hosts,
    private readonly repositories: Repositories,
    private readonly idOfUrl: IdOfUrl,
    private readonly seen: SeenRecords,
  ) {}

  /**
   * Up to `first` records of a list after a cursor.
   * @throws BadUserInput for a cursor that is none or whose list has expired, UpstreamError
   */
  async list(
    repository: Repository,
    query: ListQuery,
    first: number,
    after: string | null,
    scope: RequestScope,
  ): Promise<ListedItems> {
    const of = fingerprint(['jairoRecords', repository.id, query.set, query.from, query.until]);
    let at = after === null ? START : decodeCursor(after, of, position);
    const items: (FullJairoItem | UpstreamError)[] = [];
    for (let page = 0; page < MAX_PAGES; page += 1) {
      const { value, retrieved } = await this.page(repository, query, at.token, scope);
      if (value.kind === 'error') {
        this.endOf(repository, value.codes, at);
        return { items, total: at.total ?? 0, endCursor: null, hasNextPage: false };
      }
      const rest = afterLast(value.records, at.last);
      const taken = rest.slice(0, first - items.length);
      const read = taken.map((record) => this.itemOf(repository, record, retrieved));
      this.seen.remember(
        read.flatMap((item) => (item instanceof UpstreamError ? [] : item)),
        scope,
      );
      items.push(...read);
      const { token, completeListSize } = value.next;
      const total = at.total ?? completeListSize ?? (token === null ? value.records.length : null);
      const last = taken.findLast(({ header }) => header !== null)?.header?.identifier ?? at.last;
      if (taken.length < rest.length) return this.upTo(items, of, { ...at, total, last });
      if (token === null) return { items, total, endCursor: null, hasNextPage: false };
      at = this.following(repository, value.records, at, token, total);
      if (items.length >= first) return this.upTo(items, of, at);
    }
    throw unusable(repository, 'a list of empty pages');
  }

  private upTo(items: ListedItems['items'], of: string, at: Position): ListedItems {
    return { items, total: at.total, endCursor: encodeCursor(of, at), hasNextPage: true };
  }

  /** The next page's position. A token that was used before, or a page without records, would be walked for ever. */
  private following(
    repository: Repository,
    records: readonly ReadRecord[],
    at: Position,
    token: string,
    total: number | null,
  ): Position {
    const mark = fingerprint([token]);
    if (token === at.token || at.seen.includes(mark)) throw unusable(repository, 'a list that leads back to itself');
    if (records.length === 0) throw unusable(repository, 'a page without records that is not the last');
    return { token, last: null, total, seen: [...at.seen, mark].slice(-REMEMBERED_TOKENS) };
  }

  /** noRecordsMatch is an empty list or, on a continuation, its end (fact sheet 2.6); a token that has expired is the caller's to know. */
  private endOf(repository: Repository, codes: Parameters<typeof refusedBy>[1], at: Position): void {
    if (codes.includes('noRecordsMatch')) return;
    if (codes.includes('badResumptionToken') && at.token !== null) throw new BadUserInput(BROKEN_WALK);
    throw refusedBy(repository, codes);
  }

  private async page(
    repository: Repository,
    query: ListQuery,
    token: string | null,
    scope: RequestScope,
  ): Promise<UpstreamAnswer<RecordsAnswer>> {
    if (token !== null) {
      const next = oaiContinuation(repository.baseUrl, 'ListRecords', token, 'list');
      return this.client.read(next, decodeRecords, scope);
    }
    const metadataPrefix = this.hosts.metadataPrefix(repository);
    const request = oaiRequest(
      repository.baseUrl,
      'ListRecords',
      {
        metadataPrefix,
        ...(query.set === null ? {} : { set: query.set }),
        ...(query.from === null ? {} : { from: query.from }),
        ...(query.until === null ? {} : { until: untilArgument(query.until) }),
      },
      'list',
    );
    const answer = await this.client.read(request, decodeRecords, scope);
    const { value } = answer;
    const unknownFormat = value.kind === 'error' && value.codes.includes('cannotDisseminateFormat');
    const again = unknownFormat && this.hosts.fallBack(repository, metadataPrefix);
    return again ? this.page(repository, query, null, scope) : answer;
  }

  private itemOf(repository: Repository, record: ReadRecord, retrieved: Retrieval): FullJairoItem | UpstreamError {
    if (record.refused !== null) return unusable(repository, record.refused);
    const recid = recidOf(record.header.identifier);
    const place = recid === null ? null : this.repositories.place(repository.id, recid);
    if (place === null) return unusable(repository, 'a record whose identifier holds no record number');
    return record.work === null
      ? deletedItem(record.header, place, retrieved)
      : fullItem(record.work, place, record.header, retrieved, this.idOfUrl);
  }
}
