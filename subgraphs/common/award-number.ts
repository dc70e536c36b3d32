/** Grant numbers as funders, platforms and people print them, and the award that one is. */

/** KAKENHI numbers as they are printed without JP: eight characters with a letter among them (20H00001, 19KK0341) are no one else's. */
const KAKENHI = /^\d{2}[A-Z][A-Z0-9]\d{4}$/;
/** Older ones are eight digits (18049069), as other funders' numbers are too (NSFC's): the funder tells. */
const OLD_KAKENHI = /^\d{8}$/;
const KAKENHI_FUNDER = /jsps|mext|kaken|japan|日本|文部|科学研究費|科研費/i;
/** Japan Grant Numbers as funders print them: JPMJMS2021, JPNP14004, JP20H00001. */
const JAPAN_GRANT_NUMBER = /^JP(?=[A-Z]*\d)[A-Z0-9]{5,14}$/;
const HORIZON = /^(?:\d{6}|\d{9})$/;
const HORIZON_FUNDER = /european (?:commission|union|research council)|horizon|h2020|^e[cu]$|^erc$/i;

/** Addresses and prefixes in front of a number: KAKEN's pages, grant DOIs of JST and of the European Commission, CORDIS. */
const IN_FRONT = [
  /^(?:HTTPS?:\/\/)?KAKEN\.NII\.AC\.JP\/(?:[A-Z]{2}\/)?GRANT\//,
  /^(?:(?:HTTPS?:\/\/)?(?:DX\.)?DOI\.ORG\/|DOI:\s*)?10\.(?:52926|3030)\//,
  /^(?:HTTPS?:\/\/)?CORDIS\.EUROPA\.EU\/PROJECT\/ID\//,
  /^KAKENHI-[A-Z]+-/,
] as const;
/** A number that stands among words: "JSPS KAKENHI Grant Number JP20H00001", as funders ask to be thanked. */
const AMONG_WORDS = /(?<![A-Z0-9/._-])(?:JP[\s-]?(?=[A-Z]*\d)[A-Z0-9]{5,14}|\d{2}[A-Z][A-Z0-9]\d{4})(?![A-Z0-9/_-])/g;
const HORIZON_AMONG_WORDS = /(?:GRANT|AGREEMENT|PROJECT|HORIZON|H2020|GA|NO\.?|NUMBER)[\s:#.]*(\d{9}|\d{6})$/;

function folded(input: string): string {
  const text = input
    .normalize('NFKC')
    .trim()
    .toUpperCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-');
  return IN_FRONT.reduce((rest, prefix) => rest.replace(prefix, ''), text)
    .replace(/[?#].*$/s, '')
    .replace(/\/$/, '')
    .trim();
}

/** The one number that stands among words, or null: of two, nothing says which is meant. */
function amongWords(text: string): string | null {
  const found = new Set((text.match(AMONG_WORDS) ?? []).map((token) => token.replace(/[\s-]/g, '')));
  const [only] = found;
  if (only !== undefined) return found.size === 1 ? only : null;
  return HORIZON_AMONG_WORDS.exec(text)?.[1] ?? null;
}

/**
 * A grant number in one comparable form: upper case, without blanks, without the `JP` of a KAKENHI number (JP20H00001 and
 * 20H00001 are the same award) or of any other Japan Grant Number, out of addresses (KAKEN, CORDIS, grant DOIs), KAKEN's
 * prefix (KAKENHI-PROJECT-20H00001) and the words around it.
 */
export function normalizeAwardNumber(input: string): string {
  const text = folded(input);
  return (amongWords(text) ?? text).replace(/\s+/g, '').replace(/^JP-?(?=[0-9A-Z])/, '');
}

function isJapanGrantNumber(number: string, funderName: string | null): boolean {
  if (JAPAN_GRANT_NUMBER.test(number) || KAKENHI.test(number)) return true;
  return OLD_KAKENHI.test(number) && (funderName === null || KAKENHI_FUNDER.test(funderName.normalize('NFKC')));
}

/**
 * The id of an award: jgn:JP<number> for a Japan Grant Number (a KAKENHI number also without JP), ec:<number> for a
 * Horizon grant (nine digits or six, funder EC), else <funder>:<number>, else null.
 */
export function awardId(number: string, funderName: string | null): string | null {
  const text = folded(number);
  const printed = (amongWords(text) ?? text).replace(/\s+/g, '');
  if (printed === '') return null;
  const funder = funderName?.trim() || null;
  const bare = normalizeAwardNumber(number);
  if (isJapanGrantNumber(printed, funder) || isJapanGrantNumber(bare, funder)) return `jgn:JP${bare}`;
  if (HORIZON.test(printed) && HORIZON_FUNDER.test(funder ?? '')) return `ec:${printed}`;
  return funder === null ? null : `${funder}:${printed}`;
}

/** The id of the award that a number alone tells: of a Japan Grant Number, else of a Horizon grant (six or nine digits), else null. */
export function awardIdOfNumber(number: string): string | null {
  const id = awardId(number, null) ?? awardId(number, 'EC');
  return id !== null && /^(?:jgn|ec):/.test(id) ? id : null;
}

/** An award's number out of its id, as its funder prints it: JP20H00001, 101099001. */
export function numberOfAwardId(id: string): string {
  return id.slice(id.indexOf(':') + 1);
}
