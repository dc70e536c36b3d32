/**
 * A page as lines of text. The layout of DIAS's pages is not documented (fact sheet 3): what matters of the markup is only
 * where a line ends, whether it stands as a heading, a label or a value, and which cells share a row.
 */
import { Parser } from 'htmlparser2';
import { UnreadableDocument } from '../../common/errors.js';
import { tidyText } from '../../common/text.js';

export interface Link {
  /** As the page writes it: relative, mailto: and javascript: included. */
  readonly href: string;
  readonly text: string;
}

/** Where a line stands: in a heading (h1 to h6, caption, legend), as a label (dt, th, a known label in an inline element), as a value (dd, a later cell), in a list, or elsewhere. */
export type LineKind = 'heading' | 'label' | 'value' | 'item' | 'text';

export interface Line {
  readonly kind: LineKind;
  readonly text: string;
  readonly links: readonly Link[];
  /** Number of the table row, unique in the page; null outside of tables. */
  readonly row: number | null;
  /** Which cell of the row. */
  readonly cell: number;
  /** How many elements it stands in. */
  readonly depth: number;
  /** 1 to 6 for h1 to h6; 7 for every other line. */
  readonly level: number;
}

export interface HtmlPage {
  /** What <html lang> declares. */
  readonly lang: string | null;
  readonly title: string | null;
  readonly lines: readonly Line[];
  /** Texts of <script type="application/ld+json">. */
  readonly jsonLd: readonly string[];
}

/** Elements whose text is not the page's: menus, forms, the citation-style selector (fact sheet 3). */
const UNREAD = new Set([
  'script', 'style', 'template', 'noscript', 'select', 'option', 'button', 'textarea', 'svg', 'iframe', 'object', 'nav', 'footer',
]); // prettier-ignore
const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'caption', 'legend', 'summary']);
/** Elements within a line. Every other one begins and ends a line: also those that no one has heard of. */
const INLINE = new Set([
  'a', 'abbr', 'b', 'bdi', 'bdo', 'big', 'cite', 'code', 'del', 'dfn', 'em', 'font', 'i', 'img', 'ins', 'kbd', 'label', 'mark', 'q',
  's', 'samp', 'small', 'span', 'strike', 'strong', 'sub', 'sup', 'time', 'tt', 'u', 'var', 'wbr',
]); // prettier-ignore

/** No page is nested like this; htmlparser2 looks for an open element in a list, which grows with the depth. */
const MAX_DEPTH = 200;
const MAX_LINES = 50_000;
/** Longer texts are not compared with labels. */
const LONGEST_LABEL = 200;

interface Open {
  readonly name: string;
  readonly kind: LineKind;
  readonly unread: boolean;
  readonly row: number | null;
  readonly cell: number;
  /** An inline element that begins its line. */
  readonly leads: boolean;
  readonly pre: boolean;
  readonly level: number;
}

const ROOT: Open = { name: '', kind: 'text', unread: false, row: null, cell: 0, leads: false, pre: false, level: 7 };

class LineBuilder {
  readonly lines: Line[] = [];
  readonly jsonLd: string[] = [];
  lang: string | null = null;
  title = '';
  private readonly open: Open[] = [ROOT];
  private text = '';
  private blank = true;
  private links: Link[] = [];
  private link: { readonly href: string; text: string } | null = null;
  private script: string[] | null = null;
  private rows = 0;
  /** Cells of each row that is open, innermost last. */
  private readonly cells: number[] = [];

  constructor(private readonly isLabel: (text: string) => boolean) {}

  private get here(): Open {
    return this.open.at(-1) ?? ROOT;
  }

