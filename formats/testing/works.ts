import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { platforms } from '../../subgraphs/index.js';
import { NO_FIELDS } from '../../subgraphs/common/no-fields.js';
import { localizedText, plainText } from '../../subgraphs/common/localized-text.js';
import type { Creator } from '../../subgraphs/common/record.js';
import type { FormatWork } from '../work.js';

export const SHARED = '../shared/upstreams';
export const sharedPresent = existsSync(SHARED);
export const whySkipped = sharedPresent
  ? ''
  : ' (skipped: the samples of the fact sheets are not beside the repository)';

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(xml|json|html?)$/.test(entry.name))
    .map((entry) => `${entry.parentPath}/${entry.name}`);
}

/** Every work that some reader of `convert` makes of a sample of the fact sheets, once a document. */
export function sampleWorks(): FormatWork[] {
  if (!sharedPresent) return [];
  const readers = platforms.flatMap(({ documents }) => documents).filter(({ name }) => name !== 'nasa-ames');
  return filesUnder(SHARED).flatMap((file) => {
    const bytes = readFileSync(file);
    return readers.flatMap((reader): readonly FormatWork[] => {
      try {
        return reader.read(bytes).records;
      } catch {
        // Most documents are of one format: the other readers refuse them.
        return [];
      }
    });
  });
}

export function creator(name: string, parts: Partial<Creator> = {}): Creator {
  return {
    name: plainText(name),
    familyName: null,
    givenName: null,
    orcid: null,
    nrid: null,
    eRadId: null,
    identifiers: [],
    affiliations: [],
    ...parts,
  };
}

/** An article in two languages, with what gives writers trouble in it. */
export const ARTICLE: FormatWork = {
  ...NO_FIELDS,
  id: 'doi:10.1234/a_b(1)',
  doi: '10.1234/a_b(1)',
  type: 'ARTICLE',
  title: localizedText([
    { value: '日本海の水温: 50% & 100_000 {m^2} ~ $5 #1 \\ }', lang: 'ja' },
    { value: 'Temperature of the Japan Sea', lang: 'en' },
  ]),
  creators: [
    creator('山田 太郎', {
      name: localizedText([
        { value: '山田 太郎', lang: 'ja' },
        { value: 'Yamada, Taro', lang: 'en' },
      ]),
      familyName: localizedText([
        { value: '山田', lang: 'ja' },
        { value: 'Yamada', lang: 'en' },
      ]),
      givenName: localizedText([
        { value: '太郎', lang: 'ja' },
        { value: 'Taro', lang: 'en' },
      ]),
      orcid: '0000-0002-1825-0097',
    }),
    creator('Ministry of the Environment, Japan'),
  ],
  container: {
    title: plainText('海洋学会誌', 'ja'),
    issn: ['1234-5679'],
    volume: '12',
    issue: '3',
    firstPage: '45',
    lastPage: '67',
  },
  publisher: plainText('日本海洋学会', 'ja'),
  issued: '2021-03',
  languages: ['ja'],
  description: plainText('一行目。\n二行目。', 'ja'),
  url: 'https://doi.org/10.1234/a_b(1)',
};
