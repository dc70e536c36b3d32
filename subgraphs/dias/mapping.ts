import { interval } from '../common/edtf.js';
import { identifier, uniqueIdentifiers } from '../common/identifiers.js';
import { NO_TEXT, plainText } from '../common/localized-text.js';
import type { Contributor, Creator, Identifier, Place, Retrieval } from '../common/record.js';
import { PREFIX } from './ids.js';
import type { DiasContact, DiasFieldSource, DiasRecord } from './record.js';
import { TOPIC_SCHEME } from './shared-fields.js';
import type { Coverage, DiasValues } from './values.js';

/** Of whom the record is. */
export interface DiasIdentity {
  /** Null: the document does not say which dataset it is of, nor its DOI (`convert`). */
  readonly datasetId: string | null;
  /** The page for people. */
  readonly url: string | null;
}

/** EDTF level 0 has no open end: of ongoing data the beginning stands alone. */
function periodOf(coverage: Coverage | null): string | null {
  if (coverage === null) return null;
  return coverage.ongoing === true ? coverage.begin : interval(coverage.begin, coverage.end);
}

function ongoingOf(coverage: Coverage | null): boolean | null {
  if (coverage === null || coverage.ongoing === true) return coverage?.ongoing ?? null;
  // Where no end is told either, nothing is said.
  return coverage.end === null ? null : coverage.ongoing;
}

const CONTRIBUTOR_ROLES: Readonly<Record<string, string>> = { dataset: 'ContactPerson', project: 'ContactPerson' };

/** The contacts of dataset and project are contact persons in DataCite's terms; the author of a document is none of the work's. */
function contributorsOf(contacts: readonly DiasContact[]): Contributor[] {
  return contacts.flatMap(({ name, organization, role }) => {
    const contributorRole = CONTRIBUTOR_ROLES[role ?? ''];
    const printed = name ?? organization;
    if (contributorRole === undefined || printed === null) return [];
    const affiliations =
      name === null || organization === null ? [] : [{ name: organization, ror: null, identifiers: [] }];
    const creator: Creator = {
      name: printed,
      familyName: null,
      givenName: null,
      orcid: null,
      nrid: null,
      eRadId: null,
      identifiers: [],
      affiliations,
    };
    return [{ role: contributorRole, creator }];
  });
}

/** The first place has the first box: a document names one region by its words and by its sides. */
function placesOf({ places, boxes }: DiasValues): Place[] {
  const count = Math.max(places.length, boxes.length);
  return Array.from({ length: count }, (_, index) => ({
    name: places[index] ?? null,
    box: boxes[index] ?? null,
    point: null,
  }));
}

function identifiersOf({ doi, identifiers }: DiasValues, datasetId: string | null): Identifier[] {
  return uniqueIdentifiers([
    ...(doi === null ? [] : [identifier('DOI', doi)]),
    ...(datasetId === null ? [] : [{ scheme: 'DIAS', value: datasetId, url: null }]),
    ...identifiers,
  ]);
}

function recordId(datasetId: string | null, doi: string | null): string {
  if (datasetId !== null) return `${PREFIX}${datasetId}`;
  return doi === null ? '' : `doi:${doi}`;
}

/** A dataset's merged values as its record. */
export function mapDataset(
  values: DiasValues,
  sources: readonly DiasFieldSource[],
  { datasetId, url }: DiasIdentity,
  retrieved: Retrieval,
): DiasRecord {
  const { shortName, coverage, contributors, contacts } = values;
  const short = shortName === null ? [] : [plainText(shortName)];
  return {
    id: recordId(datasetId, values.doi),
    platform: 'DIAS',
    retrieved,
    datasetId: datasetId ?? '',
    doi: values.doi,
    identifiers: identifiersOf(values, datasetId),
    type: 'DATASET',
    title: values.title ?? NO_TEXT,
    alternativeTitles: [...short, ...values.alternativeTitles],
    description: values.abstract,
    creators: values.creators,
    contributors: [...contributors, ...contributorsOf(contacts)],
    publisher: values.publisher,
    container: null,
    event: null,
    degree: null,
    version: values.version,
    issued: values.issued,
    updated: values.updated,
    languages: values.languages,
    subjects: [
      ...values.keywords,
      ...values.topicCategories.map((word) => ({ value: plainText(word), scheme: TOPIC_SCHEME, url: null })),
    ],
    accessRight: 'UNKNOWN',
    embargoUntil: null,
    licenses: values.licenses,
    formats: values.formats,
    size: values.size,
    funding: values.funding,
    places: placesOf(values),
    period: periodOf(coverage),
    // Files are behind a log-in: a link leads there, and nothing here lists them (fact sheet 4).
    files: [],
    url,
    related: values.related,
    shortName,
    contacts,
    created: values.created,
    revised: values.revised,
    keywords: values.keywords,
    topicCategories: values.topicCategories,
    box: values.boxes[0] ?? null,
    ongoing: ongoingOf(coverage),
    temporalResolution: values.temporalResolution,
    grid: values.grid,
    placeNames: values.places,
    environment: values.environment,
    processing: values.processing,
    remarks: values.remarks,
    constraints: values.constraints,
    licenseText: values.licenseText,
    acknowledgement: values.acknowledgement,
    references: values.references,
    online: values.online,
    accountRequired: values.accountRequired,
    fileListUrl: values.fileListUrl,
    metadataIdentifier: values.metadataIdentifier,
    sources,
  };
}
