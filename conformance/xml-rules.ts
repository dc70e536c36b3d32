/** Checks of documents in XML: a rule says where a value stands and what it must be. */
import { childElements, textContent, type XmlElement } from '../subgraphs/common/xml.js';
import { shown, type Check, type Finding } from './check.js';

export interface XmlRule extends Check {
  /** Which elements must have the value, as a path from the root (`creators/creator`); absent: the root. */
  readonly owner?: string;
  /** Only those of them. */
  readonly ownerIf?: (owner: XmlElement) => boolean;
  /** Where the value stands in an owner: `titles/title`, `@identifierType`, `rights/@rightsURI`. */
  readonly path: string;
  /** Only those of the elements that the path leads to. */
  readonly only?: (element: XmlElement) => boolean;
  /** Accepted where there is no better one; it is then told as weak. */
  readonly instead?: (element: XmlElement) => boolean;
  /** The element says it by being there. */
  readonly mayBeEmpty?: true;
  /** What is wrong with a value, in words that follow it; null: nothing. */
  readonly fault?: (text: string, element: XmlElement) => string | null;
}

/** A value and the element that holds it. */
interface Found {
  readonly text: string;
  readonly element: XmlElement;
}

function steps(path: string): { readonly elements: readonly string[]; readonly attribute: string | null } {
  const parts = path === '' ? [] : path.split('/');
  const last = parts.at(-1);
  return last?.startsWith('@') === true
    ? { elements: parts.slice(0, -1), attribute: last.slice(1) }
    : { elements: parts, attribute: null };
}

/** The elements that a path leads to; names are local, since prefixes and namespaces differ from server to server. */
export function elementsAt(root: XmlElement, path: string): XmlElement[] {
  return steps(path).elements.reduce<XmlElement[]>(
    (found, name) => found.flatMap((element) => childElements(element, name)),
    [root],
  );
}

export function attributeAt(element: XmlElement, name: string): string | null {
  return element.attributes.find((item) => item.name === name)?.value.trim() ?? null;
}

function valuesIn(owner: XmlElement, { path, only, mayBeEmpty }: XmlRule, filter = only): Found[] {
  const { attribute } = steps(path);
  return elementsAt(owner, path)
    .filter((element) => filter?.(element) ?? true)
    .map((element) => ({
      element,
      text: attribute === null ? textContent(element).trim() : (attributeAt(element, attribute) ?? ''),
    }))
    .filter(({ text }) => text !== '' || mayBeEmpty === true);
}

/** "creators/creator (line 12)": where a part of a document stands. */
function placeOf(owner: XmlElement, path: string): string {
  return `${path === '' ? owner.name : path}${owner.line === 0 ? '' : ` (line ${String(owner.line)})`}`;
}

/** The owners of a rule: parts that must have its value. */
export function ownersOf(root: XmlElement, { owner, ownerIf }: XmlRule): XmlElement[] {
  return elementsAt(root, owner ?? '').filter((element) => ownerIf?.(element) ?? true);
}

export function findXml(root: XmlElement, rule: XmlRule): Finding {
  const owners = ownersOf(root, rule);
  if (owners.length === 0) return { saw: 'none', evidence: `no ${rule.owner ?? root.name}` };
  const all: Found[] = [];
  for (const owner of owners) {
    const found = valuesIn(owner, rule);
    if (found.length === 0) {
      const [other] = rule.instead === undefined ? [] : valuesIn(owner, rule, rule.instead);
      if (other !== undefined) return { saw: 'weak', evidence: shown(other.text) };
      return { saw: 'absent', evidence: `${placeOf(owner, rule.owner ?? '')} has no ${rule.path}` };
    }
    all.push(...found);
  }
  for (const { text, element } of all) {
    const fault = rule.fault?.(text, element) ?? null;
    if (fault !== null) return { saw: 'wrong', evidence: `${placeOf(element, rule.path)}: ${shown(text)} ${fault}` };
  }
  const more = all.length === 1 ? '' : ` (and ${String(all.length - 1)} more)`;
  return { saw: 'good', evidence: all[0]?.text ? `${shown(all[0].text)}${more}` : null };
}

/** The fault of a value that is none of a controlled list. */
export function oneOf(values: ReadonlySet<string>, what: string): (text: string) => string | null {
  return (text) => (values.has(text) ? null : `is no ${what}`);
}

/** The fault of a value that is not of a form. */
export function like(form: RegExp, words: string): (text: string) => string | null {
  return (text) => (form.test(text) ? null : `is not ${words}`);
}

/** W3CDTF or a range of two, one of which may be open (RKMS-ISO8601). */
const POINT = String.raw`-?\d{4}(?:-\d{2}(?:-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2})?)?)?)?`;
export const W3C_DATE = like(new RegExp(`^(?:${POINT}(?:/(?:${POINT})?)?|/${POINT})$`), 'a date such as 2026-11-20');
export const YEAR = like(/^\d{4}$/, 'a year of four digits');
