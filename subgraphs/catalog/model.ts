import type { ConformanceCheck, WorkProfileName } from '../../conformance/check.js';
import type { LocalizedText, License, Platform, SharedRecord } from '../common/record.js';
import type { MergedWork } from './merge.js';
import type { CatalogSearch, SearchResult } from './search.js';

/** A work below the API: merged, with the record ids that the platforms' fields start from. */
export type WorkModel = MergedWork;

/** What a profile's check says of a work. */
export type ConformanceCheckModel = ConformanceCheck<WorkProfileName>;

/** A page, with the search that it is of: what its facets count. */
export type WorkConnectionModel = SearchResult & { readonly search: CatalogSearch };

/** A platform's record as the catalog gives it: read already, or a reference whose fields are read when asked for. */
export interface PlatformRecordModel {
  readonly id: string;
  readonly platform: Platform;
  readonly record: SharedRecord | null;
}

/** What a platform is and how it is doing. */
export interface PlatformInfoModel {
  readonly platform: Platform;
  readonly name: LocalizedText;
  readonly operator: LocalizedText;
  readonly homepage: string;
  readonly capabilities: readonly string[];
  readonly terms: LocalizedText | null;
  readonly termsUrl: string | null;
  readonly license: License | null;
  readonly status: PlatformStatusModel;
}

export interface PlatformStatusModel {
  readonly state: 'UP' | 'DEGRADED' | 'DOWN' | 'NOT_CONFIGURED';
  readonly since: Date;
  readonly p50Ms: number | null;
  readonly p95Ms: number | null;
  readonly requests: number;
  readonly errors: number;
  readonly cacheHitRatio: number | null;
  readonly message: string | null;
}
