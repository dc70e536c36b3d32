/** Filters of CSW 2.0.2: OGC Filter 1.1 and the same as CQL text, as far as clients use them (fact sheet 6.4). */
import { attribute, childElement, childElements, childText, descendants, textContent, type XmlElement } from '../../common/xml.js'; // prettier-ignore
import { overlaps } from './boxes.js';
import { abstractOf, revisedAt, titleOf, type Dataset } from './datasets.js';
import { recordId } from './iso.js';

export type Filter = (dataset: Dataset) => boolean;

/** A filter that this server does not take; its message is the exception's text. */
export class FilterError extends Error {}

function texts(dataset: Dataset, kind: 'title' | 'abstract' | 'subject'): string[] {
  const { work, held } = dataset;
  if (kind === 'title') return [titleOf(dataset, 'ja'), titleOf(dataset, 'en')];
  if (kind === 'abstract') return [abstractOf(dataset, 'ja') ?? '', abstractOf(dataset, 'en') ?? ''];
  return [...work.keywords.flatMap(({ ja, en }) => [ja, en]), ...held.details.topicCategories];
}

/** Values of a queryable; its prefix does not matter. */
function valuesOf(dataset: Dataset, property: string): string[] {
  const { work, held } = dataset;
  switch (property.replace(/^[a-z]+:/, '').toLowerCase()) {
    case 'anytext':
      return [(['title', 'abstract', 'subject'] as const).flatMap((kind) => texts(dataset, kind)).join('\n')];
    case 'title':
      return texts(dataset, 'title');
    case 'abstract':
      return texts(dataset, 'abstract');
    case 'subject':
      return texts(dataset, 'subject');
    case 'topiccategory':
      return [...held.details.topicCategories];
    case 'identifier':
      return [recordId(dataset)];
    case 'type':
      return ['dataset'];
    case 'modified':
      return [revisedAt(dataset).toISOString().slice(0, 10)];
    case 'tempextent_begin':
      return work.period ? [work.period.from] : [];
    case 'tempextent_end':
      return work.period ? [work.period.until] : [];
    default:
      throw new FilterError(`Invalid Filter request: Invalid PropertyName: ${property}.`);
  }
}

interface Wildcards {
  readonly any: string;
  readonly one: string;
  readonly escape: string;
}

/** A pattern as an expression over whole values, in any case and width. */
function like(pattern: string, { any, one, escape }: Wildcards): RegExp {
  let source = '';
  const characters = [...pattern.normalize('NFKC')];
  for (let index = 0; index < characters.length; index += 1) {
    const character = characters[index] ?? '';
    if (character === escape && index + 1 < characters.length) {
      index += 1;
      source += (characters[index] ?? '').replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
    } else if (character === any) source += '[^]*';
    else if (character === one) source += '[^]';
    else source += character.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  }
  return new RegExp(`^${source}$`, 'iu');
}

function isLike(property: string, pattern: RegExp): Filter {
  return (dataset) => valuesOf(dataset, property).some((value) => pattern.test(value.normalize('NFKC')));
}

const COMPARISONS: Readonly<Record<string, (value: string, literal: string) => boolean>> = {
  PropertyIsEqualTo: (value, literal) => value === literal,
  PropertyIsGreaterThanOrEqualTo: (value, literal) => value >= literal,
  PropertyIsLessThanOrEqualTo: (value, literal) => value.slice(0, literal.length) <= literal,
  PropertyIsGreaterThan: (value, literal) => value > literal,
  PropertyIsLessThan: (value, literal) => value < literal,
};

/** Envelope corners are lat lon (fact sheet 6.4). */
function boxFilter(element: XmlElement): Filter {
  const corner = (name: string): number[] =>
    descendants(element, name).flatMap((found) => textContent(found).trim().split(/\s+/).map(Number));
  const [south = Number.NaN, west = Number.NaN] = corner('lowerCorner');
  const [north = Number.NaN, east = Number.NaN] = corner('upperCorner');
  const box = { west, south, east, north };
  if (Object.values(box).some(Number.isNaN)) throw new FilterError('Invalid Filter request: Invalid BBOX.');
  return ({ work }) => work.places.some((place) => overlaps(box, place.box));
}

/** What an `ogc:Filter`, or one of its operators, asks for. */
export function readFilter(element: XmlElement): Filter {
  const inner = childElements(element);
  switch (element.name) {
    case 'Filter':
    case 'And': {
      const all = inner.map(readFilter);
      return (dataset) => all.every((filter) => filter(dataset));
    }
    case 'Or': {
      const any = inner.map(readFilter);
      return (dataset) => any.some((filter) => filter(dataset));
    }
    case 'Not': {
      const none = inner.map(readFilter);
      return (dataset) => !none.some((filter) => filter(dataset));
    }
    case 'BBOX':
      return boxFilter(element);
    case 'PropertyIsLike': {
      const cards = { any: attribute(element, 'wildCard') ?? '%', one: attribute(element, 'singleChar') ?? '_', escape: attribute(element, 'escapeChar') ?? '\\' }; // prettier-ignore
      return isLike(childText(element, 'PropertyName') ?? '', like(childText(element, 'Literal') ?? '', cards));
    }
    default: {
      const compare = COMPARISONS[element.name];
      const property = childText(element, 'PropertyName');
      if (!compare || property === undefined)
        throw new FilterError(`Invalid Filter request: unsupported operator ${element.name}.`);
      const literal = childElement(element, 'Literal');
      const value = literal ? textContent(literal).trim() : '';
      return (dataset) => valuesOf(dataset, property).some((own) => compare(own, value));
    }
  }
}

const CQL_CARDS: Wildcards = { any: '%', one: '_', escape: '\\' };

function readComparison(text: string): Filter {
  const [, property = '', operator = '', quoted = ''] =
    /^\s*([A-Za-z_:]+)\s*(=|\blike\b)\s*'((?:[^']|'')*)'\s*$/i.exec(text) ?? [];
  if (property === '') throw new FilterError(`Invalid CQL text: ${text}`);
  const literal = quoted.replaceAll("''", "'");
  if (operator !== '=') return isLike(property, like(literal, CQL_CARDS));
  return (dataset) => valuesOf(dataset, property).includes(literal);
}

/** Parts a text at a word outside of quotes. */
function split(text: string, word: 'and' | 'or'): string[] {
  const parts = [''];
  for (const token of text.split(new RegExp(`('(?:[^']|'')*'|\\s+${word}\\s+)`, 'i'))) {
    if (token.trim().toLowerCase() === word) parts.push('');
    else parts[parts.length - 1] = `${parts.at(-1) ?? ''}${token}`;
  }
  return parts;
}

/** Comparisons joined by `and` within `or`, without brackets. */
export function readCql(text: string): Filter {
  const any = split(text, 'or').map((part) => split(part, 'and').map(readComparison));
  return (dataset) => any.some((all) => all.every((filter) => filter(dataset)));
}
