import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  identifier,
  parseDoi,
  parseHandle,
  parseHttpUrl,
  parseIssn,
  parseOrcid,
  parseRor,
  personIds,
  uniqueIdentifiers,
} from './identifiers.js';

describe('parseDoi', () => {
  it.each([
    '10.20783/DIAS.662',
    ' 10.20783/dias.662\n',
    'doi:10.20783/dias.662',
    'DOI: 10.20783/dias.662',
    'DOI 10.20783/dias.662',
    'info:doi/10.20783/dias.662',
    'https://doi.org/10.20783/dias.662',
    'http://dx.doi.org/10.20783/dias.662',
    'https://www.doi.org/10.20783/dias.662',
    'doi.org/10.20783/dias.662',
    'https://doi.org/doi:10.20783/dias.662',
    'https://doi.org/10.20783%2Fdias.662',
    '１０．２０７８３／ｄｉａｓ．６６２',
  ])('reads %j as people write it', (printed) => {
    expect(parseDoi(printed)).toBe('10.20783/dias.662');
  });

  it.each([
    '',
    '1111',
    '10.20783',
    '10.20783/',
    '10.12/x',
    '10.20783/a b',
    '10.20783/<script>',
    '10.20783/a"b',
    '10.20783/\ud800',
    'https://example.org/10.20783/dias.662',
    'https://doi.org/10.20783/%E0%A4%A',
    `10.20783/${'a'.repeat(2100)}`,
  ])('takes %j for none', (printed) => {
    expect(parseDoi(printed)).toBeNull();
  });

  it('keeps the angle brackets of a SICI, which real DOIs have', () => {
    const sici = '10.1002/(SICI)1097-0258(19980815)17:15/16<1661::AID-SIM968>3.0.CO;2-2';
    expect(parseDoi(sici)).toBe(sici.toLowerCase());
    expect(parseDoi(`https://doi.org/${encodeURIComponent(sici)}`)).toBe(sici.toLowerCase());
    expect(identifier('DOI', sici).url).toBe(
      'https://doi.org/10.1002/(sici)1097-0258(19980815)17:15/16%3C1661::aid-sim968%3E3.0.co;2-2',
    );
  });
});

/** ISO/IEC 7064 mod 11-2, written down a second time as the standard has it: weights are powers of two. */
function orcidCheck(digits: readonly number[]): string {
  const sum = digits.reduce((total, digit, index) => (total + digit * 2 ** (15 - index)) % 11, 0);
  const check = (12 - (sum % 11)) % 11;
  return check === 10 ? 'X' : String(check);
}

describe('parseOrcid', () => {
  it.each([
    '0000-0002-1825-0097',
    '0000000218250097',
    'https://orcid.org/0000-0002-1825-0097',
    'http://www.orcid.org/0000-0002-1825-0097/',
    'orcid.org/0000-0002-1825-0097',
    'ORCID: 0000-0002-1825-0097',
    'ORCID iD 0000-0002-1825-0097',
    '００００－０００２－１８２５－００９７',
    '0000‐0002‐1825‐0097',
  ])('reads %j', (printed) => {
    expect(parseOrcid(printed)).toBe('0000-0002-1825-0097');
  });

  it('reads a check character X in either case', () => {
    expect(parseOrcid('0000-0002-1694-233x')).toBe('0000-0002-1694-233X');
  });

  it.each(['0000-0002-1825-0098', '0000-0002-1825-009', 'x0000-0002-1825-0097', 'https://orcid.org/', ''])(
    'takes %j for none',
    (printed) => {
      expect(parseOrcid(printed)).toBeNull();
    },
  );

  it('accepts one check character for any digits, and no other', () => {
    const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 15, maxLength: 15 });
    fc.assert(
      fc.property(digits, fc.constantFrom(...'0123456789X'), (first, check) => {
        const read = parseOrcid(`${first.join('')}${check}`);
        expect(read?.replaceAll('-', '') ?? null).toBe(
          check === orcidCheck(first) ? `${first.join('')}${check}` : null,
        );
      }),
      { numRuns: 500 },
    );
  });

  it('notices every single wrong digit', () => {
    const right = '0000000218250097';
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 14 }), fc.integer({ min: 1, max: 9 }), (at, shift) => {
        const wrong = String((Number(right[at]) + shift) % 10);
        expect(parseOrcid(right.slice(0, at) + wrong + right.slice(at + 1))).toBeNull();
      }),
    );
  });
});

