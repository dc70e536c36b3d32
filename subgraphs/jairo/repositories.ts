import type { RecordPlace } from './record.js';

/** One repository: its public host name, and the address under which it is asked. */
export interface Repository {
  readonly id: string;
  /** No slash at its end. */
  readonly baseUrl: string;
}

/** A host of JAIRO Cloud by its name. Others are known only where they are configured (fact sheet 1). */
const JAIRO_HOST = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+repo\.nii\.ac\.jp$/;

/** The form of an id: a host, with a port and a path where a mirror has them. */
const REPOSITORY_ID = /^[a-z0-9.-]+(?::\d+)?(?:\/[\w.~-]+)*$/i;
const RECID = /^[1-9]\d{0,14}$/;
const IRDB_ID = /^irdb\/(\d{5}\/\d{10})$/;

/** Whether a host name is one of JAIRO Cloud. */
export function isJairoHost(host: string): boolean {
  return JAIRO_HOST.test(host);
}

/**
 * Reads one entry of JAIRO_REPOSITORIES: a base URL, or `id=URL` where the public host name is served at another address
 * (a mirror, a test). Without an id it is what the address names: host, port, path.
 * @throws Error that says what is wrong with the entry.
 */
export function parseRepository(entry: string): Repository {
  const text = entry.trim();
  const named = /^([^=/:]+(?::\d+)?(?:\/[^=:]*)?)=(https?:\/\/.*)$/i.exec(text);
  const address = named?.[2] ?? text;
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    throw new Error(`"${text}" is neither a base URL nor <host name>=<base URL>`);
  }
  if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.search !== '' || url.hash !== '') {
    throw new Error(`"${text}" must be an http(s) base URL without user, query and fragment`);
  }
  const path = url.pathname.replace(/\/+$/, '');
  const id = (named?.[1] ?? `${url.host}${path}`).toLowerCase();
  if (!REPOSITORY_ID.test(id) || id === 'irdb') throw new Error(`"${id}" is no name for a repository`);
  return { id, baseUrl: `${url.protocol}//${url.host}${path}` };
}

/** The repositories that can be asked: the configured ones and every host of JAIRO Cloud. Pure. */
export class Repositories {
  private readonly byId: ReadonlyMap<string, Repository>;

  constructor(readonly configured: readonly Repository[]) {
    this.byId = new Map(configured.map((repository) => [repository.id, repository]));
  }

  /** The repository of an id, or null where it is neither configured nor a host of JAIRO Cloud. */
  find(id: string): Repository | null {
    const known = this.byId.get(id.toLowerCase());
    if (known !== undefined) return known;
    const host = id.toLowerCase();
    return isJairoHost(host) ? { id: host, baseUrl: `https://${host}` } : null;
  }

  /**
   * Where a landing page's address leads: `/records/N` of a repository that can be asked (also at the address of a mirror),
   * or WEKO2's `?action=repository_uri&item_id=N`, which nginx redirects there (fact sheet 1). Null for any other address.
   */
  placeOfUrl(address: string): RecordPlace | null {
    // Most of the many addresses in hits lead elsewhere: to parse them all is what costs.
    if (!/\/records\/\d|item_id=/.test(address)) return null;
    let url: URL;
    try {
      url = new URL(address.trim());
    } catch {
      return null;
    }
    if (!/^https?:$/.test(url.protocol)) return null;
    const page = /^(.*)\/records\/(\d+)(?:\.\d+)?\/?$/.exec(url.pathname);
    const old = url.searchParams.get('action') === 'repository_uri' ? url.searchParams.get('item_id') : null;
    const recid = page?.[2] ?? old ?? '';
    const path = page === null ? url.pathname.replace(/\/(?:index\.php|)$/, '') : (page[1] ?? '');
    return this.placeAt(`${url.host}${path}`, recid) ?? this.placeAt(this.idAt(`${url.origin}${path}`), recid);
  }

  /**
   * The record that an OAI identifier names, where its prefix is a repository's own host; null for other prefixes, since
   * they are configuration values that need not be a host (fact sheet 1).
   */
  placeOfOai(identifier: string): RecordPlace | null {
    return this.placeAt(prefixOf(identifier), recidOf(identifier) ?? '');
  }

  private idAt(baseUrl: string): string | null {
    return this.configured.find((repository) => repository.baseUrl === baseUrl)?.id ?? null;
  }

  private placeAt(id: string | null, recid: string): RecordPlace | null {
    const repository = id === null ? null : this.find(id);
    return repository === null ? null : this.place(repository.id, recid);
  }

  /** A record's place by repository and record number, or null where the number has not its form. */
  place(repository: string, recid: string): RecordPlace | null {
    const number = recid.replace(/^0+(?=\d)/, '');
    return RECID.test(number) ? { id: `jairo:${repository}/${number}`, repository, recid: number } : null;
  }
}

/** What a record id of this platform names. */
export type RecordName =
  | { readonly kind: 'item'; readonly repository: string; readonly recid: string }
  | { readonly kind: 'irdb'; readonly recid: string };

/** Reads `jairo:<host>/<recid>` or `jairo:irdb/<5 digits>/<10 digits>`; null for anything else. */
export function parseRecordId(id: string): RecordName | null {
  if (!id.startsWith('jairo:')) return null;
  const name = id.slice('jairo:'.length);
  const irdb = IRDB_ID.exec(name)?.[1];
  if (irdb !== undefined) return { kind: 'irdb', recid: irdb };
  const split = name.lastIndexOf('/');
  const repository = name.slice(0, Math.max(0, split));
  const recid = name.slice(split + 1);
  return REPOSITORY_ID.test(repository) && RECID.test(recid) && !/^irdb(?:\/|$)/i.test(repository)
    ? { kind: 'item', repository: repository.toLowerCase(), recid }
    : null;
}

/** The OAI identifier of a record: the number is padded to 8 digits (fact sheet 2.4). */
export function oaiIdentifier(prefix: string, recid: string): string {
  return `oai:${prefix}:${recid.padStart(8, '0')}`;
}

/** The host in an OAI identifier: a configuration value of the repository that may differ from its host (fact sheet 1). */
export function prefixOf(identifier: string): string | null {
  return /^oai:(.+):\d+$/.exec(identifier)?.[1] ?? null;
}

/** The record number in an OAI identifier of WEKO3, without its zeros. */
export function recidOf(identifier: string): string | null {
  const digits = /:(\d+)$/.exec(identifier)?.[1]?.replace(/^0+(?=\d)/, '');
  return digits !== undefined && RECID.test(digits) ? digits : null;
}
