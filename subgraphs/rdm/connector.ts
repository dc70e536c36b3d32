import type { UpstreamReader } from '../../upstream/client.js';
import { UpstreamMalformed } from '../../upstream/errors.js';
import type { RequestScope } from '../../upstream/scope.js';
import type { UpstreamAnswer, UpstreamRequest, UpstreamResponse } from '../../upstream/types.js';
import type { PersonKey, PersonRecord } from '../common/entity-records.js';
import { plainText } from '../common/localized-text.js';
import { commonMetadata, type CommonMetadata, type StatedMetadata } from '../common/common-metadata.js';
import type { Connector, HitPage, HitSearch, Tombstone, WorkFilter } from '../common/connector.js';
import { BadUserInput } from '../common/errors.js';
import type { CacheState, SharedRecord } from '../common/record.js';
import { mappedOnce } from '../common/mapped-once.js';
import { fold } from '../common/text.js';
import { publicOf, rdmCapabilities } from './capabilities.js';
import { readFolder } from './folders.js';
import { mapAccount } from './mapping-people.js';
import { mapNode, mapPeople, type People } from './mapping.js';
import {
  readRegistered,
  readRegisteredFiles,
  registeredElements,
  registeredFunding,
  type RegisteredParts,
} from './registered.js';
import { PREFIX, type RdmAccount, type RdmFile, type RdmRecord } from './record.js';
import {
  institutionsRequest,
  isGuid,
  isProvider,
  MAX_PAGE_SIZE,
  meRequest,
  nodeRequest,
  nodesByIdRequest,
  nodesRequest,
  partsRequest,
  queryPlan,
  RDM_PLATFORM,
  TOKEN_HEADER,
  type ListPage,
  type RdmServer,
} from './requests.js';
import {
  decodeChildren,
  decodeContributors,
  decodeInstitutions,
  decodeMe,
  decodeIsGone,
  decodeNode,
  decodeNodes,
} from './responses.js';
import type { NodeDocument, Page, ReadablePage } from './shapes.js';

/** Reads for one caller: with their token where they gave one. */
export type ReadAs = <T>(
  request: UpstreamRequest,
  decode: (response: UpstreamResponse) => T,
) => Promise<UpstreamAnswer<T>>;

/** One page of projects. */
export interface RdmPage {
  /** In the platform's order; without those that lack one of the query's words. */
  readonly hits: readonly RdmRecord[];
  /** Null where the platform does not tell, or compared only one of several words. */
  readonly total: number | null;
  readonly more: boolean;
  readonly cache: CacheState;
  /** What of the page could not be read, a sentence each. */
  readonly gaps: readonly string[];
}

/** What the resolvers and the catalog know of GakuNin RDM. */
export interface RdmConnector extends Connector {
  /** The caller's account. @throws UpstreamUnauthenticated without a valid token. */
  me(scope: RequestScope): Promise<RdmAccount | null>;
  institutions(user: string, scope: RequestScope): Promise<readonly string[]>;
  /** One page of what the caller may see, or of the caller's own. */
  projects(query: string | null, of: 'all' | 'mine', page: ListPage, scope: RequestScope): Promise<RdmPage>;
  project(id: string, scope: RequestScope): Promise<RdmRecord | null>;
  /** A project that was read for this request, if it was. */
  hit(id: string, scope: RequestScope): RdmRecord | undefined;
  people(guid: string, scope: RequestScope): Promise<People>;
  children(guid: string, scope: RequestScope): Promise<readonly RdmRecord[]>;
  /** One folder of one storage; null: there is none. */
  files(guid: string, provider: string, path: string, scope: RequestScope): Promise<readonly RdmFile[] | null>;
  /** Null: nothing is registered, or nothing that the caller may see. */
  metadata(guid: string, scope: RequestScope): Promise<CommonMetadata | null>;
}

/** Pages of a project's parts that are read at most: a list without end must not be walked. */
const MAX_PAGES = 20;
/** Pages of the web site whose path looks like a project's. */
const NO_PROJECTS = new Set(['about', 'login', 'terms']);
const PUBLIC_ONLY = `Only what is public was searched: send your personal access token in the header ${TOKEN_HEADER} to search your own projects too.`;
const PEOPLE_FILTERS = ['creator', 'orcid', 'affiliation', 'person'] as const satisfies readonly (keyof WorkFilter)[];

function guidOf(id: string): string | null {
  const guid = id.startsWith(PREFIX) ? id.slice(PREFIX.length) : '';
  return isGuid(guid) ? guid : null;
}

