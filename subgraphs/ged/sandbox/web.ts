/** What the simulated web server does for every page: errors, robots rules, conditional answers. */
import { createHash } from 'node:crypto';
import type { SandboxRequest, SandboxResponse } from '../../../sandbox/server.js';

const HTML = 'text/html';

const REASONS = { 401: 'Unauthorized', 403: 'Forbidden', 404: 'Not Found', 405: 'Method Not Allowed' } as const;

/** An error as a page in HTML, with no word on what was asked. */
export function errorPage(
  status: keyof typeof REASONS,
  headers: Readonly<Record<string, string>> = {},
): SandboxResponse {
  const reason = `${String(status)} ${REASONS[status]}`;
  return {
    status,
    headers: { 'Content-Type': `${HTML}; charset=iso-8859-1`, ...headers },
    body: `<!DOCTYPE HTML PUBLIC "-//IETF//DTD HTML 2.0//EN">\n<html><head>\n<title>${reason}</title>\n</head><body>\n<h1>${REASONS[status]}</h1>\n</body></html>\n`,
  };
}

/** The portal's pages and tools are none of a robot's business; landing pages and files are open. */
export function robots(): SandboxResponse {
  return {
    status: 200,
    headers: { 'Content-Type': 'text/plain' },
    body: 'User-agent: *\nDisallow: /portal/\nDisallow: /dataset/\n',
  };
}

/** A page with ETag and Last-Modified: 304 without a body where the reader has it already (ETags go before dates, RFC 9110, 13.2.2). */
export function page(request: SandboxRequest, html: string, modified: string): SandboxResponse {
  const etag = `"${createHash('sha1').update(html).digest('hex').slice(0, 16)}"`;
  const headers = { ETag: etag, 'Last-Modified': new Date(modified).toUTCString() };
  const { 'if-none-match': tags, 'if-modified-since': since } = request.headers;
  const known =
    tags !== undefined
      ? tags.split(',').some((tag) => ['*', etag].includes(tag.trim().replace(/^W\//, '')))
      : since !== undefined && Date.parse(since) >= Date.parse(modified);
  if (known) return { status: 304, headers, body: '' };
  // The character set is told in the page alone.
  return { status: 200, headers: { 'Content-Type': HTML, ...headers }, body: html };
}
