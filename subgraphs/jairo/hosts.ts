import { alarm } from '../../upstream/alarm.js';
import type { UpstreamReader } from '../../upstream/client.js';
import type { RequestScope } from '../../upstream/scope.js';
import type { UpstreamAnswer } from '../../upstream/types.js';
import { refusedBy, unusable } from './failures.js';
import { decodeOai, decodeRecords, type RecordsAnswer } from './oai/decode.js';
import type { OaiIdentify } from '../common/oai-pmh/envelope.js';
import {
  deletedItem,
  fullItem,
  type DescribedWork,
  type FullJairoItem,
  type IdOfUrl,
  type RecordPlace,
} from './record.js';
import { oaiIdentifier, prefixOf, recidOf, type Repository } from './repositories.js';
import { oaiContinuation, oaiRequest, type RequestKind } from './requests.js';

export type JpcoarPrefix = 'jpcoar_2.0' | 'jpcoar_1.0';

/** How one repository wants to be asked, learned from its answers. */
interface Manners {
  readonly metadataPrefix: JpcoarPrefix;
  /** The host in its OAI identifiers; null until it had to be learned. */
  readonly oaiPrefix: string | null;
  readonly learnedAt: number;
}

/** As long as a record counts as fresh: an upgrade of a repository is noticed within a day. */
const MANNERS_MS = 24 * 3_600_000;
/** There are about 750 repositories on JAIRO Cloud. */
const MAX_REMEMBERED = 2_000;
/** A deleted or missing record can come back at any time (fact sheet 2.7). */
const ABSENT_SECONDS = 300;
/** Bound of a walk over ListSets, 100 to a page. */
const MAX_SET_PAGES = 20;

/** What repositories are asked one by one over OAI-PMH. */
export class Hosts {
  private readonly manners = new Map<string, Manners>();
  /** The first questions to repositories of which nothing is known, under way now. */
  private readonly firsts = new Map<string, Promise<unknown>>();
  /** Items by the described work that they were made of, which is the same for as long as its answer is cached. */
  private readonly items = new WeakMap<DescribedWork, FullJairoItem>();

  constructor(
    private readonly client: UpstreamReader,
    private readonly idOfUrl: IdOfUrl,
  ) {}

  /** The metadata prefix that a repository is known to have. */
  metadataPrefix(repository: Repository): JpcoarPrefix {
    return this.mannersOf(repository).metadataPrefix;
  }

  private mannersOf({ id }: Repository): Manners {
    const known = this.manners.get(id);
    if (known !== undefined && Date.now() - known.learnedAt < MANNERS_MS) return known;
    return { metadataPrefix: 'jpcoar_2.0', oaiPrefix: null, learnedAt: Date.now() };
  }

  private learn(repository: Repository, learned: Partial<Manners>): void {
    if (this.manners.size >= MAX_REMEMBERED) this.manners.clear();
    this.manners.set(repository.id, { ...this.mannersOf(repository), ...learned, learnedAt: Date.now() });
  }

  /**
   * Notes that a repository refused a metadata prefix: versions before 1.0.7 have no JPCOAR 2.0 (fact sheet 1). True where
   * another is to be tried now, also when a request that was under way at the same time has learned it first.
   */
  fallBack(repository: Repository, used: JpcoarPrefix): boolean {
    if (used === 'jpcoar_2.0' && this.metadataPrefix(repository) === used) {
      this.learn(repository, { metadataPrefix: 'jpcoar_1.0' });
    }
    return this.metadataPrefix(repository) !== used;
  }

  /**
   * A record by its number; null: the repository does not know it. A deleted one comes with `deleted` true.
   * @throws UpstreamError
   */
  async item(repository: Repository, place: RecordPlace, scope: RequestScope): Promise<FullJairoItem | null> {
    const read = await this.find(repository, place.recid, 'record', scope);
    const item = this.present(repository, read, place);
    const stale = read.retrieved.ageSeconds > ABSENT_SECONDS && (item === null || item.deleted === true);
    return stale ? this.present(repository, await this.find(repository, place.recid, 'absent', scope), place) : item;
  }

