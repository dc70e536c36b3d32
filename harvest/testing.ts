import type { Answer, HarvestPort } from './port.js';

/** What a fake API knows of a work. */
export interface FakeWork {
  readonly id: string;
  readonly updated: string | null;
  /** Hits that turn out to be this work. */
  readonly hits?: readonly string[];
}

export interface FakeApi extends HarvestPort {
  /** What the search finds; may be changed between two readings. */
  works: FakeWork[];
  /** Codes that the next answers about works tell as failed; one answer takes one. */
  failing: string[][];
  /** The states of the platform in the next pages of the search; OK when there is none left. */
  states: string[];
  /** Ids that nobody knows any more. */
  unknown: Set<string>;
  /** Operations by their names. */
  readonly asked: string[];
}

/** An API in memory over one platform, DIAS, with a page of hits at a time. */
export function fakeApi(given: readonly FakeWork[]): FakeApi {
  const api: FakeApi = {
    works: [...given],
    failing: [],
    states: [],
    unknown: new Set(),
    asked: [],
    ask(query, variables): Promise<Answer> {
      const name = /^query (\w+)/.exec(query)?.[1] ?? '';
      api.asked.push(name);
      if (name === 'Walk' || name === 'Count')
        return Promise.resolve({ data: searchPage(api, variables), failed: new Set() });
      const failed = new Set(api.failing.shift() ?? []);
      const ids = variables['ids'] as readonly string[];
      const works = ids.map((id) => (api.unknown.has(id) ? null : (workOf(api, id) ?? null)));
      return Promise.resolve({ data: { works }, failed });
    },
  };
  return api;
}

const PAGE = 3;

function searchPage(api: FakeApi, { after }: Readonly<Record<string, unknown>>): unknown {
  const hits = api.works.flatMap(({ id, hits: own = [id] }) => own);
  const state = api.states.shift() ?? 'OK';
  const start = Number(after ?? 0);
  const end = state === 'FAILED' ? start : start + PAGE;
  return {
    search: {
      nodes: hits.slice(start, end).map((id) => ({ id })),
      pageInfo: { hasNextPage: end < hits.length, endCursor: String(end) },
      sources: [
        {
          platform: 'DIAS',
          state,
          total: hits.length,
          totalKind: 'EXACT',
          passed: Math.min(end, hits.length),
          message: state === 'OK' ? null : 'half of it',
          attribution: null,
        },
      ],
    },
  };
}

function workOf(api: FakeApi, id: string): unknown {
  const work = api.works.find(({ id: own, hits }) => own === id || hits?.includes(id));
  return (
    work && {
      id: work.id,
      updated: work.updated,
      export: `<?xml version="1.0"?>\n<oai_dc:dc xmlns:oai_dc="x">${work.id}</oai_dc:dc>\n`,
      records: [{ id: `dias:${work.id}`, platform: 'DIAS', url: null, retrieved: { at: '2026-01-01T00:00:00Z' } }],
      provenance: work.updated === null ? [] : [{ field: 'updated', recordId: `dias:${work.id}` }],
    }
  );
}
