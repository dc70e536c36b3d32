import stringWidth from 'string-width';
import { countText } from '../reports/chart/data.js';
import { isYear } from '../reports/dimension-names.js';
import type { CellChange, ReportReceipt } from '../reports/receipt.js';
import type { ReportResult } from '../reports/report-result.js';
import { cut } from '../reports/text.js';
import { table } from './table.js';

/** Columns that a label may take in a terminal. */
const LABEL_COLUMNS = 40;

/** Numbers end at the same column. */
function rightAligned(texts: readonly string[]): string[] {
  const width = Math.max(0, ...texts.map((text) => stringWidth(text)));
  return texts.map((text) => ' '.repeat(width - stringWidth(text)) + text);
}

/** A report in aligned columns: ≈ before what is not exact, – for what was not counted. */
export function reportTable({ by, rows }: ReportResult): string {
  const own = by.filter((dimension) => dimension !== 'PLATFORM');
  const counts = rightAligned(['count', ...rows.map(({ count, exact }) => countText(count, exact))]);
  const header = own.flatMap((dimension) => [dimension.toLowerCase(), ...(isYear(dimension) ? [] : [''])]);
  const lines = rows.map(({ keys, platform }, row) => [
    platform,
    ...own.flatMap((dimension) => {
      const key = keys.find((one) => one.dimension === dimension);
      if (isYear(dimension)) return [key?.value ?? ''];
      const label = key?.label.text ?? '';
      return [cut(key?.value ?? '', LABEL_COLUMNS), label === key?.value ? '' : cut(label, LABEL_COLUMNS)];
    }),
    counts[row + 1] ?? '',
  ]);
  return table(['platform', ...header, counts[0] ?? ''], lines);
}

/** What has changed since a receipt was written. */
export function changeTable(before: ReportReceipt, now: ReportReceipt, changed: readonly CellChange[]): string {
  const since = `since ${before.generatedAt} (Kakehashi ${before.version})`;
  if (changed.length === 0) return `No count has changed ${since}.`;
  const own = now.question.by.map((dimension, index) => ({ dimension, index })).filter(({ dimension }) => dimension !== 'PLATFORM'); // prettier-ignore
  const lines = changed.map(({ platform, values, before: was, now: is }) => [
    platform,
    ...own.map(({ index }) => cut(values[index] ?? '', LABEL_COLUMNS)),
    countText(was, true),
    countText(is, true),
    was === null || is === null ? '' : `${is > was ? '+' : '−'}${Math.abs(is - was).toLocaleString('en')}`,
  ]);
  const header = ['platform', ...own.map(({ dimension }) => dimension.toLowerCase()), 'before', 'now', 'change'];
  return `${table(header, lines)}\n${String(changed.length)} count(s) have changed ${since}.`;
}
