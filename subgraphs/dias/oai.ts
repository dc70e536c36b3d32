/** DIAS by OAI-PMH, where an address is configured (fact sheet 6.6): every record with its ISO 19115 payload. */
import type { UpstreamReader } from '../../upstream/client.js';
import { UpstreamMalformed, UpstreamRejected } from '../../upstream/errors.js';
import type { RequestScope } from '../../upstream/scope.js';
import type { UpstreamAnswer, UpstreamRequest, UpstreamResponse } from '../../upstream/types.js';
import { UnreadableDocument } from '../common/errors.js';
import { isoElements } from '../common/iso19115/elements.js';
import { readIso, type IsoRecord } from '../common/iso19115/record.js';
import { readOaiAnswer, type OaiAnswer, type OaiErrorCode, type OaiHeader } from '../common/oai-pmh/envelope.js';
import { readXmlDocument } from '../common/xml-document.js';
import { PLATFORM } from './csw/requests.js';

/** A record with its payload. */
export interface OaiIsoRecord {
  readonly header: OaiHeader;
  readonly iso: IsoRecord;
}

/** What a harvest gave. */
export interface OaiListing {
  readonly records: readonly OaiIsoRecord[];
  readonly deleted: readonly OaiHeader[];
  /** Why each of the others could not be read, a line each. */
  readonly refused: readonly string[];
  /** False: the bound on pages ended the harvest, and there are more. */
  readonly complete: boolean;
  readonly retrieved: UpstreamAnswer<unknown>['retrieved'];
}

/** Servers choose their page size, 10 at the least in real ones: 3,000 records and no harvest without an end. */
const MAX_PAGES = 300;
/** Prefixes of ISO payloads, the fuller encoding first; their names are the server's own, so only the announced ones are asked for. */
const ISO_PREFIXES = [/^(?:iso_?19115-?3|mdb)/i, /^(?:iso_?19139|gmi|gmd|iso)/i];
/** The protocol's errors come with these at some servers. */
const ACCEPTED = [400, 404, 422] as const;

function request(base: string, parameters: Readonly<Record<string, string>>, kind: string): UpstreamRequest {
  const url = new URL(base);
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return { platform: PLATFORM, kind, accept: ACCEPTED, method: 'GET', url: url.href };
}

function decode({ body }: UpstreamResponse): OaiAnswer {
  return readOaiAnswer(readXmlDocument(body));
}

function refusal(codes: readonly OaiErrorCode[]): UpstreamRejected {
  const message = `The OAI-PMH server of DIAS refused a request: ${[...new Set(codes)].join(', ')}.`;
  return new UpstreamRejected({ platform: PLATFORM, message });
}

function unusable(why: string): UpstreamMalformed {
  return new UpstreamMalformed({ platform: PLATFORM, message: `The OAI-PMH server of DIAS sent ${why}.` });
}

/** The metadata prefix of ISO 19115 among the announced ones; null: it announces none. */
export function isoPrefix(announced: readonly string[]): string | null {
  return (
    ISO_PREFIXES.map((form) => announced.find((prefix) => form.test(prefix))).find((prefix) => prefix !== undefined) ??
    null
  );
}

type Page = Extract<OaiAnswer, { kind: 'records' }>;

/** The records of a page, each read alone: one that cannot be read costs itself. */
function readPage({ entries }: Page): Pick<OaiListing, 'records' | 'deleted' | 'refused'> {
  const records: OaiIsoRecord[] = [];
  const deleted: OaiHeader[] = [];
  const refused: string[] = [];
  for (const { header, metadata, refused: reason } of entries) {
    if (header === null) refused.push(reason);
    else if (metadata === null) deleted.push(header);
    else {
      try {
        const [element] = isoElements(metadata);
        records.push({ header, iso: readIso(element ?? metadata) });
      } catch (error) {
        if (!(error instanceof UnreadableDocument)) throw error;
        refused.push(`${header.identifier}: ${error.message}`);
      }
    }
  }
  return { records, deleted, refused };
}

/** Harvests an endpoint. */
export class OaiClient {
  constructor(
    private readonly client: UpstreamReader,
    private readonly base: string,
  ) {}

  /** Every record in the richest ISO encoding that the server announces. @throws UpstreamError */
  async list(scope: RequestScope): Promise<OaiListing> {
    const records: OaiIsoRecord[] = [];
    const deleted: OaiHeader[] = [];
    const refused: string[] = [];
    const tokens = new Set<string>();
    let parameters: Readonly<Record<string, string>> = {
      verb: 'ListRecords',
      metadataPrefix: await this.prefix(scope),
    };
    for (let number = 1; ; number += 1) {
      const { value: page, retrieved } = await this.page(parameters, tokens.size > 0, scope);
      const read = readPage(page);
      records.push(...read.records);
      deleted.push(...read.deleted);
      refused.push(...read.refused);
      const { token } = page.next;
      if (token === null || number === MAX_PAGES)
        return { records, deleted, refused, complete: token === null, retrieved };
      if (tokens.has(token)) throw unusable('a list that leads back to itself');
      tokens.add(token);
      // A token goes alone: it stands for all other arguments.
      parameters = { verb: 'ListRecords', resumptionToken: token };
    }
  }

  private async prefix(scope: RequestScope): Promise<string> {
    const { value } = await this.client.read(
      request(this.base, { verb: 'ListMetadataFormats' }, 'identify'),
      decode,
      scope,
    );
    if (value.kind === 'error') throw refusal(value.codes);
    const prefix = value.kind === 'formats' ? isoPrefix(value.prefixes) : null;
    if (prefix === null) throw unusable('no metadata format of ISO 19115');
    return prefix;
  }

  /** noRecordsMatch is an empty list, on a continuation its end. */
  private async page(
    parameters: Readonly<Record<string, string>>,
    continued: boolean,
    scope: RequestScope,
  ): Promise<UpstreamAnswer<Page>> {
    const asked = request(this.base, parameters, 'list');
    const { value, retrieved } = await this.client.read(continued ? { ...asked, once: true } : asked, decode, scope);
    if (value.kind === 'records') return { value, retrieved };
    if (value.kind !== 'error') throw unusable('something else than the records that were asked for');
    if (!value.codes.includes('noRecordsMatch')) throw refusal(value.codes);
    const next = { token: null, completeListSize: 0 };
    return { value: { kind: 'records', verb: 'ListRecords', entries: [], next }, retrieved };
  }
}
