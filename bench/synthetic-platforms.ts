/**
 * node dist/bench/synthetic-platforms.js WORKS: two fast servers in one process that speak the protocols of CiNii Research
 * (OpenSearch v1 and v2, JSON-LD of each record) and of the OpenAIRE Graph (cursors) over so many made-up works: three in ten at CiNii
 * Research, eight in ten at OpenAIRE, one in ten at both. Prints the settings that point at it.
 */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const WORKS = Number(process.argv[2] ?? '100000');
/** The first numbers are at CiNii Research, the last at OpenAIRE, those between at both. */
const AT_CINII = Math.floor(WORKS * 0.3);
const FROM_OPENAIRE = Math.floor(WORKS * 0.2);
/** CiNii Research shows no more of any search. */
const WINDOW = 10_000;

const PLACES = ['対馬', '相模湾', '沖縄', '瀬戸内海', '三陸', '富山湾'];
const yearOf = (work: number): number => 1990 + ((work * 7) % 36);
/** One in fifty is dated a year later at OpenAIRE: it stands in another part of a search that is divided. */
const openaireYearOf = (work: number): number => yearOf(work) + (work % 50 === 3 ? 1 : 0);
const titleOf = (work: number): string => `${PLACES[work % PLACES.length] ?? ''}における観測データ ${String(work)}`;
const doiOf = (work: number): string => `10.5072/synthetic.${String(work)}`;
const cridOf = (work: number): string => `1880${String(work).padStart(15, '0')}`;

/** The works of a platform in the order of its list, which is no other's. */
function listed(from: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => from + ((index * 7919) % count));
}
const CINII = listed(0, AT_CINII);
const OPENAIRE = listed(FROM_OPENAIRE, WORKS - FROM_OPENAIRE);

const lists = new Map<string, readonly number[]>();
/** The works of some years, worked out once. */
function between(name: string, all: readonly number[], year: (work: number) => number, from: number, until: number) {
  const key = `${name} ${String(from)} ${String(until)}`;
  const found = lists.get(key) ?? all.filter((work) => year(work) >= from && year(work) <= until);
  lists.set(key, found);
  return found;
}

const yearIn = (text: string | null, otherwise: number): number =>
  text === null ? otherwise : Number(text.slice(0, 4));

function ciniiItem(work: number): object {
  const id = `https://cir.nii.ac.jp/crid/${cridOf(work)}`;
  return {
    '@id': id,
    '@type': 'item',
    title: titleOf(work),
    'rdfs:seeAlso': { '@id': `${id}.json` },
    'dc:creator': ['見本 花子'],
    'dc:publisher': '架空大学',
    'dc:type': 'Dataset',
    'prism:publicationDate': String(yearOf(work)),
    'dc:identifier': [{ '@type': 'cir:DOI', '@value': doiOf(work) }],
  };
}

function ciniiSearch(parameters: URLSearchParams): object {
  const from = yearIn(parameters.get('productYearFrom') ?? parameters.get('from'), 0);
  const until = yearIn(parameters.get('productYearUntil') ?? parameters.get('until'), 9999);
  const works = between('cinii', CINII, yearOf, from, until);
  const start = Number(parameters.get('start') ?? '1') - 1;
  const page = works.slice(start, Math.min(start + Number(parameters.get('count') ?? '20'), WINDOW));
  return {
    '@context': { '@language': parameters.get('lang') ?? 'ja' },
    '@type': 'channel',
    'opensearch:totalResults': works.length,
    'opensearch:startIndex': start + 1,
    'opensearch:itemsPerPage': page.length,
    items: page.map(ciniiItem),
  };
}

