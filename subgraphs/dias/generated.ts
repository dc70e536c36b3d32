/* Generated from schema.graphql by npm run generate: do not edit. */
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { LocalizedText as SharedLocalizedText, LangString as SharedLangString, Identifier as SharedIdentifier, Creator as SharedCreator, Affiliation as SharedAffiliation, Subject as SharedSubject, License as SharedLicense, Funding as SharedFunding, BoundingBox as SharedBoundingBox, WorkFile as SharedWorkFile, FieldSource as SharedFieldSource, Retrieval as SharedRetrieval, RelatedWork as SharedRelatedWork } from '../common/record.js';
import type { CommonMetadata as SharedCommonMetadata, CommonMetadataElement as SharedCommonMetadataElement } from '../common/common-metadata.js';
import type { PersonReference, OrganizationReference, AwardReference } from '../common/value-resolvers.js';
import type { DiasConnectionModel, DiasDatasetModel, DiasContactModel, DiasGridDimensionModel, DiasFieldSourceModel } from './model.js';
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
   * The datasets of DIAS that this installation is told of (`DIAS_DATASETS`) and, where GEO DAB, a CSW or an OAI-PMH address is set, those that are found there.
   * DIAS has no search service: their documents are read, kept for a day and searched here. `query`: every word has to occur, in Japanese or English; without one the
   * newest come first. `bbox` and `from`/`until` (the time that the data covers, inclusive; ongoing data has no end) narrow: a dataset that tells no box or period is not found by one.
   * `first` is 1 to 100. Until every document has arrived once, `totalCount` counts what has.
   */
  readonly diasDatasets: Maybe<DiasConnection>;
  /** One dataset by DIAS's dataset id (JRA55; case counts), with or without `dias:` in front, or by its DOI. Well-formed but not among those that are read here: null without an error. */
  readonly diasDataset: Maybe<DiasDataset>;
};


export type QueryDiasDatasetsArgs = {
  query: InputMaybe<Scalars['String']['input']>;
  bbox: InputMaybe<BoundingBoxInput>;
  from: InputMaybe<Scalars['EDTF']['input']>;
  until: InputMaybe<Scalars['EDTF']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after: InputMaybe<Scalars['String']['input']>;
};


export type QueryDiasDatasetArgs = {
  id: Scalars['ID']['input'];
};

export type DiasConnection = {
  readonly nodes: ReadonlyArray<DiasDataset>;
  /** Of the datasets that have been read. */
  readonly totalCount: Scalars['Int']['output'];
  readonly pageInfo: PageInfo;
};

/**
 * A dataset of DIAS. Values come from, in this order, its metadata documents (ja and en, joined by section), its landing pages, the DOI agency's metadata, and GEO DAB,
 * CSW and OAI-PMH where they are set: each fills what those before it leave open, and `sources` tells which one a value is from. Section numbers are those of the metadata document.
 */
