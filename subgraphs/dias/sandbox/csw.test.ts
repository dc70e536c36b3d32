import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attribute, childElement, childElements, childText, descendants, parseXml, textContent, type XmlElement } from '../../common/xml.js'; // prettier-ignore
import type { RunningSandbox } from '../../common/platform.js';
import { startDiasSandbox } from '../sandbox.js';

/* The simulated CSW and OAI-PMH, against the fact sheet: the numbers in the names are its sections. */

const GMD = 'http://www.isotc211.org/2005/gmd';
let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startDiasSandbox({ port: 0, latencyMs: 0, fault: null, throttle: false });
});
afterAll(() => sandbox.close());

async function read(answer: Promise<Response>): Promise<XmlElement> {
  return parseXml(await (await answer).text());
}

const kvp = (query: string): Promise<XmlElement> => read(fetch(`${sandbox.address}/csw?${query}`));
const post = (body: string): Promise<XmlElement> => read(fetch(`${sandbox.address}/csw`, { method: 'POST', body }));

/** GetRecords with a constraint, in ISO. */
function getRecords(constraint: string, attributes = ''): Promise<XmlElement> {
  return post(`<csw:GetRecords xmlns:csw="http://www.opengis.net/cat/csw/2.0.2" xmlns:ogc="http://www.opengis.net/ogc" xmlns:gml="http://www.opengis.net/gml" xmlns:apiso="http://www.opengis.net/cat/csw/apiso/1.0"
    service="CSW" version="2.0.2" resultType="results" outputSchema="${GMD}" ${attributes}><csw:Query typeNames="gmd:MD_Metadata"><csw:ElementSetName>full</csw:ElementSetName>
    ${constraint === '' ? '' : `<csw:Constraint version="1.1.0">${constraint}</csw:Constraint>`}</csw:Query></csw:GetRecords>`);
} // prettier-ignore

/** matched, returned, nextRecord */
function counts(root: XmlElement): (string | undefined)[] {
  const results = childElement(root, 'SearchResults');
  return ['numberOfRecordsMatched', 'numberOfRecordsReturned', 'nextRecord'].map(
    (name) => results && attribute(results, name),
  );
}

const titles = (root: XmlElement): string[] =>
  descendants(root, 'CI_Citation').flatMap((citation) => childElements(citation, 'title').flatMap((title) => childText(title, 'CharacterString') ?? [])); // prettier-ignore

