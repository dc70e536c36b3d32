import { SaxesParser } from 'saxes';

/** What a document may hold at most: a bound on memory and time whatever a platform sends. */
export interface XmlLimits {
  readonly maxDepth: number;
  readonly maxElements: number;
}

const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';

const DEFAULT_LIMITS: XmlLimits = { maxDepth: 100, maxElements: 500_000 };

/** A document that is no well-formed XML, or one that we refuse. The message says where and why, and shows no content. */
export class XmlError extends Error {
  override readonly name = 'XmlError';
  constructor(
    message: string,
    readonly line: number,
    readonly column: number,
  ) {
    // A hostile name may be a megabyte long.
    super(`${message.slice(0, 120)} (line ${String(line)}, column ${String(column)})`);
  }
}

export interface XmlAttribute {
  /** Local name. */
  readonly name: string;
  /** Namespace URI, empty where the attribute has none. */
  readonly namespace: string;
  readonly value: string;
}

/** One element. Names are local names, namespaces resolved; numbers stay text (a CRID or 02770288 loses nothing). */
export interface XmlElement {
  readonly name: string;
  readonly namespace: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly (XmlElement | string)[];
  readonly line: number;
}

interface OpenElement extends XmlElement {
  readonly children: (XmlElement | string)[];
}

/** How many lines end before a place of a text; counted in place, since a hostile text may be nothing but line breaks. */
function lineBreaks(text: string, end: number): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

/**
 * Reads a whole XML document into elements, namespaces resolved. No DTD, no entities beyond the five, no external
 * reference; depth and number of elements are bounded.
 * @throws XmlError with line and column.
 */
export function parseXml(source: string, limits: XmlLimits = DEFAULT_LIMITS): XmlElement {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const text = source.trimStart();
  // Blank lines that stand against the rules before the XML declaration still count in positions.
  const skippedLines = lineBreaks(source, source.length - text.length);
  const stack: OpenElement[] = [];
  let root: XmlElement | null = null;
  let elements = 0;
  const refuse = (message: string): never => {
    throw new XmlError(message, parser.line + skippedLines, parser.column);
  };
  parser.on('error', (error) => refuse(error.message.replace(/^\d+:\d+:\s*/, '').replace(/\.$/, '')));
  parser.on('doctype', () => refuse('a document type declaration is not allowed'));
  parser.on('opentag', (tag) => {
    elements += 1;
    if (elements > limits.maxElements) refuse(`more than ${String(limits.maxElements)} elements`);
    if (stack.length >= limits.maxDepth) refuse(`elements nested deeper than ${String(limits.maxDepth)}`);
    const element: OpenElement = {
      name: tag.local,
      namespace: tag.uri,
      attributes: Object.values(tag.attributes)
        .filter((attribute) => attribute.prefix !== 'xmlns' && attribute.name !== 'xmlns')
        .map((attribute) => ({ name: attribute.local, namespace: attribute.uri, value: attribute.value })),
      children: [],
      line: parser.line + skippedLines,
    };
    stack.at(-1)?.children.push(element);
    stack.push(element);
  });
  parser.on('text', (text) => stack.at(-1)?.children.push(text));
  parser.on('cdata', (text) => stack.at(-1)?.children.push(text));
  parser.on('closetag', () => {
    const closed = stack.pop();
    if (stack.length === 0 && closed) root = closed;
  });
  parser.write(text).close();
  return root ?? refuse('the document has no element');
}

/** Whether a child node is an element. */
export function isElement(node: XmlElement | string): node is XmlElement {
  return typeof node !== 'string';
}

/** The child elements, all or those with a local name, in document order. */
export function childElements(element: XmlElement, name?: string): XmlElement[] {
  return element.children.filter(isElement).filter((child) => name === undefined || child.name === name);
}

/** The first child element with a local name. */
export function childElement(element: XmlElement, name: string): XmlElement | undefined {
  return childElements(element, name)[0];
}

/** Every descendant with a local name, in document order. */
export function descendants(element: XmlElement, name: string): XmlElement[] {
  return childElements(element).flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...descendants(child, name),
  ]);
}

/** All text within an element, as it stands. */
export function textContent(element: XmlElement): string {
  return element.children.map((child) => (isElement(child) ? textContent(child) : child)).join('');
}

