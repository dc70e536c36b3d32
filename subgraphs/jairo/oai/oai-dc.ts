import { parseEdtf } from '../../common/edtf.js';
import {
  identifier,
  parseDoi,
  parseHandle,
  parseHttpUrl,
  parseIssn,
  uniqueIdentifiers,
} from '../../common/identifiers.js';
import { langString, localizedTextOrNull, NO_TEXT } from '../../common/localized-text.js';
import type { Creator, Identifier, LangString, License, RelatedWork, WorkFields } from '../../common/record.js';
import { cleanLine, cleanText } from '../../common/text.js';
import { accessRight, languageTag, license, relationType, workType } from '../../common/vocabulary.js';
import { childElements, textContent, xmlLang, type XmlElement } from '../../common/xml.js';
import { landingPage, ownDoi } from '../jpcoar/identifiers.js';
import { parsePeriod } from '../jpcoar/dates.js';
import { NO_FIELDS } from '../../common/no-fields.js';
import type { DescribedWork } from '../record.js';

export const OAI_DC_NAMESPACE = 'http://www.openarchives.org/OAI/2.0/oai_dc/';
const DC_NAMESPACE = 'http://purl.org/dc/elements/1.1/';

export function isOaiDc(element: XmlElement): boolean {
  return element.name === 'dc' && element.namespace === OAI_DC_NAMESPACE;
}

function all(root: XmlElement, name: string): XmlElement[] {
  return childElements(root, name).filter(({ namespace }) => namespace === DC_NAMESPACE);
}

function strings(root: XmlElement, name: string): LangString[] {
  return all(root, name)
    .map((element) => langString(cleanLine(textContent(element)), xmlLang(element)))
    .filter(({ value }) => value !== '');
}

function values(root: XmlElement, name: string): string[] {
  return strings(root, name).map(({ value }) => value);
}

/** WEKO3 flattens a person's internal number and identifiers into further creators (fact sheet 2.3): those are no names. */
function isName(text: string): boolean {
  return !/^[\d\sXx-]+$/.test(text) && parseHttpUrl(text) === null;
}

function people(root: XmlElement, name: string): Creator[] {
  return strings(root, name).flatMap((string) => {
    const text = isName(string.value) ? localizedTextOrNull([string]) : null;
    if (text === null) return [];
    return [
      {
        name: text,
        familyName: null,
        givenName: null,
        orcid: null,
        nrid: null,
        eRadId: null,
        identifiers: [],
        affiliations: [],
      },
    ];
  });
}

/** An untyped identifier where its form tells what it is; "1111" tells nothing. */
function readIdentifier(text: string): Identifier | null {
  if (parseDoi(text) !== null) return identifier('DOI', text);
  if (/^(?:https?:\/\/hdl\.handle\.net\/|hdl:|info:hdl\/)/i.test(text) && parseHandle(text) !== null) {
    return identifier('HANDLE', text);
  }
  if (parseHttpUrl(text) !== null) return identifier('URL', text);
  return /issn/i.test(text) && parseIssn(text) !== null ? identifier('ISSN', text) : null;
}

/** dc:source names the journal or book (WEKO3 maps the source title to it), among bare numbers and ISSNs. */
function container(root: XmlElement): WorkFields['container'] {
  const sources = strings(root, 'source');
  const issn = sources.flatMap(({ value }) => parseIssn(value) ?? []);
  const named = sources.filter(({ value }) => isName(value) && parseIssn(value) === null).slice(0, 1);
  const title = localizedTextOrNull(named);
  if (title === null && issn.length === 0) return null;
  return { title, issn, volume: null, issue: null, firstPage: null, lastPage: null };
}

/** dc:rights holds the access right as well as licences. */
function rights(root: XmlElement): Pick<WorkFields, 'accessRight' | 'licenses'> {
  const texts = values(root, 'rights');
  const stated = texts.map((text) => accessRight(text, text)).find((right) => right !== 'UNKNOWN') ?? 'UNKNOWN';
  const licenses = texts
    .filter((text) => accessRight(text, text) === 'UNKNOWN')
    .flatMap((text): License | [] => license(text, parseHttpUrl(text)) ?? []);
  return { accessRight: stated, licenses };
}

function related(root: XmlElement): RelatedWork[] {
  return values(root, 'relation').flatMap((text) => {
    const target = readIdentifier(text);
    if (target === null) return [];
    const id = target.scheme === 'DOI' ? `doi:${target.value}` : null;
    return [{ relation: relationType('relation'), id, identifier: target, title: null }];
  });
}

/**
 * The work of an oai_dc record: lossy, since Dublin Core has one element for many things. dc:date is taken for the date of
 * issue, which is what it is for in practice; a number in a place of a name is dropped.
 */
export function readOaiDc(root: XmlElement): DescribedWork {
  const identifiers = uniqueIdentifiers(values(root, 'identifier').flatMap((text) => readIdentifier(text) ?? []));
  const descriptions = all(root, 'description').map((element) =>
    langString(cleanText(textContent(element)), xmlLang(element)),
  );
  const fields: WorkFields = {
    ...NO_FIELDS,
    doi: ownDoi(identifiers),
    identifiers,
    type:
      values(root, 'type')
        .map((label) => workType(label, label))
        .find((type) => type !== 'OTHER') ?? 'OTHER',
    title: localizedTextOrNull(strings(root, 'title')) ?? NO_TEXT,
    description: localizedTextOrNull(descriptions),
    creators: people(root, 'creator'),
    contributors: people(root, 'contributor').map((creator) => ({ role: 'Other', creator })),
    publisher: localizedTextOrNull(strings(root, 'publisher')),
    container: container(root),
    issued:
      values(root, 'date')
        .map(parseEdtf)
        .find((date) => date !== null) ?? null,
    languages: [...new Set(values(root, 'language').flatMap((code) => languageTag(code) ?? []))],
    subjects: strings(root, 'subject').flatMap((string) => {
      const value = localizedTextOrNull([string]);
      return value === null ? [] : [{ value, scheme: null, url: null }];
    }),
    ...rights(root),
    formats: [...new Set(values(root, 'format'))],
    period:
      values(root, 'coverage')
        .map(parsePeriod)
        .find((date) => date !== null) ?? null,
    url: landingPage(identifiers),
    related: related(root),
  };
  return { fields, jpcoar: null };
}
