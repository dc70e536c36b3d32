/* Generated from schema.graphql by npm run generate: do not edit. */
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { LocalizedText as SharedLocalizedText, LangString as SharedLangString, Identifier as SharedIdentifier, Creator as SharedCreator, Affiliation as SharedAffiliation, Subject as SharedSubject, License as SharedLicense, Funding as SharedFunding, BoundingBox as SharedBoundingBox, WorkFile as SharedWorkFile, FieldSource as SharedFieldSource, Retrieval as SharedRetrieval, RelatedWork as SharedRelatedWork } from '../common/record.js';
import type { CommonMetadata as SharedCommonMetadata, CommonMetadataElement as SharedCommonMetadataElement } from '../common/common-metadata.js';
import type { PersonReference, OrganizationReference, AwardReference } from '../common/value-resolvers.js';
import type { GedConnectionModel, GedDatasetModel, GedSiteModel, GedServiceModel, GedFileModel, GedSeriesModel } from './model.js';
import type { WorkReference } from '../common/work-reference.js';
import type { SubgraphContext } from '../common/platform.js';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
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

/** A work that another one cites, is part of, supplements, …, as the platform states it. */
export type RelatedWork = {
  readonly target: Scalars['ID']['output'];
  /** A DataCite relation type: IsCitedBy, References, IsPartOf, IsVersionOf, …; a relation that DataCite lacks keeps the source's name. */
  readonly relation: Scalars['String']['output'];
  /** A work or record id, where the platform states an identifier that leads to one. */
  readonly id: Maybe<Scalars['ID']['output']>;
  readonly identifier: Maybe<Identifier>;
  readonly title: Maybe<LocalizedText>;
};

/** A person whom works name by an identifier. Id: orcid:<orcid>, else nrid:<nrid>, else erad:<number>. */
export type Person = {
  readonly id: Scalars['ID']['output'];
  readonly orcid: Maybe<Scalars['ORCID']['output']>;
  readonly nrid: Maybe<Scalars['ID']['output']>;
  readonly eRadId: Maybe<Scalars['ID']['output']>;
};

/** An organisation with a ROR id. Id: ror:<bare ROR>. */
export type Organization = {
  readonly id: Scalars['ID']['output'];
  readonly ror: Scalars['ROR']['output'];
};

/** A research grant. Id: jgn:JP<number>, ec:<number>, else <funder>:<number>. */
export type Award = {
  readonly id: Scalars['ID']['output'];
  readonly number: Scalars['String']['output'];
  readonly title: Maybe<LocalizedText>;
  readonly funder: Maybe<LocalizedText>;
};

export type Query = {
  /**
   * The configured datasets of NIES's Global Environmental Database, searched in their landing pages (Japanese and English); without a query all of them. `first`
   * is 1 to 100. While the pages have not all been read, `totalCount` counts those that were.
   */
  readonly gedDatasets: Maybe<GedConnection>;
  /**
   * One dataset by its DOI (10.17595/20160901.004), or by its id with or without `ged:` in front (20160901.004; a DOI is taken as well).
   * Well-formed but not among the configured ones, or without a page: null without an error.
   */
  readonly gedDataset: Maybe<GedDataset>;
};


export type QueryGedDatasetsArgs = {
  query: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after: InputMaybe<Scalars['String']['input']>;
};


export type QueryGedDatasetArgs = {
  doi: InputMaybe<Scalars['DOI']['input']>;
  id: InputMaybe<Scalars['ID']['input']>;
};

export type GedConnection = {
  readonly nodes: ReadonlyArray<GedDataset>;
  readonly totalCount: Scalars['Int']['output'];
  readonly pageInfo: PageInfo;
};

/** What the landing page says of the dataset's state: never more than it says. */
export type GedStatus =
  /** The page calls the values final. */
  | 'FINAL'
  /** The page calls the values preliminary, near real time, or still under quality control. */
  | 'PRELIMINARY'
  /** Its files need a password, which the people that the page names give. */
  | 'RESTRICTED'
  /** The page says that the dataset is no longer updated, or was merged into another. */
  | 'DISCONTINUED'
  /** The page says none of these. */
  | 'UNKNOWN';

