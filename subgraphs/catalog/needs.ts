import type { GraphQLResolveInfo } from 'graphql';
import type { ReadLanguage, SharedRecord, WorkFields } from '../common/record.js';
import { WORK_FIELDS } from './merge.js';
import { languagesOf, selectedFields, type SelectedField } from '../common/selection.js';

/** A field of a record that an answer needs. `creatorNames`: of the creators only their names. */
export type Need = keyof WorkFields | 'creatorNames';

/** What of a work's records a selection needs. */
export interface Needs {
  readonly fields: ReadonlySet<Need>;
  readonly languages: readonly ReadLanguage[];
}

/** Of a creator, these are what a hit with names only cannot answer. */
const BEYOND_NAMES = new Set([
  'familyName',
  'givenName',
  'orcid',
  'nrid',
  'eRadId',
  'identifiers',
  'affiliations',
  'person',
]);

function creatorsNeed(field: SelectedField): Need {
  return field.children.some(({ name }) => BEYOND_NAMES.has(name)) ? 'creators' : 'creatorNames';
}

function isWorkField(name: string): name is keyof WorkFields {
  return WORK_FIELDS.has(name);
}

/** What a reference is made of. */
const CITATION: readonly Need[] = [
  'doi', 'type', 'title', 'creators', 'publisher', 'container', 'degree', 'version', 'issued', 'url',
]; // prettier-ignore
/** What is written from everything that the records say of a work, in both languages. */
const OF_WHOLE_WORK: ReadonlySet<string> = new Set(['export', 'commonMetadata', 'conformance']);

function needsOf(fields: readonly SelectedField[]): Need[] {
  return fields.flatMap((field): Need[] => {
    if (field.name === 'creators') return [creatorsNeed(field)];
    if (field.name === 'records') return needsOf(field.children);
    if (field.name === 'license') return ['licenses'];
    if (field.name === 'citation') return [...CITATION];
    if (OF_WHOLE_WORK.has(field.name)) return [...WORK_FIELDS].filter(isWorkField);
    // What is no field of the records (id, provenance, a platform's own field) needs nothing of them.
    return isWorkField(field.name) ? [field.name] : [];
  });
}

/** What is needed to answer the fields selected on a Work. */
export function needsOfFields(fields: readonly SelectedField[], info: GraphQLResolveInfo): Needs {
  const whole = fields.some(({ name }) => OF_WHOLE_WORK.has(name));
  return { fields: new Set(needsOf(fields)), languages: whole ? ['ja', 'en'] : languagesOf(fields, info) };
}

/** What is needed for the works below a connection (nodes and edges.node). */
export function needsOfConnection(info: GraphQLResolveInfo): Needs {
  const selected = selectedFields(info);
  const nodes = selected.filter(({ name }) => name === 'nodes').flatMap(({ children }) => children);
  const edges = selected
    .filter(({ name }) => name === 'edges')
    .flatMap(({ children }) => children.filter(({ name }) => name === 'node').flatMap((node) => node.children));
  return needsOfFields([...nodes, ...edges], info);
}

/** What is needed for the work that the resolver gives itself. */
export function needsOfWork(info: GraphQLResolveInfo): Needs {
  return needsOfFields(selectedFields(info), info);
}

/** Whether the document that a record was read from carries a field. */
export function carries(record: SharedRecord, need: Need): boolean {
  if (need === 'creatorNames') return record.creators !== undefined;
  if (need === 'creators') return record.creators !== undefined && record.creatorsAreNamesOnly !== true;
  return record[need] !== undefined;
}

/** Whether a record must be read in full to answer what is needed. */
export function lacks(record: SharedRecord, needs: Needs): boolean {
  return [...needs.fields].some((need) => !carries(record, need));
}
