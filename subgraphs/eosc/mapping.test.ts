import { describe, expect, it } from 'vitest';
import { textIn } from '../common/localized-text.js';
import { mapProduct, mapProducts } from './mapping.js';
import type { EoscRecord } from './record.js';
import { readProductDocument } from './responses.js';
import { idOf, product, RETRIEVED } from './testing.js';
import { languageCode, languagesOf } from './vocabulary.js';

/** A product through the reader and the mapping, as it comes in. */
function mapped(fields: object, doi = '10.5072/a'): EoscRecord {
  const [read] = readProductDocument(Buffer.from(JSON.stringify(product(doi, fields)))).products;
  if (read === undefined) throw new Error('not read');
  return mapProduct(read, RETRIEVED);
}
const copy = (type: string, more: object = {}): object => ({ type, urls: [], refereed: 'UNKNOWN', ...more });
const pid = (scheme: string, value: string): object => ({ scheme, value });

describe('a product', () => {
  it('of nulls is a record of nothing', () => {
    const { retrieved, ...record } = mapped({});
    expect(retrieved).toBe(RETRIEVED);
    expect(record).toMatchObject({
      id: `eosc:${idOf('10.5072/a')}`,
      platform: 'EOSC',
      doi: '10.5072/a',
      type: 'OTHER',
      creators: [],
      description: null,
      issued: null,
      accessRight: 'UNKNOWN',
      licenses: [],
      funding: [],
      projects: [],
      organizations: [],
      instances: [],
      citations: null,
      url: `https://explore.openaire.eu/search/result?id=${idOf('10.5072/a').replace('::', '%3A%3A')}`,
    });
  });

  it('of version 1 does not tell grants and organisations: that is not the same as none', () => {
    const { projects: _projects, organizations: _organizations, ...v1 } = product('10.5072/a');
    const [read] = readProductDocument(Buffer.from(JSON.stringify(v1))).products;
    if (read === undefined) throw new Error('not read');
    const record = mapProduct(read, RETRIEVED);
    expect([record.projects, record.organizations, 'funding' in record]).toEqual([null, null, false]);
  });

  it('stands once in a list, however often it is sent', () => {
    const bytes = Buffer.from(JSON.stringify([product('10.5072/a'), product('10.5072/b'), product('10.5072/a')]));
    const { products } = readProductDocument(bytes);
    expect(mapProducts(products, RETRIEVED).map(({ doi }) => doi)).toEqual(['10.5072/a', '10.5072/b']);
  });
});

describe('the DOI', () => {
  it('is in its canonical form, whatever case the pid has', () => {
    expect(mapped({ pids: [pid('DOI', '10.5281/ZENODO.1'), pid('doi', '10.5281/zenodo.1')] }).dois).toEqual([
      '10.5281/zenodo.1',
    ]);
  });

  it('of a merged product is the one that its id is made of; the others are still stated', () => {
    const id = idOf('10.5072/published').replace('doi_________', 'doi_dedup___');
    const record = mapped({ id, pids: [pid('doi', '10.5072/preprint'), pid('doi', '10.5072/published')] });
    expect([record.doi, record.dois]).toEqual(['10.5072/published', ['10.5072/preprint', '10.5072/published']]);
    expect(mapped({ id: 'dedup_wf_001::1', pids: [pid('doi', '10.5072/x'), pid('doi', '10.5072/y')] }).doi).toBe(
      '10.5072/x',
    );
  });

  it('is never an alternate identifier of a copy', () => {
    const instances = [
      copy('Article', { alternateIdentifiers: [pid('doi', '10.5072/other')], pids: [pid('doi', '10.5072/copy')] }),
    ];
    const record = mapped({ pids: null, instances });
    expect([record.doi, record.dois]).toEqual([null, []]);
    expect(record.identifiers.map(({ scheme }) => scheme)).toEqual(['OPENAIRE']);
  });

  it('that is none stays an identifier', () => {
    const record = mapped({ pids: [pid('doi', 'not-a-doi'), pid('handle', '2115/123'), pid('pmid', '123')] });
    expect(record.doi).toBeNull();
    expect(record.identifiers.map(({ scheme, value }) => `${scheme} ${value}`)).toEqual([
      `OPENAIRE ${idOf('10.5072/a')}`,
      'DOI not-a-doi',
      'HANDLE 2115/123',
      'PMID 123',
    ]);
  });

  it('has OAI identifiers beside it where the sources gave any; their other ids name no scheme', () => {
    const originalIds = ['oai:kita.example.ac.jp:00000123', '50|doiboost____|883a', 'su16062269'];
    expect(mapped({ originalIds }).identifiers.filter(({ scheme }) => scheme === 'OAI')).toMatchObject([
      { value: 'oai:kita.example.ac.jp:00000123' },
    ]);
  });
});

