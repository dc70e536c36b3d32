import { UpstreamUnauthenticated } from '../../upstream/errors.js';
import type { RequestScope } from '../../upstream/scope.js';
import type { CompleteResolvers } from '../common/complete-resolvers.js';
import { BadUserInput } from '../common/errors.js';
import { NO_TEXT } from '../common/localized-text.js';
import type { SubgraphContext } from '../common/platform.js';
import { knownRecordIds } from '../common/work-reference.js';
import { valueResolvers } from '../common/value-resolvers.js';
import type { RdmConnector } from './connector.js';
import { decodeCursor, encodeCursor } from './cursor.js';
import type { Resolvers, ResolversParentTypes } from './generated.js';
import type { RdmProjectConnectionModel, RdmProjectModel, RdmUserModel } from './model.js';
import { PREFIX, type RdmRecord } from './record.js';
import { isGuid, MAX_PAGE_SIZE, RDM_PLATFORM, TOKEN_HEADER } from './requests.js';

type OwnResolvers = CompleteResolvers<Resolvers, ResolversParentTypes>;

interface PageArguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

function modelOf(id: string, record: RdmRecord | null): RdmProjectModel {
  return { id, guid: id.slice(PREFIX.length), platform: RDM_PLATFORM, record };
}

/** One page of projects as a connection. */
async function listProjects(
  connector: RdmConnector,
  of: 'all' | 'mine',
  query: string | null,
  { first: wanted, after }: PageArguments,
  scope: RequestScope,
): Promise<RdmProjectConnectionModel> {
  const first = wanted ?? 20;
  if (first < 1 || first > MAX_PAGE_SIZE) {
    throw new BadUserInput(
      `first is ${String(first)}: ask for 1 to ${String(MAX_PAGE_SIZE)} projects, and for the next ones with after: endCursor.`,
    );
  }
  const list = JSON.stringify([of, (query ?? '').trim()]);
  const at = decodeCursor(list, first, after);
  const page = await connector.projects(query, of, at, scope);
  const hits = page.hits.slice(at.skip);
  const next = encodeCursor(list, { page: at.page + 1, size: at.size, skip: 0 });
  return {
    nodes: hits.map((hit) => modelOf(hit.id, hit)),
    totalCount: page.total,
    pageInfo: {
      hasNextPage: page.more,
      hasPreviousPage: at.page > 1 || at.skip > 0,
      startCursor: hits.length === 0 ? null : encodeCursor(list, { ...at, skip: at.skip + 1 }),
      // Also of a page none of whose projects has all words: the walk goes on behind it.
      endCursor: hits.length === 0 && !page.more ? null : next,
    },
  };
}

/** A project that is known to exist: the platform was asked for it. */
async function find(input: string, connector: RdmConnector, scope: RequestScope): Promise<RdmProjectModel | null> {
  const guid = input.trim().replace(/^rdm:/, '');
  if (!isGuid(guid)) {
    throw new BadUserInput(
      'id is no project of GakuNin RDM: give the five characters of its address, such as "abcde".',
    );
  }
  const record = await connector.project(`${PREFIX}${guid}`, scope);
  return record === null ? null : modelOf(record.id, record);
}

type Pick<T> = (record: RdmRecord) => T | null | undefined;

/** The fields of a project, from what was read of it, else from its own document. */
function projectResolvers(connector: RdmConnector): OwnResolvers['RdmProject'] {
  const recordOf = async (model: RdmProjectModel, scope: RequestScope): Promise<RdmRecord | null> =>
    model.record ?? connector.hit(model.id, scope) ?? (await connector.project(model.id, scope));
  const field =
    <T>(pick: Pick<T>) =>
    async (model: RdmProjectModel, _: unknown, { scope }: SubgraphContext): Promise<T | null> => {
      const record = await recordOf(model, scope);
      return (record === null ? undefined : pick(record)) ?? null;
    };
  return {
    __resolveReference: ({ id }, { scope }) =>
      connector.isRecordId(id) ? modelOf(id, connector.hit(id, scope) ?? null) : null,
    title: async (model, _, { scope }) => (await recordOf(model, scope))?.title ?? NO_TEXT,
    type: async (model, _, { scope }) => (await recordOf(model, scope))?.type ?? 'OTHER',
    accessRight: async (model, _, { scope }) => (await recordOf(model, scope))?.accessRight ?? 'UNKNOWN',
    retrieved: async (model, _, { scope }) => {
      const record = await recordOf(model, scope);
      if (record === null) throw new BadUserInput(`${model.id} is not known to GakuNin RDM (any more).`);
      return record.retrieved;
    },
    url: field(({ url }) => url),
    doi: field(({ doi }) => doi),
    issued: field(({ issued }) => issued),
    public: field((record) => record.public),
    description: field(({ text }) => text),
    tags: field(({ tags }) => tags),
    created: field(({ created }) => created),
    modified: field(({ modified }) => modified),
    contributors: async (model, _, { scope }) => {
      const record = await recordOf(model, scope);
      return record?.members ?? (await connector.people(model.guid, scope)).members;
    },
    children: async ({ guid }, _, { scope }) =>
      (await connector.children(guid, scope)).map((record) => modelOf(record.id, record)),
    files: ({ guid }, { path, provider }, { scope }) =>
      connector.files(guid, provider ?? 'osfstorage', path ?? '/', scope),
    metadata: ({ guid }, _, { scope }) => connector.metadata(guid, scope),
  };
}

/** The caller's own account. */
async function me(connector: RdmConnector, scope: RequestScope): Promise<RdmUserModel | null> {
  if (!scope.credentials.has(RDM_PLATFORM)) {
    const message = `GakuNin RDM knows who you are by your personal access token: send it in the header ${TOKEN_HEADER}.`;
    throw new UpstreamUnauthenticated({ platform: RDM_PLATFORM, message });
  }
  return connector.me(scope);
}

/** GakuNin RDM's resolvers. */
export function rdmResolvers(connector: RdmConnector): OwnResolvers {
  return {
    ...valueResolvers,
    Query: {
      rdmMe: (_, __, { scope }) => me(connector, scope),
      rdmProjects: (_, args, { scope }) => listProjects(connector, 'all', args.query ?? null, args, scope),
      rdmProject: (_, { id }, { scope }) => find(id, connector, scope),
    },
    RdmUser: {
      institutions: ({ id }, _, { scope }) => connector.institutions(id, scope),
      projects: (_, args, { scope }) => listProjects(connector, 'mine', null, args, scope),
    },
    RdmProject: projectResolvers(connector),
    Work: {
      rdm: (work, _, { scope }) =>
        knownRecordIds(work, 'rdm').map((id) => modelOf(id, connector.hit(id, scope) ?? null)),
    },
  };
}
