import { shownTexts } from './jpcoar-context.js';
import type { SandboxResponse } from '../../../sandbox/server.js';
import type { Bilingual } from '../../../sandbox/world/index.js';

import { publicItems, recordUrl, type Held, type SandboxRepository } from './repositories.js';
import { creatorNames, matches, searchTexts, wholeText, type SearchTexts } from './search.js';
import { element, prettyDocument, textElement, type XmlContent, type XmlNode } from './xml.js';

const IRDB = 'https://irdb.nii.ac.jp';

interface Harvested {
  readonly repository: SandboxRepository;
  readonly recid: string;
  readonly datestamp: string;
  readonly held: Held;
}

/** A search over everything that IRDB harvested: repositories outside of JAIRO Cloud too. */
export interface IrdbCall {
  readonly repositories: readonly SandboxRepository[];
  readonly parameters: URLSearchParams;
  readonly now: Date;
  /** The total never ends and every page is full: the fault `endless`. */
  readonly endless: boolean;
}

type Lang = 'ja' | 'en';

function pick(text: Bilingual, lang: Lang): string | undefined {
  return text[lang] ?? text[lang === 'ja' ? 'en' : 'ja'] ?? undefined;
}

/** Whether a harvested item answers one of IRDB's search fields; a name that is none of them is ignored (fact sheet 8). */
function answers(item: Harvested, texts: SearchTexts, name: string, value: string): boolean {
  const { world } = item.repository;
  const { work } = item.held;
  switch (name) {
    case 'q':
      return matches(wholeText(texts), value);
    case 'title':
      return matches(texts.title, value);
    case 'author':
      return matches(texts.creator, value);
    case 'authorid':
      return work.creators.some((key) => {
        const person = world.person(key);
        return [person.orcid, person.eRad, ...person.nrids].includes(value);
      });
    case 'keyword':
      return matches(texts.keyword, value);
    case 'journal':
      return matches(texts.journal, value);
    case 'issn':
      return work.journal !== null && world.journal(work.journal).issn.replace('-', '') === value.replace('-', '');
    case 'publisher':
      return matches(texts.publisher, value);
    case 'dissertationid':
      return work.degree?.number === value;
    case 'dissertationaffiliation': {
      const grantor = work.degree === null ? null : world.organization(work.degree.organization).name;
      return grantor !== null && matches(`${grantor.ja} ${grantor.en}`.toLowerCase(), value);
    }
    case 'fulltext':
      return value !== '1' || work.files.some((file) => file.access === 'open');
    default:
      return true;
  }
}

/** Hits: those whose title answers the words first, then the newest. */
function find(call: IrdbCall): Harvested[] {
  const words = call.parameters.get('q') ?? '';
  return call.repositories
    .flatMap((repository) =>
      publicItems(repository).map(({ recid, datestamp, held }) => ({ repository, recid, datestamp, held })),
    )
    .map((item) => ({ item, texts: searchTexts(item.repository.world, item.held) }))
    .filter(({ item, texts }) =>
      [...call.parameters].every(([name, value]) => value === '' || answers(item, texts, name, value)),
    )
    .map(({ item, texts }) => ({ item, rank: words !== '' && matches(texts.title, words) ? 0 : 1 }))
    .sort(
      (left, right) =>
        left.rank - right.rank ||
        right.item.held.holding.issued.localeCompare(left.item.held.holding.issued) ||
        left.item.held.holding.irdb.localeCompare(right.item.held.holding.irdb),
    )
    .map(({ item }) => item);
}

const ISO_639_3 = { ja: 'jpn', en: 'eng', zh: 'zho' } as const;

function recordPage({ repository, held }: Harvested): string {
  return `${IRDB}/${repository.repository.irdb}/${held.holding.irdb}`;
}

function title({ held }: Harvested, lang: Lang): string {
  const titles = shownTexts(held.work.title, held.holding.titles);
  return (titles.find((one) => one.lang === lang) ?? titles[0])?.text ?? '';
}

function journalOf(item: Harvested, lang: Lang): XmlContent[] {
  const { work } = item.held;
  if (work.journal === null) return [];
  const journal = item.repository.world.journal(work.journal);
  return [
    element('prism:issn', {}, journal.issn),
    element('prism:publicationName', { lang }, journal.title[lang]),
    textElement('prism:volume', work.volume ?? undefined),
    textElement('prism:startingPage', work.firstPage ?? undefined),
    textElement('prism:endingPage', work.lastPage ?? undefined),
  ];
}

