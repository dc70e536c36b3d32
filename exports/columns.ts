import type { ExportedWork } from './work.js';

type Cell = string | null;

const list = (values: readonly (string | null | undefined)[]): Cell => {
  const known = values.filter((value) => value !== null && value !== undefined && value !== '');
  return known.length === 0 ? null : [...new Set(known)].join('; ');
};

/** The year and the day of an EDTF date, as far as it tells them; of a period its beginning. */
function dateOf(issued: string | null): { readonly year: number | null; readonly day: string | null } {
  const [, year, day] = /^((\d{4})(?:-\d{2}(?:-\d{2})?)?)/.exec(issued ?? '') ?? [];
  return { year: day === undefined ? null : Number(day), day: year?.length === 10 ? year : null };
}

/** What each column of a table of works holds, in order; lists are joined by `; `. */
const COLUMNS = {
  id: ({ id }) => id,
  doi: ({ doi }) => doi,
  type: ({ type }) => type,
  issued: ({ issued }) => issued,
  title_ja: ({ title }) => title.ja,
  title_en: ({ title }) => title.en,
  creators: ({ creators }) => list(creators.map(({ name }) => name.text)),
  access_right: ({ accessRight }) => accessRight,
  platforms: ({ records }) => list(records.map(({ platform }) => platform)),
  url: ({ url }) => url,
  orcids: ({ creators }) => list(creators.map(({ orcid }) => orcid)),
  affiliations: ({ creators }) =>
    list(creators.flatMap(({ affiliations }) => affiliations.map(({ name }) => name.text))),
  publisher: ({ publisher }) => publisher?.text ?? null,
  container: ({ container }) => container?.title?.text ?? null,
  issn: ({ container }) => list(container?.issn ?? []),
  volume: ({ container }) => container?.volume ?? null,
  issue: ({ container }) => container?.issue ?? null,
  first_page: ({ container }) => container?.firstPage ?? null,
  last_page: ({ container }) => container?.lastPage ?? null,
  version: ({ version }) => version,
  embargo_until: ({ embargoUntil }) => embargoUntil,
  languages: ({ languages }) => list(languages ?? []),
  subjects: ({ subjects }) => list((subjects ?? []).map(({ value }) => value.text)),
  licenses: ({ licenses }) => list((licenses ?? []).map(({ spdx, url, name }) => spdx ?? url ?? name)),
  funders: ({ funding }) => list((funding ?? []).map(({ funder }) => funder?.text)),
  awards: ({ funding }) => list((funding ?? []).map(({ awardNumber }) => awardNumber)),
  identifiers: ({ identifiers }) => list(identifiers.map(({ scheme, value }) => `${scheme}:${value}`)),
  description: ({ description }) => description?.text ?? null,
  updated: ({ updated }) => updated,
  record_ids: ({ records }) => list(records.map(({ id }) => id)),
} as const satisfies Readonly<Record<string, (work: ExportedWork) => Cell>>;

/** A row of a table of works. `year` and `issued_on` are numbers and days where the date tells them. */
export type WorkRow = Readonly<Record<string, Cell | number>>;

/** The names of the columns, in order; the last two say whose data a row is and by which terms. */
export const COLUMN_NAMES: readonly string[] = [...Object.keys(COLUMNS), 'year', 'issued_on', 'attribution', 'terms'];

/** Columns that are no text: whole numbers, days, instants. */
export const COLUMN_TYPES: Readonly<Record<string, 'INTEGER' | 'DATE' | 'INSTANT'>> = {
  year: 'INTEGER',
  issued_on: 'DATE',
  embargo_until: 'DATE',
  updated: 'INSTANT',
};

/** A platform's name for readers of either language. */
export interface Name {
  readonly ja: string | null;
  readonly en: string | null;
}

/** How a platform is credited, and where its terms are. */
export interface Terms {
  readonly attribution: string | null;
  readonly termsUrl: string | null;
  readonly name: Name;
}

/** One work as a row. */
export function rowOf(work: ExportedWork, terms: ReadonlyMap<string, Terms>): WorkRow {
  const { year, day } = dateOf(work.issued);
  const sources = work.records.map(({ platform }) => terms.get(platform));
  return {
    ...Object.fromEntries(Object.entries(COLUMNS).map(([name, of]) => [name, of(work)])),
    year,
    issued_on: day,
    attribution: list(sources.map((source) => source?.attribution)),
    terms: list(sources.map((source) => source?.termsUrl)),
  };
}
