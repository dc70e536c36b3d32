import { describe, expect, it } from 'vitest';
import { UnreadableDocument } from '../errors.js';
import { readJalc } from './jalc.js';

/** A fictional answer in the form of fact sheet DIAS 6.1. */
function answer(data: object): Buffer {
  const whole = { doi: '10.99999/DIAS.1', url: 'https://doi.org/10.99999/DIAS.1', content_type: 'RD', ...data };
  return Buffer.from(JSON.stringify({ status: 'OK', apiType: 'doi', apiVersion: '1.0.0', message: {}, data: whole }));
}
const read = (data: object): ReturnType<typeof readJalc> => readJalc(answer(data));
const names = (data: object): string[][] =>
  read(data).creators.map(({ name }) => name.values.map(({ value }) => value));

describe('a JaLC answer', () => {
  it('gives the DOI in canonical form, the kind of work and titles by language', () => {
    const fields = read({
      title_list: [
        { lang: 'en', title: 'Snow &mdash; <b>depth</b>' },
        { title: 'ゆきの深さ', subtitle: '2020年' },
      ],
    });
    expect(fields).toMatchObject({ doi: '10.99999/dias.1', type: 'DATASET' });
    expect(fields.title.values).toEqual([
      { value: 'Snow — depth', lang: 'en' },
      { value: 'ゆきの深さ', lang: 'ja' },
    ]);
    expect(fields.alternativeTitles).toEqual([{ values: [{ value: '2020年', lang: null }] }]);
  });

  it('never gives an abstract, which is excluded from the licence', () => {
    const fields = read({ description_list: [{ description: 'secret' }], abstract: 'secret' });
    expect('description' in fields).toBe(false);
    expect(JSON.stringify(fields)).not.toContain('secret');
  });

  it.each([
    [{ publication_year: '0000' }, null],
    [{ publication_year: '2012' }, '2012'],
    [{ publication_year: '2012', publication_month: '8' }, '2012-08'],
    [{ publication_year: '2012', publication_month: '08', publication_day: '4' }, '2012-08-04'],
    [{ publication_year: '2012', publication_month: '13' }, '2012'],
    [{ publication_year: '2012', publication_day: '4' }, '2012'],
    [{}, null],
  ])('was published %j: %s', (publication_date, issued) => {
    expect(read({ publication_date }).issued).toBe(issued);
  });

  it('takes a given name without a family name for the whole name', () => {
    expect(names({ creator_list: [{ sequence: '1', names: [{ lang: 'ja', first_name: '源／俊頼' }] }] })).toEqual([
      ['源／俊頼'],
    ]);
    const [creator] = read({ creator_list: [{ names: [{ first_name: 'NIES' }] }] }).creators;
    expect(creator).toMatchObject({ familyName: null, givenName: null });
  });

  it('joins the languages of a person and of each affiliation, and reads researcher ids', () => {
    const [creator] = read({
      creator_list: [
        {
          names: [
            { lang: 'en', last_name: 'Yamada', first_name: 'Hana' },
            { lang: 'ja', last_name: '山田', first_name: '花 ' },
          ],
          affiliation_list: [
            { affiliation_name: 'Snow Institute', sequence: '1', lang: 'en' },
            { affiliation_name: '雪研究所 ', sequence: '1', lang: 'ja' },
            { affiliation_name: 'Rain Institute', sequence: '2', lang: 'en' },
          ],
          researcher_id_list: [{ id_code: 'https://orcid.org/0000-0002-1825-0097', type: 'ORCID' }],
        },
      ],
    }).creators;
    expect(creator?.name.values.map(({ value }) => value)).toEqual(['Yamada, Hana', '山田 花']);
    expect(creator?.orcid).toBe('0000-0002-1825-0097');
    expect(creator?.affiliations.map(({ name }) => name.values.map(({ value }) => value))).toEqual([
      ['Snow Institute', '雪研究所'],
      ['Rain Institute'],
    ]);
  });

  it('has no publisher where it says that there is none', () => {
    expect(read({ publisher_list: [{ publisher_name: '[出版者なし]', lang: 'ja' }] }).publisher).toBeNull();
    expect(read({ publisher_list: [{ publisher_name: 'DIAS ', lang: 'en' }] }).publisher?.values).toEqual([
      { value: 'DIAS', lang: 'en' },
    ]);
  });

  it('does not take doi.org’s address for the landing page', () => {
    expect(read({}).url).toBeNull();
    expect(read({ url: 'https://search.diasjp.test/ja/dataset/X' }).url).toBe(
      'https://search.diasjp.test/ja/dataset/X',
    );
  });

  it('tells full texts as files and relations by DataCite’s names', () => {
    const { files, related } = read({
      relation_list: [
        { content: 'https://journal.test/a/_pdf', type: 'URL', relation: 'fullTextPdf' },
        { content: '10.99999/Other', type: 'DOI', relation: 'isPartOf' },
      ],
      citation_list: [{ doi: '10.99999/Cited' }, { original_text: 'A. Author (1999)' }, {}],
    });
    expect(files.map(({ url }) => url)).toEqual(['https://journal.test/a/_pdf']);
    expect(related.map(({ relation, id }) => [relation, id])).toEqual([
      ['IsPartOf', 'doi:10.99999/other'],
      ['References', 'doi:10.99999/cited'],
      ['References', null],
    ]);
  });

  it.each([
    ['a list of DOIs', { apiType: 'doilist', data: { items: [] } }, /list of DOIs/],
    ['a list of prefixes', { apiType: 'prefixes', data: { items: [] } }, /list of prefixes/],
    [
      'an error',
      { message: { errors: { message: 'データが見つかりませんでした。' } } },
      /^the answer of JaLC is an error$/,
    ],
    ['an answer without data', { apiType: 'doi' }, /expected an object/],
    [
      'a name that is a number',
      { data: { doi: '10.1/x', title_list: [{ title: 5 }] } },
      /title_list\[0\]\.title: expected a text/,
    ],
    ['a list', [], /expected an object/],
  ])('%s is refused with one line', (_, value, message) => {
    const attempt = (): unknown => readJalc(Buffer.from(JSON.stringify(value)));
    expect(attempt).toThrow(UnreadableDocument);
    expect(attempt).toThrow(message);
  });
});
