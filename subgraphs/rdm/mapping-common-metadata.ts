/** Registered metadata as common metadata elements (metadata sheet 3). */
import { ELEMENTS } from '../common/common-metadata-elements.js';
import {
  commonMetadata,
  type CommonMetadata,
  type StatedElement,
  type StatedMetadata,
} from '../common/common-metadata.js';
import { NO_TEXT, plainText } from '../common/localized-text.js';
import type { LocalizedText } from '../common/record.js';
import { additionalFunding } from './mapping-registered.js';
import type { RegisteredFile, RegisteredMetadata } from './metadata-document.js';
import {
  answerTo,
  bilingual,
  codeIn,
  isHeading,
  nameIn,
  oneText,
  peopleIn,
  personOf,
  type Values,
} from './metadata-values.js';
import { PREFIX } from './record.js';
import { RDM_PLATFORM } from './requests.js';

/** Elements that stand in the answers about the project and its grant. */
const OF_PROJECT: ReadonlySet<string> = new Set([
  'funder',
  'funding-stream-code',
  'program-name',
  'japan-grant-number',
  'project-name',
  'project-research-field',
]);
const OF_PEOPLE: ReadonlySet<string> = new Set(['creators', 'authors']);

/** People's contacts and numbers: entered in a closed system, for the token's own user alone (metadata sheet 9). */
const PERSONAL: ReadonlySet<string> = new Set([
  'data-man-number',
  'data-man-address',
  'data-man-tel',
  'data-man-email',
]);

/** The name of a data manager, who is a person unless the answers say otherwise. */
function managerName(values: Values): LocalizedText[] {
  const names = {
    ja: nameIn(answerTo(values, 'data-man-name-ja'), 'ja'),
    en: nameIn(answerTo(values, 'data-man-name-en'), 'en'),
  };
  const person = personOf(names, null, null);
  return person === null ? [] : [person.name];
}

/** What one set of answers states of an element. */
function valuesOfElement(key: string, isCoded: boolean, values: Values): LocalizedText[] {
  if (OF_PEOPLE.has(key))
    return peopleIn(values, key).map(({ name, number }) => (name.values.length > 0 ? name : plainText(number ?? '')));
  if (key === 'data-man-name') return managerName(values);
  const text = isCoded ? codeIn(values, key) : null;
  if (text !== null) return [plainText(text)];
  const both = bilingual(values, key);
  if (both !== null) return [both];
  const one = oneText(values, key);
  return one === null || (isCoded && isHeading(one.split('|').at(-1)?.trim() ?? '')) ? [] : [plainText(one)];
}

function distinct(texts: readonly LocalizedText[]): LocalizedText[] {
  const seen = new Map(texts.map((text) => [JSON.stringify(text), text]));
  return [...seen.values()].filter((text) => text !== NO_TEXT && text.values.length > 0);
}

/**
 * What is stated of the elements of a work, from the answers about its project and about its files; of several files each distinct value once.
 * @param recordId the record that the values are taken from.
 * @param isOwn whether the caller has a token: people's contacts and numbers are given to nobody else.
 */
export function statedIn(project: Values, files: readonly Values[], recordId: string, isOwn: boolean): StatedMetadata {
  const grants = [project, ...additionalFunding(project)];
  const given = new Map(
    ELEMENTS.flatMap(({ key, vocabulary }): (readonly [string, StatedElement])[] => {
      // A schema that asks once for the whole dataset has the answers beside those about the project (metadata sheet 8).
      const sets =
        key === 'project-research-field'
          ? [project]
          : OF_PROJECT.has(key)
            ? grants
            : files.length === 0
              ? [project]
              : files;
      const values = distinct(sets.flatMap((set) => valuesOfElement(key, vocabulary !== undefined, set)));
      if (values.length === 0) return [];
      return [[key, { values, source: { field: key, platform: RDM_PLATFORM, recordId } }] as const];
    }),
  );
  const withheld = new Set(isOwn ? [] : [...PERSONAL].filter((key) => given.delete(key)));
  return { given, withheld };
}

function elementsOf(project: Values, files: readonly Values[], recordId: string): CommonMetadata {
  return commonMetadata(statedIn(project, files, recordId, true).given);
}

/** The elements of each registered file; of a set without files those of its project. */
export function elementsOfSet(set: RegisteredMetadata, idOf: (file: RegisteredFile) => string): CommonMetadata[] {
  if (set.files.length === 0) {
    return set.project.size === 0 ? [] : [elementsOf(set.project, [], `${PREFIX}${set.node ?? ''}`)];
  }
  return set.files.map((file) => {
    const all: Values = new Map([...set.project, ...file.values]);
    return elementsOf(set.project, [all], idOf(file));
  });
}
