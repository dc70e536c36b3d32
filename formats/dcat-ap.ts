import type {
  Affiliation,
  Contributor,
  Creator,
  Funding,
  Identifier,
  License,
  Place,
  WorkFile,
} from '../subgraphs/common/record.js';
import { ACCESS_RIGHTS, DCAT_CONTEXT, languageIri } from './dcat-context.js';
import { iri, linkedTexts } from './linked-text.js';
import { SCHEMA_ORG_TYPES } from './schema-org.js';
import { present, type FormatWork } from './work.js';

type Node = Readonly<Record<string, unknown>>;

const node = (url: string | null | undefined): Node | null => {
  const id = iri(url);
  return id === null ? null : { '@id': id };
};
const nodes = (urls: readonly (string | null | undefined)[]): Node[] => urls.map(node).filter((item) => item !== null);

/** A date with the type of its precision. */
function typedDate(date: string | null | undefined): Node | null {
  if (date === null || date === undefined) return null;
  const type = date.includes('T') ? 'dateTime' : (['gYear', 'gYearMonth', 'date'] as const)[date.split('-').length - 1];
  return { '@type': `xsd:${type ?? 'date'}`, '@value': date };
}

function body({ name, ror }: Affiliation): Node | null {
  const names = linkedTexts(name);
  return names.length === 0 ? null : present({ '@id': iri(ror), '@type': 'foaf:Agent', 'foaf:name': names });
}

/** An agent must have a name: one without is none. */
function agent({ name, orcid, identifiers, affiliations }: Creator): Node | null {
  const names = linkedTexts(name);
  if (names.length === 0) return null;
  const ror = identifiers.find(({ scheme }) => scheme === 'ROR')?.url;
  return present({
    '@id': orcid === null ? iri(ror) : `https://orcid.org/${orcid}`,
    '@type': 'foaf:Agent',
    'foaf:name': names,
    'schema:affiliation': affiliations.map(body).filter((item) => item !== null),
  });
}

function contact({ creator }: Contributor): Node | null {
  const names = linkedTexts(creator.name);
  return names.length === 0 ? null : { '@type': 'vcard:Kind', 'vcard:fn': names };
}

function otherIdentifier({ scheme, value }: Identifier): Node {
  return { '@type': 'adms:Identifier', 'skos:notation': value, 'adms:schemaAgency': scheme };
}

function licenseDocument(license: License | undefined): Node | null {
  if (license === undefined) return null;
  const id = iri(license.url) ?? (license.spdx === null ? null : `https://spdx.org/licenses/${license.spdx}`);
  if (id === null && license.name === null) return null;
  return present({ '@id': id, '@type': 'dct:LicenseDocument', 'rdfs:label': license.name });
}

function location({ name, box, point }: Place): Node {
  const wkt = (text: string): Node => ({ '@type': 'geo:wktLiteral', '@value': text });
  const corners = box && [
    [box.west, box.south], [box.east, box.south], [box.east, box.north], [box.west, box.north], [box.west, box.south],
  ]; // prettier-ignore
  return present({
    '@type': 'dct:Location',
    'skos:prefLabel': linkedTexts(name),
    'dcat:bbox': corners && wkt(`POLYGON((${corners.map((corner) => corner.map(String).join(' ')).join(', ')}))`),
    'dcat:centroid': point && wkt(`POINT(${String(point.lon)} ${String(point.lat)})`),
  });
}

/** Of a period without an end only its beginning is known, and a period of one day looks the same. */
function period(edtf: string | null): Node | null {
  if (edtf === null) return null;
  const [start, end] = edtf.split('/');
  return present({ '@type': 'dct:PeriodOfTime', 'dcat:startDate': typedDate(start), 'dcat:endDate': typedDate(end) });
}

/** IANA's address of a media type; what is none is left to `dct:format`. */
function mediaType(type: string | null): Node | null {
  return type !== null && /^[a-z]+\/[\w.+-]+$/i.test(type)
    ? { '@id': `http://www.iana.org/assignments/media-types/${type}`, '@type': 'dct:MediaType' }
    : null;
}

/** A file. The page of the work is where it is had when the file has no address of its own (DCAT-AP 3, accessURL). */
function distribution(file: WorkFile, work: FormatWork): Node | null {
  const access = node(file.url) ?? node(work.url);
  if (access === null) return null;
  return present({
    '@type': 'dcat:Distribution',
    'dct:title': file.name,
    'dcat:accessURL': access,
    'dcat:downloadURL': node(file.url),
    'dcat:mediaType': mediaType(file.mediaType),
    'dcat:byteSize': file.bytes === null ? null : { '@type': 'xsd:nonNegativeInteger', '@value': String(file.bytes) },
    'dct:license': licenseDocument(work.licenses[0]),
    'dct:issued': typedDate(file.availableFrom),
  });
}

