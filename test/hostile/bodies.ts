/** Bodies that are no request, or hide one. */
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { document, postBytes, postJson, type Hostile } from './request.js';

const GOOD = '{ __typename }';
const good = JSON.stringify({ query: GOOD });
const quoted = JSON.stringify(GOOD);

const malformed: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['blanks alone', '   \n\t '],
  ['a brace alone', '{'],
  ['a closing brace', '}'],
  ['a cut request', good.slice(0, -1)],
  ['a cut text', '{"query":"{ __typename'],
  ['a trailing comma', `{"query":${quoted},}`],
  ['single quotes', "{'query':'{ __typename }'}"],
  ['names without quotes', `{query:${quoted}}`],
  ['two values', `${good}${good}`],
  ['text behind the value', `${good} x`],
  ['a comment', `/* x */ ${good}`],
  ['NaN', '{"query":"{ __typename }","variables":{"a":NaN}}'],
  ['Infinity', '{"query":"{ __typename }","variables":{"a":Infinity}}'],
  ['undefined', 'undefined'],
  ['a hexadecimal number', '{"query":"{ __typename }","variables":{"a":0x10}}'],
  ['a number with a leading zero', '{"query":"{ __typename }","variables":{"a":007}}'],
  ['a raw line end in a text', '{"query":"{\n__typename }"}'],
  ['a raw null character in a text', '{"query":"\0"}'],
  ['a null character behind the value', `${good}\0`],
  ['an unknown escape', '{"query":"\\x41"}'],
  ['a cut unicode escape', '{"query":"\\u00"}'],
  ['GraphQL itself', GOOD],
  ['XML', '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'],
  ['YAML', 'query: "{ __typename }"'],
  ['a script', '<script>alert(1)</script>'],
  ['a form', 'query=%7B__typename%7D'],
  ['100,000 opening brackets', '['.repeat(100_000)],
  ['100,000 opening braces with names', '{"a":'.repeat(40_000)],
  ['250,000 quotes', '"'.repeat(250_000)],
  ['250,000 backslashes in a text', `{"query":"${'\\'.repeat(250_000)}`],
  ['250,000 digits', '1'.repeat(250_000)],
  ['a byte order mark of UTF-16', '\ufeff\ufeff'],
];

const wrongTop: readonly (readonly [string, unknown])[] = [
  ['null', null],
  ['true', true],
  ['a number', 42],
  ['a text', GOOD],
  ['an empty list', []],
  ['an empty object', {}],
  ['a list with one request', [{ query: GOOD }]],
  ['a list with a hundred requests', Array.from({ length: 100 }, () => ({ query: GOOD }))],
  ['a list of lists', [[[{ query: GOOD }]]]],
];

/** As JSON tells them. */
const VALUES: readonly (readonly [string, string])[] = [
  ['null', 'null'],
  ['false', 'false'],
  ['a number', '1e308'],
  ['a list', '["{ __typename }"]'],
  ['an object', '{"toString":"x","length":1}'],
  ['an empty text', '""'],
  ['a list that nests 50,000 deep', `${'['.repeat(50_000)}${']'.repeat(50_000)}`],
];

const fields = ['query', 'operationName', 'variables', 'extensions'] as const;

const wrongFields = fields.flatMap((field) =>
  VALUES.map(([what, json]) => postBytes(`${field} is ${what}`, `{"query":${quoted},"${field}":${json}}`)),
);

const bytes = (text: string, ...rest: readonly number[]): Buffer =>
  Buffer.concat([Buffer.from(text), Buffer.from(rest)]);

const encodings: readonly Hostile[] = [
  postBytes('a byte order mark in front', `\ufeff${good}`),
  postBytes('UTF-16, little end first', Buffer.from(good, 'utf16le')),
  postBytes('UTF-16 that says so', Buffer.from(good, 'utf16le'), {
    'content-type': 'application/json; charset=utf-16le',
  }),
  postBytes('another charset', good, { 'content-type': 'application/json; charset=shift_jis' }),
  postBytes('a charset that nobody has', good, { 'content-type': 'application/json; charset=x-klingon' }),
  postBytes(
    'a byte that no UTF-8 has',
    Buffer.concat([bytes('{"query":"{ __typename }","variables":{"a":"', 0xff), Buffer.from('"}}')]),
  ),
  postBytes(
    'an overlong slash',
    Buffer.concat([bytes('{"query":"{ __typename }","variables":{"a":"', 0xc0, 0xaf), Buffer.from('"}}')]),
  ),
  postBytes(
    'a surrogate as UTF-8',
    Buffer.concat([bytes('{"query":"{ __typename }","variables":{"a":"', 0xed, 0xa0, 0x80), Buffer.from('"}}')]),
  ),
  postBytes(
    'a cut character',
    Buffer.concat([bytes('{"query":"{ __typename }","variables":{"a":"', 0xe6, 0xb5), Buffer.from('"}}')]),
  ),
  postBytes('a broken byte in a name', Buffer.concat([bytes('{"que', 0xfe), Buffer.from('ry":"{ __typename }"}')])),
  postBytes('random bytes', Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 73 + 41) % 256))),
  postBytes('gzip that says so', gzipSync(good), { 'content-encoding': 'gzip' }),
  postBytes('gzip that does not say so', gzipSync(good)),
  postBytes('deflate', deflateSync(good), { 'content-encoding': 'deflate' }),
  postBytes('brotli', brotliCompressSync(good), { 'content-encoding': 'br' }),
  postBytes('an encoding that nobody has', good, { 'content-encoding': 'zstd-of-mine' }),
  postBytes('plain that says it is gzip', good, { 'content-encoding': 'gzip' }),
  postBytes('gzip twice', gzipSync(gzipSync(good)), { 'content-encoding': 'gzip, gzip' }),
  postBytes('a bomb: 100 MB as gzip', gzipSync(Buffer.alloc(100_000_000)), { 'content-encoding': 'gzip' }),
];

