/** What a landing page links to: data files under the configured address, and NIES's tools by their known addresses (fact sheets 4, 7). */
import { parseHttpUrl } from '../../common/identifiers.js';
import { sizeInBytes } from '../../common/vocabulary.js';
import type { Fields } from './fields.js';
import { needsPassword } from './status.js';

export interface LinkedFile {
  readonly name: string;
  readonly url: string;
  /** What the link says, where that is more than the name or "download". */
  readonly label: string | null;
  /** As printed beside the link. */
  readonly size: string | null;
  readonly bytes: number | null;
  /** What stands beside the link says that it needs a password. */
  readonly password: boolean;
}

export interface LinkedService {
  readonly kind: 'QUICKLOOK' | 'NRT' | 'TRAJECTORY' | 'TREND';
  readonly name: string;
  readonly url: string;
  readonly preliminary: boolean;
}

/** Where the database itself stands: its tools keep this address wherever the files are read from. */
const DATABASE = 'https://db.cger.nies.go.jp';
/** By path (fact sheet 7). No address of the quick plots is documented: they are known by what the link says. */
const SERVICES: readonly [LinkedService['kind'], RegExp][] = [
  ['NRT', /^\/portal\/ggtus(?:\/|$)/],
  ['TRAJECTORY', /^\/portal\/analyses\/trajectory(?:\/|$)|^\/ged\/metex(?:\/|$)/],
  ['TREND', /^\/portal\/analyses\/trend(?:\/|$)/],
];
const QUICK_PLOT = /quick[\s-]*(?:plot|look)|クイック\s*(?:プロット|ルック)/i;
const SAYS_NOTHING =
  /^(?:click here(?: to download)?|download(?: (?:here|data|file|the data))?|here|こちら|データの?ダウンロード|ダウンロード)$/i;
const SIZE = /\d{1,3}(?:,\d{3})*(?:\.\d+)?\s*(?:bytes?|[KMGT]i?B)(?![a-z])/gi;

/** More than a page of years of maps has. */
const MAX_FILES = 10_000;
/** In a longer paragraph what is said stands not beside the link. */
const MAX_CONTEXT = 1000;

/** A link's absolute address, read as https where the place is asked by https: pages are older than that (fact sheet 1). */
function absolute(href: string, page: string, secureHosts: ReadonlySet<string>): URL | null {
  let url: URL;
  try {
    url = new URL(href.trim(), page);
  } catch {
    return null;
  }
  if (parseHttpUrl(url.href) === null) return null;
  if (url.protocol === 'http:' && secureHosts.has(url.host)) url.protocol = 'https:';
  url.hash = '';
  return url;
}

/** The files' public address (fact sheet 4): pages print it wherever the files are read from. */
const PUBLIC_FILES = `${DATABASE}/nies_data`;

/**
 * Where a file is asked for: its printed address put under the configured one; null for an address that is no file's. The
 * URL parser has taken `..` out of the path of what a page prints.
 */
export function fileAddress(printed: string, filesUrl: string): string | null {
  // A server may take an encoded slash or dot for a plain one.
  if (printed.endsWith('/') || /%2e|%2f|%5c|\\/i.test(printed)) return null;
  const root = [filesUrl, PUBLIC_FILES].find((one) => printed.startsWith(`${one}/`));
  return root === undefined ? null : `${filesUrl}${printed.slice(root.length)}`;
}

function nameOf(url: URL): string {
  const last = url.pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

function labelOf(text: string, name: string): string | null {
  return text === '' || text === name || SAYS_NOTHING.test(text.normalize('NFKC')) ? null : text;
}

function fileOf(url: URL, text: string, context: string): LinkedFile {
  const name = nameOf(url);
  const sizes = context.normalize('NFKC').match(SIZE) ?? [];
  // Two sizes in one paragraph belong to two files, and nothing says which to which.
  const size = sizes.length === 1 ? (sizes[0] ?? null) : null;
  return {
    name,
    url: url.href,
    label: labelOf(text, name),
    size,
    bytes: size === null ? null : sizeInBytes(size),
    password: needsPassword(context),
  };
}

function serviceOf(url: URL, text: string): LinkedService | null {
  const kind = QUICK_PLOT.test(text) ? 'QUICKLOOK' : SERVICES.find(([, path]) => path.test(url.pathname))?.[0];
  if (kind === undefined) return null;
  return { kind, name: text === '' ? url.href : text, url: url.href, preliminary: kind === 'NRT' };
}

/** The files and services that a page links to, each address once. */
export function readLinks(
  { links }: Fields,
  page: string,
  filesUrl: string,
): { readonly files: readonly LinkedFile[]; readonly services: readonly LinkedService[] } {
  const files = new Map<string, LinkedFile>();
  const services = new Map<string, LinkedService>();
  const database = new Set([new URL(DATABASE).host, new URL(filesUrl).host]);
  const secureHosts = new Set([DATABASE, filesUrl].map((text) => new URL(text)).flatMap((url) => (url.protocol === 'https:' ? [url.host] : []))); // prettier-ignore
  for (const { link, context: paragraph } of links) {
    if (files.size >= MAX_FILES) break;
    const context = paragraph.length > MAX_CONTEXT ? '' : paragraph;
    const url = absolute(link.href, page, secureHosts);
    if (url === null) continue;
    const text = link.text;
    if (fileAddress(url.href, filesUrl) !== null) {
      const known = files.get(url.href);
      const file = fileOf(url, text, context);
      files.set(url.href, known === undefined ? file : { ...known, label: known.label ?? file.label });
      continue;
    }
    const service = database.has(url.host) ? serviceOf(url, text) : null;
    if (service !== null && !services.has(url.href)) services.set(url.href, service);
  }
  return { files: [...files.values()], services: [...services.values()] };
}
