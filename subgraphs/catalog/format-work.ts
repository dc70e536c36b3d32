import { writeCommonMetadata } from '../../formats/common-metadata.js';
import { FORMATS, type Format } from '../../formats/registry.js';
import type { FormatWork } from '../../formats/work.js';
import { UpstreamError } from '../../upstream/errors.js';
import type { RequestScope } from '../../upstream/scope.js';
import type { MergedWork } from './merge.js';
import type { Catalog } from './search.js';

const BY_NAME = new Map<string, Format>(FORMATS.map((format) => [format.exportFormat, format]));

/** A merged work as the writers of exchange formats take it: what could not be read is not told. */
export function formatWork(work: MergedWork): FormatWork {
  return {
    ...work,
    alternativeTitles: work.alternativeTitles ?? [],
    contributors: work.contributors ?? [],
    languages: work.languages ?? [],
    subjects: work.subjects ?? [],
    licenses: work.licenses ?? [],
    formats: work.formats ?? [],
    funding: work.funding ?? [],
    places: work.places ?? [],
    files: work.files ?? [],
    related: work.related ?? [],
  };
}

/** A work with what is registered of its common metadata elements; what could not be read is not told. */
export async function withRegistered(work: MergedWork, catalog: Catalog, scope: RequestScope): Promise<FormatWork> {
  const read = await Promise.all(
    work.records.map(async ({ id, platform }) => {
      const owner = catalog.platforms.find(({ connector }) => connector.platform === platform);
      try {
        return (await owner?.connector.registeredMetadata?.(id, scope)) ?? null;
      } catch (error) {
        if (!(error instanceof UpstreamError)) throw error;
        return null;
      }
    }),
  );
  return { ...formatWork(work), registered: read.filter((stated) => stated !== null) };
}

/** A work in a format of the API. */
export async function inFormat(
  work: MergedWork,
  exportFormat: string,
  catalog: Catalog,
  scope: RequestScope,
): Promise<string> {
  const format = BY_NAME.get(exportFormat);
  // The schema lets no other name through.
  if (format === undefined) throw new Error(`no format ${exportFormat}`);
  // Of all formats one alone has a place for it.
  const isOfElements = format.write === writeCommonMetadata;
  return format.write(isOfElements ? await withRegistered(work, catalog, scope) : formatWork(work));
}
