/** Traces for a collector, by OTLP over HTTP. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type Endpoint, type World } from './support.js';

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
let traced: Endpoint;
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
  world = await startWorld({ KAKEHASHI_PLATFORMS: 'cinii,rdm' });
  traced = await world.another({
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${String((collector.address() as AddressInfo).port)}/`,
    OTEL_SERVICE_NAME: 'kakehashi-test',
  });
});
afterAll(() => {
  collector.closeAllConnections();
  collector.close();
});

const value = (span: OtlpSpan, key: string): string =>
  JSON.stringify(span.attributes.find((attribute) => attribute.key === key)?.value ?? null);

describe('a traced request', () => {
  it('is one trace: the operation, the fetches of its plan, and what the platforms were asked', async () => {
    await traced.ask('query Words { search(query: "海洋", first: 3) { nodes { id } } }');
    await traced.ask('query Broken { search(query: "海洋", after: "no cursor") { nodes { id } } }');
    // What is left is sent when the gateway ends.
    await world.close();

    expect([...paths]).toEqual(['/v1/traces']);
    const answers = received
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Received);
    const resources = answers.flatMap(({ resourceSpans }) => resourceSpans);
    expect(JSON.stringify(resources.map(({ resource }) => resource))).toContain('kakehashi-test');
    const spans = resources.flatMap(({ scopeSpans }) => scopeSpans).flatMap((scope) => scope.spans);
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
    expect(received).not.toMatch(/海洋|%E6%B5%B7|no cursor|opensearch\/v2/i);
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
