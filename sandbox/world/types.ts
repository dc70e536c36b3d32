/**
 * The fictional research world that all simulated platforms share. A sandbox shows a work as its platform would hold it:
 * what differs between platforms stands in `holdings`, all else is the same everywhere.
 */
import type { GedHolding } from './ged-types.js';

/** A text in Japanese and English; null where it exists in the other language only (or in none). */
export interface Bilingual {
  readonly ja: string | null;
  readonly en: string | null;
}

export type LanguageChoice = 'both' | 'ja' | 'en' | 'none';

export interface WorldOrganization {
  readonly key: string;
  readonly name: { readonly ja: string; readonly en: string };
  /** https://ror.org/…, checksum right, from a range that ROR does not use. */
  readonly ror: string;
  /** Sixteen digits without blanks, check digit right. */
  readonly isni: string | null;
  /** Five digits, as the KAKENHI institution list has them. */
  readonly kakenhi: string | null;
}

export interface WorldPerson {
  readonly key: string;
  readonly family: { readonly ja: string; readonly kana: string; readonly en: string };
  readonly given: { readonly ja: string; readonly kana: string; readonly en: string };
  readonly organization: string;
  readonly department: { readonly ja: string; readonly en: string };
  readonly jobTitle: { readonly ja: string; readonly en: string };
  /** 0009-0099-…: check digit right, outside of the block that ORCID hands out. */
  readonly orcid: string | null;
  /** Thirteen digits; 10000 + e-Rad number first, automatically assigned ones (9000…) after it. */
  readonly nrids: readonly string[];
  /** Eight digits. */
  readonly eRad: string | null;
  /** CiNii's author id (DA…), for those with books. */
  readonly ciniiAuthorId: string | null;
  /** Their record on CiNii Research. */
  readonly crid: string;
}

export interface WorldFunder {
  readonly key: string;
  readonly name: { readonly ja: string; readonly en: string };
  readonly ror: string;
  /** Crossref Funder ID as an address: https://doi.org/10.13039/… */
  readonly crossrefFunder: string | null;
}

export interface WorldAward {
  readonly key: string;
  /** As its funder prints it in a list of awards: 20H00001, JPMJMS2091, 101099001. */
  readonly number: string;
  /** The Japan Grant Number: JP20H00001, JPMJMS2091; null for awards from abroad. */
  readonly jgn: string | null;
  readonly funder: string;
  readonly stream: { readonly ja: string; readonly en: string };
  readonly title: { readonly ja: string; readonly en: string };
  readonly summary: { readonly ja: string; readonly en: string };
  readonly keywords: readonly Keyword[];
  readonly organization: string;
  readonly investigators: readonly { readonly person: string; readonly role: 'principal' | 'co' }[];
  /** YYYY-MM-DD. */
  readonly from: string;
  readonly until: string;
  /** Total, yen. */
  readonly amount: number;
  readonly moonshot: boolean;
  /** Its project record on CiNii Research; null for awards that CiNii Research does not list. */
  readonly crid: string | null;
}

export interface Keyword {
  readonly ja: string;
  readonly en: string;
}

export interface WorldRepository {
  readonly key: string;
  /** The public host name: it stands in OAI identifiers and record addresses. */
  readonly host: string;
  readonly name: { readonly ja: string; readonly en: string };
  readonly organization: string;
  /** Prefix of the DOIs that it registers. */
  readonly doiPrefix: string;
  readonly handlePrefix: string;
  /** Its five-digit number at IRDB. */
  readonly irdb: string;
  /** False: not on JAIRO Cloud; only IRDB knows it. */
  readonly jairoCloud: boolean;
  /** Its indexes ("sets"): id, path of ids (`1:12`), name. */
  readonly sets: readonly {
    readonly id: string;
    readonly path: string;
    readonly name: { readonly ja: string; readonly en: string };
  }[];
}

export interface WorldJournal {
  readonly key: string;
  readonly title: { readonly ja: string; readonly en: string };
  readonly publisher: { readonly ja: string; readonly en: string };
  /** With hyphen and right check digit. */
  readonly issn: string;
  readonly eissn: string | null;
  readonly ncid: string;
  readonly refereed: boolean;
}

