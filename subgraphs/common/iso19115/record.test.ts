import { describe, expect, it } from 'vitest';
import { bestText } from '../localized-text.js';
import { parseXml } from '../xml.js';
import { readXmlDocument } from '../xml-document.js';
import { isoElements } from './elements.js';
import { readIso } from './record.js';
import { bounds, citedDate, coded, element, extent, iso, isoXml, online, party, text, time } from './testing.js';

const person = (name: string, organization = ''): string =>
  (name === '' ? '' : element('individualName', name)) +
  (organization === '' ? '' : element('organisationName', organization));

describe('a record', () => {
  it.each(['gmd:MD_Metadata', 'gmi:MI_Metadata', 'gmd:CHE_MD_Metadata'])(
    'is known by the name of its root: %s',
    (root) => {
      expect(bestText(iso({ root }).fields.title)).toBe('Sea');
    },
  );

  it('of a profile is known by what it says that it is', () => {
    const profile = `<p:Record xmlns:p="urn:p" xmlns:gco="http://www.isotc211.org/2005/gco" gco:isoType="gmd:MD_Metadata"><p:fileIdentifier><gco:CharacterString>sea-2</gco:CharacterString></p:fileIdentifier></p:Record>`;
    expect(readIso(parseXml(profile)).fileIdentifier).toBe('sea-2');
  });

  it('is found within wrappers, and in its default namespace', () => {
    const bare = isoXml({}).replaceAll('gmd:', '').replace('xmlns:gmd', 'xmlns');
    const wrapped = parseXml(`<gs:Dataset xmlns:gs="http://flora.eu/gi-suite/1.0/dataModel/schema"><gs:source/><gs:harmonizedMetadata>${bare}</gs:harmonizedMetadata></gs:Dataset>`); // prettier-ignore
    expect(isoElements(wrapped).map((root) => bestText(readIso(root).fields.title))).toEqual(['Sea']);
  });

  it('that is small carries nothing that it does not say', () => {
    expect(iso({}).fields).toMatchObject({
      doi: null,
      description: null,
      creators: [],
      publisher: null,
      issued: null,
      updated: null,
      languages: [],
      accessRight: 'UNKNOWN',
      places: [],
      period: null,
      url: null,
      title: { values: [{ value: 'Sea', lang: null }] },
    });
    expect(iso({})).toMatchObject({ dateStamp: null, ongoing: false, contacts: [], online: [], lineage: null });
  });

  it('with neither a title nor an identifier is refused, as is anything else', () => {
    expect(() => readIso(parseXml('<MD_Metadata><fileIdentifier/></MD_Metadata>'))).toThrow('<MD_Metadata> (line 1) has neither a title nor an identifier'); // prettier-ignore
    expect(() => readIso(parseXml('<html/>'))).toThrow('<html> (line 1) is no ISO 19115 metadata record');
  });

  it.each(['C:\\hi\\..\\windows', '../../etc/passwd', 'https://h/x?a=b', 'urn:a:b:c'])(
    'keeps a hostile or odd file identifier as it is printed: %s',
    (id) => {
      const read = readIso(parseXml(isoXml({}).replace('sea-1', id)));
      expect(read.fileIdentifier).toBe(id);
      expect(read.fields.identifiers).toMatchObject([{ scheme: 'FILE_IDENTIFIER', value: id }]);
    },
  );
});

