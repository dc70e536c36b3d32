/** Pure: what is asked of a CSW as a request (fact sheet 6.4, 6.5). */
import type { UpstreamRequest } from '../../../upstream/types.js';
import { firstDay, lastDay } from '../../common/edtf.js';
import type { BoundingBox } from '../../common/record.js';
import { escapeXml } from '../../common/xml.js';

/** A catalogue service, and which of its protocol's versions it is asked in. */
export interface CswServer {
  /** The address before the parameters; it may have parameters of its own. */
  readonly url: string;
  readonly version: CswVersion;
}

export type CswVersion = '2.0.2' | '3.0.0';

/** What is looked for; everything narrows further. Nothing at all: every record. */
export interface CswCriteria {
  /** Words that a record must hold, each anywhere in it. */
  readonly text?: string | undefined;
  readonly box?: BoundingBox | undefined;
  /** EDTF, inclusive: the time that the content covers. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

/** 1-based. */
export interface CswPage {
  readonly start: number;
  readonly count: number;
}

export const PLATFORM = 'DIAS';

const ISO_SCHEMA = 'http://www.isotc211.org/2005/gmd';
/**
 * An unknown id is a 404 with an exception in CSW 3.0 and may be a 400 elsewhere: the document's root decides, not the
 * status (fact sheet 6.4).
 */
const ACCEPTED = [400, 404, 500] as const;

const NAMESPACES_2 =
  'xmlns:csw="http://www.opengis.net/cat/csw/2.0.2" xmlns:ogc="http://www.opengis.net/ogc" xmlns:gml="http://www.opengis.net/gml" xmlns:gmd="http://www.isotc211.org/2005/gmd" xmlns:apiso="http://www.opengis.net/cat/csw/apiso/1.0"';

function like(word: string): string {
  // The wild cards of the filter itself are letters here.
  const literal = word.replace(/[%_\\]/g, (character) => `\\${character}`);
  return `<ogc:PropertyIsLike wildCard="%" singleChar="_" escapeChar="\\"><ogc:PropertyName>apiso:AnyText</ogc:PropertyName><ogc:Literal>%${escapeXml(literal)}%</ogc:Literal></ogc:PropertyIsLike>`;
}

/** Corners are latitude, longitude: the axes of EPSG:4326. */
function within(south: number, west: number, north: number, east: number): string {
  return `<ogc:BBOX><ogc:PropertyName>apiso:BoundingBox</ogc:PropertyName><gml:Envelope srsName="urn:ogc:def:crs:EPSG::4326"><gml:lowerCorner>${String(south)} ${String(west)}</gml:lowerCorner><gml:upperCorner>${String(north)} ${String(east)}</gml:upperCorner></gml:Envelope></ogc:BBOX>`;
}

/** A box across the date line is two: an envelope cannot have its west in the east. */
function boxFilter({ south, west, north, east }: BoundingBox): string {
  if (west <= east) return within(south, west, north, east);
  return `<ogc:Or>${within(south, west, north, 180)}${within(south, -180, north, east)}</ogc:Or>`;
}

function compared(comparison: string, property: string, date: string): string {
  return `<ogc:${comparison}><ogc:PropertyName>apiso:${property}</ogc:PropertyName><ogc:Literal>${date}</ogc:Literal></ogc:${comparison}>`;
}

function filters({ text, box, from, until }: CswCriteria): string[] {
  return [
    ...words(text).map(like),
    ...(box === undefined ? [] : [boxFilter(box)]),
    // What covers some of the period: it ends after the beginning and begins before the end.
    ...(from === undefined ? [] : [compared('PropertyIsGreaterThanOrEqualTo', 'TempExtent_end', firstDay(from))]),
    ...(until === undefined ? [] : [compared('PropertyIsLessThanOrEqualTo', 'TempExtent_begin', lastDay(until))]),
  ];
}

function words(text: string | undefined): string[] {
  return (text ?? '').split(/\s+/u).filter((word) => word !== '');
}

function constraint(criteria: CswCriteria): string {
  const all = filters(criteria);
  const [first] = all;
  if (first === undefined) return '';
  const filter = all.length === 1 ? first : `<ogc:And>${all.join('')}</ogc:And>`;
  return `<csw:Constraint version="1.1.0"><ogc:Filter>${filter}</ogc:Filter></csw:Constraint>`;
}

/** The document of a GetRecords of CSW 2.0.2 for records in ISO 19139. */
export function getRecordsXml(criteria: CswCriteria, { start, count }: CswPage): string {
  const attributes = `service="CSW" version="2.0.2" resultType="results" startPosition="${String(start)}" maxRecords="${String(count)}" outputFormat="application/xml" outputSchema="${ISO_SCHEMA}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<csw:GetRecords ${NAMESPACES_2} ${attributes}><csw:Query typeNames="gmd:MD_Metadata"><csw:ElementSetName>full</csw:ElementSetName>${constraint(criteria)}</csw:Query></csw:GetRecords>`;
}

/** The address with parameters added to those that it has. */
function withParameters(url: string, parameters: Readonly<Record<string, string>>): string {
  const address = new URL(url);
  for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value);
  return address.href;
}

/** "start/end" of CSW 3.0; an open end stays empty. */
function timeParameter({ from, until }: CswCriteria): Record<string, string> {
  if (from === undefined && until === undefined) return {};
  return { time: `${from === undefined ? '' : firstDay(from)}/${until === undefined ? '' : lastDay(until)}` };
}

/** Longitude first, since no reference system is named (fact sheet 6.5). A box across the date line is narrowed to no side: its latitudes alone. */
function boxParameter({ box }: CswCriteria): Record<string, string> {
  if (box === undefined) return {};
  const [west, east] = box.west <= box.east ? [box.west, box.east] : [-180, 180];
  return { bbox: [west, box.south, east, box.north].join(',') };
}

/** The parameters of a GetRecords of CSW 3.0. */
export function getRecordsParameters(criteria: CswCriteria, { start, count }: CswPage): Record<string, string> {
  return {
    service: 'CSW',
    version: '3.0.0',
    request: 'GetRecords',
    typeNames: 'Record',
    elementSetName: 'full',
    outputFormat: 'application/xml',
    outputSchema: ISO_SCHEMA,
    ...(words(criteria.text).length === 0 ? {} : { q: words(criteria.text).join(' ') }),
    ...boxParameter(criteria),
    ...timeParameter(criteria),
    startPosition: String(start),
    maxRecords: String(count),
  };
}

/** A page of records that meet some criteria: POST of a filter in CSW 2.0.2, parameters in 3.0. */
export function recordsRequest(server: CswServer, criteria: CswCriteria, page: CswPage): UpstreamRequest {
  const common = { platform: PLATFORM, kind: 'search', accept: ACCEPTED };
  if (server.version === '3.0.0') {
    return { ...common, method: 'GET', url: withParameters(server.url, getRecordsParameters(criteria, page)) };
  }
  const headers = { 'content-type': 'application/xml; charset=utf-8' };
  return { ...common, method: 'POST', safe: true, url: server.url, headers, body: getRecordsXml(criteria, page) };
}

/** One record by its identifier. */
export function recordByIdRequest(server: CswServer, id: string): UpstreamRequest {
  const parameters = {
    service: 'CSW',
    version: server.version,
    request: 'GetRecordById',
    id,
    elementSetName: 'full',
    outputSchema: ISO_SCHEMA,
  };
  return {
    platform: PLATFORM,
    kind: 'record',
    accept: ACCEPTED,
    method: 'GET',
    url: withParameters(server.url, parameters),
  };
}
