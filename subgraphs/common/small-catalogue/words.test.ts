import { describe, expect, it } from 'vitest';
import { foldText, hasPhrase, indexTerms, parseQuery } from './words.js';

const terms = (text: string): string[] => indexTerms(foldText(text));

describe('texts as they are compared', () => {
  it.each([
    ['ＪＲＡ－５５', 'jra-55'],
    ['ﾃﾞｰﾀ', 'データ'],
    ['JRA–55', 'jra-55'],
    ['El Niño', 'el nino'],
    ['a \n  b', 'a b'],
    ['“x”', '"x"'],
  ])('%s is %s', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('keep voiced kana and the long vowel mark', () => {
    expect(foldText('が')).not.toBe(foldText('か'));
    expect(foldText('スーパー')).toBe('スーパー');
  });
});

describe('terms', () => {
  it('of Latin text are words, of compounds the parts and the whole', () => {
    expect(terms('Sea-ice of APHRO_MA')).toEqual(['sea', 'ice', 'seaice', 'of', 'aphro', 'ma', 'aphroma']);
  });

  it('of kana and han are pairs and characters', () => {
    expect(terms('海面データ')).toEqual(['海面', '面デ', 'デー', 'ータ', '海', '面', 'デ', 'ー', 'タ']);
  });

  it('of mixed text are both', () => {
    expect(terms('CO2濃度')).toEqual(['co2', '濃度', '濃', '度']);
  });

  it('do not break characters outside the basic plane', () => {
    expect(terms('𠮷野')).toEqual(['𠮷野', '𠮷', '野']);
  });
});

describe('a query', () => {
  it('that is blank is none', () => {
    expect(parseQuery(null)).toBeNull();
    expect(parseQuery(' \u3000 ')).toBeNull();
  });

  it('of punctuation alone has nothing to look for', () => {
    expect(parseQuery('.*+?^${}()|[]\\ 、。「」 ""')).toMatchObject({ wanted: [], phrases: [], empty: true });
  });

  it('asks for a compound in parts or in one', () => {
    expect(parseQuery('JRA-55')?.wanted).toEqual([[['jra', '55'], ['jra55']]]);
  });

  it('keeps quotations of any width, and takes one that is not closed for punctuation', () => {
    expect(parseQuery('＂sea ice“ 観測 "north')?.phrases).toEqual(['sea ice']);
  });

  it('of ten thousand characters is bounded and says so', () => {
    const parsed = parseQuery(Array.from({ length: 2500 }, (_, number) => `w${String(number)}`).join(' '));
    expect(parsed?.wanted.length).toBe(64);
    expect(parsed?.cut).toBe(true);
  });
});

describe('a phrase', () => {
  it('stands as it is, in whole words', () => {
    expect(hasPhrase('rice and ice', 'ice')).toBe(true);
    expect(hasPhrase('rice', 'ice')).toBe(false);
    expect(hasPhrase('ices', 'ice')).toBe(false);
    expect(hasPhrase('北極の海氷面積', '海氷')).toBe(true);
    expect(hasPhrase('co2濃度', 'co2')).toBe(true);
  });
});
