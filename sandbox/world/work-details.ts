import { hash, isbn } from './ids.js';
import { journals } from './journals.js';
import { organizations } from './organizations.js';
import { people } from './people.js';
import { repositories } from './repositories.js';
import { homeOf, type Draft } from './works-from-topics.js';
import type { Access, Bilingual, WorldFile, WorldLicence, WorldWork } from './types.js';

/** A work but for the platforms that hold it. */
export type WorkDetails = Omit<WorldWork, 'holdings'>;

/** Nothing is dated after it. */
const TODAY = '2026-11-24';

function two(number: number): string {
  return String(number).padStart(2, '0');
}

/** Mostly a day, sometimes a month, sometimes a year: as publishers print it. */
function issuedOf(draft: Draft): string {
  const turn = hash(`${draft.key}/issued`);
  const month = 1 + (turn % (draft.year === 2026 ? 10 : 12));
  const day = `${String(draft.year)}-${two(month)}-${two(1 + ((turn >>> 5) % 28))}`;
  if (turn % 9 === 4 || (draft.kind === 'book' && turn % 2 === 0)) return String(draft.year);
  return turn % 9 === 5 || draft.kind === 'bulletin' || draft.kind === 'book' ? day.slice(0, 7) : day;
}

/** Deposited some weeks after it appeared, but not after today. */
function depositedOf(draft: Draft, issued: string): string {
  const from = Date.parse(
    `${issued.length === 4 ? `${issued}-06-01` : issued.length === 7 ? `${issued}-01` : issued}T00:00:00Z`,
  );
  const day = new Date(from + (10 + (hash(`${draft.key}/deposit`) % 90)) * 86_400_000).toISOString().slice(0, 10);
  return day < TODAY ? day : '2026-11-20';
}

const DATA_ACCESS: readonly Access[] = [
  'open',
  'open',
  'embargoed',
  'restricted',
  'open',
  'metadata-only',
  'open',
  'embargoed',
  'restricted',
  'open',
];
const TEXT_ACCESS: readonly Access[] = [
  'open',
  'open',
  'open',
  'embargoed',
  'open',
  'open',
  'restricted',
  'open',
  'metadata-only',
  'open',
];
/** Two of them end within the fiscal year that runs to 31 March 2027, two have run out. */
const EMBARGOES = ['2026-12-31', '2027-03-31', '2027-09-30', '2028-04-01', '2025-03-31', '2026-03-31'] as const;

