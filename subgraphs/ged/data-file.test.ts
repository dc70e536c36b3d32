import { describe, expect, it } from 'vitest';
import { beginsAsNasaAmes, DataFile } from './data-file.js';
import { nasaAmes } from './testing.js';

describe('the beginning of a file', () => {
  it.each([
    ['20 1001\nX', true],
    ['  20   2110  {annotation}\r\nX', true],
    ['\ufeff20 1001\n', true],
    ['NDACC catalogue line\r\n31 2160\r\nX', true],
    ['20 1001', true],
    ['41, 1001, V02_2016\n', false],
    ['2014 2015\n', false],
    ['year co2\n2014 400\n', false],
    ['', false],
    ['20 10010\n', false],
  ])('%j tells whether it is NASA Ames: %s', (text, expected) => {
    expect(beginsAsNasaAmes(Buffer.from(text))).toBe(expected);
  });

  it('is seen through UTF-16', () => {
    expect(beginsAsNasaAmes(Buffer.from('\ufeff20 1001\nX', 'utf16le'))).toBe(true);
  });
});

it('a file is parsed once, however many ask for it', async () => {
  const file = new DataFile(Buffer.from(nasaAmes()), 1_000_000);
  const [one, other] = await Promise.all([file.nasaAmes(), file.nasaAmes()]);
  expect(one).not.toBeNull();
  expect(other).toBe(one);
});
