import { describe, expect, it } from 'vitest';
import { RequestScope } from '../../../upstream/scope.js';
import { isoXml } from '../../common/iso19115/testing.js';
import { bestText } from '../../common/localized-text.js';
import { parseXml, textContent, descendants } from '../../common/xml.js';
import { CswClient } from './client.js';
import { getRecordsXml, recordByIdRequest, recordsRequest } from './requests.js';
import { nextStart, readCswAnswer, type CswRecords } from './responses.js';
import { cswRecord, EXCEPTION, FakeUpstream, recordsXml } from './testing.js';

const V2 = { url: 'https://dias.example/csw?map=1', version: '2.0.2' } as const;
const V3 = { ...V2, version: '3.0.0' } as const;
const PAGE = { start: 1, count: 5 };

function records(xml: string): CswRecords {
  const answer = readCswAnswer(parseXml(xml));
  if (answer.kind !== 'records') throw new Error('an exception');
  return answer;
}

describe('a request of CSW 2.0.2', () => {
  it('for everything has no constraint', () => {
    const request = recordsRequest(V2, {}, PAGE);
    expect(request).toMatchObject({ method: 'POST', safe: true, url: V2.url, headers: { 'content-type': 'application/xml; charset=utf-8' } }); // prettier-ignore
    const root = parseXml(request.body ?? '');
    expect(Object.fromEntries(root.attributes.map(({ name, value }) => [name, value]))).toMatchObject({
      startPosition: '1',
      maxRecords: '5',
      resultType: 'results',
      outputSchema: 'http://www.isotc211.org/2005/gmd',
    });
    expect(descendants(root, 'Constraint')).toEqual([]);
  });

  it('has corners in latitude and longitude, and two boxes across the date line', () => {
    const corners = (west: number, east: number): string[] => {
      const root = parseXml(getRecordsXml({ box: { west, south: 35, east, north: 42 } }, PAGE));
      return [...descendants(root, 'lowerCorner'), ...descendants(root, 'upperCorner')].map(textContent);
    };
    expect(corners(18, 28)).toEqual(['35 18', '42 28']);
    expect(corners(170, -170)).toEqual(['35 170', '35 -180', '42 180', '42 -170']);
  });

  it('asks for every word and the period, and takes wild cards and markup for letters', () => {
    const root = parseXml(getRecordsXml({ text: '100% <海>', from: '1990-02', until: '1991' }, PAGE));
    expect(descendants(root, 'Literal').map(textContent)).toEqual(['%100\\%%', '%<海>%', '1990-02-01', '1991-12-31']);
    expect(descendants(root, 'And')).toHaveLength(1);
  });
});

describe('a request of CSW 3.0', () => {
  const parameters = (criteria: Parameters<typeof recordsRequest>[1]): Record<string, string> =>
    Object.fromEntries(new URL(recordsRequest(V3, criteria, PAGE).url).searchParams);

  it('has the box in longitude and latitude, and open ends of time', () => {
    const box = { west: -6.17, south: 44.79, east: 17.92, north: 68.41 };
    expect(parameters({ text: ' sea  ice ', box, from: '1990' })).toMatchObject({
      map: '1',
      q: 'sea ice',
      bbox: '-6.17,44.79,17.92,68.41',
      time: '1990-01-01/',
      startPosition: '1',
      maxRecords: '5',
      version: '3.0.0',
    });
    expect(parameters({})).not.toHaveProperty('q');
  });

  it('for one record holds its identifier, whatever it is', () => {
    const url = new URL(recordByIdRequest(V3, 'C:\\a&b=c').url);
    expect(url.searchParams.get('id')).toBe('C:\\a&b=c');
    expect(url.searchParams.get('request')).toBe('GetRecordById');
  });
});

