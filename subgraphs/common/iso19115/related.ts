import { identifier, parseDoi } from '../identifiers.js';
import type { RelatedWork } from '../record.js';
import { relationType } from '../vocabulary.js';
import { attribute, childElement, type XmlElement } from '../xml.js';
import { code, objects, properties } from './elements.js';
import { citedIdentifier } from './links.js';
import { line, plainLines, type Locales } from './texts.js';

/** DS_AssociationTypeCode as DataCite's relation types; others keep their name. */
const RELATIONS = new Map([
  ['crossreference', 'References'],
  ['largerworkcitation', 'IsPartOf'],
  ['partofseamlessdatabase', 'IsPartOf'],
  ['collectivetitle', 'IsPartOf'],
  ['series', 'IsPartOf'],
  ['iscomposedof', 'HasPart'],
  ['source', 'IsDerivedFrom'],
  ['dependency', 'Requires'],
  ['revisionof', 'IsNewVersionOf'],
]);
/** What is no work: an instrument, and the undertaking in which the data were made. */
const NO_WORKS = new Set([
  'sensor',
  'platform',
  'project',
  'campaign',
  'program',
  'exercise',
  'mission',
  'operation',
  'task',
  'trial',
]);

function relatedTo(aggregate: XmlElement, locales: Locales): RelatedWork | null {
  if (NO_WORKS.has((code(childElement(aggregate, 'initiativeType')) ?? '').toLowerCase())) return null;
  const named = [...objects(aggregate, 'aggregateDataSetName'), ...objects(aggregate, 'name')];
  const identified = [
    ...objects(aggregate, 'aggregateDataSetIdentifier'),
    ...named.flatMap((citation) => objects(citation, 'identifier')),
  ].flatMap((element) => citedIdentifier(element) ?? [])[0];
  const title = line(
    named.flatMap((citation) => properties(citation, 'title')),
    locales,
  );
  const association = code(childElement(aggregate, 'associationType'));
  if (association === null || (identified === undefined && title === null)) return null;
  const doi = identified?.scheme === 'DOI' ? parseDoi(identified.value) : null;
  return {
    relation: RELATIONS.get(association.toLowerCase()) ?? relationType(association),
    id: doi === null ? null : `doi:${doi}`,
    identifier: identified ?? null,
    title,
  };
}

/** The record of which this one is a part: 19139 prints its identifier, 19115-3 cites or refers to it. */
export function parentOf(root: XmlElement): string | null {
  const cited = properties(root, 'parentMetadata', 'identifier', 'code');
  const reference = properties(root, 'parentMetadata').flatMap((property) => attribute(property, 'uuidref') ?? [])[0];
  return plainLines([...properties(root, 'parentIdentifier'), ...cited])[0] ?? reference ?? null;
}

/** What the record is part of, and the resources that it names. */
export function related(root: XmlElement, identification: XmlElement, locales: Locales): RelatedWork[] {
  const parent = parentOf(root);
  const doi = parent === null ? null : parseDoi(parent);
  const isPartOf =
    parent === null
      ? []
      : [{ relation: 'IsPartOf', id: doi === null ? null : `doi:${doi}`, identifier: doi === null ? identifier('FILE_IDENTIFIER', parent) : identifier('DOI', doi), title: null }]; // prettier-ignore
  const aggregates = [...objects(identification, 'aggregationInfo'), ...objects(identification, 'associatedResource')];
  return [...isPartOf, ...aggregates.flatMap((aggregate) => relatedTo(aggregate, locales) ?? [])];
}
