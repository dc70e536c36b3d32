import type { z } from 'zod';
import { RequestScope } from '../upstream/scope.js';
import { CommandFailure, EXIT_ALL_FAILED, EXIT_BAD_INPUT } from './exit.js';
import type { Runtime } from './runtime.js';

/**
 * One query, by the gateway in this process.
 * @throws CommandFailure with the gateway's message where the answer is not of the shape
 */
export async function ask<T extends z.ZodType>(
  { gateway, settings }: Runtime,
  query: string,
  variables: Record<string, unknown>,
  shape: T,
): Promise<z.infer<T>> {
  const scope = new RequestScope({ deadline: Date.now() + settings.requestTimeoutMs });
  const response = await gateway.server.executeOperation(
    { query, variables },
    { contextValue: { scope, explain: false, fetches: [], roots: [] } },
  );
  if (response.body.kind !== 'single') throw new CommandFailure('The gateway answered in parts.');
  const { data, errors } = response.body.singleResult;
  const parsed = shape.safeParse(data);
  if (parsed.success) return parsed.data;
  const [error] = errors ?? [];
  const code = error?.extensions?.['code'];
  throw new CommandFailure(
    error?.message ?? 'The gateway gave no answer.',
    typeof code === 'string' && /^(?:UPSTREAM|CIRCUIT)/.test(code) ? EXIT_ALL_FAILED : EXIT_BAD_INPUT,
  );
}
