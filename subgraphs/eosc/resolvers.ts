import type { RequestScope } from '../../upstream/scope.js';
import type { CompleteResolvers } from '../common/complete-resolvers.js';
import { BadUserInput } from '../common/errors.js';
import { parseDoi } from '../common/identifiers.js';
import { NO_TEXT } from '../common/localized-text.js';
import type { SubgraphContext } from '../common/platform.js';
import { valueResolvers } from '../common/value-resolvers.js';
import { knownRecordIds, type WorkReference } from '../common/work-reference.js';
import { cursorOf, type EoscConnector } from './connector.js';
import { decodeCursor, encodeCursor, searchKey } from './cursor.js';
import { productFilter, type EoscFilter } from './filter.js';
import type { Resolvers, ResolversParentTypes } from './generated.js';
import type { EoscConnectionModel, EoscProductModel, EoscServiceConnectionModel } from './model.js';
import { isOpenaireId, PREFIX, type EoscRecord } from './record.js';
import { MAX_PAGE } from './requests.js';
import { isServiceId, SERVICE_WINDOW } from './service-requests.js';
import type { EoscService } from './services.js';

interface PageArguments {
  readonly query?: string | null | undefined;
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

function modelOf(id: string, record: EoscRecord | null): EoscProductModel {
  return { id, openaireId: id.slice(PREFIX.length), platform: 'EOSC', record };
}

function pageSize(first: number | null | undefined, what: string): number {
  const count = first ?? 20;
  if (count < 1 || count > MAX_PAGE) {
    throw new BadUserInput(
      `first is ${String(count)}: ask for 1 to ${String(MAX_PAGE)} ${what}, and for the next ones with after: endCursor.`,
    );
  }
  return count;
}

async function products(
  args: PageArguments & { readonly filter?: EoscFilter | null | undefined },
  connector: EoscConnector,
  scope: RequestScope,
): Promise<EoscConnectionModel> {
  const count = pageSize(args.first, 'products');
  const search = searchKey(args.query, args.filter);
  const at = decodeCursor(search, args.after, 'eoscProducts');
  const criteria = { query: args.query ?? null, filter: productFilter(args.filter ?? {}), sort: 'RELEVANCE' } as const;
  const page = await connector.page(criteria, cursorOf(at), count, scope);
  return {
    nodes: page.hits.map((hit) => modelOf(hit.id, hit)),
    totalCount: page.total,
    pageInfo: {
      hasNextPage: page.next !== null,
      hasPreviousPage: at !== null,
      // The platform's cursors lead forward alone: none stands before the first product of a page but the one that led there.
      startCursor: at === null ? null : encodeCursor(search, at),
      endCursor: page.next === null ? null : encodeCursor(search, page.next),
    },
  };
}

/** Where a page of services begins, from the text of a cursor. */
function offsetOf(at: string | null): number {
  const offset = Number(at ?? '0');
  if (!Number.isSafeInteger(offset) || offset < 0 || offset >= SERVICE_WINDOW) {
    throw new BadUserInput('after is no cursor of eoscServices: give the endCursor of its last page, or leave it out.');
  }
  return offset;
}

async function services(
  args: PageArguments,
  connector: EoscConnector,
  scope: RequestScope,
): Promise<EoscServiceConnectionModel> {
  const quantity = pageSize(args.first, 'services');
  const query = args.query ?? null;
  const search = searchKey(query, null);
  const from = offsetOf(decodeCursor(search, args.after, 'eoscServices'));
  const page = await connector.services({ query, from, quantity, facets: [] }, scope);
  const end = from + page.size;
  return {
    nodes: page.services,
    totalCount: page.total,
    pageInfo: {
      hasNextPage: page.size > 0 && end < page.total && end < SERVICE_WINDOW,
      hasPreviousPage: from > 0,
      startCursor: page.size === 0 ? null : encodeCursor(search, String(from)),
      endCursor: page.size === 0 ? null : encodeCursor(search, String(end)),
    },
    query,
  };
}

/** A product's record: what was read already (also by a search beside this), else read now together with the others. */
async function recordOf(model: EoscProductModel, connector: EoscConnector, scope: RequestScope) {
  return model.record ?? (await connector.record(model.id, scope));
}

async function find(id: string, connector: EoscConnector, scope: RequestScope): Promise<EoscProductModel | null> {
  const openaireId = id.trim().replace(/^eosc:/, '');
  if (!isOpenaireId(openaireId)) {
    throw new BadUserInput(
      'id is no OpenAIRE id: give one such as "doi_dedup___::80f29c8c8ba18c46c88a285b7e739dc3", or look for a DOI with work or eoscProducts.',
    );
  }
  const record = await connector.record(`${PREFIX}${openaireId}`, scope);
  return record === null ? null : modelOf(record.id, record);
}

function findService(id: string, connector: EoscConnector, scope: RequestScope): Promise<EoscService | null> {
  if (!isServiceId(id.trim())) {
    throw new BadUserInput('id is no id of a service: give one such as "10.1234/service".');
  }
  return connector.service(id.trim(), scope);
}

/** The products of a work: those that the catalog knows, else those that state its DOI. */
async function ofWork(work: WorkReference, connector: EoscConnector, scope: RequestScope): Promise<EoscProductModel[]> {
  const known = knownRecordIds(work, 'eosc').filter((id) => connector.isRecordId(id));
  if (known.length > 0) return known.map((id) => modelOf(id, connector.hit(id, scope) ?? null));
  const doi = work.id.startsWith('doi:') ? parseDoi(work.id) : null;
  const records = doi === null ? [] : await connector.recordsStatingDoi(doi, scope);
  return records.map((record) => modelOf(record.id, record));
}

/** Resolvers of a product's fields. */
function productFields(connector: EoscConnector) {
  const field =
    <T>(read: (record: EoscRecord) => T) =>
    async (model: EoscProductModel, _: unknown, { scope }: SubgraphContext): Promise<T | null> => {
      const record = await recordOf(model, connector, scope);
      return record === null ? null : read(record);
    };
  const required =
    <T>(read: (record: EoscRecord) => T, otherwise: T) =>
    async (model: EoscProductModel, args: unknown, context: SubgraphContext): Promise<T> =>
      (await field(read)(model, args, context)) ?? otherwise;
  return {
    title: required(({ title }) => title, NO_TEXT),
    type: required(({ type }) => type, 'OTHER'),
    accessRight: required(({ accessRight }) => accessRight, 'UNKNOWN'),
    url: field(({ url }) => url),
    doi: field(({ doi }) => doi),
    issued: field(({ issued }) => issued),
    retrieved: async (model: EoscProductModel, _: unknown, { scope }: SubgraphContext) => {
      const record = await recordOf(model, connector, scope);
      if (record === null) throw new BadUserInput(`${model.id} is not known to OpenAIRE (any more).`);
      return record.retrieved;
    },
    authors: field(({ creators }) => creators),
    description: field(({ description }) => description?.values[0]?.value ?? null),
    openAccessColor: field(({ openAccessColor }) => openAccessColor),
    instances: field(({ instances }) => instances),
    projects: field(({ projects }) => projects),
    organizations: field(({ organizations }) => organizations),
    citations: field(({ citations }) => citations),
  };
}

/** EOSC's resolvers. */
export function eoscResolvers(connector: EoscConnector) {
  const resolvers: CompleteResolvers<Resolvers, ResolversParentTypes> = {
    ...valueResolvers,
    Query: {
      eoscProducts: (_, args, { scope }) => products(args, connector, scope),
      eoscProduct: (_, { id }, { scope }) => find(id, connector, scope),
      eoscServices: (_, args, { scope }) => services(args, connector, scope),
      eoscService: (_, { id }, { scope }) => findService(id, connector, scope),
    },
    EoscProduct: {
      __resolveReference: ({ id }, { scope }) =>
        connector.isRecordId(id) ? modelOf(id, connector.hit(id, scope) ?? null) : null,
      ...productFields(connector),
    },
    EoscServiceConnection: {
      facets: async ({ query }, { by }, { scope }) =>
        (await connector.services({ query, from: 0, quantity: 1, facets: [...new Set(by)] }, scope)).facets,
    },
    Work: { eosc: (work, _, { scope }) => ofWork(work, connector, scope) },
  };
  return resolvers;
}