describe('an answer', () => {
  it('holds ISO records and Dublin Core ones; what cannot be read costs itself alone', () => {
    const page = records(recordsXml('numberOfRecordsMatched="9" numberOfRecordsReturned="4" nextRecord="5"', isoXml({}) + cswRecord('a') + '<dif/>' + '<csw:BriefRecord/>')); // prettier-ignore
    expect(page).toMatchObject({ many: true, matched: 9, returned: 4, next: 5 });
    expect(page.records.map(({ id, iso }) => [id, iso !== null])).toEqual([['sea-1', true], ['a', false]]); // prettier-ignore
    expect(page.refused).toEqual([
      '<dif> (line 1) is neither an ISO 19115 record nor one of csw:Record, SummaryRecord and BriefRecord',
      '<BriefRecord> (line 1) has neither a title nor an identifier',
    ]);
  });

  it.each(['csw:Record', 'csw:SummaryRecord', 'csw:BriefRecord', 'csw30:BriefRecord'])('in Dublin Core: %s', (name) => {
    const content = `<dc:title>Sea</dc:title><dc:type>http://purl.org/dc/dcmitype/Dataset</dc:type><dc:subject scheme="s">Water</dc:subject><dct:abstract>Blue.</dct:abstract><dc:date>2006-03-26</dc:date><ows:BoundingBox crs="urn:x-ogc:def:crs:EPSG:6.11:4326"><ows:LowerCorner>47.595 -4.097</ows:LowerCorner><ows:UpperCorner>51.217 0.889</ows:UpperCorner></ows:BoundingBox>`;
    const [record] = records(recordsXml('', cswRecord('urn:uuid:1', content, name))).records;
    expect(record).toMatchObject({
      id: 'urn:uuid:1',
      fields: {
        type: 'DATASET',
        issued: '2006-03-26',
        subjects: [{ scheme: 's' }],
        places: [{ box: { south: 47.595, west: -4.097, north: 51.217, east: 0.889 } }],
        identifiers: [{ scheme: 'URN' }],
      },
    });
  });

  it.each([
    ['CRS:84', { west: 1, south: 2 }],
    ['http://www.opengis.net/def/crs/EPSG/0/4326', { west: 2, south: 1 }],
    ['urn:ogc:def:crs:EPSG::3857', null],
  ])('has a box by its reference system: %s', (crs, corner) => {
    const box = `<ows:BoundingBox crs="${crs}"><ows:LowerCorner>1 2</ows:LowerCorner><ows:UpperCorner>3 4</ows:UpperCorner></ows:BoundingBox>`;
    const places = records(recordsXml('', cswRecord('a', box))).records[0]?.fields.places;
    expect(places?.[0]?.box ?? null).toEqual(corner === null ? null : expect.objectContaining(corner));
  });

  it('a date that only repeats when the record was modified is no date of issue', () => {
    const dates = '<dc:date>2014-04-16</dc:date><dct:modified>2014-04-16</dct:modified>';
    expect(records(recordsXml('', cswRecord('a', dates))).records[0]?.fields).toMatchObject({ issued: null, updated: '2014-04-16T00:00:00Z' }); // prettier-ignore
  });

  it('may be an exception report of any version, told by its codes alone', () => {
    const report = EXCEPTION('InvalidParameterValue', 'id');
    const expected = { kind: 'error', codes: ['InvalidParameterValue'], locators: ['id'] };
    expect(readCswAnswer(parseXml(report))).toEqual(expected);
    expect(readCswAnswer(parseXml(report.replace('http://www.opengis.net/ows', 'http://www.opengis.net/ows/2.0')))).toEqual(expected); // prettier-ignore
  });

  it.each([
    ['<NotAValidExceptionReport/>', 'the root element is <NotAValidExceptionReport> (line 1)'],
    ['<Capabilities/>', 'no answer of a CSW with records'],
    ['<GetRecordsResponse/>', 'holds no <SearchResults>'],
  ])('is refused where it is none: %s', (xml, why) => {
    expect(() => readCswAnswer(parseXml(xml))).toThrow(why);
  });
});

