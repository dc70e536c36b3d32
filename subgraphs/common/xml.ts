import { SaxesParser } from 'saxes';

/** What a document may hold at most: a bound on memory and time whatever a platform sends. */
export interface XmlLimits {
  readonly maxDepth: number;
  readonly maxElements: number;
}

const DEFAULT_LIMITS: XmlLimits = { maxDepth: 100, maxElements: 500_000 };

/** A document that is no well-formed XML, or one that we refuse. The message says where and why, and shows no content. */
export class XmlError extends Error {
  override readonly name = 'XmlError';
  constructor(
    message: string,
    readonly line: number,
    readonly column: number,
  ) {
    super(`${message} (line ${String(line)}, column ${String(column)})`);
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

/**
 * Reads a whole XML document into elements, namespaces resolved. No DTD, no entities beyond the five, no external
 * reference; depth and number of elements are bounded.
 * @throws XmlError with line and column.
 */
export function parseXml(source: string, limits: XmlLimits = DEFAULT_LIMITS): XmlElement {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const stack: OpenElement[] = [];
  let root: XmlElement | null = null;
  let elements = 0;
  const refuse = (message: string): never => {
    throw new XmlError(message, parser.line, parser.column);
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
      line: parser.line,
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
  parser.write(source.replace(/^\ufeff/, '').trimStart()).close();
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
    (candidate) => candidate.name === 'lang' && candidate.namespace === 'http://www.w3.org/XML/1998/namespace',
  )?.value;
  return value?.trim() === '' ? undefined : value?.trim();
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Escapes a text for element content and double-quoted attributes; characters that XML 1.0 has no place for are dropped. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
}

/** An element written back as XML with its namespaces declared where they change. */
export function serializeXml(
  element: XmlElement,
  prefixes: Readonly<Record<string, string>> = {},
  inherited: ReadonlySet<string> = new Set(),
): string {
  const declared = new Set(inherited);
  let declarations = '';
  const prefixed = (namespace: string, name: string, isAttribute: boolean): string => {
    if (namespace === '') return name;
    if (namespace === 'http://www.w3.org/XML/1998/namespace') return `xml:${name}`;
    const prefix = prefixes[namespace];
    const key = prefix ?? (isAttribute ? 'ns' : '');
    if (!declared.has(`${key}=${namespace}`)) {
      declared.add(`${key}=${namespace}`);
      declarations += ` xmlns${key === '' ? '' : `:${key}`}="${escapeXml(namespace)}"`;
    }
    return key === '' ? name : `${key}:${name}`;
  };
  const name = prefixed(element.namespace, element.name, false);
  const attributes = element.attributes
    .map((item) => ` ${prefixed(item.namespace, item.name, true)}="${escapeXml(item.value)}"`)
    .join('');
  const content = element.children
    .map((child) => (isElement(child) ? serializeXml(child, prefixes, declared) : escapeXml(child)))
    .join('');
  return content === ''
    ? `<${name}${declarations}${attributes}/>`
    : `<${name}${declarations}${attributes}>${content}</${name}>`;
}
