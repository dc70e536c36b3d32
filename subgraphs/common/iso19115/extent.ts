import { readBox } from '../box.js';
import { firstDay, interval, lastDay, parseEdtf } from '../edtf.js';
import type { BoundingBox, Place } from '../record.js';
import { attribute, childElement, childText, textContent, type XmlElement } from '../xml.js';
import { isA, objects, printed, properties } from './elements.js';
import { line, lines, type Locales } from './texts.js';

/** The time that the content covers. `period` is EDTF level 0, which has no open end: an ongoing one is its beginning. */
export interface Coverage {
  readonly period: string | null;
  /** Whether the record says that the data go on (indeterminatePosition="now"). */
  readonly ongoing: boolean;
}

/** A box; one that says that it is where the resource is not (extentTypeCode false) is none. */
function boxOf(element: XmlElement): BoundingBox | null {
  const excluded = /^(?:0|false)$/i.test(printed(childElement(element, 'extentTypeCode')) ?? '');
  const bound = (name: string): string | undefined => printed(childElement(element, name)) ?? undefined;
  if (excluded) return null;
  return readBox({
    west: bound('westBoundLongitude'),
    south: bound('southBoundLatitude'),
    east: bound('eastBoundLongitude'),
    north: bound('northBoundLatitude'),
  });
}

/** One extent: its description names its box where it has one, otherwise each is a place of its own. A polygon alone is none: the order of its axes is not sure. */
function placesOf(extent: XmlElement, locales: Locales): Place[] {
  const elements = objects(extent, 'geographicElement');
  const boxes = elements
    .filter((element) => isA(element, 'EX_GeographicBoundingBox'))
    .flatMap((box) => boxOf(box) ?? []);
  const described = line(properties(extent, 'description'), locales);
  const codes = elements
    .filter((element) => isA(element, 'EX_GeographicDescription'))
    .flatMap((element) => lines(properties(element, 'geographicIdentifier', 'code'), locales));
  const [only] = boxes;
  const drawn: Place[] =
    only !== undefined && boxes.length === 1
      ? [{ name: described, box: only, point: null }]
      : boxes.map((box) => ({ name: null, box, point: null }));
  const named = described === null || drawn.some(({ name }) => name !== null) ? codes : [described, ...codes];
  return [...drawn, ...named.map((name) => ({ name, box: null, point: null }))];
}

/** The places of a resource, each once. */
export function places(extents: readonly XmlElement[], locales: Locales): Place[] {
  const all = extents.flatMap((extent) => placesOf(extent, locales));
  const seen = new Set<string>();
  return all.filter((place) => {
    const key = JSON.stringify(place);
    return !seen.has(key) && seen.add(key).size > 0;
  });
}

interface Position {
  readonly date: string | null;
  readonly now: boolean;
}

/** gml: "beginPosition" holds the date itself, "begin" a TimeInstant. "unknown", "before" and "after" tell no date. */
function position(period: XmlElement, edge: 'begin' | 'end'): Position {
  const instant = objects(period, edge)[0];
  const element = childElement(period, `${edge}Position`) ?? (instant && childElement(instant, 'timePosition'));
  if (element === undefined) return { date: null, now: false };
  const text = textContent(element).trim();
  const indeterminate = attribute(element, 'indeterminatePosition');
  const now = indeterminate === 'now' || /^(?:now|present)$/i.test(text);
  return { date: indeterminate === undefined || indeterminate === 'now' ? parseEdtf(text) : null, now };
}

/** The one with the smallest key, or null. */
function least(dates: readonly (string | null)[], key: (date: string) => string): string | null {
  return dates.reduce((best, date) => (date !== null && (best === null || key(date) < key(best)) ? date : best), null);
}

function greatest(dates: readonly (string | null)[], key: (date: string) => string): string | null {
  return dates.reduce((best, date) => (date !== null && (best === null || key(date) > key(best)) ? date : best), null);
}

/** From the first beginning to the last end of all temporal extents. */
export function coverage(extents: readonly XmlElement[]): Coverage {
  const times = extents.flatMap((extent) => objects(extent, 'temporalElement', 'extent'));
  const instants = times
    .filter((time) => isA(time, 'TimeInstant'))
    .map((time) => parseEdtf(childText(time, 'timePosition') ?? ''));
  const periods = times
    .filter((time) => isA(time, 'TimePeriod'))
    .map((time) => ({ begin: position(time, 'begin'), end: position(time, 'end') }));
  const ongoing = periods.some(({ end }) => end.now);
  const start = least([...periods.map(({ begin }) => begin.date), ...instants], firstDay);
  const end = greatest([...periods.map(({ end: last }) => last.date), ...instants], lastDay);
  return { period: interval(start, ongoing ? null : end), ongoing };
}
