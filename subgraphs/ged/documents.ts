import { hasCjk } from '../common/localized-text.js';
import type { DocumentFormat } from '../common/platform.js';
import { pageText } from './landing/document.js';
import { readLandingPage, type LandingPage } from './landing/page.js';
import { mapPages, withRetrieval } from './mapping.js';
import { nasaAmesDocuments } from './nasa-ames/documents.js';
import { datasetId } from './record.js';
import { landingUrls } from './requests.js';

const LANDING_URL = 'https://www.nies.go.jp/doi';
/** A page at hand is read as if it stood among the public pages. */
const PLACE = {
  url: `${LANDING_URL}/10.17595/`,
  filesUrl: 'https://db.cger.nies.go.jp/nies_data',
} as const;

/** Which of the two pages a document is: its own language where it says one, else by the script of what it says. */
function languageOf(html: string, { title, abstract, terms }: LandingPage): 'ja' | 'en' {
  const said = /<html[^>]{0,300}?\slang\s*=\s*["']?(ja|en)\b/i.exec(html.slice(0, 4096))?.[1]?.toLowerCase();
  if (said === 'ja' || said === 'en') return said;
  return hasCjk(`${title}${abstract ?? ''}${terms ?? ''}`) ? 'ja' : 'en';
}

/** What `convert` reads: landing pages in either language, and data files in NASA Ames. */
export const gedDocuments: readonly DocumentFormat[] = [
  {
    name: 'ged-html',
    read(document) {
      const html = pageText(document);
      const page = readLandingPage(html, PLACE);
      const isJapanese = languageOf(html, page) === 'ja';
      const id = page.doi === null ? null : datasetId(page.doi);
      const { ja, en } = id === null ? { ja: null, en: null } : landingUrls({ landingUrl: LANDING_URL }, id);
      const dataset = isJapanese
        ? mapPages(null, { ja: page, en: null }, { ja, en: null })
        : mapPages(null, { ja: null, en: page }, { ja: null, en });
      return {
        records: [withRetrieval(dataset, { at: new Date(), cache: 'MISS', ageSeconds: 0 })],
        many: false,
        deleted: 0,
      };
    },
  },
  ...nasaAmesDocuments,
];
