import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createUpstreamClient, type UpstreamClient } from '../../upstream/client.js';
import { scopeWith } from '../../upstream/testing.js';
import type { HitSearch } from '../common/connector.js';
import type { RunningSandbox } from '../common/platform.js';
import type { DiasConnector } from './connector.js';
import { connectDias, dias } from './platform.js';
import type { DiasRecord } from './record.js';
import { creatorNames, pageById } from './sandbox/datasets.js';

/** The connector over the real client and the simulated platform: two readings of the same fact sheet. */

let sandbox: RunningSandbox;
let client: UpstreamClient;
let connector: DiasConnector;
beforeAll(async () => {
  sandbox = await dias.sandbox({ port: 0, latencyMs: 0, fault: null, throttle: false });
  const settings = dias.settings.parse(sandbox.settings);
  client = createUpstreamClient({
    policies: [dias.policy(settings, 'sandbox')],
    userAgent: 'kakehashi/test',
    cacheMaxBytes: 50_000_000,
  });
  connector = connectDias(settings, client);
});
afterAll(async () => {
  await client.close();
  await sandbox.close();
});

const search = (part: Partial<HitSearch> = {}): HitSearch => {
  return { query: null, filter: {}, sort: 'RELEVANCE', languages: ['ja', 'en'], position: null, first: 100, ...part };
};
const all = async (): Promise<readonly DiasRecord[]> => {
  const found = await connector.find({ query: null, sort: 'NEWEST' }, scopeWith(60_000));
  return found.hits.map(({ value }) => value);
};

describe('the simulated DIAS', () => {
  it('is read whole: every dataset of the list, and what only the other catalogues know', async () => {
    const found = await connector.search(search(), scopeWith(60_000));
    expect(found).toMatchObject({ partial: false, totalKind: 'EXACT', message: null });
    const configured = (sandbox.settings['DIAS_DATASETS'] ?? '').split(',');
    const ids = found.hits.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(configured.map((id) => `dias:${id}`)));
    expect(ids.length).toBeGreaterThan(configured.length);
  }, 90_000);

  it('gives each dataset of its own its title in both languages, creators, contacts, keywords, box and period', async () => {
    const own = (await all()).filter(({ sources }) => sources.some(({ source }) => source === 'DIAS_HTML'));
    expect(own.length).toBeGreaterThan(30);
    for (const record of own) {
      expect(record.title.values.length, record.id).toBeGreaterThan(0);
      expect(record.creators.length, record.id).toBeGreaterThan(0);
      expect(record.contacts.map(({ role }) => role), record.id).toEqual(expect.arrayContaining(['dataset', 'project']));
      expect(record.keywords.length, record.id).toBeGreaterThan(0);
      expect(record.box, record.id).not.toBeNull();
      expect(record.period, record.id).not.toBeNull();
    }
    const bilingual = own.filter(({ title }) => title.values.some(({ lang }) => lang === 'ja') && title.values.some(({ lang }) => lang === 'en'));
    expect(bilingual.length).toBeGreaterThan(own.length * 0.8);
  }, 90_000); // prettier-ignore

  it('gives of every page what the simulated world put into it', async () => {
    const texts = (values: readonly { readonly value: string }[] = []) => values.map(({ value }) => value).sort();
    const both = (ja: string | undefined, en: string | undefined) => [...new Set([ja ?? '', en ?? ''])].sort();
    const records = (await all()).filter(({ datasetId }) => pageById.has(datasetId));
    expect(records).toHaveLength(pageById.size);
    for (const record of records) {
      const dataset = pageById.get(record.datasetId);
      if (dataset === undefined) continue;
      const { work, held: { details, issued } } = dataset;
      const { doi, version, shortName, box, topicCategories, formats } = record;
      expect({ id: record.id, doi, version, shortName, box, topicCategories, formats, issued: record.issued }).toEqual({
        id: record.id,
        doi: work.doi,
        version: work.version,
        shortName: details.abbreviation,
        box: work.places[0]?.box ?? null,
        topicCategories: details.topicCategories,
        formats: details.formats.map(([name, printed]) => [name, printed].filter((part) => part).join(' ')),
        issued,
      });
      expect(record.grid.map(({ dimension, size, resolution }) => [dimension, size ?? '', resolution ?? '']), record.id).toEqual(details.grid);
      // The last keyword is the project's.
      expect(record.keywords.slice(0, -1).map(({ value, scheme }) => [texts(value.values), scheme]), record.id).toEqual(
        details.themes.map(({ text, thesaurus }) => [both(text.ja, text.en), thesaurus ?? null]),
      );
      const [ja, en] = [creatorNames(dataset, 'ja'), creatorNames(dataset, 'en')];
      expect(record.creators.map(({ name }) => texts(name.values)), record.id).toEqual(ja.map((name, index) => both(name, en[index])));
    }
  }, 90_000); // prettier-ignore

  it('has ongoing datasets, some without a DOI, and accounts needed, not needed and not told', async () => {
    const records = await all();
    expect(records.some(({ ongoing, period }) => ongoing === true && period?.includes('/') === false)).toBe(true);
    expect(records.some(({ doi }) => doi === null)).toBe(true);
    expect(new Set(records.map(({ accountRequired }) => accountRequired))).toEqual(new Set([true, false, null]));
  }, 90_000);

  it('is filled in by the DOI agencies and other catalogues', async () => {
    const used = new Set((await all()).flatMap(({ sources }) => sources.map(({ source }) => source)));
    expect([...used]).toEqual(expect.arrayContaining(['DIAS_HTML', 'LANDING_PAGE', 'JALC', 'GEODAB', 'CSW']));
  }, 90_000);

  it('finds in Japanese and in English', async () => {
    const ids = async (query: string) =>
      (await connector.search(search({ query }), scopeWith(60_000))).hits.map(({ id }) => id);
    expect(await ids('海面水温')).toContain('dias:ArcticSST');
    expect(await ids('sea surface temperature')).toContain('dias:ArcticSST');
  }, 90_000);
});
