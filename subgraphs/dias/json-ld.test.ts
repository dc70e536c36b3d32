import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { valuesOfJsonLd } from './json-ld.js';

const SAMPLES = '../shared/upstreams/dias/samples/schema-org';

describe('JSON-LD of a landing page', () => {
  it('is read where it is one Dataset', () => {
    const values = valuesOfJsonLd([
      JSON.stringify({
        '@context': 'https://schema.org',
        '@graph': [
          { '@type': 'WebPage' },
          {
            '@type': ['Dataset'],
            name: [{ '@value': '潮汐', '@language': 'ja' }, { '@value': 'Tides', '@language': 'en' }],
            identifier: ['https://doi.org/10.20783/DIAS.999901', 'other'],
            license: 'https://creativecommons.org/licenses/by/4.0/',
            temporalCoverage: '1958-01-01/2024-02-02',
            spatialCoverage: { '@type': 'Place', geo: { '@type': 'GeoShape', box: '24 122 46 154' } },
            keywords: ['tide', { '@type': 'DefinedTerm', name: 'ocean' }],
            distribution: [{ encodingFormat: 'application/x-netcdf' }],
          },
        ],
      }),
    ]);
    expect(values).toMatchObject({
      title: { values: [{ value: '潮汐', lang: 'ja' }, { value: 'Tides', lang: 'en' }] },
      doi: '10.20783/dias.999901',
      licenses: [{ spdx: 'CC-BY-4.0' }],
      coverage: { begin: '1958-01-01', end: '2024-02-02', ongoing: null },
      boxes: [{ south: 24, west: 122, north: 46, east: 154 }],
      formats: ['application/x-netcdf'],
    });
    expect(values?.keywords?.map(({ value }) => value.values[0]?.value)).toEqual(['tide', 'ocean']);
  }); // prettier-ignore

  it.each([
    ['there is none', []],
    ['it is no JSON', ['{']],
    ['it is no Dataset', ['{"@type":"Article","name":"X"}']],
    ['there are two', ['{"@type":"Dataset","name":"X"}', '{"@type":"Dataset","name":"Y"}']],
    ['it is nonsense', ['[[[]]]', '7', '"Dataset"', '{"@type":{"a":1}}']],
  ])('is as if absent where %s', (_, scripts) => {
    expect(valuesOfJsonLd(scripts)).toBeNull();
  });
});

describe.skipIf(!existsSync(SAMPLES))('the sample pages’ JSON-LD (skipped where ../shared/upstreams is absent)', () => {
  const read = (name: string) => valuesOfJsonLd([readFileSync(`${SAMPLES}/${name}`, 'utf8')]);

  it('with a point gives its place, people and licence', () => {
    const values = read('schema_org_geolocation.json');
    expect(values).toMatchObject({
      doi: '10.6071/z7wc73',
      version: '2',
      issued: '2013',
      boxes: [{ south: 37.047756, west: -119.221094, north: 37.047756, east: -119.221094 }],
      licenses: [{ spdx: 'CC-BY-4.0' }],
    });
    expect(values?.creators?.map(({ orcid }) => orcid)).toContain('0000-0002-8862-1404');
  });

  it('with a shape gives its date and DOI, not those of what it cites', () => {
    expect(read('schema_org_geoshape.json')).toMatchObject({ doi: '10.1594/pangaea.842237', issued: '2015-02-03' });
  });
});
