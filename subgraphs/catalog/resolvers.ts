import type { GraphQLResolveInfo } from 'graphql';
import type { CompleteResolvers } from '../common/complete-resolvers.js';
import { workCommonMetadata } from '../../formats/common-metadata.js';
import { BadUserInput } from '../common/errors.js';
import { NO_TEXT } from '../common/localized-text.js';
import type { SubgraphContext } from '../common/platform.js';
import type {
  AccessRight,
  LocalizedText,
  Platform,
  RelatedWork,
  Retrieval,
  SharedRecord,
  WorkFields,
  WorkType,
} from '../common/record.js';
import { valueResolvers } from '../common/value-resolvers.js';
import { findAward } from './awards.js';
import { citationOf } from './citation.js';
import { connectionOf, entityResolvers } from './entity-resolvers.js';
import { countFacets } from './facets.js';
import type { Resolvers, ResolversParentTypes } from './generated.js';
import type { MergedWork } from './merge.js';
import type { PlatformInfoModel, PlatformRecordModel } from './model.js';
import { needsOfWork } from './needs.js';
import { inFormat, withRegistered } from './format-work.js';
import { findOrganization } from './organizations.js';
import { findPerson } from './persons.js';
import { readSearch } from './read-search.js';
import type { Catalog } from './search.js';
import { ReportJobs } from './report/jobs.js';
import { makeReport } from './report/report.js';
import { findTombstone, findWork } from './works.js';

/** What the catalog's subgraph is made of. */
export interface CatalogSubgraph {
  readonly catalog: Catalog;
  /** What `platforms` tells, as it stands now. */
  readonly infos: () => readonly PlatformInfoModel[];
  /** The GraphQL type of each platform's records, of all platforms: the API is the same whatever is configured. */
  readonly recordTypes: Readonly<Partial<Record<Platform, string>>>;
}

const MAX_WORKS = 100;

/** A field of a platform's record: from what was read already, else from the record's own document. */
async function recordField<Field extends keyof WorkFields>(
  model: PlatformRecordModel,
  field: Field,
  { catalog }: CatalogSubgraph,
  { scope }: SubgraphContext,
): Promise<WorkFields[Field] | undefined> {
  const read = (record: SharedRecord | null): WorkFields[Field] | undefined =>
    record?.[field] as WorkFields[Field] | undefined;
  // A record of a merged work was completed with what the answer needs: what it lacks then could not be read.
  if (model.record !== null) return read(model.record);
  const owner = catalog.platforms.find(({ connector }) => connector.platform === model.platform);
  return read((await owner?.connector.record(model.id, scope)) ?? null);
}

/** The fields that every platform's record type has in the catalog. */
function recordResolvers(subgraph: CatalogSubgraph) {
  const { catalog } = subgraph;
  return {
    __resolveReference: ({ id, __typename }: { id: string; __typename: string }): PlatformRecordModel | null => {
      const entry = Object.entries(subgraph.recordTypes).find(([, type]) => type === __typename);
      return entry === undefined ? null : { id, platform: entry[0] as Platform, record: null };
    },
    title: async (model: PlatformRecordModel, _: unknown, context: SubgraphContext): Promise<LocalizedText> =>
      (await recordField(model, 'title', subgraph, context)) ?? NO_TEXT,
    type: async (model: PlatformRecordModel, _: unknown, context: SubgraphContext): Promise<WorkType> =>
      (await recordField(model, 'type', subgraph, context)) ?? 'OTHER',
    url: async (model: PlatformRecordModel, _: unknown, context: SubgraphContext): Promise<string | null> =>
      (await recordField(model, 'url', subgraph, context)) ?? null,
    doi: async (model: PlatformRecordModel, _: unknown, context: SubgraphContext): Promise<string | null> =>
      (await recordField(model, 'doi', subgraph, context)) ?? null,
    issued: async (model: PlatformRecordModel, _: unknown, context: SubgraphContext): Promise<string | null> =>
      (await recordField(model, 'issued', subgraph, context)) ?? null,
    accessRight: async (model: PlatformRecordModel, _: unknown, context: SubgraphContext): Promise<AccessRight> =>
      (await recordField(model, 'accessRight', subgraph, context)) ?? 'UNKNOWN',
    retrieved: async (model: PlatformRecordModel, _: unknown, { scope }: SubgraphContext): Promise<Retrieval> => {
      if (model.record) return model.record.retrieved;
      const owner = catalog.platforms.find(({ connector }) => connector.platform === model.platform);
      const record = await owner?.connector.record(model.id, scope);
      if (!record) throw new BadUserInput(`${model.id} is not known to its platform (any more).`);
      return record.retrieved;
    },
    work: (
      model: PlatformRecordModel,
      _: unknown,
      { scope }: SubgraphContext,
      info: GraphQLResolveInfo,
    ): Promise<MergedWork | null> => findWork(model.id, needsOfWork(info), catalog, scope),
  };
}

