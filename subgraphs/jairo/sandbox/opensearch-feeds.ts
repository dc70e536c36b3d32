import { shownTexts } from './jpcoar-context.js';
import { jpcoarRecord } from './jpcoar.js';
import { quirksOf } from './quirks.js';
import { fileUrl, recordUrl, type HeldItem, type SandboxRepository } from './repositories.js';
import { resourceType } from './resource-types.js';
import { creatorNames } from './search.js';
import { element, prettyDocument, textElement, type XmlContent, type XmlNode } from './xml.js';

/** One page of hits, in the order of the sort. */
export interface Feed {
  readonly repository: SandboxRepository;
  /** As the host calls its own request. */
  readonly address: string;
  readonly hits: readonly HeldItem[];
  readonly total: number;
  readonly startIndex: number;
  readonly now: Date;
  readonly page: number;
  readonly size: number;
}

const NAMESPACES = {
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:opensearch': 'http://a9.com/-/spec/opensearch/1.1/',
  'xmlns:prism': 'http://prismstandard.org/namespaces/basic/2.0/',
};

function totals(feed: Feed): XmlNode[] {
  return [
    element('opensearch:totalResults', {}, String(feed.total)),
    element('opensearch:startIndex', {}, String(feed.startIndex)),
    element('opensearch:itemsPerPage', {}, String(feed.hits.length)),
  ];
}

/** 2023-11-06T05:45:01.746520+00:00: as Python writes it. */
function pythonInstant(rfc3339: string): string {
  return `${rfc3339.slice(0, 19)}.000000+00:00`;
}

function oaiUrl(feed: Feed, hit: HeldItem): string {
  return `https://${feed.repository.host}/oai?verb=GetRecord&metadataPrefix=jpcoar&identifier=${hit.oaiIdentifier}`;
}

/** What Atom entries and RSS items share: dc:subject is the index's name, dc:type the item type's (fact sheet 4.2). */
function details(feed: Feed, { held, recid, setSpecs }: HeldItem): XmlContent[] {
  const { work } = held;
  const index = feed.repository.indexes.find((candidate) => setSpecs.includes(candidate.path));
  const journal = work.journal === null ? null : feed.repository.world.journal(work.journal);
  return [
    shownTexts(work.publisher, 'both').map(({ lang, text }) => element('dc:publisher', { 'xml:lang': lang }, text)),
    textElement('dc:subject', index?.name.ja),
    element('dc:type', {}, 'デフォルトアイテムタイプ（フル）'),
    work.files.map((file) => element('dc:format', {}, file.mediaType)),
    element('dc:identifier', {}, recid),
    work.files
      .filter((file) => file.access !== 'metadata-only')
      .map((file) => element('dc:identifier', {}, fileUrl(feed.repository, recid, file.name))),
    element('prism:aggregationType', {}, resourceType(work, '2.0').label),
    textElement('prism:issn', journal?.issn),
  ];
}

function prismDates({ held, datestamp }: HeldItem): XmlNode[] {
  return [
    element('prism:creationDate', {}, pythonInstant(`${held.work.deposited}T00:00:00Z`)),
    element('prism:modificationDate', {}, pythonInstant(datestamp)),
  ];
}

/** A title, or nothing where the item has none. */
function firstTitle({ held }: HeldItem): string {
  return shownTexts(held.work.title, held.holding.titles)[0]?.text ?? '';
}

function atomEntry(feed: Feed, hit: HeldItem): XmlNode {
  const { work, holding } = hit.held;
  const abstract = shownTexts(work.abstract, holding.abstracts)[0];
  // Names without a language are left out (fact sheet 4.3.8).
  const authors = quirksOf(hit.held).has('no-language-tags')
    ? []
    : creatorNames(feed.repository.world, hit.held).map((name) => element('author', {}, element('name', {}, name)));
  return element(
    'entry',
    {},
    element('id', {}, oaiUrl(feed, hit)),
    element('title', {}, firstTitle(hit)),
    element('updated', {}, pythonInstant(hit.datestamp)),
    abstract ? element('content', { 'xml:lang': abstract.lang }, abstract.text) : undefined,
    element('link', { href: recordUrl(feed.repository, hit.recid) }),
    element('link', { href: oaiUrl(feed, hit) }),
    authors,
    details(feed, hit),
    prismDates(hit),
  );
}