/** A dataset of the Global Environmental Database, from its landing page in Japanese and in English; what the page lacks comes from the metadata of its DOI. */
export type GedDataset = PlatformRecord & {
  /** ged:<the DOI's part behind 10.17595/> */
  readonly id: Scalars['ID']['output'];
  readonly platform: Platform;
  readonly title: LocalizedText;
  readonly type: WorkType;
  /** Its landing page, the Japanese one where there is one. */
  readonly url: Maybe<Scalars['URL']['output']>;
  readonly doi: Maybe<Scalars['DOI']['output']>;
  /** The release date. */
  readonly issued: Maybe<Scalars['EDTF']['output']>;
  /** RESTRICTED where the files need a password, OPEN where an open licence is printed or the DOI's metadata say so, otherwise UNKNOWN: a link alone says nothing. */
  readonly accessRight: AccessRight;
  readonly retrieved: Retrieval;
  /** The version without `Ver.` in front: 1.2, 2024.1.0. The DOI stays the same from version to version. */
  readonly version: Maybe<Scalars['String']['output']>;
  /** The day of the last update, where the page prints one beside the version. */
  readonly updated: Maybe<Scalars['Date']['output']>;
  readonly status: GedStatus;
  readonly abstract: Maybe<LocalizedText>;
  readonly creators: Maybe<ReadonlyArray<Creator>>;
  readonly contributors: Maybe<LocalizedText>;
  /** The organisation that provides the data. */
  readonly publisher: Maybe<LocalizedText>;
  /** The address for questions as it is printed: `(at)` stays. */
  readonly contact: Maybe<Scalars['String']['output']>;
  /** The smallest box around all sites and regions, where the page prints degrees. */
  readonly box: Maybe<BoundingBox>;
  readonly sites: Maybe<ReadonlyArray<GedSite>>;
  /** The time that the data cover. Where it has no end (`ongoing`) it is the date of its start alone. */
  readonly period: Maybe<Scalars['EDTF']['output']>;
  /** True where the page says that the observation goes on, false where it prints a period of observation that ended; otherwise null. */
  readonly ongoing: Maybe<Scalars['Boolean']['output']>;
  /** What was observed. */
  readonly observedItems: Maybe<LocalizedText>;
  /** The resolution in time, as printed. */
  readonly resolution: Maybe<LocalizedText>;
  /** The precision of the values, as printed. */
  readonly precision: Maybe<LocalizedText>;
  /** How it was measured and calculated. */
  readonly method: Maybe<LocalizedText>;
  /** What changed with each version, an entry each. */
  readonly history: Maybe<ReadonlyArray<LocalizedText>>;
  readonly references: Maybe<ReadonlyArray<LocalizedText>>;
  /** Publications that use the dataset. */
  readonly usedIn: Maybe<ReadonlyArray<LocalizedText>>;
  readonly acknowledgements: Maybe<LocalizedText>;
  /** The language of the data files, as printed (the pages' languages are those of their texts). */
  readonly dataLanguage: Maybe<Scalars['LanguageTag']['output']>;
  /** The size of the data as printed: 9.66 MB, 303 KiB. */
  readonly size: Maybe<Scalars['String']['output']>;
  /** The size in bytes, rounded as the printed one is; MB counts in thousands, MiB in 1,024s. Null where the page gives a range. */
  readonly bytes: Maybe<Scalars['Float']['output']>;
  /** As printed. `text` does not say NASA Ames: see `ffi` of the files. */
  readonly formats: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly keywords: Maybe<ReadonlyArray<Subject>>;
  readonly files: Maybe<ReadonlyArray<GedFile>>;
  /** Quick plots, near-real-time pages, trajectory and trend tools of NIES for this dataset, as links. */
  readonly services: Maybe<ReadonlyArray<GedService>>;
  /** The terms of use, as printed on the page in each language. They differ from dataset to dataset and hold for every value of its files. */
  readonly terms: Maybe<LocalizedText>;
  /** Only where a code or an address of a licence is printed. */
  readonly license: Maybe<License>;
  /** Where the DOI's metadata filled in something that the pages lack, whose they are: JALC, DATACITE, or CSL (citation data by way of doi.org). They overwrite nothing of the pages. */
  readonly metadataFrom: Maybe<Scalars['String']['output']>;
};

