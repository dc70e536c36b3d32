import { fold } from '../../common/text.js';
import { parseQuery } from './query.js';
import { recordByCrid, records, type Kind, type SandboxRecord, type TextField } from './records.js';

export type Generation = 'v1' | 'v2';

const PRODUCTS: readonly Kind[] = ['Article', 'Book', 'Dissertation', 'Dataset', 'Product'];
const V1_SEGMENTS: Readonly<Record<string, readonly Kind[]>> = {
  all: [...PRODUCTS, 'Project'],
  data: ['Dataset'],
  articles: ['Article'],
  books: ['Book'],
  dissertations: ['Dissertation'],
  projects: ['Project'],
};
const SEGMENTS: Readonly<Record<Generation, Readonly<Record<string, readonly Kind[]>>>> = {
  v1: V1_SEGMENTS,
  v2: {
    ...V1_SEGMENTS,
    all: [...PRODUCTS, 'Project', 'Researcher'],
    projectsAndProducts: [...PRODUCTS, 'Project'],
    researchers: ['Researcher'],
  },
};

/** The kinds of record that a segment holds; undefined where the generation has no such segment. */
export function segmentKinds(generation: Generation, segment: string): readonly Kind[] | undefined {
  const kinds = SEGMENTS[generation];
  return Object.hasOwn(kinds, segment) ? kinds[segment] : undefined;
}

type Filter = (record: SandboxRecord) => boolean;
/** A filter from the value of a parameter; `all` holds the request's other parameters. */
type Criterion = (value: string, all: ReadonlyMap<string, string>) => Filter;

function words(field: TextField): Criterion {
  return (value) => {
    const test = parseQuery(value);
    return (record) => test !== null && test(record.texts[field]);
  };
}

