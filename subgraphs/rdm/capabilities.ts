import type { Capabilities, FilterField, FilterSupport, WorkFilter } from '../common/connector.js';
import { MAX_PAGE_SIZE } from './requests.js';

const UNSUPPORTED: Partial<Readonly<Record<FilterField, string>>> = {
  from: 'Projects of GakuNin RDM have no date of issue.',
  until: 'Projects of GakuNin RDM have no date of issue.',
  publisher: 'Projects of GakuNin RDM have no publisher.',
  funder: 'GakuNin RDM cannot search by funder: grants stand in the registered metadata of each project.',
  awardNumber: 'GakuNin RDM cannot search by grant: grants stand in the registered metadata of each project.',
  languages: 'Projects of GakuNin RDM do not state their language.',
  hasFile: 'GakuNin RDM cannot search by files.',
  bbox: 'GakuNin RDM holds no places.',
  ror: 'GakuNin RDM knows institutions by their names alone, not by ROR id.',
  awardId: 'GakuNin RDM cannot search by grant: grants stand in the registered metadata of each project.',
};

/** The value of filter[public] that a filter of access rights comes to; null: it narrows to neither. */
export function publicOf({ accessRights }: WorkFilter): boolean | null {
  const [only] = accessRights ?? [];
  if (accessRights?.length !== 1) return null;
  return only === 'OPEN' ? true : only === 'RESTRICTED' ? false : null;
}

function support(field: FilterField, filter: WorkFilter): FilterSupport {
  const reason = UNSUPPORTED[field];
  if (field === 'person' && (filter.person?.orcid ?? null) === null) {
    return { unsupported: 'GakuNin RDM knows people by ORCID iD alone.' };
  }
  // Types, access rights and people are in every hit.
  return reason === undefined ? 'records' : { unsupported: reason };
}

export const rdmCapabilities: Capabilities = {
  filter: support,
  sorts: ['RELEVANCE'],
  maxPageSize: MAX_PAGE_SIZE,
  metadataLanguage: 'ja',
  everyWord: true,
  description: [
    'Search in titles and descriptions of the projects that the caller may see (header X-GakuNin-RDM-Token) and of public ones; last changed first',
    'Of several words the longest is searched and the others are looked for in what comes back: the total is not known then',
    'Filters on what the records say: type, access right, creator, ORCID, affiliation',
    'Many projects by id in one request; components, contributors, files of each storage, registered metadata',
  ],
};
