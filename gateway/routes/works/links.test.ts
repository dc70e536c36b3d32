import { describe, expect, it } from 'vitest';
import { linkHeader, linksetJson, linksetText, linkType, linkValue } from './links.js';

const A = { href: 'https://example.org/a', rel: 'item', type: 'text/csv' };
const B = {
  href: 'https://example.org/b',
  rel: 'describedby',
  type: 'application/xml',
  profile: 'https://example.org/p',
};

describe('links', () => {
  it('stand in a header as RFC 8288 writes them', () => {
    expect(linkHeader([A, B], 1000)).toBe(
      '<https://example.org/a>; rel="item"; type="text/csv", <https://example.org/b>; rel="describedby"; type="application/xml"; profile="https://example.org/p"',
    );
  });

  it('are left out of a header where there is no room, and a shorter one behind them is not', () => {
    const long = { href: `https://example.org/${'x'.repeat(200)}`, rel: 'item' };
    expect(linkHeader([A, long, B], 200)).toBe(`${linkValue(A)}, ${linkValue(B)}`);
  });

  it('cannot end a value, a header or a line with what a source wrote', () => {
    const value = linkValue({ href: 'https://example.org/', rel: 'item', type: 'a/b"; rel="cite-as\r\nset-cookie: x' });
    expect(value).toBe('<https://example.org/>; rel="item"; type="a/b\\"; rel=\\"cite-asset-cookie: x"');
    expect(linkType('text/html; charset=utf-8')).toBeUndefined();
    expect(linkType('PDF')).toBeUndefined();
    expect(linkType('Application/PDF')).toBe('application/pdf');
  });

  it('are a linkset by context and relation, with attributes of others as lists (RFC 9264)', () => {
    const contexts = [{ anchor: 'https://example.org/', links: [A, { ...A, href: 'https://example.org/c' }, B] }];
    expect(JSON.parse(linksetJson(contexts))).toEqual({
      linkset: [
        {
          anchor: 'https://example.org/',
          item: [
            { href: 'https://example.org/a', type: 'text/csv' },
            { href: 'https://example.org/c', type: 'text/csv' },
          ],
          describedby: [{ href: 'https://example.org/b', type: 'application/xml', profile: ['https://example.org/p'] }],
        },
      ],
    });
    expect(linksetText(contexts).split('\n')[0]).toBe(
      '<https://example.org/a>; anchor="https://example.org/"; rel="item"; type="text/csv",',
    );
  });
});
