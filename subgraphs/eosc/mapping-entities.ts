import { awardId } from '../common/award-number.js';
import { interval, parseEdtf } from '../common/edtf.js';
import type { AwardKey, AwardRecord, OrganizationRecord, PersonRecord } from '../common/entity-records.js';
import { parseOrcid } from '../common/identifiers.js';
import { bestText, langString, localizedText } from '../common/localized-text.js';
import { cleanLine } from '../common/text.js';
import { fundingOf } from './mapping-parts.js';
import { organizationOf } from './mapping-people.js';
import { EOSC_PLATFORM } from './requests.js';
import type { OrganizationDocument, PersonDocument, ProjectDocument } from './shapes.js';

/** A person of the Graph, whose original id is an ORCID iD; null where it is another's. */
export function mapPerson(document: PersonDocument, orcid: string): PersonRecord | null {
  if (!document.originalId.some((id) => parseOrcid(id) === orcid)) return null;
  const printed = [document.givenName, document.familyName].filter((part) => part !== null).join(' ');
  const names = [printed, ...document.alternativeNames].map((name) => langString(cleanLine(name)));
  return {
    platform: EOSC_PLATFORM,
    orcid,
    nrid: null,
    eRadId: null,
    name: localizedText(names),
    affiliations: [],
    awards: null,
  };
}

/**
 * An organisation of the Graph. Another one's pids may be mixed in (fact sheet 2.10 trap 3): null where the ROR id is not the
 * only one that is stated.
 */
export function mapOrganization(document: OrganizationDocument, ror: string): OrganizationRecord | null {
  const { legalName, legalShortName: acronym, id, pids, alternativeNames, country } = document;
  const [organization] = organizationOf({ legalName, acronym, id, pids });
  if (organization?.ror !== ror) return null;
  const code = country?.code ?? null;
  return {
    platform: EOSC_PLATFORM,
    ror,
    // Short names stand among the alternative ones; a name in another script is what they add.
    name: localizedText([...organization.name.values, ...alternativeNames.map((name) => langString(cleanLine(name)))]),
    country: code !== null && /^[A-Z]{2}$/.test(code) ? code : null,
  };
}

/** A project as the award that it is, with its own id. */
export interface EoscAwardRecord extends AwardRecord {
  readonly openaireId: string | null;
}

/** A project of the Graph as the award; null where its number is another funder's. */
export function mapProject(document: ProjectDocument, { id, number }: AwardKey): EoscAwardRecord | null {
  const [funding] = fundingOf(document);
  if (funding?.awardNumber === undefined || funding.awardNumber === null) return null;
  const funder = funding.funder === null ? null : bestText(funding.funder, ['en', 'ja']);
  if (awardId(funding.awardNumber, funder) !== id) return null;
  return {
    platform: EOSC_PLATFORM,
    openaireId: document.id,
    id,
    number,
    title: funding.awardTitle,
    funder: funding.funder,
    program: funding.stream,
    period: interval(parseEdtf(document.startDate ?? ''), parseEdtf(document.endDate ?? '')),
    investigators: null,
  };
}
