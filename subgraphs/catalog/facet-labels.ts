import { localizedText, plainText } from '../common/localized-text.js';
import type { LocalizedText } from '../common/record.js';
import type { FacetField } from './facets.js';

type Labels = Readonly<Record<string, readonly [ja: string, en: string]>>;

const TYPES: Labels = {
  ARTICLE: ['論文・記事', 'Article'],
  BOOK: ['図書', 'Book'],
  CONFERENCE_PAPER: ['会議発表', 'Conference paper'],
  DATASET: ['データセット', 'Dataset'],
  PROJECT: ['プロジェクト', 'Project'],
  REPORT: ['報告書', 'Report'],
  SOFTWARE: ['ソフトウェア', 'Software'],
  THESIS: ['学位論文', 'Thesis'],
  OTHER: ['その他', 'Other'],
};

/** The Cabinet Office's words for the access rights of publicly funded research data. */
const ACCESS_RIGHTS: Labels = {
  OPEN: ['公開', 'Open'],
  EMBARGOED: ['公開期間猶予', 'Embargoed'],
  RESTRICTED: ['共有', 'Restricted'],
  METADATA_ONLY: ['非共有・非公開', 'Metadata only'],
  UNKNOWN: ['不明', 'Unknown'],
};

function bilingual([ja, en]: readonly [string, string]): LocalizedText {
  return localizedText([
    { value: ja, lang: 'ja' },
    { value: en, lang: 'en' },
  ]);
}

const languageNames = {
  ja: new Intl.DisplayNames(['ja'], { type: 'language', fallback: 'none' }),
  en: new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }),
};

function languageLabel(tag: string): LocalizedText {
  try {
    const [ja, en] = [languageNames.ja.of(tag), languageNames.en.of(tag)];
    return ja === undefined || en === undefined ? plainText(tag) : bilingual([ja, en]);
  } catch {
    // A source's tag that is none (RangeError) stands for itself.
    return plainText(tag);
  }
}

/** A value's name for people; what has none but itself is its own. */
export function facetLabel(field: Exclude<FacetField, 'PLATFORM'>, value: string): LocalizedText {
  switch (field) {
    case 'TYPE':
      return bilingual(TYPES[value] ?? [value, value]);
    case 'ACCESS_RIGHT':
      return bilingual(ACCESS_RIGHTS[value] ?? [value, value]);
    case 'LANGUAGE':
      return languageLabel(value);
    case 'YEAR':
    case 'PUBLISHER':
      return plainText(value);
  }
}
