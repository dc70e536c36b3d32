import type { GraphQLResolveInfo } from 'graphql';
import { UpstreamError } from '../../upstream/errors.js';
import type { RequestScope } from '../../upstream/scope.js';
import { NO_TEXT } from '../common/localized-text.js';
import type { AccessRight, LocalizedText, ReadLanguage, Retrieval, WorkType } from '../common/record.js';
import { selectedFields, selectedLanguages } from '../common/selection.js';
import { BadUserInput } from '../common/errors.js';
import type { CiniiConnector } from './connector.js';
import type { CiniiRecordModel } from './model.js';
import type { CiniiRecord, FullCiniiRecord } from './record.js';

/** Fields whose values are texts: a hit has them in the languages that it was read in. */
type TextField = 'title' | 'abstract' | 'creators' | 'publication';
type Field =
  | TextField
  | 'type'
  | 'url'
  | 'doi'
  | 'issued'
  | 'accessRight'
  | 'identifiers'
  | 'dataSources'
  | 'related'
  | 'projects';

const TEXT_FIELDS: ReadonlySet<Field> = new Set<Field>(['title', 'abstract', 'creators', 'publication']);

function readInAll(hit: CiniiRecord, wanted: readonly ReadLanguage[]): boolean {
  return hit.readIn === undefined || wanted.every((language) => hit.readIn?.includes(language) === true);
}

/** Whether nothing but names is selected of the creators: more stands in the record's own document. */
function selectsNamesOnly(info: GraphQLResolveInfo): boolean {
  return selectedFields(info).every(({ name }) => name === 'name' || name === '__typename');
}

/** Whether a hit answers a field as it is selected. */
function answers(hit: CiniiRecord, field: Field, info: GraphQLResolveInfo): boolean {
  if (hit[field] === undefined) return false;
  if (field === 'creators' && hit.creatorsAreNamesOnly === true && !selectsNamesOnly(info)) return false;
  return !TEXT_FIELDS.has(field) || readInAll(hit, selectedLanguages(info));
}

/** The hit of a record where one was read, at best after the model was made (a search beside this one). */
function hitOf(model: CiniiRecordModel, connector: CiniiConnector, scope: RequestScope): CiniiRecord | null {
  return model.hit ?? connector.hit(model.id, scope) ?? null;
}

/**
 * One field of a record, from its hit where that answers it, else from the record's own document. Where the document cannot
 * be read or is gone, what the hit carries of the field stands; without it the field is not known (undefined).
 * @throws UpstreamError where there is no hit, and so nothing of the record.
 */
async function fieldOf<K extends Field>(
  field: K,
  model: CiniiRecordModel,
  connector: CiniiConnector,
  scope: RequestScope,
  info: GraphQLResolveInfo,
): Promise<CiniiRecord[K] | undefined> {
  const hit = hitOf(model, connector, scope);
  if (hit !== null && answers(hit, field, info)) return hit[field];
  let full: FullCiniiRecord | null;
  try {
    full = await connector.record(model.id, scope);
  } catch (error) {
    if (hit?.[field] === undefined || !(error instanceof UpstreamError)) throw error;
    return hit[field];
  }
  return full === null ? hit?.[field] : full[field];
}

type FieldResolver<T> = (
  model: CiniiRecordModel,
  args: unknown,
  context: { readonly scope: RequestScope },
  info: GraphQLResolveInfo,
) => Promise<T>;

/** Resolvers of a record's fields, each read only as far as it is selected. */
export function lazyFields(connector: CiniiConnector) {
  const nullable =
    <K extends Field>(field: K): FieldResolver<NonNullable<CiniiRecord[K]> | null> =>
    async (model, _, { scope }, info) =>
      (await fieldOf(field, model, connector, scope, info)) ?? null;
  const title: FieldResolver<LocalizedText> = async (model, _, { scope }, info) =>
    (await fieldOf('title', model, connector, scope, info)) ?? NO_TEXT;
  const type: FieldResolver<WorkType> = async (model, _, { scope }, info) =>
    (await fieldOf('type', model, connector, scope, info)) ?? 'OTHER';
  const accessRight: FieldResolver<AccessRight> = async (model, _, { scope }, info) => {
    try {
      return (await fieldOf('accessRight', model, connector, scope, info)) ?? 'UNKNOWN';
    } catch (error) {
      // Only the record's own document tells it: a hit whose document cannot be read stays a record, its access right unknown.
      if (hitOf(model, connector, scope) !== null && error instanceof UpstreamError) return 'UNKNOWN';
      throw error;
    }
  };
  const kind: FieldResolver<string | null> = async (model, _, { scope }) => {
    const hit = hitOf(model, connector, scope);
    return hit?.kind ?? (await connector.record(model.id, scope))?.kind ?? null;
  };
  const retrieved: FieldResolver<Retrieval> = async (model, _, { scope }) => {
    const read = hitOf(model, connector, scope) ?? (await connector.record(model.id, scope));
    if (read === null) throw new BadUserInput(`${model.id} is not known to CiNii Research (any more).`);
    return read.retrieved;
  };
  return {
    title,
    type,
    accessRight,
    kind,
    retrieved,
    url: nullable('url'),
    doi: nullable('doi'),
    issued: nullable('issued'),
    abstract: nullable('abstract'),
    creators: nullable('creators'),
    publication: nullable('publication'),
    identifiers: nullable('identifiers'),
    dataSources: nullable('dataSources'),
    related: nullable('related'),
    projects: nullable('projects'),
  };
}
