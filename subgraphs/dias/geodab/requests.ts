/** Pure: what is asked of GEO DAB (fact sheet 6.3). */
import type { UpstreamRequest } from '../../../upstream/types.js';
import { firstDay, lastDay } from '../../common/edtf.js';
import type { BoundingBox } from '../../common/record.js';
import { PLATFORM } from '../csw/requests.js';

/** What narrows a search; everything narrows further. */
export interface GeodabCriteria {
  readonly text?: string | undefined;
  readonly box?: BoundingBox | undefined;
  /** EDTF, inclusive: the time that the content covers. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

/** A bad parameter comes with 400 and an empty result. */
const ACCEPTED = [400] as const;
/** All sources at once: 300 are more than the broker has (fact sheet 6.3). */
export const SOURCES_PAGE = 300;
export const RESULTS_PAGE = 50;

/** @param base the OpenSearch interface's address, `…/opensearch`. */
function query(base: string, parameters: Readonly<Record<string, string>>, kind: string): UpstreamRequest {
  const search = new URLSearchParams({ ...parameters, outputFormat: 'application/json' });
  return { platform: PLATFORM, kind, accept: ACCEPTED, method: 'GET', url: `${base}/query?${search.toString()}` };
}

/** The sources themselves: the id of DIAS among them is published nowhere. */
export function sourcesRequest(base: string): UpstreamRequest {
  return query(base, { parents: 'ROOT', si: '1', ct: String(SOURCES_PAGE) }, 'sources');
}

/** W,S,E,N; a box across the date line is two of them, joined by "_". */
function boxText({ west, south, east, north }: BoundingBox): string {
  const text = (from: number, to: number): string => [from, south, to, north].join(',');
  return west <= east ? text(west, east) : `${text(west, 180)}_${text(-180, east)}`;
}

/** A page of one source's resources. `start` is 1-based. Without rel=OVERLAPS a resource would have to lie within the box. */
export function resourcesRequest(
  base: string,
  sourceId: string,
  criteria: GeodabCriteria,
  start: number,
): UpstreamRequest {
  const { text, box, from, until } = criteria;
  const parameters = {
    sources: sourceId,
    ...(text === undefined ? {} : { st: text, searchFields: 'title,keywords,abstract' }),
    ...(box === undefined ? {} : { bbox: boxText(box), rel: 'OVERLAPS' }),
    ...(from === undefined ? {} : { ts: firstDay(from) }),
    ...(until === undefined ? {} : { te: lastDay(until) }),
    si: String(start),
    ct: String(RESULTS_PAGE),
  };
  return query(base, parameters, 'search');
}
