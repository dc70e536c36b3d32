import { describe, expect, it } from 'vitest';
import { UpstreamUnavailable } from '../../../upstream/errors.js';
import { failureOf, scopeWith } from '../../../upstream/testing.js';
import type { UpstreamRequest } from '../../../upstream/types.js';
import { UnreadableDocument } from '../errors.js';
import { SmallCatalogue } from './catalogue.js';
import { FakeReader, testEntry } from './testing.js';
import type { FakeAnswer } from './testing.js';
import type { CatalogueOptions, CatalogueSource } from './types.js';

const away = (): UpstreamUnavailable =>
  new UpstreamUnavailable({ platform: 'DIAS', message: 'DIAS is out of service (503).', status: 503 });
const text = (body: string, headers: Record<string, string> = {}): FakeAnswer => ({ body: Buffer.from(body), headers });
const noRules = (request: UpstreamRequest): FakeAnswer | null =>
  request.url.endsWith('/robots.txt') ? { status: 404 } : null;
const pathOf = (request: UpstreamRequest): string => new URL(request.url).pathname.slice(1);

/** One document a dataset: its text is the value. */
function source(ids: CatalogueSource<string>['ids']): CatalogueSource<string> {
  return {
    ids,
    async load(id, { ask }) {
      const answer = await ask(`https://dias.test/${id}`, ({ body }) => {
        if (body.toString() === 'unreadable') throw new UnreadableDocument('line 1: no title');
        return body.toString();
      });
      return answer.state === 'read' ? answer.value : null;
    },
    index: (id, title) => testEntry(id, { title }),
  };
}

function catalogueOver(
  reader: FakeReader,
  ids: CatalogueSource<string>['ids'] = ['a', 'b', 'c'],
  options: Partial<CatalogueOptions<string>> = {},
): SmallCatalogue<string> {
  return new SmallCatalogue({ platform: 'DIAS', name: 'DIAS', client: reader, source: source(ids), ...options });
}

/** A reader whose documents come when the test says so. */
function heldBack(): { reader: FakeReader; release: (body?: string) => Promise<void> } {
  const waiting: (() => void)[] = [];
  let body = 'snow';
  const reader = new FakeReader(
    (request) =>
      noRules(request) ??
      new Promise((resolve) =>
        waiting.push(() => {
          resolve(text(`${body} ${pathOf(request)}`));
        }),
      ),
  );
  const release = async (now = body): Promise<void> => {
    body = now;
    await settle();
    waiting.shift()?.();
    await settle();
  };
  return { reader, release };
}

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 2));
const everything = { query: null, sort: 'RELEVANCE' } as const;

describe('the first reading', () => {
  it('reads every dataset once, one request at a time, and a search waits for it', async () => {
    const reader = new FakeReader(async (request) => {
      await settle();
      return noRules(request) ?? text(`snow ${pathOf(request)}`);
    });
    const catalogue = catalogueOver(reader);
    const found = await Promise.all([
      catalogue.search({ query: 'snow', sort: 'RELEVANCE' }, scopeWith(2000)),
      catalogue.search({ query: 'b', sort: 'RELEVANCE' }, scopeWith(2000)),
    ]);
    expect(found.map(({ hits }) => hits.map(({ id }) => id))).toEqual([['a', 'b', 'c'], ['b']]);
    expect(found[0]).toMatchObject({ complete: true, read: 3, of: 3, reasons: [], message: null, cache: 'MISS' });
    expect(reader.paths).toEqual(['/a', '/b', '/c']);
    expect(reader.mostActive).toBe(1);
    expect((await catalogue.search(everything, scopeWith(2000))).cache).toBe('HIT');
    expect(reader.paths).toHaveLength(3);
  });

  it('is answered from before the deadline with what has arrived, and goes on', async () => {
    const { reader, release } = heldBack();
    const catalogue = catalogueOver(reader);
    const started = Date.now();
    const asked = catalogue.search(everything, scopeWith(100));
    await release();
    const found = await asked;
    expect(Date.now() - started).toBeLessThan(100);
    expect(found).toMatchObject({ complete: false, read: 1, of: 3, failure: null });
    expect(found.hits.map(({ id }) => id)).toEqual(['a']);
    expect(found.message).toBe('1 of 3 datasets were read. 2 datasets: not read yet.');
    await release();
    await release();
    expect(await catalogue.search(everything, scopeWith(1000))).toMatchObject({ complete: true, read: 3 });
  });

  it('is not waited for once it is plain that it will not be there in time', async () => {
    const slow = new FakeReader(async (request) => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      return noRules(request) ?? text(`snow ${pathOf(request)}`);
    });
    const catalogue = catalogueOver(
      slow,
      Array.from({ length: 1000 }, (_, index) => `d${String(index)}`),
    );
    const found = await catalogue.search(everything, scopeWith(20_000));
    expect(found).toMatchObject({ complete: false, of: 1000, failure: null });
    expect(found.read).toBeGreaterThan(0);
    expect(found.read).toBeLessThan(50);
  });

  it('is not ended by a caller who leaves', async () => {
    const { reader, release } = heldBack();
    const catalogue = catalogueOver(reader);
    const caller = new AbortController();
    const asked = catalogue.search(everything, scopeWith(60_000, { signal: caller.signal }));
    await settle();
    caller.abort();
    expect(await asked).toMatchObject({ complete: false, read: 0 });
    for (let count = 0; count < 3; count += 1) await release();
    expect(await catalogue.search(everything, scopeWith(1000))).toMatchObject({ complete: true, read: 3 });
  });

  it('begins at the start of the gateway, and only once', async () => {
    const reader = new FakeReader((request) => noRules(request) ?? text('snow'));
    const catalogue = catalogueOver(reader);
    catalogue.begin();
    catalogue.begin();
    expect((await catalogue.all(scopeWith(1000))).entries.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(reader.paths).toHaveLength(3);
  });
});