describe('texts', () => {
  const locale = (id: string, code: string): string =>
    `<gmd:locale><gmd:PT_Locale id="${id}">${coded('languageCode', 'LanguageCode', code)}</gmd:PT_Locale></gmd:locale>`;
  const free = (own: string, id: string, other: string): string =>
    `<gmd:abstract>${text(own)}<gmd:PT_FreeText><gmd:textGroup><gmd:LocalisedCharacterString locale="#${id}">${other}</gmd:LocalisedCharacterString></gmd:textGroup></gmd:PT_FreeText></gmd:abstract>`;
  const abstract = (metadata: string, identification: string) =>
    iso({ metadata, identification }).fields.description?.values;
  const JPN = coded('language', 'LanguageCode', 'jpn');

  it('are in the language that the record says, and translations in their locales', () => {
    expect(abstract(JPN + locale('L1', 'eng'), free('海の水温', 'L1', 'Sea temperature'))).toEqual([
      { value: '海の水温', lang: 'ja' },
      { value: 'Sea temperature', lang: 'en' },
    ]);
  });

  it('of a record that says no language have none, but for kana', () => {
    expect(abstract('', element('abstract', 'Wasser'))).toEqual([{ value: 'Wasser', lang: null }]);
    expect(abstract('', element('abstract', '海のデータ'))).toEqual([{ value: '海のデータ', lang: 'ja' }]);
  });

  it('in a locale that is declared nowhere have a language only where its id is a code', () => {
    expect(abstract(JPN, free('海', 'EN', 'Sea'))?.[1]).toEqual({ value: 'Sea', lang: 'en' });
    expect(abstract(JPN, free('海', 'locale-fr', 'Mer'))?.[1]).toEqual({ value: 'Mer', lang: 'fr' });
    expect(abstract(JPN, free('海', 'second', 'Sea'))?.[1]).toEqual({ value: 'Sea', lang: null });
  });

  it.each([
    [element('language', 'eng; CAN'), 'en'],
    [element('language', 'Eng'), 'en'],
    [coded('language', 'LanguageCode', 'http://x/codelists.xml#LanguageCode_jpn'), 'ja'],
    ['<gmd:language gco:nilReason="missing"/>', null],
  ])('the language of %s is %s', (metadata, lang) => {
    expect(iso({ metadata }).fields.title.values).toEqual([{ value: 'Sea', lang }]);
  });

  it('of an anchor are its text, and its address is the subject’s', () => {
    const keywords = `<gmd:descriptiveKeywords><gmd:MD_Keywords><gmd:keyword><gmx:Anchor xlink:href="http://vocabulary.example/air">Air</gmx:Anchor></gmd:keyword><gmd:keyword gco:nilReason="missing"/><gmd:thesaurusName><gmd:CI_Citation>${element('title', 'Words')}</gmd:CI_Citation></gmd:thesaurusName></gmd:MD_Keywords></gmd:descriptiveKeywords><gmd:topicCategory><gmd:MD_TopicCategoryCode>oceans</gmd:MD_TopicCategoryCode></gmd:topicCategory>`;
    expect(iso({ identification: keywords }).fields.subjects).toEqual([
      { value: { values: [{ value: 'Air', lang: null }] }, scheme: 'Words', url: 'http://vocabulary.example/air' },
      { value: { values: [{ value: 'oceans', lang: null }] }, scheme: 'ISO 19115 Topic Category', url: null },
    ]);
  });
});

describe('people', () => {
  const named = (record: ReturnType<typeof iso>) => record.fields.creators.map(({ name }) => bestText(name));

  it('who made the resource are its creators, each once', () => {
    const citation = [
      party('citedResponsibleParty', 'author', person('Umi, Hanako', 'Institute of the Sea')),
      party(
        'citedResponsibleParty',
        'http://x/codelists.xml#CI_RoleCode_originator',
        person('', 'Institute of the Sea'),
      ),
      party('citedResponsibleParty', 'publisher', person('', 'Sea Press')),
    ].join('');
    const identification = [
      party('pointOfContact', 'principalInvestigator', person('Umi, Hanako')),
      party('pointOfContact', 'owner', person('', 'Ministry')),
      party('pointOfContact', 'custodian', person('Kawa, Taro')),
      party('pointOfContact', 'user', person('Nobody')),
      party('pointOfContact', 'pointOfContact', element('positionName', 'Secretary')),
    ].join('');
    const record = iso({ citation, identification });
    expect(named(record)).toEqual(['Umi, Hanako', 'Institute of the Sea']);
    expect(record.fields.creators[0]?.affiliations.map(({ name }) => bestText(name))).toEqual(['Institute of the Sea']);
    expect(record.fields.contributors.map(({ role, creator }) => [role, bestText(creator.name)])).toEqual([
      ['RightsHolder', 'Ministry'],
      ['DataManager', 'Kawa, Taro'],
    ]);
    expect(record.fields.publisher).toEqual({ values: [{ value: 'Sea Press', lang: null }] });
    expect(record.contacts.map(({ role }) => role)).toContain('user');
  });

  it('who are named for the record itself are contacts, not contributors', () => {
    const record = iso({ metadata: party('contact', 'author', person('Writer of the record')) });
    expect(record.fields).toMatchObject({ creators: [], contributors: [] });
    expect(record.contacts).toMatchObject([{ role: 'author' }]);
  });

  it('have the ORCID iD of their name’s anchor, if its check digit is right', () => {
    const linked = (id: string): string => `<gmd:individualName><gmx:Anchor xlink:href="https://orcid.org/${id}">Umi</gmx:Anchor></gmd:individualName>`; // prettier-ignore
    const orcid = (id: string) => iso({ citation: party('citedResponsibleParty', 'author', linked(id)) }).fields.creators[0]?.orcid; // prettier-ignore
    expect([orcid('0000-0002-1825-0097'), orcid('0000-0002-1825-0098')]).toEqual(['0000-0002-1825-0097', null]);
  });

  it('that are only referred to are nobody', () => {
    expect(iso({ metadata: '<gmd:contact xlink:href="#who"/>' }).contacts).toEqual([]);
  });
});

