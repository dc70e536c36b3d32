/* Generated from schema.graphql by npm run generate: do not edit. */
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { LocalizedText as SharedLocalizedText, LangString as SharedLangString, Identifier as SharedIdentifier, Creator as SharedCreator, Affiliation as SharedAffiliation, Subject as SharedSubject, License as SharedLicense, Funding as SharedFunding, BoundingBox as SharedBoundingBox, WorkFile as SharedWorkFile, FieldSource as SharedFieldSource, Retrieval as SharedRetrieval, Contributor as SharedContributor, Container as SharedContainer, EventInfo, Degree as SharedDegree, Place as SharedPlace, RelatedWork as SharedRelatedWork } from '../common/record.js';
import type { CommonMetadata as SharedCommonMetadata, CommonMetadataElement as SharedCommonMetadataElement } from '../common/common-metadata.js';
import type { PlatformRecordModel, WorkModel, WorkConnectionModel, PlatformInfoModel, PlatformStatusModel } from './model.js';
import type { PersonReference, OrganizationReference, AwardReference } from '../common/value-resolvers.js';
import type { SubgraphContext } from '../common/platform.js';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A DOI in canonical form: lower case, no resolver in front (10.20783/dias.662). Input also accepts doi:… and https://doi.org/… */
  DOI: { input: string; output: string; }
  /** An ORCID iD with a correct check digit, in the form 0000-0002-1825-0097. Input also accepts the https://orcid.org/… form. */
  ORCID: { input: string; output: string; }
  /** A ROR id as a URL: https://ror.org/04ksd4g47. Input also accepts the bare id. */
  ROR: { input: string; output: string; }
  /** An absolute http(s) URL. */
  URL: { input: string; output: string; }
  /** A day, ISO 8601: 2026-11-20. */
  Date: { input: string; output: string; }
  /** An instant, RFC 3339 in UTC: 2026-11-20T09:11:00Z. */
  DateTime: { input: string; output: Date | string; }
  /** A date with the precision that the source gives, EDTF level 0: 2017, 2017-03, 2017-03-31, 2010/2015-06. */
  EDTF: { input: string; output: string; }
  /** A BCP 47 language tag: ja, en, ja-Kana, zh-Hant. */
  LanguageTag: { input: string; output: string; }
  _FieldSet: { input: unknown; output: unknown; }
};

export type Platform =
  /** CiNii Research: NII's index over articles, books, theses, research data and projects. */
  | 'CINII_RESEARCH'
  /** JAIRO Cloud: NII's shared institutional repositories, searched through IRDB. */
  | 'JAIRO_CLOUD'
  /** GakuNin RDM: NII's research data management service. */
  | 'GAKUNIN_RDM'
  /** DIAS: the Data Integration and Analysis System for earth observation. */
  | 'DIAS'
  /** The Global Environmental Database of the National Institute for Environmental Studies. */
  | 'NIES_GED'
  /** The European Open Science Cloud: the OpenAIRE Graph and the EOSC resource catalogue. */
  | 'EOSC';

/**
 * From the COAR resource type or the source's own: ARTICLE also review, editorial, data paper, newspaper article; CONFERENCE_PAPER also conference object, poster,
 * presentation; DATASET also its subtypes; THESIS all degrees; REPORT also working and technical papers; what fits nowhere is OTHER. The label wins where label and URI disagree.
 */
export type WorkType =
  | 'ARTICLE'
  | 'BOOK'
  | 'CONFERENCE_PAPER'
  | 'DATASET'
  | 'PROJECT'
  | 'REPORT'
  | 'SOFTWARE'
  | 'THESIS'
  | 'OTHER';

/** 公開 / 公開期間猶予 / 共有 / 非共有・非公開, in the terms of the COAR access rights vocabulary, as the source states it (an embargo that has run out stays EMBARGOED with its date). */
export type AccessRight =
  | 'OPEN'
  | 'EMBARGOED'
  | 'RESTRICTED'
  | 'METADATA_ONLY'
  /** No source states it, or the record that would could not be read. */
  | 'UNKNOWN';

/** Text in the languages that the source has; no language is made up. */
export type LocalizedText = {
  /** The text tagged ja (never a reading tagged ja-Kana or ja-Latn). */
  readonly ja: Maybe<Scalars['String']['output']>;
  /** The text tagged en, or a regional form of it. */
  readonly en: Maybe<Scalars['String']['output']>;
  /** The best text for the reader: the first of the languages asked for that exists, otherwise any; empty where there is none. */
  readonly text: Scalars['String']['output'];
  /** Every text with its tag, in the source's order. */
  readonly values: ReadonlyArray<LangString>;
};


/** Text in the languages that the source has; no language is made up. */
export type LocalizedTextTextArgs = {
  lang?: InputMaybe<ReadonlyArray<Scalars['LanguageTag']['input']>>;
};

/** `lang` is what the source tags (en-US counts as en for `en`), `ja` for an untagged text with kana, otherwise null; the language of the work's content says nothing of its title's. */
export type LangString = {
  readonly value: Scalars['String']['output'];
  readonly lang: Maybe<Scalars['LanguageTag']['output']>;
};

/**
 * An identifier in its scheme's bare form, no resolver in front: DOI 10.20783/dias.662, HANDLE 2241/00123456, ISSN 1234-5678, CRID, NAID, NCID, OAI, RDM_GUID,
 * OPENAIRE, ISBN, PMID, ARXIV, ORCID, NRID, ERAD, ISNI, VIAF, ROR, URL (a plain web address), … An unknown scheme keeps the name that the source gives, in capitals.
 */
export type Identifier = {
  readonly scheme: Scalars['String']['output'];
  readonly value: Scalars['String']['output'];
  /** Where people can look at it, when the scheme has a resolver or the source gives an address. */
  readonly url: Maybe<Scalars['URL']['output']>;
};

/**
 * A person or body as this work names it. `name` is as the source prints it (trimmed, NFC; no reordering); family and given name only where the source separates them.
 * An ORCID with a wrong check digit is no `orcid`; it stays in `identifiers`.
 */
export type Creator = {
  readonly name: LocalizedText;
  readonly familyName: Maybe<LocalizedText>;
  readonly givenName: Maybe<LocalizedText>;
  readonly orcid: Maybe<Scalars['ORCID']['output']>;
  /** The number of NII's researcher index (13 digits). */
  readonly nrid: Maybe<Scalars['ID']['output']>;
  /** The 8-digit number of a researcher in e-Rad. */
  readonly eRadId: Maybe<Scalars['ID']['output']>;
  readonly identifiers: ReadonlyArray<Identifier>;
  readonly affiliations: ReadonlyArray<Affiliation>;
  /** The person behind the name, where the work states an ORCID, NRID or e-Rad number. */
  readonly person: Maybe<Person>;
};

export type Affiliation = {
  readonly name: LocalizedText;
  readonly ror: Maybe<Scalars['ROR']['output']>;
  readonly identifiers: ReadonlyArray<Identifier>;
  /** Only where the source states a ROR id. */
  readonly organization: Maybe<Organization>;
};

/** A subject or keyword, with its scheme where the source names one (NDC, e-Rad_field, …). */
export type Subject = {
  readonly value: LocalizedText;
  readonly scheme: Maybe<Scalars['String']['output']>;
  readonly url: Maybe<Scalars['URL']['output']>;
};

/** `spdx` only where the source's licence address or label states one. */
export type License = {
  readonly name: Maybe<Scalars['String']['output']>;
  readonly spdx: Maybe<Scalars['String']['output']>;
  readonly url: Maybe<Scalars['URL']['output']>;
};

/** `awardNumber` is as the source prints it (JP20H00001 and 20H00001 are the same award to `award`). */
export type Funding = {
  readonly funder: Maybe<LocalizedText>;
  readonly funderIds: ReadonlyArray<Identifier>;
  readonly stream: Maybe<LocalizedText>;
  readonly streamId: Maybe<Scalars['String']['output']>;
  readonly awardNumber: Maybe<Scalars['String']['output']>;
  readonly awardTitle: Maybe<LocalizedText>;
  readonly award: Maybe<Award>;
};

/** Degrees; a west side that is greater than the east side crosses the date line. */
export type BoundingBox = {
  readonly west: Scalars['Float']['output'];
  readonly south: Scalars['Float']['output'];
  readonly east: Scalars['Float']['output'];
  readonly north: Scalars['Float']['output'];
};

export type BoundingBoxInput = {
  readonly west: Scalars['Float']['input'];
  readonly south: Scalars['Float']['input'];
  readonly east: Scalars['Float']['input'];
  readonly north: Scalars['Float']['input'];
};

/** `name` is the label that the source gives, else the last part of the address. */
export type WorkFile = {
  readonly name: Scalars['String']['output'];
  readonly url: Maybe<Scalars['URL']['output']>;
  /** fulltext, dataset, abstract, thumbnail, …, as the source says. */
  readonly kind: Maybe<Scalars['String']['output']>;
  readonly mediaType: Maybe<Scalars['String']['output']>;
  /** Only where the source states bytes, or a size with a unit that can be read. */
  readonly bytes: Maybe<Scalars['Float']['output']>;
  /** The size as the source prints it. */
  readonly size: Maybe<Scalars['String']['output']>;
  readonly accessRight: AccessRight;
  readonly availableFrom: Maybe<Scalars['Date']['output']>;
};

