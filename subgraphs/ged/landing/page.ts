/** One landing page, in the language that it is written in: what its fields say, each as far as it can be read. */
import { UnreadableDocument } from '../../common/errors.js';
import { parseEdtf, parseDay } from '../../common/edtf.js';
import { parseDoi } from '../../common/identifiers.js';
import { license as licenseOf, spdxOf } from '../../common/vocabulary.js';
import type { License } from '../../common/record.js';
import { fieldsOf, textOf, type Fields } from './fields.js';
import { readJsonLd, type DatasetJsonLd } from './json-ld.js';
import { fieldOf, type FieldName } from './labels.js';
import { readLinks, type LinkedFile, type LinkedService } from './links.js';
import { outlineOf, type Outline } from './outline.js';
import { readPeople, type Person } from './people.js';
import { readSites, type Site } from './sites.js';
import { needsPassword, statusOf, type GedStatus } from './status.js';
import {
  emailIn,
  listOf,
  readLanguage,
  readSpan,
  readVersion,
  shortList,
  withoutContact,
  type Span,
} from './values.js';

export interface LandingPage {
  readonly title: string;
  /** Canonical; null where the page prints none. */
  readonly doi: string | null;
  readonly abstract: string | null;
  readonly creators: readonly Person[];
  readonly contributors: string | null;
  readonly provider: string | null;
  /** As printed. */
  readonly contact: string | null;
  /** EDTF. */
  readonly issued: string | null;
  readonly coverage: Span | null;
  readonly observationPeriod: Span | null;
  readonly version: string | null;
  /** YYYY-MM-DD. */
  readonly updated: string | null;
  readonly language: string | null;
  readonly formats: readonly string[];
  readonly size: string | null;
  readonly observedItems: string | null;
  readonly resolution: string | null;
  readonly precision: string | null;
  readonly method: string | null;
  readonly sites: readonly Site[];
  readonly history: readonly string[];
  readonly references: readonly string[];
  readonly usedIn: readonly string[];
  readonly acknowledgements: string | null;
  readonly terms: string | null;
  readonly license: License | null;
  readonly keywords: readonly string[];
  readonly files: readonly LinkedFile[];
  readonly services: readonly LinkedService[];
  readonly status: GedStatus;
  /** The page says that its files need a password, wherever it says so. */
  readonly password: boolean;
}

/** Where a page is from, to read its links. */
export interface PagePlace {
  readonly url: string;
  /** Where its files are read from, without a slash at its end. */
  readonly filesUrl: string;
}

const CODE = /\bCC[\s-]?(?:0(?:[\s-]1\.0)?|BY(?:[\s-](?:NC|SA|ND))*[\s-]\d\.\d)/i;
const CC_ADDRESS = /https?:\/\/creativecommons\.org\/(?:licenses|publicdomain)\/[\w./-]+/i;

/** A licence where a code or an address of one is printed: terms in prose are none (fact sheet 10). */
function readLicense(text: string, addresses: readonly string[]): License | null {
  const address = addresses.find((one) => CC_ADDRESS.test(one)) ?? CC_ADDRESS.exec(text)?.[0] ?? null;
  const code = CODE.exec(text.normalize('NFKC'))?.[0] ?? null;
  const name = code === null ? null : code.replace(/\s+/g, ' ');
  const spdx =
    name === null
      ? null
      : (spdxOf(name) ?? spdxOf(name.replace(/^CC\s?BY/i, 'CC BY').replace(/\s(NC|SA|ND)/gi, '-$1')));
  const read = licenseOf(name, address);
  return read === null ? null : { ...read, spdx: read.spdx ?? spdx };
}

function titleOf({ heading, values }: Fields, outline: Outline): string | null {
  const titled = textOf(values.get('title'))?.replace(/\s+/g, ' ');
  // The document's title has the site's name behind a bar: "…|国立環境研究所".
  return titled ?? heading ?? (outline.title.split(/\s*[|｜]\s*/)[0]?.trim() || null);
}

/** The DOI that the page prints: in its field, else in the address that it gives as its own. */
function doiOf(text: (name: FieldName) => string | null, { values }: Fields): string | null {
  const hrefs = [...(values.get('doi') ?? []), ...(values.get('url') ?? [])].flatMap((value) =>
    value.kind === 'text' ? value.links.map(({ href }) => href) : [],
  );
  for (const printed of [text('doi') ?? '', text('url') ?? '', ...hrefs]) {
    const doi = parseDoi(/10\.17595\/[\d.]*\d/.exec(printed.normalize('NFKC'))?.[0] ?? '');
    if (doi !== null) return doi;
  }
  return null;
}