describe('GetRecords of the simulated CSW', () => {
  it('6.4: pages by nextRecord, which is 0 at the end', async () => {
    expect(counts(await getRecords(''))).toEqual(['5', '5', '0']);
    expect(counts(await getRecords('', 'maxRecords="2"'))).toEqual(['5', '2', '3']);
    expect(counts(await getRecords('', 'startPosition="5" maxRecords="2"'))).toEqual(['5', '1', '0']);
  });

  it('6.4: names a next record for hits and for an empty maxrecords, though it returns nothing', async () => {
    const base = 'service=CSW&version=2.0.2&request=GetRecords&typenames=csw:Record&elementsetname=full';
    expect(counts(await kvp(`${base}&resulttype=hits&maxrecords=2`))).toEqual(['5', '0', '3']);
    expect(counts(await kvp(`${base}&maxrecords=`))).toEqual(['5', '0', '0']);
  });

  it('6.4: reads envelopes as lat lon', async () => {
    const box = (lower: string, upper: string): string =>
      `<ogc:Filter><ogc:BBOX><ogc:PropertyName>apiso:BoundingBox</ogc:PropertyName><gml:Envelope><gml:lowerCorner>${lower}</gml:lowerCorner><gml:upperCorner>${upper}</gml:upperCorner></gml:Envelope></ogc:BBOX></ogc:Filter>`;
    expect(titles(await getRecords(box('37 136', '38 137')))).toContain('沿岸域エアロゾルゾンデ観測');
    expect(counts(await getRecords(box('0 36', '1 38')))[0]).toBe('0');
  });

  it('6.4: seeks text with wildcards, compares times, and takes the same as CQL', async () => {
    const anyText = (literal: string): string =>
      `<ogc:Filter><ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!"><ogc:PropertyName>apiso:AnyText</ogc:PropertyName><ogc:Literal>${literal}</ogc:Literal></ogc:PropertyIsLike></ogc:Filter>`;
    expect(counts(await getRecords(anyText('*arctic*')))[0]).toBe('1');
    expect(counts(await getRecords(anyText('*海氷*')))[0]).toBe('1');
    expect(counts(await getRecords(anyText('arctic')))[0]).toBe('0');
    const after = '<ogc:Filter><ogc:PropertyIsGreaterThanOrEqualTo><ogc:PropertyName>apiso:TempExtent_end</ogc:PropertyName><ogc:Literal>2024-01-01</ogc:Literal></ogc:PropertyIsGreaterThanOrEqualTo></ogc:Filter>';
    expect(counts(await getRecords(after))[0]).toBe('2');
    expect(counts(await getRecords("<csw:CqlText>apiso:Title like '%sea ice%'</csw:CqlText>"))[0]).toBe('1');
    const cql = encodeURIComponent("dc:title like '%radar%' or dct:abstract like '%Monthly%'");
    expect(counts(await kvp(`service=CSW&version=2.0.2&request=GetRecords&typenames=gmd:MD_Metadata&constraintlanguage=CQL_TEXT&constraint=${cql}`))[0]).toBe('3');
  }); // prettier-ignore

  it('7: writes ISO in Japanese with English beside it, and a period without an end as now', async () => {
    const [record] = descendants(await getRecords("<csw:CqlText>apiso:Title like '%radar%'</csw:CqlText>"), 'MD_Metadata'); // prettier-ignore
    if (!record) throw new Error('no record');
    expect(record.namespace).toBe(GMD);
    expect(descendants(record, 'LocalisedCharacterString').map(textContent)).toContain('Nationwide composite radar rainfall on a 1 km mesh'); // prettier-ignore
    const [end] = descendants(record, 'endPosition');
    expect(end && attribute(end, 'indeterminatePosition')).toBe('now');
    expect(descendants(record, 'code').map((code) => textContent(code).trim())).toContain('doi:10.20783/DIAS.90001');
  });

  it('6.4: writes Dublin Core in three sizes', async () => {
    const records = async (set: string): Promise<XmlElement[]> => childElements(childElement(await kvp(`service=CSW&version=2.0.2&request=GetRecords&typenames=csw:Record&elementsetname=${set}`), 'SearchResults') ?? { name: '', namespace: '', attributes: [], children: [], line: 0 }); // prettier-ignore
    expect((await records('brief'))[0]?.name).toBe('BriefRecord');
    expect((await records('summary'))[0]?.name).toBe('SummaryRecord');
    const [full] = await records('full');
    expect(full && [full.name, childText(full, 'language')]).toEqual(['Record', 'jpn']);
  });
});

