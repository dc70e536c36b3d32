import { createHash } from 'node:crypto';
import type { Creator, WorkType } from '../subgraphs/common/record.js';
import { dateParts, identifiersOf, keywords, nameParts, ownLanguage, said, type FormatWork } from './work.js';

/** What means something to TeX. Braces by name: BibTeX counts those behind a backslash too, and an unpaired one ends the entry early. */
const TEX: Readonly<Record<string, string>> = {
  '\\': '{\\textbackslash}',
  '{': '{\\textbraceleft}',
  '}': '{\\textbraceright}',
  '~': '{\\textasciitilde}',
  '^': '{\\textasciicircum}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  '%': '\\%',
  _: '\\_',
};

/** A text for TeX that reads UTF-8, in one line. */
function escaped(text: string): string {
  return text.replace(/[\\{}~^$&#%_]/g, (character) => TEX[character] ?? character).replace(/\s+/g, ' ');
}

/** An address, which styles set verbatim: what would end the field is percent-encoded. */
function address(url: string): string {
  return url.replace(/[\\{}\s]/g, (character) => encodeURIComponent(character));
}

/**
 * The entry's key: the work's id, so that it stays the same and no two works share one. What may not stand in a key becomes
 * a hyphen, and a digest of the id keeps such keys apart.
 */
export function citationKey(work: FormatWork): string {
  const { id } = work;
  const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 10);
  if (id === '') return `work-${digest(JSON.stringify([work.title, work.creators, work.issued, work.identifiers]))}`;
  const key = id.replace(/[^A-Za-z0-9.:/+-]+/g, '-');
  return key === id ? key : `${key}-${digest(id)}`;
}

/** A name that is not separated, or is a body's, stands in braces: else BibTeX takes it apart. */
function author(creator: Creator, work: FormatWork): string | null {
  const name = nameParts(creator, ownLanguage(work));
  if (name === null) return null;
  if ('literal' in name) return `{${escaped(name.literal)}}`;
  // A part with a comma or " and " of its own would be read as two.
  const part = (text: string): string => (/,|\band\b/.test(text) ? `{${escaped(text)}}` : escaped(text));
  return name.given === null ? `{${escaped(name.family)}}` : `${part(name.family)}, ${part(name.given)}`;
}

function authors(creators: readonly Creator[], work: FormatWork): string | null {
  const names = creators.map((creator) => author(creator, work)).filter((name) => name !== null);
  return names.length === 0 ? null : names.join(' and ');
}

/** dataset, software and thesis are biblatex's; old styles set what they do not know as @misc. */
const ENTRY: Readonly<Record<WorkType, string>> = {
  ARTICLE: 'article',
  BOOK: 'book',
  CONFERENCE_PAPER: 'inproceedings',
  DATASET: 'dataset',
  PROJECT: 'misc',
  REPORT: 'techreport',
  SOFTWARE: 'software',
  THESIS: 'thesis',
  OTHER: 'misc',
};

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const LANGUAGES: Readonly<Record<string, string>> = { ja: 'japanese', en: 'english' };

/** Where the work appeared, in the fields of its kind of entry. */
function appeared(work: FormatWork): Readonly<Record<string, string | null>> {
  const language = ownLanguage(work);
  const container = said(work.container?.title ?? null, language);
  const publisher = said(work.publisher, language);
  switch (work.type) {
    case 'ARTICLE':
      return { journal: container, publisher };
    case 'THESIS':
      return {
        type: said(work.degree?.name ?? null, language),
        institution: said(work.degree?.grantor ?? null, language) ?? publisher,
      };
    case 'REPORT':
      return { institution: publisher, series: container };
    case 'CONFERENCE_PAPER':
      return { booktitle: container, eventtitle: said(work.event?.name ?? null, language), publisher };
    default:
      return { booktitle: container, publisher };
  }
}

function pages({ container }: FormatWork): string | null {
  const first = container?.firstPage ?? null;
  const last = container?.lastPage ?? null;
  return first !== null && last !== null && first !== last ? `${first}--${last}` : (first ?? last);
}

/** A work as one BibTeX entry in UTF-8, ended by a line break. What no source tells is no field. */
export function writeBibtex(work: FormatWork): string {
  const language = ownLanguage(work);
  const title = said(work.title, language);
  const date = dateParts(work.issued);
  const month = MONTHS[Number(date?.month ?? 0) - 1];
  const editors = work.contributors.filter(({ role }) => role === 'Editor').map(({ creator }) => creator);
  const plain: Readonly<Record<string, string | null>> = {
    ...appeared(work),
    volume: work.container?.volume ?? null,
    number: work.container?.issue ?? null,
    pages: pages(work),
    version: work.version,
    issn: work.container?.issn.join(', ') ?? null,
    isbn: identifiersOf(work, 'ISBN').join(', '),
    langid: LANGUAGES[work.languages[0] ?? ''] ?? null,
    keywords: keywords(work)
      .map((word) => word.replace(/,/g, ';'))
      .join(', '),
    abstract: said(work.description, language),
  };
  const fields: [string, string | null | undefined][] = [
    ['author', authors(work.creators, work)],
    ['editor', authors(editors, work)],
    // In two pairs of braces styles leave capitals as they are.
    ['title', title === null ? null : `{${escaped(title)}}`],
    ['year', date?.year],
    ...Object.entries(plain).map(([name, value]): [string, string | null] => [
      name,
      value === null ? null : escaped(value),
    ]),
    ['doi', work.doi !== null && /[\\{}]/.test(work.doi) ? null : work.doi],
    ['url', work.url === null ? null : address(work.url)],
  ];
  const lines = fields
    .filter(([, value]) => typeof value === 'string' && value !== '')
    .map(([name, value]) => `  ${name} = {${value ?? ''}}`);
  // Months are BibTeX's own names, which no braces may surround.
  if (month !== undefined) lines.push(`  month = ${month}`);
  // A comma after the key stands also where nothing follows: readers expect it.
  return `@${ENTRY[work.type]}{${[citationKey(work), ...lines].map((line) => `${line},\n`).join('')}}\n`;
}