/** Where a page of a search begins, from a position that this connector gave: <page>.<size>. */
function pageAt(position: string | null, first: number): ListPage {
  if (position === null) return { page: 1, size: Math.min(Math.max(first, 1), MAX_PAGE_SIZE) };
  const [, page, size] = /^(\d{1,7})\.(\d{1,3})$/.exec(position) ?? [];
  if (page === undefined || size === undefined) {
    throw new BadUserInput('The position in GakuNin RDM is none: start the search again without a cursor.');
  }
  return { page: Number(page), size: Number(size) };
}

/** Whether a project has all of the words in its title, description or tags. */
function hasWords({ title, text, tags }: RdmRecord, words: readonly string[]): boolean {
  const all = fold([...(title?.values ?? []).map(({ value }) => value), text ?? '', ...tags].join(' '));
  return words.every((word) => all.includes(word));
}

/** A project that is there and cannot be read is none that is unknown. */
function unreadable(guid: string): UpstreamMalformed {
  return new UpstreamMalformed({
    platform: RDM_PLATFORM,
    message: `GakuNin RDM's record of ${guid} cannot be read.`,
  });
}

/** What of a page could not be read, for people. */
function gapsOf({ items, refused }: ReadablePage<NodeDocument>): string[] {
  const people = items.reduce((sum, { embeds }) => sum + (embeds?.contributors?.refused.length ?? 0), 0);
  return [
    ...(refused.length > 0 ? [`${String(refused.length)} record(s) of GakuNin RDM could not be read.`] : []),
    ...(people > 0 ? [`${String(people)} contributor(s) of projects of GakuNin RDM could not be read.`] : []),
  ];
}

const recordsOf = mappedOnce(
  (nodes: readonly NodeDocument[], retrieved): readonly RdmRecord[] => nodes.map((node) => mapNode(node, retrieved)),
  (records, retrieved) => records.map((record) => ({ ...record, retrieved })),
);

class Rdm implements RdmConnector {
  readonly platform = RDM_PLATFORM;
  readonly capabilities = rdmCapabilities;

  constructor(
    private readonly server: RdmServer,
    private readonly client: UpstreamReader,
  ) {}

  isRecordId(id: string): boolean {
    return guidOf(id) !== null;
  }

  recordIdOfUrl(url: string): string | null {
    const guid = /^https?:\/\/rdm\.nii\.ac\.jp\/([a-z0-9]{5})\/?$/.exec(url)?.[1];
    return guid === undefined || NO_PROJECTS.has(guid) ? null : `${PREFIX}${guid}`;
  }

  private token(scope: RequestScope): string | undefined {
    return scope.credentials.get(RDM_PLATFORM);
  }

  private as(scope: RequestScope): ReadAs {
    const credential = this.token(scope);
    return (request, decode) =>
      this.client.read(credential === undefined ? request : { ...request, credential }, decode, scope);
  }

  private read(scope: RequestScope): Map<string, RdmRecord> {
    return scope.memo('rdm.read', () => new Map<string, RdmRecord>());
  }

  hit(id: string, scope: RequestScope): RdmRecord | undefined {
    return this.read(scope).get(id);
  }

  /** What this request has read is not asked for again. */
  private remember(records: readonly RdmRecord[], scope: RequestScope): void {
    for (const record of records) this.read(scope).set(record.id, record);
  }

  /** The request's one answer to a question; a failure is forgotten, since a later asker may have more time. */
  private once<T>(question: string, scope: RequestScope, ask: () => Promise<T>): Promise<T> {
    const answers = scope.memo('rdm.answers', () => new Map<string, Promise<unknown>>());
    const known = answers.get(question);
    // Under a question there is only ever its own answer.
    if (known !== undefined) return known as Promise<T>;
    const asked = ask().catch((error: unknown) => {
      answers.delete(question);
      throw error;
    });
    answers.set(question, asked);
    return asked;
  }

  projects(query: string | null, of: 'all' | 'mine', page: ListPage, scope: RequestScope): Promise<RdmPage> {
    return this.list(query, of, null, page, scope);
  }

  private async list(
    query: string | null,
    of: 'all' | 'mine',
    isPublic: boolean | null,
    page: ListPage,
    scope: RequestScope,
  ): Promise<RdmPage> {
    const { word, others } = queryPlan(query);
    const request = nodesRequest({ of, word, public: isPublic }, page, this.server);
    const { value, retrieved } = await this.as(scope)(request, decodeNodes);
    const all = recordsOf(value.items, retrieved);
    const hits = all.filter((record) => hasWords(record, others));
    this.remember(hits, scope);
    const total = others.length > 0 ? null : value.total;
    return { hits, total, more: value.more, cache: retrieved.cache, gaps: gapsOf(value) };
  }

