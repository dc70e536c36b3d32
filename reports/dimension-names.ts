/** Names of the dimensions of reports for people (ReportDimension of the API). */
const NAMES: Readonly<Record<string, readonly [ja: string, en: string]>> = {
  PLATFORM: ['プラットフォーム', 'Platform'],
  TYPE: ['種別', 'Type'],
  ACCESS_RIGHT: ['公開状況', 'Access right'],
  YEAR: ['年', 'Year'],
  FISCAL_YEAR: ['年度', 'Fiscal year'],
  LANGUAGE: ['言語', 'Language'],
  PUBLISHER: ['出版者', 'Publisher'],
  FUNDER: ['助成機関', 'Funder'],
  REPOSITORY: ['リポジトリ', 'Repository'],
};

/** A dimension's name in Japanese and English. */
export function dimensionName(dimension: string): string {
  return NAMES[dimension]?.join(' ') ?? dimension;
}

/** Dimensions whose values are years. */
export function isYear(dimension: string): boolean {
  return dimension === 'YEAR' || dimension === 'FISCAL_YEAR';
}

/** Dimensions of which a record has one value: their counts add up. It may have several languages, publishers, funders. */
export function addsUp(dimension: string): boolean {
  return dimension === 'TYPE' || dimension === 'ACCESS_RIGHT';
}
