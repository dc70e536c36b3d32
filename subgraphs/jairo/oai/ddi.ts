import { interval, parseEdtf } from '../../common/edtf.js';
import { UnreadableDocument } from '../../common/errors.js';
import { identifier, parseDoi, parseHandle, parseHttpUrl, uniqueIdentifiers } from '../../common/identifiers.js';
import { langString, localizedText, localizedTextOrNull } from '../../common/localized-text.js';
import type { Affiliation, Contributor, Creator, Funding, Identifier, License, LocalizedText, RelatedWork, WorkFields } from '../../common/record.js'; // prettier-ignore
import { cleanLine, cleanText } from '../../common/text.js';
import { accessRight, languageTag, license, relationType } from '../../common/vocabulary.js';
import { attribute, childElement, descendants, textContent, xmlLang, type XmlElement } from '../../common/xml.js';
import { landingPage, ownDoi } from '../jpcoar/identifiers.js';
import { NO_FIELDS } from '../../common/no-fields.js';
import type { DescribedWork } from '../record.js';

const DDI_NAMESPACE = 'ddi:codebook:2_5';

export function isDdi(element: XmlElement): boolean {
  return element.name === 'codeBook' && element.namespace === DDI_NAMESPACE;
}

function texts(root: XmlElement, name: string): string[] {
  return descendants(root, name)
    .map((element) => cleanLine(textContent(element)))
    .filter((text) => text !== '');
}

/** Repeats of one element, in its languages: WEKO3 writes a block per language (stdyInfo, dataAccs). */
function text(root: XmlElement, name: string): LocalizedText | null {
  return localizedTextOrNull(
    descendants(root, name).map((element) => langString(cleanText(textContent(element)), xmlLang(element))),
  );
}

/** A person or body named by an element, with the affiliation that its attribute names. `ID` is a number within the repository. */
function named(element: XmlElement): Creator | null {
  const lang = xmlLang(element);
  const name = localizedText([langString(cleanLine(textContent(element)), lang)]);
  if (name.values.length === 0) return null;
  const body = localizedTextOrNull([langString(cleanLine(attribute(element, 'affiliation') ?? ''), lang)]);
  const affiliations: Affiliation[] = body === null ? [] : [{ name: body, ror: null, identifiers: [] }];
  return {
    name,
    familyName: null,
    givenName: null,
    orcid: null,
    nrid: null,
    eRadId: null,
    identifiers: [],
    affiliations,
  };
}

function contributors(root: XmlElement): Contributor[] {
  return descendants(root, 'distrbtr').flatMap((element) => {
    const creator = named(element);
    return creator === null ? [] : [{ role: 'Distributor', creator }];
  });
}

/** holdings/@URI and the text of holdings (DOI and handle in their resolvers' form), and the study numbers of agencies. */
function identifiers(root: XmlElement): Identifier[] {
  const holdings = descendants(root, 'holdings').flatMap((element) => [
    attribute(element, 'URI') ?? '',
    cleanLine(textContent(element)),
  ]);
  const numbers = descendants(root, 'IDNo').map((element) =>
    identifier(attribute(element, 'agency') ?? 'Local', cleanLine(textContent(element))),
  );
  const addresses = holdings
    .filter((address) => address !== '')
    .map((address) => {
      if (parseDoi(address) !== null) return identifier('DOI', address);
      if (/hdl\.handle\.net/i.test(address) && parseHandle(address) !== null) return identifier('HANDLE', address);
      return identifier('URL', address);
    });
  return uniqueIdentifiers([...addresses, ...numbers]);
}

/** The funder and the grant numbers; which number is whose is told only where there is one funder. */
function funding(root: XmlElement): Funding[] {
  const blank = { funder: null, funderIds: [], stream: null, streamId: null, awardNumber: null, awardTitle: null };
  const funder = text(root, 'fundAg');
  const numbers = texts(root, 'grantNo');
  if (numbers.length === 0) return funder === null ? [] : [{ ...blank, funder }];
  return numbers.map((awardNumber) => ({ ...blank, funder, awardNumber }));
}

