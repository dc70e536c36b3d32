import { writeBibtex } from './bibtex.js';
import { writeCslJson } from './csl-json.js';
import { writeDcatAp } from './dcat-ap.js';
import { writeRis } from './ris.js';
import { writeSchemaOrg } from './schema-org.js';
import type { FormatWork } from './work.js';

/** A format in which works are written. */
export interface Format {
  /** Its name in commands: `convert --to schema-org`. */
  readonly name: string;
  /** Its name in the API: `Work.export(format: SCHEMA_ORG_JSONLD)`. */
  readonly exportFormat: string;
  /** For content negotiation. */
  readonly mediaType: string;
  /** Of a file, without its dot. */
  readonly ending: string;
  /** How the texts of several works make one document: entries after one another, or a JSON array. */
  readonly many: 'entries' | 'array';
  /** One work. */
  readonly write: (work: FormatWork) => string;
}

/** All formats, by the order in which they are offered. */
export const FORMATS: readonly Format[] = [
  {
    name: 'schema-org',
    exportFormat: 'SCHEMA_ORG_JSONLD',
    mediaType: 'application/ld+json',
    ending: 'jsonld',
    many: 'array',
    write: writeSchemaOrg,
  },
  {
    name: 'dcat-ap',
    exportFormat: 'DCAT_AP_JSONLD',
    mediaType: 'application/ld+json;profile="http://www.w3.org/ns/dcat#"',
    ending: 'dcat.jsonld',
    many: 'array',
    write: writeDcatAp,
  },
  {
    name: 'bibtex',
    exportFormat: 'BIBTEX',
    mediaType: 'application/x-bibtex',
    ending: 'bib',
    many: 'entries',
    write: writeBibtex,
  },
  {
    name: 'ris',
    exportFormat: 'RIS',
    mediaType: 'application/x-research-info-systems',
    ending: 'ris',
    many: 'entries',
    write: writeRis,
  },
  {
    name: 'csl-json',
    exportFormat: 'CSL_JSON',
    mediaType: 'application/vnd.citationstyles.csl+json',
    ending: 'csl.json',
    many: 'array',
    write: writeCslJson,
  },
];

/** The works as one document, piece by piece: nothing but the work at hand is held. */
export function* written(works: Iterable<FormatWork>, { many, write }: Format): Generator<string, void, void> {
  if (many === 'entries') {
    for (const work of works) yield write(work);
    return;
  }
  let separator = '[\n';
  for (const work of works) {
    yield `${separator}${write(work)}`;
    separator = ',\n';
  }
  yield separator === '[\n' ? '[]\n' : '\n]\n';
}
