/** The pages of DIAS: metadata documents, landing pages, the search page, the log-in (fact sheet 1, 3, 4). */
import type { SandboxRequest, SandboxResponse } from '../../../sandbox/server.js';
import { escapeXml } from '../../common/xml.js';
import { abstractOf, creatorNames, datasetsOn, holds, pageById, printedDoi, revisedAt, titleOf, type Dataset } from './datasets.js'; // prettier-ignore
import { label, SECTIONS, type Language, type SectionKey } from './labels.js';
import { conditional, html, page, prose } from './markup.js';
import { contentOf, type Content } from './sections.js';

const KEYS = Object.keys(SECTIONS).filter((key): key is SectionKey => key in SECTIONS);

function show(content: Content, language: Language): string {
  switch (content.kind) {
    case 'empty':
      return '';
    case 'text':
      return `<p>${prose(content.text)}</p>`;
    case 'lines':
      return `<ul>\n${content.lines.map((line) => `<li>${prose(line)}</li>\n`).join('')}</ul>`;
    case 'pairs':
      return `<table>\n${content.pairs.map(([key, value]) => `<tr><th>${label(key, language)}</th><td>${prose(value)}</td></tr>\n`).join('')}</table>`;
    case 'table': {
      const head = content.head.map((key) => `<th>${label(key, language)}</th>`).join('');
      const rows = content.rows.map((row) => `<tr>${row.map((cell) => `<td>${prose(cell)}</td>`).join('')}</tr>\n`);
      return `<table>\n<tr>${head}</tr>\n${rows.join('')}</table>`;
    }
  }
} // prettier-ignore

/** h2 for 1, h3 for 2.1, h4 for 2.2.1. */
function heading(key: SectionKey, language: Language, numbered: boolean): string {
  const [number, ja, en] = SECTIONS[key];
  const level = String(1 + number.split('.').length);
  const dot = number.includes('.') ? '' : '.';
  return `<h${level}>${numbered ? `${number}${dot} ` : ''}${escapeXml(language === 'ja' ? ja : en)}</h${level}>`;
}

function sections(dataset: Dataset, language: Language, numbered: boolean, address: string): string {
  return KEYS.map(
    (key) => `${heading(key, language, numbered)}\n${show(contentOf(dataset, key, language, address), language)}`,
  ).join('\n');
}

function document(dataset: Dataset, language: Language, address: string): string {
  const title = titleOf(dataset, language);
  return page(language, title, `<h1>${escapeXml(title)}</h1>\n${sections(dataset, language, true, address)}`);
}

/** `Creator. (year). title [Data set]. データ統合・解析システム(DIAS). https://doi.org/…` */
export function citation(dataset: Dataset, language: Language): string {
  const platform = language === 'ja' ? 'データ統合・解析システム(DIAS)' : 'Data Integration and Analysis System (DIAS)';
  const doi = printedDoi(dataset);
  const start = `${creatorNames(dataset, language).join(', ')}. (${dataset.held.issued.slice(0, 4)}). ${titleOf(dataset, language)} [Data set]. ${platform}.`;
  return doi === null ? start : `${start} https://doi.org/${doi}`;
} // prettier-ignore

/** The same sections without numbers, a citation line with a selector of styles, and the Mahalo Button where there is a DOI. */
function landing(dataset: Dataset, language: Language, address: string): string {
  const title = titleOf(dataset, language);
  const doi = printedDoi(dataset);
  const mahalo =
    doi === null
      ? ''
      : `<div class="mahalo-button" data-doi="${doi}"><button type="button">Mahalo <span>0</span></button></div>\n`;
  return page(
    language,
    `${title} | DIAS`,
    `<nav><a href="/${language}/dataset">DIAS</a></nav>
<main>
<h1>${escapeXml(title)}</h1>
<div class="citation"><p>${prose(citation(dataset, language))}</p>
<select name="style"><option>APA</option><option>BibTeX</option><option>RIS</option></select></div>
${mahalo}${sections(dataset, language, false, address)}
</main>
<footer>DIAS (sandbox)</footer>`,
  );
}

