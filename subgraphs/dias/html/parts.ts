/** The sections that hold more than a text: people, keywords, grids, the box and the period. */
import type { BoundingBox } from '../../common/record.js';
import { readEntries, textOf } from './entries.js';
import type { Line } from './lines.js';
import type { GridDimension, PageKeyword, PagePerson } from './page.js';
import { boxOf, degreesOf, emailOf, periodOf, periodOfText, type Instants } from './values.js';

function line(text: string | null): string | null {
  return text === null ? null : text.replaceAll('\n', ' ');
}

/** People and bodies of a section: labelled entries, else one per line. */
export function readPeople(lines: readonly Line[]): PagePerson[] {
  const { entries, loose } = readEntries(lines, ['name', 'organization', 'email', 'address', 'phone', 'role']);
  const labelled = entries
    .map(({ name, organization, email }) => ({
      name: line(textOf(name)),
      organization: line(textOf(organization)),
      email: emailOf(email ?? []) ?? emailOf(name ?? []),
    }))
    .filter(({ name, organization, email }) => name !== null || organization !== null || email !== null);
  if (labelled.length > 0) return labelled;
  const people: PagePerson[] = [];
  for (const entry of loose) {
    const email = emailOf([entry]);
    const last = people.at(-1);
    // An e-mail address in a line of its own is that of the one above it.
    const alone = email !== null && (entry.text === email || entry.text === '');
    if (alone && last?.email === null) people[people.length - 1] = { ...last, email };
    else if (!alone) people.push({ name: entry.text, organization: null, email });
  }
  return people;
}

/** What is printed where a keyword is of no thesaurus. */
const NO_THESAURUS = /^(?:no[_\s]?dictionary|none|no|n\/?a|なし|-)$/i;

/** Keywords, in tables of type, keyword and thesaurus (fact sheet 3, section 7.7) or as plain lists. */
export function readKeywords(lines: readonly Line[]): PageKeyword[] {
  const { entries, loose } = readEntries(lines, ['keyword', 'keywordType', 'thesaurus']);
  const labelled = entries.flatMap(({ keyword, keywordType, thesaurus }) => {
    const scheme = line(textOf(thesaurus));
    return (keyword ?? []).map(({ text }) => ({
      text,
      type: line(textOf(keywordType)),
      thesaurus: scheme === null || NO_THESAURUS.test(scheme) ? null : scheme,
    }));
  });
  // Beside a table other lines are headings: the name of a project.
  const plain = entries.length > 0 ? [] : loose.flatMap(({ text }) => text.split(/\s*[,;、；，]\s*/));
  return [...labelled, ...plain.map((text) => ({ text, type: null, thesaurus: null }))]
    .map((keyword) => ({ ...keyword, text: keyword.text.replace(/^[-*•・\s]+/, '') }))
    .filter(({ text }) => text !== '');
}

/** The dimensions of the grid: a table, or lines such as "row, 460, 3 minute". */
export function readGrid(lines: readonly Line[]): GridDimension[] {
  const { entries, loose } = readEntries(lines, ['dimension', 'size', 'gridResolution']);
  const labelled = entries.flatMap(({ dimension, size, gridResolution }) => {
    const name = line(textOf(dimension));
    return name === null ? [] : [{ dimension: name, size: line(textOf(size)), resolution: line(textOf(gridResolution)) }];
  });
  const plain = loose.flatMap(({ text }) => {
    const parts = text.split(/\s*[,，、]\s*/);
    const [dimension = '', size = '', resolution = ''] = parts;
    return parts.length === 3 && /^\d+$/.test(size) ? [{ dimension, size, resolution }] : [];
  });
  return labelled.length > 0 ? labelled : plain;
} // prettier-ignore

const SIDES = [
  ['north', /(?:北(?:限|端|側境界)?(?:緯度)?|\bnorth\w*(?:\s+bound)?(?:\s+latitude)?|\bN\b)/i],
  ['west', /(?:西(?:限|端|側境界)?(?:経度)?|\bwest\w*(?:\s+bound)?(?:\s+longitude)?|\bW\b)/i],
  ['east', /(?:東(?:限|端|側境界)?(?:経度)?|\beast\w*(?:\s+bound)?(?:\s+longitude)?|\bE\b)/i],
  ['south', /(?:南(?:限|端|側境界)?(?:緯度)?|\bsouth\w*(?:\s+bound)?(?:\s+latitude)?|\bS\b)/i],
] as const;

/** The box: four labelled numbers in whatever layout, or in one line. */
export function readBox(lines: readonly Line[]): BoundingBox | null {
  const { entries } = readEntries(lines, ['north', 'south', 'west', 'east']);
  const inLine = lines
    .map(({ text }) => text.slice(0, 300))
    .join(' ')
    .slice(0, 2000);
  const side = (name: (typeof SIDES)[number][0], pattern: RegExp): number | null => {
    for (const entry of entries) {
      const value = degreesOf(line(textOf(entry[name])));
      if (value !== null) return value;
    }
    const printed = new RegExp(String.raw`${pattern.source}[\s:：=]{0,5}([+-−]?\d{1,3}(?:\.\d{1,12})?)`, 'i').exec(inLine);
    return degreesOf(printed?.[1] ?? null);
  };
  const [north, west, east, south] = SIDES.map(([name, pattern]) => side(name, pattern));
  return boxOf(north ?? null, west ?? null, east ?? null, south ?? null);
} // prettier-ignore

const UNDATED: Instants = { begin: null, end: null, ongoing: false };

export function readPeriod(lines: readonly Line[]): { readonly period: Instants; readonly resolution: string | null } {
  const { entries, loose } = readEntries(lines, ['begin', 'end', 'resolution']);
  const first = (field: 'begin' | 'end' | 'resolution'): string | null => {
    for (const entry of entries) {
      const text = textOf(entry[field]);
      if (text !== null) return text;
    }
    return null;
  };
  const labelled = periodOf(first('begin'), first('end'));
  const found = labelled.begin !== null || labelled.end !== null || labelled.ongoing;
  const plain = found ? undefined : loose.map(({ text }) => periodOfText(text)).find((period) => period !== null);
  return { period: found ? labelled : (plain ?? UNDATED), resolution: line(first('resolution')) };
}
