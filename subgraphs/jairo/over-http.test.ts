import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createUpstreamClient, type UpstreamClient } from '../../upstream/client.js';
import { UpstreamError } from '../../upstream/errors.js';
import { RequestScope } from '../../upstream/scope.js';
import type { HitSearch } from '../common/connector.js';
import type { RunningSandbox } from '../common/platform.js';
import { createJairoConnector, type JairoConnector } from './connector.js';
import type { ListedItems } from './lists.js';
import { jairo } from './platform.js';
import { startJairoSandbox } from './sandbox.js';

const SEARCH: HitSearch = {
  query: '海',
  filter: {},
  sort: 'RELEVANCE',
  languages: ['ja', 'en'],
  position: null,
  first: 20,
};

describe('over HTTP, against the simulated platform', () => {
  let sandbox: RunningSandbox;
  let client: UpstreamClient;
  let connector: JairoConnector;

  beforeAll(async () => {
    sandbox = await startJairoSandbox({ port: 0, latencyMs: 0, fault: null, throttle: false });
    const settings = jairo.settings.parse(sandbox.settings);
    const policies = [jairo.policy(settings, 'sandbox')];
    client = createUpstreamClient({ policies, userAgent: 'kakehashi/0 (+https://example.org)', cacheMaxBytes: 1e8 });
    const servers = { repositories: settings.JAIRO_REPOSITORIES, irdbUrl: settings.IRDB_URL };
    connector = createJairoConnector(servers, client);
  });
  afterAll(async () => {
    await client.close();
    await sandbox.close();
  });

  it('a search is one request, its records one each, and a second time none', async () => {
    const scope = new RequestScope();
    const { hits, total } = await connector.search(SEARCH, scope);
    expect(total).toBeGreaterThan(20);
    expect(hits).toHaveLength(20);
    expect(scope.tally('JAIRO_CLOUD').requests).toBe(1);
    const followed = hits.filter(({ id }) => !id.startsWith('jairo:irdb/'));
    const records = await Promise.all(hits.map(({ id }) => connector.record(id, scope)));
    // Of IRDB's own records, the hit is all there is.
    expect(records.filter((record) => record !== null)).toHaveLength(hits.length);
    // One more where a repository turns out to have JPCOAR 1.0 alone.
    expect(scope.tally('JAIRO_CLOUD').requests).toBeLessThanOrEqual(followed.length + 2);
    const again = new RequestScope();
    await connector.search(SEARCH, again);
    await Promise.all(hits.map(({ id }) => connector.record(id, again)));
    expect(again.tally('JAIRO_CLOUD').requests).toBe(0);
  });

  it('a walk lists every record of every repository once and ends', async () => {
    for (const repository of connector.repositories.configured) {
      const scope = new RequestScope();
      const seen: string[] = [];
      let after: string | null = null;
      let total: number | null = null;
      do {
        const query = { set: null, from: null, until: null };
        const listed: ListedItems = await connector.lists.list(repository, query, 37, after, scope);
        seen.push(...listed.items.map((item) => (item instanceof UpstreamError ? item.message : item.id)));
        ({ total, endCursor: after } = listed);
      } while (after !== null);
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen.length).toBeGreaterThan(0);
      // Hidden records are counted by the repository and left out of its pages (fact sheet 2.6).
      expect(seen.length).toBeLessThanOrEqual(total ?? 0);
      expect(seen.filter((id) => !connector.isRecordId(id))).toEqual([]);
    }
  });

  it('every repository searches by its own words', async () => {
    const found = await connector.hostSearch.search(
      connector.repositories.configured,
      '海',
      100,
      null,
      new RequestScope(),
    );
    expect(found.hits.length).toBe(Math.min(100, found.total ?? 0));
    expect(found.asked.every(({ error }) => error === null)).toBe(true);
  });
});
