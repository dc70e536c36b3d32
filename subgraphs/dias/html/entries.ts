/**
 * The labelled values within a section, however they are laid out: rows of a label and its value, tables with a heading row,
 * definition lists, a label above its value, "label: value".
 */
import { fieldOfLabel, splitNumber, type FieldName } from './labels.js';
import type { Line } from './lines.js';
import { splitColon, withoutColon } from './sections.js';

/** One person, keyword, date, … of a section: the lines of each of its fields. */
export type Entry<Field extends FieldName> = Partial<Record<Field, readonly Line[]>>;

export interface Entries<Field extends FieldName> {
  readonly entries: readonly Entry<Field>[];
  /** Lines without a label. */
  readonly loose: readonly Line[];
}

function rowsOf(lines: readonly Line[]): ReadonlyMap<number, readonly Line[]> {
  const rows = new Map<number, Line[]>();
  for (const line of lines) {
    if (line.row === null) continue;
    const row = rows.get(line.row);
    if (row === undefined) rows.set(line.row, [line]);
    else row.push(line);
  }
  return rows;
}

/** Which field each column holds, if a row is the heading of a table: two or more cells, each a label. */
function headingOf<Field extends FieldName>(
  row: readonly Line[],
  fields: readonly Field[],
): ReadonlyMap<number, Field> | null {
  const columns = new Map<number, Field>();
  for (const { cell, text } of row) {
    const field = fieldOfLabel(text, fields);
    // A column that we have no name for is left out; a value among the labels makes it no heading.
    if (field !== null) columns.set(cell, field);
    else if (!row.every(({ kind }) => kind === 'label')) return null;
  }
  return columns.size >= 2 ? columns : null;
}

/** The entries of the tables with a heading row, and the rows that they take. */
function tabular<Field extends FieldName>(lines: readonly Line[], fields: readonly Field[]) {
  const entries: Entry<Field>[] = [];
  const taken = new Set<number>();
  let columns: ReadonlyMap<number, Field> | null = null;
  for (const [number, row] of rowsOf(lines)) {
    const heading = headingOf(row, fields);
    if (heading !== null) {
      columns = heading;
      taken.add(number);
      continue;
    }
    // A row with a label of its own is of another table.
    const first = row[0];
    if (columns === null || (first?.kind === 'label' && fieldOfLabel(first.text, fields) !== null)) {
      columns = null;
      continue;
    }
    taken.add(number);
    const entry: Partial<Record<Field, Line[]>> = {};
    for (const line of row) {
      const field = columns.get(line.cell);
      if (field !== undefined) (entry[field] ??= []).push(line);
    }
    if (Object.keys(entry).length > 0) entries.push(entry);
  }
  return { entries, taken };
}

/** Collects labelled values into entries: a field that comes again, or a heading, begins the next entry. */
class EntryBuilder<Field extends FieldName> {
  readonly entries: Entry<Field>[] = [];
  private entry: Partial<Record<Field, Line[]>> = {};
  private field: Field | null = null;
  private row: number | null = null;

  begin(field: Field, row: number | null): void {
    if (this.entry[field] !== undefined) this.endEntry();
    this.entry[field] = [];
    [this.field, this.row] = [field, row];
  }

  /** Whether a line is a value of the open field. */
  take(line: Line): boolean {
    if (this.field === null || (this.row !== null && line.row !== this.row)) return false;
    const values = (this.entry[this.field] ??= []);
    values.push(values.length === 0 ? { ...line, text: withoutColon(line.text) } : line);
    return true;
  }

  /** Whether the open field has its value in this row, so that the next cell may be a label again. */
  isAnsweredIn(row: number | null): boolean {
    return row !== null && row === this.row && this.field !== null && (this.entry[this.field]?.length ?? 0) > 0;
  }

  get isOpen(): boolean {
    return this.field !== null;
  }

  endEntry(): void {
    if (Object.keys(this.entry).length > 0) this.entries.push(this.entry);
    [this.entry, this.field, this.row] = [{}, null, null];
  }
}

/** "2.2.1 Data Integration and Analysis System". With fewer dots it may be a value: "1-1 Hama", "1.25 degrees". */
function isSubheading(text: string): boolean {
  return (splitNumber(text)?.number.split('.').length ?? 0) >= 3;
}

/** The entries of a section. `fields` are the labels that count in it. */
export function readEntries<Field extends FieldName>(lines: readonly Line[], fields: readonly Field[]): Entries<Field> {
  const { entries, taken } = tabular(lines, fields);
  const builder = new EntryBuilder<Field>();
  const loose: Line[] = [];
  for (const line of lines) {
    if (line.row !== null && taken.has(line.row)) continue;
    const whole = fieldOfLabel(splitNumber(line.text)?.rest ?? line.text, fields);
    if (whole !== null && (line.kind !== 'value' || builder.isAnsweredIn(line.row))) {
      builder.begin(whole, line.row);
      continue;
    }
    const colon = line.kind === 'value' && builder.isOpen ? null : splitColon(line.text);
    const named = colon === null ? null : fieldOfLabel(splitNumber(colon.label)?.rest ?? colon.label, fields);
    if (colon !== null && named !== null) {
      builder.begin(named, line.row);
      if (colon.value !== '') builder.take({ ...line, text: colon.value });
    } else if (line.kind === 'heading' || (line.kind !== 'value' && isSubheading(line.text))) {
      builder.endEntry();
      loose.push(line);
    } else if (!builder.take(line)) loose.push(line);
  }
  builder.endEntry();
  return { entries: [...entries, ...builder.entries], loose };
}

/** The text of a field, its lines one below the other; null where it has none. */
export function textOf(lines: readonly Line[] | undefined): string | null {
  const text = (lines ?? [])
    .map((line) => line.text)
    .filter((line) => line !== '')
    .join('\n');
  return text === '' ? null : text;
}
