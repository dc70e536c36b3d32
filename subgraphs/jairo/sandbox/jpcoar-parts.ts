import { type JpcoarContext, langAttribute, shownTexts } from './jpcoar-context.js';
import type { WorldAward, WorldFunder, WorldWork } from '../../../sandbox/world/index.js';

import { fileUrl, recordUrl } from './repositories.js';
import { element, textElement, type XmlContent, type XmlNode } from './xml.js';

function identifier(identifierType: string, value: string): XmlNode {
  return element('jpcoar:identifier', { identifierType }, value);
}

/** DOI, HDL and URI in this order, then what the cataloguer typed; the DOI that the host registers stands once more (fact sheet 2.9). */
export function identifiers(context: JpcoarContext): XmlContent[] {
  const { work, holding } = context.held;
  const registered = work.doi?.startsWith(`${context.repository.doiPrefix}/`) === true;
  const onlyRegistered = registered && context.quirks.has('registration-only-doi');
  return [
    work.doi === null || onlyRegistered ? undefined : identifier('DOI', `https://doi.org/${work.doi}`),
    work.handle === null ? undefined : identifier('HDL', `http://hdl.handle.net/${work.handle}`),
    identifier('URI', recordUrl(context.repository, holding.recid)),
    context.quirks.has('typed-garbage-doi') ? identifier('DOI', '1111') : undefined,
    registered
      ? textElement('jpcoar:identifierRegistration', work.doi ?? undefined, { identifierType: 'JaLC' })
      : undefined,
  ];
}

/** JPCOAR's own words; 1.0 lacks two of them (fact sheet 3.4). */
const RELATION_TYPES: Readonly<Record<string, { readonly '1.0': string; readonly '2.0': string }>> = {
  cites: { '1.0': 'references', '2.0': 'Cites' },
  isCitedBy: { '1.0': 'isReferencedBy', '2.0': 'isCitedBy' },
  isNewVersionOf: { '1.0': 'replaces', '2.0': 'replaces' },
  isPreviousVersionOf: { '1.0': 'isReplacedBy', '2.0': 'isReplacedBy' },
};

function relatedIdentifier(context: JpcoarContext, related: WorldWork): XmlNode | undefined {
  if (related.doi !== null) {
    const form = context.quirks.has('info-doi') ? `info:doi/${related.doi}` : `https://doi.org/${related.doi}`;
    return element('jpcoar:relatedIdentifier', { identifierType: 'DOI' }, form);
  }
  if (related.naid !== null) return element('jpcoar:relatedIdentifier', { identifierType: 'NAID' }, related.naid);
  const holding = related.holdings.jairo;
  if (!holding) return undefined;
  const url = recordUrl(context.world.repository(holding.repository), holding.recid);
  return element('jpcoar:relatedIdentifier', { identifierType: 'URI' }, url);
}

/** Relations to other works, by whatever identifies them. */
export function relations(context: JpcoarContext): XmlContent[] {
  return context.held.work.relations.map(({ relation, work: key }) => {
    const related = context.world.work(key);
    const relationType = RELATION_TYPES[relation]?.[context.generation] ?? relation;
    return element(
      'jpcoar:relation',
      { relationType: context.quirks.has('relation-without-type') ? undefined : relationType },
      relatedIdentifier(context, related),
      shownTexts(related.title, 'both').map(({ lang, text }) =>
        element('jpcoar:relatedTitle', langAttribute(context, lang), text),
      ),
    );
  });
}

/** Places with their boxes. */
export function geoLocations(context: JpcoarContext): XmlContent[] {
  return context.held.work.places.map(({ name, box }) =>
    element(
      'datacite:geoLocation',
      {},
      element(
        'datacite:geoLocationBox',
        {},
        element('datacite:westBoundLongitude', {}, box.west.toFixed(6)),
        element('datacite:eastBoundLongitude', {}, box.east.toFixed(6)),
        element('datacite:southBoundLatitude', {}, box.south.toFixed(6)),
        element('datacite:northBoundLatitude', {}, box.north.toFixed(6)),
      ),
      element('datacite:geoLocationPlace', {}, name.ja),
    ),
  );
}

