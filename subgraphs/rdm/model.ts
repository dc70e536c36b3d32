import type { RdmAccount, RdmFile, RdmRecord } from './record.js';

/** A project that is read only as far as it is asked for. */
export interface RdmProjectModel {
  /** rdm:<guid> */
  readonly id: string;
  readonly guid: string;
  readonly platform: 'GAKUNIN_RDM';
  /** Null: not read yet. */
  readonly record: RdmRecord | null;
}

export interface RdmProjectConnectionModel {
  readonly nodes: readonly RdmProjectModel[];
  readonly totalCount: number | null;
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

export type RdmUserModel = RdmAccount;

export type RdmFileModel = RdmFile;
