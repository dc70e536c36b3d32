import { escapeXml } from '../../subgraphs/common/xml.js';

/** A piece of a page: what made it has escaped what was not ours. */
export class Html {
  constructor(readonly text: string) {}
}

/** What can stand in a page; null is nothing. */
export type HtmlPart = Html | string | number | null | readonly HtmlPart[];

function write(part: HtmlPart): string {
  if (part === null) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'string' || typeof part === 'number') return escapeXml(String(part));
  return part.map(write).join('');
}

/** A piece of a page from a template: every text in it is escaped, for elements and for attributes in double quotes. */
export function html(template: TemplateStringsArray, ...parts: readonly HtmlPart[]): Html {
  return new Html(String.raw({ raw: template }, ...parts.map(write)));
}

/** JSON in a script element: nothing in it can end the element. */
export function jsonScript(type: string, json: string): Html {
  const safe = json.replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return new Html(`<script type="${escapeXml(type)}">${safe}</script>`);
}

/** A style element that holds the style's very bytes: a policy names it by their hash. */
export function styleElement(style: string): Html {
  return new Html(`<style>${style}</style>`);
}

/** Pieces with something between them. */
export function joined(parts: readonly HtmlPart[], between: HtmlPart): HtmlPart {
  return parts.flatMap((part, index) => (index === 0 ? [part] : [between, part]));
}
