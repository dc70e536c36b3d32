import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UnreadableDocument } from '../common/errors.js';
import { bestText, textIn } from '../common/localized-text.js';
import type { FullRecord } from '../common/record.js';
import { ciniiDocuments } from './documents.js';

/** Real answers, kept outside of the repository. */
const SAMPLES = '../shared/upstreams/cinii-research/samples';
const missing = !existsSync(SAMPLES);

const READABLE: Readonly<Record<string, readonly [string, number]>> = {
  'articles-v1-search.json': ['cinii-search', 1],
  'books-v2-search.ncid-BB02488158.rss.xml': ['cinii-search', 1],
  'books-v2-search.q-BA85746967.rss.xml': ['cinii-search', 1],
  'books-v2-search.q-empty.rss.xml': ['cinii-search', 0],
  'books-v2-search.q-library-system.rss.xml': ['cinii-search', 10],
  'books-v2-search.q-test.rss.xml': ['cinii-search', 10],
  'projects-v2-search.q-19KK0341.ja.json': ['cinii-search', 1],
  'crid-article.1390282680241132288.json': ['cinii-detail', 1],
  'crid-book.1970867909910985885.rdf.xml': ['cinii-detail', 1],
  'crid-book.1971993809689508364.json': ['cinii-detail', 1],
};

function read(format: string, file: string): readonly FullRecord[] {
  const reader = ciniiDocuments.find(({ name }) => name === format);
  return reader?.read(readFileSync(join(SAMPLES, file))).records ?? [];
}

function first(file: string): FullRecord {
  const [record] = read(READABLE[file]?.[0] ?? '', file);
  if (record === undefined) throw new Error(`${file} gave no record`);
  return record;
}

function ids({ identifiers }: FullRecord): string[] {
  return identifiers.map(({ scheme, value }) => `${scheme} ${value}`);
}

describe.skipIf(missing)(`the real samples (skipped where ${SAMPLES} is not there)`, () => {
  it.each(Object.entries(READABLE))('%s is read', (file, [format, count]) => {
    expect(read(format, file)).toHaveLength(count);
  });

  const files = missing ? [] : readdirSync(SAMPLES);
  it.each(files.flatMap((file) => ciniiDocuments.map(({ name }) => [file, name] as const)))(
    '%s as %s is read, or refused with one clear line',
    (file, format) => {
      if (READABLE[file]?.[0] === format) return;
      let failure: unknown = null;
      try {
        read(format, file);
      } catch (error) {
        failure = error;
      }
      expect(failure).toBeInstanceOf(UnreadableDocument);
      expect(String(failure)).not.toContain('\n');
    },
  );

  it('the article has both languages, its identifiers, its place in the journal', () => {
    const record = first('crid-article.1390282680241132288.json');
    expect([record.id, record.doi, record.type, record.issued]).toEqual([
      'cinii:1390282680241132288',
      '10.18984/lepid.35.3_93',
      'ARTICLE',
      '1984',
    ]);
    expect(textIn(record.title, 'ja')).toBe('日本産Stenolechia属キバガの再検討');
    expect(textIn(record.title, 'en')).toMatch(/^A Revision of the Genus Stenolechia/);
    expect(textIn(record.title, 'ja-Kana')).toMatch(/^ニホンサン/);
    expect(ids(record)).toEqual([
      'CRID 1390282680241132288',
      'DOI 10.18984/lepid.35.3_93',
      'NAID 110007707553',
      'NDL_BIB_ID 3022597',
      'URL http://id.ndl.go.jp/bib/3022597',
    ]);
    const [creator] = record.creators;
    expect([creator?.nrid, creator && textIn(creator.name, 'ja'), creator && textIn(creator.name, 'en')]).toEqual([
      '1000004760041',
      '金沢 至',
      'KANAZAWA Itaru',
    ]);
    expect(creator?.affiliations).toHaveLength(1);
    expect(record.container).toMatchObject({
      issn: ['0024-0974', '1880-8077'],
      volume: '35',
      issue: '3',
      firstPage: '93',
      lastPage: '120',
    });
    expect(record.publisher && textIn(record.publisher, 'ja')).toBe('日本鱗翅学会');
    expect([record.languages, record.accessRight, record.funding]).toEqual([['en'], 'UNKNOWN', []]);
    expect(record.description?.values.map(({ lang }) => lang)).toEqual(['en', 'ja']);
  });

  it('the RDF of a book has its people with their identifiers, its imprint, its classes', () => {
    const record = first('crid-book.1970867909910985885.rdf.xml');
    expect([record.type, record.issued, record.size]).toEqual(['BOOK', '2010-06', '24cm']);
    expect(record.creators).toHaveLength(8);
    const person = record.creators[4];
    expect([person?.orcid, person?.nrid, person?.eRadId]).toEqual(['0000-0002-3276-3753', '1000030413925', '30413925']);
    expect(person?.identifiers.filter(({ scheme }) => scheme === 'NRID')).toHaveLength(7);
    expect(person?.name.values.map(({ lang }) => lang)).toEqual([null, 'ja-Kana']);
    expect(record.publisher?.values).toEqual([{ value: 'オライリー・ジャパン', lang: 'ja' }]);
    expect(record.alternativeTitles).toHaveLength(2);
    expect(record.subjects.map(({ scheme }) => scheme)).toEqual(['BSH', 'BSH', 'NDC8', 'NDC9', 'NDC9']);
    expect(record.description).toBeNull();
  });

  it('the Chinese book is Chinese: no Japanese is made up', () => {
    const record = first('crid-book.1971993809689508364.json');
    expect([textIn(record.title, 'ja'), textIn(record.title, 'zh'), record.languages, record.issued]).toEqual([
      null,
      '我是猫',
      ['zh'],
      '2001',
    ]);
    expect(record.creators.map(({ name }) => name.values)).toEqual([
      [{ value: '于雷', lang: null }],
      [{ value: '夏目漱石', lang: null }],
    ]);
  });

  it('the article known from citations has no title, and is none the worse for it', () => {
    const record = first('articles-v1-search.json');
    expect([record.title.values, record.issued, record.container?.title?.values[0]?.value]).toEqual([
      [],
      '1965',
      '行人',
    ]);
    expect(ids(record)).toEqual(['CRID 1573387450265380480', 'NAID 10019109559']);
  });

  it('the project is its own grant and has no date of issue', () => {
    const record = first('projects-v2-search.q-19KK0341.ja.json');
    expect([record.type, record.issued, record.funding[0]?.awardNumber]).toEqual(['PROJECT', null, 'JP19KK0341']);
    expect(bestText(record.title)).toBe('マダガスカル農村部における食環境の評価と食生活指針');
    expect(record.subjects).toHaveLength(5);
  });

  it('the books have titles apart from their parallel titles, ISBN and XISBN apart, ISSN in one form', () => {
    const fuel = first('books-v2-search.q-BA85746967.rss.xml');
    expect(textIn(fuel.title, 'ja')).toBe('固体高分子形燃料電池要素材料・水素貯蔵材料の知的設計');
    expect(fuel.description).toBeNull();
    const books = read('cinii-search', 'books-v2-search.q-test.rss.xml');
    expect(books.filter(({ issued }) => issued === null)).toHaveLength(1);
    expect(books.flatMap(ids)).toContain('ISSN 0149-6115');
    expect(read('cinii-search', 'books-v2-search.q-library-system.rss.xml').flatMap(ids)).toContain('XISBN 083895989X');
  });
});
