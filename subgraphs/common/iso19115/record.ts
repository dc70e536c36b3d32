import { parseEdtf, parseInstant } from '../edtf.js';
import { UnreadableDocument } from '../errors.js';
import { parseHttpUrl } from '../identifiers.js';
import { NO_TEXT, plainText } from '../localized-text.js';
import { NO_FIELDS } from '../no-fields.js';
import type { BoundingBox, Container, LocalizedText, Subject, WorkFields, WorkType } from '../record.js';
import { workType } from '../vocabulary.js';
import { childElement, type XmlElement } from '../xml.js';
import { code, hrefOf, isA, isIsoMetadata, objects, printed, properties } from './elements.js';
import { coverage, places } from './extent.js';
import {
  citedIdentifier,
  files,
  identifiersOf,
  landingPage,
  links,
  ownDoi,
  transferSize,
  type IsoLink,
} from './links.js';
import { contacts, contributors, creators, funding, publisher, type IsoContact } from './parties.js';
import { parentOf, related } from './related.js';
import { rights } from './rights.js';
import { languagesOf, line, lines, localesOf, paragraphs, plainLines, together, type Locales } from './texts.js';

/** A record of ISO 19115 in either encoding: the shared fields, and what else of it a catalogue shows. */
export interface IsoRecord {
  readonly fields: WorkFields;
  /** As printed: an address, a drive letter with backslashes, anything (fact sheet 7). Never a file name. */
  readonly fileIdentifier: string | null;
  readonly parentIdentifier: string | null;
  /** When the record (not the resource) was last changed, RFC 3339. */
  readonly dateStamp: string | null;
  /** Everybody whom the record names for the resource, then for itself. */
  readonly contacts: readonly IsoContact[];
  readonly online: readonly IsoLink[];
  /** Use limitations and other constraints as prose. */
  readonly constraints: readonly LocalizedText[];
  readonly boxes: readonly BoundingBox[];
  /** The record says that the data go on: `fields.period` is then the beginning alone. */
  readonly ongoing: boolean;
  /** Codes: climatologyMeteorologyAtmosphere, … */
  readonly topicCategories: readonly string[];
  readonly lineage: LocalizedText | null;
}

/** MD_ScopeCode where it says more than its own word does; the standard's default is a dataset. */
const TYPES = new Map<string, WorkType>([
  ['dataset', 'DATASET'],
  ['series', 'DATASET'],
  ['nongeographicdataset', 'DATASET'],
  ['tile', 'DATASET'],
  ['coverage', 'DATASET'],
  ['aggregate', 'DATASET'],
  ['application', 'SOFTWARE'],
  ['service', 'OTHER'],
]);

/** Of several levels (dataset, service: pacioos-NS06agg.xml) the first that is a known kind of work. */
function typeOf(root: XmlElement, identification: XmlElement): WorkType {
  const levels = [...properties(root, 'hierarchyLevel'), ...properties(root, 'metadataScope', 'resourceScope')].flatMap(
    (property) => code(property) ?? [],
  );
  if (levels.length === 0) {
    return isA(identification, 'SV_ServiceIdentification') ? 'OTHER' : 'DATASET';
  }
  const types = levels.map((level) => TYPES.get(level.toLowerCase()) ?? workType(level));
  return types.find((type) => type !== 'OTHER') ?? 'OTHER';
}

/** The identification of the resource: data go before services on them, one with a title before empty ones (mi-empty-sid.xml). */
function identificationOf(root: XmlElement): XmlElement | undefined {
  const all = objects(root, 'identificationInfo');
  const titled = all.filter((element) =>
    properties(element, 'citation', 'title').some((title) => printed(title) !== null),
  );
  const isData = (element: XmlElement): boolean => !isA(element, 'SV_ServiceIdentification');
  return titled.find(isData) ?? titled[0] ?? all.find(isData) ?? all[0];
}

/** The printed dates of CI_Date objects by the word of their type, whatever its case. */
function datesOf(dates: readonly XmlElement[], ...types: readonly string[]): string[] {
  return dates
    .filter((date) => types.includes((code(childElement(date, 'dateType')) ?? '').toLowerCase()))
    .flatMap((date) => printed(childElement(date, 'date')) ?? []);
}

