/** XML as the writers of exchange formats build it; escaping and namespaces are those of subgraphs/common/xml.ts. */
import type { LangString, LocalizedText } from '../subgraphs/common/record.js';
import { isElement, serializeXml, type XmlElement } from '../subgraphs/common/xml.js';

/** What an element holds: nothing, one thing or lists of things. */
export type Content = XmlElement | string | null | undefined | readonly Content[];
/** By name, `xml:` and `rdf:` ones with their prefix; what is null or undefined is left out. */
export type Attributes = Readonly<Record<string, string | null | undefined>>;
/** Makes elements of one namespace. */
export type ElementMaker = (name: string, attributes: Attributes, ...content: readonly Content[]) => XmlElement;

const ATTRIBUTE_NAMESPACES: Readonly<Record<string, string>> = {
  xml: 'http://www.w3.org/XML/1998/namespace',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  xsi: 'http://www.w3.org/2001/XMLSchema-instance',
};

function isList(content: Content): content is readonly Content[] {
  return Array.isArray(content);
}

function flat(content: Content): (XmlElement | string)[] {
  if (content === null || content === undefined || content === '') return [];
  return isList(content) ? content.flatMap(flat) : [content];
}

function attributesOf(attributes: Attributes): XmlElement['attributes'] {
  return Object.entries(attributes).flatMap(([key, value]) => {
    if (value === null || value === undefined) return [];
    const [prefix = '', local] = key.split(':');
    if (local === undefined) return [{ name: key, namespace: '', value }];
    return [{ name: local, namespace: ATTRIBUTE_NAMESPACES[prefix] ?? '', value }];
  });
}

export function elementMaker(namespace: string): ElementMaker {
  return (name, attributes, ...content) => ({
    name,
    namespace,
    attributes: attributesOf(attributes),
    children: content.flatMap(flat),
    line: 0,
  });
}

/** The element, or nothing where it would hold nothing. */
export function unlessEmpty(element: XmlElement): XmlElement | null {
  return element.children.length === 0 ? null : element;
}

/** What XML Schema takes for a language; another tag is left out, and its text stays. */
const LANGUAGE = /^[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*$/;

export function langAttribute(lang: string | null): Attributes {
  return { 'xml:lang': lang !== null && LANGUAGE.test(lang) ? lang : null };
}

/** One element for each language that a text is told in. */
export function perLanguage(text: LocalizedText | null, make: (text: LangString) => Content): Content {
  return (text?.values ?? []).map(make);
}

/** An address as xs:anyURI takes it: blanks and brackets that no address has are percent-encoded. */
export function anyUri(text: string): string {
  return text.replace(/[\s<>"{}|\\^`[\]]/g, (character) => encodeURIComponent(character));
}

/** A number without an exponent, at most 12 digits behind the point. */
export function decimal(number: number): string {
  const text = String(number);
  return text.includes('e') ? number.toFixed(12).replace(/\.?0+$/, '') : text;
}

/** Elements that hold elements alone are written a line each. */
function indented(element: XmlElement, depth: number): XmlElement {
  if (element.children.length === 0 || !element.children.every(isElement)) return element;
  const inner = `\n${'  '.repeat(depth + 1)}`;
  const children = element.children.filter(isElement).flatMap((child) => [inner, indented(child, depth + 1)]);
  return { ...element, children: [...children, `\n${'  '.repeat(depth)}`] };
}

/** The element as a document, with the prefixes (by namespace) declared at its root. */
export function xmlDocument(root: XmlElement, prefixes: Readonly<Record<string, string>>): string {
  const named = Object.entries(prefixes).filter(([, prefix]) => prefix !== '');
  const declared = new Set(named.map(([namespace, prefix]) => `${prefix}=${namespace}`));
  const declarations = named.map(([namespace, prefix]) => ` xmlns:${prefix}="${namespace}"`).join('');
  const text = serializeXml(indented(root, 0), prefixes, declared).replace(
    /^<[\w:]+/,
    (tag) => `${tag}${declarations}`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`;
}
