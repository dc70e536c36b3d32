import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createUpstreamClient, type UpstreamClient } from '../../upstream/client.js';
import { scopeWith } from '../../upstream/testing.js';
import type { HitSearch, WorkFilter } from '../common/connector.js';
import type { RunningSandbox } from '../common/platform.js';
import { createEoscConnector, type EoscConnector } from './connector.js';
import { eosc, serverOf } from './platform.js';
import type { EoscRecord } from './record.js';
import { startEoscSandbox } from './sandbox.js';

/** The connector over the real client and the simulated platform: two readings of the same fact sheet. */

let sandbox: RunningSandbox;
const clients: UpstreamClient[] = [];
beforeAll(async () => {
  sandbox = await startEoscSandbox({ port: 0, latencyMs: 0, fault: null, throttle: false });
});
afterAll(async () => {
  await Promise.all(clients.map((client) => client.close()));
  await sandbox.close();
});

function connect(version: string): EoscConnector {
  const given = { ...sandbox.settings, OPENAIRE_URL: `${sandbox.settings['OPENAIRE_URL'] ?? ''}${version}` };
  const settings = eosc.settings.parse(given);
  const policies = [eosc.policy(settings, 'sandbox')];
  const client = createUpstreamClient({ policies, userAgent: 'kakehashi/test', cacheMaxBytes: 50_000_000 });
  clients.push(client);
  return createEoscConnector(serverOf(settings), client);
}

const search = (part: Partial<HitSearch> = {}): HitSearch => {
  return { query: null, filter: {}, sort: 'RELEVANCE', languages: ['en'], position: null, first: 100, ...part };
};

async function walk(connector: EoscConnector, part: Partial<HitSearch> = {}): Promise<EoscRecord[]> {
  const scope = scopeWith(10_000);
  const records = new Map<string, EoscRecord>();
  let position: string | null = null;
  do {
    const page = await connector.search(search({ ...part, position }), scope);
    expect(page.message).toBeNull();
    for (const { id } of page.hits) {
      const record = connector.hit(id, scope);
      if (record) records.set(id, record);
    }
    position = page.next;
  } while (position !== null);
  return [...records.values()];
}

