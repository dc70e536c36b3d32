/** Many works at once: what the platforms are asked for them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { world as data } from '../sandbox/world/index.js';
import { startWorld, type Asked, type World } from './support.js';

const PLATFORMS = ['cinii', 'jairo', 'rdm', 'dias', 'ged', 'eosc'] as const;

/** Fields of every platform that no hit carries. */
const WORKS = `query ($ids: [ID!]!) {
  works(ids: $ids) {
    id doi title { ja en } issued accessRight creators { name { ja } orcid } records { id }
    cinii { crid abstract { ja } creators { orcid } projects { number } }
    jairo { recid files { name } }
    rdm { guid }
    dias { datasetId abstract { ja } keywords { value { ja } } }
    ged { version terms { ja } }
    eosc { openaireId citations instances { urls } }
  }
}`;

type Works = readonly ({ readonly records: readonly { readonly id: string }[] } | null)[];

describe('a hundred works by DOI over all platforms', () => {
  let world: World;
  let works: Works;
  const asked = new Map<string, Asked[]>();
  const dois = data.works.flatMap(({ doi }) => (doi === null ? [] : [`doi:${doi}`]));
  const ids = dois.filter((_, index) => index % Math.floor(dois.length / 100) === 0).slice(0, 100);

  const ask = async (): Promise<Works> => {
    const answer = await world.ask(WORKS, { ids });
    expect(answer.errors).toBeUndefined();
    return (answer.data as unknown as { works: Works }).works;
  };
  const lookAt = async (): Promise<void> => {
    for (const platform of PLATFORMS) asked.set(platform, await world.asked(platform));
  };

  beforeAll(async () => {
    world = await startWorld({ SEARCH_TIMEOUT_MS: '5000', REQUEST_TIMEOUT_MS: '30000' });
    await world.catalogued();
    await lookAt();
    works = await ask();
    await lookAt();
  }, 60_000);
  afterAll(() => world.close());

  const recordsOf = (prefix: string): number =>
    works.flatMap((work) => work?.records ?? []).filter(({ id }) => id.startsWith(`${prefix}:`)).length;
  const askedOf = (platform: string): number => asked.get(platform)?.length ?? 0;

  it('cost one request where a platform takes lists, and none where it is in the process', () => {
    expect(recordsOf('eosc')).toBeGreaterThan(40);
    expect([askedOf('eosc'), askedOf('rdm'), askedOf('dias'), askedOf('ged')]).toEqual([1, 0, 0, 0]);
  });

  it('cost a look-up a DOI and a document a record elsewhere, each once', () => {
    const cinii = asked.get('cinii') ?? [];
    const documents = cinii.filter(({ path }) => path.includes('/crid/'));
    expect(documents.length).toBe(recordsOf('cinii'));
    expect(cinii.length - documents.length).toBeLessThanOrEqual(ids.length);
    expect(new Set(cinii.map(({ path }) => path)).size).toBe(cinii.length);
    // A repository without JPCOAR 2.0, or with identifiers of another host, is found out by its first record.
    const repositories = new Set((asked.get('jairo') ?? []).map(({ path }) => path.split('/oai')[0]));
    expect(askedOf('jairo')).toBeLessThanOrEqual(recordsOf('jairo') + 2 * repositories.size);
  });

  it('cost nothing the second time', async () => {
    expect(await ask()).toEqual(works);
    await lookAt();
    expect(PLATFORMS.map(askedOf)).toEqual([0, 0, 0, 0, 0, 0]);
  });
});
