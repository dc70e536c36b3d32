import { setImmediate } from 'node:timers/promises';
import { createHash } from 'node:crypto';
import type { ApolloServerOptions } from '@apollo/server';
import { parse } from 'graphql';
import type { GatewayContext } from '../context.js';
import { beginLookAhead } from '../look-ahead.js';
import type { SubgraphDataSource } from '../subgraph-data-source.js';
import { execute } from './execute.js';
import { Planner } from './planner.js';

type GatewayInterface = NonNullable<ApolloServerOptions<GatewayContext>['gateway']>;
type Loaded = Awaited<ReturnType<GatewayInterface['load']>>;
type Listener = Parameters<GatewayInterface['onSchemaLoadOrUpdate']>[0];

/** A supergraph that is served: its planner, and where its subgraphs are. */
interface Served {
  readonly sdl: string;
  readonly planner: Planner;
  readonly sources: ReadonlyMap<string, SubgraphDataSource>;
}

/**
 * A gateway for Apollo Server that plans with Apollo's planner and runs the plans itself. Operations come to it validated,
 * their variables coerced once (operation-gate.ts).
 */
export class OwnGateway implements GatewayInterface {
  private readonly listeners = new Set<Listener>();
  private served: Served;

  /** @param sourceOf the subgraph of a name; throws where there is none */
  constructor(
    supergraphSdl: string,
    private readonly sourceOf: (name: string) => SubgraphDataSource,
  ) {
    this.served = this.serve(supergraphSdl);
  }

  onSchemaLoadOrUpdate(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  load(): Promise<Loaded> {
    this.announce();
    const executor: NonNullable<Loaded['executor']> = (request) => {
      const { planner, sources } = this.served;
      const context = request.context as GatewayContext;
      const variables = request.request.variables ?? {};
      const prepared = planner.prepare(request.queryHash, request.document, request.request.operationName);
      beginLookAhead(context, prepared.plan, variables, sources);
      return execute({ prepared, variables, context, sources, typeConditions: planner.typeConditions });
    };
    return Promise.resolve({ executor });
  }

  stop(): Promise<void> {
    return Promise.resolve();
  }

  /** Serves another supergraph from now on; what runs ends as it began. @throws and nothing changes */
  update(supergraphSdl: string): void {
    if (supergraphSdl === this.served.sdl) return;
    this.served = this.serve(supergraphSdl);
    this.announce();
  }

  /** Plans valid operations before anybody asks for them, one after another, with a turn for all else between them. */
  async warm(documents: readonly { readonly name: string; readonly body: string }[]): Promise<void> {
    const { planner } = this.served;
    for (const { name, body } of documents) {
      await setImmediate();
      if (this.served.planner !== planner) return;
      try {
        planner.prepare(createHash('sha256').update(body).digest('hex'), parse(body), name);
      } catch {
        // That it cannot be planned is told to who asks for it.
      }
    }
  }

  private serve(sdl: string): Served {
    const planner = new Planner(sdl);
    return { sdl, planner, sources: new Map(planner.subgraphs.map((name) => [name, this.sourceOf(name)])) };
  }

  private announce(): void {
    const { planner, sdl } = this.served;
    for (const listener of this.listeners) listener({ apiSchema: planner.schema, coreSupergraphSdl: sdl });
  }
}
