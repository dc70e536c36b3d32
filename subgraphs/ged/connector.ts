import type { UpstreamReader } from '../../upstream/client.js';
import { stillReading } from '../../upstream/failures.js';
import type { RequestScope } from '../../upstream/scope.js';
import { meets, setFields } from '../catalog/filter.js';
import type { Capabilities, Connector, HitPage, HitSearch } from '../common/connector.js';
import { BadUserInput } from '../common/errors.js';
import { parseDoi } from '../common/identifiers.js';
import type { Catalogue, CatalogueHits, CatalogueQuery } from '../common/small-catalogue/types.js';
import { DataFiles } from './files.js';
import { withRetrieval, type GedDataset } from './mapping.js';
import { datasetId, DOI_PREFIX, isRecordId, PREFIX, type GedRecord } from './record.js';
import { GED, GED_PLATFORM, type GedServer } from './requests.js';

export const MAX_PAGE = 100;

/** What the resolvers and the catalog know of GED. */
export interface GedConnector extends Connector {
  readonly files: DataFiles;
  record(id: string, scope: RequestScope): Promise<GedRecord | null>;
  recordsByDoi(doi: string, scope: RequestScope): Promise<readonly GedRecord[]>;
  /** All datasets that a query finds, in its order. @throws UpstreamError when nothing could be read */
  find(query: CatalogueQuery, scope: RequestScope): Promise<CatalogueHits<GedDataset>>;
}

const CAPABILITIES: Capabilities = {
  // Whole records are in the process: every filter is applied to them, by the catalog's own rules.
  filter: () => 'native',
  sorts: ['RELEVANCE', 'NEWEST', 'OLDEST'],
  recordsAtHand: true,
  everyWord: true,
  maxPageSize: MAX_PAGE,
  description: [
    'NIES offers no search service for these data: the landing pages (Japanese and English) of the datasets named in GED_DATASETS are read once a day, and searched here',
    'There is no public list of all datasets: one that is not named is not found',
    'Every filter and order is applied here, to whole records; all of them are datasets',
    'What a page lacks is filled in from the metadata of its DOI, where the agency has any',
    'Data files in NASA Ames: variables, time series and charts, read when they are asked for, under a limit of size; files with a password are never asked for',
    'Terms of use differ from dataset to dataset and come with every answer; near-real-time pages and tools are links',
  ],
};

/** Where pages of GED stand, whatever address they are read at (fact sheet 1). */
const PUBLIC_LANDING = 'www.nies.go.jp/doi';

function bareAddress(url: string): string {
  return url.replace(/^https?:\/\//i, '').replace(/[?#].*$/, '');
}

function offsetOf(position: string | null): number {
  const offset = Number(position ?? '0');
  if (!Number.isSafeInteger(offset) || offset < 0 || offset > 1_000_000) {
    throw new BadUserInput('The position in NIES GED is none: start the search again without a cursor.');
  }
  return offset;
}

class Ged implements GedConnector {
  readonly platform = GED_PLATFORM;
  readonly capabilities = CAPABILITIES;
  readonly files: DataFiles;
  private readonly landings: readonly string[];

  constructor(
    private readonly catalogue: Catalogue<GedDataset>,
    private readonly server: GedServer,
    client: UpstreamReader,
  ) {
    this.files = new DataFiles(client, server);
    this.landings = [PUBLIC_LANDING, bareAddress(server.landingUrl)].map((address) => `${address}/${DOI_PREFIX}`);
  }

  begin(): void {
    this.catalogue.begin();
  }

  isRecordId(id: string): boolean {
    return isRecordId(id);
  }

  recordIdOfUrl(url: string): string | null {
    const address = bareAddress(url);
    const root = this.landings.find((landing) => address.startsWith(landing));
    const page = root === undefined ? null : /^(.+?)(?:-e)?\.html$/.exec(address.slice(root.length))?.[1];
    const doi = page === null ? parseDoi(url) : null;
    const id = datasetId(page ?? (doi?.startsWith(DOI_PREFIX) === true ? doi : ''));
    return id === null ? null : `${PREFIX}${id}`;
  }

  async find(query: CatalogueQuery, scope: RequestScope): Promise<CatalogueHits<GedDataset>> {
    const found = await this.catalogue.search(query, scope);
    if (found.read === 0 && found.of !== 0) throw found.failure ?? stillReading(GED);
    return found;
  }

  async search({ query, filter, sort, position, first }: HitSearch, scope: RequestScope): Promise<HitPage> {
    const start = offsetOf(position);
    const found = await this.find({ query, sort }, scope);
    const fields = setFields(filter);
    const records = found.hits
      .map(({ value, retrieved }) => withRetrieval(value, retrieved))
      .filter((record) => fields.every((field) => meets(record, field, filter)));
    const end = Math.min(records.length, start + Math.min(Math.max(first, 1), MAX_PAGE));
    return {
      hits: records.slice(start, end),
      total: records.length,
      totalKind: found.complete ? 'EXACT' : 'AT_LEAST',
      next: end < records.length ? String(end) : null,
      cache: found.cache,
      partial: !found.complete,
      message: found.message,
    };
  }

  async record(id: string, scope: RequestScope): Promise<GedRecord | null> {
    if (!isRecordId(id)) return null;
    const entry = await this.catalogue.get(id.slice(PREFIX.length), scope);
    return entry === null ? null : withRetrieval(entry.value, entry.retrieved);
  }

  /** A dataset's DOI is made of its id: no other DOI leads here, and none has to be looked for. */
  async recordsByDoi(doi: string, scope: RequestScope): Promise<readonly GedRecord[]> {
    const id = doi.startsWith(DOI_PREFIX) ? datasetId(doi) : null;
    if (id === null || !this.server.datasets.includes(id)) return [];
    const record = await this.record(`${PREFIX}${id}`, scope);
    return record === null ? [] : [record];
  }
}

/** GED over a catalogue of its datasets, and over the client for their files. */
export function createGedConnector(
  catalogue: Catalogue<GedDataset>,
  server: GedServer,
  client: UpstreamReader,
): GedConnector {
  return new Ged(catalogue, server, client);
}
