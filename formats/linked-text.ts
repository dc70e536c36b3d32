import type { LocalizedText } from '../subgraphs/common/record.js';

/** A text of JSON-LD: with the language that the source tags, else plain. */
export type LinkedText = string | { readonly '@value': string; readonly '@language': string };

/** JSON-LD knows well-formed tags only: what a source writes instead is left out, and its text stays. */
const TAG = /^[a-z]{1,8}(-[a-z0-9]{1,8})*$/i;

/** A text in all its languages; empty where there is none. */
export function linkedTexts(text: LocalizedText | null): LinkedText[] {
  return (text?.values ?? []).map(({ value, lang }) =>
    lang === null || !TAG.test(lang) ? value : { '@value': value, '@language': lang },
  );
}

/** An address as JSON-LD may hold it as a node's name: characters that no IRI has are percent-encoded; null where it is no http(s) address. */
export function iri(url: string | null | undefined): string | null {
  if (url === null || url === undefined || !URL.canParse(url)) return null;
  const { href, protocol } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') return null;
  return href.replace(/[\s<>"{}|\\^`]/g, (character) => encodeURIComponent(character));
}
