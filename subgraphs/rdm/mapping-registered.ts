/** Registered metadata as records: each registered file is a work (metadata sheet 3 and 7.1). */
import { parseDay, parseEdtf, parseInstant } from '../common/edtf.js';
import { DATA_TYPES, FUNDERS, LICENSES, RESEARCH_FIELDS } from '../common/common-metadata-vocabulary.js';
import { labelsOf } from '../common/common-metadata.js';
import { identifier, parseDoi, parseHttpUrl, uniqueIdentifiers } from '../common/identifiers.js';
import { plainText, textIn } from '../common/localized-text.js';
import type {
  Container,
  FullRecord,
  Funding,
  License,
  LocalizedText,
  RelatedWork,
  Retrieval,
  Subject,
  WorkFile,
  WorkType,
} from '../common/record.js';
import { accessRight, sizeInBytes, workType } from '../common/vocabulary.js';
import { isObject } from './json.js';
import { contributorsOf, creatorOf } from './mapping-registered-people.js';
import type { RegisteredFile, RegisteredMetadata } from './metadata-document.js';
import { bilingual, codeIn, listOf, oneText, peopleIn, valuesOf, type Values } from './metadata-values.js';
import { PAGES, PREFIX } from './record.js';
import { isGuid, RDM_PLATFORM } from './requests.js';

const CC = 'https://creativecommons.org/licenses';
/** SPDX identifier and address of each licence code: straightforward, and ours (metadata sheet 4.4). */
const LICENSE_LINKS: Readonly<Record<string, readonly [string, string | null]>> = {
  CC0: ['CC0-1.0', 'https://creativecommons.org/publicdomain/zero/1.0/'],
  CC0PD: ['CC0-1.0', 'https://creativecommons.org/publicdomain/zero/1.0/'],
  CCBY: ['CC-BY-4.0', `${CC}/by/4.0/`],
  CCBYSA: ['CC-BY-SA-4.0', `${CC}/by-sa/4.0/`],
  CCBYND: ['CC-BY-ND-4.0', `${CC}/by-nd/4.0/`],
  CCBYNC: ['CC-BY-NC-4.0', `${CC}/by-nc/4.0/`],
  CCBYNCSA: ['CC-BY-NC-SA-4.0', `${CC}/by-nc-sa/4.0/`],
  CCBYNCND: ['CC-BY-NC-ND-4.0', `${CC}/by-nc-nd/4.0/`],
  AFL: ['AFL-3.0', null],
  MIT: ['MIT', null],
  Apache2: ['Apache-2.0', null],
  BSD2: ['BSD-2-Clause', null],
  BSD3: ['BSD-3-Clause', null],
  GPL3: ['GPL-3.0-only', null],
  GPL2: ['GPL-2.0-only', null],
  Artistic2: ['Artistic-2.0', null],
  Eclipse1: ['EPL-1.0', null],
  LGPL3: ['LGPL-3.0-only', null],
  LGPL2_1: ['LGPL-2.1-only', null],
  Mozilla2: ['MPL-2.0', null],
};

/** One grant from answers about it; null where they say nothing. */
function grant(values: Values): Funding | null {
  const code = codeIn(values, 'funder');
  const funder = code === null ? null : (labelsOf(FUNDERS, code) ?? plainText(code));
  const funding = {
    funder,
    funderIds: [],
    stream: bilingual(values, 'program-name'),
    streamId: oneText(values, 'funding-stream-code'),
    awardNumber: oneText(values, 'japan-grant-number'),
    awardTitle: bilingual(values, 'project-name'),
  };
  const { funderIds: _none, ...stated } = funding;
  return Object.values(stated).every((value) => value === null) ? null : funding;
}

/** The answers about further grants (2026): each a set of the same questions. */
export function additionalFunding(project: Values): readonly Values[] {
  return listOf(project.get('additional-funding')).filter(isObject).map(valuesOf);
}

/** The grants of a project's answers. */
export function fundingOf(project: Values): Funding[] {
  return [project, ...additionalFunding(project)].flatMap((values) => grant(values) ?? []);
}

