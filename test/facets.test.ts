import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type World } from './support.js';

interface Page {
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}
interface Bucket {
  readonly value: string;
  readonly label: { readonly text: string };
  readonly count: number;
  readonly complete: boolean;
}

let world: World;
beforeAll(async () => {
  world = await startWorld();
  await world.catalogued();
});
afterAll(() => world.close());

async function ask<T>(query: string): Promise<T> {
  const { data, errors } = await world.ask(query);
  expect(errors).toBeUndefined();
  return data as unknown as T;
}

/** The works of a search, walked to its end. */
async function walked(filter: string): Promise<number> {
  let [count, after]: [number, string | null] = [0, null];
  do {
    const cursor: string = after === null ? '' : `, after: "${after}"`;
    const { search }: { search: Page } = await ask(
      `{ search(query: "海洋プラスチック", filter: ${filter}, first: 100${cursor}) { nodes { id } pageInfo { hasNextPage endCursor } } }`,
    );
    count += search.nodes.length;
    after = search.pageInfo.hasNextPage ? search.pageInfo.endCursor : null;
  } while (after !== null);
  return count;
}

const OPENING: Readonly<Record<string, (value: string) => string>> = {
  TYPE: (value) => `{ types: [${value}] }`,
  ACCESS_RIGHT: (value) => `{ accessRights: [${value}] }`,
  YEAR: (value) => `{ from: "${value}", until: "${value}" }`,
  LANGUAGE: (value) => `{ languages: ["${value}"] }`,
};

describe('facets over the simulated platforms', () => {
  it('open exactly the works that they count, and those of platforms are their totals', async () => {
    const { search } = await ask<{
      search: { facets: { field: string; buckets: Bucket[] }[]; sources: { platform: string; total: number | null }[] };
    }>(
      `{ search(query: "海洋プラスチック") {
        sources { platform total }
        facets(by: [PLATFORM, TYPE, ACCESS_RIGHT, YEAR, LANGUAGE], first: 4) { field buckets { value label { text } count complete } }
      } }`,
    );
    const [platforms, ...facets] = search.facets;
    expect(platforms?.buckets.length).toBeGreaterThan(2);
    for (const { value, count } of platforms?.buckets ?? [])
      expect(search.sources.find(({ platform }) => platform === value)?.total).toBe(count);
    expect(facets.flatMap(({ buckets }) => buckets).filter(({ complete }) => complete).length).toBeGreaterThan(5);
    for (const { field, buckets } of facets) {
      expect(buckets.length, field).toBeGreaterThan(1);
      for (const { value, label, count, complete } of buckets.filter((bucket) => bucket.complete)) {
        expect(label.text).not.toBe('');
        expect([field, value, complete, await walked(OPENING[field]?.(value) ?? '{}')]).toEqual([
          field,
          value,
          true,
          count,
        ]);
      }
    }
  }, 60_000);

  it('count also what a person’s works are', async () => {
    const { person } = await ask<{ person: { works: { facets: { buckets: Bucket[] }[] } } }>(
      '{ person(nrid: "1000090210137") { works { facets(by: [TYPE]) { buckets { value label { text(lang: ["en"]) } count complete } } } } }',
    );
    expect(person.works.facets[0]?.buckets.find(({ value }) => value === 'DATASET')).toMatchObject({
      label: { text: 'Dataset' },
      complete: true,
    });
  });
});