describe('the type', () => {
  it.each([
    ['dataset', [copy('Article')], 'DATASET'],
    ['software', null, 'SOFTWARE'],
    ['other', [copy('Lecture')], 'OTHER'],
    ['publication', [copy('Article')], 'ARTICLE'],
    ['publication', [copy('Preprint'), copy('Review')], 'ARTICLE'],
    ['publication', [copy('Preprint')], 'OTHER'],
    ['publication', [copy('Doctoral thesis')], 'THESIS'],
    ['publication', [copy('Conference object')], 'CONFERENCE_PAPER'],
    ['publication', [copy('Part of book or chapter of book')], 'BOOK'],
    ['publication', [copy('External research report')], 'REPORT'],
    ['publication', [copy('Dataset'), copy('Other literature type')], 'OTHER'],
    ['publication', null, 'OTHER'],
    ['Publication', [copy('Article')], 'ARTICLE'],
    [' DATASET ', null, 'DATASET'],
    ['service', [copy('Article')], 'OTHER'],
  ])('of a %s with copies %j is %s', (type, instances, expected) => {
    expect(mapped({ type, instances }).type).toBe(expected);
  });
});

describe('texts', () => {
  it('have neither HTML nor JATS in them (fact sheet 2.10)', () => {
    const record = mapped({
      mainTitle: 'The <i>E. coli</i> &amp; us ',
      subTitle: 'A study',
      descriptions: ['<jats:p>First.</jats:p><jats:p>p < 0.05</jats:p>', ' ', '<p>Second</p>'],
    });
    expect(record.title.values).toEqual([{ value: 'The E. coli & us', lang: null }]);
    expect(record.alternativeTitles[0]?.values[0]?.value).toBe('A study');
    expect(record.description?.values.map(({ value }) => value)).toEqual(['First.\np < 0.05', 'Second']);
  });

  it('are Japanese where they are written so; the language of the content says nothing of the title', () => {
    const record = mapped({ mainTitle: '海のデータ', language: { code: 'eng', label: 'English' } });
    expect([textIn(record.title, 'ja'), record.languages]).toEqual(['海のデータ', ['en']]);
    expect(mapped({ language: { code: 'jpn', label: 'Japanese' }, mainTitle: 'Sea' }).title.values[0]?.lang).toBeNull();
  });

  it('of subjects: the literal {NULL} is none, a keyword has no scheme, a repeat counts once', () => {
    const subject = (scheme: string, value: string): object => ({ subject: { scheme, value }, provenance: null });
    const subjects = [subject('FOS', '01 natural sciences'), subject('keyword', '海洋'), subject('FOS', '{NULL}'), subject('FOS', '01 natural sciences'), null]; // prettier-ignore
    expect(mapped({ subjects }).subjects.map(({ scheme, value }) => [scheme, value.values[0]?.value])).toEqual([
      ['FOS', '01 natural sciences'],
      [null, '海洋'],
    ]);
  });
});

describe('a language', () => {
  it.each([
    ['eng', ['en']],
    ['jpn', ['ja']],
    ['fre/fra', ['fr']],
    ['deu/ger', ['de']],
    ['und', []],
    ['UNKNOWN', []],
    ['ain', ['ain']],
    [null, []],
  ])('%s is %j', (code, tags) => {
    expect(languagesOf(code)).toEqual(tags);
  });

  it('is asked for by the one code that it has, and not where it has two', () => {
    expect([languageCode('ja'), languageCode('en-US'), languageCode('fr')]).toEqual(['jpn', 'eng', null]);
  });
});

