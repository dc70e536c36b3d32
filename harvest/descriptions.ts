/** What a harvester is told of the repository, its formats and its sets. */
import { element, located, textElement } from './answer.js';
import { datestamp, type Seconds } from './datestamps.js';
import { HARVEST_FORMATS, OAI_DC, OAI_DC_XSD } from './formats.js';
import { oaiIdentifier } from './identifiers.js';
import type { HarvestSet } from './sets.js';

const OAI_IDENTIFIER = 'http://www.openarchives.org/OAI/2.0/oai-identifier';
const DC = 'http://purl.org/dc/elements/1.1/';

/** An identifier as it looks here. */
export function sampleIdentifier(namespace: string): string {
  return oaiIdentifier(namespace, 'doi:10.20783/dias.662');
}

/** The content of Identify. */
export function identity(
  { baseUrl, adminEmail, namespace }: { baseUrl: string; adminEmail: string; namespace: string },
  earliest: Seconds,
): string[] {
  const scheme = located(
    'oai-identifier',
    OAI_IDENTIFIER,
    `${OAI_IDENTIFIER}.xsd`,
    textElement('scheme', 'oai'),
    textElement('repositoryIdentifier', namespace),
    textElement('delimiter', ':'),
    textElement('sampleIdentifier', sampleIdentifier(namespace)),
  );
  return [
    textElement('repositoryName', 'Kakehashi 架け橋'),
    textElement('baseURL', baseUrl),
    textElement('protocolVersion', '2.0'),
    textElement('adminEmail', adminEmail),
    textElement('earliestDatestamp', datestamp(earliest)),
    textElement('deletedRecord', 'transient'),
    textElement('granularity', 'YYYY-MM-DDThh:mm:ssZ'),
    element('description', {}, scheme),
  ];
}

/** The content of ListMetadataFormats: every work can be told in each. */
export function formatElements(): string[] {
  return HARVEST_FORMATS.map(({ prefix, schema, namespace }) =>
    element(
      'metadataFormat',
      {},
      textElement('metadataPrefix', prefix),
      textElement('schema', schema),
      textElement('metadataNamespace', namespace),
    ),
  );
}

/**
 * A set with what it holds.
 * @param gaps why its list is shorter than that
 */
export function setElement({ spec, name, written }: HarvestSet, gaps: readonly string[]): string {
  const texts = [`A saved search: ${written}`, ...gaps].map((text) => textElement('dc:description', text));
  const described = located('oai_dc:dc', OAI_DC, OAI_DC_XSD, ...texts).replace(
    `xmlns="${OAI_DC}"`,
    `xmlns:oai_dc="${OAI_DC}" xmlns:dc="${DC}"`,
  );
  return element(
    'set',
    {},
    textElement('setSpec', spec),
    textElement('setName', name),
    element('setDescription', {}, described),
  );
}