describe.each(['', '/v2', '/v1'])('the simulated Graph at %j', (version) => {
  // One for all tests of a version: what was read once is in its cache.
  let connected: EoscConnector | null = null;
  const connector = (): EoscConnector => (connected ??= connect(version));

  it('is walked to its end, and every product of it can be read', async () => {
    const total = (await connector().search(search({ first: 1 }), scopeWith(5000))).total;
    const records = await walk(connector(), { first: 37 });
    expect(records.length).toBeGreaterThan(200);
    // The same product may stand in the list twice.
    expect(records.length).toBeLessThanOrEqual(total ?? 0);
    expect(new Set(records.map(({ type }) => type)).size).toBeGreaterThan(4);
    expect(records.some(({ citations }) => (citations ?? 0) > 0)).toBe(true);
    const whole = version !== '/v1';
    expect(records.some(({ projects }) => projects !== null && projects.length > 0)).toBe(whole);
    expect(records.some(({ organizations }) => organizations?.some(({ ror }) => ror !== null) === true)).toBe(whole);
  });

  it('finds products by id and by DOI, many at once', async () => {
    const some = (await walk(connector())).filter(({ doi }) => doi !== null).slice(0, 60);
    const scope = scopeWith(10_000);
    const own = connector();
    const byId = await Promise.all(some.map(({ id }) => own.record(id, scope)));
    expect(byId.map((record) => record?.id)).toEqual(some.map(({ id }) => id));
    expect(scope.tally('EOSC').requests).toBe(1);
    const fresh = scopeWith(10_000);
    const byDoi = await Promise.all(some.map(({ doi }) => own.recordsByDoi(doi ?? '', fresh)));
    expect(byDoi.every((records, index) => records.some(({ id }) => id === some[index]?.id))).toBe(true);
    expect(fresh.tally('EOSC').requests).toBe(1);
  });

  it.each<[string, WorkFilter, (record: EoscRecord) => boolean]>([
    ['a type', { types: ['DATASET'] }, ({ type }) => type === 'DATASET'],
    ['days', { from: '2019-04', until: '2020' }, ({ issued }) => issued !== null && issued >= '2019-04' && issued < '2021'],
    ['an access right', { accessRights: ['OPEN'] }, ({ accessRight }) => accessRight === 'OPEN'],
  ])('narrows by %s, natively', async (_, filter, meets) => {
    const all = await walk(connector());
    const found = await walk(connector(), { filter });
    expect(found.length).toBeGreaterThan(0);
    expect(found.map(({ id }) => id).sort()).toEqual(all.filter(meets).map(({ id }) => id).sort());
  }); // prettier-ignore

  it('narrows kinds of publications so that none of the kind is missed', async () => {
    const all = await walk(connector());
    const found = await walk(connector(), { filter: { types: ['ARTICLE'] } });
    const articles = (records: readonly EoscRecord[]): string[] =>
      records.flatMap(({ id, type }) => (type === 'ARTICLE' ? [id] : [])).sort();
    expect(articles(found)).toEqual(articles(all));
    expect(found.length).toBeLessThan(all.length);
  });

  it('finds the products of a person and of a grant', async () => {
    const all = await walk(connector());
    const orcid =
      all.flatMap(({ creators }) => creators.map((creator) => creator.orcid)).find((iD) => iD !== null) ?? '';
    const byPerson = await walk(connector(), { filter: { orcid } });
    expect(byPerson.length).toBeGreaterThan(0);
    expect(byPerson.every(({ creators }) => creators.some((creator) => creator.orcid === orcid))).toBe(true);
    const numbers = all.flatMap(({ funding }) => (funding ?? []).map(({ awardNumber }) => awardNumber));
    const awardNumber = numbers.find((number) => number !== null);
    if (awardNumber === undefined || awardNumber === null) return;
    const byGrant = await walk(connector(), { filter: { awardNumber } });
    expect(byGrant.length).toBeGreaterThan(0);
  });

  it('is sorted by day', async () => {
    const { hits } = await connector().search(search({ sort: 'NEWEST', first: 20 }), scopeWith(5000));
    const days = hits.map(({ issued }) => issued ?? '');
    expect(days).toEqual([...days].sort().reverse());
  });

  it('is searched by words, phrases and operators', async () => {
    const count = async (query: string): Promise<number> => (await walk(connector(), { query })).length;
    const [both, one, other, either] = await Promise.all(['ocean data', 'ocean', 'data', 'ocean OR data'].map(count));
    expect(one).toBeGreaterThan(0);
    expect((both ?? 0) <= Math.min(one ?? 0, other ?? 0)).toBe(true);
    expect(either).toBe((one ?? 0) + (other ?? 0) - (both ?? 0));
  });
});

describe('the simulated catalogue', () => {
  it('gives its services of both profiles, one by one and counted', async () => {
    const connector = connect('');
    const scope = scopeWith(5000);
    const page = await connector.services({ query: null, from: 0, quantity: 100, facets: ['TRL'] }, scope);
    expect(page.services.length).toBe(page.size);
    expect(page.services.length).toBe(page.total);
    expect(page.services.some(({ id }) => id.includes('/'))).toBe(true);
    expect(page.facets[0]?.buckets[0]?.count).toBeGreaterThan(0);
    for (const { id, name } of page.services) expect((await connector.service(id, scope))?.name).toBe(name);
    expect(await connector.service('10.1234/none', scope)).toBeNull();
    const word = page.services[0]?.name.split(' ')[0] ?? '';
    const found = await connector.services({ query: word, from: 0, quantity: 10, facets: [] }, scope);
    expect(found.services.map(({ id }) => id)).toContain(page.services[0]?.id);
  });
});
