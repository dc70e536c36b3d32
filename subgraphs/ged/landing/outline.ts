/**
 * A landing page as a flat row of labels and texts, whatever it is laid out with: headings and paragraphs, definition lists,
 * tables of label and value, tables with a row of headings. Read as a stream: neither depth nor length costs more than one pass.
 */
import { Parser } from 'htmlparser2';
import { UnreadableDocument } from '../../common/errors.js';
import { cleanText } from '../../common/text.js';

export interface Link {
  /** As the page has it, perhaps relative. */
  readonly href: string;
  /** On one line. */
  readonly text: string;
}

/** A rank is that of the heading (1 to 6); of a table's or list's label 7. */
export type Item =
  | { readonly kind: 'label'; readonly text: string; readonly rank: number }
  /** The value of the last label of rank 7 ends here. */
  | { readonly kind: 'end' }
  | { readonly kind: 'text'; readonly text: string; readonly links: readonly Link[] }
  | { readonly kind: 'cells'; readonly headings: readonly string[]; readonly cells: readonly string[] };

export interface Outline {
  /** Of the document's head. */
  readonly title: string;
  readonly items: readonly Item[];
  /** The texts of its JSON-LD scripts. */
  readonly jsonLd: readonly string[];
}

export const LABEL_RANK = 7;
/** Layout tables within layout tables occur; what lies deeper is read as text. */
const MAX_TABLES = 12;
/** Elements within one another, those included that a page forgot to close. The parser takes time by the square of it. */
const MAX_DEPTH = 2000;
/** A cell that is no `th` is a label only when it is as short as one. */
const MAX_LABEL = 80;

