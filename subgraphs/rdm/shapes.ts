/**
 * The shapes of GakuNin RDM's JSON, from hostile bytes to types: JSON:API as version 2.0 writes it and as newer ones do, and
 * WaterButler's. A missing key, a null and a blank text are absent; unknown keys are passed over; nothing is coerced.
 */
import { z } from 'zod';
import { faultOf } from '../common/json.js';

/** A text; null where it is absent or blank. */
export const text = z
  .string({ error: 'expected a text' })
  .nullish()
  .transform((value) => (value === undefined || value === null || value.trim() === '' ? null : value.trim()));

const flag = z
  .boolean({ error: 'expected true or false' })
  .nullish()
  .transform((value) => value ?? null);

const id = z.string({ error: 'expected an id' });

const count = z.int({ error: 'expected a whole number' }).nonnegative();

/** A link: an address, or an object with one (fact sheet 3). Only whether there is one is asked; it is not followed. */
const link = z
  .union([z.string(), z.object({ href: z.string() }).transform(({ href }) => href)], { error: 'expected an address' })
  .nullish()
  .transform((value) => (value === undefined || value === '' ? null : value));

/** The object that a to-one relation leads to; a relation without one, or to many, leads to null. */
const toOne = z
  .object({ data: z.object({ id }) })
  .transform(({ data }) => data.id)
  .nullish()
  .catch(null)
  .transform((value) => value ?? null);

/** The type of a resource in one spelling: draft_registrations and draft-registrations are the same (fact sheet 2). */
const type = z
  .string()
  .nullish()
  .transform((value) => value?.replace(/_/g, '-') ?? null);

const total = z.looseObject({ total: count.optional() }).nullish();

/** Paging of 2.0 (links.meta) and of newer versions (meta). */
const paging = {
  links: z.looseObject({ next: link, meta: total, total: count.optional() }).nullish(),
  meta: total,
};

/** A list of resources. */
export function listOf<T extends z.ZodType>(item: T) {
  return z
    .object({ data: z.array(item, { error: 'expected a list' }), ...paging })
    .transform(({ data, links, meta }) => ({
      items: data,
      total: links?.meta?.total ?? meta?.total ?? links?.total ?? null,
      more: (links?.next ?? null) !== null,
    }));
}

/** What of a list could not be read: its id where it shows one, and where and why. */
export interface RefusedItem {
  readonly id: string | null;
  readonly reason: string;
}

const identified = z.looseObject({ id });

/**
 * A list of resources that are read one by one: an odd one does not keep the others from being read. A list of which nothing
 * can be read has the first fault.
 */
export function readableListOf<T extends z.ZodType>(item: T) {
  return listOf(z.unknown()).transform(({ items, total, more }, context) => {
    const readable: z.output<T>[] = [];
    const refused: RefusedItem[] = [];
    for (const [index, value] of items.entries()) {
      const result = item.safeParse(value);
      if (result.success) {
        readable.push(result.data);
        continue;
      }
      const issues = result.error.issues.map((issue) => ({ ...issue, path: ['data', index, ...issue.path] }));
      refused.push({ id: identified.safeParse(value).data?.id ?? null, reason: faultOf(new z.ZodError(issues)) });
    }
    const [first] = refused;
    if (readable.length === 0 && first !== undefined) {
      context.issues.push({ code: 'custom', message: first.reason, input: items });
    }
    return { items: readable, refused, total, more };
  });
}

const employment = z.looseObject({
  institution: text,
  institution_ja: text,
  ongoing: flag,
  endYear: z.unknown().optional(),
});

export const userShape = z.object({
  id,
  type,
  attributes: z.looseObject({
    full_name: text,
    given_name: text,
    middle_names: text,
    family_name: text,
    // Its members are texts or lists, by the version (fact sheet 2).
    social: z.unknown().optional(),
    employment: z.array(employment).nullish(),
  }),
});

/** The user behind a contributor is always embedded, as an error document with a name where the account is disabled (fact sheet 9). */
const embeddedUser = z.union(
  [
    z.object({ data: userShape }).transform(({ data }) => ({ user: data, formerName: null })),
    z
      .object({ errors: z.array(z.object({ meta: z.object({ full_name: text }).optional() })) })
      .transform(({ errors }) => ({
        user: null,
        formerName: errors.map(({ meta }) => meta?.full_name ?? null).find((name) => name !== null) ?? null,
      })),
  ],
  { error: 'expected a user or an error' },
);

export const contributorShape = z.object({
  id,
  type,
  attributes: z
    .looseObject({ index: z.int().nullish(), bibliographic: flag, unregistered_contributor: text })
    .optional(),
  embeds: z.object({ users: embeddedUser.optional() }).optional(),
});

/**
 * An embedded list; one that failed holds an error document in place of data (fact sheet 5). One that cannot be read at all is
 * as good as none: the contributors are asked for apart.
 */
const embeddedContributors = z
  .union([readableListOf(contributorShape), z.looseObject({ errors: z.array(z.unknown()) }).transform(() => null)])
  .optional()
  .catch(null);

const links = z.looseObject({ html: link, download: link }).nullish();

/** A project, a component or a registration of one. */
export const nodeShape = z.object({
  id,
  type,
  attributes: z.looseObject({
    title: text,
    description: text,
    category: text,
    public: flag,
    tags: z.array(z.string({ error: 'expected a text' })).nullish(),
    date_created: text,
    date_modified: text,
    withdrawn: flag,
    current_user_permissions: z.array(z.string()).nullish(),
  }),
  relationships: z.looseObject({ parent: toOne, registered_from: toOne }).nullish(),
  embeds: z.looseObject({ contributors: embeddedContributors }).nullish(),
  links,
});

export const institutionShape = z.object({ id, type, attributes: z.looseObject({ name: text }) });

/** Bytes; a storage that gives digits in a text gives the same number. */
const bytes = z
  .union(
    [
      count,
      z
        .string()
        .regex(/^\d{1,15}$/)
        .transform(Number),
    ],
    { error: 'expected a number of bytes' },
  )
  .nullish()
  .transform((value) => value ?? null);

/** A file or folder, from API v2 or from WaterButler: the same things under two names (fact sheet 12). */
export const fileShape = z.object({
  id,
  type,
  attributes: z.looseObject({
    kind: z.enum(['file', 'folder'], { error: 'expected file or folder' }),
    name: z.string({ error: 'expected a name' }),
    path: text,
    materialized_path: text,
    materialized: text,
    size: bytes,
    sizeInt: bytes,
    date_modified: text,
    modified_utc: text,
    extra: z
      .looseObject({ hashes: z.looseObject({ sha256: text }).nullish() })
      .nullish()
      .catch(null),
  }),
  links,
});

/** A folder as WaterButler lists it; `next_token` where there is more. */
export const storageShape = z.object({ data: z.array(fileShape, { error: 'expected a list' }), next_token: text });

export type NodeDocument = z.infer<typeof nodeShape>;
export type ContributorDocument = z.infer<typeof contributorShape>;
export type UserDocument = z.infer<typeof userShape>;
export type FileDocument = z.infer<typeof fileShape>;

/** A page of a list. */
export interface Page<T> {
  readonly items: readonly T[];
  /** The platform's own number; null where it does not tell. */
  readonly total: number | null;
  readonly more: boolean;
}

/** A page of a list that was read one by one. */
export interface ReadablePage<T> extends Page<T> {
  readonly refused: readonly RefusedItem[];
}
