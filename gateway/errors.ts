import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { UpstreamError } from '../upstream/errors.js';
import { BadUserInput } from '../subgraphs/common/errors.js';

/** The codes that may leave the gateway (interfaces.md, "Errors"). Whatever has another code, or none, is INTERNAL and masked. */
const PUBLIC_CODES = new Set([
  'BAD_USER_INPUT', 'UNAUTHENTICATED', 'NOT_FOUND', 'UPSTREAM_TIMEOUT', 'UPSTREAM_UNAVAILABLE', 'UPSTREAM_REJECTED', 'UPSTREAM_MALFORMED',
  'UPSTREAM_RATE_LIMITED', 'CIRCUIT_OPEN', 'QUERY_TOO_COMPLEX', 'RATE_LIMITED', 'INTERNAL', 'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED', 'OPERATION_RESOLUTION_FAILURE', 'BAD_REQUEST', 'PERSISTED_QUERY_NOT_FOUND', 'PERSISTED_QUERY_NOT_SUPPORTED',
]); // prettier-ignore

/** An error of a subgraph as the gateway passes it on: code, platform and the real path ride in the extensions. */
export interface SubgraphError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** The code and message that a resolver's error shows; an error of no known kind shows nothing of itself. */
export function describeError(error: unknown): { message: string; extensions: Record<string, unknown> } {
  if (error instanceof UpstreamError) {
    const retryAfter = error.retryAfterMs === undefined ? {} : { retryAfterMs: Math.ceil(error.retryAfterMs) };
    return { message: error.message, extensions: { code: error.code, platform: error.platform, ...retryAfter } };
  }
  if (error instanceof BadUserInput) return { message: error.message, extensions: { code: error.code } };
  return { message: 'An internal error occurred.', extensions: { code: 'INTERNAL' } };
}

/** A GraphQL error of a subgraph's execution in its public form, its cause read and its path still the subgraph's. */
export function subgraphError(error: GraphQLError): SubgraphError {
  const path = error.path === undefined ? {} : { path: error.path };
  if (error.originalError) return { ...describeError(error.originalError), ...path };
  // Raised by graphql-js itself: a value that does not fit the schema is our fault and says too much; the rest is about the document.
  const code = error.extensions['code'];
  if (typeof code === 'string') return { message: error.message, extensions: error.extensions, ...path };
  return { ...describeError(null), ...path };
}

function publicExtensions(extensions: Readonly<Record<string, unknown>>, code: string): Record<string, unknown> {
  const { platform, retryAfterMs } = extensions;
  return {
    code,
    ...(typeof platform === 'string' ? { platform } : {}),
    ...(typeof retryAfterMs === 'number' ? { retryAfterMs } : {}),
  };
}

/** Letters of a message that are shown: some repeat what the caller sent, as long as that may be. */
const MAX_MESSAGE = 1000;

/** What Apollo Server says with a code of its own, or with advice for who sets it up, in our words. By how it begins. */
const APOLLOS_WORDS: readonly { readonly begins: string; readonly code: string; readonly message: string }[] = [
  {
    begins: 'GraphQL introspection is not allowed',
    code: 'GRAPHQL_VALIDATION_FAILED',
    message: 'Introspection is switched off here (INTROSPECTION): the schema is at /schema.graphql.',
  },
  {
    begins: 'provided sha does not match query',
    code: 'BAD_REQUEST',
    message: 'The hash of the persisted query (extensions.persistedQuery.sha256Hash) is not that of the document.',
  },
  {
    begins: 'Unsupported persisted query version',
    code: 'BAD_REQUEST',
    message: 'Persisted queries are of version 1 here (extensions.persistedQuery.version).',
  },
];

/** What leaves the gateway of an error: allow-listed codes with their message, the real path; all else is masked. */
export function formatError(formatted: GraphQLFormattedError): GraphQLFormattedError {
  const extensions = formatted.extensions ?? {};
  const ours = APOLLOS_WORDS.find(({ begins }) => formatted.message.startsWith(begins));
  // A literal that a scalar refuses fails in validation; it is bad input all the same.
  const code = typeof extensions['scalar'] === 'string' ? 'BAD_USER_INPUT' : (ours?.code ?? extensions['code']);
  const realPath = extensions['realPath'];
  const path = Array.isArray(realPath) ? (realPath as (string | number)[]) : formatted.path;
  const place = {
    ...(formatted.locations === undefined || path !== undefined ? {} : { locations: formatted.locations }),
    ...(path === undefined ? {} : { path }),
  };
  if (typeof code !== 'string' || !PUBLIC_CODES.has(code) || code === 'INTERNAL') {
    return { message: 'An internal error occurred.', ...place, extensions: { code: 'INTERNAL' } };
  }
  const message = ours?.message ?? shortened(formatted.message);
  return { message, ...place, extensions: publicExtensions(extensions, code) };
}

function shortened(message: string): string {
  return message.length > MAX_MESSAGE ? `${message.slice(0, MAX_MESSAGE)}…` : message;
}

/** Whether an error is ours to look into: it goes to the log with its cause. */
export function isUnexpected(error: unknown): boolean {
  const cause = error instanceof GraphQLError ? (error.originalError ?? error) : error;
  if (cause instanceof UpstreamError || cause instanceof BadUserInput) return false;
  return !(
    cause instanceof GraphQLError &&
    typeof cause.extensions['code'] === 'string' &&
    PUBLIC_CODES.has(cause.extensions['code']) &&
    cause.extensions['code'] !== 'INTERNAL'
  );
}
