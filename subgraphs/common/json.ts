/** JSON of hostile bytes, for the platforms that answer in it: each refusal says where and why, and shows nothing of the document. */
import type { z } from 'zod';
import type { UpstreamResponse } from '../../upstream/types.js';
import { UnreadableDocument } from './errors.js';

/** A document's bytes as text: UTF-8, a byte order mark and blanks around it taken off. @throws UnreadableDocument */
export function documentText(body: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body).trim();
  } catch {
    throw new UnreadableDocument('it is not UTF-8 text');
  }
}

/** Where in a text the JSON reader stopped, for people; its own message shows the text and is not passed on. */
function placeOf(error: unknown, text: string): string {
  const position = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
  if (position === undefined) return 'it ends too early or is malformed';
  const before = text.slice(0, Number(position)).split('\n');
  return `line ${String(before.length)}, column ${String((before.at(-1)?.length ?? 0) + 1)}`;
}

/** No platform's answer nests a tenth as deep. JSON.parse takes seconds for megabytes of brackets, and holds everybody up. */
const MAX_DEPTH = 200;
const [QUOTE, ESCAPE, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d];

/** Whether a text's brackets nest deeper than that; those within its strings are none. */
function nestsTooDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      for (at += 1; at < text.length && text.charCodeAt(at) !== QUOTE; at += 1)
        if (text.charCodeAt(at) === ESCAPE) at += 1;
    } else if (code === OPEN_LIST || code === OPEN_OBJECT) {
      depth += 1;
      if (depth > MAX_DEPTH) return true;
    } else if (code === CLOSE_LIST || code === CLOSE_OBJECT) depth -= 1;
  }
  return false;
}

/** The value of a JSON text. @throws UnreadableDocument with the place, never with the text. */
export function parseJsonText(text: string): unknown {
  if (nestsTooDeep(text)) throw new UnreadableDocument(`it nests deeper than ${String(MAX_DEPTH)} levels`);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UnreadableDocument(`it is not well-formed JSON (${placeOf(error, text)})`);
  }
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const EXPECTED: Readonly<Record<string, string>> = {
  string: 'expected a text',
  number: 'expected a number',
  int: 'expected a whole number',
  boolean: 'expected true or false',
  array: 'expected a list',
  object: 'expected an object',
};

/** What was wrong, for people: the shape's own words where it has some, else ours for the reader's. */
function kindOf(issue: z.core.$ZodIssue): string {
  if (!/^(?:Invalid|Too (?:small|big)|Unrecognized)\b/.test(issue.message)) return issue.message;
  return (issue.code === 'invalid_type' ? EXPECTED[issue.expected] : undefined) ?? 'has an unexpected form';
}

/** The first fault of a shape: its place and kind, none of the content. */
export function faultOf({ issues: [issue] }: z.ZodError): string {
  if (issue === undefined) return 'has an unexpected form';
  const place = issue.path
    .map((part) => (typeof part === 'number' ? `[${String(part)}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
  return `${place === '' ? '' : `${place}: `}${kindOf(issue)}`;
}

/** Decodes by a shape. @throws UnreadableDocument: what it was to be, and the first fault. */
export function decodeAs<T extends z.ZodType>(shape: T, value: unknown, what: string): z.output<T> {
  const result = shape.safeParse(value);
  if (!result.success) throw new UnreadableDocument(`${what}: ${faultOf(result.error)}`);
  return result.data;
}

/** What servers send in place of JSON, for the error: what else one calls its answers is its own word, and not repeated. */
const NAMED_TYPES: ReadonlySet<string> = new Set([
  'application/atom+xml',
  'application/octet-stream',
  'application/pdf',
  'application/xhtml+xml',
  'application/xml',
  'application/zip',
  'text/csv',
  'text/html',
  'text/plain',
  'text/xml',
]);

/**
 * Whatever the status, an answer that is not said to be JSON is none (a page for people comes with 200); a server that says
 * nothing, or one of the types that a platform is also taken at, is believed.
 * @throws UnreadableDocument
 */
export function requireJson({ headers }: UpstreamResponse, alsoTaken: readonly string[] = []): void {
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === '' || alsoTaken.includes(type) || type.endsWith('json')) return;
  throw new UnreadableDocument(`it is no JSON but ${NAMED_TYPES.has(type) ? type : 'of another media type'}`);
}
