import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { UnreadableDocument } from './errors.js';
import { decodeAs, documentText, isObject, parseJsonText, requireJson } from './json.js';

function answer(type: string) {
  return { status: 200, headers: { 'content-type': type }, body: Buffer.from(''), url: '', receivedAt: new Date(0) };
}

describe('a document', () => {
  it('is UTF-8 without its byte order mark, or is refused', () => {
    expect(documentText(Buffer.from('\ufeff{"a":"海"}\n'))).toBe('{"a":"海"}');
    expect(() => documentText(Buffer.from([0x7b, 0xff]))).toThrow(UnreadableDocument);
  });

  it('that is no JSON is refused with the place, without a word of it', () => {
    expect(() => parseJsonText('{\n "a": secret')).toThrow(/^it is not well-formed JSON/);
    expect(() => parseJsonText('{\n "a": secret')).not.toThrow(/secret/);
  });

  it('is an object only where it is no list and no null', () => {
    expect([{}, [], null, 'x'].map(isObject)).toEqual([true, false, false, false]);
  });
});

describe('a fault of a shape', () => {
  const shape = z.object({ a: z.array(z.object({ b: z.string(), c: z.string({ error: 'is our word' }).optional() })) });

  it.each([
    ['x', 'it: expected an object'],
    [{ a: 'x' }, 'it: a: expected a list'],
    [{ a: [{ b: 'x' }, {}] }, 'it: a[1].b: expected a text'],
    [{ a: [{ b: 'x', c: 7 }] }, 'it: a[0].c: is our word'],
  ])('of %j is told in words for people', (value, told) => {
    expect(() => decodeAs(shape, value, 'it')).toThrow(new UnreadableDocument(told));
  });

  it('that the reader alone has words for is an unexpected form', () => {
    expect(() => decodeAs(z.union([z.string(), z.int()]), {}, 'it')).toThrow('it: has an unexpected form');
  });
});

describe('an answer’s media type', () => {
  it.each(['application/json', 'application/vnd.api+json; charset=utf-8', ''])('%j is taken', (type) => {
    expect(() => requireJson(answer(type))).not.toThrow();
  });

  it('is refused by name, unless the platform is taken at it', () => {
    expect(() => requireJson(answer('text/html; charset=utf-8'))).toThrow('it is no JSON but text/html');
    expect(() => requireJson(answer('application/octet-stream'))).toThrow(UnreadableDocument);
    expect(() => requireJson(answer('application/octet-stream'), ['application/octet-stream'])).not.toThrow();
    for (const word of ['<b>', 'application/x-secret'])
      expect(() => requireJson(answer(word))).toThrow('it is no JSON but of another media type');
  });
});

describe('JSON that nests without an end', () => {
  it('is refused before it is parsed, and brackets within texts do not count', () => {
    for (const text of ['['.repeat(5_000_000), '{"a":'.repeat(1000) + '1' + '}'.repeat(1000), '[1,{"a":'.repeat(150)]) {
      expect(() => parseJsonText(text)).toThrow(/nests deeper than 200 levels/);
    }
    const texts = ['['.repeat(300), '\\"['.repeat(300), '\\'];
    expect(parseJsonText(JSON.stringify({ texts }))).toEqual({ texts });
    expect(parseJsonText('['.repeat(200) + ']'.repeat(200))).toBeInstanceOf(Array);
  });
});