function ciniiRecord(crid: string): object {
  const work = Number(crid.slice(4));
  return {
    '@id': `https://cir.nii.ac.jp/crid/${crid}.json`,
    '@type': 'Dataset',
    productIdentifier: [{ identifier: { '@type': 'DOI', '@value': doiOf(work) } }],
    resourceType: 'データセット(dataset)',
    'dc:title': [
      { '@language': 'ja', '@value': titleOf(work) },
      { '@language': 'en', '@value': `Observations ${String(work)}` },
    ],
    'dc:language': 'ja',
    description: [
      { type: 'abstract', notation: [{ '@language': 'ja', '@value': `${titleOf(work)}を一時間ごとに収めた。` }] },
    ],
    creator: [
      {
        '@type': 'Researcher',
        'foaf:name': [{ '@language': 'ja', '@value': '見本 花子' }],
        'jpcoar:affiliationName': [{ '@language': 'ja', '@value': '架空大学' }],
      },
    ],
    publication: { 'dc:publisher': [{ '@language': 'ja', '@value': '架空大学' }], 'prism:publicationDate': String(yearOf(work)) }, // prettier-ignore
  };
}

function openaireProduct(work: number): object {
  return {
    id: `doi_dedup___::${String(work).padStart(32, '0')}`,
    originalIds: [doiOf(work)],
    pids: [{ scheme: 'doi', value: doiOf(work) }],
    type: 'dataset',
    mainTitle: titleOf(work),
    descriptions: [`Hourly observations, number ${String(work)}, with instruments, places and times of each.`],
    authors: [{ id: null, fullName: 'Mihon, Hanako', name: 'Hanako', surname: 'Mihon', rank: 1, pid: null }],
    language: { code: 'jpn', label: 'Japanese' },
    subjects: [{ subject: { scheme: 'keyword', value: 'sea' }, provenance: null }],
    publicationDate: `${String(openaireYearOf(work))}-05-01`,
    publisher: 'Fictional University',
    bestAccessRight: { code: 'c_abf2', label: 'OPEN', scheme: 'http://vocabularies.coar-repositories.org/documentation/access_rights/' }, // prettier-ignore
    projects: [],
    instances: [{ pids: [{ scheme: 'doi', value: doiOf(work) }], type: 'Dataset', urls: [`https://doi.org/${doiOf(work)}`] }], // prettier-ignore
  };
}

function openaireSearch(parameters: URLSearchParams): object {
  const from = yearIn(parameters.get('fromPublicationDate'), 0);
  const until = yearIn(parameters.get('toPublicationDate'), 9999);
  const works = between('openaire', OPENAIRE, openaireYearOf, from, until);
  const cursor = parameters.get('cursor') ?? '*';
  const start = cursor === '*' ? 0 : Number(Buffer.from(cursor, 'base64url').toString('utf8'));
  const size = Number(parameters.get('pageSize') ?? '10');
  const end = Math.min(start + size, works.length);
  return {
    header: {
      numFound: works.length,
      maxScore: 1,
      queryTime: 1,
      pageSize: size,
      nextCursor: end < works.length ? Buffer.from(String(end)).toString('base64url') : null,
    },
    results: works.slice(start, end).map(openaireProduct),
  };
}

function send(response: ServerResponse, body: object | null): void {
  const text = JSON.stringify(body ?? { message: 'not found' });
  response.writeHead(body === null ? 404 : 200, {
    'content-type': 'application/json;charset=UTF-8',
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
}

const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  const crid = /^\/crid\/(\d{19})\.json$/.exec(pathname)?.[1];
  if (crid !== undefined) send(response, ciniiRecord(crid));
  else if (pathname.startsWith('/opensearch/')) send(response, ciniiSearch(searchParams));
  else if (pathname.endsWith('/research-products') || pathname.endsWith('/researchProducts'))
    send(response, openaireSearch(searchParams));
  else send(response, null);
});
server.listen(0, '127.0.0.1', () => {
  const address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  process.stdout.write(`CINII_URL=${address}\nOPENAIRE_URL=${address}/graph\nKAKEHASHI_PLATFORMS=cinii,eosc\n`);
});
