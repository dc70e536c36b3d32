import { QueryPlanner } from '@apollo/query-planner';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { composeSupergraph } from '../../schema/compose.js';
import { SubgraphDataSource } from '../subgraph-data-source.js';
import { OwnGateway } from './own-gateway.js';

class Nobody extends SubgraphDataSource {
  override run(): Promise<never> {
    return Promise.reject(new Error('nobody asks'));
  }
}

const supergraph = (field: string): string =>
  composeSupergraph([{ name: 'a', sdl: `type Query { ${field}: Int b: Int }` }]);
const documents = [
  { name: 'A', body: 'query A { a }' },
  { name: 'B', body: 'query B { b } query C { a }' },
];

describe('operations that are known before they are asked for', () => {
  afterEach(() => vi.restoreAllMocks());

  it('are planned once', async () => {
    const planned = vi.spyOn(QueryPlanner.prototype, 'buildQueryPlan');
    const gateway = new OwnGateway(supergraph('a'), (name) => new Nobody(name));
    await gateway.warm(documents);
    expect(planned).toHaveBeenCalledTimes(2);
    await gateway.warm(documents);
    expect(planned).toHaveBeenCalledTimes(2);
  });

  it('are planned no more over a supergraph that is replaced', async () => {
    const planned = vi.spyOn(QueryPlanner.prototype, 'buildQueryPlan');
    const gateway = new OwnGateway(supergraph('a'), (name) => new Nobody(name));
    const warming = gateway.warm(documents);
    gateway.update(supergraph('c'));
    await warming;
    expect(planned).not.toHaveBeenCalled();
  });

  it('hold nobody up where they cannot be planned', async () => {
    const gateway = new OwnGateway(supergraph('a'), (name) => new Nobody(name));
    await expect(gateway.warm([{ name: 'X', body: 'query X { nothing }' }, ...documents])).resolves.toBeUndefined();
  });
});