function latest(printedDates: readonly string[]): string | null {
  return (
    printedDates
      .flatMap((text) => parseInstant(text) ?? [])
      .sort()
      .at(-1) ?? null
  );
}

/** 19139 has one date of the record, 19115-3 several with their kinds. */
function dateStampOf(root: XmlElement): string | null {
  const single = properties(root, 'dateStamp').flatMap((property) => printed(property) ?? []);
  const infos = objects(root, 'dateInfo');
  return latest(single) ?? latest(datesOf(infos, 'revision', 'lastupdate')) ?? latest(datesOf(infos, 'creation'));
}

const TOPICS = 'ISO 19115 Topic Category';

function subjects(identification: XmlElement, topics: readonly string[], locales: Locales): Subject[] {
  const keywords = objects(identification, 'descriptiveKeywords').flatMap((group) => {
    const thesaurus = properties(group, 'thesaurusName', 'title').flatMap((title) => plainLines([title]));
    return properties(group, 'keyword').flatMap((keyword): Subject | [] => {
      const value = line([keyword], locales);
      return value === null ? [] : { value, scheme: thesaurus[0] ?? null, url: parseHttpUrl(hrefOf(keyword) ?? '') };
    });
  });
  return [...keywords, ...topics.map((topic) => ({ value: plainText(topic), scheme: TOPICS, url: null }))];
}

function container(citation: XmlElement, locales: Locales): Container | null {
  const series = objects(citation, 'series');
  const title = line(
    series.flatMap((item) => properties(item, 'name')),
    locales,
  );
  if (title === null) return null;
  const of = (name: string): string | null => plainLines(series.flatMap((item) => properties(item, name)))[0] ?? null;
  return { title, issn: [], volume: null, issue: of('issueIdentification'), firstPage: of('page'), lastPage: null };
}

/** Names of formats: MD_Format prints one, or cites its specification (19115-3). "N/A" names none. */
function formats(root: XmlElement, identification: XmlElement): string[] {
  const all = [
    ...objects(root, 'distributionInfo', 'distributionFormat'),
    ...objects(root, 'distributionInfo', 'distributor', 'distributorFormat'),
    ...objects(identification, 'resourceFormat'),
  ];
  const names = all.flatMap((format) => [
    ...properties(format, 'name'),
    ...properties(format, 'formatSpecificationCitation', 'title'),
  ]);
  return plainLines(names).filter((name) => !/^(?:n\/a|unknown|-)$/i.test(name));
}

/** The parts of a record that several fields are read from; a part that the record lacks stands here empty. */
interface Parts {
  readonly root: XmlElement;
  readonly locales: Locales;
  readonly identification: XmlElement;
  readonly citation: XmlElement;
  readonly online: readonly IsoLink[];
  readonly topics: readonly string[];
  readonly fileIdentifier: string | null;
}

const NOTHING: XmlElement = { name: '', namespace: '', attributes: [], children: [], line: 0 };

function partsOf(root: XmlElement): Parts {
  const identification = identificationOf(root) ?? NOTHING;
  const citation = objects(identification, 'citation')[0] ?? NOTHING;
  const own = [...properties(root, 'fileIdentifier'), ...properties(root, 'metadataIdentifier', 'code')];
  return {
    root,
    locales: localesOf(root),
    identification,
    citation,
    online: links(root, citation),
    topics: plainLines(properties(identification, 'topicCategory')).filter((topic) => /^\w+$/.test(topic)),
    fileIdentifier: plainLines(own)[0] ?? null,
  };
}

/** Who is named for the resource: in its citation, as its contacts, as its distributors. */
function partiesOf({ root, citation, identification, locales }: Parts): IsoContact[] {
  return [
    ...contacts(citation, locales, 'citedResponsibleParty'),
    ...contacts(identification, locales, 'pointOfContact'),
    ...contacts(root, locales, 'distributionInfo', 'distributor', 'distributorContact'),
  ];
}

