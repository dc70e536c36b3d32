import { describe, expect, it } from 'vitest';
import { UnreadableDocument } from '../../common/errors.js';
import { DOCUMENT_EN, DOCUMENT_JA, LANDING_EN } from '../testing.js';
import { readPage } from './page.js';

const read = (html: string, base: string | null = null) => readPage(Buffer.from(html), base);
/** A page with two sections, so that it is one, and what is to be tested. */
const page = (body: string): string =>
  `<html><body><h2>Abstract</h2><p>A.</p><h2>License</h2><p>L.</p>${body}</body></html>`;

describe('a metadata document of headings and tables', () => {
  const document = read(DOCUMENT_EN);

  it('gives the fact sheet’s known answer: begin, an end that is a word, the whole earth, a topic, no DOI', () => {
    expect(document.period).toEqual({ begin: '1958-01-01', end: null, ongoing: true });
    expect(document.box).toEqual({ west: -180, south: -90, east: 180, north: 90 });
    expect(document.topicCategories).toEqual(['climatologyMeteorologyAtmosphere', 'oceans']);
    expect(document.doi).toBeNull();
  });

  it('gives its identification, dates, people and formats', () => {
    expect(document).toMatchObject({
      language: 'en',
      name: 'Fictional 55-year tide reanalysis',
      edition: '2.1',
      abbreviation: 'TIDE-55',
      metadataIdentifier: 'TIDE5520240221120009-DIAS20221121113753-en',
      documentDate: '2024-02-21',
      created: '2013-11-01',
      published: '2014-03',
      revised: '2024-02-02',
      formats: ['GRIB 1'],
      references: ['Umi, H. (2014): On tides.'],
    });
    expect(document.datasetContacts).toEqual([
      { name: 'Hanako Umi', organization: 'Institute of Imaginary Seas', email: 'umi@example.org' },
    ]);
    expect(document.projectContacts).toEqual([{ name: 'Office of Tides', organization: null, email: 'office@example.org' }]);
    expect(document.creators.map(({ name }) => name)).toEqual(['Hanako Umi', 'Taro Shio']);
  });

  it('reads tables by their headings: grid, keywords with thesaurus', () => {
    expect(document.grid).toEqual([
      { dimension: 'row', size: '460', resolution: '3 minute' },
      { dimension: 'column', size: '920', resolution: '3 minute' },
    ]);
    expect(document.keywords).toEqual([
      { text: 'Oceans > Tides', type: 'theme', thesaurus: 'AGU' },
      { text: 'Data processing', type: 'theme', thesaurus: null },
      { text: 'DIAS', type: 'theme', thesaurus: null },
    ]);
  });

  it('takes no label from within a text, and decodes entities once', () => {
    expect(document.texts.abstract).toBe(
      'Tides of 55 years.\nName: not a label here. 2 m of water <b> at most.\nReferences: none of ours.',
    );
  });

  it('finds the list of files as a link, linked and printed addresses in their order', () => {
    expect(document.fileListUrl).toBe('https://data.example.org/dl/storages/filelist/dataset:204');
    expect(document.online).toEqual([
      'https://data.example.org/dl/storages/filelist/dataset:204',
      'https://tides.example.org/about.html',
    ]);
  });
}); // prettier-ignore

describe('a metadata document of bold labels and line breaks', () => {
  it('gives the same values as one of headings and tables', () => {
    const [ja, en] = [read(DOCUMENT_JA), read(DOCUMENT_EN)];
    for (const field of ['edition', 'abbreviation', 'documentDate', 'created', 'published', 'revised', 'topicCategories', 'period', 'box', 'formats', 'references'] as const) {
      expect(ja[field], field).toEqual(en[field]);
    }
    expect(ja).toMatchObject({ language: 'ja', name: '架空潮汐55年再解析' });
    expect(ja.creators).toEqual([
      { name: '海 花子', organization: '架空海洋研究所', email: null },
      { name: '塩 太郎', organization: null, email: null },
    ]);
    expect(ja.keywords.map(({ text }) => text)).toEqual(['海洋', '潮汐']);
    expect(ja.grid).toEqual([{ dimension: 'row', size: '460', resolution: '3 minute' }]);
  });
}); // prettier-ignore

