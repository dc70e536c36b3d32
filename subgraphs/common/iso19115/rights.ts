import { accessRight, license, spdxOf } from '../vocabulary.js';
import { parseHttpUrl } from '../identifiers.js';
import type { AccessRight, License, LocalizedText } from '../record.js';
import { cleanLine } from '../text.js';
import type { XmlElement } from '../xml.js';
import { code, hrefOf, objects, printed, properties } from './elements.js';
import { paragraphs, type Locales } from './texts.js';

/** What a record says of who may have the resource and for what. */
export interface Rights {
  readonly accessRight: AccessRight;
  readonly licenses: readonly License[];
  /** Limitations and other constraints as prose, in the record's order. */
  readonly constraints: readonly LocalizedText[];
}

/**
 * Codes that state who may have the resource (MD_RestrictionCode of access, MD_ClassificationCode, INSPIRE's list of
 * limitations). All others — copyright, license, otherRestrictions, unclassified — tell terms, not access.
 */
const OPEN = new Set(['unrestricted', 'nolimitations']);
const CLOSED = new Set([
  'restricted', 'private', 'statutory', 'confidential', 'in-confidence', 'limiteddistribution',
  'sensitivebutunclassified', 'secret', 'topsecret', 'sbu', 'protected',
]); // prettier-ignore
/** https://inspire.ec.europa.eu/metadata-codelist/LimitationsOnPublicAccess/INSPIRE_Directive_Article13_1a and its like. */
const ARTICLE_13 = /^inspire_directive_article13/;

function stated(codes: readonly string[]): AccessRight {
  const known = codes.map((text) => text.toLowerCase());
  if (known.some((text) => CLOSED.has(text) || ARTICLE_13.test(text))) return 'RESTRICTED';
  if (known.some((text) => OPEN.has(text))) return 'OPEN';
  return codes.map((text) => accessRight(text, text)).find((right) => right !== 'UNKNOWN') ?? 'UNKNOWN';
}

/** INSPIRE's codes and COAR's stand as addresses in "other constraints". */
function codeOfAddress(address: string): string[] {
  const inspire = /LimitationsOnPublicAccess\/([\w-]+)$/i.exec(address)?.[1];
  if (inspire !== undefined) return [inspire];
  return /\/access_right\/c_\w+$/.test(address) ? [address] : [];
}

/** An address, and what a text printed before a colon: "CC-BY-3.0: Creative Commons Attribution 3.0 Unported". */
function licenseOf(property: XmlElement): License | null {
  const text = cleanLine(printed(property) ?? '');
  const href = parseHttpUrl(hrefOf(property) ?? '');
  const inText = /https?:\/\/creativecommons\.org\/\S+?(?=[.,;)]?(?:\s|$))/i.exec(text)?.[0] ?? null;
  const address = [href, inText].find((candidate) => candidate !== null && spdxOf(candidate) !== null) ?? null;
  const label = [text, text.split(':')[0] ?? ''].find((candidate) => spdxOf(candidate) !== null);
  if (address === null && label === undefined) return null;
  const known = license(text === inText ? null : text, address);
  return known === null ? null : { ...known, spdx: known.spdx ?? spdxOf(label ?? '') };
}

/** The rights of a resource. Only what names a licence is one: prose about terms stays prose. */
export function rights(identification: XmlElement, locales: Locales): Rights {
  const all = objects(identification, 'resourceConstraints');
  const prose = all.flatMap((element) =>
    ['useLimitation', 'otherConstraints'].flatMap((name) => properties(element, name)),
  );
  const codes = all.flatMap((element) =>
    ['accessConstraints', 'classification'].flatMap((name) =>
      properties(element, name).flatMap((property) => code(property) ?? []),
    ),
  );
  const addresses = prose.flatMap((property) => [hrefOf(property), printed(property)].flatMap((text) => text ?? []));
  const licenses = prose.flatMap((property) => licenseOf(property) ?? []);
  return {
    accessRight: stated([...codes, ...addresses.flatMap(codeOfAddress)]),
    licenses: [...new Map(licenses.map((item) => [JSON.stringify(item), item])).values()],
    constraints: paragraphs(prose, locales),
  };
}
