import { describe, expect, it } from 'vitest';
import { mapDetail } from './mapping.js';
import { affiliationsOf } from './mapping-people.js';
import { readDetail } from './responses.js';
import { address, detailDocument, RETRIEVED } from './testing.js';

const CRID = '1390000000000000017';

function detail(kind: string, fields: object = {}) {
  return mapDetail(readDetail(detailDocument(CRID, kind, fields)), RETRIEVED);
}

const ls = (value: string, lang?: string): object =>
  lang ? { '@language': lang, '@value': value } : { '@value': value };
const id = (type: string, value: string): object => ({ '@type': type, '@value': value });

describe('an article', () => {
  it('has its titles with the source’s tags; a reading never counts as Japanese', () => {
    const { title } = detail('Article', {
      'dc:title': [ls('海', 'ja'), ls('Sea', 'en'), ls('うみ'), ls('ウミ', 'ja-Kana'), ls('Mare')],
    });
    expect(title.values.map(({ value, lang }) => `${value} ${lang ?? '-'}`)).toEqual([
      '海 ja',
      'Sea en',
      'うみ ja',
      'ウミ ja-Kana',
      'Mare -',
    ]);
  });

  it('known from a citation alone has neither title nor type of resource (trap 1)', () => {
    const record = detail('Article');
    expect([record.title.values, record.type, record.creators]).toEqual([[], 'ARTICLE', []]);
  });

  it.each([
    ['学術論文(journal article)', 'ARTICLE'],
    ['会議発表論文(conference paper)', 'CONFERENCE_PAPER'],
    ['図書（book）', 'BOOK'],
    ['何か(Image)', 'ARTICLE'],
    [undefined, 'ARTICLE'],
  ])('labelled %s is of the type %s (trap 18)', (resourceType, type) => {
    expect(detail('Article', { resourceType }).type).toBe(type);
  });

  it('takes authors from creator, never from the statement of responsibility (trap 3)', () => {
    const record = detail('Book', { 'dc:creator': '甲著 ; 乙訳', creator: [{ 'foaf:name': [ls('甲', 'ja')] }, {}] });
    expect(record.creators.map(({ name }) => name.values)).toEqual([[{ value: '甲', lang: 'ja' }]]);
  });

  it('prefers a person’s own NRID to those assigned automatically, and keeps a broken ORCID as an identifier alone', () => {
    const [creator] = detail('Article', {
      creator: {
        'foaf:name': ls('大向 一輝'),
        personIdentifier: [
          id('NRID', '9000318582811'),
          id('NRID', '1000030413925'),
          id('KAKEN_RESEARCHERS', '30413925'),
          id('ORCID', '0000-0002-3276-3754'),
        ],
      },
    }).creators;
    expect([creator?.nrid, creator?.eRadId, creator?.orcid]).toEqual(['1000030413925', '30413925', null]);
    expect(creator?.identifiers.map(({ scheme }) => scheme)).toEqual(['NRID', 'NRID', 'ERAD', 'ORCID']);
    expect([creator?.familyName, creator?.givenName]).toEqual([null, null]);
  });

  it('takes the first of a journal’s names in each language', () => {
    const publication = {
      'prism:publicationName': [
        ls('蝶と蛾', 'ja'),
        ls('Lepidoptera Science', 'en'),
        ls('Tyo to Ga', 'en'),
        ls('蝶と蛾', 'ja'),
      ],
      publicationIdentifier: [id('PISSN', '00240974'), id('EISSN', '1880-8077'), id('NCID', 'AN0040888X')],
    };
    const { container } = detail('Article', { publication });
    expect(container?.title?.values.map(({ value }) => value)).toEqual(['蝶と蛾', 'Lepidoptera Science']);
    expect(container?.issn).toEqual(['0024-0974', '1880-8077']);
  });

  it.each([{ '@value': 'disallow' }, 'disallow'])(
    'withholds an abstract whose flag is %o everywhere',
    (abstractLicenseFlag) => {
      const description = [
        { type: 'abstract', notation: [ls('秘密の要旨', 'ja')], abstractLicenseFlag },
        { type: 'abstract', notation: [ls('An open one', 'en')], abstractLicenseFlag: 'allow' },
      ];
      const record = detail('Article', { description });
      expect(record.description?.values).toEqual([{ value: 'An open one', lang: 'en' }]);
      expect(record.abstract).toEqual(record.description);
      expect(JSON.stringify(record)).not.toContain('秘密');
    },
  );

  it('takes no note for an abstract', () => {
    const description = [
      { type: 'Other', notation: [ls('注記')] },
      { type: 'CATP_PTBL_INFO', notation: [ls('内容')] },
    ];
    expect(detail('Article', { description }).description).toBeNull();
  });

  it.each([
    ['true', 'OPEN'],
    ['false', 'UNKNOWN'],
    [undefined, 'UNKNOWN'],
    ['restricted access', 'RESTRICTED'],
  ])('with dcterms:accessRights %s is %s: open access only where it is said', (printed, right) => {
    expect(detail('Article', { 'dcterms:accessRights': printed }).accessRight).toBe(right);
  });

  it('has the grants of its projects, a funder only where one is stated', () => {
    const project = [
      {
        '@id': address('1040000000000000011'),
        projectIdentifier: [id('KAKEN', '19KK0341'), id('JGN', 'JP19KK0341')],
        'jpcoar:awardTitle': [ls('食環境', 'ja')],
      },
      { notation: [ls('Untitled grant', 'en')] },
    ];
    const record = detail('Article', { project });
    expect(record.funding.map(({ funder, awardNumber }) => [funder, awardNumber])).toEqual([
      [null, 'JP19KK0341'],
      [null, null],
    ]);
    expect(record.funding[0]?.awardTitle?.values[0]?.value).toBe('食環境');
    expect(record.projects.map(({ id: award }) => award)).toEqual(['jgn:JP19KK0341']);
  });

  it('points to related works by DOI, else by CRID, once for each relation', () => {
    const relatedProduct = [
      {
        '@id': address('1390000000000000025'),
        productIdentifier: [id('DOI', '10.5072/B')],
        relationType: ['isCitedBy', 'references'],
        'jpcoar:relatedTitle': [ls('乙', 'ja')],
      },
      { '@id': address('1390000000000000033'), relationType: ['isPartOf'], notation: [ls('丙', 'ja')] },
      {},
    ];
    const { related } = detail('Article', { relatedProduct });
    expect(related.map(({ relation, id: target }) => `${relation} ${target ?? ''}`)).toEqual([
      'IsCitedBy doi:10.5072/b',
      'References doi:10.5072/b',
      'IsPartOf cinii:1390000000000000033',
    ]);
    expect(related[2]?.identifier?.scheme).toBe('CRID');
    expect(related[2]?.title?.values[0]?.value).toBe('丙');
  });

  it('has its conference with as much of the date as is stated', () => {
    const conference = {
      'jpcoar:conferenceName': '海洋学会',
      'jpcoar:conferencePlace': '札幌',
      'jpcoar:conferenceDate': {
        'jpcoar:startYear': '2019',
        'jpcoar:startMonth': '9',
        'jpcoar:startDay': '3',
        'jpcoar:endYear': '2019',
        'jpcoar:endMonth': '9',
        'jpcoar:endDay': '5',
      },
    };
    expect(detail('Article', conference).event?.period).toBe('2019-09-03/2019-09-05');
    expect(
      detail('Article', { 'jpcoar:conferenceDate': { 'jpcoar:startYear': '2019', 'jpcoar:startDay': '3' } }).event
        ?.period,
    ).toBe('2019');
    expect(detail('Article').event).toBeNull();
  });

  it('has subjects of all kinds with their scheme', () => {
    const record = detail('Article', {
      'foaf:topic': [{ '@id': 'https://cir.nii.ac.jp/all?q=x', 'dc:title': '海' }],
      'dcterms:subject': [{ subjectScheme: 'BSH', notation: [ls('海洋', 'ja')] }],
      'dc:subject': ['NDC9:547.483', 'plain'],
    });
    expect(record.subjects.map(({ scheme, value }) => `${scheme ?? '-'} ${value.values[0]?.value ?? ''}`)).toEqual([
      '- 海',
      'BSH 海洋',
      'NDC9 547.483',
      '- plain',
    ]);
  });
});

