/** What the Graph's lists take, by resource and version, and how it refuses the rest (fact sheet 2.2, 2.3). */
import { expressionOf, holds, isWellQuoted, mentions } from './expression.js';
import type { Entity, Kind, Parameter, Resource, Version } from './entity.js';

/** Taken by version 3's products; its meaning is not documented, and it is without effect here. */
const WITHOUT_EFFECT = 'excludePubDateRange';

/** A request that is refused with 400. */
export interface Refusal {
  readonly refused: string;
}

/** A list that is asked for. */
export interface ListQuery {
  readonly matches: (entity: Entity) => boolean;
  readonly search: string | null;
  readonly sort: readonly { readonly field: string; readonly descending: boolean }[];
  readonly page: number;
  readonly pageSize: number;
  /** Null in page mode. */
  readonly cursor: string | null;
  readonly includeStats: boolean;
}

const PAGING = ['page', 'pageSize', 'cursor', 'sortBy', 'logicalOperator'];
const DEFAULT_PAGE_SIZE = 10;
const MAX_PAGE_SIZE = 100;
/** Records that paging by number reaches. What is answered beyond is not documented: 400 is the fact sheet's choice (13.2). */
const PAGE_WINDOW = 10_000;

const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && 'refused' in value;

function wholeNumber(name: string, text: string | null, fallback: number): number | Refusal {
  if (text === null) return fallback;
  if (!/^-?\d+$/.test(text)) return { refused: `Invalid value for '${name}': ${text}` };
  return Number(text);
}

function pageOf(parameters: URLSearchParams): { readonly page: number; readonly pageSize: number } | Refusal {
  const page = wholeNumber('page', parameters.get('page'), 1);
  if (isRefusal(page)) return page;
  const pageSize = wholeNumber('pageSize', parameters.get('pageSize'), DEFAULT_PAGE_SIZE);
  if (isRefusal(pageSize)) return pageSize;
  if (page < 1) return { refused: 'Page number must be greater than or equal to 1' };
  if (pageSize < 1) return { refused: 'Page size must be at least 1' };
  if (pageSize > MAX_PAGE_SIZE) return { refused: `Page size must be at most ${String(MAX_PAGE_SIZE)}` };
  if (!parameters.has('cursor') && page * pageSize > PAGE_WINDOW)
    return { refused: `Page-based paging reaches the first ${String(PAGE_WINDOW)} records; use the cursor parameter` };
  return { page, pageSize };
}

function sortOf(resource: Resource, value: string | null): ListQuery['sort'] | Refusal {
  if (value === null) return [];
  const sort: { readonly field: string; readonly descending: boolean }[] = [];
  for (const clause of value.split(',')) {
    const [, field, direction] = /^\s*(\S+)\s+(ASC|DESC)\s*$/i.exec(clause) ?? [];
    if (field === undefined || direction === undefined)
      return { refused: `The field should be in the format 'fieldname ASC|DESC', ${resource.sortHint}` };
    if (!resource.sorts.includes(field)) return { refused: `Invalid field name in sortBy parameter: ${field}` };
    sort.push({ field, descending: direction.toUpperCase() === 'DESC' });
  }
  return sort;
}

type Matcher = (entity: Entity) => boolean;

/** How a kind of parameter compares an operand with a value of the index. */
const COMPARE: Readonly<Record<Kind, (value: string, operand: string, phrase: boolean) => boolean>> = {
  words: (value, operand, phrase) => mentions(value, operand, phrase),
  exact: (value, operand) => value === operand,
  label: (value, operand) => value.toLowerCase() === operand.toLowerCase(),
  // A bare year begins, or ends, with that year.
  from: (value, operand) => value >= operand,
  to: (value, operand) => value.slice(0, operand.length) <= operand,
};

function matcherOf(parameter: Parameter, values: readonly string[], version: Version): Matcher {
  const compare = COMPARE[parameter.kind];
  const expression = expressionOf(values, version !== 'v3');
  return (entity) => {
    const known = entity.values[parameter.field ?? parameter.name] ?? [];
    return holds(expression, (operand, phrase) => known.some((value) => compare(value, operand, phrase)));
  };
}

/** Names that a list takes in a version, in the order in which the 400 lists them. */
export function namesOf(resource: Resource, version: Version): string[] {
  const own = resource.parameters.filter(({ versions }) => versions === undefined || versions.includes(version));
  return [
    ...own.map(({ name }) => name),
    ...PAGING,
    ...(version === 'v3' && resource.stats ? [WITHOUT_EFFECT, 'includeStats'] : []),
  ];
}

/** Dates are days or years, years are years (fact sheet 2.3). */
function isDate(parameter: Parameter, value: string): boolean {
  if (parameter.kind !== 'from' && parameter.kind !== 'to') return true;
  return (parameter.name.endsWith('Year') ? /^\d{4}$/ : /^\d{4}(-\d{2}-\d{2})?$/).test(value);
}

function combined(matchers: readonly Matcher[], operator: string, resource: Resource): Matcher {
  if (operator === 'OR' && matchers.length > 0) return (entity) => matchers.some((matches) => matches(entity));
  // NOT works on persons and does nothing elsewhere (fact sheet 2.2).
  if (operator === 'NOT' && resource.notWorks) return (entity) => !matchers.some((matches) => matches(entity));
  return (entity) => matchers.every((matches) => matches(entity));
}

function filtersOf(resource: Resource, version: Version, parameters: URLSearchParams): Matcher | Refusal {
  const valid = namesOf(resource, version);
  const unknown = [...parameters.keys()].find((name) => !valid.includes(name));
  if (unknown !== undefined)
    return { refused: `Unknown parameter: ${unknown}; valid parameters are: [${valid.join(', ')}]` };
  const matchers: Matcher[] = [];
  for (const parameter of resource.parameters) {
    const values = parameters.getAll(parameter.name);
    if (values.length === 0) continue;
    if (version === 'v3' && !values.every(isWellQuoted))
      return {
        refused: `Invalid value for '${parameter.name}'. Values containing spaces, parentheses or logical operators must be wrapped in double quotes`,
      };
    if (!values.every((value) => isDate(parameter, value)))
      return { refused: `Invalid value for '${parameter.name}': expected YYYY or YYYY-MM-DD` };
    matchers.push(matcherOf(parameter, values, version));
  }
  const operator = parameters.get('logicalOperator') ?? 'AND';
  if (!['AND', 'OR', ...(version === 'v3' ? ['NOT'] : [])].includes(operator))
    return { refused: `Invalid value for 'logicalOperator': ${operator}` };
  return combined(matchers, operator, resource);
}

/** Reads the query of a list, or says why it is refused. */
export function readListQuery(resource: Resource, version: Version, parameters: URLSearchParams): ListQuery | Refusal {
  const matches = filtersOf(resource, version, parameters);
  if (isRefusal(matches)) return matches;
  const page = pageOf(parameters);
  if (isRefusal(page)) return page;
  const sort = sortOf(resource, parameters.get('sortBy'));
  if (isRefusal(sort)) return sort;
  return {
    ...page,
    matches,
    sort,
    search: parameters.get('search'),
    cursor: parameters.get('cursor'),
    includeStats: parameters.get('includeStats') === 'true',
  };
}
