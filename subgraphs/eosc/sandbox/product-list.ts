/** The list of products: what each can be found by, in each version (fact sheet 2.3). */
import { only, parameters, type Entity, type Parameter, type Resource, type Version } from './entity.js';
import { indexed } from './expression.js';
import {
  authorsOf, citationClass, collectedFrom, communitiesOf, descriptionsOf, guidelinesOf, hostsOf, isGreen, licenceOf, originalIdsOf, pidsOf, refereed, showProduct,
} from './product-json.js'; // prettier-ignore
import {
  accessRight, instanceType, language, mainTitle, openAccessColor, products, publicationDate, subjects, type SandboxProduct,
} from './products.js'; // prettier-ignore

/** The labels by which version 3 asks for access. */
const ACCESS_V3: Readonly<Record<string, string>> = { OPEN: 'Open Access', 'OPEN SOURCE': 'Open Source', EMBARGO: 'Embargo', RESTRICTED: 'Restricted', CLOSED: 'Closed Access' }; // prettier-ignore

type Values = Readonly<Record<string, readonly string[]>>;

/** Filters that only publications have. */
function publicationValues(product: SandboxProduct): Values {
  if (product.type !== 'publication') return {};
  const stated = subjects(product);
  const labels = stated.flatMap(({ scheme, value }) => (scheme === 'SDG' ? [value] : []));
  const color = openAccessColor(product);
  return {
    instanceType: [instanceType(product)], sdg: labels.map((label) => label.split('.')[0] ?? ''), sdgLabel: labels,
    fos: stated.flatMap(({ scheme, value }) => (scheme === 'FOS' ? [indexed(value)] : [])),
    isPeerReviewed: [String(refereed(product) === 'peerReviewed')], isInDiamondJournal: ['false'], isPubliclyFunded: [String(product.projects.length > 0)],
    isGreen: [String(isGreen(product))], openAccessColor: color === null ? [] : [color],
  }; // prettier-ignore
}

function relationValues(product: SandboxProduct): Values {
  const { organizations, projects } = product;
  const rors = organizations.flatMap(({ ror }) => ror ?? []);
  const level = (index: number): string[] =>
    projects.flatMap(({ levels }) => levels.slice(index, index + 1).map(({ id }) => id));
  return {
    relOrganizationId: organizations.map(({ id }) => id), relOrganization: organizations.map(({ name }) => indexed(name)),
    rorId: [...rors, ...rors.map((ror) => ror.slice('https://ror.org/'.length))],
    relProjectId: projects.map(({ id }) => id), relProjectCode: projects.map(({ award }) => award.number), hasProjectRel: [String(projects.length > 0)],
    relProject: projects.map(({ award, acronym }) => indexed(`${acronym ?? ''} ${award.title.en}`)),
    relProjectFundingShortName: projects.map(({ funder }) => funder.shortName), relFunder: projects.flatMap(({ funder }) => [funder.shortName, funder.name]),
    relProjectFundingStreamId: projects.flatMap(({ levels }) => levels.map(({ id }) => id)),
    relFundingLevel0Id: level(0), relFundingLevel1Id: level(1), relFundingLevel2Id: level(2),
    relCommunityId: communitiesOf(product).map(({ code }) => code), relCommunityName: communitiesOf(product).map(({ label }) => label),
    relHostingDataSourceId: hostsOf(product).map(({ key }) => key), relHostingDataSource: hostsOf(product).map(({ value }) => indexed(value)),
    relCollectedFromDatasourceId: collectedFrom(product).map(({ key }) => key), source: collectedFrom(product).map(({ value }) => value),
  }; // prettier-ignore
}

