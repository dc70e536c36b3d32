import { describe, expect, it } from 'vitest';
import { RequestScope } from '../../../upstream/scope.js';
import { bestText } from '../../common/localized-text.js';
import { FakeUpstream } from '../csw/testing.js';
import { GeodabClient } from './client.js';
import { resourcesRequest, sourcesRequest } from './requests.js';
import type { GeodabHit } from './report.js';
import { decodeGeodab, readGeodabAnswer } from './responses.js';

const BASE = 'https://dab.example/gs-service/services/essi/view/geoss/opensearch';
const DIAS = 'Data Integration and Analysis System (DIAS) - Japan';

function results(document: string | object) {
  const answer = readGeodabAnswer(Buffer.from(typeof document === 'string' ? document : JSON.stringify(document)));
  if (answer.kind !== 'results') throw new Error('an error');
  return answer;
}

function hit(document: string | object): GeodabHit {
  const [first] = results(document).hits;
  if (first === undefined) throw new Error('no hit');
  return first;
}

const json = (...reports: readonly object[]): object => ({ resultSet: { size: reports.length, start: 1 }, reports });
const atom = (entry: string): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:georss="http://www.georss.org/georss" xmlns:gmd="http://www.isotc211.org/2005/gmd"><totalResults xmlns="http://a9.com/-/spec/opensearch/1.1/">23</totalResults><entry><id>sea-1</id>${entry}</entry></feed>`;
const online = (url: string, more = ''): string =>
  `<gmd:distributionInfo><gmd:MD_Distribution><gmd:transferOptions><gmd:MD_DigitalTransferOptions><gmd:onLine><gmd:CI_OnlineResource><gmd:linkage><gmd:URL>${url}</gmd:URL></gmd:linkage>${more}</gmd:CI_OnlineResource></gmd:onLine></gmd:MD_DigitalTransferOptions></gmd:transferOptions></gmd:MD_Distribution></gmd:distributionInfo>`;

describe('a request', () => {
  it('for the sources asks for the children of the root', () => {
    expect(new URL(sourcesRequest(BASE).url).search).toBe('?parents=ROOT&si=1&ct=300&outputFormat=application%2Fjson');
  });

  it('for resources has the box as W,S,E,N and what overlaps it, across the date line as two', () => {
    const parameters = (west: number, east: number) =>
      new URL(resourcesRequest(BASE, 'dias id', { text: '海 ice', box: { west, south: 20, east, north: 46 }, from: '1990', until: '1991-02' }, 51).url).searchParams; // prettier-ignore
    expect(Object.fromEntries(parameters(122, 154))).toEqual({
      sources: 'dias id',
      st: '海 ice',
      searchFields: 'title,keywords,abstract',
      bbox: '122,20,154,46',
      rel: 'OVERLAPS',
      ts: '1990-01-01',
      te: '1991-02-28',
      si: '51',
      ct: '50',
      outputFormat: 'application/json',
    });
    expect(parameters(170, -170).get('bbox')).toBe('170,20,180,46_-180,20,-170,46');
  });
});

describe('an answer in JSON', () => {
  const report = {
    id: 'r1',
    type: 'simple',
    title: 'Sea\n      temperature',
    alternateTitle: '海水温',
    description: 'Of the\n    sea',
    source: { id: 'dias', title: DIAS },
    keyword: ['sea', 'sea', ' '],
    topic: ['oceans'],
    format: ['netCDF'],
    online: [
      { url: 'https://search.diasjp.net/en/dataset/SEA_1', name: 'Sea', function: 'information' },
      { url: 'https://metadata.diasjp.net/dmm/doc/SEA_1-DIAS-ja.html', name: 'Document' },
      { url: 'https://doi.org/10.20783/DIAS.9', name: 'DOI' },
      { url: '', name: 'nothing' },
    ],
    where: [{ south: 20, west: '122.5', north: 46, east: 154 }, { south: 46, west: 0, north: 20, east: 1 }],
    when: [{ from: '1990-01-01T00:00:00Z', to: '1995-12-31' }],
    published: ['2010-05'],
    updated: ['2020-01-02'],
    rights: ['Ask first.'],
    author: [{ orgName: 'Institute', individualName: 'Umi, Hanako', email: 'umi@example.org' }],
    hierarchyLevel: 'dataset',
  }; // prettier-ignore

  it('is mapped to what it carries, and says which dataset of DIAS it is by its links and DOI', () => {
    expect(hit(json(report))).toMatchObject({
      id: 'r1',
      sourceId: 'dias',
      datasetIds: ['SEA_1'],
      constraints: [{ values: [{ value: 'Ask first.' }] }],
      fields: {
        doi: '10.20783/dias.9',
        type: 'DATASET',
        title: { values: [{ value: 'Sea temperature', lang: null }] },
        alternativeTitles: [{ values: [{ value: '海水温', lang: null }] }],
        description: { values: [{ value: 'Of the sea' }] },
        creators: [{ name: { values: [{ value: 'Umi, Hanako' }] }, affiliations: [{ name: { values: [{ value: 'Institute' }] } }] }],
        issued: '2010-05',
        updated: '2020-01-02T00:00:00Z',
        subjects: [{ scheme: null }, { scheme: 'ISO 19115 Topic Category' }],
        places: [{ box: { west: 122.5, south: 20, east: 154, north: 46 } }],
        period: '1990-01-01/1995-12-31',
        url: 'https://search.diasjp.net/en/dataset/SEA_1',
        licenses: [],
      },
    }); // prettier-ignore
    expect(hit(json(report)).fields.places).toHaveLength(1);
    expect(hit(json(report)).links).toHaveLength(3);
  });

  it('needs no more than an id', () => {
    expect(hit(json({ id: 'r2' }))).toMatchObject({ sourceId: null, links: [], fields: { doi: null, type: 'OTHER', title: { values: [] } } }); // prettier-ignore
  });

  it('whose report has a wrong form gives the others', () => {
    const answer = results(json({ id: 'r2', keyword: { a: 1 } }, { title: 'no id' }, report));
    expect(answer.hits.map(({ id }) => id)).toEqual(['r1']);
    expect(answer.refused[1]).toBe('reports[1]: id: expected a text');
  });

  it.each([
    ['{"Error occurred": "x"}', 200],
    ['{"resultSet":{"size":0,"errors":["x"]},"reports":[]}', 200],
    ['{"resultSet":{"size":0},"reports":[]}', 400],
    ['<gs:error xmlns:gs="http://flora.eu/gi-suite/1.0/dataModel/schema">x</gs:error>', 200],
    ['<feed xmlns="http://www.w3.org/2005/Atom"/>', 400],
  ])('may be an error: %s with %i', (text, status) => {
    expect(decodeGeodab({ status, headers: {}, body: Buffer.from(text), url: '', receivedAt: new Date() })).toEqual({ kind: 'error' }); // prettier-ignore
  });

  it.each([
    ['{"reports":[]}', 'it is no answer of GEO DAB: resultSet: expected an object'],
    ['{"resultSet":{"size":1},"reports":[', 'it is not well-formed JSON'],
    ['<feed xmlns="http://www.w3.org/2005/Atom"><a></feed>', 'not readable as XML'],
    ['<OpenSearchDescription/>', 'the root element is <OpenSearchDescription> (line 1), not the <feed>'],
    ['<!DOCTYPE html><html/>', 'this is an HTML page'],
    ['', 'the document is empty'],
  ])('is refused in one line where it is none: %s', (text, why) => {
    const read = () => readGeodabAnswer(Buffer.from(text));
    expect(read).toThrow(expect.objectContaining({ name: 'UnreadableDocument', message: expect.stringMatching(/^[^\n]+$/) as string }) as Error); // prettier-ignore
    expect(read).toThrow(why);
  });
});

describe('an answer in Atom', () => {
  it('has the value in the label and the kind in the term of a category', () => {
    const entry = '<category label="Dataset" term="hlevel"/><category label="Sea ice" term="keywords"/><category term="Plain"/>'; // prettier-ignore
    const { fields } = hit(atom(entry));
    expect(fields.type).toBe('DATASET');
    expect(fields.subjects.map(({ value }) => bestText(value))).toEqual(['Sea ice', 'Plain']);
  });

  it('has its box as S W N E, and line breaks within its texts', () => {
    const { fields } = hit(atom('<title>Sea\n   ice</title><georss:box>37.2 -32.3 37.3 -32.1</georss:box>'));
    expect(bestText(fields.title)).toBe('Sea ice');
    expect(fields.places).toMatchObject([{ box: { south: 37.2, west: -32.3, north: 37.3, east: -32.1 } }]);
  });

  it('has people with their roles, links in the distribution, times and a total', () => {
    const people = '<contributor><orgName>Institute,\n  Japan</orgName><indName>Umi, Hanako</indName><role>originator</role></contributor><contributor><orgName>Archive</orgName><role>distributor</role></contributor>'; // prettier-ignore
    const document = atom(`<sourceId>dias</sourceId>${people}<dtstart>2001-02-03T00:00:00Z</dtstart><dtend>2004</dtend>${online('https://doi.org/10.1234/SEA')}`); // prettier-ignore
    expect(results(document).total).toBe(23);
    expect(hit(document)).toMatchObject({
      sourceId: 'dias',
      links: [{ url: 'https://doi.org/10.1234/SEA' }],
      fields: { doi: '10.1234/sea', period: '2001-02-03/2004', contributors: [{ role: 'Distributor' }] },
    });
    const [creator] = hit(document).fields.creators;
    expect(creator && [bestText(creator.name), bestText(creator.affiliations[0]?.name ?? { values: [] })]).toEqual(['Umi, Hanako', 'Institute, Japan']); // prettier-ignore
  });
});

describe('the client', () => {
  const scope = new RequestScope();
  const sources = json({ id: 'other', title: `Mirrors of ${DIAS}` }, { id: 'dias', title: DIAS });

  it('finds the id of DIAS at run time and walks over its resources', async () => {
    const upstream = new FakeUpstream(({ url }) => {
      const parameters = new URL(url).searchParams;
      if (parameters.get('parents') === 'ROOT') return JSON.stringify(sources);
      const source = (id: string) => ({ source: { id, title: '' } });
      const reports = parameters.get('si') === '1' ? [{ id: 'a', ...source('dias') }, { id: 'x', ...source('other') }] : [{ id: 'b' }]; // prettier-ignore
      return JSON.stringify({ resultSet: { size: 3 }, reports });
    });
    const listing = await new GeodabClient(upstream, BASE).list({}, scope);
    expect(listing.hits.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(listing).toMatchObject({ total: 3, complete: true });
    expect(upstream.asked.slice(1).map(({ url }) => new URL(url).searchParams.get('si'))).toEqual(['1', '3']);
  });

  it('gives nothing where the broker does not have DIAS, and fails on its errors', async () => {
    expect(await new GeodabClient(new FakeUpstream(() => JSON.stringify(json({ id: 'other', title: 'Other' }))), BASE).list({}, scope)).toMatchObject({ hits: [], complete: true }); // prettier-ignore
    await expect(new GeodabClient(new FakeUpstream(() => '{"Error occurred":"x"}'), BASE).list({}, scope)).rejects.toThrow('GEO DAB refused a request'); // prettier-ignore
  });

  it('stops a list without an end', async () => {
    let number = 0;
    const upstream = new FakeUpstream(({ url }) => {
      number += 1;
      return JSON.stringify(url.includes('ROOT') ? sources : { resultSet: {}, reports: [{ id: String(number) }] });
    });
    expect(await new GeodabClient(upstream, BASE).list({}, scope)).toMatchObject({ complete: false });
    expect(upstream.asked).toHaveLength(61);
  });
});
