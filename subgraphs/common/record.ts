/**
 * The shared record: what every platform's mapping produces and all that the catalog, the exports and `convert` read.
 * Nothing of an upstream's own shape gets past it.
 */

export type Platform = 'CINII_RESEARCH' | 'JAIRO_CLOUD' | 'GAKUNIN_RDM' | 'DIAS' | 'NIES_GED' | 'EOSC';

export type WorkType =
  'ARTICLE' | 'BOOK' | 'CONFERENCE_PAPER' | 'DATASET' | 'PROJECT' | 'REPORT' | 'SOFTWARE' | 'THESIS' | 'OTHER';

export type AccessRight = 'OPEN' | 'EMBARGOED' | 'RESTRICTED' | 'METADATA_ONLY' | 'UNKNOWN';

/** `lang` is a BCP 47 tag as the source gives it, `ja` for an untagged text with kana, otherwise null. */
export interface LangString {
  readonly value: string;
  readonly lang: string | null;
}

/** Text in the languages that the source has, in the source's order. `ja`, `en` and the best text are derived (localized-text.ts). */
export interface LocalizedText {
  readonly values: readonly LangString[];
}

/** `value` is the scheme's bare form (no resolver in front); `url` is absolute http(s) or null. */
export interface Identifier {
  readonly scheme: string;
  readonly value: string;
  readonly url: string | null;
}

export interface Affiliation {
  readonly name: LocalizedText;
  /** https://ror.org/…, only with a correct checksum. */
  readonly ror: string | null;
  readonly identifiers: readonly Identifier[];
}

export interface Creator {
  readonly name: LocalizedText;
  readonly familyName: LocalizedText | null;
  readonly givenName: LocalizedText | null;
  /** Bare iD with a correct check digit. */
  readonly orcid: string | null;
  readonly nrid: string | null;
  readonly eRadId: string | null;
  /** Everything the source states, the above included, and an ORCID with a wrong check digit. */
  readonly identifiers: readonly Identifier[];
  readonly affiliations: readonly Affiliation[];
}

export interface Contributor {
  readonly role: string;
  readonly creator: Creator;
}

export interface Container {
  readonly title: LocalizedText | null;
  readonly issn: readonly string[];
  readonly volume: string | null;
  readonly issue: string | null;
  readonly firstPage: string | null;
  readonly lastPage: string | null;
}

export interface EventInfo {
  readonly name: LocalizedText | null;
  readonly place: LocalizedText | null;
  readonly period: string | null;
}

export interface Degree {
  readonly name: LocalizedText | null;
  readonly grantor: LocalizedText | null;
  readonly granted: string | null;
  readonly number: string | null;
}

export interface Subject {
  readonly value: LocalizedText;
  readonly scheme: string | null;
  readonly url: string | null;
}

export interface License {
  readonly name: string | null;
  readonly spdx: string | null;
  readonly url: string | null;
}

/** `awardNumber` is as the source prints it. */
export interface Funding {
  readonly funder: LocalizedText | null;
  readonly funderIds: readonly Identifier[];
  readonly stream: LocalizedText | null;
  readonly streamId: string | null;
  readonly awardNumber: string | null;
  readonly awardTitle: LocalizedText | null;
}

export interface BoundingBox {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

export interface Place {
  readonly name: LocalizedText | null;
  readonly box: BoundingBox | null;
  readonly point: { readonly lat: number; readonly lon: number } | null;
}

export interface WorkFile {
  readonly name: string;
  readonly url: string | null;
  readonly kind: string | null;
  readonly mediaType: string | null;
  /** Only where the source states bytes, or a size with a unit that can be read exactly. */
  readonly bytes: number | null;
  /** The size as the source prints it. */
  readonly size: string | null;
  readonly accessRight: AccessRight;
  /** YYYY-MM-DD. */
  readonly availableFrom: string | null;
}

/** `relation` is a DataCite relation type (IsCitedBy, References, …); `id` a work or record id that `work(id:)` accepts, when one is known. */
export interface RelatedWork {
  readonly relation: string;
  readonly id: string | null;
  readonly identifier: Identifier | null;
  readonly title: LocalizedText | null;
}

/** The values of a work. A null or an empty list: the source was read and has none. */
export interface WorkFields {
  readonly doi: string | null;
  readonly identifiers: readonly Identifier[];
  readonly type: WorkType;
  /** Without values where the source has no title. */
  readonly title: LocalizedText;
  readonly alternativeTitles: readonly LocalizedText[];
  readonly description: LocalizedText | null;
  readonly creators: readonly Creator[];
  readonly contributors: readonly Contributor[];
  readonly publisher: LocalizedText | null;
  readonly container: Container | null;
  readonly event: EventInfo | null;
  readonly degree: Degree | null;
  readonly version: string | null;
  /** EDTF level 0: issued or published, else the publication year. */
  readonly issued: string | null;
  /** RFC 3339, UTC. */
  readonly updated: string | null;
  /** BCP 47. */
  readonly languages: readonly string[];
  readonly subjects: readonly Subject[];
  readonly accessRight: AccessRight;
  /** YYYY-MM-DD. */
  readonly embargoUntil: string | null;
  readonly licenses: readonly License[];
  readonly formats: readonly string[];
  readonly size: string | null;
  readonly funding: readonly Funding[];
  readonly places: readonly Place[];
  /** EDTF level 0: the time that the content covers. */
  readonly period: string | null;
  readonly files: readonly WorkFile[];
  /** The page for people. */
  readonly url: string | null;
  readonly related: readonly RelatedWork[];
}

/** Which platform record a value was taken from. */
export interface FieldSource {
  readonly field: string;
  readonly platform: Platform;
  readonly recordId: string;
}

export type CacheState = 'MISS' | 'HIT' | 'STALE';

/** When a document was read from the platform, and whether it came from our cache. */
export interface Retrieval {
  readonly at: Date;
  readonly cache: CacheState;
  readonly ageSeconds: number;
}

export type ReadLanguage = 'ja' | 'en';

/**
 * One platform's record of a work. A field that is absent (undefined) is not carried by the document that was read: a
 * search hit carries less than the record's own document, and whoever needs such a field asks the connector for the record.
 */
export interface SharedRecord extends Partial<WorkFields> {
  /** "<platform prefix>:<the platform's own identifier>" */
  readonly id: string;
  readonly platform: Platform;
  readonly retrieved: Retrieval;
  /** `creators` of this hit are names without identifiers and affiliations. */
  readonly creatorsAreNamesOnly?: true;
  /** Addresses at which the source says the same record stands elsewhere (its source record, its repository page): for identity alone. */
  readonly sameAs?: readonly string[];
  /** The host of the repository that holds it, of a platform that is made of many; null: it is not known. */
  readonly repository?: string | null;
  /** A search answer of one language carries the texts of that language only; absent: all that the source has. */
  readonly readIn?: readonly ReadLanguage[];
}

/** A record whose own document was read: it carries every field. */
export type FullRecord = SharedRecord & WorkFields;
