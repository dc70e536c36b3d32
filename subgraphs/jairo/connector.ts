import type { UpstreamReader } from '../../upstream/client.js';
import type { RequestScope } from '../../upstream/scope.js';
import type { UpstreamResponse } from '../../upstream/types.js';
import type {
  Capabilities,
  Connector,
  Tombstone,
  FilterField,
  FilterSupport,
  HitPage,
  HitSearch,
  WorkFilter,
} from '../common/connector.js';
import { BadUserInput } from '../common/errors.js';
import { mappedOnce } from '../common/mapped-once.js';
import { readXmlDocument } from '../common/xml-document.js';
import { irdbHit } from './hits.js';
import { HostSearch } from './host-search.js';
import { Hosts } from './hosts.js';
import { readIrdbFeed, type IrdbEntry, type IrdbPage } from './irdb.js';
import { Lists } from './lists.js';
import type { FullJairoItem, JairoItemRecord } from './record.js';
import { parseRecordId, Repositories, type Repository } from './repositories.js';
import { irdbCount, irdbRequest, PLATFORM, type IrdbQuery } from './requests.js';
import { SeenRecords } from './seen.js';

/** Where JAIRO Cloud is found. */
export interface JairoServers {
  readonly repositories: readonly Repository[];
  /** No slash at its end. */
  readonly irdbUrl: string;
}

/** One page of IRDB's answer, as hits. */
export interface IrdbHits {
  /** Each record once: of two entries that lead to the same record, the first. */
  readonly hits: readonly JairoItemRecord[];
  /** As many as IRDB counts: entries that lead to the same record are that record again. */
  readonly entries: readonly JairoItemRecord[];
  /** IRDB's own 1-based place of each hit. */
  readonly places: readonly number[];
  readonly total: number | null;
  readonly cache: HitPage['cache'];
  /** The 1-based start of the next page; null at the end. */
  readonly next: number | null;
}

/** What the resolvers and the catalog know of JAIRO Cloud. */
export interface JairoConnector extends Connector {
  readonly repositories: Repositories;
  readonly hosts: Hosts;
  readonly lists: Lists;
  readonly hostSearch: HostSearch;
  /** One page of a search over all repositories. @throws UpstreamError */
  irdb(query: IrdbQuery, start: number, first: number, scope: RequestScope): Promise<IrdbHits>;
  /** A record of a repository, or of IRDB's own as a search gave it lately. */
  record(id: string, scope: RequestScope): Promise<JairoItemRecord | null>;
  /** A record at its repository, deleted ones included; null: not known, or not at a repository that can be asked. @throws UpstreamError */
  item(id: string, scope: RequestScope): Promise<FullJairoItem | null>;
  /** The record as it was read for this request or, of a record of IRDB's own, for an earlier one; undefined: not seen. */
  hit(id: string, scope: RequestScope): JairoItemRecord | undefined;
}

const NO_SUCH_FILTER = 'IRDB, through which the repositories are searched, cannot search by';
const UNSUPPORTED: Readonly<Partial<Record<FilterField, string>>> = {
  types: `${NO_SUCH_FILTER} resource type, and its hits do not carry it.`,
  accessRights: `${NO_SUCH_FILTER} access right, and its hits do not carry it.`,
  affiliation: `${NO_SUCH_FILTER} affiliation.`,
  funder: `${NO_SUCH_FILTER} funder.`,
  awardNumber: `${NO_SUCH_FILTER} grant number.`,
  hasFile: `${NO_SUCH_FILTER} presence of files, and its hits do not carry them.`,
  bbox: `${NO_SUCH_FILTER} area.`,
  ror: `${NO_SUCH_FILTER} ROR id.`,
  awardId: `${NO_SUCH_FILTER} grant number.`,
};

/** IRDB has no filter of years or languages (fact sheet 8), but its hits carry the date and the language. */
function support(field: FilterField, filter: WorkFilter): FilterSupport {
  const reason = UNSUPPORTED[field];
  if (reason !== undefined) return { unsupported: reason };
  if (field === 'orcid' || field === 'person') {
    const both = filter.orcid !== undefined && filter.person !== undefined;
    return both ? { unsupported: `${NO_SUCH_FILTER} two authors' identifiers at once.` } : 'native';
  }
  return field === 'creator' || field === 'publisher' ? 'native' : 'records';
}

