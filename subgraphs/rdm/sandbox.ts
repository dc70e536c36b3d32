/** The simulated GakuNin RDM, written from the fact sheet (section 15), not from our client: API v2, the older web API and WaterButler on one port. */
import { startSandboxServer, type SandboxRequest, type SandboxResponse } from '../../sandbox/server.js';
import type { RunningSandbox, SandboxOptions } from '../common/platform.js';
import { throttles } from './sandbox/throttle.js';
import { answerApi, type Throttle } from './sandbox/v2.js';
import { answerStorage, answerWaterButler } from './sandbox/waterbutler.js';
import { answerWeb } from './sandbox/web.js';

/** The parts that a fault can be narrowed to: `POST /__fault {"kind": "503", "part": "web"}`. */
const PARTS: Readonly<Record<string, string>> = { api: '/v2/', web: '/api/v1/', files: '/files/v1/' };

const NOT_FOUND: SandboxResponse = {
  status: 404,
  headers: { 'Content-Type': 'text/html; charset=utf-8' },
  body: '<!DOCTYPE html><html lang="ja"><head><title>GakuNin RDM</title></head><body><h1>404</h1></body></html>',
};

/** Which of the three services a request is for. */
function answer(request: SandboxRequest, throttle: Throttle): SandboxResponse | Promise<SandboxResponse> {
  const { pathname } = request.url;
  if (pathname.startsWith('/v2/')) return answerApi(request, throttle);
  if (pathname === '/v2') return { status: 301, headers: { Location: `/v2/${request.url.search}` }, body: '' };
  if (pathname.startsWith('/api/v1/')) return answerWeb(request);
  if (pathname.startsWith('/files/v1/')) return answerWaterButler(request);
  return pathname.startsWith('/storage/') ? answerStorage(request) : NOT_FOUND;
}

/**
 * Starts the simulated GakuNin RDM on a port of its own. Tokens: fixtures/accounts.ts. Throttling, when on, is that of API v2;
 * the web API and WaterButler have none (fact sheet 7).
 */
export async function startRdmSandbox(options: SandboxOptions): Promise<RunningSandbox> {
  const throttle: Throttle = options.throttle ? throttles() : () => null;
  const server = await startSandboxServer({
    port: options.port,
    latencyMs: options.latencyMs,
    fault: options.fault,
    name: 'rdm',
    pagesEndlessly: true,
    concerns: ({ part }, { url }) => part === undefined || url.pathname.startsWith(PARTS[part] ?? '/'),
    handle: (request) => answer(request, throttle),
  });
  const { address } = server;
  return {
    address,
    settings: { RDM_URL: `${address}/v2`, RDM_WEB_URL: `${address}/api/v1`, RDM_FILES_URL: `${address}/files/v1` },
    close: () => server.close(),
  };
}