const LICENCES: readonly (WorldLicence | null)[] = [
  { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/deed.ja' },
  { name: 'CC BY-NC-ND 4.0', url: 'https://creativecommons.org/licenses/by-nc-nd/4.0/' },
  { name: 'CC0 1.0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
  { name: '利用にあたっては事前に提供者へ連絡すること', url: null },
  null,
];

const DATA_FORMATS = [
  { extension: 'csv', mediaType: 'text/csv' },
  { extension: 'nc', mediaType: 'application/x-netcdf' },
  { extension: 'zip', mediaType: 'application/zip' },
] as const;

function filesOf(draft: Draft, access: Access, embargoUntil: string | null, issued: string): WorldFile[] {
  const turn = hash(`${draft.key}/files`);
  if (access === 'metadata-only' || draft.kind === 'book') return [];
  const availableFrom = access === 'embargoed' ? embargoUntil : issued.length === 10 ? issued : null;
  const bytes = 120_000 + (turn % 9_000_000);
  if (draft.kind !== 'dataset') {
    return [
      { name: `${draft.key}.pdf`, mediaType: 'application/pdf', bytes, kind: 'fulltext', access, availableFrom },
      ...(draft.kind === 'thesis'
        ? [
            {
              name: `${draft.key}_要旨.pdf`,
              mediaType: 'application/pdf',
              bytes: 84_211,
              kind: 'summary' as const,
              access: 'open' as const,
              availableFrom: null,
            },
          ]
        : []),
    ];
  }
  const format = DATA_FORMATS[turn % 3] ?? DATA_FORMATS[0];
  return [
    {
      name: `${draft.key}.${format.extension}`,
      mediaType: format.mediaType,
      bytes: bytes * 7,
      kind: 'dataset',
      access,
      availableFrom,
    },
    {
      name: 'README_はじめにお読みください.txt',
      mediaType: 'text/plain',
      bytes: 2_048 + (turn % 500),
      kind: 'dataset',
      access: 'open',
      availableFrom: null,
    },
  ];
}

function publisherOf(draft: Draft, journal: string | null, repository: string | null): Bilingual {
  const periodical = journals.find(({ key }) => key === journal);
  if (periodical) return periodical.publisher;
  const host = repositories.find(({ key }) => key === repository)?.organization;
  const author = people.find(({ key }) => key === draft.creators[0])?.organization;
  const organization = organizations.find(({ key }) => key === (host ?? author));
  return organization ? organization.name : { ja: '架空書房', en: 'Kaku Shobo' };
}

function eventOf(draft: Draft, issued: string): WorkDetails['event'] {
  if (draft.kind !== 'conference') return null;
  const year = issued.slice(0, 4);
  const place = draft.places[0]?.name ?? { ja: '東京', en: 'Tokyo' };
  const society = journals.find(({ key }) => key === homeOf(draft.topic).journal)?.publisher;
  return {
    name: { ja: `${society?.ja ?? ''}${year}年度大会`, en: `${year} Annual Meeting of the ${society?.en ?? ''}` },
    place: { ja: `${place.ja}市民会館`, en: `Civic Hall, ${place.en}` },
    from: `${year}-05-21`,
    until: `${year}-05-24`,
  };
}

function degreeOf(draft: Draft, issued: string): WorkDetails['degree'] {
  if (draft.kind !== 'thesis') return null;
  const organization = people.find(({ key }) => key === draft.creators[0])?.organization ?? 'hokuto';
  const university = organizations.find(({ key }) => key === organization)?.name.en.includes('Universit')
    ? organization
    : 'hokuto';
  const humanities = draft.topic.field === 'humanities';
  return {
    name: humanities ? { ja: '博士(文学)', en: 'Doctor of Literature' } : { ja: '博士(理学)', en: 'Doctor of Science' },
    organization: university,
    granted: issued.length === 10 ? issued : `${issued.slice(0, 4)}-03-25`,
    number: `甲第${String(100 + (hash(draft.key) % 900))}号`,
  };
}

interface Placed {
  readonly journal: string | null;
  readonly volume: string | null;
  readonly issue: string | null;
  readonly firstPage: string | null;
  readonly lastPage: string | null;
}

function placedIn(draft: Draft): Placed {
  const home = homeOf(draft.topic);
  const journal = draft.kind === 'article' ? home.journal : draft.kind === 'bulletin' ? home.bulletin : null;
  if (journal === null) return { journal, volume: null, issue: null, firstPage: null, lastPage: null };
  const turn = hash(`${draft.key}/pages`);
  const first = 1 + (turn % 240);
  return {
    journal,
    volume: String(draft.year - 1990),
    issue: draft.kind === 'bulletin' ? null : String(1 + (turn % 4)),
    firstPage: draft.kind === 'article' && turn % 7 === 3 ? `S${String(first)}` : String(first),
    lastPage: String(first + 6 + (turn % 15)),
  };
}

/** A DOI for most: under the repository's prefix where it registers its own, otherwise the publisher's; bulletins and theses often have none. */
function doiOf(draft: Draft, repository: string | null, recid: number): string | null {
  const turn = hash(`${draft.key}/doi`);
  if (draft.kind === 'book' || (draft.kind !== 'article' && draft.kind !== 'dataset' && turn % 3 === 0)) return null;
  const host = repositories.find(({ key }) => key === repository);
  const selfPublished = draft.kind !== 'article' && draft.kind !== 'conference';
  if (host && selfPublished) return `${host.doiPrefix}/${host.key}.${String(recid).padStart(8, '0')}`;
  return draft.kind === 'dataset'
    ? `10.5072/data.${draft.key}`
    : `10.5072/${homeOf(draft.topic).journal}.${String(draft.year)}.${String(turn % 90000)}`;
}

/** Everything about a draft but its holdings. `recid` is its number in the repository, where it has one. */
export function details(draft: Draft, repository: string | null, recid: number): WorkDetails {
  const { key, topic, kind, title, creators, keywords, places, version, relations } = draft;
  const issued = issuedOf(draft);
  const turn = hash(key);
  const access = (kind === 'dataset' ? DATA_ACCESS : TEXT_ACCESS)[turn % 10] ?? 'open';
  const embargoUntil =
    access === 'embargoed' ? (EMBARGOES.slice(turn % 6).find((day) => day > issued) ?? '2028-04-01') : null;
  const host = repositories.find((candidate) => candidate.key === repository);
  const printed = kind === 'article' || kind === 'bulletin';
  const placed = placedIn(draft);
  return {
    key, field: topic.field, topic: topic.key, kind, title, abstract: draft.abstract, keywords, creators, places, version, relations, issued, access, embargoUntil,
    ...placed,
    titleKana: null,
    alternativeTitle: kind === 'book' ? (title.en ?? null) : null,
    language: kind === 'article' && turn % 3 === 1 ? 'en' : 'ja',
    otherCreators: turn % 11 === 3 ? ['Smith, J. A.', '山田太郎'] : [],
    publisher: publisherOf(draft, placed.journal, repository),
    event: eventOf(draft, issued),
    degree: degreeOf(draft, issued),
    deposited: depositedOf(draft, issued),
    doi: doiOf(draft, repository, recid),
    handle: host && kind !== 'dataset' ? `${host.handlePrefix}/${String(recid).padStart(8, '0')}` : null,
    naid: printed && turn % 2 === 0 ? `11099${String(turn % 10_000_000).padStart(7, '0')}` : null,
    ncid: kind === 'book' ? `BC99${String(turn % 1_000_000).padStart(6, '0')}` : null,
    isbn: kind === 'book' ? isbn(`97849990${String(turn % 10_000).padStart(4, '0')}`) : null,
    licence: access === 'open' || access === 'embargoed' ? (LICENCES[(turn >>> 3) % LICENCES.length] ?? null) : null,
    files: filesOf(draft, access, embargoUntil, issued),
    awards: topic.awards.filter((_, index) => (turn >>> (index + 2)) % 3 !== 0),
    period: kind === 'dataset' ? { from: `${String(draft.year - 2 - (turn % 6))}-04-01`, until: `${String(draft.year - 1)}-12-31` } : null,
  }; // prettier-ignore
}
