/** What the Global Environmental Database shows of a dataset beyond what every platform shows. */
import type { Bilingual, Shown } from './types.js';

export interface GedSite {
  readonly name: { readonly ja: string; readonly en: string };
  /** Degrees, WGS 84; a text where the page prints a range. */
  readonly latitude: string;
  readonly longitude: string;
  /** As printed: "10 m", "標高 3776 m"; null where the page says nothing. */
  readonly height: Bilingual | null;
}

/** The stations of the world; the numbers are rounded from real places, the stations are not real. */
export type GedStation = 'hateruma' | 'ochiishi' | 'minamitori' | 'fuji';
export type GedGas = 'co2' | 'ch4' | 'n2o';

/** What a file holds; the simulated platform computes it when it is asked for the first time. */
export type GedContent =
  /** One gas at one station, FFI 1001. */
  | {
      readonly kind: 'station';
      readonly station: GedStation;
      readonly gas: GedGas;
      readonly step: 'hour' | 'day' | 'month';
      /** YYYY-MM-DD, both included. */
      readonly from: string;
      readonly until: string;
      /** japanese: names and descriptions in Japanese, in cp932. */
      readonly form?: 'japanese' | 'crlf' | 'local-time';
    }
  /** Flask samples at irregular times, FFI 1001 with an epoch and no date variables. */
  | { readonly kind: 'flask'; readonly station: GedStation }
  /** Monthly means of a region, FFI 1001, as the one known file of GED. */
  | { readonly kind: 'region'; readonly region: 1 | 2 | 3 }
  /** Values along a ship's track with the position as auxiliary variables, FFI 1010. */
  | { readonly kind: 'track' }
  /** Ten-minute values, six to a record, FFI 1020. */
  | { readonly kind: 'fast' }
  /** Vertical profiles, FFI 2110. */
  | { readonly kind: 'profiles' }
  /** Text that is no NASA Ames. */
  | { readonly kind: 'plain' }
  /** An md5 list of the dataset's other files. */
  | { readonly kind: 'checksums' }
  /** So many bytes of no meaning; large ones are never held in memory. */
  | { readonly kind: 'binary'; readonly bytes: number };

export interface GedFile {
  /** Behind …/nies_data/10.17595/{id}/. */
  readonly path: string;
  readonly mediaType: string;
  readonly content: GedContent;
}

/** A tool or page of GED that shows the dataset's values otherwise. */
export interface GedLink {
  readonly name: { readonly ja: string; readonly en: string };
  readonly url: { readonly ja: string; readonly en: string };
}

/** A dataset as its landing page tells of it (fact sheet 3); null where the page does not have the field. */
export interface GedDataset {
  /** YYYYMMDD.NNN: the part of the DOI behind 10.17595/. */
  readonly id: string;
  /** YYYY-MM-DD. */
  readonly released: string;
  /** YYYY-MM-DD: when page and files were last changed. */
  readonly revised: string;
  /** YYYY-MM-DD each; no end where the observation goes on. */
  readonly coverage: { readonly from: string; readonly until: string | null };
  readonly status: 'final' | 'preliminary' | 'restricted' | 'discontinued';
  /** What the page says in red: preliminary values, a password, a dataset that has been merged into another. */
  readonly notice: Bilingual | null;
  readonly format: Bilingual | null;
  /** As printed, in decimal or binary units. */
  readonly volume: string | null;
  /** As printed: `Ver.1.2 (2024/09/06)`, `2.0 (2022-12-09)`, `ver.2024.1.0`. */
  readonly version: string | null;
  readonly dataLanguage: { readonly ja: string; readonly en: string } | null;
  readonly listsPublications: boolean;
  readonly observed: { readonly ja: string; readonly en: string };
  readonly resolution: Bilingual | null;
  readonly precision: string | null;
  readonly sites: readonly GedSite[];
  readonly method: Bilingual | null;
  readonly calculation: Bilingual | null;
  readonly history: readonly { readonly ja: string; readonly en: string }[];
  readonly references: readonly string[];
  readonly acknowledgements: Bilingual | null;
  readonly terms: { readonly ja: string; readonly en: string };
  /** Whether the page prints the code and address of the work's licence in its terms. */
  readonly licensePrinted: boolean;
  readonly links: readonly GedLink[];
  /** Whether a Mahalo button stands on the page. */
  readonly mahalo: boolean;
  /** Older pages list their fields, newer ones set them as a table. */
  readonly layout: 'table' | 'list';
  readonly files: readonly GedFile[];
}

export type GedHolding = Shown & GedDataset;