describe('other requests to the simulated CSW', () => {
  it('6.4: finds a record by its id both ways, and answers nothing for an unknown one', async () => {
    const [id = ''] = descendants(await getRecords(''), 'fileIdentifier').map((element) => textContent(element).trim());
    const query = `service=CSW&version=2.0.2&request=GetRecordById&elementsetname=full&outputschema=${GMD}`;
    const byKvp = await kvp(`${query}&id=${id}`);
    const byPost = await post(`<GetRecordById xmlns="http://www.opengis.net/cat/csw/2.0.2" service="CSW" version="2.0.2" outputSchema="${GMD}"><Id>${id}</Id><ElementSetName>full</ElementSetName></GetRecordById>`); // prettier-ignore
    for (const answer of [byKvp, byPost]) {
      expect([answer.name, childElements(answer).map(({ name }) => name)]).toEqual(['GetRecordByIdResponse', ['MD_Metadata']]); // prettier-ignore
    }
    expect(childElements(await kvp(`${query}&id=nothing`))).toEqual([]);
  });

  it('6.4: says what it can do', async () => {
    const root = await kvp('service=CSW&request=GetCapabilities');
    expect(descendants(root, 'Operation').map((operation) => attribute(operation, 'name'))).toEqual(['GetCapabilities', 'GetRecords', 'GetRecordById']); // prettier-ignore
  });

  it.each([
    ['version=2.0.2&request=GetRecords', 'MissingParameterValue', 'service'],
    ['service=CSW&version=2.0.2&request=GetRecordss', 'InvalidParameterValue', 'request'],
    ['service=CSW&version=2.0.1&request=GetRecords', 'InvalidParameterValue', 'version'],
    ['service=CSW&version=2.0.2&request=GetRecords', 'MissingParameterValue', 'typenames'],
    ['service=CSW&version=2.0.2&request=GetRecords&typenames=csw:Record&constraint=foo:bar%20like%20%27x%27', 'InvalidParameterValue', 'constraint'],
    ['service=CSW&version=2.0.2&request=GetRecords&typenames=csw:Record&outputschema=x', 'InvalidParameterValue', 'outputschema'],
  ])('6.4: reports %s in an exception with status 200', async (query, code, locator) => {
    const answer = await fetch(`${sandbox.address}/csw?${query}`);
    const root = parseXml(await answer.text());
    const [exception] = childElements(root, 'Exception');
    expect([answer.status, root.name, attribute(root, 'version')]).toEqual([200, 'ExceptionReport', '1.2.0']);
    expect(exception && [attribute(exception, 'exceptionCode'), attribute(exception, 'locator')]).toEqual([code, locator]);
  }); // prettier-ignore

  it('6.4: reports what is not well-formed', async () => {
    expect(attribute(childElements(await post('<csw:GetRecords'))[0] ?? (await post('<x')), 'exceptionCode')).toBe('NoApplicableCode'); // prettier-ignore
  });
});

describe('the simulated OAI-PMH', () => {
  const oai = (query: string): Promise<XmlElement> => read(fetch(`${sandbox.address}/oai?${query}`));

  it('6.6: announces Dublin Core and ISO', async () => {
    const formats = descendants(await oai('verb=ListMetadataFormats'), 'metadataPrefix').map(textContent);
    expect(formats).toEqual(['oai_dc', 'iso19139']);
    expect(descendants(await oai('verb=Identify'), 'baseURL').map(textContent)).toEqual([`${sandbox.address}/oai`]);
  });

  it('6.6: hands out all its records by tokens, of which the last is empty', async () => {
    const seen: string[] = [];
    let query = 'verb=ListRecords&metadataPrefix=iso19139';
    for (let page = 0; page < 9 && query !== ''; page += 1) {
      const root = await oai(query);
      seen.push(...descendants(root, 'identifier').filter(({ namespace }) => namespace.includes('OAI')).map(textContent)); // prettier-ignore
      const [token] = descendants(root, 'resumptionToken');
      expect(token && attribute(token, 'cursor')).toBe(String(page * 20));
      const next = token ? textContent(token) : '';
      query = next === '' ? '' : `verb=ListRecords&resumptionToken=${encodeURIComponent(next)}`;
    }
    expect(seen.length).toBeGreaterThan(40);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('6.6: gets one record in either format', async () => {
    const query = 'verb=GetRecord&identifier=oai:dias.example.org:KAKU55&metadataPrefix';
    expect(descendants(await oai(`${query}=oai_dc`), 'title').map(textContent)).toContain(
      'Fictional 55-year Reanalysis',
    );
    expect(descendants(await oai(`${query}=iso19139`), 'MD_Metadata')).toHaveLength(1);
  });

  it.each([
    ['verb=Nothing', 'badVerb'],
    ['verb=ListRecords', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=marc', 'cannotDisseminateFormat'],
    ['verb=ListRecords&resumptionToken=x', 'badResumptionToken'],
    ['verb=GetRecord&metadataPrefix=oai_dc&identifier=x', 'idDoesNotExist'],
    ['verb=ListIdentifiers&metadataPrefix=oai_dc&from=2026-11-24', 'noRecordsMatch'],
    ['verb=ListSets', 'noSetHierarchy'],
  ])('6.6: answers %s with %s', async (query, code) => {
    expect(childElements(await oai(query), 'error').map((error) => attribute(error, 'code'))).toEqual([code]);
  });
});
