/** How many values a dimension of a report usually has at a platform; a row has its platform anyway. */
const USUAL_VALUES: Readonly<Record<string, number>> = {
  PLATFORM: 1,
  TYPE: 9,
  ACCESS_RIGHT: 5,
  YEAR: 30,
  FISCAL_YEAR: 30,
  LANGUAGE: 10,
  PUBLISHER: 50,
  FUNDER: 50,
  REPOSITORY: 50,
};
const PLATFORMS = 6;
/** Platforms' rates and the report's own deadline leave no time for more; who wants three fine dimensions is not refused for it. */
const MOST_CELLS = 2000;

/** About how many cells a report has: at the platforms that can count, each is a request. */
export function reportCells(by: readonly unknown[]): number {
  const values = by.reduce<number>((cells, dimension) => cells * (USUAL_VALUES[String(dimension)] ?? 1), PLATFORMS);
  return Math.min(values, MOST_CELLS);
}
