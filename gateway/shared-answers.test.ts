import { describe, expect, it } from 'vitest';
import { SharedAnswers } from './shared-answers.js';

describe('equal requests at the same time', () => {
  it('are one piece of work, and others are others', async () => {
    const shared = new SharedAnswers<number>();
    let works = 0;
    const work = async (): Promise<number> => {
      works += 1;
      await new Promise((resolve) => setTimeout(resolve, 5));
      return works;
    };
    const { signal } = new AbortController();
    const answers = await Promise.all(Array.from({ length: 100 }, () => shared.answer('a', signal, work)));
    expect(new Set(answers)).toEqual(new Set([1]));
    await Promise.all([shared.answer('a', signal, work), shared.answer('b', signal, work)]);
    expect(works).toBe(3);
    expect(shared.size).toBe(0);
  });

  it('end with the last caller who leaves, and not before', async () => {
    const shared = new SharedAnswers<string>();
    const callers = [new AbortController(), new AbortController()];
    let over: AbortSignal | undefined;
    const asking = callers.map(({ signal }) =>
      shared
        .answer('a', signal, (until) => {
          over = until;
          return new Promise((_resolve, reject) => {
            until.addEventListener('abort', () => {
              reject(new Error('nobody waits'));
            });
          });
        })
        .catch((error: unknown) => (error as Error).message),
    );
    callers[0]?.abort();
    expect(over?.aborted).toBe(false);
    callers[1]?.abort();
    expect(over?.aborted).toBe(true);
    expect(await Promise.all(asking)).toEqual(['nobody waits', 'nobody waits']);
    expect(shared.size).toBe(0);
  });

  it('share a failure, which is not kept', async () => {
    const shared = new SharedAnswers<string>();
    const { signal } = new AbortController();
    const failing = [1, 2].map(() => shared.answer('a', signal, () => Promise.reject(new Error('no'))));
    for (const one of failing) await expect(one).rejects.toThrow('no');
    expect(await shared.answer('a', signal, () => Promise.resolve('fine'))).toBe('fine');
  });
});