describe('a book', () => {
  it('takes the more exact of two dates of the same year: 2010 and 2010.6 (trap 9)', () => {
    const imprint = (date: string): object => ({ 'dc:publisher': '甲社', 'prism:publicationDate': date });
    expect(detail('Book', { 'dc:date': '2010', 'dcterms:publisher': [imprint('2010.6')] }).issued).toBe('2010-06');
    expect(detail('Book', { 'dc:date': '2010', 'dcterms:publisher': [imprint('2011.6')] }).issued).toBe('2010');
    expect(detail('Book', { 'dc:date': '1978-' }).issued).toBeNull();
  });

  it('has its pages and height as size, and its first publisher', () => {
    const record = detail('Book', {
      'dcterms:extent': '200p',
      'cinii:size': '24cm',
      'dcterms:publisher': [{ 'dc:publisher': '甲社' }, { 'dc:publisher': '乙社 (発売)' }],
    });
    expect(record.size).toBe('200p ; 24cm');
    expect(record.publisher?.values[0]?.value).toBe('甲社');
  });
});

describe('a data set', () => {
  it('has version, formats, size, licence and the day of its last change', () => {
    const record = detail('Dataset', {
      'datacite:version': '1.2',
      format: ['CSV', 'PDF'],
      'jpcoar:extent': '12 MB',
      'dc:rights': 'https://creativecommons.org/licenses/by/4.0/',
      modifiedAt: '2024-05-01',
      'dc:language': ['ja', 'jpn', 'und'],
    });
    expect([record.version, record.formats, record.size]).toEqual(['1.2', ['CSV', 'PDF'], '12 MB']);
    expect(record.licenses[0]?.spdx).toBe('CC-BY-4.0');
    expect([record.updated, record.languages, record.type]).toEqual(['2024-05-01T00:00:00Z', ['ja'], 'DATASET']);
  });
});

