import { escapeXml } from '../../common/xml.js';

/** Attributes in the order written; an undefined one is left out. */
export type XmlAttributes = Readonly<Record<string, string | undefined>>;

/** An element as the simulated platform writes it: prefixed names and xmlns attributes are plain text here. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: XmlAttributes;
  readonly children: readonly (XmlNode | string)[];
}

/** What element() takes as content: nothing, one thing or lists of things; empty texts and undefined are left out. */
export type XmlContent = XmlNode | string | undefined | readonly XmlContent[];

function flatten(content: XmlContent): (XmlNode | string)[] {
  if (content === undefined || content === '') return [];
  if (typeof content === 'string' || 'name' in content) return [content];
  return content.flatMap(flatten);
}

/** An element with attributes and content. */
export function element(name: string, attributes: XmlAttributes = {}, ...content: readonly XmlContent[]): XmlNode {
  return { name, attributes, children: flatten(content) };
}

/** An element with text, or nothing where there is no text. */
export function textElement(
  name: string,
  text: string | undefined,
  attributes: XmlAttributes = {},
): XmlNode | undefined {
  return text === undefined || text === '' ? undefined : element(name, attributes, text);
}

function openTag(node: XmlNode): string {
  const attributes = Object.entries(node.attributes)
    .filter((entry): entry is [string, string] => entry[1] !== undefined)
    .map(([name, value]) => ` ${name}="${escapeXml(value)}"`);
  return `<${node.name}${attributes.join('')}`;
}

function inline(node: XmlNode | string): string {
  if (typeof node === 'string') return escapeXml(node);
  if (node.children.length === 0) return `${openTag(node)}/>`;
  return `${openTag(node)}>${node.children.map(inline).join('')}</${node.name}>`;
}

function indented(node: XmlNode, depth: number): string {
  const margin = '  '.repeat(depth);
  const elements = node.children.filter((child): child is XmlNode => typeof child !== 'string');
  if (elements.length === 0 || elements.length < node.children.length) return `${margin}${inline(node)}\n`;
  return `${margin}${openTag(node)}>\n${elements.map((child) => indented(child, depth + 1)).join('')}${margin}</${node.name}>\n`;
}

/** As WEKO3 answers: declaration in single quotes, two spaces a level (fact sheet 2.1). */
export function prettyDocument(root: XmlNode): string {
  return `<?xml version='1.0' encoding='UTF-8'?>\n${indented(root, 0)}`;
}

/** As WEKO3 answers a refused request: one line, no declaration, ASCII with character references (fact sheet 2.1). */
export function bareDocument(root: XmlNode): string {
  return inline(root).replace(/[^\u0000-\u007f]/gu, (character) => `&#${String(character.codePointAt(0))};`);
}
