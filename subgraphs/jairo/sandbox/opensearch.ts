import type { SandboxResponse } from '../../../sandbox/server.js';
import { atomFeed, jpcoarFeed, rssFeed, type Feed } from './opensearch-feeds.js';
import { jsonList } from './records-json.js';
import { publicItems, type HeldItem, type SandboxRepository } from './repositories.js';
import { resourceType } from './resource-types.js';
import { fold, matches, searchTexts, wholeText, type SearchTexts } from './search.js';
import { element, prettyDocument } from './xml.js';

/** A search at one host. */
export interface SearchCall {
  readonly repository: SandboxRepository;
  readonly parameters: URLSearchParams;
  readonly accept: string;
  readonly now: Date;
  /** The total never ends and every page is full: the fault `endless`. */
  readonly endless: boolean;
}

type Condition = (item: HeldItem, texts: SearchTexts) => boolean;

/** The first 1.0 resource types in the order of the list that `type` takes positions of. */
const TYPE_LIST =
  'conference paper|data paper|departmental bulletin paper|editorial|journal article|newspaper|periodical|review article|software paper|article|book|book part|cartographic material|map|conference object|conference proceedings|conference poster|dataset|interview|image|still image|moving image|video|lecture|patent|internal report|report|research report|technical report|policy report|report part|working paper|data management plan|sound|thesis|bachelor thesis|master thesis|doctoral thesis|interactive resource|learning object|manuscript|musical notation|research proposal|software|technical documentation|workflow|other'.split(
    '|',
  );

const LANGUAGES = 'jpn|eng|fra|ita|deu|spa|zho|rus|lat|msa|epo|ara|ell|kor|other'.split('|');
const WORK_LANGUAGE = { ja: 'jpn', en: 'eng', zh: 'zho' } as const;

/** Names or positions of a closed list; null where none of them is known: then the filter disappears (fact sheet 4.3.2). */
function chosen(value: string, list: readonly string[]): string[] | null {
  const known = value
    .split(',')
    .flatMap((one) => (list.includes(one) ? [one] : /^\d+$/.test(one) ? (list[Number(one)] ?? []) : []));
  return known.length === 0 ? null : known;
}

/** The identifiers that `id` with `id_attr` asks for. */
function identifiersOf({ held }: HeldItem, repository: SandboxRepository, attribute: string): string[] {
  const { work } = held;
  const journal = work.journal === null ? null : repository.world.journal(work.journal);
  switch (attribute) {
    case 'identifier':
      return [work.doi, work.handle].flatMap((value) => value ?? []);
    case 'selfDOI':
    case 'DOI':
      return [work.doi].flatMap((value) => value ?? []);
    case 'ISSN':
      return journal === null ? [] : [journal.issn];
    case 'NCID':
      return [work.ncid, journal?.ncid].flatMap((value) => value ?? []);
    case 'ISBN':
      return [work.isbn].flatMap((value) => value ?? []);
    case 'NAID':
      return [work.naid].flatMap((value) => value ?? []);
    default:
      return [];
  }
}

const ID_ATTRIBUTES = 'identifier|URI|fullTextURL|selfDOI|ISBN|ISSN|NCID|PMID|DOI|NAID|ICHUSHI'.split('|');

/** The name identifiers of a work's creators: ORCID, e-Rad, NRID. */
function nameIdentifiers({ held }: HeldItem, { world }: SandboxRepository): string[] {
  return held.work.creators.flatMap((key) => {
    const person = world.person(key);
    return [person.orcid, person.eRad, ...person.nrids].flatMap((value) => value ?? []);
  });
}

/** One parameter's condition; null for what is not known or not usable: it is ignored without a word (fact sheet 4.3.2). */
function condition(call: SearchCall, name: string, value: string): Condition | null {
  const { repository, parameters } = call;
  switch (name) {
    case 'keyword':
      // Only together with `format` (fact sheet 4.1).
      return parameters.has('format') ? (_, texts) => matches(wholeText(texts), value) : null;
    case 'q':
    case 'iid':
      // An index id, not a keyword (fact sheet 4.3.1).
      return (item) => item.setSpecs.some((setSpec) => setSpec.split(':').includes(value));
    case 'title':
      return parameters.get('exact_title_match') === 'true'
        ? ({ held }) =>
            [held.work.title.ja, held.work.title.en].some((title) => title !== null && fold(title) === fold(value))
        : (_, texts) => matches(texts.title, value);
    case 'creator':
      return (_, texts) => matches(texts.creator, value);
    case 'des':
      return (_, texts) => matches(texts.description, value);
    case 'publisher':
      return (_, texts) => matches(texts.publisher, value);
    case 'srctitle':
      return (_, texts) => matches(texts.journal, value);
    case 'wid':
      return (item) => nameIdentifiers(item, repository).includes(value);
    case 'mimetype':
      return ({ held }) => held.work.files.some((file) => file.mediaType === value);
    case 'dissno':
      return ({ held }) => held.work.degree?.number === value;
    case 'type': {
      const types = chosen(value, TYPE_LIST);
      return types && (({ held }) => types.includes(resourceType(held.work, '1.0').label));
    }
    case 'lang': {
      const languages = chosen(value, LANGUAGES);
      return languages && (({ held }) => languages.includes(WORK_LANGUAGE[held.work.language]));
    }
    case 'id': {
      const attribute = parameters.get('id_attr') ?? '';
      return ID_ATTRIBUTES.includes(attribute)
        ? (item) => identifiersOf(item, repository, attribute).includes(value)
        : null;
    }
    case 'version':
      // Found nothing wherever it was tried (fact sheet 4.3.3).
      return /^(?:AO|SMUR|AM|P|VoR|CVoR|EVoR|NA)$/.test(value) ? () => false : null;
    default:
      return null;
  }
}