/** The research field in its words; `project` is the project's (metadata sheet 4.2). */
function subjects(values: Values, project: Values): Subject[] {
  const stated = codeIn(values, 'data-research-field');
  const code = stated === 'project' ? codeIn(project, 'project-research-field') : stated;
  if (code === null) return [];
  return [{ value: labelsOf(RESEARCH_FIELDS, code) ?? plainText(code), scheme: 'e-Rad_field', url: null }];
}

function licenses(values: Values): License[] {
  const code = codeIn(values, 'data-policy-license');
  if (code === null || code === 'NO_LICENSE') return [];
  const [spdx, url] = LICENSE_LINKS[code] ?? [null, null];
  const labels = labelsOf(LICENSES, code);
  return [{ name: labels === null ? code : (textIn(labels, 'en') ?? code), spdx, url }];
}

function isManuscript(values: Values): boolean {
  return codeIn(values, 'file-type') === 'manuscript';
}

/** A paper's kind and a dataset's are told by different questions; one that tells none is what its file type says. */
function typeOf(values: Values): WorkType {
  const type = workType(codeIn(values, isManuscript(values) ? 'manuscript-type' : 'data-type'));
  if (type !== 'OTHER') return type;
  if (isManuscript(values)) return 'ARTICLE';
  const stated = codeIn(values, 'data-type');
  return stated === null || DATA_TYPES.has(stated) ? 'DATASET' : 'OTHER';
}

/** A dataset's repository DOI is its own; a paper's is its publisher's version, so its own only for that version (metadata sheet 7.1). */
function ownDoi(values: Values): string | null {
  const key = isManuscript(values) ? (codeIn(values, 'version') === 'VoR' ? 'doi' : null) : 'repo-url-doi-link';
  const stated = key === null ? null : oneText(values, key);
  return stated === null ? null : parseDoi(stated);
}

function related(values: Values, node: string | null): RelatedWork[] {
  const links: readonly (readonly [string, string | null])[] = [
    ['IsSupplementTo', oneText(values, 'publication-link')],
    ['IsSupplementedBy', oneText(values, 'dataset-link')],
    ['IsVersionOf', isManuscript(values) && codeIn(values, 'version') !== 'VoR' ? oneText(values, 'doi') : null],
  ];
  const works = links.flatMap(([relation, link]): RelatedWork[] => {
    const doi = link === null ? null : parseDoi(link);
    return doi === null ? [] : [{ relation, id: `doi:${doi}`, identifier: identifier('DOI', doi), title: null }];
  });
  if (node === null || !isGuid(node)) return works;
  const project = identifier('RDM_GUID', node, `${PAGES}/${node}/`);
  return [...works, { relation: 'IsPartOf', id: `${PREFIX}${node}`, identifier: project, title: null }];
}

function container(values: Values): Container | null {
  const title = bilingual(values, 'journal-name');
  const [volume, issue] = [oneText(values, 'volume'), oneText(values, 'issue')];
  const [firstPage, lastPage] = [oneText(values, 'page-start'), oneText(values, 'page-end')];
  const isStated = [title, volume, issue, firstPage, lastPage].some((part) => part !== null);
  return isStated ? { title, issn: [], volume, issue, firstPage, lastPage } : null;
}

/** The guid of a file, which it has once someone opened it: /xyz12/. */
function guidOf({ urlpath }: RegisteredFile): string | null {
  return /^\/([a-z0-9]{5})\/?$/.exec(urlpath ?? '')?.[1] ?? null;
}

/** A file of a component stands under the component's id (fact sheet 10). */
function placeOf(file: RegisteredFile, node: string | null): { readonly node: string | null; readonly path: string } {
  const path = file.path ?? '';
  const component = /^([a-z0-9]{5})\/([a-z0-9]+\/.+)$/.exec(path);
  return component?.[1] && component[2] && /^osfstorage\//.test(component[2])
    ? { node: component[1], path: component[2] }
    : { node, path };
}

