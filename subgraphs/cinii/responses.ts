import type { UpstreamResponse } from '../../upstream/types.js';
import { UnreadableDocument } from '../common/errors.js';
import { decodeAs, documentText, faultOf, isObject, parseJsonText, requireJson } from '../common/json.js';
import { attribute, childElement, childElements, xmlLang, type XmlElement } from '../common/xml.js';
import { isHtml, nodeOf, objectOf, parseDocument, RSS } from './jsonld.js';
import { detailShape, itemShape, searchShape, type DetailDocument, type SearchItem } from './shapes.js';

export type { DetailDocument, SearchItem } from './shapes.js';

/** One page of a search in one language. */
export interface SearchAnswer {
  /** The language that was asked for; texts fall back silently (fact sheet 4.3). Null where the answer does not say. */
  readonly language: 'ja' | 'en' | null;
  readonly total: number;
  readonly items: readonly SearchItem[];
  /** Why each item that could not be read was left out, a line each. */
  readonly refused: readonly string[];
}

const UNREADABLE_SEARCH = 'a search answer of CiNii Research that cannot be read';

/** What a document turned out to be. */
type Found =
  | { readonly kind: 'search'; readonly value: unknown }
  | { readonly kind: 'detail'; readonly value: unknown; readonly type: string }
  | { readonly kind: 'other'; readonly what: string };

/** A name from a document that is safe to show. */
function shown(name: unknown): string {
  return typeof name === 'string' && /^[\w:.-]{1,40}$/.test(name) ? name : 'unnamed';
}

function foundInJson(value: unknown): Found {
  if (!isObject(value)) return { kind: 'other', what: 'JSON that is no object' };
  if ('@graph' in value) {
    const schemaOrg = typeof value['@context'] === 'string' && /^https?:\/\/schema\.org/.test(value['@context']);
    return {
      kind: 'other',
      what: schemaOrg ? 'the schema.org block of a page for people' : 'an answer of CiNii Books (with a @graph)',
    };
  }
  if ('opensearch:totalResults' in value || value['@type'] === 'channel') return { kind: 'search', value };
  const id = value['@id'];
  if (typeof id === 'string' && /\/crid\//.test(id) && '@type' in value) {
    return { kind: 'detail', value, type: shown(value['@type']) };
  }
  return { kind: 'other', what: 'JSON of another kind' };
}

/** An RSS answer in the shape of the JSON one: items are siblings of the channel (fact sheet 5.1). */
function rssAnswer(root: XmlElement, channel: XmlElement): unknown {
  const { items: _sequence, ...envelope } = objectOf(channel);
  const items = childElements(root, 'item').map((item) => nodeOf(item));
  const language = xmlLang(root);
  return { ...envelope, ...(language === undefined ? {} : { '@context': { '@language': language } }), items };
}

function foundInXml(root: XmlElement): Found {
  if (root.name === 'feed') return { kind: 'other', what: 'an Atom feed' };
  if (root.name === 'grantAwards') return { kind: 'other', what: 'an answer of KAKEN (grantAwards)' };
  if (root.name !== 'RDF') return { kind: 'other', what: `XML of another kind (its root is ${shown(root.name)})` };
  const channel = childElement(root, 'channel');
  if (channel?.namespace === RSS) return { kind: 'search', value: rssAnswer(root, channel) };
  const node = childElements(root).find((child) => /\/crid\//.test(attribute(child, 'about') ?? ''));
  if (node && node.name !== 'Description') return { kind: 'detail', value: nodeOf(node), type: shown(node.name) };
  const books = childElements(root).some((child) =>
    /ci\.nii\.ac\.jp\/(?:ncid|books)/.test(attribute(child, 'about') ?? ''),
  );
  return { kind: 'other', what: books ? 'an RDF document of CiNii Books' : 'RDF of another kind' };
}

function find(text: string): Found {
  if (text === '') throw new UnreadableDocument('it is empty');
  if (isHtml(text)) return { kind: 'other', what: 'an HTML page' };
  return text.startsWith('<') ? foundInXml(parseDocument(text)) : foundInJson(parseJsonText(text));
}

function languageOf(tag: string | undefined): 'ja' | 'en' | null {
  return tag === 'ja' || tag === 'en' ? tag : null;
}

/** The items that can be read; an answer of which none can is refused with its first fault. */
function readItems(values: readonly unknown[]): Pick<SearchAnswer, 'items' | 'refused'> {
  const items: SearchItem[] = [];
  const refused: string[] = [];
  values.forEach((value, index) => {
    const parsed = isObject(value) ? itemShape.safeParse(value) : null;
    if (parsed?.success === true) items.push(parsed.data);
    else refused.push(`items[${String(index)}]: ${parsed === null ? 'it is no object' : faultOf(parsed.error)}`);
  });
  if (items.length === 0 && refused[0] !== undefined) {
    throw new UnreadableDocument(`${UNREADABLE_SEARCH}: ${refused[0]}`);
  }
  return { items, refused };
}

/**
 * A search answer's items one by one: one that cannot be read does not take the others with it.
 * @throws UnreadableDocument
 */
export function readSearch(body: Uint8Array): SearchAnswer {
  const found = find(documentText(body));
  if (found.kind === 'detail') {
    throw new UnreadableDocument(
      `not a search answer of CiNii Research: it is a record's own document (${found.type}), read it as cinii-detail`,
    );
  }
  if (found.kind === 'other')
    throw new UnreadableDocument(`not a search answer of CiNii Research: it is ${found.what}`);
  const answer = decodeAs(searchShape, found.value, UNREADABLE_SEARCH);
  return {
    language: languageOf(answer['@context']?.['@language']),
    total: answer['opensearch:totalResults'],
    ...readItems(answer.items),
  };
}

/** @throws UnreadableDocument */
export function readDetail(body: Uint8Array): DetailDocument {
  const found = find(documentText(body));
  if (found.kind === 'search') {
    throw new UnreadableDocument(
      "not a record's own document of CiNii Research: it is a search answer, read it as cinii-search",
    );
  }
  if (found.kind === 'other') {
    throw new UnreadableDocument(`not a record's own document of CiNii Research: it is ${found.what}`);
  }
  return decodeAs(detailShape, found.value, `a ${found.type} of CiNii Research that cannot be read`);
}

/** What is not said to be JSON is an error answer, whatever its status (fact sheet 8.2); unnamed bytes are looked at. */
const ALSO_TAKEN = ['application/octet-stream'];

/** A page of a search, from the platform's answer. */
export function decodeSearch(response: UpstreamResponse): SearchAnswer {
  requireJson(response, ALSO_TAKEN);
  return readSearch(response.body);
}

/** A record's own document, from the platform's answer; null: the CRID is not known (404, whatever its body). */
export function decodeDetail(response: UpstreamResponse): DetailDocument | null {
  if (response.status === 404 || response.status === 410) return null;
  requireJson(response, ALSO_TAKEN);
  return readDetail(response.body);
}