describe('a landing page', () => {
  const landing = read(LANDING_EN);

  it('has the sections without numbers, its heading as name, and a citation line', () => {
    expect(landing).toMatchObject({
      language: 'en',
      name: 'Dune moisture 2020',
      abbreviation: 'DUNE',
      doi: '10.20783/dias.999901',
      period: { begin: '2020-01-01', end: '2020-12-31', ongoing: false },
      box: { west: 134.2, south: 35.5, east: 134.3, north: 35.6 },
      keywords: [{ text: 'soil moisture', type: 'theme', thesaurus: 'GCMD' }],
    });
    expect(landing.citation).toEqual({
      year: '2021',
      title: 'Dune moisture 2020',
      publisher: 'データ統合・解析システム(DIAS)',
      doi: '10.20783/dias.999901',
    });
  });

  it('tells the contacts of dataset and project apart by the headings below “Contact”', () => {
    expect(landing.datasetContacts.map(({ name }) => name)).toEqual(['Ken Sunahama']);
    expect(landing.projectContacts.map(({ name }) => name)).toEqual(['Office of Dunes']);
  });

  it('keeps menus, footers and headings of its own out of the sections', () => {
    expect(landing.texts.license).toBe('CC BY 4.0');
    expect(landing.references).toEqual([]);
  });
});

describe('a section', () => {
  it('begins at its number where its words are unknown, and not at a number in a text', () => {
    const html = DOCUMENT_EN.replace('9. DATA REMARKS</h2>', '9. WORDS OF WARNING</h2><p>7.4 is a nice number.</p>');
    expect(read(html).texts.remarks).toBe('7.4 is a nice number.');
  });

  it('is found by its label where the numbers are others', () => {
    const html = DOCUMENT_EN.replace('11. LICENSE', '14. LICENSE');
    expect(read(html).texts.license).toBe('Research use only.');
  });

  it('may be empty', () => {
    expect(read(DOCUMENT_EN).texts).not.toHaveProperty('environment');
    expect(read(DOCUMENT_EN).texts).not.toHaveProperty('remarks');
  });
});

describe('people', () => {
  it('keep what belongs to one entry together, whatever the value begins with', () => {
    const html = page('<h2>Contact</h2><p>Name:<br>Ken<br>Address:<br>1-1 Hama<br>E-mail:<br>ken@example.org</p>');
    expect(read(html).datasetContacts).toEqual([{ name: 'Ken', organization: null, email: 'ken@example.org' }]);
  });

  it('may be listed without labels, an address in a line of its own', () => {
    const html = page('<h2>Dataset Creator</h2><p>Ken Sunahama<br>ken@example.org<br>Institute of Dunes</p>');
    expect(read(html).creators).toEqual([
      { name: 'Ken Sunahama', organization: null, email: 'ken@example.org' },
      { name: 'Institute of Dunes', organization: null, email: null },
    ]);
  });
});

describe('a box', () => {
  const boxOf = (cells: string) => read(page(`<h2>Geographic Bounding Box</h2>${cells}`)).box;

  it.each([
    ['<dl><dt>North</dt><dd>46°N</dd><dt>West</dt><dd>122°E</dd><dt>East</dt><dd>154</dd><dt>South</dt><dd>24</dd></dl>', { west: 122, south: 24, east: 154, north: 46 }],
    ['<p>7.4.1 North: 46<br>7.4.2 West: 122<br>7.4.3 East: 154<br>7.4.4 South: 24</p>', { west: 122, south: 24, east: 154, north: 46 }],
    ['<p>North: 10, West: 190, East: 200, South: -10</p>', { west: -170, south: -10, east: -160, north: 10 }],
    ['<p>North: 90, West: 0, East: 360, South: -90</p>', { west: -180, south: -90, east: 180, north: 90 }],
    ['<table><tr><td>North</td><td>46</td><td>South</td><td>24</td></tr><tr><td>West</td><td>122</td><td>East</td><td>154</td></tr></table>', { west: 122, south: 24, east: 154, north: 46 }],
  ])('is read from %s', (cells, box) => {
    expect(boxOf(cells)).toEqual(box);
  });

  it.each([
    ['a side is missing', '<p>North: 46, West: 122, East: 154</p>'],
    ['south is above north', '<p>North: 10, West: 122, East: 154, South: 20</p>'],
    ['a side is beyond the poles', '<p>North: 100, West: 122, East: 154, South: 20</p>'],
    ['a side is no number', '<dl><dt>North</dt><dd>somewhere</dd><dt>West</dt><dd>1</dd><dt>East</dt><dd>2</dd><dt>South</dt><dd>0</dd></dl>'],
  ])('is none where %s', (_, cells) => {
    expect(boxOf(cells)).toBeNull();
  });
}); // prettier-ignore

