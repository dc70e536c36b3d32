import { describe, expect, it } from 'vitest';
import { bar, Progress } from './progress.js';

function stream(isTTY: boolean): { written: string[]; progress: Progress } {
  const written: string[] = [];
  const fake = { isTTY, columns: 60, write: (text: string) => written.push(text) };
  return { written, progress: new Progress(fake as unknown as NodeJS.WriteStream) };
}

describe('a progress bar', () => {
  it('shows the part that is done, and never more than all', () => {
    expect(bar(1, 2)).toBe(`${'█'.repeat(12)}${'░'.repeat(12)} 50 %`);
    expect(bar(5, 2)).toMatch(/ 100 %$/);
    expect(bar(0, 0)).toMatch(/ 0 %$/);
  });

  it('is written over on a terminal, fits its width, and is taken away', () => {
    const { written, progress } = stream(true);
    progress.show(1, 2, '海'.repeat(80));
    progress.clear();
    expect(written[0]).toMatch(/^\r/);
    expect(written[0]).toContain('…');
    expect(written).toHaveLength(2);
  });

  it('is nothing where there is no terminal', () => {
    const { written, progress } = stream(false);
    progress.show(1, 2, 'x');
    progress.clear();
    expect(written).toEqual([]);
  });
});
