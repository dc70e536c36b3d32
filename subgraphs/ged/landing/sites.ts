/** Where was observed, from the printed degrees and heights (fact sheet 3: one site or many, two languages, decimal degrees). */
import type { BoundingBox } from '../../common/record.js';
import type { Value } from './fields.js';
import { fieldOf } from './labels.js';

export interface Site {
  readonly name: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** A region that is printed as ranges of degrees. */
  readonly box: BoundingBox | null;
  /** Metres. */
  readonly elevation: number | null;
  readonly inletHeight: number | null;
  readonly altitude: number | null;
}

/** Degrees that were found in a text: a place or a range, and where in the text. */
interface Degrees {
  readonly axis: 'lat' | 'lon';
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

const NUMBER = String.raw`\d{1,3}(?:\.\d+)?`;
const DEGREE = String.raw`\s*(?:°|º|度|deg(?:rees?)?\.?)?\s*`;
/** 43°09'34" — minutes only behind a sign for degrees. */
const SEXAGESIMAL = String.raw`(?:\s*(?:°|º|度)\s*(?<min>${NUMBER})\s*(?:'|′|’|分)\s*(?:(?<sec>${NUMBER})\s*(?:"|″|”|秒)\s*)?)?`;
const RANGE = String.raw`\s*(?:-|–|—|~|〜|to)\s*`;
const FORMS = [
  // 北緯35.3609度, 東経130~150度
  new RegExp(`(?<hemi>北緯|南緯|東経|西経)\\s*(?<a>${NUMBER})${SEXAGESIMAL}(?:${DEGREE}${RANGE}(?<hemi2>北緯|南緯|東経|西経)?\\s*(?<b>${NUMBER}))?`, 'gu'),
  // 30–40° N, 10°S - 30°N
  new RegExp(`(?<![\\d.])(?<a>${NUMBER})${DEGREE}(?<hemi2>[NSEW])?${RANGE}(?<b>${NUMBER})${DEGREE}(?<hemi>[NSEW])(?![a-z])`, 'gu'),
  // 43.1603°N, 24.06069 N
  new RegExp(`(?<![\\d.])(?<a>${NUMBER})${SEXAGESIMAL}${DEGREE}(?<hemi>[NSEW])(?![a-zA-Z])`, 'gu'),
  // latitude: 24.06, 緯度 -10.5
  new RegExp(`(?<hemi>latitude|lat\\.?|緯度|longitude|lon\\.?|経度)\\s*[:=]?\\s*(?<a>[-+]?${NUMBER})(?:${DEGREE}${RANGE}(?<b>[-+]?${NUMBER}))?(?!${DEGREE}[NSEW](?![a-z]))`, 'giu'),
]; // prettier-ignore

function axisOf(hemisphere: string): 'lat' | 'lon' {
  return /^(?:北緯|南緯|緯度|lat|[NS]$)/i.test(hemisphere) ? 'lat' : 'lon';
}

function signOf(hemisphere: string): number {
  return /^(?:南緯|西経|[SW])$/.test(hemisphere) ? -1 : 1;
}

function degreesOf(match: RegExpMatchArray): Degrees | null {
  const { hemi = '', hemi2, a = '', b, min, sec } = match.groups ?? {};
  const axis = axisOf(hemi);
  const parts = Number(min ?? 0) / 60 + Number(sec ?? 0) / 3600;
  // In "10°S - 30°N" the first number's letter stands before the second; in 北緯10~南緯5 it is the other way round.
  const latin = /^[NSEW]$/.test(hemi);
  const first = signOf(latin ? (hemi2 ?? hemi) : hemi) * (Number(a) + parts);
  const last = b === undefined ? first : signOf(latin ? hemi : (hemi2 ?? hemi)) * Number(b);
  const limit = axis === 'lat' ? 90 : 180;
  if (Math.abs(first) > limit || Math.abs(last) > limit) return null;
  return { axis, from: first, to: last, start: match.index ?? 0, end: (match.index ?? 0) + match[0].length };
}

/** All degrees of a text in order; of two readings of the same place the one of the earlier form. */
function degreesIn(text: string): Degrees[] {
  const found: Degrees[] = [];
  for (const form of FORMS) {
    for (const match of text.matchAll(form)) {
      const degrees = degreesOf(match);
      if (degrees === null) continue;
      if (found.every(({ start, end }) => degrees.end <= start || degrees.start >= end)) found.push(degrees);
    }
  }
  return found.sort((one, other) => one.start - other.start);
}

/** The name that stands before a place: the last line, without the words and marks of the degrees. */
function nameIn(text: string): string | null {
  const line =
    text
      .split('\n')
      .filter((part) => part.trim() !== '')
      .at(-1) ?? '';
  const name = line
    .replace(/緯度|経度|latitude|longitude|\blat\b\.?|\blon\b\.?|position|location/gi, '')
    .replace(/^[\s\d.:,;、。・/()[\]【】-]+|[\s:,;、。・/([\]【】-]+$/gu, '')
    .trim();
  // What is left of heights and units is no name.
  return name === '' || name.length > 80 || !/\p{L}{2}/u.test(name) || fieldOf(name) !== null ? null : name;
}

function placeOf(lat: Degrees, lon: Degrees, name: string | null): Site {
  const isPoint = lat.from === lat.to && lon.from === lon.to;
  const [south, north] = [Math.min(lat.from, lat.to), Math.max(lat.from, lat.to)];
  return {
    name,
    latitude: isPoint ? lat.from : null,
    longitude: isPoint ? lon.from : null,
    // West to east as printed: 150°E – 120°W crosses the date line.
    box: isPoint ? null : { west: lon.from, south, east: lon.to, north },
    elevation: null,
    inletHeight: null,
    altitude: null,
  };
}

/** The places of a text, each of a latitude and the longitude beside it. */
export function placesIn(printed: string): Site[] {
  const text = printed.normalize('NFKC').replace(/[−‐]/g, '-');
  const found = degreesIn(text);
  const sites: Site[] = [];
  let from = 0;
  for (let index = 0; index + 1 < found.length; index += 1) {
    const [one, other] = [found[index], found[index + 1]];
    if (one === undefined || other === undefined || one.axis === other.axis) continue;
    const [lat, lon] = one.axis === 'lat' ? [one, other] : [other, one];
    sites.push(placeOf(lat, lon, nameIn(text.slice(from, one.start))));
    from = other.end;
    index += 1;
  }
  return sites;
}

export type Heights = Pick<Site, 'elevation' | 'inletHeight' | 'altitude'>;

const METRES = /(?<![\d.\-–~])(\d{1,5}(?:,\d{3})*(?:\.\d+)?)\s*m(?:eters?|etres?)?(?![a-zA-Z²³\d/])/g;

function heightKind(before: string, after: string): keyof Heights | null {
  const tests: readonly [keyof Heights, RegExp][] = [
    ['inletHeight', /採取|採気|吸気|地上|inlet|intake|sampling|above ground|\ba\.?g\.?l\b/i],
    ['elevation', /標高|elevation|ground level/i],
    ['altitude', /高度|altitude|海抜|above (?:mean )?sea|\ba\.?s\.?l\b/i],
  ];
  // The nearest label counts: "elevation/height: inlet 4 m".
  const near = (text: string): keyof Heights | null => tests.find(([, test]) => test.test(text))?.[0] ?? null;
  return near(before) ?? near(after);
}

/** `[標高]42.4m、[大気採取高 (地上高)]51.5m`, `Elevation: 42.5 m; Sampling height: 51.5 m above ground`: metres, by what they are of. */
export function heightsIn(printed: string): Heights {
  const text = printed.normalize('NFKC');
  const heights: Record<keyof Heights, number | null> = { elevation: null, inletHeight: null, altitude: null };
  let from = 0;
  for (const match of text.matchAll(METRES)) {
    const end = match.index + match[0].length;
    const [after = ''] = text.slice(end, end + 40).split(/[,;、。\n[【]/);
    const [before = ''] = text
      .slice(from, match.index)
      .split(/[;、。,]|\n(?=.*[^\s:])/)
      .slice(-1);
    const kind = heightKind(before, after);
    if (kind !== null) heights[kind] ??= Number(match[1]?.replace(/,/g, ''));
    from = end;
  }
  return heights;
}

const COLUMNS: readonly [string, RegExp][] = [
  ['latitude', /緯度|latitude|^lat/i],
  ['longitude', /経度|longitude|^lon/i],
  ['inletHeight', /採取|採気|吸気|地上高|inlet|intake|sampling/i],
  ['elevation', /標高|elevation/i],
  ['altitude', /高度|altitude/i],
  ['name', /地点|名称|観測|site|station|name|location|region|海域|領域/i],
];

function metres(cell: string): number | null {
  const match = /^\s*(\d{1,5}(?:\.\d+)?)\s*(?:m|metres?|meters?)?\s*$/i.exec(cell.normalize('NFKC'));
  return match?.[1] === undefined ? null : Number(match[1]);
}

/** A site from a row of a table with headings; null where it holds no place. */
function siteOfRow({ headings, cells }: Extract<Value, { kind: 'cells' }>): Site | null {
  const of = (column: string): string | null => {
    const test = COLUMNS.find(([name]) => name === column)?.[1];
    // Each heading is of the first column that it fits: "Sampling height (site)" is a height.
    const index = headings.findIndex((text) => COLUMNS.find(([, one]) => one.test(text))?.[1] === test);
    return index < 0 ? null : (cells[index] ?? null);
  };
  const place = (axis: string): string => {
    const cell = of(axis) ?? '';
    return /[NSEW北南東西]/.test(cell) ? cell : `${axis}: ${cell}`;
  };
  const [site] = placesIn(`${place('latitude')}, ${place('longitude')}`);
  if (site === undefined) return null;
  const height = (column: string): number | null => metres(of(column) ?? '');
  return {
    ...site,
    name: of('name'),
    elevation: height('elevation'),
    inletHeight: height('inletHeight'),
    altitude: height('altitude'),
  };
}

const NO_HEIGHTS: Heights = { elevation: null, inletHeight: null, altitude: null };

/** The heights of one of several sites: those on the lines that name it. */
function heightsOf(name: string | null, heights: string): Heights {
  if (name === null) return NO_HEIGHTS;
  return heightsIn(heights.split('\n').filter((line) => line.normalize('NFKC').includes(name)).join('\n')); // prettier-ignore
}

/** Far beyond the longest list of stations. */
const MAX_CHARACTERS = 20_000;
const MAX_ROWS = 1000;

/** `緯度・経度`, `Latitude / Longitude`: such a label says which of two bare numbers is which. */
const BOTH_AXES = /^.{0,20}(?:緯度|latitude|lat\b).{0,20}(?:経度|longitude|lon\b).{0,20}[:：]$/gimu;
const BARE_PAIR = /(?<![\d.])([-+]?\d{1,2}\.\d+)\s*(?:[,、/]\s*|\s)([-+]?\d{1,3}\.\d+)(?![\d.])/g;

/** The places of a position field, with or without letters for the hemispheres. */
function placesOf(printed: string): Site[] {
  const bare = printed.replace(BOTH_AXES, '');
  const places = placesIn(bare);
  if (places.length > 0 || bare === printed) return places;
  return placesIn(bare.normalize('NFKC').replace(BARE_PAIR, 'latitude: $1, longitude: $2'));
}

/**
 * The sites of a page's position and height fields. Heights belong to a site when there is one, or where its name stands
 * beside them.
 */
export function readSites(positions: readonly Value[], heights: readonly Value[]): Site[] {
  const rows = [...positions, ...heights]
    .slice(0, MAX_ROWS)
    .flatMap((value) => (value.kind === 'cells' ? (siteOfRow(value) ?? []) : []));
  if (rows.length > 0) return rows;
  const textOf = (values: readonly Value[]): string =>
    values
      .map((value) => (value.kind === 'text' ? value.text : ''))
      .join('\n')
      .slice(0, MAX_CHARACTERS);
  const places = placesOf(textOf(positions));
  const heightText = textOf(heights);
  const [only] = places;
  if (only !== undefined && places.length === 1)
    return [{ ...only, ...heightsIn(`${textOf(positions)}\n${heightText}`) }];
  return places.map((site) => ({ ...site, ...heightsOf(site.name, `${textOf(positions)}\n${heightText}`) }));
}
