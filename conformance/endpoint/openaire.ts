/** What an endpoint like the OpenAIRE Graph is asked: a page of research products, how it counts and pages, and the products themselves. */
import { z } from 'zod';
import { UnreadableDocument } from '../../subgraphs/common/errors.js';
import { recordAsWork } from '../../formats/record-as-work.js';
import { parseJsonText } from '../../subgraphs/common/json.js';
import { eoscDocuments } from '../../subgraphs/eosc/documents.js';
import { WORK_PROFILES } from '../check.js';
import { conformanceOf } from '../profiles.js';
import { orWhy, type Answered, type Asking } from './asking.js';
import { answered, SAMPLE, type EndpointReport } from './report.js';

const page = z.object({
  header: z.object({
    numFound: z.number().optional(),
    pageSize: z.number().optional(),
    nextCursor: z.string().nullish(),
  }),
  // Null stands for an empty list (fact sheet 2.5).
  results: z
    .array(z.unknown())
    .nullable()
    .transform((results) => results ?? []),
});
type Page = z.infer<typeof page>;

/** A list of products; or in one line why it is none. */
function readPage(got: Answered | string): Page | string {
  if (typeof got === 'string') return got;
  if (got.text === null) return `status ${String(got.status)}, not UTF-8`;
  try {
    const read = page.safeParse(parseJsonText(got.text));
    return read.success ? read.data : `status ${String(got.status)}, JSON without header and results`;
  } catch (error) {
    if (error instanceof UnreadableDocument) return `status ${String(got.status)}, no JSON: ${error.message}`;
    throw error;
  }
}

export function isOpenaire(got: Answered): boolean {
  return typeof readPage(got) !== 'string';
}

function sampleOf(got: Answered | string): Pick<EndpointReport, 'sample' | 'unreadable'> {
  if (typeof got === 'string' || got.text === null) return { sample: [], unreadable: [] };
  try {
    const read = eoscDocuments.map((format) => format.read(got.body));
    const records = read.flatMap((one) => one.records).slice(0, SAMPLE);
    return {
      sample: records.map((record) => {
        const work = recordAsWork(record);
        return { id: work.id, checks: conformanceOf(work, WORK_PROFILES) };
      }),
      unreadable: read.flatMap(({ refused = [] }) => refused),
    };
  } catch (error) {
    if (error instanceof UnreadableDocument) return { sample: [], unreadable: [error.message] };
    throw error;
  }
}

/** The address is that of the list itself: …/v2/researchProducts. */
export async function checkOpenaire(asking: Asking): Promise<EndpointReport> {
  const size = { pageSize: String(SAMPLE) };
  const first = await orWhy(asking.get(size));
  const read = readPage(first);
  const found = typeof read === 'string' ? undefined : read.header.numFound;
  const walked = readPage(await orWhy(asking.get({ ...size, cursor: '*' })));
  const cursor = typeof walked === 'string' ? undefined : walked.header.nextCursor;
  const nothing = readPage(await orWhy(asking.get({ ...size, search: 'zzqxnosuchwordanywherexqzz' })));
  const refused = await orWhy(asking.get({ pageSize: 'many' }));
  return {
    kind: 'OPENAIRE',
    capabilities: [
      { name: 'products', value: found === undefined ? 'not counted' : String(found) },
      { name: 'walks by cursor', value: typeof cursor === 'string' ? 'yes' : 'no' },
    ],
    checks: [
      answered('openaire:page', typeof read !== 'string', typeof read === 'string' ? read : `${String(read.results.length)} products`),
      answered('openaire:numFound', found !== undefined, found === undefined ? 'the header tells no numFound' : String(found)),
      answered('openaire:pageSize', typeof read !== 'string' && read.results.length <= SAMPLE, `${String(SAMPLE)} asked for, ${typeof read === 'string' ? 'none' : String(read.results.length)} given`),
      answered('openaire:cursor', typeof cursor === 'string', typeof walked === 'string' ? walked : 'nextCursor in the header'),
      answered('openaire:nothing found', typeof nothing !== 'string' && nothing.results.length === 0, typeof nothing === 'string' ? nothing : `${String(nothing.results.length)} products`),
      answered('openaire:bad argument', typeof refused !== 'string' && refused.status >= 400 && refused.status < 500, typeof refused === 'string' ? refused : `status ${String(refused.status)}`),
    ], // prettier-ignore
    ...sampleOf(first),
  };
}
