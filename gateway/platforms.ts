import { createUpstreamClient, type UpstreamClient, type UpstreamReader } from '../upstream/client.js';
import { UpstreamUnavailable } from '../upstream/errors.js';
import type { UpstreamLog, UpstreamObserver } from '../upstream/types.js';
import type { CatalogPlatform } from '../subgraphs/catalog/platforms.js';
import type { PlatformInfoModel, PlatformStatusModel } from '../subgraphs/catalog/model.js';
import { bestText } from '../subgraphs/common/localized-text.js';
import type { ConfiguredPlatform, RegisteredPlatform } from '../subgraphs/registry.js';
import { faultsOf, SettingsError, type Environment, type Profile, type Settings } from './settings.js';

/** A registered platform with what it is here: configured and connected, or switched off. */
export interface ServedPlatform {
  readonly facts: RegisteredPlatform;
  readonly enabled: boolean;
  readonly parts: ReturnType<ConfiguredPlatform['build']>;
}

/** The platforms of a process over their one client. */
export interface ServedPlatforms {
  readonly client: UpstreamClient;
  readonly platforms: readonly ServedPlatform[];
}

/** Stands in for the client of a platform that is switched off: nothing is ever sent. */
function switchedOff(facts: RegisteredPlatform): UpstreamReader {
  const message = `${bestText(facts.title, ['en'])} is switched off here (KAKEHASHI_PLATFORMS).`;
  return {
    read: () => Promise.reject(new UpstreamUnavailable({ platform: facts.platform, message })),
  };
}

/** What is wrong with the platforms' own settings, each by its name; told once of a setting that several have (JALC_URL). */
export function platformFaults(
  registry: readonly RegisteredPlatform[],
  environment: Environment,
  profile: Profile,
): string[] {
  const told = new Set<string>();
  return registry.flatMap((facts) => {
    const result = facts.configure(environment, profile);
    if (result.ok) return [];
    const issues = result.error.issues.filter(({ path }) => !told.has(path.join('.')));
    for (const { path } of issues) told.add(path.join('.'));
    return faultsOf({ issues });
  });
}

/**
 * Reads every platform's settings and connects the ones that are switched on. A platform that is switched off still
 * serves its part of the API, which is the same whatever is configured.
 * @throws SettingsError with the faults of all platforms.
 */
export function servePlatforms(
  registry: readonly RegisteredPlatform[],
  settings: Settings,
  environment: Environment,
  userAgent: string,
  log: UpstreamLog,
  observer?: UpstreamObserver,
): ServedPlatforms {
  const faults = platformFaults(registry, environment, settings.profile);
  if (faults.length > 0) throw new SettingsError(faults);
  const configured = registry.flatMap((facts) => {
    const result = facts.configure(environment, settings.profile);
    const enabled = settings.platforms?.includes(facts.name) ?? true;
    return result.ok ? [{ facts, platform: result.platform, enabled }] : [];
  });
  const client = createUpstreamClient({
    policies: configured.filter(({ enabled }) => enabled).map(({ platform }) => platform.policy),
    userAgent,
    cacheMaxBytes: settings.cacheMaxBytes,
    ...(settings.cacheUrl === null ? {} : { cacheUrl: settings.cacheUrl }),
    cacheLog: log,
    log,
    ...(observer === undefined ? {} : { observer }),
  });
  const served = configured.map(({ facts, platform, enabled }) => ({
    facts,
    enabled,
    parts: platform.build(enabled ? client : switchedOff(facts)),
  }));
  for (const { enabled, parts } of served) if (enabled) parts.connector.begin?.();
  return { client, platforms: served };
}

/** The platforms that the catalog asks, in the registry's order. */
export function catalogPlatforms({ platforms }: ServedPlatforms): CatalogPlatform[] {
  return platforms
    .filter(({ enabled }) => enabled)
    .map(({ facts, parts }) => ({
      connector: parts.connector,
      standing: facts.standing,
      name: bestText(facts.title, ['en']),
      title: facts.title,
      exampleId: facts.exampleId,
      attribution: facts.attribution,
    }));
}

const OFF: PlatformStatusModel = {
  state: 'NOT_CONFIGURED',
  since: new Date(),
  p50Ms: null,
  p95Ms: null,
  requests: 0,
  errors: 0,
  cacheHitRatio: null,
  message: 'Switched off here (KAKEHASHI_PLATFORMS).',
};

const CIRCUIT_MESSAGE = {
  open: 'Failed repeatedly; not asked for some seconds.',
  'half-open': 'Failed repeatedly; being tried again.',
  closed: null,
} as const;

/**
 * A platform of which every recent request failed is down; one of which more than a fifth failed,
 * or a host of which is not asked for now, is degraded.
 */
function statusOf({ facts, enabled }: ServedPlatform, client: UpstreamClient): PlatformStatusModel {
  const status = enabled ? client.status(facts.platform) : null;
  if (status === null) return OFF;
  const failing = status.requests === 0 ? 0 : status.errors / status.requests;
  const circuit = CIRCUIT_MESSAGE[client.circuit(facts.platform)];
  const messages = [circuit, status.lastError?.message ?? null].filter((message) => message !== null);
  return {
    state: failing === 1 ? 'DOWN' : failing > 0.2 || circuit !== null ? 'DEGRADED' : 'UP',
    since: status.since,
    p50Ms: status.p50Ms,
    p95Ms: status.p95Ms,
    requests: status.requests,
    errors: status.errors,
    cacheHitRatio: status.cacheHitRatio,
    message: status.requests === 0 ? 'Not asked yet.' : messages.length === 0 ? null : messages.join(' '),
  };
}

/** What `platforms` and the health routes tell, as it stands now. */
export function platformInfos({ client, platforms }: ServedPlatforms): PlatformInfoModel[] {
  return platforms.map((served) => {
    const { facts, parts } = served;
    return {
      platform: facts.platform,
      name: facts.title,
      operator: facts.operator,
      homepage: facts.homepage,
      capabilities: parts.connector.capabilities.description,
      terms: facts.terms,
      termsUrl: facts.termsUrl,
      license: facts.license,
      // Worked out for who asks: the figures of all requests are gone through for it.
      get status() {
        return statusOf(served, client);
      },
    };
  });
}
