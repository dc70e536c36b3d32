/** schema.org Dataset as Google Dataset Search asks for it (developers.google.com/search/docs/appearance/structured-data/dataset). */
import type { FormatWork } from '../formats/work.js';
import type { WorkFields } from '../subgraphs/common/record.js';
import type { Need } from './check.js';
import { textOf, type NodeRule } from './node-rules.js';

function property(
  name: string,
  need: Need,
  fields: readonly (keyof WorkFields)[],
  rest: Partial<NodeRule> = {},
): NodeRule {
  return {
    id: `schema:Dataset/${name}`,
    level: need === 'mandatory' || need === 'conditional' ? 'required' : 'recommended',
    need,
    of: 'Dataset',
    property: name,
    fields,
    ...rest,
  };
}

const related =
  (...relations: readonly string[]) =>
  (work: FormatWork): boolean =>
    work.related.some(({ relation, identifier }) => relations.includes(relation) && identifier !== null);
const never = (): boolean => false;

/** What Google shows of a description, in characters. */
const [SHORTEST, LONGEST] = [50, 5000];

export const SCHEMA_ORG_RULES: readonly NodeRule[] = [
  property('name', 'mandatory', ['title']),
  property('description', 'mandatory', ['description']),
  property('description/length', 'recommended', ['description'], {
    property: 'description',
    told: never,
    faultIsWeak: true,
    fault: (value) => {
      const { length } = textOf(value);
      return length < SHORTEST || length > LONGEST
        ? `has ${String(length)} characters, not ${String(SHORTEST)} to ${String(LONGEST)}`
        : null;
    },
  }),
  property('alternateName', 'recommended', ['alternativeTitles']),
  property('creator', 'recommended', ['creators'], { property: ['creator', 'author'] }),
  property('citation', 'recommended', ['related'], { told: related('Cites', 'References') }),
  property('funder', 'recommended', ['funding'], { property: ['funder', 'funding'] }),
  property('hasPart or isPartOf', 'recommended', ['related'], {
    property: ['hasPart', 'isPartOf'],
    told: related('HasPart', 'IsPartOf'),
  }),
  property('identifier', 'recommended', ['identifiers']),
  property('isAccessibleForFree', 'recommended', ['accessRight'], {
    told: ({ accessRight }) => accessRight === 'OPEN',
  }),
  property('keywords', 'recommended', ['subjects']),
  property('license', 'recommended', ['licenses']),
  property('measurementTechnique', 'recommended', [], { told: never }),
  property('sameAs', 'recommended', ['related'], {
    told: (work) =>
      work.related.some(
        ({ relation, identifier }) => relation === 'IsIdenticalTo' && (identifier?.url ?? null) !== null,
      ),
  }),
  property('spatialCoverage', 'recommended', ['places']),
  property('temporalCoverage', 'recommended', ['period']),
  property('variableMeasured', 'recommended', [], { told: never }),
  property('version', 'recommended', ['version']),
  property('url', 'recommended', ['url']),
  property('distribution', 'recommended', ['files']),
  property('distribution/contentUrl', 'conditional', ['files'], {
    of: 'DataDownload',
    property: 'contentUrl',
    told: ({ files }) => files.length > 0 && files.every(({ url }) => url !== null),
  }),
];
