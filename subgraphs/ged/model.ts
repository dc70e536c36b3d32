import type { LocalizedText } from '../common/record.js';
import type { Series } from './series/index.js';
import type { GedFileEntry, GedRecord, GedServiceEntry, GedSite } from './record.js';

/** A dataset that is read only as far as it is asked for: its id alone costs nothing. */
export interface GedDatasetModel {
  /** ged:<id> */
  readonly id: string;
  readonly platform: 'NIES_GED';
  readonly record: GedRecord | null;
}

export interface GedConnectionModel {
  readonly nodes: readonly GedDatasetModel[];
  readonly totalCount: number;
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

/** A file of a dataset, whose terms and title go with its values. */
export interface GedFileModel extends GedFileEntry {
  readonly terms: LocalizedText | null;
  readonly title: LocalizedText;
}

export interface GedSeriesModel extends Series {
  readonly terms: LocalizedText | null;
  readonly title: LocalizedText;
}

export type GedSiteModel = GedSite;
export type GedServiceModel = GedServiceEntry;
