import { UnreadableDocument } from '../common/errors.js';
import { attribute, childElements, parseXml, textContent, XmlError, xmlLang, type XmlElement } from '../common/xml.js';

/** Whether a text is a page for people: CiNii Research sends one, with status 200, when it is asked without a format or is being maintained (fact sheet 5.3, 10.10). */
export function isHtml(text: string): boolean {
  return /^(?:\ufeff|\s|<!--[\s\S]{0,2000}?-->)*<(?:!doctype\s+html|html|head|body)\b/i.test(text.slice(0, 4000));
}

/** @throws UnreadableDocument with the place, never with the text. */
export function parseDocument(text: string): XmlElement {
  try {
    return parseXml(text);
  } catch (error) {
    if (error instanceof XmlError) throw new UnreadableDocument(`it is not well-formed XML: ${error.message}`);
    throw error;
  }
}

export const RSS = 'http://purl.org/rss/1.0/';
const SCHEMA = 'https://cir.nii.ac.jp/schema/1.0/';
const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';

/** The prefixes of CiNii's JSON-LD. `ndl` and `jpcoar` have more than one address each: the prefix counts (fact sheet 10.15). */
const PREFIXES: readonly (readonly [string, string])[] = [
  [RSS, ''],
  [SCHEMA, ''],
  [RDF, 'rdf:'],
  ['http://www.w3.org/2000/01/rdf-schema#', 'rdfs:'],
  ['http://purl.org/dc/elements/1.1/', 'dc:'],
  ['http://purl.org/dc/terms/', 'dcterms:'],
  ['http://xmlns.com/foaf/0.1/', 'foaf:'],
  ['http://prismstandard.org/namespaces/basic/2.0/', 'prism:'],
  ['http://ci.nii.ac.jp/ns/1.0/', 'cinii:'],
  ['https://schema.datacite.org/meta/kernel-4/', 'datacite:'],
  ['http://ndl.go.jp/dcndl/terms', 'ndl:'],
  ['https://github.com/JPCOAR/schema/blob/master/', 'jpcoar:'],
  ['http://a9.com/-/spec/opensearch/1.1/', 'opensearch:'],
];

function keyOf({ namespace, name }: XmlElement): string {
  const prefix = PREFIXES.find(([address]) => namespace.startsWith(address))?.[1];
  return `${prefix ?? `{${namespace}}`}${name}`;
}

/** The last part of an identifier's type: the RDF writes its whole address, RSS and JSON cir:NCID (fact sheet 6.6). */
function typeName(datatype: string): string {
  return datatype.startsWith(SCHEMA) ? datatype.slice(SCHEMA.length) : datatype;
}

/** The children as JSON-LD writes them: a repeated element is a list. */
export function objectOf(element: XmlElement): Record<string, unknown> {
  const values = new Map<string, unknown[]>();
  for (const child of childElements(element)) {
    const key = keyOf(child);
    const known = values.get(key);
    if (known) known.push(valueOf(child));
    else values.set(key, [valueOf(child)]);
  }
  return Object.fromEntries([...values].map(([key, list]) => [key, list.length === 1 ? list[0] : list]));
}

/** A node with an address of its own: `<Researcher rdf:about="…">`; rdf:Description has no kind. */
export function nodeOf(element: XmlElement): Record<string, unknown> {
  const about = attribute(element, 'about');
  return {
    ...objectOf(element),
    ...(about === undefined ? {} : { '@id': about }),
    ...(element.namespace === RDF ? {} : { '@type': element.name }),
  };
}

function valueOf(element: XmlElement): unknown {
  const resource = attribute(element, 'resource');
  if (resource !== undefined) return { '@id': resource };
  const children = childElements(element);
  const [only] = children;
  if (attribute(element, 'parseType') !== 'Resource' && children.length === 1 && only && attribute(only, 'about')) {
    return nodeOf(only);
  }
  if (children.length > 0) return objectOf(element);
  const text = textContent(element).trim();
  const datatype = attribute(element, 'datatype');
  if (datatype !== undefined) return { '@type': typeName(datatype), '@value': text };
  const lang = xmlLang(element);
  return lang === undefined ? text : { '@language': lang, '@value': text };
}
