import { shownTexts } from './jpcoar-context.js';
import type { SandboxResponse } from '../../../sandbox/server.js';

import type { Feed } from './opensearch-feeds.js';
import type { HeldItem, SandboxRepository } from './repositories.js';
import { resourceType } from './resource-types.js';
import { creatorNames } from './search.js';

const ACCESS = {
  open: 'open access',
  embargoed: 'embargoed access',
  restricted: 'restricted access',
  'metadata-only': 'metadata only access',
} as const;

/** The index's own view of an item: titles and names in flat lists without languages (fact sheet 5.1). */
function recordJson(repository: SandboxRepository, item: HeldItem): object {
  const { work, holding } = item.held;
  return {
    created: `${work.deposited}T00:00:00.000000+00:00`,
    id: Number(item.recid),
    links: { self: `https://${repository.host}/api/records/${item.recid}` },
    metadata: {
      _oai: { id: item.oaiIdentifier, sets: item.setSpecs },
      accessRights: [ACCESS[work.access]],
      control_number: item.recid,
      creator: { creatorName: creatorNames(repository.world, item.held) },
      description: shownTexts(work.abstract, holding.abstracts).map(({ text }) => ({
        descriptionType: 'Abstract',
        value: text,
      })),
      path: item.setSpecs.map((setSpec) => setSpec.split(':').at(-1)),
      publish_date: work.deposited,
      title: shownTexts(work.title, holding.titles).map(({ text }) => text),
      type: [resourceType(work, '2.0').label],
    },
    updated: `${item.datestamp.slice(0, 19)}.000000+00:00`,
  };
}

function json(status: number, value: unknown): SandboxResponse {
  return { status, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(value) };
}

/** A page of hits with links to its neighbours, as /api/records/ and a search without `format` give it. */
export function jsonList(feed: Feed, path: string, parameters: URLSearchParams): string {
  const link = (page: number): string => {
    const query = new URLSearchParams(parameters);
    query.set('page', String(page));
    query.set('size', String(feed.size));
    return `https://${feed.repository.host}${path}?${query.toString()}`;
  };
  return JSON.stringify({
    aggregations: {},
    hits: { hits: feed.hits.map((hit) => recordJson(feed.repository, hit)), total: feed.total },
    links: {
      self: link(feed.page),
      ...(feed.page > 1 ? { prev: link(feed.page - 1) } : {}),
      ...(feed.page * feed.size < feed.total ? { next: link(feed.page + 1) } : {}),
    },
  });
}

/** /api/records/{id}; errors in words of the server's own (fact sheet 5.4). */
export function answerRecordJson(repository: SandboxRepository, recid: string): SandboxResponse {
  const item = repository.items.find((candidate) => candidate.recid === recid);
  if (!item) return json(404, { status: 404, message: 'PID does not exist.' });
  if (item.state === 'deleted' || item.held === null)
    return json(410, { status: 410, message: 'PID has been deleted.' });
  if (item.state !== 'public') return json(403, { status: 403, message: 'Permission denied' });
  return json(200, recordJson(repository, { ...item, held: item.held }));
}

/** /api/v1/records: a host without a mapping to RO-Crate finds nothing, and v1.0.8 has no such route (fact sheet 5.3). */
export function answerCrateSearch(repository: SandboxRepository): SandboxResponse {
  if (repository.profile.version === '1.0.8') return json(404, { status: 404, message: 'Not Found' });
  const answer = json(200, {
    total_results: 0,
    count_results: 0,
    cursor: null,
    page: 1,
    search_results: [],
    aggregations: {},
  });
  return { ...answer, headers: { ...answer.headers, 'Cache-Control': 'no-store', Pragma: 'no-cache', Expires: '0' } };
}
