import type { DiasContact, DiasFieldSource, DiasRecord } from './record.js';
import type { GridDimension } from './html/page.js';

/** A dataset that is read only as far as it is asked for: its id alone costs nothing. */
export interface DiasDatasetModel {
  /** dias:<dataset id> */
  readonly id: string;
  readonly datasetId: string;
  readonly platform: 'DIAS';
  readonly record: DiasRecord | null;
}

export interface DiasConnectionModel {
  readonly nodes: readonly DiasDatasetModel[];
  readonly totalCount: number;
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

export type DiasContactModel = DiasContact;
export type DiasGridDimensionModel = GridDimension;
export type DiasFieldSourceModel = DiasFieldSource;
