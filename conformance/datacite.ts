/** DataCite Metadata Schema 4.6: its properties by their numbers, obligations and controlled lists. */
import {
  DATACITE_CONTRIBUTOR_TYPES,
  DATACITE_RELATED_TYPES,
  DATACITE_RELATIONS,
} from '../formats/datacite-vocabulary.js';
import type { FormatWork } from '../formats/work.js';
import type { WorkFields } from '../subgraphs/common/record.js';
import type { Need } from './check.js';
import { attributeAt, like, oneOf, W3C_DATE, YEAR, type XmlRule } from './xml-rules.js';

/** DataCite's three obligations; a sub-property may be mandatory where its property is used. */
const LEVELS: Readonly<Record<Need, string>> = {
  mandatory: 'mandatory',
  conditional: 'mandatory in its property',
  applicable: 'mandatory if applicable',
  recommended: 'recommended',
  optional: 'optional',
};

type Rest = Omit<XmlRule, 'id' | 'level' | 'need' | 'path' | 'fields'>;

function property(
  id: string,
  need: Need,
  path: string,
  fields: readonly (keyof WorkFields)[],
  rest: Rest = {},
): XmlRule {
  return { id, level: LEVELS[need], need, path, fields, ...rest };
}

const GENERAL_TYPES: ReadonlySet<string> = new Set([
  'Audiovisual', 'Award', 'Book', 'BookChapter', 'Collection', 'ComputationalNotebook', 'ConferencePaper',
  'ConferenceProceeding', 'DataPaper', 'Dataset', 'Dissertation', 'Event', 'Image', 'Instrument', 'InteractiveResource',
  'Journal', 'JournalArticle', 'Model', 'OutputManagementPlan', 'PeerReview', 'PhysicalObject', 'Preprint', 'Project',
  'Report', 'Service', 'Software', 'Sound', 'Standard', 'StudyRegistration', 'Text', 'Workflow', 'Other',
]); // prettier-ignore
const TITLE_TYPES: ReadonlySet<string> = new Set(['AlternativeTitle', 'Subtitle', 'TranslatedTitle', 'Other']);
const DATE_TYPES: ReadonlySet<string> = new Set([
  'Accepted', 'Available', 'Copyrighted', 'Collected', 'Coverage', 'Created', 'Issued', 'Submitted', 'Updated', 'Valid',
  'Withdrawn', 'Other',
]); // prettier-ignore
const DESCRIPTION_TYPES: ReadonlySet<string> = new Set([
  'Abstract', 'Methods', 'SeriesInformation', 'TableOfContents', 'TechnicalInfo', 'Other',
]); // prettier-ignore
const FUNDER_TYPES: ReadonlySet<string> = new Set(['ISNI', 'GRID', 'Crossref Funder ID', 'ROR', 'Other']);
const NAME_TYPES: ReadonlySet<string> = new Set(['Personal', 'Organizational']);
const RELATED_TYPES: ReadonlySet<string> = new Set([
  ...Object.values(DATACITE_RELATED_TYPES), 'EISSN', 'LISSN', 'PURL',
]); // prettier-ignore

const DECIMAL = like(/^[+-]?\d+(?:\.\d+)?$/, 'a number');

/** A name that DataCite has a place for. */
const named = (creators: FormatWork['creators']): boolean => creators.some(({ name }) => name.values.length > 0);
/** A funder without a name has no place in DataCite. */
export const namedFunder = ({ funding }: FormatWork): boolean =>
  funding.some(({ funder }) => funder !== null && funder.values.length > 0);
/** Relations that DataCite has a word for, to what it has a type of identifiers for. */
export const related = (work: FormatWork): boolean =>
  work.related.some(
    ({ relation, identifier }) =>
      DATACITE_RELATIONS.has(relation) &&
      (DATACITE_RELATED_TYPES[identifier?.scheme ?? ''] !== undefined || (identifier?.url ?? null) !== null),
  );
const saysDoi = (element: Parameters<typeof attributeAt>[0]): boolean =>
  attributeAt(element, 'identifierType')?.toUpperCase() === 'DOI';

const CREATORS: readonly XmlRule[] = [
  property('2 Creator', 'mandatory', 'creators/creator', ['creators'], { told: ({ creators }) => named(creators) }),
  property('2.1 creatorName', 'conditional', 'creatorName', ['creators'], { owner: 'creators/creator' }),
  property('2.1.a nameType', 'optional', '@nameType', ['creators'], {
    owner: 'creators/creator/creatorName',
    ownerIf: (name) => attributeAt(name, 'nameType') !== null,
    fault: oneOf(NAME_TYPES, 'name type of DataCite'),
  }),
  property('2.4.a nameIdentifierScheme', 'conditional', '@nameIdentifierScheme', ['creators'], {
    owner: 'creators/creator/nameIdentifier',
  }),
  property('2.5.b affiliationIdentifierScheme', 'conditional', '@affiliationIdentifierScheme', ['creators'], {
    owner: 'creators/creator/affiliation',
    ownerIf: (affiliation) => attributeAt(affiliation, 'affiliationIdentifier') !== null,
  }),
];

const CONTRIBUTORS: readonly XmlRule[] = [
  property('7 Contributor', 'recommended', 'contributors/contributor', ['contributors'], {
    told: ({ contributors }) => named(contributors.map(({ creator }) => creator)),
  }),
  property('7.a contributorType', 'conditional', '@contributorType', ['contributors'], {
    owner: 'contributors/contributor',
    fault: oneOf(DATACITE_CONTRIBUTOR_TYPES, 'contributor type of DataCite'),
  }),
  property('7.1 contributorName', 'conditional', 'contributorName', ['contributors'], {
    owner: 'contributors/contributor',
  }),
];

