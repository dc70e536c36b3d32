import { UnreadableDocument } from '../../common/errors.js';
import type { AccessRight, WorkFields, WorkType } from '../../common/record.js';
import { accessRight, languageTag, workType } from '../../common/vocabulary.js';
import { attribute, childElements, type XmlElement } from '../../common/xml.js';
import type { DescribedWork } from '../record.js';
import { issued, period, updated } from './dates.js';
import { elements, firstLine, isJpcoar, line, lines, serializeJpcoar } from './elements.js';
import { dayInJapan, embargoUntil, files, formats, totalSize } from './files.js';
import { funding } from './funding.js';
import { doiOf, landingPage, ownIdentifiers, related } from './identifiers.js';
import * as parts from './parts.js';
import { contributors, creators } from './people.js';
import { places } from './places.js';

/** The first dc:type (several occur: fact sheet 2.9). The label is the key: three types share one URI (fact sheet 3.4). */
function typeOf(root: XmlElement): WorkType {
  const element = elements(root, 'dc', 'type')[0];
  return element === undefined ? 'OTHER' : workType(line(element), attribute(element, 'resource') ?? null);
}

/** Text and URI may disagree, either may be missing (fact sheet 3.3): the text wins. */
function rightOf(root: XmlElement): AccessRight {
  const element = elements(root, 'dcterms', 'accessRights')[0];
  return element === undefined ? 'UNKNOWN' : accessRight(line(element), attribute(element, 'resource') ?? null);
}

function languages(root: XmlElement): string[] {
  return [...new Set(lines(root, 'dc', 'language').flatMap((code) => languageTag(code) ?? []))];
}

function workFields(root: XmlElement, readAt: Date): WorkFields {
  const identifiers = ownIdentifiers(root);
  const right = rightOf(root);
  return {
    doi: doiOf(root),
    identifiers,
    type: typeOf(root),
    title: parts.title(root),
    alternativeTitles: parts.alternativeTitles(root),
    description: parts.description(root),
    creators: creators(root),
    contributors: contributors(root),
    publisher: parts.publisher(root),
    container: parts.container(root),
    event: parts.event(root),
    degree: parts.degree(root),
    version: firstLine(root, 'datacite', 'version'),
    issued: issued(root),
    updated: updated(root),
    languages: languages(root),
    subjects: parts.subjects(root),
    accessRight: right,
    embargoUntil: embargoUntil(root, right),
    licenses: parts.licenses(root),
    formats: formats(root),
    size: totalSize(root),
    funding: funding(root),
    places: places(root),
    period: period(root),
    files: files(root, { recordRight: right, today: dayInJapan(readAt) }),
    url: landingPage(identifiers),
    related: related(root),
  };
}

/**
 * The work that a jpcoar:jpcoar element of version 1.0 to 2.1 describes. Only its own children are read: a 2.0 record
 * holds titles, rights and files of its catalogue too (jpcoar:catalog).
 * @throws UnreadableDocument when the element is no JPCOAR record or says nothing.
 */
export function readJpcoar(root: XmlElement, readAt: Date): DescribedWork {
  if (!isJpcoar(root)) throw new UnreadableDocument(`<${root.name}> is no JPCOAR record`);
  if (childElements(root).length === 0) throw new UnreadableDocument('the JPCOAR record is empty');
  return { fields: workFields(root, readAt), jpcoar: serializeJpcoar(root) };
}
