import { describe, expect, it } from 'vitest';
import { valuesOfPages } from './bilingual.js';
import { readPage } from './html/page.js';
import { mapDataset } from './mapping.js';
import { DOCUMENT_EN, DOCUMENT_JA, LANDING_EN, RETRIEVED } from './testing.js';
import { mergeParts } from './values.js';

const page = (html: string) => readPage(Buffer.from(html), null);
const recordOf = (...pages: readonly string[]) => {
  const values = valuesOfPages(pages.map(page));
  const merged = mergeParts([{ source: 'DIAS_HTML', retrievedAt: RETRIEVED.at, values }]);
  return mapDataset(merged.values, merged.sources, { datasetId: 'TIDE55', url: null }, RETRIEVED);
};

describe('the Japanese and the English document of a dataset', () => {
  const record = recordOf(DOCUMENT_JA, DOCUMENT_EN);

  it('become one record, each text in its language', () => {
    expect(record.title.values).toEqual([
      { value: '架空潮汐55年再解析', lang: 'ja' },
      { value: 'Fictional 55-year tide reanalysis', lang: 'en' },
    ]);
    expect(record.description?.values.map(({ lang }) => lang)).toEqual(['ja', 'en']);
    expect(record.creators.map(({ name }) => name.values.map(({ value, lang }) => `${lang ?? '?'}:${value}`))).toEqual([
      ['ja:海 花子', 'en:Hanako Umi'],
      ['ja:塩 太郎', 'en:Taro Shio'],
    ]);
    expect(record.creators[0]?.affiliations[0]?.name.values).toHaveLength(2);
    expect(record.contacts.map(({ role, email }) => [role, email])).toEqual([
      ['dataset', 'umi@example.org'],
      ['project', 'office@example.org'],
      ['author', null],
    ]);
  });

  it('tell an ongoing time as its beginning and a flag, and a policy as it is written', () => {
    expect([record.period, record.ongoing]).toEqual(['1958-01-01', true]);
    expect(record.constraints?.values).toEqual([
      { value: '公表前に連絡してください。', lang: 'ja' },
      {
        value: 'Ask before you publish.\nA DIAS account is required to download the files.',
        lang: 'en',
      },
    ]);
    expect(record.accountRequired).toBe(true);
  });

  it('are issued when they say they were published, never when made or revised', () => {
    expect([record.issued, record.created, record.revised]).toEqual(['2014-03', '2013-11-01', '2024-02-02']);
    expect(record.updated).toBe('2024-02-21T00:00:00Z');
  });

  it('state a licence that is no Creative Commons as text', () => {
    expect(record.licenses).toEqual([{ name: '研究目的に限ります。', spdx: null, url: null }]);
    expect(record.licenseText?.values).toHaveLength(2);
  });

  it('list no files: they are behind a log-in', () => {
    expect(record.files).toEqual([]);
    expect(record.accessRight).toBe('UNKNOWN');
  });
});

it('a text in Latin letters in the Japanese document is in no known language', () => {
  const record = recordOf(DOCUMENT_JA.replace('架空潮汐55年再解析', 'TIDE Reanalysis'));
  expect(record.title.values).toEqual([{ value: 'TIDE Reanalysis', lang: null }]);
});

it('lists of different lengths are not paired: the Japanese one stands alone', () => {
  const record = recordOf(DOCUMENT_JA.replace('<br>名前：塩 太郎', ''), DOCUMENT_EN);
  expect(record.creators.map(({ name }) => name.values)).toEqual([[{ value: '海 花子', lang: 'ja' }]]);
});

it('people with different e-mail addresses are not paired', () => {
  const record = recordOf(DOCUMENT_JA.replace('umi@example.org', 'other@example.org'), DOCUMENT_EN);
  expect(record.contacts[0]).toMatchObject({ email: 'other@example.org', name: { values: [{ value: '海 花子' }] } });
});

describe('a licence', () => {
  const licenseOf = (html: string) =>
    recordOf(LANDING_EN.replace(/<h2>License<\/h2>.*?<\/section>/, `<h2>License</h2>${html}</section>`)).licenses[0];

  it.each([
    ['<p>CC BY 4.0</p>', 'CC-BY-4.0'],
    ['<p>The data are available under CC BY-NC-SA 4.0.</p>', 'CC-BY-NC-SA-4.0'],
    ['<p><a href="https://creativecommons.org/licenses/by/4.0/">here</a></p>', 'CC-BY-4.0'],
    ['<p>クリエイティブ・コモンズ https://creativecommons.org/licenses/by/4.0/deed.ja</p>', 'CC-BY-4.0'],
    ['<p>This is not CC BY 4.0.</p>', null],
    ['<p>Parts are CC BY 4.0, parts CC BY-NC 4.0.</p>', null],
    ['<p>Free for research.</p>', null],
  ])('of %s has the SPDX identifier that is printed: %s', (html, spdx) => {
    expect(licenseOf(html)?.spdx).toBe(spdx);
  });
});
