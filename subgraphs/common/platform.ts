import type { z } from 'zod';
import type { UpstreamReader } from '../../upstream/client.js';
import type { RequestScope } from '../../upstream/scope.js';
import type { UpstreamPolicy } from '../../upstream/types.js';
import type { CommonMetadata } from './common-metadata.js';
import type { Connector } from './connector.js';
import type { FullRecord, License, LocalizedText, Platform } from './record.js';
import type { WorkReference } from './work-reference.js';

/** What every resolver gets: made once per caller's request by whoever serves the subgraph. */
export interface SubgraphContext {
  readonly scope: RequestScope;
  /** Where the same process runs the whole query: told of the works of a list before their records are read. */
  readonly worksAhead?: WorksAhead;
}

/** Takes the works at a response path (`["search"]`: below it are nodes and edges) of which more will be asked. */
export type WorksAhead = (list: readonly (string | number)[], works: readonly WorkReference[]) => void;

/**
 * A subgraph's resolvers, by type and field. That they serve every field of the SDL is checked where they are written
 * (complete-resolvers.ts); @apollo/subgraph's own type has no place for reference resolvers' arguments.
 */
export type SubgraphResolvers = Readonly<Record<string, unknown>>;

/** A running simulated platform. */
export interface RunningSandbox {
  /** http://127.0.0.1:4100 */
  readonly address: string;
  /** The settings (environment names) that point Kakehashi at it. */
  readonly settings: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

export interface SandboxOptions {
  /** 0: any free port. */
  readonly port: number;
  /** Milliseconds before each answer. */
  readonly latencyMs: number;
  /** A fault of sandbox/server.ts that is on from the start. */
  readonly fault: string | null;
  /** Whether documented throttling is on. */
  readonly throttle: boolean;
}

/** One upstream document format that `convert` reads, offline. */
export interface DocumentFormat {
  /** jpcoar, cinii-search, … */
  readonly name: string;
  /**
   * A document that can hold several records gives all of them; a single record gives one. The id of a record is empty where
   * its document says neither a DOI nor whose record it is. Deleted records are counted, not given.
   */
  read(document: Buffer): {
    readonly records: readonly FullRecord[];
    readonly many: boolean;
    readonly deleted: number;
    /** Of a document of registered metadata: the common metadata elements of each thing that is registered. */
    readonly commonMetadata?: readonly CommonMetadata[];
    /** Of a list that could be read in part: why each of the others could not, a line each. */
    readonly refused?: readonly string[];
    /** Where the document departs from its format and was read nevertheless, a line each. */
    readonly warnings?: readonly string[];
  };
  /** Of a format that holds rows of values: the document as CSV with a heading, in pieces, each ending with a line. */
  readonly csv?: (document: Buffer) => { readonly pieces: Iterable<string>; readonly warnings: readonly string[] };
}

/** What a platform is, and what it brings besides its connection. */
export interface PlatformFacts {
  /** Its name in commands and settings (`--platforms cinii`), its subgraph's name, and the prefix of its record ids. */
  readonly name: string;
  readonly platform: Platform;
  readonly title: LocalizedText;
  readonly operator: LocalizedText;
  readonly homepage: string;
  /** Registration, credit, caching and redistribution, as the operator states them. */
  readonly terms: LocalizedText | null;
  readonly termsUrl: string | null;
  /** The licence of the metadata as a whole, where the operator states one. */
  readonly license: License | null;
  /**
   * origin: the platform holds the work itself, and its record is what its own people entered; index: it collects other
   * places' records. Where two records state a value equally well, the origin's is taken.
   */
  readonly standing: 'origin' | 'index';
  /** The credit line that the operator asks for. */
  readonly attribution: string | null;
  /** A record id as it looks: cinii:<19 digits>. */
  readonly exampleId: string;
  /** The request header in which a caller gives their own token for the platform (X-GakuNin-RDM-Token); absent: it takes none. */
  readonly tokenHeader?: string;
  /** The GraphQL type of its records. */
  readonly recordType: string;
  /** Its part of the supergraph beside schema/common.graphql. */
  readonly schemaFile: URL;
  sandbox(options: SandboxOptions): Promise<RunningSandbox>;
  /** The upstream documents that `convert` reads. */
  readonly documents: readonly DocumentFormat[];
}

/** A platform's module: everything that names it stands in its own folder. */
export interface PlatformModule<Settings> extends PlatformFacts {
  /** Its settings, by environment name, with their live defaults. */
  readonly settings: z.ZodType<Settings>;
  readonly policy: (settings: Settings, profile: 'sandbox' | 'live') => UpstreamPolicy;
  /** The connector for the catalog and the resolvers of its own subgraph, over one client. */
  readonly build: (
    settings: Settings,
    client: UpstreamReader,
  ) => { readonly connector: Connector; readonly resolvers: SubgraphResolvers };
}