/** IRDB takes one identifier of an author (authorid, fact sheet 8): the one that says most. */
function authorIdOf({ orcid, person }: WorkFilter): string | undefined {
  return orcid ?? person?.orcid ?? person?.nrid ?? person?.eRadId ?? undefined;
}

const CAPABILITIES: Capabilities = {
  filter: support,
  sorts: ['RELEVANCE'],
  maxPageSize: 100,
  metadataLanguage: 'ja',
  everyWord: true,
  totalsAreRough: true,
  description: [
    'Searches all Japanese repositories through IRDB: words, creator, identifier of a creator, publisher; years and languages are checked on the hits',
    'Sorts by relevance alone; 100 hits to a page',
    'Reads a hit at *.repo.nii.ac.jp and at configured repositories from the repository itself (OAI-PMH, JPCOAR 2.0 or 1.0)',
    'Searches single repositories (OpenSearch) and lists their records (OAI-PMH) by their own fields',
  ],
};

const NOTHING_TO_SEARCH = 'IRDB answers with nothing without a search term, a creator or a publisher: give a query.';

function decodeIrdb({ body }: UpstreamResponse): IrdbPage {
  return readIrdbFeed(readXmlDocument(body));
}

/** DOIs of one request that are looked up at every configured repository. */
const MAX_LOOKED_UP = 2;

/** Where a page begins, from a position that this connector gave. */
function startOf(position: string | null): number {
  if (position === null) return 1;
  if (!/^[1-9]\d{0,8}$/.test(position)) {
    throw new BadUserInput('The position in JAIRO Cloud is none: start the search again without a cursor.');
  }
  return Number(position);
}

/** The hits of a page without those whose record stands before them, each with its place. */
function eachOnce(all: readonly JairoItemRecord[], start: number): Pick<IrdbHits, 'hits' | 'places'> {
  const first = new Map<string, number>();
  all.forEach(({ id }, index) => {
    if (!first.has(id)) first.set(id, index);
  });
  const kept = [...first.values()];
  return { hits: kept.flatMap((index) => all[index] ?? []), places: kept.map((index) => start + index) };
}

class Jairo implements JairoConnector {
  readonly platform = PLATFORM;
  readonly capabilities = CAPABILITIES;
  readonly repositories: Repositories;
  readonly hosts: Hosts;
  readonly lists: Lists;
  readonly hostSearch: HostSearch;
  private readonly seen = new SeenRecords();
  private readonly irdbHits = mappedOnce(
    (entries: readonly IrdbEntry[], retrieved): readonly JairoItemRecord[] =>
      entries.map((entry) => irdbHit(entry, this.repositories, retrieved)),
    (hits, retrieved) => hits.map((hit) => ({ ...hit, retrieved })),
  );

  constructor(
    private readonly servers: JairoServers,
    private readonly client: UpstreamReader,
  ) {
    this.repositories = new Repositories(servers.repositories);
    const idOfUrl = (url: string): string | null => this.recordIdOfUrl(url);
    this.hosts = new Hosts(client, idOfUrl);
    this.lists = new Lists(client, this.hosts, this.repositories, idOfUrl, this.seen);
    this.hostSearch = new HostSearch(client, this.repositories, idOfUrl, this.seen);
  }

  isRecordId(id: string): boolean {
    return parseRecordId(id) !== null;
  }

  recordIdOfUrl(url: string): string | null {
    const place = url.startsWith('oai:') ? this.repositories.placeOfOai(url) : this.repositories.placeOfUrl(url);
    return place?.id ?? null;
  }

  hit(id: string, scope: RequestScope): JairoItemRecord | undefined {
    return this.seen.find(id, scope);
  }

  async irdb(query: IrdbQuery, start: number, first: number, scope: RequestScope): Promise<IrdbHits> {
    const request = irdbRequest(this.servers.irdbUrl, query, start, irdbCount(first));
    const { value, retrieved } = await this.client.read(request, decodeIrdb, scope);
    const entries = this.irdbHits(value.entries, retrieved);
    const { hits, places } = eachOnce(entries, start);
    this.seen.remember(hits, scope);
    const end = start + value.entries.length;
    const more = end > start && value.total !== null && end <= value.total;
    return { hits, entries, places, total: value.total, cache: retrieved.cache, next: more ? end : null };
  }