/** Which platform record a value was taken from. */
export type FieldSource = {
  readonly field: Scalars['String']['output'];
  readonly platform: Platform;
  readonly recordId: Scalars['ID']['output'];
};

/** The Cabinet Office's common metadata elements for publicly funded research data (メタデータの共通項目). */
export type CommonMetadata = {
  /** Every element of a dataset, or of a paper where the source says that it is one; those without a value too. */
  readonly elements: ReadonlyArray<CommonMetadataElement>;
  /** Share of the required and applicable elements that have a value, 0 to 1. */
  readonly completeness: Scalars['Float']['output'];
  /** Keys of required, applicable elements without a value. */
  readonly missing: ReadonlyArray<Scalars['String']['output']>;
};

/**
 * `key` is the element's key in GakuNin RDM's registration schema without its -ja/-en ending: funder, japan-grant-number, title, data-description, access-rights, creators, …
 * `values` are texts or, for coded elements, labels in ja and en; `codes` are the codes.
 */
export type CommonMetadataElement = {
  readonly key: Scalars['String']['output'];
  readonly name: LocalizedText;
  /** Required, given what the other elements state: an available date only under an embargo, a licence only for open access, either an e-mail or a postal contact. */
  readonly required: Scalars['Boolean']['output'];
  readonly values: ReadonlyArray<LocalizedText>;
  readonly codes: ReadonlyArray<Scalars['String']['output']>;
  /** What the codes are known as elsewhere, of those that are: e-Rad's numbers of funders and fields (E-RAD_FUNDER, E-RAD_FIELD), COAR's addresses of data types, manuscript types, versions and access rights (COAR), licences (SPDX). */
  readonly identifiers: ReadonlyArray<Identifier>;
  readonly source: Maybe<FieldSource>;
  /** False where a value does not fit the element's form or vocabulary (`problem` says why); true where nothing is known against it, also where there is no value (see `missing`). */
  readonly valid: Scalars['Boolean']['output'];
  /** What is wrong with the value. */
  readonly problem: Maybe<Scalars['String']['output']>;
};

export type PlatformRecord = {
  /** <platform prefix>:<the platform's own identifier> */
  readonly id: Scalars['ID']['output'];
  readonly platform: Platform;
  readonly title: LocalizedText;
  readonly type: WorkType;
  /** The page for people on the platform itself. */
  readonly url: Maybe<Scalars['URL']['output']>;
  readonly doi: Maybe<Scalars['DOI']['output']>;
  readonly issued: Maybe<Scalars['EDTF']['output']>;
  readonly accessRight: AccessRight;
  /** When this record was read from the platform, and whether from our cache. */
  readonly retrieved: Retrieval;
  /** The work that the record is merged into. */
  readonly work: Maybe<Work>;
};

export type Retrieval = {
  readonly at: Scalars['DateTime']['output'];
  readonly cache: CacheState;
  readonly ageSeconds: Scalars['Int']['output'];
};

export type CacheState =
  /** Read from the platform for this answer. */
  | 'MISS'
  /** From our cache, within the platform's time. */
  | 'HIT'
  /** From our cache, past its time, because the platform failed. */
  | 'STALE';

export type PageInfo = {
  readonly hasNextPage: Scalars['Boolean']['output'];
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  readonly startCursor: Maybe<Scalars['String']['output']>;
  readonly endCursor: Maybe<Scalars['String']['output']>;
};

export type PlatformState =
  | 'UP'
  | 'DEGRADED'
  | 'DOWN'
  | 'NOT_CONFIGURED';

export type Query = {
  /**
   * Searches the platforms at once (first: 1 to 100); hits that are the same work are one node. An unreachable platform is told in `sources`; only when all that were asked fail is the answer null, with an error.
   * The fields that a hit carries answer within the search's deadline; a field that it does not carry is read from the record's own document, only if it is selected.
   */
  readonly search: Maybe<WorkConnection>;
  /**
   * One work by id, or by DOI. A work's id is doi:<doi>, else the smallest record id in the order cinii:<crid>, jairo:<host>/<recid>, rdm:<guid>, dias:<id>, ged:<id>,
   * eosc:<openaire id>. Any record id is accepted; the answer carries the canonical id. Well-formed but unknown: null without an error. Malformed: BAD_USER_INPUT.
   */
  readonly work: Maybe<Work>;
  /**
   * Many works by id, in the order asked; null where there is none. At most 100. With more than two DOIs at once JAIRO Cloud is asked only where a repository is known to have
   * them, since it has no look-up of many: a work that it alone holds is found by `work`, or by its record id.
   */
  readonly works: ReadonlyArray<Maybe<Work>>;
  /**
   * What a platform says of a record that it had and shows no more (a record id, as `work` takes it): deleted, or withdrawn from the public, which may be for a time. Null: it
   * is there, or never was, or its platform does not tell.
   */
  readonly tombstone: Maybe<Tombstone>;
  /**
   * A person by ORCID iD or by the number of NII's researcher index (exactly one of them), from the records of persons that CiNii Research and OpenAIRE have, the caller's own account
   * at GakuNin RDM, and what works say of their creators. Null: no platform has a record and no work names the identifier. Names are never compared.
   */
  readonly person: Maybe<Person>;
  /** An organisation by ROR id, from OpenAIRE's record of it. Null: it has none, and no work is found by the id. */
  readonly organization: Maybe<Organization>;
  /**
   * A research grant by the number that funders print, in any form that people paste: a Japan Grant Number (JPMJMS2021, JP20H00001, also without JP) or a Horizon grant number, from
   * the projects of CiNii Research (KAKEN, JST) and OpenAIRE. Null: no platform has a record and no work names it.
   */
  readonly award: Maybe<Award>;
  /**
   * Counts of records by one to three dimensions, a row for each platform and combination of values. A platform that can count a value is asked for its count alone; where it can't, its records
   * are read if they are few (2,000 hits, 200 records' own documents), otherwise a part of them. Works that several platforms hold count at each of them: rows of different platforms are not to be added up.
   * The answer comes within 25 s or the request's deadline: what is not counted by then is null and its platform PARTIAL, is counted on, and is there when the same report is asked for again.
   */
  readonly report: Maybe<Report>;
  /** What each of the six platforms is, what it can do here, and how it is doing now; NOT_CONFIGURED where it is switched off. */
  readonly platforms: ReadonlyArray<PlatformInfo>;
};


export type QuerySearchArgs = {
  query: InputMaybe<Scalars['String']['input']>;
  filter: InputMaybe<WorkFilter>;
  sort?: InputMaybe<WorkSort>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after: InputMaybe<Scalars['String']['input']>;
};


export type QueryWorkArgs = {
  id: InputMaybe<Scalars['ID']['input']>;
  doi: InputMaybe<Scalars['DOI']['input']>;
};


export type QueryWorksArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
};


export type QueryTombstoneArgs = {
  id: Scalars['ID']['input'];
};


export type QueryPersonArgs = {
  orcid: InputMaybe<Scalars['ORCID']['input']>;
  nrid: InputMaybe<Scalars['ID']['input']>;
};


export type QueryOrganizationArgs = {
  ror: Scalars['ROR']['input'];
};


export type QueryAwardArgs = {
  number: Scalars['String']['input'];
};


export type QueryReportArgs = {
  by: ReadonlyArray<ReportDimension>;
  query: InputMaybe<Scalars['String']['input']>;
  filter: InputMaybe<WorkFilter>;
};

/**
 * One scholarly work, merged from the records that the platforms hold of it. For each field the first record in the documented order of trust that has a value gives it (`provenance` tells which).
 * A null list: not known, because a record could not be read; an empty one: the sources have none.
 */
