/** Registration schemas and their blocks of API v2 (fact sheet 9, schemas). */
import { objectId } from '../fixtures/ids.js';
import { schemas, type Question, type RegistrationSchema } from '../fixtures/schemas.js';
import { api, isError, type Context } from './context.js';
import { filtered, type FilterFields } from './filter.js';
import { notFound, related, toOne, typeName, type Json, type JsonObject, type Resource, type View } from './jsonapi.js';

/** Lists of blocks take up to this many on a page, whatever the request says (fact sheet 4). */
const BLOCK_PAGE = 1000;

function questionJson({ qid, type, format, title, options }: Question): JsonObject {
  return {
    qid,
    nav: title,
    type,
    format,
    title,
    required: false,
    ...(options.length > 0 ? { options: options.map((text) => ({ text, tooltip: text })) } : {}),
  };
}

/** The whole form, as its `schema` attribute carries it. */
function form(schema: RegistrationSchema): JsonObject {
  return {
    name: schema.name,
    version: schema.version,
    description: schema.name,
    atomicSchema: true,
    pages: schema.pages.map(({ id, title, questions }) => ({ id, title, questions: questions.map(questionJson) })),
  };
}

function schemaResource(schema: RegistrationSchema, context: Context): Resource {
  const self = api(context, `schemas/registrations/${schema.id}/`);
  return {
    id: schema.id,
    type: typeName('registration-schemas', context.minor),
    attributes: {
      name: schema.name,
      active: schema.active,
      schema_version: schema.version,
      schema: form(schema),
      description: schema.name,
    },
    relationships: { schema_blocks: related(`${self}schema_blocks/`) },
    links: { self },
  };
}

const SCHEMA_FILTER: FilterFields<RegistrationSchema> = {
  fields: { active: { type: 'bool', get: ({ active }) => active } },
  others: ['name', 'schema_version', 'schema', 'description'],
};

/** The latest version of each form, the newest id first. */
export function schemaList(context: Context): View {
  const kept = filtered(schemas, context.parameters, SCHEMA_FILTER);
  if (isError(kept)) return kept;
  const rows = [...kept].sort((a, b) => (a.id < b.id ? 1 : -1));
  return { kind: 'list', rows: rows.map((schema) => () => schemaResource(schema, context)) };
}

export function schemaDetail(id: string, context: Context): View {
  const schema = schemas.find((candidate) => candidate.id === id);
  return schema ? { kind: 'one', resource: schemaResource(schema, context) } : notFound();
}

type Block = Readonly<Record<string, Json>>;

function block(type: string, text: string, more: Block = {}): Block {
  return {
    registration_response_key: null, schema_block_group_key: '', block_type: type, display_text: text, help_text: '', example_text: null, required: false,
    default: null, pattern: null, space_normalization: false, required_if: null, message_required_if: null, enabled_if: null, suggestion: null, ...more,
  }; // prettier-ignore
}

/** A question's blocks: its label, its input, its choices. */
function questionBlocks(question: Question): Block[] {
  const group = { schema_block_group_key: objectId(`group/${question.qid}`) };
  const input = question.type === 'choose' ? 'single-select-input' : 'short-text-input';
  return [
    block('question-label', question.title, group),
    block(input, '', { ...group, registration_response_key: question.qid }),
    ...question.options.map((text) => block('select-input-option', text, group)),
  ];
}

export function blockList(id: string, context: Context): View {
  const schema = schemas.find((candidate) => candidate.id === id);
  if (!schema) return notFound();
  const blocks = schema.pages.flatMap(({ title, questions }) => [
    block('page-heading', title),
    ...questions.flatMap(questionBlocks),
  ]);
  const self = api(context, `schemas/registrations/${id}/`);
  const resource = (attributes: Block, index: number): Resource => ({
    id: objectId(`block/${id}/${String(index)}`),
    type: 'schema-blocks', // so at every version
    attributes: { ...attributes, index },
    relationships: { schema: toOne(self, 'registration-schemas', id) },
    links: { self: `${self}schema_blocks/${objectId(`block/${id}/${String(index)}`)}/` },
  });
  return {
    kind: 'list',
    fixedPageSize: BLOCK_PAGE,
    rows: blocks.map((attributes, index) => () => resource(attributes, index)),
  };
}
