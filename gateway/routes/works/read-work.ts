import { z } from 'zod';
import type { GraphQLPort } from '../../../exports/graphql-port.js';
import { CITATION_STYLES } from '../../../formats/citation/citation.js';
import type { ReadingLanguage } from '../../../formats/work.js';
import type { LocalizedText } from '../../../subgraphs/common/record.js';

const maybe = z.string().nullable();
const text: z.ZodType<LocalizedText> = z.object({ values: z.array(z.object({ value: z.string(), lang: maybe })) });
const maybeText = text.nullable();
const identifier = z.object({ scheme: z.string(), value: z.string(), url: maybe });
const affiliation = z.object({ name: text, ror: maybe });
const creator = z.object({
  name: text,
  orcid: maybe,
  identifiers: z.array(identifier),
  affiliations: z.array(affiliation),
});
const workType = z.enum([
  'ARTICLE',
  'BOOK',
  'CONFERENCE_PAPER',
  'DATASET',
  'PROJECT',
  'REPORT',
  'SOFTWARE',
  'THESIS',
  'OTHER',
]);
const accessRight = z.enum(['OPEN', 'EMBARGOED', 'RESTRICTED', 'METADATA_ONLY', 'UNKNOWN']);
/** A list of the API that is null where a record could not be read: what is not known is not shown. */
const list = <T extends z.ZodType>(item: T) =>
  z
    .array(item)
    .nullable()
    .transform((items) => items ?? []);

const TEXT = '{ values { value lang } }';
const IDENTIFIER = '{ scheme value url }';
const CREATOR = `{ name ${TEXT} orcid identifiers ${IDENTIFIER} affiliations { name ${TEXT} ror } }`;

/** What every form of a work needs: the links. */
const signposted = {
  id: z.string(),
  type: workType,
  doi: maybe,
  url: maybe,
  identifiers: z.array(identifier),
  creators: z.array(creator),
  licenses: list(z.object({ name: maybe, spdx: maybe, url: maybe })),
  files: list(
    z.object({
      name: z.string(),
      url: maybe,
      mediaType: maybe,
      size: maybe,
      bytes: z.number().nullable(),
      accessRight,
      availableFrom: maybe,
    }),
  ),
};
const SIGNPOSTED = `id type doi url identifiers ${IDENTIFIER} creators ${CREATOR} licenses { name spdx url } files { name url mediaType size bytes accessRight availableFrom }`;

const linkedWork = z.object(signposted);
export type LinkedWork = z.infer<typeof linkedWork>;

const box = z.object({ west: z.number(), south: z.number(), east: z.number(), north: z.number() });
const pageWork = linkedWork.extend({
  title: text,
  alternativeTitles: list(text),
  description: maybeText,
  contributors: list(z.object({ role: z.string(), creator })),
  publisher: maybeText,
  container: z
    .object({
      title: maybeText,
      issn: z.array(z.string()),
      volume: maybe,
      issue: maybe,
      firstPage: maybe,
      lastPage: maybe,
    })
    .nullable(),
  event: z.object({ name: maybeText, place: maybeText, period: maybe }).nullable(),
  degree: z.object({ name: maybeText, grantor: maybeText, granted: maybe, number: maybe }).nullable(),
  version: maybe,
  issued: maybe,
  updated: maybe,
  languages: list(z.string()),
  subjects: list(z.object({ value: text, scheme: maybe, url: maybe })),
  accessRight,
  embargoUntil: maybe,
  formats: list(z.string()),
  size: maybe,
  funding: list(
    z.object({
      funder: maybeText,
      funderIds: z.array(identifier),
      awardNumber: maybe,
      awardTitle: maybeText,
    }),
  ),
  places: list(
    z.object({
      name: maybeText,
      box: box.nullable(),
      point: z.object({ lat: z.number(), lon: z.number() }).nullable(),
    }),
  ),
  period: maybe,
  related: list(
    z.object({
      relation: z.string(),
      id: maybe,
      identifier: identifier.nullable(),
      title: maybeText,
    }),
  ),
  records: z.array(
    z.object({
      id: z.string(),
      platform: z.string(),
      url: maybe,
      retrieved: z.object({ at: z.string(), cache: z.string() }),
    }),
  ),
  provenance: z.array(z.object({ field: z.string(), platform: z.string(), recordId: z.string() })),
  jsonLd: z.string(),
});

