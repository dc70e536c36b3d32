import { ddiRecord } from './ddi.js';
import { jpcoarRecord } from './jpcoar.js';
import { dublinCoreRecord } from './oai-dc.js';
import type { SandboxItem, SandboxRepository } from './repositories.js';
import { element, type XmlNode } from './xml.js';

/** Deleted items, and private ones, have neither sets nor metadata (fact sheet 2.7). */
export function header(item: SandboxItem): XmlNode {
  const gone = item.state !== 'public';
  return element(
    'header',
    { status: gone ? 'deleted' : undefined },
    element('identifier', {}, item.oaiIdentifier),
    element('datestamp', {}, item.datestamp),
    gone ? undefined : item.setSpecs.map((setSpec) => element('setSpec', {}, setSpec)),
  );
}

/** The record in a format; null where writing it fails, as for every record in the format lom, which is listed but has no writer. */
function metadata(repository: SandboxRepository, item: SandboxItem, prefix: string): XmlNode | null {
  if (item.held === null) return null;
  switch (prefix) {
    case 'jpcoar_1.0':
    case 'jpcoar_v1':
      return jpcoarRecord(repository, item.held, '1.0');
    case 'jpcoar':
    case 'jpcoar_2.0':
      return jpcoarRecord(repository, item.held, '2.0');
    case 'oai_dc':
      return dublinCoreRecord(repository, item.held);
    case 'ddi':
      return ddiRecord(repository, item.held);
    default:
      return null;
  }
}

/** A record as lists and GetRecord show it; null for one that is left out: hidden, or not to be written (fact sheet 2.6, holes). */
export function record(repository: SandboxRepository, item: SandboxItem, prefix: string): XmlNode | null {
  if (item.state === 'hidden') return null;
  if (item.state !== 'public') return element('record', {}, header(item));
  const content = metadata(repository, item, prefix);
  return content === null ? null : element('record', {}, header(item), element('metadata', {}, content));
}
