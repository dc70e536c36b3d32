/** What requests cost: by the API's own schema, as the caller is told and charged. */
import { readFileSync } from 'node:fs';
import { buildASTSchema, extendSchema, getOperationAST, parse, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SUPERGRAPH_FILE } from '../gateway/gateway.js';
import { CostEstimator } from '../gateway/limits/cost.js';
import { readCostModel } from '../gateway/limits/cost-model.js';
import { readSettings } from '../gateway/settings.js';
import { startWorld, whenAdmitted, type World } from './support.js';

const MAX_COST = readSettings({}, []).limits.cost;

describe('by the schema', () => {
  // As it is to be: each document of a work is made of the record's own document, which is read once.
  const EXPORT = 'extend type Work { export(format: String!): String! @cost(weight: 5) }';
  const supergraph = readFileSync(SUPERGRAPH_FILE, 'utf8');
  const schema = extendSchema(buildASTSchema(parse(supergraph), { assumeValid: true }), parse(EXPORT), {
    assumeValid: true,
  });
  const extended = supergraph.replace(
    '  related(relation:',
    '  export(format: String!): String! @cost(weight: 5)\n  related(relation:',
  );
  const estimator = new CostEstimator(schema, readCostModel(extended));
  const costOf = (text: string, variables: Record<string, unknown> = {}): number => {
    const document = parse(text);
    expect(validate(schema, document)).toEqual([]);
    const operation = getOperationAST(document);
    if (!operation) throw new Error('There is no operation.');
    return estimator.estimate(document, operation, variables);
  };

  it('the extension of this test is in both', () => {
    expect(extended).not.toBe(supergraph);
    expect(costOf('{ work(id: "x") { export(format: "RIS") } }') - costOf('{ work(id: "x") { id } }')).toBe(5);
  });

  it('40 works in ten export formats are allowed, with room for as much again', () => {
    const formats = Array.from({ length: 10 }, (_, index) => `f${String(index)}: export(format: "${String(index)}")`);
    const query = `query ($ids: [ID!]!) { works(ids: $ids) { id title { ja en } creators { name { ja } orcid } ${formats.join(' ')} } }`;
    const cost = costOf(query, { ids: Array.from({ length: 40 }, (_, index) => `cinii:${String(index)}`) });
    expect(cost).toBeGreaterThan(40 * 10 * 5);
    expect(cost).toBeLessThan(MAX_COST / 2);
  });

  it.each([
    ['search(first: 50) { nodes { id } }'],
    ['ciniiSearch(query: "x", first: 50) { nodes { id } }'],
    ['gedDatasets(first: 50) { nodes { id } }'],
    ['eoscServices(first: 50) { nodes { id } }'],
    [
      'works(ids: ["1","2","3","4","5","6","7","8","9","10","11","12","13","14","15","16","17","18","19","20","21","22","23","24","25","26","27","28","29","30","31","32","33","34","35","36","37","38","39","40","41","42","43","44","45","46","47","48","49","50"]) { id }',
    ],
  ])('1,000 aliases of a list of 50 are too much: %s', (field) => {
    const query = `{ ${Array.from({ length: 1000 }, (_, index) => `a${String(index)}: ${field}`).join(' ')} }`;
    expect(costOf(query)).toBeGreaterThan(MAX_COST);
  });

  it.each([
    [
      'a page of search hits counts as one request',
      '{ search(first: 20) { nodes { id title { ja } creators { name { ja } } } sources { state } } }',
      1,
      1000,
    ],
    [
      'the works of everybody on a page are searches',
      '{ search(first: 20) { nodes { creators { person { works(first: 5) { totalCount } } } } } }',
      5000,
      MAX_COST,
    ],
    [
      'those of a hundred works’ creators are too many',
      '{ search(first: 100) { nodes { creators { person { works { nodes { id } } } } } } }',
      MAX_COST,
      Infinity,
    ],
    [
      'works of works of works are too many',
      '{ search(first: 100) { nodes { related { work { related { work { id } } } } } } }',
      MAX_COST,
      Infinity,
    ],
  ])('%s', (_, query, least, most) => {
    expect(costOf(query)).toBeGreaterThanOrEqual(least);
    expect(costOf(query)).toBeLessThanOrEqual(most);
  });

  it('a report counts its cells', () => {
    const rows = 'rows { count keys { value label { ja } } }';
    const cost = (by: string): number => costOf(`{ report(by: [${by}]) { total ${rows} } }`);
    expect(cost('PLATFORM')).toBeLessThan(100);
    expect(cost('YEAR')).toBeGreaterThan(20 * cost('PLATFORM'));
    expect(cost('TYPE, YEAR')).toBeGreaterThan(5 * cost('YEAR'));
    for (const by of ['TYPE, YEAR, LANGUAGE', 'REPOSITORY, FUNDER, PUBLISHER', 'FISCAL_YEAR, PUBLISHER, LANGUAGE'])
      expect(cost(by)).toBeLessThanOrEqual(MAX_COST);
    const one = 'query ($d: ReportDimension!) { report(by: [$d]) { total } }';
    expect(costOf(one, { d: 'YEAR' })).toBeGreaterThan(10 * costOf(one, { d: 'PLATFORM' }));
    // The counting is the work, not the telling.
    expect(costOf('{ report(by: [TYPE, YEAR]) { total } }')).toBeGreaterThan(5000);
    expect(costOf('query ($by: [ReportDimension!]!) { report(by: $by) { total } }', { by: ['TYPE', 'YEAR'] })).toBe(
      costOf('{ report(by: [TYPE, YEAR]) { total } }'),
    );
  });
});

