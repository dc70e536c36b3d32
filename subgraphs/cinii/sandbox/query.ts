/**
 * The query language of OpenSearch (fact sheet 3.1): a blank is AND; upper-case AND, OR, NOT and parentheses are operators
 * where blanks surround them. NOT binds closest, then AND, then OR.
 */
import { fold } from '../../common/text.js';

export type Test = (text: string) => boolean;

type Token = '(' | ')' | 'AND' | 'OR' | 'NOT' | { readonly word: string };

function tokens(query: string): Token[] {
  return query
    .split(/[\s\u3000]+/u)
    .filter((part) => part !== '')
    .map((part) =>
      part === '(' || part === ')' || part === 'AND' || part === 'OR' || part === 'NOT' ? part : { word: fold(part) },
    );
}

const EVERYTHING: Test = () => true;

/** A test of folded texts; null where the query holds no word. Operators that lack an operand are passed over. */
export function parseQuery(query: string): Test | null {
  const list = tokens(query);
  if (!list.some((token) => typeof token === 'object')) return null;
  let at = 0;

  function primary(): Test {
    const token = list[at];
    at += 1;
    if (token === undefined || token === ')') return EVERYTHING;
    if (token === 'NOT') {
      const negated = primary();
      return (text) => !negated(text);
    }
    if (token === '(') {
      const inner = alternatives();
      if (list[at] === ')') at += 1;
      return inner;
    }
    if (typeof token === 'object') return (text) => text.includes(token.word);
    return primary();
  }

  function all(): Test {
    let test = primary();
    while (at < list.length && list[at] !== 'OR' && list[at] !== ')') {
      if (list[at] === 'AND') at += 1;
      const left = test;
      const right = primary();
      test = (text) => left(text) && right(text);
    }
    return test;
  }

  function alternatives(): Test {
    let test = all();
    while (list[at] === 'OR') {
      at += 1;
      const left = test;
      const right = all();
      test = (text) => left(text) || right(text);
    }
    return test;
  }

  let test = alternatives();
  while (at < list.length) {
    at += 1; // a parenthesis that nobody opened
    if (at >= list.length) break;
    const left = test;
    const right = alternatives();
    test = (text) => left(text) && right(text);
  }
  return test;
}