/** The text of the first child with a local name, trimmed; undefined where there is none or it is blank. */
export function childText(element: XmlElement, name: string): string | undefined {
  const child = childElement(element, name);
  const text = child === undefined ? '' : textContent(child).trim();
  return text === '' ? undefined : text;
}

/** An attribute by local name whatever its namespace, trimmed; undefined where absent or blank. */
export function attribute(element: XmlElement, name: string): string | undefined {
  const value = element.attributes.find((candidate) => candidate.name === name)?.value.trim();
  return value === '' ? undefined : value;
}

/** xml:lang, as the source tags it. */
export function xmlLang(element: XmlElement): string | undefined {
  const value = element.attributes.find(
    (candidate) => candidate.name === 'lang' && candidate.namespace === XML_NAMESPACE,
  )?.value;
  return value?.trim() === '' ? undefined : value?.trim();
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

/** Escapes a text for element content and double-quoted attributes; characters that XML 1.0 has no place for are dropped. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"\r]/g, (character) => ESCAPES[character] ?? character);
}

/** In an attribute a reader takes tabs and line breaks for blanks unless they are references. */
function escapeAttribute(text: string): string {
  return escapeXml(text).replace(/[\t\n]/g, (character) => (character === '\t' ? '&#9;' : '&#10;'));
}

/**
 * An element written back as XML with its namespaces declared where they change.
 * @param prefixes by namespace; a namespace without one becomes the default of its element.
 * @param inherited "prefix=namespace" of what the caller declares around it.
 */
export function serializeXml(
  element: XmlElement,
  prefixes: Readonly<Record<string, string>> = {},
  inherited: ReadonlySet<string> = new Set(),
): string {
  const scope = new Map([...inherited].map(splitPair));
  return writeElement(element, new Map(Object.entries(prefixes)), scope);
}

function splitPair(pair: string): [string, string] {
  const at = pair.indexOf('=');
  return [pair.slice(0, at), pair.slice(at + 1)];
}

/** `scope` is what each prefix stands for outside of the element; the empty prefix is the default namespace. */
function writeElement(
  element: XmlElement,
  prefixes: ReadonlyMap<string, string>,
  scope: ReadonlyMap<string, string>,
): string {
  const inner = new Map(scope);
  const own = new Map<string, string>();
  const declare = (prefix: string, namespace: string): string => {
    if ((inner.get(prefix) ?? '') !== namespace) own.set(prefix, namespace);
    inner.set(prefix, namespace);
    return prefix;
  };
  const elementPrefix = declare(
    element.namespace === '' ? '' : (prefixes.get(element.namespace) ?? ''),
    element.namespace,
  );
  const attributePrefix = (namespace: string): string => {
    if (namespace === '') return '';
    if (namespace === XML_NAMESPACE) return 'xml';
    // An attribute without a prefix is in no namespace: an unknown one needs a name that nothing around it has.
    const known = prefixes.get(namespace) || [...inner].find(([prefix, of]) => prefix !== '' && of === namespace)?.[0];
    return declare(known ?? unusedPrefix(inner, prefixes), namespace);
  };
  const name = qualified(elementPrefix, element.name);
  const attributes = element.attributes
    .map((item) => ` ${qualified(attributePrefix(item.namespace), item.name)}="${escapeAttribute(item.value)}"`)
    .join('');
  const declarations = [...own]
    .map(([prefix, namespace]) => ` xmlns${prefix === '' ? '' : `:${prefix}`}="${escapeAttribute(namespace)}"`)
    .join('');
  const content = element.children
    .map((child) => (isElement(child) ? writeElement(child, prefixes, inner) : escapeXml(child)))
    .join('');
  const tag = `${name}${declarations}${attributes}`;
  return content === '' ? `<${tag}/>` : `<${tag}>${content}</${name}>`;
}

function unusedPrefix(scope: ReadonlyMap<string, string>, prefixes: ReadonlyMap<string, string>): string {
  const used = new Set([...scope.keys(), ...prefixes.values()]);
  let number = 1;
  while (used.has(`ns${String(number)}`)) number += 1;
  return `ns${String(number)}`;
}

function qualified(prefix: string, name: string): string {
  return prefix === '' ? name : `${prefix}:${name}`;
}
