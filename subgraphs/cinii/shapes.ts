/**
 * The shapes of CiNii Research's JSON-LD, from hostile bytes to types. One or many are both taken everywhere (fact sheet
 * 10.2), a missing key and a null are absent, a blank text is none. All scalars are strings in the captures; a whole number
 * is taken as its digits as long as JavaScript holds it exactly, anything else is refused with its place.
 */
import { z } from 'zod';

const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

/** A list of what the source gives once, as a list, or not at all. */
function many<T extends z.ZodType>(item: T) {
  return z.preprocess((value: unknown) => listOf(value).filter((entry) => !isBlank(entry)), z.array(item));
}

/** The first of what the source gives once, as a list, or not at all. */
function one<T extends z.ZodType>(item: T) {
  return many(item).transform((items) => items[0]);
}

const digits = z.int().transform(String);
const scalar = z.union([z.string(), digits], { error: 'expected a text' });
/** RDF carries a language on texts that JSON-LD gives bare; the tag says nothing there. */
const text = z
  .union([scalar, z.object({ '@value': scalar }).transform((value) => value['@value'])], { error: 'expected a text' })
  .transform((value) => value.trim());

/** A text with the source's language tag. */
const tagged = z.union(
  [
    scalar.transform((value) => ({ value, lang: null })),
    z
      .object({ '@value': scalar, '@language': one(z.string()) })
      .transform((value) => ({ value: value['@value'], lang: value['@language']?.trim() ?? null })),
  ],
  { error: 'expected a text, or a text with its language' },
);

/** An identifier with the source's type (`cir:` taken off); a bare value has none. */
const typed = z.union(
  [
    scalar.transform((value) => ({ type: null, value: value.trim() })),
    z.object({ '@type': one(z.string()), '@value': one(scalar) }).transform((item) => ({
      type: item['@type']?.replace(/^cir:/, '').trim() ?? null,
      value: item['@value']?.trim() ?? '',
    })),
  ],
  { error: 'expected an identifier with @type and @value' },
);

/** An address with its label. */
const link = z.union(
  [
    z.string().transform((url) => ({ url })),
    z.object({ '@id': z.string() }).transform((value) => ({ url: value['@id'] })),
  ],
  { error: 'expected an address with @id' },
);

const count = z
  .union([z.int(), z.string().trim().regex(/^\d+$/).transform(Number)], { error: 'expected a whole number' })
  .pipe(z.int({ error: 'expected a whole number' }).nonnegative({ error: 'expected a whole number' }));

const NO_CRID = { error: 'expected the address of a CRID (19 digits)' };
const crid = z
  .string(NO_CRID)
  .regex(/\/crid\/\d{19}(?:\.(?:json|rdf))?$/, NO_CRID)
  .transform((address) => /(\d{19})(?:\.\w+)?$/.exec(address)?.[1] ?? '');

/** One hit of a search (fact sheet 4.2); its @type is always "item", dc:type tells the kind (10.18). */
export const itemShape = z.object({
  '@id': crid,
  title: one(tagged),
  'dc:creator': many(text),
  'dc:publisher': many(text),
  'dc:type': one(text),
  'prism:publicationName': one(text),
  'prism:issn': many(text),
  'prism:volume': one(text),
  'prism:number': one(text),
  'prism:startingPage': one(text),
  'prism:endingPage': one(text),
  'prism:pageRange': one(text),
  'prism:publicationDate': one(text),
  description: many(text),
  abstractLicenseFlag: one(text),
  'dc:identifier': many(typed),
  'dc:subject': many(text),
  'ndl:degreeName': one(text),
  'ndl:dissertationNumber': one(text),
  'dc:date': one(text),
  'dc:source': many(link),
});

/** A search answer (fact sheet 4.1); `items` may be missing when nothing was found. They are read one by one. */
export const searchShape = z.object({
  '@context': z
    .looseObject({ '@language': one(z.string()) })
    .optional()
    .catch(undefined),
  'opensearch:totalResults': count,
  'opensearch:startIndex': count.optional(),
  items: z
    .unknown()
    .optional()
    .transform((items) => (isBlank(items) ? [] : listOf(items))),
});

const person = z.object({
  personIdentifier: many(typed),
  'foaf:name': many(tagged),
  // Fact sheet 6.4: projects use foaf:name and jpcoar:affiliationName, the official table says name and affiliation.
  name: many(tagged),
  'foaf:familyName': many(tagged),
  'foaf:givenName': many(tagged),
  'jpcoar:affiliationName': many(tagged),
  affiliation: many(tagged),
  role: one(text),
});

