import { existsSync, readFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import { defaultSets, parseSets } from '../harvest/sets.js';
import { FAULT_KINDS, isFaultKind } from '../sandbox/faults.js';
import type { Rate } from '../upstream/types.js';
import type { Limits } from './limits/limits.js';
import { baseUrl, bound, httpUrl, isCacheUrl, milliseconds, onOff, origins, rateOrNone } from './setting-values.js';
import { readManifest, type TrustedDocument } from './trusted-documents/manifest.js';

/** Settings by their environment names. */
export type Environment = Readonly<Record<string, string | undefined>>;

export type Profile = 'sandbox' | 'live';

/** Settings that cannot be used: every fault at once, one a line, each by the setting's name. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
  constructor(readonly faults: readonly string[]) {
    super(faults.join('\n'));
  }
}

const schema = z.object({
  KAKEHASHI_PROFILE: z.enum(['sandbox', 'live'], { error: 'must be sandbox or live' }).default('sandbox'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce
    .number('must be a port number')
    .int('must be a port number')
    .min(0, 'must be 0 to 65535')
    .max(65_535, 'must be 0 to 65535')
    .default(4000),
  KAKEHASHI_PLATFORMS: z.string().optional(),
  KAKEHASHI_SUBGRAPHS: z.string().default('local'),
  SEARCH_TIMEOUT_MS: milliseconds(2500),
  REQUEST_TIMEOUT_MS: milliseconds(10_000),
  KAKEHASHI_SECRET: z.string().min(16, 'must have at least 16 characters').optional(),
  PUBLIC_URL: baseUrl.optional(),
  CONTACT_URL: httpUrl.default('https://github.com/kakehashi/kakehashi'),
  INTROSPECTION: onOff.optional(),
  HINTS: onOff.optional(),
  GRAPHIQL: onOff.optional(),
  CACHE_MAX_BYTES: z.coerce
    .number('must be a number of bytes')
    .int('must be whole bytes')
    .min(1_048_576, 'must be at least 1048576 (1 MiB)')
    .default(268_435_456),
  ANSWER_CACHE_MAX_BYTES: z.coerce
    .number('must be a number of bytes')
    .int('must be whole bytes')
    .min(0, 'must not be negative (0: no answers are kept)')
    .default(67_108_864),
  CACHE_URL: z
    .string()
    .refine(isCacheUrl, 'must be memory:, redis://host[:port][/number] or rediss://host[:port][/number]')
    .default('memory:'),
  EXECUTOR: z.enum(['own', 'apollo'], 'must be own or apollo').default('own'),
  MAX_EXECUTIONS: z.coerce
    .number('must be a number of answers')
    .int('must be a whole number')
    .min(1, 'must be at least 1')
    .max(10_000, 'must be at most 10000')
    .default(64),
  MAX_BODY_BYTES: bound(262_144, 1024),
  MAX_TOKENS: bound(2000),
  MAX_DEPTH: bound(15),
  MAX_ALIASES: bound(30),
  MAX_DIRECTIVES: bound(50),
  MAX_DIRECTIVES_PER_FIELD: bound(5),
  MAX_DUPLICATE_FIELDS: bound(10),
  MAX_FIELDS: bound(2000),
  MAX_LIST: bound(1000),
  MAX_COST: bound(20_000),
  TRUSTED_DOCUMENTS: z.string().optional(),
  TRUSTED_DOCUMENTS_ONLY: onOff.optional(),
  CORS_ORIGINS: origins.prefault(''),
  RATE_LIMIT: rateOrNone.prefault('120/min'),
  TRUST_PROXY: z.coerce
    .number('must be a number of proxies')
    .int('must be a whole number of proxies')
    .min(0, 'must be at least 0')
    .max(10, 'must be at most 10')
    .default(0),
  OAI_SETS: z.string().optional(),
  OAI_ADMIN_EMAIL: z.email('must be an address of electronic mail').optional(),
  SANDBOX_LATENCY: z.coerce
    .number('must be a number of milliseconds')
    .int('must be whole milliseconds')
    .min(0, 'must not be negative')
    .max(60_000, 'must be at most 60000 ms')
    .default(0),
  SANDBOX_FAULTS: z.string().optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: httpUrl.optional(),
  OTEL_SERVICE_NAME: z.string().default('kakehashi'),
  SHUTDOWN_GRACE_MS: z.coerce
    .number('must be a number of milliseconds')
    .int('must be whole milliseconds')
    .min(0, 'must not be negative')
    .max(60_000, 'must be at most 60000 ms')
    .optional(),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'must be fatal, error, warn, info, debug, trace or silent',
    })
    .default('info'),
});

/** What the gateway runs with. The platforms' own settings are read by their modules (subgraphs/<name>/platform.ts). */
export interface Settings {
  readonly profile: Profile;
  readonly host: string;
  readonly port: number;
  /** Names of the platforms that are switched on; null: all. */
  readonly platforms: readonly string[] | null;
  /** Addresses of subgraphs that run elsewhere; null: all of ours, in this process. */
  readonly subgraphs: readonly string[] | null;
  readonly searchTimeoutMs: number;
  readonly requestTimeoutMs: number;
  /** Signs cursors. */
  readonly secret: string;
  /** The secret was made for this start: cursors end with it. */
  readonly secretIsRandom: boolean;
  /** Where callers reach this server, no slash at its end; null: where it listens. */
  readonly publicUrl: string | null;
  readonly contactUrl: string;
  readonly introspection: boolean;
  readonly hints: boolean;
  /** Whether GET /graphiql is there. */
  readonly graphiql: boolean;
  readonly cacheMaxBytes: number;
  /** Bound of the whole answers that the gateway keeps; 0: none. */
  readonly answerCacheMaxBytes: number;
  /** Redis or Valkey behind the memory, shared by several processes; null: the memory alone. May hold a password. */
  readonly cacheUrl: string | null;
  /** Different answers worked on at once; who finds no place in a moment is refused (503). */
  readonly maxExecutions: number;
  /** Who runs the plans of queries: execution/, or @apollo/gateway. */
  readonly executor: 'own' | 'apollo';
  readonly limits: Limits;
  /** Where they are read from; null: there are none. */
  readonly trustedDocumentsFile: string | null;
  /** Documents that callers may name by an id, not yet checked against the schema; null: there are none. */
  readonly trustedDocuments: readonly TrustedDocument[] | null;
  /** No other documents run. */
  readonly trustedDocumentsOnly: boolean;
  /** Pages of which origins may ask this server in a browser; `*`: any. */
  readonly corsOrigins: ReadonlySet<string>;
  /** What one client may ask for; null: anything. */
  readonly rateLimit: Rate | null;
  /** Proxies in front, whose word on where a request comes from is believed. */
  readonly trustProxy: number;
  /** Saved searches that are harvested by OAI-PMH, as harvest/sets.ts reads them; empty: none. */
  readonly oaiSets: string;
  /** Who answers for /oai. */
  readonly oaiAdminEmail: string;
  readonly sandboxLatencyMs: number;
  /** By the platform's name. */
  readonly sandboxFaults: ReadonlyMap<string, string>;
  readonly logLevel: string;
  /** Where traces go, and under which name; null: nowhere. */
  readonly tracing: { readonly endpoint: string; readonly service: string } | null;
  /** After it is asked to end the server answers for so long, while it says that it is not ready. */
  readonly shutdownGraceMs: number;
}

/** Reads `cinii=503,jairo=hang`. */
export function parseFaults(text: string): Map<string, string> {
  const faults = new Map<string, string>();
  for (const part of text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')) {
    const [platform = '', kind = '', ...rest] = part.split('=');
    if (platform === '' || kind === '' || rest.length > 0)
      throw new SettingsError([`${part} is no fault: write PLATFORM=KIND, for example jairo=503.`]);
    faults.set(platform, kind);
  }
  return faults;
}

/** Turns zod's issues into lines that name the setting. */
export function faultsOf({ issues }: Pick<z.ZodError, 'issues'>): string[] {
  return issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
}

function namesOf(text: string | undefined, known: readonly string[]): { names: string[] | null; faults: string[] } {
  if (text === undefined) return { names: null, faults: [] };
  const names = text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const unknown = names.filter((name) => !known.includes(name));
  const faults = unknown.map((name) => `KAKEHASHI_PLATFORMS: ${name} is no platform; known are ${known.join(', ')}.`);
  if (names.length === 0) faults.push(`KAKEHASHI_PLATFORMS: names no platform; known are ${known.join(', ')}.`);
  return { names, faults };
}

/** Reads the faults of simulated platforms. */
function sandboxFaultsOf(
  text: string,
  known: readonly string[],
): { sandboxFaults: ReadonlyMap<string, string>; faults: string[] } {
  try {
    const sandboxFaults = parseFaults(text);
    const faults = [...sandboxFaults].flatMap(([name, kind]) => [
      ...(known.includes(name) ? [] : [`${name} is no platform; known are ${known.join(', ')}.`]),
      ...(isFaultKind(kind) ? [] : [`${kind} is no fault; known are ${FAULT_KINDS.join(', ')}.`]),
    ]);
    return { sandboxFaults, faults: faults.map((fault) => `SANDBOX_FAULTS: ${fault}`) };
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    return { sandboxFaults: new Map(), faults: error.faults.map((fault) => `SANDBOX_FAULTS: ${fault}`) };
  }
}

/** Reads what is harvested: in the sandbox one set a platform, unless something is said. */
function harvestOf(given: Environment, platforms: readonly string[]): { sets: string; faults: string[] } {
  const isLive = given['KAKEHASHI_PROFILE'] === 'live';
  const sets = given['OAI_SETS'] ?? (isLive ? '' : defaultSets(platforms));
  const faults = parseSets(sets, new Map(platforms.map((name) => [name, name]))).faults.map(
    (fault) => `OAI_SETS: ${fault}`,
  );
  if (isLive && sets !== '' && given['OAI_ADMIN_EMAIL'] === undefined)
    faults.push(
      'OAI_ADMIN_EMAIL: is required with OAI_SETS in the live profile: harvesters are told who answers for it.',
    );
  return { sets, faults };
}

/** Reads `local`, or a comma list of addresses. */
function subgraphsOf(text: string): { urls: string[] | null; faults: string[] } {
  if (text.trim() === 'local') return { urls: null, faults: [] };
  const urls = text
    .split(',')
    .map((url) => url.trim())
    .filter((url) => url !== '');
  const faults = urls
    .filter((url) => !httpUrl.safeParse(url).success)
    .map((url) => `KAKEHASHI_SUBGRAPHS: ${url} is no address: give local, or the http(s) addresses of subgraphs.`);
  return { urls, faults };
}

/** Reads the manifest that TRUSTED_DOCUMENTS names. */
function trustedOf(given: Environment): { documents: readonly TrustedDocument[] | null; faults: string[] } {
  const file = given['TRUSTED_DOCUMENTS'];
  if (file !== undefined) {
    const { documents, faults } = readManifest(file);
    return { documents, faults: faults.map((fault) => `TRUSTED_DOCUMENTS: ${fault}`) };
  }
  const alone = given['TRUSTED_DOCUMENTS_ONLY'] === 'on';
  const fault = 'TRUSTED_DOCUMENTS_ONLY: nothing could run: name a manifest by TRUSTED_DOCUMENTS.';
  return { documents: null, faults: alone ? [fault] : [] };
}

/**
 * Reads the gateway's settings. An empty value counts as not set.
 * @param alsoWrong faults of settings that are read elsewhere (the platforms' own), to be told with those found here
 * @throws SettingsError with every fault.
 */
export function readSettings(
  environment: Environment,
  platformNames: readonly string[],
  alsoWrong: readonly string[] = [],
): Settings {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = schema.safeParse(given);
  const platforms = namesOf(given['KAKEHASHI_PLATFORMS'], platformNames);
  const subgraphs = subgraphsOf(given['KAKEHASHI_SUBGRAPHS'] ?? 'local');
  const trusted = trustedOf(given);
  const harvest = harvestOf(given, platforms.names ?? platformNames);
  const simulated = sandboxFaultsOf(given['SANDBOX_FAULTS'] ?? '', platformNames);
  const faults = [
    ...(parsed.success ? [] : faultsOf(parsed.error)),
    ...platforms.faults,
    ...subgraphs.faults,
    ...trusted.faults,
    ...simulated.faults,
    ...harvest.faults,
    ...alsoWrong,
  ];
  // Told beside the others, also where they keep the settings from being read as a whole.
  if (given['KAKEHASHI_PROFILE'] === 'live' && given['KAKEHASHI_SECRET'] === undefined) {
    faults.push(
      'KAKEHASHI_SECRET: is required in the live profile (16 characters or more, the same in every process): it signs cursors.',
    );
  }
  if (!parsed.success || faults.length > 0) throw new SettingsError(faults);
  const { data } = parsed;
  const sandbox = data.KAKEHASHI_PROFILE === 'sandbox';
  return {
    profile: data.KAKEHASHI_PROFILE,
    host: data.HOST,
    port: data.PORT,
    platforms: platforms.names,
    subgraphs: subgraphs.urls,
    searchTimeoutMs: data.SEARCH_TIMEOUT_MS,
    requestTimeoutMs: data.REQUEST_TIMEOUT_MS,
    secret: data.KAKEHASHI_SECRET ?? randomBytes(32).toString('base64url'),
    secretIsRandom: data.KAKEHASHI_SECRET === undefined,
    publicUrl: data.PUBLIC_URL ?? null,
    contactUrl: data.CONTACT_URL,
    introspection: data.INTROSPECTION ?? sandbox,
    hints: data.HINTS ?? sandbox,
    // Without introspection it knows no field.
    graphiql: data.GRAPHIQL ?? data.INTROSPECTION ?? sandbox,
    cacheMaxBytes: data.CACHE_MAX_BYTES,
    answerCacheMaxBytes: data.ANSWER_CACHE_MAX_BYTES,
    cacheUrl: data.CACHE_URL === 'memory:' ? null : data.CACHE_URL,
    maxExecutions: data.MAX_EXECUTIONS,
    executor: data.EXECUTOR,
    limits: {
      bodyBytes: data.MAX_BODY_BYTES,
      tokens: data.MAX_TOKENS,
      depth: data.MAX_DEPTH,
      aliases: data.MAX_ALIASES,
      directives: data.MAX_DIRECTIVES,
      directivesHere: data.MAX_DIRECTIVES_PER_FIELD,
      repeats: data.MAX_DUPLICATE_FIELDS,
      fields: data.MAX_FIELDS,
      list: data.MAX_LIST,
      cost: data.MAX_COST,
    },
    trustedDocumentsFile: data.TRUSTED_DOCUMENTS ?? null,
    trustedDocuments: trusted.documents,
    // Who names documents wants these to run and nothing else, unless told otherwise.
    trustedDocumentsOnly: data.TRUSTED_DOCUMENTS_ONLY ?? trusted.documents !== null,
    corsOrigins: data.CORS_ORIGINS,
    rateLimit: data.RATE_LIMIT,
    trustProxy: data.TRUST_PROXY,
    oaiSets: harvest.sets,
    oaiAdminEmail: data.OAI_ADMIN_EMAIL ?? 'nobody@kakehashi.invalid',
    sandboxLatencyMs: data.SANDBOX_LATENCY,
    sandboxFaults: simulated.sandboxFaults,
    logLevel: data.LOG_LEVEL,
    tracing:
      data.OTEL_EXPORTER_OTLP_ENDPOINT === undefined
        ? null
        : { endpoint: data.OTEL_EXPORTER_OTLP_ENDPOINT, service: data.OTEL_SERVICE_NAME },
    shutdownGraceMs: data.SHUTDOWN_GRACE_MS ?? (sandbox ? 0 : 5000),
  };
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function readFileSettings(file: string, name: string): Environment {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new SettingsError([`${name}: the file ${file} cannot be read.`]);
  }
  if (!file.endsWith('.json')) return parseEnv(text);
  const parsed = z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean()]).transform(String))
    .safeParse(parsedJson(text));
  if (!parsed.success) throw new SettingsError([`${name}: ${file} must hold one JSON object of settings by name.`]);
  return parsed.data;
}

/** The settings of this process: the environment over a `.env` file over the file named by KAKEHASHI_CONFIG. */
export function loadEnvironment(processEnvironment: Environment): Environment {
  const dotenv = existsSync('.env') ? readFileSettings('.env', '.env') : {};
  const configFile = processEnvironment['KAKEHASHI_CONFIG'] ?? dotenv['KAKEHASHI_CONFIG'];
  const config = configFile ? readFileSettings(configFile, 'KAKEHASHI_CONFIG') : {};
  const set = Object.fromEntries(
    Object.entries(processEnvironment).filter(([, value]) => value !== undefined && value !== ''),
  );
  return { ...config, ...dotenv, ...set };
}
