/** What the simulated broker has: sources, DIAS among them, and their resources (fact sheet 6.3). */
import { europeanWorks } from '../../../sandbox/world/european.js';
import { hash } from '../../../sandbox/world/ids.js';
import { world, type WorldWork } from '../../../sandbox/world/index.js';
import type { Box } from './boxes.js';
import { abstractOf, datasetsOn, printedDoi, revisedAt, titleOf, type Dataset } from './datasets.js';
import { publicUrl } from './iso.js';

export interface Source {
  readonly id: string;
  readonly title: string;
}

/** A resource, or a source where `parents=ROOT` asks for them. */
export interface Report {
  readonly id: string;
  readonly type: 'simple' | 'composed';
  readonly title: string;
  readonly alternateTitle: string | null;
  readonly description: string | null;
  readonly source: Source;
  readonly keywords: readonly string[];
  readonly topics: readonly string[];
  readonly formats: readonly string[];
  readonly online: readonly { readonly url: string; readonly name: string; readonly function: string }[];
  readonly where: readonly Box[];
  readonly when: { readonly from: string; readonly to: string } | null;
  readonly created: string | null;
  readonly updated: string | null;
  readonly rights: readonly string[];
  readonly authors: readonly { readonly organization: string; readonly name: string; readonly email: string | null }[];
}

/** The id of a source is found at run time only: nothing about it is published. */
export const DIAS_SOURCE: Source = { id: 'UUID-sbx-5d1a5000-0d1a-4a5b-9c3e-000000000173', title: 'Data Integration and Analysis System (DIAS) - Japan' }; // prettier-ignore
const OTHERS: readonly Source[] = [
  { id: 'imaginary-eu-archive', title: 'Imaginary European Data Archive' },
  { id: 'UUID-sbx-5d1a5000-0d1a-4a5b-9c3e-000000000042', title: 'Integrated Data Analysis System of Nowhere' },
  { id: 'fictionalStations', title: 'Fictional Network of Stations (incl. mirrors of Data Integration and Analysis System)' }, // prettier-ignore
];
const SOURCES: readonly Source[] = [...OTHERS.slice(0, 2), DIAS_SOURCE, ...OTHERS.slice(2)];

function uuid(key: string): string {
  const digits = [0, 1, 2, 3]
    .map((part) =>
      hash(`${key}/${String(part)}`)
        .toString(16)
        .padStart(8, '0'),
    )
    .join('');
  return [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20), digits.slice(20)].join('-'); // prettier-ignore
}

const NOTHING = {
  alternateTitle: null, description: null, keywords: [], topics: [], formats: [], online: [], where: [], when: null, created: null, updated: null, rights: [], authors: [],
} as const; // prettier-ignore

export const sourceReports: readonly Report[] = SOURCES.map((source) => ({
  ...NOTHING,
  id: source.id,
  type: 'composed',
  title: source.title,
  source,
}));

/** Links to the landing page by dataset id for those that have one, and to the DOI for some. */
function onlineOf(dataset: Dataset): Report['online'] {
  const doi = printedDoi(dataset);
  return [
    { url: publicUrl(dataset, 'en'), name: titleOf(dataset, 'en'), function: 'information' },
    ...(doi === null || dataset.work.key.length % 3 === 0
      ? []
      : [{ url: `https://doi.org/${doi}`, name: 'DOI', function: 'information' }]),
  ];
}

function authorsOf({ creators }: WorldWork): Report['authors'] {
  return creators.map((key) => {
    const { family, given, organization } = world.person(key);
    return { organization: world.organization(organization).name.en, name: `${family.en}, ${given.en}`, email: null };
  });
}

function diasReport(dataset: Dataset): Report {
  const { work, held } = dataset;
  const { period, providerPolicy } = held.details;
  const title = titleOf(dataset, 'en');
  const japanese = titleOf(dataset, 'ja');
  return {
    id: uuid(held.id),
    type: 'simple',
    title,
    alternateTitle: japanese === title ? null : japanese,
    description: abstractOf(dataset, 'en') ?? abstractOf(dataset, 'ja'),
    source: DIAS_SOURCE,
    keywords: work.keywords.map(({ en }) => en),
    topics: held.details.topicCategories,
    formats: held.details.formats.map(([name]) => name),
    online: onlineOf(dataset),
    where: work.places.map(({ box }) => box),
    // What goes on ends, for the broker, on the day of the harvest.
    when: period === null ? null : { from: period.from, to: period.until ?? world.today },
    created: held.issued,
    updated: revisedAt(dataset).toISOString(),
    rights: providerPolicy === null ? [] : [providerPolicy.en],
    authors: authorsOf(work),
  };
}

const foreign: readonly Report[] = europeanWorks
  .filter(({ kind }) => kind === 'dataset')
  .slice(0, 8)
  .map((work, index) => ({
    ...NOTHING,
    id: uuid(work.key),
    type: 'simple',
    title: work.title.en ?? '',
    description: work.abstract.en,
    source: OTHERS[index % OTHERS.length] ?? DIAS_SOURCE,
    keywords: work.keywords.map(({ en }) => en),
    where: work.places.map(({ box }) => box),
    created: work.issued,
  }));

export const reports: readonly Report[] = [...foreign.slice(0, 4), ...datasetsOn('geodab').map(diasReport), ...foreign.slice(4)]; // prettier-ignore
