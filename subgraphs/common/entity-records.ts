/** What a platform's own records say of persons, organisations and awards: beside the shared record of works (record.ts). */
import type { Affiliation, Creator, LocalizedText, Platform } from './record.js';
import type { AwardReference } from './value-resolvers.js';

/** The identifiers of one person, as far as they are known: any of them is the person. */
export interface PersonKey {
  /** 0000-0002-1825-0097, check digit right. */
  readonly orcid: string | null;
  /** 13 digits. */
  readonly nrid: string | null;
  /** 8 digits. */
  readonly eRadId: string | null;
}

export interface PersonRecord extends PersonKey {
  readonly platform: Platform;
  readonly name: LocalizedText;
  /** Where the person is now; empty where the record names no place. */
  readonly affiliations: readonly Affiliation[];
  /** Null: the platform's records of persons do not tell of awards. */
  readonly awards: readonly AwardReference[] | null;
}

export interface OrganizationRecord {
  readonly platform: Platform;
  /** https://ror.org/… */
  readonly ror: string;
  readonly name: LocalizedText;
  /** ISO 3166-1, two letters. */
  readonly country: string | null;
}

/** An award to look for. */
export interface AwardKey {
  /** jgn:JP20H00001, ec:101017452 */
  readonly id: string;
  /** As the funder prints it: JP20H00001, 101017452. */
  readonly number: string;
}

export interface AwardRecord extends AwardReference {
  readonly platform: Platform;
  /** The funder's programme or funding stream. */
  readonly program: LocalizedText | null;
  /** EDTF. */
  readonly period: string | null;
  /** Null: the platform's records of awards do not tell. */
  readonly investigators: readonly Creator[] | null;
}

/** Whether two keys have an identifier in common. */
export function samePerson(one: PersonKey, other: PersonKey): boolean {
  return (['orcid', 'nrid', 'eRadId'] as const).some((scheme) => one[scheme] !== null && one[scheme] === other[scheme]);
}

/**
 * The two numbers of NII's researcher index that say each other: the NRID is 10000 and the e-Rad number where one is known;
 * those that begin with 9000 were assigned by a machine (CiNii Research, fact sheet 7.2).
 */
export function eRadOfNrid(nrid: string): string | null {
  return /^10000(\d{8})$/.exec(nrid)?.[1] ?? null;
}
