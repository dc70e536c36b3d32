import { UpstreamError } from '../../upstream/errors.js';
import type { RequestScope } from '../../upstream/scope.js';
import { BadUserInput } from '../common/errors.js';
import type { Tombstone } from '../common/connector.js';
import type { SharedRecord } from '../common/record.js';
import { completeRecords } from './complete.js';
import { groupByKeys, identityKeys, linkedRecordIds, parseWorkId, type WorkId } from './identity.js';
import { mergeRecords, type MergedWork } from './merge.js';
import type { Needs } from './needs.js';
import type { Catalog } from './search.js';

/** What the platforms hold of one work: every record that was found, and the failures on the way. */
interface Gathered {
  readonly records: readonly SharedRecord[];
  readonly failures: readonly UpstreamError[];
}

/** Rounds of following identifiers: a record's DOI leads to other platforms, whose records may lead to one more. */
const MAX_ROUNDS = 3;

/** Collects the records of a work from all platforms by following identifiers, each question asked once. */
class Gathering {
  readonly records = new Map<string, SharedRecord>();
  readonly failures: UpstreamError[] = [];
  private readonly asked = new Set<string>();

  constructor(
    private readonly catalog: Catalog,
    private readonly scope: RequestScope,
  ) {}

  /** Asks, and remembers a failure; what a platform does not know is no failure. */
  private async ask(question: string, answer: () => Promise<readonly (SharedRecord | null)[]>): Promise<void> {
    if (this.asked.has(question)) return;
    this.asked.add(question);
    try {
      for (const record of await answer())
        if (record && !this.records.has(record.id)) this.records.set(record.id, record);
    } catch (error) {
      if (!(error instanceof UpstreamError)) throw error;
      this.failures.push(error);
    }
  }

  async byDoi(doi: string): Promise<void> {
    await Promise.all(
      this.catalog.platforms.map(({ connector }) =>
        this.ask(`${connector.platform} doi:${doi}`, () => connector.recordsByDoi(doi, this.scope)),
      ),
    );
  }

  async byRecordId(id: string): Promise<void> {
    const owner = this.catalog.platforms.find(({ connector }) => connector.isRecordId(id));
    if (owner) await this.ask(id, async () => [await owner.connector.record(id, this.scope)]);
  }

  /** Follows the identifiers of what was found until nothing new turns up. */
  async follow(): Promise<void> {
    for (let round = 0; round < MAX_ROUNDS; round += 1) {
      const before = this.records.size;
      await Promise.all(
        [...this.records.values()].flatMap((record) => [
          ...(record.doi ? [this.byDoi(record.doi)] : []),
          ...linkedRecordIds(record, this.catalog.platforms)
            .filter((id) => !this.records.has(id))
            .map((id) => this.byRecordId(id)),
        ]),
      );
      if (this.records.size === before) return;
    }
  }
}

async function gather(id: WorkId, catalog: Catalog, scope: RequestScope): Promise<Gathered> {
  const gathering = new Gathering(catalog, scope);
  if (id.kind === 'doi') await gathering.byDoi(id.doi);
  else await gathering.byRecordId(id.id);
  await gathering.follow();
  const seed = id.kind === 'doi' ? `doi:${id.doi}` : id.id;
  const keysOf = (record: SharedRecord): readonly string[] => identityKeys(record, catalog.platforms);
  // A link can lead to another work (a book that holds the chapter): only the group of what was asked for is the work.
  const group = groupByKeys([...gathering.records.values()], keysOf).find((records) =>
    records.some((record) => record.id === seed || keysOf(record).includes(seed)),
  );
  return { records: group ?? [], failures: gathering.failures };
}

/** The platforms are asked once for a work in one request, however many of its fields and paths lead to it. */
function gatherOnce(id: WorkId, catalog: Catalog, scope: RequestScope): Promise<Gathered> {
  const key = id.kind === 'doi' ? `doi:${id.doi}` : id.id;
  const gathered = scope.memo('catalog.gathered', () => new Map<string, Promise<Gathered>>());
  let promise = gathered.get(key);
  if (!promise) {
    promise = gather(id, catalog, scope);
    gathered.set(key, promise);
  }
  return promise;
}

/**
 * The work of an id, merged from every record that is found; null where no platform knows it.
 * @throws BadUserInput for an id of no known form; UpstreamError where nothing was found and a platform could not be asked
 *   (it may be there that the work is).
 */
export async function findWork(
  input: string,
  needs: Needs,
  catalog: Catalog,
  scope: RequestScope,
): Promise<MergedWork | null> {
  const id = parseId(input, catalog);
  const { records, failures } = await gatherOnce(id, catalog, scope);
  if (records.length === 0) {
    if (failures[0]) throw failures[0];
    return null;
  }
  const completed = await completeRecords(records, needs, catalog.platforms, scope);
  return mergeRecords([...completed.records.values()], catalog.platforms);
}

/** What the record's own platform says of it when it is no longer there. @throws BadUserInput, UpstreamError */
export async function findTombstone(input: string, catalog: Catalog, scope: RequestScope): Promise<Tombstone | null> {
  const id = parseId(input, catalog);
  if (id.kind === 'doi') return null;
  const owner = catalog.platforms.find(({ connector }) => connector.isRecordId(id.id));
  return (await owner?.connector.tombstone?.(id.id, scope)) ?? null;
}

function parseId(input: string, catalog: Catalog): WorkId {
  const id = parseWorkId(input, catalog.platforms);
  if (id !== null) return id;
  throw new BadUserInput(
    `${JSON.stringify(input.slice(0, 80))} is no work id: give doi:<doi> or a record id such as ${exampleIds(catalog)}.`,
  );
}

function exampleIds({ platforms }: Catalog): string {
  return platforms.map(({ exampleId }) => exampleId).join(' or ');
}
