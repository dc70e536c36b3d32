import { parseInstant } from '../edtf.js';
import { identifier, parseDoi, parseHttpUrl, parseIssn, parseRor, uniqueIdentifiers } from '../identifiers.js';
import { langString, localizedTextOrNull } from '../localized-text.js';
import { NO_FIELDS } from '../no-fields.js';
import type { AccessRight, Container, Creator, Funding, License, Place, WorkFields, WorkType } from '../record.js';
import { cleanText } from '../text.js';
import { languageTag, license, relationType, spdxOf, workType } from '../vocabulary.js';
import {
  affiliationOf,
  boxOf,
  creatorOf,
  issuedOf,
  lineOrNull,
  linesOf,
  periodOf,
  pointOf,
  relatedOf,
} from './parts.js';
import type { DatacitePerson, DataciteResource } from './resource.js';

/** Kinds of date that say what time the content covers, the first that there is. */
const PERIOD_TYPES = ['coverage', 'collected', 'valid'];
/** Descriptions that describe something else than the content. */
const NO_ABSTRACT = /^(?:seriesinformation|tableofcontents)$/i;
/** OpenAIRE's access rights, which are written where licences are. */
/** OpenAIRE's old words and COAR's addresses, which its newer guidelines ask for. */
const ACCESS =
  /^(?:info:eu-repo\/semantics\/(?=\w+access$)|https?:\/\/purl\.org\/coar\/access_right\/)(open|embargoed|restricted|closed|c_\w+)(?:access)?\/?$/i;
const ACCESS_RIGHTS: Readonly<Record<string, AccessRight>> = {
  open: 'OPEN',
  embargoed: 'EMBARGOED',
  restricted: 'RESTRICTED',
  closed: 'METADATA_ONLY',
  c_abf2: 'OPEN',
  c_f1cf: 'EMBARGOED',
  c_16ec: 'RESTRICTED',
  c_14cb: 'METADATA_ONLY',
};

/** DataCite's metadata as the fields of a work. Every field is carried: what they lack, the source has not. */
export function dataciteFields(resource: DataciteResource): WorkFields {
  const doi = resource.doi === null ? null : parseDoi(resource.doi);
  const url = resource.url === null ? null : parseHttpUrl(resource.url);
  const [main, ...others] = [titlesOf(resource, false), ...titlesOf(resource, true).map((title) => [title])];
  return {
    ...NO_FIELDS,
    doi,
    identifiers: uniqueIdentifiers([
      ...(doi === null ? [] : [identifier('DOI', doi)]),
      ...resource.alternates.map(({ type, value }) => identifier(type, value)),
    ]),
    type: typeOf(resource),
    title: linesOf(main ?? []),
    alternativeTitles: others.map(linesOf).filter(({ values }) => values.length > 0),
    description: descriptionOf(resource),
    creators: resource.creators.map(personOf),
    contributors: resource.contributors.map(({ role, person }) => ({ role, creator: personOf(person) })),
    publisher: localizedTextOrNull(linesOf(resource.publishers).values),
    container: containerOf(resource),
    version: lineOrNull(resource.version)?.values[0]?.value ?? null,
    issued: issuedDate(resource),
    updated: resource.updated === null ? null : parseInstant(resource.updated),
    languages: [...new Set(resource.languages.flatMap((code) => languageTag(code) ?? []))],
    subjects: resource.subjects.flatMap(({ text, lang, scheme, url: address }) => {
      const value = lineOrNull(text, lang);
      return value === null ? [] : [{ value, scheme, url: address === null ? null : parseHttpUrl(address) }];
    }),
    accessRight: accessRightOf(resource),
    licenses: licensesOf(resource),
    formats: [...new Set(resource.formats.map((format) => format.trim()).filter((format) => format !== ''))],
    size: resource.sizes.map((size) => size.trim()).find((size) => size !== '') ?? null,
    funding: fundingOf(resource),
    places: placesOf(resource),
    period: periodDate(resource),
    url: url ?? (doi === null ? null : identifier('DOI', doi).url),
    related: resource.related.map(({ relation, type, value }) => ({
      relation: relationType(relation),
      ...relatedOf(type, value),
      title: null,
    })),
  };
}

/** A translated title is the title in another language; a subtitle and an alternative one are titles of their own. */
function titlesOf({ titles }: DataciteResource, others: boolean): DataciteResource['titles'] {
  return titles.filter(({ type }) => (type !== null && !/^translatedtitle$/i.test(type)) === others);
}