describe('one dataset', () => {
  it('is read before the others', async () => {
    const { reader, release } = heldBack();
    const catalogue = catalogueOver(reader);
    catalogue.begin();
    await settle();
    const asked = catalogue.get('c', scopeWith(1000));
    await release();
    await release();
    expect(await asked).toMatchObject({ id: 'c', value: 'snow c', retrieved: { cache: 'MISS' } });
    expect(reader.paths.slice(0, 2)).toEqual(['/a', '/c']);
  });

  it('that is not of the list is not asked for', async () => {
    const reader = new FakeReader((request) => noRules(request) ?? text('snow'));
    expect(await catalogueOver(reader, ['a']).get('../etc', scopeWith(1000))).toBeNull();
    expect(reader.paths).not.toContain('/etc');
  });

  it('that does not exist is null; one that failed is an error, and is left alone for a while', async () => {
    const reader = new FakeReader(
      (request) => noRules(request) ?? (pathOf(request) === 'a' ? { status: 404 } : away()),
    );
    const catalogue = catalogueOver(reader, ['a', 'b']);
    expect(await catalogue.get('a', scopeWith(1000))).toBeNull();
    expect(await failureOf(catalogue.get('b', scopeWith(1000)))).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
    expect(await failureOf(catalogue.get('b', scopeWith(1000)))).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
    expect(reader.paths).toEqual(['/a', '/b']);
  });

  it('that does not come in time is a timeout', async () => {
    const { reader } = heldBack();
    expect(await failureOf(catalogueOver(reader).get('a', scopeWith(20)))).toMatchObject({ code: 'UPSTREAM_TIMEOUT' });
  });
});

describe('refreshing', () => {
  it('serves what is there while it reads again in the background', async () => {
    const { reader, release } = heldBack();
    const catalogue = catalogueOver(reader, ['a'], { freshMs: 60 });
    const first = catalogue.search(everything, scopeWith(1000));
    await release();
    await first;
    await new Promise((resolve) => setTimeout(resolve, 70));
    const stale = await catalogue.search(everything, scopeWith(1000));
    expect(stale.hits).toMatchObject([{ value: 'snow a', retrieved: { cache: 'STALE' } }]);
    expect(stale).toMatchObject({ cache: 'STALE', complete: true });
    await release('rain');
    expect((await catalogue.search({ query: 'rain', sort: 'RELEVANCE' }, scopeWith(1000))).hits).toHaveLength(1);
    expect((await catalogue.search({ query: 'snow', sort: 'RELEVANCE' }, scopeWith(1000))).hits).toHaveLength(0);
  });

  it('asks conditionally, and an unchanged document keeps its value and counts as fresh', async () => {
    const lastModified = 'Tue, 24 Nov 2026 00:00:00 GMT';
    const headers = { etag: '"1"', 'last-modified': lastModified };
    const reader = new FakeReader(
      (request) => noRules(request) ?? (request.headers?.['if-none-match'] ? { status: 304 } : text('snow', headers)),
    );
    const catalogue = catalogueOver(reader, ['a'], { freshMs: 60 });
    const first = await catalogue.get('a', scopeWith(1000));
    await new Promise((resolve) => setTimeout(resolve, 70));
    await catalogue.search(everything, scopeWith(1000));
    await settle();
    const second = await catalogue.get('a', scopeWith(1000));
    expect(reader.asked.at(-1)?.headers).toEqual({ 'if-none-match': '"1"', 'if-modified-since': lastModified });
    expect(second).toMatchObject({ value: 'snow', retrieved: { cache: 'HIT' } });
    expect(second?.retrieved.at.getTime()).toBeGreaterThan(first?.retrieved.at.getTime() ?? Infinity);
  });

  it('that fails keeps the old value, says so, and is tried again after a pause', async () => {
    let broken = false;
    const reader = new FakeReader((request) => noRules(request) ?? (broken ? away() : text('snow')));
    const catalogue = catalogueOver(reader, ['a'], { freshMs: 40, retryMs: 60 });
    await catalogue.all(scopeWith(1000));
    broken = true;
    await new Promise((resolve) => setTimeout(resolve, 45));
    await catalogue.all(scopeWith(1000));
    await settle();
    const kept = await catalogue.search(everything, scopeWith(1000));
    expect(kept).toMatchObject({
      complete: false,
      read: 1,
      of: 1,
      cache: 'STALE',
      reasons: [`1 dataset: ${away().message}`],
    });
    expect(kept.failure).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
    expect(reader.paths).toHaveLength(2);
    broken = false;
    await new Promise((resolve) => setTimeout(resolve, 65));
    await catalogue.all(scopeWith(1000));
    await settle();
    expect(await catalogue.search(everything, scopeWith(1000))).toMatchObject({ complete: true, cache: 'HIT' });
  });

  it('takes out a document that is gone', async () => {
    let gone = false;
    const reader = new FakeReader((request) => noRules(request) ?? (gone ? { status: 410 } : text('snow')));
    const catalogue = catalogueOver(reader, ['a'], { freshMs: 30 });
    expect((await catalogue.all(scopeWith(1000))).entries).toHaveLength(1);
    gone = true;
    await new Promise((resolve) => setTimeout(resolve, 35));
    await catalogue.all(scopeWith(1000));
    await settle();
    expect(await catalogue.search(everything, scopeWith(1000))).toMatchObject({
      hits: [],
      complete: true,
      read: 0,
      of: 0,
    });
  });
});

