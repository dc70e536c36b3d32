import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { changes, readReceipt, reportReceipt } from '../reports/receipt.js';
import { reportOf } from '../reports/testing.js';
import { changeTable, reportTable } from './report-table.js';

const question = { by: ['PUBLISHER'], query: '海', filter: {} };

describe('a report in the terminal', () => {
  it('has its columns aligned beside Japanese texts, and tells what is near and what was not counted', () => {
    const lines = reportTable(
      reportOf(['PUBLISHER'], [['EOSC', ['架空大学'], 1234], ['EOSC', ['Fjord University'], 5, false], ['DIAS', ['架空大学'], null]]),
    ).split('\n'); // prettier-ignore
    expect(lines).toHaveLength(4);
    expect(new Set(lines.map((line) => stringWidth(line))).size).toBe(1);
    expect(lines[1]).toMatch(/1,234$/);
    expect(lines[2]).toMatch(/≈5$/);
    expect(lines[3]).toMatch(/–$/);
  });
});

describe('a report that is run again', () => {
  const before = reportReceipt(question, reportOf(['PUBLISHER'], [['EOSC', ['A'], 3], ['EOSC', ['B'], 4], ['DIAS', ['A'], null]]), '0.1.0'); // prettier-ignore
  const after = (rows: Parameters<typeof reportOf>[1]) =>
    reportReceipt(question, reportOf(['PUBLISHER'], rows), '0.2.0');

  it('with equal counts has the same hash, whenever and in whatever order they come', () => {
    const same = reportReceipt(
      question,
      reportOf(['PUBLISHER'], [['DIAS', ['A'], null], ['EOSC', ['B'], 4], ['EOSC', ['A'], 3]], { generatedAt: '2027-01-01T00:00:00Z' }),
      '0.2.0',
    ); // prettier-ignore
    expect(same.contentHash).toBe(before.contentHash);
    expect(changeTable(before, same, changes(before, same))).toBe('No count has changed since 2026-04-01T00:00:00.000Z (Kakehashi 0.1.0).'); // prettier-ignore
  });

  it('tells what is more, what is gone and what is new; a count that could not be made is no zero', () => {
    const now = after([['EOSC', ['A'], 5], ['EOSC', ['C'], 1], ['DIAS', ['A'], 2]]); // prettier-ignore
    expect(now.contentHash).not.toBe(before.contentHash);
    expect(changes(before, now)).toEqual([
      { platform: 'DIAS', values: ['A'], before: null, now: 2 },
      { platform: 'EOSC', values: ['A'], before: 3, now: 5 },
      { platform: 'EOSC', values: ['C'], before: 0, now: 1 },
      { platform: 'EOSC', values: ['B'], before: 4, now: 0 },
    ]);
    expect(changeTable(before, now, changes(before, now))).toMatch(
      /EOSC +A +3 +5 +\+2\n[^]*EOSC +B +4 +0 +−4\n4 count/,
    );
  });

  it('is told by its sums for each platform, and comes back from its file', () => {
    expect(before.totals).toEqual({ EOSC: 7, DIAS: null });
    expect(readReceipt(JSON.stringify(before))).toEqual(before);
    expect(readReceipt('{}')).toBeNull();
    expect(readReceipt('no JSON')).toBeNull();
  });
});
