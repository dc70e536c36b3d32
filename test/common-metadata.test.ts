/** The common metadata elements of works, where GakuNin RDM has what its researchers registered, and where it is away. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startWorld, type World } from './support.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());
afterEach(() => world.fault('rdm', null));

const elements = z.object({
  elements: z.array(
    z.object({
      key: z.string(),
      codes: z.array(z.string()),
      identifiers: z.array(z.object({ url: z.string().nullable() })),
      source: z.object({ platform: z.string(), recordId: z.string() }).nullable(),
      problem: z.string().nullable(),
    }),
  ),
});
const FIELDS = 'elements { key codes identifiers { url } source { platform recordId } problem }';
const answer = z.object({
  work: z.object({ commonMetadata: elements, export: z.string() }),
  rdmProject: z.object({ metadata: elements }).nullable(),
});

/** A public project of which file metadata is registered. */
async function registeredProject(): Promise<string> {
  const asked = await world.ask('{ rdmProjects(first: 60) { nodes { guid metadata { elements { key codes } } } } }');
  const { nodes } = z
    .object({ rdmProjects: z.object({ nodes: z.array(z.object({ guid: z.string(), metadata: z.unknown() })) }) })
    .parse(asked.data).rdmProjects;
  const found = nodes.find(({ metadata }) => JSON.stringify(metadata).includes('experimental data'));
  if (found === undefined) throw new Error('no project of the sandbox has a registered data type');
  return found.guid;
}

describe('a work that GakuNin RDM has a project of', () => {
  it('has the elements that its researchers registered, in the API and as a document', async () => {
    const guid = await registeredProject();
    const asked = await world.ask(
      `query ($id: ID!) { work(id: $id) { commonMetadata { ${FIELDS} } export(format: COMMON_METADATA_JSON) } rdmProject(id: $id) { metadata { ${FIELDS} } } }`,
      { id: `rdm:${guid}` },
    );
    expect(asked.errors).toBeUndefined();
    const { work, rdmProject } = answer.parse(asked.data);
    const type = work.commonMetadata.elements.find(({ key }) => key === 'data-type');
    expect(type?.codes).toEqual(['experimental data']);
    expect(type?.identifiers).toEqual([{ url: 'http://purl.org/coar/resource_type/63NG-B465' }]);
    expect(type?.source).toEqual({ platform: 'GAKUNIN_RDM', recordId: `rdm:${guid}` });
    expect(type).toEqual(rdmProject?.metadata.elements.find(({ key }) => key === 'data-type'));
    expect(work.export).toContain('experimental data');
  });

  it('has those that its records tell while the registration cannot be read', async () => {
    const id = `rdm:${await registeredProject()}`;
    const { ask } = await world.another();
    await ask('query ($id: ID!) { work(id: $id) { title { ja } } }', { id });
    await world.fault('rdm', '503');
    const asked = await ask(`query ($id: ID!) { work(id: $id) { commonMetadata { ${FIELDS} } } }`, { id });
    expect(asked.errors).toBeUndefined();
    const { work } = z.object({ work: z.object({ commonMetadata: elements }) }).parse(asked.data);
    const of = (key: string) => work.commonMetadata.elements.find((element) => element.key === key);
    expect(of('title')?.source?.platform).toBe('GAKUNIN_RDM');
    expect(of('data-type')?.codes).not.toContain('experimental data');
  }, 30_000);
});
