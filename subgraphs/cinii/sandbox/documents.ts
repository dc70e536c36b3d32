/** Detail documents of works: the official field table with the corrections of fact sheet 6.4. */
import { world, type Bilingual, type WorldWork } from '../../../sandbox/world/index.js';
import { peculiarities, type Peculiarities } from '../fixtures/peculiarities.js';
import { cridUrl } from './item.js';
import { cut, linksOf, personName, type JsonObject, type SandboxRecord } from './records.js';
import { cataloguedDate, markedUp } from './text.js';

export const CONTEXT: JsonObject = {
  '@vocab': 'https://cir.nii.ac.jp/schema/1.0/',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  dc: 'http://purl.org/dc/elements/1.1/',
  dcterms: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  prism: 'http://prismstandard.org/namespaces/basic/2.0/',
  cinii: 'http://ci.nii.ac.jp/ns/1.0/',
  datacite: 'https://schema.datacite.org/meta/kernel-4/',
  ndl: 'http://ndl.go.jp/dcndl/terms/',
  jpcoar: 'https://github.com/JPCOAR/schema/blob/master/2.0/',
};

/** `{"@language": …, "@value": …}` per language that exists. */
export function localized(text: Bilingual): { readonly '@language': string; readonly '@value': string }[] {
  return [
    ...(text.ja === null ? [] : [{ '@language': 'ja', '@value': text.ja }]),
    ...(text.en === null ? [] : [{ '@language': 'en', '@value': text.en }]),
  ];
}

export function typed(type: string, value: string): JsonObject {
  return { '@type': type, '@value': value };
}

const RESOURCE_LABEL: Readonly<Record<WorldWork['kind'], string>> = {
  article: '学術雑誌論文(journal article)',
  bulletin: '紀要論文(departmental bulletin paper)',
  conference: '会議発表論文(conference paper)',
  report: '報告書(report)',
  thesis: '学位論文(doctoral thesis)',
  dataset: 'データセット(dataset)',
  book: '図書(book)',
  software: 'ソフトウェア(software)',
};

/** Identifiers of a person, as far as CiNii Research knows them; an ORCID may be missing on one work and there on another. */
export function personIdentifiers(key: string, withOrcid: boolean): JsonObject[] {
  const person = world.person(key);
  return [
    ...(person.eRad === null ? [] : [typed('KAKEN_RESEARCHERS', person.eRad)]),
    ...person.nrids.map((nrid) => typed('NRID', nrid)),
    ...(person.orcid === null || !withOrcid ? [] : [typed('ORCID', person.orcid)]),
    ...(person.ciniiAuthorId === null
      ? []
      : [
          typed('CINII_AUTHOR_ID', person.ciniiAuthorId),
          typed('URI', `https://ci.nii.ac.jp/author/${person.ciniiAuthorId}#entity`),
        ]),
  ];
}

function creators(work: WorldWork, quirks: Peculiarities): JsonObject[] {
  const separator = work.kind === 'book' ? ', ' : ' ';
  const known = work.creators.map((key, index): JsonObject => {
    const person = world.person(key);
    const name = personName(person, separator);
    const identifiers = personIdentifiers(key, work.holdings.cinii?.withoutOrcid.includes(index) === false);
    const names: JsonObject[] =
      work.kind === 'book'
        ? [{ '@value': name.ja }, { '@language': 'ja-Kana', '@value': name.kana }]
        : localized({ ja: name.ja, en: name.en });
    return {
      '@id': cridUrl(person.crid),
      '@type': 'Researcher',
      ...(identifiers.length === 0 ? {} : { personIdentifier: identifiers }),
      ...(quirks.namelessCreator && index === 0 ? {} : { 'foaf:name': names }),
      ...(work.kind === 'book'
        ? {}
        : { 'jpcoar:affiliationName': localized(world.organization(person.organization).name) }),
    };
  });
  // Authors of whom only the name is known have an id of their own, made for this one record (fact sheet 7.1, 158…).
  const others = work.otherCreators.map((name, index) => ({
    '@id': cridUrl(`1580${(work.holdings.cinii?.crid ?? '').slice(5)}${String(index)}`),
    '@type': 'Researcher',
    'foaf:name': [{ '@value': name }],
  }));
  return [...known, ...others];
}

function productIdentifiers(work: WorldWork, record: SandboxRecord, quirks: Peculiarities): JsonObject[] {
  const extra: JsonObject = { type: 'title', value: '1巻' };
  return record.identifiers.map((identifier, index) => ({
    identifier: typed(identifier.type, identifier.value),
    ...(index > 0 || quirks.extra === 'none'
      ? {}
      : { extra: quirks.extra === 'object' ? extra : [extra, { type: 'date', value: work.issued }] }),
  }));
}

