import type { GraphQLPort } from '../exports/graphql-port.js';
import { askGateway, type AskOptions } from '../gateway/ask.js';
import type { Runtime } from './runtime.js';

/** The API as commands ask it: what it says instead of an answer ends the command (main.ts), where nobody knows better. */
export function commandPort({ gateway, settings }: Runtime, options: Pick<AskOptions, 'longWalk'> = {}): GraphQLPort {
  return askGateway(gateway, { ...options, timeoutMs: settings.requestTimeoutMs });
}
