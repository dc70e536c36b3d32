/** Reports and exports over HTTP, for spreadsheets, pandas and R. */
import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type World } from './support.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  await world.catalogued();
});
afterAll(() => world.close());
afterEach(async () => {
  for (const platform of ['cinii', 'eosc']) await world.fault(platform, null);
});

interface Got {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly trailers: Readonly<Record<string, string>>;
}

/** Reads with the trailers, which fetch does not show; rejects when the answer breaks off. */
function get(path: string, parameters: Record<string, string>, at = world.address, method = 'GET'): Promise<Got> {
  return new Promise((resolve, reject) => {
    const target = `${at}${path}?${new URLSearchParams(parameters).toString()}`;
    request(target, { method }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('error', reject);
      response.once('end', () => {
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers as Record<string, string>,
          text: Buffer.concat(chunks).toString('utf8'),
          trailers: response.trailers as Record<string, string>,
        });
      });
    })
      .once('error', reject)
      .end();
  });
}

/** A CSV text as rows by column, with quoted cells. */
function table(text: string): Record<string, string>[] {
  const cells = [...text.matchAll(/("(?:[^"]|"")*"|[^,\r\n]*)(,|\r\n|$)/g)];
  const rows: string[][] = [[]];
  for (const [, cell = '', end] of cells) {
    rows.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === '\r\n') rows.push([]);
    if (end === '') break;
  }
  const [head = [], ...body] = rows.filter((row) => row.length > 1);
  return body.map((row) => Object.fromEntries(head.map((name, index) => [name, row[index] ?? ''])));
}

async function walkedIds(args: string): Promise<string[]> {
  const ids: string[] = [];
  let after = '';
  for (;;) {
    const { data } = await world.ask(
      `{ search(${args}, first: 100${after}) { nodes { id doi } pageInfo { hasNextPage endCursor } } }`,
    );
    const { search } = data as unknown as {
      search: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
    };
    ids.push(...search.nodes.map(({ id }) => id));
    if (!search.pageInfo.hasNextPage) return ids;
    after = `, after: "${search.pageInfo.endCursor}"`;
  }
}

