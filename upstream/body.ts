import { finished, Readable } from 'node:stream';
import type { Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import { brokenOff, malformed, tooLarge } from './failures.js';
import type { UpstreamPolicy } from './types.js';

/** Thrown while reading, so that the rest is neither read nor unpacked. */
class TooLarge extends Error {}

/**
 * Reads a body to its end and unpacks it while it comes. The cap counts the unpacked bytes and the bytes on the wire: a
 * small answer that unpacks to gigabytes and an endless one that unpacks to nothing are both given up as soon as they pass it.
 * One that announces more is not read at all.
 * @param maxBytes the cap: the request's own, else the policy's
 * @throws UpstreamTooLarge; UpstreamMalformed not packed as it says; UpstreamUnavailable when it ends before its end.
 */
export async function readBody(
  source: Readable,
  headers: Readonly<Record<string, string>>,
  policy: UpstreamPolicy,
  maxBytes: number = policy.maxBytes,
): Promise<Buffer> {
  // undici's body emits what destroys it, and an error that nobody listens to ends the process.
  source.on('error', () => undefined);
  try {
    const announced = Number(headers['content-length'] ?? 0);
    if (announced > maxBytes) throw new TooLarge();
    return await collect(unpack(capped(source, maxBytes), headers['content-encoding'] ?? ''), maxBytes);
  } catch (error) {
    source.destroy();
    if (error instanceof TooLarge) throw tooLarge(policy, maxBytes);
    if (error instanceof UnknownEncoding) throw malformed(policy, 'an answer in an encoding that was not asked for');
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    // Z_BUF_ERROR: the packed bytes ended too early, so the answer broke off.
    if (typeof code === 'string' && /^(Z_(?!BUF_)|ERR__ERROR|ERR_PADDING)/.test(code)) {
      throw malformed(policy, 'an answer that is not packed as it says', error);
    }
    throw brokenOff(policy, error);
  }
}

class UnknownEncoding extends Error {}

async function collect(chunks: AsyncIterable<Buffer>, maxBytes: number): Promise<Buffer> {
  const kept: Buffer[] = [];
  for await (const chunk of capped(chunks, maxBytes)) kept.push(chunk);
  return Buffer.concat(kept);
}

async function* capped(chunks: AsyncIterable<Buffer>, maxBytes: number): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw new TooLarge();
    yield chunk;
  }
}

function unpack(packed: AsyncIterable<Buffer>, contentEncoding: string): AsyncIterable<Buffer> {
  const encoding = contentEncoding.trim().toLowerCase();
  if (encoding === '' || encoding === 'identity') return packed;
  if (encoding === 'gzip' || encoding === 'x-gzip') return through(packed, createGunzip());
  if (encoding === 'br') return through(packed, createBrotliDecompress());
  if (encoding === 'deflate') return inflate(packed);
  throw new UnknownEncoding();
}

/** "deflate" is zlib's format by the standard, and bare deflate by many servers: the first byte tells. */
async function* inflate(packed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const iterator = packed[Symbol.asyncIterator]();
  let first = await iterator.next();
  while (first.done !== true && first.value.byteLength === 0) first = await iterator.next();
  if (first.done === true) return;
  const head = first.value;
  const whole = (async function* (): AsyncGenerator<Buffer> {
    yield head;
    for await (const chunk of { [Symbol.asyncIterator]: () => iterator }) yield chunk;
  })();
  yield* through(whole, ((head[0] ?? 0) & 0x0f) === 8 ? createInflate() : createInflateRaw());
}

async function* through(packed: AsyncIterable<Buffer>, unpacker: Transform): AsyncGenerator<Buffer> {
  const source = Readable.from(packed, { objectMode: false });
  // pipe() hands no failure on: without this, an answer that breaks off would be waited for until the timeout.
  const stopWatching = finished(source, { writable: false }, (error) => {
    if (error) unpacker.destroy(error);
  });
  try {
    for await (const chunk of source.pipe(unpacker)) if (Buffer.isBuffer(chunk)) yield chunk;
  } finally {
    stopWatching();
    source.destroy();
    unpacker.destroy();
  }
}
