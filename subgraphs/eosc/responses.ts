import { UpstreamUnauthenticated } from '../../upstream/errors.js';
import type { UpstreamResponse } from '../../upstream/types.js';
import { UnreadableDocument } from '../common/errors.js';
import { requireJson } from '../common/json.js';
import { faultOf, isObject, parseJson } from './json.js';
import { EOSC_PLATFORM } from './requests.js';
import { headerShape, productShape, type Product } from './shapes.js';

/** One page of research products. */
export interface ProductPage {
  /** The platform's own number; it drifts between two pages of one walk (fact sheet 2.4). */
  readonly total: number;
  readonly products: readonly Product[];
  /** Why each record that could not be read was left out, a line each. */
  readonly refused: readonly string[];
  /** How many records stood on the page, read or not. */
  readonly size: number;
  /** The size that the platform says its pages have. */
  readonly pageSize: number | null;
  readonly nextCursor: string | null;
}

/** A document of products: a list, or one record. */
export interface ProductDocument {
  readonly products: readonly Product[];
  readonly refused: readonly string[];
  readonly many: boolean;
}

/** What an object of the Graph is, if it is no product: for people who gave the wrong file. */
function otherKind(value: Readonly<Record<string, unknown>>): string | null {
  if ('legalName' in value || 'legalShortName' in value) return 'an organisation of OpenAIRE';
  if ('officialName' in value) return 'a data source of OpenAIRE';
  if ('callIdentifier' in value || 'granted' in value) return 'a project of OpenAIRE';
  if ('givenName' in value || 'familyName' in value) return 'a person of OpenAIRE';
  if ('relType' in value) return 'a link between products';
  return null;
}

/** An error body, at the gateway's level or the application's (fact sheet 2.7). Its text is not passed on. */
function isErrorBody(value: Readonly<Record<string, unknown>>): boolean {
  return typeof value['error'] === 'string' && ('message' in value || 'description' in value);
}

function readProduct(value: unknown): Product | string {
  if (!isObject(value)) return 'it is no object';
  const other = otherKind(value);
  if (other !== null) return `it is ${other}, not a research product`;
  const parsed = productShape.safeParse(value);
  return parsed.success ? parsed.data : faultOf(parsed.error);
}

/** The records that can be read; a list of which none can is refused with its first fault. */
function readProducts(values: readonly unknown[]): Pick<ProductPage, 'products' | 'refused'> {
  const products: Product[] = [];
  const refused: string[] = [];
  values.forEach((value, index) => {
    const product = readProduct(value);
    if (typeof product === 'string') refused.push(`results[${String(index)}]: ${product}`);
    else products.push(product);
  });
  if (products.length === 0 && refused[0] !== undefined) {
    throw new UnreadableDocument(`no research product of OpenAIRE that can be read: ${refused[0]}`);
  }
  return { products, refused };
}

function refuseWhatIsNoList(value: unknown): Readonly<Record<string, unknown>> {
  if (!isObject(value)) throw new UnreadableDocument('not a list of OpenAIRE: it is JSON of another kind');
  if (isErrorBody(value)) throw new UnreadableDocument('not an answer but an error of OpenAIRE');
  if (!isObject(value['header'])) throw new UnreadableDocument('not a list of OpenAIRE: it has no header');
  return value;
}

/** Null where nothing was found (fact sheet 2.4). */
function resultsOf(envelope: Readonly<Record<string, unknown>>): readonly unknown[] {
  const results: unknown = envelope['results'] ?? [];
  if (!Array.isArray(results)) throw new UnreadableDocument('a list of OpenAIRE: results: expected a list');
  return results;
}

function readList(value: unknown): ProductPage {
  const envelope = refuseWhatIsNoList(value);
  const header = headerShape.safeParse(envelope['header']);
  if (!header.success) throw new UnreadableDocument(`a list of OpenAIRE: header.${faultOf(header.error)}`);
  const results = resultsOf(envelope);
  return {
    ...readProducts(results),
    total: header.data.numFound,
    size: results.length,
    pageSize: header.data.pageSize ?? null,
    nextCursor: header.data.nextCursor,
  };
}

/**
 * A list of products as any version answers it.
 * @throws UnreadableDocument
 */
export function readProductPage(body: Uint8Array): ProductPage {
  return readList(parseJson(body));
}

/**
 * Products from a file: a list with its header, a bare array, or one bare record.
 * @throws UnreadableDocument
 */
export function readProductDocument(body: Uint8Array): ProductDocument {
  const value = parseJson(body);
  if (Array.isArray(value)) return { ...readProducts(value), many: true };
  if (isObject(value) && ('header' in value || 'results' in value)) return { ...readList(value), many: true };
  if (isObject(value) && isErrorBody(value)) throw new UnreadableDocument('not a record but an error of OpenAIRE');
  const product = readProduct(value);
  if (typeof product === 'string') {
    throw new UnreadableDocument(`not a research product of OpenAIRE that can be read: ${product}`);
  }
  return { products: [product], refused: [], many: false };
}

/** A server that calls its bytes nothing more than bytes is believed as well. @throws UnreadableDocument */
export function requireEoscJson(response: UpstreamResponse): void {
  requireJson(response, ['application/octet-stream']);
}

/** What is an answer of the Graph at all. */
function requireAnswer(response: UpstreamResponse): void {
  if (response.status === 403) {
    // An expired token gives 403, not 401 (fact sheet 2.6); without a token the client refuses it by itself.
    throw new UpstreamUnauthenticated({
      platform: EOSC_PLATFORM,
      status: 403,
      message:
        'OpenAIRE does not take the token that OPENAIRE_TOKEN gives (403): it may have expired. Renew it, or leave it out.',
    });
  }
  requireEoscJson(response);
}

/** A page of products, from the platform's answer. */
export function decodeProductPage(response: UpstreamResponse): ProductPage {
  requireAnswer(response);
  return readProductPage(response.body);
}

/** The records of any list, as they stand. */
export function readEnvelope(response: UpstreamResponse): { readonly results: readonly unknown[] } {
  requireAnswer(response);
  return { results: resultsOf(refuseWhatIsNoList(parseJson(response.body))) };
}
