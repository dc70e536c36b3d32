import type { AccessRight, License } from '../common/record.js';
import type { LinkedFile } from './landing/links.js';
import type { LandingPage } from './landing/page.js';
import type { GedFileEntry, GedServiceEntry } from './record.js';
import { bothTexts } from './texts.js';
import { NO_TEXT } from '../common/localized-text.js';

/**
 * The files of both pages, each address once. Where a page says that a password is needed and not of which file, it is
 * needed for all.
 */
export function mapFiles(ja: LandingPage | null, en: LandingPage | null): GedFileEntry[] {
  const [inJa, inEn] = [ja, en].map((page) => new Map((page?.files ?? []).map((file) => [file.url, file])));
  const all = [...(ja?.files ?? []), ...(en?.files ?? [])];
  const marked = new Set(all.filter(({ password }) => password).map(({ url }) => url));
  const closed = (ja?.password ?? false) || (en?.password ?? false);
  const urls = new Map<string, LinkedFile>(all.map((file) => [file.url, file]));
  return [...urls.values()].map(({ name, url }) => {
    const [one, other] = [inJa?.get(url), inEn?.get(url)];
    const size = one?.size ?? other?.size ?? null;
    return {
      name,
      url,
      label: bothTexts(one?.label ?? null, other?.label ?? null),
      accessRight: marked.has(url) || (closed && marked.size === 0) ? 'RESTRICTED' : 'UNKNOWN',
      size,
      bytes: one?.bytes ?? other?.bytes ?? null,
    };
  });
}

/** The services that both pages link to, by kind and address. */
export function mapServices(ja: LandingPage | null, en: LandingPage | null): GedServiceEntry[] {
  // The pages link to the tool in their own language: one entry for a tool, wherever its two addresses differ by language.
  const toolOf = (kind: string, url: string): string => `${kind} ${url.replace(/[?&]lang=\w+|\/(?:ja|en)(?=\/)/g, '')}`;
  const english = new Map((en?.services ?? []).map((service) => [toolOf(service.kind, service.url), service]));
  const services = (ja?.services ?? []).map((service): GedServiceEntry => {
    const tool = toolOf(service.kind, service.url);
    const other = english.get(tool);
    english.delete(tool);
    return { ...service, name: bothTexts(service.name, other?.name ?? null) ?? NO_TEXT };
  });
  const rest = [...english.values()].map((service) => ({ ...service, name: bothTexts(null, service.name) ?? NO_TEXT }));
  return [...services, ...rest];
}

const OPEN_LICENCE = /^(?:CC0|CC-BY)-/;

/** Only what is stated: a password, or an open licence. A link to a file says nothing of who may use it. */
export function accessRightOf(
  pages: readonly LandingPage[],
  files: readonly GedFileEntry[],
  license: License | null,
): AccessRight {
  const closed = files.filter(({ accessRight }) => accessRight === 'RESTRICTED').length;
  if (closed > 0 ? closed === files.length : pages.some(({ password }) => password)) return 'RESTRICTED';
  return OPEN_LICENCE.test(license?.spdx ?? '') ? 'OPEN' : 'UNKNOWN';
}
