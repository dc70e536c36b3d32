import { describe, expect, it } from 'vitest';
import { jairo } from './platform.js';

describe('the settings of JAIRO Cloud', () => {
  it('lead to a short list of real hosts, IRDB and every host of JAIRO Cloud, with the rate of the fact sheet when live', () => {
    const settings = jairo.settings.parse({});
    const policy = jairo.policy(settings, 'live');
    expect(settings.JAIRO_REPOSITORIES.length).toBeGreaterThan(3);
    const allowed = ['https://irdb.nii.ac.jp/opensearch/search', 'https://kumadai.repo.nii.ac.jp/oai', 'https://jdcat.jsps.go.jp/oai']; // prettier-ignore
    expect(allowed.map((url) => policy.allows(new URL(url)))).toEqual([true, true, true]);
    const refused = ['http://kumadai.repo.nii.ac.jp/oai', 'https://kumadai.repo.nii.ac.jp:8443/oai', 'https://repo.nii.ac.jp.example.org/', 'http://127.0.0.1/']; // prettier-ignore
    expect(refused.map((url) => policy.allows(new URL(url)))).toEqual([false, false, false, false]);
    expect(policy.rate).toEqual({ requests: 1, perMs: 1000, burst: 4 });
    expect(policy.retryStatuses).toEqual([400]);
  });

  it('ask nothing outside in the sandbox', () => {
    const settings = jairo.settings.parse({ JAIRO_REPOSITORIES: 'umi.repo.nii.ac.jp=http://127.0.0.1:4101/r/umi', IRDB_URL: 'http://127.0.0.1:4101/irdb/' }); // prettier-ignore
    const policy = jairo.policy(settings, 'sandbox');
    expect(policy.allows(new URL('http://127.0.0.1:4101/r/umi/oai'))).toBe(true);
    expect(policy.allows(new URL('https://kumadai.repo.nii.ac.jp/oai'))).toBe(false);
    expect(policy.rate).toBeNull();
    expect(settings.IRDB_URL).toBe('http://127.0.0.1:4101/irdb');
  });

  it('give each repository a lane of its own, also where several share a host', () => {
    const settings = jairo.settings.parse({ JAIRO_REPOSITORIES: 'http://h/r/umi,http://h/r/umi2' });
    const lanes = ['http://h/r/umi/oai', 'http://h/r/umi2/oai', 'https://a.repo.nii.ac.jp/oai'].map((url) =>
      jairo.policy(settings, 'live').lane(new URL(url)),
    );
    expect(lanes).toEqual(['http://h/r/umi', 'http://h/r/umi2', 'a.repo.nii.ac.jp']);
  });

  it.each([
    [{ JAIRO_REPOSITORIES: 'tsukuba' }, 'JAIRO_REPOSITORIES', '"tsukuba" is neither'],
    [{ JAIRO_REPOSITORIES: 'https://a.jp,https://a.jp' }, 'JAIRO_REPOSITORIES', 'twice'],
    [{ IRDB_URL: 'irdb' }, 'IRDB_URL', 'no http(s) address'],
    [{ JAIRO_RATE: 'slow' }, 'JAIRO_RATE', '"slow" is no rate'],
  ])('%j is refused by name', (given, name, why) => {
    const [issue] = jairo.settings.safeParse(given).error?.issues ?? [];
    expect(issue?.path).toEqual([name]);
    expect(issue?.message).toContain(why);
  });
});
