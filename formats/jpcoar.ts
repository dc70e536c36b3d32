/** JPCOAR 2.0 (https://schema.irdb.nii.ac.jp/en/schema/2.0): elements in the order of its schema. */
import type { XmlElement } from '../subgraphs/common/xml.js';
import { languageCode } from '../subgraphs/common/vocabulary.js';
import { JPCOAR_IDENTIFIER_TYPES, JPCOAR_RELATED_TYPES, JPCOAR_RELATIONS } from './jpcoar-vocabulary.js';
import { contributorElements, creatorElements, rightsHolderElements } from './jpcoar-people.js';
import { conferenceElement, degreeElements, fileElements, fundingElements, placeElements } from './jpcoar-parts.js';
import { datacite, dc, dcterms, jpcoar, NAMESPACES } from './jpcoar-elements.js';
import { ACCESS_RIGHTS, RESOURCE_TYPES } from './vocabulary.js';
import type { FormatWork } from './work.js';
import { anyUri, langAttribute, perLanguage, xmlDocument, type Content } from './xml.js';

/** A date as the schema takes it: W3CDTF or a range of two. */
const DATE =
  /^\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2}))?)?)?(?:\/\d{4}(?:-\d{2}(?:-\d{2})?)?)?$/;
const SUBJECT_SCHEMES = new Map(
  ['BSH', 'DDC', 'e-Rad_field', 'JEL', 'LCC', 'LCSH', 'MeSH', 'NDC', 'NDLC', 'NDLSH', 'SciVal', 'UDC'].map((scheme) => [
    scheme.toUpperCase(),
    scheme,
  ]),
);

function rights({ accessRight, licenses }: FormatWork): Content {
  const right = accessRight === 'UNKNOWN' ? null : ACCESS_RIGHTS[accessRight];
  return [
    right === null ? null : dcterms('accessRights', { 'rdf:resource': right.coar }, right.label),
    licenses.map(({ name, spdx, url }) =>
      dc('rights', { 'rdf:resource': url === null ? null : anyUri(url) }, name ?? spdx ?? url),
    ),
  ];
}

function subjects({ subjects: all }: FormatWork): Content {
  return all.map(({ value, scheme, url }) =>
    perLanguage(value, (text) =>
      jpcoar(
        'subject',
        {
          ...langAttribute(text.lang),
          subjectScheme: SUBJECT_SCHEMES.get(scheme?.toUpperCase() ?? '') ?? 'Other',
          subjectURI: url === null ? null : anyUri(url),
        },
        text.value,
      ),
    ),
  );
}

function dates({ issued, embargoUntil, updated }: FormatWork): Content {
  const stated = [
    ['Issued', issued],
    ['Available', embargoUntil],
    ['Updated', updated?.replace(/\.\d+(?=Z|[+-])/, '') ?? null],
  ] as const;
  return stated.map(([dateType, date]) =>
    date !== null && DATE.test(date) ? datacite('date', { dateType }, date) : null,
  );
}

/** DOIs and handles, and every other identifier that has an address; the page for people where it is none of them. */
function identifiers(work: FormatWork): Content {
  const addresses = new Map<string, string>();
  for (const { scheme, value, url } of work.identifiers) {
    const type = JPCOAR_IDENTIFIER_TYPES[scheme];
    // A DOI that is none stays as printed.
    const address = url ?? (type === undefined ? null : value);
    if (address !== null && !addresses.has(address)) addresses.set(address, type ?? 'URI');
  }
  if (work.url !== null && !addresses.has(work.url)) addresses.set(work.url, 'URI');
  return [...addresses].map(([url, identifierType]) => jpcoar('identifier', { identifierType }, anyUri(url)));
}

function relations({ related }: FormatWork): Content {
  return related.map(({ relation, identifier, title }) => {
    const type = identifier === null ? null : (JPCOAR_RELATED_TYPES[identifier.scheme] ?? null);
    const target = identifier === null ? null : type === null ? (identifier.url ?? identifier.value) : identifier.value;
    return jpcoar(
      'relation',
      { relationType: JPCOAR_RELATIONS[relation] ?? null },
      target === null
        ? null
        : jpcoar(
            'relatedIdentifier',
            { identifierType: type ?? (identifier?.url === null ? 'Local' : 'URI') },
            anyUri(target),
          ),
      perLanguage(title, (text) => jpcoar('relatedTitle', langAttribute(text.lang), text.value)),
    );
  });
}

/** A page number as the schema takes it; "S12" has no place in it. */
function page(name: 'pageStart' | 'pageEnd', number: string | null): Content {
  return number !== null && /^0*[1-9]\d*$/.test(number) ? jpcoar(name, {}, number) : null;
}

function source({ container }: FormatWork): { readonly ids: Content; readonly place: Content } {
  if (container === null) return { ids: null, place: null };
  const { title, issn, volume, issue, firstPage, lastPage } = container;
  return {
    ids: issn.map((number) => jpcoar('sourceIdentifier', { identifierType: 'ISSN' }, number)),
    place: [
      perLanguage(title, (text) => jpcoar('sourceTitle', langAttribute(text.lang), text.value)),
      volume === null ? null : jpcoar('volume', {}, volume),
      issue === null ? null : jpcoar('issue', {}, issue),
      page('pageStart', firstPage),
      page('pageEnd', lastPage),
    ],
  };
}

/** The media types of files stand with the files. */
function ownFormats({ formats, files }: FormatWork): string[] {
  const ofFiles = new Set(files.map(({ mediaType }) => mediaType));
  return formats.filter((format) => !ofFiles.has(format));
}

/** A work as a jpcoar:jpcoar element. */
export function jpcoarElement(work: FormatWork): XmlElement {
  const { ids, place } = source(work);
  const { label, coar } = RESOURCE_TYPES[work.type];
  const codes = [...new Set(work.languages.flatMap((tag) => languageCode(tag) ?? []))];
  return jpcoar(
    'jpcoar',
    {},
    perLanguage(work.title, (text) => dc('title', langAttribute(text.lang), text.value)),
    work.alternativeTitles.map((title) =>
      perLanguage(title, (text) => dcterms('alternative', langAttribute(text.lang), text.value)),
    ),
    creatorElements(work),
    contributorElements(work),
    rights(work),
    rightsHolderElements(work),
    subjects(work),
    perLanguage(work.description, (text) =>
      datacite('description', { ...langAttribute(text.lang), descriptionType: 'Abstract' }, text.value),
    ),
    perLanguage(work.publisher, (text) => dc('publisher', langAttribute(text.lang), text.value)),
    dates(work),
    codes.map((code) => dc('language', {}, code)),
    dc('type', { 'rdf:resource': coar }, label),
    work.version === null ? null : datacite('version', {}, work.version),
    identifiers(work),
    relations(work),
    work.period === null ? null : dcterms('temporal', {}, work.period),
    placeElements(work),
    fundingElements(work),
    ids,
    work.size === null ? null : dcterms('extent', {}, work.size),
    ownFormats(work).map((format) => jpcoar('format', {}, format)),
    place,
    degreeElements(work),
    conferenceElement(work),
    fileElements(work),
  );
}

/** A work as a JPCOAR 2.0 document. */
export function writeJpcoar(work: FormatWork): string {
  return xmlDocument(jpcoarElement(work), NAMESPACES);
}