/** An entry: every variant of a name is an author of its own, elements without prefix fall into Atom's namespace, `updated` has no time (fact sheet 8). */
function entry(item: Harvested, lang: Lang): XmlNode {
  const { work, holding } = item.held;
  const abstracts = shownTexts(work.abstract, holding.abstracts);
  const abstract = (abstracts.find((one) => one.lang === lang) ?? abstracts[0])?.text;
  return element(
    'entry',
    {},
    element('title', {}, title(item, lang)),
    element('link', { href: recordPage(item) }),
    element('id', {}, recordPage(item)),
    creatorNames(item.repository.world, item.held).map((name) => element('author', {}, element('name', {}, name))),
    element('language', {}, ISO_639_3[work.language]),
    textElement('publisher', pick(work.publisher, lang)),
    element('URI', {}, recordUrl(item.repository, item.recid)),
    journalOf(item, lang),
    element('prism:publicationDate', {}, holding.issued),
    textElement('content', abstract, { type: 'text' }),
    element('irname', {}, item.repository.world.organization(item.repository.repository.organization).name[lang]),
    element('updated', {}, item.datestamp.slice(0, 10)),
  );
}

interface Answer {
  readonly items: readonly Harvested[];
  readonly total: number;
  readonly start: number;
  readonly lang: Lang;
  readonly address: string;
  /** The words twice: seen in every title of a feed (fact sheet 8). */
  readonly title: string;
}

const NAMESPACES = {
  'xmlns:opensearch': 'http://a9.com/-/spec/opensearch/1.1/',
  'xmlns:prism': 'http://prismstandard.org/namespaces/basic/2.0/',
};

function totals(answer: Answer): XmlNode[] {
  return [
    element('opensearch:totalResults', {}, String(answer.total)),
    element('opensearch:startIndex', {}, String(answer.start)),
    // Stays 20 whatever was asked (fact sheet 8).
    element('opensearch:itemsPerPage', {}, '20'),
  ];
}

function atom(answer: Answer, now: Date): string {
  return prettyDocument(
    element(
      'feed',
      { xmlns: 'http://www.w3.org/2005/Atom', ...NAMESPACES, 'xml:lang': answer.lang },
      element('title', {}, answer.title),
      element('id', {}, answer.address),
      element('updated', {}, `${now.toISOString().slice(0, 19)}Z`),
      totals(answer),
      answer.items.map((item) => entry(item, answer.lang)),
    ),
  );
}

function rss(answer: Answer): string {
  return prettyDocument(
    element(
      'rdf:RDF',
      {
        xmlns: 'http://purl.org/rss/1.0/',
        'xmlns:rdf': 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        ...NAMESPACES,
      },
      element(
        'channel',
        { 'rdf:about': answer.address },
        element('title', {}, answer.title),
        element('link', {}, answer.address),
        totals(answer),
        element(
          'items',
          {},
          element(
            'rdf:Seq',
            {},
            answer.items.map((item) => element('rdf:li', { 'rdf:resource': recordPage(item) })),
          ),
        ),
      ),
      answer.items.map((item) =>
        element(
          'item',
          { 'rdf:about': recordPage(item) },
          element('title', {}, title(item, answer.lang)),
          element('link', {}, recordPage(item)),
          creatorNames(item.repository.world, item.held).map((name) => element('dc:creator', {}, name)),
          element('dc:date', {}, item.held.holding.issued),
        ),
      ),
    ),
  );
}

/** Answers IRDB's OpenSearch: 20, 50 or 100 hits from `start` (1-based), as Atom or, where that is not asked for, as RSS. */
export function answerIrdb(call: IrdbCall): SandboxResponse {
  const { parameters } = call;
  const asked = Number(parameters.get('count'));
  const count = [20, 50, 100].includes(asked) ? asked : 20;
  const given = Number(parameters.get('start'));
  const start = Number.isInteger(given) && given > 0 ? given : 1;
  const found = find(call);
  const first = call.endless ? 0 : start - 1;
  const words = [...parameters]
    .filter(([name]) => !['count', 'start', 'lang', 'format', 'fulltext'].includes(name))
    .map(([, value]) => value);
  const answer: Answer = {
    items: found.slice(first, first + count),
    total: call.endless ? 1_000_000 : found.length,
    start,
    lang: parameters.get('lang') === 'en' ? 'en' : 'ja',
    address: `${IRDB}/opensearch/search?${parameters.toString()}`,
    title: `IRDB OpenSearch | ${words.join(' ')} ${words.join(' ')}`,
  };
  return parameters.get('format') === 'atom'
    ? {
        status: 200,
        headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' },
        body: doubleQuoted(atom(answer, call.now)),
      }
    : {
        status: 200,
        headers: { 'Content-Type': 'application/rss+xml; charset=utf-8' },
        body: doubleQuoted(rss(answer)),
      };
}

/** IRDB is no WEKO3: its declaration stands in double quotes. */
function doubleQuoted(document: string): string {
  return document.replace("<?xml version='1.0' encoding='UTF-8'?>", '<?xml version="1.0" encoding="UTF-8"?>');
}
