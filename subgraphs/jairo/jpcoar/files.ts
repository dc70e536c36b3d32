import { parseHttpUrl } from '../../common/identifiers.js';
import type { AccessRight, WorkFile } from '../../common/record.js';
import { sizeInBytes } from '../../common/vocabulary.js';
import { attribute, type XmlElement } from '../../common/xml.js';
import { availableFrom } from './dates.js';
import { elements, firstLine, line, lines } from './elements.js';

/** What decides whether a file is open: what the record says of itself, and the day on which it was read (in Japan). */
export interface FileContext {
  readonly recordRight: AccessRight;
  readonly today: string;
}

/** The day in Japan at an instant: embargo days are counted in Asia/Tokyo, UTC+9 all year (fact sheet 6, 9.10). */
export function dayInJapan(at: Date): string {
  return new Date(at.getTime() + 9 * 3_600_000).toISOString().slice(0, 10);
}

/** The last part of an address, as people read it; null where it has none. */
export function fileNameOf(address: string): string | null {
  const last =
    address
      .replace(/[?#].*$/, '')
      .split('/')
      .filter((part) => part !== '')
      .at(-1) ?? '';
  if (last === '' || last.endsWith(':')) return null;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

/** Of several extents ("3MB", "24 pages"; "18 KB", "18432 B") the first that is a size is printed; bytes are exact where one says bytes. */
function sizes(file: XmlElement): { size: string | null; bytes: number | null } {
  const extents = lines(file, 'jpcoar', 'extent');
  const measured = extents.filter((extent) => sizeInBytes(extent) !== null);
  const exact = measured.find((extent) => /\d\s*(?:b|bytes?)$/i.test(extent)) ?? measured[0];
  return { size: measured[0] ?? extents[0] ?? null, bytes: exact === undefined ? null : sizeInBytes(exact) };
}

/**
 * A file's access right is the record's, but a file whose date is still to come is closed also in a record that calls
 * itself open (fact sheet 6).
 */
function fileRight({ recordRight, today }: FileContext, available: string | null): AccessRight {
  const waits = available !== null && available > today;
  return waits && (recordRight === 'OPEN' || recordRight === 'UNKNOWN') ? 'EMBARGOED' : recordRight;
}

function workFile(file: XmlElement, context: FileContext): WorkFile | null {
  const uri = elements(file, 'jpcoar', 'URI')[0];
  const address = uri === undefined ? '' : line(uri);
  const name = (uri === undefined ? undefined : attribute(uri, 'label')) ?? fileNameOf(address);
  if (uri === undefined || name === null) return null;
  const available = availableFrom(file);
  return {
    name,
    url: parseHttpUrl(address),
    kind: attribute(uri, 'objectType') ?? null,
    mediaType: firstLine(file, 'jpcoar', 'mimeType'),
    ...sizes(file),
    accessRight: fileRight(context, available),
    availableFrom: available,
  };
}

/** The files that a record lists. One without an address is none: it tells the amount of data (see totalSize). */
export function files(root: XmlElement, context: FileContext): WorkFile[] {
  return elements(root, 'jpcoar', 'file').flatMap((file) => workFile(file, context) ?? []);
}

/** The size of the whole: dcterms:extent, else the extent of a file element without address (the Cabinet Office's 概略データ量). */
export function totalSize(root: XmlElement): string | null {
  const stated = firstLine(root, 'dcterms', 'extent');
  if (stated !== null) return stated;
  const amount = elements(root, 'jpcoar', 'file').find((file) => elements(file, 'jpcoar', 'URI').length === 0);
  return amount === undefined ? null : sizes(amount).size;
}

/** jpcoar:format (the physical form of an object), then the media types of the files. */
export function formats(root: XmlElement): string[] {
  const ofFiles = elements(root, 'jpcoar', 'file').flatMap((file) => lines(file, 'jpcoar', 'mimeType'));
  return [...new Set([...lines(root, 'jpcoar', 'format'), ...ofFiles])];
}

const FULL_TEXT = new Set(['fulltext', 'dataset', 'software']);

/**
 * When an embargoed work opens (fact sheet 3.3): the first day on which one of its texts or datasets does; where the files
 * do not say what they are, the last of their days, since a summary is open before the text; else the record's own date.
 */
export function embargoUntil(root: XmlElement, right: AccessRight): string | null {
  if (right !== 'EMBARGOED') return null;
  const dated = elements(root, 'jpcoar', 'file').flatMap((file) => {
    const day = availableFrom(file);
    const uri = elements(file, 'jpcoar', 'URI')[0];
    const kind = uri === undefined ? '' : (attribute(uri, 'objectType') ?? '');
    return day === null ? [] : [{ day, isText: FULL_TEXT.has(kind.toLowerCase()) }];
  });
  const texts = dated.filter(({ isText }) => isText).map(({ day }) => day);
  if (texts.length > 0) return texts.sort()[0] ?? null;
  const others = dated.map(({ day }) => day).sort();
  return others.at(-1) ?? availableFrom(root);
}
