import { describe, expect, it } from 'vitest';
import { UpstreamUnauthenticated } from '../../upstream/errors.js';
import { UnreadableDocument } from '../common/errors.js';
import { decodeProductPage, readProductDocument, readProductPage } from './responses.js';
import { list, product, RETRIEVED } from './testing.js';

const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));

function refusal(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof UnreadableDocument) return error.message;
    throw error;
  }
  throw new Error('it was read');
}

describe('a list', () => {
  it('is read in cursor mode and in page mode', () => {
    const cursor = readProductPage(list([product('10.5072/a')], { numFound: 45, pageSize: 1, nextCursor: 'AoM/Dz' }));
    expect([cursor.total, cursor.size, cursor.pageSize, cursor.nextCursor]).toEqual([45, 1, 1, 'AoM/Dz']);
    expect(readProductPage(list([], { page: 1, pageSize: 2 })).nextCursor).toBeNull();
  });

  it('of null is empty (fact sheet 2.4)', () => {
    expect(readProductPage(list(null)).products).toEqual([]);
  });

  it('leaves out the records that cannot be read, and says where and why without showing them', () => {
    const broken = product('10.5072/b', { mainTitle: { secret: 1 } });
    const page = readProductPage(list([product('10.5072/a'), broken, { id: 'x' }, 7]));
    expect(page.products.map(({ pids }) => pids[0]?.value)).toEqual(['10.5072/a']);
    expect(page.size).toBe(4);
    expect(page.refused).toEqual([
      'results[1]: mainTitle: expected a text',
      'results[2]: id: is no OpenAIRE id',
      'results[3]: it is no object',
    ]);
  });

  it('keeps a product whose lists have entries of another form, without those', () => {
    const odd = ['{NULL}', 7, null, [], { subject: '{NULL}', fullName: {}, urls: 'x', scheme: 1, acronym: 1 }];
    const good = {
      subjects: { subject: { scheme: 'keyword', value: 'tides' } },
      authors: { fullName: 'Sato, Hanako' },
      instances: { type: 'Article', urls: [7, 'https://kita.example.ac.jp/1', null] },
      pids: { scheme: 'doi', value: '10.5072/a' },
      projects: { id: 'p', code: '1' },
      organizations: { id: 'o', legalName: 'Kita University' },
    };
    const fields = Object.fromEntries(Object.entries(good).map(([name, entry]) => [name, [...odd, entry]]));
    const page = readProductPage(list([product('10.5072/a', { ...fields, descriptions: [{}, 'On tides'] })]));
    expect(page.refused).toEqual([]);
    expect(page.products).toMatchObject([
      {
        subjects: [{ subject: { value: 'tides' } }],
        authors: [{ fullName: 'Sato, Hanako' }],
        instances: [{ type: 'Article', urls: ['https://kita.example.ac.jp/1'] }],
        pids: [{ value: '10.5072/a' }],
        projects: [{ code: '1' }],
        organizations: [{ legalName: 'Kita University' }],
        descriptions: ['On tides'],
      },
    ]);
  });

  it('is refused when none of its records can be read', () => {
    expect(refusal(() => readProductPage(list([{ id: 'x' }])))).toMatch(/results\[0\]: id: is no OpenAIRE id/);
  });

  it.each([
    ['nothing', Buffer.from(''), 'it is empty'],
    ['an HTML page', Buffer.from('<!DOCTYPE html><p>secret'), 'an HTML page'],
    ['half an answer', Buffer.from('{"header": {"numFound": 3'), 'not well-formed JSON'],
    ['a text that is no UTF-8', Buffer.from([0x7b, 0xff]), 'not UTF-8'],
    [
      'an error of the application',
      json({ message: 'secret', error: 'Bad Request', code: 400 }),
      'an error of OpenAIRE',
    ],
    ['an error of the gateway', json({ error: 'secret', description: 'secret' }), 'an error of OpenAIRE'],
    ['a header without a total', json({ header: {}, results: [] }), 'header.numFound'],
    ['results that are no list', json({ header: { numFound: 1 }, results: {} }), 'results: expected a list'],
    ['another envelope', json({ total: 0, results: [] }), 'it has no header'],
  ])('is not %s', (_, body, message) => {
    expect(refusal(() => readProductPage(body))).toContain(message);
    expect(refusal(() => readProductPage(body))).not.toContain('secret');
  });
});

describe('a file', () => {
  it('holds a list, an array, or one record', () => {
    expect(readProductDocument(list([product('10.5072/a')]))).toMatchObject({ many: true, refused: [] });
    expect(readProductDocument(json([product('10.5072/a')]))).toMatchObject({ many: true });
    expect(readProductDocument(json(product('10.5072/a')))).toMatchObject({ many: false });
    expect(readProductDocument(list([]))).toMatchObject({ many: true, products: [] });
  });

  it.each([
    ['an organisation', { legalName: 'CERN', id: 'pending_org_::1' }],
    ['a data source', { officialName: 'OpenAIRE', id: 'infrastruct_::1' }],
    ['a project', { code: '1', callIdentifier: null, id: 'corda_____he::1' }],
    ['a person', { givenName: 'A', familyName: 'B', id: 'orcid_______::1' }],
  ])('that holds %s is refused by name', (what, record) => {
    expect(refusal(() => readProductDocument(json(record)))).toContain(`it is ${what} of OpenAIRE`);
    expect(refusal(() => readProductDocument(list([record])))).toContain(`it is ${what} of OpenAIRE`);
  });
});

describe('an answer', () => {
  const response = (status: number, type: string, body = list([])) => ({
    status,
    headers: { 'content-type': type },
    body,
    url: 'https://graph.example/',
    receivedAt: RETRIEVED.at,
  });

  it('of another media type is refused, whatever its status', () => {
    expect(refusal(() => decodeProductPage(response(200, 'text/html; charset=utf-8')))).toMatch(
      /no JSON but text\/html/,
    );
  });

  it('of 403 says that the token is none, and not what it is', () => {
    expect(() => decodeProductPage(response(403, 'application/json'))).toThrow(UpstreamUnauthenticated);
    expect(() => decodeProductPage(response(403, 'application/json'))).toThrow(/OPENAIRE_TOKEN.*may have expired/);
  });
});