export type Work = {
  /** doi:<doi>, else the smallest record id. A search hit whose platform's hits carry no DOI (JAIRO Cloud through IRDB) has its record id until its record is read. */
  readonly id: Scalars['ID']['output'];
  /** The merged record ids, blank-separated: what the platforms' fields start from. */
  readonly known: Scalars['ID']['output'];
  /** The work's own DOI: not one of a version, a part, a relation or an instance's alternate identifiers. */
  readonly doi: Maybe<Scalars['DOI']['output']>;
  /** Of all records, each once. */
  readonly identifiers: ReadonlyArray<Identifier>;
  readonly type: WorkType;
  /** Without values where no source has a title. A title in two languages beats one. */
  readonly title: LocalizedText;
  readonly alternativeTitles: Maybe<ReadonlyArray<LocalizedText>>;
  readonly description: Maybe<LocalizedText>;
  /** All from one record: the one that identifies most of them. */
  readonly creators: ReadonlyArray<Creator>;
  readonly contributors: Maybe<ReadonlyArray<Contributor>>;
  readonly publisher: Maybe<LocalizedText>;
  readonly container: Maybe<Container>;
  readonly event: Maybe<Event>;
  readonly degree: Maybe<Degree>;
  readonly version: Maybe<Scalars['String']['output']>;
  /** When it was issued or published, else the publication year; never the date of deposit, availability or update. As printed: neither padded nor cut. */
  readonly issued: Maybe<Scalars['EDTF']['output']>;
  readonly updated: Maybe<Scalars['DateTime']['output']>;
  readonly languages: Maybe<ReadonlyArray<Scalars['LanguageTag']['output']>>;
  readonly subjects: Maybe<ReadonlyArray<Subject>>;
  /** UNKNOWN where no record states it or none that would could be read. */
  readonly accessRight: AccessRight;
  readonly embargoUntil: Maybe<Scalars['Date']['output']>;
  /** The first of `licenses`. */
  readonly license: Maybe<License>;
  readonly licenses: Maybe<ReadonlyArray<License>>;
  readonly formats: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly size: Maybe<Scalars['String']['output']>;
  readonly funding: Maybe<ReadonlyArray<Funding>>;
  readonly places: Maybe<ReadonlyArray<Place>>;
  readonly period: Maybe<Scalars['EDTF']['output']>;
  readonly files: Maybe<ReadonlyArray<WorkFile>>;
  /** The DOI's address, else the page of the record that is most trusted. */
  readonly url: Maybe<Scalars['URL']['output']>;
  /** The platforms' own records of this work: in a search those that were hits, from `work` and `works` all that are found. */
  readonly records: ReadonlyArray<PlatformRecord>;
  readonly provenance: ReadonlyArray<FieldSource>;
  /** Works that cite it, that it cites, that it is part of, versions and supplements, as the platforms state them. */
  readonly related: Maybe<ReadonlyArray<RelatedWork>>;
  /** A formatted reference in plain text: apa, mla, chicago, vancouver, ieee, sist02, in ja or en. What no source tells is left out; a missing date is told in the style's words. */
  readonly citation: Scalars['String']['output'];
  /** The Cabinet Office's common metadata elements for publicly funded research data: as people have registered them at GakuNin RDM, else filled from the records. */
  readonly commonMetadata: CommonMetadata;
  /** The work in a format that other systems read. What no source tells is left out, also where the format wants it. */
  readonly export: Scalars['String']['output'];
};


/**
 * One scholarly work, merged from the records that the platforms hold of it. For each field the first record in the documented order of trust that has a value gives it (`provenance` tells which).
 * A null list: not known, because a record could not be read; an empty one: the sources have none.
 */