function list(value: string): string[] {
  return value
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

function oneOf(values: (record: SandboxRecord) => readonly string[]): Criterion {
  return (value) => {
    const wanted = new Set(list(value));
    return (record) => values(record).some((item) => wanted.has(item));
  };
}

/** The digits of a date as far as it goes: 2019-04-01 is 20190401. */
function digits(date: string): string {
  return date.replace(/\D/g, '');
}

/** `YYYY` or `YYYYMM`, inclusive; a record dated with a year only is compared by the year. */
function bound(compare: (record: string, value: string) => boolean, kinds?: readonly Kind[]): Criterion {
  return (value) => {
    if (!/^\d{4}(?:\d{2})?$/.test(value)) return () => true;
    return (record) => {
      if (record.issued === null || (kinds && !kinds.includes(record.kind))) return false;
      const known = digits(record.issued);
      const length = Math.min(known.length, value.length);
      return compare(known.slice(0, length), value.slice(0, length));
    };
  };
}

const notBefore = (record: string, value: string): boolean => record >= value;
const notAfter = (record: string, value: string): boolean => record <= value;

function withIdentifier(...types: readonly string[]): Criterion {
  return (value) => {
    const wanted = value.trim().toLowerCase();
    return (record) =>
      record.identifiers.some((item) => types.includes(item.type) && item.value.toLowerCase() === wanted);
  };
}

function bareIssn(value: string): string {
  return value.replaceAll('-', '').toUpperCase();
}

/** The journal of a work's record, by its ISSNs; volume, issue and pages of the work. */
function printed(
  read: (work: Extract<SandboxRecord['source'], { kind: 'work' }>['work'], value: string) => boolean,
): Criterion {
  return (value) => (record) => record.source.kind === 'work' && read(record.source.work, value);
}

/** `x`: start or end is x; `x-y`: start is x or end is y (fact sheet 3.1). */
function onPages(first: string | null, last: string | null, value: string): boolean {
  const [from, until] = value.split('-');
  return until === undefined ? first === from || last === from : first === from || last === until;
}

/** What both generations know (v2: fact sheet 3.1, confirmed by captures or clients). */
const SHARED: Readonly<Record<string, Criterion>> = {
  q: words('all'),
  title: (value, all) => {
    if (all.get('isFullTitle') !== 'true') return words('title')(value, all);
    const wanted = fold(value);
    return (record) =>
      record.texts.title.split('\n').includes(wanted) ||
      fold(record.title.ja ?? '') === wanted ||
      fold(record.title.en ?? '') === wanted;
  },
  affiliation: words('affiliation'),
  publicationTitle: words('publicationTitle'),
  description: words('description'),
  hasLinkToFullText: (value) => (record) => value !== 'true' || record.hasFullText,
  languageType: oneOf(({ languages }) => languages),
  // Several codes are ORed by a blank; a comma is part of the code (fact sheet 3.1). The sandbox's books are all of NDC 452.
  category: (value) => (record) =>
    record.kind === 'Book' && value.split(' ').some((code) => '452'.startsWith(code) && code !== ''),
  ncid: withIdentifier('NCID'),
  isbn: withIdentifier('ISBN', 'XISBN'),
  issn: (value) => (record) => record.issns.some((issn) => bareIssn(issn) === bareIssn(value)),
  // Without the JP of a Japan Grant Number (fact sheet 10.13).
  projectId: (value) => (record) => record.projectIds.includes(value.trim()),
};

const V1_ONLY: Readonly<Record<string, Criterion>> = {
  isFullTitle: () => () => true,
  creator: words('creator'),
  researcherId: (value) => (record) =>
    record.source.kind === 'work' && record.source.work.creators.includes(personKey(value)),
  publisher: words('publisher'),
  from: bound(notBefore),
  until: bound(notAfter),
  doi: withIdentifier('DOI'),
  volume: printed((work, value) => work.volume === value),
  number: printed((work, value) => work.issue === value),
  pages: printed((work, value) => onPages(work.firstPage, work.lastPage, value)),
  awardInstitution: (value, all) => (record) =>
    record.kind === 'Dissertation' && words('publisher')(value, all)(record),
  degree: printed((work, value) =>
    [work.degree?.name.ja, work.degree?.name.en].some((name) => name?.includes(value) === true),
  ),
  awardYear: printed((work, value) => work.degree !== null && digits(work.degree.granted).startsWith(value)),
  datasetFormat: printed(
    (work, value) =>
      work.kind === 'dataset' &&
      work.files.some((file) =>
        value.split(' ').some((format) => format !== '' && file.mediaType.includes(format.toLowerCase())),
      ),
  ),
  dataSourceType: oneOf(({ dataSources }) => dataSources),
  resourceType: oneOf(({ resourceType }) => (resourceType === null ? [] : [resourceType])),
  rdProgramType: (value) => (record) => value !== 'MOONSHOT' || record.moonshot,
};

const V2_ONLY: Readonly<Record<string, Criterion>> = {
  name: words('creator'),
  productYearFrom: bound(notBefore, PRODUCTS),
  productYearUntil: bound(notAfter, PRODUCTS),
  projectYearFrom: bound(notBefore, ['Project']),
  projectYearUntil: bound(notAfter, ['Project']),
  institution: words('affiliation'),
  department: words('department'),
  jobTitle: words('jobTitle'),
  keyword: words('keyword'),
};

const CRITERIA: Readonly<Record<Generation, Readonly<Record<string, Criterion>>>> = {
  v1: { ...SHARED, ...V1_ONLY },
  v2: { ...SHARED, ...V2_ONLY },
};

/** Known to both generations, but no criterion: they shape the answer. */
const SHAPING = new Set(['format', 'lang', 'sortorder', 'count', 'start']);

/** Whether a parameter is known to the generation: all others are ignored without an error. `appid` is known, and never echoed. */
export function isRecognised(generation: Generation, name: string): boolean {
  return SHAPING.has(name) || Object.hasOwn(CRITERIA[generation], name);
}

function personKey(crid: string): string {
  const source = recordByCrid(crid.trim())?.source;
  return source?.kind === 'person' ? source.person.key : '';
}

/** Newest or oldest first; a record without a date stands last. */
function byDate(direction: 1 | -1): (left: SandboxRecord, right: SandboxRecord) => number {
  return (left, right) => {
    if (left.issued === null || right.issued === null)
      return Number(left.issued === null) - Number(right.issued === null);
    return direction * left.issued.localeCompare(right.issued) || left.crid.localeCompare(right.crid);
  };
}

/** Title before keywords before the rest, then in the index's own order. */
function relevance(parameters: ReadonlyMap<string, string>): (record: SandboxRecord) => number {
  const test = parseQuery(parameters.get('q') ?? '');
  if (!test) return () => 0;
  return ({ texts }) => (test(texts.title) ? 2 : 0) + (test(texts.keyword) ? 1 : 0);
}

/** `0` newest, `1` oldest, `10` most cited (articles only), all else relevance: the numbers of CiNii Books do nothing here (fact sheet 10.14). */
function sorted(hits: SandboxRecord[], segment: string, parameters: ReadonlyMap<string, string>): SandboxRecord[] {
  const order = parameters.get('sortorder');
  if (order === '0') return hits.sort(byDate(-1));
  if (order === '1') return hits.sort(byDate(1));
  if (order === '10' && segment === 'articles')
    return hits.sort((left, right) => right.cited - left.cited || left.crid.localeCompare(right.crid));
  const score = relevance(parameters);
  return hits
    .map((record) => ({ record, score: score(record) }))
    .sort((left, right) => right.score - left.score)
    .map(({ record }) => record);
}

/** All records that the parameters ask for, in order. No criterion is not an error: nothing is found (fact sheet 4.1). */
export function find(
  generation: Generation,
  segment: string,
  parameters: ReadonlyMap<string, string>,
): SandboxRecord[] {
  const kinds = segmentKinds(generation, segment) ?? [];
  const criteria = CRITERIA[generation];
  const filters = [...parameters].flatMap(([name, value]) =>
    value.trim() !== '' && Object.hasOwn(criteria, name) ? [criteria[name]?.(value, parameters)] : [],
  );
  if (filters.length === 0) return [];
  const hits = records.filter(
    (record) => kinds.includes(record.kind) && filters.every((filter) => filter?.(record) === true),
  );
  return sorted(hits, segment, parameters);
}
