import { langString, localizedText, localizedTextOrNull } from '../../common/localized-text.js';
import type { LangString, LocalizedText } from '../../common/record.js';
import { cleanLine, cleanText } from '../../common/text.js';
import { childElements, serializeXml, textContent, xmlLang, type XmlElement } from '../../common/xml.js';

/** The vocabularies that a JPCOAR document is made of. A local name can occur in two of them (dc:publisher and jpcoar:publisher). */
export type Vocabulary = 'jpcoar' | 'dc' | 'dcterms' | 'datacite' | 'oaire' | 'dcndl' | 'rioxxterms';

const NAMESPACES: Readonly<Record<Exclude<Vocabulary, 'jpcoar'>, string>> = {
  dc: 'http://purl.org/dc/elements/1.1/',
  dcterms: 'http://purl.org/dc/terms/',
  datacite: 'https://schema.datacite.org/meta/kernel-4/',
  oaire: 'http://namespace.openaire.eu/schema/oaire/',
  dcndl: 'http://ndl.go.jp/dcndl/terms/',
  rioxxterms: 'http://www.rioxx.net/schema/v2.0/rioxxterms/',
};

/**
 * JPCOAR 1.0, 2.0 and 2.1 in records stand under github.com; ListMetadataFormats advertises irdb.nii.ac.jp for the same
 * (fact sheet 2.3: never dispatch on the advertised one). Both are known here, in every version of the same shape.
 */
const JPCOAR =
  /^https?:\/\/(?:github\.com\/JPCOAR\/schema\/blob\/(?:master|main)|(?:schema\.)?irdb\.nii\.ac\.jp\/schema\/jpcoar)\/\d+\.\d+(?:\.\d+)?\/?$/;

export function isJpcoarNamespace(namespace: string): boolean {
  return JPCOAR.test(namespace);
}

/** Whether an element is the root of a JPCOAR record. */
export function isJpcoar(element: XmlElement): boolean {
  return element.name === 'jpcoar' && isJpcoarNamespace(element.namespace);
}

function belongs(element: XmlElement, vocabulary: Vocabulary): boolean {
  return vocabulary === 'jpcoar' ? isJpcoarNamespace(element.namespace) : element.namespace === NAMESPACES[vocabulary];
}

/** The child elements with a name of a vocabulary, in document order: WEKO3 keeps no schema order (fact sheet 3.2). */
export function elements(parent: XmlElement, vocabulary: Vocabulary, name: string): XmlElement[] {
  return childElements(parent, name).filter((child) => belongs(child, vocabulary));
}

/** An element's text on one line, as people read it. */
export function line(element: XmlElement): string {
  return cleanLine(textContent(element));
}

/** The texts of the named children on one line each, blank ones left out. */
export function lines(parent: XmlElement, vocabulary: Vocabulary, name: string): string[] {
  return elements(parent, vocabulary, name)
    .map(line)
    .filter((text) => text !== '');
}

/** The first text of that name, or null. Singletons occur repeatedly (fact sheet 2.9); the first is taken. */
export function firstLine(parent: XmlElement, vocabulary: Vocabulary, name: string): string | null {
  return lines(parent, vocabulary, name)[0] ?? null;
}

/** An element's text with its xml:lang; without one, only kana says that it is Japanese. */
export function tagged(element: XmlElement): LangString {
  return langString(line(element), xmlLang(element));
}

/** As `tagged`, line breaks kept. */
export function taggedText(element: XmlElement): LangString {
  return langString(cleanText(textContent(element)), xmlLang(element));
}

/** Sibling elements of one thing in several languages (ja, en, ja-Kana, ja-Latn: fact sheet 3.2) as one text. */
export function siblings(items: readonly XmlElement[]): LocalizedText {
  return localizedText(items.map(tagged));
}

export function siblingsOrNull(items: readonly XmlElement[]): LocalizedText | null {
  return localizedTextOrNull(items.map(tagged));
}

/** Of siblings that repeat a language (two journals, two degrees), the first of each language. */
export function firstPerLanguage(items: readonly XmlElement[]): LocalizedText | null {
  const seen = new Set<string | null>();
  const strings: LangString[] = [];
  for (const item of items.map(tagged)) {
    if (item.value === '' || seen.has(item.lang)) continue;
    seen.add(item.lang);
    strings.push(item);
  }
  return localizedTextOrNull(strings);
}

const PREFIXES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(NAMESPACES).map(([prefix, namespace]) => [namespace, prefix])),
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#': 'rdf',
  'http://www.w3.org/2001/XMLSchema-instance': 'xsi',
};

function namespacesWithin(element: XmlElement, found: Set<string>): Set<string> {
  found.add(element.namespace);
  for (const item of element.attributes) found.add(item.namespace);
  for (const child of childElements(element)) namespacesWithin(child, found);
  return found;
}

/** The record as a document of its own: the namespaces in use are declared once, at its root. */
export function serializeJpcoar(root: XmlElement): string {
  const prefixes = { ...PREFIXES, [root.namespace]: 'jpcoar' };
  const used = [...namespacesWithin(root, new Set())].filter((namespace) => Object.hasOwn(prefixes, namespace));
  const declarations = used.map((namespace) => ` xmlns:${prefixes[namespace] ?? ''}="${namespace}"`).join('');
  const declared = new Set(used.map((namespace) => `${prefixes[namespace] ?? ''}=${namespace}`));
  return serializeXml(root, prefixes, declared).replace(/^<jpcoar:jpcoar/, `<jpcoar:jpcoar${declarations}`);
}