const FACTS: readonly FieldName[] = [
  'creators', 'issued', 'coverage', 'provider', 'doi', 'formats', 'size', 'version', 'observedItems', 'terms',
]; // prettier-ignore

/** An error page, or the page of something else, has at most a title in common with a landing page. */
function requireFacts({ values }: Fields): void {
  if (FACTS.filter((name) => values.has(name)).length < 2) {
    throw new UnreadableDocument('it is no landing page of GED: it has none of the labelled fields of one');
  }
}

/**
 * A value is looked for in so many characters of a field; shown is all of it. The longest list of authors is far shorter, and
 * the time that is taken may grow with the square of it.
 */
const PARSED_CHARACTERS = 20_000;

function begin(text: string | null): string {
  return (text ?? '').slice(0, PARSED_CHARACTERS);
}

function textsOf(fields: Fields) {
  const text = (name: FieldName): string | null => textOf(fields.values.get(name));
  const parsed = (name: FieldName): string => begin(text(name));
  const list = (name: FieldName): string[] => listOf(text(name) ?? '');
  return { text, parsed, list };
}

/** What stands beside the version, else in a field of its own. */
function versionOf(parsed: (name: FieldName) => string, jsonLd: DatasetJsonLd | null) {
  const printed = readVersion(parsed('version'));
  return {
    version: jsonLd?.version ?? printed.version,
    updated: parseDay(jsonLd?.dateModified ?? '') ?? printed.updated ?? parseDay(parsed('updated')),
  };
}

/**
 * Reads a landing page by its labels, in either language; a Dataset in its JSON-LD counts before what is printed.
 * @throws UnreadableDocument for a page that has no title, or none of the labels.
 */
export function readLandingPage(html: string, place: PagePlace): LandingPage {
  const outline = outlineOf(html, (text) => fieldOf(text) !== null);
  const fields = fieldsOf(outline);
  requireFacts(fields);
  const jsonLd = readJsonLd(outline.jsonLd);
  const { text, parsed, list } = textsOf(fields);
  const title = jsonLd?.name ?? titleOf(fields, outline);
  if (title === null) throw new UnreadableDocument('it is no landing page of GED: it has no title');
  const introduction = textOf(fields.introduction);
  const abstract = jsonLd?.description ?? introduction ?? text('abstract');
  const provider = parsed('provider');
  const { files, services } = readLinks(fields, place.url, place.filesUrl);
  const told = [begin(introduction), ...(['abstract', 'files', 'status', 'version'] as const).map(parsed)];
  const terms = text('terms');
  const termsLinks = [...(fields.values.get('terms') ?? []), ...(fields.values.get('license') ?? [])].flatMap(
    (value) => (value.kind === 'text' ? value.links.map(({ href }) => href) : []),
  );
  return {
    title,
    doi: doiOf(text, fields),
    abstract,
    creators: readPeople(parsed('creators')),
    contributors: text('contributors'),
    provider: withoutContact(provider) || null,
    contact: emailIn(parsed('contact')) ?? emailIn(provider),
    issued: parseEdtf(jsonLd?.datePublished ?? '') ?? parseEdtf(parsed('issued')),
    coverage: readSpan(parsed('coverage')),
    observationPeriod: readSpan(parsed('observationPeriod')),
    ...versionOf(parsed, jsonLd),
    language: readLanguage(parsed('language')),
    formats: shortList(parsed('formats')),
    size: text('size')?.replace(/\s+/g, ' ') ?? null,
    observedItems: text('observedItems'),
    resolution: text('resolution'),
    precision: text('precision'),
    method: text('method'),
    sites: readSites(fields.values.get('position') ?? [], fields.values.get('height') ?? []),
    history: list('history'),
    references: list('references'),
    usedIn: list('usedIn'),
    acknowledgements: text('acknowledgements'),
    terms,
    license: readLicense([jsonLd?.license ?? '', parsed('license'), begin(terms)].join('\n'), termsLinks),
    keywords: jsonLd !== null && jsonLd.keywords.length > 0 ? jsonLd.keywords : shortList(parsed('keywords')),
    files,
    services,
    status: statusOf(told),
    password: [...told, begin(terms)].some(needsPassword),
  };
}