  private present(
    repository: Repository,
    { value, retrieved }: UpstreamAnswer<RecordsAnswer>,
    place: RecordPlace,
  ): FullJairoItem | null {
    if (value.kind === 'error') {
      if (value.codes.includes('idDoesNotExist')) return null;
      throw refusedBy(repository, value.codes);
    }
    const record = value.records[0];
    if (record === undefined) return null;
    // Another record than the one asked for is not believed, whatever it says.
    if (record.header !== null && recidOf(record.header.identifier) !== place.recid) {
      throw unusable(repository, `another record than ${place.recid}, which was asked for`);
    }
    if (record.refused !== null) throw unusable(repository, record.refused);
    if (record.work === null) return deletedItem(record.header, place, retrieved);
    const known = this.items.get(record.work);
    // The same document asked for at another place (a mirror) is another item.
    if (known?.id === place.id && known.retrieved === retrieved) return known;
    const item =
      known?.id === place.id
        ? { ...known, retrieved }
        : fullItem(record.work, place, record.header, retrieved, this.idOfUrl);
    this.items.set(record.work, item);
    return item;
  }

  /**
   * GetRecord. Of a repository of which nothing is known the first record finds out how it wants to be asked, and the others
   * that are wanted meanwhile wait for that: each would meet the same refusals.
   */
  private async find(
    repository: Repository,
    recid: string,
    kind: RequestKind,
    scope: RequestScope,
  ): Promise<UpstreamAnswer<RecordsAnswer>> {
    const { id } = repository;
    if (!this.manners.has(id)) {
      const first = this.firsts.get(id);
      if (first !== undefined) await soonest(first, scope);
      else {
        const answer = this.ask(repository, recid, kind, scope);
        const over = answer.then(
          ({ value }) => {
            this.firsts.delete(id);
            if (value.kind !== 'error') this.learn(repository, {});
          },
          () => this.firsts.delete(id),
        );
        this.firsts.set(id, over);
        return answer;
      }
    }
    return this.ask(repository, recid, kind, scope);
  }

  /** GetRecord, with the older metadata format and the repository's own identifier prefix where the first try needs them. */
  private async ask(
    repository: Repository,
    recid: string,
    kind: RequestKind,
    scope: RequestScope,
  ): Promise<UpstreamAnswer<RecordsAnswer>> {
    const { metadataPrefix, oaiPrefix } = this.mannersOf(repository);
    const prefix = oaiPrefix ?? guessedPrefix(repository);
    const identifier = oaiIdentifier(prefix, recid);
    const request = oaiRequest(repository.baseUrl, 'GetRecord', { metadataPrefix, identifier }, kind);
    const answer = await this.client.read(request, decodeRecords, scope);
    const codes = answer.value.kind === 'error' ? answer.value.codes : [];
    if (codes.includes('cannotDisseminateFormat') && this.fallBack(repository, metadataPrefix)) {
      return this.ask(repository, recid, kind, scope);
    }
    if (codes.includes('idDoesNotExist') && (await this.prefixOnce(repository, scope)) !== prefix) {
      return this.ask(repository, recid, kind, scope);
    }
    return answer;
  }

  /** The prefix of a repository's OAI identifiers: as it is known now, else asked for, once for all records that need it. */
  private prefixOnce(repository: Repository, scope: RequestScope): Promise<string> {
    const { oaiPrefix } = this.mannersOf(repository);
    if (oaiPrefix !== null) return Promise.resolve(oaiPrefix);
    const asking = scope.memo('jairo.prefixes', () => new Map<string, Promise<string>>());
    const known = asking.get(repository.id);
    if (known !== undefined) return known;
    const reading = this.ownPrefix(repository, scope)
      .then((own) => {
        const learned = own ?? guessedPrefix(repository);
        this.learn(repository, { oaiPrefix: learned });
        return learned;
      })
      .finally(() => asking.delete(repository.id));
    asking.set(repository.id, reading);
    return reading;
  }

