import { readBox } from '../../common/box.js';
import { identifier, parseDoi, parseHttpUrl, uniqueIdentifiers } from '../../common/identifiers.js';
import { parseInstant } from '../../common/edtf.js';
import { localizedTextOrNull, langString, NO_TEXT, plainText } from '../../common/localized-text.js';
import { NO_FIELDS } from '../../common/no-fields.js';
import type { BoundingBox, WorkFields } from '../../common/record.js';
import { cleanLine, cleanText } from '../../common/text.js';
import { attribute, childElements, childText, descendants, textContent, type XmlElement } from '../../common/xml.js';

const ATOM = 'http://www.w3.org/2005/Atom';

export function isAtomFeed(root: XmlElement): boolean {
  return root.name === 'feed' && root.namespace === ATOM;
}

/** georss:box is "S W N E" (fact sheet 6.3), the corners of a gml:Envelope in EPSG:4326 are latitude, longitude. */
export function atomBoxes(entry: XmlElement): BoundingBox[] {
  const boxes = descendants(entry, 'box').map((box) => textContent(box));
  const envelopes = descendants(entry, 'Envelope').map(
    (envelope) => `${childText(envelope, 'lowerCorner') ?? ''} ${childText(envelope, 'upperCorner') ?? ''}`,
  );
  return [...boxes, ...envelopes].flatMap((printed) => {
    const [south, west, north, east, ...more] = printed.trim().split(/[\s,]+/);
    return more.length > 0 ? [] : (readBox({ south, west, north, east }) ?? []);
  });
}

/** The work of an Atom entry of CSW 3.0 (pycsw): title, summary, subjects as category terms, box, identifier. */
export function atomEntryFields(entry: XmlElement): WorkFields {
  const ids = [childText(entry, 'identifier'), childText(entry, 'id')].flatMap((text) => text ?? []);
  const identifiers = uniqueIdentifiers(
    ids.map((text) =>
      identifier(
        parseDoi(text) !== null ? 'DOI' : /^urn:/i.test(text) ? 'URN' : parseHttpUrl(text) === null ? 'LOCAL' : 'URL',
        text,
      ),
    ),
  );
  const links = childElements(entry, 'link').flatMap((link) => parseHttpUrl(attribute(link, 'href') ?? '') ?? []);
  return {
    ...NO_FIELDS,
    doi: identifiers.find(({ scheme }) => scheme === 'DOI')?.value ?? null,
    identifiers,
    title: localizedTextOrNull([langString(cleanLine(childText(entry, 'title') ?? ''))]) ?? NO_TEXT,
    description: localizedTextOrNull([langString(cleanText(childText(entry, 'summary') ?? ''))]),
    updated: parseInstant(childText(entry, 'updated') ?? ''),
    subjects: childElements(entry, 'category').flatMap((category) => {
      const term = attribute(category, 'term');
      return term === undefined
        ? []
        : [{ value: plainText(term), scheme: attribute(category, 'scheme') ?? null, url: null }];
    }),
    places: atomBoxes(entry).map((box) => ({ name: null, box, point: null })),
    url: links[0] ?? null,
  };
}
