/** The data provider: what each verb of OAI-PMH 2.0 answers. */
import { answered, element, headerElement, provenanceElement, refused, resumption, type Envelope } from './answer.js';
import { readPeriod, type Seconds } from './datestamps.js';
import { formatElements, identity, sampleIdentifier, setElement } from './descriptions.js';
import { HARVEST_FORMATS, type HarvestFormat } from './formats.js';
import type { Holdings } from './holdings.js';
import { workIdOf } from './identifiers.js';
import type { Header, Page } from './ledger.js';
import { OaiFault, readCall, type OaiCall } from './protocol.js';
import type { HarvestPort } from './port.js';
import { readRecords, type HarvestedWork } from './read-records.js';
import { decodeToken, encodeToken, type Resumption } from './token.js';

/** Records of one answer: their documents are read within a request's time. Headers cost nothing. */
const RECORDS = 50;
const HEADERS = 500;

const METADATA_PREFIX = /^[A-Za-z0-9\-_.!~*'()]+$/;
const SET_SPEC = /^[A-Za-z0-9\-_.!~*'()]+(?::[A-Za-z0-9\-_.!~*'()]+)*$/;

export interface ProviderOptions {
  readonly holdings: Holdings;
  readonly port: HarvestPort;
  /** Where it is reached; asked for with each answer, since a server knows it only when it listens. */
  readonly baseUrl: () => string;
  /** The repository's name in identifiers (identifiers.ts). */
  readonly namespace: string;
  readonly adminEmail: string;
  /** Signs tokens. */
  readonly secret: string;
  /** The platforms' pages for people, by platform. */
  readonly homepages: ReadonlyMap<string, string>;
  readonly now?: () => Seconds;
}

/** Answers requests; what it throws is no answer of the protocol: NotYet, PlatformsAway, AskFailure. */
export class Provider {
  private readonly now: () => Seconds;

  constructor(private readonly options: ProviderOptions) {
    this.now = options.now ?? (() => Math.floor(Date.now() / 1000));
  }

  /** The answer to a request, errors of the protocol included. */
  async answer(parameters: URLSearchParams, signal?: AbortSignal): Promise<string> {
    const envelope: Envelope = { baseUrl: this.options.baseUrl(), now: this.now() };
    let call: OaiCall | null = null;
    try {
      call = readCall(parameters);
      return answered(envelope, call, ...(await this.contentOf(call, signal)));
    } catch (error) {
      if (error instanceof OaiFault) return refused(envelope, call, error);
      throw error;
    }
  }

  private contentOf(call: OaiCall, signal: AbortSignal | undefined): Promise<readonly string[]> | readonly string[] {
    switch (call.verb) {
      case 'Identify':
        return this.identify();
      case 'ListMetadataFormats':
        return this.formats(call);
      case 'ListSets':
        return this.listSets(call);
      case 'GetRecord':
        return this.record(call, signal);
      case 'ListIdentifiers':
        return this.list(call, HEADERS, ({ headers }) =>
          Promise.resolve(headers.map((header) => headerElement(header, this.options.namespace))),
        );
      case 'ListRecords':
        return this.list(call, RECORDS, ({ headers }, format) => this.records(headers, format, signal));
    }
  }

  private identify(): string[] {
    const { holdings, baseUrl, adminEmail, namespace } = this.options;
    // Until all is known, no datestamp can be older than this.
    const earliest = holdings.areKnown ? (holdings.ledger.earliest ?? this.now()) : 0;
    return identity({ baseUrl: baseUrl(), adminEmail, namespace }, earliest);
  }

  private async formats({ given }: OaiCall): Promise<string[]> {
    const identifier = given.get('identifier');
    if (identifier !== undefined && (await this.find(identifier)).deleted)
      throw new OaiFault('noMetadataFormats', 'The work is deleted: it is in no format any more.');
    return formatElements();
  }

  private listSets({ given }: OaiCall): string[] {
    const { holdings } = this.options;
    const { sets } = holdings;
    if (given.has('resumptionToken'))
      throw new OaiFault('badResumptionToken', 'The list of sets is given at once: there is no token of it.');
    this.requireSets();
    return sets.map((set) => setElement(set, holdings.gapsOf(set.spec)));
  }

  private async record({ given }: OaiCall, signal: AbortSignal | undefined): Promise<string[]> {
    const prefix = given.get('metadataPrefix') ?? '';
    const header = await this.find(given.get('identifier') ?? '');
    return this.records([header], this.format(prefix), signal);
  }

