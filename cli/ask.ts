import { AskFailure, type GraphQLPort } from '../exports/graphql-port.js';
import { askGateway } from '../gateway/ask.js';
import { CommandFailure, EXIT_ALL_FAILED, EXIT_BAD_INPUT } from './exit.js';
import type { Runtime } from './runtime.js';

/** The API as commands ask it: what it says instead of an answer ends the command. */
export function commandPort({ gateway, settings }: Runtime): GraphQLPort {
  const port = askGateway(gateway, { timeoutMs: settings.requestTimeoutMs });
  return {
    async ask(query, variables, signal) {
      try {
        return await port.ask(query, variables, signal);
      } catch (error) {
        if (!(error instanceof AskFailure)) throw error;
        throw new CommandFailure(error.message, error.isOfPlatforms ? EXIT_ALL_FAILED : EXIT_BAD_INPUT);
      }
    },
  };
}
