/** The controlled lists of DataCite 4.6; what is not in them has no word there. */

export const DATACITE_CONTRIBUTOR_TYPES: ReadonlySet<string> = new Set([
  'ContactPerson', 'DataCollector', 'DataCurator', 'DataManager', 'Distributor', 'Editor', 'HostingInstitution', 'Other',
  'Producer', 'ProjectLeader', 'ProjectManager', 'ProjectMember', 'RegistrationAgency', 'RegistrationAuthority',
  'RelatedPerson', 'ResearchGroup', 'RightsHolder', 'Researcher', 'Sponsor', 'Supervisor', 'Translator', 'WorkPackageLeader',
]); // prettier-ignore

/** Types of related identifiers, by scheme. */
export const DATACITE_RELATED_TYPES: Readonly<Record<string, string>> = {
  ARK: 'ARK',
  ARXIV: 'arXiv',
  BIBCODE: 'bibcode',
  CSTR: 'CSTR',
  DOI: 'DOI',
  EAN13: 'EAN13',
  HANDLE: 'Handle',
  IGSN: 'IGSN',
  ISBN: 'ISBN',
  ISSN: 'ISSN',
  ISTC: 'ISTC',
  LSID: 'LSID',
  PMID: 'PMID',
  RRID: 'RRID',
  UPC: 'UPC',
  URL: 'URL',
  URN: 'URN',
  W3ID: 'w3id',
};

export const DATACITE_RELATIONS: ReadonlySet<string> = new Set([
  'IsCitedBy', 'Cites', 'IsCollectedBy', 'Collects', 'IsSupplementTo', 'IsSupplementedBy', 'IsContinuedBy', 'Continues',
  'IsDescribedBy', 'Describes', 'HasMetadata', 'IsMetadataFor', 'HasVersion', 'IsVersionOf', 'IsNewVersionOf',
  'IsPartOf', 'IsPreviousVersionOf', 'IsPublishedIn', 'HasPart', 'IsReferencedBy', 'References', 'IsDocumentedBy',
  'Documents', 'IsCompiledBy', 'Compiles', 'IsVariantFormOf', 'IsOriginalFormOf', 'IsIdenticalTo', 'IsReviewedBy',
  'Reviews', 'IsDerivedFrom', 'IsSourceOf', 'IsRequiredBy', 'Requires', 'Obsoletes', 'IsObsoletedBy', 'IsTranslationOf',
  'HasTranslation',
]); // prettier-ignore

/** Types of funders' identifiers, by scheme. */
export const DATACITE_FUNDER_TYPES: Readonly<Record<string, string>> = {
  'CROSSREF FUNDER': 'Crossref Funder ID',
  'CROSSREF FUNDER ID': 'Crossref Funder ID',
  GRID: 'GRID',
  ISNI: 'ISNI',
  ROR: 'ROR',
};
