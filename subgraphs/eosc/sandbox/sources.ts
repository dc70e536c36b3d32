/** The data sources of the simulated Graph: where products are collected from and where they stand. */
import { world } from '../../../sandbox/world/index.js';
import { only, parameters, type Entity, type JsonObject, type Resource } from './entity.js';
import { indexed } from './expression.js';
import { openaireId } from './ids.js';
import { country, organizationOf } from './organizations.js';

/** As products refer to one. */
export interface SourceReference {
  readonly [name: string]: string;
  readonly key: string;
  readonly value: string;
}

export const CROSSREF: SourceReference = { key: 'openaire____::081b82f96300b6a6e3d282bad31cb6e2', value: 'Crossref' };
export const DATACITE: SourceReference = { key: 'openaire____::9e3be59865b2c1c335d32dae2fe7b254', value: 'Datacite' };
/** What `hostedBy` says where nobody knows (fact sheet 2.10 trap 6). */
export const UNKNOWN_SOURCE: SourceReference = { key: 'openaire____::55045bd2a65019fd8e6741a755395c8c', value: 'Unknown Repository' }; // prettier-ignore
export const CRIS: SourceReference = { key: openaireId('openaire____', 'dris/00123'), value: 'Fjord University CRIS' };

export function repositorySource(key: string): SourceReference {
  return { key: openaireId('opendoar____', key), value: world.repository(key).name.en };
}

export function journalSource(key: string): SourceReference {
  return { key: openaireId('issn________', key), value: world.journal(key).title.en };
}

interface Source {
  readonly reference: SourceReference;
  readonly type: { readonly scheme: string; readonly value: string };
  readonly eoscType: string;
  readonly organization: string | null;
  readonly website: string | null;
  readonly thematic: boolean;
  readonly subjects: readonly string[] | null;
}

const AGGREGATOR = { scheme: 'aggregator', value: 'Aggregator' };
const SOURCES: readonly Source[] = [
  { reference: CROSSREF, type: AGGREGATOR, eoscType: 'Aggregator', organization: null, website: 'https://www.crossref.org/', thematic: false, subjects: ['{NULL}'] },
  { reference: DATACITE, type: AGGREGATOR, eoscType: 'Aggregator', organization: null, website: 'https://datacite.org/', thematic: false, subjects: ['{NULL}'] },
  { reference: CRIS, type: { scheme: 'crissystem', value: 'CRIS System' }, eoscType: 'CRIS system', organization: 'fjord', website: null, thematic: false, subjects: null },
  ...world.repositories.map(({ key, host, organization }): Source => ({
    reference: repositorySource(key), type: { scheme: 'pubsrepository::institutional', value: 'Institutional Repository' }, eoscType: 'Repository', organization,
    website: `https://${host}/`, thematic: key === 'umi', subjects: key === 'umi' ? ['Marine science'] : ['{NULL}'],
  })),
  ...world.journals.map(({ key }): Source => ({
    reference: journalSource(key), type: { scheme: 'pubsrepository::journal', value: 'Journal' }, eoscType: 'Journal archive', organization: null, website: null, thematic: false,
    subjects: null,
  })),
]; // prettier-ignore

function record(source: Source, version: 'v1' | 'v3'): JsonObject {
  const { reference, type, eoscType, organization, website, thematic } = source;
  const old: JsonObject = {
    id: reference.key, originalIds: [reference.key], pids: null, type, openaireCompatibility: 'OpenAIRE 2.0 (EC funding)', officialName: reference.value,
    englishName: reference.value, websiteUrl: website, logoUrl: null, dateOfValidation: null, description: null, subjects: source.subjects, languages: null, contentTypes: null,
    releaseStartDate: null, releaseEndDate: null, missionStatementUrl: null, accessRights: null, uploadRights: null, databaseAccessRestriction: null,
    dataUploadRestriction: null, versioning: false, citationGuidelineUrl: null, pidSystems: null, certificates: null, policies: null, journal: null,
  }; // prettier-ignore
  if (version === 'v1') return old;
  const jurisdiction = organization === null ? { code: 'Global', label: 'Global' } : country(organizationOf(organization).country); // prettier-ignore
  return {
    ...old, collectedFrom: null, thematic, eoscdatasourcetype: { code: eoscType, label: eoscType }, links: null, jurisdiction, odlanguages: null,
    openaireCompatibilityId: 'openaire2.0',
  }; // prettier-ignore
}

function entity(source: Source): Entity {
  const { reference, organization, eoscType, type, thematic } = source;
  const name = [indexed(reference.value)];
  const held = organization === null ? null : organizationOf(organization);
  return {
    id: reference.key,
    values: {
      search: name, officialName: name, englishName: name, legalShortName: name, id: [reference.key],
      subjects: (source.subjects ?? []).filter((subject) => subject !== '{NULL}').map(indexed), dataSourceTypeName: [type.value],
      relOrganizationId: held ? [held.id] : [], country: held ? [held.country] : [], thematic: [String(thematic)],
      jurisdiction: [held ? held.country : 'Global'], eoscdatasourcetype: [eoscType], compatibilityId: ['openaire2.0'], compatibilityName: ['OpenAIRE 2.0 (EC funding)'],
    },
    sort: {},
    show: (version) => record(source, version === 'v3' ? 'v3' : 'v1'),
  }; // prettier-ignore
}

export const sourceResource: Resource = {
  paths: { v1: 'dataSources', v2: null, v3: 'datasources' },
  parameters: [
    ...parameters('words', 'search', 'officialName', 'englishName', 'legalShortName', 'subjects'),
    ...parameters('exact', 'id', 'pid', 'relOrganizationId', 'relCollectedFromDatasourceId'),
    ...parameters('label', 'dataSourceTypeName', 'contentTypes', 'relCommunityId'),
    ...only(
      ['v3'],
      parameters('label', 'collectedFromName', 'country', 'thematic', 'jurisdiction', 'eoscdatasourcetype', 'odLanguages', 'compatibilityId', 'compatibilityName'),
    ),
  ],
  sorts: ['relevance'],
  // Copied from the organisations upstream (fact sheet 2.7).
  sortHint: "organizations can be only sorted by the 'relevance'.",
  notWorks: false,
  stats: false,
  entities: SOURCES.map(entity),
}; // prettier-ignore
