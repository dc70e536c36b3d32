import { describe, expect, it } from 'vitest';
import { localizedText, plainText } from '../../subgraphs/common/localized-text.js';
import { NO_FIELDS } from '../../subgraphs/common/no-fields.js';
import { ARTICLE, sampleWorks, sharedPresent, whySkipped } from '../testing/works.js';
import type { FormatWork } from '../work.js';
import { citation, CITATION_STYLES } from './citation.js';

const [first] = ARTICLE.creators;
const WORK: FormatWork = {
  ...ARTICLE,
  doi: '10.1234/abc',
  title: localizedText([
    { value: '日本海の水温', lang: 'ja' },
    { value: 'Temperature of the Japan Sea', lang: 'en' },
  ]),
  creators: first === undefined ? [] : [first],
  container: { title: plainText('Umi', 'en'), issn: [], volume: '12', issue: '3', firstPage: '45', lastPage: '67' },
};

describe('a reference in English', () => {
  it.each([
    ['apa', 'Yamada, T. (2021). Temperature of the Japan Sea. Umi, 12(3), 45–67. https://doi.org/10.1234/abc'],
    ['mla', 'Yamada, Taro. “Temperature of the Japan Sea.” Umi, vol. 12, no. 3, Mar. 2021, pp. 45-67, https://doi.org/10.1234/abc.'],
    ['chicago', 'Yamada, Taro. 2021. “Temperature of the Japan Sea.” Umi 12 (3): 45–67. https://doi.org/10.1234/abc.'],
    ['vancouver', 'Yamada T. Temperature of the Japan Sea. Umi. 2021 Mar;12(3):45-67. doi:10.1234/abc'],
    ['ieee', 'T. Yamada, “Temperature of the Japan Sea,” Umi, vol. 12, no. 3, pp. 45–67, Mar. 2021, doi: 10.1234/abc.'],
    ['sist02', 'Yamada, Taro. Temperature of the Japan Sea. Umi, 2021, vol. 12, no. 3, p. 45-67. doi: 10.1234/abc.'],
  ])('is made in the style %s', (style, text) => {
    expect(citation(WORK, style, 'en')).toBe(text);
  }); // prettier-ignore
});

describe('a reference in Japanese', () => {
  it.each(CITATION_STYLES)('neither inverts a Japanese name nor shortens it, in %s', (style) => {
    const text = citation(WORK, style, 'ja');
    expect(text).toContain('山田 太郎');
    expect(text).toContain('日本海の水温');
  });
});

describe('what no source tells', () => {
  it.each([
    ['apa', '(n.d.)'],
    ['chicago', 'n.d.'],
    ['ieee', 'n.d.'],
    ['sist02', 'n.d.'],
    ['vancouver', '[date unknown]'],
  ])('has the words of the style %s for a missing date', (style, words) => {
    expect(citation({ ...WORK, issued: null }, style, 'en')).toContain(words);
  });

  it.each(CITATION_STYLES)('leaves no trace of empty parts, in %s', (style) => {
    const text = citation({ ...NO_FIELDS, id: 'cinii:1', title: plainText('A title') }, style, 'en');
    expect(text).toContain('A title');
    expect(text).not.toMatch(/null|undefined|\(\)|\[\]|, ,|\. \.|\s{2}|^[\s.,;:]/);
  });

  it('is no style: null', () => {
    expect(citation(WORK, 'nature', 'en')).toBeNull();
    expect(citation(WORK, 'constructor', 'en')).toBeNull();
  });
});

describe('many authors', () => {
  const creators = Array.from({ length: 25 }, () => WORK.creators).flat();
  it.each([
    ['apa', /, … Yamada, T\. \(/],
    ['mla', /^Yamada, Taro, et al\. /],
    ['vancouver', /^(Yamada T, ){6}et al\. /],
    ['ieee', /^T\. Yamada et al\., /],
  ])('are shortened as the style %s does', (style, form) => {
    expect(citation({ ...WORK, creators }, style, 'en')).toMatch(form);
  });
});

describe.skipIf(!sharedPresent)(`works of every sample${whySkipped}`, () => {
  it('have a reference in every style and language that names what is missing by no empty part', () => {
    for (const work of sampleWorks())
      for (const style of CITATION_STYLES)
        for (const language of ['ja', 'en'] as const)
          expect(citation(work, style, language), `${work.id} ${style}`).not.toMatch(
            /\bnull\b|undefined|\(\)|\[\]|^[\s.,;:]/,
          );
  }, 60_000);
});