  /** The work that an identifier names. @throws OaiFault idDoesNotExist */
  private async find(identifier: string): Promise<Header> {
    const { holdings, namespace } = this.options;
    const id = workIdOf(namespace, identifier);
    if (id !== null) {
      const known = holdings.ledger.get(id);
      if (known !== undefined) return known;
      await holdings.ready(null);
      const header = holdings.ledger.get(id);
      if (header !== undefined) return header;
    }
    throw new OaiFault(
      'idDoesNotExist',
      `No work here has this identifier: they look like ${sampleIdentifier(namespace)}, and belong to a set.`,
    );
  }

  private format(prefix: string): HarvestFormat {
    if (!METADATA_PREFIX.test(prefix)) throw new OaiFault('badArgument', 'metadataPrefix is no name of a format.');
    const format = HARVEST_FORMATS.find((one) => one.prefix === prefix);
    if (format !== undefined) return format;
    const known = HARVEST_FORMATS.map((one) => one.prefix).join(', ');
    throw new OaiFault('cannotDisseminateFormat', `Works are given as ${known}.`);
  }

  private requireSets(): void {
    if (this.options.holdings.sets.length === 0)
      throw new OaiFault('noSetHierarchy', 'This server has no sets: nothing is harvested here.');
  }

  /** What is listed, and where the list goes on. */
  private selection({
    verb,
    given,
  }: OaiCall): Omit<Resumption, 'after'> & { readonly after: Resumption['after'] | null } {
    const token = given.get('resumptionToken');
    if (token !== undefined) {
      const resumed = decodeToken(token, verb, this.options.secret);
      if (resumed.set !== null && !this.isSet(resumed.set))
        throw new OaiFault('badResumptionToken', 'The resumptionToken goes on with a set that there is no more.');
      return resumed;
    }
    const set = given.get('set') ?? null;
    if (set !== null && !SET_SPEC.test(set)) throw new OaiFault('badArgument', 'set is no setSpec.');
    const period = readPeriod(given.get('from'), given.get('until'));
    const { prefix } = this.format(given.get('metadataPrefix') ?? '');
    if (set !== null) this.requireSets();
    return { prefix, set, ...period, after: null, given: 0 };
  }

  private isSet(spec: string): boolean {
    return this.options.holdings.sets.some((set) => set.spec === spec);
  }

  private async list(
    call: OaiCall,
    most: number,
    write: (page: Page, format: HarvestFormat) => Promise<readonly string[]>,
  ): Promise<readonly string[]> {
    const { holdings, secret } = this.options;
    const { after, given, ...selection } = this.selection(call);
    const format = this.format(selection.prefix);
    if (selection.set !== null && !this.isSet(selection.set))
      throw new OaiFault('noRecordsMatch', 'There is no such set; ListSets names them.');
    await holdings.ready(selection.set);
    const page = holdings.ledger.page(selection, after, most);
    const last = page.headers.at(-1);
    if (last === undefined) {
      // A list whose last part shrank to nothing has ended all the same, but a list cannot be empty.
      if (after === null) throw new OaiFault('noRecordsMatch', 'No work meets set, from and until.');
      throw new OaiFault(
        'badResumptionToken',
        'Nothing is left of this list: what followed has been updated since. Start it again.',
      );
    }
    const written = await write(page, format);
    const token = page.more
      ? encodeToken(call.verb, { ...selection, after: last, given: given + page.headers.length }, secret)
      : null;
    return [...written, resumption({ token, size: page.size, given })];
  }

  /** Records; a work that its platforms no longer know is deleted from now on. */
  private async records(
    headers: readonly Header[],
    format: HarvestFormat,
    signal: AbortSignal | undefined,
  ): Promise<string[]> {
    const { holdings, port } = this.options;
    const ids = headers.filter(({ deleted }) => !deleted).map(({ id }) => id);
    const works = await readRecords(port, ids, format.exportFormat, signal);
    const byId = new Map(ids.map((id, index) => [id, works[index] ?? null]));
    for (const [id, work] of byId) if (work === null) holdings.ledger.gone(id, this.now());
    return headers.map((header) => {
      const work = byId.get(header.id) ?? null;
      return work === null ? this.deletedRecord(header) : this.recordElement(header, work, format);
    });
  }

  private deletedRecord(header: Header): string {
    const now = this.options.holdings.ledger.get(header.id) ?? header;
    return element('record', {}, headerElement({ ...now, deleted: true }, this.options.namespace));
  }

  private recordElement(header: Header, { document, origins }: HarvestedWork, { wrap }: HarvestFormat): string {
    const { namespace, homepages } = this.options;
    const abouts = origins.map((origin) =>
      element('about', {}, provenanceElement(origin, homepages.get(origin.platform) ?? '')),
    );
    const metadata = element('metadata', {}, wrap(document, origins[0]?.platform ?? ''));
    return element('record', {}, headerElement(header, namespace), metadata, ...abouts);
  }
}
