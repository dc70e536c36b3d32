import { describe, expect, it } from 'vitest';
import { decideEncoding } from './encoding.js';
import { readNasaAmes, readNasaAmesNow } from './read.js';
import { fictionalFile } from './testing.js';

/** 二酸化炭素濃度 (mole fraction of carbon dioxide) and ｵｿﾞﾝ (ozone, half-width), in the encodings of older files. */
const CP932 = { co2: '93f18e5f89bb92599166945a9378', kana: 'b5bfdeddb9dec2dbb6deb0' };
const EUC_JP = { co2: 'c6f3bbc0b2bdc3bac1c7c7bbc5d9' };
const bytes = (hex: string) => Buffer.from(hex, 'hex').toString('latin1');

function decided(text: string): { readonly encoding: string; readonly text: string } {
  const { encoding, decode } = decideEncoding(Buffer.from(text, 'latin1'));
  return { encoding, text: decode(text) };
}

describe('the encoding of texts', () => {
  it('is UTF-8 where the bytes are', () => {
    expect(decided(Buffer.from('二酸化炭素濃度 [ppm]').toString('latin1'))).toEqual({
      encoding: 'utf-8',
      text: '二酸化炭素濃度 [ppm]',
    });
  });

  it('is cp932 for kanji, for the units of Windows, and for half-width kana', () => {
    expect(decided(bytes(CP932.co2))).toEqual({ encoding: 'cp932', text: '二酸化炭素濃度' });
    // ① and ㎡ are NEC's, which plain Shift_JIS does not have.
    expect(decided(`${bytes('8740')} [${bytes('8775')}/s]`)).toEqual({ encoding: 'cp932', text: '① [㎡/s]' });
    expect(decided(bytes(CP932.kana))).toEqual({ encoding: 'cp932', text: 'ｵｿﾞﾝｹﾞﾂﾛｶﾞｰ' });
  });

  it('is EUC-JP where that reads more like Japanese, though the bytes are half-width kana too', () => {
    expect(decided(bytes(EUC_JP.co2))).toEqual({ encoding: 'euc-jp', text: '二酸化炭素濃度' });
  });

  it.each([
    ['M\xfcller, Astrid', 'Müller, Astrid'],
    ['Temperature [\xb0C]', 'Temperature [°C]'],
    ['\xb5g/m\xb3', 'µg/m³'],
    ['Bj\xf8rn Andr\xe9sson', 'Bjørn Andrésson'],
  ])('is Latin-1 where a letter stands alone among others: %s', (printed, text) => {
    expect(decided(printed)).toEqual({ encoding: 'latin-1', text });
  });
});

describe('a file in an encoding of its own', () => {
  const text = fictionalFile({ normal: ['ascii until here', '観測地点 北の岬', 'ascii again'] });
  const comment = (file: { readonly header: { readonly normalComments: readonly string[] } }) =>
    file.header.normalComments[1];

  it('is read with a byte order mark in UTF-8 and UTF-16 of either order', () => {
    const utf16le = Buffer.from(`\ufeff${text}`, 'utf16le');
    const files = [Buffer.from(`\ufeff${text}`, 'utf8'), utf16le, Buffer.from(utf16le).swap16()].map((document) =>
      readNasaAmesNow(document),
    );
    expect(files.map(({ encoding }) => encoding)).toEqual(['utf-8', 'utf-16le', 'utf-16be']);
    expect(files.map(comment)).toEqual(files.map(() => '観測地点 北の岬'));
    expect(files.map(({ values }) => values[0]?.[2])).toEqual([402.25, 402.25, 402.25]);
  });

  it('is refused where its byte order mark is wrong', () => {
    expect(() => readNasaAmesNow(Buffer.from('fffe00d8', 'hex'))).toThrow(
      'its byte order mark says utf-16le, and it is not that',
    );
  });

  it('is decided by its last letter as well: a first one beyond ASCII may come late', async () => {
    const late = Buffer.concat([
      Buffer.from(fictionalFile({ normal: ['a', 'b'], rows: [] }).replace('\nb\n', '\n'), 'latin1'),
      Buffer.from(bytes(EUC_JP.co2), 'latin1'),
      Buffer.from('\n0 1 2\n'),
    ]);
    const file = await readNasaAmes(oneByOne(late));
    expect([file.encoding, file.header.normalComments[1], file.values[1]?.[0]]).toEqual([
      'euc-jp',
      '二酸化炭素濃度',
      2,
    ]);
  });

  it('never loses half of a letter that looks like a blank in another encoding', () => {
    // à is C3 A0 in UTF-8, and A0 is a blank in Latin-1.
    expect(readNasaAmesNow(Buffer.from(fictionalFile({ originators: 'Bon, Là' }))).header.originators).toBe('Bon, Là');
  });

  it('is warned of where it is Latin-1', () => {
    const file = readNasaAmesNow(Buffer.from(fictionalFile({ originators: 'M\xfcller, A.' }), 'latin1'));
    expect([file.encoding, file.header.originators]).toEqual(['latin-1', 'Müller, A.']);
    expect(file.warnings.map(({ code }) => code)).toEqual(['encoding-guessed']);
  });
});

async function* oneByOne(document: Uint8Array): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  for (let at = 0; at < document.length; at += 1) yield document.subarray(at, at + 1);
}
