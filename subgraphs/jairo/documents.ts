import { UnreadableDocument } from '../common/errors.js';
import type { DocumentFormat } from '../common/platform.js';
import type { Retrieval } from '../common/record.js';
import { identifier, uniqueIdentifiers } from '../common/identifiers.js';
import { readXmlDocument } from '../common/xml-document.js';
import { readIrdbFeed } from './irdb.js';
import { isJpcoar } from './jpcoar/elements.js';
import { readJpcoar } from './jpcoar/work.js';
import { readRecord } from './oai/decode.js';
import { readOaiAnswer, type OaiHeader } from '../common/oai-pmh/envelope.js';
import { readWekoAnswer } from './opensearch.js';
import { fullItem, placeOfDocument, type DescribedWork, type FullJairoItem } from './record.js';
import { Repositories } from './repositories.js';

/** Offline, no repository is configured: the hosts of JAIRO Cloud are known by their names. */
const REPOSITORIES = new Repositories([]);
const idOfUrl = (url: string): string | null => REPOSITORIES.placeOfUrl(url)?.id ?? null;

function readNow(at: Date): Retrieval {
  return { at, cache: 'MISS', ageSeconds: 0 };
}

function itemOf(work: DescribedWork, header: OaiHeader | null, at: Date): FullJairoItem {
  return fullItem(work, placeOfDocument(work.fields, header), header, readNow(at), idOfUrl);
}

/** A list of which nothing can be read is unreadable; of one that is read in part, the rest is given and the refusals are told. */
function partly(
  records: readonly FullJairoItem[],
  refused: readonly string[],
  deleted = 0,
): ReturnType<DocumentFormat['read']> {
  const first = refused[0];
  if (first !== undefined && records.length === 0 && deleted === 0) {
    const others = refused.length > 1 ? ` (and ${String(refused.length - 1)} more)` : '';
    throw new UnreadableDocument(`${first}${others}`);
  }
  return { records, many: true, deleted, refused };
}

/** One jpcoar:jpcoar element of version 1.0, 2.0 or 2.1. */
const jpcoar: DocumentFormat = {
  name: 'jpcoar',
  read(document) {
    const root = readXmlDocument(document);
    if (!isJpcoar(root)) {
      throw new UnreadableDocument(
        root.name === 'OAI-PMH'
          ? 'this is an OAI-PMH answer: read it as oai-pmh'
          : `the root element is <${root.name}>, not <jpcoar:jpcoar> of a known version`,
      );
    }
    const at = new Date();
    return { records: [itemOf(readJpcoar(root, at), null, at)], many: false, deleted: 0 };
  },
};

/** An answer to GetRecord or ListRecords. */
const oaiPmh: DocumentFormat = {
  name: 'oai-pmh',
  read(document) {
    const answer = readOaiAnswer(readXmlDocument(document));
    if (answer.kind === 'error') {
      throw new UnreadableDocument(`the answer is an error: ${[...new Set(answer.codes)].join(', ')}`);
    }
    if (answer.kind !== 'records') {
      throw new UnreadableDocument(`the answer holds no records (${HOLDS[answer.kind]}): GetRecord and ListRecords do`);
    }
    const at = new Date();
    const read = answer.entries.map((entry) => readRecord(entry, at));
    const records = read.flatMap(({ work, header }) => (work === null ? [] : [itemOf(work, header, at)]));
    const refused = read.flatMap((record) => record.refused ?? []);
    return partly(records, refused, read.length - records.length - refused.length);
  },
};

const HOLDS = {
  headers: 'it lists identifiers',
  identify: 'it says what the repository is',
  sets: 'it lists sets',
  formats: 'it lists metadata formats',
} as const;

/** An OpenSearch answer of a repository: Atom, RSS or JPCOAR. */
const wekoOpenSearch: DocumentFormat = {
  name: 'weko-opensearch',
  read(document) {
    const at = new Date();
    const { hits, refused } = readWekoAnswer(readXmlDocument(document), at);
    const records = hits.map(({ address, oaiIdentifier, datestamp, work }) => {
      // The address of the hit is the record's, whatever identifiers its metadata hold.
      const identifiers = uniqueIdentifiers([identifier('URL', address), ...work.fields.identifiers]);
      const place = placeOfDocument({ ...work.fields, identifiers }, null);
      const item = fullItem(work, place, null, readNow(at), idOfUrl);
      return { ...item, url: address, oaiIdentifier, datestamp };
    });
    return partly(records, refused);
  },
};

/** An OpenSearch answer of IRDB (Atom). */
const irdb: DocumentFormat = {
  name: 'irdb',
  read(document) {
    const at = new Date();
    const records = readIrdbFeed(readXmlDocument(document)).entries.map(({ number, source, fields }) => {
      const place = source === null ? null : REPOSITORIES.placeOfUrl(source);
      const own = { id: `jairo:irdb/${number}`, repository: null, recid: number };
      return fullItem({ fields, jpcoar: null }, place ?? own, null, readNow(at), idOfUrl);
    });
    return { records, many: true, deleted: 0 };
  },
};

/** The documents of JAIRO Cloud and IRDB that `convert` reads. */
export const jairoDocuments: readonly DocumentFormat[] = [jpcoar, oaiPmh, wekoOpenSearch, irdb];
