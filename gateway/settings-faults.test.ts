/** Each setting with values that it cannot have: what is wrong is told by its name, with what would be right. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { platforms as registry } from '../subgraphs/index.js';
import { platformFaults } from './platforms.js';
import { readSettings, SettingsError, type Environment } from './settings.js';

const NAMES = registry.map(({ name }) => name);

function faultsOf(environment: Environment): readonly string[] {
  try {
    readSettings(environment, NAMES, platformFaults(registry, environment, 'sandbox'));
  } catch (error) {
    if (error instanceof SettingsError) return error.faults;
    throw error;
  }
  return [];
}

const NO_ADDRESS = ['example.org', 'ftp://example.org', '//example.org', 'http://'];
const NO_NUMBER = ['many', '1.5', '-1'];
const NO_RATE = ['fast', '0/s', '1/fortnight', '-1/s', '1/s burst 0'];

const WRONG: Readonly<Record<string, readonly string[]>> = {
  KAKEHASHI_PROFILE: ['production', 'LIVE'],
  PORT: [...NO_NUMBER, '65536', '0x', '80 80'],
  KAKEHASHI_PLATFORMS: ['dbpedia', 'cinii,dbpedia', ','],
  KAKEHASHI_SUBGRAPHS: ['remote', 'local,http://a.example', 'a.example/graphql'],
  SEARCH_TIMEOUT_MS: [...NO_NUMBER, '49', '600001', '2.5s'],
  REQUEST_TIMEOUT_MS: [...NO_NUMBER, '0', '1e9'],
  KAKEHASHI_SECRET: ['short', 'fifteen letters'],
  PUBLIC_URL: [...NO_ADDRESS, 'https://me:hush@kakehashi.example', 'https://a.example/?x=1', 'https://a.example/#x'],
  CONTACT_URL: NO_ADDRESS,
  TRUST_PROXY: [...NO_NUMBER, 'true', '11'],
  INTROSPECTION: ['yes', 'true', '1'],
  HINTS: ['no', 'ON'],
  GRAPHIQL: ['yes', '1'],
  SANDBOX_LATENCY: [...NO_NUMBER, '60001'],
  SANDBOX_FAULTS: ['jairo', 'jairo=sleepy', 'dbpedia=503', 'jairo=503=1'],
  CACHE_URL: ['memory', 'redis:', 'memcached://a', 'redis://a/one'],
  CACHE_MAX_BYTES: [...NO_NUMBER, '1048575', '64MB'],
  ANSWER_CACHE_MAX_BYTES: [...NO_NUMBER],
  EXECUTOR: ['stock', 'OWN'],
  MAX_EXECUTIONS: [...NO_NUMBER, '0', '10001'],
  MAX_BODY_BYTES: [...NO_NUMBER, '1023'],
  MAX_TOKENS: [...NO_NUMBER, '0'],
  MAX_DEPTH: [...NO_NUMBER, '0'],
  MAX_ALIASES: [...NO_NUMBER, '0'],
  MAX_DIRECTIVES: [...NO_NUMBER, '0'],
  MAX_DIRECTIVES_PER_FIELD: [...NO_NUMBER, '0'],
  MAX_DUPLICATE_FIELDS: [...NO_NUMBER, '0'],
  MAX_FIELDS: [...NO_NUMBER, '0'],
  MAX_LIST: [...NO_NUMBER, '0'],
  MAX_COST: [...NO_NUMBER, '0'],
  CORS_ORIGINS: ['portal.example', 'https://portal.example/', 'https://portal.example,null', '*.portal.example'],
  TRUSTED_DOCUMENTS: ['/nowhere/manifest.json'],
  TRUSTED_DOCUMENTS_ONLY: ['on', 'yes'],
  RATE_LIMIT: [...NO_RATE, 'off'],
  OAI_SETS: ['ocean', 'a b?query=x', 'a?colour=red&query=x', 'a?platforms=dbpedia', 'a?query=x;a?query=y'],
  OAI_ADMIN_EMAIL: ['nobody', 'mailto:a@b.example', '@b.example'],
  LOG_LEVEL: ['verbose', 'INFO'],
  OTEL_EXPORTER_OTLP_ENDPOINT: NO_ADDRESS,
  SHUTDOWN_GRACE_MS: [...NO_NUMBER, '60001'],

  CINII_URL: [...NO_ADDRESS, 'https://cir.nii.ac.jp/?lang=ja'],
  CINII_RATE: NO_RATE,
  JAIRO_REPOSITORIES: ['ftp://a.example', 'https://a.example?x', 'https://a.example,https://a.example'],
  IRDB_URL: [...NO_ADDRESS, 'https://irdb.nii.ac.jp/?q='],
  JAIRO_RATE: NO_RATE,
  RDM_URL: [...NO_ADDRESS, 'https://api.rdm.nii.ac.jp/v2?x='],
  RDM_WEB_URL: NO_ADDRESS,
  RDM_FILES_URL: NO_ADDRESS,
  RDM_RATE: NO_RATE,
  DIAS_DOC_URL: [...NO_ADDRESS, 'https://a.example/?x'],
  DIAS_SEARCH_URL: NO_ADDRESS,
  DIAS_DATASETS: ['no/id', 'JRA55,JRA55'],
  DIAS_CSW_URL: NO_ADDRESS,
  DIAS_OAI_URL: NO_ADDRESS,
  GEODAB_URL: NO_ADDRESS,
  DIAS_RATE: NO_RATE,
  GED_LANDING_URL: NO_ADDRESS,
  GED_FILES_URL: NO_ADDRESS,
  GED_DATASETS: ['no doi'],
  GED_MAX_FILE_BYTES: NO_NUMBER,
  GED_RATE: NO_RATE,
  JALC_URL: NO_ADDRESS,
  DATACITE_URL: NO_ADDRESS,
  DOI_URL: NO_ADDRESS,
  OPENAIRE_URL: [...NO_ADDRESS, 'https://a.example/?x'],
  OPENAIRE_TOKEN: ['two words', 'よ'],
  EOSC_CATALOGUE_URL: NO_ADDRESS,
  EOSC_RATE: NO_RATE,
};

/** Names in a page's tables of settings, which stand in their first column. */
function namesIn(file: string): string[] {
  const rows = readFileSync(file, 'utf8').matchAll(/^\| (`[A-Z][^|]*) \|/gm);
  return [...rows].flatMap(([, names = '']) => [...names.matchAll(/`([A-Z][A-Z_]+)`/g)].map(([, name]) => name ?? ''));
}

describe('a value that a setting cannot have', () => {
  it.each(Object.entries(WRONG).flatMap(([name, values]) => values.map((value) => [name, value] as const)))(
    'is told by the name of the setting alone: %s=%s',
    (name, value) => {
      const faults = faultsOf({ [name]: value });
      expect(faults.length).toBeGreaterThan(0);
      for (const fault of faults) expect(fault).toMatch(new RegExp(`^${name}: .{10,}`));
    },
  );

  it('is told with all others at once, those of the platforms too, and each once', () => {
    const environment = Object.fromEntries(Object.entries(WRONG).map(([name, values]) => [name, values.at(-1)]));
    const told = faultsOf(environment).map((fault) => fault.split(':')[0]);
    expect(told.sort()).toEqual(Object.keys(WRONG).sort());
  });

  it('is never a secret that is repeated', () => {
    const told = faultsOf({ KAKEHASHI_SECRET: 'hush', OPENAIRE_TOKEN: 'hu sh', CACHE_URL: 'redis://me:hush@a/b' });
    expect(told).toHaveLength(3);
    expect(told.join()).not.toMatch(/hu ?sh/);
    const withPassword = faultsOf({ PUBLIC_URL: 'https://me:hush@a.example' });
    expect(withPassword.join()).not.toContain('hush');
  });
});

describe('every setting', () => {
  it('is documented, on the page of settings or on its platform’s', () => {
    const pages = ['docs/settings.md', ...NAMES.map((name) => `subgraphs/${name}/README.md`)].filter((file) =>
      existsSync(file),
    );
    const documented = new Set(pages.flatMap(namesIn));
    const inText = pages.map((file) => readFileSync(file, 'utf8')).join();
    expect(documented.size).toBeGreaterThan(30);
    expect(Object.keys(WRONG).filter((name) => !documented.has(name) && !inText.includes(`\`${name}\``))).toEqual([]);
  });
});
