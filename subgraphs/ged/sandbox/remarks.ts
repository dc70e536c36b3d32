/** What GED's files say of themselves in people's words: originators, special and normal comments. */
import type { GedSite } from '../../../sandbox/world/ged-types.js';
import { world, type WorldWork } from '../../../sandbox/world/index.js';

export const ORGANIZATION = {
  ja: '大気観測機構(架空の機関) 架空県例示市1-1',
  en: 'Atmospheric Observation Agency (a fictional body), 1-1 Reiji, Kaku Prefecture, Japan',
};

/** Family names first; nothing in the archive's files escapes letters outside of ASCII (fact sheet 5, line 2). */
export function originators(work: WorldWork, language: 'ja' | 'en'): string {
  const people = work.creators.map((key) => {
    const { family, given } = world.person(key);
    return language === 'ja' ? `${family.ja} ${given.ja}` : `${family.en}, ${given.en}`;
  });
  return [...people, ...work.otherCreators].join('; ');
}

/** Position, time zone and contact as `KEY: value`. */
export function specialComments(site: Pick<GedSite, 'latitude' | 'longitude'>, timeZone: number): string[] {
  return [
    `LATITUDE: ${site.latitude} [degree]`,
    `LONGITUDE: ${site.longitude} [degree]`,
    `TIME_ZONE: ${String(timeZone)}`,
    'CONTACT_EMAIL_OF_THE_DATA_PROVIDER: ged_admin(at)example.jp',
  ];
}

const SYNTHETIC = {
  ja: '本ファイルの値はすべて試験のために計算した架空の値であり、観測値ではない。',
  en: 'ALL VALUES IN THIS FILE ARE SYNTHETIC: they were computed for tests and are no observations.',
};

/** Free text that begins with a line of dashes and ends with the column headings. */
export function normalComments(
  work: WorldWork,
  language: 'ja' | 'en',
  more: readonly string[],
  headings: string,
): string[] {
  const other = language === 'ja' ? 'en' : 'ja';
  const dataset = work.holdings.ged;
  return [
    '-'.repeat(64),
    work.title[language] ?? work.title[other] ?? '',
    SYNTHETIC[language],
    '',
    ...more,
    `DOI: 10.17595/${dataset?.id ?? ''}`,
    `Version: ${dataset?.version ?? 'not told'}`,
    language === 'ja'
      ? '利用条件はデータセットのページに示す。'
      : 'Terms and conditions of use: see the page of the dataset.',
    '-'.repeat(64),
    headings,
  ];
}