function titles(record: SandboxRecord, work: WorldWork, quirks: Peculiarities): JsonObject {
  const plain =
    work.language === 'zh' && record.title.ja !== null
      ? [{ '@language': 'zh', '@value': record.title.ja }]
      : localized(record.title);
  const variants =
    quirks.titleVariants && record.title.ja !== null && work.language !== 'zh'
      ? [
          { '@value': `${record.title.ja}〔和文〕` },
          ...(work.titleKana === null ? [] : [{ '@language': 'ja-Kana', '@value': work.titleKana }]),
        ]
      : work.titleKana === null
        ? []
        : [{ '@language': 'ja-Kana', '@value': work.titleKana }];
  const all = [...plain, ...variants];
  return {
    ...(all.length === 0 ? {} : { 'dc:title': all }),
    ...(work.alternativeTitle === null ? {} : { 'dcterms:alternative': [{ '@value': work.alternativeTitle }] }),
  };
}

function description(record: SandboxRecord, work: WorldWork, quirks: Peculiarities): JsonObject {
  const holding = work.holdings.cinii;
  const notation = localized(record.abstract).map((entry) => ({
    ...entry,
    '@value': markedUp(entry['@value'], holding?.markup ?? 'none'),
  }));
  if (notation.length === 0 || !holding) return {};
  const flag = holding.abstractAllowed ? 'allow' : 'disallow';
  return {
    description: [{ type: 'abstract', notation, abstractLicenseFlag: quirks.flagAsText ? flag : { '@value': flag } }],
  };
}

function publication(work: WorldWork, record: SandboxRecord, quirks: Peculiarities): JsonObject {
  const journal = work.journal === null ? null : world.journal(work.journal);
  if (!journal) {
    if (work.kind === 'book' || work.kind === 'dataset') return {};
    const names = quirks.container === null ? {} : { 'prism:publicationName': [{ '@value': quirks.container }] };
    return { publication: { ...names, ...(record.issued === null ? {} : { 'prism:publicationDate': record.issued }) } };
  }
  const names = localized(journal.title);
  return {
    publication: {
      publicationIdentifier: [
        typed('PISSN', journal.issn),
        ...(journal.eissn === null ? [] : [typed('EISSN', journal.eissn)]),
        typed('NCID', journal.ncid),
      ],
      'prism:publicationName': quirks.publicationNames
        ? [...names, { '@language': 'en', '@value': `Transactions of ${journal.title.en}` }, ...names.slice(0, 1)]
        : names,
      'dc:publisher': localized(journal.publisher),
      ...(record.issued === null ? {} : { 'prism:publicationDate': record.issued }),
      ...(work.volume === null ? {} : { 'prism:volume': work.volume }),
      ...(work.issue === null ? {} : { 'prism:number': work.issue }),
      ...(work.firstPage === null ? {} : { 'prism:startingPage': work.firstPage }),
      ...(work.lastPage === null ? {} : { 'prism:endingPage': work.lastPage }),
    },
    reviewed: String(journal.refereed),
    'dcterms:accessRights': String(work.access === 'open'),
  };
}

function ofKind(work: WorldWork, record: SandboxRecord): JsonObject {
  if (work.kind === 'thesis' && work.degree) {
    const organization = world.organization(work.degree.organization);
    return {
      'ndl:dissertationNumber': work.degree.number,
      'ndl:dateGranted': work.degree.granted,
      'ndl:degreeName': work.degree.name.ja ?? '',
      degreeAwardInstitution: {
        ...(organization.kakenhi === null ? {} : { institutionIdentifier: [typed('kakenhi', organization.kakenhi)] }),
        'jpcoar:degreeGrantorName': localized(organization.name),
      },
    };
  }
  if (work.kind === 'conference' && work.event) {
    const [startYear = '', startMonth = '', startDay = ''] = work.event.from.split('-');
    const [endYear = '', endMonth = '', endDay = ''] = work.event.until.split('-');
    return {
      'jpcoar:conferenceName': work.event.name.ja ?? '',
      'jpcoar:conferencePlace': work.event.place.ja ?? '',
      'jpcoar:conferenceDate': {
        'jpcoar:startDay': startDay, 'jpcoar:startMonth': startMonth, 'jpcoar:startYear': startYear,
        'jpcoar:endDay': endDay, 'jpcoar:endMonth': endMonth, 'jpcoar:endYear': endYear,
      },
      invited: 'false',
    }; // prettier-ignore
  }
  if (work.kind === 'dataset' || work.kind === 'software') {
    return {
      ...(work.files.length === 0
        ? {}
        : {
            'jpcoar:extent': work.files.map((file) => `${String(Math.round(file.bytes / 1000))} KB`),
            format: work.files.map((file) => file.mediaType),
          }),
      ...(work.version === null ? {} : { 'datacite:version': work.version }),
    };
  }
  return work.kind === 'book' ? bookFields(work, record) : {};
}

