/** The profiles: which documents they are about, and what they say of one. */
import { writeCommonMetadata } from '../formats/common-metadata.js';
import { dataciteElement } from '../formats/datacite-xml.js';
import { dcatAp } from '../formats/dcat-ap.js';
import { jpcoarElement } from '../formats/jpcoar.js';
import { schemaOrg } from '../formats/schema-org.js';
import type { FormatWork } from '../formats/work.js';
import { dataciteResourceIn } from '../subgraphs/common/doi/datacite-xml.js';
import { isObject } from '../subgraphs/common/json.js';
import { childElements, type XmlElement } from '../subgraphs/common/xml.js';
import { verdict, type CheckedWork, type ConformanceCheck, type ProfileName } from './check.js';
import { commonMetadataFindings, elementsIn } from './common-metadata.js';
import { DATACITE_RULES } from './datacite.js';
import { DCAT_AP_RULES } from './dcat-ap.js';
import type { CheckedDocument, JsonObject } from './document.js';
import { FUJI_METRICS } from './fuji.js';
import { JPCOAR_RULES } from './jpcoar.js';
import { findNode, listOf, nodesIn, typesOf, type NodeRule } from './node-rules.js';
import { OPENAIRE_CRIS_RULES, isCerifRecord } from './openaire-cris.js';
import { OPENAIRE_DATA_RULES } from './openaire-data.js';
import { OPENAIRE_LITERATURE_RULES } from './openaire-literature.js';
import { SCHEMA_ORG_RULES } from './schema-org.js';
import { findXml, type XmlRule } from './xml-rules.js';

export interface Profile {
  readonly name: ProfileName;
  /** For people. */
  readonly title: string;
  /** The document that a work is checked by: our own export of it; absent: we write none. */
  readonly documentOf?: (work: FormatWork) => CheckedDocument;
  /** Whether a document without a profile's name is checked by it. */
  readonly isOwn: (document: CheckedDocument) => boolean;
  /** The checks of a document; null: it is none that the profile is about. */
  readonly check: (document: CheckedDocument, work: CheckedWork | null) => ConformanceCheck[] | null;
}

function xmlProfile(
  name: ProfileName,
  title: string,
  rules: readonly XmlRule[],
  find: (root: XmlElement) => XmlElement | null,
  rest: Pick<Profile, 'documentOf'> & { readonly isOwn?: (root: XmlElement) => boolean } = {},
): Profile {
  const { isOwn = () => true, ...others } = rest;
  const resource = ({ kind, root }: CheckedDocument): XmlElement | null => (kind === 'xml' ? find(root) : null);
  return {
    name,
    title,
    ...others,
    isOwn: (document) => {
      const root = resource(document);
      return root !== null && isOwn(root);
    },
    check: (document, work) => {
      const root = resource(document);
      return root && rules.map((rule) => verdict(name, rule, findXml(root, rule), work));
    },
  };
}

function jsonProfile(
  name: ProfileName,
  title: string,
  isAbout: (root: JsonObject) => boolean,
  check: (root: JsonObject, work: CheckedWork | null) => ConformanceCheck[],
  rest: Pick<Profile, 'documentOf'> = {},
): Profile {
  const accepts = (document: CheckedDocument): document is { kind: 'json'; root: JsonObject } =>
    document.kind === 'json' && isAbout(document.root);
  return {
    name,
    title,
    ...rest,
    isOwn: accepts,
    check: (document, work) => (accepts(document) ? check(document.root, work) : null),
  };
}

const ruled =
  (name: ProfileName, rules: readonly NodeRule[]) =>
  (root: JsonObject, work: CheckedWork | null): ConformanceCheck[] =>
    rules.map((rule) => verdict(name, rule, findNode(root, rule), work));

/** An element of a name and namespace, by itself or in OAI-PMH's `metadata`. */
function within(root: XmlElement, is: (element: XmlElement) => boolean): XmlElement | null {
  if (is(root)) return root;
  return root.name === 'metadata' ? (childElements(root).find(is) ?? null) : null;
}

const OAIRE = /^https?:\/\/namespace\.openaire\.eu\/schema\/oaire\/?/;
const JPCOAR = /^https:\/\/(?:github\.com\/JPCOAR\/schema|irdb\.nii\.ac\.jp\/schema\/jpcoar)\//;
const OAIREDATA = /openaire\.eu\/schema\/.*data/;

