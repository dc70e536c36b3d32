import { parseEdtf, lastDay } from '../common/edtf.js';
import { eRadOfNrid, type PersonKey, type PersonRecord } from '../common/entity-records.js';
import { personIds, uniqueIdentifiers } from '../common/identifiers.js';
import { localizedText } from '../common/localized-text.js';
import type { Affiliation, Identifier } from '../common/record.js';
import { awardOf, type AwardReference } from '../common/value-resolvers.js';
import { preferredIds } from './mapping-people.js';
import { projectFundingOf } from './mapping-links.js';
import type { DetailDocument } from './shapes.js';
import { lines, linesText } from './texts.js';
import { identifiersOf } from './vocabulary.js';

/** Whether any of the identifiers that a record states is the person's: one person can carry many NRIDs (fact sheet 6.4). */
export function statesPerson(identifiers: readonly Identifier[], key: PersonKey): boolean {
  return identifiers.some((item) => {
    const { orcid, nrid, eRadId } = personIds([item]);
    if (orcid !== null) return orcid === key.orcid;
    if (nrid !== null) return nrid === key.nrid || (key.eRadId !== null && eRadOfNrid(nrid) === key.eRadId);
    return eRadId !== null && eRadId === key.eRadId;
  });
}

/** The identifiers of a researcher's own document. */
export function identifiersOfResearcher(document: DetailDocument): Identifier[] {
  return identifiersOf(document.personIdentifier);
}

/** Where a researcher is on a day: a career's station that has ended is none. */
function affiliationsOn(day: string, { career }: DetailDocument): Affiliation[] {
  const stations = career.filter(({ until }) => {
    const end = parseEdtf(until ?? '');
    return end === null || lastDay(end) >= day;
  });
  return stations.flatMap(({ institution }) => {
    const name = linesText(institution?.notation ?? []);
    return name.values.length === 0
      ? []
      : [{ name, ror: null, identifiers: identifiersOf(institution?.institutionIdentifier ?? []) }];
  });
}

function awardsOf(documents: readonly DetailDocument[]): AwardReference[] {
  const awards = new Map<string, AwardReference>();
  for (const funding of documents.flatMap(({ project }) => projectFundingOf(project))) {
    const award = awardOf(funding);
    if (award !== null && !awards.has(award.id)) awards.set(award.id, award);
  }
  return [...awards.values()];
}

/**
 * The person whom some documents of researchers are about: CiNii Research can hold more than one of the same person. Null
 * where there is none. `day`: YYYY-MM-DD, for what is a present affiliation.
 */
export function mapResearcher(documents: readonly DetailDocument[], day: string): PersonRecord | null {
  if (documents.length === 0) return null;
  const ids = preferredIds(uniqueIdentifiers(documents.flatMap(identifiersOfResearcher)));
  const names = documents.flatMap((document) => document['foaf:Person'].slice(0, 1));
  const [first] = names.map((person) => localizedText(lines(person['foaf:name'])));
  return {
    platform: 'CINII_RESEARCH',
    ...ids,
    eRadId: ids.eRadId ?? (ids.nrid === null ? null : eRadOfNrid(ids.nrid)),
    name: first ?? linesText(documents[0]?.['dc:title'] ?? []),
    affiliations: documents.flatMap((document) => affiliationsOn(day, document)),
    awards: awardsOf(documents),
  };
}
