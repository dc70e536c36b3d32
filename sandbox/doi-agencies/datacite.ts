/** DataCite's REST API (dias fact sheet 6.2): only its own DOIs, unless others are asked for. */
import { escapeXml } from '../../subgraphs/common/xml.js';
import type { SandboxRequest, SandboxResponse } from '../server.js';
import { world, type WorldPerson, type WorldWork } from '../world/index.js';
import { creatorsOf, doiInPath, findDoi, registeredDois, type RegisteredDoi } from './registered.js';

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

const MAX_PAGE = 1000;

function json(status: number, value: Json): SandboxResponse {
  return {
    status,
    headers: { 'Content-Type': 'application/vnd.api+json; charset=utf-8' },
    body: JSON.stringify(value),
  };
}

const NOT_FOUND = json(404, {
  errors: [{ status: '404', title: "The resource you are looking for doesn't exist." }],
});

function nameOf({ family, given }: WorldPerson): string {
  return `${family.en}, ${given.en}`;
}

function creator(person: WorldPerson): Json {
  return {
    name: nameOf(person),
    nameType: 'Personal',
    givenName: person.given.en,
    familyName: person.family.en,
    affiliation: [world.organization(person.organization).name.en],
    nameIdentifiers:
      person.orcid === null
        ? []
        : [
            {
              schemeUri: 'https://orcid.org',
              nameIdentifier: `https://orcid.org/${person.orcid}`,
              nameIdentifierScheme: 'ORCID',
            },
          ],
  };
}

function titles({ title }: WorldWork): Json[] {
  return [
    ...(title.en === null ? [] : [{ lang: 'en', title: title.en }]),
    ...(title.ja === null ? [] : [{ lang: 'ja', title: title.ja, titleType: 'TranslatedTitle' }]),
  ];
}

/** Kernel 4, as `attributes.xml` holds it in Base64. */
export function kernel(entry: RegisteredDoi): string {
  const { work } = entry;
  const creators = creatorsOf(work).map(
    (person) => `<creator><creatorName nameType="Personal">${escapeXml(nameOf(person))}</creatorName></creator>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<resource xmlns="http://datacite.org/schema/kernel-4">
  <identifier identifierType="DOI">${escapeXml(entry.doi)}</identifier>
  <creators>${creators.join('')}</creators>
  <titles><title xml:lang="en">${escapeXml(work.title.en ?? work.title.ja ?? '')}</title></titles>
  <publisher>${escapeXml(work.publisher.en ?? '')}</publisher>
  <publicationYear>${work.issued.slice(0, 4)}</publicationYear>
  <resourceType resourceTypeGeneral="Dataset">Dataset</resourceType>
</resource>
`;
}

function geoLocations({ places }: WorldWork): Json[] {
  return places.map(({ name, box }) => ({
    geoLocationPlace: name.en,
    geoLocationBox: {
      westBoundLongitude: box.west,
      eastBoundLongitude: box.east,
      southBoundLatitude: box.south,
      northBoundLatitude: box.north,
    },
  }));
}

function funding({ awards }: WorldWork): Json[] {
  return awards.map((key) => {
    const award = world.award(key);
    const funder = world.funder(award.funder);
    return {
      funderName: funder.name.en, funderIdentifier: funder.ror, funderIdentifierType: 'ROR', awardNumber: award.jgn ?? award.number, awardTitle: award.title.en,
    }; // prettier-ignore
  });
}

function attributes(entry: RegisteredDoi): Json {
  const { work, doi, prefix } = entry;
  const stamp = `${work.deposited}T00:00:00.000Z`;
  return {
    doi: doi.toLowerCase(), prefix, suffix: doi.toLowerCase().slice(prefix.length + 1), identifiers: [], alternateIdentifiers: [],
    creators: creatorsOf(work).map(creator), titles: titles(work), publisher: work.publisher.en ?? '', container: {}, publicationYear: Number(work.issued.slice(0, 4)),
    subjects: work.keywords.map(({ en }) => ({ subject: en })), contributors: [],
    dates: [{ date: work.issued, dateType: 'Issued' }, ...(work.period ? [{ date: `${work.period.from}/${work.period.until}`, dateType: 'Collected' }] : [])],
    language: work.language, types: { ris: 'DATA', bibtex: 'misc', citeproc: 'dataset', schemaOrg: 'Dataset', resourceTypeGeneral: 'Dataset' },
    relatedIdentifiers: [], sizes: [], formats: [], version: work.version,
    rightsList: work.licence ? [{ rights: work.licence.name, ...(work.licence.url === null ? {} : { rightsUri: work.licence.url }) }] : [],
    descriptions: work.abstract.en === null ? [] : [{ lang: 'en', description: work.abstract.en, descriptionType: 'Abstract' }],
    geoLocations: geoLocations(work), fundingReferences: funding(work), xml: Buffer.from(kernel(entry)).toString('base64'),
    url: `https://landing.example.org/${encodeURIComponent(work.key)}`, contentUrl: null, schemaVersion: 'http://datacite.org/schema/kernel-4', state: 'findable',
    created: stamp, registered: stamp, published: work.issued.slice(0, 4), updated: stamp,
  }; // prettier-ignore
}

function resource(entry: RegisteredDoi): { readonly id: string; readonly [name: string]: Json } {
  return { id: entry.doi.toLowerCase(), type: 'dois', attributes: attributes(entry), relationships: {} };
}

/** `/dois?query=&prefix=&page[size]=&page[number]=`: DOIs of other agencies are left out unless asked for. */
function list({ url }: SandboxRequest): SandboxResponse {
  const { searchParams } = url;
  const whole = (name: string, fallback: number): number => Math.max(1, Number.parseInt(searchParams.get(name) ?? String(fallback), 10) || fallback); // prettier-ignore
  const [size, page] = [Math.min(MAX_PAGE, whole('page[size]', 25)), whole('page[number]', 1)];
  const prefix = searchParams.get('prefix');
  const words = (searchParams.get('query') ?? '').toLowerCase().split(/\s+/).filter((word) => word !== ''); // prettier-ignore
  const others = searchParams.get('include_other_registration_agencies') === 'true';
  const found = registeredDois.filter(({ registration, ...entry }) => {
    const text = `${entry.doi} ${entry.work.title.en ?? ''} ${entry.work.title.ja ?? ''}`.toLowerCase();
    if (registration !== 'DataCite' && !(others && registration === 'JaLC')) return false;
    return (prefix === null || entry.prefix === prefix) && words.every((word) => text.includes(word));
  });
  const totalPages = Math.ceil(found.length / size);
  const next = new URL(url);
  next.searchParams.set('page[number]', String(page + 1));
  return json(200, {
    data: found.slice((page - 1) * size, page * size).map(resource),
    meta: { total: found.length, totalPages, page },
    links: { self: url.href, ...(page < totalPages ? { next: next.href } : {}) },
  });
}

/** Answers what stands after DataCite's address; `path` without a slash in front. */
export function answerDatacite(request: SandboxRequest, path: string): SandboxResponse {
  if (path === 'dois') return list(request);
  const entry = path.startsWith('dois/') ? findDoi(doiInPath(path.slice('dois/'.length)) ?? '') : undefined;
  return entry?.registration === 'DataCite' ? json(200, { data: resource(entry) }) : NOT_FOUND;
}
