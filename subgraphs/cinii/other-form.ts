import { parseIssn } from '../common/identifiers.js';
import type { CiniiFilter } from './requests.js';

function isbn13Of(isbn10: string): string {
  const digits = `978${isbn10.slice(0, 9)}`;
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0);
  return `${digits}${String((10 - (sum % 10)) % 10)}`;
}

function isbn10Of(isbn13: string): string | null {
  if (!isbn13.startsWith('978')) return null;
  const digits = isbn13.slice(3, 12);
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (10 - index), 0);
  const check = (11 - (sum % 11)) % 11;
  return `${digits}${check === 10 ? 'X' : String(check)}`;
}

/**
 * The same search with the other form of its ISBN (10 or 13 digits) or ISSN (with or without a hyphen), to be tried when
 * the first finds nothing: numbers are found as catalogued (fact sheet 10.6). Null where there is no other form.
 */
export function otherForm(filter: CiniiFilter): CiniiFilter | null {
  const isbn = filter.isbn?.normalize('NFKC').replace(/[-\s]/g, '').toUpperCase();
  if (isbn) {
    const other = isbn.length === 10 ? isbn13Of(isbn) : isbn10Of(isbn);
    return other === null ? null : { ...filter, isbn: other };
  }
  const issn = filter.issn?.normalize('NFKC').trim();
  if (!issn) return null;
  return { ...filter, issn: issn.includes('-') ? issn.replace(/-/g, '') : (parseIssn(issn) ?? issn) };
}
