import type { UpstreamReader } from '../../upstream/client.js';
import type { RequestScope } from '../../upstream/scope.js';
import type { Capabilities, Connector, HitPage, HitSearch, WorkFilter } from '../common/connector.js';
import type { AwardKey, AwardRecord, OrganizationRecord, PersonKey, PersonRecord } from '../common/entity-records.js';
import { BadUserInput } from '../common/errors.js';
import { mappedOnce } from '../common/mapped-once.js';
import type { CacheState } from '../common/record.js';
import { eoscCapabilities, productFilterOf } from './capabilities.js';
import { findAward, findOrganization, findPerson } from './entities.js';
import { productById, productsByDoi, recordsRead, remember } from './lookup.js';
import { eachOnce, mapProduct } from './mapping.js';
import { isOpenaireId, PREFIX, type EoscRecord } from './record.js';
import {
  EOSC_PLATFORM,
  FIRST_CURSOR,
  MAX_PAGE,
  productsRequest,
  type EoscServer,
  type ProductCriteria,
} from './requests.js';
import { decodeProductPage, type ProductPage } from './responses.js';
import type { Product } from './shapes.js';
import { serviceRequest, servicesRequest, type ServiceSearch } from './service-requests.js';
import { decodeService, decodeServicePage, type EoscService, type ServicePage } from './services.js';

/** One page of products. */
export interface EoscPage {
  /** In the platform's order, each record once. */
  readonly hits: readonly EoscRecord[];
  /** As many as the platform counts: a record that stands twice on the page stands here twice. */
  readonly entries: readonly EoscRecord[];
  /** As the platform counts now: it may be another number on the next page. */
  readonly total: number;
  /** The cursor of the page after this one; null: there is none. */
  readonly next: string | null;
  readonly cache: CacheState;
  /** Records of the page that could not be read. */
  readonly unreadable: number;
}

/** What the resolvers and the catalog know of EOSC. */
export interface EoscConnector extends Connector {
  /** A page from a cursor on. @throws BadUserInput for what this version of the Graph cannot do, UpstreamError */
  page(criteria: ProductCriteria, cursor: string, count: number, scope: RequestScope): Promise<EoscPage>;
  record(id: string, scope: RequestScope): Promise<EoscRecord | null>;
  /** The products whose own DOI this is. */
  recordsByDoi(doi: string, scope: RequestScope): Promise<readonly EoscRecord[]>;
  /** The products that state a DOI among their pids: also those that go by another one (a version that was merged with them). */
  recordsStatingDoi(doi: string, scope: RequestScope): Promise<readonly EoscRecord[]>;
  /** A record that was read for this request, if one was. */
  hit(id: string, scope: RequestScope): EoscRecord | undefined;
  services(search: ServiceSearch, scope: RequestScope): Promise<ServicePage>;
  /** Null: not known to the catalogue, or not active. */
  service(id: string, scope: RequestScope): Promise<EoscService | null>;
}

const NO_PROJECT: HitPage = {
  hits: [],
  total: 0,
  totalKind: 'EXACT',
  next: null,
  cache: 'HIT',
  partial: false,
  message: 'OpenAIRE knows no project of this funder with this number.',
};

