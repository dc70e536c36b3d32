import { createHmac } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { isIP, type Socket } from 'node:net';

/** Sixteen bits of an address as IPv6 writes them, in full. */
function groupsOf(address: string): number[] {
  // The last 32 bits may be written as IPv4 does.
  const hex = address.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, a: string, b: string, c: string, d: string) =>
    [Number(a) * 256 + Number(b), Number(c) * 256 + Number(d)].map((group) => group.toString(16)).join(':'),
  );
  const [head = '', tail] = hex.split('::');
  const read = (part: string): number[] =>
    part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16));
  const [before, after] = [read(head), tail === undefined ? [] : read(tail)];
  return [...before, ...Array<number>(Math.max(0, 8 - before.length - after.length)).fill(0), ...after];
}

/**
 * The network of a client by its address: of IPv4 the address itself, of IPv6 the 64 bits that a network gives to one
 * household or server, which has 2^64 addresses of its own. Null: no address.
 */
export function networkOf(address: string): string | null {
  const bare = /^\[([^\]]*)\](?::\d+)?$/.exec(address)?.[1] ?? /^([\d.]+):\d+$/.exec(address)?.[1] ?? address;
  const [plain = ''] = bare.split('%');
  if (isIP(plain) === 4) return plain;
  if (isIP(plain) !== 6) return null;
  const groups = groupsOf(plain);
  const [, , , , , mapped = 0, high = 0, low = 0] = groups;
  if (mapped === 0xffff && groups.slice(0, 5).every((group) => group === 0))
    return [high >> 8, high & 255, low >> 8, low & 255].join('.');
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':')}::/64`;
}

/** Of connections, which carry many requests. */
const networks = new WeakMap<Socket, string>();

function connectedNetwork(socket: Socket): string {
  let network = networks.get(socket);
  if (network === undefined) {
    network = networkOf(socket.remoteAddress ?? '') ?? 'unknown';
    networks.set(socket, network);
  }
  return network;
}

/**
 * The network that a request comes from, behind so many proxies of ours. Each of them appends to X-Forwarded-For whom it
 * talks to, so the last entries are theirs and what stands before is anybody's invention. A list that is too short, or that
 * has no address there, did not come through our proxies: then it is whoever is connected.
 */
export function clientNetwork({ headers, socket }: IncomingMessage, proxies: number): string {
  const connected = connectedNetwork(socket);
  if (proxies === 0) return connected;
  const told = headers['x-forwarded-for'];
  const list = (Array.isArray(told) ? told.join(',') : (told ?? '')).split(',').map((entry) => entry.trim());
  return networkOf(list.at(-proxies) ?? '') ?? connected;
}

/** A name for who gave these tokens that tells nothing of them. */
export function tokenName(credentials: ReadonlyMap<string, string>, secret: string): string {
  const hmac = createHmac('sha256', secret);
  for (const [platform, token] of credentials) hmac.update(`${platform}\n${token}\n`);
  return hmac.digest('base64url');
}
