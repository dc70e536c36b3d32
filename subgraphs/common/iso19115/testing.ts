/** What the tests of ISO 19115 share: records of fictional data, from the parts that a test is about. */
import { parseXml } from '../xml.js';
import { readIso, type IsoRecord } from './record.js';

const NAMESPACES =
  'xmlns:gmd="http://www.isotc211.org/2005/gmd" xmlns:gmi="http://www.isotc211.org/2005/gmi" xmlns:gco="http://www.isotc211.org/2005/gco" xmlns:gmx="http://www.isotc211.org/2005/gmx" xmlns:gml="http://www.opengis.net/gml" xmlns:srv="http://www.isotc211.org/2005/srv" xmlns:xlink="http://www.w3.org/1999/xlink"';

export const text = (value: string): string => `<gco:CharacterString>${value}</gco:CharacterString>`;
export const element = (name: string, value: string): string => `<gmd:${name}>${text(value)}</gmd:${name}>`;

/** A property that holds a code of a list. */
export function coded(name: string, list: string, value: string): string {
  return `<gmd:${name}><gmd:${list} codeList="codelists.xml#${list}" codeListValue="${value}"/></gmd:${name}>`;
}

export interface RecordParts {
  readonly root?: string;
  /** Beside the identification. */
  readonly metadata?: string;
  readonly citation?: string;
  readonly identification?: string;
}

/** An ISO 19139 record about the sea, as XML. */
export function isoXml({
  root = 'gmd:MD_Metadata',
  metadata = '',
  citation = '',
  identification = '',
}: RecordParts): string {
  return `<${root} ${NAMESPACES}>${element('fileIdentifier', 'sea-1')}${metadata}<gmd:identificationInfo><gmd:MD_DataIdentification><gmd:citation><gmd:CI_Citation>${element('title', 'Sea')}${citation}</gmd:CI_Citation></gmd:citation>${identification}</gmd:MD_DataIdentification></gmd:identificationInfo></${root}>`;
}

export function iso(parts: RecordParts): IsoRecord {
  return readIso(parseXml(isoXml(parts)));
}

export function party(name: string, role: string, content: string): string {
  return `<gmd:${name}><gmd:CI_ResponsibleParty>${content}${coded('role', 'CI_RoleCode', role)}</gmd:CI_ResponsibleParty></gmd:${name}>`;
}

export function citedDate(date: string, type: string): string {
  return `<gmd:date><gmd:CI_Date><gmd:date>${date}</gmd:date>${coded('dateType', 'CI_DateTypeCode', type)}</gmd:CI_Date></gmd:date>`;
}

export function bounds(west: string, south: string, east: string, north: string, more = ''): string {
  const bound = (name: string, value: string): string =>
    `<gmd:${name}><gco:Decimal>${value}</gco:Decimal></gmd:${name}>`;
  return `<gmd:geographicElement><gmd:EX_GeographicBoundingBox>${more}${bound('westBoundLongitude', west)}${bound('eastBoundLongitude', east)}${bound('southBoundLatitude', south)}${bound('northBoundLatitude', north)}</gmd:EX_GeographicBoundingBox></gmd:geographicElement>`;
}

export const extent = (content: string): string => `<gmd:extent><gmd:EX_Extent>${content}</gmd:EX_Extent></gmd:extent>`;

export function time(content: string): string {
  return extent(
    `<gmd:temporalElement><gmd:EX_TemporalExtent><gmd:extent>${content}</gmd:extent></gmd:EX_TemporalExtent></gmd:temporalElement>`,
  );
}

export function online(url: string, more = ''): string {
  return `<gmd:distributionInfo><gmd:MD_Distribution><gmd:transferOptions><gmd:MD_DigitalTransferOptions><gmd:onLine><gmd:CI_OnlineResource><gmd:linkage><gmd:URL>${url}</gmd:URL></gmd:linkage>${more}</gmd:CI_OnlineResource></gmd:onLine></gmd:MD_DigitalTransferOptions></gmd:transferOptions></gmd:MD_Distribution></gmd:distributionInfo>`;
}
