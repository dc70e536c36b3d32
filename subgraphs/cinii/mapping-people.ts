import { personIds } from '../common/identifiers.js';
import { localizedText, localizedTextOrNull } from '../common/localized-text.js';
import type { Affiliation, Contributor, Creator, Identifier, LangString } from '../common/record.js';
import type { PersonNode, TaggedText } from './shapes.js';
import { lines } from './texts.js';
import { identifiersOf } from './vocabulary.js';

/** DataCite's contributor types by the names that sources write. */
const CONTRIBUTOR_TYPES = [
  'ContactPerson', 'DataCollector', 'DataCurator', 'DataManager', 'Distributor', 'Editor', 'HostingInstitution', 'Producer',
  'ProjectLeader', 'ProjectManager', 'ProjectMember', 'RelatedPerson', 'Researcher', 'ResearchGroup', 'RightsHolder', 'Sponsor',
  'Supervisor', 'Translator', 'WorkPackageLeader', 'Other',
]; // prettier-ignore

/** A contributor's role in DataCite's terms where it has one, else as the source prints it; Other where it prints none. */
function roleOf(printed: string | undefined): string {
  const role = printed?.trim() ?? '';
  if (role === '') return 'Other';
  const folded = role.toLowerCase().replace(/[\s_-]/g, '');
  return CONTRIBUTOR_TYPES.find((type) => type.toLowerCase() === folded) ?? role;
}

/**
 * The affiliations behind one list of names: one in several languages where each language occurs once, several where the
 * languages repeat in step (ja en ja en); in any other order nothing says which names belong together, and each stands alone.
 */
export function affiliationsOf(names: readonly TaggedText[]): Affiliation[] {
  const texts = lines(names).filter(({ value }) => value !== '');
  const repeat = texts.findIndex(({ lang }, index) => texts.findIndex((other) => other.lang === lang) < index);
  const period = repeat < 0 ? texts.length : repeat;
  const inStep =
    texts.length % Math.max(period, 1) === 0 && texts.every(({ lang }, index) => lang === texts[index % period]?.lang);
  const size = inStep ? period : 1;
  const groups: LangString[][] = [];
  for (let index = 0; index < texts.length; index += Math.max(size, 1)) groups.push(texts.slice(index, index + size));
  return groups.map((group) => ({ name: localizedText(group), ror: null, identifiers: [] }));
}

/** A person's ORCID, NRID and e-Rad number. Of many NRIDs those that start with 9000 were assigned automatically (fact sheet 7.2). */
export function preferredIds(identifiers: readonly Identifier[]): ReturnType<typeof personIds> {
  const assigned = identifiers.filter(({ scheme, value }) => scheme === 'NRID' && value.startsWith('9000'));
  return personIds([...identifiers.filter((item) => !assigned.includes(item)), ...assigned]);
}

/** A person as a document names one; undefined where it gives neither a name nor an identifier (fact sheet 6.4). */
function creatorOf(node: PersonNode): Creator | undefined {
  const identifiers = identifiersOf(node.personIdentifier);
  const name = localizedText(lines([...node['foaf:name'], ...node.name]));
  if (name.values.length === 0 && identifiers.length === 0) return undefined;
  return {
    name,
    familyName: localizedTextOrNull(lines(node['foaf:familyName'])),
    givenName: localizedTextOrNull(lines(node['foaf:givenName'])),
    ...preferredIds(identifiers),
    identifiers,
    affiliations: affiliationsOf([...node['jpcoar:affiliationName'], ...node.affiliation]),
  };
}

export function creatorsOf(nodes: readonly PersonNode[]): Creator[] {
  return nodes.map(creatorOf).filter((creator) => creator !== undefined);
}

export function contributorsOf(nodes: readonly PersonNode[]): Contributor[] {
  return nodes.flatMap((node) => {
    const creator = creatorOf(node);
    return creator === undefined ? [] : [{ role: roleOf(node.role), creator }];
  });
}
