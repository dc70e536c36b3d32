import { readBox } from '../../common/box.js';
import type { Place } from '../../common/record.js';

/** The degrees of `20 ~ 30 [degree]` or `24.06`: one number, or the two ends of a range; null for anything else. */
function degreesOf(printed: string | undefined): { readonly from: string; readonly to: string } | null {
  // Longer than any range of degrees, and long enough to keep a regular expression busy.
  if (printed === undefined || printed.length > 100) return null;
  // 〜 is no compatibility form of ~.
  const text = printed.normalize('NFKC').replace('〜', '~');
  const match = /^\s*([+-]?\d+(?:\.\d*)?)\s*(?:~\s*([+-]?\d+(?:\.\d*)?)\s*)?(?:\[[^\]]*\]|°|deg(?:rees?)?)?\s*$/.exec(
    text,
  );
  return match?.[1] === undefined ? null : { from: match[1], to: match[2] ?? match[1] };
}

/** East of 180° as west: 130 ~ 200 crosses the date line. */
function asLongitude(printed: string): string {
  const degrees = Number(printed);
  return degrees > 180 && degrees <= 360 ? String(degrees - 360) : printed;
}

/** Where a file's values are from, by its attributes: GED's LATITUDE and LONGITUDE, EBAS's of the station. */
export function placesOf(attributes: ReadonlyMap<string, string>): Place[] {
  const latitude = degreesOf(attributes.get('LATITUDE') ?? attributes.get('Station latitude'));
  const longitude = degreesOf(attributes.get('LONGITUDE') ?? attributes.get('Station longitude'));
  if (latitude === null || longitude === null) return [];
  const [west, east] = [asLongitude(longitude.from), asLongitude(longitude.to)];
  const box = readBox({ west, east, south: latitude.from, north: latitude.to });
  if (box === null) return [];
  if (box.west === box.east && box.south === box.north) {
    return [{ name: null, box: null, point: { lat: box.south, lon: box.west } }];
  }
  return [{ name: null, box, point: null }];
}
