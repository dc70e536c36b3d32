/** The creators of a landing page: names between separators, ORCID iDs in brackets, affiliations by mark (`*1`) or in brackets. */
import { parseOrcid } from '../../common/identifiers.js';
import { splitOutsideBrackets } from './values.js';

export interface Person {
  readonly name: string;
  /** As printed; its check digit is looked at by whoever maps it. */
  readonly orcid: string | null;
  readonly affiliations: readonly string[];
}

const ORCID =
  /(?:orcid(?:\s*id)?\s*[:：]?\s*)?(?:https?:\/\/)?(?:www\.)?(?:orcid\.org\/)?(\d{4}-\d{4}-\d{4}-\d{3}[\dX])/gi;
/** Brackets with nothing but an iD in them, also twice: the address of a picture's link within brackets of the text. */
const BRACKETED_ID = /[([（［]\s*(\u0001\d+\u0001)\s*[)\]）］]/g;
/** Marks behind a name: *1, *1,*2, and bare digits that were superscript. */
const MARKS = /\s*[*†‡]?\s*(\d{1,2}(?:\s*,\s*[*†‡]?\s*\d{1,2})*)\s*$/;
/** What is longer is no name with its workplace. */
const MAX_NAME = 500;
const LEGEND_LINE = /^\s*(?:[*†‡]\s*\d{1,2}|\d{1,2}\s*[):.])\s*\S/;

/** `*1 国立環境研究所 *2 気象庁`: affiliations by mark. */
function legendOf(lines: readonly string[]): ReadonlyMap<string, string> {
  const legend = new Map<string, string>();
  for (const line of lines) {
    for (const part of line.matchAll(/(?:^\s*|[*†‡]\s*)(\d{1,2})[).:]?\s*([^*†‡]+)/g)) {
      const [, mark = '', text = ''] = part;
      if (text.trim() !== '') legend.set(mark, text.replace(/[\s,;、；]+$/u, '').trim());
    }
  }
  return legend;
}

/** Names between separators; a comma within one ("Müller, A.") is none where a semicolon or a line separates. */
function splitNames(text: string): string[] {
  const lines = text.split(/[\n;；]/);
  if (lines.filter((line) => line.trim() !== '').length > 1) return lines;
  // Not the comma between two marks.
  const parts = splitOutsideBrackets(text, /、|，|,(?!\s*[*†‡]?\s*\d)|\s(?:and|&)\s/);
  const names: string[] = [];
  for (const part of parts) {
    const isInitials = /^\s*(?:\p{Lu}\.[\s-]?)+(?=\s|$|\(|\u0001)/u.test(part);
    if (isInitials && names.length > 0) names[names.length - 1] += `,${part}`;
    else names.push(part);
  }
  return names;
}

function personOf(printed: string, orcids: readonly string[], legend: ReadonlyMap<string, string>): Person | null {
  if (printed.length > MAX_NAME) return null;
  const orcid = /\u0001(\d+)\u0001/.exec(printed)?.[1];
  const bare = printed
    .replace(/\u0001\d+\u0001/g, ' ')
    .replace(/（/g, '(')
    .replace(/）/g, ')')
    .trim();
  // Brackets behind the name are where the person works.
  const close = bare.lastIndexOf(')');
  const start = bare.lastIndexOf('(', close);
  const bracket = start > 0 && !/\d/.test(bare.slice(close + 1)) ? bare.slice(start + 1, close) : '';
  const workplace = bracket.replace(/[\s,、;]+$/u, '').trim();
  const withMarks = bracket === '' ? bare : bare.slice(0, start).trim();
  const marks = MARKS.exec(withMarks)?.[1]?.match(/\d+/g) ?? [];
  const name = withMarks.replace(MARKS, '').replace(/[*†‡,、\s]+$/u, '').trim(); // prettier-ignore
  if (!/\p{L}/u.test(name)) return null;
  const affiliations = [...marks.flatMap((mark) => legend.get(mark) ?? []), ...(workplace === '' ? [] : [workplace])];
  return { name, orcid: orcid === undefined ? null : (orcids[Number(orcid)] ?? null), affiliations };
}

/** The creators that a field prints, in its order. */
export function readPeople(printed: string): Person[] {
  const lines = printed.replace(/＊/g, '*').split('\n');
  const legend = legendOf(lines.filter((line) => LEGEND_LINE.test(line)));
  const orcids: string[] = [];
  const text = lines
    .filter((line) => !LEGEND_LINE.test(line))
    .join('\n')
    .replace(ORCID, (_, id: string) => `\u0001${String(orcids.push(id) - 1)}\u0001`)
    .replace(BRACKETED_ID, '$1')
    .replace(BRACKETED_ID, '$1');
  const people: Person[] = [];
  for (const part of splitNames(text)) {
    const person = personOf(part, orcids, legend);
    const last = people.at(-1);
    if (person !== null) people.push(person);
    else if (last?.orcid === null) {
      // An iD on a line of its own belongs to the name before it.
      const id = orcids[Number(/\u0001(\d+)\u0001/.exec(part)?.[1] ?? NaN)];
      if (id !== undefined) people[people.length - 1] = { ...last, orcid: id };
    }
  }
  return people;
}

/** Whether two readings may be of one person: neither states another ORCID iD. */
export function mayBeSame(one: Person, other: Person): boolean {
  const [first, second] = [one.orcid, other.orcid].map((orcid) => (orcid === null ? null : parseOrcid(orcid)));
  return first === null || second === null || first === second;
}