export type WorkKind = 'article' | 'bulletin' | 'conference' | 'thesis' | 'dataset' | 'report' | 'book' | 'software';

export type Access = 'open' | 'embargoed' | 'restricted' | 'metadata-only';

export interface WorldFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly kind: 'fulltext' | 'dataset' | 'summary' | 'software';
  readonly access: Access;
  /** YYYY-MM-DD; the day from which it can be fetched, where that day is told. */
  readonly availableFrom: string | null;
}

export interface WorldRelation {
  /** As JPCOAR and CiNii Research write it: isSupplementTo, references, isCitedBy, isVersionOf, hasVersion, isPartOf … */
  readonly relation: string;
  /** Key of the other work; its own entry holds the inverse. */
  readonly work: string;
}

export interface WorldPlace {
  readonly name: { readonly ja: string; readonly en: string };
  /** Degrees, WGS 84. West may be greater than east over the date line. */
  readonly box: { readonly west: number; readonly south: number; readonly east: number; readonly north: number };
}

export interface WorldLicence {
  readonly name: string;
  readonly url: string | null;
}

export type Field = 'climate' | 'ocean' | 'disaster' | 'materials' | 'life' | 'humanities';

/**
 * Who tells of a DOI: JaLC, DataCite, neither of them (`Crossref`: content negotiation only), or nobody yet (`unpublished`:
 * reserved at JaLC, its landing page not open).
 */
export type DoiRegistration = 'JaLC' | 'DataCite' | 'Crossref' | 'unpublished';

export interface WorldWork {
  readonly key: string;
  readonly field: Field;
  /** Works of one topic are each other's relatives. */
  readonly topic: string;
  readonly kind: WorkKind;
  /** The title of a work in Chinese stands in `ja`: `language` tells. */
  readonly title: Bilingual;
  readonly titleKana: string | null;
  readonly alternativeTitle: string | null;
  readonly abstract: Bilingual;
  readonly keywords: readonly Keyword[];
  /** Language of the content, ISO 639-1. */
  readonly language: 'ja' | 'en' | 'zh';
  /** Keys of people; empty where nobody is named. */
  readonly creators: readonly string[];
  /** Names of authors of whom nothing but the name is known, after `creators`. */
  readonly otherCreators: readonly string[];
  readonly publisher: Bilingual;
  readonly journal: string | null;
  readonly volume: string | null;
  readonly issue: string | null;
  readonly firstPage: string | null;
  readonly lastPage: string | null;
  readonly event: {
    readonly name: Bilingual;
    readonly place: Bilingual;
    readonly from: string;
    readonly until: string;
  } | null;
  readonly degree: {
    readonly name: Bilingual;
    readonly organization: string;
    readonly granted: string;
    readonly number: string;
  } | null;
  /** The real date: YYYY, YYYY-MM or YYYY-MM-DD. Holdings may know less. */
  readonly issued: string;
  /** When it was put into its repository or catalogue: YYYY-MM-DD. */
  readonly deposited: string;
  readonly version: string | null;
  readonly doi: string | null;
  /** Left out: DataCite for the test prefix 10.5072, JaLC for all others. */
  readonly registration?: DoiRegistration;
  readonly handle: string | null;
  readonly naid: string | null;
  readonly ncid: string | null;
  readonly isbn: string | null;
  readonly access: Access;
  /** YYYY-MM-DD, only with `embargoed`. */
  readonly embargoUntil: string | null;
  readonly licence: WorldLicence | null;
  readonly files: readonly WorldFile[];
  /** Keys of awards. */
  readonly awards: readonly string[];
  readonly relations: readonly WorldRelation[];
  readonly places: readonly WorldPlace[];
  /** The time that the content covers, YYYY-MM-DD each. */
  readonly period: { readonly from: string; readonly until: string } | null;
  readonly holdings: Holdings;
}

/** How one platform shows a work: less than the work itself has. */
export interface Shown {
  readonly titles: LanguageChoice;
  readonly abstracts: LanguageChoice;
  /** As this platform prints it: may be a year where the work has a day. */
  readonly issued: string;
  /** Creators (by position) whose ORCID this platform does not know. */
  readonly withoutOrcid: readonly number[];
  /** Whether award numbers come with their JP prefix. */
  readonly awardPrefix: boolean;
}

