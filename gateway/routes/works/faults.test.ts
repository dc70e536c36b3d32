import { describe, expect, it } from 'vitest';
import { AskFailure } from '../../../exports/graphql-port.js';
import { HttpFault } from '../../http-fault.js';
import { faultOf, goneWork } from './faults.js';

function told(code: string): readonly [status: number | null, retryAfter: string | undefined] {
  const fault = faultOf(new AskFailure('why', code));
  return fault instanceof HttpFault ? [fault.status, fault.headers['retry-after']] : [null, undefined];
}

describe('what the API says instead of a work', () => {
  it.each([
    ['BAD_USER_INPUT', 404, undefined],
    ['UNAUTHENTICATED', 403, undefined],
    ['UPSTREAM_TIMEOUT', 503, '30'],
    ['UPSTREAM_UNAVAILABLE', 503, '30'],
    ['UPSTREAM_RATE_LIMITED', 503, '30'],
    ['CIRCUIT_OPEN', 503, '30'],
    ['UPSTREAM_MALFORMED', 502, '30'],
    ['UPSTREAM_REJECTED', 502, undefined],
    ['RATE_LIMITED', 429, undefined],
    ['QUERY_TOO_COMPLEX', 400, undefined],
    ['INTERNAL', 500, undefined],
  ])('%s is %s, with Retry-After %s', (code, status, retryAfter) => {
    expect(told(code)).toEqual([status, retryAfter]);
  });

  it('that is not of the API stays what it is', () => {
    const error = new TypeError('ours');
    expect(faultOf(error)).toBe(error);
  });
});

describe('a work that is gone', () => {
  it('is told with its day where the platform tells one', () => {
    expect(goneWork('jairo:a/1', 'JAIRO Cloud', '2023-02-20')).toMatchObject({
      status: 410,
      message: expect.stringContaining('since 2023-02-20') as string,
    });
    expect(goneWork('rdm:a', 'GakuNin RDM', null).message).not.toContain('since');
  });
});