describe('people and bodies', () => {
  it('stand in the order of their rank, with their ORCID, also a pending one; a wrong one stays an identifier', () => {
    const orcid = (scheme: string, value: string): object => ({ id: { scheme, value }, provenance: null });
    const { creators } = mapped({
      authors: [
        { fullName: 'Second, B.', name: 'B.', surname: 'Second', rank: 2, pid: orcid('orcid_pending', '0000-0002-1825-0097') },
        { fullName: 'First', name: null, surname: null, rank: 1, pid: null, id: null },
        { fullName: null, name: 'Taro', surname: '山田', rank: 3, pid: orcid('orcid', '0000-0002-1825-0098') },
        { fullName: ' ', name: null, surname: null, rank: 4, pid: null },
      ],
    }); // prettier-ignore
    expect(creators.map(({ name, orcid: iD }) => [name.values[0]?.value, iD])).toEqual([
      ['First', null],
      ['Second, B.', '0000-0002-1825-0097'],
      ['山田, Taro', null],
    ]);
    expect(creators[2]?.identifiers).toEqual([{ scheme: 'ORCID', value: '0000-0002-1825-0098', url: null }]);
    expect(creators[1]?.familyName?.values[0]?.value).toBe('Second');
    expect(creators.every(({ affiliations }) => affiliations.length === 0)).toBe(true);
  });

  it('that contribute are named in DataCite’s words', () => {
    const { contributors } = mapped({ type: 'other', contributors: ['A'], contactPeople: ['B'], contactGroups: null });
    expect(contributors.map(({ role, creator }) => [role, creator.name.values[0]?.value])).toEqual([
      ['Other', 'A'],
      ['ContactPerson', 'B'],
    ]);
  });

  it('that are organisations have each pid once, whatever case its scheme has', () => {
    const pids = [pid('ROR', 'https://ror.org/057zh3y96'), pid('Wikidata', 'Q7842'), pid('wikidata', 'Q7842')];
    const [organization] =
      mapped({ organizations: [{ legalName: '東京大学', acronym: null, id: 'openorgs____::1', pids }] })
        .organizations ?? [];
    expect(organization?.ror).toBe('https://ror.org/057zh3y96');
    expect(organization?.identifiers.map(({ scheme, value }) => `${scheme} ${value}`)).toEqual([
      'OPENAIRE openorgs____::1',
      'ROR 057zh3y96',
      'WIKIDATA Q7842',
    ]);
  });

  it('with two ROR ids have none of their own; without pids they are names', () => {
    const pids = [pid('ROR', 'https://ror.org/057zh3y96'), pid('ror', 'https://ror.org/01wntqw50')];
    const organizations = [
      { legalName: 'A', acronym: 'A', id: 'openorgs____::1', pids },
      { legalName: null, acronym: 'B', id: 'pending_org_::2', pids: null },
    ];
    expect(mapped({ organizations }).organizations?.map(({ ror, name }) => [ror, name.values[0]?.value])).toEqual([
      [null, 'A'],
      [null, 'B'],
    ]);
  });
});