export interface CiniiHolding extends Shown {
  readonly crid: string;
  /** JALC, CROSSREF, IRDB, CIA, NDL, CID, CIB, DATACITE … with the source's own id. */
  readonly sources: readonly { readonly type: string; readonly value: string }[];
  readonly abstractAllowed: boolean;
  /** The abstract comes with JATS markup: as it is, or escaped once more. */
  readonly markup: 'none' | 'jats' | 'escaped-jats';
}

export interface JairoHolding extends Shown {
  /** Key of the repository. */
  readonly repository: string;
  /** WEKO's record number: digits without leading zeros. */
  readonly recid: string;
  /** Ids of the repository's sets that hold it. */
  readonly sets: readonly string[];
  /** Its ten-digit number at IRDB. */
  readonly irdb: string;
  /** RFC 3339, UTC: the OAI-PMH datestamp. */
  readonly datestamp: string;
  /** deleted: a deleted header; private: shown as deleted; hidden: left out of lists. */
  readonly state: 'public' | 'deleted' | 'private' | 'hidden';
}

/** A text that is written in both languages. */
export interface BothLanguages {
  readonly ja: string;
  readonly en: string;
}

/** Where DIAS's metadata of a dataset can be found: its own pages, the GEO broker alone, a CSW alone. */
export type DiasChannel = 'pages' | 'geodab' | 'csw';

export interface DiasKeyword {
  readonly text: BothLanguages;
  /** theme, place, discipline, temporal … */
  readonly type: string;
  readonly thesaurus: string | null;
}

/** What a DIAS document says beside what every catalogue knows of a work. A part that is left out is an empty section. */
export interface DiasDetails {
  /** The middle part of the document's name; null: the name has none. */
  readonly org: string | null;
  /** Languages in which there is a metadata document; the landing page has both. */
  readonly documents: LanguageChoice;
  readonly abbreviation: string | null;
  /** As DIAS prints it: years, months or days; without an end, data are still being added. */
  readonly period: { readonly from: string; readonly until: string | null } | null;
  readonly resolution: BothLanguages | null;
  readonly topicCategories: readonly string[];
  /** Name, size and resolution of each dimension. */
  readonly grid: readonly (readonly [dimension: string, size: string, resolution: string])[];
  readonly themes: readonly DiasKeyword[];
  readonly formats: readonly (readonly [name: string, version: string, specification: string])[];
  readonly processing: BothLanguages | null;
  readonly remarks: BothLanguages | null;
  readonly providerPolicy: BothLanguages | null;
  readonly projectPolicy: BothLanguages | null;
  readonly acknowledgement: BothLanguages | null;
  /** Works of the world that it refers to, by key. */
  readonly references: readonly string[];
  /** The number in the address of its list of files; null without one. */
  readonly fileList: number | null;
}

export interface DiasHolding extends Shown {
  /** The dataset id: letters, digits, underscores; its case counts. */
  readonly id: string;
  readonly channels: readonly DiasChannel[];
  readonly details: DiasDetails;
}

export interface Holdings {
  readonly cinii?: CiniiHolding;
  readonly jairo?: JairoHolding;
  readonly rdm?: Shown & { readonly guid: string };
  readonly dias?: DiasHolding;
  readonly ged?: GedHolding;
  readonly eosc?: Shown & { readonly id: string };
}

export interface World {
  /** The day on which the world stands still, YYYY-MM-DD: embargoes end before or after it. */
  readonly today: string;
  readonly organizations: readonly WorldOrganization[];
  readonly people: readonly WorldPerson[];
  readonly funders: readonly WorldFunder[];
  readonly awards: readonly WorldAward[];
  readonly repositories: readonly WorldRepository[];
  readonly journals: readonly WorldJournal[];
  readonly works: readonly WorldWork[];
  /** By key; an unknown key is a mistake in the world's data and throws. */
  organization(key: string): WorldOrganization;
  person(key: string): WorldPerson;
  funder(key: string): WorldFunder;
  award(key: string): WorldAward;
  repository(key: string): WorldRepository;
  journal(key: string): WorldJournal;
  work(key: string): WorldWork;
}
