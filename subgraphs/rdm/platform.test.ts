import { describe, expect, it } from 'vitest';
import { rdm } from './platform.js';

describe('the settings of GakuNin RDM', () => {
  it('lead to the platform’s three hosts and nowhere else, with the rate of the fact sheet when live', () => {
    const policy = rdm.policy(rdm.settings.parse({}), 'live');
    for (const host of ['api.rdm.nii.ac.jp', 'rdm.nii.ac.jp', 'files.rdm.nii.ac.jp']) {
      expect(policy.allows(new URL(`https://${host}/x`)), host).toBe(true);
    }
    for (const address of [
      'http://api.rdm.nii.ac.jp/',
      'https://accounts.rdm.nii.ac.jp/login',
      'https://s3.example.org/',
    ]) {
      expect(policy.allows(new URL(address)), address).toBe(false);
    }
    expect(policy.rate).toEqual({ requests: 10, perMs: 1000, burst: 10 });
    expect(rdm.policy(rdm.settings.parse({}), 'sandbox').rate).toBeNull();
  });

  it('keep slow storages from the rest', () => {
    const { lane } = rdm.policy(rdm.settings.parse({}), 'live');
    const at = (path: string): string =>
      lane(new URL(`https://files.rdm.nii.ac.jp/v1/resources/abcde/providers/${path}`));
    expect(at('s3/')).not.toBe(at('osfstorage/'));
    expect(lane(new URL('https://api.rdm.nii.ac.jp/v2/nodes/'))).toBe(at('osfstorage/'));
  });

  it('take other servers, and are refused by name', () => {
    const read = rdm.settings.safeParse({ RDM_URL: 'http://127.0.0.1:4102/v2', RDM_RATE: '2/s burst 4' });
    expect(read.success && rdm.policy(read.data, 'live').rate).toEqual({ requests: 2, perMs: 1000, burst: 4 });
    const wrong = rdm.settings.safeParse({ RDM_FILES_URL: 'files', RDM_RATE: 'fast' });
    expect(wrong.error?.issues.map(({ path }) => path.join('.'))).toEqual(['RDM_FILES_URL', 'RDM_RATE']);
  });
});
