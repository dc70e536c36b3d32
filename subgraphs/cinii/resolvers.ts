import type { GraphQLResolveInfo } from 'graphql';
import type { CompleteResolvers } from '../common/complete-resolvers.js';
import { BadUserInput } from '../common/errors.js';
import type { SubgraphContext } from '../common/platform.js';
import { selectedLanguages } from '../common/selection.js';
import { knownRecordIds } from '../common/work-reference.js';
import { valueResolvers } from '../common/value-resolvers.js';
import type { CiniiConnector } from './connector.js';
import type { Resolvers, ResolversParentTypes } from './generated.js';
import { decodeCursor, encodeCursor } from './cursor.js';
import { lazyFields } from './lazy-record.js';
import type { CiniiConnectionModel, CiniiRecordModel } from './model.js';
import { PREFIX, type CiniiRecord } from './record.js';
import { isCrid, MAX_COUNT, type CiniiCriteria, type CiniiFilter, type CiniiSegment } from './requests.js';

interface SearchArguments {
  readonly query?: string | null | undefined;
  readonly segment?: CiniiSegment | null | undefined;
  readonly filter?: CiniiFilter | null | undefined;
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

function modelOf(id: string, hit: CiniiRecord | null): CiniiRecordModel {
  return { id, crid: id.slice(PREFIX.length), platform: 'CINII_RESEARCH', hit };
}

function criteriaOf({ query, segment, filter }: SearchArguments): CiniiCriteria {
  return { query: query ?? null, segment: segment ?? 'ALL', filter: filter ?? {}, sort: 'RELEVANCE' };
}

async function search(
  args: SearchArguments,
  connector: CiniiConnector,
  { scope }: SubgraphContext,
  info: GraphQLResolveInfo,
): Promise<CiniiConnectionModel> {
  const first = args.first ?? 20;
  if (first < 1 || first > MAX_COUNT) {
    throw new BadUserInput(
      `first is ${String(first)}: ask for 1 to ${String(MAX_COUNT)} records, and for the next ones with after: endCursor.`,
    );
  }
  const criteria = criteriaOf(args);
  const start = decodeCursor(criteria, args.after);
  const page = await connector.page(criteria, selectedLanguages(info), start, first, scope);
  const end = start + page.size;
  const empty = page.hits.length === 0;
  return {
    nodes: page.hits.map((hit) => modelOf(hit.id, hit)),
    totalCount: page.total,
    pageInfo: {
      // Also at the end of the window: the page beyond it says how to reach the rest.
      hasNextPage: !empty && end <= page.total,
      hasPreviousPage: start > 1,
      startCursor: empty ? null : encodeCursor(criteria, start + 1),
      endCursor: empty ? null : encodeCursor(criteria, end),
    },
  };
}

/** A record that is known to exist: the platform was asked, or one of its hits is at hand. */
async function find(
  crid: string,
  connector: CiniiConnector,
  { scope }: SubgraphContext,
): Promise<CiniiRecordModel | null> {
  const trimmed = crid.trim();
  if (!isCrid(trimmed)) {
    throw new BadUserInput('crid is no CRID: give its 19 digits as a string, for example "1390282680241132288".');
  }
  const id = `${PREFIX}${trimmed}`;
  const hit = connector.hit(id, scope);
  if (hit !== undefined) return modelOf(id, hit);
  const record = await connector.record(id, scope);
  return record === null ? null : modelOf(record.id, record);
}

/** CiNii Research's resolvers. */
export function ciniiResolvers(connector: CiniiConnector): CompleteResolvers<Resolvers, ResolversParentTypes> {
  const reference = (id: string, { scope }: SubgraphContext): CiniiRecordModel | null =>
    connector.isRecordId(id) ? modelOf(id, connector.hit(id, scope) ?? null) : null;
  return {
    ...valueResolvers,
    Query: {
      ciniiSearch: (_, args, context, info) => search(args, connector, context, info),
      ciniiRecord: (_, { crid }, context) => find(crid, connector, context),
    },
    CiniiRecord: {
      __resolveReference: ({ id }, context) => reference(id, context),
      ...lazyFields(connector),
    },
    Work: {
      cinii: (work, _, context) => {
        const [id] = knownRecordIds(work, 'cinii');
        return id === undefined ? null : reference(id, context);
      },
    },
  };
}
