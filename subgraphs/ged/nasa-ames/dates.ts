import { isEdtf } from '../../common/edtf.js';
import { tokensOf } from './blanks.js';
import { unreadable } from './header-lines.js';
import type { Warnings } from './warnings.js';

/** YYYY-MM-DD of three integers, leading zeros optional (fact sheet 6.1), or null. */
function dateOf(parts: readonly string[], line: number, name: string): string | null {
  const [year = '', month = '', day = ''] = parts;
  if (![year, month, day].every((part) => /^\d+$/.test(part))) return null;
  if (year.length <= 2 && Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31) {
    throw unreadable(line, `${name} has a year of two digits: which century is meant cannot be told`);
  }
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isEdtf(date) && date.length === 10 ? date : null;
}

/** Line 7: DATE and RDATE. What is no date is null with a warning, and so is a revision before the data began. */
export function readDates(
  text: string,
  line: number,
  warnings: Warnings,
): { readonly dataDate: string | null; readonly revisionDate: string | null } {
  const tokens = tokensOf(text);
  const dataDate = dateOf(tokens.slice(0, 3), line, 'DATE');
  const printedRevision = dateOf(tokens.slice(3, 6), line, 'RDATE');
  if (dataDate === null)
    warnings.add(line, 'date-unreadable', 'DATE is no date: the date at which the data begin is unknown');
  if (printedRevision === null) {
    warnings.add(line, 'revision-unreadable', 'RDATE is no date: the date of revision is unknown');
  } else if (dataDate !== null && printedRevision < dataDate) {
    warnings.add(line, 'revision-unreadable', 'RDATE lies before DATE: the date of revision is unknown');
    return { dataDate, revisionDate: null };
  }
  return { dataDate, revisionDate: printedRevision };
}
