import type { ReadingLanguage } from '../../../formats/work.js';
import type { PageWork } from '../../routes/works/read-work.js';
import { html, type HtmlPart } from '../html.js';
import { word, type Word } from './words.js';

/** A platform as a page credits it. */
export interface Credit {
  readonly name: string;
  /** As it stands beside a value. */
  readonly short: string;
  /** The credit line that the operator asks for. */
  readonly attribution: string | null;
  readonly termsUrl: string | null;
}

/** A form in which the work is to be had. */
export interface Download {
  readonly name: string;
  readonly mediaType: string;
  readonly href: string;
}

/** Whatever the parts of a work's page need to know. */
export interface WorkView {
  readonly work: PageWork;
  readonly language: ReadingLanguage;
  /** The server's own address, without a slash behind it. */
  readonly base: string;
  /** The page's own address, absolute. */
  readonly page: string;
  readonly downloads: readonly Download[];
  /** The address of the other works' pages. */
  readonly pageOf: (id: string) => string;
  readonly credit: (platform: string) => Credit;
}

/** A word in the reader's language. */
export function w({ language }: WorkView, name: Word, n: string | number = ''): string {
  return word(language, name, n);
}

/** Where a value was taken from: the platform's name, leading to its record in the list of records. */
export function from({ work, credit }: WorkView, field: string): HtmlPart {
  const source = work.provenance.find((item) => item.field === field);
  if (source === undefined) return null;
  const index = work.records.findIndex(({ id }) => id === source.recordId);
  const { name, short } = credit(source.platform);
  return index < 0
    ? html`<span class="from" title="${name}">${short}</span>`
    : html`<a class="from" title="${name}" href="#record-${index + 1}">${short}</a>`;
}