describe('dates', () => {
  const day = (date: string): string => `<gco:Date>${date}</gco:Date>`;

  it('of publication are the issue, never those of creation or revision', () => {
    const created = citedDate(day('2001-02-03'), 'creation') + citedDate(day('2005-06-07'), 'revision');
    expect(iso({ citation: created }).fields).toMatchObject({ issued: null, updated: '2005-06-07T00:00:00Z' });
    expect(iso({ citation: created + citedDate(day('2002-03'), 'publication') }).fields.issued).toBe('2002-03');
  });

  it.each([
    ['<gco:DateTime>2012-02-20T22:07:38</gco:DateTime>', '2012-02-20'],
    [
      '<gco:Date xsi:nil="true" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/><gco:DateTime>2012-02-20T22:07:38Z</gco:DateTime>',
      '2012-02-20',
    ],
    ['<gco:Date>1958</gco:Date>', '1958'],
    ['<gco:Date/>', null],
    ['<gco:Date>unknown</gco:Date>', null],
    ['<gco:Date>2023-02-30</gco:Date>', null],
  ])('%s is read as %s', (date, issued) => {
    expect(iso({ citation: citedDate(date, 'publication') }).fields.issued).toBe(issued);
  });

  it('without a type, or absent with a reason, say nothing', () => {
    const untyped = `<gmd:date><gmd:CI_Date><gmd:date>${day('2001-02-03')}</gmd:date><gmd:dateType/></gmd:CI_Date></gmd:date><gmd:date gco:nilReason="missing"/>`;
    expect(iso({ citation: untyped }).fields.issued).toBeNull();
  });

  it('of the record stand in where the resource was never revised', () => {
    const metadata = '<gmd:dateStamp><gco:Date>2014-11-11</gco:Date></gmd:dateStamp>';
    expect(iso({ metadata })).toMatchObject({ dateStamp: '2014-11-11T00:00:00Z', fields: { updated: '2014-11-11T00:00:00Z' } }); // prettier-ignore
  });
});

