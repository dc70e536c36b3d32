import { describe, expect, it } from 'vitest';
import { secretsIn, withoutEchoes } from './echoes.js';

describe('what an answer repeats of the secrets it was asked with', () => {
  const url = new URL('https://platform.example/all?q=%E6%B5%B7&AppId=key+with%2Fslash&lang=ja&key=other');

  it('is looked for as it is and as addresses write it', () => {
    expect(secretsIn(url, ['appid'])).toEqual(['key with/slash', 'key%20with%2Fslash']);
    expect(secretsIn(url, [])).toEqual([]);
  });

  it('is not looked for where it is too short to be told from other text', () => {
    expect(secretsIn(url, ['lang', 'key'])).toEqual([]);
  });

  it('is left out, and nothing else changes, whatever the bytes are', () => {
    const body = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('{"@id":"?appid=SECRET1&q=海&again=SECRET1"}')]);
    expect(withoutEchoes(body, ['SECRET1'])).toEqual(
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('{"@id":"?appid=&q=海&again="}')]),
    );
  });

  it('costs nothing where there is none', () => {
    const body = Buffer.from('answer');
    expect(withoutEchoes(body, ['SECRET1'])).toBe(body);
  });
});
