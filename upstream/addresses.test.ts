import type { LookupFunction } from 'node:net';
import { Agent } from 'undici';
import { afterEach, describe, expect, it } from 'vitest';
import { InternalAddress, isPublicAddress, isPublicHost, publicLookup } from './addresses.js';
import { allowedUrl } from './allow-list.js';
import { Lanes } from './bulkhead.js';
import { UpstreamMalformed } from './errors.js';
import { policyLookup } from './policies.js';
import { failureOf, scopeWith, testPolicy, testRequest, testServer } from './testing.js';
import type { TestServer } from './testing.js';
import { transport } from './transport.js';

describe('an address', () => {
  it.each([
    '127.0.0.1', '127.9.9.9', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254', '100.64.0.1',
    '0.0.0.0', '224.0.0.1', '255.255.255.255', '::', '::1', '::ffff:127.0.0.1', '::ffff:a9fe:a9fe', 'fe80::1', 'fd00::1',
    'ff02::1', '64:ff9b::7f00:1', '2002:7f00:1::', 'no address',
  ])('that is not of the public internet is told: %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  }); // prettier-ignore

  it.each(['136.187.101.1', '8.8.8.8', '172.32.0.1', '2606:4700::1111', '::ffff:8.8.8.8'])(
    'that is public: %s',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  it.each([
    'http://2130706433/', 'http://0x7f.1/', 'http://0177.0.0.1/', 'http://127.1/', 'http://[::1]/', 'http://[::ffff:127.0.0.1]/',
    'http://localhost/', 'http://a.localhost/', 'http://169.254.169.254/latest/meta-data/',
  ])('is seen through whatever way it is written: %s', (address) => {
    expect(isPublicHost(new URL(address))).toBe(false);
  }); // prettier-ignore
});

describe('a host that no setting names', () => {
  let server: TestServer | undefined;
  afterEach(() => server?.close());

  /** A name server of the test's own: everything is at one address. */
  const at =
    (address: string): LookupFunction =>
    (_, options, callback) => {
      if (options.all === true) callback(null, [{ address, family: 4 }]);
      else callback(null, address, 4);
    };
  const policy = testPolicy({ isConfigured: (url) => url.hostname === '127.0.0.1' });

  it('is not connected to where its name leads to this machine or its network', async () => {
    server = await testServer((_, response) => response.end('secret'));
    const { port } = new URL(server.url);
    const agent = new Agent({ connect: { lookup: publicLookup(at('127.0.0.1')) } });
    // A name that the system would find as well: what the look-up says is what counts.
    const asking = agent.request({ origin: `http://localhost:${port}`, path: '/', method: 'GET' });
    expect(await failureOf(asking)).toBeInstanceOf(InternalAddress);
    expect(server.seen).toHaveLength(0);
    await agent.destroy();
  });

  it('is asked there where a setting names it', async () => {
    server = await testServer((_, response) => response.end('fine'));
    const wire = transport(policyLookup([policy]), new Lanes(), publicLookup(at('127.0.0.1')));
    const { body } = await wire.send(testRequest({ url: `${server.url}/` }), scopeWith(1000));
    expect(body.toString()).toBe('fine');
    await wire.close();
  });

  it('is refused as an address of its own, before anything is done', () => {
    expect(() => allowedUrl('http://[::ffff:10.0.0.1]/', policy)).toThrow(UpstreamMalformed);
    expect(() => allowedUrl('http://2130706434/', policy)).toThrow(UpstreamMalformed);
  });

  it('is told by its name alone where it cannot be found', async () => {
    const nowhere: LookupFunction = (_, __, callback) => {
      callback(Object.assign(new Error('queryA ENOTFOUND'), { code: 'ENOTFOUND' }), '', 0);
    };
    await new Promise<void>((resolve) => {
      publicLookup(nowhere)('a.test', {}, (error) => {
        expect(error).not.toBeInstanceOf(InternalAddress);
        resolve();
      });
    });
  });
});