describe('where', () => {
  const boxes = (content: string) => iso({ identification: extent(content) }).boxes;

  it('a box is, with the extent’s description as its name', () => {
    const identification = extent(element('description', 'Sea of Japan') + bounds('127.5', '33', '142', '52'));
    expect(iso({ identification }).fields.places).toEqual([
      { name: { values: [{ value: 'Sea of Japan', lang: null }] }, box: { west: 127.5, south: 33, east: 142, north: 52 }, point: null },
    ]); // prettier-ignore
  });

  it('there is none: empty, no number, out of range, upside down, excluded', () => {
    expect(boxes(bounds('', '', '', ''))).toEqual([]);
    expect(boxes(bounds('west', '33', '142', '52'))).toEqual([]);
    expect(boxes(bounds('0', '33', '360', '52'))).toEqual([]);
    expect(boxes(bounds('127', '52', '142', '33'))).toEqual([]);
    expect(
      boxes(bounds('1', '2', '3', '4', '<gmd:extentTypeCode><gco:Boolean>0</gco:Boolean></gmd:extentTypeCode>')),
    ).toEqual([]);
    expect(boxes(bounds('170', '-20', '-170', '-10'))).toHaveLength(1);
  });

  it('a geographic description is a place without a box', () => {
    const code = `<gmd:geographicElement><gmd:EX_GeographicDescription><gmd:geographicIdentifier><gmd:MD_Identifier>${element('code', 'Hokkaido')}</gmd:MD_Identifier></gmd:geographicIdentifier></gmd:EX_GeographicDescription></gmd:geographicElement>`;
    expect(iso({ identification: extent(code) }).fields.places).toMatchObject([{ name: { values: [{ value: 'Hokkaido' }] }, box: null }]); // prettier-ignore
  });
});

describe('when', () => {
  const span = (begin: string, end: string): string => `<gml:TimePeriod>${begin}${end}</gml:TimePeriod>`;
  const begin = (date: string): string => `<gml:beginPosition>${date}</gml:beginPosition>`;
  const end = (date: string): string => `<gml:endPosition>${date}</gml:endPosition>`;
  const NOW = '<gml:endPosition indeterminatePosition="now"/>';

  it.each([
    [time(span(begin('1958-01-01'), end('2024-02-02'))), '1958-01-01/2024-02-02', false],
    [time(span(begin('1958'), NOW)), '1958', true],
    [time(span(begin('1958'), end('now'))), '1958', true],
    [time(span(begin('1958'), '<gml:endPosition indeterminatePosition="unknown"/>')), '1958', false],
    [time(span(begin('1958'), '<gml:endPosition indeterminatePosition="after">1990</gml:endPosition>')), '1958', false],
    [time(span(begin('2011-12-01T00:02:00'), end('2011-12-01T23:59:00'))), '2011-12-01', false],
    [time(span(begin('2000'), end('2001'))) + time(span(begin('1990-05'), end('1995'))), '1990-05/2001', false],
    [time('<gml:TimeInstant><gml:timePosition>2009-10-09</gml:timePosition></gml:TimeInstant>'), '2009-10-09', false],
    [
      time(
        span(
          '<gml:begin><gml:TimeInstant><gml:timePosition>2001</gml:timePosition></gml:TimeInstant></gml:begin>',
          '<gml:end xlink:href="#e"/>',
        ),
      ),
      '2001',
      false,
    ],
    [time(span(begin('the ice age'), end('today'))), null, false],
    [time('<gml:TimePeriod/>'), null, false],
  ])('%s is %s, ongoing: %s', (identification, period, ongoing) => {
    expect(iso({ identification })).toMatchObject({ fields: { period }, ongoing });
  });
});

