/**
 * F-UJI's FAIRsFAIR metrics 0.8 (https://doi.org/10.5281/zenodo.15045911), as far as the JSON-LD of a landing page answers them.
 * A level is the highest maturity of a metric's tests. What F-UJI finds out over the network is not checked here.
 */
import type { FormatWork } from '../formats/work.js';
import { isObject } from '../subgraphs/common/json.js';
import type { WorkFields } from '../subgraphs/common/record.js';
import { shown, tells, type Check, type Finding } from './check.js';
import type { JsonObject } from './document.js';
import { nodesIn, textOf, typesOf, valuesOf } from './node-rules.js';

interface Metric {
  readonly check: Check;
  readonly find: (root: JsonObject) => Finding;
}

function metric(
  id: string,
  maturity: number,
  fields: readonly (keyof WorkFields)[],
  find: (root: JsonObject) => Finding,
  told?: (work: FormatWork) => boolean,
): Metric {
  return { check: { id, level: `maturity ${String(maturity)}`, need: 'mandatory', fields, told }, find };
}

const good = (evidence: string): Finding => ({ saw: 'good', evidence: shown(evidence) });
const weak = (evidence: string): Finding => ({ saw: 'weak', evidence: shown(evidence) });
const absent = (evidence: string): Finding => ({ saw: 'absent', evidence });
const unchecked = (evidence: string) => (): Finding => ({ saw: 'unchecked', evidence });

/** Every text that names the object: its address, its page and its identifiers. */
function identifiersOf(root: JsonObject): string[] {
  const own = [root['@id'], ...valuesOf(root, 'url'), ...valuesOf(root, 'identifier')];
  return own.flatMap((item) => {
    if (!isObject(item)) return [textOf(item)];
    return [...valuesOf(item, 'url'), ...valuesOf(item, 'value'), item['@id']].map(textOf);
  }).filter((text) => text !== ''); // prettier-ignore
}

const GLOBAL = /^(?:https?:\/\/\S+|urn:[a-z0-9-]+:\S+|10\.\d{4,9}\/\S+|ark:\S+)$/i;
const PERSISTENT =
  /^(?:https?:\/\/(?:dx\.)?doi\.org\/10\.|10\.\d{4,9}\/|https?:\/\/hdl\.handle\.net\/|https?:\/\/(?:w3id|purl)\.org\/|urn:nbn:|ark:)/i;
const isWebAddress = (text: string): boolean => /^https?:\/\//i.test(text);

function firstOf(root: JsonObject, accepts: (text: string) => boolean, lacks: string): Finding {
  const found = identifiersOf(root).find(accepts);
  return found === undefined ? absent(lacks) : good(found);
}

function hasValue(root: JsonObject, names: readonly string[]): Finding {
  const [value] = valuesOf(root, names);
  return value === undefined ? absent(`no ${names.join(' or ')}`) : good(textOf(value));
}

/** What F-UJI takes for a citation, and for a description. */
const CITATION: Readonly<Record<string, readonly string[]>> = {
  creator: ['creator', 'author'],
  title: ['name', 'headline'],
  publication_date: ['datePublished', 'dateCreated'],
  publisher: ['publisher'],
};
const DESCRIPTION: Readonly<Record<string, readonly string[]>> = {
  summary: ['description', 'abstract'],
  keywords: ['keywords'],
};

function lacking(root: JsonObject, wanted: Readonly<Record<string, readonly string[]>>): string[] {
  return Object.entries(wanted)
    .filter(([, names]) => valuesOf(root, names).length === 0)
    .map(([name]) => name);
}

function core(root: JsonObject): Finding {
  const missing = [
    ...lacking(root, CITATION),
    ...(identifiersOf(root).length === 0 ? ['object_identifier'] : []),
    ...(typesOf(root).length === 0 ? ['object_type'] : []),
  ];
  if (missing.length > 0) return absent(`no ${missing.join(', ')}`);
  const undescribed = lacking(root, DESCRIPTION);
  return undescribed.length === 0 ? good('all core elements') : weak(`citation alone: no ${undescribed.join(', ')}`);
}

/** The files of a work. */
function contents(root: JsonObject): JsonObject[] {
  return valuesOf(root, ['distribution', 'encoding', 'associatedMedia']).filter(isObject);
}

const RELATIONS = [
  'isPartOf',
  'hasPart',
  'citation',
  'isBasedOn',
  'sameAs',
  'translationOfWork',
  'subjectOf',
  'exampleOfWork',
];

function relatedWorks(root: JsonObject): Finding {
  const related = valuesOf(root, RELATIONS);
  const [first] = related;
  if (first === undefined) return absent('no related work');
  const linked = nodesIn(related).map((node) => textOf(node['@id'])).concat(related.map(textOf)).find(isWebAddress); // prettier-ignore
  return linked === undefined ? weak(`in words alone: ${textOf(first)}`) : good(linked);
}

/** Formats that F-UJI lists as open, scientific or for the long term; texts of all kinds. */
const LASTING =
  /^(?:text\/.+|application\/(?:json|.+\+json|xml|.+\+xml|pdf|x-netcdf|netcdf|x-hdf5?|fits|geopackage\+sqlite3|vnd\.apache\.parquet|vnd\.oasis\..+)|image\/(?:tiff|png|jp2|svg\+xml|fits)|audio\/(?:flac|x-wav|wav))/i;

