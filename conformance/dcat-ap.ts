/** DCAT-AP 3.0.1: what its SHACL shapes demand (mandatory) and its shapes of recommendations ask for. */
import type { FormatWork } from '../formats/work.js';
import type { WorkFields } from '../subgraphs/common/record.js';
import type { Need } from './check.js';
import type { NodeRule } from './node-rules.js';
import { isObject } from '../subgraphs/common/json.js';

const LEVELS: Readonly<Record<Need, string>> = {
  mandatory: 'mandatory',
  conditional: 'mandatory in its class',
  applicable: 'mandatory if applicable',
  recommended: 'recommended',
  optional: 'optional',
};

/** Texts are literals, all else is a node: what sh:nodeKind says. */
const literal = (value: unknown): string | null => (isObject(value) && !('@value' in value) ? 'is no text' : null);
const resource = (value: unknown): string | null => (isObject(value) && !('@value' in value) ? null : 'is no resource');

/** @param id `Dataset/dct:title`: the shape's class and path */
function shape(id: string, need: Need, fields: readonly (keyof WorkFields)[], rest: Partial<NodeRule> = {}): NodeRule {
  const [of = '', path = ''] = id.split('/');
  return {
    id: `dcat-ap:${id}`,
    level: LEVELS[need],
    need,
    of,
    property: path.split(':')[1] ?? path,
    fields,
    ...rest,
  };
}

const contact = ({ contributors }: FormatWork): boolean => contributors.some(({ role }) => role === 'ContactPerson');
/** DCAT-AP has a distribution for every file that is somewhere to be had. */
const reachable = ({ files, url }: FormatWork): boolean => files.some((file) => (file.url ?? url) !== null);
const never = (): boolean => false;

export const DCAT_AP_RULES: readonly NodeRule[] = [
  shape('Dataset/dct:title', 'mandatory', ['title'], { fault: literal }),
  shape('Dataset/dct:description', 'mandatory', ['description'], { fault: literal }),
  shape('Dataset/dcat:contactPoint', 'recommended', ['contributors'], { told: contact, fault: resource }),
  shape('Dataset/dcat:distribution', 'recommended', ['files'], { told: reachable, fault: resource }),
  shape('Dataset/dcat:keyword', 'recommended', ['subjects'], { fault: literal }),
  shape('Dataset/dct:publisher', 'recommended', ['publisher'], { max: 1, fault: resource }),
  shape('Dataset/dct:spatial', 'recommended', ['places'], { fault: resource }),
  shape('Dataset/dct:temporal', 'recommended', ['period'], { fault: resource }),
  shape('Dataset/dcat:theme', 'recommended', ['subjects'], {
    told: ({ subjects }) => subjects.some(({ url }) => url !== null),
    fault: resource,
  }),
  shape('Dataset/dct:accessRights', 'optional', ['accessRight'], { max: 1, fault: resource }),
  shape('Dataset/dct:issued', 'optional', ['issued'], { max: 1 }),
  shape('Dataset/dct:modified', 'optional', ['updated'], { max: 1 }),
  shape('Dataset/dcat:version', 'optional', ['version'], { max: 1, fault: literal }),
  shape('Distribution/dcat:accessURL', 'conditional', ['files'], { fault: resource }),
  shape('Distribution/dct:license', 'recommended', ['licenses'], { max: 1, fault: resource }),
  shape('Distribution/dct:format', 'recommended', ['files'], {
    // The media type says it too, in the property that DCAT has for those of IANA.
    property: ['format', 'mediaType'],
    told: ({ files }) => files.length > 0 && files.every(({ mediaType }) => mediaType !== null),
  }),
  shape('Distribution/dct:description', 'recommended', ['files'], { told: never }),
  shape('Distribution/dcatap:availability', 'recommended', ['files'], { told: never }),
  shape('Agent/foaf:name', 'conditional', ['creators', 'publisher'], { fault: literal }),
  shape('LicenseDocument/dct:type', 'recommended', ['licenses'], { told: never }),
  shape('Location/dcat:bbox', 'recommended', ['places'], {
    told: ({ places }) => places.length > 0 && places.every(({ box }) => box !== null),
  }),
  shape('PeriodOfTime/dcat:startDate', 'recommended', ['period']),
];
