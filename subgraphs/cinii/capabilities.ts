import type { Capabilities, FilterField, FilterSupport, WorkFilter } from '../common/connector.js';
import { firstDay, lastDay } from '../common/edtf.js';
import type { WorkType } from '../common/record.js';
import { iso6391, MAX_COUNT, type CiniiFilter, type CiniiSegment, type SearchedSegment } from './requests.js';

/**
 * How types are asked for. What the search tells of a hit's kind is dc:type alone, and its Article is a conference paper as
 * well (only the record's own document has the resource type). Hence:
 * - one of the kinds that has a segment is asked there, exactly; ARTICLE only coarsely, since its segment holds conference
 *   papers and reports that their hits do not mark, and asking by resource type would lose the many articles that have none (fact sheet 6.4);
 * - CONFERENCE_PAPER and SOFTWARE by v1's resource type, exactly: what comes back is of that type because it was asked for;
 * - several kinds that the hits tell apart: all is searched and the hits are checked.
 */
interface TypePlan {
  readonly segment: SearchedSegment;
  readonly resourceTypes: readonly string[];
  readonly support: FilterSupport;
  /** What the platform's own filter says of every hit, where a hit's kind cannot. */
  readonly typeOfHits: WorkType | null;
}

const SEGMENT: Partial<Readonly<Record<WorkType, CiniiSegment>>> = {
  ARTICLE: 'ARTICLES',
  BOOK: 'BOOKS',
  DATASET: 'DATA',
  THESIS: 'DISSERTATIONS',
  PROJECT: 'PROJECTS',
};
/** Values of the request parameter resourceType (fact sheet 3.1). */
const RESOURCE_TYPE: Partial<Readonly<Record<WorkType, readonly [CiniiSegment, string]>>> = {
  CONFERENCE_PAPER: ['ARTICLES', 'conference paper'],
  SOFTWARE: ['ALL', 'Software'],
};

const EVERYTHING: TypePlan = { segment: 'WORKS', resourceTypes: [], support: 'native', typeOfHits: null };

function planOfOne(type: WorkType): TypePlan {
  const segment = SEGMENT[type];
  if (segment !== undefined) {
    return { ...EVERYTHING, segment, support: type === 'ARTICLE' ? 'coarse' : 'native' };
  }
  const resource = RESOURCE_TYPE[type];
  if (resource !== undefined) {
    return { segment: resource[0], resourceTypes: [resource[1]], support: 'native', typeOfHits: type };
  }
  return { ...EVERYTHING, support: { unsupported: `CiNii Research cannot search for the type ${type}.` } };
}

/** How a search of some types is put to the platform. */
export function typePlan(types: readonly WorkType[] | undefined): TypePlan {
  const wanted = [...new Set(types ?? [])];
  const [only] = wanted;
  if (only === undefined) return EVERYTHING;
  if (wanted.length === 1) return planOfOne(only);
  if (wanted.length === 2 && wanted.includes('ARTICLE') && wanted.includes('CONFERENCE_PAPER')) {
    return { ...EVERYTHING, segment: 'ARTICLES', support: 'coarse' };
  }
  // Conference papers are among the articles: asked for together with them, the hits tell all that is needed.
  const untold = wanted.find(
    (type) => SEGMENT[type] === undefined && !(type === 'CONFERENCE_PAPER' && wanted.includes('ARTICLE')),
  );
  if (untold === undefined) return { ...EVERYTHING, support: 'records' };
  return {
    ...EVERYTHING,
    support: {
      unsupported: `CiNii Research cannot search for the type ${untold} ${RESOURCE_TYPE[untold] ? 'together with others: ask for it alone' : 'at all'}.`,
    },
  };
}

/** The bounds as CiNii Research compares them: years of publication, of projects also months of their start (v1). */
function boundSupport(bound: string | undefined, filter: WorkFilter): FilterSupport {
  if (bound === undefined) return 'native';
  if (/^\d{4}$/.test(bound)) return 'native';
  // A project has no date of issue that a record could be checked by.
  if (typePlan(filter.types).segment !== 'PROJECTS') return 'coarse';
  if (/^\d{4}-\d{2}$/.test(bound)) return 'native';
  return {
    unsupported: 'CiNii Research compares the start of projects by year and month: give from and until as such.',
  };
}

const UNSUPPORTED: Partial<Readonly<Record<FilterField, string>>> = {
  accessRights: 'CiNii Research cannot search by access right, and its hits do not tell it.',
  funder: 'CiNii Research cannot search by funder: use awardNumber.',
  bbox: 'CiNii Research holds no places.',
  ror: 'CiNii Research knows organisations by their names alone, not by ROR id: use affiliation.',
  awardId: 'CiNii Research lists the projects of Japanese funders: it has no other grant numbers.',
};

function support(field: FilterField, filter: WorkFilter): FilterSupport {
  const reason = UNSUPPORTED[field];
  if (reason !== undefined) return { unsupported: reason };
  if (field === 'types') return typePlan(filter.types).support;
  if (field === 'from' || field === 'until') return boundSupport(filter[field], filter);
  if (field === 'hasFile' && filter.hasFile === false) {
    return { unsupported: 'CiNii Research can search for works with a full text, not for those without.' };
  }
  if ((field === 'orcid' || field === 'person') && filter.orcid !== undefined && filter.person !== undefined) {
    return { unsupported: 'CiNii Research searches the works of one researcher, not of two together.' };
  }
  if (field === 'languages' && (filter.languages ?? []).some((tag) => iso6391(tag) === null)) {
    return { unsupported: 'CiNii Research knows two-letter languages alone, such as ja or en.' };
  }
  return 'native';
}

export const ciniiCapabilities: Capabilities = {
  filter: support,
  hitsTell: ({ types }) => typePlan(types).typeOfHits === null,
  sorts: ['RELEVANCE', 'NEWEST', 'OLDEST'],
  maxPageSize: MAX_COUNT,
  metadataLanguage: 'ja',
  everyWord: true,
  description: [
    'Full-text search with AND, OR, NOT and parentheses, over articles, books, theses, research data and projects',
    'Exact totals; the first 10,000 records of a search can be reached',
    'Filters: one type (or several that its hits tell apart), years, creator, ORCID iD of a researcher whom it knows, affiliation, publisher, language, award number, with a full text',
    'Order by relevance, newest or oldest',
    'Look-up by DOI; one document a record, with names and titles in Japanese and English, identifiers of people, projects and related works',
  ],
};

/** A bound of publication is widened to its year; of a project to its month at the finest. */
function boundOf(
  date: string | undefined,
  segment: SearchedSegment,
  edge: (date: string) => string,
): string | undefined {
  if (date === undefined) return undefined;
  if (segment === 'PROJECTS' && /^\d{4}-\d{2}$/.test(date)) return date;
  return edge(date).slice(0, 4);
}

/** The platform's own filter for the catalog's, as far as it can be put to it (what it cannot, `support` has refused). */
export function ciniiFilterOf(filter: WorkFilter): {
  readonly segment: SearchedSegment;
  readonly filter: CiniiFilter;
} {
  const { segment, resourceTypes } = typePlan(filter.types);
  return {
    segment,
    filter: {
      creator: filter.creator,
      affiliation: filter.affiliation,
      publisher: filter.publisher,
      from: boundOf(filter.from, segment, firstDay),
      until: boundOf(filter.until, segment, lastDay),
      projectId: filter.awardNumber,
      languages: filter.languages,
      hasLinkToFullText: filter.hasFile,
      resourceTypes,
    },
  };
}
