import {
  address,
  initials,
  inverted,
  kindOf,
  listed,
  monthName,
  noDate,
  pages,
  reference,
  sentence,
  type Reference,
} from './parts.js';

/** APA names up to 20 authors; of more the first 19 and the last (7th edition, 9.8). */
const MOST = 20;

function authors({ authors: names, language }: Reference): string | null {
  const all = names.map((name) => inverted(name, (given) => initials(given)));
  if (all.length > MOST) return `${all.slice(0, MOST - 1).join(', ')}, … ${all.at(-1) ?? ''}`;
  return all.length === 0 ? null : language === 'ja' ? all.join('・') : listed(all, ', & ');
}

function date({ year, month, day, type, language }: Reference): string {
  if (year === null) return `(${noDate(language)})`;
  // Only of what is no article or book the day counts.
  if (language === 'ja' || !['CONFERENCE_PAPER', 'OTHER'].includes(type) || month === null) return `(${year})`;
  return `(${[year, [monthName(month), day].filter((part) => part !== null).join(' ')].join(', ')})`;
}

/** APA, 7th edition; in Japanese after the Japanese Psychological Association's form. */
export function apa(work: Reference): string {
  const { title, container, volume, issue, publisher, degree, version, type, language } = work;
  const bracket =
    type === 'THESIS' && degree !== null ? `[${degree}${publisher === null ? '' : `, ${publisher}`}]` : kindOf(work);
  const named = [
    title,
    version === null ? null : language === 'ja' ? `(第${version}版)` : `(Version ${version})`,
    bracket,
  ]
    .filter((part) => part !== null)
    .join(' ');
  const by = authors(work);
  const numbers = volume === null ? issue && `(${issue})` : `${volume}${issue === null ? '' : `(${issue})`}`;
  // Without an author the title takes its place before the date.
  const head =
    by === null
      ? [sentence([named === '' ? null : named]), sentence([date(work)])]
      : [
          language === 'ja'
            ? `${by} ${sentence([date(work)]) ?? ''}`
            : `${sentence([by]) ?? ''} ${sentence([date(work)]) ?? ''}`,
          sentence([named === '' ? null : named]),
        ];
  const within = container === null ? null : sentence([container, numbers, pages(work)]);
  const maker = (container !== null && type === 'ARTICLE') || (type === 'THESIS' && degree !== null) ? null : publisher;
  return reference([...head, within, maker === by ? null : sentence([maker]), address(work)]);
}
