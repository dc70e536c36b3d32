import { z } from 'zod';
import { AskFailure, type GraphQLPort } from './graphql-port.js';

/** Ids that are asked for at once; the API takes 100, whose documents are read within one request's time. */
export const BATCH = 50;

/** A DOI in any form that people paste becomes doi:…; all else is an id as it stands. */
export function idOf(text: string): string {
  const bare = text.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '');
  return /^10\.\d{4,}\//.test(bare) ? `doi:${bare}` : text;
}

/** The ids of some texts, each once. */
export function idsOf(texts: readonly string[]): string[] {
  return [...new Set(texts.map(idOf))];
}

export interface WorksById<T> {
  readonly works: readonly T[];
  /** Well-formed, and known to no platform. */
  readonly unknown: readonly string[];
  /** Not ids. */
  readonly refused: readonly { readonly id: string; readonly why: string }[];
}

/** What is read of each work. */
export interface Wanted<T> {
  /** Of `Work` in the API. */
  readonly fields: string;
  readonly shape: z.ZodType<T>;
}

/**
 * Works by id or DOI, in the order that was asked, each id once. One that is malformed does not take the others with it.
 * @throws AskFailure for anything else
 */
export async function readWorks<T>(
  port: GraphQLPort,
  given: readonly string[],
  { fields, shape }: Wanted<T>,
  signal?: AbortSignal,
): Promise<WorksById<T>> {
  const answer = z.object({ works: z.array(shape.nullable()) });
  const operation = `query Works($ids: [ID!]!) { works(ids: $ids) { ${fields} } }`;
  const ids = idsOf(given);
  const works: T[] = [];
  const unknown: string[] = [];
  const refused: { id: string; why: string }[] = [];
  const read = async (batch: readonly string[]): Promise<void> => {
    try {
      const read = answer.parse(await port.ask(operation, { ids: batch }, signal)).works;
      read.forEach((work, index) => {
        if (work !== null) works.push(work);
        else unknown.push(batch[index] ?? '');
      });
    } catch (error) {
      if (!(error instanceof AskFailure) || error.code !== 'BAD_USER_INPUT') throw error;
      if (batch.length === 1) refused.push({ id: batch[0] ?? '', why: error.message });
      else for (const id of batch) await read([id]);
    }
  };
  for (let start = 0; start < ids.length; start += BATCH) await read(ids.slice(start, start + BATCH));
  return { works, unknown, refused };
}
