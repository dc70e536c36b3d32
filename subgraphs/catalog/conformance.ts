import { WORK_PROFILES, type WorkProfileName } from '../../conformance/check.js';
import { conformanceOf } from '../../conformance/profiles.js';
import type { FormatWork } from '../../formats/work.js';
import { NULLABLE_LISTS, type MergedWork } from './merge.js';
import type { ConformanceCheckModel } from './model.js';

/**
 * `Work.conformance`: the checks of the profiles that are asked for, each once, in the order of the API; of all without an argument.
 * @param exported what the writers of formats take of the work
 */
export function workConformance(
  exported: FormatWork,
  work: MergedWork,
  { profiles }: { readonly profiles?: readonly WorkProfileName[] | null | undefined },
): ConformanceCheckModel[] {
  const wanted = WORK_PROFILES.filter((name) => profiles?.includes(name) ?? true);
  // What could not be read is no gap of the source.
  const unread = new Set([...NULLABLE_LISTS].filter((field) => work[field] === null));
  return conformanceOf({ ...exported, unread }, wanted);
}
