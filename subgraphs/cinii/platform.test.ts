import { describe, expect, it } from 'vitest';
import { cinii } from './platform.js';

function settings(given: Record<string, string>) {
  return cinii.settings.safeParse(given);
}

describe('the settings of CiNii Research', () => {
  it('lead to the platform itself unless told otherwise, with the rate of the fact sheet when live', () => {
    const read = settings({});
    if (!read.success) throw read.error;
    const policy = cinii.policy(read.data, 'live');
    expect(policy.allows(new URL('https://cir.nii.ac.jp/opensearch/v2/all'))).toBe(true);
    expect(policy.allows(new URL('https://cir.nii.ac.jp:8443/'))).toBe(false);
    expect(policy.allows(new URL('https://example.org/'))).toBe(false);
    expect(policy.rate).toEqual({ requests: 1, perMs: 1000, burst: 4 });
    expect(cinii.policy(read.data, 'sandbox').rate).toBeNull();
    expect(policy.secretParameters).toEqual(['appid']);
  });

  it('take another server and rate', () => {
    const read = settings({ CINII_URL: 'http://127.0.0.1:4100', CINII_APPID: ' ', CINII_RATE: '2/s burst 6' });
    if (!read.success) throw read.error;
    expect(read.data.CINII_APPID).toBeUndefined();
    expect(cinii.policy(read.data, 'sandbox').rate).toEqual({ requests: 2, perMs: 1000, burst: 6 });
    expect(cinii.policy(read.data, 'live').allows(new URL('http://127.0.0.1:4100/crid/1'))).toBe(true);
  });

  it('are refused by name', () => {
    const read = settings({ CINII_URL: 'cir.nii.ac.jp', CINII_RATE: 'fast' });
    expect(read.error?.issues.map(({ path }) => path.join('.'))).toEqual(['CINII_URL', 'CINII_RATE']);
  });
});
