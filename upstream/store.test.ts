import { describe, expect, it } from 'vitest';
import { memoryStore } from './store.js';
import { testResponse } from './testing.js';
import type { UpstreamResponse } from './types.js';

const MAX_BYTES = 1_000_000;

/** How many of a thousand answers are still there. */
async function held(key: (index: number) => string, response: Partial<UpstreamResponse>): Promise<number> {
  const store = memoryStore(MAX_BYTES);
  for (let index = 0; index < 1000; index += 1) {
    await store.set(key(index), { response: testResponse(response), freshUntil: Date.now() }, 60_000);
  }
  const found = await Promise.all(Array.from({ length: 1000 }, (_, index) => store.get(key(index))));
  return found.filter((kept) => kept !== undefined).length;
}

describe('the memory for answers', () => {
  it('is bounded in bytes of bodies, of headers, of addresses and of keys alike', async () => {
    const large = 'x'.repeat(20_000);
    const short = String;
    expect(await held(short, {})).toBeGreaterThan(500);
    for (const [key, response] of [
      [short, { body: Buffer.alloc(20_000) }],
      [short, { headers: { link: large } }],
      [short, { headers: { [large]: '' } }],
      [short, { url: `http://cinii.test/${large}` }],
      [(index: number) => `${large}${String(index)}`, {}],
    ] as const) {
      const count = await held(key, response);
      expect(count).toBeGreaterThan(5);
      expect(count * 20_000).toBeLessThan(MAX_BYTES);
    }
  });
});
