import { z } from 'zod';
import { AskFailure, type GraphQLPort } from './graphql-port.js';
import { WORK_FIELDS, workShape, type ExportedWork } from './work.js';

/** Ids that are asked for at once; the API takes 100, whose documents are read within one request's time. */
const BATCH = 50;

const shape = z.object({ works: z.array(workShape.nullable()) });
const OPERATION = `query Works($ids: [ID!]!) { works(ids: $ids) { ${WORK_FIELDS} } }`;

/** A DOI in any form that people paste becomes doi:…; all else is an id as it stands. */
export function idOf(text: string): string {
  const bare = text.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '');
  return /^10\.\d{4,}\//.test(bare) ? `doi:${bare}` : text;
}

export interface WorksById {
  readonly works: readonly ExportedWork[];
  /** Well-formed, and known to no platform. */
  readonly unknown: readonly string[];
  /** Not ids. */
  readonly refused: readonly { readonly id: string; readonly why: string }[];
}

/**
 * Works by id or DOI, in the order that was asked, each id once. One that is malformed does not take the others with it.
 * @throws AskFailure for anything else
 */
export async function readWorks(port: GraphQLPort, given: readonly string[], signal?: AbortSignal): Promise<WorksById> {
  const ids = [...new Set(given.map(idOf))];
  const works: ExportedWork[] = [];
  const unknown: string[] = [];
  const refused: { id: string; why: string }[] = [];
  const read = async (batch: readonly string[]): Promise<void> => {
    try {
      const answer = shape.parse(await port.ask(OPERATION, { ids: batch }, signal));
      answer.works.forEach((work, index) => {
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
