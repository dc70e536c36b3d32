import type { Identifier } from './record.js';

/** ISO/IEC 7064 mod 11-2 over 15 digits: the check character of ORCID iDs and ISNIs. */
function mod11Check(digits: string): string {
  let total = 0;
  for (const digit of digits) total = (total + Number(digit)) * 2;
  const check = (12 - (total % 11)) % 11;
  return check === 10 ? 'X' : String(check);
}

/** Hyphens and dashes that typesetting puts for "-". */
const DASHES = /[\u2010-\u2015\u2212]/g;
/** What follows an identifier in an address that was pasted with its tracking parameters or its place on the page. */
const QUERY = /[?#].*$/s;

const RESOLVER = /^(?:(?:https?:\/\/)?(?:dx\.|www\.)?doi\.org\/|info:doi\/|doi:\s*|doi\s+(?=10\.))/i;
/** A query of an address (name=value) and a fragment; a bare ? or # may be the DOI's own (…co;2-#). */
const DOI_TAIL = /\?[\w.~%-]+=\S*$|#[\w.~%=-]+$/;
const DOI = /^10\.\d{4,9}(?:\.\d+)*\/\S+$/u;
/** The one place of angle brackets in real DOIs: the title code of a SICI (10.1890/0012-9658(2006)87<1:abc>2.0.co;2). */
const SICI_TITLE = /<[^<>"]*:[^<>"]*>(?=\d\.\d\.[a-z]{2};)/g;
/** Halves of surrogate pairs are no characters: encodeURI throws on them. */
const NO_TEXT = /[\u0000-\u001f\u007f]|\p{Cs}/u;

/**
 * A DOI in canonical form (lower case, no resolver), or null. Accepts the forms that people and platforms write:
 * bare, doi:…, info:doi/…, https://doi.org/… (also with a query, a fragment or a slash behind it), full-width, with
 * typographic hyphens, percent-encoded after a resolver.
 */
export function parseDoi(input: string): string | null {
  let text = input.normalize('NFKC').trim().replace(DASHES, '-');
  const resolved = RESOLVER.test(text);
  if (/^(?:https?:\/\/|(?:dx\.|www\.)?doi\.org\/)/i.test(text)) text = text.replace(DOI_TAIL, '').replace(/\/$/, '');
  while (RESOLVER.test(text)) text = text.replace(RESOLVER, '');
  if (resolved && text.includes('%')) {
    try {
      text = decodeURIComponent(text);
    } catch {
      return null;
    }
  }
  text = text.toLowerCase();
  if (!DOI.test(text) || text.length > 2048 || NO_TEXT.test(text)) return null;
  return /[<>"]/.test(text.replace(SICI_TITLE, '')) ? null : text;
}

/**
 * An ORCID iD in the form 0000-0002-1825-0097, or null where the form or the check digit is wrong. Accepts what people
 * paste: the address (with a query, or the one of their own page), "ORCID iD: …", other hyphens, none, full-width digits.
 */
export function parseOrcid(input: string): string | null {
  const text = input
    .normalize('NFKC')
    .trim()
    .replace(DASHES, '-')
    .replace(/^orcid(?:\s*id)?[:\s]\s*/i, '')
    .replace(/^(?:https?:\/\/)?(?:www\.)?orcid\.org\/(?:my-orcid\?orcid=)?/i, '')
    .replace(QUERY, '')
    .replace(/\/$/, '');
  const compact = text.replace(/[-\s]/g, '').toUpperCase();
  if (!/^\d{15}[\dX]$/.test(compact) || !/^[\dX\s-]+$/i.test(text)) return null;
  if (mod11Check(compact.slice(0, 15)) !== compact.slice(15)) return null;
  return (compact.match(/.{4}/g) ?? []).join('-');
}

const ROR_ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * A ROR id as https://ror.org/…, or null: Crockford base 32 with an ISO 7064 mod 97-10 checksum. Accepts the bare id, the
 * address (with a query or a slash behind it, or that of ROR's API), "ROR ID: …", and full-width letters.
 */
export function parseRor(input: string): string | null {
  const id = input
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/^ror(?:\s*id)?[:\s]\s*/, '')
    .replace(/^(?:https?:\/\/)?(?:(?:www\.)?ror\.org\/|api\.ror\.org\/(?:v\d\/)?organizations\/)/, '')
    .replace(QUERY, '')
    .replace(/\/$/, '');
  const match = /^0([0-9a-hj-km-np-tv-z]{6})(\d{2})$/.exec(id);
  if (!match?.[1] || !match[2]) return null;
  let number = 0;
  for (const character of match[1]) number = number * 32 + ROR_ALPHABET.indexOf(character);
  return 98 - ((number * 100) % 97) === Number(match[2]) ? `https://ror.org/${id}` : null;
}

const HANDLE_RESOLVER = /^(?:(?:https?:\/\/)?hdl\.handle\.net\/|info:hdl\/|hdl:\s*)/i;

/** A handle (2241/00123456) from its bare, hdl: or resolver form, or null. Bare, its prefix begins with a digit: example.org/x is none. */
export function parseHandle(input: string): string | null {
  const printed = input.normalize('NFKC').trim();
  const text = printed.replace(HANDLE_RESOLVER, '');
  const form = text === printed ? /^\d[\w.]*\/\S+$/u : /^[\w.]+\/\S+$/u;
  return form.test(text) && !NO_TEXT.test(text) ? text : null;
}

/** ISSN with its hyphen and a correct check digit, or null. */
export function parseIssn(input: string): string | null {
  const compact = input
    .normalize('NFKC')
    .trim()
    .replace(/^https?:\/\/portal\.issn\.org\/resource\/issn(?:-l)?\//i, '')
    .replace(/^(?:urn:)?[elp]?-?issn(?:-l)?[:\s]*/i, '')
    .replace(/[-\u2010-\u2015\u2212\s]/g, '')
    .toUpperCase();
  if (!/^\d{7}[\dX]$/.test(compact)) return null;
  let sum = 0;
  for (let index = 0; index < 7; index += 1) sum += Number(compact[index]) * (8 - index);
  const check = (11 - (sum % 11)) % 11;
  return (check === 10 ? 'X' : String(check)) === compact[7] ? `${compact.slice(0, 4)}-${compact.slice(4)}` : null;
}

/** An absolute http(s) URL in normal form, or null: blanks within, another scheme, none, or a name and password are refused. */
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
  'E-ISSN': 'ISSN',
  'P-ISSN': 'ISSN',
  'ISSN-L': 'ISSN',
  PMC: 'PMCID',
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

/** The form of the schemes whose values go into an address as they stand, or occur as placeholders: nothing else gets one. */
const FORMS: Readonly<Record<string, RegExp>> = {
  NRID: /^\d{13}$/,
  ISNI: /^\d{15}[\dX]$/i,
  VIAF: /^\d+$/,
  PMID: /^\d+$/,
  PMCID: /^\w+$/,
  CRID: /^\d+$/,
  NAID: /^\w+$/,
  NCID: /^\w+$/,
  NDL_BIB_ID: /^\w+$/,
  ARXIV: /^(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})(?:v\d+)?$/i,
};

const PMID_RESOLVER =
  /^(?:https?:\/\/(?:pubmed\.ncbi\.nlm\.nih\.gov|www\.ncbi\.nlm\.nih\.gov\/pubmed)\/|info:pmid\/|pmid:\s*)/i;

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
      return parseOrcid(value) ?? value.replace(/^(?:https?:\/\/)?(?:www\.)?orcid\.org\//i, '');
    case 'ROR':
      return (parseRor(value) ?? value.toLowerCase()).replace(/^(?:https?:\/\/)?(?:www\.)?ror\.org\//, '');
    case 'ISNI':
      return bareIsni(value.replace(/^https?:\/\/(?:www\.)?isni\.org\/(?:isni\/)?/i, ''));
    case 'NRID':
      return value.replace(/^https?:\/\/nrid\.nii\.ac\.jp\/(?:[a-z]{2}\/)?(?:nrid\/)?/i, '').replace(/\/$/, '');
    case 'VIAF':
      return value.replace(/^https?:\/\/(?:www\.)?viaf\.org\/viaf\//i, '').replace(/\/$/, '');
    case 'ARXIV':
      return value.replace(/^https?:\/\/(?:www\.)?arxiv\.org\/(?:abs|pdf)\//i, '').replace(/^arxiv:\s*|\.pdf$/gi, '');
    case 'PMID':
      return value.replace(PMID_RESOLVER, '').replace(/\/$/, '');
    case 'PMCID':
      return value
        .replace(/^https?:\/\/(?:www|pmc)\.ncbi\.nlm\.nih\.gov\/(?:pmc\/)?articles\//i, '')
        .replace(/\/$/, '');
    case 'NDL_BIB_ID':
      return value.replace(/^https?:\/\/id\.ndl\.go\.jp\/bib\//i, '');
    case 'CRID':
      return value.replace(/^https?:\/\/cir\.nii\.ac\.jp\/crid\//i, '').replace(/(?:\.(?:json|rdf))?(?:[?#].*)?$/, '');
    case 'NAID':
    case 'NCID':
      return value.replace(/^https?:\/\/ci\.nii\.ac\.jp\/(?:naid|ncid)\//i, '').replace(/[#?].*$/, '');
    default:
      return value;
  }
}

/** The scheme that an address says by its resolver, whatever the source calls it: https://doi.org/10.… is a DOI. Null: a plain address. */
function schemeOfAddress(value: string): 'DOI' | 'HANDLE' | null {
  const text = value.normalize('NFKC').trim();
  if (RESOLVER.test(text) && parseDoi(text) !== null) return 'DOI';
  return HANDLE_RESOLVER.test(text) && parseHandle(text) !== null ? 'HANDLE' : null;
}

/**
 * An identifier in its scheme's bare form. The scheme is the contract's name where the source's has one (HDL is HANDLE,
 * PISSN is ISSN), otherwise the source's own in capitals; an address (URL, URI) at the resolver of DOIs or handles is a DOI
 * or a handle. A value that its scheme does not allow stays as printed, without an address.
 */
export function identifier(sourceScheme: string, sourceValue: string, sourceUrl?: string | null): Identifier {
  const upper = sourceScheme.trim().toUpperCase();
  const named = SCHEME_ALIASES[upper] ?? upper;
  const scheme = named === 'URL' ? (schemeOfAddress(sourceValue) ?? named) : named;
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
