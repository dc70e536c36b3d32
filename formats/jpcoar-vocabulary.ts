/** What JPCOAR 2.0 calls identifiers and relations; what is not here has no word there. */

/** Types of a work's own identifiers, by scheme; all others are addresses (URI). */
export const JPCOAR_IDENTIFIER_TYPES: Readonly<Record<string, string>> = { DOI: 'DOI', HANDLE: 'HDL' };

/** Types of related works' identifiers, by scheme. */
export const JPCOAR_RELATED_TYPES: Readonly<Record<string, string>> = {
  ARK: 'ARK',
  ARXIV: 'arXiv',
  CRID: 'CRID',
  DOI: 'DOI',
  HANDLE: 'HDL',
  ICHUSHI: 'ICHUSHI',
  ISBN: 'ISBN',
  'J-GLOBAL': 'J-GLOBAL',
  LOCAL: 'Local',
  ISSN: 'ISSN',
  NAID: 'NAID',
  NCID: 'NCID',
  PMID: 'PMID',
  SCOPUS: 'SCOPUS',
  URL: 'URI',
  WOS: 'WOS',
};

/** Schemes of people's and bodies' identifiers. */
export const JPCOAR_NAME_SCHEMES: Readonly<Record<string, string>> = {
  ERAD: 'e-Rad_Researcher',
  NRID: 'NRID',
  ORCID: 'ORCID',
  ISNI: 'ISNI',
  VIAF: 'VIAF',
  AID: 'AID',
  KAKENHI: 'kakenhi',
  RINGGOLD: 'Ringgold',
  GRID: 'GRID',
  ROR: 'ROR',
};

/** Schemes of funders' identifiers. */
export const JPCOAR_FUNDER_SCHEMES: Readonly<Record<string, string>> = {
  'CROSSREF FUNDER': 'Crossref Funder',
  'CROSSREF FUNDER ID': 'Crossref Funder',
  'E-RAD_FUNDER': 'e-Rad_funder',
  GRID: 'GRID',
  ISNI: 'ISNI',
  ROR: 'ROR',
};

export const JPCOAR_CONTRIBUTOR_TYPES: ReadonlySet<string> = new Set([
  'ContactPerson', 'DataCollector', 'DataCurator', 'DataManager', 'Distributor', 'Editor', 'HostingInstitution', 'Producer',
  'ProjectLeader', 'ProjectManager', 'ProjectMember', 'RelatedPerson', 'Researcher', 'ResearchGroup', 'Sponsor', 'Supervisor',
  'WorkPackageLeader', 'Other',
]); // prettier-ignore

/** JPCOAR's relations, by DataCite's. */
export const JPCOAR_RELATIONS: Readonly<Record<string, string>> = {
  IsCitedBy: 'isCitedBy',
  Cites: 'Cites',
  IsVersionOf: 'isVersionOf',
  HasVersion: 'hasVersion',
  IsPartOf: 'isPartOf',
  HasPart: 'hasPart',
  IsReferencedBy: 'isReferencedBy',
  References: 'references',
  IsVariantFormOf: 'isFormatOf',
  IsOriginalFormOf: 'hasFormat',
  IsObsoletedBy: 'isReplacedBy',
  Obsoletes: 'replaces',
  IsRequiredBy: 'isRequiredBy',
  Requires: 'requires',
  IsSupplementTo: 'isSupplementTo',
  IsSupplementedBy: 'isSupplementedBy',
  IsIdenticalTo: 'isIdenticalTo',
  IsDerivedFrom: 'isDerivedFrom',
  IsSourceOf: 'isSourceOf',
};
