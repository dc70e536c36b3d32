import { identifier, parseDoi, parseHandle, parseHttpUrl, uniqueIdentifiers } from '../identifiers.js';
import type { Identifier, WorkFile } from '../record.js';
import { cleanLine } from '../text.js';
import { childElement, descendants, textContent, type XmlElement } from '../xml.js';
import { code, hrefOf, objects, printed, properties } from './elements.js';

/** A link of a record. */
export interface IsoLink {
  /** Absolute http(s). */
  readonly url: string;
  readonly name: string | null;
  readonly description: string | null;
  readonly protocol: string | null;
  /** CI_OnLineFunctionCode as the record has it. */
  readonly function: string | null;
}

const text = (property: XmlElement | undefined): string | null => {
  const value = cleanLine(printed(property) ?? '');
  return value === '' ? null : value;
};

/** An address stands as URL (19139), as text (19115-3) or translated (LocalisedURL); none that is blank or not http(s) is a link. */
function linkOf(resource: XmlElement): IsoLink | null {
  const linkage = childElement(resource, 'linkage');
  const translated = linkage && descendants(linkage, 'LocalisedURL')[0];
  const printedUrl = printed(linkage) ?? (translated && textContent(translated)) ?? '';
  const url = parseHttpUrl(printedUrl.trim());
  if (url === null) return null;
  return {
    url,
    name: text(childElement(resource, 'name')),
    description: text(childElement(resource, 'description')),
    protocol: text(childElement(resource, 'protocol')),
    function: code(childElement(resource, 'function')),
  };
}

const TRANSFERS = [['transferOptions'], ['distributor', 'distributorTransferOptions']] as const;

/** The links of one MD_Distribution. */
export function distributionLinks(distribution: XmlElement): IsoLink[] {
  return TRANSFERS.flatMap((path) => objects(distribution, ...path, 'onLine')).flatMap((item) => linkOf(item) ?? []);
}

/** The links by which the resource can be had: of its distribution, and of its citation (19115-3); each address once. */
export function links(root: XmlElement, citation: XmlElement): IsoLink[] {
  const all = [
    ...objects(root, 'distributionInfo').flatMap(distributionLinks),
    ...objects(citation, 'onlineResource').flatMap((item) => linkOf(item) ?? []),
  ];
  // The first of each address stays, in its place.
  return [...new Map(all.toReversed().map((link) => [link.url, link])).values()].toReversed();
}

/** "12.5 MB": the standard states sizes in megabytes. Of several transfers no one is the resource's size. */
export function transferSize(root: XmlElement): string | null {
  const sizes = TRANSFERS.flatMap((path) => properties(root, 'distributionInfo', ...path, 'transferSize'));
  const size = sizes.length === 1 ? printed(sizes[0]) : null;
  return size !== null && /^\d+(?:\.\d+)?$/.test(size) ? `${size} MB` : null;
}

/** What a link offers for download. */
export function files(online: readonly IsoLink[]): WorkFile[] {
  return online
    .filter((link) => link.function === 'download')
    .map((link) => ({
      name: link.name ?? new URL(link.url).pathname.split('/').findLast((part) => part !== '') ?? link.url,
      url: link.url,
      kind: link.function,
      mediaType: /^(?:application|image|text|audio|video)\/[\w.+-]+$/.test(link.protocol ?? '') ? link.protocol : null,
      bytes: null,
      size: null,
      accessRight: 'UNKNOWN',
      availableFrom: null,
    }));
}

