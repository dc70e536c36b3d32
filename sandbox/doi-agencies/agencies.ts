import { startSandboxServer, type RunningServer } from '../server.js';
import { answerAgency } from './answer.js';

/** The simulated DOI agencies, held by one sandbox. */
export interface DoiAgencies {
  /** http://127.0.0.1:41234 */
  readonly address: string;
  /** DOI_URL, JALC_URL and DATACITE_URL. */
  readonly settings: Readonly<Record<string, string>>;
  /** Gives them back; the last holder stops the server. A second call does nothing. */
  release(): Promise<void>;
}

let running: Promise<RunningServer> | null = null;
let holders = 0;

async function release(server: RunningServer): Promise<void> {
  holders -= 1;
  if (holders > 0) return;
  running = null;
  await server.close();
}

/**
 * doi.org, JaLC and DataCite on one free port per process: started by the first sandbox that needs them, stopped by the
 * last. They stand apart from the platforms, so that a platform's fault is never one of its DOI agency.
 */
export async function acquireDoiAgencies(): Promise<DoiAgencies> {
  holders += 1;
  running ??= startSandboxServer({ port: 0, latencyMs: 0, fault: null, name: 'doi-agencies', handle: answerAgency });
  const server = await running;
  const { address } = server;
  let held = true;
  return {
    address,
    settings: { DOI_URL: `${address}/doi`, JALC_URL: `${address}/jalc`, DATACITE_URL: `${address}/datacite` },
    release: async () => {
      if (!held) return;
      held = false;
      await release(server);
    },
  };
}
