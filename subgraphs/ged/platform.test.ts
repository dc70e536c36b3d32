import { describe, expect, it } from 'vitest';
import { ged } from './platform.js';

const fault = (settings: Record<string, string>): string => {
  const parsed = ged.settings.safeParse(settings);
  return parsed.success ? 'no fault' : (parsed.error.issues[0]?.message ?? '');
};

describe('the settings of GED', () => {
  it('have the datasets of the fact sheet, 20 MB a file and the public addresses by default', () => {
    const settings = ged.settings.parse({});
    expect(settings).toMatchObject({
      GED_LANDING_URL: 'https://www.nies.go.jp/doi',
      GED_FILES_URL: 'https://db.cger.nies.go.jp/nies_data',
      GED_MAX_FILE_BYTES: 20_000_000,
    });
    expect(settings.GED_DATASETS).toHaveLength(15);
  });

  it('take datasets as DOIs in any form and as bare ids, each once', () => {
    const text = ' 10.17595/20160901.004, 20160901.004,https://doi.org/10.17595/20170113.002,,';
    expect(ged.settings.parse({ GED_DATASETS: text }).GED_DATASETS).toEqual(['20160901.004', '20170113.002']);
  });

  it.each([
    [{ GED_DATASETS: '10.5072/x' }, /"10\.5072\/x" is no dataset/],
    [{ GED_DATASETS: '../../etc' }, /is no dataset/],
    [{ GED_FILES_URL: 'ftp://files.example' }, /no http\(s\) address/],
    [{ GED_LANDING_URL: 'https://pages.example/?x=' }, /without a query/],
    [{ GED_MAX_FILE_BYTES: '20MB' }, /no number of bytes/],
    [{ GED_MAX_FILE_BYTES: '0' }, /no number of bytes/],
    [{ GED_RATE: 'often' }, /./],
  ])('refuse %j', (settings, message) => {
    expect(fault(settings)).toMatch(message);
    expect(fault(settings)).not.toBe('no fault');
  });
});

describe('the policy of GED', () => {
  const policy = ged.policy(ged.settings.parse({}), 'live');

  it('lets nothing but the configured places be asked', () => {
    const allowed = (url: string): boolean => policy.allows(new URL(url));
    expect(allowed('https://www.nies.go.jp/robots.txt')).toBe(true);
    expect(allowed('https://db.cger.nies.go.jp/nies_data/10.17595/x/y.txt')).toBe(true);
    expect(allowed('http://db.cger.nies.go.jp/nies_data/x')).toBe(false);
    expect(allowed('https://elsewhere.example/nies_data/x')).toBe(false);
  });

  it('keeps pages, files and DOI agencies apart, and live to one request a second', () => {
    const lane = (url: string): string => policy.lane(new URL(url));
    expect(lane('https://www.nies.go.jp/doi/10.17595/x.html')).toBe('pages');
    expect(lane('https://db.cger.nies.go.jp/nies_data/x')).toBe('files');
    expect(lane('https://doi.org/doiRA/10.17595/x')).toBe('https://doi.org');
    expect(policy.rate).toMatchObject({ requests: 1, perMs: 1000 });
    expect(ged.policy(ged.settings.parse({}), 'sandbox').rate).toBeNull();
  });
});
