import { address, inverted, listed, monthName, natural, pages, reference, sentence, type Reference } from './parts.js';

/** The first name is inverted, a second one not; of three or more only the first is named (9th edition, 5.5 to 5.8). */
function authors({ authors: [first, second, ...more], language }: Reference): string | null {
  if (first === undefined) return null;
  const head = inverted(first, (given) => given);
  if (second === undefined) return head;
  if (more.length > 0) return language === 'ja' ? `${head}ほか` : `${head}, et al.`;
  return listed([head, natural(second, (given) => given)], language === 'ja' ? '、' : ', and ');
}

function date({ year, month, day, language }: Reference): string | null {
  if (year === null) return null;
  if (language === 'ja')
    return `${year}年${month === null ? '' : `${String(month)}月`}${day === null ? '' : `${String(day)}日`}`;
  const name = monthName(month);
  const short = name !== null && name.length > 4 ? `${name.slice(0, name === 'September' ? 4 : 3)}.` : name;
  return [day, short, year].filter((part) => part !== null).join(' ');
}

/** MLA, 9th edition. Without a date none is written, as the handbook has it. */
export function mla(work: Reference): string {
  const { title, container, volume, issue, publisher, version, language } = work;
  const ja = language === 'ja';
  const page = pages(work, '-');
  const quoted =
    title === null
      ? null
      : ja
        ? `「${title}」`
        : container === null
          ? sentence([title])
          : `“${sentence([title]) ?? ''}”`;
  return reference([
    sentence([authors(work)]),
    quoted,
    sentence([
      container,
      version === null ? null : ja ? `第${version}版` : `version ${version}`,
      volume === null ? null : ja ? `${volume}巻` : `vol. ${volume}`,
      issue === null ? null : ja ? `${issue}号` : `no. ${issue}`,
      container !== null && work.type === 'ARTICLE' ? null : publisher,
      date(work),
      page === null ? null : ja ? `${page}頁` : `${page.includes('-') ? 'pp.' : 'p.'} ${page}`,
      address(work),
    ]),
  ]);
}
