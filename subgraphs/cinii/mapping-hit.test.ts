import { describe, expect, it } from 'vitest';
import { asFullRecord, mapHits, mergeHits } from './mapping.js';
import type { CiniiRecord } from './record.js';
import { readSearch } from './responses.js';
import { address, RETRIEVED, searchDocument } from './testing.js';

const CRID = '1390000000000000017';

function hit(fields: object, lang: 'ja' | 'en' = 'ja', crid = CRID): CiniiRecord {
  const [record] = mapHits(readSearch(searchDocument(lang, [{ '@id': address(crid), ...fields }])), RETRIEVED);
  if (record === undefined) throw new Error('no hit');
  return record;
}

function title(text: string, lang: 'ja' | 'en' = 'ja', kind = 'Article') {
  return hit({ title: text, 'dc:type': kind }, lang).title?.values;
}

describe('the language of a hit’s texts (fact sheet 4.3: they fall back silently)', () => {
  it.each([
    ['ja', '海の観測', 'ja'],
    ['ja', '海洋観測', 'ja'],
    ['ja', 'Ocean observation', null],
    ['en', 'Ocean observation', 'en'],
    ['en', '海の観測', 'ja'],
    ['en', '海洋観測', null],
  ] as const)('in the %s answer, %s is %s', (lang, text, tag) => {
    expect(title(text, lang)).toEqual([{ value: text, lang: tag }]);
  });
});

describe('a hit', () => {
  it('without a title has a title without values (trap 1)', () => {
    expect(hit({ 'dc:type': 'Article' }).title).toEqual({ values: [] });
  });

  it('carries its place in a journal, dates as printed, ISSN in one form (traps 6 and 9)', () => {
    const record = hit({
      'dc:type': 'Article',
      'prism:publicationName': '海の研究',
      'prism:issn': '02770288',
      'prism:volume': '12',
      'prism:number': '3',
      'prism:startingPage': '1',
      'prism:endingPage': '9',
      'prism:publicationDate': '1985-03',
    });
    expect(record.container).toEqual({
      title: { values: [{ value: '海の研究', lang: 'ja' }] },
      issn: ['0277-0288'],
      volume: '12',
      issue: '3',
      firstPage: '1',
      lastPage: '9',
    });
    expect([record.issued, record.publication?.date]).toEqual(['1985-03', '1985-03']);
  });

  it('takes the pages from a range where they are not stated apart', () => {
    const record = hit({ 'prism:publicationName': 'x', 'prism:pageRange': '93-120' });
    expect([record.container?.firstPage, record.container?.lastPage]).toEqual(['93', '120']);
  });

  it.each(['1978-', '[19--]', '昭和60年'])(
    'has no date of issue where %s is printed: nothing is made up (trap 9)',
    (date) => {
      expect(hit({ 'prism:publicationDate': date }).issued).toBeNull();
    },
  );

  it('has its CRID, its typed identifiers and its DOI; an XISBN is no ISBN', () => {
    const record = hit({
      'dc:identifier': [
        { '@type': 'cir:DOI', '@value': '10.5072/ABC' },
        { '@type': 'cir:HDL', '@value': 'http://hdl.handle.net/2241/1' },
        { '@type': 'cir:XISBN', '@value': '083895989X' },
        { '@type': 'cir:URI', '@value': 'https://example.org/' },
        'not typed',
      ],
    });
    expect(record.doi).toBe('10.5072/abc');
    expect(record.identifiers?.map(({ scheme, value }) => `${scheme} ${value}`)).toEqual([
      `CRID ${CRID}`,
      'DOI 10.5072/abc',
      'HANDLE 2241/1',
      'XISBN 083895989X',
      'URL https://example.org/',
    ]);
  });

  it('names creators as printed, without reordering (trap 7), and says that it has names only', () => {
    const record = hit({ 'dc:creator': ['大向, 一輝', 'KANAZAWA Itaru', ' '] });
    expect(record.creators?.map(({ name }) => name.values)).toEqual([
      [{ value: '大向, 一輝', lang: 'ja' }],
      [{ value: 'KANAZAWA Itaru', lang: null }],
    ]);
    expect(record.creatorsAreNamesOnly).toBe(true);
  });

  it('does not carry what only the record’s own document tells', () => {
    const record = hit({ 'dc:type': 'Article' });
    for (const field of [
      'accessRight',
      'funding',
      'related',
      'languages',
      'dataSources',
      'projects',
      'licenses',
    ] as const)
      expect(record[field], field).toBeUndefined();
    expect([record.files, record.places, record.embargoUntil]).toEqual([[], [], null]);
  });

  it('turns JATS, also escaped, into text (trap 5)', () => {
    const record = hit({
      title: 'CO<sub>2</sub> と海\u200b',
      'dc:type': 'Article',
      description: '&lt;jats:p&gt;p &lt; 0.05 だった。&lt;/jats:p&gt;',
    });
    expect(record.title?.values[0]?.value).toBe('CO2 と海');
    expect(record.description?.values[0]?.value).toBe('p < 0.05 だった。');
  });

  it.each(['disallow', '0', 'unknown'])('withholds the abstract everywhere when its flag is %s', (flag) => {
    const record = hit({ 'dc:type': 'Article', description: '要旨である', abstractLicenseFlag: flag });
    expect([record.abstract, record.description]).toEqual([null, null]);
    expect(JSON.stringify(record)).not.toContain('要旨');
  });

  it.each(['allow', '1', undefined])('gives the abstract when its flag is %s', (flag) => {
    const record = hit({ 'dc:type': 'Article', description: '要旨である', abstractLicenseFlag: flag });
    expect(record.description?.values).toEqual([{ value: '要旨である', lang: 'ja' }]);
  });

  it('of a book does not take its series statement for an abstract (trap 8)', () => {
    const record = hit({ 'dc:type': 'Book', description: '親書名, . 部分名||ブブンメイ ; 1' });
    expect(record.description).toBeUndefined();
    expect(record.abstract).toBeUndefined();
  });

  it('of a dissertation has its degree, the institution and the date', () => {
    const record = hit({
      'dc:type': 'Dissertation',
      'dc:publisher': '架空大学',
      'ndl:degreeName': '博士(理学)',
      'ndl:dissertationNumber': '甲第1号',
      'dc:date': '2019-03-24',
    });
    expect(record.type).toBe('THESIS');
    expect(record.issued).toBe('2019-03-24');
    expect(record.degree).toEqual({
      name: { values: [{ value: '博士(理学)', lang: 'ja' }] },
      grantor: { values: [{ value: '架空大学', lang: 'ja' }] },
      granted: '2019-03-24',
      number: '甲第1号',
    });
  });

  it.each([
    ['Article', 'ARTICLE'],
    ['Book', 'BOOK'],
    ['Dataset', 'DATASET'],
    ['Dissertation', 'THESIS'],
    ['Project', 'PROJECT'],
    ['Researcher', 'OTHER'],
    ['Product', 'OTHER'],
  ])('of the kind %s is of the type %s, whatever @type says (trap 18)', (kind, type) => {
    expect(hit({ '@type': 'item', 'dc:type': kind }).type).toBe(type);
  });
});