  /**
   * The prefix of a repository's OAI identifiers, which may differ from its host (fact sheet 1): seen at the first header
   * that it lists. Asked for only after an identifier made of the host was not known.
   */
  private async ownPrefix(repository: Repository, scope: RequestScope): Promise<string | null> {
    const metadataPrefix = this.metadataPrefix(repository);
    const request = oaiRequest(repository.baseUrl, 'ListIdentifiers', { metadataPrefix }, 'identify');
    const { value } = await this.client.read(request, decodeOai, scope);
    if (value.kind !== 'headers') return null;
    for (const { identifier } of value.headers) {
      const prefix = prefixOf(identifier);
      if (prefix !== null) return prefix;
    }
    return null;
  }

  /** What a repository says of itself. @throws UpstreamError */
  async identify(repository: Repository, scope: RequestScope): Promise<OaiIdentify> {
    const request = oaiRequest(repository.baseUrl, 'Identify', {}, 'identify');
    const { value } = await this.client.read(request, decodeOai, scope);
    if (value.kind === 'error') throw refusedBy(repository, value.codes);
    if (value.kind !== 'identify') throw unusable(repository, 'no answer to Identify');
    return value.identify;
  }

  /** The metadata prefixes of a repository: rows of its database, so each has its own (fact sheet 2.3). @throws UpstreamError */
  async metadataFormats(repository: Repository, scope: RequestScope): Promise<readonly string[]> {
    const request = oaiRequest(repository.baseUrl, 'ListMetadataFormats', {}, 'identify');
    const { value } = await this.client.read(request, decodeOai, scope);
    if (value.kind === 'error') {
      if (value.codes.includes('noMetadataFormats')) return [];
      throw refusedBy(repository, value.codes);
    }
    if (value.kind !== 'formats') throw unusable(repository, 'no answer to ListMetadataFormats');
    return value.prefixes;
  }

  /** The sets of a repository, of at most 20 pages. @throws UpstreamError */
  async sets(repository: Repository, scope: RequestScope): Promise<readonly string[]> {
    const sets = new Set<string>();
    const seen = new Set<string>();
    let request = oaiRequest(repository.baseUrl, 'ListSets', {}, 'identify');
    for (let page = 0; page < MAX_SET_PAGES; page += 1) {
      const { value } = await this.client.read(request, decodeOai, scope);
      // After the first page, "no records" is the end of a list (fact sheet 2.6), and an error code of another kind is not.
      if (value.kind === 'error') {
        if (value.codes.some((code) => code === 'noSetHierarchy' || code === 'noRecordsMatch')) break;
        throw refusedBy(repository, value.codes);
      }
      if (value.kind !== 'sets') throw unusable(repository, 'no answer to ListSets');
      for (const set of value.sets) sets.add(set);
      const { token } = value.next;
      if (token === null) break;
      if (seen.has(token)) throw unusable(repository, 'a list of sets that leads back to itself');
      seen.add(token);
      request = oaiContinuation(repository.baseUrl, 'ListSets', token, 'identify');
    }
    return [...sets];
  }
}

/** Waits for something that never fails, at most until the deadline or until the caller leaves. */
function soonest(something: Promise<unknown>, { deadline, signal }: RequestScope): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      cancel();
      signal.removeEventListener('abort', done);
      resolve();
    };
    const cancel = Number.isFinite(deadline) ? alarm(() => deadline, done) : (): void => undefined;
    signal.addEventListener('abort', done, { once: true });
    void something.then(done);
  });
}

/** The host of a repository's id: what its OAI identifiers are made of unless it was configured otherwise (fact sheet 2.4). */
function guessedPrefix({ id }: Repository): string {
  return id.replace(/[:/].*$/, '');
}
