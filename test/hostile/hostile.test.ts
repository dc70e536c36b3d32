/** Requests of those who mean harm: each is answered or refused, costs little, and changes nothing for others. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, whenAdmitted, type World } from '../support.js';
import { bodies } from './bodies.js';
import { documents } from './documents.js';
import { send, type Hostile, type Reply } from './request.js';
import { transport } from './transport.js';
import { variables } from './variables.js';

const CORPUS = [...bodies, ...documents, ...variables, ...transport];
/** Of the whole process, the simulated platforms and the test's own part included, in microseconds. */
const MAX_CPU = 1_000_000;
/** What the process may hold more after everything than before, in bytes: its caches have bounds of their own. */
const MAX_GROWTH = 100_000_000;
const CODES = new Set([
  'BAD_USER_INPUT', 'UNAUTHENTICATED', 'NOT_FOUND', 'UPSTREAM_REJECTED', 'QUERY_TOO_COMPLEX', 'GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE', 'BAD_REQUEST', 'PERSISTED_QUERY_NOT_FOUND',
]); // prettier-ignore
/** What no answer may tell: places in our code, and what happened in it. */
const INSIDE =
  /node_modules|(?:\\n|\n) +at |\.(?:ts|js):\d+|file:\/\/|stacktrace|Cannot read prop|is not a function|Maximum call stack|is not iterable/;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

let world: World;
let port = 0;
let before = 0;
beforeAll(async () => {
  world = await startWorld({ ANSWER_CACHE_MAX_BYTES: '10000000' });
  await world.catalogued();
  port = Number(new URL(world.address).port);
  collect();
  before = process.memoryUsage().heapUsed;
});
afterAll(() => world.close());

/** The codes of the errors that a body tells; empty where it is no JSON. */
function codesIn({ head, body }: Reply): string[] {
  if (!/content-type: application\/(?:graphql-response\+)?json/i.test(head)) return [];
  const text = /transfer-encoding: chunked/i.test(head)
    ? body.slice(body.indexOf('{'), body.lastIndexOf('}') + 1)
    : body;
  // Of two answers on one connection the last.
  const last = text.slice(text.lastIndexOf('HTTP/1.1 ') < 0 ? 0 : text.lastIndexOf('\r\n\r\n') + 4);
  if (last === '') return [];
  const { errors = [] } = JSON.parse(last) as { errors?: { extensions: { code: string } }[] };
  return errors.map(({ extensions: { code } }) => code);
}

/** What node:http answers by itself, without a body. */
const OF_NODE = new Set(['no host', 'an expectation that nobody has']);

async function check(hostile: Hostile): Promise<void> {
  const reply = await whenAdmitted(async () => {
    const began = process.cpuUsage();
    const came = await send(hostile, port);
    const { user, system } = process.cpuUsage(began);
    expect(user + system, 'microseconds of CPU').toBeLessThan(MAX_CPU);
    return came;
  });
  if (hostile.isLeft === true) return;
  const isHead = hostile.parts[0]?.subarray(0, 5).toString() === 'HEAD ';
  expect(reply.status, reply.body.slice(0, 500)).toSatisfy(
    (status: number | null) => status !== null && (Math.floor(status / 100) === 2 || Math.floor(status / 100) === 4),
  );
  expect(reply.body).not.toMatch(INSIDE);
  const codes = codesIn(reply);
  for (const code of codes) expect(CODES, reply.body.slice(0, 500)).toContain(code);
  if ((reply.status ?? 0) >= 400 && !isHead && !OF_NODE.has(hostile.name)) expect(codes, reply.head).not.toEqual([]);
}

it('the corpus has 300 requests and more, each of its own', () => {
  expect(CORPUS.length).toBeGreaterThanOrEqual(300);
  expect(new Set(CORPUS.map(({ name }) => name)).size).toBe(CORPUS.length);
});

describe('is refused, or answered like any other, at little cost', () => {
  it.each(CORPUS.map((hostile) => [hostile.name, hostile] as const))('%s', async (_, hostile) => {
    await check(hostile);
  });
});

describe('after all of them', () => {
  it('objects are what they were', () => {
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('the process has not grown', () => {
    collect();
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(MAX_GROWTH);
  });

  it('the gateway is ready, and answers a good query in full', async () => {
    expect((await whenAdmitted(() => fetch(`${world.address}/health/ready`))).status).toBe(200);
    const { data, errors } = await world.ask(
      '{ search(query: "海洋プラスチック", first: 3) { nodes { id } sources { state } } }',
    );
    expect(errors).toBeUndefined();
    expect((data as unknown as { search: { nodes: unknown[] } }).search.nodes).toHaveLength(3);
  });
});
