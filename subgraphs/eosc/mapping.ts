/** The Graph's products as records: nothing of the upstream's shape gets past here. */
import { parseDay, parseEdtf } from '../common/edtf.js';
import { NO_TEXT } from '../common/localized-text.js';
import type { FullRecord, Retrieval } from '../common/record.js';
import { cleanLine } from '../common/text.js';
import { awardOf } from '../common/value-resolvers.js';
import {
  containerOf,
  descriptionOf,
  doisOf,
  eventOf,
  fundingOf,
  identifiersOf,
  instanceOf,
  licensesOf,
  ownDoi,
  placesOf,
  subjectsOf,
} from './mapping-parts.js';
import { contributorsOf, creatorsOf, line, organizationOf } from './mapping-people.js';
import { PREFIX, pageOf, type EoscFields, type EoscRecord } from './record.js';
import type { Product } from './shapes.js';
import { accessRightOf, languagesOf, typeOf } from './vocabulary.js';

/** Citations are sent as a number with a fraction (5.0); half a citation is none that could be told. */
function citationsOf({ indicators }: Product): number | null {
  const count = indicators?.citationImpact?.citationCount ?? null;
  return count !== null && Number.isSafeInteger(count) && count >= 0 && count < 2 ** 31 ? count : null;
}

function eoscFields(product: Product, dois: readonly string[]): EoscFields {
  return {
    openaireId: product.id,
    openAccessColor: product.openAccessColor,
    instances: product.instances.map(instanceOf),
    projects: product.projects?.flatMap(fundingOf).flatMap((funding) => awardOf(funding) ?? []) ?? null,
    organizations: product.organizations?.flatMap(organizationOf) ?? null,
    citations: citationsOf(product),
    dois,
  };
}

/** A product as a record; lists and single records carry the same. */
export function mapProduct(product: Product, retrieved: Retrieval): EoscRecord {
  const dois = doisOf(product.pids);
  const subTitle = line(product.subTitle);
  const date = product.publicationDate;
  const embargo = product.embargoEndDate;
  return {
    ...eoscFields(product, dois),
    id: `${PREFIX}${product.id}`,
    platform: 'EOSC',
    retrieved,
    doi: ownDoi(product.id, dois),
    identifiers: identifiersOf(product),
    type: typeOf(product),
    title: line(product.mainTitle) ?? NO_TEXT,
    alternativeTitles: subTitle === null ? [] : [subTitle],
    description: descriptionOf(product),
    creators: creatorsOf(product),
    contributors: contributorsOf(product),
    publisher: line(product.publisher),
    container: containerOf(product),
    event: eventOf(product),
    degree: null,
    version: product.version === null ? null : cleanLine(product.version),
    // As it stands, although a source's bare year comes as its first day (fact sheet 2.5): the day may be meant.
    issued: date === null ? null : parseEdtf(date),
    updated: null,
    languages: languagesOf(product.language?.code ?? null),
    subjects: subjectsOf(product),
    accessRight: accessRightOf(product.bestAccessRight),
    embargoUntil: embargo === null ? null : parseDay(embargo),
    licenses: licensesOf(product),
    formats: product.formats,
    size: product.size,
    ...(product.projects === undefined ? {} : { funding: product.projects.flatMap(fundingOf) }),
    places: placesOf(product),
    period: null,
    // The addresses of copies lead to pages as often as to files, and nothing tells which.
    files: [],
    url: pageOf(product.id),
    related: [],
    sameAs: [...new Set(product.instances.flatMap((instance) => instanceOf(instance).urls))],
  };
}

/** Records in their order, each id once: the same record may stand twice on a page. */
export function eachOnce(records: readonly EoscRecord[]): EoscRecord[] {
  const first = new Map<string, EoscRecord>();
  for (const record of records) if (!first.has(record.id)) first.set(record.id, record);
  return [...first.values()];
}

/** Products in the platform's order, each id once. */
export function mapProducts(products: readonly Product[], retrieved: Retrieval): EoscRecord[] {
  return eachOnce(products.map((product) => mapProduct(product, retrieved)));
}

/** A record where no more can be read (offline): what the document does not carry counts as none. */
export function asFullRecord(record: EoscRecord): FullRecord {
  return { ...record, funding: record.funding ?? [] };
}
