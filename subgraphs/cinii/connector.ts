import type { UpstreamReader } from '../../upstream/client.js';
import { UpstreamError } from '../../upstream/errors.js';
import type { RequestScope } from '../../upstream/scope.js';
import { leastFresh } from '../common/cache-state.js';
import type { Connector, HitPage, HitSearch, WorkFilter } from '../common/connector.js';
import { BadUserInput } from '../common/errors.js';
import { mappedOnce } from '../common/mapped-once.js';
import type { CacheState, ReadLanguage, Retrieval } from '../common/record.js';
import type { AwardKey, AwardRecord, PersonKey, PersonRecord } from '../common/entity-records.js';
import { ciniiCapabilities, ciniiFilterOf, typePlan } from './capabilities.js';
import { awardOfProject, findPerson, findResearchers, projectsOfNumber } from './entities.js';
import { mapDetail, mapHit, mergeHits } from './mapping.js';
import { otherForm } from './other-form.js';
import {
  faultsOf,
  lost,
  MANY_RESEARCHERS,
  NO_RESEARCHER,
  nothing,
  NOTHING_TO_SEARCH,
  type OneAnswer,
} from './page-report.js';
import { PREFIX, type CiniiRecord, type FullCiniiRecord } from './record.js';
import {
  detailRequest,
  hasCriterion,
  isCrid,
  MAX_COUNT,
  NARROW,
  searchRequest,
  WINDOW,
  type CiniiCriteria,
  type CiniiServer,
} from './requests.js';
import { decodeDetail, decodeSearch, type SearchAnswer } from './responses.js';

/** One page of a search, in the languages wanted. */
export interface CiniiPage {
  /** In the platform's order. */
  readonly hits: readonly CiniiRecord[];
  /** The platform's own number, also above the window. */
  readonly total: number;
  readonly cache: CacheState;
  /** The language whose answer failed although the other one's came. */
  readonly missing: ReadLanguage | null;
  /** How many records stood on the page, read or not. */
  readonly size: number;
  /** Records of the page that could not be read. */
  readonly unreadable: number;
  /** Records that were read in Japanese, but could not be in English. */
  readonly withoutEnglish: number;
}

/** What the resolvers and the catalog know of CiNii Research. */
export interface CiniiConnector extends Connector {
  /**
   * One page of a search; `count` beyond the window is cut to what is left of it.
   * @throws BadUserInput for what the platform cannot do, UpstreamError where no language's answer came.
   */
  page(
    criteria: CiniiCriteria,
    languages: readonly ReadLanguage[],
    start: number,
    count: number,
    scope: RequestScope,
  ): Promise<CiniiPage>;
  record(id: string, scope: RequestScope): Promise<FullCiniiRecord | null>;
  /** The hit of a record that was read for this request, if one was. */
  hit(id: string, scope: RequestScope): CiniiRecord | undefined;
}

const NO_PAGE: CiniiPage = {
  hits: [],
  total: 0,
  cache: 'HIT',
  missing: null,
  size: 0,
  unreadable: 0,
  withoutEnglish: 0,
};
function cridOf(id: string): string | null {
  const crid = id.startsWith(PREFIX) ? id.slice(PREFIX.length) : '';
  return isCrid(crid) ? crid : null;
}

/** Where a page begins, from a position that this connector gave. */
function startOf(position: string | null): number {
  if (position === null) return 1;
  const start = Number(position);
  if (!/^\d{1,6}$/.test(position) || start < 1) {
    throw new BadUserInput('The position in CiNii Research is none: start the search again without a cursor.');
  }
  return start;
}

function hitsOf(scope: RequestScope): Map<string, CiniiRecord> {
  return scope.memo('cinii.hits', () => new Map<string, CiniiRecord>());
}

/** The subgraph and the catalog answer from what this request has already read; a hit in more languages replaces one in fewer. */
function remember(hits: readonly CiniiRecord[], scope: RequestScope): void {
  const known = hitsOf(scope);
  for (const hit of hits) {
    if ((known.get(hit.id)?.readIn?.length ?? 0) <= (hit.readIn?.length ?? 0)) known.set(hit.id, hit);
  }
}