describe('an export', () => {
  it('holds every work of the search once, in its order, as lines of JSON and as a table', async () => {
    const ids = await walkedIds('query: "海洋"');
    expect(ids.length).toBeGreaterThan(100);
    const ndjson = await get('/export.ndjson', { query: '海洋' });
    expect(ndjson.headers['content-type']).toBe('application/x-ndjson; charset=utf-8');
    const works = ndjson.text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: string; sources: { platform: string; terms: string | null }[] });
    expect(works.map(({ id }) => id)).toEqual(ids);
    for (const { sources } of works) expect(sources.length).toBeGreaterThan(0);
    const csv = await get('/export.csv', { query: '海洋' });
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
    expect(csv.headers['content-disposition']).toContain('kakehashi.csv');
    const rows = table(csv.text);
    expect(rows.map(({ id }) => id)).toEqual(ids);
    for (const { terms, attribution, platforms } of rows)
      if (platforms?.includes('CINII_RESEARCH') === true) {
        expect(attribution).toContain('National Institute of Informatics');
        expect(terms).toContain('https://');
      }
  }, 60_000);

  it('tells in its trailer what repeats and cites it, with the hash of its bytes', async () => {
    const { text, trailers } = await get('/export.csv', { query: '海洋', types: 'DATASET', limit: '30' });
    const receipt = JSON.parse(trailers['x-kakehashi-receipt'] ?? '') as Record<string, unknown>;
    expect(receipt).toMatchObject({
      kind: 'kakehashi-export',
      question: { query: '海洋', filter: { types: ['DATASET'] }, sort: 'RELEVANCE' },
      limit: 30,
      rows: 30,
      complete: true,
      contentHash: createHash('sha256').update(text).digest('hex'),
    });
    expect(receipt['cite']).toContain('海洋');
    const line = await get('/export.ndjson', { query: '海洋', limit: '2', receipt: '1' });
    const last = JSON.parse(line.text.trimEnd().split('\n').at(-1) ?? '') as { receipt: { rows: number } };
    expect(last.receipt.rows).toBe(2);
  });

  it('begins as Excel wants it when asked, and runs no formula', async () => {
    const { text } = await get('/export.csv', { query: '海洋', limit: '1', bom: '1' });
    expect(text.startsWith('\uFEFFid,doi')).toBe(true);
  });

  it('goes on without a platform that fails, and says so', async () => {
    await world.fault('eosc', '503');
    const { address } = await world.another();
    const { text, trailers } = await get('/export.ndjson', { query: '海洋', limit: '50' }, address);
    expect(text.trimEnd().split('\n')).toHaveLength(50);
    const receipt = JSON.parse(trailers['x-kakehashi-receipt'] ?? '') as {
      complete: boolean;
      sources: { platform: string; state: string }[];
    };
    expect(receipt.complete).toBe(false);
    expect(receipt.sources.find(({ platform }) => platform === 'EOSC')?.state).not.toBe('OK');
  }, 60_000);

  it('of nothing is an empty file', async () => {
    const { status, text } = await get('/export.ndjson', { query: 'つづらおり NOT つづらおり' });
    expect([status, text]).toEqual([200, '']);
  });

  it('is told about without being made', async () => {
    const { status, headers, text } = await get('/export.csv', { query: '海洋' }, world.address, 'HEAD');
    expect([status, text]).toEqual([200, '']);
    expect(headers['content-type']).toContain('text/csv');
  });

  it('stops when its reader leaves', async () => {
    const { address } = await world.another();
    const before = (await world.asked('cinii')).length;
    expect(before).toBeGreaterThanOrEqual(0);
    const left = new AbortController();
    const response = await fetch(`${address}/export.ndjson?query=${encodeURIComponent('海')}`, { signal: left.signal });
    await response.body?.getReader().read();
    left.abort();
    await new Promise((resolve) => setTimeout(resolve, 500));
    await world.asked('cinii');
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(await world.asked('cinii')).toEqual([]);
  });
});

