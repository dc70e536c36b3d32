/** CSW 2.0.2, as pycsw speaks it (fact sheet 6.4): GetCapabilities, GetRecords and GetRecordById by POST and by KVP. */
import type { SandboxRequest, SandboxResponse } from '../../../sandbox/server.js';
import { attribute, childElement, childElements, childText, escapeXml, parseXml, textContent, type XmlElement } from '../../common/xml.js'; // prettier-ignore
import { FilterError, readCql, readFilter, type Filter } from './csw-filter.js';
import { datasetsOn, type Dataset } from './datasets.js';
import { cswRecord, type ElementSet } from './dublin-core.js';
import { GMD, isoRecord, recordId } from './iso.js';

const CSW = 'http://www.opengis.net/cat/csw/2.0.2';
const DEFAULT_MAX_RECORDS = 10;
const NAMESPACES = `xmlns:csw="${CSW}" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dct="http://purl.org/dc/terms/" xmlns:gmd="${GMD}" xmlns:ows="http://www.opengis.net/ows"`; // prettier-ignore
const SCHEMAS = [CSW, GMD];

const records: readonly Dataset[] = datasetsOn('csw');

/** A request that is answered with an exception report. */
class CswError extends Error {
  constructor(
    readonly exceptionCode: string,
    readonly locator: string,
    message: string,
  ) {
    super(message);
  }
}

/** A request in either encoding. */
interface CswRequest {
  readonly operation: string;
  readonly parameter: (name: string) => string | undefined;
  readonly ids: readonly string[];
  readonly filter: () => Filter;
}

function xml(body: string): SandboxResponse {
  const headers = { 'Content-Type': 'application/xml' };
  return { status: 200, headers, body: `<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n${body}\n` };
}

/** Exceptions come with status 200: the root element tells (fact sheet 6.4). */
function exception(code: string, locator: string, message: string): SandboxResponse {
  return xml(
    `<ows:ExceptionReport xmlns:ows="http://www.opengis.net/ows" version="1.2.0" language="en-US"><ows:Exception exceptionCode="${code}" locator="${locator}"><ows:ExceptionText>${escapeXml(message)}</ows:ExceptionText></ows:Exception></ows:ExceptionReport>`,
  ); // prettier-ignore
}

/** Keys in any case, as KVP has them. */
function fromQuery(parameters: URLSearchParams): CswRequest {
  const lower = new Map([...parameters].map(([name, value]) => [name.toLowerCase(), value]));
  const parameter = (name: string): string | undefined => lower.get(name.toLowerCase());
  return {
    operation: parameter('request') ?? '',
    parameter,
    ids: (parameter('id') ?? '').split(',').filter((id) => id !== ''),
    filter: () => {
      const constraint = parameter('constraint') ?? '';
      if (constraint === '') return () => true;
      if (parameter('constraintlanguage') === 'FILTER') return readFilter(parseXml(constraint));
      return readCql(constraint);
    },
  };
}

function fromXml(body: string): CswRequest {
  let root: XmlElement;
  try {
    root = parseXml(body);
  } catch (error) {
    throw new CswError('NoApplicableCode', 'service', `Exception: the document is not well-formed.\n${String(error)}`);
  }
  const query = childElement(root, 'Query');
  const constraint = query && childElement(query, 'Constraint');
  const nested: Readonly<Record<string, string | undefined>> = {
    elementsetname: childText(query ?? root, 'ElementSetName'),
    typenames: query && attribute(query, 'typeNames'),
  };
  return {
    operation: root.name,
    parameter: (name) => nested[name.toLowerCase()] ?? attribute(root, name),
    ids: childElements(root, 'Id').map((id) => textContent(id).trim()),
    filter: () => {
      const cql = constraint && childText(constraint, 'CqlText');
      const filter = constraint && childElement(constraint, 'Filter');
      if (cql !== undefined) return readCql(cql);
      return filter ? readFilter(filter) : () => true;
    },
  };
}

function elementSet(text: string | undefined, fallback: ElementSet): ElementSet {
  const set = text ?? fallback;
  if (set === 'brief' || set === 'summary' || set === 'full') return set;
  throw new CswError('InvalidParameterValue', 'elementsetname', `Invalid ElementSetName value: ${set}.`);
}

function schemaOf({ parameter }: CswRequest): string {
  const schema = parameter('outputSchema') ?? CSW;
  if (SCHEMAS.includes(schema)) return schema;
  throw new CswError('InvalidParameterValue', 'outputschema', `Invalid outputSchema parameter value: ${schema}.`);
}

function show(dataset: Dataset, schema: string, set: ElementSet): string {
  return schema === GMD ? isoRecord(dataset) : cswRecord(dataset, set);
}

/** maxRecords left out is ten; an empty one is none, though nextRecord goes on as if it were ten. */
function limitOf({ parameter }: CswRequest): { readonly limit: number; readonly step: number } {
  const text = parameter('maxRecords');
  if (text === undefined) return { limit: DEFAULT_MAX_RECORDS, step: DEFAULT_MAX_RECORDS };
  if (text === '') return { limit: 0, step: DEFAULT_MAX_RECORDS };
  if (!/^\d+$/.test(text)) throw new CswError('InvalidParameterValue', 'maxrecords', 'Invalid maxRecords value');
  return { limit: Number(text), step: Number(text) };
}

