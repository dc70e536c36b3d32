import {
  address,
  inverted,
  kindOf,
  listed,
  natural,
  noDate,
  pages,
  reference,
  sentence,
  type Reference,
} from './parts.js';

/** Up to ten authors; of more the first seven (17th edition, 15.9). */
const [MOST, FIRST] = [10, 7];

function authors({ authors: names, language }: Reference): string | null {
  const all = names.map((name, index) => (index === 0 ? inverted : natural)(name, (given) => given));
  const ja = language === 'ja';
  if (all.length > MOST) return `${all.slice(0, FIRST).join(ja ? '・' : ', ')}${ja ? 'ほか' : ', et al.'}`;
  return all.length === 0 ? null : ja ? all.join('・') : listed(all, ', and ');
}

/** Chicago, author and date, 17th edition. */
export function chicago(work: Reference): string {
  const { title, container, volume, issue, publisher, degree, version, type, year, language } = work;
  const ja = language === 'ja';
  const quoted =
    title === null
      ? null
      : ja
        ? `「${title}」`
        : container === null && type !== 'THESIS'
          ? sentence([title])
          : `“${sentence([title]) ?? ''}”`;
  const by = authors(work);
  const when = sentence([year ?? noDate(language)]);
  const page = pages(work);
  const numbers = [volume, issue === null ? null : `(${issue})`].filter((part) => part !== null).join(' ');
  const within =
    container === null ? null : `${container}${numbers === '' ? '' : ` ${numbers}`}${page === null ? '' : `: ${page}`}`;
  return reference([
    // Without an author the title comes before the year.
    ...(by === null ? [quoted, when] : [sentence([by]), when, quoted]),
    sentence([kindOf(work)]),
    sentence([version === null ? null : ja ? `第${version}版` : `Version ${version}`]),
    sentence([within]),
    sentence([
      type === 'THESIS' ? degree : null,
      (container !== null && type === 'ARTICLE') || publisher === by ? null : publisher,
    ]),
    sentence([address(work)]),
  ]);
}