/** An MD_Identifier by its own form (DOI, handle, URN, address), else by the code space or authority that names its scheme. */
export function citedIdentifier(element: XmlElement): Identifier | null {
  const property = childElement(element, 'code');
  const value = text(property) ?? '';
  const href = property === undefined ? null : parseHttpUrl(hrefOf(property) ?? '');
  for (const candidate of [value, href ?? '']) {
    if (parseDoi(candidate) !== null) return identifier('DOI', candidate);
    if (/^(?:hdl:|info:hdl\/|https?:\/\/hdl\.handle\.net\/)/i.test(candidate) && parseHandle(candidate) !== null)
      return identifier('HANDLE', candidate);
  }
  if (/^urn:/i.test(value)) return identifier('URN', value);
  if (parseHttpUrl(value) !== null) return identifier('URL', value);
  // A whole JSON-LD document stands in one real record's code.
  if (value === '' || value.length > 255 || value.startsWith('{')) return null;
  const scheme = text(childElement(element, 'codeSpace')) ?? text(properties(element, 'authority', 'title')[0]) ?? '';
  return identifier(/^[\w.-]{1,40}$/.test(scheme) ? scheme : 'LOCAL', value, href);
}

/** A link that is a DOI and says nothing else of itself: "DOI", the DOI, or no label at all. */
function isUnlabelledDoi({ url, name, description, protocol }: IsoLink): boolean {
  const says = [name, description].filter((label) => label !== null);
  const plain = says.every(
    (label) => parseDoi(label) !== null || /^(?:doi|digital object identifier(?: \(doi\))?)\b/i.test(label),
  );
  return isDoiAddress(url) && (plain || /\bdoi\b/i.test(protocol ?? ''));
}

/** Only an address at the resolver is a DOI: one within a path (pasteur.epa.gov/uploads/10.23719/…) is a file's. */
function isDoiAddress(url: string): boolean {
  return /^https?:\/\/(?:dx\.|www\.)?doi\.org\//i.test(url) && parseDoi(url) !== null;
}

/**
 * The record's own DOI: of its citation, else of the data set's address, else the one link that is a DOI and is not
 * described as something else (a paper, a related dataset).
 */
export function ownDoi(
  cited: readonly Identifier[],
  addresses: readonly string[],
  online: readonly IsoLink[],
): string | null {
  const ofCitation = cited.find(({ scheme, value }) => scheme === 'DOI' && parseDoi(value) !== null);
  if (ofCitation !== undefined) return parseDoi(ofCitation.value);
  const ofAddress = addresses.map(parseDoi).find((doi) => doi !== null);
  if (ofAddress !== undefined) return ofAddress;
  const dois = online.filter(({ url }) => isDoiAddress(url));
  const [only] = dois;
  return only !== undefined && dois.length === 1 && isUnlabelledDoi(only) ? parseDoi(only.url) : null;
}

/** A map service's address, or a picture's, is no page. */
function isPage({ protocol }: IsoLink): boolean {
  return protocol === null || /^(?:www:link|https?\b|html|text\/html|doi)/i.test(protocol);
}

/** The page for people: the data set's own address, a link for information, an address among its identifiers, its DOI, any link that is no download. */
export function landingPage(
  dataSetUri: string | null,
  online: readonly IsoLink[],
  identifiers: readonly Identifier[],
): string | null {
  const withFunction = (...functions: readonly (string | null)[]): (string | undefined)[] =>
    online.filter((link) => functions.includes(link.function) && isPage(link)).map(({ url }) => url);
  const of = (scheme: string): (string | null)[] =>
    identifiers.filter((item) => item.scheme === scheme).map(({ url }) => url);
  const candidates = [
    parseHttpUrl(dataSetUri ?? ''),
    ...withFunction('information'),
    ...of('URL'),
    ...of('DOI'),
    ...of('HANDLE'),
    ...withFunction(null, 'browsing', 'search'),
  ];
  return candidates.find((url) => url != null) ?? null;
}

/** The identifiers of a resource, each once. */
export function identifiersOf(
  cited: readonly Identifier[],
  doi: string | null,
  fileIdentifier: string | null,
): Identifier[] {
  const known = [...(doi === null ? [] : [identifier('DOI', doi)]), ...cited];
  // The record's own identifier is told under the standard's name for it: it may change whenever the record is revised.
  const isNews =
    fileIdentifier !== null && !known.some(({ value }) => [fileIdentifier, parseDoi(fileIdentifier)].includes(value));
  return uniqueIdentifiers([
    ...known,
    ...(isNews ? [identifier('FILE_IDENTIFIER', fileIdentifier, fileIdentifier)] : []),
  ]);
}
