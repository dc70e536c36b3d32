/** What matters here of Cache-Control (RFC 9111, 5.2). */
const SHARED_MAX_AGE = /(?:^|,)\s*s-maxage\s*=\s*"?(\d{1,9})"?\s*(?:,|$)/i;
const MAX_AGE = /(?:^|,)\s*max-age\s*=\s*"?(\d{1,9})"?\s*(?:,|$)/i;
const NOT_SHARED = /(?:^|,)\s*(?:no-store|no-cache|private)\b/i;

/** Cache-Control of an answer that nobody may keep. */
export const NOT_KEPT = 'no-store';

/** Whole seconds of milliseconds, as headers tell times. */
export function seconds(milliseconds: number): string {
  return String(Math.max(0, Math.floor(milliseconds / 1000)));
}

/** How long an answer from elsewhere may still be kept by its headers, in milliseconds; 0: not at all, or they do not tell. */
export function freshMsOf(cacheControl: string | undefined, age: string | undefined): number {
  if (cacheControl === undefined || NOT_SHARED.test(cacheControl)) return 0;
  const [, lifetime] = SHARED_MAX_AGE.exec(cacheControl) ?? MAX_AGE.exec(cacheControl) ?? [];
  const spent = /^\d{1,9}$/.test(age ?? '') ? Number(age) : 0;
  return Math.max(0, Number(lifetime ?? 0) - spent) * 1000;
}
