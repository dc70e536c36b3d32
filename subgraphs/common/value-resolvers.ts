import type { Affiliation, Creator, Funding, LocalizedText, RelatedWork } from './record.js';
import { normalizeAwardNumber } from './identifiers.js';
import { bestText, textIn } from './localized-text.js';

/** A person as a subgraph refers to one: what follows from the identifiers that a work states. */
export interface PersonReference {
  readonly id: string;
  readonly orcid: string | null;
  readonly nrid: string | null;
  readonly eRadId: string | null;
}

export interface OrganizationReference {
  readonly id: string;
  readonly ror: string;
}

export interface AwardReference {
  readonly id: string;
  readonly number: string;
  readonly title: LocalizedText | null;
  readonly funder: LocalizedText | null;
}

/** The person behind a creator: by ORCID, else NRID, else e-Rad number; null where the work states none of them. */
export function personOf(creator: Creator): PersonReference | null {
  const { orcid, nrid, eRadId } = creator;
  const id = orcid ? `orcid:${orcid}` : nrid ? `nrid:${nrid}` : eRadId ? `erad:${eRadId}` : null;
  return id === null ? null : { id, orcid, nrid, eRadId };
}

/** The organisation behind an affiliation: only where a ROR id is stated. */
export function organizationOf(affiliation: Affiliation): OrganizationReference | null {
  return affiliation.ror === null
    ? null
    : { id: `ror:${affiliation.ror.replace('https://ror.org/', '')}`, ror: affiliation.ror };
}

/** KAKENHI (20H00001, 19KK0341, 18049069) and other Japan Grant Numbers (JPMJMS2021, JPNP14004). */
const KAKENHI = /^(?:JP)?\d{2}[A-Z0-9]{2}\d{3,5}$/;
const JAPAN_GRANT_NUMBER = /^JP[A-Z0-9]{5,}$/;

/**
 * The id of an award: jgn:JP<number> for a Japan Grant Number with or without JP, ec:<number> for a Horizon grant (nine
 * digits or six, funder EC), else <funder>:<number>, else null.
 */
export function awardId(number: string, funderName: string | null): string | null {
  const printed = number.normalize('NFKC').trim().toUpperCase().replace(/\s+/g, '');
  if (printed === '') return null;
  // The funder first: nine digits of Horizon Europe (101056649) look like a KAKENHI number too.
  if (/^\d{6,9}$/.test(printed) && /european commission|horizon|^ec$/i.test(funderName ?? '')) return `ec:${printed}`;
  if (KAKENHI.test(printed) || JAPAN_GRANT_NUMBER.test(printed)) return `jgn:JP${normalizeAwardNumber(printed)}`;
  return funderName === null || funderName.trim() === '' ? null : `${funderName.trim()}:${printed}`;
}

/** The award of a funding reference: null where no number is stated. */
export function awardOf(funding: Funding): AwardReference | null {
  const funder = funding.funder === null ? null : bestText(funding.funder, ['en', 'ja']);
  const id = funding.awardNumber === null ? null : awardId(funding.awardNumber, funder);
  return id === null || funding.awardNumber === null
    ? null
    : { id, number: funding.awardNumber, title: funding.awardTitle, funder: funding.funder };
}

/** Resolvers of the value types, the same in every subgraph; every other field of theirs is a property of the model. */
export const valueResolvers = {
  LocalizedText: {
    ja: (text: LocalizedText): string | null => textIn(text, 'ja'),
    en: (text: LocalizedText): string | null => textIn(text, 'en'),
    text: (text: LocalizedText, { lang }: { lang: readonly string[] | null }): string =>
      bestText(text, lang ?? undefined),
  },
  Creator: { person: personOf },
  Affiliation: { organization: organizationOf },
  Funding: { award: awardOf },
  // The key by which the catalog finds the related work; empty where the platform states no identifier that leads to one.
  RelatedWork: { target: ({ id }: RelatedWork): string => id ?? '' },
};
