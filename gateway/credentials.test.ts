import { describe, expect, it } from 'vitest';
import { readCredentials, tokenHeadersOf } from './credentials.js';
import { HttpFault } from './http-fault.js';

const headers = tokenHeadersOf([
  { platform: 'GAKUNIN_RDM', tokenHeader: 'X-Example-Token' },
  { platform: 'CINII_RESEARCH' },
]);

describe("the callers' tokens", () => {
  it('are read from the headers that the platforms name, and from no other', () => {
    const read = readCredentials({ 'x-example-token': ' abc.DEF ', authorization: 'Bearer other' }, headers);
    expect([...read]).toEqual([['GAKUNIN_RDM', 'abc.DEF']]);
  });

  it('may have Bearer in front; an empty header is none', () => {
    expect([...readCredentials({ 'x-example-token': 'Bearer abc' }, headers).values()]).toEqual(['abc']);
    expect(readCredentials({ 'x-example-token': ' ' }, headers).size).toBe(0);
    expect(readCredentials({}, headers).size).toBe(0);
  });

  it.each(['one, two', 'caf\u00e9', 'x'.repeat(5000)])(
    'that cannot be one are refused without being shown',
    (token) => {
      let fault: unknown = null;
      try {
        readCredentials({ 'x-example-token': token }, headers);
      } catch (error) {
        fault = error;
      }
      expect(fault).toBeInstanceOf(HttpFault);
      expect(String(fault)).not.toContain(token);
    },
  );
});
