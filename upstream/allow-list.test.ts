import { describe, expect, it } from 'vitest';
import { allowedUrl } from './allow-list.js';
import { UpstreamMalformed } from './errors.js';
import { testPolicy } from './testing.js';

const policy = testPolicy({ allows: (url) => url.host === 'cir.nii.ac.jp' });

describe('an address that may be asked', () => {
  it('is one that the policy allows', () => {
    expect(allowedUrl('https://cir.nii.ac.jp/all?q=1', policy).href).toBe('https://cir.nii.ac.jp/all?q=1');
    expect(allowedUrl('/all', policy, new URL('https://cir.nii.ac.jp/x/y')).href).toBe('https://cir.nii.ac.jp/all');
  });

  it.each([
    'https://evil.test/',
    'https://cir.nii.ac.jp.evil.test/',
    'https://cir.nii.ac.jp@evil.test/',
    'https://user:password@cir.nii.ac.jp/',
    'https://user@cir.nii.ac.jp/',
    'ftp://cir.nii.ac.jp/',
    'file:///etc/passwd',
    'data:text/plain,x',
    'no address',
    '',
  ])('%s is refused, and the message does not show it', (address) => {
    const ask = (): URL => allowedUrl(address, policy);
    expect(ask).toThrow(UpstreamMalformed);
    expect(ask).toThrow(/^CiNii Research leads to an address outside those that are configured for it/);
  });

  it('is no other origin that a relative link leads to', () => {
    expect(() => allowedUrl('//evil.test/a', policy, new URL('https://cir.nii.ac.jp/'))).toThrow(UpstreamMalformed);
  });
});
