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

/** KAKENHI numbers as they are printed without JP: eight characters with a letter among them (20H00001, 19KK0341) are no one else's. */
const KAKENHI = /^(?=.*[A-Z])\d{2}[A-Z0-9]{2}\d{4}$/;
/** Older ones are eight digits (18049069), as other funders' numbers are too (NSFC's): the funder tells. */
const OLD_KAKENHI = /^\d{8}$/;
const KAKENHI_FUNDER = /jsps|mext|kaken|japan|日本|文部|科学研究費|科研費/i;
/** Japan Grant Numbers as funders print them: JPMJMS2021, JPNP14004, JP20H00001. */
const JAPAN_GRANT_NUMBER = /^JP[A-Z0-9]{5,}$/;
const HORIZON_FUNDER = /european (?:commission|union|research council)|horizon|h2020|^e[cu]$|^erc$/i;

function isJapanGrantNumber(number: string, funderName: string | null): boolean {
  if (JAPAN_GRANT_NUMBER.test(number) || KAKENHI.test(number)) return true;
  return OLD_KAKENHI.test(number) && (funderName === null || KAKENHI_FUNDER.test(funderName.normalize('NFKC')));
}

/**
 * The id of an award: jgn:JP<number> for a Japan Grant Number (a KAKENHI number also without JP), ec:<number> for a
 * Horizon grant (nine digits or six, funder EC), else <funder>:<number>, else null.
 */
export function awardId(number: string, funderName: string | null): string | null {
  const printed = number.normalize('NFKC').trim().toUpperCase().replace(/\s+/g, '');
  if (printed === '') return null;
  const funder = funderName?.trim() || null;
  const bare = normalizeAwardNumber(printed);
  if (isJapanGrantNumber(printed, funder) || isJapanGrantNumber(bare, funder)) return `jgn:JP${bare}`;
  if (/^(?:\d{6}|\d{9})$/.test(printed) && HORIZON_FUNDER.test(funder ?? '')) return `ec:${printed}`;
  return funder === null ? null : `${funder}:${printed}`;
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
