import stringWidth from 'string-width';

/** Cuts a text to a width in columns (a Japanese character takes two), with … where something was cut. */
export function cut(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let result = '';
  let used = 0;
  for (const character of text) {
    const own = stringWidth(character);
    if (used + own > width - 1) break;
    result += character;
    used += own;
  }
  return `${result}…`;
}

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });
const OPENS = /^[「『（(［{〈《[]$/u;

/** Words with the marks that belong to them: no line begins with a full stop or ends with an opening bracket. */
function words(text: string): string[] {
  const result: string[] = [];
  let joins = false;
  for (const { segment, isWordLike } of segmenter.segment(text)) {
    const last = result.length - 1;
    const belongs = joins || (isWordLike !== true && segment.trim() !== '' && !OPENS.test(segment));
    if (belongs && last >= 0) result[last] += segment;
    else result.push(segment);
    joins = OPENS.test(segment);
  }
  return result;
}

/** Breaks a text into lines of at most so many columns, between words, in Japanese as well; a longer word is cut. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words(text)) {
    if (line !== '' && stringWidth(line + word.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = word.trimStart();
    } else line += word;
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines.map((one) => cut(one, width));
}
