/** Dublin Core as OAI-PMH has it. */
import type { LocalizedText } from '../subgraphs/common/record.js';
import { languageCode } from '../subgraphs/common/vocabulary.js';
import type { XmlElement } from '../subgraphs/common/xml.js';
import { oneOf } from './datacite-people.js';
import { ACCESS_RIGHTS, RESOURCE_TYPES } from './vocabulary.js';
import { ownLanguage, type FormatWork } from './work.js';
import { elementMaker, langAttribute, perLanguage, xmlDocument, type Content } from './xml.js';

const OAI_DC = 'http://www.openarchives.org/OAI/2.0/oai_dc/';
const DC = 'http://purl.org/dc/elements/1.1/';
const NAMESPACES: Readonly<Record<string, string>> = { [OAI_DC]: 'oai_dc', [DC]: 'dc' };
const dc = elementMaker(DC);

function once(name: string, values: readonly (string | null | undefined)[]): Content {
  return [...new Set(values)].map((value) => (value === null || value === undefined ? null : dc(name, {}, value)));
}

/** A work as an oai_dc:dc element. */
export function oaiDcElement(work: FormatWork): XmlElement {
  const { container, accessRight } = work;
  const right = accessRight === 'UNKNOWN' ? null : ACCESS_RIGHTS[accessRight];
  const texts = (name: string, text: LocalizedText | null): Content =>
    perLanguage(text, (item) => dc(name, langAttribute(item.lang), item.value));
  // Two elements would be two people.
  const oneName = (name: string, text: LocalizedText): Content => {
    const item = oneOf(text, ownLanguage(work));
    return item === null ? null : dc(name, langAttribute(item.lang), item.value);
  };
  const type = RESOURCE_TYPES[work.type];
  return elementMaker(OAI_DC)(
    'dc',
    {},
    [work.title, ...work.alternativeTitles].map((title) => texts('title', title)),
    work.creators.map(({ name }) => oneName('creator', name)),
    work.subjects.map(({ value }) => texts('subject', value)),
    texts('description', work.description),
    texts('publisher', work.publisher),
    work.contributors.map(({ creator }) => oneName('contributor', creator.name)),
    once('date', [work.issued]),
    once('type', [type.label, type.coar]),
    once('format', [...work.formats, ...work.files.map(({ mediaType }) => mediaType)]),
    once('identifier', [...work.identifiers.map(({ url, value }) => url ?? value), work.url]),
    texts('source', container?.title ?? null),
    once('source', container?.issn ?? []),
    once(
      'language',
      work.languages.map((tag) => languageCode(tag) ?? tag),
    ),
    once(
      'relation',
      work.related.map(({ identifier }) => (identifier === null ? null : (identifier.url ?? identifier.value))),
    ),
    work.places.map(({ name }) => texts('coverage', name)),
    once('coverage', [work.period]),
    once('rights', [right?.label, right?.openaire]),
    work.licenses.map(({ name, spdx, url }) => once('rights', [name ?? spdx, url])),
  );
}

/** A work as an oai_dc document. */
export function writeOaiDc(work: FormatWork): string {
  return xmlDocument(oaiDcElement(work), NAMESPACES);
}
