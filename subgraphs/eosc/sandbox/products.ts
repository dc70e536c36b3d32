/** Which products the simulated Graph holds, and what is peculiar about each. */
import { europeanWorks, type EuropeanWork } from '../../../sandbox/world/european.js';
import { hash } from '../../../sandbox/world/ids.js';
import { world, type Shown, type WorldWork } from '../../../sandbox/world/index.js';
import { openaireId } from './ids.js';
import { organizationOf, type SandboxOrganization } from './organizations.js';
import { projectOf, type SandboxProject } from './projects.js';

export type ProductType = 'publication' | 'dataset' | 'software' | 'other';

export interface SandboxProduct {
  readonly id: string;
  readonly type: ProductType;
  readonly work: WorldWork;
  readonly shown: Shown;
  /** The same work once more, as a research information system entered it: deduplication missed it (fact sheet 2.10 trap 2). */
  readonly cris: boolean;
  /** Null among the product's own pids, yet told by its instances (fact sheet 2.5). */
  readonly pidsHidden: boolean;
  /** Its DOI stands there in capitals, and once more in small letters. */
  readonly mixedCase: boolean;
  readonly country: string | null;
  readonly organizations: readonly SandboxOrganization[];
  readonly projects: readonly SandboxProject[];
  readonly citations: number;
  /** Spreads what differs from product to product. */
  readonly turn: number;
}

const all: readonly (WorldWork | EuropeanWork)[] = [
  ...world.works.filter(({ holdings }) => holdings.eosc !== undefined),
  ...europeanWorks,
];

function typeOf(work: WorldWork | EuropeanWork): ProductType {
  if ('product' in work) return work.product;
  if (work.kind === 'dataset' || work.kind === 'software') return work.kind;
  return work.kind === 'report' && hash(work.key) % 2 === 0 ? 'other' : 'publication';
}

/** How often each work is cited by others that OpenAIRE holds. */
const citedBy = new Map<string, number>();
for (const { relations } of all) {
  for (const { relation, work } of relations) {
    if (relation === 'cites' || relation === 'references') citedBy.set(work, (citedBy.get(work) ?? 0) + 1);
  }
}

function product(work: WorldWork | EuropeanWork): SandboxProduct[] {
  const shown = work.holdings.eosc;
  if (!shown) return [];
  const turn = hash(`${work.key}/openaire`);
  const keys = [
    ...work.creators.map((key) => world.person(key).organization),
    ...('organizations' in work ? work.organizations : []),
  ];
  const abroad = 'organizations' in work;
  const main: SandboxProduct = {
    id: shown.id,
    type: typeOf(work),
    work,
    shown,
    cris: false,
    pidsHidden: turn % 23 === 5,
    mixedCase: turn % 7 === 3 && /[a-z]/.test(work.doi ?? ''),
    country: turn % 3 === 0 ? null : abroad ? 'NO' : 'JP',
    organizations: [...new Set(keys)].map(organizationOf),
    projects: work.awards.map(projectOf),
    citations: (citedBy.get(work.key) ?? 0) + (turn % 5 === 0 ? (turn >>> 4) % 40 : 0),
    turn,
  };
  if (turn % 11 !== 4) return [main];
  const copy = { ...main, id: openaireId('dris___00123', work.key), cris: true, mixedCase: false, citations: 0 };
  return [main, { ...copy, pidsHidden: turn % 2 === 0 }];
}

/** In the order in which lists without a sort give them: a duplicate stands beside its original. */
export const products: readonly SandboxProduct[] = all.flatMap(product);

/** As OpenAIRE fills up a date: a year becomes its first day (fact sheet 2.5). */
export function publicationDate({ shown }: SandboxProduct): string {
  return shown.issued.length === 4 ? `${shown.issued}-01-01` : shown.issued.length === 7 ? `${shown.issued}-01` : shown.issued;
} // prettier-ignore

export function mainTitle({ work, shown, cris }: SandboxProduct): string {
  const title = (shown.titles === 'ja' ? (work.title.ja ?? work.title.en) : (work.title.en ?? work.title.ja)) ?? '';
  return cris ? title.toUpperCase() : title;
}

/** COAR code and label of the best access; null where nobody told. */
export function accessRight({ work, cris }: SandboxProduct): { readonly code: string; readonly label: string } | null {
  if (cris) return null;
  if (work.kind === 'software' && work.access === 'open') return { code: 'c_abf2', label: 'OPEN SOURCE' };
  return {
    open: { code: 'c_abf2', label: 'OPEN' },
    embargoed: { code: 'c_f1cf', label: 'EMBARGO' },
    restricted: { code: 'c_16ec', label: 'RESTRICTED' },
    'metadata-only': { code: 'c_14cb', label: 'CLOSED' },
  }[work.access];
}

export function openAccessColor({ work, type, turn, cris }: SandboxProduct): string | null {
  if (type !== 'publication' || work.access !== 'open' || cris) return null;
  return ['gold', 'hybrid', 'bronze', null][turn % 4] ?? null;
}

const INSTANCE_TYPES = {
  article: 'Article', bulletin: 'Article', conference: 'Conference object', thesis: 'Doctoral thesis', dataset: 'Dataset', report: 'Report', book: 'Book', software: 'Software',
} as const; // prettier-ignore

export function instanceType({ work, type, turn }: SandboxProduct): string {
  if (type === 'other') return turn % 2 === 0 ? 'Lecture' : 'Other ORP type';
  return turn % 19 === 6 && type === 'publication' ? 'Other literature type' : INSTANCE_TYPES[work.kind];
}

/** ISO 639-3 as OpenAIRE writes it; und where nobody told. */
export function language({ work, cris, turn }: SandboxProduct): { readonly code: string; readonly label: string } {
  if (cris || turn % 12 === 7) return { code: 'und', label: 'Undetermined' };
  return { ja: { code: 'jpn', label: 'Japanese' }, en: { code: 'eng', label: 'English' }, zh: { code: 'chi', label: 'Chinese' } }[work.language]; // prettier-ignore
}

const FOS = {
  climate: ['01 natural sciences', '0105 earth and related environmental sciences'], ocean: ['01 natural sciences', '0105 earth and related environmental sciences'],
  disaster: ['02 engineering and technology', '0201 civil engineering'], materials: ['02 engineering and technology', '0205 materials engineering'],
  life: ['03 medical and health sciences', '0301 basic medicine'], humanities: ['06 humanities and the arts', '0602 languages and literature'],
} as const; // prettier-ignore
const SDG = { climate: '13. Climate action', ocean: '14. Life underwater', disaster: '11. Sustainability', materials: '7. Clean energy', life: '3. Good health', humanities: '4. Education' } as const; // prettier-ignore

export interface Subject {
  readonly scheme: 'FOS' | 'SDG' | 'keyword';
  readonly value: string;
}

/** Empty (sent as null) where OpenAIRE has none. */
export function subjects({ work, turn, cris }: SandboxProduct): Subject[] {
  if (cris || turn % 9 === 2) return [];
  return [
    ...FOS[work.field].map((value): Subject => ({ scheme: 'FOS', value })),
    ...(turn % 2 === 0 ? [{ scheme: 'SDG' as const, value: SDG[work.field] }] : []),
    ...work.keywords.map(({ en }): Subject => ({ scheme: 'keyword', value: en })),
  ];
}

/** Whether it comes from Crossref, otherwise from DataCite. */
export function isFromCrossref({ work }: SandboxProduct): boolean {
  return work.kind === 'article' || work.kind === 'conference';
}
