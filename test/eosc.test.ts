import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type World } from './support.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(async () => {
  await world.close();
});

interface Node {
  readonly id: string;
  readonly doi: string | null;
  readonly eosc: readonly { readonly openaireId: string; readonly citations: number | null }[] | null;
}

async function search(filter: string, selection: string): Promise<readonly Node[]> {
  const { data, errors } = await world.ask(`{ search(query: "海", filter: ${filter}, first: 60) { nodes { ${selection} } } }`);
  expect(errors).toBeUndefined();
  return (data as unknown as { search: { nodes: readonly Node[] } }).search.nodes;
} // prettier-ignore

describe('EOSC among the platforms', () => {
  it('is searched with the others, and its records join theirs by DOI', async () => {
    const { data } = await world.ask(
      '{ search(query: "ocean", first: 100) { nodes { records { platform } } sources { platform state total } } }',
    );
    const { nodes, sources } = (
      data as unknown as {
        search: {
          nodes: { records: { platform: string }[] }[];
          sources: { platform: string; state: string; total: number }[];
        };
      }
    ).search;
    expect(sources.find(({ platform }) => platform === 'EOSC')).toMatchObject({ state: 'OK' });
    const held = nodes.filter(({ records }) => records.some(({ platform }) => platform === 'EOSC'));
    expect(held.length).toBeGreaterThan(0);
    expect(held.some(({ records }) => records.length > 1)).toBe(true);
  });

  it('costs one request for twenty works by DOI', async () => {
    const nodes = await search('{ platforms: [CINII_RESEARCH, JAIRO_CLOUD] }', 'id doi');
    const ids = nodes.flatMap(({ doi }) => (doi === null ? [] : [`doi:${doi}`])).slice(0, 20);
    expect(ids).toHaveLength(20);
    await world.asked('eosc');
    const { data, errors } = await world.ask(
      'query ($ids: [ID!]!) { works(ids: $ids) { id eosc { openaireId citations } } }',
      { ids },
    );
    expect(errors).toBeUndefined();
    const works = (data as unknown as { works: readonly Node[] }).works;
    expect(works.some(({ eosc }) => eosc !== null && eosc.length > 0)).toBe(true);
    expect(await world.asked('eosc')).toHaveLength(1);
  });

  it('is looked up by DOI for the nodes of a search that it was not asked in, in one request', async () => {
    await world.asked('eosc');
    const nodes = await search('{ platforms: [CINII_RESEARCH] }', 'id doi eosc { openaireId citations }');
    expect(nodes.some(({ eosc }) => eosc !== null && eosc.length > 0)).toBe(true);
    expect((await world.asked('eosc')).length).toBeLessThanOrEqual(1);
  });

  it('that is away leaves the works, and says so at its own field', async () => {
    await world.fault('eosc', '503');
    const { data, errors } = await world.ask(
      '{ search(query: "津波", filter: { platforms: [CINII_RESEARCH] }, first: 5) { nodes { id eosc { citations } } } }',
    );
    await world.fault('eosc', null);
    const { nodes } = (data as unknown as { search: { nodes: readonly Node[] } }).search;
    expect(nodes.length).toBeGreaterThan(0);
    expect(nodes.filter(({ id }) => id.startsWith('doi:')).every(({ eosc }) => eosc === null)).toBe(true);
    expect(errors?.every(({ extensions }) => extensions.platform === 'EOSC')).toBe(true);
    expect(errors?.[0]?.path?.[0]).toBe('search');
  });

  it('gives a work of its own record id, and that of its DOI is the same', async () => {
    const { data } = await world.ask(
      '{ eoscProducts(query: "ocean", first: 5) { nodes { id doi work { id } } } eoscServices(first: 3) { totalCount nodes { id } } }',
    );
    const { eoscProducts, eoscServices } = data as unknown as {
      eoscProducts: { nodes: { id: string; doi: string | null; work: { id: string } | null }[] };
      eoscServices: { totalCount: number; nodes: { id: string }[] };
    };
    expect(eoscServices.totalCount).toBeGreaterThan(3);
    const product = eoscProducts.nodes.find(({ doi }) => doi !== null);
    expect(product?.work?.id).toBe(`doi:${product?.doi ?? ''}`);
    const byRecord = await world.ask('query ($id: ID!) { work(id: $id) { id } }', { id: product?.id });
    expect(byRecord.data).toEqual({ work: { id: product?.work?.id } });
  });
});
