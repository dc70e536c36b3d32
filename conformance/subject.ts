/** What was checked, as reports tell it: a platform, a file or an endpoint with its records. */
import type { CheckStatus, ConformanceCheck, ProfileName } from './check.js';
import type { EndpointReport, SampledRecord } from './endpoint/report.js';

export interface Subject extends Pick<EndpointReport, 'capabilities' | 'checks' | 'sample' | 'unreadable'> {
  readonly name: string;
}

export const STATUSES: readonly CheckStatus[] = ['PASS', 'WARN', 'FAIL', 'NOT_APPLICABLE', 'NOT_CHECKED'];

export interface Totals {
  readonly profile: ProfileName;
  readonly records: number;
  readonly counts: Readonly<Record<CheckStatus, number>>;
}

/** How often each answer was given, by profile. */
export function totalsOf({ sample }: Subject): Totals[] {
  const checks = sample.flatMap((record) => record.checks);
  const profiles = [...new Set(checks.map(({ profile }) => profile))];
  return profiles.map((profile) => {
    const counts = Object.fromEntries(
      STATUSES.map((status) => [
        status,
        checks.filter((check) => check.profile === profile && check.status === status).length,
      ]),
    ) as Record<CheckStatus, number>;
    const records = sample.filter((record) => record.checks.some((check) => check.profile === profile)).length;
    return { profile, records, counts };
  });
}

/** A check that some records do not pass. */
export interface Gap extends Pick<ConformanceCheck, 'profile' | 'id' | 'level' | 'status' | 'cause' | 'evidence'> {
  readonly records: number;
  /** The id of one of them. */
  readonly example: string;
}

/** What is lacking, each check once with how many records lack it, the most frequent first. */
export function gapsOf({ sample }: Pick<Subject, 'sample'>, status: 'FAIL' | 'WARN'): Gap[] {
  const gaps = new Map<string, Gap>();
  for (const { id: example, checks } of sample) {
    for (const { profile, id, level, status: is, cause, evidence } of checks) {
      if (is !== status) continue;
      const key = JSON.stringify([profile, id, cause]);
      const before = gaps.get(key);
      const records = (before?.records ?? 0) + 1;
      gaps.set(key, before === undefined ? { profile, id, level, status, cause, evidence, records, example } : { ...before, records });
    }
  } // prettier-ignore
  return [...gaps.values()].sort((a, b) => b.records - a.records);
}

/** Whether anything failed: a question, a record's check, or a record that could not be read. */
export function hasFailed({ checks, sample, unreadable }: Subject): boolean {
  const failed = ({ status }: { readonly status: CheckStatus }): boolean => status === 'FAIL';
  return unreadable.length > 0 || checks.some(failed) || sample.some((record: SampledRecord) => record.checks.some(failed));
} // prettier-ignore
