import { interval, isEdtf, parseEdtf } from '../edtf.js';
import { identifier, parseDoi, parseRor, personIds, uniqueIdentifiers } from '../identifiers.js';
import { langString, localizedText, localizedTextOrNull } from '../localized-text.js';
import type { Affiliation, Creator, Identifier, LocalizedText, Place } from '../record.js';
import { cleanLine } from '../text.js';

/** What the readers of all agencies' metadata share. */

/** One printed text as a line in its language; null where it is blank. */
export function lineOrNull(text: string | null | undefined, lang?: string | null): LocalizedText | null {
  return text == null ? null : localizedTextOrNull([langString(cleanLine(text), lang)]);
}

/** Several printed texts that say the same in different languages. */
export function linesOf(texts: readonly { readonly text: string; readonly lang?: string | null }[]): LocalizedText {
  return localizedText(texts.map(({ text, lang }) => langString(cleanLine(text), lang)));
}

/** A person or organisation from a name in its languages. */
export function creatorOf(
  name: LocalizedText,
  parts: { readonly family?: LocalizedText | null; readonly given?: LocalizedText | null } = {},
  identifiers: readonly Identifier[] = [],
  affiliations: readonly Affiliation[] = [],
): Creator {
  const unique = uniqueIdentifiers(identifiers);
  return {
    name,
    familyName: parts.family ?? null,
    givenName: parts.given ?? null,
    ...personIds(unique),
    identifiers: unique,
    affiliations,
  };
}

export function affiliationOf(
  name: LocalizedText,
  id: string | null = null,
  scheme: string | null = null,
): Affiliation {
  const ror = id === null ? null : parseRor(id);
  const identifiers = id === null ? [] : [identifier(ror === null ? (scheme ?? 'Other') : 'ROR', id)];
  return { name, ror, identifiers };
}

/** An identifier of a related work; a DOI is also the id that leads to the work. */
export function relatedOf(
  type: string,
  value: string,
): { readonly id: string | null; readonly identifier: Identifier } {
  const found = identifier(type, value);
  const doi = found.scheme === 'DOI' ? parseDoi(found.value) : null;
  return { id: doi === null ? null : `doi:${doi}`, identifier: found };
}

/** A date of issue: of an interval its beginning; the year 0000 says that it is not known (fact sheet DIAS 6.1). */
export function issuedOf(printed: string | null): string | null {
  const date = printed === null ? null : (parseEdtf(printed)?.split('/')[0] ?? null);
  return date === null || date.startsWith('0000') ? null : date;
}

/** From the earliest beginning to the latest end of some printed dates and ranges; one that is open has only its beginning. */
export function periodOf(printed: readonly string[]): string | null {
  const ranges = printed.flatMap((text) => parseEdtf(text) ?? parseEdtf(text.replace(/\/\s*(?:\.\.)?\s*$/, '')) ?? []);
  const starts = ranges.map((range) => range.split('/')[0] ?? range).sort();
  const ends = ranges.map((range) => range.split('/').at(-1) ?? range).sort();
  const open = printed.some((text) => /\/\s*(?:\.\.)?\s*$/.test(text));
  const [start, end] = [starts[0] ?? null, ends.at(-1) ?? null];
  const period = open ? start : interval(start, end);
  return period !== null && isEdtf(period) ? period : null;
}

function degrees(printed: string, limit: number): number | null {
  const text = printed.trim();
  if (!/^[+-]?\d+(?:\.\d+)?$/.test(text)) return null;
  const number = Number(text);
  return Math.abs(number) <= limit ? number : null;
}

/** A box as printed; one that no map has (a bound that is none, south above north) is left out. */
export function boxOf(printed: {
  readonly west: string;
  readonly south: string;
  readonly east: string;
  readonly north: string;
}): Place['box'] {
  const [west, east] = [degrees(printed.west, 180), degrees(printed.east, 180)];
  const [south, north] = [degrees(printed.south, 90), degrees(printed.north, 90)];
  if (west === null || east === null || south === null || north === null || south > north) return null;
  return { west, south, east, north };
}

export function pointOf(printed: { readonly lat: string; readonly lon: string }): Place['point'] {
  const [lat, lon] = [degrees(printed.lat, 90), degrees(printed.lon, 180)];
  return lat === null || lon === null ? null : { lat, lon };
}