function notFound(language: Language): SandboxResponse {
  const text = language === 'ja' ? 'お探しのページは見つかりませんでした。' : 'The page could not be found.';
  return html(404, page(language, '404 Not Found', `<h1>404 Not Found</h1><p>${text}</p>`));
}

/** A free-word search: every word in title, abstract or keywords. Only `q` is known of it (fact sheet 1, [I]). */
function searchPage(parameters: URLSearchParams, language: Language): SandboxResponse {
  const words = (parameters.get('q') ?? '').normalize('NFKC').toLowerCase().split(/\s+/).filter((word) => word !== ''); // prettier-ignore
  const hits = datasetsOn('pages').filter((dataset) => {
    const own = dataset.work.keywords.map((keyword) => keyword[language]).join(' ');
    const text = `${titleOf(dataset, language)} ${abstractOf(dataset, language) ?? ''} ${own}`.normalize('NFKC').toLowerCase(); // prettier-ignore
    return words.every((word) => text.includes(word));
  });
  const items = hits.map(
    (dataset) =>
      `<li><a href="/${language}/dataset/${dataset.held.id}">${escapeXml(titleOf(dataset, language))}</a></li>\n`,
  );
  return html(200, page(language, 'DIAS Dataset Search', `<h1>DIAS Dataset Search</h1>\n<p>${String(hits.length)}</p>\n<ul>\n${items.join('')}</ul>`)); // prettier-ignore
}

/** `{ID}-{ORG}-{lang}.html`, or without ORG; what a data set has not is not there (fact sheet 1). */
function documentNamed(name: string): { readonly dataset: Dataset; readonly language: Language } | null {
  const [, id = '', org, language = ''] = /^([A-Za-z0-9_]+)(?:-([A-Za-z0-9_]+))?-(ja|en)\.html$/.exec(name) ?? [];
  const dataset = pageById.get(id);
  if (!dataset || (language !== 'ja' && language !== 'en')) return null;
  const { details } = dataset.held;
  return details.org === (org ?? null) && holds(details.documents, language) ? { dataset, language } : null;
}

const ROBOTS = `User-agent: *
Disallow: /dl/
Disallow: /cas/
Allow: /
`;

const LOGIN = `<form method="post"><input name="username" type="email"><input name="password" type="password">
<input type="hidden" name="execution" value="e1s1"><button>LOGIN</button></form>`;

/** Files are behind a log-in: whoever follows one of these links is sent there (fact sheet 4). */
function login(request: SandboxRequest, address: string): SandboxResponse {
  const language = request.url.pathname.endsWith('lang:en') ? 'en' : 'ja';
  const service = encodeURIComponent(request.url.href);
  const Location = `${address}/cas/login?service=${service}&locale=${language}`;
  return { status: 302, headers: { Location }, body: '' };
}

/** Answers what is a page; null for everything else. `address` is the sandbox's own. */
export function answerPage(request: SandboxRequest, address: string): SandboxResponse | null {
  const { pathname, searchParams } = request.url;
  if (pathname === '/robots.txt') return { status: 200, headers: { 'Content-Type': 'text/plain;charset=UTF-8' }, body: ROBOTS }; // prettier-ignore
  if (pathname.startsWith('/dl/storages/')) return login(request, address);
  if (pathname === '/cas/login') return html(200, page('ja', 'DIAS Login', LOGIN));
  const named = /^\/dmm\/doc\/([^/]+)$/.exec(pathname)?.[1];
  if (named !== undefined) {
    const found = documentNamed(named);
    if (!found) return notFound(named.endsWith('-en.html') ? 'en' : 'ja');
    return conditional(request, document(found.dataset, found.language, address), revisedAt(found.dataset));
  }
  const [, language, id] = /^\/(ja|en)\/dataset(?:\/([^/]*))?$/.exec(pathname) ?? [];
  if (language !== 'ja' && language !== 'en') return null;
  if (id === undefined) return searchPage(searchParams, language);
  const dataset = pageById.get(id);
  return dataset ? conditional(request, landing(dataset, language, address), revisedAt(dataset)) : notFound(language);
}
