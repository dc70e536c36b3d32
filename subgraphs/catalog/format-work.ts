import type { FormatWork } from '../../formats/work.js';
import type { MergedWork } from './merge.js';

/** A merged work as the writers of formats receive it: a list that is not known is not written. */
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
