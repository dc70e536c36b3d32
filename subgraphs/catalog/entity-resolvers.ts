import { responsePathAsArray, type GraphQLResolveInfo } from 'graphql';
import type { WorkFilter } from '../common/connector.js';
import type { SubgraphContext } from '../common/platform.js';
import { selectedFields } from '../common/selection.js';
import type { WorkReference } from '../common/work-reference.js';
import type { AwardReference, OrganizationReference, PersonReference } from '../common/value-resolvers.js';
import { awardOfId, investigatorsOf, periodOf, programOf, textOfAward } from './awards.js';
import { searchOfWorks, worksOfAward, worksOfOrganization, worksOfPerson } from './entity-works.js';
import { personKeyOfId } from './entities.js';
import type { Resolvers } from './generated.js';
import type { WorkConnectionModel } from './model.js';
import { needsOfConnection } from './needs.js';
import { countryOf, nameOfOrganization, organizationOfId } from './organizations.js';
import { affiliationsOf, awardsOf, nameOfPerson, personOfId } from './persons.js';
import { readSearch, type SearchArguments } from './read-search.js';
import { searchCatalog, type Catalog, type CatalogSearch } from './search.js';

/** A page of works, with the search that it is of. */
export async function connectionOf(
  search: CatalogSearch,
  catalog: Catalog,
  { scope, worksAhead }: SubgraphContext,
  info: GraphQLResolveInfo,
): Promise<WorkConnectionModel> {
  const list = responsePathAsArray(info.path);
  const ahead = worksAhead && ((works: readonly WorkReference[]) => worksAhead(list, works));
  // Not spread: what it makes when it is asked for would be made here.
  return Object.assign(await searchCatalog(search, needsOfConnection(info), catalog, scope, ahead), { search });
}

/** What an affiliation of a person has that their own records do not state. */
const BY_ROR = new Set(['ror', 'organization', 'identifiers']);

function wantsIds(info: GraphQLResolveInfo): boolean {
  return selectedFields(info).some(({ name }) => BY_ROR.has(name));
}

/** The resolvers of persons, organisations and awards: each field asks the platforms once in a request. */
export function entityResolvers(catalog: Catalog) {
  const works = (
    own: WorkFilter,
    args: SearchArguments,
    context: SubgraphContext,
    info: GraphQLResolveInfo,
  ): Promise<WorkConnectionModel> => connectionOf(searchOfWorks(own, readSearch(args)), catalog, context, info);
  return {
    Person: {
      __resolveReference: ({ id }: { id: string }) => personOfId(id),
      name: (person: PersonReference, _: unknown, { scope }: SubgraphContext) => nameOfPerson(person, catalog, scope),
      affiliations: (person: PersonReference, _: unknown, { scope }: SubgraphContext, info: GraphQLResolveInfo) =>
        affiliationsOf(person, wantsIds(info), catalog, scope),
      works: (person: PersonReference, args: SearchArguments, context: SubgraphContext, info: GraphQLResolveInfo) =>
        works(worksOfPerson(personKeyOfId(person.id) ?? person), args, context, info),
      awards: (person: PersonReference, _: unknown, { scope }: SubgraphContext) => awardsOf(person, catalog, scope),
    },
    Organization: {
      __resolveReference: ({ id }: { id: string }) => organizationOfId(id),
      name: (organization: OrganizationReference, _: unknown, { scope }: SubgraphContext) =>
        nameOfOrganization(organization, catalog, scope),
      country: (organization: OrganizationReference, _: unknown, { scope }: SubgraphContext) =>
        countryOf(organization, catalog, scope),
      works: (
        { ror }: OrganizationReference,
        args: SearchArguments,
        context: SubgraphContext,
        info: GraphQLResolveInfo,
      ) => works(worksOfOrganization(ror), args, context, info),
    },
    Award: {
      __resolveReference: ({ id }: { id: string }) => awardOfId(id),
      title: (award: AwardReference, _: unknown, { scope }: SubgraphContext) =>
        textOfAward(award, 'title', catalog, scope),
      funder: (award: AwardReference, _: unknown, { scope }: SubgraphContext) =>
        textOfAward(award, 'funder', catalog, scope),
      program: (award: AwardReference, _: unknown, { scope }: SubgraphContext) => programOf(award, catalog, scope),
      period: (award: AwardReference, _: unknown, { scope }: SubgraphContext) => periodOf(award, catalog, scope),
      investigators: (award: AwardReference, _: unknown, { scope }: SubgraphContext) =>
        investigatorsOf(award, catalog, scope),
      works: ({ id }: AwardReference, args: SearchArguments, context: SubgraphContext, info: GraphQLResolveInfo) =>
        works(worksOfAward(id), args, context, info),
    },
  } satisfies Pick<Resolvers, 'Person' | 'Organization' | 'Award'>;
}
