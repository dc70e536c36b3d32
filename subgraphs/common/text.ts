import { Parser } from 'htmlparser2';

/** Elements of HTML, JATS (with or without prefix) and MathML that platforms leave in titles and abstracts. Other "<…" is text. */
const MARKUP =
  /<\/?(?:(?:jats|mml|xhtml):[\w-]+|abstract|a|abbr|b|bold|blockquote|br|caption|cite|code|dd|div|dl|dt|em|font|h[1-6]|hr|i|img|inf|inline-formula|italic|jats|label|li|list|list-item|math|mfrac|mi|mn|mo|monospace|mrow|msub|msubsup|msup|mtext|named-content|ol|overline|p|pre|q|roman|s|sc|sec|small|span|strike|strong|sub|sup|table|tbody|td|tex-math|th|thead|title|tr|tt|u|ul|underline|xref)(?:\s[^<>]*)?\/?>/i;
const BLOCK =
  /^(?:(?:jats|xhtml):)?(?:abstract|blockquote|br|caption|dd|div|dl|dt|h[1-6]|hr|li|list|list-item|ol|p|pre|sec|table|title|tr|ul)$/i;
/** C0 and C1 controls other than tab and line breaks, zero-width characters and byte order marks: never part of a text that people read. */
const INVISIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u2060\ufeff]/g;

/** Reads a text as HTML: markup of the known kinds becomes text (a block ends a line), entities are decoded once. */
function readHtml(source: string): string {
  let text = '';
  let skipped = 0;
  const parser = new Parser(
    {
      onopentag(name) {
        if (name === 'script' || name === 'style') skipped += 1;
        else if (BLOCK.test(name)) text += '\n';
      },
      onclosetag(name) {
        if (name === 'script' || name === 'style') skipped -= 1;
        else if (BLOCK.test(name)) text += '\n';
      },
      ontext(data) {
        if (skipped === 0) text += data;
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.end(source);
  return text;
}

const ENTITY = /&(?:#\d+|#x[\da-f]+|[a-z][\da-z]*);/i;

/** Keeps every `<` that opens no known markup, so that "p < 0.05" and "a<b" survive the HTML reader. */
function protectPlainBrackets(source: string): string {
  return source.replace(/<(?!\/?(?:script|style)\b)[^<>]*>?/gi, (piece) =>
    MARKUP.test(piece) || /^<!--/.test(piece) ? piece : `&lt;${piece.slice(1)}`,
  );
}

/**
 * A platform's text as people read it: entities decoded once, HTML/JATS markup to text, control and zero-width characters
 * dropped, NFC, trimmed. Line breaks stay; runs of blanks within a line become one.
 */
export function cleanText(source: string): string {
  let text = source;
  if (MARKUP.test(text) || ENTITY.test(text) || /<(?:script|style|!--)/i.test(text))
    text = readHtml(protectPlainBrackets(text));
  // Markup that was itself escaped (&lt;jats:p&gt;) shows only now; its entities were decoded with it.
  if (MARKUP.test(text)) text = readHtml(protectPlainBrackets(text).replace(/&(?!lt;)/g, '&amp;'));
  return text
    .replace(INVISIBLE, '')
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.replace(/[ \t\u00a0]+/g, ' ').trim())
    .join('\n')
    .replace(/\n{2,}/g, '\n')
    .trim();
}

/** As cleanText, on one line: for titles, names and labels. */
export function cleanLine(source: string): string {
  return cleanText(source).replace(/\s*\n\s*/g, ' ');
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
