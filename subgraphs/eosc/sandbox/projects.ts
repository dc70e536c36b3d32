/** The projects of the simulated Graph: the world's awards (fact sheet 2.5). */
import { world, type WorldAward } from '../../../sandbox/world/index.js';
import { only, parameters, type Entity, type JsonObject, type Resource, type Version } from './entity.js';
import { indexed } from './expression.js';
import { openaireId } from './ids.js';
import { country, organizationOf } from './organizations.js';

export interface SandboxProject {
  readonly id: string;
  readonly award: WorldAward;
  readonly acronym: string | null;
  readonly funder: { readonly shortName: string; readonly name: string; readonly jurisdiction: string };
  /** Ids of the funding levels, the widest first. */
  readonly levels: readonly { readonly id: string; readonly name: string }[];
}

function levelsOf(award: WorldAward): SandboxProject['levels'] {
  const { en } = award.stream;
  if (award.funder !== 'ec') return [{ id: `${award.funder.toUpperCase()}::${en}`, name: en }];
  return en === 'Horizon Europe'
    ? [
        { id: 'EC::HE', name: 'Horizon Europe Framework Programme' },
        { id: 'EC::HE::HORIZON-RIA', name: 'Horizon Europe Framework Programme - HORIZON Research and Innovation Actions' },
      ]
    : [
        { id: 'EC::H2020', name: 'Horizon 2020 Framework Programme' },
        { id: 'EC::H2020::RIA', name: 'Horizon 2020 Framework Programme - Research and Innovation action' },
      ]; // prettier-ignore
}

function prefixOf(award: WorldAward): string {
  if (award.funder !== 'ec') return award.funder;
  return award.stream.en === 'Horizon Europe' ? 'corda_____he' : 'corda__h2020';
}

function project(award: WorldAward): SandboxProject {
  const european = award.funder === 'ec';
  return {
    id: openaireId(prefixOf(award), award.number),
    award,
    acronym: european ? award.title.en.split(' ').map((word) => word.slice(0, 1).toUpperCase()).join('') : null,
    funder: { shortName: award.funder.toUpperCase(), name: world.funder(award.funder).name.en, jurisdiction: european ? 'EU' : 'JP' },
    levels: levelsOf(award),
  }; // prettier-ignore
}

const byAward = new Map(world.awards.map((award) => [award.key, project(award)]));

export function projectOf(award: string): SandboxProject {
  const found = byAward.get(award);
  if (!found) throw new Error(`no project ${award}`);
  return found;
}

function fundingsOf({ funder, levels }: SandboxProject): JsonObject[] {
  const stream = levels.at(-1);
  return [{ ...funder, fundingStream: stream ? { id: stream.id, description: stream.name } : null }];
}

/** Version 3's form of the same. */
function fundingOf({ funder, levels, award }: SandboxProject): JsonObject {
  const level = (index: number): JsonObject | null => {
    const found = levels[index];
    return found ? { id: found.id, description: found.name, name: found.id.split('::').at(-1) ?? found.name } : null;
  };
  return {
    funder: {
      id: `${award.funder.padEnd(12, '_')}::${funder.shortName}`, shortname: funder.shortName, name: funder.name,
      jurisdiction: country(funder.jurisdiction), pid: world.funder(award.funder).ror,
    },
    level0: level(0), level1: level(1), level2: level(2),
  }; // prettier-ignore
}

/** As a product's `projects` holds it: which fields is not documented (fact sheet 11.2); the record's own are taken. */
export function embeddedProject(item: SandboxProject, version: Version): JsonObject {
  return {
    id: item.id, code: item.award.number, acronym: item.acronym, title: item.award.title.en, fundings: fundingsOf(item),
    ...(version === 'v3' ? { funding: fundingOf(item) } : {}),
  }; // prettier-ignore
}