/** Both `hits` and an empty maxRecords return nothing and name a next record all the same (fact sheet 6.4). */
function getRecords(request: CswRequest): SandboxResponse {
  if ((request.parameter('typeNames') ?? '') === '')
    throw new CswError('MissingParameterValue', 'typenames', 'Missing typeNames parameter');
  const start = request.parameter('startPosition') ?? '1';
  if (!/^[1-9]\d*$/.test(start)) throw new CswError('InvalidParameterValue', 'startposition', 'Invalid startPosition');
  const [schema, set, { limit, step }] = [schemaOf(request), elementSet(request.parameter('elementSetName'), 'summary'), limitOf(request)]; // prettier-ignore
  const found = records.filter(request.filter());
  const from = Number(start);
  const hits = request.parameter('resultType') === 'hits';
  const shown = hits ? [] : found.slice(from - 1, from - 1 + limit);
  const next = found.length > from - 1 + step ? from + step : 0;
  const counts = `numberOfRecordsMatched="${String(found.length)}" numberOfRecordsReturned="${String(shown.length)}" nextRecord="${String(next)}"`;
  return xml(
    `<csw:GetRecordsResponse ${NAMESPACES} version="2.0.2"><csw:SearchStatus timestamp="2026-11-24T00:00:00Z"/><csw:SearchResults ${counts} recordSchema="${schema}" elementSet="${set}">${shown.map((dataset) => show(dataset, schema, set)).join('\n')}</csw:SearchResults></csw:GetRecordsResponse>`,
  );
} // prettier-ignore

/** An unknown id: an empty answer. */
function getRecordById(request: CswRequest): SandboxResponse {
  if (request.ids.length === 0) throw new CswError('MissingParameterValue', 'id', 'Missing id parameter');
  const [schema, set] = [schemaOf(request), elementSet(request.parameter('elementSetName'), 'summary')];
  const found = records.filter((dataset) => request.ids.includes(recordId(dataset)));
  const shown = found.map((dataset) => show(dataset, schema, set)).join('\n');
  return xml(`<csw:GetRecordByIdResponse ${NAMESPACES}>${shown}</csw:GetRecordByIdResponse>`);
}

function getCapabilities(address: string): SandboxResponse {
  const at = `<ows:DCP><ows:HTTP><ows:Get xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="${address}"/><ows:Post xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="${address}"/></ows:HTTP></ows:DCP>`; // prettier-ignore
  const schemas = SCHEMAS.map((schema) => `<ows:Value>${schema}</ows:Value>`).join('');
  const operations = ['GetCapabilities', 'GetRecords', 'GetRecordById'].map(
    (name) =>
      `<ows:Operation name="${name}">${at}${name === 'GetCapabilities' ? '' : `<ows:Parameter name="outputSchema">${schemas}</ows:Parameter>`}</ows:Operation>`,
  );
  return xml(
    `<csw:Capabilities ${NAMESPACES} version="2.0.2"><ows:ServiceIdentification><ows:Title>DIAS (sandbox)</ows:Title><ows:ServiceType>CSW</ows:ServiceType><ows:ServiceTypeVersion>2.0.2</ows:ServiceTypeVersion></ows:ServiceIdentification><ows:OperationsMetadata>${operations.join('')}</ows:OperationsMetadata></csw:Capabilities>`,
  );
} // prettier-ignore

function answer(request: CswRequest, address: string): SandboxResponse {
  const service = request.parameter('service');
  if (service === undefined) throw new CswError('MissingParameterValue', 'service', 'Missing service parameter');
  if (service !== 'CSW') throw new CswError('InvalidParameterValue', 'service', 'Invalid value for service: must be CSW'); // prettier-ignore
  if (request.operation === 'GetCapabilities') return getCapabilities(address);
  const version = request.parameter('version');
  if (version !== '2.0.2') {
    const code = version === undefined ? 'MissingParameterValue' : 'InvalidParameterValue';
    throw new CswError(code, 'version', 'Invalid value for version: 2.0.2 is supported');
  }
  if (request.operation === 'GetRecords') return getRecords(request);
  if (request.operation === 'GetRecordById') return getRecordById(request);
  throw new CswError('InvalidParameterValue', 'request', `Invalid value for request: ${request.operation}`);
}

/** Answers a request to the catalogue; `address` is its own. */
export function answerCsw(request: SandboxRequest, address: string): SandboxResponse {
  try {
    return answer(request.method === 'POST' ? fromXml(request.body) : fromQuery(request.url.searchParams), address);
  } catch (error) {
    if (error instanceof CswError) return exception(error.exceptionCode, error.locator, error.message);
    if (error instanceof FilterError) return exception('InvalidParameterValue', 'constraint', error.message);
    throw error;
  }
}
