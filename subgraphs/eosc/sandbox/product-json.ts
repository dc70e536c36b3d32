/** Products as the three versions of the Graph send them (fact sheet 2.5): null at the top, absent keys within instances. */
import { world } from '../../../sandbox/world/index.js';
import type { Json, JsonObject, Version } from './entity.js';
import { personIdOf } from './ids.js';
import { country, embeddedOrganization } from './organizations.js';
import {
  accessRight, instanceType, isFromCrossref, language, mainTitle, openAccessColor, publicationDate, subjects, type SandboxProduct,
} from './products.js'; // prettier-ignore
import { embeddedProject } from './projects.js';
import { CRIS, CROSSREF, DATACITE, journalSource, repositorySource, UNKNOWN_SOURCE, type SourceReference } from './sources.js'; // prettier-ignore

const COAR = 'http://vocabularies.coar-repositories.org/documentation/access_rights/';

/** A list, or the null that stands for an empty one. */
function orNull<Item extends Json>(items: readonly Item[]): readonly Item[] | null {
  return items.length === 0 ? null : items;
}

export interface ProductAuthor {
  readonly fullName: string;
  readonly name: string | null;
  readonly surname: string | null;
  readonly orcid: string | null;
}

/** Authors in order; the last ones are nothing but names. */
export function authorsOf({ work, shown, cris }: SandboxProduct): ProductAuthor[] {
  const known = work.creators.map((key, index): ProductAuthor => {
    const { family, given, orcid } = world.person(key);
    const inverted = cris || shown.titles === 'ja';
    return {
      fullName: inverted ? `${family.en}, ${given.en}` : `${given.en} ${family.en}`,
      name: cris ? null : given.en,
      surname: cris ? null : family.en,
      orcid: cris || shown.withoutOrcid.includes(index) ? null : orcid,
    };
  });
  return [...known, ...work.otherCreators.map((fullName) => ({ fullName, name: null, surname: null, orcid: null }))];
}

function author(item: ProductAuthor, index: number, version: Version): JsonObject {
  const { fullName, name, surname, orcid } = item;
  const scheme = index % 3 === 2 ? 'orcid_pending' : 'orcid';
  return {
    ...(version === 'v3' ? { id: orcid === null ? null : personIdOf(orcid) } : {}),
    fullName, name, surname, rank: index + 1,
    pid: orcid === null ? null : { id: { scheme, value: orcid }, provenance: null },
  }; // prettier-ignore
}

/** Marked up as its source did it: JATS from Crossref, HTML and entities from repositories. */
export function descriptionsOf(product: SandboxProduct): string[] {
  const { work, shown, cris, turn } = product;
  const texts = [
    ...(shown.abstracts === 'ja' ? [] : [work.abstract.en]),
    ...(shown.abstracts === 'en' ? [] : [work.abstract.ja]),
  ].filter((text) => text !== null);
  if (cris || shown.abstracts === 'none') return [];
  if (isFromCrossref(product)) return texts.map((text) => `<jats:title>Abstract</jats:title><jats:p>${text}</jats:p>`);
  return turn % 2 === 0 ? texts.map((text) => `<p>${text}<br/>See also &lt;notes&gt; &amp; figures.</p>`) : texts;
}

type Pid = { readonly scheme: string; readonly value: string };

export function pidsOf({ work, pidsHidden, mixedCase }: SandboxProduct): Pid[] {
  if (work.doi === null || pidsHidden) return [];
  const own = { scheme: 'doi', value: work.doi };
  return mixedCase ? [{ scheme: 'doi', value: work.doi.toUpperCase() }, own] : [own];
}

function containerOf({ work, cris }: SandboxProduct): JsonObject | null {
  if (work.journal === null || cris) return null;
  const { title, issn, eissn } = world.journal(work.journal);
  return {
    name: title.en, issnPrinted: issn, issnOnline: eissn, issnLinking: null, ep: work.lastPage, iss: work.issue, sp: work.firstPage, vol: work.volume, edition: null,
    conferencePlace: work.event?.place.en ?? null, conferenceDate: work.event?.from ?? null,
  }; // prettier-ignore
}

