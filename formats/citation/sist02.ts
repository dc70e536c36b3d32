import { address, inverted, kindOf, noDate, pages, type Reference } from './parts.js';

/** Authors are joined by semicolons; of more than three the first may stand for all (SIST 02-2007, 6.1). */
const MOST = 3;

function authors({ authors: names, language }: Reference): string | null {
  const all = names.map((name) => inverted(name, (given) => given));
  const [first] = all;
  if (first === undefined) return null;
  return all.length > MOST ? `${first}${language === 'ja' ? 'ほか' : ' et al'}` : all.join('; ');
}

/** SIST 02 (JST): elements end with full stops, what belongs to one with commas. */
export function sist02(work: Reference): string {
  const { title, container, volume, issue, publisher, degree, version, type, year, doi, language } = work;
  const page = pages(work, '-');
  const when = year ?? noDate(language);
  const journal = type === 'ARTICLE' && container !== null;
  const numbers = [
    volume === null ? null : `vol. ${volume}`,
    issue === null ? null : `no. ${issue}`,
    page === null ? null : `p. ${page}`,
  ];
  const joined = (parts: readonly (string | null)[]): string =>
    parts.filter((part) => part !== null && part !== '').join(', ');
  const elements = [
    authors(work),
    [title, kindOf(work)].filter((part) => part !== null).join(' '),
    version === null ? null : language === 'ja' ? `第${version}版` : `version ${version}`,
    // Of an article the year follows its journal's name; of all else the publisher's.
    journal ? joined([container, when, ...numbers]) : container,
    journal ? null : joined([publisher, when, ...numbers]),
    type === 'THESIS' ? degree : null,
  ];
  const text = elements
    .filter((part): part is string => part !== null && part !== '')
    .map((part) => (part.endsWith('.') ? part : `${part}.`))
    .join(' ');
  const found = address(work);
  return found === null ? text : `${text} ${doi === null ? found : `doi: ${doi}`}.`.replace(/\.\.$/, '.');
}