const duplicates: readonly Hostile[] = [
  postBytes('query twice', `{"query":"{ __typename }","query":"{ nothing }"}`),
  postBytes('variables twice', `{"query":"{ __typename }","variables":{"a":1},"variables":[]}`),
  postBytes('query a thousand times', `{${Array.from({ length: 1000 }, () => `"query":${quoted}`).join(',')}}`),
  postBytes('query and its escaped name', `{"query":"{ nothing }","\\u0071uery":${quoted}}`),
];

const pollution: readonly Hostile[] = [
  postBytes('__proto__ beside the query', `{"query":${quoted},"__proto__":{"polluted":1}}`),
  postBytes('__proto__ that holds the query', `{"__proto__":{"query":${quoted}}}`),
  postBytes('constructor beside the query', `{"query":${quoted},"constructor":{"prototype":{"polluted":1}}}`),
  postBytes('__proto__ as variables', `{"query":${quoted},"variables":{"__proto__":{"polluted":1}}}`),
  postBytes('constructor as variables', `{"query":${quoted},"variables":{"constructor":{"prototype":{"polluted":1}}}}`),
  postBytes(
    '__proto__ in a filter',
    `{"query":"query ($f: WorkFilter) { search(filter: $f, first: 1) { totalCount } }","variables":{"f":{"__proto__":{"polluted":1}}}}`,
  ),
  postBytes('__proto__ in extensions', `{"query":${quoted},"extensions":{"__proto__":{"polluted":1}}}`),
  postBytes(
    '__proto__ as the name of an operation',
    `{"query":"query __proto__ { __typename }","operationName":"__proto__"}`,
  ),
  postBytes('toString as the name of an operation', `{"query":${quoted},"operationName":"toString"}`),
  postBytes(
    'hasOwnProperty among the variables',
    `{"query":"query ($a: Int) { __typename @skip(if: false) search(first: $a) { totalCount } }","variables":{"hasOwnProperty":1,"a":1}}`,
  ),
  document(
    'a variable named __proto__',
    'query ($__proto__: Int) { search(first: $__proto__) { totalCount } }',
    JSON.parse('{"__proto__":1}'),
  ),
  document('a variable named constructor', 'query ($constructor: Int) { search(first: $constructor) { totalCount } }', {
    constructor: 1,
  }),
  document('an alias named __proto__', '{ __proto__: search(first: 1) { totalCount } }'),
  document(
    'an alias named __proto__ deep inside',
    '{ search(query: "海", first: 2) { nodes { __proto__: title { ja } id } } }',
  ),
  document('an alias named constructor', '{ constructor: search(query: "海", first: 1) { prototype: nodes { id } } }'),
  document('an alias named toString', '{ toString: __typename valueOf: __typename hasOwnProperty: __typename }'),
  document('a fragment named __proto__', '{ ...__proto__ } fragment __proto__ on Query { __typename }'),
  document('a fragment named constructor that is not there', '{ ...constructor }'),
  document('a field named __proto__', '{ __proto__ }'),
  document('a type named __proto__', '{ ... on __proto__ { __typename } }'),
  document('an argument named __proto__', '{ search(__proto__: 1) { totalCount } }'),
  document('an enum value named constructor', '{ search(sort: constructor) { totalCount } }'),
  document('a directive named __proto__', '{ __typename @__proto__ }'),
];

const persisted: readonly Hostile[] = (
  [
    ['an unknown hash', { version: 1, sha256Hash: 'a'.repeat(64) }],
    ['a hash that is none', { version: 1, sha256Hash: '../../etc/passwd' }],
    ['another version', { version: 99, sha256Hash: 'a'.repeat(64) }],
    ['a list', [1]],
    ['a text', 'x'],
    ['a hash of 200,000 letters', { version: 1, sha256Hash: 'a'.repeat(200_000) }],
    ['a number for a hash', { version: 1, sha256Hash: 5 }],
    ['__proto__ for a hash', { version: 1, sha256Hash: '__proto__' }],
  ] as const
).flatMap(([what, persistedQuery]) => [
  postJson(`a persisted query by ${what}`, { extensions: { persistedQuery } }),
  postJson(`a document with ${what} for its hash`, { query: GOOD, extensions: { persistedQuery } }),
]);

const sizes: readonly Hostile[] = [
  postBytes('one byte more than allowed', good.padEnd(262_145)),
  postBytes('2 MB', good.padEnd(2_000_000)),
  postJson('200,000 letters in a variable', {
    query: 'query ($q: String) { search(query: $q, first: 1) { totalCount } }',
    variables: { q: 'あ'.repeat(60_000) },
  }),
  postJson('20,000 variables that nobody asked for', {
    query: GOOD,
    variables: Object.fromEntries(Array.from({ length: 12_000 }, (_, index) => [`v${String(index)}`, index])),
  }),
  postJson('a name of 100,000 letters for an operation', { query: GOOD, operationName: 'x'.repeat(100_000) }),
];

export const bodies: readonly Hostile[] = [
  ...malformed.map(([what, body]) => postBytes(`a body of ${what}`, body)),
  ...wrongTop.map(([what, value]) => postJson(`a body that is ${what}`, value)),
  ...wrongFields,
  ...encodings,
  ...duplicates,
  ...pollution,
  ...persisted,
  ...sizes,
];
