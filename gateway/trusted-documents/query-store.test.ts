import { describe, expect, it } from 'vitest';
import { QueryStore } from './query-store.js';

const MEBIBYTE = 1024 * 1024;

describe('the store of automatic persisted queries', () => {
  it('gives a text by its key until it is deleted', async () => {
    const store = new QueryStore();
    await store.set('a', '{ __typename }');
    expect(await store.get('a')).toBe('{ __typename }');
    expect(await store.delete('a')).toBe(true);
    expect(await store.get('a')).toBeUndefined();
  });

  it('is bounded in bytes: what was not asked for longest goes first', async () => {
    const store = new QueryStore();
    // A letter of these has three bytes.
    const text = '海'.repeat(MEBIBYTE / 3);
    for (const key of ['a', 'b', 'c']) await store.set(key, text);
    await store.get('a');
    await store.set('d', text);
    const left = await Promise.all(['a', 'b', 'c', 'd'].map((key) => store.get(key)));
    expect(left.map((kept) => kept !== undefined)).toEqual([true, false, true, true]);
  });

  it('is bounded in texts as small as one likes', async () => {
    const store = new QueryStore();
    for (let index = 0; index < 40_000; index += 1) await store.set(String(index), '');
    expect(await store.get('0')).toBeUndefined();
    expect(await store.get('39999')).toBe('');
  });

  it('keeps no text that is larger than all that may be kept, and what it has', async () => {
    const store = new QueryStore();
    await store.set('small', '{ __typename }');
    await store.set('huge', ' '.repeat(5 * MEBIBYTE));
    expect(await store.get('huge')).toBeUndefined();
    expect(await store.get('small')).toBe('{ __typename }');
  });
});
