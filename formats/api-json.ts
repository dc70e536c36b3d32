import { textIn } from '../subgraphs/common/localized-text.js';
import type { LocalizedText } from '../subgraphs/common/record.js';

/** What JSON can hold. */
export type Json = null | string | number | boolean | readonly Json[] | { readonly [key: string]: Json };

function isLocalizedText(value: object): value is LocalizedText {
  const keys = Object.keys(value);
  return keys.length === 1 && keys[0] === 'values';
}

/** A value of the shared record in the API's names; a text has ja and en beside its values. */
export function toJson(value: unknown): Json {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.map(toJson);
  if (typeof value === 'object') {
    if (isLocalizedText(value))
      return { ja: textIn(value, 'ja'), en: textIn(value, 'en'), values: value.values.map(toJson) };
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toJson(item)]));
  }
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
