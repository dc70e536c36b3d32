/** RDF/XML of a detail document: the same model (fact sheet 6.6). */
import { escapeXml } from '../../common/xml.js';
import { CONTEXT } from './documents.js';
import type { Json, JsonObject } from './records.js';

const SCHEMA = 'https://cir.nii.ac.jp/schema/1.0/';

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && !Array.isArray(value);
}

function asText(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** Elements of one key: each entry of a list is an element of its own. */
function elements(name: string, value: Json, indent: string): string[] {
  if (Array.isArray(value)) return value.flatMap((entry: Json) => elements(name, entry, indent));
  if (typeof value === 'string') return [`${indent}<${name}>${escapeXml(value)}</${name}>`];
  if (!isObject(value)) return [];
  if (value['@value'] !== undefined) {
    const language = asText(value['@language']);
    const type = asText(value['@type']);
    const attributes =
      language !== ''
        ? ` xml:lang="${escapeXml(language)}"`
        : type !== ''
          ? ` rdf:datatype="${SCHEMA}${escapeXml(type)}"`
          : '';
    return [`${indent}<${name}${attributes}>${escapeXml(asText(value['@value']))}</${name}>`];
  }
  const id = asText(value['@id']);
  const inner = Object.entries(value).filter(([key]) => !key.startsWith('@'));
  const deeper = `${indent}    `;
  if (id === '')
    return [
      `${indent}<${name} rdf:parseType="Resource">`,
      ...inner.flatMap(([key, entry]) => elements(key, entry, deeper)),
      `${indent}</${name}>`,
    ];
  const node = asText(value['@type']) === '' ? 'rdf:Description' : asText(value['@type']);
  return [
    `${indent}<${name}>`,
    `${deeper}<${node} rdf:about="${escapeXml(id)}">`,
    ...inner.flatMap(([key, entry]) => elements(key, entry, `${deeper}    `)),
    `${deeper}</${node}>`,
    `${indent}</${name}>`,
  ];
}

/** A detail document as `/crid/{CRID}.rdf` gives it. */
export function rdfDocument(document: JsonObject): string {
  const namespaces = Object.entries(CONTEXT)
    .filter(([prefix]) => !prefix.startsWith('@'))
    .map(([prefix, uri]) => `         xmlns:${prefix}="${asText(uri)}"`);
  const kind = asText(document['@type']);
  const about = asText(document['@id']).replace(/\.json$/, '.rdf');
  const body = Object.entries(document).filter(([key]) => !key.startsWith('@'));
  return [
    '<?xml version="1.0" encoding="utf-8" ?>',
    `<rdf:RDF xmlns="${SCHEMA}"`,
    '         xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"',
    `${namespaces.join('\n')}>`,
    `    <${kind} rdf:about="${escapeXml(about)}">`,
    ...body.flatMap(([key, value]) => elements(key, value, '    ')),
    `    </${kind}>`,
    '</rdf:RDF>',
    '',
  ].join('\n');
}
