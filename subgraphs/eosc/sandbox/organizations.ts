/** The organisations of the simulated Graph: curated ones with many pids, others with none (fact sheet 2.5, 2.10 trap 3). */
import { anyOrganization, europeanOrganizations } from '../../../sandbox/world/european.js';
import { hash } from '../../../sandbox/world/ids.js';
import { world } from '../../../sandbox/world/index.js';
import { parameters, type Entity, type JsonObject, type Resource } from './entity.js';
import { indexed } from './expression.js';
import { openaireId } from './ids.js';

const COUNTRIES: Readonly<Record<string, string>> = { JP: 'Japan', NO: 'Norway', DE: 'Germany', FR: 'France', NL: 'Netherlands', IT: 'Italy', EU: 'European Union' }; // prettier-ignore

export function country(code: string): { readonly code: string; readonly label: string } {
  return { code, label: COUNTRIES[code] ?? code };
}

export interface SandboxOrganization {
  readonly id: string;
  readonly name: string;
  readonly nameJa: string;
  readonly acronym: string | null;
  readonly country: string;
  /** https://ror.org/…; null where OpenAIRE has no pid of it. */
  readonly ror: string | null;
  readonly pids: readonly { readonly scheme: string; readonly value: string }[] | null;
}

/** Not curated by anybody: neither ROR nor other pids. */
const PENDING: ReadonlySet<string> = new Set(['example', 'nagisa', 'kotenseki']);

/** Schemes come in both spellings, with the same value. */
function pidsOf(key: string, ror: string, isni: string | null): SandboxOrganization['pids'] {
  const number = String(hash(`organization/${key}`) % 10_000_000);
  return [
    ...(isni === null ? [] : [{ scheme: 'ISNI', value: isni }]),
    { scheme: 'wikidata', value: `Q99${number}` },
    { scheme: 'ROR', value: ror },
    { scheme: 'mag_id', value: number },
    { scheme: 'Wikidata', value: `Q99${number}` },
    { scheme: 'fundref', value: `50199${number}` },
    { scheme: 'FundRef', value: `50199${number}` },
  ];
}

function organization(key: string): SandboxOrganization {
  const { name, ror, isni, country: code } = anyOrganization(key);
  const pending = PENDING.has(key);
  const initials = name.en.replace(/[^A-Z]/g, '');
  return {
    id: openaireId(pending ? 'pending_org_' : 'openorgs____', key),
    name: name.en,
    nameJa: name.ja,
    acronym: initials.length > 1 ? initials : null,
    country: code,
    ror: pending ? null : ror,
    pids: pending ? null : pidsOf(key, ror, isni),
  };
}

const byKey = new Map(
  [...world.organizations, ...europeanOrganizations].map(({ key }) => [key, organization(key)] as const),
);

export function organizationOf(key: string): SandboxOrganization {
  const found = byKey.get(key);
  if (!found) throw new Error(`no organization ${key}`);
  return found;
}

/** As a product's `organizations` holds it. */
export function embeddedOrganization({ id, name, acronym, pids }: SandboxOrganization): JsonObject {
  return { legalName: name, acronym, id, pids };
}

const COLLECTED_FROM = [{ key: 'openaire____::5f532a3fc4f1ea403f37070f59a7a53a', value: 'ROR' }];

function entity(item: SandboxOrganization): Entity {
  const { id, name, nameJa, acronym, pids } = item;
  const originalIds = [`pending_org_::${id.slice(14)}`];
  const own: JsonObject = {
    legalShortName: acronym ?? name,
    legalName: name,
    websiteUrl: pids === null ? null : `https://${id.slice(14, 22)}.example.org/`,
    alternativeNames: pids === null ? null : [nameJa, name],
    country: country(item.country),
    id,
    pids,
    originalIds,
  };
  return {
    id,
    values: {
      search: [indexed(`${name} ${nameJa} ${acronym ?? ''}`)],
      legalName: [indexed(name)],
      legalShortName: [indexed(acronym ?? name)],
      id: [id],
      pid: [...new Set((pids ?? []).map(({ value }) => value))],
      countryCode: [item.country],
      relCollectedFromDatasourceId: pids === null ? [] : COLLECTED_FROM.map(({ key }) => key),
    },
    sort: {},
    show: (version) =>
      version === 'v3' ? { ...own, fundings: [], collectedFrom: pids === null ? null : COLLECTED_FROM } : own,
  };
}

export const organizationResource: Resource = {
  paths: { v1: 'organizations', v2: null, v3: 'organizations' },
  parameters: [
    ...parameters('words', 'search', 'legalName', 'legalShortName'),
    ...parameters('exact', 'id', 'pid', 'relCollectedFromDatasourceId'),
    ...parameters('label', 'countryCode', 'relCommunityId'),
  ],
  sorts: ['relevance'],
  sortHint: "organizations can be only sorted by the 'relevance'.",
  notWorks: false,
  stats: false,
  entities: [...byKey.values()].map(entity),
};
