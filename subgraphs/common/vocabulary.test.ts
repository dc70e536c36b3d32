import { describe, expect, it } from 'vitest';
import { accessRight, languageTag, license, relationType, sizeInBytes, spdxOf, workType } from './vocabulary.js';

const COAR = 'http://purl.org/coar/resource_type/';

/** Every value of dc:type in JPCOAR 2.0 (fact sheet 3.4). */
const JPCOAR_2_TYPES = {
  ARTICLE:
    'data paper|departmental bulletin paper|editorial|journal article|newspaper|review article|software paper|article',
  CONFERENCE_PAPER:
    'conference paper|conference output|conference presentation|conference proceedings|conference poster',
  BOOK: 'book|book part',
  DATASET:
    'aggregated data|clinical trial data|compiled data|dataset|encoded data|experimental data|genomic data|geospatial data|laboratory notebook|measurement and test data|observational data|recorded data|simulation data|survey data',
  REPORT: 'report|research report|technical report|policy report|working paper',
  THESIS: 'thesis|bachelor thesis|master thesis|doctoral thesis',
  SOFTWARE: 'software|source code',
  OTHER:
    'journal|other periodical|cartographic material|map|image|still image|moving image|video|lecture|design patent|patent|PCT application|plant patent|plant variety protection|software patent|trademark|utility model|data management plan|sound|commentary|design|industrial design|interactive resource|layout design|learning object|manuscript|musical notation|peer review|research proposal|research protocol|technical documentation|transcription|workflow|other',
};
const CASES = Object.entries(JPCOAR_2_TYPES).flatMap(([type, labels]) =>
  labels.split('|').map((label): [string, string] => [label, type]),
);

describe('workType', () => {
  it('is tried with all 74 values of JPCOAR 2.0', () => {
    expect(new Set(CASES.map(([label]) => label)).size).toBe(74);
  });

  it.each(CASES)('takes %j for %s, whatever the URI says', (label, type) => {
    expect(workType(label)).toBe(type);
    expect(workType(label, `${COAR}${type === 'DATASET' ? 'c_46ec' : 'c_ddb1'}`)).toBe(type);
  });

  it.each([
    ['conference object', 'CONFERENCE_PAPER'],
    ['internal report', 'REPORT'],
    ['report part', 'REPORT'],
    ['periodical', 'OTHER'],
    ['interview', 'OTHER'],
    ['magazine article', 'ARTICLE'],
    ['collection', 'OTHER'],
    ['newspaper article', 'ARTICLE'],
    ['review', 'ARTICLE'],
    ['journal_article', 'ARTICLE'],
    ['JournalArticle', 'ARTICLE'],
    [' Ｊｏｕｒｎａｌ  Article ', 'ARTICLE'],
    ['DataPaper', 'ARTICLE'],
    ['Dissertation', 'THESIS'],
    ['Presentation', 'CONFERENCE_PAPER'],
    ['Project', 'PROJECT'],
  ])('takes %j of JPCOAR 1.0 and 2.1, COAR, DataCite and CiNii for %s', (label, type) => {
    expect(workType(label)).toBe(type);
  });

  it.each([
    ['c_6501', 'ARTICLE'],
    ['c_efa0', 'ARTICLE'],
    ['c_5794', 'CONFERENCE_PAPER'],
    ['c_6670', 'CONFERENCE_PAPER'],
    ['c_3248', 'BOOK'],
    ['FF4C-28RK', 'DATASET'],
    ['c_db06', 'THESIS'],
    ['c_8042', 'REPORT'],
    ['c_5ce6', 'SOFTWARE'],
    ['c_c513', 'OTHER'],
  ])('reads the URI %s as %s where there is no label that it knows', (tail, type) => {
    expect(workType(null, `${COAR}${tail}`)).toBe(type);
    expect(workType('紀要論文か何か', `https://purl.org/coar/resource_type/${tail}/`)).toBe(type);
  });

  it('takes what fits nowhere for OTHER', () => {
    expect([workType(null), workType(''), workType('constructor'), workType('__proto__', 'toString')]).toEqual(
      Array(4).fill('OTHER'),
    );
  });
});

describe('accessRight', () => {
  const uri = (tail: string): string => `http://purl.org/coar/access_right/${tail}`;
  it.each([
    ['open access', 'c_abf2', 'OPEN', '公開'],
    ['embargoed access', 'c_f1cf', 'EMBARGOED', '公開期間猶予'],
    ['restricted access', 'c_16ec', 'RESTRICTED', '共有'],
    ['metadata only access', 'c_14cb', 'METADATA_ONLY', '非共有・非公開'],
  ])('reads %j, its URI %s and the term of the Cabinet Office as %s', (label, tail, right, term) => {
    expect(accessRight(label)).toBe(right);
    expect(accessRight(label.toUpperCase())).toBe(right);
    expect(accessRight(null, uri(tail))).toBe(right);
    expect(accessRight('', `${uri(tail)}/`)).toBe(right);
    expect(accessRight(term)).toBe(right);
  });

  it('believes the label where the URI disagrees (fact sheet 3.3)', () => {
    expect(accessRight('restricted access', uri('c_abf2'))).toBe('RESTRICTED');
  });

  it("reads JDCat's Japanese term (fact sheet 3.3)", () => {
    expect(accessRight('制約付きアクセス')).toBe('RESTRICTED');
  });

  it('is UNKNOWN where nothing is stated', () => {
    expect([
      accessRight(null),
      accessRight('free for all'),
      accessRight('constructor'),
      accessRight(null, uri('c_0')),
    ]).toEqual(Array(4).fill('UNKNOWN'));
  });
});

