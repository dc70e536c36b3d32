import { CommandFailure, EXIT_USAGE } from './exit.js';

/** How the value of each WorkFilter field is written in `--filter name=value`. */
const LISTS = new Set(['platforms', 'types', 'accessRights', 'languages']);
const TEXTS = new Set(['from', 'until', 'creator', 'orcid', 'affiliation', 'publisher', 'funder', 'awardNumber']);

/** Names of platforms in commands are short (cinii); the API's are its enum values. */
export type PlatformNames = ReadonlyMap<string, string>;

function readBox(value: string): unknown {
  const numbers = value.split(',').map(Number);
  if (numbers.length !== 4 || numbers.some((number) => !Number.isFinite(number))) {
    throw new CommandFailure(`--filter bbox=${value}: write west,south,east,north in degrees.`, EXIT_USAGE);
  }
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
    if (value !== 'true' && value !== 'false')
      throw new CommandFailure(`--filter hasFile=${value}: write true or false.`, EXIT_USAGE);
    return value === 'true';
  }
  if (name === 'bbox') return readBox(value);
  throw new CommandFailure(
    `--filter ${name}: is no filter; known are ${[...LISTS, ...TEXTS, 'hasFile', 'bbox'].join(', ')}.`,
    EXIT_USAGE,
  );
}

/** A WorkFilter from `--filter name=value` options; a list field that is given twice has both values. */
export function readFilterOptions(options: readonly string[], platforms: PlatformNames): Record<string, unknown> {
  const filter: Record<string, unknown> = {};
  for (const option of options) {
    const at = option.indexOf('=');
    if (at < 1)
      throw new CommandFailure(`--filter ${option}: write name=value, for example types=DATASET,ARTICLE.`, EXIT_USAGE);
    const name = option.slice(0, at).trim();
    const value = readValue(name, option.slice(at + 1).trim(), platforms);
    const before = filter[name];
    filter[name] =
      Array.isArray(before) && Array.isArray(value) ? [...(before as unknown[]), ...(value as unknown[])] : value;
  }
  return filter;
}
