import { isElement, type XmlElement } from '../../subgraphs/common/xml.js';
import { ownersOf, type XmlRule } from '../xml-rules.js';

/** A document without what a rule finds in it: in every owner all elements, or attributes, that its path leads to. */
export function withoutValues(root: XmlElement, rule: XmlRule): XmlElement {
  const owners = new Set(ownersOf(root, rule));
  const parts = rule.path.split('/');
  const keep = (element: XmlElement): XmlElement =>
    owners.has(element)
      ? cut(element, parts, rule)
      : { ...element, children: element.children.map((child) => (isElement(child) ? keep(child) : child)) };
  return keep(root);
}

function cut(element: XmlElement, [name = '', ...rest]: readonly string[], rule: XmlRule): XmlElement {
  if (name.startsWith('@'))
    return { ...element, attributes: element.attributes.filter((item) => item.name !== name.slice(1)) };
  const children = element.children.flatMap((child) => {
    if (!isElement(child) || child.name !== name) return [child];
    if (rest.length > 0) return [cut(child, rest, rule)];
    const counts = rule.only === undefined || rule.only(child) || rule.instead?.(child) === true;
    return counts ? [] : [child];
  });
  return { ...element, children };
}
