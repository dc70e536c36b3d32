/** Reads a dataset: DIAS's own pages, then the DOI agency's metadata, then what other catalogues hold of it (fact sheet 8). */
import type { UpstreamResponse } from '../../upstream/types.js';
import { bestText } from '../common/localized-text.js';
import type { BoundingBox, LocalizedText } from '../common/record.js';
import type { CatalogueSource, DatasetReading, DocumentAnswer, IndexedEntry } from '../common/small-catalogue/types.js';
import { valuesOfPages } from './bilingual.js';
import type { ForeignRecords } from './foreign.js';
import { readPage, type DiasPage } from './html/page.js';
import { valuesOfJsonLd } from './json-ld.js';
import { mapDataset } from './mapping.js';
import type { DiasRecord, DiasSource } from './record.js';
import { mergeParts, type DiasPart } from './values.js';

/** The addresses and datasets of some settings. */
export interface DiasServer {
  /** Without a slash at the end, as the next. */
  readonly docUrl: string;
  readonly searchUrl: string;
  readonly datasets: readonly string[];
}

/** Metadata of a DOI as one source's part; null where its agency has none. */
export type DoiReader = (doi: string, reading: DatasetReading) => Promise<DiasPart | null>;

const LANGUAGES = ['ja', 'en'] as const;
const HTML = { accept: 'text/html' };

function decodePage({ body, url }: UpstreamResponse): DiasPage {
  return readPage(body, url);
}

export function landingPage({ searchUrl }: DiasServer, datasetId: string, language: 'ja' | 'en'): string {
  return `${searchUrl}/${language}/dataset/${datasetId}`;
}

/** The metadata document; some have no organisation in their name (fact sheet 1). */
function documentPage({ docUrl }: DiasServer, datasetId: string, language: 'ja' | 'en', organization: string): string {
  return `${docUrl}/${datasetId}${organization}-${language}.html`;
}

interface ReadPages {
  readonly pages: readonly DiasPage[];
  /** The oldest. */
  readonly at: Date | null;
  readonly url: string | null;
}

async function readPages(
  addresses: readonly (readonly ['ja' | 'en', string])[],
  { ask }: DatasetReading,
): Promise<ReadPages> {
  const answers: (readonly ['ja' | 'en', DocumentAnswer<DiasPage>])[] = [];
  for (const [language, address] of addresses) answers.push([language, await ask(address, decodePage, HTML)]);
  const read = answers.flatMap(([language, answer]) => (answer.state === 'read' ? [{ language, ...answer }] : []));
  const times = read.map(({ at }) => at.getTime());
  return {
    pages: read.map(({ language, value }) => ({ ...value, language: value.language ?? language })),
    at: times.length === 0 ? null : new Date(Math.min(...times)),
    url: read[0]?.url ?? null,
  };
}

async function readDocuments(server: DiasServer, datasetId: string, reading: DatasetReading): Promise<ReadPages> {
  const of = (organization: string) =>
    LANGUAGES.map((language) => [language, documentPage(server, datasetId, language, organization)] as const);
  const documents = await readPages(of('-DIAS'), reading);
  return documents.pages.length > 0 ? documents : readPages(of(''), reading);
}

function partsOfPages(source: DiasSource, { pages, at }: ReadPages): DiasPart[] {
  if (at === null) return [];
  const embedded = pages.flatMap(({ jsonLd }) => valuesOfJsonLd(jsonLd) ?? []);
  return [...embedded, valuesOfPages(pages)].map((values) => ({ source, retrievedAt: at, values }));
}

function words(texts: readonly (LocalizedText | null)[]): string[] {
  return texts.flatMap((text) => text?.values.map(({ value }) => value) ?? []);
}

function periodOf({ period, ongoing }: DiasRecord): IndexedEntry['period'] {
  if (period === null) return null;
  const [from = null, until = from] = period.split('/');
  return { from, until: ongoing === true ? null : until };
}

