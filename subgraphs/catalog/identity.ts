import { parseDoi } from '../common/identifiers.js';
import type { SharedRecord } from '../common/record.js';
import type { CatalogPlatform } from './platforms.js';

/** What `work(id:)` was asked for. */
export type WorkId = { readonly kind: 'doi'; readonly doi: string } | { readonly kind: 'record'; readonly id: string };

/** Reads a work id (doi:…, any form of a DOI, or a platform's record id), or null where it has no such form. */
export function parseWorkId(input: string, platforms: readonly CatalogPlatform[]): WorkId | null {
  const id = input.trim();
  if (platforms.some(({ connector }) => connector.isRecordId(id))) return { kind: 'record', id };
  const doi = parseDoi(id);
  return doi === null ? null : { kind: 'doi', doi };
}

/** Schemes whose values name one work wherever they occur. A journal's ISSN, a book's ISBN or a plain address do not. */
const STRONG_SCHEMES = new Set(['HANDLE', 'CRID', 'OAI', 'NAID']);
/** Schemes whose values may lead to a platform's record. */
const LEADING_SCHEMES = new Set(['URL', 'OAI']);

/** The keys of records by the platforms that they are told apart by: a page asks for those of one record many times. */
const known = new WeakMap<readonly CatalogPlatform[], WeakMap<SharedRecord, readonly string[]>>();

/**
 * The keys under which records of the same work meet: the DOI, other strong identifiers, the record's own id, and the
 * record ids of other platforms that the record's addresses lead to. Never the title.
 */
export function identityKeys(record: SharedRecord, platforms: readonly CatalogPlatform[]): readonly string[] {
  const before = known.get(platforms)?.get(record);
  if (before !== undefined) return before;
  const keys = readKeys(record, platforms);
  if (!known.has(platforms)) known.set(platforms, new WeakMap());
  known.get(platforms)?.set(record, keys);
  return keys;
}

function readKeys(record: SharedRecord, platforms: readonly CatalogPlatform[]): string[] {
  const keys = new Set<string>([record.id]);
  if (record.doi) keys.add(`doi:${record.doi}`);
  for (const { scheme, value } of record.identifiers ?? []) {
    // The OAI identifier of a record's own repository says no more than its id.
    if (STRONG_SCHEMES.has(scheme) && !leadTo(value, platforms).includes(record.id)) keys.add(`${scheme}:${value}`);
  }
  for (const id of linkedRecordIds(record, platforms)) keys.add(id);
  return [...keys];
}

/** The record ids of other platforms that the addresses of a record lead to, found without a request. */
export function linkedRecordIds(record: SharedRecord, platforms: readonly CatalogPlatform[]): string[] {
  const addresses = [
    ...(record.sameAs ?? []),
    ...(record.identifiers ?? []).filter(({ scheme }) => LEADING_SCHEMES.has(scheme)).map(({ value }) => value),
  ];
  const ids = new Set(addresses.flatMap((address) => leadTo(address, platforms)));
  ids.delete(record.id);
  return [...ids];
}

/** The record ids that an address or an OAI identifier leads to. */
function leadTo(address: string, platforms: readonly CatalogPlatform[]): string[] {
  return platforms.flatMap(({ connector }) => connector.recordIdOfUrl?.(address) ?? []);
}

const isDoi = (key: string): boolean => key.startsWith('doi:');

/** A union-find over indices, with the smallest index of a set as its root. */
class Sets {
  private readonly parents: number[];
  constructor(size: number) {
    this.parents = Array.from({ length: size }, (_, index) => index);
  }
  root(index: number): number {
    let root = index;
    for (let next = this.parents[root]; next !== undefined && next !== root; next = this.parents[root]) root = next;
    return root;
  }
  join(one: number, two: number): void {
    const [first, second] = [this.root(one), this.root(two)];
    this.parents[Math.max(first, second)] = Math.min(first, second);
  }
}

/**
 * Groups things that share a key, transitively: groups and members keep the order of first appearance, and which things
 * meet does not depend on it. Two different DOIs never meet through a weaker key: what shares a key with both goes to the
 * smaller DOI.
 */
export function groupByKeys<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): T[][] {
  const sets = new Sets(items.length);
  const doiOf = new Map<number, string>();
  const holders = new Map<string, number[]>();
  items.forEach((item, index) => {
    for (const key of keysOf(item)) {
      const held = holders.get(key);
      if (held === undefined) holders.set(key, [index]);
      else held.push(index);
      if (isDoi(key) && (doiOf.get(index) ?? key) >= key) doiOf.set(index, key);
    }
  });
  // Each DOI must have had its say before a weaker key joins anything; a weaker key that one thing alone has joins nothing.
  const dois = [...holders.keys()].filter(isDoi).sort();
  const weaker = [...holders].flatMap(([key, held]) => (isDoi(key) || held.length === 1 ? [] : [key])).sort();
  for (const key of [...dois, ...weaker]) {
    const roots = [...new Set((holders.get(key) ?? []).map((index) => sets.root(index)))];
    const ofRoots = roots.map((root) => doiOf.get(root)).filter((doi) => doi !== undefined);
    const chosen = isDoi(key) ? key : ofRoots.sort()[0];
    const joined = roots.filter((root) => isDoi(key) || !doiOf.has(root) || doiOf.get(root) === chosen);
    for (const root of joined) sets.join(joined[0] ?? root, root);
    const first = joined[0];
    if (first !== undefined && chosen !== undefined) doiOf.set(sets.root(first), chosen);
  }
  const groups = new Map<number, T[]>();
  items.forEach((item, index) => {
    const root = sets.root(index);
    const group = groups.get(root);
    if (group === undefined) groups.set(root, [item]);
    else group.push(item);
  });
  return [...groups.values()];
}

/** doi:<doi>, else the smallest record id in the platforms' order. */
export function canonicalId(records: readonly SharedRecord[], platforms: readonly CatalogPlatform[]): string {
  const dois = records.map(({ doi }) => doi).filter((doi): doi is string => typeof doi === 'string');
  const first = [...dois].sort()[0];
  if (first !== undefined) return `doi:${first}`;
  const order = new Map(platforms.map(({ connector }, index) => [connector.platform, index]));
  const rank = (record: SharedRecord): number => order.get(record.platform) ?? platforms.length;
  const [smallest] = [...records].sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  return smallest?.id ?? '';
}
