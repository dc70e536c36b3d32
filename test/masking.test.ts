/** What platforms say that answer with errors, with something else, or with things that are nobody's business: none of it reaches a caller. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, whenAdmitted, type World } from './support.js';

/** What no answer may hold. */
const MARKER = 'zqx7marker';
const APPID = 'zqx7appid';
const TOKEN = 'zqx7token';

type Respond = (request: IncomingMessage, response: ServerResponse) => void;

const sends =
  (status: number, type: string, body: string, headers: Readonly<Record<string, string>> = {}): Respond =>
  (_, response) => {
    response.writeHead(status, { 'content-type': type, ...headers }).end(body);
  };

const RESPONSES: Readonly<Record<string, Respond>> = {
  'an error page with a stack': sends(
    500,
    'text/html',
    `<pre>Error: ${MARKER}\n    at ${MARKER} (/srv/${MARKER}.js:1:1)</pre>`,
  ),
  'a refusal in JSON': sends(400, 'application/json', `{"error":"${MARKER}","errors":[{"detail":"${MARKER}"}]}`),
  'no right to see it': sends(401, 'application/json', `{"errors":[{"detail":"${MARKER}"}]}`, {
    'www-authenticate': `Bearer realm="${MARKER}"`,
  }),
  'too many requests': sends(429, 'text/plain', MARKER, { 'retry-after': '1' }),
  'nothing there': sends(404, 'text/html', `<p>${MARKER}`),
  'a status in its own words': (_, response) => {
    response.writeHead(503, MARKER).end();
  },
  'a page in place of data': sends(200, 'text/html', `<html><body>${MARKER}</body></html>`),
  'JSON that is cut': sends(200, 'application/json', `{"${MARKER}":"${MARKER}`),
  'JSON of another shape': sends(
    200,
    'application/json',
    `{"${MARKER}":["${MARKER}"],"items":"${MARKER}","data":"${MARKER}"}`,
  ),
  'XML that is cut': sends(200, 'application/xml', `<?xml version="1.0"?><feed><title>${MARKER}</title>`),
  'XML with an error of its own': sends(
    200,
    'application/xml',
    `<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2026-01-01T00:00:00Z</responseDate><request>${MARKER}</request><error code="badArgument">${MARKER}</error></OAI-PMH>`,
  ),
  'XML that includes a file': sends(
    200,
    'application/xml',
    `<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/${MARKER}">]><a>&e;</a>`,
  ),
  'a type that nobody knows': sends(200, `application/${MARKER}`, MARKER),
  'an encoding that nobody knows': sends(200, `application/xml; charset=${MARKER}`, `<a>${MARKER}</a>`),
  'a place elsewhere': sends(302, 'text/plain', MARKER, { location: `/${MARKER}?key=${MARKER}` }),
  'a compressed body that is none': sends(200, 'application/json', MARKER, { 'content-encoding': 'gzip' }),
  'half of an answer': (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '5000' });
    response.write(`{"${MARKER}`);
    setTimeout(() => response.destroy(), 20);
  },
};

const QUERY = `{
  search(query: "海", first: 2) { nodes { id description { ja } } sources { platform state message } }
  ciniiSearch(query: "海") { totalCount }
  ciniiRecord(crid: "1390476661823870047") { id creators { name { ja } } }
  jairoSearch(query: "海") { totalCount sources { id state } }
  jairoItem(repository: "umi.repo.nii.ac.jp", recid: "181") { id description { ja } }
  jairoRecords(repository: "umi.repo.nii.ac.jp") { totalCount }
  rdmProjects(query: "海") { totalCount }
  rdmMe { id }
  diasDatasets { totalCount }
  gedDatasets { totalCount }
  eoscProducts(query: "sea") { totalCount }
  eoscServices(query: "sea") { totalCount }
  work(id: "doi:10.999101/umi.00000181") { id }
}`;

let respond: Respond;
let requests = 0;
let server: Server;
let address = '';
let world: World;
beforeAll(async () => {
  world = await startWorld();
  server = createServer((request, response) => {
    requests += 1;
    respond(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await world.close();
});

/** Every address of a platform, leading to the server of this test. */
function toOurServer(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(world.environment).map(([name, value]) => [
      name,
      value.replaceAll(/https?:\/\/127\.0\.0\.1:\d+/g, address),
    ]),
  );
}

describe('nothing of what a platform said is shown, and every failure has a code of the API', () => {
  it.each(Object.entries(RESPONSES))('%s', async (_, response) => {
    respond = response;
    requests = 0;
    const front = await world.another({
      ...toOurServer(),
      CINII_APPID: APPID,
      REQUEST_TIMEOUT_MS: '4000',
      SEARCH_TIMEOUT_MS: '1500',
    });
    const told = await whenAdmitted(() =>
      fetch(`${front.address}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-gakunin-rdm-token': TOKEN, 'x-kakehashi-explain': '1' },
        body: JSON.stringify({ query: QUERY }),
      }),
    );
    const text = await told.text();
    expect(requests).toBeGreaterThan(5);
    for (const secret of [MARKER, APPID, TOKEN]) expect(text).not.toContain(secret);
    const { errors = [] } = JSON.parse(text) as { errors?: { message: string; extensions: { code: string } }[] };
    for (const { message, extensions } of errors)
      expect(`${extensions.code}: ${message}`).toMatch(
        /^(?:UPSTREAM_[A-Z]+|UPSTREAM_RATE_LIMITED|CIRCUIT_OPEN|UNAUTHENTICATED): /,
      );
    const health = await (await fetch(`${front.address}/health/ready`)).text();
    for (const secret of [MARKER, APPID, TOKEN]) expect(health).not.toContain(secret);
  });
});
