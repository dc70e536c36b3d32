import { z } from 'zod';
import { UpstreamError } from '../../upstream/errors.js';
import type { RequestScope } from '../../upstream/scope.js';
import { BadUserInput } from '../common/errors.js';
import type { JairoConnector } from './connector.js';
import { checkedFirst, decodeCursor, encodeCursor, fingerprint } from './cursor.js';
import type { JairoConnectionModel, JairoItemModel, JairoRepositoryModel } from './model.js';
import type { JairoItemRecord } from './record.js';
import type { Repository } from './repositories.js';

type Optional<T> = T | null | undefined;

export function itemModel(record: JairoItemRecord): JairoItemModel {
  return { id: record.id, platform: 'JAIRO_CLOUD', recid: record.recid, record };
}

export function repositoryModel(
  { id, baseUrl }: Repository,
  answered: JairoRepositoryModel['answered'] = null,
): JairoRepositoryModel {
  return { id, baseUrl, answered };
}

/** @throws BadUserInput for a repository that is neither configured nor a host of JAIRO Cloud */
export function knownRepository(connector: JairoConnector, id: string): Repository {
  const repository = connector.repositories.find(id.trim());
  if (repository !== null) return repository;
  throw new BadUserInput(
    'This repository is neither configured nor a host of JAIRO Cloud: give a host name such as tsukuba.repo.nii.ac.jp, or one of jairoRepositories { id }.',
  );
}

function words(query: Optional<string>): string | null {
  const text = query?.normalize('NFC').replace(/\s+/gu, ' ').trim() ?? '';
  return text === '' ? null : text;
}

interface SearchArguments {
  readonly query?: Optional<string>;
  readonly repositories?: Optional<readonly string[]>;
  readonly first?: Optional<number>;
  readonly after?: Optional<string>;
}

const MAX_REPOSITORIES = 20;
/** The 1-based place of the first hit that was not given yet. */
const irdbPosition = z.number().int().min(1).max(1_000_000_000);

/** jairoSearch: through IRDB, or at each of the named repositories. */
export async function searchItems(
  connector: JairoConnector,
  { query, repositories, first, after }: SearchArguments,
  scope: RequestScope,
): Promise<JairoConnectionModel> {
  const wanted = checkedFirst(first);
  const text = words(query);
  const ids = [...new Set(repositories ?? [])];
  if (ids.length > MAX_REPOSITORIES) {
    throw new BadUserInput(`${String(ids.length)} repositories: name at most ${String(MAX_REPOSITORIES)} at once.`);
  }
  if (ids.length === 0) return searchIrdb(connector, text, wanted, after ?? null, scope);
  const hosts = ids.map((id) => knownRepository(connector, id));
  const found = await connector.hostSearch.search(hosts, text, wanted, after ?? null, scope);
  return {
    found: found.hits.map(itemModel),
    totalCount: found.total,
    pageInfo: pageInfo(after, found),
    sources: found.asked.map(({ repository, error }) => repositoryModel(repository, error === null ? 'UP' : 'DOWN')),
  };
}

async function searchIrdb(
  connector: JairoConnector,
  query: string | null,
  first: number,
  after: string | null,
  scope: RequestScope,
): Promise<JairoConnectionModel> {
  if (query === null) throw new BadUserInput('jairoSearch needs a query, or the repositories to look through.');
  const of = fingerprint(['jairoSearch', query]);
  const start = after === null ? 1 : decodeCursor(after, of, irdbPosition);
  const { hits, places, total, next } = await connector.irdb({ q: query }, start, first, scope);
  const given = hits.slice(0, first);
  // Where entries were left out (two for one record), the places are not those of the hits in a row.
  const following = places[given.length] ?? next;
  const hasNextPage = following !== null;
  return {
    found: given.map(itemModel),
    totalCount: total,
    pageInfo: pageInfo(after, { hasNextPage, endCursor: hasNextPage ? encodeCursor(of, following) : null }),
    sources: [],
  };
}

interface ListArguments {
  readonly repository: string;
  readonly set?: Optional<string>;
  readonly from?: Optional<string>;
  readonly until?: Optional<string>;
  readonly first?: Optional<number>;
  readonly after?: Optional<string>;
}

/** jairoRecords: what a repository lists by OAI-PMH. */
export async function listItems(
  connector: JairoConnector,
  { repository, set, from, until, first, after }: ListArguments,
  scope: RequestScope,
): Promise<JairoConnectionModel> {
  const wanted = checkedFirst(first);
  const host = knownRepository(connector, repository);
  if (from && until && from > until) throw new BadUserInput('`from` is after `until`: exchange them.');
  const query = { set: set ?? null, from: from ?? null, until: until ?? null };
  const listed = await connector.lists.list(host, query, wanted, after ?? null, scope);
  return {
    found: listed.items.map((item) => (item instanceof UpstreamError ? item : itemModel(item))),
    totalCount: listed.total,
    pageInfo: pageInfo(after, listed),
    sources: [repositoryModel(host, 'UP')],
  };
}

function pageInfo(
  after: Optional<string>,
  { hasNextPage, endCursor }: { readonly hasNextPage: boolean; readonly endCursor: string | null },
): JairoConnectionModel['pageInfo'] {
  return { hasNextPage, hasPreviousPage: typeof after === 'string', startCursor: null, endCursor };
}

/** jairoItem. A repository that cannot be asked, or a number that has not the form of one, is the caller's mistake. */
export async function findItem(
  connector: JairoConnector,
  repository: string,
  recid: string,
  scope: RequestScope,
): Promise<JairoItemModel | null> {
  const place = connector.repositories.place(knownRepository(connector, repository).id, recid.trim());
  if (place === null) {
    throw new BadUserInput('recid is the number in the address of a record (…/records/2000144): digits alone.');
  }
  return itemById(connector, place.id, scope);
}

/** The item of a record id: as this request already knows it, else read; null where there is none. */
export async function itemById(
  connector: JairoConnector,
  id: string,
  scope: RequestScope,
): Promise<JairoItemModel | null> {
  const record = connector.hit(id, scope) ?? (await connector.item(id, scope));
  return record === null ? null : itemModel(record);
}
