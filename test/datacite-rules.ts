/** What DataCite's kernel 4.6 asks of a document, as its documentation says it; the schema itself is not in this repository. */
import {
  attribute,
  childElement,
  childElements,
  parseXml,
  textContent,
  type XmlElement,
} from '../subgraphs/common/xml.js';

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

const IDENTIFIERS = words(
  'ARK arXiv bibcode CSTR DOI EAN13 EISSN Handle IGSN ISBN ISSN ISTC LISSN LSID PMID PURL RRID UPC URL URN w3id',
);
/** The controlled lists, by `element@attribute`. */
const VOCABULARIES: Readonly<Record<string, ReadonlySet<string>>> = {
  'identifier@identifierType': words('DOI'),
  'creatorName@nameType': words('Personal Organizational'),
  'contributorName@nameType': words('Personal Organizational'),
  'title@titleType': words('AlternativeTitle Subtitle TranslatedTitle Other'),
  'resourceType@resourceTypeGeneral': words(
    `Audiovisual Award Book BookChapter Collection ComputationalNotebook ConferencePaper ConferenceProceeding DataPaper
     Dataset Dissertation Event Image InteractiveResource Instrument Journal JournalArticle Model OutputManagementPlan
     PeerReview PhysicalObject Preprint Project Report Service Software Sound Standard StudyRegistration Text Workflow Other`,
  ),
  'contributor@contributorType': words(
    `ContactPerson DataCollector DataCurator DataManager Distributor Editor HostingInstitution Producer ProjectLeader
     ProjectManager ProjectMember RegistrationAgency RegistrationAuthority RelatedPerson Researcher ResearchGroup
     RightsHolder Sponsor Supervisor Translator WorkPackageLeader Other`,
  ),
  'date@dateType': words(
    'Accepted Available Collected Copyrighted Coverage Created Issued Submitted Updated Valid Withdrawn Other',
  ),
  'description@descriptionType': words('Abstract Methods SeriesInformation TableOfContents TechnicalInfo Other'),
  'relatedIdentifier@relatedIdentifierType': IDENTIFIERS,
  'relatedItemIdentifier@relatedItemIdentifierType': IDENTIFIERS,
  'relatedIdentifier@relationType': words(
    `IsCitedBy Cites IsSupplementTo IsSupplementedBy IsContinuedBy Continues IsDescribedBy Describes HasMetadata
     IsMetadataFor HasVersion IsVersionOf IsNewVersionOf IsPreviousVersionOf IsPartOf HasPart IsPublishedIn IsReferencedBy
     References IsDocumentedBy Documents IsCompiledBy Compiles IsVariantFormOf IsOriginalFormOf IsIdenticalTo IsReviewedBy
     Reviews IsDerivedFrom IsSourceOf IsRequiredBy Requires IsObsoletedBy Obsoletes IsCollectedBy Collects
     IsTranslationOf HasTranslation`,
  ),
};
/** Types of funders' identifiers have blanks in them. */
const FUNDER_TYPES: ReadonlySet<string> = new Set(['ISNI', 'GRID', 'ROR', 'Crossref Funder ID', 'Other']);

/** Attributes without which an element says nothing. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  identifier: ['identifierType'],
  resourceType: ['resourceTypeGeneral'],
  contributor: ['contributorType'],
  date: ['dateType'],
  description: ['descriptionType'],
  alternateIdentifier: ['alternateIdentifierType'],
  relatedIdentifier: ['relatedIdentifierType', 'relationType'],
  nameIdentifier: ['nameIdentifierScheme'],
  funderIdentifier: ['funderIdentifierType'],
  relatedItem: ['relatedItemType', 'relationType'],
};

/** Children whose order counts. */
const ORDERS: Readonly<Record<string, readonly string[]>> = {
  creator: ['creatorName', 'givenName', 'familyName', 'nameIdentifier', 'affiliation'],
  contributor: ['contributorName', 'givenName', 'familyName', 'nameIdentifier', 'affiliation'],
  relatedItem: [
    'relatedItemIdentifier', 'creators', 'titles', 'publicationYear', 'volume', 'issue', 'number', 'firstPage',
    'lastPage', 'publisher', 'edition', 'contributors',
  ],
}; // prettier-ignore

const MANDATORY = ['identifier', 'creators', 'titles', 'publisher', 'publicationYear', 'resourceType'];
const OPTIONAL = [
  'subjects', 'contributors', 'dates', 'language', 'alternateIdentifiers', 'relatedIdentifiers', 'sizes', 'formats',
  'version', 'rightsList', 'descriptions', 'geoLocations', 'fundingReferences', 'relatedItems',
]; // prettier-ignore

const W3C_DATE = /^\d{4}(?:-\d\d(?:-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d))?)?)?$/;
const TEXTS: Readonly<Record<string, RegExp>> = {
  publicationYear: /^\d{4}$/,
  language: /^[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*$/,
  identifier: /^10\.\d+(?:\.\d+)*\/\S+$/,
  pointLongitude: /^-?(?:\d{1,2}|1[0-7]\d|180)(?:\.\d+)?$/,
  pointLatitude: /^-?[0-9]{1,2}(?:\.\d+)?$/,
};

function faultsIn(element: XmlElement): string[] {
  const { name } = element;
  const order = ORDERS[name];
  const places = childElements(element).map((child) => order?.indexOf(child.name) ?? 0);
  const text = textContent(element).trim();
  const attributes = element.attributes.filter(({ namespace }) => namespace === '');
  // An address of a licence, or the general type, says enough without a text.
  const saysMore = attributes.some(({ name: key }) => key === 'rightsURI' || key === 'resourceTypeGeneral');
  const empty = text === '' && !saysMore && childElements(element).length === 0;
  return [
    ...(empty ? [`<${name}> is empty`] : []),
    ...(places.some((place, index) => place < (places[index - 1] ?? 0)) ? [`the order in <${name}>`] : []),
    ...(TEXTS[name]?.test(text) === false ? [`<${name}> ${text}`] : []),
    ...(name === 'date' && !text.split('/').every((part) => part === '' || W3C_DATE.test(part))
      ? [`<date> ${text}`]
      : []),
    ...(NEEDED[name] ?? [])
      .filter((key) => attribute(element, key) === undefined)
      .map((key) => `${name}@${key} is missing`),
    ...attributes
      .filter(({ name: key, value }) => VOCABULARIES[`${name}@${key}`]?.has(value) === false || value === '')
      .map(({ name: key, value }) => `${name}@${key} ${value}`),
    ...attributes
      .filter(({ name: key, value }) => key === 'funderIdentifierType' && !FUNDER_TYPES.has(value))
      .map(({ value }) => `funderIdentifierType ${value}`),
    ...attributes
      .filter(({ name: key, value }) => key.endsWith('URI') && /\s/.test(value))
      .map(({ name: key }) => `${name}@${key}`),
    ...childElements(element).flatMap(faultsIn),
  ];
}

/** What is wrong with a DataCite document, a line each; empty where nothing is. */
export function dataciteFaults(xml: string): string[] {
  const root = parseXml(xml);
  const names = childElements(root).map(({ name }) => name);
  const known = new Set([...MANDATORY, ...OPTIONAL]);
  return [
    ...(root.name === 'resource' && root.namespace === 'http://datacite.org/schema/kernel-4'
      ? []
      : ['no resource of kernel 4']),
    ...MANDATORY.filter((name) => childElement(root, name) === undefined).map((name) => `${name} is missing`),
    ...names
      .filter((name, index) => !known.has(name) || names.indexOf(name) !== index)
      .map((name) => `<${name}> again or unknown`),
    ...faultsIn(root),
  ];
}
