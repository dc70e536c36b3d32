import { DuckDBInstance } from '@duckdb/node-api';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reportCsv } from './csv.js';
import { reportParquet } from './parquet.js';
import { filterTexts, questionText } from './question.js';
import { reportOf } from './testing.js';

const report = reportOf(
  ['PLATFORM', 'FISCAL_YEAR', 'PUBLISHER'],
  [
    ['EOSC', ['EOSC', '2019', '架空大学'], 12],
    ['EOSC', ['EOSC', 'UNKNOWN', '=HYPERLINK("x")'], 3, false],
    ['DIAS', ['DIAS', '2019', '架空大学'], null],
  ],
  { labels: { 架空大学: ['架空大学', null], UNKNOWN: ['不明', 'Unknown'] } },
);

describe('a report as CSV', () => {
  it('has each dimension with its labels, each name once, and an empty cell for what was not counted', () => {
    const [header, first, second, third] = reportCsv(report).trimEnd().split('\r\n');
    expect(header).toBe(
      'platform,platform_label_ja,platform_label_en,fiscal_year,fiscal_year_label_ja,fiscal_year_label_en,publisher,publisher_label_ja,publisher_label_en,count,exact',
    );
    expect(first).toBe('EOSC,EOSC,EOSC,2019,2019,2019,架空大学,架空大学,,12,true');
    expect(second).toContain(`"'=HYPERLINK(""x"")"`);
    expect(third).toMatch(/,,false$/);
  });

  it('has the platform before the count where it is no dimension', () => {
    expect(reportCsv(reportOf(['TYPE'], [['EOSC', ['ARTICLE'], 1]])).split('\r\n')[0]).toBe(
      'type,type_label_ja,type_label_en,platform,count,exact',
    );
  });
});

describe('a report as Parquet, read by DuckDB', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'kakehashi-report-')), 'report.parquet');

  it('has numbers as numbers, Japanese text, and null for what was not counted', async () => {
    writeFileSync(path, reportParquet(report, '「海」'));
    const connection = await (await DuckDBInstance.create()).connect();
    const reader = await connection.runAndReadAll(`SELECT * FROM read_parquet('${path}')`);
    const types = Object.fromEntries(reader.columnNames().map((name, at) => [name, String(reader.columnTypes()[at])]));
    expect(types).toMatchObject({ fiscal_year: 'INTEGER', publisher: 'VARCHAR', count: 'BIGINT', exact: 'BOOLEAN' });
    expect(reader.getRowObjects().map(({ fiscal_year, publisher, count, exact }) => [fiscal_year, publisher, count, exact])).toEqual([
      [2019, '架空大学', 12n, true],
      [null, '=HYPERLINK("x")', 3n, false],
      [2019, '架空大学', null, false],
    ]); // prettier-ignore
    connection.closeSync();
  });

  it('of no rows still has its columns', async () => {
    writeFileSync(path, reportParquet(reportOf(['YEAR'], []), 'x'));
    const connection = await (await DuckDBInstance.create()).connect();
    const reader = await connection.runAndReadAll(`SELECT * FROM read_parquet('${path}')`);
    expect(reader.columnNames()).toEqual(['year', 'year_label_ja', 'year_label_en', 'platform', 'count', 'exact']);
    connection.closeSync();
  });
});

describe('a question for people', () => {
  it('is written as commands and addresses write it', () => {
    expect(filterTexts({ types: ['DATASET', 'ARTICLE'], from: '2018', bbox: { west: 1, south: 2, east: 3, north: 4 }, hasFile: true, languages: [], until: null })).toEqual(['types=DATASET,ARTICLE', 'from=2018', 'bbox=1,2,3,4', 'hasFile=true']); // prettier-ignore
    expect(questionText({ query: '海', filter: { from: '2018' } })).toBe('「海」; from=2018');
    expect(questionText({ query: null, filter: {} })).toBe('全件 everything');
  });
});
