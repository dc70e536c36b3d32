/** FAIR Signposting (signposting.org/FAIR): where a work's identifier, authors, contents and descriptions are, for programs. */
import { iri } from '../../../formats/linked-text.js';
import { SCHEMA_ORG_TYPES } from '../../../formats/schema-org.js';
import { identifier } from '../../../subgraphs/common/identifiers.js';
import type { WorkType } from '../../../subgraphs/common/record.js';
import { linkType, type Link, type LinkContext } from './links.js';
import { LINKSET, LINKSET_JSON, METADATA, PAGE, type Representation } from './representations.js';

/** What of a work becomes links. */
export interface SignpostedWork {
  readonly type: WorkType;
  readonly doi: string | null;
  readonly url: string | null;
  readonly identifiers: readonly { readonly scheme: string; readonly url: string | null }[];
  readonly creators: readonly {
    readonly orcid: string | null;
    readonly identifiers: readonly { readonly scheme: string; readonly url: string | null }[];
  }[];
  readonly licenses: readonly { readonly spdx: string | null; readonly url: string | null }[];
  readonly files: readonly { readonly url: string | null; readonly mediaType: string | null }[];
}

/** Where a work's page is, and where its other forms are. */
export interface Place {
  /** Absolute. */
  readonly page: string;
  readonly of: (representation: Representation) => string;
}

function present(urls: readonly (string | null | undefined)[]): string[] {
  return [...new Set(urls.map(iri).filter((url) => url !== null))];
}

/** The address by which the work is cited: what persists before what is only a page. */
function citeAs({ doi, url, identifiers }: SignpostedWork): string[] {
  const handle = identifiers.find(({ scheme }) => scheme === 'HANDLE')?.url;
  return present([doi === null ? null : identifier('DOI', doi).url, handle, url]).slice(0, 1);
}

/** Persons by ORCID iD, else by the first number that leads somewhere. */
function authors({ creators }: SignpostedWork): string[] {
  return present(
    creators.map(({ orcid, identifiers }) =>
      orcid === null ? identifiers.find(({ url }) => url !== null)?.url : `https://orcid.org/${orcid}`,
    ),
  );
}

function license({ licenses }: SignpostedWork): string[] {
  return present(licenses.map(({ url, spdx }) => url ?? (spdx === null ? null : `https://spdx.org/licenses/${spdx}`)));
}

/** Things to have, each once: a source may list a file twice. */
function items({ files }: SignpostedWork): Link[] {
  const found = new Map<string, Link>();
  for (const { url, mediaType } of files) {
    const href = iri(url);
    const type = linkType(mediaType);
    if (href !== null && !found.has(href))
      found.set(href, { href, rel: 'item', ...(type === undefined ? {} : { type }) });
  }
  return [...found.values()];
}

/** A document by its address, its bare media type and what it follows. */
function to(representation: Representation, rel: string, place: Place): Link {
  const profile = representation.format?.profile ?? null;
  const type = representation.mediaType.split(';', 1)[0] ?? '';
  return { href: place.of(representation), rel, type, ...(profile === null ? {} : { profile }) };
}

/** The links of the page (level 1), those that there are few of first. */
export function pageLinks(work: SignpostedWork, place: Place): Link[] {
  const types = ['https://schema.org/AboutPage', `https://schema.org/${SCHEMA_ORG_TYPES[work.type]}`];
  return [
    ...citeAs(work).map((href) => ({ href, rel: 'cite-as' })),
    ...types.map((href) => ({ href, rel: 'type' })),
    to(LINKSET_JSON, 'linkset', place),
    to(LINKSET, 'linkset', place),
    ...license(work)
      .slice(0, 1)
      .map((href) => ({ href, rel: 'license' })),
    ...METADATA.map((one) => to(one, 'describedby', place)),
    ...authors(work).map((href) => ({ href, rel: 'author' })),
    ...items(work),
  ];
}

/** The links of a document that describes the work. */
export function metadataLinks(representation: Representation, place: Place): Link[] {
  const profile = representation.format?.profile ?? null;
  return [
    { href: place.page, rel: 'describes', type: PAGE.mediaType },
    ...(profile === null ? [] : [{ href: profile, rel: 'profile' }]),
    to(LINKSET_JSON, 'linkset', place),
  ];
}

/** The links of the page, of every document that describes the work and of everything to have (level 2). */
export function linkset(work: SignpostedWork, place: Place): LinkContext[] {
  return [
    { anchor: place.page, links: pageLinks(work, place) },
    ...items(work).map(({ href }) => ({
      anchor: href,
      links: [{ href: place.page, rel: 'collection', type: PAGE.mediaType }],
    })),
    ...METADATA.map((one) => ({
      anchor: place.of(one),
      links: [{ href: place.page, rel: 'describes', type: PAGE.mediaType }],
    })),
  ];
}

/** The other forms of what could not be given as it was asked for. */
export function alternates(place: Place): Link[] {
  return [PAGE, ...METADATA, LINKSET_JSON, LINKSET].map((one) => to(one, 'alternate', place));
}
