/**
 * The common metadata elements (metadata sheets 3 and 7.1) as the values of a work fill them: the crosswalk of JPCOAR's
 * official sample, read from the work. Nothing is made up: what no source tells has no value.
 */
import { awardId } from '../subgraphs/common/award-number.js';
import { commonMetadata, type CommonMetadata, type StatedElement } from '../subgraphs/common/common-metadata.js';
import {
  FUNDER_BY_E_RAD,
  FUNDERS,
  LICENSE_BY_SPDX,
  RESEARCH_FIELDS,
  type Vocabulary,
} from '../subgraphs/common/common-metadata-vocabulary.js';
import { identifier } from '../subgraphs/common/identifiers.js';
import { bestText, plainText } from '../subgraphs/common/localized-text.js';
import type { Creator, Funding, LocalizedText, WorkFields } from '../subgraphs/common/record.js';
import { toJson } from './api-json.js';
import { ACCESS_RIGHTS } from './vocabulary.js';
import type { FormatWork } from './work.js';

/** Values and the field of the work that they come from. */
type Filled = readonly [key: string, field: keyof WorkFields, values: readonly (LocalizedText | null)[]];

function texts(...values: readonly (string | null | undefined)[]): LocalizedText[] {
  return values.flatMap((value) => (value === null || value === undefined || value === '' ? [] : [plainText(value)]));
}

/** The code that one of a text's values is a label of, also with its abbreviation behind it: 科学技術振興機構（JST）. */
function codeOfLabel(text: LocalizedText, vocabulary: Vocabulary): string | null {
  const labels = new Set(
    text.values.map(({ value }) =>
      value
        .normalize('NFKC')
        .replace(/\s*\([A-Z]+\)$/, '')
        .toLowerCase(),
    ),
  );
  for (const [code, { ja, en }] of vocabulary) {
    if ([code, ja, en].some((label) => label !== null && labels.has(label.normalize('NFKC').toLowerCase())))
      return code;
  }
  return null;
}

/** A funder by its e-Rad number or by its name; another one by its own name. */
function funderOf({ funder, funderIds }: Funding): LocalizedText | null {
  const number = funderIds.find(({ scheme }) => scheme === 'E-RAD_FUNDER')?.value;
  const code = FUNDER_BY_E_RAD.get(number ?? '') ?? (funder === null ? null : codeOfLabel(funder, FUNDERS));
  return code === null ? funder : plainText(code);
}

function isJapanGrantNumber({ awardNumber, funder }: Funding): boolean {
  if (awardNumber === null) return false;
  return awardId(awardNumber, funder === null ? null : bestText(funder))?.startsWith('jgn:') === true;
}

function projectElements({ funding }: FormatWork): Filled[] {
  const numbered = funding.filter(isJapanGrantNumber);
  return [
    ['funder', 'funding', funding.map(funderOf)],
    ['funding-stream-code', 'funding', texts(...funding.map(({ streamId }) => streamId))],
    ['program-name', 'funding', funding.map(({ stream }) => stream)],
    ['japan-grant-number', 'funding', texts(...numbered.map(({ awardNumber }) => awardNumber))],
    ['project-name', 'funding', funding.map(({ awardTitle }) => awardTitle)],
  ];
}

function names(creators: readonly Creator[]): LocalizedText[] {
  return creators.map(({ name }) => name);
}

/** Who looks after the data, as JPCOAR's contributors say it. */
function managementElements({ contributors }: FormatWork): Filled[] {
  const of = (role: string): Creator[] =>
    contributors.filter((item) => item.role === role).map(({ creator }) => creator);
  const hosts = of('HostingInstitution');
  const managers = of('DataManager');
  const rors = hosts.flatMap(({ identifiers }) => identifiers.filter(({ scheme }) => scheme === 'ROR'));
  return [
    ['hosting-inst', 'contributors', names(hosts)],
    ['hosting-inst-id', 'contributors', texts(...rors.map(({ value }) => identifier('ROR', value).url))],
    ['data-man-name', 'contributors', names(managers)],
    ['data-man-number', 'contributors', texts(...managers.map(({ eRadId }) => eRadId))],
    ['data-man-org', 'contributors', managers.flatMap(({ affiliations }) => affiliations.map(({ name }) => name))],
  ];
}

function fieldsOf({ subjects }: FormatWork): LocalizedText[] {
  return subjects.flatMap(({ value, scheme }) => {
    const code = codeOfLabel(value, RESEARCH_FIELDS);
    if (code !== null) return [plainText(code)];
    return scheme?.toUpperCase() === 'E-RAD_FIELD' ? [value] : [];
  });
}

/** DOIs of works that are related in one of some ways. */
function relatedDois({ related }: FormatWork, relations: readonly string[]): LocalizedText[] {
  return related.flatMap(({ relation, identifier: target }) =>
    target?.scheme === 'DOI' && relations.includes(relation) ? [plainText(target.value)] : [],
  );
}

