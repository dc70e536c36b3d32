import { z } from 'zod';
import type { UpstreamReader } from '../../upstream/client.js';
import { UpstreamError } from '../../upstream/errors.js';
import type { RequestScope } from '../../upstream/scope.js';
import type { UpstreamResponse } from '../../upstream/types.js';
import { decodeCursor, encodeCursor, fingerprint } from './cursor.js';
import type { Retrieval } from '../common/record.js';
import { readXmlDocument } from '../common/xml-document.js';
import { readWekoAnswer, type WekoPage } from './opensearch.js';
import { jpcoarHit, type IdOfUrl, type JairoItemRecord } from './record.js';
import { recidOf, type Repositories, type Repository } from './repositories.js';
import { hostLookUpRequest, hostSearchRequest } from './requests.js';
import type { SeenRecords } from './seen.js';

/** How one repository took part. */
export interface AskedRepository {
  readonly repository: Repository;
  readonly error: UpstreamError | null;
}

export interface FoundItems {
  readonly hits: readonly JairoItemRecord[];
  /** The sum of the repositories' numbers; null where one did not answer or does not tell. */
  readonly total: number | null;
  readonly endCursor: string | null;
  readonly hasNextPage: boolean;
  readonly asked: readonly AskedRepository[];
}

/** Beyond this many hits a repository pages by a cursor that all anonymous callers share (fact sheet 4.3.10). */
const WINDOW = 10_000;

/** How many hits of each repository lie behind, in its order, and the page size that they were counted with. */
const position = z.object({
  size: z.number().int().min(1).max(100),
  done: z.record(z.string(), z.number().int().min(0).max(WINDOW)),
  ended: z.array(z.string()).max(100),
  /** The sum of all repositories' numbers at the first page, if all of them told. */
  total: z.number().int().min(0).nullable(),
});
type Position = z.infer<typeof position>;

function decodePage({ body, receivedAt }: UpstreamResponse): WekoPage {
  return readWekoAnswer(readXmlDocument(body), receivedAt);
}

interface HostPage {
  readonly repository: Repository;
  readonly hits: readonly JairoItemRecord[];
  readonly total: number | null;
  /** Hits that lie behind once all of these are given. */
  readonly afterAll: number;
  readonly more: boolean;
  readonly error: UpstreamError | null;
}

/** The hits in turn: the first of each repository, then the second of each. Returns how many of each page are taken. */
function roundRobin(pages: readonly HostPage[], first: number): { hits: JairoItemRecord[]; taken: number[] } {
  const hits: JairoItemRecord[] = [];
  const taken = pages.map(() => 0);
  for (let rank = 0; hits.length < first && pages.some((page) => rank < page.hits.length); rank += 1) {
    pages.forEach((page, index) => {
      const hit = page.hits[rank];
      if (hit === undefined || hits.length >= first) return;
      hits.push(hit);
      taken[index] = rank + 1;
    });
  }
  return { hits, taken };
}

/** Searches at several repositories side by side, each by its own OpenSearch. */
export class HostSearch {
  constructor(
    private readonly client: UpstreamReader,
    private readonly repositories: Repositories,
    private readonly idOfUrl: IdOfUrl,
    private readonly seen: SeenRecords,
  ) {}

  /**
   * Hits of the repositories in turn. One that does not answer leaves the others' hits, and is asked again on the next page.
   * @throws UpstreamError when none answers, BadUserInput for a cursor of another search
   */
  async search(
    repositories: readonly Repository[],
    query: string | null,
    first: number,
    after: string | null,
    scope: RequestScope,
  ): Promise<FoundItems> {
    const of = fingerprint(['jairoSearch', query, repositories.map(({ id }) => id)]);
    const at: Position =
      after === null ? { size: first, done: {}, ended: [], total: null } : decodeCursor(after, of, position);
    const open = repositories.filter(({ id }) => !at.ended.includes(id));
    const pages = await Promise.all(open.map((repository) => this.page(repository, query, at, scope)));
    const failed = pages.find(({ error }) => error !== null);
    if (failed?.error && pages.every(({ error }) => error !== null)) throw failed.error;
    const { hits, taken } = roundRobin(pages, first);
    const total = after === null ? sum(pages.map((page) => page.total)) : at.total;
    const next = this.next({ ...at, total }, pages, taken);
    this.seen.remember(hits, scope);
    const hasNextPage = hits.length > 0 && repositories.some(({ id }) => !next.ended.includes(id));
    return {
      hits,
      total,
      endCursor: hasNextPage ? encodeCursor(of, next) : null,
      hasNextPage,
      asked: pages.map(({ repository, error }) => ({ repository, error })),
    };
  }

