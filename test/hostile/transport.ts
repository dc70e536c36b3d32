/** Requests that are wrong as HTTP: methods, targets, headers, and what parsers before us may read otherwise. */
import { bare, left, postBytes, postJson, wire, type Hostile } from './request.js';

const body = '{"query":"{ __typename }"}';
const length = String(body.length);
const HOST = 'Host: kakehashi.test\r\n';
const TYPE = 'Content-Type: application/json\r\n';
const CLOSE = 'Connection: close\r\n';
const PREFLIGHT = { 'apollo-require-preflight': 'true' };
const query = (text: string): string => `/graphql?query=${encodeURIComponent(text)}`;

const types: readonly Hostile[] = [
  'text/plain', 'text/html', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/graphql',
  'application/xml', 'application/octet-stream', 'application/jsonp', 'application/json-seq', 'application', '*/*', ';', 'json',
  'application/json, text/plain', 'text/plain, application/json', 'x'.repeat(8000),
].map((type) => postBytes(`a body as ${type.slice(0, 60)}`, body, { 'content-type': type })); // prettier-ignore

const accepts: readonly Hostile[] = [
  'text/html', 'image/png', 'multipart/mixed; deferSpec=20220824', 'application/json;q=0', ';', 'q=1', '*/*;q=abc', ',,,,', `${'a/b,'.repeat(2000)}c/d`,
].map((accept) => postBytes(`an answer as ${accept.slice(0, 60)}`, body, { accept })); // prettier-ignore

const methods: readonly Hostile[] = [
  ...['PUT', 'DELETE', 'PATCH', 'TRACE', 'HEAD', 'OPTIONS', 'PROPFIND', 'SEARCH'].map((method) =>
    bare(`${method} of the API`, query('{ __typename }'), { method, headers: PREFLIGHT }),
  ),
  ...['POST', 'PUT', 'DELETE', 'TRACE'].map((method) => bare(`${method} of a page`, '/', { method })),
  wire('a method that nobody has', `GRAPHQL /graphql HTTP/1.1\r\n${HOST}\r\n`),
  wire('a method in small letters', `post /graphql HTTP/1.1\r\n${HOST}\r\n`),
];

const gets: readonly Hostile[] = [
  bare('a GET from a foreign page', query('{ __typename }')),
  bare('a GET of a mutation', query('mutation { __typename }'), { headers: PREFLIGHT }),
  bare('a GET of a subscription', query('subscription { __typename }'), { headers: PREFLIGHT }),
  bare('a GET without a query', '/graphql', { headers: PREFLIGHT }),
  bare('a GET of an empty query', '/graphql?query=', { headers: PREFLIGHT }),
  bare('a GET of two queries', `${query('{ __typename }')}&query=${encodeURIComponent('{ nothing }')}`, {
    headers: PREFLIGHT,
  }),
  bare('a GET whose variables are no JSON', `${query('{ __typename }')}&variables=%7B`, { headers: PREFLIGHT }),
  bare('a GET whose variables are a list', `${query('{ __typename }')}&variables=%5B1%5D`, { headers: PREFLIGHT }),
  bare('a GET whose variables are twice there', `${query('{ __typename }')}&variables=%7B%7D&variables=%7B%7D`, {
    headers: PREFLIGHT,
  }),
  bare(
    'a GET whose variables nest 1,500 deep',
    `${query('{ __typename }')}&variables=${'['.repeat(1500)}${']'.repeat(1500)}`,
    { headers: PREFLIGHT },
  ),
  bare('a GET whose extensions are no JSON', `${query('{ __typename }')}&extensions=x`, { headers: PREFLIGHT }),
  bare('a GET with a broken escape', '/graphql?query=%7B__typename%7D%', { headers: PREFLIGHT }),
  bare('a GET with an escape of no character', '/graphql?query=%ff%fe', { headers: PREFLIGHT }),
  bare('a GET with an escaped null character', '/graphql?query=%00', { headers: PREFLIGHT }),
  bare('a GET with names of objects', '/graphql?__proto__=1&constructor=2&query=%7B__typename%7D', {
    headers: PREFLIGHT,
  }),
  bare('a GET with the query as a list', '/graphql?query[]=%7B__typename%7D', { headers: PREFLIGHT }),
  bare('a GET with 2,000 parameters', `/graphql?${'a=1&'.repeat(2000)}query=%7B__typename%7D`, { headers: PREFLIGHT }),
  bare(
    'a GET of 101 aliases',
    query(`{ ${Array.from({ length: 101 }, (_, index) => `a${String(index)}: __typename`).join(' ')} }`),
    { headers: PREFLIGHT },
  ),
  bare('a GET that nests 600 deep', query(`${'{a'.repeat(600)}${'}'.repeat(600)}`), { headers: PREFLIGHT }),
  bare(
    'a GET that would introspect in circles',
    query('{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }'),
    { headers: PREFLIGHT },
  ),
  bare('a target of 15,000 letters', `/graphql?query=${'a'.repeat(15_000)}`, { headers: PREFLIGHT }),
  bare('a target of 100,000 letters', `/graphql?query=${'a'.repeat(100_000)}`, { headers: PREFLIGHT }),
];

