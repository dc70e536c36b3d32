/** Typed links (RFC 8288) and the documents that hold many of them (RFC 9264). */

export interface Link {
  readonly href: string;
  readonly rel: string;
  /** The media type of what is there. */
  readonly type?: string;
  /** What the document there follows. */
  readonly profile?: string;
}

/** The links of one resource: `anchor` is its address. */
export interface LinkContext {
  readonly anchor: string;
  readonly links: readonly Link[];
}

/** A type and subtype as RFC 9110 (8.3.1) writes them; sources write other things, too. */
const MEDIA_TYPE = /^[a-z0-9!#$&^_.+-]+\/[a-z0-9!#$&^_.+-]+$/i;

/** A source's media type as a link may tell it; undefined for what is none. */
export function linkType(mediaType: string | null): string | undefined {
  return mediaType !== null && MEDIA_TYPE.test(mediaType) ? mediaType.toLowerCase() : undefined;
}

/** A value between double quotes; everything else that ends one, and what no header holds, is left out. */
function quoted(value: string): string {
  return `"${value.replace(/[^\x20-\x7e]/g, '').replace(/["\\]/g, '\\$&')}"`;
}

/** A link as the header Link has it, with the address of the resource where it is not the one that is answered. */
export function linkValue({ href, rel, type, profile }: Link, anchor?: string): string {
  return [
    `<${href}>`,
    ...(anchor === undefined ? [] : [`anchor=${quoted(anchor)}`]),
    `rel=${quoted(rel)}`,
    ...(type === undefined ? [] : [`type=${quoted(type)}`]),
    ...(profile === undefined ? [] : [`profile=${quoted(profile)}`]),
  ].join('; ');
}

/** As many of the links as a header has room for, in their order; who wants all reads the linkset. */
export function linkHeader(links: readonly Link[], maxLength: number): string {
  let text = '';
  for (const link of links) {
    const value = linkValue(link);
    if (text.length + value.length + 2 > maxLength) continue;
    text += text === '' ? value : `, ${value}`;
  }
  return text;
}

/** application/linkset: the header's own syntax, every link with its context, a line each. */
export function linksetText(contexts: readonly LinkContext[]): string {
  const values = contexts.flatMap(({ anchor, links }) => links.map((link) => linkValue(link, anchor)));
  return `${values.join(',\n')}\n`;
}

/** application/linkset+json. An attribute that RFC 8288 does not know (profile) is a list of texts (RFC 9264, 4.2.4.3). */
export function linksetJson(contexts: readonly LinkContext[]): string {
  const linkset = contexts.map(({ anchor, links }) => {
    const relations: Record<string, object[]> = {};
    for (const { href, rel, type, profile } of links)
      (relations[rel] ??= []).push({
        href,
        ...(type === undefined ? {} : { type }),
        ...(profile === undefined ? {} : { profile: [profile] }),
      });
    return { anchor, ...relations };
  });
  return `${JSON.stringify({ linkset }, null, 2)}\n`;
}
