/** Pure: a JSON answer of GEO DAB. The fields are those of its serialiser's code: no real answer is public (fact sheet 6.3). */
import { z } from 'zod';
import { readBox } from '../../common/box.js';
import { UnreadableDocument } from '../../common/errors.js';
import { decodeAs, isObject } from '../../common/json.js';
import { link, party, type Report } from './report.js';

const text = z.string().nullish().transform((value) => value ?? ''); // prettier-ignore
const texts = z.union([z.array(z.string()), z.string().transform((one) => [one])]).nullish().transform((value) => value ?? []); // prettier-ignore
const number = z.union([z.number().transform(String), z.string()]).optional();

function list<T extends z.ZodType>(item: T) {
  return z.array(item).nullish().transform((value) => value ?? []); // prettier-ignore
}

const person = z.object({ orgName: text, individualName: text, email: text, role: text });

const reportShape = z.object({
  id: z.string().min(1),
  title: text,
  alternateTitle: text,
  description: text,
  source: z.object({ id: text, title: text }).nullish(),
  keyword: texts,
  topic: texts,
  format: texts,
  online: list(z.object({ url: text, name: text, description: text, protocol: text, function: text })),
  where: list(z.object({ south: number, west: number, north: number, east: number })),
  when: list(z.object({ from: text, to: text })),
  published: texts,
  updated: texts,
  rights: texts,
  author: list(person),
  contributors: list(person),
  hierarchyLevel: z.string().nullish(),
});

const answerShape = z.object({
  resultSet: z.object({ size: z.number().int().nonnegative().optional(), errors: z.unknown().optional() }),
  reports: z.array(z.unknown()),
});

/** One page as it stands. */
export interface Page {
  readonly total: number | null;
  readonly reports: readonly Report[];
  readonly refused: readonly string[];
  /** The answer says that something went wrong. */
  readonly failed: boolean;
}

function reportOf(value: unknown, index: number): Report {
  const read = decodeAs(reportShape, value, `reports[${String(index)}]`);
  const authors = read.author.map((item) => party(item.individualName, item.orgName, 'author', item.email));
  const others = read.contributors.map((item) =>
    party(item.individualName, item.orgName, item.role || 'contributor', item.email),
  );
  return {
    id: read.id,
    sourceId: read.source?.id || null,
    sourceTitle: read.source?.title || null,
    title: read.title,
    alternateTitle: read.alternateTitle,
    description: read.description,
    keywords: read.keyword,
    topics: read.topic,
    formats: read.format,
    links: read.online.flatMap(
      (item) => link(item.url, item.name, item.description, item.protocol, item.function) ?? [],
    ),
    boxes: read.where.flatMap(({ west, south, east, north }) => readBox({ west, south, east, north }) ?? []),
    times: read.when,
    published: read.published,
    updated: read.updated,
    rights: read.rights,
    parties: [...authors, ...others].flatMap((contact) => contact ?? []),
    level: read.hierarchyLevel ?? null,
  };
}

function isEmpty(errors: unknown): boolean {
  return errors === undefined || errors === null || errors === '' || (Array.isArray(errors) && errors.length === 0);
}

/** Reads an answer. One report that cannot be read costs itself alone. @throws UnreadableDocument */
export function readJsonAnswer(value: unknown): Page {
  if (isObject(value) && 'Error occurred' in value) return { total: null, reports: [], refused: [], failed: true };
  const { resultSet, reports: printed } = decodeAs(answerShape, value, 'it is no answer of GEO DAB');
  const reports: Report[] = [];
  const refused: string[] = [];
  for (const [index, report] of printed.entries()) {
    try {
      reports.push(reportOf(report, index));
    } catch (error) {
      if (!(error instanceof UnreadableDocument)) throw error;
      refused.push(error.message);
    }
  }
  const failed = printed.length === 0 && !isEmpty(resultSet.errors);
  return { total: resultSet.size ?? null, reports, refused, failed };
}