function identity({ root, citation, online, fileIdentifier }: Parts): Pick<WorkFields, 'doi' | 'identifiers' | 'url'> {
  const cited = objects(citation, 'identifier').flatMap((item) => citedIdentifier(item) ?? []);
  const dataSetUri = plainLines(properties(root, 'dataSetURI'))[0] ?? null;
  const addresses = [dataSetUri, fileIdentifier].flatMap((text) => text ?? []);
  const doi = ownDoi(cited, addresses, online);
  const identifiers = identifiersOf(cited, doi, fileIdentifier);
  return { doi, identifiers, url: landingPage(dataSetUri, online, identifiers) };
}

function texts({
  citation,
  identification,
  locales,
}: Parts): Pick<WorkFields, 'title' | 'alternativeTitles' | 'description' | 'container' | 'version'> {
  return {
    title: line(properties(citation, 'title'), locales) ?? NO_TEXT,
    alternativeTitles: lines(properties(citation, 'alternateTitle'), locales),
    description: paragraphs(properties(identification, 'abstract'), locales)[0] ?? null,
    container: container(citation, locales),
    version: plainLines(properties(citation, 'edition'))[0] ?? null,
  };
}

/** Creation is when the resource was made, "released" when it becomes available: neither is its issue. */
function dates({ root, citation }: Parts): Pick<WorkFields, 'issued' | 'updated'> {
  const all = objects(citation, 'date');
  return {
    issued: datesOf(all, 'publication', 'issued').flatMap((date) => parseEdtf(date) ?? [])[0] ?? null,
    updated: latest(datesOf(all, 'revision', 'lastupdate', 'lastrevision')) ?? dateStampOf(root),
  };
}

function fieldsOf(parts: Parts, parties: readonly IsoContact[]): WorkFields {
  const { root, identification, locales, online, topics } = parts;
  const extents = objects(identification, 'extent');
  const { accessRight, licenses } = rights(identification, locales);
  return {
    ...NO_FIELDS,
    ...identity(parts),
    ...texts(parts),
    ...dates(parts),
    type: typeOf(root, identification),
    creators: creators(parties),
    contributors: contributors(parties),
    publisher: publisher(parties),
    funding: funding(parties),
    languages: languagesOf(identification),
    subjects: subjects(identification, topics, locales),
    accessRight,
    licenses,
    formats: formats(root, identification),
    size: transferSize(root),
    places: places(extents, locales),
    period: coverage(extents).period,
    files: files(online),
    related: related(root, identification, locales),
  };
}

function lineage({ root, locales }: Parts): LocalizedText | null {
  const statements = [
    ...properties(root, 'dataQualityInfo', 'lineage', 'statement'),
    ...properties(root, 'resourceLineage', 'statement'),
  ];
  const found = paragraphs(statements, locales);
  return found.length === 0 ? null : together(found);
}

/**
 * Reads one metadata record of ISO 19139 (gmd, gmi, profiles) or ISO 19115-3.
 * @throws UnreadableDocument for another element, and for a record that says neither what it is about nor its own identifier.
 */
export function readIso(root: XmlElement): IsoRecord {
  const place = `<${root.name}> (line ${String(root.line)})`;
  if (!isIsoMetadata(root)) throw new UnreadableDocument(`${place} is no ISO 19115 metadata record`);
  const parts = partsOf(root);
  const parties = partiesOf(parts);
  const fields = fieldsOf(parts, parties);
  const { locales, identification, fileIdentifier, online, topics } = parts;
  if (fields.title.values.length === 0 && fileIdentifier === null) {
    throw new UnreadableDocument(`${place} has neither a title nor an identifier`);
  }
  return {
    fields,
    fileIdentifier,
    parentIdentifier: parentOf(root),
    dateStamp: dateStampOf(root),
    contacts: [...parties, ...contacts(root, locales, 'contact')],
    online,
    constraints: rights(identification, locales).constraints,
    boxes: fields.places.flatMap(({ box }) => box ?? []),
    ongoing: coverage(objects(identification, 'extent')).ongoing,
    topicCategories: topics,
    lineage: lineage(parts),
  };
}