describe('a dissertation', () => {
  it('has its degree', () => {
    const record = detail('Dissertation', {
      'ndl:degreeName': '博士(工学)',
      'ndl:dateGranted': '2019-03-24',
      'ndl:dissertationNumber': '甲第1号',
      degreeAwardInstitution: { 'jpcoar:degreeGrantorName': [ls('架空大学', 'ja'), ls('Kakuu University', 'en')] },
    });
    expect(record.type).toBe('THESIS');
    expect(record.degree?.grantor?.values).toHaveLength(2);
    expect([record.degree?.granted, record.degree?.number, record.issued]).toEqual([
      '2019-03-24',
      '甲第1号',
      '2019-03-24',
    ]);
  });
});

describe('a project', () => {
  const project = detail('Project', {
    projectIdentifier: [id('KAKEN', '19KK0341')],
    'jpcoar:awardTitle': [ls('食環境の評価', 'ja'), ls('Food environment', 'en')],
    researcher: [
      {
        'foaf:name': [ls('白鳥 佐紀子', 'ja')],
        'jpcoar:affiliationName': [ls('国際農研', 'ja')],
        role: 'principal_investigator',
      },
    ],
    since: '2020-02-06',
    until: '2024-03-31',
    description: [{ notation: [ls('概要', 'ja')] }],
    fundingProgram: [{ 'jpcoar:funderName': [ls('日本学術振興会', 'ja')] }],
    grant: { grantIdentifier: [id('KAKEN', 'grant-1')], 'jpcoar:fundingStream': [ls('国際共同研究', 'ja')] },
    field: [{ keyword: [{ language: 'ja', textList: ['農業経済'] }] }],
    product: [{ '@id': address('1390000000000000025'), notation: [ls('成果', 'ja')] }],
    relatedProject: [{ '@id': address('1040000000000000029'), relationType: 'isPartOf' }],
  });

  it('has the title of its award and a period, not a date of issue', () => {
    expect(project.type).toBe('PROJECT');
    expect(project.title.values.map(({ lang }) => lang)).toEqual(['ja', 'en']);
    expect([project.issued, project.period]).toEqual([null, '2020-02-06/2024-03-31']);
  });

  it('is its own grant, with funder and programme (fact sheet 6.4)', () => {
    expect(project.funding).toHaveLength(1);
    const [own] = project.funding;
    expect([own?.awardNumber, own?.funder?.values[0]?.value, own?.stream?.values[0]?.value, own?.streamId]).toEqual([
      '19KK0341',
      '日本学術振興会',
      '国際共同研究',
      'grant-1',
    ]);
  });

  it('has its people, field, outputs and the project above it', () => {
    expect(project.creators[0]?.affiliations[0]?.name.values[0]?.value).toBe('国際農研');
    expect(project.subjects[0]?.value.values[0]).toEqual({ value: '農業経済', lang: 'ja' });
    expect(project.related.map(({ relation, id: target }) => `${relation} ${target ?? ''}`)).toEqual([
      'IsPartOf cinii:1040000000000000029',
      'Product cinii:1390000000000000025',
    ]);
    expect(project.description?.values[0]?.value).toBe('概要');
  });
});

describe('a researcher', () => {
  it('has the name as title and the person’s identifiers; no label makes it a work', () => {
    const record = detail('Researcher', {
      'foaf:Person': [{ 'foaf:name': [ls('大向 一輝', 'ja'), ls('Ikki Ohmukai', 'en')] }],
      personIdentifier: [id('ORCID', '0000-0002-3276-3753')],
      project: [{ projectIdentifier: [id('KAKEN', '19KK0341')], role: 'x' }],
    });
    expect([record.type, record.title.values.length, record.funding]).toEqual(['OTHER', 2, []]);
    expect(record.identifiers.map(({ scheme }) => scheme)).toEqual(['CRID', 'ORCID']);
  });
});

describe('affiliations', () => {
  const names = (...tags: (string | null)[]) =>
    affiliationsOf(tags.map((lang, index) => ({ value: `A${String(index)}`, lang })));

  it('are one where each language occurs once, several where the languages repeat in step', () => {
    expect(names('ja', 'en')).toHaveLength(1);
    expect(names('ja', 'en', 'ja', 'en').map(({ name }) => name.values.length)).toEqual([2, 2]);
  });

  it('stand alone where nothing says which names belong together', () => {
    expect(names('ja', 'ja', 'en', 'en')).toHaveLength(4);
    expect(names(null, null)).toHaveLength(2);
    expect(names()).toEqual([]);
  });
});

describe('contributors', () => {
  it('have DataCite’s role where it has one', () => {
    const { contributors } = detail('Article', {
      contributor: [
        { 'foaf:name': ls('甲'), role: 'editor' },
        { 'foaf:name': ls('乙'), role: '監修' },
        { 'foaf:name': ls('丙') },
      ],
    });
    expect(contributors.map(({ role }) => role)).toEqual(['Editor', '監修', 'Other']);
  });
});
