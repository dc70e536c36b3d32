import { identifier, parseDoi, parseRor } from '../../common/identifiers.js';
import { localizedTextOrNull } from '../../common/localized-text.js';
import type { Funding, Identifier } from '../../common/record.js';
import { attribute, childElements, type XmlElement } from '../../common/xml.js';
import { elements, line, tagged } from './elements.js';

/** JPCOAR 1.0 writes datacite:funderIdentifier and datacite:awardNumber, 2.0 jpcoar:… (fact sheet 2.9): the local name decides. */
function firstOf(parent: XmlElement, name: string): XmlElement | undefined {
  return childElements(parent, name).find((element) => line(element) !== '');
}

/** A funder's identifier in its scheme; Crossref's are DOIs, with or without their resolver; a ROR id under another name is a ROR id. */
function funderIdentifier(element: XmlElement): Identifier {
  const value = line(element);
  const type = attribute(element, 'funderIdentifierType') ?? 'Other';
  const ror = parseRor(value);
  if (ror !== null && /ror\.org/i.test(value)) return identifier('ROR', ror);
  return identifier(type, parseDoi(value) ?? value, value);
}

function reference(element: XmlElement): Funding | null {
  const award = firstOf(element, 'awardNumber');
  const stream = firstOf(element, 'fundingStreamIdentifier');
  const ids = childElements(element, 'funderIdentifier').filter((item) => line(item) !== '');
  const texts = (name: string): Funding['funder'] => localizedTextOrNull(elements(element, 'jpcoar', name).map(tagged));
  const found: Funding = {
    funder: texts('funderName'),
    funderIds: ids.map(funderIdentifier),
    stream: texts('fundingStream'),
    streamId: stream === undefined ? null : line(stream),
    // As printed: with or without JP, whatever awardNumberType says (fact sheet 3.5).
    awardNumber: award === undefined ? null : line(award),
    awardTitle: texts('awardTitle'),
  };
  const { funderIds, ...texted } = found;
  return funderIds.length === 0 && Object.values(texted).every((value) => value === null) ? null : found;
}

/** Who paid, under which programme and award; references without any content are left out. */
export function funding(root: XmlElement): Funding[] {
  return elements(root, 'jpcoar', 'fundingReference').flatMap((element) => reference(element) ?? []);
}
