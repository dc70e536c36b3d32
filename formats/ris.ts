import type { Creator, WorkType } from '../subgraphs/common/record.js';
import { dateParts, identifiersOf, keywords, nameParts, ownLanguage, said, type FormatWork } from './work.js';

const TYPES: Readonly<Record<WorkType, string>> = {
  ARTICLE: 'JOUR',
  BOOK: 'BOOK',
  CONFERENCE_PAPER: 'CPAPER',
  DATASET: 'DATA',
  PROJECT: 'GEN',
  REPORT: 'RPRT',
  SOFTWARE: 'COMP',
  THESIS: 'THES',
  OTHER: 'GEN',
};

function author(creator: Creator, work: FormatWork): string | null {
  const name = nameParts(creator, ownLanguage(work));
  if (name === null) return null;
  if ('literal' in name) return name.literal;
  return name.given === null ? name.family : `${name.family}, ${name.given}`;
}

/** RIS writes a date as YYYY/MM/DD/ with its slashes also where a part is not told. */
function date(issued: string | null): string | null {
  const parts = dateParts(issued);
  return parts?.month === undefined ? null : `${parts.year}/${parts.month}/${parts.day ?? ''}/`;
}

/** A work as one RIS record: a tag a line, ended by ER. A line of the format ends in CR LF and holds one value. */
export function writeRis(work: FormatWork): string {
  const language = ownLanguage(work);
  const { container, degree } = work;
  const people = (creators: readonly Creator[]): (string | null)[] => creators.map((creator) => author(creator, work));
  const grantor = work.type === 'THESIS' ? said(degree?.grantor ?? null, language) : null;
  const tags: readonly (readonly [string, readonly (string | null | undefined)[]])[] = [
    ['ID', [work.id]],
    ['TI', [said(work.title, language)]],
    ['AU', people(work.creators)],
    ['ED', people(work.contributors.filter(({ role }) => role === 'Editor').map(({ creator }) => creator))],
    ['PY', [dateParts(work.issued)?.year]],
    ['DA', [date(work.issued)]],
    ['T2', [said(container?.title ?? null, language)]],
    ['VL', [container?.volume]],
    ['IS', [container?.issue]],
    ['SP', [container?.firstPage]],
    ['EP', [container?.lastPage]],
    ['PB', [grantor ?? said(work.publisher, language)]],
    ['M3', [work.type === 'THESIS' ? said(degree?.name ?? null, language) : null]],
    ['ET', [work.version]],
    ['SN', [...(container?.issn ?? []), ...identifiersOf(work, 'ISBN')]],
    ['DO', [work.doi]],
    ['UR', [work.url]],
    ['LA', work.languages],
    ['KW', keywords(work)],
    ['AB', [said(work.description, language)]],
  ];
  const lines = tags.flatMap(([tag, values]) =>
    values
      .filter((value) => typeof value === 'string')
      .map((value) => value.replace(/\s+/g, ' ').trim())
      .filter((value) => value !== '')
      .map((value) => `${tag}  - ${value}`),
  );
  return [`TY  - ${TYPES[work.type]}`, ...lines, 'ER  - ', '', ''].join('\r\n');
}
