/**
 * Synthetic air: a trend, seasons, weather and noise, the same at every start. It resembles greenhouse gases closely enough
 * for a chart to look right, and is no estimate of anything.
 */
import { hash } from '../../../sandbox/world/ids.js';
import type { GedGas, GedStation } from '../../../sandbox/world/ged-types.js';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** One hour's value; null where the instrument gave none. */
export interface HourlyValue {
  readonly value: number;
  /** One standard deviation, of calibration and noise. */
  readonly uncertainty: number;
  /** Of the measurements within the hour. */
  readonly deviation: number;
  /** Measurements within the hour, sixty at most. */
  readonly count: number;
  /** Air from near by: large deviation. */
  readonly local: boolean;
}

interface Behaviour {
  readonly level: number;
  readonly perYear: number;
  readonly season: number;
  readonly weather: number;
  readonly uncertainty: number;
}

/** At the turn of 2013, in the gas's unit (ppm for CO2, otherwise ppb). */
const GASES: Readonly<Record<GedGas, Behaviour>> = {
  co2: { level: 397.2, perYear: 2.45, season: 4.4, weather: 2.2, uncertainty: 0.06 },
  ch4: { level: 1867, perYear: 9.1, season: 21, weather: 17, uncertainty: 2.1 },
  n2o: { level: 325.9, perYear: 0.92, season: 0.4, weather: 0.5, uncertainty: 0.31 },
};

/** How seasons and weather at a station compare with Hateruma's. */
const STATIONS: Readonly<Record<GedStation, { readonly season: number; readonly weather: number }>> = {
  hateruma: { season: 1, weather: 1 },
  ochiishi: { season: 1.9, weather: 1.3 },
  minamitori: { season: 0.9, weather: 0.4 },
  fuji: { season: 1.2, weather: 0.7 },
};

/** -1 to 1, spread evenly: the bits of a number, mixed (no generator with a state, so that any hour can be asked alone). */
export function noise(seed: number, step: number): number {
  let bits = Math.imul(step ^ seed, 0x9e3779b1);
  bits = Math.imul(bits ^ (bits >>> 15), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return ((bits ^ (bits >>> 16)) >>> 0) / 0x8000_0000 - 1;
}

/** The air at one station, hour by hour; times are milliseconds since 1970 in UTC. */
export function airAt(station: GedStation, gas: GedGas): (time: number) => HourlyValue | null {
  const behaviour = GASES[gas];
  const { season, weather } = STATIONS[station];
  const seed = hash(`${station}/${gas}`);
  return (time) => {
    const hour = Math.floor(time / HOUR);
    const day = hour / 24;
    const week = Math.floor(day / 7);
    // Two weeks of every hundred are lost to a broken pump, and two hours of every hundred to calibration.
    if (noise(seed + 1, week) > 0.96 || noise(seed + 2, hour) > 0.96) return null;
    const years = day / 365.25 - 43;
    const phase = 2 * Math.PI * (years - Math.floor(years));
    const seasonal = Math.cos(phase - 1.9) + 0.32 * Math.cos(2 * phase + 0.6);
    const past = noise(seed, Math.floor(day));
    const passing = past + (noise(seed, Math.floor(day) + 1) - past) * (day - Math.floor(day));
    const local = noise(seed + 3, hour) > 0.97;
    const scatter = noise(seed + 4, hour);
    return {
      value:
        behaviour.level +
        behaviour.perYear * years +
        behaviour.season * season * seasonal +
        behaviour.weather * weather * (passing + 0.15 * scatter + (local ? 2 : 0)),
      uncertainty: behaviour.uncertainty * (1.2 + 0.2 * scatter),
      deviation: behaviour.uncertainty * (local ? 9 : 2 + scatter),
      count: 60 - Math.floor(4 * Math.abs(scatter)),
      local,
    };
  };
}