describe('a printed title', () => {
  it('of a book is told apart from its parallel title in Latin letters (trap 8)', () => {
    expect(title('燃料電池の知的設計 = Intelligent materials design', 'ja', 'Book')).toEqual([
      { value: '燃料電池の知的設計', lang: 'ja' },
      { value: 'Intelligent materials design', lang: null },
    ]);
    expect(title('燃料電池の知的設計 = Intelligent materials design', 'en', 'Book')).toEqual([
      { value: '燃料電池の知的設計', lang: 'ja' },
      { value: 'Intelligent materials design', lang: 'en' },
    ]);
  });

  it.each([
    ['Book', 'Techniques du test II = test techniques II'],
    ['Book', '条件 x = 5'],
    ['Book', '甲 = First title = Second title'],
    ['Article', '燃料電池 = Fuel cells today'],
  ])('of the kind %s stays as printed where it is not unmistakable: %s', (kind, text) => {
    expect(title(text, 'ja', kind)?.map(({ value }) => value)).toEqual([text]);
  });

  it('loses its reading after ||, which becomes a reading', () => {
    expect(title('先端研究事例||センタン ケンキュウ ジレイ')).toEqual([
      { value: '先端研究事例', lang: 'ja' },
      { value: 'センタン ケンキュウ ジレイ', lang: 'ja-Kana' },
    ]);
    expect(title('A || B')?.map(({ value }) => value)).toEqual(['A || B']);
  });
});

