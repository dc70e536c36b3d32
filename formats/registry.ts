import { writeBibtex } from './bibtex.js';
import { writeCommonMetadata } from './common-metadata.js';
import { writeCslJson } from './csl-json.js';
import { writeDataciteXml } from './datacite-xml.js';
import { writeDataciteJson } from './datacite.js';
import { writeDcatAp } from './dcat-ap.js';
import { writeJpcoar } from './jpcoar.js';
import { writeOaiDc } from './oai-dc.js';
import { writeRis } from './ris.js';
import { writeSchemaOrg } from './schema-org.js';
import type { FormatWork } from './work.js';

/** A format in which works are written. */
export interface Format {
  /** Its name in commands: `convert --to schema-org`. */
  readonly name: string;
  /** Its name for people. */
  readonly title: string;
  /** Its name in the API: `Work.export(format: SCHEMA_ORG_JSONLD)`. */
  readonly exportFormat: string;
  /** For content negotiation. */
  readonly mediaType: string;
  /** What the document follows, as links to it say (`profile`, RFC 6906): its schema's own address; null: the media type says all. */
  readonly profile: string | null;
  /** Of a file, without its dot. */
  readonly ending: string;
  /** How the texts of several works make one document: entries after one another, a JSON array, or elements of one `records`. */
  readonly many: 'entries' | 'array' | 'xml';
  /** One work. */
  readonly write: (work: FormatWork) => string;
}

/** All formats, by the order in which they are offered. */
export const FORMATS: readonly Format[] = [
  {
    name: 'datacite-json',
    title: 'DataCite JSON',
    exportFormat: 'DATACITE_JSON',
    mediaType: 'application/vnd.datacite.datacite+json',
    profile: 'http://datacite.org/schema/kernel-4',
    ending: 'datacite.json',
    many: 'array',
    write: writeDataciteJson,
  },
  {
    name: 'datacite-xml',
    title: 'DataCite XML',
    exportFormat: 'DATACITE_XML',
    mediaType: 'application/vnd.datacite.datacite+xml',
    profile: 'http://datacite.org/schema/kernel-4',
    ending: 'datacite.xml',
    many: 'xml',
    write: writeDataciteXml,
  },
  {
    name: 'jpcoar',
    title: 'JPCOAR 2.0',
    exportFormat: 'JPCOAR_XML',
    mediaType: 'application/xml;profile="https://github.com/JPCOAR/schema/blob/master/2.0/"',
    profile: 'https://github.com/JPCOAR/schema/blob/master/2.0/',
    ending: 'jpcoar.xml',
    many: 'xml',
    write: writeJpcoar,
  },
  {
    name: 'oai-dc',
    title: 'Dublin Core',
    exportFormat: 'OAI_DC',
    mediaType: 'application/xml;profile="http://www.openarchives.org/OAI/2.0/oai_dc/"',
    profile: 'http://www.openarchives.org/OAI/2.0/oai_dc/',
    ending: 'dc.xml',
    many: 'xml',
    write: writeOaiDc,
  },
  {
    name: 'common-metadata',
    title: 'Common metadata',
    exportFormat: 'COMMON_METADATA_JSON',
    mediaType: 'application/json',
    profile: null,
    ending: 'common.json',
    many: 'array',
    write: writeCommonMetadata,
  },
  {
    name: 'schema-org',
    title: 'schema.org',
    exportFormat: 'SCHEMA_ORG_JSONLD',
    mediaType: 'application/ld+json',
    profile: 'https://schema.org/',
    ending: 'jsonld',
    many: 'array',
    write: writeSchemaOrg,
  },
  {
    name: 'dcat-ap',
    title: 'DCAT-AP 3',
    exportFormat: 'DCAT_AP_JSONLD',
    mediaType: 'application/ld+json;profile="http://www.w3.org/ns/dcat#"',
    profile: 'http://www.w3.org/ns/dcat#',
    ending: 'dcat.jsonld',
    many: 'array',
    write: writeDcatAp,
  },
  {
    name: 'bibtex',
    title: 'BibTeX',
    exportFormat: 'BIBTEX',
    mediaType: 'application/x-bibtex',
    profile: null,
    ending: 'bib',
    many: 'entries',
    write: writeBibtex,
  },
  {
    name: 'ris',
    title: 'RIS',
    exportFormat: 'RIS',
    mediaType: 'application/x-research-info-systems',
    profile: null,
    ending: 'ris',
    many: 'entries',
    write: writeRis,
  },
  {
    name: 'csl-json',
    title: 'CSL-JSON',
    exportFormat: 'CSL_JSON',
    mediaType: 'application/vnd.citationstyles.csl+json',
    profile: null,
    ending: 'csl.json',
    many: 'array',
    write: writeCslJson,
  },
];

/** What stands before, between and behind the works of one document. */
export const AROUND: Readonly<Record<Format['many'], readonly [before: string, between: string, behind: string]>> = {
  entries: ['', '', ''],
  array: ['[\n', ',\n', '\n]\n'],
  xml: ['<?xml version="1.0" encoding="UTF-8"?>\n<records>\n', '', '</records>\n'],
};

/** The text of one work as it stands in a document of several. */
export function inDocument(text: string, { many }: Format): string {
  const bare = text.replace(/\r?\n$/, '');
  if (many === 'array') return bare;
  return `${many === 'xml' ? bare.replace(/^<\?xml[^>]*>\n/, '') : bare}\n`;
}

/** The works as one document, piece by piece: nothing but the work at hand is held. */
export function* written(works: Iterable<FormatWork>, format: Format): Generator<string, void, void> {
  const [before, between, behind] = AROUND[format.many];
  yield before;
  let separator = '';
  for (const work of works) {
    yield separator + inDocument(format.write(work), format);
    separator = between;
  }
  yield behind;
}
