import { type Generation, type JpcoarContext, langAttribute, shownTexts } from './jpcoar-context.js';
import {
  conference,
  degree,
  files,
  fundingReferences,
  geoLocations,
  identifiers,
  relations,
  source,
} from './jpcoar-parts.js';
import { contributors, creators } from './jpcoar-people.js';
import { quirksOf } from './quirks.js';
import { type Held, type SandboxRepository } from './repositories.js';
import { resourceType } from './resource-types.js';
import { element, textElement, type XmlContent, type XmlNode } from './xml.js';

const ACCESS = {
  open: ['open access', 'c_abf2'],
  embargoed: ['embargoed access', 'c_f1cf'],
  restricted: ['restricted access', 'c_16ec'],
  'metadata-only': ['metadata only access', 'c_14cb'],
} as const;

const ISO_639_3 = { ja: 'jpn', en: 'eng', zh: 'zho' } as const;

function titles(context: JpcoarContext): XmlContent[] {
  const { work, holding } = context.held;
  return [
    shownTexts(work.title, holding.titles).map(({ lang, text }) =>
      element('dc:title', langAttribute(context, lang), text),
    ),
    work.titleKana === null ? undefined : element('dc:title', langAttribute(context, 'ja-Kana'), work.titleKana),
    work.alternativeTitle === null
      ? undefined
      : element('dcterms:alternative', langAttribute(context, 'en'), work.alternativeTitle),
  ];
}

/** Text and URI of the access right; on some records the URI is missing or another one (fact sheet 3.3). */
function accessRights(context: JpcoarContext): XmlNode {
  const [label, code] = ACCESS[context.held.work.access];
  const shown = context.quirks.has('access-mismatch') ? 'c_14cb' : code;
  const uri = context.quirks.has('access-without-uri') ? undefined : `http://purl.org/coar/access_right/${shown}`;
  return element('dcterms:accessRights', { 'rdf:resource': uri }, label);
}

function descriptions(context: JpcoarContext): XmlContent[] {
  const { work, holding } = context.held;
  const marked = (text: string): string =>
    context.quirks.has('escaped-markup') ? `<p>${text.replace('。', '。<br/>\n')}</p>&nbsp;` : text;
  return shownTexts(work.abstract, holding.abstracts).map(({ lang, text }) =>
    element('datacite:description', { ...langAttribute(context, lang), descriptionType: 'Abstract' }, marked(text)),
  );
}

function date(dateType: string | undefined, value: string | null): XmlNode | undefined {
  return value === null ? undefined : element('datacite:date', { dateType }, value);
}

function dates(context: JpcoarContext): XmlContent[] {
  const { work, holding } = context.held;
  return [
    date(context.quirks.has('date-without-type') ? undefined : 'Issued', holding.issued),
    date('Available', work.embargoUntil),
    work.kind === 'dataset' ? date('Created', work.deposited) : undefined,
    // The 1.0 schema has no ranges.
    work.kind === 'dataset' && work.period && context.generation === '2.0'
      ? date('Collected', `${work.period.from}/${work.period.until}`)
      : undefined,
  ];
}

function versions(context: JpcoarContext): XmlContent[] {
  const { work } = context.held;
  const published = element(
    'oaire:version',
    { 'rdf:resource': 'http://purl.org/coar/version/c_970fb48d4fbd8a85' },
    'VoR',
  );
  return [textElement('datacite:version', work.version ?? undefined), work.kind === 'article' ? published : undefined];
}

function subjects(context: JpcoarContext): XmlContent[] {
  return context.held.work.keywords.flatMap((keyword) => [
    element('jpcoar:subject', { ...langAttribute(context, 'ja'), subjectScheme: 'Other' }, keyword.ja),
    element('jpcoar:subject', { ...langAttribute(context, 'en'), subjectScheme: 'Other' }, keyword.en),
  ]);
}

function rights(context: JpcoarContext): XmlContent {
  const { licence } = context.held.work;
  if (licence === null) return undefined;
  const lang = /[\u3040-\u9fff]/u.test(licence.name) ? 'ja' : 'en';
  return element(
    'dc:rights',
    { ...langAttribute(context, lang), 'rdf:resource': licence.url ?? undefined },
    licence.name,
  );
}

function types(context: JpcoarContext): XmlContent[] {
  const { label, uri } = resourceType(context.held.work, context.generation);
  const type = element('dc:type', { 'rdf:resource': uri }, label);
  return context.quirks.has('two-types')
    ? [type, element('dc:type', { 'rdf:resource': 'http://purl.org/coar/resource_type/c_1843' }, 'other')]
    : [type];
}

function publishers(context: JpcoarContext): XmlContent[] {
  return shownTexts(context.held.work.publisher, 'both').map(({ lang, text }) =>
    element('dc:publisher', langAttribute(context, lang), text),
  );
}

/** The attributes of a record's root as WEKO3 writes them: a default namespace, one URL as schemaLocation (fact sheet 2.3). */
function rootAttributes(generation: Generation): Record<string, string> {
  const namespace = `https://github.com/JPCOAR/schema/blob/master/${generation}/`;
  return {
    'xmlns:datacite': 'https://schema.datacite.org/meta/kernel-4/',
    'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
    'xmlns:dcndl': 'http://ndl.go.jp/dcndl/terms/',
    'xmlns:dcterms': 'http://purl.org/dc/terms/',
    'xmlns:jpcoar': namespace,
    'xmlns:oaire': 'http://namespace.openaire.eu/schema/oaire/',
    'xmlns:rdf': 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
    'xmlns:rioxxterms': 'http://www.rioxx.net/schema/v2.0/rioxxterms/',
    'xmlns:xs': 'http://www.w3.org/2001/XMLSchema',
    xmlns: namespace,
    'xsi:schemaLocation': `${namespace}jpcoar_scm.xsd`,
  };
}

/**
 * The JPCOAR record of a work as the repository gives it. `more` goes at its end: what WEKO3's OpenSearch adds. The prefix
 * xsi is declared by the document around it.
 */
export function jpcoarRecord(
  repository: SandboxRepository,
  held: Held,
  generation: Generation,
  more: XmlContent = undefined,
): XmlNode {
  const context: JpcoarContext = {
    world: repository.world,
    repository: repository.repository,
    held,
    generation,
    quirks: quirksOf(held),
  };
  const { language, period } = held.work;
  return element(
    'jpcoar:jpcoar',
    rootAttributes(generation),
    titles(context),
    creators(context),
    contributors(context),
    accessRights(context),
    rights(context),
    subjects(context),
    descriptions(context),
    publishers(context),
    dates(context),
    element('dc:language', {}, ISO_639_3[language]),
    types(context),
    versions(context),
    identifiers(context),
    relations(context),
    period === null
      ? undefined
      : element('dcterms:temporal', langAttribute(context, 'en'), `${period.from}/${period.until}`),
    geoLocations(context),
    fundingReferences(context),
    source(context),
    degree(context),
    conference(context),
    files(context),
    more,
  );
}