function fileFormats(root: JsonObject): Finding {
  const formats = [
    ...valuesOf(root, 'encodingFormat'),
    ...contents(root).flatMap((file) => valuesOf(file, 'encodingFormat')),
  ].map(textOf);
  const [first] = formats;
  if (first === undefined) return absent('no encodingFormat');
  const lasting = formats.find((format) => LASTING.test(format));
  return lasting === undefined ? weak(`none of the known open formats: ${first}`) : good(lasting);
}

function contentForm(root: JsonObject): Finding {
  const [type] = typesOf(root);
  if (type === undefined) return absent('no type');
  const files = contents(root);
  const sized = [root, ...files].some((node) => valuesOf(node, ['contentSize', 'size']).length > 0);
  const typed = [root, ...files].some((node) => valuesOf(node, 'encodingFormat').length > 0);
  return sized && typed
    ? good(`${type}, size and media type`)
    : weak(`${type} alone: no ${sized ? 'media type' : 'size'} of the data`);
}

function terms(root: JsonObject): Finding {
  const term = nodesIn(root).find(
    (node) =>
      typesOf(node).includes('DefinedTerm') &&
      (node['@id'] !== undefined || valuesOf(node, ['inDefinedTermSet', 'url']).length > 0),
  );
  return term === undefined
    ? absent('no term of a registered vocabulary')
    : good(textOf(valuesOf(term, 'inDefinedTermSet')[0] ?? term['@id']));
}

function access(root: JsonObject): Finding {
  return hasValue(root, ['conditionsOfAccess', 'isAccessibleForFree']);
}

const toldCore = (work: FormatWork): boolean =>
  (['creators', 'title', 'issued', 'publisher', 'description', 'subjects'] as const).every((field) =>
    tells(work, field),
  ) && (work.doi ?? work.url) !== null;
const toldForm = ({ size, formats, files }: FormatWork): boolean =>
  (size !== null || files.some((file) => file.bytes !== null || file.size !== null)) &&
  (formats.length > 0 || files.some(({ mediaType }) => mediaType !== null));
const someUrl = ({ files }: FormatWork): boolean => files.some(({ url }) => url !== null);

export const FUJI_METRICS: readonly Metric[] = [
  metric('FsF-F1-01MD', 3, ['doi', 'url', 'identifiers'], (root) => firstOf(root, (text) => GLOBAL.test(text), 'no globally unique identifier'), ({ doi, url, identifiers }) => (doi ?? url) !== null || identifiers.some((item) => item.url !== null)),
  metric('FsF-F1-02MD', 1, ['doi'], (root) => firstOf(root, (text) => PERSISTENT.test(text), 'no persistent identifier')),
  metric('FsF-F1-02MD-2', 3, [], unchecked('whether the identifier is registered is asked of its authority over the network')),
  metric('FsF-F2-01M', 3, ['creators', 'title', 'issued', 'publisher'], core, toldCore),
  metric('FsF-F3-01M', 3, ['files'], (root) => {
    const found = contents(root).flatMap((file) => valuesOf(file, ['contentUrl', 'url']))[0];
    return found === undefined ? absent('no address of the data') : good(textOf(found));
  }, someUrl),
  metric('FsF-F4-01M', 3, [], () => good('schema.org JSON-LD, as search engines read it')),
  metric('FsF-A1-01M', 3, ['accessRight'], access),
  metric('FsF-A1-02MD', 3, [], unchecked('whether metadata and data are there is asked over the network')),
  metric('FsF-A1.1-01MD', 3, ['url', 'doi'], (root) => firstOf(root, isWebAddress, 'no address of HTTP')),
  metric('FsF-A1.2-01MD', 3, ['url', 'doi'], (root) => firstOf(root, isWebAddress, 'no address of HTTP')),
  metric('FsF-I1-01M', 3, [], () => good('JSON-LD')),
  metric('FsF-I2-01M', 3, ['subjects'], terms, ({ subjects }) => subjects.some(({ url, scheme }) => (url ?? scheme) !== null)),
  metric('FsF-I3-01M', 3, ['related', 'container'], relatedWorks, ({ related }) => related.some(({ identifier }) => (identifier?.url ?? null) !== null)),
  metric('FsF-R1-01M', 3, ['type'], contentForm, toldForm),
  metric('FsF-R1.1-01M', 3, ['licenses'], (root) => hasValue(root, ['license'])),
  metric('FsF-R1.2-01M', 2, ['creators', 'publisher', 'issued', 'updated'], (root) =>
    hasValue(root, ['contributor', 'creator', 'publisher', 'datePublished', 'dateModified', 'dateCreated'])),
  metric('FsF-R1.3-01M', 1, [], () => weak('schema.org, a standard of all disciplines; of one discipline none'), () => false),
  metric('FsF-R1.3-02D', 3, ['formats', 'files'], fileFormats, ({ formats, files }) =>
    [...formats, ...files.map(({ mediaType }) => mediaType ?? '')].some((format) => LASTING.test(format))),
]; // prettier-ignore
