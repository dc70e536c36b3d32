/** The persons of the simulated Graph: the world's people who have an ORCID iD. */
import { world } from '../../../sandbox/world/index.js';
import { parameters, type Entity, type Resource } from './entity.js';
import { indexed } from './expression.js';
import { personIdOf } from './ids.js';

function entity({ family, given, orcid }: (typeof world.people)[number]): Entity[] {
  if (orcid === null) return [];
  const id = personIdOf(orcid);
  return [
    {
      id,
      values: {
        search: [indexed(`${given.en} ${family.en} ${family.ja} ${given.ja}`)],
        id: [id],
        originalId: [orcid],
        givenName: [indexed(given.en)],
        lastName: [indexed(family.en)],
      },
      sort: {},
      show: () => ({
        id,
        originalId: [orcid],
        givenName: given.en,
        familyName: family.en,
        alternativeNames: [`${family.ja} ${given.ja}`],
        biography: null,
        subject: null,
        indicator: null,
        context: null,
        consent: null,
        coAuthors: null,
      }),
    },
  ];
}

export const personResource: Resource = {
  paths: { v1: 'persons', v2: null, v3: 'persons' },
  parameters: [...parameters('words', 'search', 'givenName', 'lastName'), ...parameters('exact', 'id', 'originalId')],
  sorts: ['relevance'],
  sortHint: "persons can be only sorted by the 'relevance'.",
  notWorks: true,
  stats: false,
  entities: world.people.flatMap(entity),
};