export type WorkRelatedArgs = {
  relation: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * One scholarly work, merged from the records that the platforms hold of it. For each field the first record in the documented order of trust that has a value gives it (`provenance` tells which).
 * A null list: not known, because a record could not be read; an empty one: the sources have none.
 */
export type WorkCitationArgs = {
  style?: InputMaybe<Scalars['String']['input']>;
  lang?: InputMaybe<Scalars['LanguageTag']['input']>;
};


/**
 * One scholarly work, merged from the records that the platforms hold of it. For each field the first record in the documented order of trust that has a value gives it (`provenance` tells which).
 * A null list: not known, because a record could not be read; an empty one: the sources have none.
 */
export type WorkExportArgs = {
  format: ExportFormat;
};

/** Formats that other systems read: DataCite 4.6, JPCOAR 2.0, Dublin Core as OAI-PMH has it, schema.org, DCAT-AP 3, references, and the common metadata elements. */
export type ExportFormat =
  | 'DATACITE_JSON'
  | 'DATACITE_XML'
  | 'JPCOAR_XML'
  | 'OAI_DC'
  | 'SCHEMA_ORG_JSONLD'
  | 'DCAT_AP_JSONLD'
  | 'BIBTEX'
  | 'RIS'
  | 'CSL_JSON'
  | 'COMMON_METADATA_JSON';

/** What is left of a record that its platform shows no more. */
export type Tombstone = {
  readonly id: Scalars['ID']['output'];
  readonly platform: Platform;
  /** Null: the platform does not tell when. */
  readonly deleted: Maybe<Scalars['DateTime']['output']>;
  /** The platform's own page, where it has one. */
  readonly url: Maybe<Scalars['URL']['output']>;
};

/** In DataCite's terms where the source's role has one: Editor, ContactPerson, DataManager, HostingInstitution, … */
export type Contributor = {
  readonly role: Scalars['String']['output'];
  readonly creator: Creator;
};

/** The journal, book or series that the work is part of. */
export type Container = {
  readonly title: Maybe<LocalizedText>;
  readonly issn: ReadonlyArray<Scalars['String']['output']>;
  readonly volume: Maybe<Scalars['String']['output']>;
  readonly issue: Maybe<Scalars['String']['output']>;
  readonly firstPage: Maybe<Scalars['String']['output']>;
  readonly lastPage: Maybe<Scalars['String']['output']>;
};

export type Event = {
  readonly name: Maybe<LocalizedText>;
  readonly place: Maybe<LocalizedText>;
  readonly period: Maybe<Scalars['EDTF']['output']>;
};

export type Degree = {
  readonly name: Maybe<LocalizedText>;
  readonly grantor: Maybe<LocalizedText>;
  readonly granted: Maybe<Scalars['EDTF']['output']>;
  readonly number: Maybe<Scalars['String']['output']>;
};

export type Place = {
  readonly name: Maybe<LocalizedText>;
  readonly box: Maybe<BoundingBox>;
  readonly point: Maybe<GeoPoint>;
};

export type GeoPoint = {
  readonly lat: Scalars['Float']['output'];
  readonly lon: Scalars['Float']['output'];
};

/** Every field narrows (AND); a list matches any of its values. A platform that can't apply a field is SKIPPED and says so: a filter is never silently ignored. */
export type WorkFilter = {
  readonly platforms?: InputMaybe<ReadonlyArray<Platform>>;
  readonly types?: InputMaybe<ReadonlyArray<WorkType>>;
  readonly accessRights?: InputMaybe<ReadonlyArray<AccessRight>>;
  /** Inclusive bounds of `issued`: 2019, 2019-04, 2019-04-01. */
  readonly from?: InputMaybe<Scalars['EDTF']['input']>;
  readonly until?: InputMaybe<Scalars['EDTF']['input']>;
  readonly creator?: InputMaybe<Scalars['String']['input']>;
  readonly orcid?: InputMaybe<Scalars['ORCID']['input']>;
  readonly affiliation?: InputMaybe<Scalars['String']['input']>;
  readonly publisher?: InputMaybe<Scalars['String']['input']>;
  readonly funder?: InputMaybe<Scalars['String']['input']>;
  readonly awardNumber?: InputMaybe<Scalars['String']['input']>;
  readonly languages?: InputMaybe<ReadonlyArray<Scalars['LanguageTag']['input']>>;
  readonly hasFile?: InputMaybe<Scalars['Boolean']['input']>;
  readonly bbox?: InputMaybe<BoundingBoxInput>;
};

export type WorkSort =
  /** The platforms' own orders, fused by reciprocal rank. */
  | 'RELEVANCE'
  | 'NEWEST'
  | 'OLDEST';

export type WorkConnection = {
  readonly edges: ReadonlyArray<WorkEdge>;
  readonly nodes: ReadonlyArray<Work>;
  readonly pageInfo: PageInfo;
  /** The sum of the platforms' own totals, of records, not works: an upper bound, since one work can be held by several. */
  readonly totalCount: Scalars['Int']['output'];
  /**
   * Counts by fields, each with up to `first` (1 to 100) of its most frequent values. A count is that of the works which the same search finds with the value as a filter, a work that several
   * platforms hold counted once; for PLATFORM it is that of the platform's own records. Up to 1,000 hits of each platform are read for it, within the search's deadline.
   */
  readonly facets: ReadonlyArray<Facet>;
  /** How each configured platform took part in this answer. */
  readonly sources: ReadonlyArray<SourceStatus>;
};


export type WorkConnectionFacetsArgs = {
  by: ReadonlyArray<FacetField>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

export type WorkEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: Work;
  /** The sum over the platforms of 1 / (60 + rank). */
  readonly score: Maybe<Scalars['Float']['output']>;
};

export type FacetField =
  | 'PLATFORM'
  | 'TYPE'
  | 'ACCESS_RIGHT'
  | 'YEAR'
  | 'LANGUAGE'
  | 'PUBLISHER';

export type Facet = {
  readonly field: FacetField;
  /** The most frequent values first. */
  readonly buckets: ReadonlyArray<FacetBucket>;
};

/** `complete` is false where the count covers only the records read so far: a platform failed or holds more than was read, or its hits do not carry the field. */
export type FacetBucket = {
  /** As WorkFilter takes it: filter.platforms, types, accessRights, from and until (a year), languages, publisher. */
  readonly value: Scalars['String']['output'];
  readonly label: LocalizedText;
  readonly count: Scalars['Int']['output'];
  readonly complete: Scalars['Boolean']['output'];
};

export type SourceStatus = {
  readonly platform: Platform;
  readonly state: SourceState;
  /** The platform's own number of hits; null where it does not tell. */
  readonly total: Maybe<Scalars['Int']['output']>;
  /** EXACT, AT_LEAST (a lower bound) or UNKNOWN. */
  readonly totalKind: TotalKind;
  /** How many of its hits the walk has passed behind this page: shown, counted with works that were given before, or not meeting the filter. */
  readonly passed: Scalars['Int']['output'];
  readonly tookMs: Scalars['Int']['output'];
  readonly cache: Maybe<CacheState>;
  /** Why, in words a user can act on, where the state is not OK. */
  readonly message: Maybe<Scalars['String']['output']>;
  /** The credit line that the operator asks for. */
  readonly attribution: Maybe<Scalars['String']['output']>;
};

export type TotalKind =
  | 'EXACT'
  | 'AT_LEAST'
  | 'UNKNOWN';

/** PARTIAL: some of its parts failed; STALE: answered from an expired cache because the platform failed; SKIPPED: it cannot apply this filter, or was not asked. */
export type SourceState =
  | 'OK'
  | 'PARTIAL'
  | 'STALE'
  | 'TIMEOUT'
  | 'FAILED'
  | 'SKIPPED'
  | 'UNAUTHORIZED';

export type PlatformInfo = {
  readonly platform: Platform;
  readonly name: LocalizedText;
  readonly operator: LocalizedText;
  readonly homepage: Scalars['URL']['output'];
  /** The filters that the platform itself applies, the sort orders it knows, the largest page it serves, … */
  readonly capabilities: ReadonlyArray<Scalars['String']['output']>;
  /** Registration, credit, caching and redistribution, as the operator states them. */
  readonly terms: Maybe<LocalizedText>;
  readonly termsUrl: Maybe<Scalars['URL']['output']>;
  readonly license: Maybe<License>;
  readonly status: PlatformStatus;
};

export type PlatformStatus = {
  readonly state: PlatformState;
  readonly since: Scalars['DateTime']['output'];
  readonly p50Ms: Maybe<Scalars['Float']['output']>;
  readonly p95Ms: Maybe<Scalars['Float']['output']>;
  readonly requests: Scalars['Int']['output'];
  readonly errors: Scalars['Int']['output'];
  readonly cacheHitRatio: Maybe<Scalars['Float']['output']>;
  readonly message: Maybe<Scalars['String']['output']>;
};

/** A work that another one cites, is part of, supplements, …, as the platform states it. */
export type RelatedWork = {
  readonly target: Scalars['ID']['output'];
  /** A DataCite relation type: IsCitedBy, References, IsPartOf, IsVersionOf, …; a relation that DataCite lacks keeps the source's name. */
  readonly relation: Scalars['String']['output'];
  /** A work or record id, where the platform states an identifier that leads to one. */
  readonly id: Maybe<Scalars['ID']['output']>;
  readonly identifier: Maybe<Identifier>;
  readonly title: Maybe<LocalizedText>;
  /** The work itself, where `id` leads to one that a configured platform holds. */
  readonly work: Maybe<Work>;
};

/** A person whom works name by an identifier. Id: orcid:<orcid>, else nrid:<nrid>, else erad:<number>. */
export type Person = {
  readonly id: Scalars['ID']['output'];
  readonly orcid: Maybe<Scalars['ORCID']['output']>;
  readonly nrid: Maybe<Scalars['ID']['output']>;
  readonly eRadId: Maybe<Scalars['ID']['output']>;
  /** One source's, whole: one in both scripts before one in a single script. Without values where nobody tells one. */
  readonly name: LocalizedText;
  /** Where their records say that they are, else where their works say that they were; each organisation once. The ROR ids are those that works state. */
  readonly affiliations: ReadonlyArray<Affiliation>;
  /**
   * Works by the person's identifier, never by name: at CiNii Research those of the researcher whom it knows by the identifier, at JAIRO Cloud and OpenAIRE by ORCID iD, at GakuNin RDM
   * the projects that name it. A platform that cannot search by the identifier is SKIPPED.
   */
  readonly works: Maybe<WorkConnection>;
  /** As CiNii Research lists them. Null where no platform tells. */
  readonly awards: Maybe<ReadonlyArray<Award>>;
};


/** A person whom works name by an identifier. Id: orcid:<orcid>, else nrid:<nrid>, else erad:<number>. */
export type PersonWorksArgs = {
  sort?: InputMaybe<WorkSort>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after: InputMaybe<Scalars['String']['input']>;
};

/** An organisation with a ROR id. Id: ror:<bare ROR>. */
export type Organization = {
  readonly id: Scalars['ID']['output'];
  readonly ror: Scalars['ROR']['output'];
  /** As OpenAIRE has it, else as a work names it. Without values where nobody tells one. */
  readonly name: LocalizedText;
  /** ISO 3166-1, two letters, as OpenAIRE has it. */
  readonly country: Maybe<Scalars['String']['output']>;
  /** Works by ROR id, never by name: OpenAIRE can search by it, the others are SKIPPED (ask `search` with filter.affiliation for their works by name). */
  readonly works: Maybe<WorkConnection>;
};


/** An organisation with a ROR id. Id: ror:<bare ROR>. */
export type OrganizationWorksArgs = {
  query: InputMaybe<Scalars['String']['input']>;
  filter: InputMaybe<WorkFilter>;
  sort?: InputMaybe<WorkSort>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after: InputMaybe<Scalars['String']['input']>;
};

/** A research grant. Id: jgn:JP<number>, ec:<number>, else <funder>:<number>. */
export type Award = {
  readonly id: Scalars['ID']['output'];
  readonly number: Scalars['String']['output'];
  /** As the work or person that led here states it, else as the platforms' records have it. */
  readonly title: Maybe<LocalizedText>;
  readonly funder: Maybe<LocalizedText>;
  /** The funder's programme: the KAKEN research category, the framework programme, … */
  readonly program: Maybe<LocalizedText>;
  readonly period: Maybe<Scalars['EDTF']['output']>;
  /** As CiNii Research lists them; empty where no record that could be read tells of any. */
  readonly investigators: ReadonlyArray<Creator>;
  readonly works: Maybe<WorkConnection>;
};


/** A research grant. Id: jgn:JP<number>, ec:<number>, else <funder>:<number>. */
export type AwardWorksArgs = {
  filter: InputMaybe<WorkFilter>;
  sort?: InputMaybe<WorkSort>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after: InputMaybe<Scalars['String']['input']>;
};

export type ReportDimension =
  /** The platform of a row, which every row has in `platform` as well. */
  | 'PLATFORM'
  | 'TYPE'
  | 'ACCESS_RIGHT'
  /** The year of issue; of a period the one in which it begins. */
  | 'YEAR'
  /** Japan's fiscal year (April to March) of the date of issue, named by the year in which it begins. A date that is only a year lies in two of them and counts as UNKNOWN. */
  | 'FISCAL_YEAR'
  /** A record in several languages counts under each. */
  | 'LANGUAGE'
  /** By its name, the Japanese one where there is one. */
  | 'PUBLISHER'
  /** By its name, the Japanese one where there is one. A record with several counts under each; where no source states a funder, UNKNOWN. */
  | 'FUNDER'
  /** The repository's host: of JAIRO Cloud, which is made of many. */
  | 'REPOSITORY';

export type Report = {
  readonly by: ReadonlyArray<ReportDimension>;
  /** Ordered by the dimensions: types and access rights as their vocabularies are, years ascending, all else by count; UNKNOWN last. */
  readonly rows: ReadonlyArray<ReportRow>;
  /** The sum of the counts that are known. */
  readonly total: Scalars['Int']['output'];
  /** One per configured platform: which dimensions it could count, and how. */
  readonly coverage: ReadonlyArray<ReportCoverage>;
  /** When the counting began. */
  readonly generatedAt: Scalars['DateTime']['output'];
};

/** `count` is null where the platform cannot tell, or has not been counted yet (see `coverage`); it is never a made-up zero. */
export type ReportRow = {
  readonly keys: ReadonlyArray<ReportKey>;
  readonly count: Maybe<Scalars['Int']['output']>;
  readonly platform: Maybe<Platform>;
  /** False: at least so many (a part was read), or a count by an index that is near rather than exact (IRDB). */
  readonly exact: Scalars['Boolean']['output'];
};

/** `value` is what a filter of the dimension takes (OPEN, 2019, ja), UNKNOWN where a record states none. */
export type ReportKey = {
  readonly dimension: ReportDimension;
  readonly value: Scalars['String']['output'];
  readonly label: LocalizedText;
};

export type ReportCoverage = {
  readonly platform: Platform;
  readonly state: SourceState;
  /** UPSTREAM_COUNT: the platform counted; RECORDS_READ: we read every record; SAMPLE: only a part was read; NONE: it was not counted. Of several the weakest. */
  readonly method: Scalars['String']['output'];
  /** Counts that are not made yet and are being made: ask again. 0: none. */
  readonly pending: Scalars['Int']['output'];
  /** Counts that are made so far. */
  readonly made: Scalars['Int']['output'];
  readonly message: Maybe<Scalars['String']['output']>;
};

export type CiniiRecord = PlatformRecord & {
  readonly id: Scalars['ID']['output'];
  readonly platform: Platform;
  readonly title: LocalizedText;
  readonly type: WorkType;
  readonly url: Maybe<Scalars['URL']['output']>;
  readonly doi: Maybe<Scalars['DOI']['output']>;
  readonly issued: Maybe<Scalars['EDTF']['output']>;
  readonly accessRight: AccessRight;
  readonly retrieved: Retrieval;
  /** The work that the record is merged into. */
  readonly work: Maybe<Work>;
};

export type JairoItem = PlatformRecord & {
  readonly id: Scalars['ID']['output'];
  readonly platform: Platform;
  readonly title: LocalizedText;
  readonly type: WorkType;
  readonly url: Maybe<Scalars['URL']['output']>;
  readonly doi: Maybe<Scalars['DOI']['output']>;
  readonly issued: Maybe<Scalars['EDTF']['output']>;
  readonly accessRight: AccessRight;
  readonly retrieved: Retrieval;
  /** The work that the record is merged into. */
  readonly work: Maybe<Work>;
};

export type RdmProject = PlatformRecord & {
  readonly id: Scalars['ID']['output'];
  readonly platform: Platform;
  readonly title: LocalizedText;
  readonly type: WorkType;
  readonly url: Maybe<Scalars['URL']['output']>;
  readonly doi: Maybe<Scalars['DOI']['output']>;
  readonly issued: Maybe<Scalars['EDTF']['output']>;
  readonly accessRight: AccessRight;
  readonly retrieved: Retrieval;
  /** The work that the record is merged into. */
  readonly work: Maybe<Work>;
};

export type DiasDataset = PlatformRecord & {
  readonly id: Scalars['ID']['output'];
  readonly platform: Platform;
  readonly title: LocalizedText;
  readonly type: WorkType;
  readonly url: Maybe<Scalars['URL']['output']>;
  readonly doi: Maybe<Scalars['DOI']['output']>;
  readonly issued: Maybe<Scalars['EDTF']['output']>;
  readonly accessRight: AccessRight;
  readonly retrieved: Retrieval;
  /** The work that the record is merged into. */
  readonly work: Maybe<Work>;
};

export type GedDataset = PlatformRecord & {
  readonly id: Scalars['ID']['output'];
  readonly platform: Platform;
  readonly title: LocalizedText;
  readonly type: WorkType;
  readonly url: Maybe<Scalars['URL']['output']>;
  readonly doi: Maybe<Scalars['DOI']['output']>;
  readonly issued: Maybe<Scalars['EDTF']['output']>;
  readonly accessRight: AccessRight;
  readonly retrieved: Retrieval;
  /** The work that the record is merged into. */
  readonly work: Maybe<Work>;
};

export type EoscProduct = PlatformRecord & {
  readonly id: Scalars['ID']['output'];
  readonly platform: Platform;
  readonly title: LocalizedText;
  readonly type: WorkType;
  readonly url: Maybe<Scalars['URL']['output']>;
  readonly doi: Maybe<Scalars['DOI']['output']>;
  readonly issued: Maybe<Scalars['EDTF']['output']>;
  readonly accessRight: AccessRight;
  readonly retrieved: Retrieval;
  /** The work that the record is merged into. */
  readonly work: Maybe<Work>;
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  Work: Work;
  RelatedWork: RelatedWork;
  Person: Person;
  Organization: Organization;
  Award: Award;
  CiniiRecord: CiniiRecord;
  JairoItem: JairoItem;
  RdmProject: RdmProject;
  DiasDataset: DiasDataset;
  GedDataset: GedDataset;
  EoscProduct: EoscProduct;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Work:
    ( { __typename: 'Work' }
    & ( GraphQLRecursivePick<FederationTypes['Work'], {"id":true}>
        | GraphQLRecursivePick<FederationTypes['Work'], {"id":true,"known":true}> ) );
  RelatedWork:
    ( { __typename: 'RelatedWork' }
    & GraphQLRecursivePick<FederationTypes['RelatedWork'], {"target":true}> );
  Person:
    ( { __typename: 'Person' }
    & GraphQLRecursivePick<FederationTypes['Person'], {"id":true}> );
  Organization:
    ( { __typename: 'Organization' }
    & GraphQLRecursivePick<FederationTypes['Organization'], {"id":true}> );
  Award:
    ( { __typename: 'Award' }
    & GraphQLRecursivePick<FederationTypes['Award'], {"id":true}> );
  CiniiRecord:
    ( { __typename: 'CiniiRecord' }
    & GraphQLRecursivePick<FederationTypes['CiniiRecord'], {"id":true}> );
  JairoItem:
    ( { __typename: 'JairoItem' }
    & GraphQLRecursivePick<FederationTypes['JairoItem'], {"id":true}> );
  RdmProject:
    ( { __typename: 'RdmProject' }
    & GraphQLRecursivePick<FederationTypes['RdmProject'], {"id":true}> );
  DiasDataset:
    ( { __typename: 'DiasDataset' }
    & GraphQLRecursivePick<FederationTypes['DiasDataset'], {"id":true}> );
  GedDataset:
    ( { __typename: 'GedDataset' }
    & GraphQLRecursivePick<FederationTypes['GedDataset'], {"id":true}> );
  EoscProduct:
    ( { __typename: 'EoscProduct' }
    & GraphQLRecursivePick<FederationTypes['EoscProduct'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  DOI: ResolverTypeWrapper<Scalars['DOI']['output']>;
  ORCID: ResolverTypeWrapper<Scalars['ORCID']['output']>;
  ROR: ResolverTypeWrapper<Scalars['ROR']['output']>;
  URL: ResolverTypeWrapper<Scalars['URL']['output']>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  EDTF: ResolverTypeWrapper<Scalars['EDTF']['output']>;
  LanguageTag: ResolverTypeWrapper<Scalars['LanguageTag']['output']>;
  Platform: Platform;
  WorkType: WorkType;
  AccessRight: AccessRight;
  LocalizedText: ResolverTypeWrapper<SharedLocalizedText>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  LangString: ResolverTypeWrapper<SharedLangString>;
  Identifier: ResolverTypeWrapper<SharedIdentifier>;
  Creator: ResolverTypeWrapper<SharedCreator>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Affiliation: ResolverTypeWrapper<SharedAffiliation>;
  Subject: ResolverTypeWrapper<SharedSubject>;
  License: ResolverTypeWrapper<SharedLicense>;
  Funding: ResolverTypeWrapper<SharedFunding>;
  BoundingBox: ResolverTypeWrapper<SharedBoundingBox>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  BoundingBoxInput: BoundingBoxInput;
  WorkFile: ResolverTypeWrapper<SharedWorkFile>;
  FieldSource: ResolverTypeWrapper<SharedFieldSource>;
  CommonMetadata: ResolverTypeWrapper<SharedCommonMetadata>;
  CommonMetadataElement: ResolverTypeWrapper<SharedCommonMetadataElement>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  PlatformRecord: ResolverTypeWrapper<PlatformRecordModel>;
  Retrieval: ResolverTypeWrapper<SharedRetrieval>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  CacheState: CacheState;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PlatformState: PlatformState;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Work: ResolverTypeWrapper<WorkModel>;
  ExportFormat: ExportFormat;
  Tombstone: ResolverTypeWrapper<Tombstone>;
  Contributor: ResolverTypeWrapper<SharedContributor>;
  Container: ResolverTypeWrapper<SharedContainer>;
  Event: ResolverTypeWrapper<EventInfo>;
  Degree: ResolverTypeWrapper<SharedDegree>;
  Place: ResolverTypeWrapper<SharedPlace>;
  GeoPoint: ResolverTypeWrapper<GeoPoint>;
  WorkFilter: WorkFilter;
  WorkSort: WorkSort;
  WorkConnection: ResolverTypeWrapper<WorkConnectionModel>;
  WorkEdge: ResolverTypeWrapper<Omit<WorkEdge, 'node'> & { node: ResolversTypes['Work'] }>;
  FacetField: FacetField;
  Facet: ResolverTypeWrapper<Omit<Facet, 'buckets'> & { buckets: ReadonlyArray<ResolversTypes['FacetBucket']> }>;
  FacetBucket: ResolverTypeWrapper<Omit<FacetBucket, 'label'> & { label: ResolversTypes['LocalizedText'] }>;
  SourceStatus: ResolverTypeWrapper<SourceStatus>;
  TotalKind: TotalKind;
  SourceState: SourceState;
  PlatformInfo: ResolverTypeWrapper<PlatformInfoModel>;
  PlatformStatus: ResolverTypeWrapper<PlatformStatusModel>;
  RelatedWork: ResolverTypeWrapper<SharedRelatedWork>;
  Person: ResolverTypeWrapper<PersonReference>;
  Organization: ResolverTypeWrapper<OrganizationReference>;
  Award: ResolverTypeWrapper<AwardReference>;
  ReportDimension: ReportDimension;
  Report: ResolverTypeWrapper<Omit<Report, 'rows'> & { rows: ReadonlyArray<ResolversTypes['ReportRow']> }>;
  ReportRow: ResolverTypeWrapper<Omit<ReportRow, 'keys'> & { keys: ReadonlyArray<ResolversTypes['ReportKey']> }>;
  ReportKey: ResolverTypeWrapper<Omit<ReportKey, 'label'> & { label: ResolversTypes['LocalizedText'] }>;
  ReportCoverage: ResolverTypeWrapper<ReportCoverage>;
  CiniiRecord: ResolverTypeWrapper<PlatformRecordModel>;
  JairoItem: ResolverTypeWrapper<PlatformRecordModel>;
  RdmProject: ResolverTypeWrapper<PlatformRecordModel>;
  DiasDataset: ResolverTypeWrapper<PlatformRecordModel>;
  GedDataset: ResolverTypeWrapper<PlatformRecordModel>;
  EoscProduct: ResolverTypeWrapper<PlatformRecordModel>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  DOI: Scalars['DOI']['output'];
  ORCID: Scalars['ORCID']['output'];
  ROR: Scalars['ROR']['output'];
  URL: Scalars['URL']['output'];
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  EDTF: Scalars['EDTF']['output'];
  LanguageTag: Scalars['LanguageTag']['output'];
  LocalizedText: SharedLocalizedText;
  String: Scalars['String']['output'];
  LangString: SharedLangString;
  Identifier: SharedIdentifier;
  Creator: SharedCreator;
  ID: Scalars['ID']['output'];
  Affiliation: SharedAffiliation;
  Subject: SharedSubject;
  License: SharedLicense;
  Funding: SharedFunding;
  BoundingBox: SharedBoundingBox;
  Float: Scalars['Float']['output'];
  BoundingBoxInput: BoundingBoxInput;
  WorkFile: SharedWorkFile;
  FieldSource: SharedFieldSource;
  CommonMetadata: SharedCommonMetadata;
  CommonMetadataElement: SharedCommonMetadataElement;
  Boolean: Scalars['Boolean']['output'];
  PlatformRecord: PlatformRecordModel;
  Retrieval: SharedRetrieval;
  Int: Scalars['Int']['output'];
  PageInfo: PageInfo;
  Query: Record<PropertyKey, never>;
  Work: WorkModel;
  Tombstone: Tombstone;
  Contributor: SharedContributor;
  Container: SharedContainer;
  Event: EventInfo;
  Degree: SharedDegree;
  Place: SharedPlace;
  GeoPoint: GeoPoint;
  WorkFilter: WorkFilter;
  WorkConnection: WorkConnectionModel;
  WorkEdge: Omit<WorkEdge, 'node'> & { node: ResolversParentTypes['Work'] };
  Facet: Omit<Facet, 'buckets'> & { buckets: ReadonlyArray<ResolversParentTypes['FacetBucket']> };
  FacetBucket: Omit<FacetBucket, 'label'> & { label: ResolversParentTypes['LocalizedText'] };
  SourceStatus: SourceStatus;
  PlatformInfo: PlatformInfoModel;
  PlatformStatus: PlatformStatusModel;
  RelatedWork: SharedRelatedWork;
  Person: PersonReference;
  Organization: OrganizationReference;
  Award: AwardReference;
  Report: Omit<Report, 'rows'> & { rows: ReadonlyArray<ResolversParentTypes['ReportRow']> };
  ReportRow: Omit<ReportRow, 'keys'> & { keys: ReadonlyArray<ResolversParentTypes['ReportKey']> };
  ReportKey: Omit<ReportKey, 'label'> & { label: ResolversParentTypes['LocalizedText'] };
  ReportCoverage: ReportCoverage;
  CiniiRecord: PlatformRecordModel;
  JairoItem: PlatformRecordModel;
  RdmProject: PlatformRecordModel;
  DiasDataset: PlatformRecordModel;
  GedDataset: PlatformRecordModel;
  EoscProduct: PlatformRecordModel;
};

export interface DoiScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DOI'], any> {
  name: 'DOI';
}

export interface OrcidScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['ORCID'], any> {
  name: 'ORCID';
}

export interface RorScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['ROR'], any> {
  name: 'ROR';
}

export interface UrlScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['URL'], any> {
  name: 'URL';
}

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface EdtfScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['EDTF'], any> {
  name: 'EDTF';
}

export interface LanguageTagScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['LanguageTag'], any> {
  name: 'LanguageTag';
}

export type LocalizedTextResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['LocalizedText'] = ResolversParentTypes['LocalizedText']> = {
  ja?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  en?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<LocalizedTextTextArgs, 'lang'>>;
  values?: Resolver<ReadonlyArray<ResolversTypes['LangString']>, ParentType, ContextType>;
};

export type LangStringResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['LangString'] = ResolversParentTypes['LangString']> = {
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  lang?: Resolver<Maybe<ResolversTypes['LanguageTag']>, ParentType, ContextType>;
};

export type IdentifierResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Identifier'] = ResolversParentTypes['Identifier']> = {
  scheme?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
};

export type CreatorResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Creator'] = ResolversParentTypes['Creator']> = {
  name?: Resolver<ResolversTypes['LocalizedText'], ParentType, ContextType>;
  familyName?: Resolver<Maybe<ResolversTypes['LocalizedText']>, ParentType, ContextType>;
  givenName?: Resolver<Maybe<ResolversTypes['LocalizedText']>, ParentType, ContextType>;
  orcid?: Resolver<Maybe<ResolversTypes['ORCID']>, ParentType, ContextType>;
  nrid?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  eRadId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  identifiers?: Resolver<ReadonlyArray<ResolversTypes['Identifier']>, ParentType, ContextType>;
  affiliations?: Resolver<ReadonlyArray<ResolversTypes['Affiliation']>, ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
};

