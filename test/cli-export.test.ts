import { DuckDBInstance } from '@duckdb/node-api';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type World } from './support.js';

// What a user runs is the build (npm test makes it first).
const CLI = resolve('dist/cli/main.js');
const folder = mkdtempSync(join(tmpdir(), 'kakehashi-export-'));
const at = (name: string): string => join(folder, name);

interface Run {
  readonly code: number | null;
  readonly err: string;
}

let world: World;
beforeAll(async () => {
  world = await startWorld();
}, 60_000);
afterAll(() => world.close());

/** The command over the simulated platforms of this test; `kill` is given what ends it at once, as a power cut would. */
function run(args: readonly string[], kill?: (end: () => void, isOver: () => boolean) => void): Promise<Run> {
  const env = { ...process.env, LOG_LEVEL: 'warn', ...world.environment };
  const child = spawn(process.execPath, [CLI, 'export', ...args], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let err = '';
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString('utf8')));
  kill?.(
    () => child.kill('SIGKILL'),
    () => child.exitCode !== null,
  );
  return new Promise((done) => {
    child.on('close', (code) => {
      done({ code, err });
    });
  });
}

/** The same numbers in every run: mulberry32. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const WORDS = ['--query', '海'];
/** Words of more works: those of several pages. */
const MANY = ['--query', 'の'];
const KILLS = 10;

/** Which file stands at a path; it is another one each time that a state is written. */
function fileAt(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.ino ?? null;
}

/** Until a command has written a state of its own: its gateway stands then, and it writes its pages. */
async function untilItWrites(path: string, before: number | null, isOver: () => boolean): Promise<void> {
  while (!isOver() && [before, null].includes(fileAt(path))) await pause(2);
}

describe.skipIf(!existsSync(CLI))('kakehashi export (skipped where there is no build: npm run build)', { timeout: 600_000 }, () => {
  it('killed at ten moments and resumed each time gives the very same file, and leaves nothing else', async () => {
    let began = 0;
    const { code: ended } = await run([...MANY, '--out', at('whole.ndjson')], (_, isOver) => {
      void untilItWrites(at('whole.ndjson.resume'), null, isOver).then(() => (began = Date.now()));
    });
    const writingMs = Date.now() - began;
    expect(ended).toBe(0);
    const whole = readFileSync(at('whole.ndjson'), 'utf8');
    const ids = whole.trimEnd().split('\n').map((line) => (JSON.parse(line) as { id: string }).id); // prettier-ignore
    expect(ids.length).toBeGreaterThan(400);
    expect(new Set(ids).size).toBe(ids.length);

    const next = random(8);
    const args = [...MANY, '--out', at('killed.ndjson'), '--resume'];
    const [file, state] = [at('killed.ndjson'), at('killed.ndjson.resume')];
    const states = new Map<number, string>();
    for (let killed = 0; killed < KILLS; ) {
      // The first two as soon as they have written, so that one is killed between pages at whatever pace the machine goes.
      const moment = killed < 2 ? 0 : next() * writingMs;
      const before = fileAt(state);
      const { code } = await run(args, (end, isOver) => {
        void untilItWrites(state, before, isOver)
          .then(() => pause(moment))
          .then(end);
      });
      if (code === null) killed += 1;
      if (existsSync(state)) {
        const text = readFileSync(state, 'utf8');
        states.set((JSON.parse(text) as { bytes: number }).bytes, text);
      } else {
        // It was through before its moment came, or while it ended: the next one begins anew.
        expect(readFileSync(file, 'utf8')).toBe(whole);
        rmSync(file);
      }
    }
    expect(states.size).toBeGreaterThan(1);
    expect((await run(args)).code).toBe(0);
    expect(readFileSync(at('killed.ndjson'), 'utf8')).toBe(whole);
    // Ended after the file got its name and before its state was forgotten.
    writeFileSync(state, [...states.values()].at(-1) ?? '');
    expect((await run(args)).code).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe(whole);
    expect(readdirSync(folder).sort()).toEqual([
      'killed.ndjson',
      'killed.ndjson.receipt.json',
      'whole.ndjson',
      'whole.ndjson.receipt.json',
    ]);
    const receipts = ['killed', 'whole'].map(
      (name) => JSON.parse(readFileSync(at(`${name}.ndjson.receipt.json`), 'utf8')) as { contentHash: string },
    );
    expect(receipts[0]?.contentHash).toBe(receipts[1]?.contentHash);
  });

  it('writes Parquet with dates as dates and Japanese text, and CSV with a heading, of as many works as the limit', async () => {
    const [parquet, csv] = await Promise.all([
      run([...WORDS, '--limit', '120', '--out', at('works.parquet')]),
      run([...WORDS, '--limit', '120', '--out', at('works.csv')]),
    ]);
    expect([parquet.code, csv.code]).toEqual([0, 0]);
    const connection = await (await DuckDBInstance.create()).connect();
    const reader = await connection.runAndReadAll(
      `SELECT count(*)::INT AS works, count(issued_on)::INT AS dated, bool_and(year(issued_on) = year) AS agree,
        count(*) FILTER (title_ja LIKE '%海%')::INT AS japanese, any_value(typeof(issued_on)) AS type FROM read_parquet('${at('works.parquet')}')`,
    );
    const [row] = reader.getRowObjects();
    expect(row).toMatchObject({ works: 120, agree: true, type: 'DATE' });
    expect(Number(row?.['dated'])).toBeGreaterThan(40);
    expect(Number(row?.['japanese'])).toBeGreaterThan(20);
    connection.closeSync();
    const lines = readFileSync(at('works.csv'), 'utf8').trimEnd().split('\r\n');
    expect(lines).toHaveLength(121);
    expect(lines.filter((line) => line.startsWith('id,doi,'))).toHaveLength(1);
  });

  it('stops where a platform is away, keeps what it has, and goes on when it is back', async () => {
    const args = [...WORDS, '--filter', 'platforms=cinii,eosc', '--out', at('away.csv')];
    await world.fault('eosc', '503');
    const stopped = await run(args).finally(() => world.fault('eosc', null));
    expect(stopped).toMatchObject({ code: 1, err: expect.stringMatching(/The export stopped.*--resume/) as string });
    const again = await run(args);
    expect(again).toMatchObject({ code: 1, err: expect.stringContaining('--resume goes on') as string });
    expect((await run([...args.slice(0, 1), '砂', ...args.slice(2), '--resume'])).err).toMatch(/has another query/);
    expect((await run([...args, '--resume'])).code).toBe(0);
    expect(readFileSync(at('away.csv'), 'utf8')).toMatch(/EOSC/);
  });

  it.each([
    [[...WORDS, '--out', at('x.xlsx')], 2, /\.ndjson, \.csv, \.parquet/],
    [[...WORDS, '--limit', 'many', '--out', at('x.csv')], 2, /--limit many/],
  ])('%j ends with %i in one line', async (args, code, message) => {
    const { code: ended, err } = await run(args);
    expect([ended, err.trim().split('\n').length]).toEqual([code, 1]);
    expect(err).toMatch(message);
  });
}); // prettier-ignore
