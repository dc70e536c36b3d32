import { UpstreamError } from '../../upstream/errors.js';
import type { RequestScope } from '../../upstream/scope.js';
import type { CompleteResolvers } from '../common/complete-resolvers.js';
import { plainText } from '../common/localized-text.js';
import type { SubgraphContext } from '../common/platform.js';
import { valueResolvers } from '../common/value-resolvers.js';
import { knownRecordIds } from '../common/work-reference.js';
import type { JairoConnector } from './connector.js';
import type { Resolvers, ResolversParentTypes } from './generated.js';
import type { JairoItemModel, JairoRepositoryModel } from './model.js';
import type { OaiIdentify } from '../common/oai-pmh/envelope.js';
import { findItem, itemById, listItems, repositoryModel, searchItems } from './queries.js';
import type { JairoItemRecord } from './record.js';

type OwnResolvers = CompleteResolvers<Resolvers, ResolversParentTypes>;
type Pick<T> = (record: JairoItemRecord) => T | undefined;

/** What a repository says of itself, asked once per request; null: it does not answer. */
function identifyOnce(
  connector: JairoConnector,
  { id }: JairoRepositoryModel,
  scope: RequestScope,
): Promise<OaiIdentify | null> {
  return scope.memo(`jairo.identify ${id}`, () =>
    orNull(connector, id, (repository) => connector.hosts.identify(repository, scope)),
  );
}

/** An answer of a repository; null where it does not answer, which its state tells. */
async function orNull<T>(
  connector: JairoConnector,
  id: string,
  ask: (repository: { readonly id: string; readonly baseUrl: string }) => Promise<T>,
): Promise<T | null> {
  const repository = connector.repositories.find(id);
  if (repository === null) return null;
  try {
    return await ask(repository);
  } catch (error) {
    if (error instanceof UpstreamError) return null;
    throw error;
  }
}

function repositoryResolvers(connector: JairoConnector): OwnResolvers['JairoRepository'] {
  return {
    name: async (model, _, { scope }) => {
      const name = (await identifyOnce(connector, model, scope))?.name ?? null;
      return name === null ? null : plainText(name);
    },
    earliest: async (model, _, { scope }) => (await identifyOnce(connector, model, scope))?.earliest ?? null,
    metadataFormats: ({ id }, _, { scope }) =>
      orNull(connector, id, (repository) => connector.hosts.metadataFormats(repository, scope)),
    sets: ({ id }, _, { scope }) => orNull(connector, id, (repository) => connector.hosts.sets(repository, scope)),
    state: async (model, _, { scope }) =>
      model.answered ?? ((await identifyOnce(connector, model, scope)) === null ? 'DOWN' : 'UP'),
  };
}

function itemResolvers(connector: JairoConnector): OwnResolvers['JairoItem'] {
  /** A field from the hit where that carries it, else from the record, which is read once; null where there is none. */
  const valueOf = async <T>(model: JairoItemModel, pick: Pick<T>, scope: RequestScope): Promise<T | null> => {
    const carried = pick(model.record);
    if (carried !== undefined) return carried;
    const item = await connector.item(model.id, scope);
    return (item === null ? undefined : pick(item)) ?? null;
  };
  /** As valueOf for what is never null: a repository that is away leaves the rest of the hit. */
  const valueOr = async <T>(model: JairoItemModel, pick: Pick<T>, unknown: T, scope: RequestScope): Promise<T> => {
    try {
      return (await valueOf(model, pick, scope)) ?? unknown;
    } catch (error) {
      if (error instanceof UpstreamError) return unknown;
      throw error;
    }
  };
  const field =
    <T>(pick: Pick<T>) =>
    (model: JairoItemModel, _: unknown, { scope }: SubgraphContext): Promise<T | null> =>
      valueOf(model, pick, scope);
  return {
    __resolveReference: ({ id }, { scope }) => itemById(connector, id, scope),
    title: (model, _, { scope }) => valueOr(model, ({ title }) => title, { values: [] }, scope),
    type: (model, _, { scope }) => valueOr(model, ({ type }) => type, 'OTHER', scope),
    accessRight: (model, _, { scope }) => valueOr(model, ({ accessRight }) => accessRight, 'UNKNOWN', scope),
    retrieved: ({ record }) => record.retrieved,
    repository: ({ record }) => {
      const repository = record.repository === null ? null : connector.repositories.find(record.repository);
      return repository === null ? null : repositoryModel(repository);
    },
    url: field(({ url }) => url),
    doi: field(({ doi }) => doi),
    issued: field(({ issued }) => issued),
    oaiIdentifier: field(({ oaiIdentifier }) => oaiIdentifier),
    datestamp: field(({ datestamp }) => datestamp),
    deleted: field(({ deleted }) => deleted),
    sets: field(({ sets }) => sets),
    creators: field(({ creators }) => creators),
    description: field(({ description }) => description),
    funding: field(({ funding }) => funding),
    files: field(({ files }) => files),
    jpcoar: field(({ jpcoar }) => jpcoar),
  };
}

/** The resolvers of JAIRO Cloud's subgraph. */
export function jairoResolvers(connector: JairoConnector): OwnResolvers {
  return {
    ...valueResolvers,
    Query: {
      jairoRepositories: () => connector.repositories.configured.map((repository) => repositoryModel(repository)),
      jairoSearch: (_, args, { scope }) => searchItems(connector, args, scope),
      jairoItem: (_, { repository, recid }, { scope }) => findItem(connector, repository, recid, scope),
      jairoRecords: (_, args, { scope }) => listItems(connector, args, scope),
    },
    JairoRepository: repositoryResolvers(connector),
    // A record that could not be read is a null item with an error of its own.
    JairoConnection: {
      nodes: ({ found }) => found.map((item) => (item instanceof UpstreamError ? Promise.reject(item) : item)),
    },
    JairoItem: itemResolvers(connector),
    Work: {
      // One that cannot be read is its own item's error. (Codegen knows no promise of null.)
      jairo: (work, _, { scope }) =>
        knownRecordIds(work, 'jairo').map((id) => itemById(connector, id, scope) as Promise<JairoItemModel>),
    },
  };
}
