/**
 * npm run bench:export [-- WORKS SEED]: exports so many works (100,000) over synthetic platforms in a process of their own, once in one
 * go, and once killed at ten random moments and resumed each time. Ends with figures, and with 1 where the memory was 300 MB or more,
 * the progress was off by more than 1 %, a work was missing or doubled, or the two files differ.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { startScript } from './servers.js';

const WORKS = Number(process.argv[2] ?? '100000');
const SEED = Number(process.argv[3] ?? String(Date.now() % 1_000_000));
const KILLS = 10;
const CLI = fileURLToPath(new URL('../cli/main.js', import.meta.url));
const TERMINAL = new URL('./terminal.js', import.meta.url).href;

let state = SEED >>> 0;
/** The same numbers for the same seed: mulberry32. */
function random(): number {
  state = (state + 0x6d2b79f5) >>> 0;
  let mixed = Math.imul(state ^ (state >>> 15), state | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
}

interface Shown {
  /** As the bar says it. */
  readonly percent: number;
  readonly works: number;
}
interface Run {
  readonly code: number | null;
  readonly peakMb: number;
  readonly seconds: number;
  readonly shown: readonly Shown[];
  readonly told: string;
}

const folder = mkdtempSync(join(tmpdir(), 'kakehashi-bench-'));
const platforms = await startScript(
  fileURLToPath(new URL('./synthetic-platforms.js', import.meta.url)),
  [String(WORKS)],
  {},
  /KAKEHASHI_PLATFORMS=\S+/,
);
const settings = Object.fromEntries(
  [...platforms.output.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value]),
);

function exportTo(file: string, kill?: (end: () => void, isOver: () => boolean) => void): Promise<Run> {
  const args = ['export', '--query', '観測', '--out', file, '--resume'];
  const child = spawn(process.execPath, ['--import', TERMINAL, CLI, ...args], {
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const began = Date.now();
  let told = '';
  child.stderr.on('data', (chunk: Buffer) => (told += chunk.toString('utf8')));
  kill?.(
    () => child.kill('SIGKILL'),
    () => child.exitCode !== null,
  );
  return new Promise((resolve) => {
    child.on('close', (code) => {
      resolve({
        code,
        told,
        seconds: (Date.now() - began) / 1000,
        peakMb: Number(/peak (\d+) kB/.exec(told)?.[1] ?? 'NaN') / 1000,
        shown: [...told.matchAll(/(\d+) % {2}(\d+) works/g)].map(([, percent, works]) => ({
          percent: Number(percent),
          works: Number(works),
        })),
      });
    });
  });
}

/** How far the bar was from the truth at most, in percent: 41 stands for what is from 41 to 42. */
function worstProgress(shown: readonly Shown[], works: number): number {
  return Math.max(
    ...shown.map(({ percent, works: done }) => {
      const truth = (done / works) * 100;
      return Math.max(0, percent - truth, truth - (percent + 1));
    }),
  );
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

async function idsIn(file: string): Promise<{ readonly lines: number; readonly ids: number }> {
  const ids = new Set<string>();
  let lines = 0;
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    lines += 1;
    ids.add((JSON.parse(line) as { id: string }).id);
  }
  return { lines, ids: ids.size };
}

/** Which file stands at a path: another one each time that a state is written. */
const fileAt = (path: string): number | null => statSync(path, { throwIfNoEntry: false })?.ino ?? null;

async function killedExport(
  file: string,
  wholeSeconds: number,
): Promise<{ readonly kills: number; readonly last: Run }> {
  for (let kills = 0; ;) {
    const before = fileAt(`${file}.resume`);
    const run = await exportTo(
      file,
      kills === KILLS
        ? undefined
        : (end, isOver) => {
            void (async () => {
              while (!isOver() && [before, null].includes(fileAt(`${file}.resume`))) await pause(5);
              await pause((random() * wholeSeconds * 1000 * 1.5) / KILLS);
              end();
            })();
          },
    );
    if (run.code !== null) return { kills, last: run };
    kills += 1;
    process.stdout.write(`killed ${String(kills)} times\n`);
  }
}

const faults: string[] = [];
const check = (isRight: boolean, fault: string): void => {
  if (!isRight) faults.push(fault);
};
try {
  const file = join(folder, 'whole.ndjson');
  const whole = await exportTo(file);
  check(whole.code === 0, `the export ended with ${String(whole.code)}: ${whole.told.slice(-500)}`);
  const { lines, ids } = await idsIn(file);
  const progress = worstProgress(whole.shown, lines);
  check(lines === WORKS && ids === WORKS, `${String(lines)} lines of ${String(ids)} works`);
  check(whole.peakMb < 300, 'the memory');
  check(whole.shown.length > 10 && progress <= 1, 'the progress');
  process.stdout.write(
    `| works | works/s | MB at the peak | progress off by at most |\n| --- | --- | --- | --- |\n| ${[
      String(lines),
      (lines / whole.seconds).toFixed(0),
      whole.peakMb.toFixed(0),
      `${progress.toFixed(2)} % (${String(whole.shown.length)} times shown)`,
    ].join(' | ')} |\n\n`,
  );
  const other = join(folder, 'killed.ndjson');
  const { kills, last } = await killedExport(other, whole.seconds);
  const isSame = last.code === 0 && (await hashOf(other)) === (await hashOf(file));
  check(isSame, `the file of the export that was killed is another one: ${last.told.slice(-500)}`);
  check(kills === KILLS, `only ${String(kills)} kills`);
  process.stdout.write(
    `seed ${String(SEED)}: killed ${String(kills)} times and resumed: ${isSame ? 'the same file' : 'another file'}; ${last.peakMb.toFixed(0)} MB at the peak of the last run\n`,
  );
  for (const fault of faults) process.stdout.write(`not as wanted: ${fault}\n`);
  if (faults.length > 0) process.exitCode = 1;
} finally {
  platforms.process.kill();
  rmSync(folder, { recursive: true, force: true });
}