export type DiasDataset = PlatformRecord & {
  /** dias:<dataset id> */
  readonly id: Scalars['ID']['output'];
  readonly platform: Platform;
  /** Section 1, the name; else the landing page's heading; else the other sources'. Without values where none has one. */
  readonly title: LocalizedText;
  /** Always DATASET. */
  readonly type: WorkType;
  /** The landing page; of a dataset that only another catalogue knows, the address which that one gives. */
  readonly url: Maybe<Scalars['URL']['output']>;
  /** Section 1, else the citation line of the landing page, else GEO DAB, CSW or OAI-PMH. Not every dataset has one. */
  readonly doi: Maybe<Scalars['DOI']['output']>;
  /** Section 6, publication; else the year of the landing page's citation line; else the DOI agency's date. Never the date of creation or revision. */
  readonly issued: Maybe<Scalars['EDTF']['output']>;
  /** UNKNOWN: DIAS states its conditions in prose (`constraints`, `licenseText`, `accountRequired`). */
  readonly accessRight: AccessRight;
  /** The older of its documents tells the age. */
  readonly retrieved: Retrieval;
  /** DIAS's id (case counts). Of a dataset that only GEO DAB, CSW or OAI-PMH knows and that names no id of DIAS's: that source and a hash of its identifier. */
  readonly datasetId: Scalars['ID']['output'];
  /** Section 1, the abbreviation. */
  readonly shortName: Maybe<Scalars['String']['output']>;
  /** Section 1, the edition. */
  readonly version: Maybe<Scalars['String']['output']>;
  /** Of the Japanese document, else the English one. It changes with each revision: no key. */
  readonly metadataIdentifier: Maybe<Scalars['String']['output']>;
  /** Section 4, else the DOI agency's. */
  readonly creators: Maybe<ReadonlyArray<Creator>>;
  /** Sections 2.1, 2.2 and 3. */
  readonly contacts: Maybe<ReadonlyArray<DiasContact>>;
  /** Section 5: when the metadata document was written. */
  readonly updated: Maybe<Scalars['DateTime']['output']>;
  /** Section 6. */
  readonly created: Maybe<Scalars['EDTF']['output']>;
  /** Section 6. */
  readonly revised: Maybe<Scalars['EDTF']['output']>;
  /** Section 7.1. Abstracts of JaLC's are not taken: its terms do not cover them. */
  readonly abstract: Maybe<LocalizedText>;
  /** Section 7.2: code words of ISO 19115. */
  readonly topicCategories: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Section 7.3. Of ongoing data, and of data whose end is not told, the beginning alone, since EDTF level 0 has no open end: see `ongoing`. */
  readonly period: Maybe<Scalars['EDTF']['output']>;
  /** True where the end reads Under Continuation (継続中), false where it is a date, null where the period is not told. */
  readonly ongoing: Maybe<Scalars['Boolean']['output']>;
  /** Section 7.3, the temporal characteristics, as printed. */
  readonly temporalResolution: Maybe<LocalizedText>;
  /** Section 7.4; the first where a source has several. Null where a side is missing or it is no box on earth. */
  readonly box: Maybe<BoundingBox>;
  /** Section 7.5. */
  readonly grid: Maybe<ReadonlyArray<DiasGridDimension>>;
  /** Section 7.6. */
  readonly places: Maybe<ReadonlyArray<LocalizedText>>;
  /** Section 7.7, of dataset and project; `scheme` is the thesaurus. */
  readonly keywords: Maybe<ReadonlyArray<Subject>>;
  /** Section 7.8: the links in it. */
  readonly online: Maybe<ReadonlyArray<Scalars['URL']['output']>>;
  /** Section 7.9. */
  readonly environment: Maybe<LocalizedText>;
  /** Section 7.10: name and version. */
  readonly formats: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Section 8. */
  readonly processing: Maybe<LocalizedText>;
  /** Section 9. */
  readonly remarks: Maybe<LocalizedText>;
  /** Sections 10.1 and 10.2, the policies of provider and project, as they are written. */
  readonly constraints: Maybe<LocalizedText>;
  /** Section 11 as it is written. */
  readonly licenseText: Maybe<LocalizedText>;
  /** Section 11 as a licence; `spdx` only where the document prints a Creative Commons address or label. Else the DOI agency's. */
  readonly license: Maybe<License>;
  /** Sections 12.1 and 12.2. */
  readonly acknowledgement: Maybe<LocalizedText>;
  /** Section 13. */
  readonly references: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** True or false only where DIAS says so: where sections 9 to 11 state plainly, in Japanese or English, that an account (registration, log-in) is needed or not needed. Null otherwise, and where they say both. */
  readonly accountRequired: Maybe<Scalars['Boolean']['output']>;
  /** Where people who have an account list the files. A link of the documents: nothing here follows it or logs in. */
  readonly fileListUrl: Maybe<Scalars['URL']['output']>;
  /** Which document each value is from; two entries for a text whose languages come from two. */
  readonly sources: Maybe<ReadonlyArray<DiasFieldSource>>;
};

export type DiasContact = {
  readonly name: Maybe<LocalizedText>;
  readonly organization: Maybe<LocalizedText>;
  /** dataset, project, author (of the metadata document); the other source's own word where the contact is from there. */
  readonly role: Maybe<Scalars['String']['output']>;
  readonly email: Maybe<Scalars['String']['output']>;
};

/** A dimension of the grid, as printed: row, 460, 3 minute. */
export type DiasGridDimension = {
  readonly dimension: Scalars['String']['output'];
  readonly size: Maybe<Scalars['String']['output']>;
  readonly resolution: Maybe<Scalars['String']['output']>;
};

export type DiasSource =
  /** The metadata document on metadata.diasjp.net, in Japanese or English. */
  | 'DIAS_HTML'
  /** The landing page on search.diasjp.net. */
  | 'LANDING_PAGE'
  /** DOI metadata of the Japan Link Center. */
  | 'JALC'
  /** DOI metadata of DataCite. */
  | 'DATACITE'
  /** DOI metadata by content negotiation, of whichever agency. */
  | 'CSL'
  | 'GEODAB'
  | 'CSW'
  | 'OAI';

export type DiasFieldSource = {
  /** The field's name in this API. */
  readonly field: Scalars['String']['output'];
  readonly source: DiasSource;
  /** When that document was read. */
  readonly retrievedAt: Scalars['DateTime']['output'];
};

export type Work = {
  readonly id: Scalars['ID']['output'];
  readonly known: Scalars['ID']['output'];
  /** The dataset of DIAS that is this work: the one among its records, else the one with its DOI. Null where DIAS has none of those that are read here. */
  readonly dias: Maybe<DiasDataset>;
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
  DiasDataset: DiasDataset;
  Work: Work;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  DiasDataset:
    ( { __typename: 'DiasDataset' }
    & GraphQLRecursivePick<FederationTypes['DiasDataset'], {"id":true}> );
  Work:
    ( { __typename: 'Work' }
    & GraphQLRecursivePick<FederationTypes['Work'], {"id":true,"known":true}> );
};


