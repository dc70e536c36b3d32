import { describe, expect, it } from 'vitest';
import { MAX_VARIABLE_DEPTH } from './limits.js';
import { checkVariables } from './variables.js';

const MAX_LIST = 1000;

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = [value];
  return value;
}

describe('variables', () => {
  it.each([
    ['none', undefined],
    ['null', null],
    ['no object, which is refused by who reads it', 'text'],
    ['the longest list', { ids: Array.from({ length: MAX_LIST }, () => 'x') }],
    ['the deepest that is allowed', nested(MAX_VARIABLE_DEPTH + 1)],
    [
      'names that objects have by nature',
      JSON.parse('{"__proto__":{"a":1},"constructor":{"prototype":{}}}') as unknown,
    ],
  ])('pass: %s', (_, variables) => {
    expect(() => {
      checkVariables(variables, MAX_LIST);
    }).not.toThrow();
  });

  it.each([
    ['a longer list', { ids: Array.from({ length: MAX_LIST + 1 }, () => 'x') }, /list of 1001 values/],
    ['a list within others', { a: { b: [Array.from({ length: MAX_LIST + 1 }, () => null)] } }, /list of 1001/],
    ['deeper ones', nested(MAX_VARIABLE_DEPTH + 2), /more than 20 levels/],
    ['ones as deep as a body can be', nested(60_000), /more than 20 levels/],
  ])('are refused: %s', (_, variables, message) => {
    expect(() => {
      checkVariables(variables, MAX_LIST);
    }).toThrow(
      expect.objectContaining({
        status: 400,
        code: 'BAD_USER_INPUT',
        message: expect.stringMatching(message) as string,
      }),
    );
  });
});
