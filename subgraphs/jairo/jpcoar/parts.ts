import { parseEdtf } from '../../common/edtf.js';
import { parseHttpUrl, parseIssn } from '../../common/identifiers.js';
import { localizedTextOrNull, NO_TEXT } from '../../common/localized-text.js';
import type { Container, Degree, EventInfo, License, LocalizedText, Subject } from '../../common/record.js';
import { license } from '../../common/vocabulary.js';
import { attribute, type XmlElement } from '../../common/xml.js';
import { conferencePeriod } from './dates.js';
import { bodyName } from './people.js';
import {
  elements,
  firstLine,
  firstPerLanguage,
  line,
  siblings,
  siblingsOrNull,
  tagged,
  taggedText,
} from './elements.js';

export function title(root: XmlElement): LocalizedText {
  const text = siblings(elements(root, 'dc', 'title'));
  return text.values.length === 0 ? NO_TEXT : text;
}

/** Each dcterms:alternative is a title of its own: the schema does not say which are one title in two languages. */
export function alternativeTitles(root: XmlElement): LocalizedText[] {
  return elements(root, 'dcterms', 'alternative').flatMap((element) => siblingsOrNull([element]) ?? []);
}

/** The abstracts in their languages; only where there is none, what other descriptions say. */
export function description(root: XmlElement): LocalizedText | null {
  const all = elements(root, 'datacite', 'description');
  const abstracts = all.filter((element) => attribute(element, 'descriptionType')?.toLowerCase() === 'abstract');
  return localizedTextOrNull(abstracts.map(taggedText)) ?? localizedTextOrNull(all.map(taggedText));
}

/** dc:publisher in its languages, then the names of JPCOAR 2.0's own publisher element. */
export function publisher(root: XmlElement): LocalizedText | null {
  const own = elements(root, 'jpcoar', 'publisher').flatMap((item) => elements(item, 'jpcoar', 'publisherName'));
  return siblingsOrNull([...elements(root, 'dc', 'publisher'), ...own]);
}

/** "Other" names no scheme. */
function subjectScheme(element: XmlElement): string | null {
  const scheme = attribute(element, 'subjectScheme') ?? '';
  return scheme === '' || scheme.toLowerCase() === 'other' ? null : scheme;
}

export function subjects(root: XmlElement): Subject[] {
  return elements(root, 'jpcoar', 'subject').flatMap((element) => {
    const value = siblingsOrNull([element]);
    if (value === null) return [];
    return [{ value, scheme: subjectScheme(element), url: parseHttpUrl(attribute(element, 'subjectURI') ?? '') }];
  });
}

/** Every dc:rights; a statement that is repeated in the same words and address is one. */
export function licenses(root: XmlElement): License[] {
  const found = new Map<string, License>();
  for (const element of elements(root, 'dc', 'rights')) {
    const item = license(line(element), attribute(element, 'resource') ?? null);
    if (item !== null) found.set(`${item.name ?? ''} ${item.url ?? ''}`, item);
  }
  return [...found.values()];
}

/** The journal, book or series. Of repeated singletons the first counts; ISSNs come without hyphen too (fact sheet 2.9). */
export function container(root: XmlElement): Container | null {
  const issn = elements(root, 'jpcoar', 'sourceIdentifier')
    .filter((element) => /issn$/i.test(attribute(element, 'identifierType') ?? ''))
    .flatMap((element) => parseIssn(line(element)) ?? []);
  const found = {
    title: firstPerLanguage(elements(root, 'jpcoar', 'sourceTitle')),
    issn: [...new Set(issn)],
    volume: firstLine(root, 'jpcoar', 'volume'),
    issue: firstLine(root, 'jpcoar', 'issue'),
    firstPage: firstLine(root, 'jpcoar', 'pageStart'),
    lastPage: firstLine(root, 'jpcoar', 'pageEnd'),
  };
  const { title: name, volume, issue, firstPage, lastPage } = found;
  const empty = [name, volume, issue, firstPage, lastPage].every((value) => value === null) && found.issn.length === 0;
  return empty ? null : found;
}

export function degree(root: XmlElement): Degree | null {
  const granted = firstLine(root, 'dcndl', 'dateGranted');
  const grantors = elements(root, 'jpcoar', 'degreeGrantor').map((item) => bodyName(item, 'degreeGrantorName'));
  const found = {
    name: firstPerLanguage(elements(root, 'dcndl', 'degreeName')),
    grantor: grantors.find((grantor) => grantor !== null) ?? null,
    granted: granted === null ? null : parseEdtf(granted),
    number: firstLine(root, 'dcndl', 'dissertationNumber'),
  };
  return Object.values(found).every((value) => value === null) ? null : found;
}

/** The first conference of which anything is said: WEKO3 leaves empty ones (fact sheet 2.9). The place is the town, else the venue. */
export function event(root: XmlElement): EventInfo | null {
  for (const conference of elements(root, 'jpcoar', 'conference')) {
    const texts = (name: string): LocalizedText | null =>
      localizedTextOrNull(elements(conference, 'jpcoar', name).map(tagged));
    const found = {
      name: texts('conferenceName'),
      place: texts('conferencePlace') ?? texts('conferenceVenue'),
      period: conferencePeriod(conference),
    };
    if (Object.values(found).some((value) => value !== null)) return found;
  }
  return null;
}
