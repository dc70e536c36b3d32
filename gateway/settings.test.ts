import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadEnvironment, parseFaults, readSettings, SettingsError } from './settings.js';

const NAMES = ['cinii', 'jairo'];

function faultsOf(environment: Record<string, string>): readonly string[] {
  try {
    readSettings(environment, NAMES);
  } catch (error) {
    if (error instanceof SettingsError) return error.faults;
    throw error;
  }
  return [];
}

describe('settings', () => {
  it('have the documented defaults', () => {
    expect(readSettings({}, NAMES)).toMatchObject({
      profile: 'sandbox',
      host: '127.0.0.1',
      port: 4000,
      searchTimeoutMs: 2500,
      requestTimeoutMs: 10_000,
      introspection: true,
      hints: true,
      graphiql: true,
      limits: {
        bodyBytes: 262_144,
        tokens: 2000,
        depth: 15,
        aliases: 30,
        directives: 50,
        directivesHere: 5,
        repeats: 10,
        fields: 2000,
        list: 1000,
        cost: 20_000,
      },
      cacheMaxBytes: 268_435_456,
      cacheUrl: null,
      answerCacheMaxBytes: 67_108_864,
      rateLimit: { requests: 120, perMs: 60_000, burst: 120 },
      trustProxy: 0,
      platforms: null,
      secretIsRandom: true,
    });
  });

  it('tell every fault at once, each by name', () => {
    expect(
      faultsOf({
        PORT: 'x',
        SEARCH_TIMEOUT_MS: '1',
        KAKEHASHI_PLATFORMS: 'cinii,dbpedia',
        CONTACT_URL: 'ftp://x',
        SANDBOX_FAULTS: 'jairo',
      }).map((fault) => fault.split(':')[0]),
    ).toEqual(['PORT', 'SEARCH_TIMEOUT_MS', 'CONTACT_URL', 'KAKEHASHI_PLATFORMS', 'SANDBOX_FAULTS']);
  });

  it('need a secret in the live profile, where introspection, hints and GraphiQL are off', () => {
    expect(faultsOf({ KAKEHASHI_PROFILE: 'live' })).toEqual([expect.stringMatching(/^KAKEHASHI_SECRET: is required/)]);
    expect(readSettings({ KAKEHASHI_PROFILE: 'live', KAKEHASHI_SECRET: '0123456789abcdef' }, NAMES)).toMatchObject({
      introspection: false,
      hints: false,
      graphiql: false,
      secretIsRandom: false,
    });
  });

  it('have GraphiQL where introspection is, unless told otherwise', () => {
    const live = { KAKEHASHI_PROFILE: 'live', KAKEHASHI_SECRET: '0123456789abcdef' };
    expect(readSettings({ ...live, INTROSPECTION: 'on' }, NAMES).graphiql).toBe(true);
    expect(readSettings({ ...live, GRAPHIQL: 'on' }, NAMES).graphiql).toBe(true);
    expect(readSettings({ INTROSPECTION: 'off' }, NAMES).graphiql).toBe(false);
    expect(readSettings({ GRAPHIQL: 'off' }, NAMES).graphiql).toBe(false);
  });

  it('take a Redis address for the shared cache, and tell another without repeating it', () => {
    const urlOf = (CACHE_URL: string) => readSettings({ CACHE_URL }, NAMES).cacheUrl;
    expect(urlOf('memory:')).toBeNull();
    expect(urlOf('redis://cache')).toBe('redis://cache');
    expect(urlOf('rediss://me:hush@cache.example.org:6380/2')).toBe('rediss://me:hush@cache.example.org:6380/2');
    for (const wrong of ['redis://', 'redis:cache', 'http://me:hush@cache', 'redis://me:hush@cache/one', 'memory']) {
      expect(faultsOf({ CACHE_URL: wrong })).toEqual([expect.stringMatching(/^CACHE_URL: must be memory:/)]);
      expect(faultsOf({ CACHE_URL: wrong }).join()).not.toContain('hush');
    }
  });

  it('take a rate for each client, or none', () => {
    expect(readSettings({ RATE_LIMIT: 'none' }, NAMES).rateLimit).toBeNull();
    expect(readSettings({ RATE_LIMIT: '10/s burst 20' }, NAMES).rateLimit).toEqual({
      requests: 10,
      perMs: 1000,
      burst: 20,
    });
    expect(faultsOf({ RATE_LIMIT: '0/min', TRUST_PROXY: 'yes' }).map((fault) => fault.split(':')[0])).toEqual([
      'RATE_LIMIT',
      'TRUST_PROXY',
    ]);
  });

  it('count an empty value as not set', () => {
    expect(readSettings({ PORT: '', KAKEHASHI_PROFILE: '' }, NAMES).port).toBe(4000);
  });

  it('come from the file named by KAKEHASHI_CONFIG, below the environment', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'kakehashi-')), 'settings.json');
    writeFileSync(file, JSON.stringify({ PORT: 5000, LOG_LEVEL: 'warn' }));
    expect(loadEnvironment({ KAKEHASHI_CONFIG: file, LOG_LEVEL: 'error' })).toMatchObject({
      PORT: '5000',
      LOG_LEVEL: 'error',
    });
    expect(() => loadEnvironment({ KAKEHASHI_CONFIG: '/nowhere/settings.json' })).toThrow(/KAKEHASHI_CONFIG: the file/);
  });

  it('read faults as PLATFORM=KIND', () => {
    expect([...parseFaults('cinii=503, jairo=hang')]).toEqual([
      ['cinii', '503'],
      ['jairo', 'hang'],
    ]);
    expect(() => parseFaults('jairo')).toThrow(/write PLATFORM=KIND/);
  });
});