const UNREAD = new Set(['script', 'style', 'nav', 'footer', 'noscript', 'template', 'select', 'button']);
const BLOCKS = new Set(
  'address article aside blockquote body caption center dd div dl dt fieldset figcaption figure form header hr html legend li main ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const HEADING = /^h([1-6])$/;

interface Cell {
  readonly header: boolean;
  readonly items: Item[];
}

interface Table {
  headings: readonly string[] | null;
  row: Cell[];
}

function textOf(items: readonly Item[]): string {
  return items
    .map((item) => (item.kind === 'text' || item.kind === 'label' ? item.text : ''))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A row that is read as labels with their values, or as the text of its cells. */
function readRow(table: Table, isLabel: (text: string) => boolean): Item[] {
  const cells = table.row.map(({ header, items }) => ({ header, items, text: textOf(items) }));
  if (cells.length >= 2 && cells.every(({ header }) => header)) {
    table.headings = cells.map(({ text }) => text);
    return [];
  }
  if (table.headings !== null && cells.length >= 2) {
    return [{ kind: 'cells', headings: table.headings, cells: cells.map(({ text }) => text) }];
  }
  const read: Item[] = [];
  let open = false;
  cells.forEach(({ header, items, text }, index) => {
    const labels = cells.length > 1 && text.length <= MAX_LABEL && (header || (index === 0 && isLabel(text)));
    if (labels || (header && cells.length === 1)) {
      if (open) read.push({ kind: 'end' });
      // A cell across the table is the caption of what follows it.
      read.push({ kind: 'label', text, rank: labels ? LABEL_RANK : LABEL_RANK - 1 });
      open = labels;
    } else for (const item of items) read.push(item);
  });
  if (open) read.push({ kind: 'end' });
  return read;
}

/** Collects the items of a page from the parser's events. */
class Reader {
  title = '';
  readonly jsonLd: string[] = [];
  readonly root: Item[] = [];
  /** Where items go: the page, or the cell that is being read. */
  private readonly targets: Item[][] = [this.root];
  private readonly tables: Table[] = [];
  private text = '';
  private links: Link[] = [];
  private link: { readonly href: string; readonly from: number } | null = null;
  private script: string | null = null;
  private unread = 0;
  private inTitle = false;
  private readonly terms: boolean[] = [];

  constructor(private readonly isLabel: (text: string) => boolean) {}

  private get items(): Item[] {
    return this.targets.at(-1) ?? this.root;
  }

  private take(): { text: string; links: Link[] } {
    if (this.link !== null) this.endLink();
    const taken = { text: cleanText(this.text.replace(/&/g, '&amp;').replace(/</g, '&lt;')), links: this.links };
    this.text = '';
    this.links = [];
    return taken;
  }

  private flush(): void {
    const { text, links } = this.take();
    if (text !== '' || links.length > 0) this.items.push({ kind: 'text', text, links });
  }

  private label(rank: number): void {
    const { text, links } = this.take();
    if (text !== '') this.items.push({ kind: 'label', text: text.replace(/\s+/g, ' '), rank });
    if (links.length > 0) this.items.push({ kind: 'text', text: '', links });
  }

  private endLink(): void {
    const { href = '', from = 0 } = this.link ?? {};
    const text = this.text.slice(from).replace(/\s+/g, ' ').trim();
    this.links.push({ href, text });
    // An ORCID iD is often the address behind a picture, beside the name that it belongs to.
    const orcid = /orcid\.org\/([\dX-]+)/i.exec(href)?.[1];
    if (orcid !== undefined && !text.includes(orcid)) this.text += ` (orcid.org/${orcid})`;
    this.link = null;
  }

  private endTerm(): void {
    if (this.terms.at(-1) === true) {
      this.items.push({ kind: 'end' });
      this.terms[this.terms.length - 1] = false;
    }
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'script' && /ld\+json/i.test(attributes['type'] ?? '')) this.script = '';
    if (UNREAD.has(name)) this.unread += 1;
    if (this.unread > 0) return;
    if (name === 'title') this.inTitle = true;
    else if (name === 'br') this.text += '\n';
    else if (name === 'a' && attributes['href'] !== undefined) {
      if (this.link !== null) this.endLink();
      this.link = { href: attributes['href'], from: this.text.length };
    } else if (BLOCKS.has(name) || HEADING.test(name)) this.openBlock(name);
  }

  private openBlock(name: string): void {
    this.flush();
    if (name === 'dl') this.terms.push(false);
    if (name === 'dt') this.endTerm();
    if (name === 'table' && this.tables.length < MAX_TABLES) this.tables.push({ headings: null, row: [] });
    const table = this.tables.at(-1);
    if ((name === 'td' || name === 'th') && this.targets.length === this.tables.length && table !== undefined) {
      const items: Item[] = [];
      table.row.push({ header: name === 'th', items });
      this.targets.push(items);
    }
  }

  close(name: string): void {
    if (name === 'script' && this.script !== null) {
      this.jsonLd.push(this.script);
      this.script = null;
    }
    if (UNREAD.has(name)) this.unread = Math.max(0, this.unread - 1);
    if (this.unread > 0) return;
    const heading = HEADING.exec(name)?.[1];
    if (name === 'title') this.inTitle = false;
    else if (name === 'a' && this.link !== null) this.endLink();
    else if (heading !== undefined) this.label(Number(heading));
    else if (name === 'dt') {
      this.label(LABEL_RANK);
      if (this.terms.length > 0) this.terms[this.terms.length - 1] = true;
    } else if (BLOCKS.has(name)) this.closeBlock(name);
  }

  private closeBlock(name: string): void {
    this.flush();
    if (name === 'dl') {
      this.endTerm();
      this.terms.pop();
    }
    const inCell = this.targets.length > this.tables.length;
    if ((name === 'td' || name === 'th') && inCell) this.targets.pop();
    if (name === 'tr') this.endRow();
    if (name === 'table' && !inCell) {
      this.endRow();
      this.tables.pop();
    }
  }

  private endRow(): void {
    const table = this.tables.at(-1);
    if (table === undefined || table.row.length === 0 || this.targets.length > this.tables.length) return;
    for (const item of readRow(table, this.isLabel)) this.items.push(item);
    table.row = [];
  }

  words(data: string): void {
    if (this.script !== null) this.script += data;
    else if (this.unread > 0) return;
    else if (this.inTitle) this.title += data;
    // Line breaks of the source are blanks; those of the text come from elements.
    else this.text += data.replace(/\s+/g, ' ');
  }

  end(): Outline {
    while (this.tables.length > 0) {
      this.flush();
      if (this.targets.length > this.tables.length) this.targets.pop();
      this.endRow();
      this.tables.pop();
    }
    this.flush();
    return { title: cleanText(this.title).replace(/\s+/g, ' '), items: this.root, jsonLd: this.jsonLd };
  }
}

/**
 * The outline of a page.
 * @param isLabel whether a text is a known label, for tables that mark their labels by position alone
 * @throws UnreadableDocument for one that is nested too deeply to be a page
 */
export function outlineOf(html: string, isLabel: (text: string) => boolean): Outline {
  const reader = new Reader(isLabel);
  let depth = 0;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        depth += 1;
        if (depth > MAX_DEPTH) throw new UnreadableDocument('its elements are nested too deeply');
        reader.open(name, attributes);
      },
      onclosetag: (name) => {
        depth -= 1;
        reader.close(name);
      },
      ontext: (data) => {
        reader.words(data);
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.end(html);
  return reader.end();
}
