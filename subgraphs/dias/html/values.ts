/** Dates, numbers, addresses and e-mails as DIAS's pages print them. */
import { parseEdtf } from '../../common/edtf.js';
import { parseHttpUrl } from '../../common/identifiers.js';
import type { BoundingBox } from '../../common/record.js';
import type { Line } from './lines.js';

const EMAIL = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/;

/** The first e-mail address of some lines, printed or behind mailto:. */
export function emailOf(lines: readonly Line[]): string | null {
  for (const { text, links } of lines) {
    const printed = EMAIL.exec(text.slice(0, 2000))?.[0];
    const linked = links.map(({ href }) => (/^mailto:/i.test(href) ? EMAIL.exec(href.slice(7, 400))?.[0] : undefined));
    const found = printed ?? linked.find((address) => address !== undefined);
    if (found !== undefined) return found;
  }
  return null;
}

/** The words for an end that is not there yet: "Under Continuation" (fact sheet 3). */
const ONGOING = /under\s*continuation|continu(?:ing|ed)|on-?going|\b(?:present|now)\b|to\s+date|継続|現在/i;

export interface Instants {
  readonly begin: string | null;
  readonly end: string | null;
  readonly ongoing: boolean;
}

/** A date of a page; what follows it in blanks or brackets is not part of it. */
export function dateOf(text: string | null): string | null {
  if (text === null) return null;
  const first = text.slice(0, 200).split('\n')[0] ?? '';
  return parseEdtf(first) ?? parseEdtf(first.replace(/\s*[(（].*$/, ''));
}

/** Begin and end as they are printed apart. */
export function periodOf(begin: string | null, end: string | null): Instants {
  const ongoing = end !== null && dateOf(end) === null && ONGOING.test(end.slice(0, 200));
  return { begin: dateOf(begin), end: dateOf(end), ongoing };
}

/** "1958-01-01 to 2024-02-02", "1958年1月1日 ～ 継続中". */
export function periodOfText(text: string): Instants | null {
  const parts = text.slice(0, 200).split(/\s+(?:to|until|through|-)\s+|\s*[~〜～–—]\s*|\s*から\s*/i);
  if (parts.length < 2) return null;
  const period = periodOf(parts[0] ?? '', (parts[1] ?? '').replace(/\s*まで$/, ''));
  return period.begin === null && period.end === null ? null : period;
}

const DEGREES =
  /^(?:([nsew])|(北緯|南緯|東経|西経))?\s*([+-]?\d{1,3}(?:\.\d{1,12})?)\s*(?:°|º|deg(?:ree)?s?\.?|度)?\s*([nsew])?$/i;

/** A latitude or longitude in degrees, north and east positive; null where it is no number. */
export function degreesOf(text: string | null): number | null {
  if (text === null) return null;
  const printed = text.normalize('NFKC').replace(/[−–]/g, '-').trim();
  const match = DEGREES.exec(printed.slice(0, 60));
  if (match?.[3] === undefined) return null;
  const side = (match[1] ?? match[4] ?? match[2] ?? '').toLowerCase();
  const value = Number(match[3]);
  const negative = side === 's' || side === 'w' || side === '南緯' || side === '西経';
  return negative && value > 0 ? -value : value;
}

/** Longitudes of 0 to 360 as -180 to 180; the whole round stays whole. */
function wrapped(west: number, east: number): readonly [number, number] {
  if (east - west >= 360) return [-180, 180];
  const within = (longitude: number): number => (longitude > 180 ? longitude - 360 : longitude);
  return [within(west), within(east)];
}

/** A box of four printed numbers; null where one is missing or they are no box on earth. */
export function boxOf(north: number | null, west: number | null, east: number | null, south: number | null): BoundingBox | null {
  if (north === null || south === null || west === null || east === null) return null;
  if (Math.abs(north) > 90 || Math.abs(south) > 90 || south > north) return null;
  if (west < -180 || west > 360 || east < -180 || east > 360) return null;
  const [from, to] = wrapped(west, east);
  return { west: from, south, east: to, north };
} // prettier-ignore

/** An address as a page links it, absolute; null where it leads nowhere on the web. */
export function webAddress(href: string, base: string | null): string | null {
  const absolute = parseHttpUrl(href);
  if (absolute !== null || base === null || href === '' || /^[a-z][a-z\d+.-]*:|^#/i.test(href)) return absolute;
  return URL.canParse(href, base) ? parseHttpUrl(new URL(href, base).href) : null;
}

const PRINTED_URL = /https?:\/\/[^\s<>"'（）()「」、。，；]{1,2000}/g;

/** Every address of some lines, linked or printed, in their order, each once. */
export function addressesOf(lines: readonly Line[], base: string | null): string[] {
  const found = lines.flatMap(({ text, links }) => [
    ...links.map(({ href }) => webAddress(href, base)),
    ...[...text.matchAll(PRINTED_URL)].map(([address]) => parseHttpUrl(address.replace(/[.,;:]+$/, ''))),
  ]);
  return [...new Set(found.filter((address) => address !== null))];
}
