/**
 * OpenAIRE Guidelines for Data Archives 3.0 (draft): DataCite with COAR's vocabularies. Its `resourceType` has an attribute of its
 * own for COAR's address, which DataCite's own schema has no place for.
 */
import { ACCESS_RIGHTS } from '../formats/vocabulary.js';
import type { WorkFields } from '../subgraphs/common/record.js';
import type { Need } from './check.js';
import { namedFunder, related } from './datacite.js';
import { attributeAt, like, oneOf, W3C_DATE, YEAR, type XmlRule } from './xml-rules.js';

/** The guidelines' own words for how much a field is asked for. */
export const OPENAIRE_LEVELS: Readonly<Record<Need, string>> = {
  mandatory: 'M',
  conditional: 'M (if its field is used)',
  applicable: 'MA',
  recommended: 'R',
  optional: 'O',
};

function field(
  id: string,
  need: Need,
  path: string,
  fields: readonly (keyof WorkFields)[],
  rest: Partial<XmlRule> = {},
): XmlRule {
  return { id: `openaire-data:${id}`, level: OPENAIRE_LEVELS[need], need, path, fields, ...rest };
}

/** COAR's four access rights. */
export const COAR_ACCESS: ReadonlySet<string> = new Set(Object.values(ACCESS_RIGHTS).map(({ coar }) => coar));
export const COAR_TYPE = like(
  /^https?:\/\/purl\.org\/coar\/resource_type\/[\w-]+\/?$/,
  'an address of COAR’s resource types',
);
/** The guidelines call the attribute `uri` on one page and `rightsURI` on another; DataCite knows `rightsURI` alone. */
const rightsAddress = (rights: Parameters<typeof attributeAt>[0]): string =>
  attributeAt(rights, 'rightsURI') ?? attributeAt(rights, 'uri') ?? '';
const isCoarAccess = (rights: Parameters<typeof attributeAt>[0]): boolean =>
  rightsAddress(rights).startsWith('http://purl.org/coar/access_right/');
const isIssued = (date: Parameters<typeof attributeAt>[0]): boolean => attributeAt(date, 'dateType') === 'Issued';

export const OPENAIRE_DATA_RULES: readonly XmlRule[] = [
  field('identifier', 'mandatory', 'identifier', ['doi']),
  field('identifier/@identifierType', 'conditional', '@identifierType', ['doi'], { owner: 'identifier' }),
  field('title', 'mandatory', 'titles/title', ['title']),
  field('creator', 'mandatory', 'creators/creator', ['creators']),
  field('creator/creatorName', 'conditional', 'creatorName', ['creators'], { owner: 'creators/creator' }),
  field('creator/nameIdentifier', 'recommended', 'creators/creator/nameIdentifier', ['creators'], {
    told: ({ creators }) => creators.some(({ identifiers }) => identifiers.length > 0),
  }),
  field('creator/nameIdentifier/@nameIdentifierScheme', 'conditional', '@nameIdentifierScheme', ['creators'], {
    owner: 'creators/creator/nameIdentifier',
  }),
  field('publicationDate', 'mandatory', 'dates/date', ['issued'], {
    only: isIssued,
    // "If no date of publication is available, use any other date available."
    instead: (date) => !isIssued(date),
    fault: W3C_DATE,
  }),
  field('publicationYear', 'mandatory', 'publicationYear', ['issued'], { fault: YEAR }),
  field('resourceType', 'mandatory', 'resourceType', ['type'], { mayBeEmpty: true }),
  field('resourceType/@resourceTypeGeneral', 'conditional', '@resourceTypeGeneral', ['type'], {
    owner: 'resourceType',
  }),
  field('resourceType/@uri', 'conditional', '@uri', ['type'], { owner: 'resourceType', fault: COAR_TYPE }),
  field('accessRights', 'mandatory', 'rightsList/rights', ['accessRight'], {
    only: isCoarAccess,
    mayBeEmpty: true,
    fault: (_, rights) => oneOf(COAR_ACCESS, 'access right of COAR')(rightsAddress(rights)),
  }),
  field('publisher', 'applicable', 'publisher', ['publisher']),
  field('contributor', 'applicable', 'contributors/contributor', ['contributors']),
  field('description', 'applicable', 'descriptions/description', ['description']),
  field('subject', 'applicable', 'subjects/subject', ['subjects']),
  field('language', 'applicable', 'language', ['languages']),
  field('fundingReference', 'applicable', 'fundingReferences/fundingReference', ['funding'], { told: namedFunder }),
  field('fundingReference/funderName', 'conditional', 'funderName', ['funding'], {
    owner: 'fundingReferences/fundingReference',
    told: namedFunder,
  }),
  field('fundingReference/awardNumber', 'conditional', 'awardNumber', ['funding'], {
    owner: 'fundingReferences/fundingReference',
    told: ({ funding }) => funding.length > 0 && funding.every(({ awardNumber }) => awardNumber !== null),
  }),
  field(
    'fundingReference/funderIdentifier',
    'applicable',
    'fundingReferences/fundingReference/funderIdentifier',
    ['funding'],
    {
      told: ({ funding }) => funding.some(({ funder, funderIds }) => funder !== null && funderIds.length > 0),
    },
  ),
  field('relatedIdentifier', 'applicable', 'relatedIdentifiers/relatedIdentifier', ['related'], {
    told: related,
  }),
  field('relatedIdentifier/@relatedIdentifierType', 'conditional', '@relatedIdentifierType', ['related'], {
    owner: 'relatedIdentifiers/relatedIdentifier',
  }),
  field('relatedIdentifier/@relationType', 'conditional', '@relationType', ['related'], {
    owner: 'relatedIdentifiers/relatedIdentifier',
  }),
  field('licenseCondition', 'applicable', 'rightsList/rights', ['licenses'], {
    only: (rights) => !isCoarAccess(rights) && !rightsAddress(rights).startsWith('info:eu-repo/semantics/'),
    mayBeEmpty: true,
  }),
  field('alternateIdentifier', 'recommended', 'alternateIdentifiers/alternateIdentifier', ['identifiers'], {
    told: ({ identifiers, doi }) => identifiers.some(({ scheme, value }) => scheme !== 'DOI' || value !== doi),
  }),
  field('format', 'optional', 'formats/format', ['formats']),
  field('version', 'optional', 'version', ['version']),
  field('size', 'optional', 'sizes/size', ['size']),
  field('geoLocation', 'optional', 'geoLocations/geoLocation', ['places']),
];
