/** What an OAI-PMH data provider is asked: each verb, each error that the protocol names, and some of its records. */
import { setTimeout as pause } from 'node:timers/promises';
import { UnreadableDocument } from '../../subgraphs/common/errors.js';
import { readOaiAnswer, type OaiAnswer, type OaiErrorCode } from '../../subgraphs/common/oai-pmh/envelope.js';
import { childElements, childText, type XmlElement } from '../../subgraphs/common/xml.js';
import { readXmlDocument } from '../../subgraphs/common/xml-document.js';
import { shown } from '../check.js';
import { PROFILES } from '../profiles.js';
import { orWhy, type Answered, type Asking } from './asking.js';
import { answered, listed, SAMPLE, type EndpointCheck, type EndpointReport, type SampledRecord } from './report.js';

/** Prefixes whose documents some profile is about, the richest first; the names are each server's own. */
const PREFERRED = [
  /^oai_datacite4?$|^datacite/i,
  /^oai_openaire|^oaire|^openaire/i,
  /^jpcoar_2/i,
  /^oai_cerif_openaire/i,
];

const TRIES = 6;
const MOST_PAUSE_S = 30;

/** OAI-PMH's answer; or in one line why it is none. */
function readAnswer(got: Answered | string): { readonly root: XmlElement; readonly answer: OaiAnswer } | string {
  if (typeof got === 'string') return got;
  try {
    const root = readXmlDocument(got.body);
    return { root, answer: readOaiAnswer(root) };
  } catch (error) {
    if (error instanceof UnreadableDocument) return `status ${String(got.status)}, ${error.message}`;
    throw error;
  }
}

/** A provider that says "later" (503 with Retry-After, OAI-PMH 3.1.2.2) is asked again then, as harvesters do. */
async function ask(asking: Asking, parameters: Readonly<Record<string, string>>) {
  for (let tries = TRIES; ; tries -= 1) {
    const got = await orWhy(asking.get(parameters));
    if (typeof got === 'string' || got.status !== 503 || got.retryAfter === null || tries === 0) return readAnswer(got);
    await pause(Math.min(got.retryAfter, MOST_PAUSE_S) * 1000);
  }
}

type Got = Awaited<ReturnType<typeof ask>>;

/** Whether an endpoint speaks OAI-PMH at all. */
export function isOai(got: Answered): boolean {
  return typeof readAnswer(got) !== 'string';
}

const IDENTIFY = ['repositoryName', 'baseURL', 'protocolVersion', 'adminEmail', 'earliestDatestamp', 'deletedRecord', 'granularity']; // prettier-ignore

/** Identify's element by name; empty where it has none. */
function identifyTexts(got: Got): ReadonlyMap<string, string> {
  const element = typeof got === 'string' ? undefined : childElements(got.root, 'Identify')[0];
  return new Map(element === undefined ? [] : IDENTIFY.map((name) => [name, childText(element, name) ?? '']));
}

function identifyCheck(got: Got, texts: ReadonlyMap<string, string>): EndpointCheck {
  const id = 'oai-pmh:Identify';
  if (typeof got === 'string') return answered(id, false, got);
  const missing = IDENTIFY.filter((name) => (texts.get(name) ?? '') === '');
  if (missing.length > 0) return answered(id, false, `without ${missing.join(', ')}`);
  const version = texts.get('protocolVersion') ?? '';
  return answered(id, version === '2.0', `protocolVersion ${shown(version)}`);
}

/** A question with one right answer: an error of the protocol. */
function errorCheck(code: OaiErrorCode, got: Got): EndpointCheck {
  const id = `oai-pmh:${code}`;
  if (typeof got === 'string') return answered(id, false, got);
  if (got.answer.kind !== 'error') return answered(id, false, `answered with ${got.answer.kind}, not with an error`);
  return answered(id, got.answer.codes.includes(code), `error ${got.answer.codes.join(', ')}`);
}

function setsCheck(got: Got): EndpointCheck {
  const id = 'oai-pmh:ListSets';
  if (typeof got === 'string') return answered(id, false, got);
  if (got.answer.kind === 'sets') return answered(id, true, `${String(got.answer.sets.length)} sets`);
  const isNone = got.answer.kind === 'error' && got.answer.codes.includes('noSetHierarchy');
  return answered(id, isNone, isNone ? 'no sets' : `answered with ${got.answer.kind}`);
}

/** What a list of a verb must have: datestamps in the granularity that Identify tells. */
function listCheck(verb: string, got: Got, granularity: string): EndpointCheck {
  const id = `oai-pmh:${verb}`;
  if (typeof got === 'string') return answered(id, false, got);
  const list = childElements(got.root, verb)[0];
  if (list === undefined) return answered(id, false, `answered with ${got.answer.kind}`);
  const headers = verb === 'ListRecords' ? childElements(list, 'record').flatMap((one) => childElements(one, 'header')) : childElements(list, 'header'); // prettier-ignore
  const form = granularity.length > 10 ? /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/ : /^\d{4}-\d\d-\d\d$/;
  const other = headers.map((header) => childText(header, 'datestamp') ?? '').find((date) => !form.test(date));
  if (headers.length === 0) return answered(id, false, 'a list without an entry');
  return other === undefined
    ? answered(id, true, `${String(headers.length)} entries`)
    : answered(id, false, `datestamp ${shown(other)} is not in its granularity ${shown(granularity)}`);
}

