import { expect, it } from 'vitest';
import { datasetIdOfPath, isDatasetId, parseMetadataIdentifier } from './ids.js';

it.each([
  ['JRA5520240221120009-DIAS20221121113753-ja', 'JRA55', '20240221120009', 'ja'],
  ['JP1020230727061853-DIAS20221121113753-ja', 'JP10', '20230727061853', 'ja'],
  ['jishin_jhd_21220230727094106-en', 'jishin_jhd_212', '20230727094106', 'en'],
])('the metadata identifier %s ends its dataset id before the last 14 digits (fact sheet 2)', (text, id, revision, lang) => {
  expect(parseMetadataIdentifier(text)).toEqual({ datasetId: id, revision, language: lang });
}); // prettier-ignore

it.each(['JRA55', 'JRA55-ja', '20240221120009-ja', 'a b20240221120009-ja', 'X20240221120009-fr'])(
  '%s is no metadata identifier',
  (text) => {
    expect(parseMetadataIdentifier(text)).toBeNull();
  },
);

it.each([
  ['/ja/dataset/JRA55', 'JRA55'],
  ['/en/dataset/JP10/', 'JP10'],
  ['/dmm/doc/JRA55_JMACPS2_Delta_S14FD-DIAS-ja.html', 'JRA55_JMACPS2_Delta_S14FD'],
  ['/dmm/doc/jishin_jhd_212-en.html', 'jishin_jhd_212'],
  ['/en/dataset', null],
  ['/fr/dataset/JP10', null],
  ['/dl/storages/filelist/dataset:204', null],
])('the path %s leads to %s', (path, id) => {
  expect(datasetIdOfPath(path)).toBe(id);
});

it('a dataset id has letters, digits and underscores', () => {
  expect(['GPV', 'APHRO_MA', 'a-b', '', '../x', 'ア'].map(isDatasetId)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
});
