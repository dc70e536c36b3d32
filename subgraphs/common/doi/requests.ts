import type { UpstreamRequest } from '../../../upstream/types.js';

/** Kinds for a platform's `freshMs`: how long an answer counts as fresh (a day or more: both hardly change). */
export const DOI_AGENCY_KIND = 'doi-agency';
export const DOI_METADATA_KIND = 'doi-metadata';

/** Where DOIs are asked about: DOI_URL, JALC_URL, DATACITE_URL, as they stand in the settings. */
export interface DoiServers {
  readonly doiUrl: string;
  readonly jalcUrl: string;
  readonly dataciteUrl: string;
}

/**
 * To these doi.org redirects a request for citation data, by the agency of the DOI (support.datacite.org/docs/doi-content-negotiation,
 * www.crossref.org/documentation/retrieve-metadata/content-negotiation, Japan Link Center's guide in fact sheet DIAS 6.1).
 */
const CITATION_HOSTS = [
  'https://data.crosscite.org',
  'https://data.datacite.org',
  'https://data.crossref.org',
  'https://api.crossref.org',
  'https://data.medra.org',
  'https://japanlinkcenter.org',
  'https://api.japanlinkcenter.org',
];

/** The origins that a platform's policy must allow for questions about DOIs. A stand-in for doi.org answers by itself. */
export function doiOrigins({ doiUrl, jalcUrl, dataciteUrl }: DoiServers): string[] {
  const own = [doiUrl, jalcUrl, dataciteUrl].map((url) => new URL(url).origin);
  return /^https?:\/\/(?:dx\.)?doi\.org$/.test(own[0] ?? '') ? [...own, ...CITATION_HOSTS] : own;
}

/** How one platform asks about DOIs: in its own name, under its own policy. `doi` is canonical (identifiers.ts, parseDoi). */
export class DoiRequests {
  constructor(
    private readonly platform: string,
    private readonly servers: DoiServers,
  ) {}

  agency(doi: string): UpstreamRequest {
    return this.get(DOI_AGENCY_KIND, this.servers.doiUrl, `doiRA/${inPath(doi)}`, 'application/json', [400, 404]);
  }

  /** The slash as %2F: plain, once and twice encoded are all in use (fact sheet DIAS 6.1). */
  jalc(doi: string): UpstreamRequest {
    return this.get(
      DOI_METADATA_KIND,
      this.servers.jalcUrl,
      `dois/${encodeURIComponent(doi)}`,
      'application/json',
      [404],
    );
  }

  datacite(doi: string): UpstreamRequest {
    const accept = 'application/vnd.api+json, application/json';
    return this.get(DOI_METADATA_KIND, this.servers.dataciteUrl, `dois/${encodeURIComponent(doi)}`, accept, [404]);
  }

  /** Content negotiation; 406 where the agency has no citation data. */
  csl(doi: string): UpstreamRequest {
    const accept = 'application/vnd.citationstyles.csl+json';
    return this.get(DOI_METADATA_KIND, this.servers.doiUrl, inPath(doi), accept, [404, 406, 410]);
  }

  private get(
    kind: string,
    server: string,
    path: string,
    accept: string,
    statuses: readonly number[],
  ): UpstreamRequest {
    const url = `${server.replace(/\/+$/, '')}/${path}`;
    return { platform: this.platform, method: 'GET', url, kind, headers: { accept }, accept: statuses };
  }
}

/** A DOI as doi.org's own addresses have it: slashes plain, all else that is not of a path encoded. */
function inPath(doi: string): string {
  return doi.split('/').map(encodeURIComponent).join('/');
}