describe('the next page', () => {
  const page = (next: number | null, returned: number, matched: number | null): CswRecords => ({
    kind: 'records', many: true, records: [], refused: [], next, returned, matched,
  }); // prettier-ignore

  it.each([
    ['begins where the server says', page(6, 5, 17), 1, 6],
    ['is none at 0', page(0, 3, 12), 10, null],
    ['is none where hits were counted: 0 returned, nextRecord 6', page(6, 0, 12), 1, null],
    ['is none where the server would go back', page(3, 2, 12), 3, null],
    ['is none past the last record', page(13, 2, 12), 11, null],
    ['begins where an INSPIRE server says: 85 after 2 of 216', page(85, 2, 216), 83, 85],
    ['follows where the server says nothing', page(null, 5, 12), 1, 6],
    ['is none where it says neither', page(null, 5, null), 1, null],
  ])('%s', (_what, answer, start, expected) => {
    expect(nextStart(answer, start)).toBe(expected);
  });
});

describe('the client', () => {
  const scope = new RequestScope();
  const startOf = (body: string | undefined): number => Number(/startPosition="(\d+)"/.exec(body ?? '')?.[1]);

  it('lists page after page, each identifier once', async () => {
    const upstream = new FakeUpstream(({ body }) => {
      const start = startOf(body);
      return recordsXml(`numberOfRecordsMatched="3" numberOfRecordsReturned="2" nextRecord="${start === 1 ? '3' : '0'}"`, start === 1 ? cswRecord('a') + cswRecord('b') : cswRecord('b') + cswRecord('c')); // prettier-ignore
    });
    const listing = await new CswClient(upstream, V2).list({}, scope);
    expect(listing).toMatchObject({ matched: 3, complete: true, refused: [] });
    expect(listing.records.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(upstream.asked).toHaveLength(2);
  });

  it('stops a list without an end, and says that it is not complete', async () => {
    const upstream = new FakeUpstream(({ body }) => recordsXml(`numberOfRecordsReturned="1" nextRecord="${String(startOf(body) + 1)}"`, cswRecord(String(startOf(body))))); // prettier-ignore
    const listing = await new CswClient(upstream, V2).list({}, scope);
    expect(listing).toMatchObject({ complete: false });
    expect(upstream.asked).toHaveLength(60);
  });

  it.each([
    ['an empty answer', '<csw:GetRecordByIdResponse xmlns:csw="http://www.opengis.net/cat/csw/2.0.2"/>'],
    ['NotFound', EXCEPTION('NotFound', 'id')],
    ['a bad value', EXCEPTION('InvalidParameterValue', 'Id')],
    [
      'another record',
      cswRecord('b').replace(
        '<csw:Record>',
        '<csw:Record xmlns:csw="http://www.opengis.net/cat/csw/2.0.2" xmlns:dc="http://purl.org/dc/elements/1.1/">',
      ),
    ],
  ])('knows by %s that an id is not there', async (_what, answer) => {
    expect(await new CswClient(new FakeUpstream(() => answer), V2).byId('a', scope)).toBeNull();
  });

  it('gives the record that was asked for', async () => {
    const record = await new CswClient(new FakeUpstream(() => isoXml({})), V3).byId('sea-1', scope);
    expect(record && bestText(record.fields.title)).toBe('Sea');
  });

  it('speaks 3.0 to a server that refuses 2.0.2, and then no other', async () => {
    const upstream = new FakeUpstream(({ method }) => method === 'POST' ? EXCEPTION('VersionNegotiationFailed', 'version') : recordsXml('', cswRecord('a'))); // prettier-ignore
    const client = new CswClient(upstream, V2);
    expect((await client.list({}, scope)).records).toHaveLength(1);
    await client.list({}, scope);
    expect(upstream.asked.map(({ method }) => method)).toEqual(['POST', 'GET', 'GET']);
  });

  it('fails with the code of an exception, never with the server’s text', async () => {
    const list = new CswClient(new FakeUpstream(() => EXCEPTION('NoApplicableCode', 'service')), V2).list({}, scope);
    await expect(list).rejects.toThrow('The CSW of DIAS refused a request: NoApplicableCode.');
  });
});