/** The addresses of a product's page: one for all, and older ones by kind. */
const PAGE =
  /^https?:\/\/explore\.openaire\.eu\/search\/(?:result|publication|dataset|software|other)\/?\?(?:[^#]*&)?(?:id|articleId|datasetId|softwareId|orpId)=([^&#]+)/;

function openaireIdOf(id: string): string | null {
  const openaireId = id.startsWith(PREFIX) ? id.slice(PREFIX.length) : '';
  return isOpenaireId(openaireId) ? openaireId : null;
}

/**
 * The end of a walk is a cursor that is absent, null or the one that was sent, or a page that is empty or not full (fact
 * sheet 2.4). Never the total: it drifts while one walks.
 */
function nextCursor(page: ProductPage, sent: string, asked: number): string | null {
  const full = page.size >= Math.min(asked, page.pageSize ?? asked);
  return page.size === 0 || !full || page.nextCursor === sent ? null : page.nextCursor;
}

/** A position is the platform's own cursor, opaque to us; its letters are those of base64. */
export function cursorOf(position: string | null): string {
  if (position === null) return FIRST_CURSOR;
  if (!/^[\w+/=*.~-]{1,4000}$/.test(position)) {
    throw new BadUserInput('The position in EOSC is none: start the search again without a cursor.');
  }
  return position;
}

const recordsOf = mappedOnce(
  (products: readonly Product[], retrieved) => products.map((product) => mapProduct(product, retrieved)),
  (records, retrieved) => records.map((record) => ({ ...record, retrieved })),
);

class Eosc implements EoscConnector {
  readonly platform = EOSC_PLATFORM;
  readonly capabilities: Capabilities;

  constructor(
    private readonly server: EoscServer,
    private readonly client: UpstreamReader,
  ) {
    this.capabilities = eoscCapabilities(server.version);
  }

  isRecordId(id: string): boolean {
    return openaireIdOf(id) !== null;
  }

  recordIdOfUrl(url: string): string | null {
    const id = PAGE.exec(url)?.[1]?.replace(/%3A/gi, ':');
    return id !== undefined && isOpenaireId(id) ? `${PREFIX}${id}` : null;
  }

  hit(id: string, scope: RequestScope): EoscRecord | undefined {
    return recordsRead(scope).get(id);
  }

  async page(criteria: ProductCriteria, cursor: string, count: number, scope: RequestScope): Promise<EoscPage> {
    const size = Math.min(Math.max(count, 1), MAX_PAGE);
    const request = productsRequest(criteria, { cursor, size }, this.server);
    const { value, retrieved } = await this.client.read(request, decodeProductPage, scope);
    const entries = recordsOf(value.products, retrieved);
    const hits = eachOnce(entries);
    remember(hits, scope);
    return {
      hits,
      entries,
      total: value.total,
      next: nextCursor(value, cursor, size),
      cache: retrieved.cache,
      unreadable: value.refused.length,
    };
  }

  /** The id of the project that an award is, where its number alone does not tell it; null: it is not known here. */
  private async projectIdOf(
    { awardId, awardNumber }: WorkFilter,
    scope: RequestScope,
  ): Promise<string | null | undefined> {
    if (awardId === undefined || awardNumber === undefined) return undefined;
    const award = await findAward({ id: awardId, number: awardNumber }, this.server, this.client, scope);
    return award?.openaireId ?? null;
  }

  async search({ query, filter, sort, position, first }: HitSearch, scope: RequestScope): Promise<HitPage> {
    const own = productFilterOf(filter, this.server.version);
    const projectId = await this.projectIdOf(filter, scope);
    if (projectId === null) return NO_PROJECT;
    const criteria = { query, filter: { ...own, projectId }, sort };
    const page = await this.page(criteria, cursorOf(position), first, scope);
    const { entries: hits, total, next, cache, unreadable } = page;
    const message = unreadable === 0 ? null : `${String(unreadable)} record(s) of OpenAIRE could not be read.`;
    return { hits, total, totalKind: 'EXACT', next, cache, partial: unreadable > 0, message };
  }

  async record(id: string, scope: RequestScope): Promise<EoscRecord | null> {
    const openaireId = openaireIdOf(id);
    if (openaireId === null) return null;
    return this.hit(id, scope) ?? (await productById(openaireId, this.server, this.client, scope));
  }

  recordsStatingDoi(doi: string, scope: RequestScope): Promise<readonly EoscRecord[]> {
    return productsByDoi(doi, this.server, this.client, scope);
  }

  async recordsByDoi(doi: string, scope: RequestScope): Promise<readonly EoscRecord[]> {
    return (await this.recordsStatingDoi(doi, scope)).filter((record) => record.doi === doi);
  }

  async person({ orcid }: PersonKey, scope: RequestScope): Promise<PersonRecord | null> {
    return orcid === null ? null : findPerson(orcid, this.server, this.client, scope);
  }

  organization(ror: string, scope: RequestScope): Promise<OrganizationRecord | null> {
    return findOrganization(ror, this.server, this.client, scope);
  }

  award(key: AwardKey, scope: RequestScope): Promise<AwardRecord | null> {
    return findAward(key, this.server, this.client, scope);
  }

  async services(search: ServiceSearch, scope: RequestScope): Promise<ServicePage> {
    return (await this.client.read(servicesRequest(search, this.server), decodeServicePage, scope)).value;
  }

  async service(id: string, scope: RequestScope): Promise<EoscService | null> {
    return (await this.client.read(serviceRequest(id, this.server), decodeService, scope)).value;
  }
}

/** EOSC over the one upstream client: the OpenAIRE Graph and the resource catalogue. */
export function createEoscConnector(server: EoscServer, client: UpstreamReader): EoscConnector {
  return new Eosc(server, client);
}