const targets: readonly Hostile[] = [
  '/../../etc/passwd', '/%2e%2e/%2e%2e/etc/passwd', '/graphiql/../../package.json', '/graphiql/..%2f..%2fpackage.json', '/graphiql/%00', '//evil.example/',
  '/subgraphs/../supergraph.graphql', '/subgraphs/__proto__.graphql', '/subgraphs/constructor.graphql', '/.env', '/.git/config', '/graphql/', '/graphql/../graphql',
  '/GRAPHQL', '/graphql;x=1', '/graphql%00', '/__proto__', '/constructor', '/toString', '/wp-login.php', '/health/ready/..', '/\xff\xfe', 'http://evil.example/graphql', '*',
  '/?<script>alert(1)</script>', '/#fragment', '/metrics?x=%', '/playground', '/console', '/works/../../x',
].map((target) => bare(`the target ${JSON.stringify(target)}`, target)); // prettier-ignore

const headers: readonly Hostile[] = [
  ...['x-gakunin-rdm-token', 'authorization', 'cookie'].flatMap((name) => [
    postBytes(`${name} of 10,000 letters`, body, { [name]: 'x'.repeat(10_000) }),
    postBytes(`${name} that is empty`, body, { [name]: '' }),
    postBytes(`${name} with odd letters`, body, { [name]: '\'; DROP TABLE users; -- "<>{}' }),
  ]),
  wire(
    'a token with bytes beyond ASCII',
    `POST /graphql HTTP/1.1\r\n${HOST}${TYPE}${CLOSE}X-GakuNin-RDM-Token: \xff\xfe\xe6\r\nContent-Length: ${length}\r\n\r\n${body}`,
  ),
  wire(
    'a token twice',
    `POST /graphql HTTP/1.1\r\n${HOST}${TYPE}${CLOSE}X-GakuNin-RDM-Token: a\r\nX-GakuNin-RDM-Token: b\r\nContent-Length: ${length}\r\n\r\n${body}`,
  ),
  postBytes('a token that is asked for with', '{"query":"{ rdmMe { id } }"}', { 'x-gakunin-rdm-token': 'a b' }),
  postBytes('headers of 20,000 letters', body, { 'x-much': 'x'.repeat(20_000) }),
  wire(
    '1,000 headers',
    `POST /graphql HTTP/1.1\r\n${HOST}${TYPE}${CLOSE}${Array.from({ length: 900 }, (_, index) => `a${String(index)}: 1\r\n`).join('')}Content-Length: ${length}\r\n\r\n${body}`,
  ),
  postBytes('a chain of 500 proxies', body, {
    'x-forwarded-for': Array.from({ length: 500 }, () => '1.1.1.1').join(','),
  }),
  postBytes('proxies that are no addresses', body, { 'x-forwarded-for': "'; --, unknown, [::1, 999.999.999.999" }),
  postBytes('an explain header that is no number', body, { 'x-kakehashi-explain': '1, 1' }),
  postBytes('a request id of somebody else’s', body, { 'x-request-id': '../../x' }),
  postBytes('an origin of nobody', body, { origin: 'null' }),
  postBytes('an origin that is a script', body, { origin: '<script>' }),
  postBytes('an expectation that nobody has', body, { expect: 'the impossible' }),
  postBytes('a wish for another protocol', body, { connection: 'Upgrade', upgrade: 'websocket' }),
  postBytes('a wish for HTTP/2', body, {
    connection: 'Upgrade, HTTP2-Settings',
    upgrade: 'h2c',
    'http2-settings': 'AAMAAABkAAQAAP__',
  }),
  postBytes('another method by a header', body, { 'x-http-method-override': 'DELETE' }),
  postBytes('a range of the answer', body, { range: 'bytes=0-0,0-0,0-0,1-' }),
  postBytes('an etag that never ends', body, { 'if-none-match': '"'.repeat(5000) }),
  bare('a GET with an etag that never ends', query('{ __typename }'), {
    headers: { ...PREFLIGHT, 'if-none-match': '"a",'.repeat(2000) },
  }),
];

