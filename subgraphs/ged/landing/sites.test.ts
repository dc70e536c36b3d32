import { describe, expect, it } from 'vitest';
import type { Value } from './fields.js';
import { heightsIn, placesIn, readSites } from './sites.js';

const text = (...lines: string[]): Value[] => [{ kind: 'text', text: lines.join('\n'), links: [] }];

describe('a place', () => {
  it.each([
    ['北緯35.3609度 東経138.7271度', 35.3609, 138.7271],
    ['北緯24.06069度、東経123.80939度', 24.06069, 123.80939],
    ['43.1603°N, 145.4974°E', 43.1603, 145.4974],
    ['24.06069 N 123.80939 E', 24.06069, 123.80939],
    ['35.3609 N 138.7271 E, 3776 m', 35.3609, 138.7271],
    ['Latitude: 6.3 S, Longitude: 106.7 E', -6.3, 106.7],
    ['latitude: -6.3\nlongitude: 106.7', -6.3, 106.7],
    ['緯度 24.06、経度 123.81', 24.06, 123.81],
    ['南緯10度30分 西経20度', -10.5, -20],
    ["10°30'36\" S, 20°15' W", -10.51, -20.25],
    ['145.4974°E, 43.1603°N', 43.1603, 145.4974],
  ])('is read from %j', (printed, latitude, longitude) => {
    expect(placesIn(printed)).toEqual([
      { name: null, latitude, longitude, box: null, elevation: null, inletHeight: null, altitude: null },
    ]);
  });

  it.each(['91°N, 10°E', '10°N', '全国', '35.3609 138.7271', 'CO2: 400 ppm', '5 Number 6 Estimate', ''])(
    'is none in %j',
    (printed) => {
      expect(placesIn(printed)).toEqual([]);
    },
  );

  it('may be one of several, each with its name', () => {
    expect(
      placesIn('波照間: 北緯24.06度 東経123.80度\n[落石岬] 43.16 N 145.49 E').map(({ name, latitude }) => [
        name,
        latitude,
      ]),
    ).toEqual([
      ['波照間', 24.06],
      ['落石岬', 43.16],
    ]);
  });

  it.each([
    ['[Region 1] Latitude: 30–40° N, Longitude: 130-150° E', { west: 130, south: 30, east: 150, north: 40 }],
    ['10°S - 30°N, 150°E - 120°W', { west: 150, south: -10, east: -120, north: 30 }],
    ['北緯20～30度、東経130～150度', { west: 130, south: 20, east: 150, north: 30 }],
    ['latitude: 20 ~ 30, longitude: 130 ~ 150', { west: 130, south: 20, east: 150, north: 30 }],
  ])('may be a region: %j', (printed, box) => {
    expect(placesIn(printed)).toMatchObject([{ latitude: null, longitude: null, box }]);
  });
});

describe('heights', () => {
  it.each([
    ['[標高]3776m、[大気採取高 (地上高)]4m', { elevation: 3776, inletHeight: 4, altitude: null }],
    ['【標高】10m、【大気採取高 (地上高)】37m、【高度】47m', { elevation: 10, inletHeight: 37, altitude: 47 }],
    ['Elevation: 42.5 m;\nSampling height: 51.5 m above ground', { elevation: 42.5, inletHeight: 51.5, altitude: null }],
    ['Height etc.:\n10 m above ground', { elevation: null, inletHeight: 10, altitude: null }],
    ['標高:\n1,013 m', { elevation: 1013, inletHeight: null, altitude: null }],
    ['resolution 5 mm, 3 m/s', { elevation: null, inletHeight: null, altitude: null }],
    ['Altitude: 10 – 12 km', { elevation: null, inletHeight: null, altitude: null }],
  ])('are read from %j', (printed, heights) => {
    expect(heightsIn(printed)).toEqual(heights);
  }); // prettier-ignore
});

describe('sites', () => {
  it('are read from bare decimals where the label says which is which', () => {
    expect(readSites(text('緯度・経度:', 'Akita: 43.160, 145.497', 'Bonin: -10.5 -20.25'), [])).toMatchObject([
      { name: 'Akita', latitude: 43.16, longitude: 145.497 },
      { name: 'Bonin', latitude: -10.5, longitude: -20.25 },
    ]);
    expect(readSites(text('Latitude / Longitude:', '43.160 N, 145.497 E'), [])).toMatchObject([{ latitude: 43.16 }]);
    expect(readSites(text('Location:', '43.160, 145.497'), [])).toEqual([]);
  });

  it('are read from a latitude and a longitude under labels of their own', () => {
    const printed = text('Latitude:', '43.160', 'Longitude:', '145.497');
    expect(readSites(printed, [])).toMatchObject([{ name: null, latitude: 43.16, longitude: 145.497 }]);
  });

  it('come from a table with headings', () => {
    const headings = ['Site', 'Latitude', 'Longitude', 'Elevation (m)', 'Inlet height'];
    const row = (...cells: string[]): Value => ({ kind: 'cells', headings, cells });
    expect(
      readSites([row('A', '24.06', '123.80', '10', '37 m'), row('B', '43.16 N', '145.49 E', '', '51.5'), row('C', '', '', '', '')], []),
    ).toEqual([
      { name: 'A', latitude: 24.06, longitude: 123.8, box: null, elevation: 10, inletHeight: 37, altitude: null },
      { name: 'B', latitude: 43.16, longitude: 145.49, box: null, elevation: null, inletHeight: 51.5, altitude: null },
    ]);
  }); // prettier-ignore

  it('have the heights on the lines that name them, where there are several', () => {
    const places = text('Akita: 24.06 N 123.80 E', 'Bonin: 43.16 N 145.49 E');
    const heights = text('Akita elevation: 10 m, inlet: 37 m', 'Inlet: 5 m');
    expect(readSites(places, heights)).toMatchObject([
      { name: 'Akita', elevation: 10, inletHeight: 37 },
      { name: 'Bonin', elevation: null, inletHeight: null },
    ]);
  });
});