/** A record that the document points to: titles stand under any of three keys (fact sheet 6.4). */
const linked = {
  '@id': one(z.string()),
  projectIdentifier: many(typed),
  productIdentifier: many(z.union([typed, z.object({ identifier: typed }).transform((item) => item.identifier)])),
  notation: many(tagged),
  'jpcoar:awardTitle': many(tagged),
  'jpcoar:relatedTitle': many(tagged),
};

const notations = z.object({ notation: many(tagged) });

const publication = z.object({
  publicationIdentifier: many(typed),
  'prism:publicationName': many(tagged),
  'dc:publisher': many(tagged),
  'prism:publicationDate': one(text),
  'prism:volume': one(text),
  'prism:number': one(text),
  'prism:startingPage': one(text),
  'prism:endingPage': one(text),
});

const conferenceDate = z.object({
  'jpcoar:startYear': one(text),
  'jpcoar:startMonth': one(text),
  'jpcoar:startDay': one(text),
  'jpcoar:endYear': one(text),
  'jpcoar:endMonth': one(text),
  'jpcoar:endDay': one(text),
});

const described = z.union(
  [
    tagged.transform((notation) => ({ type: undefined, notation: [notation], abstractLicenseFlag: undefined })),
    z.object({ type: one(text), notation: many(tagged), abstractLicenseFlag: one(text) }),
  ],
  { error: 'expected a description with its notation' },
);

const topic = z.union(
  [tagged.transform((title) => ({ 'dc:title': [title] })), z.object({ 'dc:title': many(tagged) })],
  { error: 'expected a topic with dc:title' },
);

/** A record's own document (fact sheet 6.3, corrected by 6.4), of every kind. */
export const detailShape = z.object({
  '@id': crid,
  '@type': one(z.string()),
  projectIdentifier: many(typed),
  personIdentifier: many(typed),
  productIdentifier: many(z.object({ identifier: typed })),
  resourceType: one(text),
  'dc:title': many(tagged),
  'jpcoar:awardTitle': many(tagged),
  'dcterms:alternative': many(tagged),
  'foaf:Person': many(person),
  career: many(
    z.object({
      institution: one(z.object({ institutionIdentifier: many(typed), notation: many(tagged) })),
      until: one(text),
    }),
  ),
  field: many(z.object({ keyword: many(z.object({ language: one(text), textList: many(text) })) })),
  'dc:language': many(text),
  description: many(described),
  researcher: many(person),
  since: one(text),
  until: one(text),
  fundingProgram: many(z.object({ 'jpcoar:funderName': many(tagged), notation: many(tagged) })),
  creator: many(person),
  contributor: many(person),
  publication: one(publication),
  'dcterms:accessRights': one(text),
  'ndl:dissertationNumber': one(text),
  'ndl:dateGranted': one(text),
  'ndl:degreeName': many(tagged),
  degreeAwardInstitution: one(z.object({ 'jpcoar:degreeGrantorName': many(tagged), notation: many(tagged) })),
  'jpcoar:conferenceName': many(tagged),
  'jpcoar:conferencePlace': many(tagged),
  'jpcoar:conferenceDate': one(conferenceDate),
  'dc:date': one(text),
  'dcterms:publisher': many(z.object({ 'dc:publisher': many(tagged), 'prism:publicationDate': one(text) })),
  'dc:subject': many(text),
  'cinii:size': one(text),
  'dcterms:extent': one(text),
  'jpcoar:extent': many(text),
  format: many(text),
  'datacite:version': one(text),
  'dc:rights': many(text),
  url: many(link),
  modifiedAt: one(text),
  'foaf:topic': many(topic),
  'dcterms:subject': many(notations.extend({ subjectScheme: one(text) })),
  project: many(z.object(linked)),
  relatedProject: many(z.object({ ...linked, relationType: many(text) })),
  product: many(z.object({ ...linked, relation: many(z.object({ type: one(text) })) })),
  relatedProduct: many(z.object({ ...linked, relationType: many(text) })),
  dataSourceIdentifier: many(typed),
  grant: one(z.object({ grantIdentifier: many(typed), 'jpcoar:fundingStream': many(tagged), notation: many(tagged) })),
});

export type SearchItem = z.infer<typeof itemShape>;
export type DetailDocument = z.infer<typeof detailShape>;
export type TypedValue = z.infer<typeof typed>;
export type TaggedText = z.infer<typeof tagged>;
export type PersonNode = z.infer<typeof person>;
export type LinkedRecord = { readonly [Key in keyof typeof linked]: z.infer<(typeof linked)[Key]> };
