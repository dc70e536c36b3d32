/** OAI-PMH 2.0 over the records that DIAS describes (fact sheet 6.6): `oai_dc` and `iso19139`, twenty to a page. */
import type { SandboxRequest, SandboxResponse } from '../../../sandbox/server.js';
import { escapeXml } from '../../common/xml.js';
import { datasetsOn, revisedAt, type Dataset } from './datasets.js';
import { oaiDc } from './dublin-core.js';
import { GMD, isoRecord } from './iso.js';

const PAGE = 20;
const FORMATS = {
  oai_dc: ['http://www.openarchives.org/OAI/2.0/oai_dc.xsd', 'http://www.openarchives.org/OAI/2.0/oai_dc/'],
  iso19139: ['http://www.isotc211.org/2005/gmd/gmd.xsd', GMD],
} as const;
type Prefix = keyof typeof FORMATS;

const records: readonly Dataset[] = [...datasetsOn('pages'), ...datasetsOn('csw').filter(({ held }) => !held.channels.includes('pages'))]; // prettier-ignore

class OaiError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

interface Selection {
  readonly prefix: Prefix;
  readonly from: string;
  readonly until: string;
  readonly cursor: number;
}

function identifierOf({ held }: Dataset): string {
  return `oai:dias.example.org:${held.id}`;
}

function stampOf(dataset: Dataset): string {
  return revisedAt(dataset).toISOString().replace('.000Z', 'Z');
}

function isPrefix(text: string): text is Prefix {
  return text in FORMATS;
}

function prefixOf(parameters: URLSearchParams): Prefix {
  const prefix = parameters.get('metadataPrefix');
  if (prefix === null) throw new OaiError('badArgument', 'Missing metadataPrefix parameter');
  if (!isPrefix(prefix)) throw new OaiError('cannotDisseminateFormat', `Unknown metadataPrefix ${prefix}`);
  return prefix;
}

function dateOf(parameters: URLSearchParams, name: string): string {
  const text = parameters.get(name) ?? '';
  if (text === '' || /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}Z)?$/.test(text)) return text;
  throw new OaiError('badArgument', `Invalid ${name}`);
}

/** The token holds the selection and where it goes on; it is exclusive with the other arguments. */
function selectionOf(parameters: URLSearchParams): Selection {
  const token = parameters.get('resumptionToken');
  if (token === null) return { prefix: prefixOf(parameters), from: dateOf(parameters, 'from'), until: dateOf(parameters, 'until'), cursor: 0 }; // prettier-ignore
  const [prefix = '', from = '', until = '', cursor = ''] = token.split('!');
  if ([...parameters.keys()].length > 2) throw new OaiError('badArgument', 'resumptionToken is exclusive');
  if (!isPrefix(prefix) || !/^\d+$/.test(cursor)) throw new OaiError('badResumptionToken', 'Unknown resumptionToken');
  return { prefix, from, until, cursor: Number(cursor) };
}

function header(dataset: Dataset): string {
  return `<header><identifier>${identifierOf(dataset)}</identifier><datestamp>${stampOf(dataset)}</datestamp></header>`;
}

function record(dataset: Dataset, prefix: Prefix): string {
  const metadata = prefix === 'oai_dc' ? oaiDc(dataset) : isoRecord(dataset);
  return `<record>${header(dataset)}<metadata>${metadata}</metadata></record>`;
}

function list(parameters: URLSearchParams, verb: string): string {
  const { prefix, from, until, cursor } = selectionOf(parameters);
  const found = records.filter((dataset) => {
    const stamp = stampOf(dataset);
    return stamp.slice(0, from.length) >= from && (until === '' || stamp.slice(0, until.length) <= until);
  });
  const shown = found.slice(cursor, cursor + PAGE);
  if (shown.length === 0) throw new OaiError('noRecordsMatch', 'No records match');
  const more = cursor + PAGE < found.length;
  const next = more ? [prefix, from, until, String(cursor + PAGE)].join('!') : '';
  const token = found.length > PAGE ? `<resumptionToken completeListSize="${String(found.length)}" cursor="${String(cursor)}">${next}</resumptionToken>` : ''; // prettier-ignore
  return `${shown.map((dataset) => (verb === 'ListIdentifiers' ? header(dataset) : record(dataset, prefix))).join('\n')}${token}`; // prettier-ignore
}

function identify(address: string): string {
  return `<repositoryName>DIAS (sandbox)</repositoryName><baseURL>${address}</baseURL><protocolVersion>2.0</protocolVersion><adminEmail>dias-office@dias.example.org</adminEmail><earliestDatestamp>2010-10-01T00:00:00Z</earliestDatestamp><deletedRecord>no</deletedRecord><granularity>YYYY-MM-DDThh:mm:ssZ</granularity>`; // prettier-ignore
}

function content(parameters: URLSearchParams, address: string): string {
  const verb = parameters.get('verb') ?? '';
  switch (verb) {
    case 'Identify':
      return identify(address);
    case 'ListMetadataFormats':
      return Object.entries(FORMATS)
        .map(
          ([prefix, [schema, namespace]]) =>
            `<metadataFormat><metadataPrefix>${prefix}</metadataPrefix><schema>${schema}</schema><metadataNamespace>${namespace}</metadataNamespace></metadataFormat>`,
        ) // prettier-ignore
        .join('');
    case 'ListSets':
      throw new OaiError('noSetHierarchy', 'This repository does not support sets');
    case 'ListIdentifiers':
    case 'ListRecords':
      return list(parameters, verb);
    case 'GetRecord': {
      const prefix = prefixOf(parameters);
      const dataset = records.find((one) => identifierOf(one) === parameters.get('identifier'));
      if (!dataset) throw new OaiError('idDoesNotExist', 'No such identifier');
      return record(dataset, prefix);
    }
    default:
      throw new OaiError('badVerb', `Unknown verb '${verb}'`);
  }
}

/** Answers a request to the repository; `address` is its own. */
export function answerOai(request: SandboxRequest, address: string): SandboxResponse {
  const parameters = request.method === 'POST' ? new URLSearchParams(request.body) : request.url.searchParams;
  const verb = parameters.get('verb') ?? '';
  let inner: string;
  let failed = false;
  try {
    inner = `<${verb}>${content(parameters, address)}</${verb}>`;
  } catch (error) {
    if (!(error instanceof OaiError)) throw error;
    failed = ['badVerb', 'badArgument'].includes(error.code);
    inner = `<error code="${error.code}">${escapeXml(error.message)}</error>`;
  }
  const echoed = failed ? '' : [...parameters].map(([name, value]) => ` ${name}="${escapeXml(value)}"`).join('');
  const body = `<?xml version="1.0" encoding="UTF-8"?>
<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>${new Date().toISOString().slice(0, 19)}Z</responseDate><request${echoed}>${address}</request>${inner}</OAI-PMH>
`;
  return { status: 200, headers: { 'Content-Type': 'text/xml;charset=UTF-8' }, body };
}
