/** What catalogues outside of DIAS (GEO DAB, a CSW, an OAI-PMH server) hold of DIAS's datasets: kept together, met by dataset id or DOI. */
import { createHash } from 'node:crypto';
import { UpstreamError } from '../../upstream/errors.js';
import type { DatasetReading } from '../common/small-catalogue/types.js';
import type { DiasSource } from './record.js';
import type { DiasPart, DiasValues } from './values.js';

/** One record of such a catalogue. */
export interface ForeignRecord {
  /** Its identifier there: hostile or odd, so part of no id as it stands (fact sheet 7). */
  readonly identifier: string;
  /** DIAS's dataset id, where a link of the record leads to DIAS's own page. */
  readonly datasetId: string | null;
  readonly url: string | null;
  readonly retrievedAt: Date;
  readonly values: Partial<DiasValues>;
}

export interface ForeignSource {
  readonly source: DiasSource;
  /** All that it holds of DIAS. @throws UpstreamError */
  list(reading: DatasetReading): Promise<readonly ForeignRecord[]>;
}

interface Held extends ForeignRecord {
  readonly source: DiasSource;
}

/** A record that names no dataset of DIAS's: its source, and a hash in place of its identifier. */
function madeId({ source, identifier }: Held): string {
  return `${source}_${createHash('sha256').update(identifier).digest('hex').slice(0, 16)}`;
}

/** Records with one DOI are one dataset: it goes by the first of them that names an id of DIAS's, else by the first. */
function idOf(record: Held, all: readonly Held[]): string {
  const { doi } = record.values;
  if (record.datasetId !== null) return record.datasetId;
  const same = typeof doi === 'string' ? all.filter(({ values }) => values.doi === doi) : [record];
  return same.find(({ datasetId }) => datasetId !== null)?.datasetId ?? madeId(same[0] ?? record);
}

function partOf({ source, retrievedAt, values }: Held): DiasPart {
  return { source, retrievedAt, values };
}

/** What was listed last, per source in the order in which they fill in. */
export class ForeignRecords {
  private readonly held = new Map<DiasSource, readonly Held[]>();

  constructor(private readonly sources: readonly ForeignSource[]) {}

  /**
   * Lists every source anew; one that fails keeps what it had, and says so.
   * @returns the dataset ids under which records stand that `known` does not name.
   */
  async refresh(reading: DatasetReading, known: ReadonlySet<string>): Promise<string[]> {
    for (const catalogue of this.sources) {
      const { source } = catalogue;
      try {
        this.held.set(
          source,
          (await catalogue.list(reading)).map((record) => ({ ...record, source })),
        );
      } catch (error) {
        if (!(error instanceof UpstreamError)) throw error;
        reading.failed(error);
      }
    }
    const all = this.all();
    const ids = all.map((record) => idOf(record, all));
    return [...new Set(ids)].filter((id) => !known.has(id));
  }

  /** The parts for a dataset whose own pages are read: by its id, else by its DOI. */
  partsOf(datasetId: string, doi: string | null): DiasPart[] {
    return this.all()
      .filter((record) => record.datasetId === datasetId || (doi !== null && record.values.doi === doi))
      .map(partOf);
  }

  /** The records that stand under an id of `refresh`: the address that the first one gives, and their parts. */
  under(id: string): { readonly url: string | null; readonly parts: readonly DiasPart[] } | null {
    const all = this.all();
    const records = all.filter((record) => idOf(record, all) === id);
    if (records.length === 0) return null;
    return { url: records.find(({ url }) => url !== null)?.url ?? null, parts: records.map(partOf) };
  }

  private all(): Held[] {
    return [...this.held.values()].flat();
  }
}