/** The data's own number, as JPCOAR's sample writes it: an identical work with a local number. */
function dataNumbers({ related }: FormatWork): LocalizedText[] {
  return related.flatMap(({ relation, identifier: target }) =>
    target?.scheme === 'LOCAL' && relation === 'IsIdenticalTo' ? [plainText(target.value)] : [],
  );
}

/** The day of issue; where the source tells a year alone, the day of the last update, which the element is for as well. */
function dateOf({ issued, updated }: FormatWork): Filled {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(issued ?? '');
  if (isDay || updated === null) return ['date-issued-updated', 'issued', texts(issued)];
  return ['date-issued-updated', 'updated', texts(updated.slice(0, 10))];
}

function dataElements(work: FormatWork): Filled[] {
  const right = work.accessRight === 'UNKNOWN' ? null : ACCESS_RIGHTS[work.accessRight].label;
  const doi = work.doi === null ? null : identifier('DOI', work.doi).url;
  return [
    ['data-number', 'related', dataNumbers(work)],
    dateOf(work),
    ['data-description', 'description', [work.description]],
    ['data-research-field', 'subjects', fieldsOf(work)],
    ['data-type', 'type', texts(work.type === 'DATASET' ? 'dataset' : null)],
    ['file-size', 'size', texts(work.size?.replace(/\s/g, ''))],
    [
      'data-policy-license',
      'licenses',
      texts(...work.licenses.map(({ spdx }) => LICENSE_BY_SPDX.get(spdx ?? '') ?? 'OTHER')),
    ],
    // Open access is free of charge by its definition; of the others nobody says so.
    ['data-policy-free', 'accessRight', texts(work.accessRight === 'OPEN' ? 'free' : null)],
    ['access-rights', 'accessRight', texts(right)],
    ['available-date', 'embargoUntil', texts(work.embargoUntil)],
    ['repo-url-doi-link', doi === null ? 'url' : 'doi', texts(doi ?? work.url)],
    [
      'publication-link',
      'related',
      relatedDois(work, ['IsSupplementTo', 'IsReferencedBy', 'IsCitedBy', 'IsDescribedBy']),
    ],
    ['creators', 'creators', names(work.creators)],
    ...managementElements(work),
  ];
}

function paperElements(work: FormatWork): Filled[] {
  const { container } = work;
  return [
    ['manuscript-type', 'type', texts(work.type === 'CONFERENCE_PAPER' ? 'conference paper' : null)],
    ['doi', 'doi', texts(work.doi)],
    ['authors', 'creators', names(work.creators)],
    ['journal-name', 'container', [container?.title ?? null]],
    ['date-published', 'issued', texts(work.issued)],
    ['volume', 'container', texts(container?.volume)],
    ['issue', 'container', texts(container?.issue)],
    ['page-start', 'container', texts(container?.firstPage)],
    ['page-end', 'container', texts(container?.lastPage)],
    ['dataset-link', 'related', relatedDois(work, ['IsSupplementedBy'])],
  ];
}

function distinct(values: readonly (LocalizedText | null)[]): LocalizedText[] {
  const told = values.filter((value) => value !== null).filter((value) => value.values.length > 0);
  return [...new Map(told.map((value) => [JSON.stringify(value), value])).values()];
}

/** The elements of a work, each with the record that its value was taken from. Of records that register one alike the first says it. */
export function workCommonMetadata(work: FormatWork): CommonMetadata {
  const isPaper = work.type === 'ARTICLE' || work.type === 'CONFERENCE_PAPER';
  const fileType = isPaper ? 'manuscript' : work.type === 'DATASET' ? 'dataset' : null;
  const filled: Filled[] = [
    ...projectElements(work),
    ['file-type', 'type', texts(fileType)],
    ['title', 'title', [work.title]],
    ...(isPaper ? paperElements(work) : dataElements(work)),
  ];
  const given = filled.flatMap(([key, field, all]): (readonly [string, StatedElement])[] => {
    const values = distinct(all);
    const source = work.provenance?.find((item) => item.field === field) ?? null;
    return values.length === 0 ? [] : [[key, { values, source }]];
  });
  // What people have registered as these very elements goes before what is worked out from other values.
  const registered = work.registered ?? [];
  const all = new Map([...given, ...[...registered].reverse().flatMap((stated) => [...stated.given])]);
  const withheld = registered.flatMap((stated) => [...stated.withheld]).filter((key) => !all.has(key));
  return commonMetadata(all, new Set(withheld));
}

/** A work's common metadata elements as JSON. */
export function writeCommonMetadata(work: FormatWork): string {
  return JSON.stringify(toJson(workCommonMetadata(work)), null, 2);
}