  async search(search: HitSearch, scope: RequestScope): Promise<HitPage> {
    const at = pageAt(search.position, search.first);
    const page = await this.list(search.query, 'all', publicOf(search.filter), at, scope);
    const wantsPeople = PEOPLE_FILTERS.some((field) => search.filter[field] !== undefined);
    const hits = wantsPeople ? await Promise.all(page.hits.map((hit) => this.withPeople(hit, scope))) : page.hits;
    const isPublicOnly = this.token(scope) === undefined;
    const messages = [...(isPublicOnly ? [PUBLIC_ONLY] : []), ...page.gaps];
    return {
      hits,
      total: page.total,
      totalKind: page.total === null ? 'UNKNOWN' : 'EXACT',
      next: page.more ? `${String(at.page + 1)}.${String(at.size)}` : null,
      cache: page.cache,
      partial: page.gaps.length > 0,
      message: messages.length === 0 ? null : messages.join(' '),
      ...(isPublicOnly ? { unauthorized: true as const } : {}),
    };
  }

  /** Many ids are one list request; one alone is asked for itself, since its own refusal says why it is not shown. */
  private async readNodes(guids: readonly string[], scope: RequestScope): Promise<(RdmRecord | Error | null)[]> {
    const read = this.as(scope);
    const [only] = guids;
    let records: RdmRecord[];
    let isUnreadable = (_guid: string): boolean => false;
    if (guids.length === 1 && only !== undefined) {
      const { value, retrieved } = await read(nodeRequest(only, this.server), decodeNode);
      records = value === null ? [] : [mapNode(value, retrieved)];
    } else {
      const { value, retrieved } = await read(nodesByIdRequest(guids, this.server), decodeNodes);
      records = [...recordsOf(value.items, retrieved)];
      // One that shows no id may be any of those that are missing.
      isUnreadable = (guid) => value.refused.some(({ id }) => id === guid || id === null);
    }
    this.remember(records, scope);
    return guids.map(
      (guid) => records.find((record) => record.guid === guid) ?? (isUnreadable(guid) ? unreadable(guid) : null),
    );
  }

  async project(id: string, scope: RequestScope): Promise<RdmRecord | null> {
    const guid = guidOf(id);
    if (guid === null) return null;
    const known = this.hit(id, scope);
    if (known !== undefined) return known;
    // One batch serves askers with different deadlines (a search's, the whole request's): it has the time of the one who has most.
    const asker = scope.memo('rdm.asker', () => ({ scope }));
    if (asker.scope.deadline < scope.deadline) asker.scope = scope;
    const loader = scope.loader<RdmRecord | null>(
      'rdm.nodes',
      (guids) => this.readNodes(guids, asker.scope),
      MAX_PAGE_SIZE,
    );
    try {
      return await loader.load(guid);
    } catch (error) {
      // A later asker may have more time.
      loader.clear(guid);
      throw error;
    }
  }

  async record(id: string, scope: RequestScope, wanted?: ReadonlySet<string>): Promise<SharedRecord | null> {
    const record = await this.project(id, scope);
    if (record === null) return null;
    const wantsPeople = ['creators', 'creatorNames', 'contributors'].some((field) => wanted?.has(field));
    const [withPeople, funding] = await Promise.all([
      wantsPeople ? this.withPeople(record, scope) : record,
      wanted?.has('funding') === true ? this.registered(record.guid, scope).then(registeredFunding) : undefined,
    ]);
    return funding === undefined ? withPeople : { ...withPeople, funding };
  }

  /** The platform does not tell when a project was deleted, and has no page of it. */
  async tombstone(id: string, scope: RequestScope): Promise<Tombstone | null> {
    const guid = guidOf(id);
    if (guid === null) return null;
    const { value: isGone } = await this.as(scope)(nodeRequest(guid, this.server), decodeIsGone);
    return isGone ? { id, platform: RDM_PLATFORM, deleted: null, url: null } : null;
  }

  /** A project with everyone who takes part: its own document names ten at most. */
  private async withPeople(record: RdmRecord, scope: RequestScope): Promise<RdmRecord> {
    return record.members === undefined ? { ...record, ...(await this.people(record.guid, scope)) } : record;
  }

