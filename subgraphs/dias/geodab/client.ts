import type { UpstreamReader } from '../../../upstream/client.js';
import { UpstreamRejected } from '../../../upstream/errors.js';
import type { RequestScope } from '../../../upstream/scope.js';
import type { UpstreamAnswer, UpstreamRequest } from '../../../upstream/types.js';
import { bestText } from '../../common/localized-text.js';
import { PLATFORM } from '../csw/requests.js';
import { resourcesRequest, sourcesRequest, type GeodabCriteria } from './requests.js';
import type { GeodabHit } from './report.js';
import { decodeGeodab, type GeodabAnswer } from './responses.js';

type Results = Extract<GeodabAnswer, { kind: 'results' }>;

/** What a walk over DIAS's resources gave. */
export interface GeodabListing {
  readonly hits: readonly GeodabHit[];
  /** Why each of the others could not be read, a line each. */
  readonly refused: readonly string[];
  readonly total: number | null;
  /** False: the bound on pages ended the walk, and there are more. */
  readonly complete: boolean;
  readonly retrieved: UpstreamAnswer<GeodabAnswer>['retrieved'];
}

/** How the broker labels DIAS (fact sheet 6.3). */
const LABEL = 'Data Integration and Analysis System (DIAS)';
/** 282 resources stand in one published statistic: ten times as many, and no walk without an end. */
const MAX_PAGES = 60;

/** The id of DIAS among the broker's sources; null: it has none. */
export function diasSourceId(sources: readonly GeodabHit[]): string | null {
  return sources.find(({ fields }) => bestText(fields.title).startsWith(LABEL))?.id ?? null;
}

/** DIAS's resources at GEO DAB. All methods reject with UpstreamError. */
export class GeodabClient {
  /** @param base the OpenSearch interface's address, `…/opensearch`. */
  constructor(
    private readonly client: UpstreamReader,
    private readonly base: string,
  ) {}

  /** Every resource that the criteria let through. Empty where the broker has no source that is DIAS. */
  async list(criteria: GeodabCriteria, scope: RequestScope): Promise<GeodabListing> {
    const sources = await this.results(sourcesRequest(this.base), scope);
    const sourceId = diasSourceId(sources.value.hits);
    if (sourceId === null) return { hits: [], refused: [], total: 0, complete: true, retrieved: sources.retrieved };
    const hits = new Map<string, GeodabHit>();
    const refused: string[] = [];
    let start = 1;
    for (let page = 1; ; page += 1) {
      const { value, retrieved } = await this.results(resourcesRequest(this.base, sourceId, criteria, start), scope);
      // A server that does not know the parameter gives every source's resources.
      for (const hit of value.hits) if (hit.sourceId === null || hit.sourceId === sourceId) hits.set(hit.id, hit);
      refused.push(...value.refused);
      const given = value.hits.length + value.refused.length;
      start += given;
      const ended = given === 0 || (value.total !== null && start > value.total);
      if (ended || page === MAX_PAGES)
        return { hits: [...hits.values()], refused, total: value.total, complete: ended, retrieved };
    }
  }

  private async results(request: UpstreamRequest, scope: RequestScope): Promise<UpstreamAnswer<Results>> {
    const { value, retrieved } = await this.client.read(request, decodeGeodab, scope);
    if (value.kind === 'results') return { value, retrieved };
    throw new UpstreamRejected({ platform: PLATFORM, message: 'GEO DAB refused a request for resources of DIAS.' });
  }
}
