import { shownTexts } from './jpcoar-context.js';
import { hash } from '../../../sandbox/world/ids.js';

import { fileUrl, recordUrl, type Held, type SandboxRepository } from './repositories.js';
import { resourceType } from './resource-types.js';
import { element, textElement, type XmlContent, type XmlNode } from './xml.js';

const ACCESS = {
  open: 'open access',
  embargoed: 'embargoed access',
  restricted: 'restricted access',
  'metadata-only': 'metadata only access',
} as const;

const ISO_639_3 = { ja: 'jpn', en: 'eng', zh: 'zho' } as const;

/** A person as several creators: the name, the host's own author id, the ORCID and the e-Rad number (fact sheet 2.3). */
function creators(repository: SandboxRepository, held: Held): XmlContent[] {
  return held.work.creators.flatMap((key, position) => {
    const person = repository.world.person(key);
    const orcid = held.holding.withoutOrcid.includes(position) ? null : person.orcid;
    return [`${person.family.ja}, ${person.given.ja}`, String(1 + (hash(key) % 900)), orcid, person.eRad].map((text) =>
      textElement('dc:creator', text ?? undefined),
    );
  });
}

/** The Dublin Core record of a work: lossy, the languages mixed, identifiers flattened into names. */
export function dublinCoreRecord(repository: SandboxRepository, held: Held): XmlNode {
  const { work, holding } = held;
  return element(
    'oai_dc:dc',
    {
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:oai_dc': 'http://www.openarchives.org/OAI/2.0/oai_dc/',
      xmlns: 'http://www.w3.org/2001/XMLSchema',
      'xsi:schemaLocation':
        'http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd',
    },
    shownTexts(work.title, holding.titles).map(({ lang, text }) => element('dc:title', { 'xml:lang': lang }, text)),
    creators(repository, held),
    work.otherCreators.map((name) => element('dc:creator', {}, name)),
    work.keywords.map((keyword) => element('dc:subject', {}, keyword.ja)),
    shownTexts(work.abstract, holding.abstracts).map(({ text }) => element('dc:description', {}, text)),
    textElement('dc:publisher', work.publisher.ja ?? work.publisher.en ?? undefined),
    element('dc:date', {}, holding.issued),
    element('dc:type', {}, resourceType(work, '1.0').label),
    element('dc:identifier', {}, recordUrl(repository, holding.recid)),
    work.doi === null ? undefined : element('dc:identifier', {}, `https://doi.org/${work.doi}`),
    work.files
      .filter((file) => file.access !== 'metadata-only')
      .map((file) => element('dc:identifier', {}, fileUrl(repository, holding.recid, file.name))),
    textElement('dc:source', work.journal === null ? undefined : repository.world.journal(work.journal).title.ja),
    element('dc:language', {}, ISO_639_3[work.language]),
    work.places.map((place) => element('dc:coverage', {}, place.name.ja)),
    element('dc:rights', {}, ACCESS[work.access]),
    work.files.map((file) => element('dc:format', {}, file.mediaType)),
  );
}
