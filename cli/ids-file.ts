import { readFileSync } from 'node:fs';
import { CommandFailure } from './exit.js';

/** Ids from a file: one a line, DOIs in any form; empty lines and what follows a # are left out. `-` is standard input. */
export function idsIn(file: string): string[] {
  let text: string;
  try {
    text = readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch {
    throw new CommandFailure(`--ids ${file}: the file cannot be read.`);
  }
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line) => line.replace(/(^|\s)#.*$/, '').trim())
    .filter((line) => line !== '');
}
