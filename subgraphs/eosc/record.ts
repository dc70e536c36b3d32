import type { AccessRight, Affiliation, FullRecord, Funding, License } from '../common/record.js';
import type { AwardReference } from '../common/value-resolvers.js';

/** One copy of a product, where OpenAIRE collected it. */
export interface EoscInstance {
  readonly urls: readonly string[];
  readonly accessRight: AccessRight;
  readonly license: License | null;
  /** Null where OpenAIRE does not know the repository. */
  readonly hostedBy: string | null;
  /** peerReviewed, nonPeerReviewed; null where OpenAIRE does not know. */
  readonly refereed: string | null;
}

/** What OpenAIRE says of a product beside the shared fields. */
export interface EoscFields {
  readonly openaireId: string;
  /** gold, hybrid, bronze. */
  readonly openAccessColor: string | null;
  readonly instances: readonly EoscInstance[];
  /** Null: version 1 of the Graph API does not tell (fact sheet 2.1). */
  readonly projects: readonly AwardReference[] | null;
  /** Null: version 1 of the Graph API does not tell. */
  readonly organizations: readonly Affiliation[] | null;
  readonly citations: number | null;
  /** Every DOI that the product states among its pids; `doi` is its own one. */
  readonly dois: readonly string[];
}

/**
 * A research product of the OpenAIRE Graph. Lists and single records carry the same, so a hit is the whole record; only the
 * grants are not carried by version 1.
 */
export type EoscRecord = Omit<FullRecord, 'funding'> & { readonly funding?: readonly Funding[] } & EoscFields;

/** The prefix of EOSC's record ids. */
export const PREFIX = 'eosc:';

/**
 * An OpenAIRE id: twelve characters that name where it comes from, two colons, a hash (fact sheet 2.5). Short of that form
 * the text before and behind the colons is taken as it is, without blanks: record ids are written one after another.
 */
const OPENAIRE_ID = /^[\w.-]{1,40}::[\w.:-]{1,100}$/;

export function isOpenaireId(text: string): boolean {
  return OPENAIRE_ID.test(text);
}

/** Where people look at a product, whatever address the machine interface is asked at. */
export function pageOf(openaireId: string): string {
  return `https://explore.openaire.eu/search/result?id=${encodeURIComponent(openaireId)}`;
}
