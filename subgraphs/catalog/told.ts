import type { RequestScope } from '../../upstream/scope.js';
import { UpstreamError } from '../../upstream/errors.js';
import type { FilterField, HitSearch } from '../common/connector.js';
import type { SharedRecord } from '../common/record.js';
import type { PlatformPosition } from './cursor.js';
import { readPage } from './feed.js';
import { meets } from './filter.js';
import type { CatalogPlatform } from './platforms.js';

/**
 * The records of a platform that a walk has given or counted, from the pages that it has read: the same requests again,
 * for which the cache has the answers, and in another process a request for each hundred records.
 * @throws UpstreamError where they cannot be read, since then nothing can be given without the danger of giving it twice
 */
export async function readBefore(
  platform: CatalogPlatform,
  position: PlatformPosition,
  search: Omit<HitSearch, 'position'>,
  checked: readonly FilterField[],
  scope: RequestScope,
): Promise<SharedRecord[]> {
  const offsets = new Set(position.given);
  const end = position.base + Math.max(-1, ...position.given) + 1;
  const records: SharedRecord[] = [];
  let [place, at]: [number, string | null] = [0, null];
  while (place < end) {
    let page;
    try {
      page = await readPage(platform, { ...search, position: at }, scope);
    } catch (error) {
      if (!(error instanceof UpstreamError)) throw error;
      throw new UpstreamError(error.code, {
        platform: platform.connector.platform,
        message: `The search cannot go on now, since what it has given of ${platform.name} could not be read again: ask once more with the same cursor. ${error.message}`,
        cause: error,
      });
    }
    for (const record of page.hits) {
      const isBehind = place < position.base || offsets.has(place - position.base);
      if (isBehind && checked.every((field) => meets(record, field, search.filter))) records.push(record);
      place += 1;
    }
    if (page.next === null || page.hits.length === 0) break;
    at = page.next;
  }
  return records;
}
