import { GraphQLError } from 'graphql';
import { describe, expect, it } from 'vitest';
import { BadUserInput } from '../subgraphs/common/errors.js';
import { UpstreamRateLimited } from '../upstream/errors.js';
import { formatError, isUnexpected, subgraphError } from './errors.js';

const raised = (originalError: Error): GraphQLError =>
  new GraphQLError(originalError.message, { originalError, path: ['work'] });

describe('what a caller sees of an error', () => {
  it('is the code, the platform and when to ask again of an upstream failure', () => {
    const error = new UpstreamRateLimited({
      platform: 'CINII_RESEARCH',
      message: 'CiNii Research is asked too often.',
      retryAfterMs: 1500.2,
      cause: new Error('secret'),
    });
    expect(subgraphError(raised(error))).toEqual({
      message: 'CiNii Research is asked too often.',
      path: ['work'],
      extensions: { code: 'UPSTREAM_RATE_LIMITED', platform: 'CINII_RESEARCH', retryAfterMs: 1501 },
    });
  });

  it('is the advice of bad input', () => {
    expect(subgraphError(raised(new BadUserInput('first is 0: ask for 1 to 100.')))).toMatchObject({
      message: 'first is 0: ask for 1 to 100.',
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });

  it('is nothing of an error of no known kind, and of a value that does not fit the schema', () => {
    expect(subgraphError(raised(new TypeError('x of undefined at /srv/app')))).toMatchObject({
      message: 'An internal error occurred.',
      extensions: { code: 'INTERNAL' },
    });
    expect(
      subgraphError(new GraphQLError('Cannot return null for non-nullable field Work.id.', { path: ['work', 'id'] }))
        .message,
    ).toBe('An internal error occurred.');
  });

  it('leaves the gateway with allow-listed codes and fields alone', () => {
    expect(
      formatError({
        message: 'upstream body: <html>',
        extensions: { code: 'DOWNSTREAM_SERVICE_ERROR', serviceName: 'cinii' },
      }),
    ).toEqual({ message: 'An internal error occurred.', extensions: { code: 'INTERNAL' } });
    expect(
      formatError({
        message: 'late',
        path: ['search'],
        extensions: { code: 'UPSTREAM_TIMEOUT', platform: 'EOSC', serviceName: 'catalog', stacktrace: ['x'] },
      }),
    ).toEqual({ message: 'late', path: ['search'], extensions: { code: 'UPSTREAM_TIMEOUT', platform: 'EOSC' } });
  });

  it('has the real path of an entity where the gateway names another', () => {
    const path = formatError({
      message: 'late',
      path: ['search', 'nodes', 0, 'jairo'],
      extensions: { code: 'UPSTREAM_TIMEOUT', realPath: ['search', 'nodes', 7, 'jairo'] },
    }).path;
    expect(path).toEqual(['search', 'nodes', 7, 'jairo']);
  });

  it('is BAD_USER_INPUT for a literal that a scalar refuses in validation', () => {
    expect(
      formatError({ message: 'no DOI', extensions: { code: 'GRAPHQL_VALIDATION_FAILED', scalar: 'DOI' } }).extensions,
    ).toEqual({ code: 'BAD_USER_INPUT' });
  });
});

describe('what Apollo Server says', () => {
  it.each([
    ['GraphQL introspection is not allowed by Apollo Server, but …', 'GRAPHQL_VALIDATION_FAILED', /INTROSPECTION/],
    ['provided sha does not match query', 'INTERNAL_SERVER_ERROR', /hash of the persisted query/],
    ['Unsupported persisted query version', 'INTERNAL_SERVER_ERROR', /version 1/],
  ])('is said in our words, and is no fault of ours: %s', (message, code, words) => {
    const shown = formatError({ message, extensions: { code } });
    expect(shown.message).toMatch(words);
    expect(shown.extensions?.['code']).not.toBe('INTERNAL');
  });

  it('is masked where it has a code that is not of the API', () => {
    for (const code of ['INVALID_GRAPHQL', 'INTERNAL_SERVER_ERROR', 'DOWNSTREAM_SERVICE_ERROR', undefined])
      expect(formatError({ message: 'x', extensions: { code, exception: {}, stacktrace: ['x'] } })).toEqual({
        message: 'An internal error occurred.',
        extensions: { code: 'INTERNAL' },
      });
  });

  it('is shortened where it repeats what the caller sent', () => {
    const { message } = formatError({
      message: 'x'.repeat(200_000),
      extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
    });
    expect(message).toBe(`${'x'.repeat(1000)}…`);
  });
});

describe('what goes to the log', () => {
  it('is what nobody foresaw', () => {
    expect(isUnexpected(raised(new TypeError('x')))).toBe(true);
    expect(isUnexpected(raised(new BadUserInput('x')))).toBe(false);
    expect(isUnexpected(raised(new UpstreamRateLimited({ platform: 'EOSC', message: 'x' })))).toBe(false);
  });
});
