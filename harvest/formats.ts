/** The formats of a harvest, in the words of ListMetadataFormats. */

export interface HarvestFormat {
  readonly prefix: string;
  readonly schema: string;
  readonly namespace: string;
  /** Its name in the API. */
  readonly exportFormat: string;
  /** What stands around a document of the API; `source`: whose record the work is. */
  readonly wrap: (document: string, source: string) => string;
}

const XSI = 'http://www.w3.org/2001/XMLSchema-instance';
const OAI_DATACITE = 'http://schema.datacite.org/oai/oai-1.1/';
const OAI_DATACITE_XSD = 'http://schema.datacite.org/oai/oai-1.1/oai.xsd';

function withoutDeclaration(document: string): string {
  return document.replace(/^<\?xml[^>]*>\s*/, '').trimEnd();
}

/** Says at the root where the schema is, which the protocol wants of metadata (4.1), unless the document says it itself. */
function located(namespace: string, schema: string): (document: string) => string {
  return (document) => {
    const bare = withoutDeclaration(document);
    if (/^<[^>]*\bxsi:schemaLocation=/.test(bare)) return bare;
    const place = `xmlns:xsi="${XSI}" xsi:schemaLocation="${namespace} ${schema}"`;
    return bare.replace(/^<[\w:]+/, (tag) => `${tag} ${place}`);
  };
}

export const OAI_DC = 'http://www.openarchives.org/OAI/2.0/oai_dc/';
export const OAI_DC_XSD = 'http://www.openarchives.org/OAI/2.0/oai_dc.xsd';
const JPCOAR = 'https://github.com/JPCOAR/schema/blob/master/2.0/';
const JPCOAR_XSD = 'https://raw.githubusercontent.com/JPCOAR/schema/master/2.0/jpcoar_scm.xsd';

export const HARVEST_FORMATS: readonly HarvestFormat[] = [
  {
    prefix: 'oai_dc',
    schema: OAI_DC_XSD,
    namespace: OAI_DC,
    exportFormat: 'OAI_DC',
    wrap: located(OAI_DC, OAI_DC_XSD),
  },
  {
    prefix: 'oai_datacite',
    schema: OAI_DATACITE_XSD,
    namespace: OAI_DATACITE,
    exportFormat: 'DATACITE_XML',
    // datacentreSymbol is mandatory: the platform whose record it is.
    wrap: (document, source) =>
      `<oai_datacite xmlns="${OAI_DATACITE}" xmlns:xsi="${XSI}" xsi:schemaLocation="${OAI_DATACITE} ${OAI_DATACITE_XSD}">\n<schemaVersion>4.6</schemaVersion>\n<datacentreSymbol>${source}</datacentreSymbol>\n<payload>\n${withoutDeclaration(document)}\n</payload>\n</oai_datacite>`,
  },
  {
    prefix: 'jpcoar_2.0',
    schema: JPCOAR_XSD,
    namespace: JPCOAR,
    exportFormat: 'JPCOAR_XML',
    wrap: located(JPCOAR, JPCOAR_XSD),
  },
];
