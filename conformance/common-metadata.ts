/** The Cabinet Office's common metadata elements: a check an element, as the document tells it. */
import { ELEMENTS } from '../subgraphs/common/common-metadata-elements.js';
import { isObject } from '../subgraphs/common/json.js';
import type { WorkFields } from '../subgraphs/common/record.js';
import { shown, type Check, type Finding } from './check.js';
import type { JsonObject } from './document.js';

/** The fields of a work that say an element and nothing else; what is not here needs more than a field to be told. */
const FIELDS: Readonly<Record<string, readonly (keyof WorkFields)[]>> = {
  title: ['title'],
  'data-description': ['description'],
  'date-issued-updated': ['issued'],
  'date-published': ['issued'],
  'access-rights': ['accessRight'],
  'available-date': ['embargoUntil'],
  'data-policy-license': ['licenses'],
  'file-size': ['size'],
  'repo-url-doi-link': ['doi', 'url'],
  creators: ['creators'],
  authors: ['creators'],
  doi: ['doi'],
};

/** The elements of a document: an object with their list. */
export function elementsIn(root: JsonObject): readonly JsonObject[] | null {
  const { elements } = root;
  return Array.isArray(elements) && elements.every(isObject) ? elements : null;
}

function textsOf(element: JsonObject): string[] {
  const { values, codes } = element;
  const coded = Array.isArray(codes) ? codes.filter((code) => typeof code === 'string') : [];
  if (coded.length > 0) return coded;
  return (Array.isArray(values) ? values : []).filter(isObject).flatMap((text) => {
    const { text: best, ja, en, values: tagged } = text;
    const [first] = Array.isArray(tagged) ? tagged.filter(isObject) : [];
    return [best, ja, en, first?.['value']].filter((value) => typeof value === 'string' && value !== '').slice(0, 1);
  }) as string[];
}

/** Checks in the order of the elements; one that is not among them (it is of another kind of file) is not asked for. */
export function commonMetadataFindings(root: JsonObject): { readonly check: Check; readonly finding: Finding }[] {
  const elements = elementsIn(root) ?? [];
  return ELEMENTS.map(({ key }) => {
    const element = elements.find((item) => item['key'] === key);
    const required = element?.['required'] === true;
    return {
      check: {
        id: key,
        level: required ? 'required' : 'optional',
        need: required ? 'mandatory' : 'optional',
        fields: FIELDS[key] ?? [],
        // A value that the element does not take (a year for a day) is all that the source has.
        ...(element?.['valid'] === false ? { told: () => false } : {}),
      },
      finding: element === undefined ? { saw: 'none', evidence: 'not of this kind of file' } : findingOf(element),
    };
  });
}

function findingOf(element: JsonObject): Finding {
  const [first] = textsOf(element);
  const { problem } = element;
  if (element['valid'] === false)
    return { saw: 'wrong', evidence: shown(`${first ?? ''}: ${typeof problem === 'string' ? problem : 'not valid'}`) };
  if (first === undefined)
    return { saw: 'absent', evidence: typeof problem === 'string' ? shown(problem) : 'no value' };
  return { saw: 'good', evidence: shown(first) };
}
