/** The simulated DIAS, written from the fact sheet, not from our client: pages, and the outside interfaces that carry its metadata. */
import { acquireDoiAgencies } from '../../sandbox/doi-agencies/agencies.js';
import { startSandboxServer, type SandboxRequest, type SandboxResponse } from '../../sandbox/server.js';
import type { RunningSandbox, SandboxOptions } from '../common/platform.js';
import { answerCsw } from './sandbox/csw.js';
import { pageById } from './sandbox/datasets.js';
import { answerGeodab, GEODAB_PATH } from './sandbox/geodab.js';
import { description } from './sandbox/geodab-atom.js';
import { html } from './sandbox/markup.js';
import { answerOai } from './sandbox/oai.js';
import { answerPage } from './sandbox/pages.js';

function answer(request: SandboxRequest): SandboxResponse {
  const { origin, pathname } = request.url;
  // With a token in front, and with other views than geoss (fact sheet 6.3).
  const broker =
    /^\/gs-service\/services\/essi(?:\/token\/[^/]+)?\/view\/[^/]+\/opensearch(\/query|\/description)?$/.exec(pathname);
  if (broker?.[1] === '/query') return answerGeodab(request);
  if (broker) {
    const headers = { 'Content-Type': 'application/opensearchdescription+xml;charset=UTF-8' };
    return { status: 200, headers, body: description(`${origin}${GEODAB_PATH}`) };
  }
  if (pathname === '/csw') return answerCsw(request, `${origin}/csw`);
  if (pathname === '/oai') return answerOai(request, `${origin}/oai`);
  return answerPage(request, origin) ?? html(404, '<!DOCTYPE html><title>404 Not Found</title><h1>404 Not Found</h1>');
}

/** Which part of DIAS a request is to, for faults that are narrowed: `POST /__fault {"kind": "503", "part": "geodab"}`. */
function partOf({ pathname }: URL): string {
  if (pathname.startsWith('/gs-service/')) return 'geodab';
  if (pathname.startsWith('/dmm/')) return 'documents';
  return pathname === '/csw' || pathname === '/oai' ? pathname.slice(1) : 'search';
}

/**
 * Starts DIAS's metadata documents (under `/dmm/doc`), landing and search pages, GEO DAB, a CSW (`/csw`) and an OAI-PMH
 * repository (`/oai`, in no setting) on one port, and holds the DOI agencies. Faults can be narrowed to a `part`: documents,
 * search, geodab, csw, oai.
 */
export async function startDiasSandbox(options: SandboxOptions): Promise<RunningSandbox> {
  const agencies = await acquireDoiAgencies();
  const start = startSandboxServer({
    port: options.port,
    latencyMs: options.latencyMs,
    fault: options.fault,
    name: 'dias',
    handle: answer,
    concerns: (where, request) => where.part === undefined || where.part === partOf(request.url),
  });
  const server = await start.catch(async (error: unknown) => {
    await agencies.release();
    throw error;
  });
  const { address } = server;
  const settings = {
    DIAS_DOC_URL: `${address}/dmm/doc`,
    DIAS_SEARCH_URL: address,
    DIAS_DATASETS: [...pageById.keys()].join(','),
    DIAS_CSW_URL: `${address}/csw`,
    GEODAB_URL: `${address}${GEODAB_PATH}`,
    ...agencies.settings,
  };
  const close = async (): Promise<void> => {
    await Promise.all([server.close(), agencies.release()]);
  };
  return { address, settings, close };
}