/** Where was observed: a station, or a region that is printed as ranges of degrees. */
export type GedSite = {
  readonly name: Maybe<LocalizedText>;
  readonly latitude: Maybe<Scalars['Float']['output']>;
  readonly longitude: Maybe<Scalars['Float']['output']>;
  readonly box: Maybe<BoundingBox>;
  /** Of the ground, metres above sea level. */
  readonly elevation: Maybe<Scalars['Float']['output']>;
  /** Of the air intake, metres above ground. */
  readonly inletHeight: Maybe<Scalars['Float']['output']>;
  /** Of the observation, metres above sea level. */
  readonly altitude: Maybe<Scalars['Float']['output']>;
};

export type GedService = {
  /** QUICKLOOK, NRT (near real time), TRAJECTORY or TREND. */
  readonly kind: Scalars['String']['output'];
  readonly name: LocalizedText;
  readonly url: Scalars['URL']['output'];
  /** Its values are preliminary, and replaced later. */
  readonly preliminary: Scalars['Boolean']['output'];
};

/**
 * A data file that the landing page links to. Its content is read only when a field is selected that needs it, under a limit of size (20 MB unless configured
 * otherwise); files with a password are never asked for.
 */
export type GedFile = {
  readonly name: Scalars['String']['output'];
  readonly url: Maybe<Scalars['URL']['output']>;
  /** What the link says, where it is more than the file's name. */
  readonly label: Maybe<LocalizedText>;
  readonly accessRight: AccessRight;
  /** The size as it is printed beside the link. */
  readonly size: Maybe<Scalars['String']['output']>;
  readonly bytes: Maybe<Scalars['Float']['output']>;
  /** The NASA Ames file format index: 1001, 1010, 2110, …; null for a file that is no NASA Ames (GeoTIFF, NetCDF, archives, spreadsheets). */
  readonly ffi: Maybe<Scalars['Int']['output']>;
  /** The encoding that the file was read in. */
  readonly encoding: Maybe<Scalars['String']['output']>;
  readonly originators: Maybe<Scalars['String']['output']>;
  readonly organization: Maybe<Scalars['String']['output']>;
  /** Instrument, platform and model. */
  readonly source: Maybe<Scalars['String']['output']>;
  readonly mission: Maybe<Scalars['String']['output']>;
  /** The day on which the data begin. */
  readonly dataDate: Maybe<Scalars['Date']['output']>;
  /** The day of the last reduction or revision. */
  readonly revisionDate: Maybe<Scalars['Date']['output']>;
  /** What the special comments say as `KEY: value`. */
  readonly attributes: Maybe<ReadonlyArray<GedAttribute>>;
  /** The comments of the header, which hold the terms of many files. */
  readonly comments: Maybe<Scalars['String']['output']>;
  /** The variables of a NASA Ames file; null for any other. */
  readonly variables: Maybe<ReadonlyArray<GedVariable>>;
  /** Where the file departs from its format and was read nevertheless. */
  readonly warnings: Maybe<ReadonlyArray<GedWarning>>;
  /**
   * The values of one variable in time, missing values left out; thinned to at most maxPoints (up to 5,000) so that peaks survive. `from` and `until` are inclusive.
   * Null for a file that is no NASA Ames, or needs a password; a name that the file does not have is an error that lists those it has.
   */
  readonly series: Maybe<GedSeries>;
};


/**
 * A data file that the landing page links to. Its content is read only when a field is selected that needs it, under a limit of size (20 MB unless configured
 * otherwise); files with a password are never asked for.
 */
export type GedFileSeriesArgs = {
  variable: Scalars['String']['input'];
  from: InputMaybe<Scalars['DateTime']['input']>;
  until: InputMaybe<Scalars['DateTime']['input']>;
  maxPoints?: InputMaybe<Scalars['Int']['input']>;
};

export type GedAttribute = {
  readonly key: Scalars['String']['output'];
  readonly value: Scalars['String']['output'];
};

