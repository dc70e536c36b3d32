/** The datasets as the catalogue reads and finds them. */
import type { CatalogueSource, DatasetReading, DocumentAnswer, IndexedEntry } from '../common/small-catalogue/types.js';
import type { LocalizedText } from '../common/record.js';
import type { LandingPage } from './landing/page.js';
import { coveredDays, mapPages, type GedDataset } from './mapping.js';
import { boxesOf } from './mapping-places.js';
import { landingUrls, type GedServer } from './requests.js';
import { landingReader } from './responses.js';

/** Fills in what the pages lack from the metadata of the DOI, in the catalogue's own time. */
export type Completion = (dataset: GedDataset, reading: DatasetReading) => Promise<GedDataset>;

function words(...texts: readonly (LocalizedText | null)[]): string[] {
  return texts.flatMap((text) => (text?.values ?? []).map(({ value }) => value));
}

/** What a dataset is found by. */
export function indexed(id: string, dataset: GedDataset): IndexedEntry {
  const { sites, observedItems, creators, publisher, contributorsText, description } = dataset;
  return {
    id,
    fields: {
      title: [...words(dataset.title, ...dataset.alternativeTitles), id, ...(dataset.doi === null ? [] : [dataset.doi])],
      keywords: words(observedItems, ...dataset.subjects.map(({ value }) => value), ...sites.map(({ name }) => name)),
      people: [
        ...creators.flatMap(({ name, affiliations }) => words(name, ...affiliations.map((one) => one.name))),
        ...words(publisher, contributorsText),
      ],
      text: [
        ...words(description, dataset.resolution, dataset.method, dataset.acknowledgements, ...dataset.references, ...dataset.usedIn),
        ...dataset.dataFiles.map(({ name }) => name),
      ],
    },
    boxes: boxesOf(dataset.places),
    period: coveredDays(dataset),
    issued: dataset.issued,
  }; // prettier-ignore
}

function valueOf(answer: DocumentAnswer<LandingPage>): LandingPage | null {
  return answer.state === 'read' ? answer.value : null;
}

/** Each dataset's two landing pages, one after the other; one of them is enough. */
export function datasetSource(server: GedServer, complete: Completion): CatalogueSource<GedDataset> {
  const decode = landingReader(server.filesUrl);
  return {
    ids: server.datasets,
    async load(id, reading) {
      const urls = landingUrls(server, id);
      const ja = valueOf(await reading.ask(urls.ja, decode, { accept: 'text/html', 'accept-language': 'ja' }));
      const en = valueOf(await reading.ask(urls.en, decode, { accept: 'text/html', 'accept-language': 'en' }));
      if (ja === null && en === null) return null;
      const read = { ja: ja === null ? null : urls.ja, en: en === null ? null : urls.en };
      return complete(mapPages(id, { ja, en }, read), reading);
    },
    index: indexed,
  };
}
