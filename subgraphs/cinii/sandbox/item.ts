/** A search hit: flat, in one language, with a silent fall-back to the other (fact sheet 4.2 and 4.3). */
import { world, type Bilingual, type WorldWork } from '../../../sandbox/world/index.js';
import { peculiarities } from '../fixtures/peculiarities.js';
import { markedUp } from './text.js';
import type { JsonObject, SandboxRecord } from './records.js';

export type AnswerLanguage = 'ja' | 'en';

/** The public address of a record: what stands in documents, wherever the sandbox itself listens. */
export function cridUrl(crid: string): string {
  return `https://cir.nii.ac.jp/crid/${crid}`;
}

/** The text in the answer's language, else in the other. */
export function choose(text: Bilingual, language: AnswerLanguage): string | null {
  return language === 'en' ? (text.en ?? text.ja) : (text.ja ?? text.en);
}

function publication(work: WorldWork, language: AnswerLanguage): JsonObject {
  const journal = work.journal === null ? null : world.journal(work.journal);
  const quirks = peculiarities(work);
  const name = journal ? choose(journal.title, language) : quirks.container;
  return {
    ...(name === null ? {} : { 'prism:publicationName': name }),
    // Without its hyphen in search, with it in details (fact sheet 10.6).
    ...(journal ? { 'prism:issn': journal.issn.replace('-', '') } : {}),
    ...(work.volume === null ? {} : { 'prism:volume': work.volume }),
    ...(work.issue === null ? {} : { 'prism:number': work.issue }),
    ...(work.firstPage === null ? {} : { 'prism:startingPage': work.firstPage }),
    ...(work.lastPage === null ? {} : { 'prism:endingPage': work.lastPage }),
    ...(quirks.pageRange && work.firstPage !== null && work.lastPage !== null
      ? { 'prism:pageRange': `${work.firstPage}-${work.lastPage}` }
      : {}),
  };
}

function workFields(
  work: WorldWork,
  record: SandboxRecord,
  language: AnswerLanguage,
): { readonly before: JsonObject; readonly after: JsonObject } {
  const thesis = work.degree;
  const publisher = thesis
    ? choose(world.organization(thesis.organization).name, language)
    : choose(work.publisher, language);
  const abstract = choose(record.abstract, language);
  const holding = work.holdings.cinii;
  const degreeName = thesis === null ? null : choose(thesis.name, 'ja');
  return {
    before: publisher === null ? {} : { 'dc:publisher': publisher },
    after: {
      ...publication(work, language),
      ...(record.issued === null ? {} : { 'prism:publicationDate': record.issued }),
      ...(abstract === null || !holding
        ? {}
        : {
            description: markedUp(abstract, holding.markup),
            abstractLicenseFlag: holding.abstractAllowed ? 'allow' : 'disallow',
          }),
      ...(thesis === null
        ? {}
        : {
            ...(degreeName === null ? {} : { 'ndl:degreeName': degreeName }),
            'ndl:dissertationNumber': thesis.number,
            'dc:date': thesis.granted,
          }),
    },
  };
}

function subjects(record: SandboxRecord, language: AnswerLanguage): string[] {
  const { source } = record;
  if (source.kind === 'person') return [];
  const keywords = source.kind === 'work' ? source.work.keywords : source.award.keywords;
  // Projects have English keywords in English answers; catalogued subjects of works stay as they are, Japanese (4.3).
  return keywords.map((keyword) => (source.kind === 'award' && language === 'en' ? keyword.en : keyword.ja));
}

/** The JSON item; keys that have no value are left out. */
export function item(record: SandboxRecord, language: AnswerLanguage): JsonObject {
  const { source } = record;
  const url = cridUrl(record.crid);
  const title = choose(record.title, language);
  const creators = record.creators.map((name) => choose(name, language)).filter((name) => name !== null);
  const fields = source.kind === 'work' ? workFields(source.work, record, language) : { before: {}, after: {} };
  const summary = source.kind === 'award' ? { description: source.award.summary[language] } : {};
  const subject = subjects(record, language);
  return {
    '@id': url,
    '@type': 'item',
    ...(title === null ? {} : { title }),
    link: { '@id': url },
    ...(record.kind === 'Project' ? {} : { 'rdfs:seeAlso': { '@id': `${url}.json` } }),
    ...(creators.length === 0 ? {} : { 'dc:creator': creators }),
    ...fields.before,
    'dc:type': record.kind,
    ...fields.after,
    ...summary,
    ...(record.identifiers.length === 0
      ? {}
      : {
          'dc:identifier': record.identifiers.map(({ type, value }) => ({ '@type': `cir:${type}`, '@value': value })),
        }),
    ...(subject.length === 0 ? {} : { 'dc:subject': subject }),
    ...(record.links.length === 0
      ? {}
      : {
          'dc:source': record.links.map((link) => ({
            '@id': link.url,
            ...(link.title === undefined ? {} : { 'dc:title': link.title }),
          })),
        }),
  };
}