function record(item: SandboxProject, version: Version): JsonObject {
  const { award } = item;
  const european = award.funder === 'ec';
  return {
    id: item.id, code: award.number, acronym: item.acronym, title: award.title.en, websiteUrl: null, startDate: award.from, endDate: award.until,
    callIdentifier: european ? 'HORIZON-CL5-IMAGINED-01' : null,
    // One string, with commas (fact sheet 2.5).
    keywords: award.keywords.length === 0 ? null : award.keywords.map(({ en }) => en).join(','),
    openAccessMandateForPublications: european, openAccessMandateForDataset: european,
    subjects: european ? award.keywords.map(({ en }) => en) : null,
    fundings: fundingsOf(item), summary: award.summary.en,
    // The total can be nought where the grant is not.
    granted: { currency: european ? 'EUR' : 'JPY', totalCost: european ? award.amount / 100 : 0, fundedAmount: european ? award.amount / 100 : award.amount },
    h2020Programmes: european && item.levels[0]?.id === 'EC::H2020' ? [{ code: 'H2020-EU.3.5.', description: 'Climate action, environment' }] : null,
    originalIds: [`${item.id.slice(0, 14)}${award.number}`],
    ...(version === 'v3' ? { funding: fundingOf(item), links: null } : {}),
  }; // prettier-ignore
}

function entity(item: SandboxProject): Entity {
  const { id, award, acronym, funder, levels } = item;
  const { name, id: organizationId, country: code } = organizationOf(award.organization);
  const level = (index: number): string[] => levels.slice(index, index + 1).map((found) => found.id);
  const years = Array.from(
    { length: Number(award.until.slice(0, 4)) - Number(award.from.slice(0, 4)) + 1 },
    (_, index) => String(Number(award.from.slice(0, 4)) + index),
  );
  return {
    id,
    values: {
      search: [indexed([award.number, acronym ?? '', award.title.en, award.summary.en, ...award.keywords.map(({ en }) => en)].join(' '))],
      title: [indexed(award.title.en)], keywords: award.keywords.map(({ en }) => indexed(en)), id: [id], code: [award.number], grantID: [award.number],
      acronym: acronym === null ? [] : [acronym], callIdentifier: award.funder === 'ec' ? ['HORIZON-CL5-IMAGINED-01'] : [],
      fundingShortName: [funder.shortName], fundingStreamId: levels.map((found) => found.id), startDate: [award.from], endDate: [award.until],
      startYear: [award.from.slice(0, 4)], endYear: [award.until.slice(0, 4)], activeYear: years,
      relOrganizationName: [indexed(name)], relOrganizationId: [organizationId], relOrganizationCountryCode: [code], country: [code],
      // `funder=` finds nothing (fact sheet 2.3): it has no values.
      fundinglevel0Id: level(0), fundinglevel1Id: level(1), fundinglevel2Id: level(2), projectOAMandatePublications: [String(award.funder === 'ec')],
    },
    sort: { startDate: award.from, endDate: award.until },
    show: (version) => record(item, version),
  }; // prettier-ignore
}

export const projectResource: Resource = {
  paths: { v1: 'projects', v2: null, v3: 'projects' },
  parameters: [
    ...parameters('words', 'search', 'title', 'keywords', 'relOrganizationName'),
    ...parameters('exact', 'id', 'code', 'callIdentifier', 'fundingStreamId', 'relOrganizationId', 'relCollectedFromDatasourceId'),
    ...only(['v1'], parameters('exact', 'grantID')),
    ...parameters('label', 'acronym', 'fundingShortName', 'relCommunityId', 'relOrganizationCountryCode'),
    { name: 'fromStartDate', kind: 'from', field: 'startDate' }, { name: 'toStartDate', kind: 'to', field: 'startDate' },
    { name: 'fromEndDate', kind: 'from', field: 'endDate' }, { name: 'toEndDate', kind: 'to', field: 'endDate' },
    ...only(['v3'], [
      ...parameters('label', 'activeYear', 'startYear', 'endYear', 'country', 'funder', 'projectOAMandatePublications'),
      ...parameters('exact', 'fundinglevel0Id', 'fundinglevel1Id', 'fundinglevel2Id'),
      { name: 'fromStartYear', kind: 'from', field: 'startYear' }, { name: 'toStartYear', kind: 'to', field: 'startYear' },
      { name: 'fromEndYear', kind: 'from', field: 'endYear' }, { name: 'toEndYear', kind: 'to', field: 'endYear' },
    ]),
  ],
  sorts: ['relevance', 'startDate', 'endDate'],
  sortHint: "projects can be only sorted by the 'relevance', 'startDate', 'endDate'.",
  notWorks: false,
  stats: false,
  entities: [...byAward.values()].map(entity),
}; // prettier-ignore
