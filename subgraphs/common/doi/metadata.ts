import type { UpstreamReader } from '../../../upstream/client.js';
import { UpstreamAbandoned, UpstreamError } from '../../../upstream/errors.js';
import type { RequestScope } from '../../../upstream/scope.js';
import type { UpstreamRequest, UpstreamResponse } from '../../../upstream/types.js';
import { parseDoi } from '../identifiers.js';
import type { Retrieval, WorkFields } from '../record.js';
import { readAgency } from './agency.js';
import type { Agency } from './agency.js';
import { readCsl } from './csl.js';
import { readDataciteJson } from './datacite-json.js';
import { readJalc } from './jalc.js';
import { DoiRequests } from './requests.js';
import type { DoiServers } from './requests.js';

export type DoiSource = 'JALC' | 'DATACITE' | 'CSL';

/** What a registration agency says of a DOI. */
export interface DoiMetadataAnswer {
  readonly source: DoiSource;
  /** A field that is absent is not carried by this source. JaLC's and citation data's never carry a description. */
  readonly fields: Partial<WorkFields>;
  readonly retrieved: Retrieval;
}

/** Prefixes whose way is remembered; more are not met in one platform's list. */
const MAX_PREFIXES = 1000;
const UNKNOWN: Agency = { state: 'unknown' };

type Decode = (response: UpstreamResponse) => Partial<WorkFields> | null;

/** Not one function a call: an answer is decoded once per function (upstream/decode.ts). */
const DECODERS: Readonly<Record<DoiSource, Decode>> = {
  JALC: ({ status, body }) => (status === 200 ? readJalc(body) : null),
  DATACITE: ({ status, body }) => (status === 200 ? (readDataciteJson(body).works[0] ?? null) : null),
  CSL: ({ status, body }) => (status === 200 ? readCsl(body) : null),
};
const decodeAgency = ({ status, body }: UpstreamResponse): Agency => (status === 404 ? UNKNOWN : readAgency(body));

/**
 * DOI metadata by registration agency: doi.org says which (per DOI: JaLC registers some through DataCite), then its
 * interface is asked, and at last citation data by content negotiation. Requests go by the platform's own policy, which
 * must allow the three servers, and those to which doi.org leads on for citation data.
 */
export class DoiMetadata {
  private readonly requests: DoiRequests;
  /** What gave metadata for a DOI of this prefix the last time: where doi.org says nothing, it is asked first. */
  private readonly workedFor = new Map<string, DoiSource>();

  constructor(
    private readonly client: UpstreamReader,
    platform: string,
    servers: DoiServers,
  ) {
    this.requests = new DoiRequests(platform, servers);
  }

  /**
   * Null: the DOI does not exist, or no source has metadata of it (404 is normal: DataCite's for a JaLC DOI, JaLC's for one
   * that is not published).
   * @throws UpstreamError when nothing was found and some source could not be asked.
   */
  async read(printed: string, scope: RequestScope): Promise<DoiMetadataAnswer | null> {
    const doi = parseDoi(printed);
    if (doi === null) return null;
    let failure: UpstreamError | null = null;
    const failed = (error: unknown): void => {
      if (!(error instanceof UpstreamError) || error instanceof UpstreamAbandoned) throw error;
      failure ??= error;
    };
    const agency = await this.agencyOf(doi, scope).catch((error: unknown) => {
      failed(error);
      return UNKNOWN;
    });
    if (agency.state === 'missing') return null;
    for (const source of this.sourcesFor(doi, agency)) {
      try {
        const answer = await this.ask(source, doi, scope);
        if (answer !== null) return answer;
      } catch (error) {
        failed(error);
      }
    }
    if (failure !== null) throw failure as UpstreamError;
    return null;
  }

  private async agencyOf(doi: string, scope: RequestScope): Promise<Agency> {
    return (await this.client.read(this.requests.agency(doi), decodeAgency, scope)).value;
  }

  private sourcesFor(doi: string, agency: Agency): readonly DoiSource[] {
    if (agency.state === 'known') {
      const name = agency.name.toLowerCase();
      return name === 'jalc' ? ['JALC', 'CSL'] : name === 'datacite' ? ['DATACITE', 'CSL'] : ['CSL'];
    }
    const worked = this.workedFor.get(prefixOf(doi));
    return [...new Set<DoiSource>([...(worked === undefined ? [] : [worked]), 'JALC', 'DATACITE', 'CSL'])];
  }

  private async ask(source: DoiSource, doi: string, scope: RequestScope): Promise<DoiMetadataAnswer | null> {
    const { value: fields, retrieved } = await this.client.read(this.requestOf(source, doi), DECODERS[source], scope);
    // Metadata of another DOI than the one that was asked for are nobody's answer.
    if (fields === null || (fields.doi !== null && fields.doi !== doi)) return null;
    if (this.workedFor.size < MAX_PREFIXES) this.workedFor.set(prefixOf(doi), source);
    return { source, fields, retrieved };
  }

  private requestOf(source: DoiSource, doi: string): UpstreamRequest {
    if (source === 'JALC') return this.requests.jalc(doi);
    return source === 'DATACITE' ? this.requests.datacite(doi) : this.requests.csl(doi);
  }
}

function prefixOf(doi: string): string {
  return doi.slice(0, doi.indexOf('/'));
}