export type AffiliationResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Affiliation'] = ResolversParentTypes['Affiliation']> = {
  name?: Resolver<ResolversTypes['LocalizedText'], ParentType, ContextType>;
  ror?: Resolver<Maybe<ResolversTypes['ROR']>, ParentType, ContextType>;
  identifiers?: Resolver<ReadonlyArray<ResolversTypes['Identifier']>, ParentType, ContextType>;
  organization?: Resolver<Maybe<ResolversTypes['Organization']>, ParentType, ContextType>;
};

export type SubjectResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Subject'] = ResolversParentTypes['Subject']> = {
  value?: Resolver<ResolversTypes['LocalizedText'], ParentType, ContextType>;
  scheme?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
};

export type LicenseResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['License'] = ResolversParentTypes['License']> = {
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  spdx?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
};

export type FundingResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Funding'] = ResolversParentTypes['Funding']> = {
  funder?: Resolver<Maybe<ResolversTypes['LocalizedText']>, ParentType, ContextType>;
  funderIds?: Resolver<ReadonlyArray<ResolversTypes['Identifier']>, ParentType, ContextType>;
  stream?: Resolver<Maybe<ResolversTypes['LocalizedText']>, ParentType, ContextType>;
  streamId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  awardNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  awardTitle?: Resolver<Maybe<ResolversTypes['LocalizedText']>, ParentType, ContextType>;
  award?: Resolver<Maybe<ResolversTypes['Award']>, ParentType, ContextType>;
};

