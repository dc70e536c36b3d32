/** A work as the catalog hands it to a platform's subgraph: its id and the record ids that are merged in it, blank-separated. */
export interface WorkReference {
  readonly id: string;
  readonly known: string;
}

/** The record ids of one platform among what the catalog knows of a work. */
export function knownRecordIds(work: WorkReference, prefix: string): string[] {
  return work.known.split(' ').filter((id) => id.startsWith(`${prefix}:`));
}
