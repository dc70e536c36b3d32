import type { Rate } from './types.js';

/** A rate in the settings that cannot be read; the message says what would be right. */
export class InvalidRate extends Error {
  override readonly name = 'InvalidRate';
}

const UNIT_MS: ReadonlyMap<string, number> = new Map([
  ['s', 1000],
  ['min', 60_000],
  ['h', 3_600_000],
  ['d', 86_400_000],
]);
const FORM = /^(\d{1,7})\s*\/\s*(\d{1,5})?\s*(s|min|h|d)(?:\s+burst\s+(\d{1,7}))?$/i;

/**
 * Reads a rate as the settings give it: `1/s`, `100/min`, `60/h`, `1/2s`, `1/s burst 4`. Without a burst, the requests of
 * one period may go at once (`60/h`: 60, then one a minute).
 * @throws InvalidRate
 */
export function parseRate(text: string): Rate {
  const [, requestsText, countText = '1', unit = '', burstText] = FORM.exec(text.trim()) ?? [];
  const unitMs = UNIT_MS.get(unit.toLowerCase());
  const requests = Number(requestsText);
  const perMs = Number(countText) * (unitMs ?? 0);
  const burst = Number(burstText ?? requestsText);
  if (unitMs === undefined || requests < 1 || perMs < 1 || burst < 1) {
    throw new InvalidRate(
      `"${text}" is no rate: write requests per time, such as 1/s, 100/min or 60/h (s, min, h, d), with a burst if wanted: 1/s burst 4. All numbers are at least 1.`,
    );
  }
  return { requests, perMs, burst };
}