const smuggled = `POST /graphql HTTP/1.1\r\n${HOST}${TYPE}${CLOSE}Content-Length: ${length}\r\n\r\n${body}`;

const smuggling: readonly Hostile[] = [
  wire(
    'a length and chunks',
    `POST /graphql HTTP/1.1\r\n${HOST}${TYPE}${CLOSE}Content-Length: ${length}\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${smuggled}`,
  ),
  wire(
    'chunks and a length',
    `POST /graphql HTTP/1.1\r\n${HOST}${TYPE}${CLOSE}Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`,
  ),
  wire(
    'two lengths',
    `POST /graphql HTTP/1.1\r\n${HOST}${TYPE}${CLOSE}Content-Length: ${length}\r\nContent-Length: 3\r\n\r\n${body}`,
  ),
  wire(
    'two lengths in one',
    `POST /graphql HTTP/1.1\r\n${HOST}${TYPE}${CLOSE}Content-Length: ${length}, ${length}\r\n\r\n${body}`,
  ),
  wire('a negative length', `POST /graphql HTTP/1.1\r\n${HOST}${TYPE}${CLOSE}Content-Length: -1\r\n\r\n${body}`),
  wire(
    'a length with a sign',
    `POST /graphql HTTP/1.1\r\n${HOST}${TYPE}${CLOSE}Content-Length: +${length}\r\n\r\n${body}`,
  ),
  wire(
    'a length in hexadecimal',
    `POST /graphql HTTP/1.1\r\n${HOST}${TYPE}${CLOSE}Content-Length: 0x1a\r\n\r\n${body}`,
  ),
  wire(
    'a length beyond all numbers',
    `POST /graphql HTTP/1.1\r\n${HOST}${TYPE}${CLOSE}Content-Length: ${'9'.repeat(40)}\r\n\r\n${body}`,
  ),
  wire(
    'a blank before the colon',
    `POST /graphql HTTP/1.1\r\n${HOST}${TYPE}${CLOSE}Content-Length : ${length}\r\n\r\n${body}`,
  ),
  wire(
    'chunks twice',
    `POST /graphql HTTP/1.1\r\n${HOST}${TYPE}${CLOSE}Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
  ),
  wire(
    'chunks that are no chunks',
    `POST /graphql HTTP/1.1\r\n${HOST}${TYPE}${CLOSE}Transfer-Encoding: xchunked\r\n\r\n${body}`,
  ),
  wire(
    'chunks by a vertical tab',
    `POST /graphql HTTP/1.1\r\n${HOST}${TYPE}${CLOSE}Transfer-Encoding: \x0bchunked\r\n\r\n0\r\n\r\n`,
  ),
  wire(
    'chunks that something follows',
    `POST /graphql HTTP/1.1\r\n${HOST}${TYPE}${CLOSE}Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n`,
  ),
  wire(
    'a header that goes on in the next line',
    `POST /graphql HTTP/1.1\r\n${HOST}${CLOSE}Content-Type: application/\r\n json\r\nContent-Length: ${length}\r\n\r\n${body}`,
  ),
  wire('a header without a name', `POST /graphql HTTP/1.1\r\n${HOST}${CLOSE}: x\r\n\r\n`),
  wire('a header without a colon', `POST /graphql HTTP/1.1\r\n${HOST}${CLOSE}evil\r\n\r\n`),
  wire('a null character in a header', `POST /graphql HTTP/1.1\r\n${HOST}${CLOSE}X: a\0b\r\n\r\n`),
  wire('a carriage return in a header', `POST /graphql HTTP/1.1\r\n${HOST}${CLOSE}X: a\rContent-Length: 5\r\n\r\n`),
  wire('line ends without carriage returns', `GET / HTTP/1.1\nHost: x\nConnection: close\n\n`),
  wire('no host', `GET / HTTP/1.1\r\n${CLOSE}\r\n`),
  wire('two hosts', `GET / HTTP/1.1\r\n${HOST}Host: evil.example\r\n${CLOSE}\r\n`),
  wire('a host that is none', `GET / HTTP/1.1\r\nHost: a b@c/d\r\n${CLOSE}\r\n`),
  wire('a blank in the target', `GET /gra phql HTTP/1.1\r\n${HOST}${CLOSE}\r\n`),
  wire('a null character in the target', `GET /\0 HTTP/1.1\r\n${HOST}${CLOSE}\r\n`),
  wire('no target', `GET HTTP/1.1\r\n${HOST}\r\n`),
  wire('HTTP of another version', `GET / HTTP/3.7\r\n${HOST}${CLOSE}\r\n`),
  wire('HTTP/1.0 with chunks', `POST /graphql HTTP/1.0\r\n${HOST}${TYPE}Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n`),
  wire('HTTP/2 from the start', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'),
  wire('a greeting of TLS', Buffer.from('16030100a5010000a10303', 'hex'), Buffer.alloc(160, 7)),
  wire('another protocol', 'EHLO evil.example\r\nMAIL FROM:<a@b>\r\n'),
  wire(
    'random bytes instead of HTTP',
    Buffer.from(Array.from({ length: 2000 }, (_, index) => (index * 151 + 7) % 256)),
  ),
  wire('a line of 100,000 letters', `${'A'.repeat(100_000)}\r\n\r\n`),
  wire(
    'a second request in the body of a GET',
    `GET / HTTP/1.1\r\n${HOST}${CLOSE}Content-Length: ${String(smuggled.length)}\r\n\r\n${smuggled}`,
  ),
  wire('two requests in one go', `GET /health/live HTTP/1.1\r\n${HOST}\r\n`, smuggled),
];

const chunked = `POST /graphql HTTP/1.1\r\n${HOST}${TYPE}${CLOSE}Transfer-Encoding: chunked\r\n\r\n`;

const chunks: readonly Hostile[] = [
  wire('a body of one byte a chunk', chunked, ...[...body].map((letter) => `1\r\n${letter}\r\n`), '0\r\n\r\n'),
  wire('a chunk size that is none', `${chunked}xyz\r\n${body}\r\n0\r\n\r\n`),
  wire('a chunk size that is negative', `${chunked}-5\r\n${body}\r\n0\r\n\r\n`),
  wire('a chunk size beyond 64 bits', `${chunked}${'f'.repeat(17)}\r\n${body}`),
  wire('a chunk shorter than it says, with another behind it', `${chunked}5\r\n${body}\r\n0\r\n\r\n`),
  wire('a chunk with an extension of 20,000 letters', `${chunked}1;${'a'.repeat(20_000)}\r\n{\r\n0\r\n\r\n`),
  wire(
    'chunks with trailers',
    `${chunked}${body.length.toString(16)}\r\n${body}\r\n0\r\nContent-Length: 5\r\nX-Evil: 1\r\n\r\n`,
  ),
  wire(
    'trailers of 20,000 letters',
    `${chunked}${body.length.toString(16)}\r\n${body}\r\n0\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`,
  ),
  wire('no chunk at all', `${chunked}0\r\n\r\n`),
  wire(
    'a megabyte in chunks',
    chunked,
    ...Array.from({ length: 16 }, () => `10000\r\n${' '.repeat(65_536)}\r\n`),
    '0\r\n\r\n',
  ),
];

const unfinished: readonly Hostile[] = [
  left('a request line that does not end', 'POST /graph'),
  left('headers that do not end', `POST /graphql HTTP/1.1\r\n${HOST}X: `),
  left('a body that does not come', `POST /graphql HTTP/1.1\r\n${HOST}${TYPE}Content-Length: 1000\r\n\r\n`),
  left('a body that comes in part', `POST /graphql HTTP/1.1\r\n${HOST}${TYPE}Content-Length: 1000\r\n\r\n{"query":"`),
  left('chunks that do not end', `${chunked}5\r\n{"que\r\n`),
  left('a chunk that does not end', `${chunked}ffff\r\n{"que`),
  left('nothing at all'),
  left(
    'a search whose caller leaves',
    postJson('', { query: '{ search(query: "海", first: 50) { nodes { id description { ja } } } }' }).parts[0] ?? '',
  ),
];

export const transport: readonly Hostile[] = [
  ...types,
  ...accepts,
  ...methods,
  ...gets,
  ...targets,
  ...headers,
  ...smuggling,
  ...chunks,
  ...unfinished,
];