describe('a report', () => {
  it('as a table has each dimension with its labels, then platform, count and exact', async () => {
    const { text, headers } = await get('/report.csv', { by: 'type,fiscal_year', query: '海洋' });
    expect(text.split('\r\n')[0]).toBe(
      'type,type_label_ja,type_label_en,fiscal_year,fiscal_year_label_ja,fiscal_year_label_en,platform,count,exact',
    );
    expect(JSON.parse(headers['x-kakehashi-receipt'] ?? '')).toMatchObject({
      kind: 'kakehashi-report',
      question: { by: ['TYPE', 'FISCAL_YEAR'] },
    });
    const rows = table(text);
    expect(rows.length).toBeGreaterThan(20);
    for (const { exact, count } of rows) {
      expect(exact).toMatch(/^(?:true|false)$/);
      expect(count).toMatch(/^\d*$/);
    }
  });

  it('has the cells of the API’s report, whatever the form', async () => {
    const { data } = await world.ask(
      '{ report(by: [PLATFORM, YEAR], query: "海洋") { rows { keys { value } platform count exact } } }',
    );
    const expected = (
      data as unknown as { report: { rows: { keys: { value: string }[]; count: number | null; exact: boolean }[] } }
    ).report.rows.map(({ keys, count, exact }) => [...keys.map(({ value }) => value), count, exact]);
    const rows = table((await get('/report.csv', { by: 'platform,year', query: '海洋' })).text);
    expect(
      rows.map(({ platform, year, count, exact }) => [
        platform,
        year,
        count === '' ? null : Number(count),
        exact === 'true',
      ]),
    ).toEqual(expected);
    const json = JSON.parse((await get('/report.json', { by: 'platform,year', query: '海洋' })).text) as {
      report: { rows: { keys: { value: string }[]; count: number | null; exact: boolean }[] };
      receipt: { contentHash: string };
    };
    expect(json.report.rows.map(({ keys, count, exact }) => [...keys.map(({ value }) => value), count, exact])).toEqual(
      expected,
    );
    expect(json.receipt.contentHash).toMatch(/^[0-9a-f]{64}$/);
    expect(rows[0]).toMatchObject({ platform_label_en: 'CiNii Research' });
  });

  it.each([
    ['platforms', 'by=platform', /not counted/],
    ['lines by year', 'by=fiscal_year&query=%E6%B5%B7%E6%B4%8B', /年度 Fiscal year/],
    ['stacked bars', 'by=type&query=%E6%B5%B7%E6%B4%8B', /データセット Dataset/],
    ['a heat map', 'by=year,access_right&query=%E6%B5%B7%E6%B4%8B', /Embargoed/],
  ])('is a picture that loads nothing and runs nothing: %s', async (_, parameters, shows) => {
    const response = await fetch(`${world.address}/report.svg?${parameters}`);
    expect(response.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
    const svg = await response.text();
    expect(svg).toMatch(shows);
    expect(svg).not.toMatch(/<script|href="(?!#)|url\((?!#)/);
  });

  it('of a platform that fails has no made-up numbers, and says why', async () => {
    await world.fault('eosc', '503');
    const { address } = await world.another();
    const { text, headers } = await get('/report.json', { by: 'platform', query: '海洋' }, address);
    const { report } = JSON.parse(text) as {
      report: {
        rows: { platform: string; count: number | null }[];
        coverage: { platform: string; state: string; message: string }[];
      };
    };
    expect(report.rows.find(({ platform }) => platform === 'EOSC')?.count).toBeNull();
    expect(report.coverage.find(({ platform }) => platform === 'EOSC')).toMatchObject({ state: 'FAILED' });
    expect(headers['x-kakehashi-complete']).toBe('false');
  });
});

describe('an address that asks for what cannot be', () => {
  it.each([
    ['/report.csv', { query: 'x' }, /^by: name one to three/],
    ['/report.csv', { by: 'colour' }, /^by=colour: is none of platform/],
    ['/report.csv', { by: 'type,type' }, /three different ones/],
    ['/report.svg', { by: 'type,year,funder' }, /two dimensions for each/],
    ['/report.csv', { by: 'type', colour: 'red' }, /^colour is no parameter here; known are by/],
    ['/export.csv', { types: 'NONSENSE' }, /NONSENSE/],
    ['/export.csv', { limit: '0' }, /^limit=0: write a whole number/],
    ['/export.csv', { bom: 'maybe' }, /^bom=maybe: write 1 or 0/],
    ['/export.csv', { sort: 'best' }, /^sort=best: is none of relevance/],
    ['/export.csv', { bbox: '1,2' }, /^bbox=1,2: write west/],
    ['/export.ndjson', { from: 'yesterday' }, /yesterday/],
  ])('is told what is wrong: %s %j', async (path, parameters, message) => {
    const { status, text } = await get(path, parameters);
    expect(status).toBe(400);
    const [error] = (JSON.parse(text) as { errors: { message: string; extensions: { code: string } }[] }).errors;
    expect(error?.extensions.code).toBe('BAD_USER_INPUT');
    expect(error?.message).toMatch(message);
  });

  it('is refused with the reason when every platform fails', async () => {
    const other = await world.another({ KAKEHASHI_PLATFORMS: 'eosc' });
    await world.fault('eosc', '503');
    const { status, text } = await get('/export.csv', { query: '海洋' }, other.address);
    expect(status).toBe(502);
    expect(text).toContain('UPSTREAM_UNAVAILABLE');
  });
});

describe('the rate of a client', () => {
  it('slows an export, and does not break it', async () => {
    const other = await world.another({ RATE_LIMIT: '120/min burst 2' });
    const began = Date.now();
    const { status, text } = await get('/export.ndjson', { query: '海洋' }, other.address);
    expect(status).toBe(200);
    expect(text.trimEnd().split('\n').length).toBeGreaterThan(100);
    // One point for the request, one for the terms, one for each page: two come at once, the others every half second.
    expect(Date.now() - began).toBeGreaterThan(400);
  }, 60_000);
});