export type GedWarning = {
  /** The line of the file, counted from 1. */
  readonly line: Scalars['Int']['output'];
  readonly code: Scalars['String']['output'];
  readonly text: Scalars['String']['output'];
};

export type GedVariable = {
  /** Its name; the whole line of the header where that has another form than `NAME: description [unit]`. */
  readonly name: Scalars['String']['output'];
  readonly description: Maybe<Scalars['String']['output']>;
  readonly unit: Maybe<Scalars['String']['output']>;
  /** As recorded, before scaling. */
  readonly missingValue: Maybe<Scalars['Float']['output']>;
  /** The factor that recorded values were multiplied with. */
  readonly scale: Maybe<Scalars['Float']['output']>;
  /** How many values are not missing. */
  readonly count: Scalars['Int']['output'];
  readonly missing: Scalars['Int']['output'];
  readonly min: Maybe<Scalars['Float']['output']>;
  readonly max: Maybe<Scalars['Float']['output']>;
};

export type GedSeries = {
  readonly variable: Scalars['String']['output'];
  readonly unit: Maybe<Scalars['String']['output']>;
  readonly points: ReadonlyArray<GedPoint>;
  /** How many values lie in the time asked for, before thinning. */
  readonly total: Scalars['Int']['output'];
  /** How many are missing in that time. */
  readonly missing: Scalars['Int']['output'];
  /** Rows of the file whose time is missing or impossible: they are in no series. */
  readonly withoutTime: Scalars['Int']['output'];
  /** The dataset's terms of use. */
  readonly terms: Maybe<LocalizedText>;
  /** A small line chart, 100 to 4,000 pixels wide and high, with axes, the unit, and the dataset's title (in Japanese where there is one). Missing values are a gap. */
  readonly svg: Scalars['String']['output'];
};


export type GedSeriesSvgArgs = {
  width?: InputMaybe<Scalars['Int']['input']>;
  height?: InputMaybe<Scalars['Int']['input']>;
};

export type GedPoint = {
  readonly at: Scalars['DateTime']['output'];
  readonly value: Scalars['Float']['output'];
};

export type Work = {
  readonly id: Scalars['ID']['output'];
  readonly known: Scalars['ID']['output'];
  /** The dataset of the Global Environmental Database that is this work: among its records, or by its DOI where that is one of NIES's (10.17595/…). */
  readonly ged: Maybe<GedDataset>;
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
  GedDataset: GedDataset;
  Work: Work;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  GedDataset:
    ( { __typename: 'GedDataset' }
    & GraphQLRecursivePick<FederationTypes['GedDataset'], {"id":true}> );
  Work:
    ( { __typename: 'Work' }
    & GraphQLRecursivePick<FederationTypes['Work'], {"id":true,"known":true}> );
};


/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  PlatformRecord: ( GedDatasetModel );
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
  PlatformRecord: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['PlatformRecord']>;
  Retrieval: ResolverTypeWrapper<SharedRetrieval>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  CacheState: CacheState;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PlatformState: PlatformState;
  RelatedWork: ResolverTypeWrapper<SharedRelatedWork>;
  Person: ResolverTypeWrapper<PersonReference>;
  Organization: ResolverTypeWrapper<OrganizationReference>;
  Award: ResolverTypeWrapper<AwardReference>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  GedConnection: ResolverTypeWrapper<GedConnectionModel>;
  GedStatus: GedStatus;
  GedDataset: ResolverTypeWrapper<GedDatasetModel>;
  GedSite: ResolverTypeWrapper<GedSiteModel>;
  GedService: ResolverTypeWrapper<GedServiceModel>;
  GedFile: ResolverTypeWrapper<GedFileModel>;
  GedAttribute: ResolverTypeWrapper<GedAttribute>;
  GedWarning: ResolverTypeWrapper<GedWarning>;
  GedVariable: ResolverTypeWrapper<GedVariable>;
  GedSeries: ResolverTypeWrapper<GedSeriesModel>;
  GedPoint: ResolverTypeWrapper<GedPoint>;
  Work: ResolverTypeWrapper<WorkReference>;
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
  PlatformRecord: ResolversInterfaceTypes<ResolversParentTypes>['PlatformRecord'];
  Retrieval: SharedRetrieval;
  Int: Scalars['Int']['output'];
  PageInfo: PageInfo;
  RelatedWork: SharedRelatedWork;
  Person: PersonReference;
  Organization: OrganizationReference;
  Award: AwardReference;
  Query: Record<PropertyKey, never>;
  GedConnection: GedConnectionModel;
  GedDataset: GedDatasetModel;
  GedSite: GedSiteModel;
  GedService: GedServiceModel;
  GedFile: GedFileModel;
  GedAttribute: GedAttribute;
  GedWarning: GedWarning;
  GedVariable: GedVariable;
  GedSeries: GedSeriesModel;
  GedPoint: GedPoint;
  Work: WorkReference;
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
  __resolveType: TypeResolveFn<'GedDataset', ParentType, ContextType>;
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