  async search({ query, filter, position, first }: HitSearch, scope: RequestScope): Promise<HitPage> {
    const { creator: author, publisher } = filter;
    const authorId = authorIdOf(filter);
    const criteria = { q: query, author, authorId, publisher };
    if (query === null && [author, authorId, publisher].every((value) => value === undefined)) {
      return {
        hits: [],
        total: 0,
        totalKind: 'EXACT',
        next: null,
        cache: 'HIT',
        partial: false,
        message: NOTHING_TO_SEARCH,
        notSearched: true,
      };
    }
    const { entries, total, cache, next } = await this.irdb(criteria, startOf(position), first, scope);
    return {
      hits: entries,
      total,
      totalKind: total === null ? 'UNKNOWN' : 'EXACT',
      next: next === null ? null : String(next),
      cache,
      partial: false,
      message: null,
    };
  }

  /** Read once per request: whoever asks for the same record while it is on its way, or later, gets the same. A failure is not kept. */
  item(id: string, scope: RequestScope): Promise<FullJairoItem | null> {
    const items = scope.memo('jairo.items', () => new Map<string, Promise<FullJairoItem | null>>());
    const known = items.get(id);
    if (known !== undefined) return known;
    const reading = this.read(id, scope);
    items.set(id, reading);
    reading.catch(() => items.delete(id));
    return reading;
  }

  private async read(id: string, scope: RequestScope): Promise<FullJairoItem | null> {
    const name = parseRecordId(id);
    if (name?.kind !== 'item') return null;
    const repository = this.repositories.find(name.repository);
    const place = repository === null ? null : this.repositories.place(repository.id, name.recid);
    if (repository === null || place === null) return null;
    const item = await this.hosts.item(repository, place, scope);
    if (item !== null) this.seen.remember([item], scope);
    return item;
  }

  /**
   * A record of IRDB's own cannot be read by itself: it is what a search gave, with the fields that IRDB has, or null. Null
   * also for a deleted one, of which nothing is told but that.
   */
  async record(id: string, scope: RequestScope): Promise<JairoItemRecord | null> {
    if (parseRecordId(id)?.kind === 'irdb') return this.hit(id, scope) ?? null;
    const item = await this.item(id, scope);
    return item?.deleted === true ? null : item;
  }

  /** Withdrawn, and also not public for now: the repository does not tell the one from the other (fact sheet 2.7). */
  async tombstone(id: string, scope: RequestScope): Promise<Tombstone | null> {
    const item = await this.item(id, scope);
    if (item?.deleted !== true) return null;
    return { id, platform: 'JAIRO_CLOUD', deleted: item.datestamp ?? null, url: item.url };
  }

  /**
   * There is no look-up by DOI over all repositories. Found is what this request has read, else a record that this process
   * has seen to have the DOI, or whose number the DOI is (fact sheet 6) at a repository seen to number its DOIs so; the
   * latter two are read, and believed only if they state this very DOI. For any other DOI the configured repositories are
   * asked, each of them, and only for a request that wants to know of one or two: of a hundred DOIs it would be too many.
   */
  async recordsByDoi(doi: string, scope: RequestScope): Promise<readonly JairoItemRecord[]> {
    const read = this.seen.withDoi(doi, scope);
    if (read.some(({ repository }) => repository !== null)) return read;
    for (const id of this.seen.candidates(doi, this.repositories)) {
      const item = await this.item(id, scope);
      if (item?.doi === doi) return [...read, item];
    }
    return [...read, ...(await this.lookedUp(doi, scope))];
  }

  private lookedUp(doi: string, scope: RequestScope): Promise<readonly JairoItemRecord[]> {
    const lookUp = (one: string): Promise<readonly JairoItemRecord[] | Error> =>
      this.hostSearch.byDoi(one, scope).catch((error: unknown) => error as Error);
    return scope
      .loader<readonly JairoItemRecord[]>('jairo.dois', (dois) =>
        dois.length > MAX_LOOKED_UP ? Promise.resolve(dois.map(() => [])) : Promise.all(dois.map(lookUp)),
      )
      .load(doi);
  }
}

/** The connector of JAIRO Cloud over the one HTTP client. */
export function createJairoConnector(servers: JairoServers, client: UpstreamReader): JairoConnector {
  return new Jairo(servers, client);
}