describe('failures', () => {
  it('of one dataset leave the others, and are told', async () => {
    const reader = new FakeReader(
      (request) => noRules(request) ?? text(pathOf(request) === 'b' ? 'unreadable' : 'snow'),
    );
    const bad = catalogueOver(reader);
    const found = await bad.search(everything, scopeWith(1000));
    expect(found.hits.map(({ id }) => id)).toEqual(['a', 'c']);
    expect(found).toMatchObject({ complete: false, read: 2, of: 3 });
    expect(found.message).toMatch(/^2 of 3 datasets were read\. 1 dataset: /);
    expect(await failureOf(bad.get('b', scopeWith(1000)))).toMatchObject({ code: 'UPSTREAM_MALFORMED' });
  });

  it('of a platform that is away end the reading after three datasets', async () => {
    const reader = new FakeReader((request) => noRules(request) ?? away());
    const ids = Array.from({ length: 50 }, (_, number) => `d${String(number)}`);
    const found = await catalogueOver(reader, ids).search(everything, scopeWith(1000));
    expect(found).toMatchObject({ hits: [], read: 0, of: 50, reasons: [`50 datasets: ${away().message}`] });
    expect(found.failure).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
    expect(reader.paths).toHaveLength(3);
  });

  it('of one of several documents leave the rest as a value that is not whole, and never replace a whole one', async () => {
    let broken = true;
    const reader = new FakeReader(
      (request) => noRules(request) ?? (pathOf(request) === 'en' && broken ? away() : text(pathOf(request))),
    );
    const bilingual: CatalogueSource<string> = {
      ids: ['x'],
      async load(_, { ask }) {
        const parts: string[] = [];
        for (const language of ['ja', 'en']) {
          const answer = await ask(`https://dias.test/${language}`, ({ body }) => body.toString());
          if (answer.state === 'read') parts.push(answer.value);
        }
        return parts.join('+') || null;
      },
      index: (id, title) => testEntry(id, { title }),
    };
    const catalogue = catalogueOver(reader, [], { source: bilingual, retryMs: 20, freshMs: 20 });
    const again = async (): Promise<string | undefined> => {
      await new Promise((resolve) => setTimeout(resolve, 25));
      catalogue.begin();
      await settle();
      return (await catalogue.get('x', scopeWith(1000)))?.value;
    };
    expect(await catalogue.search(everything, scopeWith(1000))).toMatchObject({
      hits: [{ value: 'ja' }],
      complete: false,
    });
    broken = false;
    expect(await again()).toBe('ja+en');
    broken = true;
    expect(await again()).toBe('ja+en');
    expect(await catalogue.search(everything, scopeWith(1000))).toMatchObject({ complete: false, cache: 'STALE' });
  });
});

