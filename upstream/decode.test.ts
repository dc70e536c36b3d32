import { describe, expect, it, vi } from 'vitest';
import { UnreadableDocument } from '../subgraphs/common/errors.js';
import { parseXml } from '../subgraphs/common/xml.js';
import { Decoder } from './decode.js';
import { badStatus } from './failures.js';
import { testPolicy, testResponse } from './testing.js';
import type { UpstreamResponse } from './types.js';

const policy = testPolicy();

describe('decoding an answer', () => {
  it('happens once per answer and function, also for a value of undefined', () => {
    const decoder = new Decoder();
    const response = testResponse();
    const decode = vi.fn((answer: UpstreamResponse) => ({ text: answer.body.toString() }));
    expect(decoder.decode(response, decode, policy)).toBe(decoder.decode(response, decode, policy));
    expect(decode).toHaveBeenCalledTimes(1);
    decoder.decode(testResponse(), decode, policy);
    expect(decode).toHaveBeenCalledTimes(2);
    const nothing = vi.fn(() => undefined);
    decoder.decode(response, nothing, policy);
    decoder.decode(response, nothing, policy);
    expect(nothing).toHaveBeenCalledTimes(1);
  });

  it.each([
    [
      'a reader’s own words',
      () => {
        throw new UnreadableDocument('items is no list');
      },
      'CiNii Research sent an answer that could not be read: items is no list.',
    ],
    [
      'where the XML is broken',
      () => parseXml('<a></b>'),
      /^CiNii Research sent an answer that could not be read: .*\(line 1, column \d+\)\.$/,
    ],
    [
      'nothing of what JSON.parse quotes',
      (): unknown => JSON.parse('<html>SECRET</html>'),
      'CiNii Research sent an answer that could not be read.',
    ],
    [
      'nothing of a fault of the program',
      () => {
        throw new TypeError('cannot read SECRET of undefined');
      },
      'CiNii Research sent an answer that could not be read.',
    ],
  ])('that fails shows %s', (_, decode, message) => {
    const fail = (): unknown => new Decoder().decode(testResponse(), decode, policy);
    expect(fail).toThrow(expect.objectContaining({ code: 'UPSTREAM_MALFORMED', platform: 'CINII_RESEARCH' }));
    expect(fail).toThrow(message);
    expect(fail).not.toThrow('SECRET');
  });

  it('may name the failure itself', () => {
    const own = badStatus(policy, 503, undefined);
    const fail = (): never => {
      throw own;
    };
    expect(() => new Decoder().decode(testResponse(), fail, policy)).toThrow(own);
  });
});
