import { describe, expect, it } from 'vitest';
import { readPeriod } from './datestamps.js';
import { namespaceOf, oaiIdentifier, workIdOf } from './identifiers.js';
import { OaiFault, readCall } from './protocol.js';
import { decodeToken, encodeToken, type Resumption } from './token.js';

/** The code of the fault that something ends in; null: it ends well. */
function faultOf(work: () => unknown): string | null {
  try {
    work();
    return null;
  } catch (error) {
    if (error instanceof OaiFault) return error.code;
    throw error;
  }
}

describe('a request', () => {
  it.each([
    ['', 'badVerb'],
    ['verb=', 'badVerb'],
    ['verb=identify', 'badVerb'],
    ['verb=Identify&verb=Identify', 'badVerb'],
    ['metadataPrefix=oai_dc', 'badVerb'],
    ['verb=Identify&set=a', 'badArgument'],
    ['verb=Identify&colour=red', 'badArgument'],
    ['verb=GetRecord&metadataPrefix=oai_dc', 'badArgument'],
    ['verb=GetRecord&identifier=a', 'badArgument'],
    ['verb=GetRecord&identifier=a&identifier=a&metadataPrefix=oai_dc', 'badArgument'],
    ['verb=ListRecords', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&resumptionToken=a', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&resumptiontoken=a', 'badArgument'],
    [`verb=ListRecords&resumptionToken=${'a'.repeat(5000)}`, 'badArgument'],
    ['verb=ListMetadataFormats&metadataPrefix=oai_dc', 'badArgument'],
    ['verb=ListSets&set=a', 'badArgument'],
    ['verb=Identify', null],
    ['verb=ListSets&resumptionToken=a', null],
    ['verb=ListMetadataFormats&identifier=a', null],
    ['set=a&until=2020-01-01&verb=ListIdentifiers&metadataPrefix=oai_dc', null],
  ])('%s: %s', (query, code) => {
    expect(faultOf(() => readCall(new URLSearchParams(query)))).toBe(code);
  });

  it('that is wrong is told what its verb takes', () => {
    expect(() => readCall(new URLSearchParams('verb=ListRecords&from=2020-01-01'))).toThrow(
      'ListRecords needs metadataPrefix.',
    );
    expect(() => readCall(new URLSearchParams('verb=GetRecord&set=a'))).toThrow(
      'GetRecord has no argument "set": it takes identifier, metadataPrefix.',
    );
  });
});

describe('from and until', () => {
  it.each([
    ['2020-01-01', '2020-01-31', [1577836800, 1580515199]],
    ['2020-01-01T00:00:00Z', '2020-01-01T00:00:00Z', [1577836800, 1577836800]],
    ['2020-02-29', undefined, [1582934400, null]],
    [undefined, '1970-01-01', [null, 86399]],
    [undefined, undefined, [null, null]],
  ])('%s to %s', (from, until, [start, end]) => {
    expect(readPeriod(from, until)).toEqual({ from: start, until: end });
  });

  it.each([
    ['2020-01-02', '2020-01-01'],
    ['2020-01-01', '2020-01-01T00:00:00Z'],
    ['2021-02-29', undefined],
    ['2020', undefined],
    ['2020-01-01T00:00Z', undefined],
    ['2020-01-01T00:00:00+09:00', undefined],
    ['2020-01-01T00:00:00.5Z', undefined],
    [undefined, 'today'],
    [undefined, '2020-01-01T25:00:00Z'],
  ])('%s to %s is a badArgument', (from, until) => {
    expect(faultOf(() => readPeriod(from, until))).toBe('badArgument');
  });
});

describe('an identifier', () => {
  it.each([
    'doi:10.1234/a(b)',
    'doi:10.1234/a<b>;c#d?e%2F',
    'cinii:1390001204',
    'jairo:host.example/12',
    'doi:10.1/海',
  ])('of %s is a URI without anything to escape, and leads back', (id) => {
    const identifier = oaiIdentifier('a.example', id);
    expect(identifier).toMatch(/^oai:a\.example:[A-Za-z0-9\-_.!~*'();/:@&=+$,%]+$/);
    expect(workIdOf('a.example', identifier)).toBe(id);
  });

  it.each(['doi:10.1234/a', 'oai:b.example:doi:10.1234/a', 'oai:a.example:%', 'oai:a.example:%64oi', ''])(
    'is none of this repository: %s',
    (identifier) => {
      expect(workIdOf('a.example', identifier)).toBeNull();
    },
  );

  it('has the public host as its namespace, and a name of nobody where there is none that the guidelines allow', () => {
    expect(namespaceOf('https://kakehashi.example/api')).toBe('kakehashi.example');
    expect(['http://localhost:4000', 'http://127.0.0.1:4000', null].map(namespaceOf)).toEqual(
      Array(3).fill('kakehashi.invalid'),
    );
  });
});

describe('a resumption token', () => {
  const resumption: Resumption = {
    prefix: 'oai_dc',
    set: 'ocean',
    from: 0,
    until: null,
    after: { datestamp: 5, id: 'doi:10.1234/海' },
    given: 50,
  };
  const token = encodeToken('ListRecords', resumption, 'a secret of this test');

  it('holds all that the list needs', () => {
    expect(decodeToken(token, 'ListRecords', 'a secret of this test')).toEqual(resumption);
    expect(token).toMatch(/^[\w.-]+$/);
  });

  it.each([
    ['of another verb', token, 'ListIdentifiers', 'a secret of this test'],
    ['of another server', token, 'ListRecords', 'another secret of it'],
    ['that was changed', token.replace('W', 'X'), 'ListRecords', 'a secret of this test'],
    ['that was cut', token.slice(0, -1), 'ListRecords', 'a secret of this test'],
    ['that is none', 'x', 'ListRecords', 'a secret of this test'],
  ])('%s is a badResumptionToken', (_, text, verb, secret) => {
    expect(faultOf(() => decodeToken(text, verb, secret))).toBe('badResumptionToken');
  });
});
