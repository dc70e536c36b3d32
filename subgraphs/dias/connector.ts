import { stillReading } from '../../upstream/failures.js';
import type { RequestScope } from '../../upstream/scope.js';
import { meets, setFields } from '../catalog/filter.js';
import type { Capabilities, Connector, HitPage, HitSearch } from '../common/connector.js';
import { mappedOnce } from '../common/mapped-once.js';
import type {
  Catalogue,
  CatalogueEntry,
  CatalogueHits,
  CatalogueQuery,
  Completeness,
} from '../common/small-catalogue/types.js';
import { placeOfPosition, positionOf, startOf } from './cursor.js';
import { datasetIdOfPath, isDatasetId, PREFIX } from './ids.js';
import type { DiasRecord } from './record.js';

export const DIAS_PLATFORM = 'DIAS';
const PLATFORM = { platform: DIAS_PLATFORM, name: 'DIAS' } as const;
const MAX_PAGE = 100;
/** DIAS's own prefix (fact sheet 2). */
const DIAS_DOI = /^10\.20783\//;
/** So long a DOI that is not of DIAS's prefix is waited for while the datasets are read for the first time: hardly one is here. */
const FOREIGN_DOI_WAIT_MS = 500;

/** What the resolvers and the catalog know of DIAS. */
export interface DiasConnector extends Connector {
  record(id: string, scope: RequestScope): Promise<DiasRecord | null>;
  recordsByDoi(doi: string, scope: RequestScope): Promise<readonly DiasRecord[]>;
  /** The datasets that a query finds, in its order, all of them. @throws UpstreamError when none could be read */
  find(query: CatalogueQuery, scope: RequestScope): Promise<CatalogueHits<DiasRecord>>;
}

const CAPABILITIES: Capabilities = {
  // Whole records are in the process: every filter is applied to them, by the catalog's own rules.
  filter: () => 'native',
  sorts: ['RELEVANCE', 'NEWEST', 'OLDEST'],
  recordsAtHand: true,
  everyWord: true,
  maxPageSize: MAX_PAGE,
  description: [
    'No search service of DIAS’s: the metadata documents and landing pages of the datasets named in DIAS_DATASETS, read once a day and searched here',
    'Completed by DOI metadata (JaLC, DataCite), and by GEO DAB, CSW and OAI-PMH where their addresses are set; each value tells its source',
    'Every filter and order is applied here, to whole records; all of them are datasets',
    'No log-in and no download: file lists are links, and accountRequired is told only where DIAS says it',
  ],
};

const withRetrieval = (record: DiasRecord, retrieved: DiasRecord['retrieved']): DiasRecord => ({
  ...record,
  retrieved,
});
const retrievedOnce = mappedOnce(withRetrieval, withRetrieval);

export function recordOf({ value, retrieved }: CatalogueEntry<DiasRecord>): DiasRecord {
  return retrievedOnce(value, retrieved);
}

/** Throws what made an answer empty: nothing at all was read, because something failed or there was no time for it yet. */
function requireSome({ read, of, failure }: Completeness): void {
  if (read === 0 && of !== 0) throw failure ?? stillReading(PLATFORM);
}

class Dias implements DiasConnector {
  readonly platform = DIAS_PLATFORM;
  readonly capabilities = CAPABILITIES;

  constructor(
    private readonly catalogue: Catalogue<DiasRecord>,
    /** Hosts of DIAS's pages. */
    private readonly hosts: ReadonlySet<string>,
  ) {}

  begin(): void {
    this.catalogue.begin();
  }

  isRecordId(id: string): boolean {
    return id.startsWith(PREFIX) && isDatasetId(id.slice(PREFIX.length));
  }

  recordIdOfUrl(url: string): string | null {
    if (!URL.canParse(url)) return null;
    const { host, pathname } = new URL(url);
    const datasetId = this.hosts.has(host) ? datasetIdOfPath(pathname) : null;
    return datasetId === null ? null : `${PREFIX}${datasetId}`;
  }

  async find(query: CatalogueQuery, scope: RequestScope): Promise<CatalogueHits<DiasRecord>> {
    const found = await this.catalogue.search(query, scope);
    requireSome(found);
    return found;
  }

  async search({ query, filter, sort, position, first }: HitSearch, scope: RequestScope): Promise<HitPage> {
    const place = placeOfPosition(position);
    const found = await this.find({ query, sort }, scope);
    const fields = setFields(filter);
    const hits = found.hits.filter(({ value }) => fields.every((field) => meets(value, field, filter)));
    const start = startOf(place, hits);
    const page = hits.slice(start, start + Math.min(Math.max(first, 1), MAX_PAGE));
    const end = start + page.length;
    const last = page.at(-1);
    return {
      hits: page.map(recordOf),
      total: hits.length,
      totalKind: found.complete ? 'EXACT' : 'AT_LEAST',
      next: last === undefined || end >= hits.length ? null : positionOf({ after: last.id, offset: end }),
      cache: found.cache,
      partial: !found.complete,
      message: found.message,
    };
  }

  async record(id: string, scope: RequestScope): Promise<DiasRecord | null> {
    if (!this.isRecordId(id)) return null;
    const entry = await this.catalogue.get(id.slice(PREFIX.length), scope);
    return entry === null ? null : recordOf(entry);
  }

  async recordsByDoi(doi: string, scope: RequestScope): Promise<readonly DiasRecord[]> {
    const own = DIAS_DOI.test(doi);
    const known = await this.catalogue.all(own ? scope : scope.within(Date.now() + FOREIGN_DOI_WAIT_MS));
    const found = known.entries.filter(({ value }) => value.doi === doi).map(recordOf);
    // One of those that were not read may have it: that it is not here cannot be said yet.
    if (found.length === 0 && known.read !== known.of) {
      if (known.failure === null) throw stillReading(PLATFORM);
      // One that cannot be read for long is no reason to answer every other DOI with an error.
      if (own) throw known.failure;
    }
    return found;
  }
}

/** DIAS over a catalogue of its datasets. */
export function createDiasConnector(catalogue: Catalogue<DiasRecord>, hosts: ReadonlySet<string>): DiasConnector {
  return new Dias(catalogue, hosts);
}
