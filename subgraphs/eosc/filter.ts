import { BadUserInput } from '../common/errors.js';
import { firstDay, lastDay } from '../common/edtf.js';
import { parseDoi, parseRor } from '../common/identifiers.js';
import type { WorkType } from '../common/record.js';
import { awardCodes } from './capabilities.js';
import { isOpenaireId } from './record.js';
import type { ProductFilter } from './requests.js';
import { typeQuery } from './vocabulary.js';

/** The contract's EoscFilter. */
export interface EoscFilter {
  readonly type?: WorkType | null | undefined;
  readonly pid?: string | null | undefined;
  readonly from?: string | null | undefined;
  readonly until?: string | null | undefined;
  readonly openAccess?: boolean | null | undefined;
  readonly country?: string | null | undefined;
  readonly organizationId?: string | null | undefined;
  readonly projectCode?: string | null | undefined;
  readonly communityId?: string | null | undefined;
}

function given(field: keyof EoscFilter, value: string | null | undefined): string | undefined {
  if (value === null || value === undefined) return undefined;
  if (value.trim() === '') throw new BadUserInput(`filter.${field} is empty: leave it out, or give a value.`);
  return value.trim();
}

function typesOf(type: WorkType | null | undefined): Pick<ProductFilter, 'types' | 'instanceTypes'> {
  if (type === null || type === undefined) return {};
  const query = typeQuery(type);
  if (query === null) {
    throw new BadUserInput('filter.type is PROJECT: OpenAIRE’s research products are no projects, use projectCode.');
  }
  return { types: [query.type], instanceTypes: query.instanceTypes };
}

function organizationOf(id: string | undefined): Pick<ProductFilter, 'organizationId' | 'ror'> {
  if (id === undefined) return {};
  const ror = parseRor(id);
  if (ror !== null) return { ror };
  if (!isOpenaireId(id)) {
    throw new BadUserInput(
      'filter.organizationId is neither an OpenAIRE id (openorgs____::…) nor a ROR id (https://ror.org/…).',
    );
  }
  return { organizationId: id };
}

function countryOf(code: string | undefined): string | undefined {
  if (code !== undefined && !/^[a-z]{2}$/i.test(code)) {
    throw new BadUserInput('filter.country is no code of a country: give two letters, such as JP.');
  }
  return code?.toUpperCase();
}

/**
 * The Graph's filter for what a caller of `eoscProducts` gave.
 * @throws BadUserInput
 */
export function productFilter(filter: EoscFilter): ProductFilter {
  const { from, until, openAccess } = filter;
  if (from && until && firstDay(from) > lastDay(until)) {
    throw new BadUserInput(`filter.from (${from}) is after filter.until (${until}): swap them.`);
  }
  const pid = given('pid', filter.pid);
  const code = given('projectCode', filter.projectCode);
  return {
    ...typesOf(filter.type),
    ...organizationOf(given('organizationId', filter.organizationId)),
    pids: pid === undefined ? undefined : [parseDoi(pid) ?? pid],
    from: from ? firstDay(from) : undefined,
    until: until ? lastDay(until) : undefined,
    accessRights:
      openAccess === null || openAccess === undefined
        ? undefined
        : openAccess
          ? ['OPEN']
          : ['EMBARGOED', 'RESTRICTED', 'METADATA_ONLY', 'UNKNOWN'],
    country: countryOf(given('country', filter.country)),
    projectCodes: code === undefined ? undefined : awardCodes(code),
    communityId: given('communityId', filter.communityId),
  };
}