describe('languageTag', () => {
  it.each([
    ['jpn', 'ja'],
    ['JPN', 'ja'],
    ['eng', 'en'],
    ['ger', 'de'],
    ['chi', 'zh'],
    ['ja', 'ja'],
    ['ja-kana', 'ja-Kana'],
    ['zh_tw', 'zh-TW'],
    ['zh-hant', 'zh-Hant'],
    ['ain', 'ain'],
  ])('reads %j as %s', (code, tag) => {
    expect(languageTag(code)).toBe(tag);
  });

  it.each(['', 'Japanese', 'english', '日本語', 'j', 'constructor', 'ja;en', 'other'])(
    'takes %j for no code',
    (code) => {
      expect(languageTag(code)).toBeNull();
    },
  );
});

describe('spdxOf', () => {
  it.each([
    ['https://creativecommons.org/licenses/by/4.0/', 'CC-BY-4.0'],
    ['http://creativecommons.org/licenses/by-nc-sa/3.0', 'CC-BY-NC-SA-3.0'],
    ['https://creativecommons.org/licenses/by-nc-nd/4.0/deed.ja', 'CC-BY-NC-ND-4.0'],
    ['https://creativecommons.org/licenses/by/4.0/legalcode.ja', 'CC-BY-4.0'],
    ['https://creativecommons.org/licenses/by/4.0/ja/', 'CC-BY-4.0'],
    ['https://creativecommons.org/licenses/by-sa/2.1/jp/', 'CC-BY-SA-2.1-JP'],
    ['https://creativecommons.org/licenses/by/3.0/igo/', 'CC-BY-3.0-IGO'],
    ['https://creativecommons.org/licenses/by/3.0/us/', 'CC-BY-3.0-US'],
    ['https://creativecommons.org/publicdomain/zero/1.0/', 'CC0-1.0'],
    ['CC-BY-4.0', 'CC-BY-4.0'],
    ['CC BY-NC 4.0', 'CC-BY-NC-4.0'],
    ['cc by 4.0 International', 'CC-BY-4.0'],
    ['CC0', 'CC0-1.0'],
    ['CC0 1.0 Universal', 'CC0-1.0'],
  ])('reads %j as %s', (text, spdx) => {
    expect(spdxOf(text)).toBe(spdx);
  });

  it.each([
    // Ports that SPDX has no identifier for: the unported licence is another text.
    'https://creativecommons.org/licenses/by/2.1/jp/',
    'https://creativecommons.org/licenses/by-nc-nd/3.0/fr/',
    'https://creativecommons.org/licenses/by/2.1/',
    'https://creativecommons.org/licenses/by/9.9/',
    'https://creativecommons.org/publicdomain/mark/1.0/',
    'CC BY',
    'CC BY 9.9',
    'All rights reserved',
    '',
  ])('makes no identifier up for %j', (text) => {
    expect(spdxOf(text)).toBeNull();
  });
});

describe('license', () => {
  it('holds what the source prints and links', () => {
    expect(license('CC BY 4.0', 'https://creativecommons.org/licenses/by/4.0/')).toEqual({
      name: 'CC BY 4.0',
      spdx: 'CC-BY-4.0',
      url: 'https://creativecommons.org/licenses/by/4.0/',
    });
    expect(license(' 学術目的に限る ', null)).toEqual({ name: '学術目的に限る', spdx: null, url: null });
  });

  it('takes an address that is printed as a name for the address', () => {
    expect(license('https://creativecommons.org/licenses/by/4.0/', null)).toEqual({
      name: null,
      spdx: 'CC-BY-4.0',
      url: 'https://creativecommons.org/licenses/by/4.0/',
    });
  });

  it('is null where nothing is said', () => {
    expect(license(' ', null)).toBeNull();
    expect(license(null, 'see inside')).toBeNull();
  });
});

describe('relationType', () => {
  it.each([
    ['isCitedBy', 'IsCitedBy'],
    ['Cites', 'Cites'],
    ['cites', 'Cites'],
    ['references', 'References'],
    ['isFormatOf', 'IsVariantFormOf'],
    ['hasFormat', 'IsOriginalFormOf'],
    ['isReplacedBy', 'IsObsoletedBy'],
    ['replaces', 'Obsoletes'],
    ['inSeries', 'IsPartOf'],
    ['isTranslationOf', 'IsTranslationOf'],
    [' HASPART ', 'HasPart'],
    ['seeAlso', 'SeeAlso'],
    ['constructor', 'Constructor'],
  ])('gives %j as %s', (name, relation) => {
    expect(relationType(name)).toBe(relation);
  });
});

describe('sizeInBytes', () => {
  it.each([
    ['794 KB', 794_000],
    ['1GB', 1e9],
    ['1.5 MB', 1_500_000],
    ['1,234 bytes', 1234],
    ['1,234,567 B', 1_234_567],
    ['12 KiB', 12_288],
    ['１０ ＭＢ', 1e7],
    ['0 B', 0],
  ])('reads %j as %d', (printed, bytes) => {
    expect(sizeInBytes(printed)).toBe(bytes);
  });

  it.each(['150 pages', '12', ', KB', '1,5 MB', '12 constructor', '-1 KB', 'about 3 MB', ''])(
    'reads no size in %j',
    (printed) => {
      expect(sizeInBytes(printed)).toBeNull();
    },
  );
});
