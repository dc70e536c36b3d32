/** Products by id and by DOI: what is asked for at about the same time is one request. */
import type { UpstreamReader } from '../../upstream/client.js';
import type { RequestScope } from '../../upstream/scope.js';
import { UpstreamError } from '../../upstream/errors.js';
import { mapProducts } from './mapping.js';
import type { EoscRecord } from './record.js';
import { FIRST_CURSOR, MAX_PAGE, productsRequest, type EoscServer, type ProductFilter } from './requests.js';
import { decodeProductPage } from './responses.js';

/** At most this many in one request, which is what one page holds and what `works` takes; addresses stay below the 8 kB that servers take. */
const MAX_BATCH = 100;
const MAX_ADDRESS = 7000;
/** Works that are found by other platforms' ids ask for their DOIs one by one, as those platforms answer: sixty requests an hour are worth the wait. */
const COLLECT_MS = 10;
/** A DOI may stand in several products; past this many pages of one batch something is wrong with the answers. */
const MAX_PAGES = 5;

/** Splits values so that the address of each part stays short. */
export function batches(values: readonly string[]): string[][] {
  const parts: string[][] = [];
  let length = 0;
  for (const value of values) {
    const own = encodeURIComponent(`"${value}" OR `).length;
    const last = parts.at(-1);
    if (last === undefined || last.length >= MAX_BATCH || length + own > MAX_ADDRESS) {
      parts.push([value]);
      length = own;
    } else {
      last.push(value);
      length += own;
    }
  }
  return parts;
}

/** The products that this request has read, by record id: the catalog and the subgraph share them. */
export function recordsRead(scope: RequestScope): Map<string, EoscRecord> {
  return scope.memo('eosc.records', () => new Map<string, EoscRecord>());
}

export function remember(records: readonly EoscRecord[], scope: RequestScope): void {
  const known = recordsRead(scope);
  for (const record of records) known.set(record.id, record);
}

/** A loader's batch: values of one kind to the records found, whatever value each belongs to. */
async function readAll(
  filter: ProductFilter,
  server: EoscServer,
  client: UpstreamReader,
  scope: RequestScope,
): Promise<EoscRecord[]> {
  const records: EoscRecord[] = [];
  let cursor: string | null = FIRST_CURSOR;
  for (let pages = 0; cursor !== null && pages < MAX_PAGES; pages += 1) {
    const request = productsRequest({ query: null, filter, sort: 'RELEVANCE' }, { cursor, size: MAX_PAGE }, server);
    const { value, retrieved } = await client.read(request, decodeProductPage, scope);
    records.push(...mapProducts(value.products, retrieved));
    cursor = value.size < MAX_PAGE || value.nextCursor === cursor ? null : value.nextCursor;
  }
  remember(records, scope);
  return records;
}

/** Reads the parts side by side; a part that fails leaves the others. */
async function inParts<T>(
  values: readonly string[],
  read: (part: readonly string[]) => Promise<readonly EoscRecord[]>,
  pick: (value: string, records: readonly EoscRecord[]) => T,
): Promise<(T | Error)[]> {
  const answers = await Promise.all(
    batches(values).map(async (part) => {
      try {
        const records = await read(part);
        return part.map((value) => pick(value, records));
      } catch (error) {
        if (!(error instanceof UpstreamError)) throw error;
        return part.map(() => error);
      }
    }),
  );
  return answers.flat();
}

/**
 * One loader for each deadline: a look-up has the time of those who wait for it, and what failed for want of time may be
 * asked again by who has more.
 */
function nameOf(kind: string, scope: RequestScope): string {
  return `eosc.${kind} ${String(scope.deadline)}`;
}

/** A product by its OpenAIRE id; null: not known. An id is found in whatever case it is written. */
export function productById(
  openaireId: string,
  server: EoscServer,
  client: UpstreamReader,
  scope: RequestScope,
): Promise<EoscRecord | null> {
  const found = (id: string, records: readonly EoscRecord[]): EoscRecord | null =>
    records.find((record) => record.openaireId === id) ??
    records.find((record) => record.openaireId.toLowerCase() === id.toLowerCase()) ??
    null;
  return scope
    .loader<EoscRecord | null>(
      nameOf('id', scope),
      (ids) => inParts(ids, (part) => readAll({ ids: part }, server, client, scope), found),
      undefined,
      COLLECT_MS,
    )
    .load(openaireId);
}

/** The products that state a DOI (canonical form) among their pids. What else the platform found for it does not count. */
export function productsByDoi(
  doi: string,
  server: EoscServer,
  client: UpstreamReader,
  scope: RequestScope,
): Promise<readonly EoscRecord[]> {
  const found = (wanted: string, records: readonly EoscRecord[]): readonly EoscRecord[] =>
    records.filter(({ dois }) => dois.includes(wanted));
  return scope
    .loader<readonly EoscRecord[]>(
      nameOf('doi', scope),
      (dois) => inParts(dois, (part) => readAll({ pids: part }, server, client, scope), found),
      undefined,
      COLLECT_MS,
    )
    .load(doi);
}
