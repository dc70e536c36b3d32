import type { SandboxRequest, SandboxResponse } from '../server.js';
import { answerDatacite } from './datacite.js';
import { answerJalc } from './jalc.js';
import { answerResolver } from './resolver.js';

const AGENCIES = [
  ['/doi/', answerResolver],
  ['/jalc/', answerJalc],
  ['/datacite/', answerDatacite],
] as const;

/** Answers a request to doi.org (under `/doi`), JaLC (`/jalc`) or DataCite (`/datacite`). */
export function answerAgency(request: SandboxRequest): SandboxResponse {
  const { pathname } = request.url;
  for (const [mount, answer] of AGENCIES)
    if (pathname.startsWith(mount)) return answer(request, pathname.slice(mount.length));
  return { status: 404, headers: { 'Content-Type': 'text/plain;charset=UTF-8' }, body: `no agency at ${pathname}` };
}
