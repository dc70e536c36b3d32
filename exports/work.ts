import { z } from 'zod';

const text = z.object({ ja: z.string().nullable(), en: z.string().nullable(), text: z.string() });
const maybeText = text.nullable();
const identifier = z.object({ scheme: z.string(), value: z.string() });
const maybe = z.string().nullable();

/** What a list of works shows of each. */
export const summaryShape = z.object({
  id: z.string(),
  issued: maybe,
  type: z.string(),
  accessRight: z.string(),
  title: text,
  creators: z.array(z.object({ name: text })),
});
export type SummaryWork = z.infer<typeof summaryShape>;
export const SUMMARY_FIELDS = 'id issued type accessRight title { ja en text } creators { name { ja en text } }';

/** A work as it is exported: the names are those of `Work` in the API. */
export const workShape = summaryShape.extend({
  doi: maybe,
  url: maybe,
  identifiers: z.array(identifier),
  creators: z.array(
    z.object({
      name: text,
      orcid: maybe,
      affiliations: z.array(z.object({ name: text, ror: maybe })),
    }),
  ),
  description: maybeText,
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
  version: maybe,
  updated: maybe,
  embargoUntil: maybe,
  languages: z.array(z.string()).nullable(),
  subjects: z.array(z.object({ value: text, scheme: maybe })).nullable(),
  licenses: z.array(z.object({ name: maybe, spdx: maybe, url: maybe })).nullable(),
  funding: z
    .array(z.object({ funder: maybeText, funderIds: z.array(identifier), awardNumber: maybe, awardTitle: maybeText }))
    .nullable(),
  records: z.array(z.object({ id: z.string(), platform: z.string(), url: maybe })),
});
export type ExportedWork = z.infer<typeof workShape>;

const TEXT = '{ ja en text }';
export const WORK_FIELDS = `
  id doi url identifiers { scheme value } type issued updated accessRight embargoUntil version languages
  title ${TEXT} description ${TEXT} publisher ${TEXT}
  creators { name ${TEXT} orcid affiliations { name ${TEXT} ror } }
  container { title ${TEXT} issn volume issue firstPage lastPage }
  subjects { value ${TEXT} scheme }
  licenses { name spdx url }
  funding { funder ${TEXT} funderIds { scheme value } awardNumber awardTitle ${TEXT} }
  records { id platform url }`;

/** How a platform took part. */
export const sourceShape = z.object({
  platform: z.string(),
  state: z.string(),
  total: z.number().nullable(),
  totalKind: z.string(),
  /** Hits that the walk has passed. */
  passed: z.number(),
  message: maybe,
  attribution: maybe,
});
export type Source = z.infer<typeof sourceShape>;
export const SOURCE_FIELDS = 'platform state total totalKind passed message attribution';
