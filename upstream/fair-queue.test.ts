import { describe, expect, it } from 'vitest';
import { FairQueue } from './fair-queue.js';

describe('a fair queue', () => {
  const [greedy, modest, late] = [{}, {}, {}];

  it('lets callers take turns, and each caller’s own come in their order', () => {
    const queue = new FairQueue<string>();
    for (const item of ['a1', 'a2', 'a3', 'a4']) queue.push(greedy, item);
    queue.push(modest, 'b1');
    queue.push(late, 'c1');
    queue.push(late, 'c2');
    expect(Array.from({ length: 8 }, () => queue.shift())).toEqual([
      'a1',
      'b1',
      'c1',
      'a2',
      'c2',
      'a3',
      'a4',
      undefined,
    ]);
    expect(queue.size).toBe(0);
  });

  it('tells the place that one more would have', () => {
    const queue = new FairQueue<string>();
    for (let count = 0; count < 100; count += 1) queue.push(greedy, String(count));
    expect(queue.placeOf(greedy)).toBe(101);
    expect(queue.placeOf(modest)).toBe(2);
    queue.push(modest, 'b1');
    expect(queue.placeOf(modest)).toBe(4);
  });

  it('forgets who does not wait any more', () => {
    const queue = new FairQueue<string>();
    queue.push(greedy, 'a1');
    queue.push(modest, 'b1');
    queue.remove(greedy, 'a1');
    queue.remove(greedy, 'a1');
    queue.remove(late, 'b1');
    expect(queue.size).toBe(1);
    expect(queue.shift()).toBe('b1');
  });
});
