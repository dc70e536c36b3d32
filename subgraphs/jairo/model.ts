import type { UpstreamError } from '../../upstream/errors.js';
import type { JairoItemRecord } from './record.js';

/** A record that is read only as far as it is asked for: what its hit carries is answered from the hit. */
export interface JairoItemModel {
  readonly id: string;
  readonly platform: 'JAIRO_CLOUD';
  readonly recid: string;
  readonly record: JairoItemRecord;
}

/** A repository; what it says of itself is asked only if it is selected. */
export interface JairoRepositoryModel {
  readonly id: string;
  readonly baseUrl: string;
  /** How it just answered; null where it was not asked yet. */
  readonly answered: 'UP' | 'DOWN' | null;
}

export interface JairoConnectionModel {
  /** A record that could not be read stands as its failure: a null item with an error of its own. */
  readonly found: readonly (JairoItemModel | UpstreamError)[];
  readonly totalCount: number | null;
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly sources: readonly JairoRepositoryModel[];
}
