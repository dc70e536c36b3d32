import { createHash } from 'node:crypto';
import { parseEdtf } from '../common/edtf.js';
import { identifier, parseDoi, parseHttpUrl, parseIssn, uniqueIdentifiers } from '../common/identifiers.js';
import { localizedTextOrNull, langString } from '../common/localized-text.js';
import type {
  Container,
  EventInfo,
  Funding,
  Identifier,
  License,
  LocalizedText,
  Place,
  Subject,
} from '../common/record.js';
import { cleanText } from '../common/text.js';
import { license } from '../common/vocabulary.js';
import { line } from './mapping-people.js';
import type { EoscInstance } from './record.js';
import type { Pid, Product, ProductInstance, ProductProject } from './shapes.js';
import { accessRightOf } from './vocabulary.js';

/** A placeholder for a grant whose number the source did not tell. */
const NO_CODE = /^unidentified$/i;
/** What stands where OpenAIRE does not know (fact sheet 2.5, 2.10 trap 6). */
const UNKNOWN = /^unknown(?: repository)?$/i;

/** Every DOI among the product's pids, lower case, each once. */
export function doisOf(pids: readonly Pid[]): string[] {
  const dois = pids.flatMap(({ scheme, value }) =>
    scheme?.toLowerCase() === 'doi' && value !== null ? (parseDoi(value) ?? []) : [],
  );
  return [...new Set(dois)];
}

/**
 * The product's own DOI. A merged product states those of its versions too: its id is the hash of the one that it goes by.
 * Never one of an instance's alternate identifiers, which may be another work's.
 */
export function ownDoi(id: string, dois: readonly string[]): string | null {
  const hash = id.split('::').at(-1)?.toLowerCase();
  const named = dois.find((doi) => createHash('md5').update(doi).digest('hex') === hash);
  return named ?? dois[0] ?? null;
}

/** The id, the pids, and the OAI identifiers among the ids that the sources gave; other original ids name no scheme. */
export function identifiersOf({ id, pids, originalIds }: Product): Identifier[] {
  return uniqueIdentifiers([
    identifier('OPENAIRE', id),
    ...pids.flatMap(({ scheme, value }) => (scheme === null || value === null ? [] : [identifier(scheme, value)])),
    ...originalIds.flatMap((original) => (/^oai:\S+$/.test(original) ? [identifier('OAI', original)] : [])),
  ]);
}

/** Descriptions as text: HTML and JATS are taken off (fact sheet 2.10 trap 1). */
export function descriptionOf({ descriptions }: Product): LocalizedText | null {
  return localizedTextOrNull(descriptions.map((description) => langString(cleanText(description))));
}

export function subjectsOf({ subjects }: Product): Subject[] {
  const seen = new Set<string>();
  return subjects.flatMap(({ subject }) => {
    const value = line(subject?.value ?? null);
    // `keyword` says that there is no scheme.
    const scheme = subject?.scheme === null || subject?.scheme.toLowerCase() === 'keyword' ? null : subject?.scheme;
    const key = `${scheme ?? ''} ${value?.values[0]?.value ?? ''}`;
    if (value === null || seen.has(key)) return [];
    seen.add(key);
    return [{ value, scheme: scheme ?? null, url: null }];
  });
}

export function containerOf({ container }: Product): Container | null {
  if (container === null) return null;
  const issn = [container.issnPrinted, container.issnOnline, container.issnLinking].flatMap((number) =>
    number === null ? [] : (parseIssn(number) ?? []),
  );
  const found = {
    title: line(container.name),
    issn: [...new Set(issn)],
    volume: container.vol,
    issue: container.iss,
    firstPage: container.sp,
    lastPage: container.ep,
  };
  const empty =
    found.issn.length === 0 && Object.values(found).every((value) => value === null || value === found.issn);
  return empty ? null : found;
}

export function eventOf({ container }: Product): EventInfo | null {
  const place = line(container?.conferencePlace ?? null);
  const date = container?.conferenceDate ?? null;
  const period = date === null ? null : parseEdtf(date);
  return place === null && period === null ? null : { name: null, place, period };
}

/** Names of places alone: in which order a box or a point prints its numbers is documented nowhere and was never seen. */
export function placesOf({ geoLocations }: Product): Place[] {
  return geoLocations.flatMap(({ place }) => {
    const name = line(place);
    return name === null ? [] : [{ name, box: null, point: null }];
  });
}

/** A licence is free text (CC BY) or an address (fact sheet 2.5). */
function licenseOf(printed: string | null): License | null {
  return printed === null ? null : license(printed, parseHttpUrl(printed));
}

export function licensesOf({ instances }: Product): License[] {
  const licenses = new Map<string, License>();
  for (const { license: printed } of instances) {
    const found = licenseOf(printed);
    if (found !== null) licenses.set(JSON.stringify(found), found);
  }
  return [...licenses.values()];
}

const known = (text: string | null): string | null => (text === null || UNKNOWN.test(text) ? null : text);

export function instanceOf(instance: ProductInstance): EoscInstance {
  return {
    urls: [...new Set(instance.urls.flatMap((url) => parseHttpUrl(url) ?? []))],
    accessRight: accessRightOf(instance.accessRight),
    license: licenseOf(instance.license),
    hostedBy: known(instance.hostedBy?.value ?? null),
    refereed: known(instance.refereed),
  };
}

/** A grant, from any of the forms in which the versions write who paid. */
export function fundingOf({ code, title, funder, fundings, funding }: ProductProject): Funding[] {
  const payer = funder ?? fundings[0] ?? funding?.funder ?? null;
  const stream = payer?.fundingStream ?? null;
  const level = funding?.level0 ?? null;
  const awardNumber = code === null || NO_CODE.test(code) ? null : code;
  const found: Funding = {
    funder: line(payer?.name ?? payer?.shortName ?? null),
    funderIds: payer?.id === null || payer === null ? [] : [identifier('OPENAIRE', payer.id)],
    stream: line(stream?.description ?? level?.description ?? level?.name ?? null),
    streamId: stream?.id ?? level?.id ?? null,
    awardNumber,
    awardTitle: line(title),
  };
  return found.funder === null && awardNumber === null && found.awardTitle === null ? [] : [found];
}