  recordsByDoi(): Promise<readonly SharedRecord[]> {
    // No search of the platform's knows DOIs.
    return Promise.resolve([]);
  }

  /** Nobody's but the caller's own account can be read by an ORCID iD: the platform has no search for people. */
  async person({ orcid }: PersonKey, scope: RequestScope): Promise<PersonRecord | null> {
    if (orcid === null || this.token(scope) === undefined) return null;
    const me = await this.me(scope);
    if (me === null || me.orcid !== orcid) return null;
    const { name, affiliations } = me;
    return {
      platform: RDM_PLATFORM,
      orcid,
      nrid: null,
      eRadId: null,
      name: plainText(name),
      affiliations,
      awards: null,
    };
  }

  me(scope: RequestScope): Promise<RdmAccount | null> {
    return this.once('me', scope, async () => {
      const { value } = await this.as(scope)(meRequest(this.server), decodeMe);
      return value === null ? null : mapAccount(value);
    });
  }

  institutions(user: string, scope: RequestScope): Promise<readonly string[]> {
    return this.once(`institutions ${user}`, scope, async () => {
      const { value } = await this.as(scope)(institutionsRequest(user, this.server), decodeInstitutions);
      return value;
    });
  }

  /** Every page of a project's parts. */
  private async all<T>(
    guid: string,
    part: 'children' | 'contributors',
    decode: (response: UpstreamResponse) => Page<T>,
    scope: RequestScope,
  ): Promise<{ readonly items: readonly T[]; readonly retrieved: UpstreamAnswer<unknown>['retrieved'] | null }> {
    const items: T[] = [];
    let first: UpstreamAnswer<unknown>['retrieved'] | null = null;
    for (let page = 1; page <= MAX_PAGES; page += 1) {
      const { value, retrieved } = await this.as(scope)(partsRequest(guid, part, page, this.server), decode);
      items.push(...value.items);
      first ??= retrieved;
      if (!value.more) break;
    }
    return { items, retrieved: first };
  }

  people(guid: string, scope: RequestScope): Promise<People> {
    return this.once(`people ${guid}`, scope, async () =>
      mapPeople((await this.all(guid, 'contributors', decodeContributors, scope)).items),
    );
  }

  children(guid: string, scope: RequestScope): Promise<readonly RdmRecord[]> {
    return this.once(`children ${guid}`, scope, async () => {
      const { items, retrieved } = await this.all<NodeDocument>(guid, 'children', decodeChildren, scope);
      const records = retrieved === null ? [] : items.map((node) => mapNode(node, retrieved));
      this.remember(records, scope);
      return records;
    });
  }

  files(guid: string, provider: string, path: string, scope: RequestScope): Promise<readonly RdmFile[] | null> {
    if (!isProvider(provider)) {
      throw new BadUserInput(
        `provider is no storage: give its name at GakuNin RDM, such as osfstorage, s3 or nextcloud.`,
      );
    }
    return readFolder(guid, provider, path, this.server, this.as(scope));
  }

  private registered(guid: string, scope: RequestScope): Promise<RegisteredParts> {
    return this.once(`registered ${guid}`, scope, async () => {
      const node = this.hit(`${PREFIX}${guid}`, scope) ?? (await this.project(`${PREFIX}${guid}`, scope));
      // Others are refused (fact sheet 9), so they are not asked for.
      const mayReadDrafts = this.token(scope) !== undefined && node?.permissions.includes('admin') === true;
      return readRegistered(guid, mayReadDrafts, this.server, this.as(scope));
    });
  }

  async metadata(guid: string, scope: RequestScope): Promise<CommonMetadata | null> {
    const stated = await this.stated(guid, scope);
    return stated && commonMetadata(stated.given, stated.withheld);
  }

  async registeredMetadata(id: string, scope: RequestScope): Promise<StatedMetadata | null> {
    const guid = guidOf(id);
    return guid === null ? null : this.stated(guid, scope);
  }

  private async stated(guid: string, scope: RequestScope): Promise<StatedMetadata | null> {
    const [registered, files] = await Promise.all([
      this.registered(guid, scope),
      this.once(`files ${guid}`, scope, () => readRegisteredFiles(guid, this.server, this.as(scope))),
    ]);
    return registeredElements(registered, guid, this.token(scope) !== undefined, files);
  }
}

/** GakuNin RDM over the one upstream client. */
export function createRdmConnector(server: RdmServer, client: UpstreamReader): RdmConnector {
  return new Rdm(server, client);
}
