import type { Affiliation, Creator, Funding, LocalizedText, RelatedWork } from './record.js';
import { awardId } from './award-number.js';
import type { PersonKey } from './entity-records.js';
import { bestText, textIn } from './localized-text.js';
import { namedIn, remember } from './named.js';
import type { SubgraphContext } from './platform.js';

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
export function personOf(creator: PersonKey): PersonReference | null {
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
  Creator: {
    person: (creator: Creator, _: unknown, { scope }: SubgraphContext): PersonReference | null => {
      const person = personOf(creator);
      if (person !== null) remember(namedIn(scope).people, person.id, creator);
      return person;
    },
  },
  Affiliation: {
    organization: (affiliation: Affiliation, _: unknown, { scope }: SubgraphContext): OrganizationReference | null => {
      const organization = organizationOf(affiliation);
      if (organization !== null) remember(namedIn(scope).organizations, organization.ror, affiliation);
      return organization;
    },
  },
  Funding: { award: awardOf },
  // The key by which the catalog finds the related work; empty where the platform states no identifier that leads to one.
  RelatedWork: { target: ({ id }: RelatedWork): string => id ?? '' },
};
