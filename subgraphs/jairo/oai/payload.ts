import { dataciteResourceIn, readDataciteXml } from '../../common/doi/datacite-xml.js';
import { UnreadableDocument } from '../../common/errors.js';
import { isIsoMetadata } from '../../common/iso19115/elements.js';
import { readIso } from '../../common/iso19115/record.js';
import { childElements, type XmlElement } from '../../common/xml.js';
import { isJpcoar } from '../jpcoar/elements.js';
import { readJpcoar } from '../jpcoar/work.js';
import type { DescribedWork } from '../record.js';
import { isDdi, readDdi } from './ddi.js';
import { isOaiDc, readOaiDc } from './oai-dc.js';

/**
 * The work that the metadata element of a record describes. Local name and known namespaces decide, never the prefix that
 * was asked for or the namespace that ListMetadataFormats advertises (fact sheet 2.3).
 * @throws UnreadableDocument
 */
export function readPayload(metadata: XmlElement, readAt: Date): DescribedWork {
  if (isJpcoar(metadata)) return readJpcoar(metadata, readAt);
  if (isOaiDc(metadata)) return readOaiDc(metadata);
  if (isDdi(metadata)) return readDdi(metadata);
  if (dataciteResourceIn(metadata) !== null) return { fields: readDataciteXml(metadata), jpcoar: null };
  if (isIsoMetadata(metadata)) return { fields: readIso(metadata).fields, jpcoar: null };
  if (childElements(metadata).length === 0) {
    throw new UnreadableDocument(`the metadata element <${metadata.name}> (line ${String(metadata.line)}) is empty`);
  }
  throw new UnreadableDocument(
    `the metadata element <${metadata.name}> (line ${String(metadata.line)}) is none of JPCOAR, oai_dc, DDI Codebook 2.5, DataCite and ISO 19115`,
  );
}
