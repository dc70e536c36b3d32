/** What the exchange formats in XML call the API's values. */
import type { AccessRight, WorkType } from '../subgraphs/common/record.js';

/** COAR's access rights. */
export const ACCESS_RIGHTS: Readonly<
  Record<Exclude<AccessRight, 'UNKNOWN'>, { readonly label: string; readonly coar: string; readonly openaire: string }>
> = {
  OPEN: {
    label: 'open access',
    coar: 'http://purl.org/coar/access_right/c_abf2',
    openaire: 'info:eu-repo/semantics/openAccess',
  },
  EMBARGOED: {
    label: 'embargoed access',
    coar: 'http://purl.org/coar/access_right/c_f1cf',
    openaire: 'info:eu-repo/semantics/embargoedAccess',
  },
  RESTRICTED: {
    label: 'restricted access',
    coar: 'http://purl.org/coar/access_right/c_16ec',
    openaire: 'info:eu-repo/semantics/restrictedAccess',
  },
  METADATA_ONLY: {
    label: 'metadata only access',
    coar: 'http://purl.org/coar/access_right/c_14cb',
    openaire: 'info:eu-repo/semantics/closedAccess',
  },
};

/** JPCOAR's label and COAR's resource type of each kind of work: the widest that is true of all of them. */
export const RESOURCE_TYPES: Readonly<Record<WorkType, { readonly label: string; readonly coar: string }>> = {
  ARTICLE: { label: 'article', coar: 'http://purl.org/coar/resource_type/c_6501' },
  BOOK: { label: 'book', coar: 'http://purl.org/coar/resource_type/c_2f33' },
  CONFERENCE_PAPER: { label: 'conference output', coar: 'http://purl.org/coar/resource_type/c_c94f' },
  DATASET: { label: 'dataset', coar: 'http://purl.org/coar/resource_type/c_ddb1' },
  PROJECT: { label: 'other', coar: 'http://purl.org/coar/resource_type/c_1843' },
  REPORT: { label: 'report', coar: 'http://purl.org/coar/resource_type/c_93fc' },
  SOFTWARE: { label: 'software', coar: 'http://purl.org/coar/resource_type/c_5ce6' },
  THESIS: { label: 'thesis', coar: 'http://purl.org/coar/resource_type/c_46ec' },
  OTHER: { label: 'other', coar: 'http://purl.org/coar/resource_type/c_1843' },
};

/** DataCite's general type of each kind of work. */
export const DATACITE_TYPES: Readonly<Record<WorkType, string>> = {
  ARTICLE: 'JournalArticle',
  BOOK: 'Book',
  CONFERENCE_PAPER: 'ConferencePaper',
  DATASET: 'Dataset',
  PROJECT: 'Project',
  REPORT: 'Report',
  SOFTWARE: 'Software',
  THESIS: 'Dissertation',
  OTHER: 'Other',
};
