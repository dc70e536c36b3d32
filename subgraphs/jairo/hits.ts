import type { Retrieval } from '../common/record.js';
import type { IrdbEntry } from './irdb.js';
import type { JairoItemRecord } from './record.js';
import type { Repositories } from './repositories.js';

/** A value that IRDB gives; what it leaves out may still be in the repository's own record, so it is not "none". */
function carried<K extends string, T>(name: K, value: T | null | readonly []): { readonly [key in K]?: T } | object {
  return value === null || (Array.isArray(value) && value.length === 0) ? {} : { [name]: value };
}

/**
 * An entry of IRDB as a hit. At a repository that can be asked it is that repository's record, of which IRDB tells a few
 * fields; its creators are left to the record, since which names are one person is a guess here. Elsewhere it stays what
 * IRDB says, under IRDB's own number, and the rest is not known.
 */
export function irdbHit(entry: IrdbEntry, repositories: Repositories, retrieved: Retrieval): JairoItemRecord {
  const { fields } = entry;
  const told = {
    platform: 'JAIRO_CLOUD' as const,
    retrieved,
    title: fields.title,
    ...carried('issued', fields.issued),
    ...carried('container', fields.container),
    ...carried('publisher', fields.publisher),
    ...carried('languages', fields.languages),
    ...carried('description', fields.description),
    ...carried('url', fields.url),
    ...carried('doi', fields.doi),
  };
  const place = entry.source === null ? null : repositories.placeOfUrl(entry.source);
  if (place !== null) return { ...told, ...place };
  return {
    ...told,
    id: `jairo:irdb/${entry.number}`,
    repository: null,
    recid: entry.number,
    identifiers: fields.identifiers,
    creators: fields.creators,
    creatorsAreNamesOnly: true,
    oaiIdentifier: null,
    datestamp: null,
    deleted: null,
    sets: null,
    jpcoar: null,
  };
}
