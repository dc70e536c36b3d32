import { buildSchema, parse, specifiedRules, validate } from 'graphql';
import { expect, it } from 'vitest';
import { finiteNumbers } from './finite-numbers.js';

const schema = buildSchema('type Query { at(x: Float, box: Box): Int } input Box { west: Float }');
const faults = (text: string): string[] =>
  validate(schema, parse(text), [...specifiedRules, finiteNumbers]).map(({ message }) => message);

it.each([
  ['{ at(x: 1e999) }', 'The number 1e999 is out of bounds.'],
  ['{ at(box: { west: -1e400 }) }', 'The number -1e400 is out of bounds.'],
  ['query ($x: Float = 1e309) { at(x: $x) }', 'The number 1e309 is out of bounds.'],
  [`{ at(x: ${'9'.repeat(400)}) }`, `The number ${'9'.repeat(20)} is out of bounds.`],
])('a number that nothing can hold is refused: %s', (text, message) => {
  expect(faults(text)).toEqual([message]);
});

it('the largest that there is passes', () => {
  expect(faults('{ at(x: 1.7976931348623157e308) }')).toEqual([]);
});
