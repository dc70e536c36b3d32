import type { UpstreamRequest } from '../../upstream/types.js';
import { anyOf, type GraphVersion } from './query.js';
import { EOSC_PLATFORM, type EoscServer } from './requests.js';

/** The lists beside the products; version 2 has none of them, so version 1 is asked (fact sheet 1 row 3, 2.1). */
export type EntityList = 'organizations' | 'projects' | 'persons';

function versionOf(version: GraphVersion): GraphVersion {
  return version === 'v2' ? 'v1' : version;
}

/** What of a list has one of some values in a field that is compared exactly (`pid`, `code`, `originalId`). */
export function entitiesRequest(
  list: EntityList,
  field: 'pid' | 'code' | 'originalId',
  values: readonly string[],
  server: EoscServer,
): UpstreamRequest {
  const version = versionOf(server.version);
  const parameters = anyOf(values, version).map((value) => `${field}=${encodeURIComponent(value)}`);
  return {
    platform: EOSC_PLATFORM,
    method: 'GET',
    url: `${server.graphUrl}/${version}/${list}?${[...parameters, 'pageSize=100', 'page=1'].join('&')}`,
    headers: {
      accept: 'application/json',
      ...(server.token === null ? {} : { authorization: `Bearer ${server.token}` }),
    },
    kind: 'detail',
    // With a token 403 says that the token is none (fact sheet 2.6).
    ...(server.token === null ? {} : { accept: [403] }),
  };
}
