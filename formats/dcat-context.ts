/** The names that DCAT-AP's documents use here, in the document itself: whoever reads it needs no network. */
export const DCAT_CONTEXT = {
  adms: 'http://www.w3.org/ns/adms#',
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  frapo: 'http://purl.org/cerif/frapo/',
  geo: 'http://www.opengis.net/ont/geosparql#',
  prov: 'http://www.w3.org/ns/prov#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  schema: 'http://schema.org/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

const EU = 'http://publications.europa.eu/resource/authority/';

/** The Publications Office's access rights, which DCAT-AP prescribes. What is under embargo is not open to all yet. */
export const ACCESS_RIGHTS: Readonly<Record<string, string>> = {
  OPEN: `${EU}access-right/PUBLIC`,
  EMBARGOED: `${EU}access-right/RESTRICTED`,
  RESTRICTED: `${EU}access-right/RESTRICTED`,
  METADATA_ONLY: `${EU}access-right/NON_PUBLIC`,
};

const LANGUAGES: Readonly<Record<string, string>> = {
  ja: 'JPN', en: 'ENG', zh: 'ZHO', ko: 'KOR', de: 'DEU', fr: 'FRA', es: 'SPA', it: 'ITA', pt: 'POR', ru: 'RUS', nl: 'NLD', pl: 'POL',
  cs: 'CES', da: 'DAN', fi: 'FIN', el: 'ELL', hu: 'HUN', no: 'NOR', ro: 'RON', sv: 'SWE', tr: 'TUR', uk: 'UKR', ar: 'ARA', la: 'LAT',
  id: 'IND', vi: 'VIE', th: 'THA', hi: 'HIN',
}; // prettier-ignore

/** The Publications Office's address of a language; null for one that is not in the table here. */
export function languageIri(tag: string): string | null {
  const code = LANGUAGES[tag.split('-')[0]?.toLowerCase() ?? ''];
  return code === undefined ? null : `${EU}language/${code}`;
}
