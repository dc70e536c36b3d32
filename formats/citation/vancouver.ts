import { address, initials, inverted, pages, reference, sentence, type Reference } from './parts.js';

/** Six authors, then "et al." (ICMJE). */
const MOST = 6;

function authors({ authors: names, language }: Reference): string | null {
  const all = names.map((name) => inverted(name, (given) => initials(given, '', ''), ' '));
  if (all.length === 0) return null;
  if (all.length > MOST) return `${all.slice(0, MOST).join(', ')}${language === 'ja' ? ', ほか' : ', et al'}`;
  return all.join(', ');
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function date({ year, month, day, language }: Reference): string {
  if (year === null) return language === 'ja' ? '[発行日不明]' : '[date unknown]';
  return [year, month === null ? null : MONTHS[month - 1], day].filter((part) => part !== null).join(' ');
}

/** "123-125" is 123-5: digits that repeat are left out. */
function shortPages(work: Reference): string | null {
  const { firstPage, lastPage } = work;
  if (
    firstPage === null ||
    lastPage === null ||
    firstPage.length !== lastPage.length ||
    !/^\d+$/.test(firstPage + lastPage)
  )
    return pages(work, '-');
  const same = [...firstPage].findIndex((digit, index) => digit !== lastPage[index]);
  return same < 0 ? firstPage : `${firstPage}-${lastPage.slice(same)}`;
}

/** Vancouver (Citing Medicine, NLM). */
export function vancouver(work: Reference): string {
  const { title, container, volume, issue, publisher, degree, version, type, doi, language } = work;
  const kind = type === 'DATASET' ? (language === 'ja' ? ' [データセット]' : ' [dataset]') : '';
  const numbers = `${volume ?? ''}${issue === null ? '' : `(${issue})`}`;
  const page = shortPages(work);
  const when = `${date(work)}${numbers === '' ? '' : `;${numbers}`}${page === null ? '' : `:${page}`}`;
  const maker = container !== null && type === 'ARTICLE' ? null : publisher;
  return reference([
    sentence([authors(work)]),
    title === null ? null : sentence([`${title}${kind}`]),
    sentence([type === 'THESIS' ? degree : null]),
    sentence([container]),
    sentence([version === null ? null : language === 'ja' ? `第${version}版` : `Version ${version}`]),
    sentence([maker === null ? when : `${maker}; ${when}`]),
    doi === null ? address(work) : `doi:${doi}`,
  ]);
}
