import { localizedTextOrNull } from '../../common/localized-text.js';
import type { BoundingBox, Place } from '../../common/record.js';
import type { XmlElement } from '../../common/xml.js';
import { elements, firstLine, tagged } from './elements.js';

/** A printed decimal number within bounds, or null: "point longitude test", 12345 and 111.2° of latitude occur (samples). */
function degrees(parent: XmlElement, name: string, limit: number): number | null {
  const text = firstLine(parent, 'datacite', name) ?? '';
  if (!/^[+-]?\d+(?:\.\d+)?$/.test(text)) return null;
  const number = Number(text);
  return Math.abs(number) <= limit ? number : null;
}

function point(location: XmlElement): Place['point'] {
  const element = elements(location, 'datacite', 'geoLocationPoint')[0];
  if (element === undefined) return null;
  const lat = degrees(element, 'pointLatitude', 90);
  const lon = degrees(element, 'pointLongitude', 180);
  return lat === null || lon === null ? null : { lat, lon };
}

/** A box as given, also one across the date line; one that no map has (a bound missing or impossible, south above north) is left out. */
function box(location: XmlElement): BoundingBox | null {
  const element = elements(location, 'datacite', 'geoLocationBox')[0];
  if (element === undefined) return null;
  const west = degrees(element, 'westBoundLongitude', 180);
  const east = degrees(element, 'eastBoundLongitude', 180);
  const south = degrees(element, 'southBoundLatitude', 90);
  const north = degrees(element, 'northBoundLatitude', 90);
  if (west === null || east === null || south === null || north === null || south > north) return null;
  return { west, south, east, north };
}

/** One geoLocation: its names are one place in several languages only where each has a language of its own, otherwise several places. */
function placesOf(location: XmlElement): Place[] {
  const names = elements(location, 'datacite', 'geoLocationPlace')
    .map(tagged)
    .filter(({ value }) => value !== '');
  const drawn = { box: box(location), point: point(location) };
  const isDrawn = drawn.box !== null || drawn.point !== null;
  const languages = new Set(names.map(({ lang }) => lang));
  const one = names.length === 1 || (languages.size === names.length && !languages.has(null));
  if (one && (isDrawn || names.length > 0)) return [{ name: localizedTextOrNull(names), ...drawn }];
  return [
    ...(isDrawn ? [{ name: null, ...drawn }] : []),
    ...names.map((name) => ({ name: localizedTextOrNull([name]), box: null, point: null })),
  ];
}

export function places(root: XmlElement): Place[] {
  return elements(root, 'datacite', 'geoLocation').flatMap(placesOf);
}
