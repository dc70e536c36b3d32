import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { Reply } from './reply.js';
import { giveRequestId } from './request-id.js';

const UUID = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[\da-f]{4}-[\da-f]{12}$/;

function idOf(given: string | undefined, isProxied: boolean): string {
  const request = new IncomingMessage(new Socket());
  if (given !== undefined) request.headers['x-request-id'] = given;
  const reply = new Reply(request);
  giveRequestId(request, reply, isProxied);
  return reply.requestId;
}

describe('the id of a request', () => {
  it.each(['3f1b', '0af7651916cd43dd8448eb211c80319c', 'Root=1-67891233-abcdef012345678912345678', 'edge/a.b:7@2+x'])(
    'is the one that a proxy of ours gave it: %s',
    (given) => {
      expect(idOf(given, true)).toBe(given);
    },
  );

  it('is a new one where nobody in front is believed, whatever the caller says', () => {
    expect(idOf('mine', false)).toMatch(UUID);
    expect(idOf(undefined, true)).toMatch(UUID);
    expect(idOf(undefined, true)).not.toBe(idOf(undefined, true));
  });

  it.each(['', 'two words', 'a, b', '{"level":60}', '海洋', 'x'.repeat(129), 'a"b', 'a\tb'])(
    'is a new one where what came is no id: %j',
    (given) => {
      expect(idOf(given, true)).toMatch(UUID);
    },
  );
});