describe('access and copies', () => {
  it.each([
    [{ code: 'c_abf2', label: 'OPEN' }, 'OPEN'],
    [{ code: null, label: 'Open Access' }, 'OPEN'],
    [{ code: null, label: 'OPEN SOURCE' }, 'OPEN'],
    [{ code: 'c_f1cf', label: 'EMBARGO' }, 'EMBARGOED'],
    [{ code: 'c_16ec', label: null }, 'RESTRICTED'],
    [{ code: 'c_14cb', label: 'CLOSED' }, 'METADATA_ONLY'],
    [{ code: null, label: 'UNKNOWN' }, 'UNKNOWN'],
    [null, 'UNKNOWN'],
  ])('%j is %s', (bestAccessRight, expected) => {
    expect(mapped({ bestAccessRight }).accessRight).toBe(expected);
  });

  it('of a copy say where it is, and nothing where OpenAIRE does not know', () => {
    const known = copy('Article', {
      urls: ['https://doi.org/10.5072/a', 'https://doi.org/10.5072/a', 'urn:x'],
      license: 'https://creativecommons.org/licenses/by/4.0/',
      accessRight: { code: 'c_abf2', label: 'OPEN', scheme: 'x', openAccessRoute: 'gold' },
      refereed: 'peerReviewed',
      hostedBy: { key: 'k', value: 'Sustainability' },
    });
    const unknown = copy('Article', { hostedBy: { key: 'k', value: 'Unknown Repository' }, license: 'CC BY' });
    const record = mapped({ instances: [known, unknown] });
    expect(record.instances).toEqual([
      {
        urls: ['https://doi.org/10.5072/a'],
        accessRight: 'OPEN',
        license: { name: null, spdx: 'CC-BY-4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
        hostedBy: 'Sustainability',
        refereed: 'peerReviewed',
      },
      {
        urls: [],
        accessRight: 'UNKNOWN',
        license: { name: 'CC BY', spdx: null, url: null },
        hostedBy: null,
        refereed: null,
      },
    ]);
    expect(record.licenses).toHaveLength(2);
    expect(record.sameAs).toEqual(['https://doi.org/10.5072/a']);
  });
});

describe('figures and dates', () => {
  it.each([
    [5.0, 5],
    [0, 0],
    [2.5, null],
    [-1, null],
    [1e300, null],
    [null, null],
  ])('citations of %s are %s', (citationCount, expected) => {
    expect(mapped({ indicators: { citationImpact: { citationCount } } }).citations).toBe(expected);
  });

  it('a day stays as it is printed, also the first of a year; what is no date is none', () => {
    expect(mapped({ publicationDate: '2019-01-01' }).issued).toBe('2019-01-01');
    expect(mapped({ publicationDate: '2019-02-30' }).issued).toBeNull();
    expect(mapped({ embargoEndDate: '2027-04-01' }).embargoUntil).toBe('2027-04-01');
  });

  it('the journal and the conference are told apart', () => {
    const nothing = {
      name: null,
      issnPrinted: null,
      issnOnline: null,
      issnLinking: null,
      ep: null,
      iss: null,
      sp: null,
      vol: null,
    };
    const record = mapped({
      container: { ...nothing, name: 'Sea', issnPrinted: '0024-0974', issnOnline: '00240974', vol: '16', sp: '1', ep: '9', conferencePlace: 'Kyoto', conferenceDate: '2019-05' },
    }); // prettier-ignore
    expect(record.container).toMatchObject({ issn: ['0024-0974'], volume: '16', firstPage: '1', lastPage: '9' });
    expect(record.event).toMatchObject({ place: { values: [{ value: 'Kyoto' }] }, period: '2019-05' });
    const none = mapped({ container: { ...nothing, conferencePlace: null, conferenceDate: null } });
    expect([none.container, none.event]).toEqual([null, null]);
  });
});

describe('grants', () => {
  it.each([
    ['a funder of its own', { funder: { name: 'European Commission', shortName: 'EC', fundingStream: { id: 'EC::HE', description: 'Horizon Europe' } } }],
    ['version 1’s list', { fundings: [{ shortName: 'EC', name: 'European Commission', fundingStream: { id: 'EC::HE', description: 'Horizon Europe' } }] }],
    ['version 3’s levels', { funding: { funder: { id: null, shortname: 'EC', name: 'European Commission' }, level0: { id: 'EC::HE', description: 'Horizon Europe', name: 'HE' } } }],
  ])('are read from %s', (_, form) => {
    const record = mapped({ projects: [{ id: 'corda_____he::1', code: '101056649', acronym: 'X', title: 'Sea', ...form }] });
    expect(record.funding).toMatchObject([
      { awardNumber: '101056649', streamId: 'EC::HE', funder: { values: [{ value: 'European Commission' }] } },
    ]);
    expect(record.projects).toMatchObject([{ id: 'ec:101056649', number: '101056649' }]);
  }); // prettier-ignore

  it.each([
    ['Horizon Europe', [{ value: 'Horizon Europe', lang: null }]],
    [' ', undefined],
  ])('have a funding stream that is a plain text: %j', (fundingStream, values) => {
    const funder = { name: 'European Commission', shortName: 'EC', fundingStream };
    const record = mapped({ projects: [{ id: 'corda_____he::1', code: '101056649', title: 'Sea', funder }] });
    expect(record.funding?.[0]?.funder?.values).toMatchObject([{ value: 'European Commission' }]);
    expect([record.funding?.[0]?.stream?.values, record.funding?.[0]?.streamId]).toEqual([values, null]);
  });

  it('in a form that nobody has seen leave the product readable', () => {
    const record = mapped({ projects: [{ id: 'x::1', code: '123456', title: 'Sea', funder: 'EC', fundings: 'EC' }] });
    expect(record.funding).toMatchObject([{ awardNumber: '123456', funder: null }]);
  });

  it('of Japan are known by their number; a placeholder is none', () => {
    const record = mapped({
      projects: [
        { id: 'jsps________::1', code: '20H00001', title: null },
        { id: 'nwo_________::1', code: 'unidentified', title: 'unidentified', funder: { name: 'NWO' } },
        { id: 'x', code: null, title: null },
      ],
    });
    expect(record.projects?.map(({ id }) => id)).toEqual(['jgn:JP20H00001']);
    expect(record.funding?.map(({ awardNumber }) => awardNumber)).toEqual(['20H00001', null]);
  });
});