/** A work as its page shows it; the references are by style. */
export type PageWork = z.infer<typeof pageWork> & { readonly citations: ReadonlyMap<string, string> };

/** Related works that the page shows. */
export const MOST_RELATED = 30;

const PAGE_FIELDS = `${SIGNPOSTED}
  title ${TEXT} alternativeTitles ${TEXT} description ${TEXT} publisher ${TEXT}
  contributors { role creator ${CREATOR} }
  container { title ${TEXT} issn volume issue firstPage lastPage }
  event { name ${TEXT} place ${TEXT} period } degree { name ${TEXT} grantor ${TEXT} granted number }
  version issued updated languages subjects { value ${TEXT} scheme url } accessRight embargoUntil formats size
  funding { funder ${TEXT} funderIds ${IDENTIFIER} awardNumber awardTitle ${TEXT} }
  places { name ${TEXT} box { west south east north } point { lat lon } } period
  related(first: ${String(MOST_RELATED)}) { relation id identifier ${IDENTIFIER} title ${TEXT} }
  records { id platform url retrieved { at cache } } provenance { field platform recordId }
  jsonLd: export(format: SCHEMA_ORG_JSONLD)`;

const CITATIONS = CITATION_STYLES.map((style) => `${style}: citation(style: "${style}", lang: $lang)`).join(' ');

const OPERATIONS = {
  page: `query Page($id: ID!, $lang: LanguageTag!) { work(id: $id) { ${PAGE_FIELDS} } citations: work(id: $id) { ${CITATIONS} } }`,
  linked: `query Links($id: ID!) { work(id: $id) { ${SIGNPOSTED} } }`,
  tombstone: `query Tombstone($id: ID!) { tombstone(id: $id) { platform deleted } }`,
  document: `query Document($id: ID!, $format: ExportFormat!) { work(id: $id) { ${SIGNPOSTED} text: export(format: $format) } }`,
};

const pageAnswer = z.object({ work: pageWork.nullable(), citations: z.record(z.string(), z.string()).nullable() });
const document = linkedWork.extend({ text: z.string() });

/** The work for its page; null: no platform knows it. @throws AskFailure */
export async function readPage(
  port: GraphQLPort,
  id: string,
  language: ReadingLanguage,
  signal: AbortSignal,
): Promise<PageWork | null> {
  const answer = await port.ask(OPERATIONS.page, { id, lang: language }, signal);
  const { work, citations } = pageAnswer.parse(answer);
  return work === null ? null : { ...work, citations: new Map(Object.entries(citations ?? {})) };
}

/** The work as far as links tell of it; null: no platform knows it. @throws AskFailure */
export async function readLinks(port: GraphQLPort, id: string, signal: AbortSignal): Promise<LinkedWork | null> {
  return z.object({ work: linkedWork.nullable() }).parse(await port.ask(OPERATIONS.linked, { id }, signal)).work;
}

/** The work in a format of the API; null: no platform knows it. @throws AskFailure */
export async function readDocument(
  port: GraphQLPort,
  id: string,
  format: string,
  signal: AbortSignal,
): Promise<z.infer<typeof document> | null> {
  const answer = await port.ask(OPERATIONS.document, { id, format }, signal);
  return z.object({ work: document.nullable() }).parse(answer).work;
}

const tombstone = z.object({ platform: z.string(), deleted: maybe });

/** What a platform says of a record that it had and shows no more; null: nothing. @throws AskFailure */
export async function readTombstone(
  port: GraphQLPort,
  id: string,
  signal: AbortSignal,
): Promise<z.infer<typeof tombstone> | null> {
  const answer = await port.ask(OPERATIONS.tombstone, { id }, signal);
  return z.object({ tombstone: tombstone.nullable() }).parse(answer).tombstone;
}
