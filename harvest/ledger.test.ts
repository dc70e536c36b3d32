import { describe, expect, it } from 'vitest';
import { Ledger, type Header } from './ledger.js';
import type { FoundWork } from './read-set.js';

const NOW = 1000;
const NOTHING_READ: ReadonlyMap<string, number> = new Map();
const ALL = { set: null, from: null, until: null };

const work = (id: string, updated: number | null = 100): FoundWork => ({ id, updated });
const whole = (now = NOW, firstRead = NOTHING_READ) => ({ isWhole: true, firstRead, now });
const listed = (ledger: Ledger, selection = {}): string[] =>
  ledger.page({ ...ALL, ...selection }, null, 100).headers.map(({ id }) => id);

describe('the ledger', () => {
  it('dates a work by its update, else by its first reading', () => {
    const ledger = new Ledger();
    ledger.take('a', [work('x', 300), work('y', null), work('z', null)], whole(NOW, new Map([['y', 200]])));
    const dated = ['x', 'y', 'z'].map((id) => ledger.get(id)?.datestamp);
    expect(dated).toEqual([300, 200, NOW]);
    expect(ledger.earliest).toBe(200);
  });

  it('lists by datestamp, those of one second by id, in pages that go on behind a place', () => {
    const ledger = new Ledger();
    ledger.take('a', [work('c'), work('b'), work('a', 200), work('d', 50)], whole());
    expect(listed(ledger)).toEqual(['d', 'b', 'c', 'a']);
    const first = ledger.page(ALL, null, 3);
    expect(first).toMatchObject({ size: 4, more: true });
    const rest = ledger.page(ALL, first.headers.at(-1) ?? null, 3);
    expect(rest).toMatchObject({ size: 4, more: false, headers: [{ id: 'a' }] });
  });

  it('selects by set and by both ends of a period', () => {
    const ledger = new Ledger();
    ledger.take('a', [work('x', 100), work('y', 200)], whole());
    ledger.take('b', [work('y', 200), work('z', 300)], whole());
    expect(ledger.get('y')?.sets).toEqual(['a', 'b']);
    expect(listed(ledger, { set: 'b' })).toEqual(['y', 'z']);
    expect(listed(ledger, { from: 100, until: 200 })).toEqual(['x', 'y']);
    expect(listed(ledger)).toEqual(['x', 'y', 'z']);
  });

  it('never lets a datestamp go back, and moves it with an update', () => {
    const ledger = new Ledger();
    ledger.take('a', [work('x', 300)], whole());
    ledger.take('a', [work('x', null)], whole(2000));
    ledger.take('a', [work('x', 200)], whole(2000));
    expect(ledger.get('x')?.datestamp).toBe(300);
    ledger.take('a', [work('x', 400)], whole(2000));
    expect(ledger.get('x')?.datestamp).toBe(400);
  });

  it('takes a work that comes later for as new as its coming', () => {
    const ledger = new Ledger();
    ledger.take('a', [work('x')], whole());
    ledger.take('a', [work('x'), work('late', 5)], whole(2000));
    expect(ledger.get('late')?.datestamp).toBe(2000);
    // Another set's first reading is none of a work that came.
    ledger.take('b', [work('old', 5)], whole(3000));
    expect(ledger.get('old')?.datestamp).toBe(5);
  });

  it('lists as deleted what no set holds any more, and not what one still holds', () => {
    const ledger = new Ledger();
    ledger.take('a', [work('x'), work('y')], whole());
    ledger.take('b', [work('y')], whole());
    ledger.take('a', [], whole(2000));
    expect(ledger.get('x')).toEqual({ id: 'x', datestamp: 2000, sets: ['a'], deleted: true } satisfies Header);
    expect(ledger.get('y')).toMatchObject({ deleted: false, sets: ['b'], datestamp: 100 });
    expect(listed(ledger, { set: 'a' })).toEqual(['x']);
    ledger.take('a', [work('x')], whole(3000));
    expect(ledger.get('x')).toMatchObject({ deleted: false, datestamp: 3000 });
  });

  it('takes nothing for deleted after a reading that was not whole', () => {
    const ledger = new Ledger();
    ledger.take('a', [work('x')], whole());
    ledger.take('a', [], { ...whole(2000), isWhole: false });
    expect(ledger.get('x')).toMatchObject({ deleted: false });
  });

  it('forgets the oldest of too many deletions', () => {
    const ledger = new Ledger();
    const many = Array.from({ length: 10_001 }, (_, index) => work(`w${String(index)}`));
    ledger.take('a', [work('first'), ...many], whole());
    ledger.take('a', many, whole(2000));
    expect(ledger.get('first')?.deleted).toBe(true);
    ledger.take('a', [], whole(3000));
    expect(ledger.get('first')).toBeUndefined();
    expect(ledger.page(ALL, null, 1).size).toBe(10_000);
  });
});
