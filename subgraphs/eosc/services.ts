/** The resource catalogue's services, of both profiles side by side, from bytes to values. */
import { z } from 'zod';
import type { UpstreamResponse } from '../../upstream/types.js';
import { UnreadableDocument } from '../common/errors.js';
import { parseHttpUrl } from '../common/identifiers.js';
import { cleanLine, cleanText } from '../common/text.js';
import { faultOf, isObject, parseJson } from './json.js';
import { requireEoscJson } from './responses.js';

export interface EoscService {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly url: string | null;
  /** The organisation's id in the catalogue (profile 6), or its name (profile 5). */
  readonly provider: string | null;
  readonly scientificDomains: readonly string[];
  readonly trl: string | null;
}

export interface ServiceFacet {
  /** The index's name of the field. */
  readonly field: string;
  readonly label: string;
  /** Most frequent first; the catalogue sends them the other way round (fact sheet 3.3). */
  readonly buckets: readonly { readonly value: string; readonly label: string; readonly count: number }[];
}

export interface ServicePage {
  readonly total: number;
  readonly services: readonly EoscService[];
  /** How many entries stood on the page, read or not. */
  readonly size: number;
  readonly facets: readonly ServiceFacet[];
}

const optionalText = z
  .string({ error: 'expected a text' })
  .nullish()
  .transform((text) => (text === null || text === undefined || text.trim() === '' ? null : text.trim()));
const texts = z
  .array(z.string().nullable(), { error: 'expected a list of texts' })
  .nullish()
  .transform((items) => (items ?? []).flatMap((item) => (item === null || item.trim() === '' ? [] : [item.trim()])));

/** Of profiles 6.1 and 5.3 (fact sheet 3.4): where a field was renamed, both names are read. */
const serviceShape = z.object({
  id: z.string({ error: 'expected the id' }).trim().min(1, { error: 'is empty' }),
  name: z.string({ error: 'expected a name' }).trim().min(1, { error: 'is empty' }),
  description: optionalText,
  webpage: optionalText,
  urls: texts,
  resourceOwner: optionalText,
  resourceOrganisation: optionalText,
  scientificDomains: z
    .array(z.object({ scientificDomain: optionalText }).nullable(), { error: 'expected a list of domains' })
    .nullish()
    .transform((items) => [...new Set((items ?? []).flatMap((item) => item?.scientificDomain ?? []))]),
  trl: optionalText,
});

const pagingShape = z.object({
  total: z.int({ error: 'expected a whole number' }).min(0),
  results: z.array(z.unknown(), { error: 'expected a list' }).nullish(),
  facets: z
    .array(
      z.object({
        field: z.string(),
        label: optionalText,
        values: z
          .array(z.object({ value: z.string(), label: optionalText, count: z.int().min(0) }))
          .nullish()
          .transform((values) => values ?? []),
      }),
    )
    .nullish(),
});

function serviceOf(value: unknown): EoscService | null {
  // A search wraps each record ({score, result, highlights}), a list does not (fact sheet 3.1).
  const bare = isObject(value) && isObject(value['result']) && !('id' in value) ? value['result'] : value;
  const parsed = serviceShape.safeParse(bare);
  if (!parsed.success) return null;
  const { id, name, description, webpage, urls, resourceOwner, resourceOrganisation, scientificDomains, trl } =
    parsed.data;
  const addresses = [webpage, ...urls].flatMap((url) => (url === null ? [] : (parseHttpUrl(url) ?? [])));
  return {
    id,
    name: cleanLine(name),
    description: description === null ? null : cleanText(description) || null,
    url: addresses[0] ?? null,
    provider: resourceOwner ?? resourceOrganisation,
    scientificDomains,
    trl,
  };
}

function facetOf({ field, label, values }: NonNullable<z.output<typeof pagingShape>['facets']>[number]): ServiceFacet {
  return {
    field,
    label: label ?? field,
    buckets: values
      .map((bucket) => ({ ...bucket, label: bucket.label ?? bucket.value }))
      .sort((one, other) => other.count - one.count),
  };
}

/** @throws UnreadableDocument */
export function readServicePage(body: Uint8Array): ServicePage {
  const parsed = pagingShape.safeParse(parseJson(body));
  if (!parsed.success) throw new UnreadableDocument(`a list of the resource catalogue: ${faultOf(parsed.error)}`);
  const results = parsed.data.results ?? [];
  const services = results.flatMap((result) => serviceOf(result) ?? []);
  if (results.length > 0 && services.length === 0) {
    throw new UnreadableDocument('a list of the resource catalogue: none of its entries is a service');
  }
  return { total: parsed.data.total, services, size: results.length, facets: (parsed.data.facets ?? []).map(facetOf) };
}

/** @throws UnreadableDocument */
export function readService(body: Uint8Array): EoscService {
  const service = serviceOf(parseJson(body));
  if (service === null) throw new UnreadableDocument('not a service of the resource catalogue');
  return service;
}

export function decodeServicePage(response: UpstreamResponse): ServicePage {
  requireEoscJson(response);
  return readServicePage(response.body);
}

/** One service; null: not known (404), or not active (403). */
export function decodeService(response: UpstreamResponse): EoscService | null {
  if (response.status === 403 || response.status === 404) return null;
  requireEoscJson(response);
  return readService(response.body);
}
