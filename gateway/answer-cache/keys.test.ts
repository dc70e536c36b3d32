import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { keyOfBytes, keyOfParams } from './keys.js';

const asked = (headers: Record<string, string> = {}, method = 'POST'): IncomingMessage =>
  ({ method, headers: { 'content-type': 'application/json', ...headers } }) as unknown as IncomingMessage;
const keyOf = (json: string, request = asked()): string | null => keyOfParams(request, JSON.parse(json));
const bytesKey = (request: IncomingMessage, search = '', body = ''): string =>
  keyOfBytes(request, search, Buffer.from(body));

describe('the key of what a request says', () => {
  it('does not depend on the order and spacing of its JSON', () => {
    const one = keyOf('{"query":"{a}","variables":{"x":1,"y":[{"b":2,"c":3}]}}');
    expect(keyOf('{ "variables": {"y": [{"c": 3, "b": 2}], "x": 1.0}, "query": "{a}" }')).toBe(one);
    expect(keyOf('{"query":"{a}","variables":{"x":1,"y":[{"b":2,"c":3}]},"operationName":null}')).toBe(one);
  });

  it('is the same for no variables and for an empty object of them', () => {
    expect(keyOf('{"query":"{a}","variables":{},"extensions":{}}')).toBe(keyOf('{"query":"{a}","variables":null}'));
    for (const wrong of ['0', '[]', '""', 'false'])
      expect(keyOf(`{"query":"{a}","variables":${wrong}}`)).not.toBe(keyOf('{"query":"{a}"}'));
  });

  it.each([
    ['another value', '{"query":"{a}","variables":{"x":2}}'],
    ['another type', '{"query":"{a}","variables":{"x":"1"}}'],
    ['null for nothing', '{"query":"{a}","variables":{"x":1,"y":null}}'],
    ['an order that counts', '{"query":"{a}","variables":{"x":[1]}}'],
    ['another document', '{"query":"{b}","variables":{"x":1}}'],
    ['an operation', '{"query":"{a}","operationName":"A","variables":{"x":1}}'],
    ['extensions', '{"query":"{a}","variables":{"x":1},"extensions":{"a":1}}'],
    ['a name that objects have by themselves', '{"query":"{a}","variables":{"x":1,"__proto__":{"y":1}}}'],
    ['variables that are none', '{"query":"{a}","variables":7}'],
    ['a list for an object', '{"query":"{a}","variables":[1,["x",1]]}'],
  ])('differs by %s', (_, other) => {
    expect(keyOf(other)).not.toBe(keyOf('{"query":"{a}","variables":{"x":1}}'));
  });

  it('is none for what GraphQL does not know, and for what is nested without end', () => {
    for (const other of ['[]', '"a"', 'null', '7']) expect(keyOf(other)).toBeNull();
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    expect(keyOf(`{"query":"{a}","variables":{"x":${deep}}}`)).toBeNull();
  });

  it('differs by what decides about the form of the answer', () => {
    const one = keyOf('{"query":"{a}"}');
    expect(keyOf('{"query":"{a}"}', asked({ accept: 'application/graphql-response+json' }))).not.toBe(one);
    expect(keyOf('{"query":"{a}"}', asked({ 'content-type': 'text/plain' }))).not.toBe(one);
    expect(keyOf('{"query":"{a}"}', asked({ 'user-agent': 'another' }))).toBe(one);
  });
});

describe('the key of a request’s bytes', () => {
  it('tells apart what stands in the address and what in the body', () => {
    expect(bytesKey(asked(), '?a', 'b')).not.toBe(bytesKey(asked(), '?a\nb', ''));
    expect(bytesKey(asked(), '?a')).not.toBe(bytesKey(asked(), '?b'));
    expect(bytesKey(asked(), '', 'a')).toBe(bytesKey(asked(), '', 'a'));
  });

  it('tells apart a GET that a foreign page could send from one that it could not', () => {
    const plain = bytesKey(asked({}, 'GET'), '?query={a}');
    expect(bytesKey(asked({ 'apollo-require-preflight': 'true' }, 'GET'), '?query={a}')).not.toBe(plain);
    expect(bytesKey(asked({}, 'POST'), '?query={a}')).not.toBe(plain);
  });
});
