/** The labelled fields of a page's outline. */
import { fieldOf, type FieldName } from './labels.js';
import { LABEL_RANK, type Item, type Link, type Outline } from './outline.js';

export type Value = Extract<Item, { kind: 'text' | 'cells' }>;

export interface Fields {
  /** The values of each field that the page has, in its order. */
  readonly values: ReadonlyMap<FieldName, readonly Value[]>;
  /** The texts right below the title: what the dataset is. */
  readonly introduction: readonly Value[];
  /** The heading of the page. */
  readonly heading: string | null;
  /** Every link with the text of the paragraph that it stands in. */
  readonly links: readonly { readonly link: Link; readonly context: string }[];
}

interface Open {
  readonly name: FieldName | null;
  readonly rank: number;
}

/** `Version: 1.2` in a paragraph. */
const INLINE = /^([^:：]{2,60})[:：]\s*(.+)$/u;
/** These are told apart by what the label says: a latitude from a longitude, the ground from the intake. */
const NAMED_BY_LABEL: ReadonlySet<FieldName> = new Set(['position', 'height']);

/** Letters as they are compared: blanks and case say nothing. */
function compared(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}

class Assembly {
  readonly values = new Map<FieldName, Value[]>();
  readonly introduction: Value[] = [];
  readonly links: { link: Link; context: string }[] = [];
  heading: string | null = null;
  private readonly open: Open[] = [];
  private introducing = false;
  private readonly documentTitle: string;

  /** @param title of the document: a site's logo may be a heading above that of the page */
  constructor(title: string) {
    // The site's name stands behind a bar: "…|国立環境研究所".
    this.documentTitle = compared(title.split(/[|｜]/)[0] ?? '');
  }

  private add(name: FieldName, value: Value): void {
    const known = this.values.get(name);
    if (known === undefined) this.values.set(name, [value]);
    else known.push(value);
  }

  private closeTo(rank: number): void {
    while ((this.open.at(-1)?.rank ?? 0) >= rank) this.open.pop();
  }

  label(text: string, rank: number): void {
    this.closeTo(rank);
    const parent = this.open.at(-1)?.name ?? null;
    const name = fieldOf(text);
    this.introducing = false;
    if (rank < LABEL_RANK && name === null && this.isHeading(text)) {
      this.heading = text;
      this.introducing = true;
      this.introduction.length = 0;
    }
    // A heading within the terms belongs to them; below "Overview" stand the fields and no text.
    const inherited = parent === 'abstract' ? null : parent;
    if (name === null && inherited !== null) this.add(inherited, { kind: 'text', text, links: [] });
    if (name !== null && NAMED_BY_LABEL.has(name)) this.add(name, { kind: 'text', text: `${text}:`, links: [] });
    this.open.push({ name: name ?? inherited, rank });
  }

  /** The first heading, unless a later one is what the document is called. */
  private isHeading(text: string): boolean {
    if (this.heading === null) return true;
    return compared(this.heading) !== this.documentTitle && compared(text) === this.documentTitle;
  }

  end(): void {
    this.closeTo(LABEL_RANK);
  }

  value(item: Value): void {
    if (item.kind === 'text') for (const link of item.links) this.links.push({ link, context: item.text });
    const name = this.open.at(-1)?.name ?? null;
    if (name !== null) this.add(name, item);
    else if (item.kind === 'text') this.loose(item);
  }

  /** A text outside the known fields: perhaps lines with labels of their own. */
  private loose(item: Extract<Item, { kind: 'text' }>): void {
    const rest: string[] = [];
    for (const line of item.text.split('\n')) {
      const [, label = '', text = ''] = INLINE.exec(line) ?? [];
      const name = label === '' ? null : fieldOf(label);
      if (name === null) rest.push(line);
      else this.add(name, { kind: 'text', text: NAMED_BY_LABEL.has(name) ? line : text, links: item.links });
    }
    const text = rest.join('\n').trim();
    const isLinks =
      item.links.length > 0 &&
      item.links
        .map(({ text: words }) => words)
        .join(' ')
        .trim() === text;
    if (this.introducing && text !== '' && !isLinks) this.introduction.push({ kind: 'text', text, links: item.links });
  }
}

/** Sorts an outline into the fields that are known by their label. A field that is printed twice has both values. */
export function fieldsOf({ title, items }: Outline): Fields {
  const assembly = new Assembly(title);
  for (const item of items) {
    if (item.kind === 'label') assembly.label(item.text, item.rank);
    else if (item.kind === 'end') assembly.end();
    else assembly.value(item);
  }
  const { values, introduction, heading, links } = assembly;
  return { values, introduction, heading, links };
}

/** The text of values, a line each paragraph; null where there is none. */
export function textOf(values: readonly Value[] | undefined): string | null {
  const text = (values ?? [])
    .map((value) => (value.kind === 'text' ? value.text : value.cells.join(' ')))
    .filter((line) => line !== '')
    .join('\n');
  return text === '' ? null : text;
}
