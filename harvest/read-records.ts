import { z } from 'zod';
import { secondsOf, type Seconds } from './datestamps.js';
import { isAway, PlatformsAway, type HarvestPort } from './port.js';

/** A platform's record that a work is made of. */
export interface Origin {
  readonly id: string;
  readonly platform: string;
  /** Its page on the platform. */
  readonly url: string | null;
  readonly readAt: Seconds;
  /** When the platform says that it was updated; null: it does not say it, or another record's date stands for the work. */
  readonly updated: Seconds | null;
}

/** A work as it is harvested. */
export interface HarvestedWork {
  readonly document: string;
  readonly origins: readonly Origin[];
}

const OPERATION = `query HarvestRecords($ids: [ID!]!, $format: ExportFormat!) {
  works(ids: $ids) {
    export(format: $format) updated
    records { id platform url retrieved { at } }
    provenance { field recordId }
  }
}`;

const shape = z.object({
  works: z.array(
    z
      .object({
        export: z.string(),
        updated: z.string().nullable(),
        records: z.array(
          z.object({
            id: z.string(),
            platform: z.string(),
            url: z.string().nullable(),
            retrieved: z.object({ at: z.string() }),
          }),
        ),
        provenance: z.array(z.object({ field: z.string(), recordId: z.string() })),
      })
      .nullable(),
  ),
});

/**
 * Works in a format of the API, in the order of the ids; null: the platforms know it no longer.
 * @throws PlatformsAway where a work, or a part of it, could not be had; AskFailure
 */
export async function readRecords(
  port: HarvestPort,
  ids: readonly string[],
  exportFormat: string,
  signal?: AbortSignal,
): Promise<(HarvestedWork | null)[]> {
  if (ids.length === 0) return [];
  const { data, failed } = await port.ask(OPERATION, { ids, format: exportFormat }, signal);
  const { works } = shape.parse(data);
  // A document that cannot be read, of a work that others tell too, is nothing that asking again would bring.
  if (isAway(failed) || (failed.size > 0 && works.includes(null)))
    throw new PlatformsAway('A platform that holds works of this list does not answer.');
  return works.map((work) => {
    if (work === null) return null;
    const dated = work.provenance.find(({ field }) => field === 'updated')?.recordId;
    return {
      document: work.export,
      origins: work.records.map(({ id, platform, url, retrieved }) => ({
        id,
        platform,
        url,
        readAt: secondsOf(retrieved.at),
        updated: id === dated && work.updated !== null ? secondsOf(work.updated) : null,
      })),
    };
  });
}
