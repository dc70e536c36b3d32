import { describe, expect, it } from 'vitest';
import { eosc, serverOf, toldRate } from './platform.js';

function settings(given: Record<string, string> = {}) {
  const read = eosc.settings.safeParse(given);
  if (!read.success) throw read.error;
  return read.data;
}

describe('the settings of EOSC', () => {
  it('lead to the OpenAIRE Graph, version 3, and the catalogue of EOSC Beyond unless told otherwise', () => {
    expect(serverOf(settings())).toEqual({
      graphUrl: 'https://api.openaire.eu/graph',
      version: 'v3',
      token: null,
      catalogueUrl: 'https://providers.sandbox.eosc-beyond.eu/api',
    });
    const { allows } = eosc.policy(settings(), 'live');
    expect(allows(new URL('https://api.openaire.eu/graph/v3/x'))).toBe(true);
    expect(allows(new URL('https://providers.sandbox.eosc-beyond.eu/api/x'))).toBe(true);
    expect(allows(new URL('https://openaire.eu/'))).toBe(false);
  });

  it.each([
    ['http://127.0.0.1:4105/graph', 'http://127.0.0.1:4105/graph', 'v3'],
    ['http://127.0.0.1:4105/graph/', 'http://127.0.0.1:4105/graph', 'v3'],
    ['https://api.openaire.eu/graph/v2', 'https://api.openaire.eu/graph', 'v2'],
    ['https://api.openaire.eu/graph/v1/', 'https://api.openaire.eu/graph', 'v1'],
    ['https://mirror.example', 'https://mirror.example', 'v3'],
  ])('take %s as another server or version', (OPENAIRE_URL, graphUrl, version) => {
    expect(serverOf(settings({ OPENAIRE_URL }))).toMatchObject({ graphUrl, version });
  });

  it('keep the rate of the terms when live until the answers tell one, and none in the sandbox', () => {
    const live = eosc.policy(settings(), 'live');
    expect([live.rate, live.rateIsProvisional]).toEqual([{ requests: 60, perMs: 3_600_000, burst: 60 }, true]);
    expect(live.rateFromHeaders).toBe(toldRate);
    const sandbox = eosc.policy(settings(), 'sandbox');
    expect([sandbox.rate, sandbox.rateFromHeaders]).toEqual([null, undefined]);
  });

  it('keep a rate that was set beside what the answers tell', () => {
    const live = eosc.policy(settings({ EOSC_RATE: '100/h' }), 'live');
    expect([live.rate?.requests, live.rateIsProvisional, live.rateFromHeaders]).toEqual([100, undefined, toldRate]);
  });

  it('ask the catalogue in a lane of its own, also on the Graph’s host', () => {
    const { lane } = eosc.policy(
      settings({ OPENAIRE_URL: 'http://127.0.0.1:1/graph', EOSC_CATALOGUE_URL: 'http://127.0.0.1:1/api' }),
      'sandbox',
    );
    expect(lane(new URL('http://127.0.0.1:1/graph/v3/research-products'))).toBe('graph');
    expect(lane(new URL('http://127.0.0.1:1/api/public/service/all'))).toBe('catalogue');
  });

  it('are refused by name, and a token is not shown', () => {
    const read = eosc.settings.safeParse({ OPENAIRE_URL: 'api', OPENAIRE_TOKEN: 'se cret', EOSC_RATE: 'fast' });
    expect(read.error?.issues.map(({ path }) => path.join('.'))).toEqual([
      'OPENAIRE_URL',
      'OPENAIRE_TOKEN',
      'EOSC_RATE',
    ]);
    expect(read.error?.issues[1]?.message).not.toContain('cret');
    expect(eosc.settings.safeParse({ EOSC_CATALOGUE_URL: 'https://a.example/?x=' }).success).toBe(false);
  });
});

describe('the rate that an answer tells', () => {
  it('is its limit for an hour, and what is used of it (fact sheet 2.6)', () => {
    expect(toldRate({ 'x-ratelimit-limit': '7199', 'x-ratelimit-used': '3' })).toEqual({
      rate: { requests: 7199, perMs: 3_600_000, burst: 7199 },
      used: 3,
    });
  });

  it.each([[{}], [{ 'x-ratelimit-limit': 'many' }], [{ 'x-ratelimit-limit': '0' }], [{ 'x-ratelimit-used': '3' }]])(
    'is none in %j',
    (headers: Record<string, string>) => {
      expect(toldRate(headers)).toBeNull();
    },
  );
});