function fileOf(file: RegisteredFile, page: string | null, right: WorkFile['accessRight']): WorkFile {
  const size = oneText(file.values, 'file-size');
  const name = (file.path ?? '').split('/').findLast((step) => step !== '') ?? '';
  const available = oneText(file.values, 'available-date');
  return {
    name,
    url: page,
    kind: codeIn(file.values, 'file-type') ?? (isManuscript(file.values) ? 'manuscript' : 'dataset'),
    mediaType: null,
    bytes: size === null ? null : sizeInBytes(size),
    size,
    accessRight: right,
    availableFrom: available === null ? null : parseDay(available),
  };
}

/** The title, in its own schema's words; another schema names the dataset as a whole (metadata sheet 8). */
function titleOf(values: Values, project: Values): LocalizedText {
  const own = bilingual(values, 'title');
  if (own !== null) return own;
  const [ja, en] = [oneText(project, 'title-of-dataset'), oneText(project, 'title-of-dataset-en')];
  return {
    values: [...(ja === null ? [] : plainText(ja).values), ...(en === null ? [] : [{ value: en, lang: 'en' }])],
  };
}

/** One registered file as a work. */
export function mapRegisteredFile(file: RegisteredFile, set: RegisteredMetadata, retrieved: Retrieval): FullRecord {
  // Another schema asks about the dataset as a whole what this one asks about each file.
  const values: Values = new Map([...set.project, ...file.values]);
  const guid = guidOf(file);
  const { node, path } = placeOf(file, set.node);
  const web = file.urlpath === null ? null : parseHttpUrl(new URL(file.urlpath, PAGES).href);
  const link = oneText(values, 'repo-url-doi-link');
  const doi = ownDoi(values);
  const right = accessRight(codeIn(values, 'access-rights'));
  const available = oneText(values, 'available-date');
  const issued = isManuscript(values) ? oneText(values, 'date-published') : oneText(values, 'date-issued-updated');
  const number = oneText(values, 'data-number');
  const landing = link === null || parseDoi(link) !== null ? null : parseHttpUrl(link);
  return {
    id: `${PREFIX}${guid ?? [node, path].filter((part) => part !== null && part !== '').join('/')}`,
    platform: RDM_PLATFORM,
    retrieved,
    doi,
    identifiers: uniqueIdentifiers([
      ...(guid === null ? [] : [identifier('RDM_GUID', guid, web)]),
      ...(doi === null ? [] : [identifier('DOI', doi)]),
      ...(number === null ? [] : [identifier('LOCAL', number)]),
      ...(landing === null ? [] : [identifier('URL', landing)]),
    ]),
    type: typeOf(values),
    title: titleOf(values, set.project),
    alternativeTitles: [],
    description: bilingual(values, 'data-description'),
    creators: peopleIn(
      values,
      isManuscript(values) && peopleIn(values, 'authors').length > 0 ? 'authors' : 'creators',
    ).map(creatorOf),
    contributors: contributorsOf(values),
    publisher: null,
    container: container(values),
    event: null,
    degree: null,
    version: oneText(values, 'version'),
    issued: issued === null ? null : parseEdtf(issued),
    updated: file.modified === null ? null : parseInstant(file.modified),
    languages: [],
    subjects: subjects(values, set.project),
    accessRight: right,
    embargoUntil: right === 'EMBARGOED' && available !== null ? parseDay(available) : null,
    licenses: licenses(values),
    formats: [],
    size: oneText(values, 'file-size'),
    funding: fundingOf(set.project),
    places: [],
    period: null,
    files: file.folder ? [] : [fileOf(file, web, right)],
    url: landing ?? (doi === null ? web : identifier('DOI', doi).url),
    related: related(values, node),
  };
}

/** Every registered file of a document as a work. */
export function mapRegistered(sets: readonly RegisteredMetadata[], retrieved: Retrieval): FullRecord[] {
  return sets.flatMap((set) => set.files.map((file) => mapRegisteredFile(file, set, retrieved)));
}