  opened(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.open.length > MAX_DEPTH) {
      throw new UnreadableDocument(`the page nests elements deeper than ${String(MAX_DEPTH)}`);
    }
    const inline = INLINE.has(name);
    if (!inline) this.endLine();
    if (name === 'html') this.lang = attributes['lang']?.trim() || null;
    if (name === 'script' && /^\s*application\/ld\+json/i.test(attributes['type'] ?? '')) this.script = [];
    if (name === 'a' && attributes['href'] !== undefined) this.link = { href: attributes['href'].trim(), text: '' };
    this.open.push(this.elementOf(name, inline));
  }

  private elementOf(name: string, inline: boolean): Open {
    const outer = this.here;
    const element: Open = {
      ...outer,
      name,
      unread: outer.unread || UNREAD.has(name),
      leads: inline && this.blank,
      pre: outer.pre || name === 'pre',
    };
    if (HEADINGS.has(name)) {
      return { ...element, kind: 'heading', row: null, level: Number(/^h([1-6])$/.exec(name)?.[1] ?? 7) };
    }
    if (name === 'dt') return { ...element, kind: 'label', row: null };
    if (name === 'dd') return { ...element, kind: 'value', row: null };
    if (name === 'li') return { ...element, kind: outer.kind === 'value' ? 'value' : 'item' };
    if (name === 'tr') {
      this.cells.push(0);
      return { ...element, row: (this.rows += 1), cell: 0, kind: 'text' };
    }
    if ((name !== 'td' && name !== 'th') || this.cells.length === 0) return element;
    const cell = this.cells.at(-1) ?? 0;
    this.cells[this.cells.length - 1] = cell + 1;
    return { ...element, cell, kind: name === 'th' ? 'label' : cell === 0 ? 'text' : 'value' };
  }

  closed(name: string): void {
    if (name === 'script' && this.script !== null) {
      this.jsonLd.push(this.script.join(''));
      this.script = null;
    }
    if (name === 'a') this.endLink();
    if (!INLINE.has(name)) this.endLine();
    else if (this.here.leads && !this.blank && this.text.length < LONGEST_LABEL && this.isLabel(tidyText(this.text))) {
      this.endLine('label');
    }
    if (name === 'tr') this.cells.pop();
    if (this.open.length > 1) this.open.pop();
  }

  read(data: string): void {
    if (this.script !== null) {
      this.script.push(data);
      return;
    }
    const { name, unread, pre } = this.here;
    if (name === 'title') this.title += data;
    if (unread || name === 'title') return;
    if (pre && data.includes('\n')) {
      for (const [index, part] of data.split('\n').entries()) {
        if (index > 0) this.endLine();
        this.append(part);
      }
    } else this.append(data.replace(/\s+/g, ' '));
  }

  private append(text: string): void {
    if (this.blank && text.trim() === '') return;
    this.text += text;
    // Not cut out of the line afterwards: to cut a growing text again and again is quadratic.
    if (this.link !== null) this.link.text += text;
    this.blank = false;
  }

  private endLink(): void {
    if (this.link === null) return;
    const { href, text } = this.link;
    if (!this.here.unread) this.links.push({ href, text: tidyText(text) });
    this.link = null;
  }

  endLine(kind?: LineKind): void {
    const whole = tidyText(this.text).replaceAll('\n', ' ');
    const links = this.links;
    // A link around blocks goes on in the next line.
    if (this.link !== null) this.link.text = '';
    [this.text, this.blank, this.links] = ['', true, []];
    if (whole === '' && links.length === 0) return;
    // A list of contents leads within the page: its entries are no sections.
    if (links.length === 1 && links[0]?.href.startsWith('#') && links[0].text === whole) return;
    if (this.lines.length >= MAX_LINES) {
      throw new UnreadableDocument(`the page has more than ${String(MAX_LINES)} lines of text`);
    }
    const { row, cell, level, kind: standing } = this.here;
    this.lines.push({ kind: kind ?? standing, text: whole, links, row, cell, depth: this.open.length, level });
  }
}

/**
 * The lines of a page. Linear in its length; depth and number of lines are bounded.
 * @param isLabel whether a text that leads a line within an element of its own (`<b>Name</b> …`) is a label, not emphasis.
 * @throws UnreadableDocument
 */
export function readLines(html: string, isLabel: (text: string) => boolean): HtmlPage {
  const builder = new LineBuilder(isLabel);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        builder.opened(name, attributes);
      },
      onclosetag: (name) => {
        builder.closed(name);
      },
      ontext: (data) => {
        builder.read(data);
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.end(html);
  builder.endLine();
  const title = tidyText(builder.title).replaceAll('\n', ' ');
  return { lang: builder.lang, title: title === '' ? null : title, lines: builder.lines, jsonLd: builder.jsonLd };
}
