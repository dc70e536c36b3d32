import { z } from 'zod';
import { InvalidRate, parseRate } from '../upstream/rate-setting.js';
import type { Rate } from '../upstream/types.js';

/** A time in milliseconds. */
export const milliseconds = (fallback: number): z.ZodType<number> =>
  z.coerce
    .number('must be a number of milliseconds')
    .int('must be whole milliseconds')
    .min(50, 'must be at least 50 ms')
    .max(600_000, 'must be at most 600000 ms')
    .default(fallback);

/** A bound of requests. */
export const bound = (fallback: number, least = 1): z.ZodType<number> =>
  z.coerce
    .number('must be a whole number')
    .int('must be a whole number')
    .min(least, `must be at least ${String(least)}`)
    .max(100_000_000, 'must be at most 100000000')
    .default(fallback);

/** An address of a server. */
export const httpUrl = z.url({ protocol: /^https?$/, error: 'must be an absolute http(s) address' });

/** `memory:`, or where Redis or Valkey is: redis://host, rediss://user:password@host:6380/2. */
export function isCacheUrl(value: string): boolean {
  if (value === 'memory:') return true;
  if (!/^rediss?:\/\//.test(value) || !URL.canParse(value)) return false;
  const { hostname, pathname } = new URL(value);
  return hostname !== '' && /^(\/\d*)?$/.test(pathname);
}

/** Where people reach a server, to which paths are added: no query, no name or password, no slash at its end. */
export const baseUrl = httpUrl
  .refine((text) => {
    if (!URL.canParse(text)) return true;
    const { search, hash, username, password } = new URL(text);
    return search + hash + username + password === '';
  }, 'must be an address alone, such as https://kakehashi.example: no query, no name and password')
  .transform((text) => text.replace(/\/+$/, ''));

/** A switch. */
export const onOff = z.enum(['on', 'off'], { error: 'must be on or off' }).transform((value) => value === 'on');

/** A comma list of origins, or `*`. */
export const origins = z.string().transform((text, context): ReadonlySet<string> => {
  const list = text
    .split(',')
    .map((origin) => origin.trim())
    .filter((origin) => origin !== '');
  for (const origin of list) {
    const isOrigin = /^https?:/.test(origin) && URL.canParse(origin) && new URL(origin).origin === origin;
    if (!isOrigin && origin !== '*')
      context.addIssue({
        code: 'custom',
        message: `${origin} is no origin: write https://portal.example or http://localhost:3000, without a path; or * for any.`,
      });
  }
  return new Set(list);
});

/** `none`, or a rate. */
export const rateOrNone = z.string().transform((text, context): Rate | null => {
  if (text.trim() === 'none') return null;
  try {
    return parseRate(text);
  } catch (error) {
    if (!(error instanceof InvalidRate)) throw error;
    context.addIssue({ code: 'custom', message: `${error.message} none: no limit.` });
    return z.NEVER;
  }
});
