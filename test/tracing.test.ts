/** Traces for a collector, by OTLP over HTTP. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pino } from 'pino';
import { startGateway } from '../gateway/gateway.js';
import { serveHttp } from '../gateway/http.js';
import { readSettings } from '../gateway/settings.js';
import { serveSubgraph } from '../gateway/subgraph-server.js';
import { platforms as registry } from '../subgraphs/index.js';
import { askAt, startWorld, USER_AGENT, type Answer, type World } from './support.js';

const SILENT = pino({ level: 'silent' });

function settingsOf(environment: Readonly<Record<string, string>>) {
  return readSettings(
    { PORT: '0', LOG_LEVEL: 'silent', RATE_LIMIT: 'none', ...environment },
    registry.map(({ name }) => name),
  );
}

interface Served {
  ask(query: string): Promise<Answer>;
  /** What is left of the traces is sent when the gateway ends. */
  close(): Promise<void>;
}

/** A gateway over the simulated platforms of this test. */
async function served(environment: Readonly<Record<string, string>>): Promise<Served> {
  const settings = settingsOf({ ...world.environment, ANSWER_CACHE_MAX_BYTES: '0', ...environment });
  const front = await serveHttp(await startGateway(settings, world.environment, USER_AGENT, SILENT), settings, SILENT);
  return { ask: (query) => askAt(`${front.address}/graphql`, query), close: () => front.close() };
}

interface OtlpSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
  readonly attributes: readonly { readonly key: string; readonly value: object }[];
}
interface Received {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: readonly { readonly key: string; readonly value: object }[] };
    readonly scopeSpans: readonly { readonly spans: readonly OtlpSpan[] }[];
  }[];
}

