import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type World } from './support.js';

describe('a work that nobody has spoken of since the start', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.close());

  it('is found by its DOI where JAIRO Cloud alone holds it', async () => {
    await world.catalogued();
    const { data, errors } = await world.ask(
      '{ work(doi: "10.5072/kaiyo-ronshu.2021.59255") { id records { platform } } }',
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      work: { id: 'doi:10.5072/kaiyo-ronshu.2021.59255', records: [{ platform: 'JAIRO_CLOUD' }] },
    });
  });

  it('is null without an error where no platform has it', async () => {
    expect(await world.ask('{ work(doi: "10.5072/nobody.has.this") { id } }')).toEqual({ data: { work: null } });
  });

  it('is an error, not null, while a catalogue that may hold it is being read', async () => {
    const fresh = await world.another({ SANDBOX_LATENCY: '0' });
    const { data, errors } = await fresh.ask('{ work(doi: "10.5072/nobody.has.that") { id } }');
    expect(data).toEqual({ work: null });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'UPSTREAM_TIMEOUT', platform: 'DIAS' });
    expect(errors?.[0]?.message).toContain('still being read');
  });

  it('is an error where a repository that may hold it does not answer', async () => {
    await world.fault('jairo', '503');
    try {
      const { errors } = await world.ask('{ work(doi: "10.5072/nobody.has.it.either") { id } }');
      expect(errors?.[0]?.extensions).toMatchObject({ platform: 'JAIRO_CLOUD' });
    } finally {
      await world.fault('jairo', null);
    }
  });
});
