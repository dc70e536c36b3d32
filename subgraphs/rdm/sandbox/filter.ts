/** `filter[…]` and `sort` of lists (fact sheet 5). Pure. */
import { badParameter, type ErrorView } from './jsonapi.js';

/**
 * How a field of a list can be filtered. text: contains, whatever the case; choice and id: equal, any of a comma list for ids;
 * tags: one of them, whatever the case; relationship: an id, or `null`.
 */
export type FilterField<Item> =
  | { readonly type: 'text' | 'choice' | 'id'; readonly get: (item: Item) => string | null }
  | { readonly type: 'tags' | 'relationship'; readonly get: (item: Item) => readonly string[] }
  | { readonly type: 'bool'; readonly get: (item: Item) => boolean }
  | { readonly type: 'int'; readonly get: (item: Item) => number | null }
  /** UTC without offset. */
  | { readonly type: 'date'; readonly get: (item: Item) => string };

export interface FilterFields<Item> {
  readonly fields: Readonly<Record<string, FilterField<Item>>>;
  /** Fields of the resource that can't be filtered. */
  readonly others?: readonly string[];
}

const KEY = /^filter\[((?:,*\s*\w+)+)\](?:\[(\w+)\])?$/;
const COMPARISONS = ['gt', 'gte', 'lt', 'lte'];
const MATCHES = ['contains', 'icontains'];
const OPERATORS = ['eq', 'lt', 'lte', 'gt', 'gte', 'contains', 'icontains'];

type Test<Item> = (item: Item) => boolean;

const bad = (detail: string): ErrorView => badParameter('filter', detail);

function compare(operator: string, difference: number): boolean {
  switch (operator) {
    case 'gt':
      return difference > 0;
    case 'gte':
      return difference >= 0;
    case 'lt':
      return difference < 0;
    case 'lte':
      return difference <= 0;
    case 'ne':
      return difference !== 0;
    default:
      return difference === 0;
  }
}

/** A date without a time matches its whole day. */
function dateTest(value: string, operator: string): ((date: string) => boolean) | null {
  const match = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)Z?)?$/.exec(value);
  if (match?.[1] === undefined || Number.isNaN(Date.parse(match[1]))) return null;
  const [, day, time] = match;
  const wanted = time === undefined ? day : `${day}T${time}`;
  return (date) => {
    const have = date.slice(0, time === undefined ? 10 : wanted.length);
    return compare(operator, have < wanted ? -1 : have > wanted ? 1 : 0);
  };
}

function textTest(value: string, operator: string): (text: string | null) => boolean {
  if (operator === 'eq') return (text) => (text ?? '') === value;
  if (operator === 'ne') return (text) => (text ?? '') !== value;
  if (operator === 'contains') return (text) => (text ?? '').includes(value);
  return (text) => (text ?? '').toLowerCase().includes(value.toLowerCase());
}

function member(ids: readonly string[], value: string): boolean {
  return value === 'null' ? ids.length === 0 : ids.includes(value);
}

function testOf<Item>(
  name: string,
  field: FilterField<Item>,
  given: string | null,
  value: string,
): Test<Item> | ErrorView {
  const operator = given ?? (field.type === 'text' ? 'icontains' : 'eq');
  const comparable = field.type === 'date' || field.type === 'int';
  if (COMPARISONS.includes(operator) && !comparable)
    return bad(`Field '${name}' does not support comparison operators in a filter.`);
  if (given !== null && MATCHES.includes(given) && field.type !== 'text' && field.type !== 'tags')
    return bad(`Field '${name}' does not support match operators in a filter.`);
  const invalid = (): ErrorView => bad(`Value '${value}' is not valid for a filter on type ${field.type}.`);
  const negate = operator === 'ne';
  switch (field.type) {
    case 'text': {
      const test = textTest(value, operator);
      return (item) => test(field.get(item));
    }
    case 'id':
    case 'choice': {
      const wanted = field.type === 'id' ? value.split(',').map((part) => part.trim()) : [value];
      return (item) => wanted.includes(field.get(item) ?? '') !== negate;
    }
    case 'tags':
      return (item) => field.get(item).some((tag) => tag.toLowerCase() === value.toLowerCase()) !== negate;
    case 'relationship':
      return (item) => member(field.get(item), value) !== negate;
    case 'bool': {
      if (!/^(?:true|false|1|0)$/i.test(value)) return invalid();
      const wanted = /^(?:true|1)$/i.test(value) !== negate;
      return (item) => field.get(item) === wanted;
    }
    case 'int': {
      if (!/^-?\d+$/.test(value)) return invalid();
      return (item) => {
        const have = field.get(item);
        return have !== null && compare(operator, have - Number(value));
      };
    }
    case 'date': {
      const test = dateTest(value, operator);
      return test === null ? invalid() : (item) => test(field.get(item));
    }
  }
}

/** One parameter: its fields are alternatives. */
function parameterTest<Item>(key: string, value: string, known: FilterFields<Item>): Test<Item> | ErrorView {
  const match = KEY.exec(key);
  if (!match?.[1]) return bad('Query string contains a malformed filter.');
  const operator = match[2] ?? null;
  if (operator !== null && operator !== 'ne' && !OPERATORS.includes(operator))
    return bad(`Value '${operator}' is not a supported filter operator; use one of ${OPERATORS.join(', ')}.`);
  const tests: Test<Item>[] = [];
  for (const name of match[1].split(',').map((part) => part.trim())) {
    if (name === '') continue;
    const field = Object.hasOwn(known.fields, name) ? known.fields[name] : undefined;
    if (!field) {
      return known.others?.includes(name) === true
        ? bad(`Value '${name}' is not a filterable field.`)
        : bad(`'${name}' is not a valid field for this endpoint.`);
    }
    const test = testOf(name, field, operator, value);
    if (typeof test !== 'function') return test;
    tests.push(test);
  }
  return (item) => tests.some((test) => test(item));
}

/** Keeps the items that every `filter[…]` parameter lets pass, or says what is wrong with one of them. */
export function filtered<Item>(
  items: readonly Item[],
  parameters: URLSearchParams,
  known: FilterFields<Item>,
): readonly Item[] | ErrorView {
  let kept = items;
  for (const [key, value] of parameters) {
    if (!key.startsWith('filter')) continue;
    const test = parameterTest(key, value, known);
    if (typeof test !== 'function') return test;
    kept = kept.filter(test);
  }
  return kept;
}

/** Sorts by `sort=a,-b`; names that can't be sorted by are passed over. */
export function sorted<Item>(
  items: readonly Item[],
  sort: string,
  keys: Readonly<Record<string, (item: Item) => string>>,
): readonly Item[] {
  const orders = sort.split(',').flatMap((part) => {
    const name = part.replace(/^-/, '');
    const key = Object.hasOwn(keys, name) ? keys[name] : undefined;
    return key ? [{ key, sign: part.startsWith('-') ? -1 : 1 }] : [];
  });
  return [...items].sort((a, b) => {
    for (const { key, sign } of orders) {
      const [left, right] = [key(a), key(b)];
      if (left !== right) return left < right ? -sign : sign;
    }
    return 0;
  });
}
