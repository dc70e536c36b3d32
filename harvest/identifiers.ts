/** Identifiers of works in OAI-PMH (https://www.openarchives.org/OAI/2.0/guidelines-oai-identifier.htm). */

/** What the guidelines take for a name of a repository: a domain with at least one dot. */
const DOMAIN = /^[a-z][a-z0-9-]*(?:\.[a-z][a-z0-9-]*)+$/i;
/** Names nobody (RFC 2606): a server whose public address is not known has no name of its own. */
const NOBODY = 'kakehashi.invalid';

/** The repository's name in its identifiers: the host of the public address. */
export function namespaceOf(publicUrl: string | null): string {
  const host = publicUrl === null ? '' : new URL(publicUrl).hostname;
  return DOMAIN.test(host) ? host : NOBODY;
}

/** A work's id in the characters that an identifier may have, all others percent-encoded. */
function local(id: string): string {
  return encodeURIComponent(id).replace(/%(?:3A|2F|3B|40|26|3D|2B|24|2C)/g, (code) => decodeURIComponent(code));
}

export function oaiIdentifier(namespace: string, id: string): string {
  return `oai:${namespace}:${local(id)}`;
}

/** The id of the work that an identifier names; null: it is none of this repository's. */
export function workIdOf(namespace: string, identifier: string): string | null {
  const prefix = `oai:${namespace}:`;
  if (!identifier.startsWith(prefix)) return null;
  try {
    const id = decodeURIComponent(identifier.slice(prefix.length));
    return oaiIdentifier(namespace, id) === identifier ? id : null;
  } catch {
    return null;
  }
}
