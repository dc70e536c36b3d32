/**
 * The shapes of the OpenAIRE Graph's JSON, from hostile bytes to types. A missing value is null at the top of a record and
 * an absent key within an instance (fact sheet 2.5); null stands for an empty list almost everywhere (2.10 trap 8).
 */
import { z } from 'zod';
import { isOpenaireId } from './record.js';

/** Written into subjects for nothing at all (fact sheet 2.10 trap 5). */
const NOTHING = '{NULL}';

const said = (text: string): string | null => (text.trim() === '' || text.trim() === NOTHING ? null : text.trim());

/** A text, or null: absent, null, blank, or the literal {NULL}. */
const text = z
  .string({ error: 'expected a text' })
  .nullish()
  .transform((value) => (value === null || value === undefined ? null : said(value)));

/**
 * A list where null and absent are none, and so are null items. An item of another form ({NULL} bare among the subjects, fact
 * sheet 2.10 trap 5) is left out: the product is more than its oddest entry.
 */
function list<T extends z.ZodType>(item: T) {
  return z
    .array(item.nullable().catch(null), { error: 'expected a list' })
    .nullish()
    .transform((items) => (items ?? []).filter((entry): entry is z.output<T> => entry !== null));
}

const texts = list(z.string({ error: 'expected a text' })).transform((items) =>
  items.flatMap((item) => said(item) ?? []),
);

/** An object, or null where it is null or absent. */
function maybe<T extends z.ZodType>(shape: T) {
  return shape.nullish().transform((value) => value ?? null);
}

const PRODUCT_TYPES = ['publication', 'dataset', 'software', 'other'] as const;

/** The type of a product in whatever case; one that is not known (yet) is some other product. */
const productType = z
  .string({ error: 'is no type of research product' })
  .transform((value) => PRODUCT_TYPES.find((known) => known === value.trim().toLowerCase()) ?? 'other');

const pid = z.object({ scheme: text, value: text });
const coded = z.object({ code: text, label: text });
const named = z.object({ key: text, value: text });

const author = z.object({
  fullName: text,
  name: text,
  surname: text,
  rank: z.number().nullish(),
  pid: maybe(z.object({ id: maybe(pid) })),
});

const container = z.object({
  name: text,
  issnPrinted: text,
  issnOnline: text,
  issnLinking: text,
  sp: text,
  ep: text,
  iss: text,
  vol: text,
  conferencePlace: text,
  conferenceDate: text,
});

const instance = z.object({
  license: text,
  accessRight: maybe(coded),
  type: text,
  urls: texts,
  refereed: text,
  hostedBy: maybe(named),
});

/** A funding stream: an object as project records write it, or its name alone. */
const stream = z.union(
  [
    text.transform((name) => (name === null ? null : { id: null, description: name })),
    z.object({ id: text, description: text }),
  ],
  { error: 'expected a funding stream' },
);

/** A funder under any of the names that the versions give its parts. */
const funder = z
  .object({ id: text, name: text, shortName: text, shortname: text, fundingStream: stream })
  .transform(({ shortname, ...rest }) => ({ ...rest, shortName: rest.shortName ?? shortname })); // prettier-ignore

const level = maybe(z.object({ id: text, description: text, name: text }));

/**
 * The project of a product: no real one was seen, so the forms of project records are read (v1 `fundings`, v3 `funding`), and
 * a funder in a form that is none of them is untold, not a reason to refuse the product.
 */
const project = z.object({
  id: text,
  code: text,
  acronym: text,
  title: text,
  funder: maybe(funder).catch(null),
  fundings: list(funder).catch([]),
  funding: maybe(z.object({ funder: maybe(funder), level0: level })).catch(null),
});

const organization = z.object({ id: text, legalName: text, acronym: text, pids: list(pid) });

/** What of a research product is read. */
export const productShape = z.object({
  id: z.string({ error: 'expected the OpenAIRE id' }).trim().refine(isOpenaireId, { error: 'is no OpenAIRE id' }),
  type: productType,
  authors: list(author),
  openAccessColor: text,
  language: maybe(coded),
  subjects: list(z.object({ subject: maybe(pid) })),
  mainTitle: text,
  subTitle: text,
  descriptions: texts,
  publicationDate: text,
  publisher: text,
  embargoEndDate: text,
  formats: texts,
  contributors: texts,
  bestAccessRight: maybe(coded),
  container: maybe(container),
  // Null in everything that was seen: of another form, they are untold.
  contactPeople: texts.catch([]),
  contactGroups: texts.catch([]),
  size: text,
  version: text,
  geoLocations: list(z.object({ place: text })).catch([]),
  originalIds: texts,
  pids: list(pid),
  indicators: maybe(z.object({ citationImpact: maybe(z.object({ citationCount: z.number().nullish() })) })),
  // Version 1 has neither (fact sheet 2.1): absent is not the same as none.
  projects: z.optional(list(project)),
  organizations: z.optional(list(organization)),
  instances: list(instance),
});

/** What of a person is read. Which ids stand in originalId is documented: the ORCID iD (fact sheet 2.3, 2.5). */
export const personShape = z.object({
  id: text,
  originalId: texts,
  givenName: text,
  familyName: text,
  alternativeNames: texts,
});

/** What of an organisation's own record is read. */
export const organizationShape = z.object({
  id: text,
  legalName: text,
  legalShortName: text,
  alternativeNames: texts,
  country: maybe(coded),
  pids: list(pid),
});

/** What of a project's own record is read. */
export const projectShape = project.extend({ startDate: text, endDate: text });

export type PersonDocument = z.output<typeof personShape>;
export type OrganizationDocument = z.output<typeof organizationShape>;
export type ProjectDocument = z.output<typeof projectShape>;
export type Product = z.output<typeof productShape>;
export type ProductAuthor = z.output<typeof author>;
export type ProductInstance = z.output<typeof instance>;
export type ProductOrganization = z.output<typeof organization>;
export type ProductProject = z.output<typeof project>;
export type Pid = z.output<typeof pid>;

/** The header of a list: page and cursor mode, and what version 3 adds, read alike. */
export const headerShape = z.object({
  numFound: z.int({ error: 'expected a whole number' }).min(0),
  pageSize: z.int().nullish(),
  nextCursor: text,
});
