const NAMED: ReadonlyMap<string, number> = new Map([
  ['UTC', 0],
  ['UT', 0],
  ['GMT', 0],
  ['Z', 0],
  ['JST', 9],
]);

/**
 * Hours east of UTC that a text states: `0`, `+9`, `9.5`, `+09:00`, `UTC+9`, `JST`, `9 hours`, with or without `[hour]` behind; null
 * where it states none.
 */
export function timeZoneHours(printed: string): number | null {
  const text = printed.replace(/\[[^[\]]*\]$/, '').trim();
  if (text.length > 30) return null;
  const named = NAMED.get(text.toUpperCase());
  if (named !== undefined) return named;
  // 0930 is half past nine; three digits are no clock, but perhaps minutes.
  const match =
    /^(?:UTC|UT|GMT)?\s*([+-]?)(?:(\d{2})([0-5]\d)|(\d{1,2})(?::([0-5]\d)|(\.\d+))?(?:\s*h(?:ours?|rs?)?)?)$/i.exec(
      text,
    );
  if (match === null) return null;
  const hours = Number(match[2] ?? match[4]) + Number(match[3] ?? match[5] ?? 0) / 60 + Number(match[6] ?? 0);
  return hours > 14 ? null : match[1] === '-' ? -hours : hours;
}

/** Whether a name or description says that its times are in UTC. */
export function saysUtc(text: string): boolean {
  return /(?<![A-Za-z])(?:UTC?|GMT)(?![A-Za-z])/.test(text);
}
