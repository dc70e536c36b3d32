import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createUpstreamClient, type UpstreamClient } from '../../upstream/client.js';
import { scopeWith } from '../../upstream/testing.js';
import { textIn } from '../common/localized-text.js';
import type { RunningSandbox } from '../common/platform.js';
import type { GedConnector } from './connector.js';
import { connectGed, ged } from './platform.js';
import type { GedRecord } from './record.js';
import { datasets } from './sandbox/files.js';

/** Our reader over the simulated platform, which was written from the fact sheet and not from it. */

let sandbox: RunningSandbox;
let client: UpstreamClient;
let connector: GedConnector;
const records = new Map<string, GedRecord>();

beforeAll(async () => {
  sandbox = await ged.sandbox({ port: 0, latencyMs: 0, fault: null, throttle: false });
  const settings = ged.settings.parse(sandbox.settings);
  const policies = [ged.policy(settings, 'sandbox')];
  client = createUpstreamClient({ policies, userAgent: 'kakehashi/test', cacheMaxBytes: 200_000_000 });
  connector = connectGed(settings, client);
  const { hits } = await connector.find({ query: null, sort: 'RELEVANCE' }, scopeWith(60_000));
  for (const { id, value, retrieved } of hits) records.set(id, { ...value, retrieved });
}, 60_000);

afterAll(async () => {
  await client.close();
  await sandbox.close();
});

const STATES = { final: 'UNKNOWN', preliminary: 'PRELIMINARY', restricted: 'RESTRICTED', discontinued: 'DISCONTINUED' };

describe('each dataset of the simulated platform', () => {
  it.each(datasets.map((held) => [held.dataset.id, held] as const))('%s is what its pages say', (id, { work, dataset }) => {
    const record = records.get(id);
    if (record === undefined) throw new Error(`${id} was not found`);
    expect(record.doi).toBe(`10.17595/${id}`);
    expect(textIn(record.title, 'ja')).toBe(work.title.ja);
    expect(textIn(record.title, 'en')).toBe(work.title.en);
    expect(record.issued).toBe(dataset.released);
    // Pages do not say "final": that what is not said otherwise is final is nobody's statement.
    expect(record.status).toBe(STATES[dataset.status]);
    expect(record.creators).toHaveLength(work.creators.length + work.otherCreators.length);
    expect(record.terms?.values.map(({ lang }) => lang)).toEqual(['ja', 'en']);
    expect(textIn(record.terms ?? { values: [] }, 'ja')).toContain(dataset.terms.ja);
    expect(record.size).toBe(dataset.volume);
    expect(record.period?.split('/')).toEqual(
      dataset.coverage.until === null ? [dataset.coverage.from] : [dataset.coverage.from, dataset.coverage.until],
    );
    expect(record.ongoing).toBe(dataset.coverage.until === null);
    expect(record.sites).toHaveLength(dataset.sites.length);
    expect(record.history).toHaveLength(dataset.history.length);
    expect(record.services).toHaveLength(dataset.links.length);
    expect(record.license === null).toBe(!dataset.licensePrinted);
    expect(record.dataFiles.map(({ name }) => name)).toEqual(dataset.files.map(({ path }) => path.split('/').at(-1)));
    expect(record.dataFiles.every(({ accessRight }) => (accessRight === 'RESTRICTED') === (dataset.status === 'restricted'))).toBe(true);
  }); // prettier-ignore

  it('has files that are read where they are NASA Ames, and are null where they are not', async () => {
    const read: [string, number | null][] = [];
    for (const { dataset } of datasets) {
      for (const [index, { content }] of dataset.files.entries()) {
        const entry = records.get(dataset.id)?.dataFiles[index];
        if (entry === undefined) throw new Error(`a file of ${dataset.id} is missing`);
        const file = await connector.files.read(entry, scopeWith(20_000));
        read.push([dataset.status === 'restricted' ? 'closed' : content.kind, file?.header.ffi ?? null]);
      }
    }
    const expected: Record<string, number> = { station: 1001, flask: 1001, region: 1001, track: 1010, fast: 1020, profiles: 2110 };
    expect(read).toEqual(read.map(([kind]) => [kind, expected[kind] ?? null]));
    expect(read.length).toBeGreaterThan(10);
  }, 60_000); // prettier-ignore
});
