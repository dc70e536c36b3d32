/** The setting OAI_SETS: which saved searches are harvested. */
import { coerceInputValue, isInputObjectType, type GraphQLSchema } from 'graphql';
import { addFilter, FILTER_NAMES, UnreadableFilter, type PlatformNames } from '../exports/filter-values.js';
import type { Question } from '../exports/walk.js';
import { checkFilter } from '../subgraphs/catalog/filter.js';
import type { WorkFilter } from '../subgraphs/common/connector.js';
import { BadUserInput } from '../subgraphs/common/errors.js';

/** A saved search whose works can be harvested. */
export interface HarvestSet {
  /** setSpec: its name in requests. */
  readonly spec: string;
  /** setName: its name for people. */
  readonly name: string;
  /** The search as it is written in the setting: what the set holds. */
  readonly written: string;
  readonly question: Question;
}

/** A setSpec (OAI-PMH 2.0, 2.6), without the colons of a hierarchy, which these sets have not. */
const SPEC = /^[A-Za-z0-9\-_.!~*'()]+$/;

/** Something in almost every Japanese text: what a set of the sandbox holds of a platform that answers nothing without a word. */
const COMMON_WORD = 'の';

/** One set a platform, by the platforms' short names: the sandbox's. */
export function defaultSets(platforms: readonly string[]): string {
  return platforms.map((name) => `${name}?platforms=${name}&query=${COMMON_WORD}`).join(';');
}

/** A part of the setting: ocean?query=海洋&types=DATASET */
function readSet(part: string, platforms: PlatformNames, fault: (text: string) => void): HarvestSet {
  const mark = part.indexOf('?');
  const spec = (mark < 0 ? part : part.slice(0, mark)).trim();
  const written = mark < 0 ? '' : part.slice(mark + 1).trim();
  const about = JSON.stringify(spec.slice(0, 40));
  if (!SPEC.test(spec)) fault(`${about} is no name of a set: letters, digits and -_.!~*'() alone.`);
  const own = new Map<string, string>();
  const filter: Record<string, unknown> = {};
  for (const [name, value] of new URLSearchParams(written)) {
    if (name === 'query' || name === 'name') {
      if (own.has(name)) fault(`${about}: ${name} is given twice.`);
      own.set(name, value);
    } else if (FILTER_NAMES.includes(name)) {
      try {
        addFilter(filter, name, value, platforms);
      } catch (error) {
        if (!(error instanceof UnreadableFilter)) throw error;
        fault(`${about}: ${name}=${value.slice(0, 60)}: ${error.message}`);
      }
    } else {
      fault(`${about}: ${name.slice(0, 40)} is no parameter; known are name, query, ${FILTER_NAMES.join(', ')}.`);
    }
  }
  const named = filter['platforms'];
  for (const name of Array.isArray(named) ? (named as readonly string[]) : [])
    if (![...platforms.values()].includes(name))
      fault(`${about}: ${name.slice(0, 40)} is no platform that is switched on: ${[...platforms.keys()].join(', ')}.`);
  const query = own.get('query') ?? null;
  if (query === null && Object.keys(filter).length === 0)
    fault(
      `${about} would hold everything: write ${spec === '' ? 'SET' : spec}?query=… or a filter, such as types=DATASET.`,
    );
  return { spec, name: own.get('name') ?? spec, written, question: { query, filter, sort: 'RELEVANCE' } };
}

/**
 * What the API would refuse in the filters of sets.
 * @param api its schema
 */
export function filterFaults(sets: readonly HarvestSet[], api: GraphQLSchema): string[] {
  const type = api.getType('WorkFilter');
  if (!isInputObjectType(type)) return [];
  return sets.flatMap(({ spec, question }) => {
    const faults: string[] = [];
    const filter: unknown = coerceInputValue(question.filter, type, (path, _value, { message }) => {
      faults.push(`${JSON.stringify(spec)}: ${path.join('.')}: ${message}`);
    });
    return faults.length > 0
      ? faults
      : boundFaults(filter as WorkFilter).map((fault) => `${JSON.stringify(spec)}: ${fault}`);
  });
}

function boundFaults(filter: WorkFilter): string[] {
  try {
    checkFilter(filter);
    return [];
  } catch (error) {
    if (error instanceof BadUserInput) return [error.message];
    throw error;
  }
}

/** Reads `ocean?query=海洋&types=DATASET;dias?platforms=dias`: the parameters of the exports by URL, a semicolon between two sets. */
export function parseSets(
  text: string,
  platforms: PlatformNames,
): { readonly sets: readonly HarvestSet[]; readonly faults: readonly string[] } {
  const faults: string[] = [];
  const sets = text
    .split(';')
    .filter((part) => part.trim() !== '')
    .map((part) => readSet(part, platforms, (fault) => faults.push(fault)));
  const specs = sets.map(({ spec }) => spec);
  for (const spec of new Set(specs.filter((one, index) => specs.indexOf(one) !== index)))
    faults.push(`${JSON.stringify(spec.slice(0, 40))} names two sets.`);
  return { sets, faults };
}
