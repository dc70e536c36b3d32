import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { awardId, awardIdOfNumber, normalizeAwardNumber, numberOfAwardId } from './award-number.js';

describe('normalizeAwardNumber', () => {
  it.each([
    'JP20H00001',
    '20H00001',
    ' jp 20h00001 ',
    'ＪＰ２０Ｈ００００１',
    'KAKENHI-PROJECT-20H00001',
    'https://kaken.nii.ac.jp/ja/grant/KAKENHI-PROJECT-20H00001/',
  ])('takes %j for the award 20H00001', (printed) => {
    expect(normalizeAwardNumber(printed)).toBe('20H00001');
  });

  it('takes a grant DOI of JST for the number in it', () => {
    expect(normalizeAwardNumber('https://doi.org/10.52926/JPMJBF1801')).toBe(normalizeAwardNumber('JPMJBF1801'));
  });

  it('leaves the numbers of others as they are', () => {
    expect(normalizeAwardNumber('101017452')).toBe('101017452');
    expect(normalizeAwardNumber('EP/S001247/1')).toBe('EP/S001247/1');
  });
});

describe('the id of an award', () => {
  it.each([
    ['JP20H00001', 'JSPS', 'jgn:JP20H00001'],
    ['20H00001', 'JSPS', 'jgn:JP20H00001'],
    ['20h00001', null, 'jgn:JP20H00001'],
    ['19KK0341', null, 'jgn:JP19KK0341'],
    ['KAKENHI-PROJECT-20H00001', null, 'jgn:JP20H00001'],
    ['JP18049069', null, 'jgn:JP18049069'],
    ['18049069', '日本学術振興会', 'jgn:JP18049069'],
    ['18049069', 'Japan Society for the Promotion of Science', 'jgn:JP18049069'],
    ['18049069', null, 'jgn:JP18049069'],
    ['JPMJMS2021', 'JST', 'jgn:JPMJMS2021'],
    ['JPNP14004', 'NEDO', 'jgn:JPNP14004'],
    ['101017452', 'European Commission', 'ec:101017452'],
    ['777541', 'EC', 'ec:777541'],
    ['101017452', 'European Union', 'ec:101017452'],
  ])('of %s by %s is %s', (number, funder, id) => {
    expect(awardId(number, funder)).toBe(id);
  });

  it.each([
    ['1234567', 'National Science Foundation', 'National Science Foundation:1234567'],
    [
      '41876012',
      'National Natural Science Foundation of China',
      'National Natural Science Foundation of China:41876012',
    ],
    ['101017452', 'DFG', 'DFG:101017452'],
    ['12345678', 'European Commission', 'European Commission:12345678'],
    ['EP/S001247/1', ' EPSRC ', 'EPSRC:EP/S001247/1'],
  ])('of another funder (%s by %s) is under its name: %s', (number, funder, id) => {
    expect(awardId(number, funder)).toBe(id);
  });

  it('is none where the number does not tell and no funder is stated', () => {
    expect([awardId('101017452', null), awardId('101017452', ' '), awardId(' ', 'JSPS')]).toEqual([null, null, null]);
  });
});

describe('the award that people ask for by a number', () => {
  it.each([
    'JP20H00001',
    'JP 20H00001',
    'jp20h00001',
    'JP-20H00001',
    '２０Ｈ００００１',
    'ＪＰ２０Ｈ００００１',
    'JSPS KAKENHI Grant Number JP20H00001',
    'JSPS科研費 JP20H00001',
    '課題番号：20H00001',
    'https://kaken.nii.ac.jp/ja/grant/KAKENHI-PROJECT-20H00001/',
    'https://kaken.nii.ac.jp/grant/KAKENHI-PROJECT-20H00001/?lang=en',
    'kaken.nii.ac.jp/grant/KAKENHI-PROJECT-20H00001',
    'KAKENHI-PROJECT-20H00001',
  ])('is a KAKENHI grant: %j', (pasted) => {
    expect(awardIdOfNumber(pasted)).toBe('jgn:JP20H00001');
  });

  it.each([
    'JPMJMS2021',
    'https://doi.org/10.52926/JPMJMS2021',
    'doi:10.52926/jpmjms2021',
    'JST Moonshot R&D Grant Number JPMJMS2021',
  ])('is another Japan Grant Number: %j', (pasted) => {
    expect(awardIdOfNumber(pasted)).toBe('jgn:JPMJMS2021');
  });

  it.each([
    '101017452',
    'GA 101017452',
    'grant agreement No 101017452',
    'Horizon Europe grant 101017452',
    'https://cordis.europa.eu/project/id/101017452',
    'https://doi.org/10.3030/101017452',
  ])('is a Horizon grant: %j', (pasted) => {
    expect(awardIdOfNumber(pasted)).toBe('ec:101017452');
  });

  it.each(['', '   ', 'KAKENHI', 'EP/S001247/1', '12345', 'JP20H00001 and JP21H00002', 'JPSURVEY'])(
    'is none that a number alone tells: %j',
    (pasted) => {
      expect(awardIdOfNumber(pasted)).toBeNull();
    },
  );

  it('is the same however often it is read, and with or without JP', () => {
    const kakenhi = fc
      .tuple(fc.integer({ min: 10, max: 99 }), fc.constantFrom('H', 'K', 'J', 'KK', 'KF'), fc.nat(9999), fc.nat(9))
      .map(([year, kind, number, digit]) => {
        const digits = String(number).padStart(4, '0');
        return `${String(year)}${kind}${kind.length === 1 ? String(digit) : ''}${digits}`;
      });
    fc.assert(
      fc.property(kakenhi, fc.constantFrom('', 'JP', 'JP ', 'jp'), (number, prefix) => {
        const id = awardIdOfNumber(`${prefix}${number}`);
        expect(id).toBe(`jgn:JP${number}`);
        expect(awardIdOfNumber(numberOfAwardId(id ?? ''))).toBe(id);
      }),
    );
  });

  it('never throws, whatever is given', () => {
    fc.assert(fc.property(fc.string(), fc.option(fc.string()), (number, funder) => void awardId(number, funder)));
  });

  it('takes no token out of another funder’s number', () => {
    expect(normalizeAwardNumber('DE-20H00001')).toBe('DE-20H00001');
    expect(awardId('NA/20H00001/7', 'NOAA')).toBe('NOAA:NA/20H00001/7');
  });
});
