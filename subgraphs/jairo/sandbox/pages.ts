import type { SandboxResponse } from '../../../sandbox/server.js';
import { escapeXml } from '../../common/xml.js';
import { METADATA_FORMATS } from '../fixtures/metadata-formats.js';
import { recordUrl, type SandboxItem, type SandboxRepository } from './repositories.js';

const HTML = { 'Content-Type': 'text/html; charset=utf-8' };

function page(status: number, title: string, body: string): SandboxResponse {
  return {
    status,
    headers: HTML,
    body: `<!DOCTYPE html>\n<html lang="ja"><head><meta charset="utf-8"><title>${escapeXml(title)}</title></head><body>${body}</body></html>\n`,
  };
}

/** What nginx answers for a desktop browser's User-Agent on /oai (fact sheet 1). */
export function notAcceptable(): SandboxResponse {
  return {
    status: 406,
    headers: { 'Content-Type': 'text/html' },
    body: '<html>\r\n<head><title>406 Not Acceptable</title></head>\r\n<body>\r\n<center><h1>406 Not Acceptable</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n',
  };
}

export function notFound(): SandboxResponse {
  return page(404, '404 Not Found', '<h1>ページが見つかりません</h1>');
}

export function loginPage(): SandboxResponse {
  return page(
    200,
    'ログイン',
    '<h1>ログイン</h1><form method="post"><input name="email"><input name="password" type="password"></form>',
  );
}

/** Signposting: one Link header with the DOI, the exports and every OAI-PMH format (fact sheet 7). */
function linkHeader(repository: SandboxRepository, item: SandboxItem): string {
  const record = recordUrl(repository, item.recid);
  const doi = item.held?.work.doi;
  const formats = METADATA_FORMATS.filter(({ prefix }) => repository.profile.metadataPrefixes.includes(prefix)).map(
    ({ prefix, namespace }) =>
      `<https://${repository.host}/oai?verb=GetRecord&metadataPrefix=${prefix}&identifier=${item.oaiIdentifier}>; rel="describedby"; type="application/xml"; formats="${namespace}"`,
  );
  return [
    ...(doi === undefined || doi === null ? [] : [`<https://doi.org/${doi}>; rel="cite-as"`]),
    `<${record}/export/json>; rel="describedby"; type="application/json"`,
    `<${record}/export/bibtex>; rel="describedby"; type="application/x-bibtex"`,
    ...formats,
  ].join(', ');
}

/** The landing page of an item; HEAD on v2.0.0 carries the Signposting header. */
export function landingPage(repository: SandboxRepository, recid: string, method: string): SandboxResponse {
  const item = repository.items.find((candidate) => candidate.recid === recid);
  if (!item) return notFound();
  if (item.state === 'deleted' || item.held === null)
    return page(410, '410 Gone', '<h1>このアイテムは削除されました</h1>');
  if (item.state !== 'public') return { status: 302, headers: { ...HTML, Location: '../login/' }, body: '' };
  if (method === 'HEAD' && repository.profile.version !== '1.0.8') {
    return { status: 200, headers: { ...HTML, Link: linkHeader(repository, item) }, body: '' };
  }
  const { title, abstract } = item.held.work;
  const heading = title.ja ?? title.en ?? `${repository.host} ${recid}`;
  return page(200, heading, `<h1>${escapeXml(heading)}</h1><p>${escapeXml(abstract.ja ?? abstract.en ?? '')}</p>`);
}

/** A file: its bytes where it is open, otherwise the way to the login page, which is HTML and 200 (fact sheet 6). */
export function fileAnswer(repository: SandboxRepository, recid: string, name: string, today: string): SandboxResponse {
  const item = repository.items.find((candidate) => candidate.recid === recid && candidate.state === 'public');
  const file = item?.held?.work.files.find((candidate) => candidate.name === name);
  if (!file) return notFound();
  const open =
    (file.access === 'open' || file.access === 'embargoed') &&
    (file.availableFrom === null || file.availableFrom <= today);
  if (!open) return { status: 302, headers: { ...HTML, Location: '../../../login/' }, body: '' };
  return {
    status: 200,
    headers: { 'Content-Type': file.mediaType },
    body: `${file.name}: simulated content of ${recordUrl(repository, recid)}\n`,
  };
}
