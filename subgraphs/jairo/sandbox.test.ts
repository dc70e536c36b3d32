import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { world } from '../../sandbox/world/index.js';
import type { RunningSandbox } from '../common/platform.js';
import { ask } from './sandbox/testing.js';
import { startJairoSandbox } from './sandbox.js';

const OPTIONS = { port: 0, latencyMs: 0, fault: null, throttle: false };
const TODAY = new Date().toISOString().slice(0, 10);
let sandbox: RunningSandbox;

beforeAll(async () => {
  sandbox = await startJairoSandbox(OPTIONS);
});
afterAll(() => sandbox.close());

/** A public item with a file for which `what` holds, as [repository, recid, file name]. */
function itemWithFile(what: (access: string, from: string | null) => boolean): readonly [string, string, string] {
  for (const { files, holdings } of world.works) {
    const file = files.find(({ access, availableFrom }) => what(access, availableFrom));
    const held = holdings.jairo;
    if (file && held?.state === 'public' && world.repository(held.repository).jairoCloud)
      return [held.repository, held.recid, file.name];
  }
  throw new Error('the world has no such file');
}

describe('the simulated JAIRO Cloud', () => {
  it('has settings that map each public host to where it is served', () => {
    const repositories = sandbox.settings['JAIRO_REPOSITORIES']?.split(',') ?? [];
    expect(repositories).toContain(`umi.repo.nii.ac.jp=${sandbox.address}/r/umi`);
    expect(repositories).toHaveLength(world.repositories.filter(({ jairoCloud }) => jairoCloud).length);
    expect(sandbox.settings['IRDB_URL']).toBe(`${sandbox.address}/irdb`);
  });

  it('serves every configured repository and nothing of those that only IRDB knows', async () => {
    for (const setting of sandbox.settings['JAIRO_REPOSITORIES']?.split(',') ?? [])
      expect((await ask(`${setting.split('=')[1] ?? ''}/oai?verb=Identify`)).status).toBe(200);
    expect((await ask(`${sandbox.address}/r/example/oai?verb=Identify`)).status).toBe(404);
  });

  it('fails for one repository, or for IRDB, and leaves the rest', async () => {
    const status = async (path: string): Promise<number> => (await ask(`${sandbox.address}${path}`)).status;
    const fault = (order: object): Promise<unknown> =>
      ask(`${sandbox.address}/__fault`, { method: 'POST', body: JSON.stringify(order) });
    await fault({ kind: '503', repository: 'umi' });
    expect(await status('/r/umi/oai?verb=Identify')).toBe(503);
    expect(await status('/r/kazan/oai?verb=Identify')).toBe(200);
    expect(await status('/irdb/opensearch/search?format=atom')).toBe(200);
    await fault({ kind: '503', repository: 'irdb' });
    expect(await status('/irdb/opensearch/search?format=atom')).toBe(503);
    expect(await status('/r/umi/oai?verb=Identify')).toBe(200);
    await fault({ kind: '503' });
    expect(await status('/r/kazan/oai?verb=Identify')).toBe(503);
    await fault({ kind: null });
  });

  it('limits callers on /api/v1 alone, and only where throttling is on', async () => {
    const throttled = await startJairoSandbox({ ...OPTIONS, throttle: true });
    const statuses = async (address: string, path: string): Promise<Set<number>> => {
      const seen = new Set<number>();
      for (let call = 0; call < 101; call += 1) seen.add((await ask(`${address}/r/umi${path}`)).status);
      return seen;
    };
    expect(await statuses(throttled.address, '/api/v1/records')).toEqual(new Set([200, 429]));
    expect(await statuses(throttled.address, '/oai?verb=Identify')).toEqual(new Set([200]));
    await throttled.close();
    expect(await statuses(sandbox.address, '/api/v1/records')).toEqual(new Set([200]));
  });
});

describe("an item's pages", () => {
  const publicRecid = (repository: string): string =>
    world.works
      .flatMap(({ holdings: { jairo } }) => jairo ?? [])
      .find((held) => held.repository === repository && held.state === 'public')?.recid ?? '';

  it('has a landing page, whose HEAD carries Signposting links on v2.0.0', async () => {
    const [umi, miyako] = [publicRecid('umi'), publicRecid('miyako')];
    const [repository, recid] = itemWithFile(() => true);
    const page = await ask(`${sandbox.address}/r/${repository}/records/${recid}`);
    expect([page.status, page.type]).toEqual([200, 'text/html; charset=utf-8']);
    const head = await fetch(`${sandbox.address}/r/umi/records/${umi}`, { method: 'HEAD' });
    expect(head.headers.get('link')).toContain(
      `identifier=oai:umi.repo.nii.ac.jp:${umi.padStart(8, '0')}>; rel="describedby"`,
    );
    const old = await fetch(`${sandbox.address}/r/miyako/records/${miyako}`, { method: 'HEAD' });
    expect([old.status, old.headers.get('link')]).toEqual([200, null]);
  });

  it('gives open files and sends everybody else to the login page', async () => {
    const at = ([repository, recid, name]: readonly [string, string, string]): string =>
      `${sandbox.address}/r/${repository}/record/${recid}/files/${encodeURIComponent(name)}`;
    expect((await ask(at(itemWithFile((access, from) => access === 'open' && (from ?? '') <= TODAY)))).status).toBe(
      200,
    );
    const closed = await fetch(at(itemWithFile((access) => access === 'restricted')), { redirect: 'manual' });
    expect(closed.status).toBe(302);
    const login = await fetch(at(itemWithFile((access) => access === 'restricted')));
    expect([login.status, login.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    const [repository, recid] = itemWithFile(() => true);
    expect((await ask(at([repository, recid, 'none.pdf']))).status).toBe(404);
  });

  it('has a JSON record with a number as id; deleted and unknown ones answer in words', async () => {
    const [repository, recid] = itemWithFile(() => true);
    const record: unknown = JSON.parse((await ask(`${sandbox.address}/r/${repository}/api/records/${recid}`)).text);
    expect(record).toMatchObject({ id: Number(recid), metadata: { control_number: recid } });
    const gone = world.works.flatMap(({ holdings: { jairo } }) => jairo ?? []).find(({ state }) => state === 'deleted');
    const deleted = await ask(`${sandbox.address}/r/${gone?.repository ?? ''}/api/records/${gone?.recid ?? ''}`);
    expect([deleted.status, JSON.parse(deleted.text)]).toEqual([
      410,
      { status: 410, message: 'PID has been deleted.' },
    ]);
    const unknown = await ask(`${sandbox.address}/r/umi/api/records/99999999`);
    expect([unknown.status, JSON.parse(unknown.text)]).toEqual([404, { status: 404, message: 'PID does not exist.' }]);
  });

  it('is found from an address of WEKO2', async () => {
    const answer = await fetch(`${sandbox.address}/r/umi/?action=repository_uri&item_id=103`, { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/r/umi/records/103']);
  });
});