const stamped = <R extends CiniiRecord>(record: R, retrieved: Retrieval): R => ({ ...record, retrieved });
const detailOf = mappedOnce(mapDetail, stamped);
const hitsIn = (language: ReadLanguage) =>
  mappedOnce(
    (items: SearchAnswer['items'], retrieved: Retrieval) => items.map((item) => mapHit(item, language, retrieved)),
    (hits, retrieved) => hits.map((hit) => stamped(hit, retrieved)),
  );
const HITS = { ja: hitsIn('ja'), en: hitsIn('en') };

class Cinii implements CiniiConnector {
  readonly platform = 'CINII_RESEARCH' as const;
  readonly capabilities = ciniiCapabilities;

  constructor(
    private readonly server: CiniiServer,
    private readonly client: UpstreamReader,
  ) {}

  isRecordId(id: string): boolean {
    return cridOf(id) !== null;
  }

  hit(id: string, scope: RequestScope): CiniiRecord | undefined {
    return hitsOf(scope).get(id);
  }

  recordIdOfUrl(url: string): string | null {
    const crid = /^https?:\/\/cir\.nii\.ac\.jp\/(?:[a-z]{2}\/)?crid\/(\d{19})(?:\.\w+)?(?:[?#].*)?$/.exec(url)?.[1];
    return crid === undefined ? null : `${PREFIX}${crid}`;
  }

  private async answer(
    criteria: CiniiCriteria,
    lang: ReadLanguage,
    start: number,
    count: number,
    scope: RequestScope,
  ): Promise<OneAnswer> {
    const request = searchRequest({ ...criteria, lang, start, count }, this.server);
    const { value, retrieved } = await this.client.read(request, decodeSearch, scope);
    return {
      hits: HITS[value.language ?? lang](value.items, retrieved),
      total: value.total,
      cache: retrieved.cache,
      size: value.items.length + value.refused.length,
      unreadable: value.refused.length,
    };
  }

  /** The languages side by side; Japanese is the base, and one that fails leaves the other's hits. */
  private async inLanguages(
    criteria: CiniiCriteria,
    languages: readonly ReadLanguage[],
    start: number,
    count: number,
    scope: RequestScope,
  ): Promise<CiniiPage> {
    const wanted = (['ja', 'en'] as const).filter((language) => languages.includes(language));
    const asked: readonly ReadLanguage[] = wanted.length === 0 ? ['ja'] : wanted;
    const settled = await Promise.allSettled(
      asked.map((language) => this.answer(criteria, language, start, count, scope)),
    );
    const failed = settled.find((result) => result.status === 'rejected');
    const answers = settled.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    const [base, other] = answers;
    if (base === undefined || (failed && !(failed.reason instanceof UpstreamError))) throw failed?.reason;
    return {
      hits: other === undefined ? base.hits : mergeHits(base.hits, other.hits),
      total: base.total,
      cache: leastFresh(answers.map(({ cache }) => cache)),
      missing: asked.find((_, index) => settled[index]?.status === 'rejected') ?? null,
      size: base.size,
      unreadable: base.unreadable,
      withoutEnglish: lost(base.hits, other),
    };
  }

  async page(
    criteria: CiniiCriteria,
    languages: readonly ReadLanguage[],
    start: number,
    count: number,
    scope: RequestScope,
  ): Promise<CiniiPage> {
    if (!hasCriterion(criteria)) return NO_PAGE;
    const left = start <= WINDOW ? Math.min(count, WINDOW - start + 1) : count;
    const page = await this.inLanguages(criteria, languages, start, left, scope);
    const other = page.total === 0 ? otherForm(criteria.filter) : null;
    const found =
      other === null ? page : await this.inLanguages({ ...criteria, filter: other }, languages, start, left, scope);
    remember(found.hits, scope);
    return found;
  }

  /** The researcher by whom a search is narrowed: found by identifier, asked for by CRID (fact sheet 3.1). */
  private async researcherOf({ orcid, person }: WorkFilter, scope: RequestScope): Promise<readonly string[] | null> {
    const key = person ?? (orcid === undefined ? null : { orcid, nrid: null, eRadId: null });
    if (key === null) return null;
    const { documents } = await findResearchers(key, this.server, this.client, scope);
    return documents.map((document) => document['@id']);
  }

  async search(search: HitSearch, scope: RequestScope): Promise<HitPage> {
    const { segment, filter } = ciniiFilterOf(search.filter);
    const researchers = await this.researcherOf(search.filter, scope);
    const [researcherId] = researchers ?? [];
    if (researchers !== null && researcherId === undefined) return nothing(NO_RESEARCHER, null);
    const criteria: CiniiCriteria = {
      query: search.query,
      sort: search.sort,
      segment,
      filter: { ...filter, researcherId },
    };
    if (!hasCriterion(criteria)) return { ...nothing(NOTHING_TO_SEARCH, 0), notSearched: true };
    const start = startOf(search.position);
    const count = Math.min(Math.max(search.first, 1), MAX_COUNT);
    const page = await this.page(criteria, search.languages, start, count, scope);
    const end = start + page.size;
    const more = page.size > 0 && end <= page.total;
    const faults = faultsOf(page);
    const messages = [
      ...faults,
      ...((researchers?.length ?? 0) > 1 ? [MANY_RESEARCHERS] : []),
      ...(more && end > WINDOW ? [`CiNii Research gives the first 10,000 of its records: ${NARROW}.`] : []),
    ];
    const type = typePlan(search.filter.types).typeOfHits;
    // A person is no work.
    const works = page.hits.filter(({ kind }) => kind !== 'Researcher');
    const hits = type === null ? works : works.map((hit) => ({ ...hit, type }));
    remember(hits, scope);
    return {
      hits,
      total: page.total,
      totalKind: (researchers?.length ?? 0) > 1 ? 'AT_LEAST' : 'EXACT',
      next: more && end <= WINDOW ? String(end) : null,
      ...(more && end > WINDOW ? { cut: true as const } : {}),
      cache: page.cache,
      partial: faults.length > 0,
      message: messages.length === 0 ? null : messages.join(' '),
    };
  }

  private async read(crid: string, scope: RequestScope): Promise<FullCiniiRecord | null> {
    const { value, retrieved } = await this.client.read(detailRequest(crid, this.server), decodeDetail, scope);
    return value === null ? null : detailOf(value, retrieved);
  }

  record(id: string, scope: RequestScope): Promise<FullCiniiRecord | null> {
    const crid = cridOf(id);
    if (crid === null) return Promise.resolve(null);
    const reads = scope.memo('cinii.records', () => new Map<string, Promise<FullCiniiRecord | null>>());
    const known = reads.get(crid);
    if (known !== undefined) return known;
    // There is no call for many records, so nothing is batched; a failure is forgotten, since a later asker may have more time.
    const reading = this.read(crid, scope).catch((error: unknown) => {
      reads.delete(crid);
      throw error;
    });
    reads.set(crid, reading);
    return reading;
  }

  person(key: PersonKey, scope: RequestScope): Promise<PersonRecord | null> {
    return findPerson(key, this.server, this.client, scope);
  }

  async award(key: AwardKey, scope: RequestScope): Promise<AwardRecord | null> {
    if (!key.id.startsWith('jgn:')) return null;
    for (const id of await projectsOfNumber(key.number, this.server, this.client, scope)) {
      const project = await this.record(id, scope);
      const award = project === null ? null : awardOfProject(project, key);
      if (award !== null) return award;
    }
    return null;
  }

  async recordsByDoi(doi: string, scope: RequestScope): Promise<readonly CiniiRecord[]> {
    const criteria: CiniiCriteria = { segment: 'ALL', query: null, filter: { doi }, sort: 'RELEVANCE' };
    const { hits } = await this.inLanguages(criteria, ['ja'], 1, 20, scope);
    // A server that does not know the parameter answers with everything (fact sheet 10.12).
    const found = hits.filter((hit) => hit.doi === doi);
    remember(found, scope);
    return found;
  }
}

/** CiNii Research over the one upstream client. */
export function createCiniiConnector(server: CiniiServer, client: UpstreamReader): CiniiConnector {
  return new Cinii(server, client);
}
