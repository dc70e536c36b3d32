import { describe, expect, it } from 'vitest';
import { isKatakana, isRomanisation, romanise } from './romaji.js';

describe('katakana in Latin letters', () => {
  it.each([
    ['サッサ, ユウカ', 'sassayuuka'],
    ['シャチ', 'shachi'],
    ['ハッチョウ', 'hacchou'],
    ['ｻﾄｳ', 'satou'],
    ['佐藤', null],
    ['ッ', null],
    ['', null],
  ])('%j is %j', (katakana, latin) => {
    expect(romanise(katakana)).toBe(latin);
  });

  it.each([
    ['サッサ, ユウカ', 'Sassa, Yuka'],
    ['オオタ, ショウイチ', 'Ohta, Shōichi'],
    ['オオタ, ショウイチ', 'OTA, Syouiti'],
    ['サトウ, ジュンイチ', "Satoh, Jun'ichi"],
    ['ホンマ, ケンジ', 'Homma, Kenji'],
    ['ハッチョウ, ミツ', 'Hatcho, Mitsu'],
    ['フジイ, チズコ', 'Fujii, Chizuko'],
  ])('%s is romanised as %s', (katakana, latin) => {
    expect(isRomanisation(katakana, latin)).toBe(true);
  });

  it.each([
    ['サッサ, ユウカ', 'Sasa, Yuka'],
    ['オウ, イ', 'Wang, Wei'],
    ['スミス, ジョン', 'Smith, John'],
    ['サトウ, ケイ', 'Satoh, Keiko'],
    ['サトウ', '佐藤'],
  ])('%s is not romanised as %s', (katakana, latin) => {
    expect(isRomanisation(katakana, latin)).toBe(false);
  });

  it('knows a reading by its script', () => {
    expect(isKatakana('サッサ, ユウカ')).toBe(true);
    expect(isKatakana('佐々 ユウカ')).toBe(false);
    expect(isKatakana('Sassa')).toBe(false);
  });
});
