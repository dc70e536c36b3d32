import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import { fileURLToPath } from 'node:url';

const CPU = new URL('./cpu.js', import.meta.url).href;
const CLI = fileURLToPath(new URL('../cli/main.js', import.meta.url));

/** A server in a process of its own, so that its work is not the load generator's. */
export interface Child {
  readonly process: ChildProcess;
  readonly output: string;
  /** The CPU time that it has used, in microseconds. */
  cpu(): Promise<number>;
  /** Its resident memory, in bytes. */
  memory(): Promise<number>;
}

/** Starts a script and waits until its output matches. */
export async function startScript(
  script: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  ready: RegExp,
): Promise<Child> {
  const child = spawn(process.execPath, ['--import', CPU, script, ...args], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  let output = '';
  await new Promise<void>((resolve, reject) => {
    child.once('exit', (code) => {
      reject(new Error(`${script} ${args.join(' ')} ended with ${String(code)}`));
    });
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8');
      if (ready.test(output)) resolve();
    });
  });
  const told = (what: 'cpu' | 'memory'): Promise<number> =>
    new Promise((resolve) => {
      child.once('message', (figure) => {
        resolve(Number(figure));
      });
      child.send(what);
    });
  return { process: child, output, cpu: () => told('cpu'), memory: () => told('memory') };
}

/** Starts a command of the CLI and waits until its output matches. */
export function startCommand(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  ready: RegExp,
): Promise<Child> {
  return startScript(CLI, args, environment, ready);
}

/** Simulated platforms in a process of their own, and the settings with which a gateway reaches them. */
export async function startPlatforms(
  args: readonly string[] = [],
): Promise<{ readonly child: Child; readonly settings: Readonly<Record<string, string>> }> {
  const child = await startCommand(['sandbox', '--port-base', '0', ...args], {}, /EOSC_CATALOGUE_URL=\S+/);
  const told = child.output.matchAll(/^([A-Z_]+)=(.*)$/gm);
  return { child, settings: Object.fromEntries([...told].map(([, name = '', value = '']) => [name, value])) };
}

/** node:http that reads the body and returns the same bytes: what any answer costs at least. */
export function bareServer(bytes: Buffer): Server {
  return createServer((request, response) => {
    request.resume();
    request.on('end', () => {
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': bytes.length });
      response.end(bytes);
    });
  });
}
