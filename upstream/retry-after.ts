/**
 * The milliseconds that a Retry-After header asks to wait (RFC 9110, 10.2.3: seconds, or a date). A date that has passed is 0.
 * @returns undefined where there is none, or none that can be read.
 */
export function retryAfterMs(header: string | undefined, now: number): number | undefined {
  const value = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1000;
  // Only the form of HTTP: Date.parse alone takes "7" for a month.
  if (!/^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(value)) return undefined;
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}
