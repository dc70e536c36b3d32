/** The language of a picture's words. */
export type ChartLanguage = 'ja' | 'en';

const DIMENSIONS: Readonly<Record<string, Readonly<Record<ChartLanguage, string>>>> = {
  PLATFORM: { ja: 'プラットフォーム', en: 'Platform' },
  TYPE: { ja: '種別', en: 'Type' },
  ACCESS_RIGHT: { ja: 'アクセス権', en: 'Access right' },
  YEAR: { ja: '年', en: 'Year' },
  FISCAL_YEAR: { ja: '年度', en: 'Fiscal year (April to March)' },
  LANGUAGE: { ja: '言語', en: 'Language' },
  PUBLISHER: { ja: '出版者', en: 'Publisher' },
  FUNDER: { ja: '助成機関', en: 'Funder' },
  REPOSITORY: { ja: 'リポジトリ', en: 'Repository' },
};

export function dimensionName(dimension: string, lang: ChartLanguage): string {
  return DIMENSIONS[dimension]?.[lang] ?? dimension;
}

export const WORDS: Readonly<
  Record<ChartLanguage, Readonly<Record<'records' | 'all' | 'notCounted' | 'inexact' | 'more' | 'noYear', string>>>
> = {
  ja: {
    records: 'レコード数',
    all: '全件',
    notCounted: '計数なし',
    inexact: '~ は下限またはおよその数',
    more: '多い順に',
    noYear: '年の不明なレコードは描かれていない',
  },
  en: {
    records: 'Records',
    all: 'all records',
    notCounted: 'not counted',
    inexact: '~ a lower bound, or near rather than exact',
    more: 'the most frequent',
    noYear: 'Records of unknown year are not drawn',
  },
};