/** The general type decides; where it is none of ours ("Text"), the free one. */
function typeOf({ generalType, resourceType }: DataciteResource): WorkType {
  const general = workType(generalType);
  return general === 'OTHER' ? workType(resourceType) : general;
}

function descriptionOf({ descriptions }: DataciteResource): WorkFields['description'] {
  const abstracts = descriptions.filter(({ type }) => type !== null && /^abstract$/i.test(type));
  const used = abstracts.length > 0 ? abstracts : descriptions.filter(({ type }) => !NO_ABSTRACT.test(type ?? ''));
  return localizedTextOrNull(used.map(({ text, lang }) => langString(cleanText(text), lang)));
}

function personOf(person: DatacitePerson): Creator {
  const name = linesOf([{ text: person.name, lang: person.lang }]);
  const parts = { family: lineOrNull(person.family, person.lang), given: lineOrNull(person.given, person.lang) };
  const identifiers = person.identifiers.map(({ scheme, value }) => identifier(scheme, value));
  const affiliations = person.affiliations.flatMap(({ name: printed, identifier: id, scheme }) => {
    const text = lineOrNull(printed);
    return text === null ? [] : [affiliationOf(text, id, scheme)];
  });
  return creatorOf(name, parts, identifiers, affiliations);
}

function containerOf({ container }: DataciteResource): Container | null {
  if (container === null) return null;
  const { volume, issue, firstPage, lastPage } = container;
  const issn = container.issn === null ? null : parseIssn(container.issn);
  const found = {
    title: lineOrNull(container.title),
    issn: issn === null ? [] : [issn],
    volume,
    issue,
    firstPage,
    lastPage,
  };
  return found.title === null && found.issn.length === 0 && volume === null ? null : found;
}

/** The date of issue, else the publication year. */
function issuedDate({ dates, year }: DataciteResource): string | null {
  const issued = dates.filter(({ type }) => type?.toLowerCase() === 'issued').map(({ date }) => issuedOf(date));
  return issued.find((date) => date !== null) ?? issuedOf(year);
}

function periodDate({ dates }: DataciteResource): string | null {
  for (const wanted of PERIOD_TYPES) {
    const period = periodOf(dates.filter(({ type }) => type?.toLowerCase() === wanted).map(({ date }) => date));
    if (period !== null) return period;
  }
  return null;
}

function accessRightOf({ rights }: DataciteResource): AccessRight {
  for (const { url, name } of rights) {
    const told = ACCESS.exec(url?.trim() ?? '') ?? ACCESS.exec(name?.trim() ?? '');
    const right = ACCESS_RIGHTS[told?.[1]?.toLowerCase() ?? ''];
    if (right !== undefined) return right;
  }
  return 'UNKNOWN';
}

function licensesOf({ rights }: DataciteResource): License[] {
  return rights.flatMap(({ name, url, identifier: id }) => {
    if (ACCESS.test(url?.trim() ?? '') || ACCESS.test(name?.trim() ?? '')) return [];
    const found = license(name ?? id, url);
    return found === null ? [] : [{ ...found, spdx: found.spdx ?? (id === null ? null : spdxOf(id)) }];
  });
}

function placesOf({ places }: DataciteResource): Place[] {
  return places
    .map(({ place, box, point }) => ({
      name: lineOrNull(place),
      box: box === null ? null : boxOf(box),
      point: point === null ? null : pointOf(point),
    }))
    .filter(({ name, box, point }) => name !== null || box !== null || point !== null);
}

function fundingOf({ funding }: DataciteResource): Funding[] {
  return funding.flatMap(({ funder, identifier: id, identifierType, awardNumber, awardTitle }) => {
    const found: Funding = {
      funder: lineOrNull(funder),
      funderIds: id === null ? [] : [funderId(id, identifierType)],
      stream: null,
      streamId: null,
      awardNumber: awardNumber?.trim() || null,
      awardTitle: lineOrNull(awardTitle),
    };
    const { funder: name, awardNumber: number, awardTitle: title, funderIds } = found;
    return name === null && number === null && title === null && funderIds.length === 0 ? [] : [found];
  });
}

/** Crossref's funder ids are DOIs, with or without their resolver; a ROR id under another name is a ROR id. */
function funderId(value: string, type: string | null): Funding['funderIds'][number] {
  const ror = /ror\.org/i.test(value) ? parseRor(value) : null;
  return ror === null ? identifier(type ?? 'Other', parseDoi(value) ?? value, value) : identifier('ROR', ror);
}
