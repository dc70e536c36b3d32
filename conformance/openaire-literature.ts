/** OpenAIRE Guidelines for Literature Repositories 4.0: what a partner's `oai_openaire` records must hold. */
import { COAR_ACCESS, COAR_TYPE, OPENAIRE_LEVELS } from './openaire-data.js';
import type { Need } from './check.js';
import { attributeAt, elementsAt, oneOf, W3C_DATE, type XmlRule } from './xml-rules.js';

function field(id: string, need: Need, path: string, rest: Partial<XmlRule> = {}): XmlRule {
  return { id, level: OPENAIRE_LEVELS[need], need, path, fields: [], ...rest };
}

const isIssued = (date: Parameters<typeof attributeAt>[0]): boolean => attributeAt(date, 'dateType') === 'Issued';

export const OPENAIRE_LITERATURE_RULES: readonly XmlRule[] = [
  field('dci:title', 'mandatory', 'titles/title'),
  field('dci:creator', 'applicable', 'creators/creator'),
  field('dci:creator/creatorName', 'conditional', 'creatorName', { owner: 'creators/creator' }),
  field('dci:creator/nameIdentifier/@nameIdentifierScheme', 'conditional', '@nameIdentifierScheme', {
    owner: 'creators/creator/nameIdentifier',
  }),
  field('dci:contributor', 'applicable', 'contributors/contributor'),
  field('dci:contributor/contributorName', 'conditional', 'contributorName', { owner: 'contributors/contributor' }),
  field('dci:contributor/@contributorType', 'conditional', '@contributorType', { owner: 'contributors/contributor' }),
  field('aire:fundingReference', 'applicable', 'fundingReferences/fundingReference'),
  field('aire:fundingReference/funderName', 'conditional', 'funderName', {
    owner: 'fundingReferences/fundingReference',
  }),
  field('aire:fundingReference/awardNumber', 'conditional', 'awardNumber', {
    owner: 'fundingReferences/fundingReference',
  }),
  field('dci:alternateIdentifier', 'recommended', 'alternateIdentifiers/alternateIdentifier'),
  field('dci:alternateIdentifier/@alternateIdentifierType', 'conditional', '@alternateIdentifierType', {
    owner: 'alternateIdentifiers/alternateIdentifier',
  }),
  field('dci:relatedIdentifier', 'recommended', 'relatedIdentifiers/relatedIdentifier'),
  field('dci:relatedIdentifier/@relatedIdentifierType', 'conditional', '@relatedIdentifierType', {
    owner: 'relatedIdentifiers/relatedIdentifier',
  }),
  field('dci:relatedIdentifier/@relationType', 'conditional', '@relationType', {
    owner: 'relatedIdentifiers/relatedIdentifier',
  }),
  field('dc:language', 'applicable', 'language'),
  field('dc:publisher', 'applicable', 'publisher'),
  field('dci:datePublication', 'mandatory', 'dates/date', {
    only: isIssued,
    // "If no date of publication is available, use any other date available."
    instead: (date) => !isIssued(date),
    fault: W3C_DATE,
  }),
  // An embargoed work says when it opens: Accepted and Available.
  field('dci:dateEmbargo', 'conditional', 'dates/date', {
    ownerIf: (root) =>
      elementsAt(root, 'rights').some((rights) => attributeAt(rights, 'rightsURI')?.endsWith('/c_f1cf') === true),
    only: (date) => attributeAt(date, 'dateType') === 'Available',
    fault: W3C_DATE,
  }),
  field('aire:resourceType', 'mandatory', 'resourceType', { mayBeEmpty: true }),
  field('aire:resourceType/@resourceTypeGeneral', 'conditional', '@resourceTypeGeneral', {
    owner: 'resourceType',
    fault: oneOf(new Set(['literature', 'dataset', 'software', 'other research product']), 'general type of OpenAIRE'),
  }),
  field('aire:resourceType/@uri', 'conditional', '@uri', { owner: 'resourceType', fault: COAR_TYPE }),
  field('dc:description', 'applicable', 'description'),
  field('dc:format', 'recommended', 'format'),
  field('dci:identifier', 'mandatory', 'identifier'),
  field('dci:identifier/@identifierType', 'conditional', '@identifierType', { owner: 'identifier' }),
  field('dci:accessrights', 'mandatory', 'rights', { mayBeEmpty: true }),
  field('dci:accessrights/@rightsURI', 'conditional', '@rightsURI', {
    owner: 'rights',
    fault: oneOf(COAR_ACCESS, 'access right of COAR'),
  }),
  field('dci:subject', 'applicable', 'subjects/subject'),
  field('aire:licenseCondition', 'recommended', 'licenseCondition'),
  field('aire:version', 'recommended', 'version'),
  field('aire:file', 'applicable', 'file'),
];
