import type { IncomingMessage } from 'node:http';
import { HttpFault } from './http-fault.js';

const EMPTY = Buffer.alloc(0);

/**
 * Reads a request's body. By its events: iterating over it costs more CPU time than all else of an answer that is kept. Each comes
 * once by itself, and listeners that take themselves off cost as much as all else here.
 * @param most bytes
 * @throws HttpFault 413 for one that is too large, before the rest of it is read; the stream's error when the caller leaves
 */
export function readBody(request: IncomingMessage, most: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const take = (chunk: Buffer): void => {
      size += chunk.byteLength;
      chunks.push(chunk);
      if (size <= most) return;
      request.off('data', take);
      request.pause();
      reject(new HttpFault(413, `The request body is larger than ${String(most)} bytes.`));
    };
    request.on('data', take);
    request.on('end', () => {
      const [first = EMPTY] = chunks;
      resolve(chunks.length > 1 ? Buffer.concat(chunks) : first);
    });
    request.on('error', reject);
  });
}
