import { z } from 'zod';
import { openSigned, signed } from '../subgraphs/common/signed-text.js';
import type { Period, Seconds } from './datestamps.js';
import { OaiFault } from './protocol.js';

/** A work's place in a list: by datestamp, those of one second by id. */
export interface Place {
  readonly datestamp: Seconds;
  readonly id: string;
}

/** What is listed. */
export interface Selection extends Period {
  readonly prefix: string;
  /** Null: all sets. */
  readonly set: string | null;
}

/** Where a list goes on: everything that any process needs for it, so that none keeps anything. */
export interface Resumption extends Selection {
  /** The last that was given. */
  readonly after: Place;
  /** How many were given. */
  readonly given: number;
}

const KIND = 'oai';
const VERSION = 1;
const wire = z.tuple([
  z.literal(VERSION),
  z.string(),
  z.string(),
  z.string().nullable(),
  z.int().nullable(),
  z.int().nullable(),
  z.int(),
  z.string(),
  z.int().min(1),
]);

export function encodeToken(
  verb: string,
  { prefix, set, from, until, after, given }: Resumption,
  secret: string,
): string {
  const parts: z.infer<typeof wire> = [VERSION, verb, prefix, set, from, until, after.datestamp, after.id, given];
  return signed(Buffer.from(JSON.stringify(parts)).toString('base64url'), KIND, secret);
}

/**
 * Reads a token back.
 * @throws OaiFault badResumptionToken for what is no token of this service, a changed one, or one of another verb
 */
export function decodeToken(text: string, verb: string, secret: string): Resumption {
  const payload = openSigned(text, KIND, secret);
  if (payload === null)
    throw new OaiFault(
      'badResumptionToken',
      'The resumptionToken is none of this service, or was changed: start the list again without it.',
    );
  const read = wire.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')));
  if (!read.success)
    throw new OaiFault('badResumptionToken', 'The resumptionToken is of another version: start the list again.');
  const [, of, prefix, set, from, until, datestamp, id, given] = read.data;
  if (of !== verb)
    throw new OaiFault('badResumptionToken', `The resumptionToken goes on with ${of}, not with ${verb}.`);
  return { prefix, set, from, until, after: { datestamp, id }, given };
}
