import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { composeSupergraph } from '../../schema/compose.js';
import { Planner } from './planner.js';
import { stepsOf } from './steps.js';

const planner = new Planner(composeSupergraph([{ name: 'a', sdl: 'type Query { a(of: Int): Int b: Int }' }]));
const prepared = (text: string, name?: string) => planner.prepare(text, parse(text), name);

describe('an operation', () => {
  it('is planned once, however it is written down', () => {
    const first = prepared('query Q($n: Int) { a(of: $n) }');
    expect(prepared('query Q($n: Int) { a(of: $n) }')).toBe(first);
    expect(prepared('# a comment\nquery Q ($n: Int) {\n  a(of: $n),\n}')).toBe(first);
    expect(prepared('query Q($n: Int) { a(of: $n) } query Other { b }', 'Q')).toBe(first);
  });

  it('is another where it asks for something else', () => {
    expect(prepared('{ a }')).not.toBe(prepared('{ b }'));
    const both = 'query A { a } query B { b }';
    expect(prepared(both, 'A')).not.toBe(prepared(both, 'B'));
  });

  it('with arguments from a context is refused in so many words', () => {
    const fetch = {
      kind: 'Fetch' as const,
      serviceName: 'a',
      operation: '{ a }',
      operationName: undefined,
      operationKind: 'query' as never,
      contextRewrites: [{ kind: 'KeyRenamer' as const, path: ['..', 'a'], renameKeyTo: 'b' }],
    };
    expect(() => stepsOf({ kind: 'QueryPlan', node: fetch })).toThrow('@fromContext');
  });
});