describe('robots.txt', () => {
  const withRules = (rules: FakeAnswer): FakeReader =>
    new FakeReader((request) => (request.url.endsWith('/robots.txt') ? rules : text('snow')));

  it('is read once for an origin, and what it forbids is not asked for but told', async () => {
    const reader = withRules(text('\ufeffUser-agent: Kakehashi/2\nDisallow: /b\n\nUser-agent: *\nDisallow: /\n'));
    const catalogue = catalogueOver(reader);
    const found = await catalogue.search(everything, scopeWith(1000));
    expect(reader.asked.map(({ url }) => url)).toEqual([
      'https://dias.test/robots.txt',
      'https://dias.test/a',
      'https://dias.test/c',
    ]);
    expect(found).toMatchObject({ complete: false, read: 2, of: 3, failure: null });
    expect(found.reasons).toEqual(['1 dataset: the robots.txt of dias.test does not let it be read']);
    expect(await failureOf(catalogue.get('b', scopeWith(1000)))).toMatchObject({ code: 'UPSTREAM_REJECTED' });
  });

  it.each([[{ status: 404 }], [{ status: 403 }]])('that is not there (%o) forbids nothing', async (rules) => {
    expect(await catalogueOver(withRules(rules)).search(everything, scopeWith(1000))).toMatchObject({ complete: true });
  });

  it('that cannot be read forbids everything until it can be', async () => {
    const reader = withRules(away());
    const found = await catalogueOver(reader).search(everything, scopeWith(1000));
    expect(reader.paths).toEqual([]);
    expect(reader.asked).toHaveLength(1);
    expect(found.reasons).toEqual([
      '3 datasets: DIAS: the robots.txt of dias.test could not be read. Documents are read when it can be.',
    ]);
  });

  it('sets the pace where it names a delay', async () => {
    const reader = withRules(text('User-agent: *\nCrawl-delay: 0.05\n'));
    const started = Date.now();
    await catalogueOver(reader).search(everything, scopeWith(2000));
    expect(Date.now() - started).toBeGreaterThanOrEqual(98);
  });
});

describe('a list that is found', () => {
  const listed = (ids: () => readonly string[]): CatalogueSource<string>['ids'] => {
    return async ({ ask }) => {
      const answer = await ask('https://dias.test/list', () => ids());
      return answer.state === 'read' ? answer.value : [];
    };
  };

  it('is read first, and what leaves it leaves the catalogue', async () => {
    let ids = ['a', 'b', 'a'];
    const reader = new FakeReader((request) => noRules(request) ?? text('snow'));
    const catalogue = catalogueOver(
      reader,
      listed(() => ids),
      { freshMs: 30 },
    );
    expect(catalogue.lists('a')).toBe(false);
    expect(await catalogue.search(everything, scopeWith(1000))).toMatchObject({ complete: true, read: 2, of: 2 });
    expect(catalogue.lists('a')).toBe(true);
    ids = ['b', 'c'];
    await new Promise((resolve) => setTimeout(resolve, 35));
    await catalogue.all(scopeWith(1000));
    await settle();
    expect((await catalogue.all(scopeWith(1000))).entries.map(({ id }) => id)).toEqual(['b', 'c']);
  });

  it('does not keep those waiting that are of it in any case', async () => {
    const reader = new FakeReader((request) => noRules(request) ?? text('snow'));
    const never = new Promise<readonly string[]>(() => undefined);
    const catalogue = catalogueOver(reader, [], { source: { ...source(() => never), known: ['a', 'b'] } });
    const found = await catalogue.search(everything, scopeWith(50));
    expect(found).toMatchObject({ complete: false, read: 2, of: null });
    expect(found.hits.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(found.message).toBe('2 of the 2 datasets that are known so far were read.');
    expect((await catalogue.get('a', scopeWith(50)))?.value).toBe('snow');
  });

  it('has those read again that were read before it and that it bears on, once', async () => {
    const reader = new FakeReader((request) => noRules(request) ?? text('snow'));
    const found = source(() => Promise.resolve(['a', 'b', 'c']));
    const catalogue = catalogueOver(reader, [], {
      source: { ...found, known: ['a', 'b'], concerned: (id) => id === 'b' },
    });
    expect(await catalogue.search(everything, scopeWith(1000))).toMatchObject({ complete: true, read: 3, of: 3 });
    await catalogue.search(everything, scopeWith(1000));
    expect(reader.paths).toEqual(['/a', '/b', '/b', '/c']);
  });

  it('that cannot be read is told, and a dataset of it is an error rather than unknown', async () => {
    const reader = new FakeReader((request) => noRules(request) ?? away());
    const catalogue = catalogueOver(
      reader,
      listed(() => []),
    );
    const found = await catalogue.search(everything, scopeWith(1000));
    expect(found).toMatchObject({ complete: false, read: 0, of: null });
    expect(found.message).toBe(
      'The datasets are not known yet. The list of datasets could not be read: DIAS is out of service (503).',
    );
    expect(await failureOf(catalogue.get('a', scopeWith(1000)))).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
  });
});