type Complete = CompleteResolvers<Resolvers, ResolversParentTypes>;
/** The record types are those of the registry, not of this file. */
type RecordTypes = {
  [Type in keyof Complete]: ResolversParentTypes[Type & keyof ResolversParentTypes] extends PlatformRecordModel
    ? Type
    : never;
}[keyof Complete];
type OwnResolvers = Omit<Complete, RecordTypes>;

const workResolvers = {
  citation: citationOf,
  known: (work: MergedWork): string => work.records.map(({ id }) => id).join(' '),
  records: (work: MergedWork): PlatformRecordModel[] =>
    work.records.map((record) => ({ id: record.id, platform: record.platform, record })),
  related: (
    work: MergedWork,
    { relation, first }: { relation?: string | null | undefined; first?: number | null | undefined },
  ): readonly RelatedWork[] | null => {
    const count = first ?? 20;
    if (count < 1 || count > MAX_WORKS)
      throw new BadUserInput(`first is ${String(count)}: ask for 1 to ${String(MAX_WORKS)} related works.`);
    const wanted = relation?.trim().toLowerCase();
    const related =
      work.related?.filter((item) => wanted === undefined || item.relation.toLowerCase() === wanted) ?? null;
    return related === null ? null : related.slice(0, count);
  },
};

/** The catalog's resolvers. */
export function catalogResolvers(subgraph: CatalogSubgraph) {
  const { catalog, infos, recordTypes } = subgraph;
  const jobs = new ReportJobs();
  const find = (id: string, info: GraphQLResolveInfo, { scope }: SubgraphContext): Promise<MergedWork | null> =>
    findWork(id, needsOfWork(info), catalog, scope);
  const own: OwnResolvers = {
    ...valueResolvers,
    Query: {
      search: (_, args, context, info) => connectionOf(readSearch(args), catalog, context, info),
      person: (_, args, { scope }) => findPerson(args, catalog, scope),
      organization: (_, { ror }, { scope }) => findOrganization(ror, catalog, scope),
      award: (_, { number }, { scope }) => findAward(number, catalog, scope),
      work: (_, { id, doi }, context, info) => {
        if (typeof id === 'string' && typeof doi !== 'string') return find(id, info, context);
        if (typeof doi === 'string' && typeof id !== 'string') return find(`doi:${doi}`, info, context);
        throw new BadUserInput('work needs one of id and doi: give id: "doi:10.…" or a record id, or doi: "10.…".');
      },
      works: (_, { ids }, context, info) => {
        if (ids.length > MAX_WORKS)
          throw new BadUserInput(`${String(ids.length)} ids: ask for at most ${String(MAX_WORKS)} works at once.`);
        // One bad or unreachable id is its own item's error, not the list's. (Codegen knows no promise of null.)
        return ids.map((id) => find(id, info, context) as Promise<MergedWork>);
      },
      tombstone: (_, { id }, { scope }) => findTombstone(id, catalog, scope),
      report: (_, { by, ...args }, { scope }) => {
        const { query, filter, platforms } = readSearch(args);
        return makeReport({ by, query, filter, platforms }, catalog, jobs, scope);
      },
      platforms: (_, __, { scope }) => {
        // The platforms' states are those of this moment.
        scope.freshness.forbid();
        return infos();
      },
    },
    Work: {
      ...workResolvers,
      commonMetadata: async (work, _, { scope }) => workCommonMetadata(await withRegistered(work, catalog, scope)),
      export: (work, { format }, { scope }) => inFormat(work, format, catalog, scope),
      __resolveReference: ({ id }, context, info) => find(id, info, context),
    },
    RelatedWork: {
      ...valueResolvers.RelatedWork,
      // Only `work` is asked of the catalog by reference: what the platform states stays with the platform.
      __resolveReference: ({ target }) => ({
        id: target === '' ? null : target,
        relation: '',
        identifier: null,
        title: null,
      }),
      work: ({ id }, _, context, info) => (id === null ? null : find(id, info, context)),
    },
    ...entityResolvers(catalog),
    WorkConnection: {
      facets: ({ search }, { by, first }, { scope }) => countFacets(by, first ?? 10, search, catalog, scope),
      nodes: ({ edges }) => edges.map(({ work }) => work),
      edges: ({ edges }) =>
        edges.map(({ work, score, cursor }) => ({
          node: work,
          score,
          get cursor() {
            return cursor();
          },
        })),
      pageInfo: ({ edges, endCursor, hasNextPage, hasPreviousPage }) => ({
        endCursor,
        hasNextPage,
        hasPreviousPage,
        get startCursor() {
          return edges[0]?.cursor() ?? null;
        },
      }),
    },
  };
  const typeOf = ({ platform }: PlatformRecordModel): string => recordTypes[platform] ?? '';
  return {
    ...own,
    PlatformRecord: { __resolveType: typeOf },
    ...Object.fromEntries(Object.values(recordTypes).map((type) => [type, recordResolvers(subgraph)])),
  };
}