/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  PlatformRecord: ( DiasDatasetModel );
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
  DiasConnection: ResolverTypeWrapper<DiasConnectionModel>;
  DiasDataset: ResolverTypeWrapper<DiasDatasetModel>;
  DiasContact: ResolverTypeWrapper<DiasContactModel>;
  DiasGridDimension: ResolverTypeWrapper<DiasGridDimensionModel>;
  DiasSource: DiasSource;
  DiasFieldSource: ResolverTypeWrapper<DiasFieldSourceModel>;
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
  DiasConnection: DiasConnectionModel;
  DiasDataset: DiasDatasetModel;
  DiasContact: DiasContactModel;
  DiasGridDimension: DiasGridDimensionModel;
  DiasFieldSource: DiasFieldSourceModel;
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
  __resolveType: TypeResolveFn<'DiasDataset', ParentType, ContextType>;
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
  diasDatasets?: Resolver<Maybe<ResolversTypes['DiasConnection']>, ParentType, ContextType, RequireFields<QueryDiasDatasetsArgs, 'first'>>;
  diasDataset?: Resolver<Maybe<ResolversTypes['DiasDataset']>, ParentType, ContextType, RequireFields<QueryDiasDatasetArgs, 'id'>>;
};

export type DiasConnectionResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['DiasConnection'] = ResolversParentTypes['DiasConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['DiasDataset']>, ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
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
  datasetId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  shortName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  metadataIdentifier?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  creators?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Creator']>>, ParentType, ContextType>;
  contacts?: Resolver<Maybe<ReadonlyArray<ResolversTypes['DiasContact']>>, ParentType, ContextType>;
  updated?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  created?: Resolver<Maybe<ResolversTypes['EDTF']>, ParentType, ContextType>;
  revised?: Resolver<Maybe<ResolversTypes['EDTF']>, ParentType, ContextType>;
  abstract?: Resolver<Maybe<ResolversTypes['LocalizedText']>, ParentType, ContextType>;
  topicCategories?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  period?: Resolver<Maybe<ResolversTypes['EDTF']>, ParentType, ContextType>;
  ongoing?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  temporalResolution?: Resolver<Maybe<ResolversTypes['LocalizedText']>, ParentType, ContextType>;
  box?: Resolver<Maybe<ResolversTypes['BoundingBox']>, ParentType, ContextType>;
  grid?: Resolver<Maybe<ReadonlyArray<ResolversTypes['DiasGridDimension']>>, ParentType, ContextType>;
  places?: Resolver<Maybe<ReadonlyArray<ResolversTypes['LocalizedText']>>, ParentType, ContextType>;
  keywords?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Subject']>>, ParentType, ContextType>;
  online?: Resolver<Maybe<ReadonlyArray<ResolversTypes['URL']>>, ParentType, ContextType>;
  environment?: Resolver<Maybe<ResolversTypes['LocalizedText']>, ParentType, ContextType>;
  formats?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  processing?: Resolver<Maybe<ResolversTypes['LocalizedText']>, ParentType, ContextType>;
  remarks?: Resolver<Maybe<ResolversTypes['LocalizedText']>, ParentType, ContextType>;
  constraints?: Resolver<Maybe<ResolversTypes['LocalizedText']>, ParentType, ContextType>;
  licenseText?: Resolver<Maybe<ResolversTypes['LocalizedText']>, ParentType, ContextType>;
  license?: Resolver<Maybe<ResolversTypes['License']>, ParentType, ContextType>;
  acknowledgement?: Resolver<Maybe<ResolversTypes['LocalizedText']>, ParentType, ContextType>;
  references?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  accountRequired?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  fileListUrl?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  sources?: Resolver<Maybe<ReadonlyArray<ResolversTypes['DiasFieldSource']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DiasContactResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['DiasContact'] = ResolversParentTypes['DiasContact']> = {
  name?: Resolver<Maybe<ResolversTypes['LocalizedText']>, ParentType, ContextType>;
  organization?: Resolver<Maybe<ResolversTypes['LocalizedText']>, ParentType, ContextType>;
  role?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type DiasGridDimensionResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['DiasGridDimension'] = ResolversParentTypes['DiasGridDimension']> = {
  dimension?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  size?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  resolution?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type DiasFieldSourceResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['DiasFieldSource'] = ResolversParentTypes['DiasFieldSource']> = {
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['DiasSource'], ParentType, ContextType>;
  retrievedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type WorkResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Work'] = ResolversParentTypes['Work'], FederationReferenceType extends FederationReferenceTypes['Work'] = FederationReferenceTypes['Work']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Work']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  known?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  dias?: Resolver<Maybe<ResolversTypes['DiasDataset']>, ParentType, ContextType>;
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
  DiasConnection?: DiasConnectionResolvers<ContextType>;
  DiasDataset?: DiasDatasetResolvers<ContextType>;
  DiasContact?: DiasContactResolvers<ContextType>;
  DiasGridDimension?: DiasGridDimensionResolvers<ContextType>;
  DiasFieldSource?: DiasFieldSourceResolvers<ContextType>;
  Work?: WorkResolvers<ContextType>;
};

