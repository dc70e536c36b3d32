/** Pure: an Atom answer of GEO DAB (fact sheet 6.3; geodab-seanoe.response.xml). */
import { UnreadableDocument } from '../../common/errors.js';
import { distributionLinks } from '../../common/iso19115/links.js';
import type { IsoContact } from '../../common/iso19115/parties.js';
import { attribute, childElements, childText, type XmlElement } from '../../common/xml.js';
import { atomBoxes, isAtomFeed } from '../csw/atom.js';
import type { Page } from './json.js';
import { link, party, type Report } from './report.js';

/** The kinds that GEO DAB writes where Atom has the value itself: its `label` is the value, its `term` the kind. */
const KINDS = new Set([
  'hlevel',
  'keywords',
  'keyword',
  'topic',
  'format',
  'protocol',
  'instrument',
  'platform',
  'attribute',
]);

/** The categories of a kind. One that has no kind is a keyword of an ordinary feed. */
function categories(entry: XmlElement, ...kinds: readonly string[]): string[] {
  return childElements(entry, 'category').flatMap((category) => {
    const [term, label] = [attribute(category, 'term') ?? '', attribute(category, 'label') ?? ''];
    const known = KINDS.has(term) && label !== '';
    if (!kinds.includes(known ? term : 'keywords')) return [];
    return [known ? label : term];
  });
}

function text(entry: XmlElement, name: string): string {
  return childText(entry, name) ?? '';
}

/** GEO DAB's have a role of ISO 19115, and person and organisation apart. An Atom author (`name`) made the entry, not the data. */
function parties(entry: XmlElement): IsoContact[] {
  return ['author', 'contributor'].flatMap((kind) =>
    childElements(entry, kind).flatMap(
      (element) =>
        party(
          text(element, 'indName'),
          text(element, 'orgName'),
          text(element, 'role') || kind,
          text(element, 'email'),
        ) ?? [],
    ),
  );
}

function reportOf(entry: XmlElement): Report {
  const id = childText(entry, 'id');
  if (id === undefined) throw new UnreadableDocument(`<entry> (line ${String(entry.line)}) has no id`);
  const distributions = childElements(entry, 'distributionInfo').flatMap((property) => childElements(property));
  const [level] = categories(entry, 'hlevel');
  return {
    id,
    sourceId: childText(entry, 'sourceId') ?? null,
    sourceTitle: childText(entry, 'sourceTitle') ?? null,
    title: text(entry, 'title'),
    alternateTitle: text(entry, 'alternateTitle'),
    description: text(entry, 'summary'),
    keywords: categories(entry, 'keywords', 'keyword'),
    topics: categories(entry, 'topic'),
    formats: categories(entry, 'format'),
    links: [
      ...distributions.flatMap(distributionLinks),
      ...childElements(entry, 'link').flatMap(
        (item) => link(attribute(item, 'href') ?? '', attribute(item, 'title') ?? '', '', '', '') ?? [],
      ),
    ],
    boxes: atomBoxes(entry),
    times: [{ from: text(entry, 'dtstart'), to: text(entry, 'dtend') }],
    published: [text(entry, 'published')],
    updated: [text(entry, 'updated')],
    rights: [text(entry, 'rights')],
    parties: parties(entry),
    level: level ?? null,
  };
}

/** Reads a feed, or gs:error. One entry that cannot be read costs itself alone. @throws UnreadableDocument */
export function readAtomAnswer(root: XmlElement): Page {
  if (root.name === 'error' && root.namespace.includes('gi-suite'))
    return { total: null, reports: [], refused: [], failed: true };
  if (!isAtomFeed(root)) {
    throw new UnreadableDocument(
      `the root element is <${root.name}> (line ${String(root.line)}), not the <feed> of an OpenSearch answer`,
    );
  }
  const reports: Report[] = [];
  const refused: string[] = [];
  for (const entry of childElements(root, 'entry')) {
    try {
      reports.push(reportOf(entry));
    } catch (error) {
      if (!(error instanceof UnreadableDocument)) throw error;
      refused.push(error.message);
    }
  }
  const total = text(root, 'totalResults');
  return { total: /^\d{1,15}$/.test(total) ? Number(total) : null, reports, refused, failed: false };
}
