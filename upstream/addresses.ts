import { lookup as systemLookup } from 'node:dns';
import { BlockList, isIP, isIPv4, type LookupFunction } from 'node:net';

/** Networks that are not the public internet (IANA's special-purpose registries): a name that a platform sends must not lead there. */
const INTERNAL = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12],
  ['192.0.0.0', 24], ['192.0.2.0', 24], ['192.88.99.0', 24], ['192.168.0.0', 16], ['198.18.0.0', 15], ['198.51.100.0', 24],
  ['203.0.113.0', 24], ['224.0.0.0', 4], ['240.0.0.0', 4],
] as const) INTERNAL.addSubnet(network, bits, 'ipv4'); // prettier-ignore
for (const [network, bits] of [
  ['::', 128], ['::1', 128], ['64:ff9b::', 96], ['64:ff9b:1::', 48], ['100::', 64], ['2001::', 23], ['2001:db8::', 32],
  ['2002::', 16], ['fc00::', 7], ['fe80::', 10], ['ff00::', 8],
] as const) INTERNAL.addSubnet(network, bits, 'ipv6'); // prettier-ignore

/** Whether an IP address is one of the public internet. An IPv4 address in IPv6 form (::ffff:127.0.0.1) is what it holds. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0) return false;
  // BlockList reads an IPv4-mapped address as the IPv4 address that it is.
  return !INTERNAL.check(address, isIPv4(address) ? 'ipv4' : 'ipv6');
}

/** Whether the host of an address may be asked as it is written: a name (its addresses are checked when it is connected to), or a public IP address. */
export function isPublicHost({ hostname }: URL): boolean {
  const bare = hostname.replace(/^\[|\]$/g, '');
  if (isIP(bare) !== 0) return isPublicAddress(bare);
  return bare !== 'localhost' && !bare.endsWith('.localhost');
}

/** A name that leads to an address which must not be asked. */
export class InternalAddress extends Error {
  override readonly name = 'InternalAddress';
}

/**
 * Finds the addresses of a name for a connection, and refuses those that are not public: what is connected to is what was
 * checked, whatever the name says the next time it is looked up.
 */
export function publicLookup(lookup: LookupFunction = systemLookup): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, options, (error, address, family) => {
      const all = typeof address === 'string' ? [address] : address.map((one) => one.address);
      if (error === null && !all.every(isPublicAddress)) callback(new InternalAddress(hostname), address, family);
      else callback(error, address, family);
    });
  };
}
