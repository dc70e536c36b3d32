import { startSandboxServer, type SandboxRequest, type SandboxResponse } from '../../sandbox/server.js';
import { world } from '../../sandbox/world/index.js';
import type { RunningSandbox, SandboxOptions } from '../common/platform.js';
import { answerIrdb } from './sandbox/irdb.js';
import { answerOai } from './sandbox/oai.js';
import { collectArguments } from './sandbox/oai-request.js';
import { REAL_TOKENS, ResumptionTokens, type TokenBehaviour } from './sandbox/oai-tokens.js';
import { answerOpenSearch, openSearchDescription } from './sandbox/opensearch.js';
import { fileAnswer, landingPage, loginPage, notAcceptable, notFound } from './sandbox/pages.js';
import { answerCrateSearch, answerRecordJson } from './sandbox/records-json.js';
import { sandboxRepository, type SandboxRepository } from './sandbox/repositories.js';

/** What a simulated host remembers between requests. */
interface Host {
  readonly repository: SandboxRepository;
  readonly tokens: ResumptionTokens;
}

/** WEKO3's flask-limiter: per caller on /api/v1/*, a minute long (fact sheet 5.4). */
const LIMIT = { requests: 100, windowMs: 60_000 } as const;

/** Whether a caller has used up the minute's requests; counts the one that asks. */
class CallerLimit {
  private readonly calls = new Map<string, number[]>();

  exceeded(caller: string, now: number): boolean {
    const recent = (this.calls.get(caller) ?? []).filter((time) => now - time < LIMIT.windowMs);
    recent.push(now);
    this.calls.set(caller, recent);
    return recent.length > LIMIT.requests;
  }
}

/** Embargo days are counted in Japan (fact sheet 6): the day there at an instant. */
function dayInJapan(now: Date): string {
  return new Date(now.getTime() + 9 * 3_600_000).toISOString().slice(0, 10);
}

function oai(host: Host, request: SandboxRequest): SandboxResponse {
  // Desktop browsers are turned away; a plain or no User-Agent is served (fact sheet 1).
  if (/^Mozilla\/5\.0/.test(request.headers['user-agent'] ?? '')) return notAcceptable();
  const form = request.method === 'POST' ? new URLSearchParams(request.body) : new URLSearchParams();
  return answerOai({
    repository: host.repository,
    tokens: host.tokens,
    args: collectArguments(request.url.searchParams, form),
    now: new Date(),
    endless: request.fault === 'endless',
  });
}

function openSearch(host: Host, request: SandboxRequest): SandboxResponse {
  return answerOpenSearch({
    repository: host.repository,
    parameters: request.url.searchParams,
    accept: request.headers['accept'] ?? '',
    now: new Date(),
    endless: request.fault === 'endless',
  });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** What a host answers on a path below its root. */
function answerHost(host: Host, path: string, request: SandboxRequest): SandboxResponse {
  const { repository } = host;
  switch (path) {
    case '/oai':
      return oai(host, request);
    case '/api/opensearch/search':
      return openSearch(host, request);
    case '/api/opensearch/description.xml':
      return openSearchDescription(repository);
    case '/api/v1/records':
      return answerCrateSearch(repository);
    case '/login/':
      return loginPage();
  }
  const record = /^\/(api\/records|records)\/(\d+)$/.exec(path);
  if (record?.[2] !== undefined)
    return record[1] === 'records'
      ? landingPage(repository, record[2], request.method)
      : answerRecordJson(repository, record[2]);
  const file = /^\/record\/(\d+)\/files\/([^/]+)$/.exec(path);
  if (file?.[1] !== undefined && file[2] !== undefined)
    return fileAnswer(repository, file[1], decoded(file[2]), dayInJapan(new Date()));
  // Addresses of WEKO2 are sent on (fact sheet 1).
  const item = request.url.searchParams.get('item_id');
  if (path === '/' && item !== null && request.url.searchParams.get('action') === 'repository_uri')
    return {
      status: 302,
      headers: { Location: `${request.url.pathname}records/${encodeURIComponent(item)}` },
      body: '',
    };
  return notFound();
}

/**
 * Starts JAIRO Cloud and IRDB as one server: IRDB below /irdb, each repository of JAIRO Cloud below /r/<name>. Documents
 * name the repositories' public hosts, as behind a proxy. A fault can be narrowed to one repository, or to `irdb`, by
 * `POST /__fault {"kind": "503", "repository": "umi"}`. `tokens` changes how resumption tokens behave.
 */
export async function startJairoSandbox(
  options: SandboxOptions,
  tokens: Partial<TokenBehaviour> = {},
): Promise<RunningSandbox> {
  const repositories = world.repositories.map((repository) => sandboxRepository(world, repository));
  const hosts = new Map(
    repositories
      .filter(({ repository }) => repository.jairoCloud)
      .map((repository): [string, Host] => [
        repository.key,
        { repository, tokens: new ResumptionTokens({ ...REAL_TOKENS, ...tokens }, repository.profile.shards) },
      ]),
  );
  const limit = new CallerLimit();
  const server = await startSandboxServer({
    port: options.port,
    latencyMs: options.latencyMs,
    fault: options.fault,
    name: 'JAIRO Cloud',
    pagesEndlessly: true,
    concerns: (where, request) => where['repository'] === undefined || partOf(request) === where['repository'],
    handle: (request) => {
      const { pathname, searchParams } = request.url;
      if (pathname === '/irdb/opensearch/search')
        return answerIrdb({
          repositories,
          parameters: searchParams,
          now: new Date(),
          endless: request.fault === 'endless',
        });
      const host = hosts.get(partOf(request) ?? '');
      if (!host) return notFound();
      const path = pathname.replace(/^\/r\/[^/]+/, '');
      if (
        options.throttle &&
        path.startsWith('/api/v1/') &&
        limit.exceeded(`${request.remote} ${host.repository.key}`, Date.now())
      )
        return {
          status: 429,
          headers: { 'Content-Type': 'application/json' },
          body: '{"status":429,"message":"100 per 1 minute"}',
        };
      return answerHost(host, path, request);
    },
  });
  return {
    address: server.address,
    settings: {
      JAIRO_REPOSITORIES: [...hosts.values()]
        .map(({ repository }) => `${repository.host}=${server.address}/r/${repository.key}`)
        .join(','),
      IRDB_URL: `${server.address}/irdb`,
    },
    close: () => server.close(),
  };
}

/** The part of the platform that a request is for: a repository's name, `irdb`, or none. */
function partOf(request: SandboxRequest): string | undefined {
  return /^\/(?:r\/([^/]+)|(irdb))\//
    .exec(request.url.pathname)
    ?.slice(1)
    .find((part) => part !== undefined);
}
