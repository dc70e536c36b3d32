/** OpenAIRE Guidelines for CRIS Managers 1.2 (CERIF XML): the little that a record on its own must hold; nearly all else is optional there. */
import type { XmlElement } from '../subgraphs/common/xml.js';
import { OPENAIRE_LEVELS } from './openaire-data.js';
import type { Need } from './check.js';
import { like, type XmlRule } from './xml-rules.js';

const ENTITIES: ReadonlySet<string> = new Set([
  'Publication', 'Product', 'Patent', 'Person', 'OrgUnit', 'Project', 'Funding', 'Event', 'Equipment',
]); // prettier-ignore
/** Entities whose kind comes from COAR's vocabulary. */
const OUTPUTS: ReadonlySet<string> = new Set(['Publication', 'Product', 'Patent']);

export function isCerifRecord({ name, namespace }: XmlElement): boolean {
  return ENTITIES.has(name) && namespace.startsWith('https://www.openaire.eu/cerif-profile/');
}

function field(id: string, need: Need, path: string, rest: Partial<XmlRule> = {}): XmlRule {
  return { id: `cerif:${id}`, level: OPENAIRE_LEVELS[need], need, path, fields: [], ...rest };
}

export const OPENAIRE_CRIS_RULES: readonly XmlRule[] = [
  field('@id', 'mandatory', '@id'),
  field('Type', 'conditional', 'Type', {
    ownerIf: ({ name }) => OUTPUTS.has(name),
    fault: like(/^https?:\/\/purl\.org\/coar\/resource_type\/[\w-]+$/, 'an address of COAR’s resource types'),
  }),
  // Mandatory by the text; the guidelines' own projects leave it out.
  field('Identifier/@type', 'recommended', '@type', { owner: 'Identifier' }),
];