function indicatorsOf({ citations, cris, turn }: SandboxProduct): JsonObject | null {
  if (cris) return null;
  const level = citationClass(citations);
  return {
    citationImpact: {
      citationCount: citations, influence: 2.3811355e-9 + citations * 1e-10, popularity: 2.5970819e-9 + citations * 2e-10, impulse: Math.min(citations, 5),
      citationClass: level, influenceClass: level, impulseClass: level, popularityClass: level,
    },
    // Counts of use are texts (fact sheet 2.5).
    ...(turn % 4 === 1 ? { usageCounts: { downloads: String(turn % 900), views: String(turn % 4000) } } : {}),
  }; // prettier-ignore
}

export function citationClass(citations: number): string {
  return citations >= 30 ? 'C2' : citations >= 10 ? 'C3' : citations >= 4 ? 'C4' : 'C5';
}

/** Whom it was collected from; more than one where a repository holds a copy. */
export function collectedFrom(product: SandboxProduct): SourceReference[] {
  if (product.cris) return [CRIS];
  const { jairo } = product.work.holdings;
  return [isFromCrossref(product) ? CROSSREF : DATACITE, ...(jairo ? [repositorySource(jairo.repository)] : [])];
}

export function hostsOf(product: SandboxProduct): SourceReference[] {
  const { work, cris } = product;
  const { jairo } = work.holdings;
  const first = cris || work.journal === null ? UNKNOWN_SOURCE : journalSource(work.journal);
  return [first, ...(jairo && !cris ? [repositorySource(jairo.repository)] : [])];
}

function accessOf(product: SandboxProduct, route: string | null): JsonObject {
  const right = accessRight(product);
  return right === null ? {} : { accessRight: { ...right, scheme: COAR, openAccessRoute: route } };
}

export function refereed({ work, cris }: SandboxProduct): string {
  if (cris || work.kind !== 'article') return work.kind === 'article' ? 'UNKNOWN' : 'nonPeerReviewed';
  return work.journal === null || world.journal(work.journal).refereed ? 'peerReviewed' : 'nonPeerReviewed';
}

/** Names of licences as sources print them: free text or an address, no SPDX (fact sheet 2.5). */
export function licenceOf({ work, cris, turn }: SandboxProduct): string | null {
  if (cris || work.licence === null) return null;
  return turn % 2 === 0 ? (work.licence.url ?? work.licence.name) : work.licence.name;
}

function instancesOf(product: SandboxProduct): JsonObject[] {
  const { work, pidsHidden, cris } = product;
  const [host = UNKNOWN_SOURCE, repository] = hostsOf(product);
  const [source = DATACITE] = collectedFrom(product);
  const doi = work.doi === null ? [] : [{ scheme: 'doi', value: work.doi }];
  const license = licenceOf(product);
  const shared = {
    ...(license === null ? {} : { license }), type: instanceType(product), publicationDate: publicationDate(product),
  }; // prettier-ignore
  const main: JsonObject = {
    ...(doi.length === 0 ? {} : pidsHidden ? { alternateIdentifiers: doi } : cris ? {} : { pids: doi }),
    ...shared, ...accessOf(product, openAccessColor(product)),
    urls: cris ? ['https://cris.fjord.example.org/'] : [`https://doi.org/${work.doi ?? ''}`], refereed: refereed(product), hostedBy: host, collectedFrom: source,
    ...(openAccessColor(product) === 'gold' ? { articleProcessingCharge: { amount: '1200', currency: 'EUR' } } : {}),
  }; // prettier-ignore
  const { jairo } = work.holdings;
  if (!jairo || !repository) return [main];
  const handle = work.handle === null ? [] : [{ scheme: 'handle', value: work.handle }];
  return [
    main,
    {
      ...(handle.length === 0 ? {} : { pids: handle }), ...(doi.length === 0 ? {} : { alternateIdentifiers: doi }),
      ...shared, ...accessOf(product, work.access === 'open' ? 'green' : null),
      urls: [`https://${world.repository(jairo.repository).host}/records/${jairo.recid}`], refereed: 'UNKNOWN', hostedBy: repository, collectedFrom: repository,
    },
  ]; // prettier-ignore
}

