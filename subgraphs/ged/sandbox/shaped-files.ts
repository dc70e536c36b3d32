/** Files of more than one axis, or with auxiliary variables: FFI 1010, 1020 and 2110 (fact sheet 6.3). */
import type { WorldWork } from '../../../sandbox/world/index.js';
import { SITES } from '../../../sandbox/world/ged-parts.js';
import { airAt, HOUR, noise } from './air.js';
import { headerLines, type Header } from './nasa-ames.js';
import { normalComments, ORGANIZATION, originators, specialComments } from './remarks.js';

function common(work: WorldWork, source: string, begun: string): Pick<Header, 'originators' | 'organization' | 'source' | 'mission' | 'volume' | 'begun' | 'revised'> {
  return {
    originators: originators(work, 'en'), organization: ORGANIZATION.en, source, mission: 'AOA/Fictional Observation from Ships, Aircraft and Balloons', volume: [1, 1], begun,
    revised: work.holdings.ged?.revised ?? work.deposited,
  };
} // prettier-ignore

/** FFI 1010: a ship's position stands beside the time, values on the line after it; ozone is recorded in tenths of ppb. */
export function trackLines(work: WorldWork): string[] {
  const begin = Date.UTC(2022, 5, 1);
  const air = airAt('minamitori', 'co2');
  const rows = Array.from({ length: 14 * 24 }, (_, hour) => {
    const part = hour / (14 * 24);
    const co2 = air(begin + hour * HOUR);
    const ozone = 240 + Math.round(90 * Math.sin(hour / 19) + 25 * noise(31, hour));
    return [
      `${String(hour)} ${(35 - 25 * part).toFixed(3)} ${(140 + 15 * part).toFixed(3)}`,
      `${co2 ? co2.value.toFixed(2) : '9999.99'} ${noise(37, hour) > 0.9 ? '99999' : String(ozone)}`,
    ];
  });
  return [
    ...headerLines({
      ...common(work, 'NDIR/Ship', '2022-06-01'),
      ffi: 1010,
      independent: ['1', 'TIME: Hours since 2022-06-01 00:00:00 +00:00'],
      variables: [
        { name: 'CO2: mole fraction in dry air [ppm]', scale: 1, missing: '9999.99' },
        { name: 'O3: mole fraction of ozone [ppb]', scale: 0.1, missing: '99999' },
      ],
      auxiliary: [
        { name: 'LAT: latitude of the ship [degree_north]', scale: 1, missing: '999.999' },
        { name: 'LON: longitude of the ship [degree_east]', scale: 1, missing: '9999.999' },
      ],
      special: specialComments({ latitude: '10 ~ 35', longitude: '140 ~ 155' }, 0),
      normal: normalComments(work, 'en', ['Ozone is recorded in tenths of ppb.'], 'TIME LAT LON / CO2 O3'),
    }),
    ...rows.flat(),
  ];
}

/** Values in one record of FFI 1020. */
const PER_RECORD = 6;

/** FFI 1020: six ten-minute values to a record, their times implied by the step. */
export function fastLines(work: WorldWork): string[] {
  const rows = Array.from({ length: 24 }, (_, hour) => {
    const values = Array.from({ length: PER_RECORD }, (_value, index) => {
      const step = hour * PER_RECORD + index;
      return noise(41, step) > 0.95 ? '9999.9' : (48 + 20 * Math.sin(step / 23) + 2 * noise(43, step)).toFixed(1);
    });
    return [String(hour * PER_RECORD * 10), values.join(' ')];
  });
  return [
    ...headerLines({
      ...common(work, 'UV photometer/Passenger aircraft', '2024-10-01'),
      ffi: 1020,
      independent: ['10', String(PER_RECORD), 'TIME: Minutes since 2024-10-01 00:00:00 +00:00'],
      variables: [{ name: 'O3: mole fraction of ozone [ppb]', scale: 1, missing: '9999.9' }],
      auxiliary: [],
      special: specialComments({ latitude: '-35 ~ 65', longitude: '-180 ~ 180' }, 0),
      normal: normalComments(work, 'en', [], 'TIME / O3 at TIME, TIME + 10 … TIME + 50'),
    }),
    ...rows.flat(),
  ];
}

const LAUNCHES = 24;

/** FFI 2110: a profile for each launch, with as many levels as the balloon reached. */
export function profileLines(work: WorldWork): string[] {
  const rows = Array.from({ length: LAUNCHES }, (_, launch) => {
    const levels = 18 + Math.floor(6 * (1 + noise(47, launch)));
    const begin = Math.floor((launch * 357) / LAUNCHES);
    return [
      `${String(begin)} ${String(levels)} ${(1012 + 9 * noise(53, launch)).toFixed(1)}`,
      ...Array.from({ length: levels }, (_level, index) => {
        const height = index * 1000;
        const ozone = 2.2 + 10 * Math.exp(-(((height - 22_000) / 5_000) ** 2)) + 0.2 * noise(59, launch * 40 + index);
        const celsius = height < 11_000 ? 12 - 0.0062 * height : -56 + 2 * noise(61, launch * 40 + index);
        return `${String(height)} ${noise(67, launch * 40 + index) > 0.92 ? '99.99' : ozone.toFixed(2)} ${celsius.toFixed(1)}`;
      }),
    ];
  });
  const first = '2021-01-05';
  return [
    ...headerLines({
      ...common(work, 'ECC sonde/Balloon', first),
      ffi: 2110,
      independent: ['1000 0', 'ALTITUDE: Altitude above sea level [m]', `LAUNCH: Days since ${first} 00:00:00 +00:00`],
      variables: [
        { name: 'O3: partial pressure of ozone [mPa]', scale: 1, missing: '99.99' },
        { name: 'TEMP: air temperature [degC]', scale: 1, missing: '999.9' },
      ],
      auxiliary: [
        { name: 'NLEV: number of levels', scale: 1, missing: '999' },
        { name: 'PSURF: pressure at the ground [hPa]', scale: 1, missing: '9999.9' },
      ],
      special: specialComments(SITES.ochiishi, 0),
      normal: normalComments(work, 'en', [], 'LAUNCH NLEV PSURF / ALTITUDE O3 TEMP'),
    }),
    ...rows.flat(),
  ];
}
