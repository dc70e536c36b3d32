import { z } from 'zod';

/** The largest page of the search. */
export const MAX_PAGE = 100;

/** What `search` and `export` tell of a work: what hits carry, so that no document is read for it. */
export const SEARCH_QUERY = `query Search($query: String, $filter: WorkFilter, $sort: WorkSort, $first: Int, $after: String) {
  search(query: $query, filter: $filter, sort: $sort, first: $first, after: $after) {
    nodes {
      id doi type issued accessRight url
      title { ja en text }
      creators { name { ja en text } orcid }
      records { id platform url }
    }
    pageInfo { hasNextPage endCursor }
    sources { platform state total totalKind tookMs message attribution }
  }
}`;

const text = z.object({ ja: z.string().nullable(), en: z.string().nullable(), text: z.string() });
const work = z.object({
  id: z.string(),
  doi: z.string().nullable(),
  type: z.string(),
  issued: z.string().nullable(),
  accessRight: z.string(),
  url: z.string().nullable(),
  title: text,
  creators: z.array(z.object({ name: text, orcid: z.string().nullable() })),
  records: z.array(z.object({ id: z.string(), platform: z.string(), url: z.string().nullable() })),
});
const source = z.object({
  platform: z.string(),
  state: z.string(),
  total: z.number().nullable(),
  totalKind: z.string(),
  tookMs: z.number(),
  message: z.string().nullable(),
  attribution: z.string().nullable(),
});
export const searchAnswer = z.object({
  search: z.object({
    nodes: z.array(work),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
    sources: z.array(source),
  }),
});

export type FoundWork = z.infer<typeof work>;
export type FoundSource = z.infer<typeof source>;
export type SearchAnswer = z.infer<typeof searchAnswer>;

/** The columns of a work in tables, in their order. */
export const WORK_COLUMNS = [
  'id', 'doi', 'type', 'issued', 'title_ja', 'title_en', 'creators', 'access_right', 'platforms', 'url',
] as const; // prettier-ignore

/** A work as a row of a table; what is not there is an empty text. */
export function workRow(found: FoundWork): Record<(typeof WORK_COLUMNS)[number], string> {
  return {
    id: found.id,
    doi: found.doi ?? '',
    type: found.type,
    issued: found.issued ?? '',
    title_ja: found.title.ja ?? '',
    title_en: found.title.en ?? '',
    creators: found.creators.map(({ name }) => name.text).join('; '),
    access_right: found.accessRight,
    platforms: found.records.map(({ platform }) => platform).join(' '),
    url: found.url ?? '',
  };
}
