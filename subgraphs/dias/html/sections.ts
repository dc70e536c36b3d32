/** The lines of a page by section. A section begins at its label, numbered or not, whatever element it stands in (fact sheet 3, 8.1). */
import { isKnownLabel, sectionOfLabel, sectionOfNumber, splitNumber, type SectionName } from './labels.js';
import type { Line } from './lines.js';

export interface Sections {
  /** What stands before the first section. */
  readonly preamble: readonly Line[];
  readonly byName: ReadonlyMap<SectionName, readonly Line[]>;
  /** Whether the sections are numbered: a metadata document, not a landing page. */
  readonly numbered: boolean;
}

interface Beginning {
  readonly name: SectionName;
  /** What follows the label in its own line. */
  readonly rest: string | null;
  readonly number: string | null;
}

/** A label that stands by itself is this long at most. */
const LONGEST_HEADING = 100;

/** "Licence: CC BY 4.0" as its two parts. */
export function splitColon(text: string): { readonly label: string; readonly value: string } | null {
  const at = text.search(/[:：]/);
  if (at < 1 || at > LONGEST_HEADING) return null;
  const label = text
    .slice(0, at)
    .replace(/^[\s\-*•・●■]+/, '')
    .trim();
  return label === '' ? null : { label, value: text.slice(at + 1).trim() };
}

/** What follows a label that stands in an element of its own: `<b>Name</b>: …`. */
export function withoutColon(text: string): string {
  return text.replace(/^[:：]\s*/, '');
}

function isAfter(number: string, last: string): boolean {
  const [one, other] = [number.split('.').map(Number), last.split('.').map(Number)];
  for (let index = 0; index < Math.max(one.length, other.length); index += 1) {
    const difference = (one[index] ?? 0) - (other[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}

/** The section that a numbered line begins. Its words decide; where they are unknown, a number that goes on with the count. */
function numberedBeginning(line: Line, current: SectionName | null, last: string): Beginning | null {
  const split = splitNumber(line.text);
  if (split === null) return null;
  const { number } = split;
  const whole = sectionOfLabel(split.rest, current);
  if (whole !== null) return { name: whole, rest: null, number };
  const colon = splitColon(split.rest);
  const named = colon === null ? null : sectionOfLabel(colon.label, current);
  if (colon !== null && named !== null) return { name: named, rest: colon.value === '' ? null : colon.value, number };
  const byNumber = sectionOfNumber(number);
  const heads = line.kind === 'heading' || line.kind === 'label' || (line.kind === 'text' && number.includes('.'));
  if (byNumber === null || !heads || line.text.length > LONGEST_HEADING || !isAfter(number, last)) return null;
  return { name: byNumber, rest: null, number };
}

/** The section that an unnumbered line begins: a value or an entry of a list is never a label. */
function plainBeginning(line: Line, current: SectionName | null): Beginning | null {
  if (line.kind === 'value' || line.kind === 'item' || line.text.length > LONGEST_HEADING) return null;
  const name = sectionOfLabel(line.text, current);
  // The heading of a column within the section of the same name.
  const isColumn = name === 'keywords' && current !== null && current.startsWith('keywords') && line.kind !== 'heading';
  return name === null || isColumn ? null : { name, rest: null, number: null };
}

/** In a page without numbers a heading that is none of ours, as high as that of the section, ends the section. */
function ends(line: Line, began: Line | null): boolean {
  if (began === null || (line.kind !== 'heading' && line.kind !== 'label') || line.kind !== began.kind) return false;
  return line.depth <= began.depth && line.level <= began.level && !isKnownLabel(line.text);
}

/** At least so many numbered labels make a numbered document: one "1. Introduction" in a text does not. */
const NUMBERED = 3;

/** Groups a page's lines by section; a section that occurs again is continued. */
export function sectionsOf(lines: readonly Line[]): Sections {
  const isNumbered = (line: Line): boolean => {
    const split = splitNumber(line.text);
    return split !== null && sectionOfNumber(split.number) !== null && sectionOfLabel(split.rest, null) !== null;
  };
  const numbered = lines.filter(isNumbered).length >= NUMBERED;
  const preamble: Line[] = [];
  const byName = new Map<SectionName, Line[]>();
  let current: SectionName | null = null;
  let began: Line | null = null;
  let last = '0';
  for (const line of lines) {
    const beginning: Beginning | null = numbered
      ? numberedBeginning(line, current, last)
      : plainBeginning(line, current);
    if (beginning !== null) {
      [current, began, last] = [beginning.name, line, beginning.number ?? last];
      const content: Line[] = byName.get(current) ?? [];
      byName.set(current, content);
      if (beginning.rest !== null) content.push({ ...line, kind: 'text', text: beginning.rest });
    } else if (!numbered && ends(line, began)) {
      [current, began] = [null, null];
    } else if (current !== null) {
      const content = byName.get(current);
      content?.push(content.length === 0 ? { ...line, text: withoutColon(line.text) } : line);
    }
    // Before any section.
    else if (byName.size === 0) preamble.push(line);
  }
  return { preamble, byName, numbered };
}
