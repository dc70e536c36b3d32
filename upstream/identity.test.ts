import { describe, expect, it } from 'vitest';
import { identity, userAgent } from './identity.js';
import { testRequest } from './testing.js';

const identify = identity(userAgent('0.1.0', 'https://example.org/kakehashi'));

describe('who asks', () => {
  it('says our name and where to find us', () => {
    expect(identify(testRequest()).headers?.['user-agent']).toBe('kakehashi/0.1.0 (+https://example.org/kakehashi)');
  });

  it('is never a browser', () => {
    expect(() => identity('Mozilla/5.0 (X11)')).toThrow('browser');
  });

  it('sends no cookie and lets no request rename us', () => {
    const headers = { Cookie: 'SESSION=1', 'USER-AGENT': 'Mozilla/5.0', Host: 'other.test', 'X-Token': 't' };
    const sent = identify(testRequest({ headers })).headers ?? {};
    expect(Object.keys(sent).sort()).toEqual(['accept', 'accept-encoding', 'user-agent', 'x-token']);
    expect(sent['user-agent']).toContain('kakehashi/');
  });

  it('accepts every form unless the request asks for one', () => {
    expect(identify(testRequest()).headers?.['accept']).toBe('*/*');
    expect(identify(testRequest({ headers: { Accept: 'application/json' } })).headers?.['accept']).toBe(
      'application/json',
    );
  });

  it('says that a body is a form', () => {
    const sent = identify(testRequest({ method: 'POST', body: 'verb=Identify' }));
    expect(sent.headers?.['content-type']).toBe('application/x-www-form-urlencoded');
  });
});
