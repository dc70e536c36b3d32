import { z } from 'zod';
import { identifier, parseDoi, parseHttpUrl } from '../identifiers.js';
import { decodeAs, documentText, parseJsonText } from '../json.js';
import { NO_TEXT } from '../localized-text.js';
import type { Creator, WorkFields } from '../record.js';
import { languageTag, workType } from '../vocabulary.js';
import { affiliationOf, creatorOf, issuedOf, lineOrNull } from './parts.js';

/** What citation data carry of a work: enough for a reference, and no more. Abstracts are left out: whose they are is not told. */
export type CslFields = Pick<
  WorkFields,
  'doi' | 'identifiers' | 'type' | 'title' | 'creators' | 'publisher' | 'issued' | 'version' | 'languages' | 'url'
>;

/** CSL's types that no label of a repository names. */
const TYPES: Readonly<Record<string, WorkFields['type']>> = {
  'article-journal': 'ARTICLE',
  'paper-conference': 'CONFERENCE_PAPER',
  chapter: 'BOOK',
};

const text = z.string().nullish();
const name = z.object({
  family: text,
  given: text,
  literal: text,
  ORCID: text,
  affiliation: z.array(z.union([z.string(), z.object({ name: text })])).nullish(),
});
const shape = z.object({
  DOI: text,
  type: text,
  title: z.union([z.string(), z.array(z.string())]).nullish(),
  author: z.array(name).nullish(),
  publisher: text,
  issued: z.object({ 'date-parts': z.array(z.array(z.union([z.string(), z.number(), z.null()]))).nullish() }).nullish(),
  version: text,
  language: text,
  URL: text,
});

/** Citation data (CSL-JSON), as content negotiation at doi.org gives them. @throws UnreadableDocument */
export function readCsl(body: Uint8Array): CslFields {
  const data = decodeAs(shape, parseJsonText(documentText(body)), 'citation data (CSL-JSON)');
  const doi = data.DOI == null ? null : parseDoi(data.DOI);
  const url = data.URL == null ? null : parseHttpUrl(data.URL);
  const title = typeof data.title === 'string' ? data.title : data.title?.[0];
  const language = data.language == null ? null : languageTag(data.language);
  return {
    doi,
    identifiers: doi === null ? [] : [identifier('DOI', doi)],
    type: TYPES[data.type ?? ''] ?? workType(data.type),
    title: lineOrNull(title) ?? NO_TEXT,
    creators: (data.author ?? []).flatMap(personOf),
    publisher: lineOrNull(data.publisher),
    issued: issuedOf(dateOf(data.issued?.['date-parts']?.[0] ?? [])),
    version: data.version?.trim() || null,
    languages: language === null ? [] : [language],
    // doi.org's address is the DOI once more, and not the landing page.
    url: url === null || /^(?:dx\.|www\.)?doi\.org$/.test(new URL(url).hostname) ? null : url,
  };
}

function personOf({ family, given, literal, ORCID, affiliation }: z.output<typeof name>): Creator[] {
  const printed = literal ?? [family, given].filter((part) => part != null && part !== '').join(', ');
  const whole = lineOrNull(printed);
  if (whole === null) return [];
  const affiliations = (affiliation ?? []).flatMap((item) => {
    const found = lineOrNull(typeof item === 'string' ? item : item.name);
    return found === null ? [] : [affiliationOf(found)];
  });
  const parts = { family: lineOrNull(family), given: lineOrNull(given) };
  return [creatorOf(whole, parts, ORCID == null ? [] : [identifier('ORCID', ORCID)], affiliations)];
}

function dateOf(parts: readonly (string | number | null)[]): string | null {
  const given = parts.filter((part) => part !== null).map((part) => String(part).trim());
  return given.length === 0 || given[0] === '' ? null : given.join('-');
}