/** The communities of OpenAIRE that took it up. */
export function communitiesOf({ work, turn }: SandboxProduct): { readonly code: string; readonly label: string }[] {
  if (turn % 4 !== 0) return [];
  const marine = work.field === 'ocean' || work.field === 'climate';
  return [marine ? { code: 'mes', label: 'European Marine Science' } : { code: 'eosc', label: 'EOSC' }];
}

/** EOSC guidelines that it is said to follow; few are. */
export function guidelinesOf({ type, turn }: SandboxProduct): { readonly code: string; readonly label: string }[] {
  return type === 'dataset' && turn % 6 === 1 ? [{ code: 'EOSC::Jupyter Notebook', label: 'EOSC::Jupyter Notebook' }] : [];
} // prettier-ignore

function kindFields({ work, type }: SandboxProduct): JsonObject {
  const isData = type === 'dataset';
  const bytes = work.files.reduce((sum, file) => sum + file.bytes, 0);
  return {
    documentationUrls: null, codeRepositoryUrl: type === 'software' ? `https://git.example.org/${work.key}` : null,
    programmingLanguage: type === 'software' ? 'Python' : null, contactPeople: null, contactGroups: null, tools: null,
    size: isData && bytes > 0 ? `${String(bytes)} bytes` : null, version: work.version,
    geoLocations: orNull(isData ? work.places.map(({ name, box }) => ({ box: `${String(box.west)} ${String(box.south)} ${String(box.east)} ${String(box.north)}`, place: name.en, point: null })) : []),
  }; // prettier-ignore
}

/** What version 1 lacks (fact sheet 2.1). */
function since2(product: SandboxProduct, version: Version): JsonObject {
  return {
    projects: orNull(product.projects.map((project) => embeddedProject(project, version))),
    organizations: orNull(product.organizations.map(embeddedOrganization)),
    communities: orNull(communitiesOf(product).map((community) => ({ ...community, provenance: null }))),
    collectedFrom: collectedFrom(product),
  };
}

function since3(product: SandboxProduct): JsonObject {
  const guidelines = guidelinesOf(product).map((guideline) => ({ ...guideline, url: null, semanticRelation: 'compliesWith' })); // prettier-ignore
  return { green: isGreen(product), inDiamondJournal: false, eoscIfGuidelines: orNull(guidelines), links: null };
}

export function isGreen({ work, cris }: SandboxProduct): boolean {
  return !cris && work.holdings.jairo !== undefined && work.access === 'open';
}

/** One product, keys in the order in which the platform sends them. */
export function showProduct(product: SandboxProduct, version: Version): JsonObject {
  const { work, type, cris } = product;
  const right = accessRight(product);
  const publisher = work.publisher.en ?? work.publisher.ja;
  return {
    authors: orNull(authorsOf(product).map((item, index) => author(item, index, version))),
    openAccessColor: openAccessColor(product), publiclyFunded: product.projects.length > 0, type, language: language(product),
    countries: product.country === null ? null : [{ ...country(product.country), provenance: null }],
    subjects: orNull(subjects(product).map(({ scheme, value }) => ({ subject: { scheme, value }, provenance: null }))),
    mainTitle: mainTitle(product), subTitle: null, descriptions: orNull(descriptionsOf(product)), publicationDate: publicationDate(product),
    publisher: cris ? null : publisher, embargoEndDate: work.embargoUntil, sources: isFromCrossref(product) && !cris ? ['Crossref'] : null,
    formats: orNull(cris ? [] : [...new Set(work.files.map(({ mediaType }) => mediaType))]), contributors: null, coverages: null,
    bestAccessRight: right === null ? null : { ...right, scheme: COAR }, container: containerOf(product), ...kindFields(product), id: product.id,
    originalIds: originalIdsOf(product), pids: orNull(pidsOf(product)), dateOfCollection: null, lastUpdateTimeStamp: null, indicators: indicatorsOf(product),
    ...(version === 'v1' ? {} : since2(product, version)),
    instances: instancesOf(product), isGreen: isGreen(product), isInDiamondJournal: false, ...(version === 'v3' ? since3(product) : {}),
  }; // prettier-ignore
}

export function originalIdsOf({ id, work }: SandboxProduct): string[] {
  return [...(work.doi === null ? [] : [work.doi]), `50|${id}`];
}
