/** doi.org: which agency a DOI belongs to, and CSL-JSON by content negotiation (dias fact sheet 6.1). */
import type { SandboxRequest, SandboxResponse } from '../server.js';
import { creatorsOf, doiInPath, findDoi, type RegisteredDoi } from './registered.js';

const CSL = 'application/vnd.citationstyles.csl+json';

function text(status: number, body: string): SandboxResponse {
  return { status, headers: { 'Content-Type': 'text/plain;charset=UTF-8' }, body };
}

function json(value: unknown, type = 'application/json;charset=UTF-8'): SandboxResponse {
  return { status: 200, headers: { 'Content-Type': type }, body: JSON.stringify(value) };
}

/** An array with one object whether or not there is an agency; a plain text on errors. */
function agency(path: string): SandboxResponse {
  const doi = doiInPath(path);
  if (doi === null || doi === '') return text(400, 'Invalid DOI');
  if (!/^10\.\d{4,9}\/\S+$/.test(doi)) return json([{ DOI: doi, status: 'Invalid DOI' }]);
  const entry = findDoi(doi);
  if (!entry) return json([{ DOI: doi, status: 'DOI does not exist' }]);
  return json([{ DOI: doi, RA: entry.registration === 'unpublished' ? 'JaLC' : entry.registration }]);
}

function csl({ doi, work }: RegisteredDoi): Record<string, unknown> {
  return {
    type: 'dataset',
    id: `https://doi.org/${doi}`,
    DOI: doi,
    URL: `https://doi.org/${doi}`,
    title: work.title.en ?? work.title.ja,
    author: creatorsOf(work).map(({ family, given, orcid }) => ({
      family: family.en,
      given: given.en,
      ...(orcid === null ? {} : { ORCID: `https://orcid.org/${orcid}` }),
    })),
    issued: { 'date-parts': [work.issued.split('-').map(Number)] },
    publisher: work.publisher.en ?? work.publisher.ja,
    ...(work.version === null ? {} : { version: work.version }),
    ...(work.licence?.url === undefined || work.licence.url === null ? {} : { copyright: work.licence.url }),
  };
}

/** Answers what stands after doi.org's address; `path` without a slash in front. */
export function answerResolver(request: SandboxRequest, path: string): SandboxResponse {
  if (path.startsWith('doiRA/')) return agency(path.slice('doiRA/'.length));
  const entry = findDoi(doiInPath(path) ?? '');
  if (!entry || entry.registration === 'unpublished') return text(404, 'DOI Not Found');
  if (request.headers.accept?.includes(CSL) === true) return json(csl(entry), CSL);
  const headers = { Location: `https://landing.example.org/${encodeURIComponent(entry.work.key)}` };
  return { status: 302, headers, body: '' };
}
