import { interval, isEdtf, parseDay, parseEdtf, parseInstant } from '../../common/edtf.js';
import { attribute, type XmlElement } from '../../common/xml.js';
import { elements, line, lines } from './elements.js';

/** The printed values of datacite:date with a dateType, in document order. */
export function datesOf(parent: XmlElement, dateType: string): string[] {
  return elements(parent, 'datacite', 'date')
    .filter((date) => attribute(date, 'dateType')?.toLowerCase() === dateType.toLowerCase())
    .map(line)
    .filter((text) => text !== '');
}

function first<T>(texts: readonly string[], read: (text: string) => T | null): T | null {
  for (const text of texts) {
    const value = read(text);
    if (value !== null) return value;
  }
  return null;
}

/**
 * When the work was issued: dateType Issued alone. A date without type may be anything, dateGranted is the degree's,
 * dcterms:date is a literal of unsaid meaning, Available and Updated are excluded by the contract.
 */
export function issued(root: XmlElement): string | null {
  return first(datesOf(root, 'Issued'), parseEdtf);
}

/** The latest Updated date that is a full day or instant. */
export function updated(root: XmlElement): string | null {
  const instants = datesOf(root, 'Updated').flatMap((text) => parseInstant(text) ?? []);
  return instants.sort().at(-1) ?? null;
}

/** The first Available date of a record or file that is a full day. */
export function availableFrom(parent: XmlElement): string | null {
  return first(datesOf(parent, 'Available'), parseDay);
}

/** Two dates with a sign between them: "1970-01-01 00:00:00 - 2005-01-01 23:59:59", "2001～2003", "2011年3月から2012年". */
const SPAN = /^(.+?)\s*(?:\/|~|\u301c|\u2013|\u2014|\s-+\s|\sto\s|から)\s*(.+?)(?:まで)?$/;
const YEARS = /^(\d{4})年?\s*-\s*(\d{4})年?$/;

/** A printed period as EDTF, only where it reads as a date or two; "江戸時代" and "1 to 2" are none. */
export function parsePeriod(printed: string): string | null {
  const text = printed.normalize('NFKC').trim();
  const whole = parseEdtf(text);
  if (whole !== null) return whole;
  const span = YEARS.exec(text) ?? SPAN.exec(text);
  if (!span?.[1] || !span[2]) return null;
  const start = parseEdtf(span[1]);
  const end = parseEdtf(span[2]);
  if (start === null || end === null || start.includes('/') || end.includes('/')) return null;
  const both = interval(start, end);
  return both !== null && (start === end || both.includes('/')) ? both : null;
}

/** The time that the content covers: dcterms:temporal where it reads as time, else when the data were collected. */
export function period(root: XmlElement): string | null {
  return first([...lines(root, 'dcterms', 'temporal'), ...datesOf(root, 'Collected')], parsePeriod);
}

function attributeDate(element: XmlElement, edge: 'start' | 'end'): string | null {
  const year = attribute(element, `${edge}Year`) ?? '';
  const month = attribute(element, `${edge}Month`)?.padStart(2, '0');
  const day = attribute(element, `${edge}Day`)?.padStart(2, '0');
  const candidates = [
    ...(month !== undefined && day !== undefined ? [`${year}-${month}-${day}`] : []),
    ...(month !== undefined ? [`${year}-${month}`] : []),
    year,
  ];
  return candidates.find((date) => isEdtf(date)) ?? null;
}

/** When a conference took place: by the start and end attributes, else by its text. */
export function conferencePeriod(conference: XmlElement): string | null {
  const date = elements(conference, 'jpcoar', 'conferenceDate')[0];
  if (date === undefined) return null;
  return interval(attributeDate(date, 'start'), attributeDate(date, 'end')) ?? parsePeriod(line(date));
}
