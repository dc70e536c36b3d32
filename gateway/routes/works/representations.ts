import Negotiator from 'negotiator';
import { FORMATS, type Format } from '../../../formats/registry.js';

/** A form in which a work is to be had at its address. */
export interface Representation {
  /** Its name in `?format=`. */
  readonly name: string;
  /** As answers and links tell it. */
  readonly mediaType: string;
  /** The media types that ask for it. */
  readonly asked: readonly string[];
  readonly kind: 'page' | 'linkset' | 'format';
  /** Of a format: its name in the API. */
  readonly format?: Format;
}

function ofFormat(format: Format): Representation {
  const { name, mediaType, profile } = format;
  const bare = mediaType.split(';', 1)[0] ?? mediaType;
  // Who follows a link by its type and profile asks for both.
  const asked = profile === null ? [mediaType] : [...new Set([mediaType, `${bare};profile="${profile}"`])];
  return { name, mediaType, asked, kind: 'format', format };
}

export const PAGE: Representation = {
  name: 'html',
  mediaType: 'text/html',
  asked: ['text/html'],
  kind: 'page',
};

export const LINKSET_JSON: Representation = {
  name: 'linkset-json',
  mediaType: 'application/linkset+json',
  asked: ['application/linkset+json'],
  kind: 'linkset',
};

export const LINKSET: Representation = {
  name: 'linkset',
  mediaType: 'application/linkset',
  asked: ['application/linkset'],
  kind: 'linkset',
};

/** The documents that describe a work. */
export const METADATA: readonly Representation[] = FORMATS.map(ofFormat);

/** All forms, the one that is given where any will do first. */
export const REPRESENTATIONS: readonly Representation[] = [PAGE, ...METADATA, LINKSET_JSON, LINKSET];

const BY_MEDIA_TYPE = new Map(REPRESENTATIONS.flatMap((one) => one.asked.map((type) => [type, one] as const)));

/** The form that suits an Accept header best, by quality, then by how exactly it is asked for; null: none does. */
export function negotiated(accept: string | undefined): Representation | null {
  // A header that says nothing excludes nothing.
  const headers = accept === undefined || accept.trim() === '' ? {} : { accept };
  const type = new Negotiator({ headers }).mediaType([...BY_MEDIA_TYPE.keys()]);
  return (type === undefined ? undefined : BY_MEDIA_TYPE.get(type)) ?? null;
}

/** Whether an answer that is no work, a fault, is for eyes or for programs. */
export function wantsPage(accept: string | undefined): boolean {
  if (accept === undefined) return false;
  return new Negotiator({ headers: { accept } }).mediaType(['application/json', 'text/html']) === 'text/html';
}
