function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 0x20 || code === 0x09;
}

/**
 * Without blanks and tabs at the end. Never String.trimEnd: in a text of bytes 0xA0 is half of a letter, not a space. No
 * regular expression either: on a megabyte of blanks before one letter it would take hours.
 */
export function trimmedEnd(text: string): string {
  let end = text.length;
  while (end > 0 && isBlank(text, end - 1)) end -= 1;
  return text.slice(0, end);
}

/** Without blanks and tabs at both ends. */
export function trimmed(text: string): string {
  let start = 0;
  while (start < text.length && isBlank(text, start)) start += 1;
  return trimmedEnd(text.slice(start));
}

/** The parts between blanks and tabs. */
export function tokensOf(text: string): string[] {
  const within = trimmed(text);
  return within === '' ? [] : within.split(/[ \t]+/);
}