/** A list that goes on does so by its token alone. */
async function resumptionCheck(asking: Asking, got: Got): Promise<EndpointCheck> {
  const id = 'oai-pmh:resumptionToken';
  const token = typeof got !== 'string' && got.answer.kind === 'headers' ? got.answer.next.token : null;
  if (token === null) return { id, status: 'NOT_APPLICABLE', evidence: 'its first list is whole' };
  const next = await ask(asking, { verb: 'ListIdentifiers', resumptionToken: token });
  if (typeof next === 'string') return answered(id, false, next);
  return answered(id, next.answer.kind === 'headers', `the list goes on with ${next.answer.kind}`);
}

function sampleOf(got: Got): Pick<EndpointReport, 'sample' | 'unreadable'> {
  if (typeof got === 'string') return { sample: [], unreadable: [got] };
  if (got.answer.kind !== 'records') return { sample: [], unreadable: [] };
  const sample: SampledRecord[] = [];
  const unreadable: string[] = [];
  for (const { header, metadata, refused } of got.answer.entries.slice(0, SAMPLE)) {
    if (refused !== null) unreadable.push(shown(refused));
    if (header === null || metadata === null) continue;
    const document = { kind: 'xml', root: metadata } as const;
    const checks = PROFILES.filter(({ isOwn }) => isOwn(document)).flatMap(({ check }) => check(document, null) ?? []);
    sample.push({ id: header.identifier, checks });
  }
  return { sample, unreadable };
}

/** The prefix whose documents say most to our profiles. */
function bestPrefix(prefixes: readonly string[]): string {
  for (const form of PREFERRED) {
    const found = prefixes.find((prefix) => form.test(prefix));
    if (found !== undefined) return found;
  }
  return 'oai_dc';
}

/** @throws UpstreamError never: what does not answer is a failed check */
export async function checkOaiPmh(asking: Asking): Promise<EndpointReport> {
  const identify = await ask(asking, { verb: 'Identify' });
  const texts = identifyTexts(identify);
  const formats = await ask(asking, { verb: 'ListMetadataFormats' });
  const prefixes = typeof formats !== 'string' && formats.answer.kind === 'formats' ? formats.answer.prefixes : [];
  const sets = await ask(asking, { verb: 'ListSets' });
  const prefix = bestPrefix(prefixes);
  const headers = await ask(asking, { verb: 'ListIdentifiers', metadataPrefix: prefix });
  const records = await ask(asking, { verb: 'ListRecords', metadataPrefix: prefix });
  const granularity = texts.get('granularity') ?? '';
  const wrong: readonly (readonly [OaiErrorCode, Readonly<Record<string, string>>])[] = [
    ['badVerb', { verb: 'Nonsense' }],
    ['badArgument', { verb: 'ListRecords' }],
    ['cannotDisseminateFormat', { verb: 'ListRecords', metadataPrefix: 'no_such_format' }],
    ['idDoesNotExist', { verb: 'GetRecord', identifier: 'oai:invalid.example:none', metadataPrefix: prefix }],
    ['badResumptionToken', { verb: 'ListRecords', resumptionToken: 'none-of-yours' }],
    ['noRecordsMatch', { verb: 'ListRecords', metadataPrefix: prefix, from: '1900-01-01', until: '1900-01-02' }],
  ];
  const errors: EndpointCheck[] = [];
  for (const [code, parameters] of wrong) errors.push(errorCheck(code, await ask(asking, parameters)));
  return {
    kind: 'OAI_PMH',
    capabilities: [
      { name: 'repository', value: shown(texts.get('repositoryName') ?? '') },
      { name: 'formats', value: listed(prefixes.map(shown)) },
      { name: 'sets', value: typeof sets !== 'string' && sets.answer.kind === 'sets' ? listed(sets.answer.sets.map(shown)) : 'none' },
      { name: 'deleted records', value: shown(texts.get('deletedRecord') ?? '') },
      { name: 'granularity', value: shown(granularity) },
      { name: 'sampled as', value: prefix },
    ], // prettier-ignore
    checks: [
      identifyCheck(identify, texts),
      answered('oai-pmh:ListMetadataFormats', prefixes.includes('oai_dc'), prefixes.length === 0 ? (typeof formats === 'string' ? formats : 'no formats') : `formats ${listed(prefixes.map(shown))}`),
      setsCheck(sets),
      listCheck('ListIdentifiers', headers, granularity),
      await resumptionCheck(asking, headers),
      listCheck('ListRecords', records, granularity),
      ...errors,
    ], // prettier-ignore
    ...sampleOf(records),
  };
}
