/** Dublin Core of the world's data sets, as CSW and OAI-PMH serve it beside ISO. */
import { escapeXml } from '../../common/xml.js';
import { abstractOf, creatorNames, printedDoi, revisedAt, titleOf, type Dataset } from './datasets.js';
import { publicUrl, recordId } from './iso.js';

function element(name: string, value: string): string {
  return `<${name}>${escapeXml(value)}</${name}>`;
}

export type ElementSet = 'brief' | 'summary' | 'full';

/** Corners are lat lon, in the axis order of the EPSG code that is named (fact sheet 6.4). */
function boundingBox({ work }: Dataset): string {
  const [place] = work.places;
  if (!place) return '';
  const { west, south, east, north } = place.box;
  return `<ows:BoundingBox crs="urn:x-ogc:def:crs:EPSG:6.11:4326" dimensions="2"><ows:LowerCorner>${String(south)} ${String(west)}</ows:LowerCorner><ows:UpperCorner>${String(north)} ${String(east)}</ows:UpperCorner></ows:BoundingBox>`; // prettier-ignore
}

function shared(dataset: Dataset): { readonly subjects: string; readonly abstract: string } {
  const { work, held } = dataset;
  const subjects = [...work.keywords.map(({ en }) => en), ...held.details.topicCategories];
  const abstract = abstractOf(dataset, 'en') ?? abstractOf(dataset, 'ja') ?? '';
  return { subjects: subjects.map((subject) => element('dc:subject', subject)).join(''), abstract };
}

const RECORDS = { brief: 'csw:BriefRecord', summary: 'csw:SummaryRecord', full: 'csw:Record' } as const;

/** `csw:Record` or a smaller one; prefixes are declared by the answer around it. */
export function cswRecord(dataset: Dataset, set: ElementSet): string {
  const { subjects, abstract } = shared(dataset);
  const name = RECORDS[set];
  const brief = `${element('dc:identifier', recordId(dataset))}${element('dc:title', titleOf(dataset, 'en'))}${element('dc:type', 'dataset')}`; // prettier-ignore
  const summary = `${subjects}${element('dct:modified', revisedAt(dataset).toISOString().slice(0, 10))}${element('dct:abstract', abstract)}`; // prettier-ignore
  const full = `${creatorNames(dataset, 'en').map((creator) => element('dc:creator', creator)).join('')}${element('dct:references', publicUrl(dataset, 'en'))}${element('dc:language', 'jpn')}`; // prettier-ignore
  return `<${name}>${brief}${set === 'brief' ? '' : summary}${set === 'full' ? full : ''}${boundingBox(dataset)}</${name}>`;
}

export function oaiDc(dataset: Dataset): string {
  const { subjects, abstract } = shared(dataset);
  const doi = printedDoi(dataset);
  return `<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/">
${element('dc:title', titleOf(dataset, 'ja'))}${element('dc:title', titleOf(dataset, 'en'))}
${creatorNames(dataset, 'en').map((creator) => element('dc:creator', creator)).join('')}${subjects}
${element('dc:description', abstract)}${element('dc:date', dataset.held.issued)}${element('dc:type', 'dataset')}
${element('dc:identifier', publicUrl(dataset, 'en'))}${doi === null ? '' : element('dc:identifier', `https://doi.org/${doi}`)}
</oai_dc:dc>`;
} // prettier-ignore