const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz';

describe('parseRor', () => {
  it.each([
    'https://ror.org/04ksd4g47',
    'http://www.ror.org/04ksd4g47/',
    'ror.org/04KSD4G47',
    'ror:04ksd4g47',
    ' 04ksd4g47 ',
  ])('reads %j', (printed) => {
    expect(parseRor(printed)).toBe('https://ror.org/04ksd4g47');
  });

  it.each(['https://ror.org/057zh3y96', 'https://ror.org/02mhbdp94'])('knows %j, of a real body', (ror) => {
    expect(parseRor(ror)).toBe(ror);
  });

  it.each(['04ksd4g48', '14ksd4g47', '04ksd4g4', '04ksd4gu47', 'https://example.org/04ksd4g47', ''])(
    'takes %j for none',
    (printed) => {
      expect(parseRor(printed)).toBeNull();
    },
  );

  it('accepts one checksum for any six characters, and no other', () => {
    const six = fc.array(fc.constantFrom(...CROCKFORD), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(six, fc.integer({ min: 0, max: 99 }), (characters, checksum) => {
        const number = characters.reduce((sum, character) => sum * 32n + BigInt(CROCKFORD.indexOf(character)), 0n);
        // ISO 7064 mod 97-10: the number with its checksum leaves 1.
        const right = (number * 100n + BigInt(checksum)) % 97n === 1n && checksum >= 2 && checksum <= 98;
        const id = `0${characters.join('')}${String(checksum).padStart(2, '0')}`;
        expect(parseRor(id)).toBe(right ? `https://ror.org/${id}` : null);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('parseHandle', () => {
  it.each([
    '2241/00123456',
    'hdl:2241/00123456',
    'info:hdl/2241/00123456',
    'http://hdl.handle.net/2241/00123456',
    'https://hdl.handle.net/2241/00123456',
    'hdl.handle.net/2241/00123456',
  ])('reads %j', (printed) => {
    expect(parseHandle(printed)).toBe('2241/00123456');
  });

  it('reads a prefix in parts, and one of letters where the resolver says that it is a handle', () => {
    expect(parseHandle('20.500.12000/1')).toBe('20.500.12000/1');
    expect(parseHandle('hdl:cnri.dlib/december95')).toBe('cnri.dlib/december95');
  });

  it.each(['https://example.org/2241/1', 'example.org/records/1', '2241', '2241/', '2241/a b', '2241/\udc00'])(
    'takes %j for none',
    (printed) => {
      expect(parseHandle(printed)).toBeNull();
    },
  );
});

describe('parseIssn', () => {
  it.each([
    '0302-9743',
    '03029743',
    'ISSN 0302-9743',
    'issn:0302-9743',
    'e-ISSN: 0302-9743',
    'ISSN-L 0302-9743',
    'urn:issn:0302-9743',
    'https://portal.issn.org/resource/ISSN/0302-9743',
    '０３０２－９７４３',
  ])('reads %j', (printed) => {
    expect(parseIssn(printed)).toBe('0302-9743');
  });

  it('reads a check character X and refuses a wrong one', () => {
    expect(parseIssn('2434-561x')).toBe('2434-561X');
    expect(parseIssn('0302-9744')).toBeNull();
    expect(parseIssn('0302-974')).toBeNull();
    expect(parseIssn('')).toBeNull();
  });
});

describe('parseHttpUrl', () => {
  it('gives an absolute address in normal form', () => {
    expect(parseHttpUrl(' HTTPS://Example.org/a ')).toBe('https://example.org/a');
    expect(parseHttpUrl('http://例え.jp/')).toBe('http://xn--r8jz45g.jp/');
  });

  it.each([
    'example.org',
    '/a',
    'ftp://example.org/',
    'javascript:alert(1)',
    'https://user:secret@example.org/',
    'https://example.org/a b',
    'https://example.org/"onclick',
    'https://',
    '',
  ])('takes %j for none', (printed) => {
    expect(parseHttpUrl(printed)).toBeNull();
  });
});

describe('identifier', () => {
  it.each([
    ['HDL', 'http://hdl.handle.net/2241/1', 'HANDLE', '2241/1', 'https://hdl.handle.net/2241/1'],
    ['doi', 'info:doi/10.1234/ABC', 'DOI', '10.1234/abc', 'https://doi.org/10.1234/abc'],
    ['PISSN', '03029743', 'ISSN', '0302-9743', null],
    ['EISSN', '0302-9743', 'ISSN', '0302-9743', null],
    ['URI', 'https://example.org/x', 'URL', 'https://example.org/x', 'https://example.org/x'],
    ['URI', 'https://doi.org/10.1234/ABC', 'DOI', '10.1234/abc', 'https://doi.org/10.1234/abc'],
    ['URL', 'http://dx.doi.org/10.1234/a%3Cb', 'URL', 'http://dx.doi.org/10.1234/a%3Cb', 'http://dx.doi.org/10.1234/a%3Cb'],
    ['URL', 'http://dx.doi.org/10.1234/a', 'DOI', '10.1234/a', 'https://doi.org/10.1234/a'],
    ['URI', 'info:doi/10.1234/a', 'DOI', '10.1234/a', 'https://doi.org/10.1234/a'],
    ['URI', 'http://hdl.handle.net/2241/1', 'HANDLE', '2241/1', 'https://hdl.handle.net/2241/1'],
    ['URL', 'https://hdl.handle.net/2241/1', 'HANDLE', '2241/1', 'https://hdl.handle.net/2241/1'],
    ['URI', 'info:hdl/2241/1', 'HANDLE', '2241/1', 'https://hdl.handle.net/2241/1'],
    ['URL', 'https://doi.org/', 'URL', 'https://doi.org/', 'https://doi.org/'],
    ['URL', 'https://example.org/?u=https://doi.org/10.1234/a', 'URL', 'https://example.org/?u=https://doi.org/10.1234/a', 'https://example.org/?u=https://doi.org/10.1234/a'],
    ['PURL', 'http://purl.org/x', 'URL', 'http://purl.org/x', 'http://purl.org/x'],
    ['e-Rad_Researcher', '00399271', 'ERAD', '00399271', null],
    ['e-Rad', '00399271', 'ERAD', '00399271', null],
    ['ORCID', 'https://orcid.org/0000-0002-1825-0097', 'ORCID', '0000-0002-1825-0097', 'https://orcid.org/0000-0002-1825-0097'],
    ['ROR', 'https://ror.org/04KSD4G47', 'ROR', '04ksd4g47', 'https://ror.org/04ksd4g47'],
    ['ROR', 'ror.org/04ksd4g47', 'ROR', '04ksd4g47', 'https://ror.org/04ksd4g47'],
    ['NRID', 'https://nrid.nii.ac.jp/ja/nrid/1000000399271/', 'NRID', '1000000399271', 'https://nrid.nii.ac.jp/nrid/1000000399271/'],
    ['ISNI', 'http://www.isni.org/isni/0000000121032683', 'ISNI', '0000000121032683', 'https://isni.org/isni/0000000121032683'],
    ['ISNI', '0000 0001 2103 2683', 'ISNI', '0000000121032683', 'https://isni.org/isni/0000000121032683'],
    ['VIAF', 'https://viaf.org/viaf/134758917/', 'VIAF', '134758917', 'https://viaf.org/viaf/134758917'],
    ['CRID', 'https://cir.nii.ac.jp/crid/1390282680241132288.json?lang=en', 'CRID', '1390282680241132288', 'https://cir.nii.ac.jp/crid/1390282680241132288'],
    ['NAID', 'https://ci.nii.ac.jp/naid/110000000001#article', 'NAID', '110000000001', 'https://ci.nii.ac.jp/naid/110000000001'],
    ['NCID', 'https://ci.nii.ac.jp/ncid/AA1234567X?l=ja', 'NCID', 'AA1234567X', 'https://ci.nii.ac.jp/ncid/AA1234567X'],
    ['arXiv', 'arXiv:2101.00001v2', 'ARXIV', '2101.00001v2', 'https://arxiv.org/abs/2101.00001v2'],
    ['arXiv', 'https://arxiv.org/pdf/hep-th/9901001.pdf', 'ARXIV', 'hep-th/9901001', 'https://arxiv.org/abs/hep-th/9901001'],
    ['PMID', 'https://pubmed.ncbi.nlm.nih.gov/12345678/', 'PMID', '12345678', 'https://pubmed.ncbi.nlm.nih.gov/12345678/'],
    ['pmid', 'info:pmid/12345678', 'PMID', '12345678', 'https://pubmed.ncbi.nlm.nih.gov/12345678/'],
    ['pmc', 'https://www.ncbi.nlm.nih.gov/pmc/articles/PMC123/', 'PMCID', 'PMC123', 'https://www.ncbi.nlm.nih.gov/pmc/articles/PMC123/'],
    ['NDL_BIB_ID', '024567890', 'NDL_BIB_ID', '024567890', 'https://id.ndl.go.jp/bib/024567890'],
    ['Ringgold', ' 13101 ', 'RINGGOLD', '13101', null],
  ])('%s %s is %s %s', (sourceScheme, printed, scheme, value, url) => {
    expect(identifier(sourceScheme, printed)).toEqual({ scheme, value, url });
  }); // prettier-ignore

  it.each([
    ['DOI', '1111'],
    ['ORCID', '0000-0002-1825-0098'],
    ['ROR', '04ksd4g48'],
    ['HANDLE', 'none'],
    ['NRID', '12345'],
    ['CRID', '1390/../../evil'],
    ['NCID', 'AA1"><script>'],
    ['URL', 'javascript:alert(1)'],
    ['HANDLE', '2241/\ud800'],
  ])('a %s that its scheme does not allow (%j) stays as printed, without an address', (scheme, printed) => {
    expect(identifier(scheme, printed)).toEqual({ scheme, value: printed, url: null });
  });

  it('takes the address that the source gives only for a scheme without a resolver, and only an http one', () => {
    expect(identifier('Ringgold', '13101', 'https://example.org/13101').url).toBe('https://example.org/13101');
    expect(identifier('Ringgold', '13101', 'mailto:a@example.org').url).toBeNull();
    expect(identifier('DOI', '10.1234/a', 'https://example.org/').url).toBe('https://doi.org/10.1234/a');
  });

  it('escapes what would end the path of an address', () => {
    expect(identifier('DOI', '10.1234/a?b#c').url).toBe('https://doi.org/10.1234/a%3Fb%23c');
  });

  it('never throws, whatever a platform sends', () => {
    const scheme = fc.oneof(
      fc.constantFrom('DOI', 'HDL', 'ORCID', 'URL', 'ARXIV', 'constructor', '__proto__'),
      fc.string(),
    );
    fc.assert(
      fc.property(scheme, fc.string({ unit: 'binary' }), (name, value) => {
        const read = identifier(name, value);
        expect(read.url === null || parseHttpUrl(read.url) !== null).toBe(true);
      }),
    );
  });
});

describe('lists of identifiers', () => {
  it('say each identifier once and none without a value', () => {
    const a = identifier('ISSN', '0302-9743');
    expect(
      uniqueIdentifiers([a, identifier('PISSN', '03029743'), identifier('NAID', ' '), identifier('X', '1')]),
    ).toEqual([a, { scheme: 'X', value: '1', url: null }]);
  });

  it('give a person the first valid ORCID, NRID and e-Rad number', () => {
    expect(
      personIds([
        identifier('ORCID', '0000-0002-1825-0098'),
        identifier('ORCID', '0000-0002-1694-233X'),
        identifier('NRID', '1'),
        identifier('NRID', '1000000399271'),
        identifier('e-Rad', '00399271'),
      ]),
    ).toEqual({ orcid: '0000-0002-1694-233X', nrid: '1000000399271', eRadId: '00399271' });
    expect(personIds([identifier('ORCID', '0000-0002-1825-0098')])).toEqual({ orcid: null, nrid: null, eRadId: null });
  });
});

describe('identifiers as people paste them', () => {
  it.each([
    'https://orcid.org/0000-0002-1825-0097?lang=ja',
    'https://orcid.org/0000-0002-1825-0097/#record',
    'https://orcid.org/my-orcid?orcid=0000-0002-1825-0097',
    'orcid.org/0000-0002-1825-0097/',
    'ORCID: 0000-0002-1825-0097',
    'ORCID：0000-0002-1825-0097',
    'ORCID iD: https://orcid.org/0000-0002-1825-0097',
    'ORCID iD 0000 0002 1825 0097',
    'orcid:0000000218250097',
    '００００－０００２－１８２５－００９７',
    '0000‐0002–1825−0097',
  ])('are an ORCID iD: %j', (pasted) => {
    expect(parseOrcid(pasted)).toBe('0000-0002-1825-0097');
  });

  it.each([
    'https://ror.org/04ksd4g47/',
    'https://ror.org/04ksd4g47?from=search',
    'HTTPS://ROR.ORG/04KSD4G47',
    'ROR ID: https://ror.org/04ksd4g47',
    'ROR：04ksd4g47',
    'https://api.ror.org/v2/organizations/04ksd4g47',
    '０４ｋｓｄ４ｇ４７',
  ])('are a ROR id: %j', (pasted) => {
    expect(parseRor(pasted)).toBe('https://ror.org/04ksd4g47');
  });

  it.each([
    'doi: 10.20783/DIAS.662',
    'DOI：10.20783/DIAS.662',
    'doi.org/10.20783/dias.662',
    'https://doi.org/10.20783/dias.662/',
    'https://doi.org/10.20783/dias.662?utm_source=mail&utm_medium=x',
    'https://doi.org/10.20783/dias.662#abstract',
    'https://doi.org/doi:10.20783/dias.662',
    '１０．２０７８３／ＤＩＡＳ．６６２',
  ])('are a DOI: %j', (pasted) => {
    expect(parseDoi(pasted)).toBe('10.20783/dias.662');
  });

  it('lose nothing of a DOI that ends like an address', () => {
    const sici = '10.1002/1521-3951(200011)222:1<289::aid-pssb289>3.0.co;2-#';
    expect(parseDoi(`https://doi.org/${sici}`)).toBe(sici);
    expect(parseDoi('10.5072/a?b=c')).toBe('10.5072/a?b=c');
    expect(parseDoi('10.5072/range‐of–dashes')).toBe('10.5072/range-of-dashes');
  });

  it('read the same again in the form that they are given back in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const parse of [parseDoi, parseOrcid, parseRor]) {
          const once = parse(text);
          if (once !== null) expect(parse(once)).toBe(once);
        }
        const doi = parseDoi(`https://doi.org/10.5072/${text}`);
        if (doi !== null) expect(parseDoi(doi)).toBe(doi);
      }),
    );
  });
});