let collector: Server;
let received = '';
const paths = new Set<string>();
let world: World;
/** Settings with which a server sends its traces to the collector. */
let traces: Record<string, string>;
beforeAll(async () => {
  collector = createServer((request, response) => {
    paths.add(request.url ?? '');
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      received += `${body}\n`;
      response.setHeader('content-type', 'application/json');
      response.end('{}');
    });
  });
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${String((collector.address() as AddressInfo).port)}/`;
  traces = { OTEL_EXPORTER_OTLP_ENDPOINT: address, OTEL_SERVICE_NAME: 'kakehashi-test' };
  world = await startWorld({ KAKEHASHI_PLATFORMS: 'cinii,rdm' });
});
afterAll(async () => {
  await world.close();
  collector.closeAllConnections();
  collector.close();
});

/** What the collector was sent since it was looked at last. */
function taken(): { readonly resources: string; readonly spans: readonly OtlpSpan[] } {
  const answers = received
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Received);
  received = '';
  const resources = answers.flatMap(({ resourceSpans }) => resourceSpans);
  return {
    resources: JSON.stringify(resources.map(({ resource }) => resource)),
    spans: resources.flatMap(({ scopeSpans }) => scopeSpans).flatMap((scope) => scope.spans),
  };
}

const value = (span: OtlpSpan, key: string): string =>
  JSON.stringify(span.attributes.find((attribute) => attribute.key === key)?.value ?? null);

describe('a traced request', () => {
  it('is one trace: the operation, the fetches of its plan, and what the platforms were asked', async () => {
    const traced = await served(traces);
    await traced.ask('query Words { search(query: "海洋", first: 3) { nodes { id } } }');
    await traced.ask('query Broken { search(query: "海洋", after: "no cursor") { nodes { id } } }');
    await traced.close();

    expect([...paths]).toEqual(['/v1/traces']);
    const all = received;
    const { resources, spans } = taken();
    expect(resources).toContain('kakehashi-test');
    const root = spans.find((span) => value(span, 'graphql.operation.name').includes('Words'));
    if (root === undefined) throw new Error('There is no span of the operation.');
    expect(root.parentSpanId ?? '').toBe('');
    const parts = spans.filter(({ parentSpanId }) => parentSpanId === root.spanId);
    expect(parts.map(({ name }) => name)).toEqual(expect.arrayContaining(['fetch catalog', 'CINII_RESEARCH search']));
    for (const part of parts) {
      expect(part.traceId).toBe(root.traceId);
      expect(BigInt(part.endTimeUnixNano)).toBeGreaterThanOrEqual(BigInt(part.startTimeUnixNano));
    }
    const sent = parts.find(({ name }) => name === 'CINII_RESEARCH search');
    expect(sent && value(sent, 'kakehashi.outcome')).toContain('OK');
    expect(sent && value(sent, 'http.response.status_code')).toContain('200');
    const broken = spans.find((span) => value(span, 'graphql.operation.name').includes('Broken'));
    expect(broken && value(broken, 'kakehashi.errors')).toContain('BAD_USER_INPUT');
    // Nothing of what was asked for, and no address.
    expect(all).not.toMatch(/海洋|%E6%B5%B7|no cursor|opensearch\/v2/i);
  }, 30_000);

  it('is a span of its own where the answer was kept', async () => {
    const traced = await served({ ...traces, ANSWER_CACHE_MAX_BYTES: '10000000' });
    const query = 'query Twice { search(query: "海洋", first: 2) { nodes { id } } }';
    await traced.ask(query);
    await traced.ask(query);
    await traced.close();
    const kept = taken().spans.filter((span) => value(span, 'kakehashi.answer_cache').includes('HIT'));
    expect(kept.map(({ name, parentSpanId }) => [name, parentSpanId ?? ''])).toEqual([['graphql', '']]);
  }, 30_000);

  it('goes on in a subgraph that runs elsewhere', async () => {
    const subgraphs = await Promise.all(
      ['cinii', 'catalog'].map((name) =>
        serveSubgraph(name, settingsOf(traces), world.environment, USER_AGENT, SILENT),
      ),
    );
    const urls = subgraphs.map(({ address }) => `${address}/graphql`).join(',');
    const traced = await served({ ...traces, KAKEHASHI_SUBGRAPHS: urls });
    await traced.ask('query Apart { search(query: "海洋", first: 3) { nodes { id cinii { crid } } } }');
    await traced.close();
    await Promise.all(subgraphs.map((subgraph) => subgraph.close()));
    const { resources, spans } = taken();
    expect(resources).toContain('kakehashi.subgraph');
    const root = spans.find((span) => value(span, 'graphql.operation.name').includes('Apart'));
    const theirs = spans.filter(({ name, parentSpanId }) => name === 'graphql' && parentSpanId === root?.spanId);
    expect(theirs.length).toBeGreaterThan(0);
    const asked = spans.find(({ name }) => name === 'CINII_RESEARCH search');
    expect([asked?.traceId, theirs.map(({ spanId }) => spanId)]).toEqual([
      root?.traceId,
      expect.arrayContaining([asked?.parentSpanId]),
    ]);
  }, 30_000);
});

const COMMAND = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
const isBuilt = existsSync(COMMAND);

/** Has the packages of OpenTelemetry found nowhere by modules that import them, as where nobody has installed them. */
const WITHOUT_PACKAGES = `data:text/javascript,${encodeURIComponent(`
  import { register } from 'node:module';
  register('data:text/javascript,' + encodeURIComponent(\`
    export function resolve(name, context, next) {
      if (!name.startsWith('@opentelemetry/')) return next(name, context);
      throw Object.assign(new Error('Cannot find package ' + name), { code: 'ERR_MODULE_NOT_FOUND' });
    }\`));
`)}`;

describe.skipIf(!isBuilt)(
  `a start without the optional packages${isBuilt ? '' : ' (skipped where there is no build: npm run build)'}`,
  () => {
    it('ends where traces are wanted, with the setting and what to install, in one line', () => {
      const { status, stderr } = spawnSync(
        process.execPath,
        ['--import', WITHOUT_PACKAGES, COMMAND, 'serve', '--port', '0', '--platforms', 'rdm'],
        { env: { ...process.env, OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9' }, timeout: 60_000 },
      );
      expect(status).toBe(1);
      const [first, fault, ...rest] = stderr.toString().trim().split('\n');
      expect(first).toBe('The settings cannot be used:');
      expect(fault).toMatch(/^OTEL_EXPORTER_OTLP_ENDPOINT: .*npm install @opentelemetry\/api /);
      expect(rest).toEqual([]);
    }, 60_000);
  },
);
