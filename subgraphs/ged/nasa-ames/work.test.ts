import { describe, expect, it } from 'vitest';
import { bestText } from '../../common/localized-text.js';
import { nasaAmesDocuments } from './documents.js';
import { fictionalFile, readFictional } from './testing.js';
import { workOf } from './work.js';

const file = readFictional({
  originators: 'Müller, Astrid; Kitano Ken; someone(at)example.jp; a@example.jp; Smith, A., Jones, B.',
  special: ['LATITUDE: 20 ~ 30 [degree]', 'LONGITUDE: 130 ~ 200 [degree]', 'a remark < 5 µm'],
  normal: ['北の岬の観測'],
});
const work = workOf(file);

describe('a file as a work', () => {
  it('has people with family and given names where the line tells them, and no addresses', () => {
    const names = work.creators.map(({ name, familyName, givenName }) =>
      [name, familyName, givenName].map((text) => (text === null ? null : bestText(text))),
    );
    expect(names).toEqual([
      ['Müller, Astrid', 'Müller', 'Astrid'],
      ['Kitano Ken', null, null],
      ['Smith, A., Jones, B.', null, null],
    ]);
    expect(work.creators[0]?.affiliations.map(({ name }) => bestText(name))).toEqual(['Institute for Imagined Air']);
  });

  it('has what the file says of itself, and no licence', () => {
    expect([bestText(work.title), work.type, work.updated, work.period, work.licenses, work.formats, work.doi]).toEqual(
      ['Imagined Air Programme', 'DATASET', '2024-04-15T00:00:00Z', '2014-01-01', [], ['NASA Ames 1001'], null],
    );
    expect(work.description === null ? null : bestText(work.description)).toBe(
      'in situ/Tower\na remark < 5 µm\n北の岬の観測',
    );
  });

  it('has its region, also across the date line, and its period to the day', () => {
    expect(work.places).toEqual([{ name: null, point: null, box: { west: 130, south: 20, east: -160, north: 30 } }]);
    const station = readFictional({ special: ['LATITUDE: 24.06', 'LONGITUDE: 123.81'], rows: ['0 1 1', '48 1 1'] });
    expect([workOf(station).places[0]?.point, workOf(station).period]).toEqual([
      { lat: 24.06, lon: 123.81 },
      '2014-01-01/2014-01-03',
    ]);
  });

  it('has no period where only its first day is known, and no place that no map has', () => {
    const other = readFictional({ axis: 'Altitude (km)', special: ['LATITUDE: 95', 'LONGITUDE: east'] });
    expect([workOf(other).period, workOf(other).places]).toEqual([null, []]);
  });
});

describe('the document format nasa-ames', () => {
  const [format] = nasaAmesDocuments;

  it('gives one record, with an id where the file names its DOI', () => {
    const read = (parts: Parameters<typeof fictionalFile>[0]) => format?.read(Buffer.from(fictionalFile(parts)));
    expect(read({})).toMatchObject({ many: false, deleted: 0, records: [{ id: '', platform: 'NIES_GED' }] });
    expect(read({ special: ['DOI: https://doi.org/10.17595/20990101.001'] })?.records[0]).toMatchObject({
      id: 'ged:20990101.001',
      doi: '10.17595/20990101.001',
    });
  });

  it('gives CSV in pieces', () => {
    const rows = Array.from({ length: 2_500 }, (_, row) => `${String(row)} -${String(row)} 0`);
    const csv = format?.csv?.(Buffer.from(fictionalFile({ rows, variables: ['=A: x [ppm]', 'B: y'] })));
    const pieces = [...(csv?.pieces ?? [])];
    expect(pieces.map((piece) => piece.split('\n').length - 1)).toEqual([1, 1_000, 1_000, 500]);
    // A heading is a text, a negative number is none.
    expect([pieces[0], pieces[1]?.split('\n')[1]]).toEqual([`RECORD,'=A [ppm],B\n`, '1,-1,0']);
  });

  it('tells what the file is warned of beside its rows and its work', () => {
    const document = Buffer.from(fictionalFile({ rows: ['0 1 2', '1'] }));
    const warning = 'line 18: the last record is incomplete (X and NV = 2 (line 10)) and was left out';
    expect(format?.csv?.(document).warnings).toEqual([warning]);
    expect(format?.read(document).warnings).toEqual([warning]);
  });

  it('gives the common metadata elements that the file states, and makes up none of a page', () => {
    const special = ['DOI: 10.17595/20990101.001', 'CONTACT_EMAIL_OF_THE_DATA_PROVIDER: data(at)example.org'];
    const document = Buffer.from(fictionalFile({ special, normal: ['Air that is imagined'] }));
    const [metadata] = format?.read(document).commonMetadata ?? [];
    const stated = metadata?.elements.filter(({ values }) => values.length > 0) ?? [];
    expect(stated.map(({ key, values, valid }) => [key, values[0]?.values[0]?.value, valid])).toEqual([
      ['file-type', 'データセット', true],
      ['title', 'Imagined Air Programme', true],
      ['date-issued-updated', '2024-04-15', true],
      ['data-description', 'in situ/Tower\nAir that is imagined', true],
      ['data-type', 'データセット', true],
      ['file-size', '0.4KB', true],
      ['repo-url-doi-link', '10.17595/20990101.001', true],
      ['creators', 'Minami, Hana', true],
      ['data-man-email', 'data(at)example.org', true],
    ]);
    expect(stated[1]?.source).toEqual({ field: 'title', platform: 'NIES_GED', recordId: 'ged:20990101.001' });
    expect(metadata?.missing).toEqual(expect.arrayContaining(['funder', 'access-rights', 'hosting-inst']));
  });
});