describe('the hits of both languages', () => {
  it('are one record: texts of both, all else of the first', () => {
    const ja = hit({
      title: '海の観測',
      'dc:type': 'Article',
      'dc:creator': ['大向 一輝'],
      'dc:subject': ['海', 'GIS'],
    });
    const en = hit(
      {
        title: 'Ocean observation',
        'dc:type': 'Article',
        'dc:creator': ['OHMUKAI Ikki'],
        'dc:subject': ['ocean', 'GIS'],
      },
      'en',
    );
    const [merged] = mergeHits([ja], [en]);
    expect(merged?.title?.values).toEqual([
      { value: '海の観測', lang: 'ja' },
      { value: 'Ocean observation', lang: 'en' },
    ]);
    expect(merged?.creators?.map(({ name }) => name.values.map(({ value }) => value))).toEqual([
      ['大向 一輝', 'OHMUKAI Ikki'],
    ]);
    expect(merged?.subjects?.map(({ value }) => value.values)).toEqual([
      [{ value: '海', lang: 'ja' }],
      [{ value: 'GIS', lang: null }],
      [{ value: 'ocean', lang: 'en' }],
    ]);
    expect(merged?.readIn).toEqual(['ja', 'en']);
  });

  const both = (item: object) => mergeHits([hit(item)], [hit(item, 'en')])[0];

  it.each([
    ['Étude de la mer', null],
    ['海洋', null],
    ['海の観測', 'ja'],
  ])('make up no language for what is the same in both, a silent fall-back: %s', (text, lang) => {
    const values = [{ value: text, lang }];
    const merged = both({
      title: text,
      'dc:creator': [text],
      'dc:publisher': text,
      'dc:subject': [text],
      'prism:publicationName': text,
      description: text,
      'ndl:degreeName': text,
    });
    expect(merged?.title?.values).toEqual(values);
    expect(merged?.creators?.map(({ name }) => name.values)).toEqual([values]);
    expect(merged?.publisher?.values).toEqual(values);
    expect(merged?.subjects?.map(({ value }) => value.values)).toEqual([values]);
    expect(merged?.container?.title?.values).toEqual(values);
    expect(merged?.description?.values).toEqual(values);
    expect(merged?.degree?.name?.values).toEqual(values);
  });

  it('keep the tag that the source itself gives in both, and a reading', () => {
    const title = { '@value': 'Ocean', '@language': 'en' };
    expect(both({ title })?.title?.values).toEqual([{ value: 'Ocean', lang: 'en' }]);
    expect(both({ title: '海洋||カイヨウ' })?.title?.values).toEqual([
      { value: '海洋', lang: null },
      { value: 'カイヨウ', lang: 'ja-Kana' },
    ]);
  });

  it('make up no language for a common name where the lists of creators differ in length', () => {
    const merged = mergeHits([hit({ 'dc:creator': ['甲', '乙'] })], [hit({ 'dc:creator': ['乙'] }, 'en')]);
    expect(merged[0]?.creators?.map(({ name }) => name.values[0]?.lang)).toEqual(['ja', null]);
  });

  it('do not pair creators of lists that differ in length', () => {
    const ja = hit({ 'dc:creator': ['甲', '乙'] });
    const en = hit({ 'dc:creator': ['Otsu'] }, 'en');
    expect(mergeHits([ja], [en])[0]?.creators?.map(({ name }) => name.values.length)).toEqual([1, 1]);
  });

  it('follow the first answer where the second lacks a record', () => {
    const [first, second] = [hit({}, 'ja'), hit({}, 'ja', '1390000000000000018')];
    const merged = mergeHits([first, second], [hit({}, 'en', '1390000000000000018')]);
    expect(merged.map(({ readIn }) => readIn)).toEqual([['ja'], ['ja', 'en']]);
  });
});

describe('a hit that is all there is (offline)', () => {
  it('counts what it does not carry as none, and is the grant that a project is (trap 13)', () => {
    const full = asFullRecord(
      hit({
        title: '食環境の評価',
        'dc:type': 'Project',
        'dc:identifier': [
          { '@type': 'cir:KAKEN', '@value': '19KK0341' },
          { '@type': 'cir:JGN', '@value': 'JP19KK0341' },
        ],
      }),
    );
    expect([full.accessRight, full.languages, full.related]).toEqual(['UNKNOWN', [], []]);
    expect(full.funding.map(({ awardNumber }) => awardNumber)).toEqual(['JP19KK0341']);
    expect(full.projects.map(({ id }) => id)).toEqual(['jgn:JP19KK0341']);
  });
});
