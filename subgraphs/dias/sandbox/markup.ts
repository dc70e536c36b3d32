import { escapeXml } from '../../common/xml.js';
import type { SandboxResponse } from '../../../sandbox/server.js';
import { hash } from '../../../sandbox/world/ids.js';
import type { SandboxRequest } from '../../../sandbox/server.js';

/** Text as a page's author wrote it: line breaks, subscripts and named entities. */
export function prose(text: string): string {
  return escapeXml(text)
    .replaceAll('\n', '<br>\n')
    .replaceAll('CO2', 'CO<sub>2</sub>')
    .replaceAll('μ', '&mu;')
    .replace(/https?:\/\/[^\s<()（）、。]+/g, (url) => `<a href="${url}">${url}</a>`);
}

/** A whole page, in UTF-8 (fact sheet 3). Its style sheet holds what looks like a heading and is none. */
export function page(language: string, title: string, body: string): string {
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="UTF-8">
<title>${escapeXml(title)}</title>
<style>th { text-align: left } .empty::after { content: "1. 識別情報" }</style>
</head>
<body>
${body}
</body>
</html>
`;
}

export function html(status: number, body: string): SandboxResponse {
  return { status, headers: { 'Content-Type': 'text/html;charset=UTF-8' }, body };
}

/** Whether one of the tags that If-None-Match lists is this one; a weak one is as good. */
function sameTag(list: string, tag: string): boolean {
  return list.split(',').some((candidate) => ['*', tag, `W/${tag}`].includes(candidate.trim()));
}

/** A page that can be asked for conditionally: 304 without a body where the reader has it already (RFC 9110, 13.2.2). */
export function conditional(request: SandboxRequest, body: string, modified: Date): SandboxResponse {
  const tag = `"${hash(body).toString(16)}-${body.length.toString(16)}"`;
  const whole = new Date(Math.floor(modified.getTime() / 1000) * 1000);
  const validators = { ETag: tag, 'Last-Modified': whole.toUTCString(), 'Cache-Control': 'max-age=0' };
  const none = request.headers['if-none-match'];
  const since = Date.parse(request.headers['if-modified-since'] ?? '');
  const unchanged = none === undefined ? since >= whole.getTime() : sameTag(none, tag);
  if (unchanged) return { status: 304, headers: validators, body: '' };
  const answer = html(200, body);
  return { ...answer, headers: { ...answer.headers, ...validators } };
}
