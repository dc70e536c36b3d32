/** A station's gas as GED's files have it: FFI 1001, date parts as variables, gaps as missing codes, flags (fact sheet 5). */
import type { GedContent, GedGas } from '../../../sandbox/world/ged-types.js';
import { SITES } from '../../../sandbox/world/ged-parts.js';
import type { WorldWork } from '../../../sandbox/world/index.js';
import { airAt, DAY, HOUR, type HourlyValue } from './air.js';
import { headerLines, type Quantity } from './nasa-ames.js';
import { normalComments, ORGANIZATION, originators, specialComments } from './remarks.js';

type StationContent = Extract<GedContent, { readonly kind: 'station' }>;
type Step = StationContent['step'];

/** A daily mean needs so many hours, a monthly one so many: otherwise it is missing. */
const NEEDED = { hour: 1, day: 18, month: 240 } as const;
const DATE_PARTS = { hour: 4, day: 3, month: 2 } as const;
const UNIT = { co2: 'ppm', ch4: 'ppb', n2o: 'ppb' } as const;
const MISSING = { co2: '9999.999', ch4: '99999.999', n2o: '9999.999' } as const;
const COUNT_MISSING = '99999';

interface Mean extends Omit<HourlyValue, 'local'> {
  readonly flag: 0 | 1;
}

function meanOf(hours: readonly HourlyValue[], step: Step): Mean | null {
  if (hours.length < NEEDED[step]) return null;
  const [first] = hours;
  if (step === 'hour' && first) return { ...first, flag: first.local ? 1 : 0 };
  const mean = (pick: (hour: HourlyValue) => number): number =>
    hours.reduce((sum, hour) => sum + pick(hour), 0) / hours.length;
  const value = mean((hour) => hour.value);
  return {
    value,
    uncertainty: mean((hour) => hour.uncertainty),
    deviation: Math.sqrt(mean((hour) => (hour.value - value) ** 2)),
    count: hours.length,
    flag: 0,
  };
}

/** The moments at which the steps of a period begin, in a time zone's own reckoning. */
function* stepsOf(content: StationContent): Generator<{ readonly start: number; readonly end: number }> {
  const end = Date.parse(content.until) + DAY;
  for (let start = Date.parse(content.from); start < end;) {
    const day = new Date(start);
    const next =
      content.step === 'hour'
        ? start + HOUR
        : content.step === 'day'
          ? start + DAY
          : Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 1);
    yield { start, end: next };
    start = next;
  }
}

function valuesIn(
  air: (time: number) => HourlyValue | null,
  start: number,
  end: number,
  offset: number,
): HourlyValue[] {
  const found: HourlyValue[] = [];
  for (let time = start; time < end; time += HOUR) {
    const value = air(time - offset * HOUR);
    if (value) found.push(value);
  }
  return found;
}

/** Date parts as fixed columns; a day that ends counts as hour 24 of it where hours are named by their end (fact sheet 5, rule 4). */
function dateColumns(start: number, step: Step, byEnd: boolean): string {
  const day = new Date(start);
  const parts = [day.getUTCMonth() + 1, day.getUTCDate(), day.getUTCHours() + (byEnd ? 1 : 0)].slice(
    0,
    DATE_PARTS[step] - 1,
  );
  return `${String(day.getUTCFullYear())}${parts.map((part) => String(part).padStart(3)).join('')}`;
}

function dataLines(content: StationContent, offset: number): string[] {
  const air = airAt(content.station, content.gas);
  const missing = [MISSING[content.gas], '99.999', '999.999', COUNT_MISSING, '9'];
  const lines: string[] = [];
  let index = 0;
  for (const { start, end } of stepsOf(content)) {
    const mean = meanOf(valuesIn(air, start, end, offset), content.step);
    const columns = mean
      ? [mean.value.toFixed(3), mean.uncertainty.toFixed(3), mean.deviation.toFixed(3), String(mean.count), String(mean.flag)]
      : missing; // prettier-ignore
    const date = dateColumns(start, content.step, content.form === 'japanese');
    lines.push(`${String(index).padStart(7)} ${date}${columns.map((column) => column.padStart(12)).join('')}`);
    index += 1;
  }
  return lines;
}

const WORDS = {
  en: {
    parts: ['YEAR: Year', 'MONTH: Month', 'DAY: Day', 'HOUR: Hour'],
    value: 'mole fraction in dry air',
    uncertainty: 'standard uncertainty of',
    deviation: 'standard deviation of',
    count: 'number of measurements',
    flag: 'FLAG: 0 = good, 1 = local influence, 9 = no value',
  },
  ja: {
    parts: ['YEAR: 年', 'MONTH: 月', 'DAY: 日', 'HOUR: 時'],
    value: '乾燥空気中のモル分率',
    uncertainty: '標準不確かさ',
    deviation: '標準偏差',
    count: '測定数',
    flag: 'FLAG: 0 = 正常、1 = 近傍の影響、9 = 欠測',
  },
} as const;

function variablesOf(gas: GedGas, step: Step, language: 'ja' | 'en', zone: string): Quantity[] {
  const words = WORDS[language];
  const name = gas.toUpperCase();
  const unit = UNIT[gas];
  return [
    ...words.parts.slice(0, DATE_PARTS[step]).map((part, index) => ({ name: `${part} (${zone})`, scale: 1, missing: index === 0 ? '9999' : '99' })),
    { name: `${name}: ${words.value} [${unit}]`, scale: 1, missing: MISSING[gas] },
    { name: `${name}_UNC: ${words.uncertainty} ${name} [${unit}]`, scale: 1, missing: '99.999' },
    { name: `${name}_SD: ${words.deviation} ${name} [${unit}]`, scale: 1, missing: '999.999' },
    { name: `NUM: ${words.count}`, scale: 1, missing: COUNT_MISSING },
    { name: words.flag, scale: 1, missing: '99' },
  ]; // prettier-ignore
}

/** The lines of the file. */
export function stationLines(work: WorldWork, content: StationContent): string[] {
  const language = content.form === 'japanese' ? 'ja' : 'en';
  const offset = content.form === 'local-time' ? 9 : 0;
  const [zone, shift] = offset === 9 ? (['JST', '+09:00'] as const) : (['UTC', '+00:00'] as const);
  const variables = variablesOf(content.gas, content.step, language, zone);
  const site = SITES[content.station];
  const unit = { hour: 'Hours', day: 'Days', month: 'Months' }[content.step];
  const header = headerLines({
    ffi: 1001,
    originators: originators(work, language),
    organization: ORGANIZATION[language],
    source: `${content.gas === 'co2' ? 'NDIR' : 'GC'}/${site.name.en}`,
    mission: 'AOA/Fictional Greenhouse Gas Monitoring Programme',
    volume: [1, 1],
    // Line 7 is in UT: what begins at midnight in Japan begins the day before.
    begun: new Date(Date.parse(content.from) - offset * HOUR).toISOString().slice(0, 10),
    revised: work.holdings.ged?.revised ?? work.deposited,
    independent: ['1', `RECORD: ${unit} since ${content.from} 00:00:00 ${shift}`],
    variables,
    auxiliary: null,
    special: specialComments(site, offset),
    normal: normalComments(
      work,
      language,
      language === 'ja' ? ['時刻は各1時間の終わりを示す。'] : ['Times are the beginning of what a value stands for.'],
      ['RECORD', ...variables.map(({ name }) => name.split(':')[0] ?? '')].join(' '),
    ),
  });
  return [...header, ...dataLines(content, offset)];
}