/** A catalogued book: `dc:creator` is the statement of responsibility, not the authors (fact sheet 10.3). */
function bookFields(work: WorldWork, record: SandboxRecord): JsonObject {
  const names = work.creators.map((key) => personName(world.person(key), '').ja);
  const issued = record.issued === null ? {} : { 'prism:publicationDate': cataloguedDate(record.issued, work) };
  return {
    ...(record.issued === null ? {} : { 'dc:date': record.issued.slice(0, 4) }),
    'dcterms:medium': { generalMaterialDesignationCode: '', specificMaterialDesignationCode: '' },
    ...(names.length === 0 ? {} : { 'dc:creator': `${names.join(', ')}著` }),
    publicationCountryCode: work.language === 'zh' ? 'cc' : 'ja',
    'dcterms:publisher': [
      {
        'dc:publisher': work.publisher.ja ?? work.publisher.en ?? '',
        publicationPlace: work.language === 'zh' ? '南京' : '東京',
        ...issued,
      },
    ],
    'dc:subject': ['NDC9:452', 'NDC10:452'],
    'cinii:size': '21cm',
    'dcterms:extent': '238p',
  };
}

/** Relations as CiNii Research writes them; only between records that it holds. */
function related(work: WorldWork, quirks: Peculiarities): JsonObject {
  const list = work.relations.flatMap(({ relation, work: key }): JsonObject[] => {
    const other = world.work(key);
    const holding = other.holdings.cinii;
    if (!holding) return [];
    const titles = localized(cut(other.title, holding.titles));
    return [
      {
        '@id': cridUrl(holding.crid),
        '@type': other.kind === 'dataset' ? 'Dataset' : 'Article',
        ...(other.doi === null ? {} : { productIdentifier: [typed('DOI', other.doi)] }),
        ...(titles.length === 0 ? {} : { resourceType: RESOURCE_LABEL[other.kind] }),
        relationType: [relation],
        ...(titles.length === 0
          ? {}
          : quirks.relatedByNotation
            ? { notation: titles }
            : { 'jpcoar:relatedTitle': titles }),
      },
    ];
  });
  return list.length === 0 ? {} : { relatedProduct: list };
}

function projects(work: WorldWork): JsonObject {
  const list = work.awards
    .map((key) => world.award(key))
    .flatMap((award, index): JsonObject[] => {
      if (award.crid === null) return [];
      const numbers = [typed('KAKEN', award.number), ...(award.jgn === null ? [] : [typed('JGN', award.jgn)])];
      const title = localized(award.title);
      return [
        {
          '@id': cridUrl(award.crid),
          '@type': 'Project',
          projectIdentifier: numbers,
          ...(index % 2 === 0 ? { 'jpcoar:awardTitle': title } : { notation: title }),
        },
      ];
    });
  return list.length === 0 ? {} : { project: list };
}

/** `/crid/{CRID}.json` of a work. */
export function workDocument(work: WorldWork, record: SandboxRecord): JsonObject {
  const quirks = peculiarities(work);
  const untitled = record.title.ja === null && record.title.en === null;
  const people = creators(work, quirks);
  return {
    '@context': CONTEXT,
    '@id': `${cridUrl(record.crid)}.json`,
    '@type': record.kind,
    productIdentifier: productIdentifiers(work, record, quirks),
    // Records known only from citations have neither (fact sheet 6.4).
    ...(untitled ? {} : { resourceType: RESOURCE_LABEL[work.kind] }),
    ...titles(record, work, quirks),
    ...(untitled ? {} : { 'dc:language': work.language }),
    ...description(record, work, quirks),
    ...(people.length === 0 ? {} : { creator: people }),
    ...publication(work, record, quirks),
    ...ofKind(work, record),
    ...(work.kind === 'dataset' && record.issued !== null
      ? { 'dc:date': record.issued, 'dcterms:publisher': [{ 'dc:publisher': work.publisher.ja ?? '' }] }
      : {}),
    ...(work.licence === null ? {} : { 'dc:rights': [work.licence.url ?? work.licence.name] }),
    url: linksOf(work).map(({ url }) => ({ '@id': url })),
    ...(untitled ? {} : { createdAt: work.deposited, modifiedAt: work.deposited }),
    ...(work.keywords.length === 0
      ? {}
      : {
          'foaf:topic': work.keywords.map(({ ja }) => ({
            '@id': `https://cir.nii.ac.jp/all?q=${encodeURIComponent(ja)}`,
            'dc:title': ja,
          })),
        }),
    ...projects(work),
    ...related(work, quirks),
    dataSourceIdentifier: (work.holdings.cinii?.sources ?? []).map(({ type, value }) => typed(type, value)),
  };
}
