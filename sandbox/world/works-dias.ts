import { projectPolicy, providerPolicy, themesOf, topicCategoriesOf } from './dias-details.js';
import { atmosphereRows, landRows, oceanRows, polarRows, type DiasRow } from './dias-rows.js';
import { crid, hash } from './ids.js';
import { organizations } from './organizations.js';
import { people } from './people.js';
import { place } from './places.js';
import type { WorkDetails } from './work-details.js';
import { keyword } from './works-from-topics.js';
import type {
  Bilingual,
  DiasDetails,
  DiasHolding,
  Holdings,
  Shown,
  WorldFile,
  WorldLicence,
  WorldRelation,
  WorldWork,
} from './types.js';

const ROWS: readonly DiasRow[] = [...atmosphereRows, ...polarRows, ...oceanRows, ...landRows];
const CC_BY: WorldLicence = { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' };

/** The key of a work of DIAS by its dataset id. */
function keyOf(id: string): string {
  return `dias-${id}`;
}

function shownAs(issued: string): Shown {
  return { titles: 'both', abstracts: 'both', issued, withoutOrcid: [], awardPrefix: true };
}

/** A period's end or beginning as a day: a year and a month are filled up. */
function day(text: string, end: boolean): string {
  if (text.length === 10) return text;
  if (text.length === 7)
    return end
      ? new Date(Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5)), 0)).toISOString().slice(0, 10)
      : `${text}-01`;
  return end ? `${text}-12-31` : `${text}-01-01`;
}

function periodOf({ period }: DiasRow): NonNullable<WorldWork['period']> {
  const [from = '', until = ''] = period.split('/');
  return { from: day(from, false), until: until === '..' ? '2026-11-24' : day(until, true) };
}

function publisherOf(row: DiasRow): Bilingual {
  const author = people.find(({ key }) => key === row.people.split(',')[0]);
  return organizations.find(({ key }) => key === author?.organization)?.name ?? { ja: null, en: null };
}

function relationsOf(row: DiasRow): WorldRelation[] {
  return [
    ...(row.newVersionOf === undefined ? [] : [{ relation: 'isNewVersionOf', work: keyOf(row.newVersionOf) }]),
    ...ROWS.filter(({ newVersionOf }) => newVersionOf === row.id).map(({ id }) => ({
      relation: 'isPreviousVersionOf',
      work: keyOf(id),
    })),
  ];
}

/** On JAIRO Cloud the data set is one archive. */
function filesOf(row: DiasRow): WorldFile[] {
  const access = row.access ?? 'open';
  const name = `${row.id.toLowerCase()}.zip`;
  return row.on?.includes('jairo') === true
    ? [{ name, mediaType: 'application/zip', bytes: 48_234_496, kind: 'dataset', access, availableFrom: null }]
    : [];
}

function detailsOf(row: DiasRow): WorkDetails {
  return {
    key: keyOf(row.id), field: row.field, topic: row.topic, kind: 'dataset', title: { ja: row.ja, en: row.en }, titleKana: null, alternativeTitle: null,
    abstract: { ja: row.aboutJa, en: row.aboutEn }, keywords: row.keywords.split(';').map(keyword), language: 'en', creators: row.people.split(','), otherCreators: [],
    publisher: publisherOf(row), journal: null, volume: null, issue: null, firstPage: null, lastPage: null, event: null, degree: null,
    issued: row.issued, deposited: day(row.issued, false), version: row.version ?? null, doi: row.doi === undefined ? null : `10.20783/dias.${String(row.doi)}`,
    ...(row.registration === undefined ? {} : { registration: row.registration }),
    handle: null, naid: null, ncid: null, isbn: null, access: row.access ?? 'metadata-only', embargoUntil: null, licence: row.policy === 'open' ? CC_BY : null,
    files: filesOf(row), awards: row.awards?.split(',') ?? [], relations: relationsOf(row), places: [place(row.place)], period: periodOf(row),
  }; // prettier-ignore
}

function diasDetails(row: DiasRow, work: WorkDetails): DiasDetails {
  const policy = row.policy ?? 'silent';
  const [from = '', until = '..'] = row.period.split('/');
  return {
    org: 'DIAS',
    documents: 'both',
    abbreviation: null,
    period: { from, until: until === '..' ? null : until },
    resolution: null,
    topicCategories: topicCategoriesOf(row.field),
    grid: [],
    themes: themesOf(work),
    formats: [],
    processing: null,
    remarks: null,
    providerPolicy: providerPolicy(policy),
    projectPolicy: projectPolicy(policy),
    acknowledgement: null,
    references: [],
    fileList: null,
    ...row.details,
  };
}

function diasHolding(row: DiasRow, work: WorkDetails): DiasHolding {
  const channels = row.channels ?? (hash(row.id) % 2 === 0 ? ['pages', 'geodab'] : ['pages']);
  return { ...shownAs(row.issued), id: row.id, channels, details: diasDetails(row, work) };
}

/** The other platforms that know the data set by its DOI. */
function elsewhere(row: DiasRow, work: WorkDetails): Holdings {
  const platforms = row.on?.split(',') ?? [];
  const repository = platforms.find((name) => name.startsWith('jairo:'))?.slice('jairo:'.length);
  const serial = String(hash(`${work.key}/jalc`))
    .slice(0, 9)
    .padStart(9, '2');
  const [leading, source] =
    row.registration === 'DataCite' || row.registration === 'Crossref'
      ? (['1880', { type: 'DATACITE', value: work.doi ?? '' }] as const)
      : (['1390', { type: 'JALC', value: `oai:japanlinkcenter.org:${serial}` }] as const);
  return {
    ...(platforms.includes('cinii')
      ? {
          cinii: {
            ...shownAs(row.issued.slice(0, 4)),
            crid: crid(leading, work.key),
            sources: [source],
            abstractAllowed: true,
            markup: 'none',
          },
        }
      : {}),
    ...(repository === undefined
      ? {}
      : {
          jairo: {
            ...shownAs(row.issued),
            repository,
            recid: String(row.doi),
            sets: ['31'],
            irdb: `00048${String(row.doi)}`,
            datestamp: '2026-06-02T03:04:05Z',
            state: 'public',
          },
        }),
    ...(platforms.includes('eosc')
      ? {
          eosc: {
            ...shownAs(row.issued),
            titles: 'en',
            abstracts: 'en',
            id: `doi_dedup___::${hash(`${work.key}/eosc`).toString(16).padStart(8, '0').repeat(4)}`,
          },
        }
      : {}),
  };
}

/** Data sets of DIAS that are written by hand; about half have a DOI, and of those some are known elsewhere, some nowhere. */
export const diasWorks: readonly WorldWork[] = ROWS.map((row) => {
  const work = detailsOf(row);
  return { ...work, holdings: { ...elsewhere(row, work), dias: diasHolding(row, work) } };
});
