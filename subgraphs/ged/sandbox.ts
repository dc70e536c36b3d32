/** The simulated Global Environmental Database of NIES, written from the fact sheet, not from our client: landing pages and files. */
import { acquireDoiAgencies } from '../../sandbox/doi-agencies/agencies.js';
import { startSandboxServer, type SandboxRequest, type SandboxResponse } from '../../sandbox/server.js';
import type { RunningSandbox, SandboxOptions } from '../common/platform.js';
import { answerFile, datasets } from './sandbox/files.js';
import { landingPage } from './sandbox/landing.js';
import { errorPage, page, robots } from './sandbox/web.js';

const LANDING = '/doi';
const FILES = '/nies_data';

/** `…/10.17595/{ID}.html` in Japanese, `…/10.17595/{ID}-e.html` in English (fact sheet 1). */
function answerLanding(request: SandboxRequest, path: string): SandboxResponse {
  const [, id, english] = /^10\.17595\/(\d{8}\.\d{3})(-e)?\.html$/.exec(path) ?? [];
  const held = datasets.find(({ dataset }) => dataset.id === id);
  if (!held) return errorPage(404);
  return page(request, landingPage(held, english === undefined ? 'ja' : 'en'), `${held.dataset.revised}T03:00:00Z`);
}

function decoded(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}

function answer(request: SandboxRequest): SandboxResponse {
  if (request.method !== 'GET' && request.method !== 'HEAD') return errorPage(405, { Allow: 'GET, HEAD' });
  const path = decoded(request.url.pathname);
  if (path === '/robots.txt') return robots();
  if (path?.startsWith(`${LANDING}/`) === true) return answerLanding(request, path.slice(LANDING.length + 1));
  if (path?.startsWith(`${FILES}/`) === true) return answerFile(path.slice(FILES.length + 1));
  return errorPage(404);
}

/** Starts the landing pages (under `/doi`) and the files (under `/nies_data`) on one port, and the agencies of their DOIs on another. */
export async function startGedSandbox(options: SandboxOptions): Promise<RunningSandbox> {
  const agencies = await acquireDoiAgencies();
  try {
    const { port, latencyMs, fault } = options;
    const server = await startSandboxServer({ port, latencyMs, fault, name: 'ged', handle: answer });
    const settings = {
      GED_LANDING_URL: `${server.address}${LANDING}`,
      GED_FILES_URL: `${server.address}${FILES}`,
      GED_DATASETS: datasets.map(({ dataset }) => `10.17595/${dataset.id}`).join(','),
      ...agencies.settings,
    };
    return {
      address: server.address,
      settings,
      close: async () => {
        await server.close();
        await agencies.release();
      },
    };
  } catch (error) {
    await agencies.release();
    throw error;
  }
}
