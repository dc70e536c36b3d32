import { identifier, parseDoi, uniqueIdentifiers } from '../../common/identifiers.js';
import type { Identifier, RelatedWork } from '../../common/record.js';
import { relationType } from '../../common/vocabulary.js';
import { attribute, type XmlElement } from '../../common/xml.js';
import { elements, line, siblingsOrNull } from './elements.js';

/** An identifier by JPCOAR's type and value, which is an address or a bare value whatever the schema says (fact sheet 9.11). */
function typed(element: XmlElement): Identifier | null {
  const value = line(element);
  const type = attribute(element, 'identifierType') ?? 'URI';
  return value === '' ? null : identifier(type, value, value);
}

/** The registration agencies of identifierRegistration are DOI agencies; PMID (obsolete) is itself. */
function registered(element: XmlElement): Identifier | null {
  const value = line(element);
  if (value === '') return null;
  return identifier(attribute(element, 'identifierType')?.toUpperCase() === 'PMID' ? 'PMID' : 'DOI', value);
}

/** The work's own identifiers, in the record's order; a garbage DOI (1111, fact sheet 2.9) stays as printed. */
export function ownIdentifiers(root: XmlElement): Identifier[] {
  return uniqueIdentifiers([
    ...elements(root, 'jpcoar', 'identifier').flatMap((element) => typed(element) ?? []),
    ...elements(root, 'jpcoar', 'identifierRegistration').flatMap((element) => registered(element) ?? []),
  ]);
}

/** The work's DOI: one that the record calls a DOI goes before one that stands in an address (type URI). */
export function doiOf(root: XmlElement): string | null {
  const all = elements(root, 'jpcoar', 'identifier');
  const isDoi = (element: XmlElement): boolean => attribute(element, 'identifierType')?.toUpperCase() === 'DOI';
  return ownDoi([
    ...all.filter(isDoi).flatMap((element) => typed(element) ?? []),
    ...elements(root, 'jpcoar', 'identifierRegistration').flatMap((element) => registered(element) ?? []),
    ...all.filter((element) => !isDoi(element)).flatMap((element) => typed(element) ?? []),
  ]);
}

/** The first valid DOI among the work's own identifiers; never one of a relation. */
export function ownDoi(identifiers: readonly Identifier[]): string | null {
  for (const { scheme, value } of identifiers) {
    const doi = scheme === 'DOI' ? parseDoi(value) : null;
    if (doi !== null) return doi;
  }
  return null;
}

/**
 * The page for people: the landing page at the repository (the URI that WEKO3 adds), else another address of the work,
 * else its handle or DOI, which the repository points at its page.
 */
export function landingPage(identifiers: readonly Identifier[]): string | null {
  const of = (scheme: string): Identifier[] => identifiers.filter((item) => item.scheme === scheme);
  const page = of('URL').find(({ value }) => /\/records\/\d+\/?$/.test(value));
  const candidates = [...(page === undefined ? [] : [page]), ...of('URL'), ...of('HANDLE'), ...of('DOI')];
  return candidates.find(({ url }) => url !== null)?.url ?? null;
}

/** The id under which a related work can be asked for, where its identifier gives one. */
function relatedId({ scheme, value }: Identifier): string | null {
  if (scheme === 'DOI') {
    const doi = parseDoi(value);
    return doi === null ? null : `doi:${doi}`;
  }
  return scheme === 'CRID' && /^\d{19}$/.test(value) ? `cinii:${value}` : null;
}

/**
 * Related works. WEKO3 writes relations without relationType although the schema demands it (fact sheet 2.9): the link is
 * kept under the element's own name, "Relation", since DataCite has no word for an unsaid one.
 */
export function related(root: XmlElement): RelatedWork[] {
  return elements(root, 'jpcoar', 'relation').flatMap((relation) => {
    const target = elements(relation, 'jpcoar', 'relatedIdentifier').flatMap((element) => typed(element) ?? [])[0];
    const title = siblingsOrNull(elements(relation, 'jpcoar', 'relatedTitle'));
    if (target === undefined && title === null) return [];
    return [
      {
        relation: relationType(attribute(relation, 'relationType') ?? 'relation'),
        id: target === undefined ? null : relatedId(target),
        identifier: target ?? null,
        title,
      },
    ];
  });
}
