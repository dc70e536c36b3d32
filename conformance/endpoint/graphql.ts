/** What a GraphQL endpoint is asked: GraphQL over HTTP, its schema, and where it gives works as ours does, some of them. */
import { z } from 'zod';
import { UnreadableDocument } from '../../subgraphs/common/errors.js';
import { parseJsonText } from '../../subgraphs/common/json.js';
import { shown } from '../check.js';
import { readDocuments } from '../document.js';
import { PROFILES } from '../profiles.js';
import { orWhy, type Answered, type Asking } from './asking.js';
import { answered, listed, SAMPLE, type EndpointCheck, type EndpointReport, type SampledRecord } from './report.js';

const response = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(z.object({ message: z.string() })).optional(),
});
type Reply = z.infer<typeof response>;

/** A GraphQL response; or in one line why it is none. */
function readReply(got: Answered | string): Reply | string {
  if (typeof got === 'string') return got;
  const { status, text } = got;
  if (text === null) return `status ${String(status)}, not UTF-8`;
  try {
    const read = response.safeParse(parseJsonText(text));
    if (read.success && (read.data.data !== undefined || read.data.errors !== undefined)) return read.data;
    return `status ${String(status)}, JSON that is no GraphQL response`;
  } catch (error) {
    if (error instanceof UnreadableDocument) return `status ${String(status)}, no JSON: ${error.message}`;
    throw error;
  }
}

/** An answer to `{ __typename }`, or a refusal of who is there: errors in JSON with any other status are everybody's. */
export function isGraphql(got: Answered): boolean {
  const reply = readReply(got);
  if (typeof reply === 'string') return false;
  return typeof reply.data?.['__typename'] === 'string' || [200, 400, 401, 403].includes(got.status);
}

const FIELDS = z.object({ __schema: z.object({ queryType: z.object({ fields: z.array(z.object({ name: z.string(), args: z.array(z.object({ name: z.string() })) })) }), types: z.array(z.object({ name: z.string(), fields: z.array(z.object({ name: z.string() })).nullish() })) }) }); // prettier-ignore
const SCHEMA = '{ __schema { queryType { fields { name args { name } } } types { name fields { name } } } }';

const WORKS = z.object({
  search: z.object({ nodes: z.array(z.object({ id: z.string(), export: z.string() })) }),
});
const SEARCH = `query ($words: String, $first: Int!) { search(query: $words, first: $first) { nodes { id export(format: DATACITE_XML) } } }`;

/** A refused document is told as an error of GraphQL, with no status of a broken server. */
function refusalCheck(id: string, got: Answered | string): EndpointCheck {
  const reply = readReply(got);
  if (typeof reply === 'string' || typeof got === 'string')
    return answered(id, false, typeof reply === 'string' ? reply : 'no answer');
  const told = reply.errors !== undefined && reply.errors.length > 0;
  return answered(
    id,
    told && got.status < 500,
    `status ${String(got.status)}, ${told ? 'with errors' : 'without errors'}`,
  );
}

async function sampleOf(asking: Asking, words: string | null): Promise<Pick<EndpointReport, 'sample' | 'unreadable'>> {
  const reply = readReply(await orWhy(asking.post({ query: SEARCH, variables: { words, first: SAMPLE } })));
  if (typeof reply === 'string') return { sample: [], unreadable: [reply] };
  const read = WORKS.safeParse(reply.data);
  if (!read.success) return { sample: [], unreadable: [shown(reply.errors?.[0]?.message ?? 'no works')] };
  const sample: SampledRecord[] = [];
  const unreadable: string[] = [];
  for (const node of read.data.search.nodes) {
    try {
      const documents = readDocuments(Buffer.from(node.export));
      const checks = documents.flatMap((document) =>
        PROFILES.filter(({ isOwn }) => isOwn(document)).flatMap(({ check }) => check(document, null) ?? []),
      );
      sample.push({ id: node.id, checks });
    } catch (error) {
      if (!(error instanceof UnreadableDocument)) throw error;
      unreadable.push(`${shown(node.id)}: ${error.message}`);
    }
  }
  return { sample, unreadable };
}

/** @param words what is searched for where it has works; null: all */
export async function checkGraphql(asking: Asking, words: string | null): Promise<EndpointReport> {
  const typename = await orWhy(asking.post({ query: '{ __typename }' }));
  const type = typeof typename === 'string' ? '' : typename.type;
  const introspected = readReply(await orWhy(asking.post({ query: SCHEMA })));
  const schema = typeof introspected === 'string' ? null : (FIELDS.safeParse(introspected.data).data?.__schema ?? null);
  const fields = schema?.queryType.fields ?? [];
  const typeNames = new Map(schema?.types.map(({ name, fields: own }) => [name, (own ?? []).map((one) => one.name)]));
  const hasWorks = fields.some(({ name, args }) => name === 'search' && args.some((arg) => arg.name === 'first'));
  const canExport = hasWorks && [...typeNames.values()].some((names) => names.includes('export'));
  const sampled = canExport ? await sampleOf(asking, words) : { sample: [], unreadable: [] };
  const reply = readReply(typename);
  const isAnswered = typeof reply !== 'string' && typeof reply.data?.['__typename'] === 'string';
  return {
    kind: 'GRAPHQL',
    capabilities: [
      { name: 'introspection', value: schema === null ? 'off' : 'on' },
      { name: 'root fields', value: listed(fields.map(({ name }) => shown(name))) },
      { name: 'types', value: String(typeNames.size) },
      { name: 'federation', value: fields.some(({ name }) => name === '_service') ? 'a subgraph' : 'not told' },
      { name: 'works in exchange formats', value: canExport ? 'search { nodes { export } }' : 'not told' },
    ],
    checks: [
      answered('graphql:query', isAnswered, typeof reply === 'string' ? reply : `${isAnswered ? 'answers' : 'gives nothing to'} { __typename }`),
      answered('graphql:media type', /^application\/(?:graphql-response\+)?json$/.test(type), type === '' ? 'none told' : shown(type)),
      refusalCheck('graphql:syntax error', await orWhy(asking.post({ query: '{' }))),
      refusalCheck('graphql:unknown field', await orWhy(asking.post({ query: '{ noSuchFieldAnywhere }' }))),
      refusalCheck('graphql:no document', await orWhy(asking.post({}))),
    ], // prettier-ignore
    ...sampled,
  };
}