/** start and end of timePrd or collDate (`event`); a single date stands alone. */
function periodOf(root: XmlElement, name: string): string | null {
  const dates = descendants(root, name);
  const at = (event: string): string | null =>
    parseEdtf(dates.filter((date) => attribute(date, 'event') === event).map(textContent)[0] ?? '');
  return interval(at('start'), at('end')) ?? at('single');
}

/** Related studies and publications: DDI does not say how they are related, so the element's own name stays. */
function related(root: XmlElement): RelatedWork[] {
  return ['relStdy', 'relPubl'].flatMap((name) =>
    descendants(root, name).flatMap((element): RelatedWork[] => {
      const title = localizedTextOrNull([langString(cleanLine(textContent(element)), xmlLang(element))]);
      const doi = parseDoi(attribute(element, 'ID') ?? '');
      const address = parseHttpUrl(attribute(element, 'ID') ?? '');
      const target = doi !== null ? identifier('DOI', doi) : address !== null ? identifier('URL', address) : null;
      if (title === null && target === null) return [];
      return [{ relation: relationType(name), id: doi === null ? null : `doi:${doi}`, identifier: target, title }];
    }),
  );
}

function subjects(root: XmlElement): WorkFields['subjects'] {
  return [...descendants(root, 'topcClas'), ...descendants(root, 'keyword')].flatMap((element) => {
    const value = localizedTextOrNull([langString(cleanLine(textContent(element)), xmlLang(element))]);
    return value === null ? [] : [{ value, scheme: attribute(element, 'vocab') ?? null, url: null }];
  });
}

/** WEKO3 writes the work's language into dataAccs/notes as an ISO 639-3 code (samples); other notes are none. */
function languages(root: XmlElement): string[] {
  const codes = descendants(root, 'dataAccs').flatMap((access) => texts(access, 'notes'));
  return [...new Set(codes.filter((code) => /^[a-z]{3}$/.test(code)).flatMap((code) => languageTag(code) ?? []))];
}

/**
 * The study that a DDI Codebook 2.5 document describes: always a dataset. The date of a version is not one of issue.
 * @throws UnreadableDocument when there is no study description.
 */
export function readDdi(root: XmlElement): DescribedWork {
  const study = childElement(root, 'stdyDscr');
  if (study === undefined) throw new UnreadableDocument('the DDI codebook has no study description (stdyDscr)');
  const own = identifiers(study);
  const series = text(study, 'serName');
  const issued = descendants(study, 'distDate').map((date) => attribute(date, 'date') ?? textContent(date));
  const fields: WorkFields = {
    ...NO_FIELDS,
    doi: ownDoi(own),
    identifiers: own,
    type: 'DATASET',
    title: text(study, 'titl') ?? NO_FIELDS.title,
    alternativeTitles: descendants(study, 'altTitl').flatMap(
      (element) => localizedTextOrNull([langString(cleanLine(textContent(element)), xmlLang(element))]) ?? [],
    ),
    description: text(study, 'abstract'),
    creators: descendants(study, 'AuthEnty').flatMap((element) => named(element) ?? []),
    contributors: contributors(study),
    publisher: text(study, 'producer'),
    container:
      series === null ? null : { title: series, issn: [], volume: null, issue: null, firstPage: null, lastPage: null },
    version: texts(study, 'version')[0] ?? null,
    issued: issued.map(parseEdtf).find((date) => date !== null) ?? null,
    languages: languages(study),
    subjects: subjects(study),
    accessRight:
      texts(study, 'avlStatus')
        .map((label) => accessRight(label))
        .find((right) => right !== 'UNKNOWN') ?? 'UNKNOWN',
    licenses: texts(study, 'copyright').flatMap((name): License | [] => license(name, null) ?? []),
    funding: funding(study),
    places: descendants(study, 'geogCover').flatMap((element) => {
      const name = localizedTextOrNull([langString(cleanLine(textContent(element)), xmlLang(element))]);
      return name === null ? [] : [{ name, box: null, point: null }];
    }),
    period: periodOf(study, 'timePrd') ?? periodOf(study, 'collDate'),
    url: landingPage(own),
    related: related(study),
  };
  return { fields, jpcoar: null };
}
