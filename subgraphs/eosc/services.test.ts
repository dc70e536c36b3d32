import { describe, expect, it } from 'vitest';
import { UnreadableDocument } from '../common/errors.js';
import { decodeService, readService, readServicePage } from './services.js';

const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));

const V6 = {
  id: '10.1234/tide',
  name: 'Tide tables',
  description: '<p>Tides &amp; currents</p>',
  webpage: 'https://tide.example/',
  urls: ['https://mirror.example/'],
  resourceOwner: '10.1234/harbour',
  scientificDomains: [
    { scientificDomain: 'scientific_domain-natural_sciences', scientificSubdomain: 'a' },
    { scientificDomain: 'scientific_domain-natural_sciences', scientificSubdomain: 'b' },
  ],
  trl: 'trl-9',
  catalogueId: 'eosc',
};
const V5 = {
  id: 'harbour.tide',
  name: 'Tides',
  webpage: 'ftp://tide.example/',
  resourceOrganisation: 'harbour',
  scientificDomains: null,
};

describe('a service', () => {
  it('of profile 6 is read', () => {
    expect(readService(json(V6))).toEqual({
      id: '10.1234/tide',
      name: 'Tide tables',
      description: 'Tides & currents',
      url: 'https://tide.example/',
      provider: '10.1234/harbour',
      scientificDomains: ['scientific_domain-natural_sciences'],
      trl: 'trl-9',
    });
  });

  it('of profile 5 is read under its older names; an address that is none of the web is none', () => {
    expect(readService(json(V5))).toMatchObject({ provider: 'harbour', url: null, scientificDomains: [], trl: null });
  });

  it('that is not known or not active is none', () => {
    const response = { headers: {}, body: json({ message: 'x' }), url: '', receivedAt: new Date() };
    expect(decodeService({ ...response, status: 403 })).toBeNull();
    expect(decodeService({ ...response, status: 404 })).toBeNull();
    expect(() => decodeService({ ...response, status: 200 })).toThrow(UnreadableDocument);
  });
});

describe('a list of services', () => {
  it('holds plain records, or records with their score', () => {
    const page = readServicePage(
      json({
        total: 9,
        from: 0,
        to: 3,
        results: [V6, { score: 1, result: V5, highlights: [] }, { score: 1 }],
        facets: null,
      }),
    );
    expect(page.services.map(({ id }) => id)).toEqual(['10.1234/tide', 'harbour.tide']);
    expect([page.total, page.size, page.facets]).toEqual([9, 3, []]);
  });

  it('without a hit is empty whatever was asked (fact sheet 3.3)', () => {
    expect(readServicePage(json({ total: 0, from: 0, to: 0, results: [], facets: [] }))).toMatchObject({
      total: 0,
      services: [],
    });
  });

  it('tells its counts with the most frequent first', () => {
    const values = [
      { value: 'trl-7', label: '7 - prototype', count: 1 },
      { value: 'trl-9', label: null, count: 4 },
    ];
    const page = readServicePage(json({ total: 5, results: [V6], facets: [{ field: 'trl', label: 'TRL', values }] }));
    expect(page.facets).toEqual([
      {
        field: 'trl',
        label: 'TRL',
        buckets: [
          { value: 'trl-9', label: 'trl-9', count: 4 },
          { value: 'trl-7', label: '7 - prototype', count: 1 },
        ],
      },
    ]);
  });

  it.each([
    ['of something else', { total: 1, results: [{ title: 'x' }] }, 'none of its entries is a service'],
    ['without a total', { results: [] }, 'total: expected a whole number'],
    ['that is an error', { url: 'x', error: 'secret' }, 'total: expected a whole number'],
  ])('%s is refused', (_, body, message) => {
    expect(() => readServicePage(json(body))).toThrow(message);
  });
});
