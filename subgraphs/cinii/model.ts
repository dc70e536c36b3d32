import type { CiniiPublication, CiniiRecord } from './record.js';

/** A record that is read only as far as it is asked for: from its hit where one is known, else from its own document. */
export interface CiniiRecordModel {
  /** cinii:<crid> */
  readonly id: string;
  readonly crid: string;
  readonly platform: 'CINII_RESEARCH';
  readonly hit: CiniiRecord | null;
}

export interface CiniiConnectionModel {
  readonly nodes: readonly CiniiRecordModel[];
  readonly totalCount: number;
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

export type CiniiPublicationModel = CiniiPublication;