describe('the time', () => {
  const periodOf = (begin: string, end: string) =>
    read(page(`<h2>Temporal Extent</h2><dl><dt>Begin Date</dt><dd>${begin}</dd><dt>End Date</dt><dd>${end}</dd></dl>`)).period;

  it.each([
    ['1958', 'Under Continuation', { begin: '1958', end: null, ongoing: true }],
    ['1958-01', 'under continuation', { begin: '1958-01', end: null, ongoing: true }],
    ['1958年1月1日', '継続中', { begin: '1958-01-01', end: null, ongoing: true }],
    ['1958-01-01', '2024-02-02', { begin: '1958-01-01', end: '2024-02-02', ongoing: false }],
    ['1958-01-01', '', { begin: '1958-01-01', end: null, ongoing: false }],
    ['long ago', 'not known', { begin: null, end: null, ongoing: false }],
  ])('from %s to %s keeps its precision and makes no end up', (begin, end, period) => {
    expect(periodOf(begin, end)).toEqual(period);
  });
}); // prettier-ignore

describe('bytes', () => {
  it('are refused where they are no page of DIAS’s', () => {
    expect(() => read('<html><body><h1>404 Not Found</h1></body></html>')).toThrow(/none of the sections/);
    expect(() => readPage(Buffer.from([0xff, 0xfe, 0x00]), null)).toThrow(UnreadableDocument);
  });

  it('may be in the encoding that they declare', () => {
    const head = Buffer.from('<meta charset="Shift_JIS"><h2>');
    // 概要 and ライセンス in Shift_JIS.
    const label = Buffer.from([0x8a, 0x54, 0x97, 0x76]);
    const licence = Buffer.from([0x83, 0x89, 0x83, 0x43, 0x83, 0x5a, 0x83, 0x93, 0x83, 0x58]);
    const body = Buffer.concat([head, label, Buffer.from('</h2><p>A.</p><h2>'), licence, Buffer.from('</h2><p>L.</p>')]);
    expect(readPage(body, null).texts).toEqual({ abstract: 'A.', license: 'L.' });
  });

  it.each([
    ['200 MB of blanks', ' '.repeat(200_000_000), /larger than 4 MB/],
    ['elements without an end', '<div>'.repeat(500_000), /deeper than/],
    ['lines without an end', '<p>1'.repeat(900_000), /lines of text/],
    ['ends without a beginning', '<b>'.repeat(150) + '</i>'.repeat(900_000), /none of the sections/],
    ['links within links', '<a href="#a">a'.repeat(250_000), /none of the sections/],
  ])('that are %s are refused in bounded time', (_, html, reason) => {
    const body = Buffer.from(html);
    const started = performance.now();
    expect(() => readPage(body, null)).toThrow(reason);
    // Quadratic readings of these take minutes.
    expect(performance.now() - started).toBeLessThan(20_000);
  }, 60_000);

  it('lead to absolute addresses by where they were read, and never to scripts', () => {
    const html = page('<h2>Online resource</h2><p><a href="/a b">x</a> <a href="../doc">y</a> <a href="javascript:alert(1)">z</a></p>');
    expect(read(html, 'https://host.example/ja/dataset/X').online).toEqual(['https://host.example/a%20b', 'https://host.example/ja/doc']);
    expect(read(html).online).toEqual([]);
  });
}); // prettier-ignore