const RELATED: readonly XmlRule[] = [
  property('11 alternateIdentifier', 'optional', 'alternateIdentifiers/alternateIdentifier', ['identifiers'], {
    told: ({ identifiers, doi }) => identifiers.some(({ scheme, value }) => scheme !== 'DOI' || value !== doi),
  }),
  property('11.a alternateIdentifierType', 'conditional', '@alternateIdentifierType', ['identifiers'], {
    owner: 'alternateIdentifiers/alternateIdentifier',
  }),
  property('12 RelatedIdentifier', 'recommended', 'relatedIdentifiers/relatedIdentifier', ['related'], {
    told: related,
  }),
  property('12.a relatedIdentifierType', 'conditional', '@relatedIdentifierType', ['related'], {
    owner: 'relatedIdentifiers/relatedIdentifier',
    fault: oneOf(RELATED_TYPES, 'type of related identifiers of DataCite'),
  }),
  property('12.b relationType', 'conditional', '@relationType', ['related'], {
    owner: 'relatedIdentifiers/relatedIdentifier',
    fault: oneOf(DATACITE_RELATIONS, 'relation of DataCite'),
  }),
];

const RELATED_ITEMS: readonly XmlRule[] = [
  property('20.a relatedItemType', 'conditional', '@relatedItemType', ['container'], {
    owner: 'relatedItems/relatedItem',
    fault: oneOf(GENERAL_TYPES, 'general type of DataCite'),
  }),
  property('20.b relationType', 'conditional', '@relationType', ['container'], {
    owner: 'relatedItems/relatedItem',
    fault: oneOf(DATACITE_RELATIONS, 'relation of DataCite'),
  }),
];

const PLACES: readonly XmlRule[] = [
  property('18 GeoLocation', 'recommended', 'geoLocations/geoLocation', ['places']),
  ...(['pointLongitude', 'pointLatitude'] as const).map((name, index) =>
    property(`18.1.${String(index + 1)} ${name}`, 'conditional', name, ['places'], {
      owner: 'geoLocations/geoLocation/geoLocationPoint',
      fault: DECIMAL,
    }),
  ),
  ...(['westBoundLongitude', 'eastBoundLongitude', 'southBoundLatitude', 'northBoundLatitude'] as const).map(
    (name, index) =>
      property(`18.2.${String(index + 1)} ${name}`, 'conditional', name, ['places'], {
        owner: 'geoLocations/geoLocation/geoLocationBox',
        fault: DECIMAL,
      }),
  ),
];

const FUNDING: readonly XmlRule[] = [
  property('19 FundingReference', 'optional', 'fundingReferences/fundingReference', ['funding'], { told: namedFunder }),
  property('19.1 funderName', 'conditional', 'funderName', ['funding'], {
    owner: 'fundingReferences/fundingReference',
  }),
  property('19.2.a funderIdentifierType', 'conditional', '@funderIdentifierType', ['funding'], {
    owner: 'fundingReferences/fundingReference/funderIdentifier',
    fault: oneOf(FUNDER_TYPES, 'type of funder identifiers of DataCite'),
  }),
];

export const DATACITE_RULES: readonly XmlRule[] = [
  property('1 Identifier', 'mandatory', 'identifier', ['doi'], {
    fault: (text, element) =>
      saysDoi(element) && !/^10\.\d{4,9}(?:\.\d+)*\/\S+$/.test(text) ? 'is no bare DOI' : null,
  }),
  property('1.a identifierType', 'conditional', '@identifierType', ['doi'], { owner: 'identifier' }),
  ...CREATORS,
  property('3 Title', 'mandatory', 'titles/title', ['title']),
  property('3.a titleType', 'optional', '@titleType', ['title'], {
    owner: 'titles/title',
    ownerIf: (title) => attributeAt(title, 'titleType') !== null,
    fault: oneOf(TITLE_TYPES, 'title type of DataCite'),
  }),
  property('4 Publisher', 'mandatory', 'publisher', ['publisher']),
  property('5 PublicationYear', 'mandatory', 'publicationYear', ['issued'], { fault: YEAR }),
  property('6 Subject', 'recommended', 'subjects/subject', ['subjects']),
  ...CONTRIBUTORS,
  property('8 Date', 'recommended', 'dates/date', ['issued', 'embargoUntil', 'period'], { fault: W3C_DATE }),
  property('8.a dateType', 'conditional', '@dateType', ['issued'], {
    owner: 'dates/date',
    fault: oneOf(DATE_TYPES, 'date type of DataCite'),
  }),
  property('9 Language', 'optional', 'language', ['languages']),
  property('10 ResourceType', 'mandatory', 'resourceType', ['type'], { mayBeEmpty: true }),
  property('10.a resourceTypeGeneral', 'conditional', '@resourceTypeGeneral', ['type'], {
    owner: 'resourceType',
    fault: oneOf(GENERAL_TYPES, 'general type of DataCite'),
  }),
  ...RELATED,
  property('13 Size', 'optional', 'sizes/size', ['size']),
  property('14 Format', 'optional', 'formats/format', ['formats']),
  property('15 Version', 'optional', 'version', ['version']),
  property('16 Rights', 'optional', 'rightsList/rights', ['licenses', 'accessRight'], { mayBeEmpty: true }),
  property('17 Description', 'recommended', 'descriptions/description', ['description']),
  property('17.a descriptionType', 'conditional', '@descriptionType', ['description'], {
    owner: 'descriptions/description',
    fault: oneOf(DESCRIPTION_TYPES, 'description type of DataCite'),
  }),
  ...PLACES,
  ...FUNDING,
  ...RELATED_ITEMS,
];