export type BoundingBoxResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['BoundingBox'] = ResolversParentTypes['BoundingBox']> = {
  west?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  south?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  east?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  north?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type WorkFileResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['WorkFile'] = ResolversParentTypes['WorkFile']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  mediaType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  bytes?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  size?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  accessRight?: Resolver<ResolversTypes['AccessRight'], ParentType, ContextType>;
  availableFrom?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type FieldSourceResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['FieldSource'] = ResolversParentTypes['FieldSource']> = {
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  platform?: Resolver<ResolversTypes['Platform'], ParentType, ContextType>;
  recordId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type CommonMetadataResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['CommonMetadata'] = ResolversParentTypes['CommonMetadata']> = {
  elements?: Resolver<ReadonlyArray<ResolversTypes['CommonMetadataElement']>, ParentType, ContextType>;
  completeness?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  missing?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CommonMetadataElementResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['CommonMetadataElement'] = ResolversParentTypes['CommonMetadataElement']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['LocalizedText'], ParentType, ContextType>;
  required?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  values?: Resolver<ReadonlyArray<ResolversTypes['LocalizedText']>, ParentType, ContextType>;
  codes?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  identifiers?: Resolver<ReadonlyArray<ResolversTypes['Identifier']>, ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['FieldSource']>, ParentType, ContextType>;
  valid?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  problem?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PlatformRecordResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['PlatformRecord'] = ResolversParentTypes['PlatformRecord']> = {
  __resolveType: TypeResolveFn<'CiniiRecord' | 'JairoItem' | 'RdmProject' | 'DiasDataset' | 'GedDataset' | 'EoscProduct', ParentType, ContextType>;
};

export type RetrievalResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Retrieval'] = ResolversParentTypes['Retrieval']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  cache?: Resolver<ResolversTypes['CacheState'], ParentType, ContextType>;
  ageSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  search?: Resolver<Maybe<ResolversTypes['WorkConnection']>, ParentType, ContextType, RequireFields<QuerySearchArgs, 'sort' | 'first'>>;
  work?: Resolver<Maybe<ResolversTypes['Work']>, ParentType, ContextType, Partial<QueryWorkArgs>>;
  works?: Resolver<ReadonlyArray<Maybe<ResolversTypes['Work']>>, ParentType, ContextType, RequireFields<QueryWorksArgs, 'ids'>>;
  tombstone?: Resolver<Maybe<ResolversTypes['Tombstone']>, ParentType, ContextType, RequireFields<QueryTombstoneArgs, 'id'>>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType, Partial<QueryPersonArgs>>;
  organization?: Resolver<Maybe<ResolversTypes['Organization']>, ParentType, ContextType, RequireFields<QueryOrganizationArgs, 'ror'>>;
  award?: Resolver<Maybe<ResolversTypes['Award']>, ParentType, ContextType, RequireFields<QueryAwardArgs, 'number'>>;
  report?: Resolver<Maybe<ResolversTypes['Report']>, ParentType, ContextType, RequireFields<QueryReportArgs, 'by'>>;
  platforms?: Resolver<ReadonlyArray<ResolversTypes['PlatformInfo']>, ParentType, ContextType>;
};

export type WorkResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Work'] = ResolversParentTypes['Work'], FederationReferenceType extends FederationReferenceTypes['Work'] = FederationReferenceTypes['Work']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Work']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  known?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  doi?: Resolver<Maybe<ResolversTypes['DOI']>, ParentType, ContextType>;
  identifiers?: Resolver<ReadonlyArray<ResolversTypes['Identifier']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['WorkType'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['LocalizedText'], ParentType, ContextType>;
  alternativeTitles?: Resolver<Maybe<ReadonlyArray<ResolversTypes['LocalizedText']>>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['LocalizedText']>, ParentType, ContextType>;
  creators?: Resolver<ReadonlyArray<ResolversTypes['Creator']>, ParentType, ContextType>;
  contributors?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Contributor']>>, ParentType, ContextType>;
  publisher?: Resolver<Maybe<ResolversTypes['LocalizedText']>, ParentType, ContextType>;
  container?: Resolver<Maybe<ResolversTypes['Container']>, ParentType, ContextType>;
  event?: Resolver<Maybe<ResolversTypes['Event']>, ParentType, ContextType>;
  degree?: Resolver<Maybe<ResolversTypes['Degree']>, ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  issued?: Resolver<Maybe<ResolversTypes['EDTF']>, ParentType, ContextType>;
  updated?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  languages?: Resolver<Maybe<ReadonlyArray<ResolversTypes['LanguageTag']>>, ParentType, ContextType>;
  subjects?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Subject']>>, ParentType, ContextType>;
  accessRight?: Resolver<ResolversTypes['AccessRight'], ParentType, ContextType>;
  embargoUntil?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  license?: Resolver<Maybe<ResolversTypes['License']>, ParentType, ContextType>;
  licenses?: Resolver<Maybe<ReadonlyArray<ResolversTypes['License']>>, ParentType, ContextType>;
  formats?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  size?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  funding?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Funding']>>, ParentType, ContextType>;
  places?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Place']>>, ParentType, ContextType>;
  period?: Resolver<Maybe<ResolversTypes['EDTF']>, ParentType, ContextType>;
  files?: Resolver<Maybe<ReadonlyArray<ResolversTypes['WorkFile']>>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  records?: Resolver<ReadonlyArray<ResolversTypes['PlatformRecord']>, ParentType, ContextType>;
  provenance?: Resolver<ReadonlyArray<ResolversTypes['FieldSource']>, ParentType, ContextType>;
  related?: Resolver<Maybe<ReadonlyArray<ResolversTypes['RelatedWork']>>, ParentType, ContextType, RequireFields<WorkRelatedArgs, 'first'>>;
  citation?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<WorkCitationArgs, 'style' | 'lang'>>;
  commonMetadata?: Resolver<ResolversTypes['CommonMetadata'], ParentType, ContextType>;
  export?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<WorkExportArgs, 'format'>>;
};

export type TombstoneResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Tombstone'] = ResolversParentTypes['Tombstone']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  platform?: Resolver<ResolversTypes['Platform'], ParentType, ContextType>;
  deleted?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
};

