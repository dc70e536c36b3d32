import type { Funding, Place, WorkFile } from '../subgraphs/common/record.js';
import { sizeInBytes } from '../subgraphs/common/vocabulary.js';
import { datacite, dcndl, jpcoar } from './jpcoar-elements.js';
import { JPCOAR_FUNDER_SCHEMES } from './jpcoar-vocabulary.js';
import type { FormatWork } from './work.js';
import { anyUri, decimal, langAttribute, perLanguage, type Attributes, type Content } from './xml.js';

function place({ name, box, point }: Place): Content {
  return datacite(
    'geoLocation',
    {},
    point === null
      ? null
      : datacite(
          'geoLocationPoint',
          {},
          datacite('pointLongitude', {}, decimal(point.lon)),
          datacite('pointLatitude', {}, decimal(point.lat)),
        ),
    box === null
      ? null
      : datacite(
          'geoLocationBox',
          {},
          datacite('westBoundLongitude', {}, decimal(box.west)),
          datacite('eastBoundLongitude', {}, decimal(box.east)),
          datacite('southBoundLatitude', {}, decimal(box.south)),
          datacite('northBoundLatitude', {}, decimal(box.north)),
        ),
    perLanguage(name, (text) => datacite('geoLocationPlace', {}, text.value)),
  );
}

export function placeElements({ places }: FormatWork): Content {
  return places.map(place);
}

/** The schema wants a funder's name: a reference without one has no place in it. */
function funding({ funder, funderIds, stream, streamId, awardNumber, awardTitle }: Funding): Content {
  if (funder === null || funder.values.length === 0) return null;
  const known = funderIds.find(({ scheme }) => JPCOAR_FUNDER_SCHEMES[scheme] !== undefined) ?? funderIds[0];
  return jpcoar(
    'fundingReference',
    {},
    known === undefined
      ? null
      : jpcoar(
          'funderIdentifier',
          { funderIdentifierType: JPCOAR_FUNDER_SCHEMES[known.scheme] ?? 'Other' },
          known.url ?? known.value,
        ),
    perLanguage(funder, (text) => jpcoar('funderName', langAttribute(text.lang), text.value)),
    streamId === null ? null : jpcoar('fundingStreamIdentifier', {}, streamId),
    perLanguage(stream, (text) => jpcoar('fundingStream', langAttribute(text.lang), text.value)),
    awardNumber === null ? null : jpcoar('awardNumber', {}, awardNumber),
    perLanguage(awardTitle, (text) => jpcoar('awardTitle', langAttribute(text.lang), text.value)),
  );
}

export function fundingElements(work: FormatWork): Content {
  return work.funding.map(funding);
}

export function degreeElements({ degree }: FormatWork): Content {
  if (degree === null) return null;
  const { name, grantor, granted, number } = degree;
  return [
    number === null ? null : dcndl('dissertationNumber', {}, number),
    perLanguage(name, (text) => dcndl('degreeName', langAttribute(text.lang), text.value)),
    granted === null || !/^\d{4}(?:-\d{2}){0,2}$/.test(granted) ? null : dcndl('dateGranted', {}, granted),
    grantor === null
      ? null
      : jpcoar(
          'degreeGrantor',
          {},
          perLanguage(grantor, (text) => jpcoar('degreeGrantorName', langAttribute(text.lang), text.value)),
        ),
  ];
}

/** The schema's years are those of 1400 to 2200. */
function edge(name: 'start' | 'end', date: string): Attributes {
  const [year, month, day] = date.split('-');
  const number = Number(year);
  if (year === undefined || !(number >= 1400 && number <= 2200)) return {};
  return { [`${name}Day`]: day, [`${name}Month`]: month, [`${name}Year`]: year };
}

export function conferenceElement({ event }: FormatWork): Content {
  if (event === null) return null;
  const { name, place: town, period } = event;
  const [start, end] = period?.split('/') ?? [];
  return jpcoar(
    'conference',
    {},
    perLanguage(name, (text) => jpcoar('conferenceName', langAttribute(text.lang), text.value)),
    start === undefined
      ? null
      : jpcoar('conferenceDate', { ...edge('start', start), ...edge('end', end ?? start) }, period),
    perLanguage(town, (text) => jpcoar('conferencePlace', langAttribute(text.lang), text.value)),
  );
}

const OBJECT_TYPES = new Set([
  'abstract', 'dataset', 'fulltext', 'iiif', 'software', 'summary', 'thumbnail', 'other',
]); // prettier-ignore

/** A file by its address, with its size as printed and, where they say more, its bytes. */
function file({ name, url, kind, mediaType, bytes, size, availableFrom }: WorkFile): Content {
  if (url === null) return null;
  const objectType = OBJECT_TYPES.has(kind ?? '') ? kind : null;
  const exact = bytes !== null && (size === null || sizeInBytes(size) !== bytes) ? `${decimal(bytes)} B` : null;
  return jpcoar(
    'file',
    {},
    jpcoar('URI', { objectType, label: name }, anyUri(url)),
    mediaType === null ? null : jpcoar('mimeType', {}, mediaType),
    [size, exact].map((extent) => (extent === null ? null : jpcoar('extent', {}, extent))),
    availableFrom === null ? null : datacite('date', { dateType: 'Available' }, availableFrom),
  );
}

export function fileElements({ files }: FormatWork): Content {
  return files.map(file);
}
