/** Files without a regular clock: flask samples, months of a region (FFI 1001), a list that is no NASA Ames. */
import { SITES } from '../../../sandbox/world/ged-parts.js';
import type { GedContent } from '../../../sandbox/world/ged-types.js';
import { hash } from '../../../sandbox/world/ids.js';
import type { WorldWork } from '../../../sandbox/world/index.js';
import { airAt, DAY, HOUR, noise } from './air.js';
import { headerLines, type Quantity } from './nasa-ames.js';
import { normalComments, ORGANIZATION, originators, specialComments } from './remarks.js';

const MISSION = 'AOA/Fictional Greenhouse Gas Monitoring Programme';

function quantity(name: string, missing: string, scale = 1): Quantity {
  return { name, missing, scale };
}

/** About weekly, at odd hours: DX is 0, and the time is told by the epoch in the axis's name alone. */
export function flaskLines(work: WorldWork, content: Extract<GedContent, { readonly kind: 'flask' }>): string[] {
  const site = SITES[content.station];
  const air = airAt(content.station, 'co2');
  const seed = hash(content.station);
  const begin = Date.UTC(2011, 4, 1);
  const rows: string[] = [];
  for (let sample = 0; sample < 600; sample += 1) {
    const time = begin + sample * 7 * DAY + Math.floor(12 * (1 + noise(seed + 7, sample))) * HOUR;
    const co2 = air(time);
    const years = (time - begin) / (365.25 * DAY);
    const season = 55 * Math.sin(2 * Math.PI * years);
    const ratio = noise(seed + 11, sample) > 0.9 ? '99999.9' : (-380 - 19.5 * years + season + 6 * noise(seed + 13, sample)).toFixed(1);
    const day = ((time - begin) / DAY).toFixed(4);
    rows.push(`${day} ${ratio} ${co2 ? co2.value.toFixed(2) : '9999.99'} ${noise(seed + 17, sample) > 0.8 ? '2' : '0'}`);
  } // prettier-ignore
  return [
    ...headerLines({
      ffi: 1001,
      originators: originators(work, 'en'),
      organization: ORGANIZATION.en,
      source: `Flask/${site.name.en}`,
      mission: MISSION,
      volume: [1, 1],
      begun: '2011-05-01',
      revised: work.holdings.ged?.revised ?? work.deposited,
      independent: ['0', 'TIME: Days since 2011-05-01 00:00:00 +00:00'],
      variables: [
        quantity('O2N2: δ(O2/N2) ratio against a fictional scale [per meg]', '99999.9'),
        quantity('CO2: mole fraction in dry air [µmol mol⁻¹]', '9999.99'),
        quantity('FLAG: 0 = good, 2 = pair of flasks disagrees', '9'),
      ],
      auxiliary: null,
      special: specialComments(site, 0),
      normal: normalComments(work, 'en', [], 'TIME O2N2 CO2 FLAG'),
    }),
    ...rows,
  ];
}

/** As the one known file of GED (fact sheet 5): the region's number in place of the volume's, ranges with `~`, dots in names. */
export function regionLines(work: WorldWork, content: Extract<GedContent, { readonly kind: 'region' }>): string[] {
  const { region } = content;
  const rows = Array.from({ length: 96 }, (_, month) => {
    const date = `${String(2014 + Math.floor(month / 12))} ${String((month % 12) + 1).padStart(2, '0')}`;
    if (noise(19 + region, month) > 0.85) return `${String(month)} ${date} 9999.99 999`;
    const value = 1838 - 9 * region + 0.72 * month + 11 * Math.sin((2 * Math.PI * (month + 4)) / 12);
    return `${String(month)} ${date} ${(value + 3 * noise(23 + region, month)).toFixed(2)} ${(9 + 2 * noise(29, month)).toFixed(1)}`;
  });
  const site = { latitude: `${String(40 - 10 * region)} ~ ${String(50 - 10 * region)}`, longitude: '130 ~ 150' };
  return [
    ...headerLines({
      ffi: 1001,
      originators: originators(work, 'en'),
      organization: ORGANIZATION.en,
      source: 'in situ/Airplane, in situ/Ship, spectrometer/Satellite, KAKU-ACTM/Model',
      mission: 'AOA/Climate Change and Air Quality Research Programme',
      volume: [region, region],
      begun: '2014-01-01',
      revised: work.holdings.ged?.revised ?? work.deposited,
      independent: ['1', 'RECORD: Months since 2014-01-01 00:00:00 +00:00'],
      variables: [
        quantity('YEAR: Year (UTC)', '9999'),
        quantity('MONTH: Month (UTC)', '99'),
        quantity('blended.XCH4: column-averaged dry-air mole fraction of methane [ppb]', '9999.99'),
        quantity('UC.: uncertainty of blended.XCH4 [ppb]', '999'),
      ],
      auxiliary: null,
      special: specialComments(site, 0),
      normal: normalComments(
        work,
        'en',
        Array.from({ length: 12 }, (_, line) => `Remark ${String(line + 1)}: how the columns were blended is fiction, too.`),
        'RECORD YEAR MONTH blended.XCH4 UC.',
      ),
    }),
    ...rows,
  ]; // prettier-ignore
}

/** Blank separated with a heading, and no header that a reader of NASA Ames could take. */
export function plainLines(): string[] {
  const countries = ['Japan', 'Viet Nam', 'Thailand', 'Indonesia', 'Philippines', 'India', 'Bangladesh', 'Nepal'];
  return [
    '# Rice calendar of Asia (synthetic values, for tests only)',
    'country crop transplanting_day_of_year harvest_day_of_year',
    ...countries.flatMap((country, index) =>
      [1, 2].map((crop) => {
        const planted = 100 + index * 9 + crop * 60;
        return `"${country}" ${String(crop)} ${String(planted)} ${String(planted + 110 + index)}`;
      }),
    ),
  ];
}
