import type { RequestScope } from '../../upstream/scope.js';
import type { CompleteResolvers } from '../common/complete-resolvers.js';
import { BadUserInput } from '../common/errors.js';
import { parseDoi } from '../common/identifiers.js';
import { bestText, NO_TEXT } from '../common/localized-text.js';
import type { SubgraphContext } from '../common/platform.js';
import { valueResolvers } from '../common/value-resolvers.js';
import { sizeInBytes } from '../common/vocabulary.js';
import { knownRecordIds, type WorkReference } from '../common/work-reference.js';
import { MAX_PAGE, type GedConnector } from './connector.js';
import { decodeCursor, encodeCursor } from './cursor.js';
import type { Resolvers, ResolversParentTypes } from './generated.js';
import { withRetrieval } from './mapping.js';
import type { GedConnectionModel, GedDatasetModel, GedFileModel, GedSeriesModel } from './model.js';
import { describeVariables, type NasaAmesFile } from './nasa-ames/index.js';
import { datasetId, DOI_PREFIX, PREFIX, type GedRecord } from './record.js';
import { seriesOf, seriesSvg } from './series/index.js';

type OwnResolvers = CompleteResolvers<Resolvers, ResolversParentTypes>;

function modelOf(id: string, record: GedRecord | null): GedDatasetModel {
  return { id, platform: 'NIES_GED', record };
}

async function datasets(
  args: { readonly query?: string | null | undefined; readonly first?: number | null | undefined; readonly after?: string | null | undefined },
  connector: GedConnector,
  scope: RequestScope,
): Promise<GedConnectionModel> {
  const count = args.first ?? 20;
  if (count < 1 || count > MAX_PAGE) {
    throw new BadUserInput(
      `first is ${String(count)}: ask for 1 to ${String(MAX_PAGE)} datasets, and for the next ones with after: endCursor.`,
    );
  }
  const query = args.query ?? null;
  const start = decodeCursor(query, args.after);
  const { hits } = await connector.find({ query, sort: 'RELEVANCE' }, scope);
  const page = hits.slice(start, start + count);
  const end = start + page.length;
  return {
    nodes: page.map(({ value, retrieved }) => modelOf(value.id, withRetrieval(value, retrieved))),
    totalCount: hits.length,
    pageInfo: {
      hasNextPage: end < hits.length,
      hasPreviousPage: start > 0,
      startCursor: page.length === 0 ? null : encodeCursor(query, start),
      endCursor: page.length === 0 ? null : encodeCursor(query, end),
    },
  };
} // prettier-ignore

/** The dataset id that the arguments name; null for a DOI that is none of NIES's. */
function idOf(doi: string | null | undefined, id: string | null | undefined): string | null {
  if (doi == null && id == null) throw new BadUserInput('gedDataset needs a doi or an id.');
  const byId = id == null ? null : datasetId(id);
  if (id != null && byId === null) {
    const other = parseDoi(id.trim().replace(/^ged:/, ''));
    if (other === null) throw new BadUserInput('id is no id of a dataset: give one such as "20160901.004", or a DOI.');
    return null;
  }
  const byDoi = doi == null ? byId : datasetId(doi);
  return id != null && byDoi !== byId ? null : byDoi;
}

async function find(
  args: { readonly doi?: string | null | undefined; readonly id?: string | null | undefined },
  connector: GedConnector,
  scope: RequestScope,
): Promise<GedDatasetModel | null> {
  const id = idOf(args.doi, args.id);
  const record = id === null ? null : await connector.record(`${PREFIX}${id}`, scope);
  return record === null ? null : modelOf(record.id, record);
}

/** The dataset of a work: the one that the catalog knows, else the one whose DOI it has. */
async function ofWork(
  work: WorkReference,
  connector: GedConnector,
  scope: RequestScope,
): Promise<GedDatasetModel | null> {
  const [known] = knownRecordIds(work, 'ged').filter((id) => connector.isRecordId(id));
  if (known !== undefined) return modelOf(known, null);
  const doi = work.id.startsWith(`doi:${DOI_PREFIX}`) ? parseDoi(work.id) : null;
  const [record] = doi === null ? [] : await connector.recordsByDoi(doi, scope);
  return record === undefined ? null : modelOf(record.id, record);
}

function filesOf({ dataFiles, terms, title }: GedRecord): GedFileModel[] {
  return dataFiles.map((file) => ({ ...file, terms, title }));
}

