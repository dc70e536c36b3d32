/* Generated from schema.graphql by npm run generate: do not edit. */
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { LocalizedText as SharedLocalizedText, LangString as SharedLangString, Identifier as SharedIdentifier, Creator as SharedCreator, Affiliation as SharedAffiliation, Subject as SharedSubject, License as SharedLicense, Funding as SharedFunding, BoundingBox as SharedBoundingBox, WorkFile as SharedWorkFile, FieldSource as SharedFieldSource, Retrieval as SharedRetrieval, RelatedWork as SharedRelatedWork } from '../common/record.js';
import type { CommonMetadata as SharedCommonMetadata, CommonMetadataElement as SharedCommonMetadataElement } from '../common/common-metadata.js';
import type { PersonReference, OrganizationReference, AwardReference } from '../common/value-resolvers.js';
import type { RdmUserModel, RdmProjectConnectionModel, RdmProjectModel, RdmFileModel } from './model.js';
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
  /** The account behind the caller's own token (request header X-GakuNin-RDM-Token). Without a token, or with one that is not valid: null, with UNAUTHENTICATED. */
  readonly rdmMe: Maybe<RdmUser>;
  /**
   * Projects and their components: what the caller's own token may see, and what is public; without a token what is public. The
   * platform looks for the words in titles and descriptions, the last changed first. `after` is a cursor of the same query.
   */
  readonly rdmProjects: Maybe<RdmProjectConnection>;
  /**
   * One project or component by its id (five characters). Well-formed but unknown or deleted: null without an error. One that is not the
   * caller's to see: null, with UNAUTHENTICATED (no token) or UPSTREAM_REJECTED.
   */
  readonly rdmProject: Maybe<RdmProject>;
};


export type QueryRdmProjectsArgs = {
  query: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after: InputMaybe<Scalars['String']['input']>;
};


export type QueryRdmProjectArgs = {
  id: Scalars['ID']['input'];
};

/** An account of GakuNin RDM: the caller's own alone, the platform shows no other. */
export type RdmUser = {
  readonly id: Scalars['ID']['output'];
  /** As the account prints it. */
  readonly name: Scalars['String']['output'];
  /** Only where the account states one with a right check digit. */
  readonly orcid: Maybe<Scalars['ORCID']['output']>;
  /** The institutions that the account belongs to. */
  readonly institutions: ReadonlyArray<Scalars['String']['output']>;
  /** The projects and components that the account takes part in. */
  readonly projects: Maybe<RdmProjectConnection>;
};


/** An account of GakuNin RDM: the caller's own alone, the platform shows no other. */
export type RdmUserProjectsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after: InputMaybe<Scalars['String']['input']>;
};