describe('identity', () => {
  const code = (value: string, space = ''): string =>
    `<gmd:identifier><gmd:MD_Identifier>${element('code', value)}${space === '' ? '' : element('codeSpace', space)}</gmd:MD_Identifier></gmd:identifier>`;
  const DOI = 'https://doi.org/10.1234/Sea.1';

  it('is the DOI of the citation', () => {
    expect(iso({ citation: code(DOI) }).fields).toMatchObject({ doi: '10.1234/sea.1', url: 'https://doi.org/10.1234/sea.1' }); // prettier-ignore
    expect(iso({ citation: code('sea-7', 'SEA.CODES') }).fields.identifiers[0]).toEqual({ scheme: 'SEA.CODES', value: 'sea-7', url: null }); // prettier-ignore
    expect(iso({ citation: code('{"@type":"Dataset"}') }).fields.identifiers).toHaveLength(1);
  });

  it('is the one link that is a DOI, unless it is described as something else', () => {
    const of = (...links: readonly string[]) => iso({ metadata: links.join('') }).fields.doi;
    expect(of(online(DOI))).toBe('10.1234/sea.1');
    expect(of(online(DOI, element('name', 'DOI')))).toBe('10.1234/sea.1');
    expect(of(online(DOI, element('description', 'The paper on the data')))).toBeNull();
    expect(of(online(DOI), online('https://doi.org/10.1234/paper'))).toBeNull();
    expect(of(online('https://files.example/10.1234/sea.zip'))).toBeNull();
  });

  it('links without an address that can be followed are left out; downloads are files', () => {
    const record = iso({ metadata: [online(''), online('s3://sea/1'), online('https://h/sea.nc', element('protocol', 'application/x-netcdf') + coded('function', 'CI_OnLineFunctionCode', 'download'))].join('') }); // prettier-ignore
    expect(record.online).toEqual([{ url: 'https://h/sea.nc', name: null, description: null, protocol: 'application/x-netcdf', function: 'download' }]); // prettier-ignore
    expect(record.fields.files).toMatchObject([{ name: 'sea.nc', mediaType: 'application/x-netcdf', accessRight: 'UNKNOWN' }]); // prettier-ignore
    expect(record.fields.url).toBeNull();
  });

  it('a parent is what the record is part of', () => {
    const metadata = element('parentIdentifier', 'seas');
    expect(iso({ metadata })).toMatchObject({ parentIdentifier: 'seas', fields: { related: [{ relation: 'IsPartOf', identifier: { value: 'seas' } }] } }); // prettier-ignore
  });

  it.each([
    ['dataset', 'DATASET'],
    ['series', 'DATASET'],
    ['nonGeographicDataset', 'DATASET'],
    ['software', 'SOFTWARE'],
    ['service', 'OTHER'],
    ['http://purl.org/dc/dcmitype/Image', 'OTHER'],
  ])('the level %s is a %s', (level, type) => {
    expect(iso({ metadata: coded('hierarchyLevel', 'MD_ScopeCode', level) }).fields.type).toBe(type);
  });
});

describe('rights', () => {
  const constraints = (content: string): string =>
    `<gmd:resourceConstraints><gmd:MD_LegalConstraints>${content}</gmd:MD_LegalConstraints></gmd:resourceConstraints>`;
  const access = (value: string): string => coded('accessConstraints', 'MD_RestrictionCode', value);
  const of = (content: string) => iso({ identification: constraints(content) }).fields;
  const anchor = (href: string, value: string): string => `<gmd:otherConstraints><gmx:Anchor xlink:href="${href}">${value}</gmx:Anchor></gmd:otherConstraints>`; // prettier-ignore

  it.each([
    [access('restricted'), 'RESTRICTED'],
    [access('unrestricted'), 'OPEN'],
    [access('unrestricted') + access('confidential'), 'RESTRICTED'],
    [access('copyright'), 'UNKNOWN'],
    [access('otherRestrictions') + element('otherConstraints', 'no limitations'), 'UNKNOWN'],
    [anchor('http://inspire.ec.europa.eu/metadata-codelist/LimitationsOnPublicAccess/noLimitations', 'none'), 'OPEN'],
    [
      anchor(
        'http://inspire.ec.europa.eu/metadata-codelist/LimitationsOnPublicAccess/INSPIRE_Directive_Article13_1a',
        'x',
      ),
      'RESTRICTED',
    ],
  ])('are stated by codes alone: %s is %s', (content, right) => {
    expect(of(content).accessRight).toBe(right);
  });

  it.each([
    [element('useLimitation', 'https://creativecommons.org/licenses/by/4.0/'), 'CC-BY-4.0'],
    [element('otherConstraints', 'CC-BY-3.0: Creative Commons Attribution 3.0 Unported'), 'CC-BY-3.0'],
    [element('otherConstraints', 'Use it under https://creativecommons.org/licenses/by-nc/4.0/.'), 'CC-BY-NC-4.0'],
    [anchor('https://creativecommons.org/publicdomain/zero/1.0/', 'Free'), 'CC0-1.0'],
  ])('a licence is what names one: %s', (content, spdx) => {
    expect(of(content).licenses.map((license) => license.spdx)).toEqual([spdx]);
  });

  it('prose is no licence, and is kept', () => {
    const record = iso({ identification: constraints(element('useLimitation', 'Ask the institute first.')) });
    expect(record.fields.licenses).toEqual([]);
    expect(record.constraints).toEqual([{ values: [{ value: 'Ask the institute first.', lang: null }] }]);
  });
});