/** Resolvers of a dataset's fields. */
function datasetFields(connector: GedConnector): OwnResolvers['GedDataset'] {
  const recordOf = async ({ id, record }: GedDatasetModel, scope: RequestScope) =>
    record ?? connector.record(id, scope);
  const field =
    <T>(read: (record: GedRecord) => T) =>
    async (model: GedDatasetModel, _: unknown, { scope }: SubgraphContext): Promise<T | null> => {
      const record = await recordOf(model, scope);
      return record === null ? null : read(record);
    };
  const required =
    <T>(read: (record: GedRecord) => T, otherwise: T) =>
    async (model: GedDatasetModel, args: unknown, context: SubgraphContext): Promise<T> =>
      (await field(read)(model, args, context)) ?? otherwise;
  return {
    __resolveReference: ({ id }) => (connector.isRecordId(id) ? modelOf(id, null) : null),
    title: required(({ title }) => title, NO_TEXT),
    type: required(({ type }) => type, 'OTHER'),
    accessRight: required(({ accessRight }) => accessRight, 'UNKNOWN'),
    status: required(({ status }) => status, 'UNKNOWN'),
    url: field(({ url }) => url),
    doi: field(({ doi }) => doi),
    issued: field(({ issued }) => issued),
    retrieved: async (model, _, { scope }) => {
      const record = await recordOf(model, scope);
      if (record === null) throw new BadUserInput(`${model.id} is not among the datasets of NIES GED (any more).`);
      return record.retrieved;
    },
    version: field(({ version }) => version),
    updated: field(({ updatedOn }) => updatedOn),
    abstract: field(({ description }) => description),
    creators: field(({ creators }) => creators),
    contributors: field(({ contributorsText }) => contributorsText),
    publisher: field(({ publisher }) => publisher),
    contact: field(({ contact }) => contact),
    box: field(({ box }) => box),
    sites: field(({ sites }) => sites),
    period: field(({ period }) => period),
    ongoing: field(({ ongoing }) => ongoing),
    observedItems: field(({ observedItems }) => observedItems),
    resolution: field(({ resolution }) => resolution),
    precision: field(({ precision }) => precision),
    method: field(({ method }) => method),
    history: field(({ history }) => history),
    references: field(({ references }) => references),
    usedIn: field(({ usedIn }) => usedIn),
    acknowledgements: field(({ acknowledgements }) => acknowledgements),
    dataLanguage: field(({ languages }) => languages[0] ?? null),
    size: field(({ size }) => size),
    bytes: field(({ size }) => (size === null ? null : sizeInBytes(size))),
    formats: field(({ formats }) => formats),
    keywords: field(({ subjects }) => subjects),
    files: field(filesOf),
    services: field(({ services }) => services),
    terms: field(({ terms }) => terms),
    license: field(({ license }) => license),
    metadataFrom: field(({ metadataFrom }) => metadataFrom),
  };
}

/** Instants come as RFC 3339 texts from the scalar. */
function instantOf(text: string | null | undefined): Date | null {
  return text == null ? null : new Date(text);
}

/** Resolvers of a file's fields: those of its content read it, all of one request together once. */
function fileFields(connector: GedConnector): OwnResolvers['GedFile'] {
  const content =
    <T>(read: (file: NasaAmesFile) => T) =>
    async (model: GedFileModel, _: unknown, { scope }: SubgraphContext): Promise<T | null> => {
      const file = await connector.files.read(model, scope);
      return file === null ? null : read(file);
    };
  return {
    ffi: content(({ header }) => header.ffi),
    encoding: content(({ encoding }) => encoding),
    originators: content(({ header }) => header.originators),
    organization: content(({ header }) => header.organisation),
    source: content(({ header }) => header.source),
    mission: content(({ header }) => header.mission),
    dataDate: content(({ header }) => header.dataDate),
    revisionDate: content(({ header }) => header.revisionDate),
    attributes: content(({ header }) => [...header.attributes].map(([key, value]) => ({ key, value }))),
    comments: content(({ header }) => [...header.specialComments, ...header.normalComments].join('\n')),
    warnings: content(({ warnings }) => warnings),
    variables: content((file) =>
      describeVariables(file).map(({ variable, count, missing, min, max }) => ({
        name: variable.name,
        description: variable.description === '' ? null : variable.description,
        unit: variable.unit,
        missingValue: variable.missing,
        scale: variable.scale,
        count,
        missing,
        min,
        max,
      })),
    ),
    series: async (model, { variable, from, until, maxPoints }, { scope }): Promise<GedSeriesModel | null> => {
      const file = await connector.files.read(model, scope);
      if (file === null) return null;
      const request = { variable, from: instantOf(from), until: instantOf(until), maxPoints: maxPoints ?? 500 };
      return { ...seriesOf(file, request), terms: model.terms, title: model.title };
    },
  };
}

/** GED's resolvers. */
export function gedResolvers(connector: GedConnector): OwnResolvers {
  return {
    ...valueResolvers,
    Query: {
      gedDatasets: (_, args, { scope }) => datasets(args, connector, scope),
      gedDataset: (_, args, { scope }) => find(args, connector, scope),
    },
    GedDataset: datasetFields(connector),
    GedFile: fileFields(connector),
    GedSeries: {
      svg: (series, { width, height }) =>
        seriesSvg(series, { width: width ?? 640, height: height ?? 240, title: bestText(series.title) || null }),
    },
    Work: { ged: (work, _, { scope }) => ofWork(work, connector, scope) },
  };
}
