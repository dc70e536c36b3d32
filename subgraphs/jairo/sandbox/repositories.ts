import type { JairoHolding, World, WorldRepository, WorldWork } from '../../../sandbox/world/index.js';
import { type HostProfile, type IndexFixture, TOP_INDEXES, hostProfile } from '../fixtures/hosts.js';

/** An item as a WEKO3 host keeps it. */
export interface SandboxItem {
  /** Without leading zeros, as in /records/2000144. */
  readonly recid: string;
  readonly oaiIdentifier: string;
  /** When its record was last changed: RFC 3339, UTC, no fraction. */
  readonly datestamp: string;
  /** Paths of the public indexes (and communities) that hold it. */
  readonly setSpecs: readonly string[];
  readonly state: JairoHolding['state'];
  /** Null for an item that was withdrawn: only its header is left. */
  readonly held: Held | null;
}

/** A work and how the repository shows it. */
export interface Held {
  readonly work: WorldWork;
  readonly holding: JairoHolding;
}

/** One simulated host. */
export interface SandboxRepository {
  readonly key: string;
  /** The public host: it stands in every address that the host prints, wherever the sandbox itself listens. */
  readonly host: string;
  readonly world: World;
  readonly repository: WorldRepository;
  readonly profile: HostProfile;
  readonly indexes: readonly IndexFixture[];
  /** By record number, ascending: the order of its lists. */
  readonly items: readonly SandboxItem[];
}

const HEADER_ONLY_SINCE = Date.parse('2026-03-18T00:05:00Z');

/** The OAI identifier of a record number: eight digits after the configured prefix (fact sheet 2.4). */
export function oaiIdentifier(repository: WorldRepository, profile: HostProfile, recid: string): string {
  return `oai:${profile.oaiPrefix ?? repository.host}:${recid.padStart(8, '0')}`;
}

function byRecid(left: SandboxItem, right: SandboxItem): number {
  return Number(left.recid) - Number(right.recid);
}

/** Headers of withdrawn items: some between the others, the rest after them, until the list has the wanted length. */
function withdrawn(repository: WorldRepository, profile: HostProfile, items: readonly SandboxItem[]): SandboxItem[] {
  const wanted = profile.listLength === null ? 0 : Math.max(0, profile.listLength - items.length);
  const taken = new Set(items.map((item) => Number(item.recid)));
  const last = Math.max(2_000_000, ...taken);
  const between = items.filter((_, index) => index % 4 === 3).map((item) => Number(item.recid) + 1);
  const after = Array.from({ length: wanted }, (_, index) => last + 1 + index);
  return [...new Set([...between, ...after])]
    .filter((recid) => !taken.has(recid))
    .slice(0, wanted)
    .map((recid, index) => ({
      recid: String(recid),
      oaiIdentifier: oaiIdentifier(repository, profile, String(recid)),
      datestamp: new Date(HEADER_ONLY_SINCE + index * 61_000).toISOString().replace('.000Z', 'Z'),
      setSpecs: [],
      state: 'deleted' as const,
      held: null,
    }));
}

function indexesOf(repository: WorldRepository, profile: HostProfile): IndexFixture[] {
  const own = repository.sets.map((set) => ({
    path: set.path,
    name: set.name,
    description: null,
    public: true,
    holds: null,
  }));
  const volumes = Array.from({ length: profile.bulletinVolumes }, (_, index) => ({
    path: `1:12:${String(1_600_000_000_000 + index)}`,
    name: { ja: `第${String(index + 1)}巻`, en: `Volume ${String(index + 1)}` },
    description: null,
    public: true,
    holds: null,
  }));
  return [...TOP_INDEXES, ...own, ...profile.indexes, ...volumes];
}

function setSpecsOf(repository: WorldRepository, profile: HostProfile, { work, holding }: Held): string[] {
  const own = repository.sets.filter((set) => holding.sets.includes(set.id)).map((set) => set.path);
  const more = profile.indexes
    .filter((index) => index.public && index.holds?.field === work.field && index.holds.kind === work.kind)
    .map((index) => index.path);
  return [...more, ...own];
}

/** A host of the world with all its items, in the order of its lists. */
export function sandboxRepository(
  world: World,
  repository: WorldRepository,
  profile = hostProfile(repository.key),
): SandboxRepository {
  const items = world.works
    .flatMap((work): Held[] => {
      const holding = work.holdings.jairo;
      return holding?.repository === repository.key ? [{ work, holding }] : [];
    })
    .map((held): SandboxItem => ({
      recid: held.holding.recid,
      oaiIdentifier: oaiIdentifier(repository, profile, held.holding.recid),
      datestamp: held.holding.datestamp,
      setSpecs: setSpecsOf(repository, profile, held),
      state: held.holding.state,
      held,
    }))
    .sort(byRecid);
  return {
    key: repository.key,
    host: repository.host,
    world,
    repository,
    profile,
    indexes: indexesOf(repository, profile),
    items: [...items, ...withdrawn(repository, profile, items)].sort(byRecid),
  };
}

/** What anyone may see: not deleted, private or hidden. */
export function publicItems(repository: SandboxRepository): readonly (SandboxItem & { readonly held: Held })[] {
  return repository.items.filter(
    (item): item is SandboxItem & { readonly held: Held } => item.state === 'public' && item.held !== null,
  );
}

/** https://umi.repo.nii.ac.jp/records/2000144 */
export function recordUrl(repository: { readonly host: string }, recid: string): string {
  return `https://${repository.host}/records/${recid}`;
}

/** https://umi.repo.nii.ac.jp/record/2000144/files/fulltext.pdf: `record` in the singular (fact sheet 6). */
export function fileUrl(repository: { readonly host: string }, recid: string, name: string): string {
  return `https://${repository.host}/record/${recid}/files/${encodeURIComponent(name)}`;
}

/** An item that stands for a work of the world, as searches look at it. */
export type HeldItem = SandboxItem & { readonly held: Held };
