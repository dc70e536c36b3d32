/** The metadata of geographic catalogues that `convert` reads: ISO 19115 records, CSW answers, GEO DAB answers. */
import { UnreadableDocument } from '../common/errors.js';
import { isoElements, isIsoMetadata } from '../common/iso19115/elements.js';
import { readIso } from '../common/iso19115/record.js';
import { NO_FIELDS } from '../common/no-fields.js';
import type { DocumentFormat } from '../common/platform.js';
import type { FullRecord, WorkFields } from '../common/record.js';
import { readXmlDocument } from '../common/xml-document.js';
import { readCswAnswer } from './csw/responses.js';
import { readGeodabAnswer } from './geodab/responses.js';
import { datasetIdOfPath, PREFIX } from './ids.js';

type Read = ReturnType<DocumentFormat['read']>;

/** A record's id is DIAS's dataset id where a link of the record leads to DIAS's page of it, otherwise the document does not say one. */
function recordOf(fields: Partial<WorkFields>, links: readonly string[]): FullRecord {
  const datasetId = links.flatMap((url) => datasetIdOfPath(new URL(url).pathname) ?? [])[0];
  return {
    ...NO_FIELDS,
    ...fields,
    id: datasetId === undefined ? '' : `${PREFIX}${datasetId}`,
    platform: 'DIAS',
    retrieved: { at: new Date(), cache: 'MISS', ageSeconds: 0 },
  };
}

/** A list of which nothing can be read is unreadable; of one that is read in part, the rest is given and the refusals are told. */
function given(records: readonly FullRecord[], refused: readonly string[], many: boolean): Read {
  const [first] = refused;
  if (first !== undefined && records.length === 0) {
    throw new UnreadableDocument(refused.length > 1 ? `${first} (and ${String(refused.length - 1)} more)` : first);
  }
  return { records, many, deleted: 0, refused };
}

function partly(elements: ReturnType<typeof isoElements>, many: boolean): Read {
  const records: FullRecord[] = [];
  const refused: string[] = [];
  for (const element of elements) {
    try {
      const { fields, online } = readIso(element);
      records.push(recordOf(fields, online.map(({ url }) => url))); // prettier-ignore
    } catch (error) {
      if (!(error instanceof UnreadableDocument)) throw error;
      refused.push(error.message);
    }
  }
  return given(records, refused, many);
}

/** One record of ISO 19139 or 19115-3, also within a wrapper; a list of them where the wrapper is one. */
const iso19139: DocumentFormat = {
  name: 'iso19139',
  read(document) {
    const root = readXmlDocument(document);
    if (root.name === 'OAI-PMH') throw new UnreadableDocument('this is an OAI-PMH answer: read it as oai-pmh');
    const elements = isoElements(root);
    if (elements.length === 0) {
      throw new UnreadableDocument(
        `<${root.name}> (line ${String(root.line)}) is no ISO 19115 metadata record and holds none`,
      );
    }
    return partly(elements, !isIsoMetadata(root) && (elements.length > 1 || root.name === 'GetRecordsResponse'));
  },
};

/** An answer of a CSW 2.0.2 or 3.0 to GetRecords or GetRecordById. */
const csw: DocumentFormat = {
  name: 'csw',
  read(document) {
    const answer = readCswAnswer(readXmlDocument(document));
    if (answer.kind === 'error') {
      const codes = [...new Set(answer.codes)].join(', ');
      throw new UnreadableDocument(`the answer is an exception report${codes === '' ? '' : `: ${codes}`}`);
    }
    const records = answer.records.map(({ fields, iso }) => {
      const links = iso?.online.map(({ url }) => url) ?? (fields.url === null ? [] : [fields.url]);
      return recordOf(fields, links);
    });
    return given(records, answer.refused, answer.many);
  },
};

/** A search answer of GEO DAB, in JSON or Atom. */
const geodab: DocumentFormat = {
  name: 'geodab',
  read(document) {
    const answer = readGeodabAnswer(document);
    if (answer.kind === 'error') throw new UnreadableDocument('the answer is an error of GEO DAB');
    const records = answer.hits.map(({ fields, links }) => recordOf(fields, links.map(({ url }) => url))); // prettier-ignore
    return given(records, answer.refused, true);
  },
};

export const metadataDocuments: readonly DocumentFormat[] = [iso19139, csw, geodab];
