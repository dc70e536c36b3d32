import type { SandboxResponse } from '../../../sandbox/server.js';
import { echoDate, type OaiArguments, type OaiError } from './oai-request.js';
import type { ResumptionTokens } from './oai-tokens.js';
import type { SandboxRepository } from './repositories.js';
import { bareDocument, element, prettyDocument, type XmlContent, type XmlNode } from './xml.js';

/** A request to the OAI-PMH interface of one host. */
export interface OaiCall {
  readonly repository: SandboxRepository;
  readonly tokens: ResumptionTokens;
  readonly args: OaiArguments;
  readonly now: Date;
  /** Lists never end: the fault `endless`. */
  readonly endless: boolean;
}

const TEXT_XML = { 'Content-Type': 'text/xml; charset=utf-8' };

export function instant(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}

/** Attributes of `request` in no fixed order; `from` shows under the name that the server's own code has for it: from_ (fact sheet 2.1). */
function requestAttributes(echoed: Readonly<Record<string, string>>): Record<string, string> {
  const entries = Object.entries(echoed).map(([name, value]): [string, string] => {
    if (name === 'from') return ['from_', echoDate(value)];
    return [name, name === 'until' ? echoDate(value) : value];
  });
  const weight = ([, value]: [string, string]): number =>
    [...value].reduce((sum, character) => sum + (character.codePointAt(0) ?? 0), 0) % 7;
  return Object.fromEntries(entries.sort((left, right) => weight(left) - weight(right)));
}

function envelope(call: OaiCall, echoed: Readonly<Record<string, string>>, ...payload: readonly XmlContent[]): XmlNode {
  return element(
    'OAI-PMH',
    {
      xmlns: 'http://www.openarchives.org/OAI/2.0/',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      'xsi:schemaLocation': 'http://www.openarchives.org/OAI/2.0/ http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd',
    },
    element('responseDate', {}, instant(call.now)),
    element('request', requestAttributes(echoed), `https://${call.repository.host}/oai`),
    ...payload,
  );
}

export function errorElements(errors: readonly OaiError[]): XmlNode[] {
  return errors.map(({ code, message }) => element('error', { code }, message));
}

/** A refused request: HTTP 422, one line, no declaration, no attributes on `request` (fact sheet 2.1). */
export function refused(call: OaiCall, errors: readonly OaiError[]): SandboxResponse {
  return { status: 422, headers: TEXT_XML, body: bareDocument(envelope(call, {}, errorElements(errors))) };
}

export function answered(
  call: OaiCall,
  echoed: Readonly<Record<string, string>>,
  ...payload: readonly XmlContent[]
): SandboxResponse {
  return { status: 200, headers: TEXT_XML, body: prettyDocument(envelope(call, echoed, ...payload)) };
}

/** What the server did not catch. */
export function crashed(): SandboxResponse {
  return {
    status: 500,
    headers: { 'Content-Type': 'text/html; charset=utf-8' },
    body: '<!DOCTYPE html>\n<html><head><title>Internal server error</title></head><body><h1>Internal server error</h1></body></html>\n',
  };
}

export function echo(args: OaiArguments): Record<string, string> {
  return Object.fromEntries([...args].flatMap(([name, [value]]) => (value === undefined ? [] : [[name, value]])));
}