function awardUri(award: WorldAward): string {
  if (award.jgn?.startsWith('JPMJ')) return `https://doi.org/10.52926/${award.jgn}`;
  return award.jgn === null
    ? `https://cordis.europa.eu/project/id/${award.number}`
    : `https://kaken.nii.ac.jp/ja/grant/KAKENHI-PROJECT-${award.number}/`;
}

/** e-Rad's four-digit funder id for JSPS, as the guideline's examples have it; otherwise the Crossref id or ROR. */
function funderIdentifier(context: JpcoarContext, funder: WorldFunder): XmlNode | undefined {
  if (context.generation === '1.0') {
    return funder.crossrefFunder === null
      ? undefined
      : element('datacite:funderIdentifier', { funderIdentifierType: 'Crossref Funder' }, funder.crossrefFunder);
  }
  const [type, value] =
    funder.key === 'jsps'
      ? ['e-Rad_funder', '1025']
      : funder.crossrefFunder === null
        ? ['ROR', funder.ror]
        : ['Crossref Funder', funder.crossrefFunder];
  return element('jpcoar:funderIdentifier', { funderIdentifierType: type }, value);
}

/** The programme: only 2.0 can tell it (fact sheet 3.5). */
function fundingStream(context: JpcoarContext, award: WorldAward): XmlContent {
  if (context.generation === '1.0') return undefined;
  return [
    textElement('jpcoar:fundingStreamIdentifier', award.moonshot ? award.jgn?.slice(0, 6) : undefined, {
      fundingStreamIdentifierType: 'JGN_fundingStream',
    }),
    element('jpcoar:fundingStream', langAttribute(context, 'ja'), award.stream.ja),
    element('jpcoar:fundingStream', langAttribute(context, 'en'), award.stream.en),
  ];
}

/** Each award with its funder: with or without JP, typed or not, the URI with a blank before it now and then. */
export function fundingReferences(context: JpcoarContext): XmlContent[] {
  const { work, holding } = context.held;
  return work.awards.map((key) => {
    const award = context.world.award(key);
    const funder = context.world.funder(award.funder);
    const typed = context.quirks.has('unknown-award-type') ? 'KAKEN' : award.jgn === null ? undefined : 'JGN';
    const number = holding.awardPrefix ? (award.jgn ?? award.number) : award.number;
    return element(
      'jpcoar:fundingReference',
      {},
      funderIdentifier(context, funder),
      element('jpcoar:funderName', langAttribute(context, 'ja'), funder.name.ja),
      element('jpcoar:funderName', langAttribute(context, 'en'), funder.name.en),
      fundingStream(context, award),
      element(
        context.generation === '1.0' ? 'datacite:awardNumber' : 'jpcoar:awardNumber',
        {
          awardURI: `${context.quirks.has('blank-before-award-uri') ? ' ' : ''}${awardUri(award)}`,
          awardNumberType: context.generation === '1.0' ? undefined : typed,
        },
        number,
      ),
      element('jpcoar:awardTitle', langAttribute(context, 'ja'), award.title.ja),
      element('jpcoar:awardTitle', langAttribute(context, 'en'), award.title.en),
    );
  });
}

function issnElements(context: JpcoarContext, issn: string | null, type: string): XmlNode | undefined {
  const printed = context.quirks.has('issn-without-hyphen') ? issn?.replace('-', '') : issn;
  const identifierType = context.quirks.has('issn-obsolete-type') ? 'ISSN' : type;
  return textElement('jpcoar:sourceIdentifier', printed ?? undefined, { identifierType });
}

