import { identifier, parseHttpUrl, uniqueIdentifiers } from '../../common/identifiers.js';
import { interval, parseEdtf, parseInstant } from '../../common/edtf.js';
import { files, landingPage, ownDoi, type IsoLink } from '../../common/iso19115/links.js';
import { contributors, creators, type IsoContact } from '../../common/iso19115/parties.js';
import { langString, localizedTextOrNull, NO_TEXT, plainText } from '../../common/localized-text.js';
import type { BoundingBox, LocalizedText, Subject, WorkFields } from '../../common/record.js';
import { cleanLine } from '../../common/text.js';
import { spdxOf, license, workType } from '../../common/vocabulary.js';
import { datasetIdOfPath } from '../ids.js';

/** A resource as GEO DAB tells it, in JSON or Atom. Texts as printed: line breaks and indentation stand in them. */
export interface Report {
  readonly id: string;
  readonly sourceId: string | null;
  readonly sourceTitle: string | null;
  readonly title: string;
  readonly alternateTitle: string;
  readonly description: string;
  readonly keywords: readonly string[];
  readonly topics: readonly string[];
  readonly formats: readonly string[];
  readonly links: readonly IsoLink[];
  readonly boxes: readonly BoundingBox[];
  /** Beginnings and ends, as printed; blank where not told. */
  readonly times: readonly { readonly from: string; readonly to: string }[];
  readonly published: readonly string[];
  readonly updated: readonly string[];
  readonly rights: readonly string[];
  readonly parties: readonly IsoContact[];
  readonly level: string | null;
}

/** What the broker's record of a resource carries of the shared fields; the others it does not carry. */
export type GeodabFields = Pick<
  WorkFields,
  | 'doi' | 'identifiers' | 'type' | 'title' | 'alternativeTitles' | 'description' | 'creators' | 'contributors' | 'issued'
  | 'updated' | 'subjects' | 'licenses' | 'formats' | 'places' | 'period' | 'files' | 'url'
>; // prettier-ignore

/** One resource of an answer. */
export interface GeodabHit {
  /** The broker's own identifier. */
  readonly id: string;
  readonly sourceId: string | null;
  readonly sourceTitle: string | null;
  readonly fields: GeodabFields;
  readonly links: readonly IsoLink[];
  /** DIAS's ids of the datasets whose pages or documents the links lead to (/dataset/{id}, /doc/{id}-). */
  readonly datasetIds: readonly string[];
  readonly constraints: readonly LocalizedText[];
}

/** A party by printed names; blank ones are none. */
export function party(person: string, organization: string, role: string, email = ''): IsoContact | null {
  const text = (printed: string): LocalizedText | null => localizedTextOrNull([langString(cleanLine(printed))]);
  const [name, of] = [text(person), text(organization)];
  if (name === null && of === null) return null;
  const emails = email.trim() === '' ? [] : [email.trim()];
  return { name, organization: of, position: null, role, emails, personIdentifiers: [], organizationIdentifiers: [] };
}

/** A link by printed values; null where its address is none. */
export function link(url: string, name: string, description: string, protocol: string, code: string): IsoLink | null {
  const address = parseHttpUrl(url.trim());
  const text = (printed: string): string | null => (cleanLine(printed) === '' ? null : cleanLine(printed));
  return address === null
    ? null
    : {
        url: address,
        name: text(name),
        description: text(description),
        protocol: text(protocol),
        function: text(code),
      };
}

function lines(texts: readonly string[]): string[] {
  return [...new Set(texts.map(cleanLine).filter((text) => text !== ''))];
}

function subjects({ keywords, topics }: Report): Subject[] {
  const of = (texts: readonly string[], scheme: string | null): Subject[] =>
    lines(texts).map((text) => ({ value: plainText(text), scheme, url: null }));
  return [...of(keywords, null), ...of(topics, 'ISO 19115 Topic Category')];
}

/** From the first beginning to the last end. For what goes on the broker tells the day of its harvest as the end. */
function period(times: Report['times']): string | null {
  const dates = (edge: 'from' | 'to'): string[] => times.flatMap((time) => parseEdtf(time[edge].trim()) ?? []).sort();
  return interval(dates('from')[0] ?? null, dates('to').at(-1) ?? null);
}

/** The resource in the shared fields. No language is told for any text. */
export function mapReport(report: Report): GeodabHit {
  const doi = ownDoi([], [report.id], report.links);
  const identifiers = uniqueIdentifiers([
    ...(doi === null ? [] : [identifier('DOI', doi)]),
    identifier('GEODAB', report.id),
  ]);
  const fields: GeodabFields = {
    doi,
    identifiers,
    type:
      report.level === null
        ? 'OTHER'
        : /^(?:series|nonGeographicDataset)$/i.test(report.level)
          ? 'DATASET'
          : workType(report.level),
    title: localizedTextOrNull([langString(cleanLine(report.title))]) ?? NO_TEXT,
    alternativeTitles: lines([report.alternateTitle]).map((text) => plainText(text)),
    // The line breaks within are the layout of the document.
    description: localizedTextOrNull([langString(cleanLine(report.description))]),
    creators: creators(report.parties),
    contributors: contributors(report.parties),
    issued: report.published.flatMap((date) => parseEdtf(date) ?? [])[0] ?? null,
    updated:
      report.updated
        .flatMap((date) => parseInstant(date) ?? [])
        .sort()
        .at(-1) ?? null,
    subjects: subjects(report),
    licenses: lines(report.rights).flatMap((text) => (spdxOf(text) === null ? [] : (license(text, text) ?? []))),
    formats: lines(report.formats),
    places: report.boxes.map((box) => ({ name: null, box, point: null })),
    period: period(report.times),
    files: files(report.links),
    url: landingPage(null, report.links, identifiers),
  };
  const { id, sourceId, sourceTitle, links } = report;
  const datasetIds = [...new Set(links.flatMap(({ url }) => datasetIdOfPath(new URL(url).pathname) ?? []))];
  return {
    id,
    sourceId,
    sourceTitle,
    fields,
    links,
    datasetIds,
    constraints: lines(report.rights).map((text) => plainText(text)),
  };
}
