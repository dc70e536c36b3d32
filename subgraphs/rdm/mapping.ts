/** GakuNin RDM's projects and files as records: nothing of the upstream's shape gets past here. */
import { parseInstant } from '../common/edtf.js';
import { identifier, parseHttpUrl } from '../common/identifiers.js';
import { localizedTextOrNull, NO_TEXT, plainText } from '../common/localized-text.js';
import type { Creator, Retrieval, WorkType } from '../common/record.js';
import { cleanLine, cleanText } from '../common/text.js';
import { creatorOf, inOrder } from './mapping-people.js';
import { PAGES, PREFIX, type FullRdmRecord, type RdmFile, type RdmRecord } from './record.js';
import { RDM_PLATFORM } from './requests.js';
import type { ContributorDocument, FileDocument, NodeDocument } from './shapes.js';

/** A project is one; a component is of the kind that its people chose (fact sheet 9), where the API has that kind. */
const TYPES: Readonly<Record<string, WorkType>> = {
  project: 'PROJECT',
  '': 'PROJECT',
  data: 'DATASET',
  software: 'SOFTWARE',
};

/** What the contributors of a project are to it: those who are cited are its creators. */
export interface People {
  readonly members: readonly Creator[];
  readonly creators: readonly Creator[];
  readonly contributors: readonly { readonly role: string; readonly creator: Creator }[];
}

/** Everyone who takes part, from the whole list of contributors. */
export function mapPeople(documents: readonly ContributorDocument[]): People {
  const people = inOrder(documents).flatMap((document) => {
    const creator = creatorOf(document);
    return creator === null ? [] : [{ creator, cited: document.attributes?.bibliographic !== false }];
  });
  return {
    members: people.map(({ creator }) => creator),
    creators: people.filter(({ cited }) => cited).map(({ creator }) => creator),
    contributors: people.filter(({ cited }) => !cited).map(({ creator }) => ({ role: 'ProjectMember', creator })),
  };
}

/** The people of a project where its document carries all of them: an embedded list ends after ten (fact sheet 4). */
function peopleOf({ embeds }: NodeDocument): People | null {
  const list = embeds?.contributors ?? null;
  return list === null || list.more || (list.total ?? 0) > list.items.length + list.refused.length
    ? null
    : mapPeople(list.items);
}

function instant(printed: string | null): string | null {
  return printed === null ? null : parseInstant(printed);
}

/** A project from its document. `funding` and `files` are in documents of their own, so they are left out. */
export function mapNode(node: NodeDocument, retrieved: Retrieval): RdmRecord {
  const { attributes, relationships, links } = node;
  const text = attributes.description === null ? null : cleanText(attributes.description);
  const tags = (attributes.tags ?? []).map(cleanLine).filter((tag) => tag !== '');
  const page = (links?.html == null ? null : parseHttpUrl(links.html)) ?? `${PAGES}/${encodeURIComponent(node.id)}/`;
  const people = peopleOf(node);
  const origins = [
    ...(relationships?.registered_from == null ? [] : [['IsVersionOf', relationships.registered_from] as const]),
    ...(relationships?.parent == null ? [] : [['IsPartOf', relationships.parent] as const]),
  ];
  return {
    id: `${PREFIX}${node.id}`,
    platform: RDM_PLATFORM,
    retrieved,
    guid: node.id,
    public: attributes.public,
    text: text === '' ? null : text,
    tags,
    created: instant(attributes.date_created),
    modified: instant(attributes.date_modified),
    permissions: attributes.current_user_permissions ?? [],
    doi: null,
    identifiers: [identifier('RDM_GUID', node.id, page)],
    type: TYPES[attributes.category ?? ''] ?? 'OTHER',
    title: attributes.title === null ? NO_TEXT : plainText(cleanLine(attributes.title)),
    alternativeTitles: [],
    description: text === null ? null : localizedTextOrNull(plainText(text).values),
    ...(people ?? {}),
    publisher: null,
    container: null,
    event: null,
    degree: null,
    version: null,
    // Its dates are those of the deposit and of its log.
    issued: null,
    updated: instant(attributes.date_modified),
    languages: [],
    subjects: tags.map((tag) => ({ value: plainText(tag), scheme: null, url: null })),
    accessRight: attributes.public === null ? 'UNKNOWN' : attributes.public ? 'OPEN' : 'RESTRICTED',
    embargoUntil: null,
    licenses: [],
    formats: [],
    size: null,
    places: [],
    period: null,
    url: page,
    related: origins.map(([relation, guid]) => ({
      relation,
      id: `${PREFIX}${guid}`,
      identifier: identifier('RDM_GUID', guid, `${PAGES}/${encodeURIComponent(guid)}/`),
      title: null,
    })),
  };
}

/** A project where no more can be read (offline): what its document does not carry counts as none. */
export function asFullRecord(record: RdmRecord): FullRdmRecord {
  return {
    creators: [],
    contributors: [],
    funding: [],
    files: [],
    doi: null,
    identifiers: [],
    type: 'OTHER',
    title: NO_TEXT,
    alternativeTitles: [],
    description: null,
    publisher: null,
    container: null,
    event: null,
    degree: null,
    version: null,
    issued: null,
    updated: null,
    languages: [],
    subjects: [],
    accessRight: 'UNKNOWN',
    embargoUntil: null,
    licenses: [],
    formats: [],
    size: null,
    places: [],
    period: null,
    url: null,
    related: [],
    ...record,
  };
}

/** A file or folder in a folder whose path for people is given. */
export function mapFile({ id, attributes, links }: FileDocument, folder: string): RdmFile {
  const isFolder = attributes.kind === 'folder';
  const end = isFolder ? '/' : '';
  const printed = attributes.materialized_path ?? attributes.materialized ?? `${folder}${attributes.name}`;
  const address = links?.html ?? links?.download ?? null;
  return {
    id,
    name: attributes.name,
    path: `${printed.replace(/\/+$/, '')}${end}`,
    storagePath: attributes.path ?? printed,
    folder: isFolder,
    bytes: isFolder ? null : (attributes.sizeInt ?? attributes.size),
    modified: instant(attributes.date_modified ?? attributes.modified_utc),
    sha256: attributes.extra?.hashes?.sha256 ?? null,
    url: address === null ? null : parseHttpUrl(address),
  };
}