export type ContributorResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Contributor'] = ResolversParentTypes['Contributor']> = {
  role?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  creator?: Resolver<ResolversTypes['Creator'], ParentType, ContextType>;
};

export type ContainerResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Container'] = ResolversParentTypes['Container']> = {
  title?: Resolver<Maybe<ResolversTypes['LocalizedText']>, ParentType, ContextType>;
  issn?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  volume?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  issue?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  firstPage?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lastPage?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type EventResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Event'] = ResolversParentTypes['Event']> = {
  name?: Resolver<Maybe<ResolversTypes['LocalizedText']>, ParentType, ContextType>;
  place?: Resolver<Maybe<ResolversTypes['LocalizedText']>, ParentType, ContextType>;
  period?: Resolver<Maybe<ResolversTypes['EDTF']>, ParentType, ContextType>;
};

export type DegreeResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Degree'] = ResolversParentTypes['Degree']> = {
  name?: Resolver<Maybe<ResolversTypes['LocalizedText']>, ParentType, ContextType>;
  grantor?: Resolver<Maybe<ResolversTypes['LocalizedText']>, ParentType, ContextType>;
  granted?: Resolver<Maybe<ResolversTypes['EDTF']>, ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PlaceResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Place'] = ResolversParentTypes['Place']> = {
  name?: Resolver<Maybe<ResolversTypes['LocalizedText']>, ParentType, ContextType>;
  box?: Resolver<Maybe<ResolversTypes['BoundingBox']>, ParentType, ContextType>;
  point?: Resolver<Maybe<ResolversTypes['GeoPoint']>, ParentType, ContextType>;
};

export type GeoPointResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['GeoPoint'] = ResolversParentTypes['GeoPoint']> = {
  lat?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  lon?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type WorkConnectionResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['WorkConnection'] = ResolversParentTypes['WorkConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['WorkEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Work']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  facets?: Resolver<ReadonlyArray<ResolversTypes['Facet']>, ParentType, ContextType, RequireFields<WorkConnectionFacetsArgs, 'by' | 'first'>>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceStatus']>, ParentType, ContextType>;
};

export type WorkEdgeResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['WorkEdge'] = ResolversParentTypes['WorkEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Work'], ParentType, ContextType>;
  score?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type FacetResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Facet'] = ResolversParentTypes['Facet']> = {
  field?: Resolver<ResolversTypes['FacetField'], ParentType, ContextType>;
  buckets?: Resolver<ReadonlyArray<ResolversTypes['FacetBucket']>, ParentType, ContextType>;
};

