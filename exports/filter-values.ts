/** How the value of each WorkFilter field is written in `--filter name=value` and in the query of an address. */
const LISTS = new Set(['platforms', 'types', 'accessRights', 'languages']);
const TEXTS = new Set(['from', 'until', 'creator', 'orcid', 'affiliation', 'publisher', 'funder', 'awardNumber']);

/** The names of the fields. */
export const FILTER_NAMES: readonly string[] = [...LISTS, ...TEXTS, 'hasFile', 'bbox'];

/** Names of platforms in commands and addresses are short (cinii); the API's are its enum values. */
export type PlatformNames = ReadonlyMap<string, string>;

/** A filter that cannot be read: what is wrong, in words that follow the filter's name. */
export class UnreadableFilter extends Error {
  override readonly name = 'UnreadableFilter';
}

function readBox(value: string): unknown {
  const numbers = value.split(',').map(Number);
  if (numbers.length !== 4 || numbers.some((number) => !Number.isFinite(number)))
    throw new UnreadableFilter('write west,south,east,north in degrees.');
  const [west, south, east, north] = numbers;
  return { west, south, east, north };
}

function readValue(name: string, value: string, platforms: PlatformNames): unknown {
  if (LISTS.has(name)) {
    const items = value
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== '');
    return name === 'platforms' ? items.map((item) => platforms.get(item) ?? item) : items;
  }
  if (TEXTS.has(name)) return value;
  if (name === 'hasFile') {
    if (value !== 'true' && value !== 'false') throw new UnreadableFilter('write true or false.');
    return value === 'true';
  }
  if (name === 'bbox') return readBox(value);
  throw new UnreadableFilter(`is no filter; known are ${FILTER_NAMES.join(', ')}.`);
}

/**
 * Adds a field to a WorkFilter; a list field that is given twice has both values.
 * @throws UnreadableFilter
 */
export function addFilter(
  filter: Record<string, unknown>,
  name: string,
  value: string,
  platforms: PlatformNames,
): void {
  const read = readValue(name, value, platforms);
  const before = filter[name];
  filter[name] =
    Array.isArray(before) && Array.isArray(read) ? [...(before as unknown[]), ...(read as unknown[])] : read;
}
