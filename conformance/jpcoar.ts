/**
 * JPCOAR Schema 2.0 (https://schema.irdb.nii.ac.jp/en/schema/2.0): what is mandatory (M), mandatory when applicable (MA),
 * recommended (R) and optional (O) in its list of terms.
 */
import type { WorkFields } from '../subgraphs/common/record.js';
import { languageCode } from '../subgraphs/common/vocabulary.js';
import { childElements } from '../subgraphs/common/xml.js';
import { COAR_ACCESS, COAR_TYPE } from './openaire-data.js';
import type { Need } from './check.js';
import { namedFunder } from './datacite.js';
import { attributeAt, elementsAt, like, oneOf, W3C_DATE, type XmlRule } from './xml-rules.js';

const LEVELS: Readonly<Record<Need, string>> = {
  mandatory: 'M',
  conditional: 'M (in its element)',
  applicable: 'MA',
  recommended: 'R',
  optional: 'O',
};

function term(
  id: string,
  need: Need,
  path: string,
  fields: readonly (keyof WorkFields)[],
  rest: Partial<XmlRule> = {},
): XmlRule {
  return { id, level: LEVELS[need], need, path, fields, ...rest };
}

/** dcterms:date is a text of another kind with the same local name. */
const isDated = (date: Parameters<typeof attributeAt>[0]): boolean =>
  !date.namespace.startsWith('http://purl.org/dc/terms/');
const ADDRESS = like(/^[a-z][a-z0-9+.-]*:\S+$/i, 'an address');

export const JPCOAR_RULES: readonly XmlRule[] = [
  term('dc:title', 'mandatory', 'title', ['title']),
  term('jpcoar:creator', 'applicable', 'creator', ['creators']),
  term('jpcoar:creator/jpcoar:creatorName', 'conditional', 'creatorName', ['creators'], {
    owner: 'creator',
    // The schema's own sample of the common metadata elements gives names in their parts alone.
    ownerIf: (creator) => childElements(creator, 'familyName').length === 0,
  }),
  term(
    'jpcoar:creator/jpcoar:nameIdentifier/@nameIdentifierScheme',
    'conditional',
    '@nameIdentifierScheme',
    ['creators'],
    {
      owner: 'creator/nameIdentifier',
    },
  ),
  term('jpcoar:contributor', 'applicable', 'contributor', ['contributors'], {
    // Who holds the rights stands elsewhere in the schema.
    told: ({ contributors }) => contributors.some(({ role }) => role !== 'RightsHolder'),
  }),
  term('dcterms:accessRights', 'applicable', 'accessRights', ['accessRight'], { mayBeEmpty: true }),
  term('dcterms:accessRights/@rdf:resource', 'conditional', '@resource', ['accessRight'], {
    owner: 'accessRights',
    fault: oneOf(COAR_ACCESS, 'access right of COAR'),
  }),
  term('datacite:date[Available]', 'conditional', 'date', ['embargoUntil'], {
    // "For embargoed access, the date from which it can be used."
    ownerIf: (root) =>
      elementsAt(root, 'accessRights').some((right) => attributeAt(right, 'resource')?.endsWith('/c_f1cf') === true),
    only: (date) => attributeAt(date, 'dateType') === 'Available',
    // Of a date without a type its own check says so.
    instead: (date) => isDated(date) && attributeAt(date, 'dateType') === null,
    fault: W3C_DATE,
  }),
  term('dc:rights', 'applicable', 'rights', ['licenses'], { mayBeEmpty: true }),
  term('jpcoar:subject', 'applicable', 'subject', ['subjects']),
  term('jpcoar:subject/@subjectScheme', 'conditional', '@subjectScheme', ['subjects'], { owner: 'subject' }),
  term('datacite:description', 'applicable', 'description', ['description']),
  term('datacite:description/@descriptionType', 'conditional', '@descriptionType', ['description'], {
    owner: 'description',
  }),
  term('dc:publisher', 'applicable', 'publisher', ['publisher']),
  term('datacite:date', 'applicable', 'date', ['issued'], { only: isDated, fault: W3C_DATE }),
  term('datacite:date/@dateType', 'conditional', '@dateType', ['issued'], {
    owner: 'date',
    ownerIf: isDated,
  }),
  term('dc:language', 'applicable', 'language', ['languages'], {
    told: ({ languages }) => languages.some((tag) => languageCode(tag) !== null),
    fault: like(/^[a-z]{3}$/, 'a language of ISO 639-3'),
  }),
  term('dc:type', 'mandatory', 'type', ['type']),
  term('dc:type/@rdf:resource', 'conditional', '@resource', ['type'], { owner: 'type', fault: COAR_TYPE }),
  term('jpcoar:identifier', 'mandatory', 'identifier', ['identifiers', 'url'], {
    told: ({ identifiers, url }) =>
      identifiers.every((item) => item.url !== null) && (identifiers.length > 0 || url !== null),
    fault: ADDRESS,
  }),
  term('jpcoar:identifier/@identifierType', 'conditional', '@identifierType', ['identifiers', 'url'], {
    owner: 'identifier',
    fault: oneOf(new Set(['DOI', 'HDL', 'URI']), 'type of identifiers of JPCOAR'),
  }),
  term('jpcoar:relation', 'applicable', 'relation', ['related'], { mayBeEmpty: true }),
  term('jpcoar:relatedIdentifier/@identifierType', 'conditional', '@identifierType', ['related'], {
    owner: 'relation/relatedIdentifier',
  }),
  term('jpcoar:fundingReference', 'applicable', 'fundingReference', ['funding'], {
    // Nor has JPCOAR.
    told: namedFunder,
  }),
  term('jpcoar:fundingReference/jpcoar:funderName', 'conditional', 'funderName', ['funding'], {
    owner: 'fundingReference',
  }),
  term('jpcoar:file', 'applicable', 'file', ['files'], {
    told: ({ files }) => files.some(({ url }) => url !== null),
  }),
  term('jpcoar:file/jpcoar:URI', 'applicable', 'file/URI', ['files'], {
    told: ({ files }) => files.some(({ url }) => url !== null),
    fault: ADDRESS,
  }),
];
