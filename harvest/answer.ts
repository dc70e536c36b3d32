/** Answers of OAI-PMH 2.0 as XML (3.2), written as texts: what they hold comes as texts. */
import { escapeXml } from '../subgraphs/common/xml.js';
import { datestamp, type Seconds } from './datestamps.js';
import { oaiIdentifier } from './identifiers.js';
import type { Header } from './ledger.js';
import type { OaiCall, OaiFault } from './protocol.js';
import type { Origin } from './read-records.js';

const OAI = 'http://www.openarchives.org/OAI/2.0/';
const XSI = 'http://www.w3.org/2001/XMLSchema-instance';

type Attributes = Readonly<Record<string, string | undefined>>;

/** An element with a text in it. */
export function textElement(name: string, text: string, attributes: Attributes = {}): string {
  return element(name, attributes, escapeXml(text));
}

/** An element with XML in it. */
export function element(name: string, attributes: Attributes, ...content: readonly string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeXml(value ?? '').replace(/[\t\n]/g, ' ')}"`)
    .join('');
  const inner = content.join('');
  return inner === '' ? `<${name}${written}/>` : `<${name}${written}>${inner}</${name}>`;
}

/** An element of a schema of its own, with the place of the schema. */
export function located(name: string, namespace: string, schema: string, ...content: readonly string[]): string {
  const place = { xmlns: namespace, 'xmlns:xsi': XSI, 'xsi:schemaLocation': `${namespace} ${schema}` };
  return element(name, place, ...content);
}

/** Whose answer it is, and when it was given. */
export interface Envelope {
  readonly baseUrl: string;
  readonly now: Seconds;
}

function answer({ baseUrl, now }: Envelope, request: Attributes, content: string): string {
  const root = { xmlns: OAI, 'xmlns:xsi': XSI, 'xsi:schemaLocation': `${OAI} ${OAI}OAI-PMH.xsd` };
  const body = element(
    'OAI-PMH',
    root,
    textElement('responseDate', datestamp(now)),
    textElement('request', baseUrl, request),
    content,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${body}\n`;
}

function requestOf(call: OaiCall | null): Attributes {
  return call === null ? {} : { verb: call.verb, ...Object.fromEntries(call.given) };
}

/** The answer to a call. */
export function answered(envelope: Envelope, call: OaiCall, ...content: readonly string[]): string {
  return answer(envelope, requestOf(call), element(call.verb, {}, ...content));
}

/** What a call cannot be answered for. The request is repeated but where it is itself what is wrong (3.2). */
export function refused(envelope: Envelope, call: OaiCall | null, { code, message }: OaiFault): string {
  const isItself = code === 'badVerb' || code === 'badArgument';
  return answer(envelope, requestOf(isItself ? null : call), textElement('error', message, { code }));
}

export function headerElement({ id, datestamp: at, sets, deleted }: Header, namespace: string): string {
  return element(
    'header',
    { status: deleted ? 'deleted' : undefined },
    textElement('identifier', oaiIdentifier(namespace, id)),
    textElement('datestamp', datestamp(at)),
    ...sets.map((spec) => textElement('setSpec', spec)),
  );
}

const PROVENANCE = `${OAI}provenance`;

/**
 * Where a record comes from (https://www.openarchives.org/OAI/2.0/guidelines-provenance.htm). Most platforms speak no OAI-PMH: their
 * address stands for baseURL and namespace, and where they tell no date of update, the time of our reading for the datestamp.
 * @param homepage of the platform
 */
export function provenanceElement({ id, url, readAt, updated }: Origin, homepage: string): string {
  const origin = element(
    'originDescription',
    { harvestDate: datestamp(readAt), altered: 'true' },
    textElement('baseURL', homepage),
    textElement('identifier', url ?? id),
    textElement('datestamp', datestamp(updated ?? readAt)),
    textElement('metadataNamespace', homepage),
  );
  return located('provenance', PROVENANCE, `${PROVENANCE}.xsd`, origin);
}

export interface ListEnd {
  /** Null: the list ends here. */
  readonly token: string | null;
  readonly size: number;
  /** Given before this part. */
  readonly given: number;
}

/** Behind a part of a list; nothing where the list is in one part (3.5). */
export function resumption({ token, size, given }: ListEnd): string {
  if (token === null && given === 0) return '';
  return textElement('resumptionToken', token ?? '', { completeListSize: String(size), cursor: String(given) });
}
