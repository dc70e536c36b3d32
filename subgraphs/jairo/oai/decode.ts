import type { UpstreamResponse } from '../../../upstream/types.js';
import { UnreadableDocument } from '../../common/errors.js';
import { readXmlDocument } from '../../common/xml-document.js';
import type { DescribedWork } from '../record.js';
import {
  readOaiAnswer,
  type Continuation,
  type OaiAnswer,
  type OaiEntry,
  type OaiErrorCode,
  type OaiHeader,
} from '../../common/oai-pmh/envelope.js';
import { readPayload } from './payload.js';

/** One record of an answer, its metadata read. `work` is null for a deleted one; `refused` says why nothing could be read. */
export type ReadRecord =
  | { readonly header: OaiHeader; readonly work: DescribedWork | null; readonly refused: null }
  | { readonly header: OaiHeader | null; readonly work: null; readonly refused: string };

/** The records of GetRecord or ListRecords, or the protocol's error. */
export type RecordsAnswer =
  | { readonly kind: 'error'; readonly codes: readonly OaiErrorCode[] }
  | { readonly kind: 'records'; readonly records: readonly ReadRecord[]; readonly next: Continuation };

/** Reads the metadata of one entry; what cannot be read costs this record alone. */
export function readRecord(entry: OaiEntry, readAt: Date): ReadRecord {
  const { header, metadata, refused } = entry;
  if (header === null) return { header: null, work: null, refused };
  if (metadata === null) return { header, work: null, refused: null };
  try {
    return { header, work: readPayload(metadata, readAt), refused: null };
  } catch (error) {
    if (!(error instanceof UnreadableDocument)) throw error;
    return { header, work: null, refused: `${header.identifier}: ${error.message}` };
  }
}

/** Decodes any OAI-PMH answer. @throws UnreadableDocument */
export function decodeOai({ body }: UpstreamResponse): OaiAnswer {
  return readOaiAnswer(readXmlDocument(body));
}

/** Decodes an answer to GetRecord or ListRecords. @throws UnreadableDocument */
export function decodeRecords({ body, receivedAt }: UpstreamResponse): RecordsAnswer {
  const answer = readOaiAnswer(readXmlDocument(body));
  if (answer.kind === 'error') return answer;
  if (answer.kind !== 'records')
    throw new UnreadableDocument('records were asked for, and the answer holds something else');
  return { kind: 'records', records: answer.entries.map((entry) => readRecord(entry, receivedAt)), next: answer.next };
}
