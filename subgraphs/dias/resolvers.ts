import type { RequestScope } from '../../upstream/scope.js';
import type { CompleteResolvers } from '../common/complete-resolvers.js';
import { firstDay, lastDay } from '../common/edtf.js';
import { BadUserInput } from '../common/errors.js';
import { parseDoi } from '../common/identifiers.js';
import { NO_TEXT } from '../common/localized-text.js';
import type { SubgraphContext } from '../common/platform.js';
import type { BoundingBox } from '../common/record.js';
import { valueResolvers } from '../common/value-resolvers.js';
import { knownRecordIds, type WorkReference } from '../common/work-reference.js';
import { recordOf, type DiasConnector } from './connector.js';
import { decodeCursor, encodeCursor, startOf } from './cursor.js';
import type { Resolvers, ResolversParentTypes } from './generated.js';
import { isDatasetId, PREFIX } from './ids.js';
import type { DiasConnectionModel, DiasDatasetModel } from './model.js';
import type { DiasRecord } from './record.js';

const MAX_PAGE = 100;

interface DatasetArguments {
  readonly query?: string | null | undefined;
  readonly bbox?: BoundingBox | null | undefined;
  readonly from?: string | null | undefined;
  readonly until?: string | null | undefined;
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

function modelOf(id: string, record: DiasRecord | null): DiasDatasetModel {
  return { id, datasetId: id.slice(PREFIX.length), platform: 'DIAS', record };
}

/** @throws BadUserInput for what no dataset could meet. */
function checkArguments({ bbox, from, until, first }: DatasetArguments): void {
  const count = first ?? 20;
  if (count < 1 || count > MAX_PAGE) {
    throw new BadUserInput(
      `first is ${String(count)}: ask for 1 to ${String(MAX_PAGE)} datasets, and for the next ones with after: endCursor.`,
    );
  }
  if (from && until && firstDay(from) > lastDay(until)) {
    throw new BadUserInput(`from (${from}) is after until (${until}): swap them.`);
  }
  const sides = bbox ? [Math.abs(bbox.west), Math.abs(bbox.east)] : [];
  if (bbox && (bbox.south > bbox.north || bbox.south < -90 || bbox.north > 90 || sides.some((side) => side > 180))) {
    throw new BadUserInput(
      'bbox is not a box on earth: south <= north within -90 to 90, west and east within -180 to 180 (west > east crosses the date line).',
    );
  }
}

async function datasets(
  args: DatasetArguments,
  connector: DiasConnector,
  scope: RequestScope,
): Promise<DiasConnectionModel> {
  checkArguments(args);
  const [query, from, until] = [args.query?.trim() || null, args.from ?? null, args.until ?? null];
  const { west, south, east, north } = args.bbox ?? {};
  const search = [query, from, until, west, south, east, north];
  const place = decodeCursor(search, args.after);
  const { hits } = await connector.find(
    {
      query,
      sort: 'RELEVANCE',
      ...(args.bbox ? { bbox: args.bbox } : {}),
      ...(from === null && until === null ? {} : { period: { from, until } }),
    },
    scope,
  );
  const start = startOf(place, hits);
  const page = hits.slice(start, start + (args.first ?? 20));
  const end = start + page.length;
  const last = page.at(-1);
  const before = hits[start - 1];
  return {
    nodes: page.map((hit) => modelOf(`${PREFIX}${hit.id}`, recordOf(hit))),
    totalCount: hits.length,
    pageInfo: {
      hasNextPage: end < hits.length,
      hasPreviousPage: start > 0,
      // Behind the dataset before the page: a page that begins with the first one has no cursor in front of it.
      startCursor: before === undefined ? null : encodeCursor(search, { after: before.id, offset: start }),
      endCursor: last === undefined ? null : encodeCursor(search, { after: last.id, offset: end }),
    },
  };
}

async function find(given: string, connector: DiasConnector, scope: RequestScope): Promise<DiasDatasetModel | null> {
  const text = given.trim();
  const doi = parseDoi(text);
  if (doi !== null) {
    const [record] = await connector.recordsByDoi(doi, scope);
    return record === undefined ? null : modelOf(record.id, record);
  }
  const datasetId = text.startsWith(PREFIX) ? text.slice(PREFIX.length) : text;
  if (!isDatasetId(datasetId)) {
    throw new BadUserInput('id is no dataset id of DIAS: give one such as "JRA55" (letters, digits and underscores), or a DOI.');
  }
  const record = await connector.record(`${PREFIX}${datasetId}`, scope);
  return record === null ? null : modelOf(record.id, record);
} // prettier-ignore

/** The dataset of a work: the one that the catalog knows, else the one with its DOI. */
async function ofWork(work: WorkReference, connector: DiasConnector, scope: RequestScope): Promise<DiasDatasetModel | null> {
  const known = knownRecordIds(work, 'dias').find((id) => connector.isRecordId(id));
  if (known !== undefined) return modelOf(known, null);
  const doi = work.id.startsWith('doi:') ? parseDoi(work.id) : null;
  const [record] = doi === null ? [] : await connector.recordsByDoi(doi, scope);
  return record === undefined ? null : modelOf(record.id, record);
} // prettier-ignore

/** Resolvers of a dataset's fields. */
function datasetFields(connector: DiasConnector) {
  const recordOfModel = (model: DiasDatasetModel, scope: RequestScope): Promise<DiasRecord | null> =>
    model.record === null ? connector.record(model.id, scope) : Promise.resolve(model.record);
  const field =
    <T>(read: (record: DiasRecord) => T) =>
    async (model: DiasDatasetModel, _: unknown, { scope }: SubgraphContext): Promise<T | null> => {
      const record = await recordOfModel(model, scope);
      return record === null ? null : read(record);
    };
  const required =
    <T>(read: (record: DiasRecord) => T, otherwise: T) =>
    async (model: DiasDatasetModel, args: unknown, context: SubgraphContext): Promise<T> =>
      (await field(read)(model, args, context)) ?? otherwise;
  return {
    title: required(({ title }) => title, NO_TEXT),
    type: required(({ type }) => type, 'DATASET'),
    accessRight: required(({ accessRight }) => accessRight, 'UNKNOWN'),
    url: field(({ url }) => url),
    doi: field(({ doi }) => doi),
    issued: field(({ issued }) => issued),
    retrieved: async (model: DiasDatasetModel, _: unknown, { scope }: SubgraphContext) => {
      const record = await recordOfModel(model, scope);
      if (record === null) throw new BadUserInput(`${model.id} is none of the datasets of DIAS that are read here.`);
      return record.retrieved;
    },
    shortName: field(({ shortName }) => shortName),
    version: field(({ version }) => version),
    metadataIdentifier: field(({ metadataIdentifier }) => metadataIdentifier),
    creators: field(({ creators }) => creators),
    contacts: field(({ contacts }) => contacts),
    updated: field(({ updated }) => updated),
    created: field(({ created }) => created),
    revised: field(({ revised }) => revised),
    abstract: field(({ description }) => description),
    topicCategories: field(({ topicCategories }) => topicCategories),
    period: field(({ period }) => period),
    ongoing: field(({ ongoing }) => ongoing),
    temporalResolution: field(({ temporalResolution }) => temporalResolution),
    box: field(({ box }) => box),
    grid: field(({ grid }) => grid),
    places: field(({ placeNames }) => placeNames),
    keywords: field(({ keywords }) => keywords),
    online: field(({ online }) => online),
    environment: field(({ environment }) => environment),
    formats: field(({ formats }) => formats),
    processing: field(({ processing }) => processing),
    remarks: field(({ remarks }) => remarks),
    constraints: field(({ constraints }) => constraints),
    licenseText: field(({ licenseText }) => licenseText),
    license: field(({ licenses }) => licenses[0] ?? null),
    acknowledgement: field(({ acknowledgement }) => acknowledgement),
    references: field(({ references }) => references),
    accountRequired: field(({ accountRequired }) => accountRequired),
    fileListUrl: field(({ fileListUrl }) => fileListUrl),
    sources: field(({ sources }) => sources),
  };
}

/** DIAS's resolvers. */
export function diasResolvers(connector: DiasConnector) {
  const resolvers: CompleteResolvers<Resolvers, ResolversParentTypes> = {
    ...valueResolvers,
    Query: {
      diasDatasets: (_, args, { scope }) => datasets(args, connector, scope),
      diasDataset: (_, { id }, { scope }) => find(id, connector, scope),
    },
    DiasDataset: {
      __resolveReference: ({ id }) => (connector.isRecordId(id) ? modelOf(id, null) : null),
      ...datasetFields(connector),
    },
    Work: { dias: (work, _, { scope }) => ofWork(work, connector, scope) },
  };
  return resolvers;
}