describe('over HTTP', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld({ KAKEHASHI_PLATFORMS: 'cinii', RATE_LIMIT: '100/h', ANSWER_CACHE_MAX_BYTES: '10000000' });
  });
  afterAll(() => world.close());

  /** Requests that were charged: all, also those that a busy machine refused. */
  let sent = 0;
  const post = (query: string, headers: Record<string, string> = {}, address = world.address): Promise<Response> =>
    whenAdmitted(() => {
      sent += 1;
      return fetch(`${address}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query }),
      });
    });
  /** What an answer took of the caller beside a point for each request until then. */
  const spentOn = (response: Response): number => 100 - sent - leftOf(response);
  const leftOf = ({ headers }: Response): number => Number(/r=(\d+);/.exec(headers.get('ratelimit') ?? '')?.[1]);
  /** Of 30 lists of 100 hits: 30 × (1 + 50 + 100). */
  const many = `{ ${Array.from({ length: 30 }, (_, index) => `a${String(index)}: search(query: "x", first: 100) { nodes { id } }`).join(' ')} }`;

  it('a request is charged by its cost, an answer that is kept as one', async () => {
    expect(spentOn(await post('{ __typename }'))).toBe(0);
    expect(spentOn(await post('{ search(query: "海", first: 5) { nodes { id } } }'))).toBe(0);
    const more = Math.ceil((30 * 151) / 1000) - 1;
    const dear = await post(many);
    expect([dear.status, spentOn(dear)]).toEqual([200, more]);
    const kept = await post(many);
    expect(kept.headers.has('age')).toBe(true);
    expect(spentOn(kept)).toBe(more);
  });

  it('who cannot pay for it is told when it can', async () => {
    const { address } = await world.another({ RATE_LIMIT: '4/h' });
    const refused = await post(many, {}, address);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    const { errors } = (await refused.json()) as { errors: { extensions: { code: string } }[] };
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['RATE_LIMITED']);
    expect((await post('{ __typename }', {}, address)).status).toBe(200);
  });

  it('is told to who asks, and refused beyond the bound', async () => {
    const explained = { 'x-kakehashi-explain': '1' };
    const answer = await post('{ search(query: "海", first: 7) { nodes { id } } }', explained);
    expect(await answer.json()).toMatchObject({
      extensions: { cost: { estimated: 1 + 50 + 7, limit: MAX_COST, points: 1 } },
    });
    const refused = await post(
      '{ search(first: 100) { nodes { related { work { related { work { id } } } } } } }',
      explained,
    );
    expect(refused.status).toBe(400);
    const body = (await refused.json()) as {
      errors: { extensions: { code: string } }[];
      extensions: { cost: { estimated: number } };
    };
    expect(body.errors.map(({ extensions }) => extensions.code)).toEqual(['QUERY_TOO_COMPLEX']);
    expect(body.extensions.cost.estimated).toBeGreaterThan(MAX_COST);
    const { address } = await world.another({ MAX_COST: '50' });
    expect((await post('{ search(query: "海", first: 7) { nodes { id } } }', {}, address)).status).toBe(400);
  });
});
