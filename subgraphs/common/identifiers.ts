import type { Identifier } from './record.js';

/** ISO/IEC 7064 mod 11-2 over 15 digits: the check character of ORCID iDs and ISNIs. */
function mod11Check(digits: string): string {
  let total = 0;
  for (const digit of digits) total = (total + Number(digit)) * 2;
  const check = (12 - (total % 11)) % 11;
  return check === 10 ? 'X' : String(check);
}

const RESOLVER = /^(?:https?:\/\/(?:dx\.)?doi\.org\/|info:doi\/|doi:\s*)/i;
const DOI = /^10\.\d{4,9}(?:\.\d+)*\/\S+$/u;

/**
 * A DOI in canonical form (lower case, no resolver), or null. Accepts the forms that people and platforms write:
 * bare, doi:…, info:doi/…, https://doi.org/…, full-width, percent-encoded after a resolver.
 */
export function parseDoi(input: string): string | null {
  let text = input.normalize('NFKC').trim();
  const resolved = RESOLVER.test(text);
  while (RESOLVER.test(text)) text = text.replace(RESOLVER, '');
  if (resolved && text.includes('%')) {
    try {
      text = decodeURIComponent(text);
    } catch {
      return null;
    }
  }
  text = text.toLowerCase();
  return DOI.test(text) && text.length <= 2048 && !/[\u0000-\u001f<>"]/.test(text) ? text : null;
}

/** An ORCID iD in the form 0000-0002-1825-0097, or null where the form or the check digit is wrong. */
export function parseOrcid(input: string): string | null {
  const text = input
    .normalize('NFKC')
    .trim()
    .replace(/^(?:https?:\/\/)?(?:www\.)?orcid\.org\//i, '')
    .replace(/^orcid:\s*/i, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-');
  const compact = text.replace(/[-\s]/g, '').toUpperCase();
  if (!/^\d{15}[\dX]$/.test(compact) || !/^[\dX\s-]+$/i.test(text)) return null;
  if (mod11Check(compact.slice(0, 15)) !== compact.slice(15)) return null;
  return (compact.match(/.{4}/g) ?? []).join('-');
}

const ROR_ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** A ROR id as https://ror.org/…, or null: Crockford base 32 with an ISO 7064 mod 97-10 checksum. */
export function parseRor(input: string): string | null {
  const id = input
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/^(?:https?:\/\/)?(?:www\.)?ror\.org\//, '')
    .replace(/^ror:\s*/, '')
    .replace(/\/$/, '');
  const match = /^0([0-9a-hj-km-np-tv-z]{6})(\d{2})$/.exec(id);
  if (!match?.[1] || !match[2]) return null;
  let number = 0;
  for (const character of match[1]) number = number * 32 + ROR_ALPHABET.indexOf(character);
  return 98 - ((number * 100) % 97) === Number(match[2]) ? `https://ror.org/${id}` : null;
}

/** A handle (2241/00123456) from its bare, hdl: or resolver form, or null. */
export function parseHandle(input: string): string | null {
  const text = input
    .normalize('NFKC')
    .trim()
    .replace(/^(?:https?:\/\/hdl\.handle\.net\/|info:hdl\/|hdl:\s*)/i, '');
  return /^[\w.]+\/\S+$/u.test(text) && !/^https?:/i.test(text) ? text : null;
}

/** ISSN with its hyphen and a correct check digit, or null. */
export function parseIssn(input: string): string | null {
  const compact = input
    .normalize('NFKC')
    .trim()
    .replace(/^(?:urn:)?issn[:\s]*/i, '')
    .replace(/[-\u2010-\u2015\u2212\s]/g, '')
    .toUpperCase();
  if (!/^\d{7}[\dX]$/.test(compact)) return null;
  let sum = 0;
  for (let index = 0; index < 7; index += 1) sum += Number(compact[index]) * (8 - index);
  const check = (11 - (sum % 11)) % 11;
  return (check === 10 ? 'X' : String(check)) === compact[7] ? `${compact.slice(0, 4)}-${compact.slice(4)}` : null;
}

/** A Japan Grant Number or KAKENHI number in one comparable form: no `JP`, upper case, no spaces (JP20H00001 and 20H00001 are the same award). */
export function normalizeAwardNumber(input: string): string {
  return input
    .normalize('NFKC')
    .trim()
    .toUpperCase()
    .replace(/\s+/g, '')
    .replace(/^JP(?=[0-9A-Z])/, '');
}

/** An absolute http(s) URL in normal form, or null. Platform texts with blanks in front, other schemes or no scheme are none. */
export function parseHttpUrl(input: string): string | null {
  const text = input.trim();
  if (!/^https?:\/\//i.test(text) || /[\s<>"]/u.test(text)) return null;
  try {
    const url = new URL(text);
    return url.username === '' && url.password === '' ? url.href : null;
  } catch {
    return null;
  }
}

/** Where an identifier of a scheme is looked at by people; null where the scheme has no resolver. `value` is the bare form. */
function resolverUrl(scheme: string, value: string): string | null {
  switch (scheme) {
    case 'DOI':
      return `https://doi.org/${encodeURI(value).replace(/[?#]/g, encodeURIComponent)}`;
    case 'HANDLE':
      return `https://hdl.handle.net/${encodeURI(value)}`;
    case 'ORCID':
      return `https://orcid.org/${value}`;
    case 'ROR':
      return `https://ror.org/${value}`;
    case 'CRID':
      return `https://cir.nii.ac.jp/crid/${value}`;
    case 'NRID':
      return `https://nrid.nii.ac.jp/nrid/${value}/`;
    case 'NCID':
      return `https://ci.nii.ac.jp/ncid/${value}`;
    case 'NAID':
      return `https://ci.nii.ac.jp/naid/${value}`;
    case 'PMID':
      return `https://pubmed.ncbi.nlm.nih.gov/${value}/`;
    case 'PMCID':
      return `https://www.ncbi.nlm.nih.gov/pmc/articles/${value}/`;
    case 'ARXIV':
      return `https://arxiv.org/abs/${value}`;
    case 'NDL_BIB_ID':
      return `https://id.ndl.go.jp/bib/${value}`;
    case 'ISNI':
      return `https://isni.org/isni/${value}`;
    case 'VIAF':
      return `https://viaf.org/viaf/${value}`;
    case 'URL':
      return parseHttpUrl(value);
    default:
      return null;
  }
}

/** Scheme names that sources write for the same thing. */
const SCHEME_ALIASES: Readonly<Record<string, string>> = {
  HDL: 'HANDLE',
  URI: 'URL',
  PURL: 'URL',
  EISSN: 'ISSN',
  PISSN: 'ISSN',
  LISSN: 'ISSN',
  'E-RAD': 'ERAD',
  'E-RAD_RESEARCHER': 'ERAD',
  E_RAD: 'ERAD',
  KAKEN_RESEARCHERS: 'ERAD',
};

/** An ISNI without the blanks in which it is printed; what is no ISNI keeps its blanks. */
function bareIsni(value: string): string {
  const compact = value.replace(/\s/g, '');
  return /^\d{15}[\dX]$/i.test(compact) ? compact : value;
}

/** The form of the schemes whose values occur as placeholders and under the wrong scheme; their resolver gets nothing else. */
const FORMS: Readonly<Record<string, RegExp>> = {
  NRID: /^\d{13}$/,
  ISNI: /^\d{15}[\dX]$/i,
  VIAF: /^\d+$/,
  PMID: /^\d+$/,
  ARXIV: /^(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})(?:v\d+)?$/i,
};

/** The part of an identifier that its scheme's resolvers put in front, per scheme. */
function bareValue(scheme: string, value: string): string {
  switch (scheme) {
    case 'DOI':
      return parseDoi(value) ?? value;
    case 'HANDLE':
      return parseHandle(value) ?? value;
    case 'ISSN':
      return parseIssn(value) ?? value;
    case 'ORCID':
      return parseOrcid(value) ?? value.replace(/^https?:\/\/(?:www\.)?orcid\.org\//i, '');
    case 'ROR':
      return value.toLowerCase().replace(/^https?:\/\/(?:www\.)?ror\.org\//, '');
    case 'ISNI':
      return bareIsni(value.replace(/^https?:\/\/(?:www\.)?isni\.org\/(?:isni\/)?/i, ''));
    case 'NRID':
      return value.replace(/^https?:\/\/nrid\.nii\.ac\.jp\/(?:[a-z]{2}\/)?(?:nrid\/)?/i, '').replace(/\/$/, '');
    case 'VIAF':
      return value.replace(/^https?:\/\/(?:www\.)?viaf\.org\/viaf\//i, '').replace(/\/$/, '');
    case 'ARXIV':
      return value.replace(/^https?:\/\/arxiv\.org\/(?:abs|pdf)\//i, '').replace(/^arxiv:\s*/i, '');
    case 'CRID':
      return value.replace(/^https?:\/\/cir\.nii\.ac\.jp\/crid\//i, '').replace(/\.(?:json|rdf)$/, '');
    case 'NAID':
    case 'NCID':
      return value.replace(/^https?:\/\/ci\.nii\.ac\.jp\/(?:naid|ncid)\//i, '').replace(/[#?].*$/, '');
    default:
      return value;
  }
}

/**
 * An identifier in its scheme's bare form. The scheme is the contract's name where the source's has one (HDL is HANDLE,
 * PISSN is ISSN), otherwise the source's own in capitals. A value that its scheme does not allow stays as printed, without
 * an address.
 */
export function identifier(sourceScheme: string, sourceValue: string, sourceUrl?: string | null): Identifier {
  const upper = sourceScheme.trim().toUpperCase();
  const scheme = SCHEME_ALIASES[upper] ?? upper;
  const value = bareValue(scheme, sourceValue.trim());
  const valid =
    (scheme !== 'DOI' || parseDoi(value) !== null) &&
    (scheme !== 'ORCID' || parseOrcid(value) !== null) &&
    (scheme !== 'HANDLE' || parseHandle(value) !== null) &&
    (scheme !== 'ROR' || parseRor(value) !== null) &&
    FORMS[scheme]?.test(value) !== false;
  const given = sourceUrl === undefined || sourceUrl === null ? null : parseHttpUrl(sourceUrl);
  return { scheme, value, url: valid ? (resolverUrl(scheme, value) ?? given) : null };
}

/** Each (scheme, value) once, in the source's order, blank values dropped. */
export function uniqueIdentifiers(identifiers: Iterable<Identifier>): Identifier[] {
  const seen = new Map<string, Identifier>();
  for (const item of identifiers) {
    const key = `${item.scheme} ${item.value}`;
    if (item.value !== '' && !seen.has(key)) seen.set(key, item);
  }
  return [...seen.values()];
}

/** What a person's identifiers say in the contract's own fields. */
export function personIds(identifiers: readonly Identifier[]): {
  orcid: string | null;
  nrid: string | null;
  eRadId: string | null;
} {
  const first = (scheme: string, read: (value: string) => string | null): string | null => {
    for (const item of identifiers) {
      const value = item.scheme === scheme ? read(item.value) : null;
      if (value !== null) return value;
    }
    return null;
  };
  return {
    orcid: first('ORCID', parseOrcid),
    nrid: first('NRID', (value) => (/^\d{13}$/.test(value) ? value : null)),
    eRadId: first('ERAD', (value) => (/^\d{8}$/.test(value) ? value : null)),
  };
}