const SORT_KEYS: Readonly<Record<string, (item: HeldItem) => string>> = {
  controlnumber: (item) => item.recid.padStart(12, '0'),
  createdate: (item) => item.held.work.deposited,
  publish_date: (item) => item.held.work.deposited,
  upd: (item) => item.datestamp,
  pyear: (item) => item.held.holding.issued.slice(0, 4),
  wtl: ({ held }) => held.work.title.ja ?? held.work.title.en ?? '',
  creator: ({ held }) => held.work.creators[0] ?? '',
};

function sorted(items: readonly HeldItem[], order: string): readonly HeldItem[] {
  const key = SORT_KEYS[order.replace(/^-/, '')];
  if (!key) return items;
  const ascending = [...items].sort((left, right) => (key(left) < key(right) ? -1 : key(left) > key(right) ? 1 : 0));
  return order.startsWith('-') ? ascending.reverse() : ascending;
}

function positive(text: string | null, otherwise: number): number {
  const number = Number(text);
  return text !== null && Number.isInteger(number) && number > 0 ? number : otherwise;
}

/** One page of a search: hits in their right order. */
function search(call: SearchCall): Feed {
  const { repository, parameters } = call;
  const conditions = [...parameters].flatMap(([name, value]) =>
    value === '' ? [] : (condition(call, name, value) ?? []),
  );
  const found = publicItems(repository).filter((item) => {
    const texts = searchTexts(repository.world, item.held);
    return conditions.every((holds) => holds(item, texts));
  });
  const size = positive(parameters.get('size') ?? parameters.get('list_view_num'), 10);
  const page = call.endless ? 1 : positive(parameters.get('page') ?? parameters.get('page_no'), 1);
  const hits = sorted(found, parameters.get('sort') ?? 'controlnumber').slice((page - 1) * size, page * size);
  // Computed from page_no and list_view_num with a default of 20, whatever was asked (fact sheet 4.3.5).
  const startIndex = (positive(parameters.get('page_no'), 1) - 1) * positive(parameters.get('list_view_num'), 20) + 1;
  const query = parameters.toString();
  const address = `https://${repository.host}/api/opensearch/search${query === '' ? '' : `?${query}`}`;
  return {
    repository,
    address,
    hits,
    total: call.endless ? 1_000_000 : found.length,
    startIndex,
    now: call.now,
    page,
    size,
  };
}

/** The server negotiates JSON alone: any other specific type is refused (fact sheet 4.3.6). */
function acceptable(accept: string): boolean {
  return accept === '' || /(?:^|[\s,])(?:\*\/\*|application\/\*|application\/json)(?:$|[\s,;])/i.test(accept);
}

/** Answers a search in the format asked for; without `format` JSON. */
export function answerOpenSearch(call: SearchCall): SandboxResponse {
  if (!acceptable(call.accept)) {
    return {
      status: 406,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        status: 406,
        message:
          'The resource identified by the request is only capable of generating response entities which have content characteristics not acceptable according to the accept headers sent in the request.',
      }),
    };
  }
  const feed = search(call);
  switch (call.parameters.get('format')) {
    case 'atom':
      return { status: 200, headers: { 'Content-Type': 'application/atom+xml' }, body: atomFeed(feed) };
    case 'rss':
      return { status: 200, headers: { 'Content-Type': 'application/rss+xml' }, body: rssFeed(feed) };
    case 'jpcoar':
      return { status: 200, headers: { 'Content-Type': 'application/xml' }, body: jpcoarFeed(feed) };
    default:
      return {
        status: 200,
        headers: { 'Content-Type': 'application/json' },
        body: jsonList(feed, '/api/opensearch/search', call.parameters),
      };
  }
}

/** description.xml, whose template is wrong: it puts the words where an index id belongs (fact sheet 4.2). */
export function openSearchDescription(repository: SandboxRepository): SandboxResponse {
  const root = `https://${repository.host}`;
  const type = 'application/atom+xml';
  const document = element(
    'OpenSearchDescription',
    { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' },
    element('ShortName', {}, 'WEKO'),
    element('Description', {}, 'WEKO - NII Scholarly and Academic Information Navigator'),
    element('Image', { height: '16', type: 'image/x-icon', width: '16' }, `${root}/static/favicon.ico`),
    element('Url', { template: `${root}/api/opensearch/search?q={searchTerms}`, type }),
    element('Url', { template: `${root}/api/opensearch/search?q={searchTerms}&format=atom`, type }),
  );
  return { status: 200, headers: { 'Content-Type': 'application/xml' }, body: prettyDocument(document) };
}