/** The project that paid for the work. */
function project({ funder, funderIds, awardNumber, awardTitle }: Funding): Node | null {
  const name = linkedTexts(funder);
  const activity = present({
    'dct:identifier': awardNumber,
    'dct:title': linkedTexts(awardTitle),
    'frapo:isFundedBy':
      name.length === 0
        ? null
        : present({
            '@id': iri(funderIds.find(({ url }) => url !== null)?.url),
            '@type': 'foaf:Agent',
            'foaf:name': name,
          }),
  });
  return Object.keys(activity).length === 0 ? null : { '@type': ['prov:Activity', 'foaf:Project'], ...activity };
}

function relatedNodes({ related }: FormatWork, of: (relation: string) => boolean): Node[] {
  return nodes(related.filter(({ relation }) => of(relation)).map(({ identifier }) => identifier?.url));
}

/** DataCite's relations with a property of their own; all others are relations. */
const REFERENCED = new Set(['IsCitedBy', 'IsReferencedBy']);
const SOURCES = new Set(['IsDerivedFrom']);
const VERSIONS = new Set(['HasVersion']);
const named = (relation: string): boolean =>
  REFERENCED.has(relation) || SOURCES.has(relation) || VERSIONS.has(relation);

/** What only a dataset has. */
function datasetOnly(work: FormatWork): Node {
  return {
    'dcat:distribution': work.files.map((file) => distribution(file, work)).filter((item) => item !== null),
    'dct:temporal': period(work.period),
    'dct:spatial': work.places.map(location).filter((item) => Object.keys(item).length > 1),
  };
}

/**
 * A work in DCAT-AP 3: a dataset as dcat:Dataset, another work as dcat:Resource with schema.org's class for its type.
 * A mandatory element (title, description) that no source has is left out.
 */
export function dcatAp(work: FormatWork): Node {
  const publisher = linkedTexts(work.publisher);
  const dataset = work.type === 'DATASET';
  const withFiles = dataset && work.files.length > 0;
  const keywords = work.subjects.flatMap(({ value }) => linkedTexts(value));
  return {
    '@context': DCAT_CONTEXT,
    ...present({
      '@id': iri(work.doi === null ? work.url : `https://doi.org/${encodeURI(work.doi)}`),
      '@type': dataset ? 'dcat:Dataset' : 'dcat:Resource',
      'dct:type': dataset ? null : { '@id': `schema:${SCHEMA_ORG_TYPES[work.type]}` },
      'dct:title': linkedTexts(work.title),
      'dct:alternative': work.alternativeTitles.flatMap((title) => linkedTexts(title)),
      'dct:description': linkedTexts(work.description),
      'dct:identifier': work.doi === null ? work.id : `https://doi.org/${work.doi}`,
      'adms:identifier': work.identifiers.map(otherIdentifier),
      'dct:creator': work.creators.map(agent).filter((item) => item !== null),
      'dct:publisher': publisher.length === 0 ? null : { '@type': 'foaf:Agent', 'foaf:name': publisher },
      'dcat:contactPoint': work.contributors
        .filter(({ role }) => role === 'ContactPerson')
        .map(contact)
        .filter((item) => item !== null),
      'dct:issued': typedDate(work.issued?.split('/')[0]),
      'dct:modified': typedDate(work.updated),
      'dct:language': nodes(work.languages.map(languageIri)),
      'dcat:keyword': keywords,
      'dcat:theme': nodes(work.subjects.map(({ url }) => url)),
      'dct:accessRights': node(ACCESS_RIGHTS[work.accessRight]),
      // A licence is a distribution's in DCAT-AP; without files it stays with the work.
      'dct:license': withFiles ? null : licenseDocument(work.licenses[0]),
      'dcat:landingPage': node(work.url),
      'dcat:version': work.version,
      'prov:wasGeneratedBy': work.funding.map(project).filter((item) => item !== null),
      'dct:isReferencedBy': relatedNodes(work, (relation) => REFERENCED.has(relation)),
      'dct:source': relatedNodes(work, (relation) => SOURCES.has(relation)),
      'dct:hasVersion': relatedNodes(work, (relation) => VERSIONS.has(relation)),
      'dct:relation': relatedNodes(work, (relation) => !named(relation)),
      ...(dataset ? datasetOnly(work) : {}),
    }),
  };
}

/** A work as DCAT-AP 3 in JSON-LD. */
export function writeDcatAp(work: FormatWork): string {
  return JSON.stringify(dcatAp(work), null, 2);
}