export type RelatedWorkResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['RelatedWork'] = ResolversParentTypes['RelatedWork']> = {
  target?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  relation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  identifier?: Resolver<Maybe<ResolversTypes['Identifier']>, ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['LocalizedText']>, ParentType, ContextType>;
};

export type PersonResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Person'] = ResolversParentTypes['Person']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  orcid?: Resolver<Maybe<ResolversTypes['ORCID']>, ParentType, ContextType>;
  nrid?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  eRadId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type OrganizationResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Organization'] = ResolversParentTypes['Organization']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  ror?: Resolver<ResolversTypes['ROR'], ParentType, ContextType>;
};

export type AwardResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Award'] = ResolversParentTypes['Award']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['LocalizedText']>, ParentType, ContextType>;
  funder?: Resolver<Maybe<ResolversTypes['LocalizedText']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  gedDatasets?: Resolver<Maybe<ResolversTypes['GedConnection']>, ParentType, ContextType, RequireFields<QueryGedDatasetsArgs, 'first'>>;
  gedDataset?: Resolver<Maybe<ResolversTypes['GedDataset']>, ParentType, ContextType, Partial<QueryGedDatasetArgs>>;
};

export type GedConnectionResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['GedConnection'] = ResolversParentTypes['GedConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['GedDataset']>, ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
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
  version?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  updated?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['GedStatus'], ParentType, ContextType>;
  abstract?: Resolver<Maybe<ResolversTypes['LocalizedText']>, ParentType, ContextType>;
  creators?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Creator']>>, ParentType, ContextType>;
  contributors?: Resolver<Maybe<ResolversTypes['LocalizedText']>, ParentType, ContextType>;
  publisher?: Resolver<Maybe<ResolversTypes['LocalizedText']>, ParentType, ContextType>;
  contact?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  box?: Resolver<Maybe<ResolversTypes['BoundingBox']>, ParentType, ContextType>;
  sites?: Resolver<Maybe<ReadonlyArray<ResolversTypes['GedSite']>>, ParentType, ContextType>;
  period?: Resolver<Maybe<ResolversTypes['EDTF']>, ParentType, ContextType>;
  ongoing?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  observedItems?: Resolver<Maybe<ResolversTypes['LocalizedText']>, ParentType, ContextType>;
  resolution?: Resolver<Maybe<ResolversTypes['LocalizedText']>, ParentType, ContextType>;
  precision?: Resolver<Maybe<ResolversTypes['LocalizedText']>, ParentType, ContextType>;
  method?: Resolver<Maybe<ResolversTypes['LocalizedText']>, ParentType, ContextType>;
  history?: Resolver<Maybe<ReadonlyArray<ResolversTypes['LocalizedText']>>, ParentType, ContextType>;
  references?: Resolver<Maybe<ReadonlyArray<ResolversTypes['LocalizedText']>>, ParentType, ContextType>;
  usedIn?: Resolver<Maybe<ReadonlyArray<ResolversTypes['LocalizedText']>>, ParentType, ContextType>;
  acknowledgements?: Resolver<Maybe<ResolversTypes['LocalizedText']>, ParentType, ContextType>;
  dataLanguage?: Resolver<Maybe<ResolversTypes['LanguageTag']>, ParentType, ContextType>;
  size?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  bytes?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  formats?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  keywords?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Subject']>>, ParentType, ContextType>;
  files?: Resolver<Maybe<ReadonlyArray<ResolversTypes['GedFile']>>, ParentType, ContextType>;
  services?: Resolver<Maybe<ReadonlyArray<ResolversTypes['GedService']>>, ParentType, ContextType>;
  terms?: Resolver<Maybe<ResolversTypes['LocalizedText']>, ParentType, ContextType>;
  license?: Resolver<Maybe<ResolversTypes['License']>, ParentType, ContextType>;
  metadataFrom?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type GedSiteResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['GedSite'] = ResolversParentTypes['GedSite']> = {
  name?: Resolver<Maybe<ResolversTypes['LocalizedText']>, ParentType, ContextType>;
  latitude?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  longitude?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  box?: Resolver<Maybe<ResolversTypes['BoundingBox']>, ParentType, ContextType>;
  elevation?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  inletHeight?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  altitude?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type GedServiceResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['GedService'] = ResolversParentTypes['GedService']> = {
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['LocalizedText'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['URL'], ParentType, ContextType>;
  preliminary?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type GedFileResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['GedFile'] = ResolversParentTypes['GedFile']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  label?: Resolver<Maybe<ResolversTypes['LocalizedText']>, ParentType, ContextType>;
  accessRight?: Resolver<ResolversTypes['AccessRight'], ParentType, ContextType>;
  size?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  bytes?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  ffi?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  encoding?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  originators?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  organization?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  mission?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  dataDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  revisionDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  attributes?: Resolver<Maybe<ReadonlyArray<ResolversTypes['GedAttribute']>>, ParentType, ContextType>;
  comments?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  variables?: Resolver<Maybe<ReadonlyArray<ResolversTypes['GedVariable']>>, ParentType, ContextType>;
  warnings?: Resolver<Maybe<ReadonlyArray<ResolversTypes['GedWarning']>>, ParentType, ContextType>;
  series?: Resolver<Maybe<ResolversTypes['GedSeries']>, ParentType, ContextType, RequireFields<GedFileSeriesArgs, 'variable' | 'maxPoints'>>;
};

export type GedAttributeResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['GedAttribute'] = ResolversParentTypes['GedAttribute']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type GedWarningResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['GedWarning'] = ResolversParentTypes['GedWarning']> = {
  line?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type GedVariableResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['GedVariable'] = ResolversParentTypes['GedVariable']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  missingValue?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  scale?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  missing?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  min?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  max?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type GedSeriesResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['GedSeries'] = ResolversParentTypes['GedSeries']> = {
  variable?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  points?: Resolver<ReadonlyArray<ResolversTypes['GedPoint']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  missing?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  withoutTime?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  terms?: Resolver<Maybe<ResolversTypes['LocalizedText']>, ParentType, ContextType>;
  svg?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<GedSeriesSvgArgs, 'width' | 'height'>>;
};

export type GedPointResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['GedPoint'] = ResolversParentTypes['GedPoint']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type WorkResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Work'] = ResolversParentTypes['Work'], FederationReferenceType extends FederationReferenceTypes['Work'] = FederationReferenceTypes['Work']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Work']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  known?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  ged?: Resolver<Maybe<ResolversTypes['GedDataset']>, ParentType, ContextType>;
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
  RelatedWork?: RelatedWorkResolvers<ContextType>;
  Person?: PersonResolvers<ContextType>;
  Organization?: OrganizationResolvers<ContextType>;
  Award?: AwardResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  GedConnection?: GedConnectionResolvers<ContextType>;
  GedDataset?: GedDatasetResolvers<ContextType>;
  GedSite?: GedSiteResolvers<ContextType>;
  GedService?: GedServiceResolvers<ContextType>;
  GedFile?: GedFileResolvers<ContextType>;
  GedAttribute?: GedAttributeResolvers<ContextType>;
  GedWarning?: GedWarningResolvers<ContextType>;
  GedVariable?: GedVariableResolvers<ContextType>;
  GedSeries?: GedSeriesResolvers<ContextType>;
  GedPoint?: GedPointResolvers<ContextType>;
  Work?: WorkResolvers<ContextType>;
};

