import type { UpstreamRequest, UpstreamResponse } from './types.js';

export const NOT_MODIFIED = 304;
/** Longer ones are no validators but a way to make us send much. */
const MAX_VALIDATOR = 512;
/** What a 304 says anew of the answer that it renews; of the rest, such as its length or type, it says nothing (RFC 9110, 15.4.5). */
const TOLD_ANEW = ['cache-control', 'date', 'etag', 'expires', 'last-modified', 'vary'] as const;

/**
 * The request that renews an old answer: conditional, where the platform sent a validator with it and the request is not one
 * that has conditions of its own.
 */
export function renewing(request: UpstreamRequest, { headers }: UpstreamResponse): UpstreamRequest {
  if (request.method !== 'GET' || Object.keys(request.headers ?? {}).some((name) => /^if-/i.test(name))) return request;
  const { etag, 'last-modified': modified } = headers;
  const usable = (value: string | undefined): value is string => value !== undefined && value.length <= MAX_VALIDATOR;
  if (!usable(etag) && !usable(modified)) return request;
  const conditions = {
    ...(usable(etag) ? { 'if-none-match': etag } : {}),
    ...(usable(modified) ? { 'if-modified-since': modified } : {}),
  };
  return { ...request, conditions };
}

/** The old answer as it holds from now on, where the platform says that it does; else what the platform sent. */
export function renewed(answer: UpstreamResponse, old: UpstreamResponse, sent: UpstreamRequest): UpstreamResponse {
  if (answer.status !== NOT_MODIFIED || sent.conditions === undefined) return answer;
  const headers = { ...old.headers };
  for (const name of TOLD_ANEW) {
    const told = answer.headers[name];
    if (told !== undefined) headers[name] = told;
  }
  return { ...old, headers, receivedAt: answer.receivedAt };
}
