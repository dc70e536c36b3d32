import { describe, expect, it } from 'vitest';
import { jpcoar } from '../../../test/jairo/documents.js';
import { funding } from './funding.js';
import { container, degree, event, licenses, subjects } from './parts.js';
import { places } from './places.js';

describe('the container', () => {
  it('has the first of repeated singletons, the first title of each language, ISSNs with hyphen and check digit', () => {
    const found = container(
      jpcoar(
        '<jpcoar:sourceIdentifier identifierType="PISSN">03029743</jpcoar:sourceIdentifier><jpcoar:sourceIdentifier identifierType="ISSN">xxxx-xxxx</jpcoar:sourceIdentifier><jpcoar:sourceIdentifier identifierType="NCID">AN1</jpcoar:sourceIdentifier><jpcoar:sourceTitle xml:lang="ja">紀要</jpcoar:sourceTitle><jpcoar:sourceTitle xml:lang="ja">別の紀要</jpcoar:sourceTitle><jpcoar:sourceTitle xml:lang="en">Bulletin</jpcoar:sourceTitle><jpcoar:volume>5</jpcoar:volume><jpcoar:volume>1</jpcoar:volume><jpcoar:pageStart>e12</jpcoar:pageStart>',
      ),
    );
    expect(found).toEqual({
      title: { values: [{ value: '紀要', lang: 'ja' }, { value: 'Bulletin', lang: 'en' }] },
      issn: ['0302-9743'],
      volume: '5',
      issue: null,
      firstPage: 'e12',
      lastPage: null,
    }); // prettier-ignore
  });

  it('is null where nothing is said', () => {
    expect(container(jpcoar('<jpcoar:numPages>24p.</jpcoar:numPages>'))).toBeNull();
  });
});

describe('the degree and the event', () => {
  it('are read with their dates', () => {
    const record = jpcoar(
      '<dcndl:dissertationNumber>甲第5384号</dcndl:dissertationNumber><dcndl:degreeName xml:lang="ja">博士（理学）</dcndl:degreeName><dcndl:dateGranted>2017-03-25</dcndl:dateGranted><jpcoar:degreeGrantor/><jpcoar:degreeGrantor><jpcoar:degreeGrantorName xml:lang="ja">東京大学</jpcoar:degreeGrantorName></jpcoar:degreeGrantor><jpcoar:conference/><jpcoar:conference><jpcoar:conferenceName xml:lang="en">iConference</jpcoar:conferenceName><jpcoar:conferenceVenue>Hall</jpcoar:conferenceVenue></jpcoar:conference>',
    );
    expect(degree(record)).toMatchObject({
      number: '甲第5384号',
      granted: '2017-03-25',
      grantor: { values: [{ value: '東京大学' }] },
    });
    expect(event(record)).toEqual({
      name: { values: [{ value: 'iConference', lang: 'en' }] },
      place: { values: [{ value: 'Hall', lang: null }] },
      period: null,
    });
  });

  it('are null where only empty elements stand (fact sheet 2.9)', () => {
    expect(event(jpcoar('<jpcoar:conference/>'))).toBeNull();
    expect(degree(jpcoar('<jpcoar:degreeGrantor/>'))).toBeNull();
  });
});

describe('licences and subjects', () => {
  it('give an SPDX id only where address or label state one', () => {
    const found = licenses(
      jpcoar(
        '<dc:rights rdf:resource="https://creativecommons.org/licenses/by-sa/4.0/deed.en">Attribution 4.0</dc:rights><dc:rights>CC BY</dc:rights><dc:rights rdf:resource="no address">言葉</dc:rights><dc:rights>CC BY</dc:rights><dc:rights/>',
      ),
    );
    expect(found).toEqual([
      { name: 'Attribution 4.0', spdx: 'CC-BY-SA-4.0', url: 'https://creativecommons.org/licenses/by-sa/4.0/deed.en' },
      { name: 'CC BY', spdx: null, url: null },
      { name: '言葉', spdx: null, url: null },
    ]);
  });

  it('name the scheme of a subject unless it is Other', () => {
    expect(
      subjects(jpcoar('<jpcoar:subject subjectScheme="NDC">007</jpcoar:subject><jpcoar:subject subjectScheme="Other">海</jpcoar:subject>')).map(({ scheme }) => scheme), // prettier-ignore
    ).toEqual(['NDC', null]);
  });
});