describe('ISO 19115-3', () => {
  const dated = (
    version: string,
  ): string => `<mdb:MD_Metadata xmlns:mdb="http://standards.iso.org/iso/19115/-3/mdb/${version}" xmlns:cit="http://standards.iso.org/iso/19115/-3/cit/${version}" xmlns:mcc="m" xmlns:mri="r" xmlns:lan="l" xmlns:gco="g" xmlns:mrl="q">
    <mdb:metadataIdentifier><mcc:MD_Identifier><mcc:code><gco:CharacterString>sea-3</gco:CharacterString></mcc:code></mcc:MD_Identifier></mdb:metadataIdentifier>
    <mdb:defaultLocale><lan:PT_Locale id="EN"><lan:language><lan:LanguageCode codeListValue="eng"/></lan:language></lan:PT_Locale></mdb:defaultLocale>
    <mdb:otherLocale><lan:PT_Locale id="J"><lan:language><lan:LanguageCode codeListValue="jpn"/></lan:language></lan:PT_Locale></mdb:otherLocale>
    <mdb:parentMetadata uuidref="seas"/>
    <mdb:metadataScope><mdb:MD_MetadataScope><mdb:resourceScope><mcc:MD_ScopeCode codeListValue="series"/></mdb:resourceScope></mdb:MD_MetadataScope></mdb:metadataScope>
    <mdb:dateInfo><cit:CI_Date><cit:date><gco:DateTime>2022-11-03T06:16:21</gco:DateTime></cit:date><cit:dateType><cit:CI_DateTypeCode codeListValue="creation"/></cit:dateType></cit:CI_Date><cit:CI_Date><cit:date><gco:DateTime>2023-01-01T00:00:00Z</gco:DateTime></cit:date><cit:dateType><cit:CI_DateTypeCode codeListValue="revision"/></cit:dateType></cit:CI_Date></mdb:dateInfo>
    <mdb:identificationInfo><mri:MD_DataIdentification>
      <mri:citation><cit:CI_Citation>
        <cit:title><gco:CharacterString>Sea</gco:CharacterString><lan:PT_FreeText><lan:textGroup><lan:LocalisedCharacterString locale="#J">海</lan:LocalisedCharacterString></lan:textGroup></lan:PT_FreeText></cit:title>
        <cit:citedResponsibleParty><cit:CI_Responsibility><cit:role><cit:CI_RoleCode codeListValue="author"/></cit:role><cit:party><cit:CI_Organisation><cit:name><gco:CharacterString>Institute</gco:CharacterString></cit:name><cit:individual><cit:CI_Individual><cit:name><gco:CharacterString>Umi</gco:CharacterString></cit:name><cit:partyIdentifier><mcc:MD_Identifier><mcc:code><gco:CharacterString>0000-0002-1825-0097</gco:CharacterString></mcc:code><mcc:codeSpace><gco:CharacterString>ORCID</gco:CharacterString></mcc:codeSpace></mcc:MD_Identifier></cit:partyIdentifier></cit:CI_Individual></cit:individual></cit:CI_Organisation></cit:party></cit:CI_Responsibility></cit:citedResponsibleParty>
        <cit:citedResponsibleParty><cit:CI_Responsibility><cit:role><cit:CI_RoleCode codeListValue="funder"/></cit:role><cit:party><cit:CI_Organisation><cit:name><gco:CharacterString>Agency</gco:CharacterString></cit:name></cit:CI_Organisation></cit:party></cit:CI_Responsibility></cit:citedResponsibleParty>
      </cit:CI_Citation></mri:citation>
      <mri:defaultLocale><lan:PT_Locale><lan:language><lan:LanguageCode codeListValue="jpn"/></lan:language></lan:PT_Locale></mri:defaultLocale>
    </mri:MD_DataIdentification></mdb:identificationInfo>
    <mdb:resourceLineage><mrl:LI_Lineage><mrl:statement><gco:CharacterString>Measured.</gco:CharacterString></mrl:statement></mrl:LI_Lineage></mdb:resourceLineage>
  </mdb:MD_Metadata>`;

  it.each(['1.0', '2.0', '3.0'])('of version %s is read like ISO 19139', (version) => {
    expect(readIso(parseXml(dated(version)))).toMatchObject({
      fileIdentifier: 'sea-3',
      parentIdentifier: 'seas',
      dateStamp: '2023-01-01T00:00:00Z',
      lineage: { values: [{ value: 'Measured.', lang: 'en' }] },
      fields: {
        type: 'DATASET',
        title: { values: [{ value: 'Sea', lang: 'en' }, { value: '海', lang: 'ja' }] },
        creators: [{ name: { values: [{ value: 'Umi' }] }, orcid: '0000-0002-1825-0097', affiliations: [{ name: { values: [{ value: 'Institute' }] } }] }],
        contributors: [],
        funding: [{ funder: { values: [{ value: 'Agency' }] } }],
        languages: ['ja'],
      },
    }); // prettier-ignore
  });
});

