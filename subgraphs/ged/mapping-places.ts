import type { BoundingBox, Place } from '../common/record.js';
import type { Site } from './landing/sites.js';
import type { GedSite } from './record.js';
import { bothTexts } from './texts.js';

function sameNumber(one: number | null, other: number | null): boolean {
  return one === other || one === null || other === null;
}

/** Whether the two pages may speak of one place; they print it with the same digits. */
function samePlace(one: Site, other: Site): boolean {
  const box = (site: Site): string => (site.box === null ? '' : JSON.stringify(site.box));
  return (
    sameNumber(one.latitude, other.latitude) && sameNumber(one.longitude, other.longitude) && box(one) === box(other)
  );
}

function siteOf(ja: Site | null, en: Site | null): GedSite {
  const [one, other] = ja === null ? [en, ja] : [ja, en];
  return {
    name: bothTexts(ja?.name ?? null, en?.name ?? null),
    latitude: one?.latitude ?? null,
    longitude: one?.longitude ?? null,
    box: one?.box ?? null,
    elevation: one?.elevation ?? other?.elevation ?? null,
    inletHeight: one?.inletHeight ?? other?.inletHeight ?? null,
    altitude: one?.altitude ?? other?.altitude ?? null,
  };
}

/** The sites of both pages: joined in their order where they are the same places, else those of the page with more. */
export function mapSites(ja: readonly Site[], en: readonly Site[]): GedSite[] {
  const same = ja.length === en.length && ja.every((site, index) => {
    const other = en[index];
    return other !== undefined && samePlace(site, other);
  }); // prettier-ignore
  if (same) return ja.map((site, index) => siteOf(site, en[index] ?? null));
  return ja.length >= en.length ? ja.map((site) => siteOf(site, null)) : en.map((site) => siteOf(null, site));
}

/** The boxes of places; a point is a box without extent. */
export function boxesOf(places: readonly Place[]): BoundingBox[] {
  return places.flatMap(({ box, point }) => {
    if (box !== null) return [box];
    return point === null ? [] : [{ west: point.lon, east: point.lon, south: point.lat, north: point.lat }];
  });
}

/** The smallest box around all places; across the date line (west > east) only where one of theirs is. */
export function boxAround(places: readonly Place[]): BoundingBox | null {
  const boxes = boxesOf(places);
  if (boxes.length === 0) return null;
  const crosses = boxes.some(({ west, east }) => west > east);
  // East of Greenwich from 0 to 360, so that a box across the date line is one piece.
  const turned = (longitude: number): number => (crosses && longitude < 0 ? longitude + 360 : longitude);
  const back = (longitude: number): number => (longitude > 180 ? longitude - 360 : longitude);
  return {
    west: back(Math.min(...boxes.map(({ west }) => turned(west)))),
    south: Math.min(...boxes.map(({ south }) => south)),
    east: back(Math.max(...boxes.map(({ east }) => turned(east)))),
    north: Math.max(...boxes.map(({ north }) => north)),
  };
}

export function mapPlaces(sites: readonly GedSite[]): Place[] {
  return sites.map(({ name, box, latitude, longitude }) => ({
    name,
    box,
    point: latitude === null || longitude === null ? null : { lat: latitude, lon: longitude },
  }));
}