/** Atom; entries stand in reverse order (fact sheet 4.3.4). */
export function atomFeed(feed: Feed): string {
  return prettyDocument(
    element(
      'feed',
      { ...NAMESPACES, xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'en' },
      element('id', {}, feed.address),
      element('title', {}, 'WEKO OpenSearch: '),
      element('updated', {}, pythonInstant(feed.now.toISOString())),
      element('link', { href: feed.address }),
      element('generator', { uri: 'http://lkiesow.github.io/python-feedgen', version: '0.7.0' }, 'python-feedgen'),
      totals(feed),
      feed.hits.map((hit) => atomEntry(feed, hit)).reverse(),
    ),
  );
}

/** dc:date is the moment of the answer, and no ISO date (fact sheet 4.3.7). */
function pythonNow(now: Date): string {
  return `${now.toISOString().slice(0, 19).replace('T', ' ')}.000000+00:00`;
}

function rssItem(feed: Feed, hit: HeldItem): XmlNode {
  const url = recordUrl(feed.repository, hit.recid);
  const { work, holding } = hit.held;
  return element(
    'item',
    { 'rdf:about': url },
    element('title', {}, firstTitle(hit)),
    element('link', {}, url),
    element('rdfs:seeAlso', { 'rdf:resource': oaiUrl(feed, hit) }),
    textElement('description', shownTexts(work.abstract, holding.abstracts)[0]?.text),
    element('dc:date', {}, pythonNow(feed.now)),
    details(feed, hit),
    prismDates(hit),
    element('prism:url', {}, url),
  );
}

/** RSS 1.0: items in reverse order, rdf:Seq in the right one; without hits no items at all. */
export function rssFeed(feed: Feed): string {
  const sequence = feed.hits.map((hit) => element('rdf:li', { 'rdf:resource': recordUrl(feed.repository, hit.recid) }));
  return prettyDocument(
    element(
      'rdf:RDF',
      {
        ...NAMESPACES,
        'xmlns:rdf': 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
        'xmlns:rdfs': 'http://www.w3.org/2000/01/rdf-schema#',
        xmlns: 'http://purl.org/rss/1.0/',
        'xml:lang': 'en',
      },
      element(
        'channel',
        { 'rdf:about': feed.address },
        element('title', {}, 'WEKO OpenSearch: '),
        element('link', {}, feed.address),
        element('docs', {}, 'http://www.rssboard.org/rss-specification'),
        element('generator', {}, 'python-feedgen'),
        element('language', {}, 'en'),
        sequence.length === 0 ? undefined : element('items', {}, element('rdf:Seq', {}, sequence)),
        element('lastBuildDate', {}, feed.now.toUTCString().replace('GMT', '+0000')),
        element('dc:date', {}, pythonNow(feed.now)),
        totals(feed),
      ),
      feed.hits.map((hit) => rssItem(feed, hit)).reverse(),
    ),
  );
}

/** JPCOAR in RDF: header and items in no namespace, a stray system_file at the end of a record that has files (fact sheet 4.2). */
export function jpcoarFeed(feed: Feed): string {
  const descriptions = feed.hits.map((hit) =>
    element(
      'rdf:Description',
      { 'rdf:about': recordUrl(feed.repository, hit.recid) },
      jpcoarRecord(
        feed.repository,
        hit.held,
        '2.0',
        hit.held.work.files.length > 0 ? element('system_file') : undefined,
      ),
    ),
  );
  return prettyDocument(
    element(
      'rdf:RDF',
      {
        ...NAMESPACES,
        'xmlns:rdf': 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      },
      element('header', {}, totals(feed)),
      element('items', {}, descriptions.reverse()),
    ),
  );
}
