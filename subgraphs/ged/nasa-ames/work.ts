import { interval } from '../../common/edtf.js';
import { parseDoi } from '../../common/identifiers.js';
import { localizedTextOrNull, plainText } from '../../common/localized-text.js';
import { NO_FIELDS } from '../../common/no-fields.js';
import type { Affiliation, Creator, LocalizedText, WorkFields } from '../../common/record.js';
import { tidyText } from '../../common/text.js';
import { NoTimes, timesOf } from './time.js';
import type { NasaAmesFile, NasaAmesHeader } from './types.js';
import { placesOf } from './work-places.js';

function textOrNull(text: string): LocalizedText | null {
  return localizedTextOrNull(plainText(tidyText(text)).values);
}

function creatorOf(name: string, affiliations: readonly Affiliation[]): Creator {
  // "last name first" (fact sheet 6.2): with one comma it is told where the family name ends.
  const parts = name.split(',').map((part) => part.trim());
  const [family = '', given = ''] = parts.length === 2 ? parts : [];
  return {
    name: plainText(name),
    familyName: textOrNull(family),
    givenName: textOrNull(given),
    orcid: null,
    nrid: null,
    eRadId: null,
    identifiers: [],
    affiliations,
  };
}

/** The people of ONAME between semicolons; CARIBIC lists their addresses too, which are no people. */
function creatorsOf({ originators, organisation }: NasaAmesHeader): Creator[] {
  const name = textOrNull(organisation);
  const affiliations = name === null ? [] : [{ name, ror: null, identifiers: [] }];
  const names = originators.split(';').map(tidyText);
  return names
    .filter((printed) => printed !== '' && !/@|\(at\)/.test(printed))
    .map((printed) => creatorOf(printed, affiliations));
}

/** The first and the last day of the data, where they have a place in time: DATE alone says when they begin, not when they end. */
function periodOf(file: NasaAmesFile): string | null {
  const times = timesOf(file);
  if (times instanceof NoTimes) return null;
  let first = Infinity;
  let last = -Infinity;
  for (const instant of times.instants) {
    if (instant < first) first = instant;
    if (instant > last) last = instant;
  }
  if (first > last) return null;
  const dayOf = (instant: number) => new Date(instant).toISOString().slice(0, 10);
  return interval(dayOf(first), dayOf(last));
}

/** Comments that are no attributes, as they stand. */
function descriptionOf({ source, specialComments, normalComments, attributes }: NasaAmesHeader): LocalizedText | null {
  const isAttribute = (comment: string) => attributes.get(/^[^:]*/.exec(comment)?.[0] ?? '') !== undefined;
  const comments = [...specialComments, ...normalComments].filter((comment) => !isAttribute(comment));
  return textOrNull([source, ...comments].join('\n'));
}

/**
 * What a file says of itself as a work: its mission (else its source) as the title, people and organisation, revision,
 * region, period. The licence stands on the dataset's page, never in the file.
 */
export function workOf(file: NasaAmesFile): WorkFields {
  const { header } = file;
  const { attributes, revisionDate } = header;
  const doi = parseDoi(attributes.get('DOI') ?? '');
  return {
    ...NO_FIELDS,
    doi,
    type: 'DATASET',
    title: textOrNull(header.mission) ?? plainText(tidyText(header.source)),
    description: descriptionOf(header),
    creators: creatorsOf(header),
    publisher: textOrNull(header.organisation),
    version: attributes.get('VERSION') ?? null,
    updated: revisionDate === null ? null : `${revisionDate}T00:00:00Z`,
    formats: [`NASA Ames ${String(header.ffi)}`],
    places: placesOf(attributes),
    period: periodOf(file),
  };
}
