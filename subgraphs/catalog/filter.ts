import type { CatalogPlatform } from './platforms.js';
import type { FilterField, WorkFilter, WorkSort } from '../common/connector.js';
import { BadUserInput } from '../common/errors.js';
import { samePerson, type PersonKey } from '../common/entity-records.js';
import { firstDay, lastDay, overlaps } from '../common/edtf.js';
import { normalizeAwardNumber } from '../common/award-number.js';
import type { BoundingBox, Creator, LocalizedText, SharedRecord } from '../common/record.js';
import { fold } from '../common/text.js';
import { awardOf } from '../common/value-resolvers.js';

/** How a platform takes part in a search: the filter that it is asked with and what of it is checked on its records again, or why it is skipped. */
export type Participation = { readonly checked: readonly FilterField[] } | { readonly skipped: string };

/** The fields of a filter that are set. */
export function setFields(filter: WorkFilter): FilterField[] {
  return (Object.keys(filter) as FilterField[]).filter((field) => {
    const value = filter[field];
    return value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);
  });
}

/** Refuses bounds that exclude everything and boxes that are none. */
export function checkFilter(filter: WorkFilter): void {
  if (filter.from && filter.until && firstDay(filter.from) > lastDay(filter.until)) {
    throw new BadUserInput(`filter.from (${filter.from}) is after filter.until (${filter.until}): swap them.`);
  }
  const box = filter.bbox;
  if (
    box &&
    (box.south > box.north ||
      Math.abs(box.south) > 90 ||
      Math.abs(box.north) > 90 ||
      Math.abs(box.west) > 180 ||
      Math.abs(box.east) > 180)
  ) {
    throw new BadUserInput(
      'filter.bbox is not a box on earth: south <= north within -90 to 90, west and east within -180 to 180 (west > east crosses the date line).',
    );
  }
  for (const field of ['creator', 'affiliation', 'publisher', 'funder', 'awardNumber'] as const) {
    if (filter[field] !== undefined && filter[field].trim() === '') {
      throw new BadUserInput(`filter.${field} is empty: leave it out, or give a text.`);
    }
  }
}

/** Decides how a platform takes part. A filter or an order that it cannot meet is never silently ignored: it is skipped with the reason. */
export function participation(platform: CatalogPlatform, filter: WorkFilter, sort: WorkSort): Participation {
  const { capabilities } = platform.connector;
  if (!capabilities.sorts.includes(sort)) {
    return { skipped: `${platform.name} cannot sort its hits by date: ask with sort RELEVANCE to include it.` };
  }
  const checked: FilterField[] = [];
  for (const field of setFields(filter)) {
    const support = capabilities.filter(field, filter);
    if (typeof support === 'object') return { skipped: support.unsupported };
    if (support !== 'native') checked.push(field);
  }
  return { checked };
}

function textHas(text: LocalizedText | null | undefined, wanted: string): boolean {
  const words = fold(wanted).split(' ');
  return (text?.values ?? []).some(({ value }) => {
    const folded = fold(value);
    return words.every((word) => folded.includes(word));
  });
}

function creatorHas(creator: Creator, wanted: string): boolean {
  // Names are printed 姓, 名 and 姓 名 and 姓名: blanks and commas say nothing.
  const bare = (text: string): string => fold(text).replace(/[\s,、・]/g, '');
  return textHas(creator.name, wanted) || creator.name.values.some(({ value }) => bare(value).includes(bare(wanted)));
}

function boxesMeet(box: BoundingBox, other: BoundingBox): boolean {
  if (box.south > other.north || other.south > box.north) return false;
  // A box across the date line is two boxes.
  const spans = ({ west, east }: BoundingBox): [number, number][] =>
    west <= east
      ? [[west, east]]
      : [
          [west, 180],
          [-180, east],
        ];
  return spans(box).some(([west, east]) =>
    spans(other).some(([otherWest, otherEast]) => west <= otherEast && otherWest <= east),
  );
}

function meetsBox(record: SharedRecord, box: BoundingBox): boolean {
  return (record.places ?? []).some(({ box: other, point }) => {
    if (other) return boxesMeet(other, box);
    return point !== null && boxesMeet({ west: point.lon, east: point.lon, south: point.lat, north: point.lat }, box);
  });
}

/** Whether a creator is the person: by any identifier that the record states of them, since one can carry many NRIDs. */
export function isBy(creator: Creator, person: PersonKey): boolean {
  return (
    samePerson(creator, person) ||
    creator.identifiers.some(({ scheme, value }) => scheme === 'NRID' && value === person.nrid)
  );
}

/** Whether a record meets one field of a filter, as far as its document carries the value; a value that the record lacks does not meet it. */
export function meets(record: SharedRecord, field: FilterField, filter: WorkFilter): boolean {
  switch (field) {
    case 'types':
      return record.type !== undefined && (filter.types ?? []).includes(record.type);
    case 'accessRights':
      return record.accessRight !== undefined && (filter.accessRights ?? []).includes(record.accessRight);
    case 'from':
    case 'until':
      return typeof record.issued === 'string' && overlaps(record.issued, filter.from ?? null, filter.until ?? null);
    case 'creator':
      return (record.creators ?? []).some((creator) => creatorHas(creator, filter.creator ?? ''));
    case 'orcid':
      return (record.creators ?? []).some(({ orcid }) => orcid === filter.orcid);
    case 'affiliation':
      return (record.creators ?? []).some(({ affiliations }) =>
        affiliations.some(({ name }) => textHas(name, filter.affiliation ?? '')),
      );
    case 'publisher':
      return textHas(record.publisher, filter.publisher ?? '');
    case 'funder':
      return (record.funding ?? []).some(({ funder }) => textHas(funder, filter.funder ?? ''));
    case 'awardNumber':
      return (record.funding ?? []).some(
        ({ awardNumber }) =>
          awardNumber !== null && normalizeAwardNumber(awardNumber) === normalizeAwardNumber(filter.awardNumber ?? ''),
      );
    case 'languages':
      return (record.languages ?? []).some((language) =>
        (filter.languages ?? []).some(
          (wanted) => language.toLowerCase().split('-')[0] === wanted.toLowerCase().split('-')[0],
        ),
      );
    case 'hasFile':
      return record.files !== undefined && record.files.length > 0 === (filter.hasFile ?? true);
    case 'bbox':
      return filter.bbox !== undefined && meetsBox(record, filter.bbox);
    case 'person':
      return (record.creators ?? []).some((creator) => filter.person !== undefined && isBy(creator, filter.person));
    case 'ror':
      return (record.creators ?? []).some(({ affiliations }) => affiliations.some(({ ror }) => ror === filter.ror));
    case 'awardId':
      return (record.funding ?? []).some((funding) => awardOf(funding)?.id === filter.awardId);
  }
}