export type RdmProjectConnection = {
  readonly nodes: ReadonlyArray<RdmProject>;
  /** The platform's own number; null where several words were looked for, since it compares one. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
  readonly pageInfo: PageInfo;
};

/** A project of GakuNin RDM, or a component of one. What a search hit carries is answered from the hit. */
export type RdmProject = PlatformRecord & {
  /** rdm:<guid> */
  readonly id: Scalars['ID']['output'];
  readonly platform: Platform;
  readonly title: LocalizedText;
  /** PROJECT; a component for data or software has that type, one of another kind is OTHER. */
  readonly type: WorkType;
  readonly url: Maybe<Scalars['URL']['output']>;
  readonly doi: Maybe<Scalars['DOI']['output']>;
  readonly issued: Maybe<Scalars['EDTF']['output']>;
  /** OPEN where the project is public, RESTRICTED where it is not. */
  readonly accessRight: AccessRight;
  readonly retrieved: Retrieval;
  /** The platform's own id, opaque. */
  readonly guid: Scalars['ID']['output'];
  readonly public: Maybe<Scalars['Boolean']['output']>;
  readonly description: Maybe<Scalars['String']['output']>;
  readonly tags: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly created: Maybe<Scalars['DateTime']['output']>;
  /** The last entry of the project's log. */
  readonly modified: Maybe<Scalars['DateTime']['output']>;
  /** Everyone who takes part, in the project's order; the work's `creators` are those whom it cites. */
  readonly contributors: Maybe<ReadonlyArray<Creator>>;
  /** The components one level below, as far as the caller may see them. */
  readonly children: Maybe<ReadonlyArray<RdmProject>>;
  /** One folder of one storage, read when asked for: osfstorage (NII Storage), s3, nextcloud, googledrive, …; null where there is none. */
  readonly files: Maybe<ReadonlyArray<RdmFile>>;
  /**
   * The metadata that the researchers registered, as common metadata elements: the grant from the newest registration, else from a
   * draft (which only the project's administrators can read), the rest from the project's registered files, each distinct value once.
   * Null where nothing is registered. Contacts and e-Rad numbers of people are given only to a caller with a token.
   */
  readonly metadata: Maybe<CommonMetadata>;
};


/** A project of GakuNin RDM, or a component of one. What a search hit carries is answered from the hit. */
export type RdmProjectFilesArgs = {
  path?: InputMaybe<Scalars['String']['input']>;
  provider?: InputMaybe<Scalars['String']['input']>;
};

/** A file or folder of a project's storage. */
export type RdmFile = {
  readonly id: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
  /** From the storage's root, for people; of a folder it ends with a slash, and `files(path:)` takes it. */
  readonly path: Scalars['String']['output'];
  readonly folder: Scalars['Boolean']['output'];
  readonly bytes: Maybe<Scalars['Float']['output']>;
  readonly modified: Maybe<Scalars['DateTime']['output']>;
  /** Only where the storage states it. */
  readonly sha256: Maybe<Scalars['String']['output']>;
  readonly url: Maybe<Scalars['URL']['output']>;
};

export type Work = {
  readonly id: Scalars['ID']['output'];
  readonly known: Scalars['ID']['output'];
  /** The projects of GakuNin RDM among the work's records. */
  readonly rdm: Maybe<ReadonlyArray<Maybe<RdmProject>>>;
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
  RdmProject: RdmProject;
  Work: Work;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  RdmProject:
    ( { __typename: 'RdmProject' }
    & GraphQLRecursivePick<FederationTypes['RdmProject'], {"id":true}> );
  Work:
    ( { __typename: 'Work' }
    & GraphQLRecursivePick<FederationTypes['Work'], {"id":true,"known":true}> );
};


/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  PlatformRecord: ( RdmProjectModel );
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
  RdmUser: ResolverTypeWrapper<RdmUserModel>;
  RdmProjectConnection: ResolverTypeWrapper<RdmProjectConnectionModel>;
  RdmProject: ResolverTypeWrapper<RdmProjectModel>;
  RdmFile: ResolverTypeWrapper<RdmFileModel>;
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
  RdmUser: RdmUserModel;
  RdmProjectConnection: RdmProjectConnectionModel;
  RdmProject: RdmProjectModel;
  RdmFile: RdmFileModel;
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
  __resolveType: TypeResolveFn<'RdmProject', ParentType, ContextType>;
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
  rdmMe?: Resolver<Maybe<ResolversTypes['RdmUser']>, ParentType, ContextType>;
  rdmProjects?: Resolver<Maybe<ResolversTypes['RdmProjectConnection']>, ParentType, ContextType, RequireFields<QueryRdmProjectsArgs, 'first'>>;
  rdmProject?: Resolver<Maybe<ResolversTypes['RdmProject']>, ParentType, ContextType, RequireFields<QueryRdmProjectArgs, 'id'>>;
};

export type RdmUserResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['RdmUser'] = ResolversParentTypes['RdmUser']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  orcid?: Resolver<Maybe<ResolversTypes['ORCID']>, ParentType, ContextType>;
  institutions?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  projects?: Resolver<Maybe<ResolversTypes['RdmProjectConnection']>, ParentType, ContextType, RequireFields<RdmUserProjectsArgs, 'first'>>;
};

export type RdmProjectConnectionResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['RdmProjectConnection'] = ResolversParentTypes['RdmProjectConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['RdmProject']>, ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
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
  guid?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  public?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  tags?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  created?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  modified?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  contributors?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Creator']>>, ParentType, ContextType>;
  children?: Resolver<Maybe<ReadonlyArray<ResolversTypes['RdmProject']>>, ParentType, ContextType>;
  files?: Resolver<Maybe<ReadonlyArray<ResolversTypes['RdmFile']>>, ParentType, ContextType, RequireFields<RdmProjectFilesArgs, 'path' | 'provider'>>;
  metadata?: Resolver<Maybe<ResolversTypes['CommonMetadata']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RdmFileResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['RdmFile'] = ResolversParentTypes['RdmFile']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  folder?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  bytes?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  modified?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  sha256?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
};

export type WorkResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Work'] = ResolversParentTypes['Work'], FederationReferenceType extends FederationReferenceTypes['Work'] = FederationReferenceTypes['Work']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Work']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  known?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  rdm?: Resolver<Maybe<ReadonlyArray<Maybe<ResolversTypes['RdmProject']>>>, ParentType, ContextType>;
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
  RdmUser?: RdmUserResolvers<ContextType>;
  RdmProjectConnection?: RdmProjectConnectionResolvers<ContextType>;
  RdmProject?: RdmProjectResolvers<ContextType>;
  RdmFile?: RdmFileResolvers<ContextType>;
  Work?: WorkResolvers<ContextType>;
};

