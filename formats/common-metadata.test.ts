import { describe, expect, it } from 'vitest';
import type { CommonMetadataElement, StatedMetadata } from '../subgraphs/common/common-metadata.js';
import { plainText } from '../subgraphs/common/localized-text.js';
import { NO_FIELDS } from '../subgraphs/common/no-fields.js';
import { workCommonMetadata, writeCommonMetadata } from './common-metadata.js';
import type { FormatWork } from './work.js';

const DATASET: FormatWork = { ...NO_FIELDS, id: 'dias:a', type: 'DATASET', title: plainText('海の観測', 'ja') };

function element(work: Partial<FormatWork>, key: string): CommonMetadataElement | undefined {
  return workCommonMetadata({ ...DATASET, ...work }).elements.find((one) => one.key === key);
}

function registered(values: Readonly<Record<string, string>>, withheld: readonly string[] = []): StatedMetadata {
  const given = Object.entries(values).map(([key, text]) => {
    const source = { field: key, platform: 'GAKUNIN_RDM', recordId: 'rdm:abcde' } as const;
    return [key, { values: [plainText(text)], source }] as const;
  });
  return { given: new Map(given), withheld: new Set(withheld) };
}

describe('the common metadata elements of a work', () => {
  it('are what people have registered, else what its records tell', () => {
    const work = { registered: [registered({ title: '海洋観測データ', 'data-man-email': 'a@example.jp' })] };
    expect(element(work, 'title')?.values[0]?.values[0]?.value).toBe('海洋観測データ');
    expect(element(work, 'title')?.source?.recordId).toBe('rdm:abcde');
    expect(element(work, 'data-man-email')?.values).toHaveLength(1);
    expect(element(work, 'data-type')?.codes).toEqual(['dataset']);
    expect(element({}, 'title')?.values[0]?.values[0]?.value).toBe('海の観測');
  });

  it('are of the first of two records that register the same', () => {
    const work = { registered: [registered({ remarks: 'one' }), registered({ remarks: 'two', 'data-number': 'D2' })] };
    expect(element(work, 'remarks')?.values).toEqual([plainText('one')]);
    expect(element(work, 'data-number')?.values).toEqual([plainText('D2')]);
  });

  it('neither show nor miss what is not for the caller', () => {
    const work = { ...DATASET, registered: [registered({}, ['data-man-email'])] };
    const metadata = workCommonMetadata(work);
    expect(metadata.missing).not.toContain('data-man-email');
    expect(writeCommonMetadata(work)).toContain('is given only to a caller with a token');
  });

  it('date a work by its day of issue, by its last update where no day is told, and by a year else', () => {
    const date = (issued: string, updated: string | null): string | undefined =>
      element({ issued, updated }, 'date-issued-updated')?.values[0]?.values[0]?.value;
    expect(date('2020-02-03', '2021-05-06T07:08:09Z')).toBe('2020-02-03');
    expect(date('2020', '2021-05-06T07:08:09Z')).toBe('2021-05-06');
    expect(date('2020', null)).toBe('2020');
    expect(element({ issued: '2020', updated: null }, 'date-issued-updated')?.valid).toBe(false);
  });

  it('are free of charge where access is open, and say nothing of it elsewhere', () => {
    expect(element({ accessRight: 'OPEN' }, 'data-policy-free')?.codes).toEqual(['free']);
    expect(element({ accessRight: 'RESTRICTED' }, 'data-policy-free')?.codes).toEqual([]);
  });

  it('name a licence by its code', () => {
    const licenses = [{ name: null, spdx: 'Apache-2.0', url: null }];
    expect(element({ licenses }, 'data-policy-license')?.codes).toEqual(['Apache2']);
  });
});