  private next(at: Position, pages: readonly HostPage[], taken: readonly number[]): Position {
    const done = { ...at.done };
    const ended = [...at.ended];
    pages.forEach((page, index) => {
      const { id } = page.repository;
      const count = taken[index] ?? 0;
      if (page.error !== null) return;
      if (count < page.hits.length) done[id] = (done[id] ?? 0) + count;
      else if (page.more) done[id] = page.afterAll;
      else ended.push(id);
    });
    return { ...at, done, ended };
  }

  /**
   * The records that the configured repositories find by a DOI, each asked once.
   * @throws UpstreamError when none of them has it and one that may did not answer
   */
  async byDoi(doi: string, scope: RequestScope): Promise<readonly JairoItemRecord[]> {
    const answers = await Promise.all(
      this.repositories.configured.map(async (repository) => {
        try {
          const { value, retrieved } = await this.client.read(
            hostLookUpRequest(repository.baseUrl, doi),
            decodePage,
            scope,
          );
          return this.hitsOf(repository, value.hits, retrieved);
        } catch (error) {
          if (error instanceof UpstreamError) return error;
          throw error;
        }
      }),
    );
    // A server that does not know the parameter answers with everything (fact sheet 4.3.2).
    const found = answers
      .flatMap((answer) => (answer instanceof UpstreamError ? [] : answer))
      .filter((hit) => hit.doi === doi);
    const failure = answers.find((answer) => answer instanceof UpstreamError);
    if (found.length === 0 && failure !== undefined) throw failure;
    this.seen.remember(found, scope);
    return found;
  }

  private hitsOf(repository: Repository, hits: WekoPage['hits'], retrieved: Retrieval): JairoItemRecord[] {
    return hits.flatMap((hit) => {
      // The feed may come from a mirror: the number counts, not the host in the address (fact sheet 4.3.9).
      const recid = recidOf(hit.address.replace(/^.*\/records\/(\d+)\/?$/, ':$1'));
      const place = recid === null ? null : this.repositories.place(repository.id, recid);
      return place === null ? [] : [jpcoarHit(hit.work, place, retrieved, this.idOfUrl)];
    });
  }

  private async page(
    repository: Repository,
    query: string | null,
    at: Position,
    scope: RequestScope,
  ): Promise<HostPage> {
    const done = at.done[repository.id] ?? 0;
    const number = Math.floor(done / at.size) + 1;
    try {
      const request = hostSearchRequest(repository.baseUrl, query, number, at.size);
      const { value, retrieved } = await this.client.read(request, decodePage, scope);
      const hits = this.hitsOf(repository, value.hits.slice(done % at.size), retrieved);
      // A page can hold fewer records than asked for (hidden ones): the next begins where the server counts it.
      const afterAll = number * at.size;
      const read = value.hits.length + value.refused.length;
      const more = read > 0 && afterAll < Math.min(value.total ?? 0, WINDOW - at.size + 1);
      return { repository, hits, total: value.total, afterAll, more, error: null };
    } catch (error) {
      if (!(error instanceof UpstreamError)) throw error;
      return { repository, hits: [], total: null, afterAll: done, more: true, error };
    }
  }
}

function sum(totals: readonly (number | null)[]): number | null {
  return totals.reduce((all, total) => (all === null || total === null ? null : all + total), 0);
}
