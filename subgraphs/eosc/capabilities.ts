import type { Capabilities, FilterField, FilterSupport, WorkFilter } from '../common/connector.js';
import { firstDay, lastDay } from '../common/edtf.js';
import { normalizeAwardNumber } from '../common/award-number.js';
import type { WorkType } from '../common/record.js';
import type { GraphVersion } from './query.js';
import { MAX_PAGE, type ProductFilter, type ProductType } from './requests.js';
import { languageCode, typeQuery } from './vocabulary.js';

/** How a search of some types is put to the Graph. */
interface TypePlan {
  readonly types: readonly ProductType[];
  readonly instanceTypes: readonly string[];
  readonly support: FilterSupport;
}

const EVERYTHING: TypePlan = { types: [], instanceTypes: [], support: 'native' };

/**
 * Datasets and software are asked for exactly. What kind of publication one is, its copies say, and copies of one product
 * may say different things: kinds of publications are narrowed by their copies and checked. What no copy says (OTHER) can
 * only be told from the records.
 */
export function typePlan(wanted: readonly WorkType[] | undefined): TypePlan {
  const types = [...new Set(wanted ?? [])];
  if (types.length === 0) return EVERYTHING;
  const queries = types.flatMap((type) => typeQuery(type) ?? []);
  if (queries.length === 0) {
    return { ...EVERYTHING, support: { unsupported: 'OpenAIRE’s research products are no projects.' } };
  }
  if (types.includes('OTHER')) return { ...EVERYTHING, support: 'records' };
  const productTypes = [...new Set(queries.map(({ type }) => type))];
  const publications = productTypes.includes('publication');
  return {
    types: productTypes,
    // Beside datasets it would shut them out: both narrow together.
    instanceTypes:
      publications && productTypes.length === 1 ? queries.flatMap(({ instanceTypes }) => instanceTypes) : [],
    support: publications ? 'coarse' : 'native',
  };
}

/** EC, JSPS, NWO: a funder is known to the search by its short name alone. */
function isShortName(funder: string): boolean {
  return /^[A-Z][A-Z0-9&-]{1,11}$/.test(funder.trim());
}

const UNSUPPORTED: Partial<Readonly<Record<FilterField, string>>> = {
  hasFile: 'OpenAIRE does not tell which addresses of a product are files.',
  bbox: 'OpenAIRE cannot search by place.',
};

function personSupport({ orcid, person }: WorkFilter): FilterSupport {
  if ((person?.orcid ?? null) === null) return { unsupported: 'OpenAIRE knows authors by ORCID iD alone.' };
  return orcid === undefined ? 'native' : { unsupported: 'OpenAIRE searches by one ORCID iD at once.' };
}

function languageSupport(filter: WorkFilter, version: GraphVersion): FilterSupport {
  const codes = (filter.languages ?? []).map(languageCode);
  return version === 'v3' && codes.every((code) => code !== null) ? 'native' : 'records';
}

function supportIn(version: GraphVersion) {
  return (field: FilterField, filter: WorkFilter): FilterSupport => {
    const reason = UNSUPPORTED[field];
    if (reason !== undefined) return { unsupported: reason };
    switch (field) {
      case 'types':
        return typePlan(filter.types).support;
      case 'languages':
        return languageSupport(filter, version);
      case 'creator':
        // The words of a name may stand in the names of two authors.
        return /\s/.test((filter.creator ?? '').trim()) ? 'coarse' : 'native';
      case 'affiliation':
        return version === 'v3'
          ? 'native'
          : { unsupported: `OpenAIRE Graph ${version} cannot search by the name of an organisation.` };
      case 'person':
        return personSupport(filter);
      case 'funder':
        return isShortName(filter.funder ?? '')
          ? 'native'
          : {
              unsupported:
                'OpenAIRE knows funders by their short names: give one such as EC or JSPS, or use awardNumber.',
            };
      default:
        return 'native';
    }
  };
}

export function eoscCapabilities(version: GraphVersion): Capabilities {
  return {
    filter: supportIn(version),
    sorts: ['RELEVANCE', 'NEWEST', 'OLDEST'],
    maxPageSize: MAX_PAGE,
    metadataLanguage: 'en',
    everyWord: true,
    description: [
      `Full-text search with AND, OR, NOT, phrases and parentheses over publications, datasets, software and other products (OpenAIRE Graph ${version})`,
      'Totals as the platform counts at that moment; walks by cursor, without an end of their window',
      `Filters: type, days of publication, access right, creator, ORCID iD, publisher, award number, funder by its short name${version === 'v3' ? ', organisation, language' : ''}`,
      'Order by relevance, newest or oldest',
      'Look-up of many products by DOI or OpenAIRE id in one request; citations, grants and organisations come with them',
      'Services of the EOSC resource catalogue: search, counts by domain, category and readiness level',
    ],
  };
}

/** Japan Grant Numbers are printed with and without JP; a number that is none is asked for as it is. */
export function awardCodes(printed: string): readonly string[] {
  const number = normalizeAwardNumber(printed);
  return /^\d{1,9}$/.test(number) ? [number] : [...new Set([printed.trim(), number, `JP${number}`])];
}

/** The Graph's filter for the catalog's, as far as it can be put to it (what it cannot, `filter` has refused or checks). */
export function productFilterOf(filter: WorkFilter, version: GraphVersion): ProductFilter {
  const { types, instanceTypes } = typePlan(filter.types);
  const languages = languageSupport(filter, version) === 'native' ? filter.languages : undefined;
  return {
    types,
    instanceTypes,
    accessRights: filter.accessRights,
    from: filter.from === undefined ? undefined : firstDay(filter.from),
    until: filter.until === undefined ? undefined : lastDay(filter.until),
    author: filter.creator,
    orcid: filter.orcid ?? filter.person?.orcid ?? undefined,
    ror: filter.ror,
    publisher: filter.publisher,
    organizationName: filter.affiliation,
    funderShortName: filter.funder?.trim(),
    // Of an award that its number alone does not tell, the connector asks by the project's own id.
    projectCodes:
      filter.awardNumber === undefined || filter.awardId !== undefined ? undefined : awardCodes(filter.awardNumber),
    languages: languages?.flatMap((tag) => languageCode(tag) ?? []),
  };
}