/** A document's contexts as texts, so that their names can be looked for. */
function contextOf(root: JsonObject): string {
  return JSON.stringify(root['@context'] ?? '');
}
const isSchemaOrg = (root: JsonObject): boolean => /schema\.org/.test(contextOf(root)) && !isDcat(root);
const isDcat = (root: JsonObject): boolean =>
  /w3\.org\/ns\/dcat#|dcat-ap/i.test(contextOf(root)) ||
  nodesIn(root).some((node) => listOf(node['@type']).some((type) => typeof type === 'string' && /dcat[:#]/.test(type)));

const json = (root: unknown): CheckedDocument => {
  if (!isObject(root)) throw new Error('an export is an object');
  return { kind: 'json', root };
};
const xml = (root: XmlElement): CheckedDocument => ({ kind: 'xml', root });

export const PROFILES: readonly Profile[] = [
  xmlProfile('DATACITE_4_6', 'DataCite Metadata Schema 4.6', DATACITE_RULES, dataciteResourceIn, {
    documentOf: (work) => xml(dataciteElement(work)),
    isOwn: ({ namespace }) => !/openaire\.eu/.test(namespace),
  }),
  xmlProfile('OPENAIRE_DATA_3', 'OpenAIRE Guidelines for Data Archives 3.0', OPENAIRE_DATA_RULES, dataciteResourceIn, {
    documentOf: (work) => xml(dataciteElement(work)),
    isOwn: ({ namespace }) => OAIREDATA.test(namespace),
  }),
  jsonProfile('DCAT_AP_3', 'DCAT-AP 3.0.1', isDcat, ruled('DCAT_AP_3', DCAT_AP_RULES), {
    documentOf: (work) => json(dcatAp(work)),
  }),
  jsonProfile(
    'SCHEMA_ORG_DATASET',
    'schema.org Dataset (Google Dataset Search)',
    isSchemaOrg,
    ruled('SCHEMA_ORG_DATASET', SCHEMA_ORG_RULES),
    {
      documentOf: (work) => json(schemaOrg(work)),
    },
  ),
  xmlProfile(
    'JPCOAR_2',
    'JPCOAR Schema 2.0',
    JPCOAR_RULES,
    (root) => within(root, ({ name, namespace }) => name === 'jpcoar' && JPCOAR.test(namespace)),
    { documentOf: (work) => xml(jpcoarElement(work)) },
  ),
  jsonProfile(
    'COMMON_METADATA',
    'Common metadata elements of the Cabinet Office',
    (root) => elementsIn(root) !== null,
    (root, work) =>
      commonMetadataFindings(root).map(({ check, finding }) => verdict('COMMON_METADATA', check, finding, work)),
    { documentOf: (work) => json(JSON.parse(writeCommonMetadata(work))) },
  ),
  jsonProfile(
    'FUJI_STATIC',
    'FAIRsFAIR metrics 0.8 (F-UJI), without network',
    (root) => isSchemaOrg(root) && typesOf(root).length > 0,
    (root, work) => FUJI_METRICS.map(({ check, find }) => verdict('FUJI_STATIC', check, find(root), work)),
    { documentOf: (work) => json(schemaOrg(work)) },
  ),
  xmlProfile(
    'OPENAIRE_LITERATURE_4',
    'OpenAIRE Guidelines for Literature Repositories 4.0',
    OPENAIRE_LITERATURE_RULES,
    (root) => within(root, ({ name, namespace }) => name === 'resource' && OAIRE.test(namespace)),
  ),
  xmlProfile('OPENAIRE_CRIS_1_2', 'OpenAIRE Guidelines for CRIS Managers 1.2', OPENAIRE_CRIS_RULES, (root) =>
    within(root, isCerifRecord),
  ),
];

export function profileOf(name: ProfileName): Profile {
  const profile = PROFILES.find((item) => item.name === name);
  if (profile === undefined) throw new Error(`no profile ${name}`);
  return profile;
}

/** How a work measures up: each profile's checks of our own export of it. */
export function conformanceOf<Name extends ProfileName>(
  work: CheckedWork,
  names: readonly Name[],
): ConformanceCheck<Name>[] {
  return names.flatMap((name) => {
    const { documentOf, check } = profileOf(name);
    const checks = documentOf === undefined ? null : check(documentOf(work), work);
    return (checks ?? []).map((item) => ({ ...item, profile: name }));
  });
}
