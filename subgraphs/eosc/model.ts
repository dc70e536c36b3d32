import type { EoscInstance, EoscRecord } from './record.js';
import type { EoscService, ServiceFacet } from './services.js';

/** A product that is read only as far as it is asked for: its id alone costs nothing. */
export interface EoscProductModel {
  /** eosc:<openaire id> */
  readonly id: string;
  readonly openaireId: string;
  readonly platform: 'EOSC';
  readonly record: EoscRecord | null;
}

interface PageInfoModel {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

export interface EoscConnectionModel {
  readonly nodes: readonly EoscProductModel[];
  readonly totalCount: number;
  readonly pageInfo: PageInfoModel;
}

export interface EoscServiceConnectionModel {
  readonly nodes: readonly EoscService[];
  readonly totalCount: number;
  readonly pageInfo: PageInfoModel;
  /** What was searched for, for the counts. */
  readonly query: string | null;
}

export type EoscServiceModel = EoscService;
export type EoscServiceFacetModel = ServiceFacet;
export type EoscInstanceModel = EoscInstance;
