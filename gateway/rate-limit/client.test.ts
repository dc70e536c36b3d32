import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { clientNetwork, networkOf, tokenName } from './client.js';

describe('the network of an address', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['192.0.2.7:8080', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['::ffff:c000:207', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::1', '2001:db8:1:2::/64'],
    ['2001:DB8:0001:2:ffff:ffff:ffff:ffff', '2001:db8:1:2::/64'],
    ['[2001:db8:1:2::1]:443', '2001:db8:1:2::/64'],
    ['[2001:db8::1]', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['64:ff9b::192.0.2.7', '64:ff9b:0:0::/64'],
  ])('%s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it.each([
    '',
    'unknown',
    'example.org',
    '_hidden',
    '300.1.1.1',
    '1.2.3',
    '2001:db8',
    '<script>',
    '192.0.2.7, 192.0.2.8',
  ])('of %j is none', (address) => {
    expect(networkOf(address)).toBeNull();
  });
});

describe('the client of a request', () => {
  const from = (remoteAddress: string | undefined, forwarded?: string): IncomingMessage =>
    ({
      socket: { remoteAddress },
      headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
    }) as unknown as IncomingMessage;

  it('is whoever is connected when no proxy is trusted, whatever the header says', () => {
    expect(clientNetwork(from('192.0.2.1', '198.51.100.9'), 0)).toBe('192.0.2.1');
  });

  it('is who the outermost of our proxies saw: what stands before that is anybody’s invention', () => {
    const told = '203.0.113.66, 198.51.100.9, 192.0.2.2';
    expect(clientNetwork(from('192.0.2.1', told), 1)).toBe('192.0.2.2');
    expect(clientNetwork(from('192.0.2.1', told), 2)).toBe('198.51.100.9');
    expect(clientNetwork(from('192.0.2.1', `evil, ${told}`), 2)).toBe('198.51.100.9');
  });

  it('is whoever is connected when the header is missing, too short, or tells no address there', () => {
    for (const told of [undefined, '', '198.51.100.9', 'unknown, 192.0.2.2'])
      expect(clientNetwork(from('192.0.2.1', told), 2)).toBe('192.0.2.1');
  });

  it('is someone also when the connection is gone', () => {
    expect(clientNetwork(from(undefined), 0)).toBe('unknown');
  });
});

describe('the name of tokens', () => {
  it('is the same for the same tokens and secret, and shows none of them', () => {
    const name = tokenName(new Map([['GAKUNIN_RDM', 'a token']]), 'secret');
    expect(tokenName(new Map([['GAKUNIN_RDM', 'a token']]), 'secret')).toBe(name);
    expect(tokenName(new Map([['GAKUNIN_RDM', 'another']]), 'secret')).not.toBe(name);
    expect(tokenName(new Map([['GAKUNIN_RDM', 'a token']]), 'another secret')).not.toBe(name);
    expect(name).toMatch(/^[\w-]{43}$/);
  });
});