describe('places', () => {
  const location = (content: string): string => `<datacite:geoLocation>${content}</datacite:geoLocation>`;
  const box = (west: string, east: string, south: string, north: string): string =>
    `<datacite:geoLocationBox><datacite:westBoundLongitude>${west}</datacite:westBoundLongitude><datacite:eastBoundLongitude>${east}</datacite:eastBoundLongitude><datacite:southBoundLatitude>${south}</datacite:southBoundLatitude><datacite:northBoundLatitude>${north}</datacite:northBoundLatitude></datacite:geoLocationBox>`;

  it('have box and name as given, also across the date line', () => {
    const named = '<datacite:geoLocationPlace xml:lang="en">Pacific</datacite:geoLocationPlace>';
    expect(places(jpcoar(location(box('170.5', '-170', '-10', '10') + named)))).toEqual([
      {
        name: { values: [{ value: 'Pacific', lang: 'en' }] },
        box: { west: 170.5, east: -170, south: -10, north: 10 },
        point: null,
      },
    ]);
  });

  it.each([
    ['123', '45.6', '78.9', '111.2'],
    ['123', '456', '78', '79'],
    ['1', '2', '4', '3'],
    ['west', '2', '3', '4'],
    ['', '2', '3', '4'],
    ['1e1', '2', '3', '4'],
  ])('leave out the impossible box %s %s %s %s', (west, east, south, north) => {
    expect(places(jpcoar(location(box(west, east, south, north))))).toEqual([]);
  });

  it('read a point, and drop one that is no place on earth', () => {
    const point = (lon: string, lat: string): string =>
      location(
        `<datacite:geoLocationPoint><datacite:pointLongitude>${lon}</datacite:pointLongitude><datacite:pointLatitude>${lat}</datacite:pointLatitude></datacite:geoLocationPoint>`,
      );
    expect(places(jpcoar(point('139.7', '35.6') + point('12345', '67890') + point('a test', '1')))).toEqual([
      { name: null, box: null, point: { lat: 35.6, lon: 139.7 } },
    ]);
  });

  it('are several where the names are of several places, one where they are translations', () => {
    const name = (lang: string, text: string): string =>
      `<datacite:geoLocationPlace${lang}>${text}</datacite:geoLocationPlace>`;
    expect(places(jpcoar(location(name('', '東京') + name('', '大阪'))))).toHaveLength(2);
    expect(places(jpcoar(location(name(' xml:lang="ja"', '東京') + name(' xml:lang="en"', 'Tokyo'))))).toHaveLength(1);
  });
});

describe('funding', () => {
  it('is read in both generations of elements (fact sheet 2.9), the number as printed', () => {
    const old =
      '<jpcoar:fundingReference><datacite:funderIdentifier funderIdentifierType="Crossref Funder">https://doi.org/10.13039/501100001691</datacite:funderIdentifier><jpcoar:funderName xml:lang="ja">日本学術振興会</jpcoar:funderName><datacite:awardNumber awardURI=" https://kaken.nii.ac.jp/x"> 18049069 </datacite:awardNumber></jpcoar:fundingReference>';
    const now =
      '<jpcoar:fundingReference><jpcoar:funderIdentifier funderIdentifierType="e-Rad_funder">1025</jpcoar:funderIdentifier><jpcoar:funderName xml:lang="ja">JST</jpcoar:funderName><jpcoar:funderName xml:lang="en">JST</jpcoar:funderName><jpcoar:fundingStreamIdentifier>MJBF</jpcoar:fundingStreamIdentifier><jpcoar:fundingStream xml:lang="en">Belmont Forum</jpcoar:fundingStream><jpcoar:awardNumber awardNumberType="JGN">JPMJBF1801</jpcoar:awardNumber></jpcoar:fundingReference>';
    expect(funding(jpcoar(`${old}${now}<jpcoar:fundingReference/>`))).toEqual([
      {
        funder: { values: [{ value: '日本学術振興会', lang: 'ja' }] },
        funderIds: [{ scheme: 'CROSSREF FUNDER', value: '10.13039/501100001691', url: 'https://doi.org/10.13039/501100001691' }],
        stream: null,
        streamId: null,
        awardNumber: '18049069',
        awardTitle: null,
      },
      {
        funder: { values: [{ value: 'JST', lang: 'ja' }, { value: 'JST', lang: 'en' }] },
        funderIds: [{ scheme: 'E-RAD_FUNDER', value: '1025', url: null }],
        stream: { values: [{ value: 'Belmont Forum', lang: 'en' }] },
        streamId: 'MJBF',
        awardNumber: 'JPMJBF1801',
        awardTitle: null,
      },
    ]); // prettier-ignore
  });
});
