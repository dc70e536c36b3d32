/**
 * Finding one's way in ISO 19139 and ISO 19115-3: both write a property (lower case), in it the object that is its value
 * (upper case), and so on. Local names decide: prefixes, default namespaces, the dated namespaces of 19115-3 and national
 * profiles (che:CHE_MD_Metadata) differ, the names of the standard do not (DIAS, fact sheet 7).
 */
import { attribute, childElements, isElement, textContent, type XmlElement } from '../xml.js';

const ROOT = /(?:^|[_:])M[DI]_Metadata$/;

/** Whether an element is a metadata record: MD_Metadata, MI_Metadata, or a profile's root that is named after one or says so (gco:isoType). */
export function isIsoMetadata(element: XmlElement): boolean {
  return ROOT.test(element.name) || ROOT.test(attribute(element, 'isoType') ?? '');
}

/** The records within a document, also within wrappers (gs:Dataset of GEO DAB, CSW answers), in document order. */
export function isoElements(root: XmlElement): XmlElement[] {
  return isIsoMetadata(root) ? [root] : childElements(root).flatMap(isoElements);
}

/** The objects at the end of a path of properties; a property that only refers (xlink:href, gco:nilReason) has none. */
export function objects(parent: XmlElement, ...properties: readonly string[]): XmlElement[] {
  return properties.reduce<XmlElement[]>(
    (from, name) =>
      from.flatMap((element) => childElements(element, name).flatMap((property) => childElements(property))),
    [parent],
  );
}

/** The properties of a name of all objects at the end of a path: the last name is the property itself. */
export function properties(parent: XmlElement, ...path: readonly string[]): XmlElement[] {
  const name = path.at(-1) ?? '';
  return objects(parent, ...path.slice(0, -1)).flatMap((element) => childElements(element, name));
}

/** The element's name without a profile's prefix: CHE_CI_ResponsibleParty is a CI_ResponsibleParty. */
export function isA(element: XmlElement, type: string): boolean {
  return (
    element.name === type || element.name.endsWith(`_${type}`) || (attribute(element, 'isoType') ?? '').endsWith(type)
  );
}

/** What a property says untranslated, whatever carries it (CharacterString, Anchor, Date, DateTime, URL, a bare text); null where it is blank. */
export function printed(property: XmlElement | undefined): string | null {
  const text = (property?.children ?? [])
    .map((child) => (isElement(child) ? (isTranslation(child) ? '' : textContent(child)) : child))
    .join('')
    .trim();
  return text === '' ? null : text;
}

/** PT_FreeText and PT_FreeURL hold the translations beside the text itself. */
export function isTranslation(element: XmlElement): boolean {
  return element.name === 'PT_FreeText' || element.name === 'PT_FreeURL';
}

/** Where the property's anchor leads (gmx:Anchor, gcx:Anchor), or the property itself (xlink:href). */
export function hrefOf(property: XmlElement): string | null {
  const anchor = childElements(property).find(({ name }) => name === 'Anchor') ?? property;
  return anchor.attributes.find(({ name }) => name === 'href')?.value.trim() ?? null;
}

/**
 * A code of a list as a bare word: PANGAEA writes …/gmxCodelists.xml#CI_RoleCode_author, others an address or
 * MD_CharacterSetCode_utf8. An address that ends in the list's own name is the list, not a code of it.
 */
function bareCode(text: string): string {
  const last = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? (text.split(/[#/]/).at(-1) ?? '') : text;
  return last.replace(/^(?:[A-Z]{2}_)?[A-Za-z]+Code(?:_|$)/, '');
}

/** The code of a property: codeListValue, else its text; null where both are blank. */
export function code(property: XmlElement | undefined): string | null {
  if (property === undefined) return null;
  const listed = childElements(property).flatMap((element) => attribute(element, 'codeListValue') ?? []);
  return [...listed, printed(property) ?? ''].map(bareCode).find((text) => text !== '') ?? null;
}
