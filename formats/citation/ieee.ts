import { initials, kindOf, listed, monthName, natural, noDate, pages, sentence, type Reference } from './parts.js';

/** More than six authors: the first and "et al." (IEEE Reference Guide). */
const MOST = 6;

function authors({ authors: names, language }: Reference): string | null {
  const all = names.map((name) => natural(name, (given) => initials(given)));
  const [first] = all;
  if (first === undefined) return null;
  if (language === 'ja') return all.length > MOST ? `${first}ほか` : all.join(', ');
  if (all.length > MOST) return `${first} et al.`;
  return listed(all, all.length === 2 ? ' and ' : ', and ');
}

function date({ year, month, language }: Reference): string {
  if (year === null) return noDate(language);
  const name = monthName(month);
  if (name === null || language === 'ja') return year;
  return `${name.length > 4 ? `${name.slice(0, name === 'September' ? 4 : 3)}.` : name} ${year}`;
}

/** IEEE, without its number in a list. */
export function ieee(work: Reference): string {
  const { title, container, volume, issue, publisher, degree, version, type, doi, url, language } = work;
  const ja = language === 'ja';
  const page = pages(work);
  const by = authors(work);
  const kind = kindOf(work);
  const rest = [
    container,
    version === null ? null : ja ? `第${version}版` : `version ${version}`,
    type === 'THESIS' ? degree : null,
    (container !== null && type === 'ARTICLE') || publisher === by ? null : publisher,
    volume === null ? null : `vol. ${volume}`,
    issue === null ? null : `no. ${issue}`,
    page === null ? null : `${page.includes('–') ? 'pp.' : 'p.'} ${page}`,
    date(work),
    doi === null ? null : `doi: ${doi}`,
  ];
  const quoted = title === null ? null : ja ? `「${title}」` : `“${title},”`;
  const head = [by === null ? null : `${by},`, quoted === null ? null : `${quoted}${kind === null ? '' : ` ${kind}`}`];
  const text = [...head, sentence(rest)].filter((part) => part !== null).join(' ');
  return url === null ? text : `${text} ${ja ? '入手先' : '[Online]. Available'}: ${url}`;
}
