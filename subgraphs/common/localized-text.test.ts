import { describe, expect, it } from 'vitest';
import {
  bestText,
  hasCjk,
  hasKana,
  langString,
  localizedText,
  localizedTextOrNull,
  plainText,
  tagMatches,
  textIn,
} from './localized-text.js';

describe('the language of a text', () => {
  it('is what the source tags, whatever the script', () => {
    expect(langString('データ', 'en')).toEqual({ value: 'データ', lang: 'en' });
    expect(langString('data', ' ja-Latn ')).toEqual({ value: 'data', lang: 'ja-Latn' });
  });

  it('is ja for an untagged text with kana, half-width kana included', () => {
    expect(langString('海のデータ').lang).toBe('ja');
    expect(langString('ﾃﾞｰﾀ', '  ').lang).toBe('ja');
  });

  it('is not made up for Han characters or Latin letters alone', () => {
    expect(langString('海洋汚染').lang).toBeNull();
    expect(langString('Ocean', null).lang).toBeNull();
  });

  it('tells kana from Han', () => {
    expect([hasKana('の'), hasKana('海洋'), hasKana('・ー')]).toEqual([true, false, false]);
    expect([hasCjk('海洋'), hasCjk('の'), hasCjk('ocean')]).toEqual([true, true, false]);
  });
});

describe('localizedText', () => {
  it('keeps the order of the source, trimmed and in NFC, without blank texts', () => {
    const text = localizedText([
      { value: ' か\u3099く ', lang: 'ja' },
      { value: '\u3000', lang: 'en' },
      { value: 'Study', lang: 'en' },
    ]);
    expect(text.values).toEqual([
      { value: 'がく', lang: 'ja' },
      { value: 'Study', lang: 'en' },
    ]);
  });

  it('says each text once: the tagged one stays, in whichever order they come', () => {
    const tagged = { value: 'Study', lang: 'en' };
    const untagged = { value: 'Study', lang: null };
    expect(localizedText([tagged, untagged, tagged]).values).toEqual([tagged]);
    expect(localizedText([untagged, tagged]).values).toEqual([tagged]);
  });

  it('keeps the same text in two languages', () => {
    expect(plainText('DNA', 'en').values).toHaveLength(1);
    expect(
      localizedText([
        { value: 'DNA', lang: 'ja' },
        { value: 'DNA', lang: 'en' },
      ]).values,
    ).toHaveLength(2);
  });

  it('is null where a nullable field has no text', () => {
    expect(localizedTextOrNull([{ value: ' ', lang: 'ja' }])).toBeNull();
    expect(localizedTextOrNull([{ value: 'x', lang: null }])).not.toBeNull();
  });
});

describe('asking for a language', () => {
  it('takes a regional form for its language, a reading or romanisation never', () => {
    expect(tagMatches('en-US', 'en')).toBe(true);
    expect(tagMatches('JA', 'ja')).toBe(true);
    for (const reading of ['ja-Kana', 'ja-Latn', 'ja-Hrkt', 'ja-Hira']) expect(tagMatches(reading, 'ja')).toBe(false);
    expect(tagMatches('ja-Kana', 'ja-kana')).toBe(true);
    expect(tagMatches(null, 'ja')).toBe(false);
    expect(tagMatches('eng', 'en')).toBe(false);
  });

  const text = localizedText([
    { value: 'カイヨウ', lang: 'ja-Kana' },
    { value: '海洋', lang: 'ja' },
    { value: 'Ocean', lang: 'en-GB' },
  ]);

  it('gives the text of that language or none', () => {
    expect(textIn(text, 'ja')).toBe('海洋');
    expect(textIn(text, 'ja-Kana')).toBe('カイヨウ');
    expect(textIn(text, 'fr')).toBeNull();
  });

  it('gives the best text: the first of the languages asked for that exists', () => {
    expect(bestText(text)).toBe('海洋');
    expect(bestText(text, ['fr', 'en', 'ja'])).toBe('Ocean');
  });

  it('asks for the language alone before it gives any other, when no text has the region', () => {
    expect(bestText(text, ['en-US'])).toBe('Ocean');
    expect(bestText(text, ['en-US', 'ja'])).toBe('海洋');
  });

  it('gives any text otherwise, a reading last, and an empty one where there is none', () => {
    expect(bestText(text, ['fr'])).toBe('海洋');
    expect(bestText(plainText('カイヨウ', 'ja-Kana'), ['fr'])).toBe('カイヨウ');
    expect(bestText({ values: [] })).toBe('');
  });
});