export type FacetBucketResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['FacetBucket'] = ResolversParentTypes['FacetBucket']> = {
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['LocalizedText'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  complete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type SourceStatusResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['SourceStatus'] = ResolversParentTypes['SourceStatus']> = {
  platform?: Resolver<ResolversTypes['Platform'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['SourceState'], ParentType, ContextType>;
  total?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  totalKind?: Resolver<ResolversTypes['TotalKind'], ParentType, ContextType>;
  passed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  tookMs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  cache?: Resolver<Maybe<ResolversTypes['CacheState']>, ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  attribution?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PlatformInfoResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['PlatformInfo'] = ResolversParentTypes['PlatformInfo']> = {
  platform?: Resolver<ResolversTypes['Platform'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['LocalizedText'], ParentType, ContextType>;
  operator?: Resolver<ResolversTypes['LocalizedText'], ParentType, ContextType>;
  homepage?: Resolver<ResolversTypes['URL'], ParentType, ContextType>;
  capabilities?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  terms?: Resolver<Maybe<ResolversTypes['LocalizedText']>, ParentType, ContextType>;
  termsUrl?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  license?: Resolver<Maybe<ResolversTypes['License']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['PlatformStatus'], ParentType, ContextType>;
};

export type PlatformStatusResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['PlatformStatus'] = ResolversParentTypes['PlatformStatus']> = {
  state?: Resolver<ResolversTypes['PlatformState'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  p50Ms?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  p95Ms?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  requests?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  errors?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  cacheHitRatio?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type RelatedWorkResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['RelatedWork'] = ResolversParentTypes['RelatedWork'], FederationReferenceType extends FederationReferenceTypes['RelatedWork'] = FederationReferenceTypes['RelatedWork']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['RelatedWork']> | FederationReferenceType, FederationReferenceType, ContextType>;
  target?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  relation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  identifier?: Resolver<Maybe<ResolversTypes['Identifier']>, ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['LocalizedText']>, ParentType, ContextType>;
  work?: Resolver<Maybe<ResolversTypes['Work']>, ParentType, ContextType>;
};

export type PersonResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Person'] = ResolversParentTypes['Person'], FederationReferenceType extends FederationReferenceTypes['Person'] = FederationReferenceTypes['Person']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Person']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  orcid?: Resolver<Maybe<ResolversTypes['ORCID']>, ParentType, ContextType>;
  nrid?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  eRadId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['LocalizedText'], ParentType, ContextType>;
  affiliations?: Resolver<ReadonlyArray<ResolversTypes['Affiliation']>, ParentType, ContextType>;
  works?: Resolver<Maybe<ResolversTypes['WorkConnection']>, ParentType, ContextType, RequireFields<PersonWorksArgs, 'sort' | 'first'>>;
  awards?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Award']>>, ParentType, ContextType>;
};

export type OrganizationResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Organization'] = ResolversParentTypes['Organization'], FederationReferenceType extends FederationReferenceTypes['Organization'] = FederationReferenceTypes['Organization']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Organization']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  ror?: Resolver<ResolversTypes['ROR'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['LocalizedText'], ParentType, ContextType>;
  country?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  works?: Resolver<Maybe<ResolversTypes['WorkConnection']>, ParentType, ContextType, RequireFields<OrganizationWorksArgs, 'sort' | 'first'>>;
};

export type AwardResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Award'] = ResolversParentTypes['Award'], FederationReferenceType extends FederationReferenceTypes['Award'] = FederationReferenceTypes['Award']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Award']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['LocalizedText']>, ParentType, ContextType>;
  funder?: Resolver<Maybe<ResolversTypes['LocalizedText']>, ParentType, ContextType>;
  program?: Resolver<Maybe<ResolversTypes['LocalizedText']>, ParentType, ContextType>;
  period?: Resolver<Maybe<ResolversTypes['EDTF']>, ParentType, ContextType>;
  investigators?: Resolver<ReadonlyArray<ResolversTypes['Creator']>, ParentType, ContextType>;
  works?: Resolver<Maybe<ResolversTypes['WorkConnection']>, ParentType, ContextType, RequireFields<AwardWorksArgs, 'sort' | 'first'>>;
};

export type ReportResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Report'] = ResolversParentTypes['Report']> = {
  by?: Resolver<ReadonlyArray<ResolversTypes['ReportDimension']>, ParentType, ContextType>;
  rows?: Resolver<ReadonlyArray<ResolversTypes['ReportRow']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  coverage?: Resolver<ReadonlyArray<ResolversTypes['ReportCoverage']>, ParentType, ContextType>;
  generatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ReportRowResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['ReportRow'] = ResolversParentTypes['ReportRow']> = {
  keys?: Resolver<ReadonlyArray<ResolversTypes['ReportKey']>, ParentType, ContextType>;
  count?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  platform?: Resolver<Maybe<ResolversTypes['Platform']>, ParentType, ContextType>;
  exact?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ReportKeyResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['ReportKey'] = ResolversParentTypes['ReportKey']> = {
  dimension?: Resolver<ResolversTypes['ReportDimension'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['LocalizedText'], ParentType, ContextType>;
};

export type ReportCoverageResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['ReportCoverage'] = ResolversParentTypes['ReportCoverage']> = {
  platform?: Resolver<ResolversTypes['Platform'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['SourceState'], ParentType, ContextType>;
  method?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  pending?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  made?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CiniiRecordResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['CiniiRecord'] = ResolversParentTypes['CiniiRecord'], FederationReferenceType extends FederationReferenceTypes['CiniiRecord'] = FederationReferenceTypes['CiniiRecord']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['CiniiRecord']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  platform?: Resolver<ResolversTypes['Platform'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['LocalizedText'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['WorkType'], ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  doi?: Resolver<Maybe<ResolversTypes['DOI']>, ParentType, ContextType>;
  issued?: Resolver<Maybe<ResolversTypes['EDTF']>, ParentType, ContextType>;
  accessRight?: Resolver<ResolversTypes['AccessRight'], ParentType, ContextType>;
  retrieved?: Resolver<ResolversTypes['Retrieval'], ParentType, ContextType>;
  work?: Resolver<Maybe<ResolversTypes['Work']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type JairoItemResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['JairoItem'] = ResolversParentTypes['JairoItem'], FederationReferenceType extends FederationReferenceTypes['JairoItem'] = FederationReferenceTypes['JairoItem']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['JairoItem']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  platform?: Resolver<ResolversTypes['Platform'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['LocalizedText'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['WorkType'], ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  doi?: Resolver<Maybe<ResolversTypes['DOI']>, ParentType, ContextType>;
  issued?: Resolver<Maybe<ResolversTypes['EDTF']>, ParentType, ContextType>;
  accessRight?: Resolver<ResolversTypes['AccessRight'], ParentType, ContextType>;
  retrieved?: Resolver<ResolversTypes['Retrieval'], ParentType, ContextType>;
  work?: Resolver<Maybe<ResolversTypes['Work']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RdmProjectResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['RdmProject'] = ResolversParentTypes['RdmProject'], FederationReferenceType extends FederationReferenceTypes['RdmProject'] = FederationReferenceTypes['RdmProject']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['RdmProject']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  platform?: Resolver<ResolversTypes['Platform'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['LocalizedText'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['WorkType'], ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  doi?: Resolver<Maybe<ResolversTypes['DOI']>, ParentType, ContextType>;
  issued?: Resolver<Maybe<ResolversTypes['EDTF']>, ParentType, ContextType>;
  accessRight?: Resolver<ResolversTypes['AccessRight'], ParentType, ContextType>;
  retrieved?: Resolver<ResolversTypes['Retrieval'], ParentType, ContextType>;
  work?: Resolver<Maybe<ResolversTypes['Work']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DiasDatasetResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['DiasDataset'] = ResolversParentTypes['DiasDataset'], FederationReferenceType extends FederationReferenceTypes['DiasDataset'] = FederationReferenceTypes['DiasDataset']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['DiasDataset']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  platform?: Resolver<ResolversTypes['Platform'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['LocalizedText'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['WorkType'], ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  doi?: Resolver<Maybe<ResolversTypes['DOI']>, ParentType, ContextType>;
  issued?: Resolver<Maybe<ResolversTypes['EDTF']>, ParentType, ContextType>;
  accessRight?: Resolver<ResolversTypes['AccessRight'], ParentType, ContextType>;
  retrieved?: Resolver<ResolversTypes['Retrieval'], ParentType, ContextType>;
  work?: Resolver<Maybe<ResolversTypes['Work']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type GedDatasetResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['GedDataset'] = ResolversParentTypes['GedDataset'], FederationReferenceType extends FederationReferenceTypes['GedDataset'] = FederationReferenceTypes['GedDataset']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['GedDataset']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  platform?: Resolver<ResolversTypes['Platform'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['LocalizedText'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['WorkType'], ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  doi?: Resolver<Maybe<ResolversTypes['DOI']>, ParentType, ContextType>;
  issued?: Resolver<Maybe<ResolversTypes['EDTF']>, ParentType, ContextType>;
  accessRight?: Resolver<ResolversTypes['AccessRight'], ParentType, ContextType>;
  retrieved?: Resolver<ResolversTypes['Retrieval'], ParentType, ContextType>;
  work?: Resolver<Maybe<ResolversTypes['Work']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EoscProductResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['EoscProduct'] = ResolversParentTypes['EoscProduct'], FederationReferenceType extends FederationReferenceTypes['EoscProduct'] = FederationReferenceTypes['EoscProduct']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['EoscProduct']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  platform?: Resolver<ResolversTypes['Platform'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['LocalizedText'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['WorkType'], ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  doi?: Resolver<Maybe<ResolversTypes['DOI']>, ParentType, ContextType>;
  issued?: Resolver<Maybe<ResolversTypes['EDTF']>, ParentType, ContextType>;
  accessRight?: Resolver<ResolversTypes['AccessRight'], ParentType, ContextType>;
  retrieved?: Resolver<ResolversTypes['Retrieval'], ParentType, ContextType>;
  work?: Resolver<Maybe<ResolversTypes['Work']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type Resolvers<ContextType = SubgraphContext> = {
  DOI?: GraphQLScalarType;
  ORCID?: GraphQLScalarType;
  ROR?: GraphQLScalarType;
  URL?: GraphQLScalarType;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  EDTF?: GraphQLScalarType;
  LanguageTag?: GraphQLScalarType;
  LocalizedText?: LocalizedTextResolvers<ContextType>;
  LangString?: LangStringResolvers<ContextType>;
  Identifier?: IdentifierResolvers<ContextType>;
  Creator?: CreatorResolvers<ContextType>;
  Affiliation?: AffiliationResolvers<ContextType>;
  Subject?: SubjectResolvers<ContextType>;
  License?: LicenseResolvers<ContextType>;
  Funding?: FundingResolvers<ContextType>;
  BoundingBox?: BoundingBoxResolvers<ContextType>;
  WorkFile?: WorkFileResolvers<ContextType>;
  FieldSource?: FieldSourceResolvers<ContextType>;
  CommonMetadata?: CommonMetadataResolvers<ContextType>;
  CommonMetadataElement?: CommonMetadataElementResolvers<ContextType>;
  PlatformRecord?: PlatformRecordResolvers<ContextType>;
  Retrieval?: RetrievalResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Work?: WorkResolvers<ContextType>;
  Tombstone?: TombstoneResolvers<ContextType>;
  Contributor?: ContributorResolvers<ContextType>;
  Container?: ContainerResolvers<ContextType>;
  Event?: EventResolvers<ContextType>;
  Degree?: DegreeResolvers<ContextType>;
  Place?: PlaceResolvers<ContextType>;
  GeoPoint?: GeoPointResolvers<ContextType>;
  WorkConnection?: WorkConnectionResolvers<ContextType>;
  WorkEdge?: WorkEdgeResolvers<ContextType>;
  Facet?: FacetResolvers<ContextType>;
  FacetBucket?: FacetBucketResolvers<ContextType>;
  SourceStatus?: SourceStatusResolvers<ContextType>;
  PlatformInfo?: PlatformInfoResolvers<ContextType>;
  PlatformStatus?: PlatformStatusResolvers<ContextType>;
  RelatedWork?: RelatedWorkResolvers<ContextType>;
  Person?: PersonResolvers<ContextType>;
  Organization?: OrganizationResolvers<ContextType>;
  Award?: AwardResolvers<ContextType>;
  Report?: ReportResolvers<ContextType>;
  ReportRow?: ReportRowResolvers<ContextType>;
  ReportKey?: ReportKeyResolvers<ContextType>;
  ReportCoverage?: ReportCoverageResolvers<ContextType>;
  CiniiRecord?: CiniiRecordResolvers<ContextType>;
  JairoItem?: JairoItemResolvers<ContextType>;
  RdmProject?: RdmProjectResolvers<ContextType>;
  DiasDataset?: DiasDatasetResolvers<ContextType>;
  GedDataset?: GedDatasetResolvers<ContextType>;
  EoscProduct?: EoscProductResolvers<ContextType>;
};

