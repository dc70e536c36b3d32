import type { UpstreamRequest, UpstreamResponse } from './types.js';

const NOT_MODIFIED = 304;
/** Longer ones are no validators but a way to make us send much. */
const MAX_VALIDATOR = 512;

/** The headers that ask a platform whether an old answer still holds; null where it sent nothing to ask by. */
function conditions({ headers }: UpstreamResponse): Record<string, string> | null {
  const { etag, 'last-modified': modified } = headers;
  const usable = (value: string | undefined): value is string => value !== undefined && value.length <= MAX_VALIDATOR;
  if (!usable(etag) && !usable(modified)) return null;
  return {
    ...(usable(etag) ? { 'if-none-match': etag } : {}),
    ...(usable(modified) ? { 'if-modified-since': modified } : {}),
  };
}

/**
 * The request that renews an old answer: conditional, where the platform sent a validator with it and the request is not one
 * that has conditions of its own.
 */
export function renewing(request: UpstreamRequest, old: UpstreamResponse): UpstreamRequest {
  if (request.method !== 'GET') return request;
  const own = Object.keys(request.headers ?? {}).some((name) => /^if-/i.test(name));
  const asked = own ? null : conditions(old);
  if (asked === null) return request;
  return {
    ...request,
    headers: { ...request.headers, ...asked },
    accept: [...(request.accept ?? []), NOT_MODIFIED],
  };
}

/** The old answer as it holds from now on, where the platform says that it does; else what the platform sent. */
export function renewed(answer: UpstreamResponse, old: UpstreamResponse, request: UpstreamRequest): UpstreamResponse {
  const isRenewal = answer.status === NOT_MODIFIED && request.accept?.includes(NOT_MODIFIED) !== true;
  return isRenewal ? { ...old, headers: { ...old.headers, ...answer.headers }, receivedAt: answer.receivedAt } : answer;
}
