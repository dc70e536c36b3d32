/** Links between products: another envelope, pages from nought, and a page size that falls back (fact sheet 2.4). */
import { products, mainTitle, publicationDate, instanceType, type SandboxProduct } from './products.js';
import { authorsOf, collectedFrom } from './product-json.js';
import type { JsonObject } from './entity.js';

/** Name, inverse. Nineteen entries under every version. */
const RELATIONS: readonly (readonly [string, string])[] = [
  ['Cites', 'IsCitedBy'], ['IsCitedBy', 'Cites'], ['References', 'IsReferencedBy'], ['IsReferencedBy', 'References'], ['IsSupplementTo', 'IsSupplementedBy'],
  ['IsSupplementedBy', 'IsSupplementTo'], ['IsPartOf', 'HasPart'], ['HasPart', 'IsPartOf'], ['IsVersionOf', 'HasVersion'], ['HasVersion', 'IsVersionOf'],
  ['IsNewVersionOf', 'IsPreviousVersionOf'], ['IsPreviousVersionOf', 'IsNewVersionOf'], ['IsDocumentedBy', 'Documents'], ['Documents', 'IsDocumentedBy'],
  ['IsDerivedFrom', 'IsSourceOf'], ['IsSourceOf', 'IsDerivedFrom'], ['IsIdenticalTo', 'IsIdenticalTo'], ['IsRelatedTo', 'IsRelatedTo'], ['Reviews', 'IsReviewedBy'],
]; // prettier-ignore

/** `relations-info`: a bare array. */
export const relationsInfo: readonly JsonObject[] = RELATIONS.map(([relation, inverse]) => ({
  relation, inverse, description: `The source ${relation} the target.`, descriptionInverse: `The target ${inverse} the source.`,
})); // prettier-ignore

interface Link {
  readonly source: SandboxProduct;
  readonly target: SandboxProduct;
  readonly name: string;
}

const originals = products.filter(({ cris }) => !cris);
const byWork = new Map(originals.map((product) => [product.work.key, product]));
const links: readonly Link[] = originals.flatMap((source) =>
  source.work.relations.flatMap(({ relation, work }): Link[] => {
    const target = byWork.get(work);
    return target ? [{ source, target, name: `${relation.slice(0, 1).toUpperCase()}${relation.slice(1)}` }] : [];
  }),
);

const PARAMETERS = ['sourcePid', 'targetPid', 'sourcePublisher', 'targetPublisher', 'sourceType', 'targetType', 'relation', 'fromDate', 'toDate', 'page', 'pageSize'] as const; // prettier-ignore
type Name = (typeof PARAMETERS)[number];

const TESTS: Readonly<Record<Exclude<Name, 'page' | 'pageSize'>, (link: Link, value: string) => boolean>> = {
  sourcePid: ({ source }, value) => source.work.doi === value,
  targetPid: ({ target }, value) => target.work.doi === value,
  sourcePublisher: ({ source }, value) => source.work.publisher.en === value,
  targetPublisher: ({ target }, value) => target.work.publisher.en === value,
  sourceType: ({ source }, value) => source.type === value.toLowerCase(),
  targetType: ({ target }, value) => target.type === value.toLowerCase(),
  relation: ({ name }, value) => name === value,
  fromDate: ({ source }, value) => publicationDate(source) >= value,
  toDate: ({ source }, value) => publicationDate(source).slice(0, value.length) <= value,
};

function end(product: SandboxProduct): JsonObject {
  const { work } = product;
  return {
    title: mainTitle(product), type: product.type, instanceType: instanceType(product), publicationDate: publicationDate(product),
    identifiers: work.doi === null ? [] : [{ id: work.doi, idScheme: 'doi', idUrl: `https://doi.org/${work.doi}` }],
    authors: authorsOf(product).map(({ fullName }) => ({ name: fullName, identifiers: null })),
    collectedFrom: collectedFrom(product).map(({ key, value }) => ({ name: value, identifiers: [{ id: key, idScheme: 'dnetIdentifier', idUrl: null }] })),
  }; // prettier-ignore
}

/** A whole number, or the fallback. */
function natural(text: string | null, fallback: number): number {
  return text !== null && /^\d+$/.test(text) ? Number(text) : fallback;
}

/** One page of links; a text where the request is refused. */
export function linksPage(query: URLSearchParams): JsonObject | string {
  const names: readonly string[] = PARAMETERS;
  const unknown = [...query.keys()].find((name) => !names.includes(name));
  if (unknown !== undefined) return `Unknown parameter: ${unknown}; valid parameters are: [${names.join(', ')}]`;
  const hits = links.filter((link) =>
    PARAMETERS.every((name) => {
      const value = query.get(name);
      return value === null || name === 'page' || name === 'pageSize' || TESTS[name](link, value);
    }),
  );
  const asked = natural(query.get('pageSize'), 10);
  // 100 and more silently become 10.
  const size = asked < 1 || asked > 99 ? 10 : asked;
  const page = natural(query.get('page'), 0);
  return {
    header: { page, totalPages: Math.ceil(hits.length / size), totalLinks: hits.length },
    results: hits.slice(page * size, (page + 1) * size).map(({ source, target, name }) => ({
      source: end(source), target: end(target), relType: { name, type: 'relationship', typeSchema: 'datacite' },
    })),
  }; // prettier-ignore
}
