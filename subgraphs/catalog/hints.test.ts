import { describe, expect, it } from 'vitest';
import type { Capabilities } from '../common/connector.js';
import { hintFor } from './hints.js';

const platform = (more: Partial<Capabilities>): Capabilities => ({
  filter: () => 'native',
  sorts: ['RELEVANCE'],
  maxPageSize: 100,
  description: [],
  ...more,
});
const JAPANESE = platform({ metadataLanguage: 'ja', everyWord: true });
const ENGLISH = platform({ metadataLanguage: 'en', everyWord: true });
const WORDS = 'It finds only what has all 2 words of the query: fewer words may find more.';
const IN_JAPANESE = 'Most of its metadata are in Japanese: Japanese words may find more.';
const IN_ENGLISH = 'Most of its metadata are in English: English words may find more.';

describe('a hint', () => {
  it.each([
    ['marine plastics', 0, JAPANESE, `${WORDS} ${IN_JAPANESE}`],
    ['海 プラスチック', 0, JAPANESE, WORDS],
    ['plastics', 4, JAPANESE, IN_JAPANESE],
    ['海洋', 0, ENGLISH, IN_ENGLISH],
    ['marine plastics', 0, ENGLISH, WORDS],
  ])('for %s with %i hits says what may find more', (query, total, capabilities, hint) => {
    expect(hintFor(query, total, capabilities)).toBe(hint);
  });

  it.each([
    ['there is enough', 'plastics', 5, JAPANESE],
    ['the words are found together', '海 プラスチック', 1, JAPANESE],
    ['the query says itself how its words belong together', '海 OR 山', 0, JAPANESE],
    ['a phrase is one thing', '"深海 堆積物"', 0, JAPANESE],
    ['the query is in both scripts', 'DNA 解析法', 1, JAPANESE],
    ['nothing is known of the platform', 'marine plastics', 0, platform({})],
    ['the number is not known', 'plastics', null, JAPANESE],
    ['nothing was searched for', null, 0, JAPANESE],
  ])('is not given where %s', (_, query, total, capabilities) => {
    expect(hintFor(query, total, capabilities)).toBeNull();
  });
});
