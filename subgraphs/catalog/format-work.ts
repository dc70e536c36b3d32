import { FORMATS, type Format } from '../../formats/registry.js';
import type { FormatWork } from '../../formats/work.js';
import type { MergedWork } from './merge.js';

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

/** A work in a format of the API. */
export function inFormat(work: MergedWork, exportFormat: string): string {
  const format = BY_NAME.get(exportFormat);
  // The schema lets no other name through.
  if (format === undefined) throw new Error(`no format ${exportFormat}`);
  return format.write(formatWork(work));
}
