/** Pure: an answer of GEO DAB as resources, or that it is an error (fact sheet 6.3). */
import type { UpstreamResponse } from '../../../upstream/types.js';
import { documentText, parseJsonText } from '../../common/json.js';
import { readXmlDocument } from '../../common/xml-document.js';
import { readAtomAnswer } from './atom.js';
import { readJsonAnswer, type Page } from './json.js';
import { mapReport, type GeodabHit } from './report.js';

export type GeodabAnswer =
  | { readonly kind: 'error' }
  | {
      readonly kind: 'results';
      readonly hits: readonly GeodabHit[];
      readonly total: number | null;
      /** Why each of the others could not be read, a line each. */
      readonly refused: readonly string[];
    };

/** JSON begins with a brace, whatever the media type says. */
function isJson(body: Uint8Array): boolean {
  const start = Buffer.from(body.subarray(0, 1000))
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '');
  return /^\s*[[{]/.test(start);
}

function readPage(body: Buffer): Page {
  return isJson(body) ? readJsonAnswer(parseJsonText(documentText(body))) : readAtomAnswer(readXmlDocument(body));
}

/** Reads an answer in JSON or Atom. @throws UnreadableDocument in one line that says where and why. */
export function readGeodabAnswer(body: Buffer): GeodabAnswer {
  const { reports, refused, total, failed } = readPage(body);
  return failed ? { kind: 'error' } : { kind: 'results', hits: reports.map(mapReport), total, refused };
}

/** Decodes an answer: a 400 is an error also where its result is merely empty. @throws UnreadableDocument */
export function decodeGeodab({ status, body }: UpstreamResponse): GeodabAnswer {
  const answer = readGeodabAnswer(body);
  return status === 400 ? { kind: 'error' } : answer;
}
