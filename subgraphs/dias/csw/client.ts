import type { UpstreamReader } from '../../../upstream/client.js';
import { UpstreamMalformed, UpstreamRejected } from '../../../upstream/errors.js';
import type { RequestScope } from '../../../upstream/scope.js';
import type { UpstreamAnswer, UpstreamRequest } from '../../../upstream/types.js';
import {
  PLATFORM,
  recordByIdRequest,
  recordsRequest,
  type CswCriteria,
  type CswServer,
  type CswVersion,
} from './requests.js';
import { decodeCsw, nextStart, type CswAnswer, type CswFailure, type CswRecord, type CswRecords } from './responses.js';

/** What a walk over a catalogue gave. */
export interface CswListing {
  readonly records: readonly CswRecord[];
  /** Why each of the others could not be read, a line each. */
  readonly refused: readonly string[];
  /** As the server counts; null where it does not say. */
  readonly matched: number | null;
  /** False: the bound on pages ended the walk, and there are more. */
  readonly complete: boolean;
  readonly retrieved: UpstreamAnswer<CswAnswer>['retrieved'];
}

/** Records of 20 to 60 kB each (the real samples): a page stays within a few megabytes. */
const PAGE_SIZE = 50;
/** 282 resources of DIAS stand in one published statistic (fact sheet 0): ten times as many, and no walk without an end. */
const MAX_PAGES = 60;

function rejected({ codes }: CswFailure): UpstreamRejected {
  const named = codes.length === 0 ? 'an exception without a code' : [...new Set(codes)].join(', ');
  return new UpstreamRejected({ platform: PLATFORM, message: `The CSW of DIAS refused a request: ${named}.` });
}

/** An id that is not there: NotFound of CSW 3.0, or a bad value of the parameter that holds the id (2.0.2). */
function isUnknownId({ codes, locators }: CswFailure): boolean {
  return (
    codes.includes('NotFound') ||
    (codes.includes('InvalidParameterValue') && locators.some((name) => /^id$/i.test(name)))
  );
}

/** Records of a CSW, in the version that is named or, where the server refuses that one, in the other. All methods reject with UpstreamError. */
export class CswClient {
  /** What has answered; null: nothing yet. */
  private version: CswVersion | null = null;

  constructor(
    private readonly client: UpstreamReader,
    private readonly server: CswServer,
  ) {}

  /** Every record that the criteria let through, page after page, each identifier once. */
  async list(criteria: CswCriteria, scope: RequestScope): Promise<CswListing> {
    const records = new Map<string, CswRecord>();
    const refused: string[] = [];
    let start = 1;
    for (let page = 1; ; page += 1) {
      const { value, retrieved } = await this.page(criteria, start, scope);
      for (const record of value.records) records.set(record.id ?? `${String(start)}/${String(records.size)}`, record);
      refused.push(...value.refused);
      const next = nextStart(value, start);
      if (next === null || page === MAX_PAGES) {
        return { records: [...records.values()], refused, matched: value.matched, complete: next === null, retrieved };
      }
      start = next;
    }
  }

  /** One page of a search, from a 1-based position on; `nextStart` tells where the one after it begins. */
  async page(criteria: CswCriteria, start: number, scope: RequestScope): Promise<UpstreamAnswer<CswRecords>> {
    const answer = await this.ask((server) => recordsRequest(server, criteria, { start, count: PAGE_SIZE }), scope);
    if (answer.value.kind === 'error') throw rejected(answer.value);
    return { value: answer.value, retrieved: answer.retrieved };
  }

  /** A record by its identifier; null: the server does not know it, in whichever way it says so (fact sheet 6.4). */
  async byId(id: string, scope: RequestScope): Promise<CswRecord | null> {
    const { value } = await this.ask((server) => recordByIdRequest(server, id), scope);
    if (value.kind === 'error') {
      if (isUnknownId(value)) return null;
      throw rejected(value);
    }
    const [record] = value.records;
    const [reason] = value.refused;
    if (record === undefined && reason !== undefined) {
      throw new UpstreamMalformed({
        platform: PLATFORM,
        message: `The CSW of DIAS sent a record that cannot be read: ${reason}.`,
      });
    }
    // Another record than the one asked for is not believed.
    return record === undefined || record.id !== id ? null : record;
  }

  /** Until a version has answered, an exception may mean that the server does not speak it: then the other is tried, and the first refusal told. */
  private async ask(
    request: (server: CswServer) => UpstreamRequest,
    scope: RequestScope,
  ): Promise<UpstreamAnswer<CswAnswer>> {
    const read = (version: CswVersion) => this.client.read(request({ ...this.server, version }), decodeCsw, scope);
    const version = this.version ?? this.server.version;
    const answer = await read(version);
    const isRefused = answer.value.kind === 'error' && !isUnknownId(answer.value);
    if (!isRefused) this.version = version;
    if (!isRefused || this.version !== null) return answer;
    const otherVersion = version === '2.0.2' ? '3.0.0' : '2.0.2';
    const other = await read(otherVersion);
    if (other.value.kind === 'error') return answer;
    this.version = otherVersion;
    return other;
  }
}