describe('hostile bytes', () => {
  const bomb = `<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">${[1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `<!ENTITY a${String(n)} "&a${n === 1 ? '' : String(n - 1)};&a${n === 1 ? '' : String(n - 1)};">`).join('')}]>`;

  it.each([
    [`${bomb}<MD_Metadata>&a9;</MD_Metadata>`, 'a document type declaration is not allowed'],
    [
      '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><MD_Metadata>&x;</MD_Metadata>',
      'document type declaration',
    ],
    [`${'<a>'.repeat(100_000)}`, 'nested deeper than'],
    [`<MD_Metadata>${'<a/>'.repeat(600_000)}</MD_Metadata>`, 'more than 500000 elements'],
    ['<MD_Metadata><fileIdentifier>', 'not readable as XML'],
  ])('are refused in one line', (document, why) => {
    const read = () => readIso(readXmlDocument(Buffer.from(document)));
    expect(read).toThrow(expect.objectContaining({ name: 'UnreadableDocument' }) as Error);
    expect(read).toThrow(why);
  });

  it('tens of thousands of parts cost no more than their number', () => {
    const parties = Array.from({ length: 40_000 }, (_, at) => party('citedResponsibleParty', at % 2 === 0 ? 'author' : 'editor', person(`P${String(at)}`))).join(''); // prettier-ignore
    const translations = '<gmd:LocalisedCharacterString locale="#EN">x</gmd:LocalisedCharacterString>'.repeat(40_000);
    const links = Array.from({ length: 30_000 }, (_, at) => online(`https://h/${String(at)}`)).join('');
    const read = (parts: Parameters<typeof iso>[0]) => {
      const root = parseXml(isoXml(parts));
      const from = performance.now();
      readIso(root);
      return performance.now() - from;
    };
    expect(read({ citation: parties })).toBeLessThan(8_000);
    expect(read({ identification: `<gmd:abstract><gmd:PT_FreeText>${translations}</gmd:PT_FreeText></gmd:abstract>` })).toBeLessThan(3_000); // prettier-ignore
    expect(read({ metadata: links })).toBeLessThan(3_000);
  }, 40_000);

  it('200 MB of blanks cost neither time nor memory', () => {
    const blanks = Buffer.alloc(200_000_000, '\n');
    const before = process.memoryUsage().rss;
    const from = performance.now();
    expect(() => readXmlDocument(blanks)).toThrow('the document is larger than 100000000 bytes');
    expect(performance.now() - from).toBeLessThan(500);
    expect(process.memoryUsage().rss - before).toBeLessThan(50_000_000);
  });

  it('as many line breaks as are read before a document still count, one by one', () => {
    const late = `${'\n'.repeat(3_000_000)}<a><b></a>`;
    expect(() => parseXml(late)).toThrow('line 3000001');
  });
});
