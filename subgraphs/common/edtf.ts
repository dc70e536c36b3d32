/** EDTF level 0 by shape: a year, month or day, or an interval of two. (Level 0 is this small; the edtf package brings no types.) */
const DATE = String.raw`\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?`;
const LEVEL_0 = new RegExp(`^${DATE}(?:/${DATE})?$`);

/** Whether a text is an EDTF level 0 date or interval whose days exist and whose start is not after its end. */
export function isEdtf(text: string): boolean {
  if (!LEVEL_0.test(text)) return false;
  const [start = '', end] = text.split('/');
  return isCalendarDate(start) && (end === undefined || (isCalendarDate(end) && firstDay(start) <= lastDay(end)));
}

/** 31 June and 29 February 2023 have the shape of a day and are none. */
function isCalendarDate(date: string): boolean {
  return date.length < 10 || new Date(`${date}T00:00:00Z`).getUTCDate() === Number(date.slice(8));
}

/**
 * A source's date as EDTF level 0 with the precision that the source gives, or null where it cannot be read as one.
 * Reads W3CDTF with a time (the day counts, as printed), 20240131, 2010.6, 2010/06, 2010/06/01, 2010年6月1日, full-width digits.
 */
export function parseEdtf(printed: string): string | null {
  const text = printed.normalize('NFKC').trim();
  if (text === '') return null;
  if (!text.includes('/') && isEdtf(text)) return text;
  const interval = /^([^/]+)\/([^/]+)$/.exec(text);
  if (interval?.[1] && interval[2]) {
    const start = parseEdtf(interval[1]);
    const end = parseEdtf(interval[2]);
    if (start && end && !start.includes('/') && !end.includes('/')) {
      // A period of one day is that day.
      const both = start === end ? start : `${start}/${end}`;
      return isEdtf(both) ? both : null;
    }
  }
  const time = /^(\d{4}-\d{2}-\d{2})[T ]\d{2}(?::?\d{2}(?::?\d{2}(?:\.\d+)?)?)?\s*(?:Z|[+-]\d{2}:?\d{2})?$/.exec(text);
  if (time?.[1]) return isEdtf(time[1]) ? time[1] : null;
  const parts =
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ??
    /^(\d{4})[./-](\d{1,2})[./-](\d{1,2})\.?$/.exec(text) ??
    /^(\d{4})[./-](\d{1,2})\.?$/.exec(text) ??
    /^(\d{4})年(?:\s*(\d{1,2})月(?:\s*(\d{1,2})日)?)?$/.exec(text);
  if (!parts?.[1]) return null;
  const [, year, month, day] = parts;
  const date = [year, month?.padStart(2, '0'), day?.padStart(2, '0')].filter((part) => part !== undefined).join('-');
  return isEdtf(date) ? date : null;
}

/** A source's date as a full day (YYYY-MM-DD), or null where it is coarser or not a date. */
export function parseDay(printed: string): string | null {
  const date = parseEdtf(printed);
  return date !== null && date.length === 10 ? date : null;
}

/** A source's instant as RFC 3339 in UTC without fraction, or null. A day without a time counts as its start; a time without a zone as UTC. */
export function parseInstant(printed: string): string | null {
  const text = printed.trim();
  const match = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/.exec(text);
  if (!match?.[1] || !isEdtf(match[1])) return null;
  const instant = new Date(`${match[1]}T${match[2] ?? '00:00:00'}${match[3] ?? 'Z'}`);
  return Number.isNaN(instant.getTime()) ? null : instant.toISOString().replace(/\.\d+Z$/, 'Z');
}

/** Two dates as one interval; equal ones are that date, a missing or impossible end leaves the other. */
export function interval(start: string | null, end: string | null): string | null {
  if (start === null || end === null) return start ?? end;
  if (start === end) return start;
  return isEdtf(`${start}/${end}`) ? `${start}/${end}` : start;
}

/** The first day (YYYY-MM-DD) that an EDTF date or interval touches. */
export function firstDay(date: string): string {
  const start = date.split('/')[0] ?? date;
  return start.length === 4 ? `${start}-01-01` : start.length === 7 ? `${start}-01` : start;
}

/** The last day (YYYY-MM-DD) that an EDTF date or interval touches. */
export function lastDay(date: string): string {
  const end = date.split('/').at(-1) ?? date;
  if (end.length === 4) return `${end}-12-31`;
  if (end.length === 10) return end;
  const [year = 0, month = 1] = end.split('-').map(Number);
  return `${end}-${String(new Date(Date.UTC(year, month, 0)).getUTCDate()).padStart(2, '0')}`;
}

/** Whether a date lies, as far as it is precise, within inclusive bounds: 2019 is within 2019-04/…, since it may be meant. */
export function overlaps(date: string, from: string | null, until: string | null): boolean {
  return (from === null || lastDay(date) >= firstDay(from)) && (until === null || firstDay(date) <= lastDay(until));
}