function valuesOf(product: SandboxProduct): Values {
  const { work, citations, cris } = product;
  const authors = authorsOf(product);
  const publisher = work.publisher.en ?? work.publisher.ja;
  const date = publicationDate(product);
  const right = cris ? 'UNKNOWN' : (accessRight(product)?.label ?? 'UNKNOWN');
  const orcids = authors.flatMap(({ orcid }) => orcid ?? []);
  const title = mainTitle(product);
  const texts = [
    title,
    ...descriptionsOf(product).map((text) => text.replace(/<[^>]*>/g, ' ')),
    ...subjects(product).map(({ value }) => value),
  ];
  return {
    search: [indexed([...texts, ...authors.map(({ fullName }) => fullName)].join(' '))], mainTitle: [indexed(title)], description: descriptionsOf(product).map(indexed),
    // The index holds pids in small letters, and nothing but the bare identifier (fact sheet 2.10 trap 4).
    id: [product.id], pid: pidsOf(product).map(({ value }) => value.toLowerCase()), originalId: originalIdsOf(product), type: [product.type],
    date: [date], publicationYear: [date.slice(0, 4)], subjects: subjects(product).map(({ value }) => indexed(value)),
    countryCode: product.country === null ? [] : [product.country], authorFullName: authors.map(({ fullName }) => indexed(fullName)), authorOrcid: orcids, authorId: orcids,
    publisher: publisher === null || cris ? [] : [indexed(publisher)], bestOpenAccessRightLabel: [right], accessRightLabel: [ACCESS_V3[right] ?? 'Unknown'],
    influenceClass: [citationClass(citations)], impulseClass: [citationClass(citations)], popularityClass: [citationClass(citations)],
    citationCountClass: [citationClass(citations)], language: [language(product).code, language(product).label], hasLicense: [String(licenceOf(product) !== null)],
    eoscIfGuidelines: guidelinesOf(product).map(({ code }) => code), ...publicationValues(product), ...relationValues(product),
  }; // prettier-ignore
}

function entity(product: SandboxProduct): Entity {
  const { citations } = product;
  return {
    id: product.id,
    values: valuesOf(product),
    sort: {
      publicationDate: publicationDate(product), dateOfCollection: product.work.deposited, citationCount: citations, influence: citations, popularity: citations,
      impulse: Math.min(citations, 5),
    },
    show: (version) => showProduct(product, version),
  }; // prettier-ignore
}

const OLD: readonly Version[] = ['v1', 'v2'];

const PARAMETERS: readonly Parameter[] = [
  ...parameters('words', 'search', 'mainTitle', 'description'),
  ...parameters('exact', 'id', 'pid', 'originalId'),
  ...parameters('label', 'type'),
  { name: 'fromPublicationDate', kind: 'from', field: 'date' }, { name: 'toPublicationDate', kind: 'to', field: 'date' },
  ...parameters('words', 'subjects', 'authorFullName', 'publisher', 'fos'),
  ...parameters('label', 'countryCode', 'influenceClass', 'impulseClass', 'popularityClass', 'citationCountClass', 'instanceType', 'isPeerReviewed', 'isInDiamondJournal', 'isPubliclyFunded', 'isGreen', 'openAccessColor'),
  ...only(OLD, [...parameters('exact', 'authorOrcid'), ...parameters('label', 'bestOpenAccessRightLabel', 'sdg')]),
  ...parameters('exact', 'relOrganizationId', 'relProjectId', 'relProjectCode', 'relProjectFundingStreamId', 'relHostingDataSourceId', 'relCollectedFromDatasourceId', 'rorId'),
  ...parameters('label', 'relCommunityId', 'hasProjectRel', 'relProjectFundingShortName'),
  ...only(['v3'], [
    ...parameters('exact', 'authorId', 'relFundingLevel0Id', 'relFundingLevel1Id', 'relFundingLevel2Id'),
    ...parameters('label', 'accessRightLabel', 'sdgLabel', 'language', 'publicationYear', 'hasLicense', 'relFunder', 'relCommunityName', 'source', 'subCommunity', 'eoscIfGuidelines'),
    ...parameters('words', 'relOrganization', 'relProject', 'relHostingDataSource'),
    { name: 'fromPublicationYear', kind: 'from', field: 'publicationYear' }, { name: 'toPublicationYear', kind: 'to', field: 'publicationYear' },
  ]),
]; // prettier-ignore

export const productResource: Resource = {
  paths: { v1: 'researchProducts', v2: 'researchProducts', v3: 'research-products' },
  parameters: PARAMETERS,
  sorts: ['relevance', 'publicationDate', 'dateOfCollection', 'influence', 'popularity', 'citationCount', 'impulse'],
  // The text omits popularity, which works (fact sheet 2.7).
  sortHint:
    "products can be only sorted by the 'relevance', 'publicationDate', 'dateOfCollection', 'influence', 'citationCount', 'impulse'.",
  notWorks: false,
  stats: true,
  entities: products.map(entity),
};
