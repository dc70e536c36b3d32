import { Parser } from 'htmlparser2';

/** Elements of HTML, JATS and MathML that platforms leave in titles and abstracts; with the prefixes below any name is markup. Other "<…" is text. */
const ELEMENTS =
  'abstract|alternatives|a|abbr|b|big|blockquote|body|bold|break|br|caption|center|cite|code|dd|del|disp-formula|div|dl|dt|' +
  'em|ext-link|figcaption|figure|font|h[1-6]|hr|html|img|inf|inline-formula|ins|italic|i|jats|label|list-item|list|li|mark|' +
  'math|mfenced|mfrac|mi|mn|monospace|mover|mo|mpadded|mroot|mrow|mspace|msqrt|mstyle|msubsup|msub|msup|mtable|mtd|mtext|' +
  'mtr|munderover|munder|named-content|ol|overline|pre|p|q|roman|sans-serif|sc|section|sec|semantics|small|span|strike|' +
  'strong|styled-content|sub|sup|s|table|tbody|td|tex-math|tfoot|thead|th|title|tr|tt|underline|ul|u|wbr|xref';
/** What follows the name is attributes with values, so that "a <b and c> d" keeps its words. */
const ATTRIBUTES = String.raw`(?:\s+[\w:.-]+\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|[^\s"'<>=]+))*`;
const MARKUP = new RegExp(String.raw`<\/?((?:jats|mml|xhtml):[\w-]+|${ELEMENTS})${ATTRIBUTES}\s*\/?>`, 'gi');
const BLOCK =
  /^(?:(?:jats|xhtml):)?(?:abstract|blockquote|body|break|br|caption|dd|div|dl|dt|figcaption|figure|h[1-6]|hr|li|list|list-item|ol|p|pre|sec|section|table|td|th|title|tr|ul)$/i;
/**
 * C0 and C1 controls other than tab and line breaks, zero-width characters, byte order marks and halves of surrogate
 * pairs: never part of a text that people read. (The joiners U+200C and U+200D are: scripts and emoji need them.)
 */
const INVISIBLE = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u200b\u2060\ufeff\ufffe\uffff]|\p{Cs}/gu;
const ENTITY = /&(?:#\d+|#x[\da-f]+|[a-z][\da-z]*);/i;
const LONE_AMPERSAND = /&(?!(?:#\d+|#x[\da-f]+|[a-z][\da-z]*);)/gi;

/** Removes each stretch from an opening to its close, both included; an opening that is never closed is text. */
function dropBetween(source: string, opening: RegExp, close: string): string {
  const lower = source.toLowerCase();
  let kept = '';
  let from = 0;
  for (const match of source.matchAll(opening)) {
    if (match.index < from) continue;
    const end = lower.indexOf(close, match.index + match[0].length);
    if (end < 0) break;
    kept += source.slice(from, match.index);
    const closed = source.indexOf('>', end);
    from = closed < 0 ? source.length : closed + 1;
  }
  return kept + source.slice(from);
}

/** Comments, scripts and style sheets: no part of the text. */
function dropUnread(source: string): string {
  if (!/<(?:!--|script|style)/i.test(source)) return source;
  const uncommented = dropBetween(source, /<!--/g, '-->');
  const unscripted = dropBetween(uncommented, /<script(?:\s[^<>]*)?>/gi, '</script');
  return dropBetween(unscripted, /<style(?:\s[^<>]*)?>/gi, '</style');
}

/** Markup of the known kinds becomes nothing, or a line break where a block begins or ends; every other `<` stays. */
function dropMarkup(source: string): string {
  return dropUnread(source).replace(MARKUP, (_tag, name: string) => (BLOCK.test(name) ? '\n' : ''));
}

/** Decodes the entities of HTML once. An `&` that begins none with a semicolon stays ("a=1&copy=2" is no copyright). */
function decodeEntities(source: string): string {
  if (!ENTITY.test(source)) return source;
  let text = '';
  const parser = new Parser({ ontext: (data) => (text += data) }, { decodeEntities: true });
  parser.end(source.replace(LONE_AMPERSAND, '&amp;').replace(/</g, '&lt;'));
  return text;
}

/**
 * A text that holds no markup and whose entities are decoded already, as people read it: control and zero-width characters
 * dropped, NFC, trimmed. Line breaks stay; runs of blanks within a line become one.
 */
export function tidyText(source: string): string {
  return source
    .replace(/\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g, '\n')
    .replace(INVISIBLE, '')
    .normalize('NFC')
    .split('\n')
    .map((line) => line.replace(/[ \t\u00a0]+/g, ' ').trim())
    .join('\n')
    .replace(/\n{2,}/g, '\n')
    .trim();
}

/** A platform's text as people read it: entities decoded once, HTML/JATS markup to text (also where it was escaped), tidied. */
export function cleanText(source: string): string {
  // Markup that was itself escaped (&lt;jats:p&gt;) shows only after decoding; nothing is decoded twice.
  return tidyText(dropMarkup(decodeEntities(dropMarkup(source))));
}

/** As cleanText, on one line: for titles, names and labels. */
export function cleanLine(source: string): string {
  return cleanText(source).replaceAll('\n', ' ');
}

/** A text in the form in which two texts are compared: NFKC, lower case, dashes and blanks folded. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212\uff0d\u30fc]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}