/** The journal or book that the work stands in. Singletons may come twice. */
export function source(context: JpcoarContext): XmlContent[] {
  const { work } = context.held;
  const journal = work.journal === null ? null : context.world.journal(work.journal);
  const singleton = (name: string, text: string | null): XmlContent => {
    const one = textElement(name, text ?? undefined);
    return one !== undefined && context.quirks.has('repeated-singletons') ? [one, one] : one;
  };
  return [
    journal ? issnElements(context, journal.issn, 'PISSN') : undefined,
    journal ? issnElements(context, journal.eissn, 'EISSN') : undefined,
    journal ? element('jpcoar:sourceIdentifier', { identifierType: 'NCID' }, journal.ncid) : undefined,
    journal ? element('jpcoar:sourceTitle', langAttribute(context, 'ja'), journal.title.ja) : undefined,
    journal ? element('jpcoar:sourceTitle', langAttribute(context, 'en'), journal.title.en) : undefined,
    singleton('jpcoar:volume', work.volume),
    singleton('jpcoar:issue', work.issue),
    singleton('jpcoar:pageStart', work.firstPage),
    singleton('jpcoar:pageEnd', work.lastPage),
  ];
}

/** What a doctoral thesis tells of its degree. */
export function degree(context: JpcoarContext): XmlContent[] {
  const { degree: granted } = context.held.work;
  if (granted === null) return [];
  const grantor = context.world.organization(granted.organization);
  return [
    element('dcndl:dissertationNumber', {}, granted.number),
    shownTexts(granted.name, 'both').map(({ lang, text }) =>
      element('dcndl:degreeName', langAttribute(context, lang), text),
    ),
    element('dcndl:dateGranted', {}, granted.granted),
    element(
      'jpcoar:degreeGrantor',
      {},
      textElement('jpcoar:nameIdentifier', grantor.kakenhi ?? undefined, { nameIdentifierScheme: 'kakenhi' }),
      element('jpcoar:degreeGrantorName', langAttribute(context, 'ja'), grantor.name.ja),
      element('jpcoar:degreeGrantorName', langAttribute(context, 'en'), grantor.name.en),
    ),
  ];
}

/** The conference; on some records of other kinds an element whose every part was dropped (fact sheet 2.9). */
export function conference(context: JpcoarContext): XmlContent {
  const { event } = context.held.work;
  if (event === null) return context.quirks.has('empty-conference') ? element('jpcoar:conference') : undefined;
  const [startYear, startMonth, startDay] = event.from.split('-');
  const [endYear, endMonth, endDay] = event.until.split('-');
  return element(
    'jpcoar:conference',
    {},
    shownTexts(event.name, 'both').map(({ lang, text }) =>
      element('jpcoar:conferenceName', langAttribute(context, lang), text),
    ),
    element(
      'jpcoar:conferenceDate',
      { startDay, startMonth, startYear, endDay, endMonth, endYear, ...langAttribute(context, 'ja') },
      `${event.from.replaceAll('-', '/')}-${event.until.replaceAll('-', '/')}`,
    ),
    shownTexts(event.place, 'both').map(({ lang, text }) =>
      element('jpcoar:conferencePlace', langAttribute(context, lang), text),
    ),
    element('jpcoar:conferenceCountry', {}, 'JPN'),
  );
}

const UNITS = [
  [1_000_000_000, 'GB'],
  [1_000_000, 'MB'],
  [1_000, 'KB'],
] as const;

/** A size as people read it: 794 KB, 1.2 MB, 18 B (fact sheet 9.14). */
export function printedSize(bytes: number): string {
  const unit = UNITS.find(([size]) => bytes >= size);
  return unit ? `${String(Math.round((bytes / unit[0]) * 10) / 10)} ${unit[1]}` : `${String(bytes)} B`;
}

/** The files but for those that nobody may see (open_no: fact sheet 2.9). */
export function files(context: JpcoarContext): XmlContent[] {
  const { work, holding } = context.held;
  return work.files
    .filter((file) => file.access !== 'metadata-only')
    .map((file) =>
      element(
        'jpcoar:file',
        {},
        element(
          'jpcoar:URI',
          { objectType: file.kind, label: context.quirks.has('file-without-label') ? undefined : file.name },
          fileUrl(context.repository, holding.recid, file.name),
        ),
        element('jpcoar:mimeType', {}, file.mediaType),
        element('jpcoar:extent', {}, printedSize(file.bytes)),
        file.availableFrom === null
          ? undefined
          : element('datacite:date', { dateType: 'Available' }, file.availableFrom),
      ),
    );
}