/** What a dataset is found by. */
export function indexDataset(id: string, record: DiasRecord): IndexedEntry {
  const people = [...record.creators, ...record.contributors.map(({ creator }) => creator)];
  const boxes = record.places.flatMap(({ box }): BoundingBox[] => (box === null ? [] : [box]));
  return {
    id,
    fields: {
      title: [...words([record.title, ...record.alternativeTitles]), id, ...(record.doi === null ? [] : [record.doi])],
      keywords: words([...record.keywords.map(({ value }) => value), ...record.placeNames]).concat(record.topicCategories),
      people: words([
        ...people.flatMap(({ name, affiliations }) => [name, ...affiliations.map((affiliation) => affiliation.name)]),
        ...record.contacts.flatMap(({ name, organization }) => [name, organization]),
      ]),
      text: words([record.description, record.remarks, record.processing, record.temporalResolution]),
    },
    boxes,
    period: periodOf(record),
    issued: record.issued,
  };
} // prettier-ignore

class DatasetSource implements CatalogueSource<DiasRecord> {
  readonly index = indexDataset;
  readonly known: readonly string[];
  private readonly configured: ReadonlySet<string>;
  /** DOIs of the datasets whose own pages were read: they stand in the list before those of other catalogues. */
  private readonly ownDois = new Set<string>();
  /** By dataset whose own pages were read: the DOI, and how many records of other catalogues have filled in. */
  private readonly filledIn = new Map<string, { readonly doi: string | null; readonly records: number }>();

  constructor(
    private readonly server: DiasServer,
    private readonly doiReader: DoiReader,
    private readonly foreign: ForeignRecords,
  ) {
    this.known = server.datasets;
    this.configured = new Set(server.datasets);
  }

  readonly ids = async (reading: DatasetReading): Promise<readonly string[]> => [
    ...this.server.datasets,
    ...(await this.foreign.refresh(reading, this.configured)),
  ];

  readonly concerned = (id: string): boolean => {
    const before = this.filledIn.get(id);
    return before !== undefined && this.foreign.partsOf(id, before.doi).length !== before.records;
  };

  readonly load = async (id: string, reading: DatasetReading): Promise<DiasRecord | null> =>
    this.configured.has(id) ? this.own(id, reading) : this.foreignOnly(id, reading);

  private async own(id: string, reading: DatasetReading): Promise<DiasRecord | null> {
    const documents = await readDocuments(this.server, id, reading);
    const landing = await readPages(
      LANGUAGES.map((language) => [language, landingPage(this.server, id, language)] as const),
      reading,
    );
    const parts = [...partsOfPages('DIAS_HTML', documents), ...partsOfPages('LANDING_PAGE', landing)];
    const doi = mergeParts(parts).values.doi;
    if (doi !== null) this.ownDois.add(doi);
    const agency = doi === null ? null : await this.doiReader(doi, reading);
    const others = this.foreign.partsOf(id, doi);
    this.filledIn.set(id, { doi, records: others.length });
    const all = [...parts, ...(agency === null ? [] : [agency]), ...others];
    // A page that is not there is linked to by no one: a landing page before a document, the Japanese one first.
    const url = landing.url ?? documents.url ?? landingPage(this.server, id, 'ja');
    return record(id, url, all);
  } // prettier-ignore

  private async foreignOnly(id: string, reading: DatasetReading): Promise<DiasRecord | null> {
    const found = this.foreign.under(id);
    if (found === null) return null;
    const doi = mergeParts(found.parts).values.doi;
    // It has filled in that dataset.
    if (doi !== null && this.ownDois.has(doi)) return null;
    const agency = doi === null ? null : await this.doiReader(doi, reading);
    // The DOI agency stands before other catalogues.
    return record(id, found.url, [...(agency === null ? [] : [agency]), ...found.parts]);
  }
}

/** A dataset of which some source says something; the record is as old as its oldest part. */
function record(datasetId: string, url: string | null, parts: readonly DiasPart[]): DiasRecord | null {
  if (parts.length === 0) return null;
  const { values, sources } = mergeParts(parts);
  const at = new Date(Math.min(...parts.map(({ retrievedAt }) => retrievedAt.getTime())));
  const dataset = mapDataset(values, sources, { datasetId, url }, { at, cache: 'MISS', ageSeconds: 0 });
  // What has no title is listed under its id by those who show it; a page without any text is none.
  return bestText(dataset.title) === '' && dataset.description === null && dataset.doi === null ? null : dataset;
}

/** The datasets of DIAS as the source of a small catalogue. */
export function datasetSource(
  server: DiasServer,
  doiReader: DoiReader,
  foreign: ForeignRecords,
): CatalogueSource<DiasRecord> {
  return new DatasetSource(server, doiReader, foreign);
}
