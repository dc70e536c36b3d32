import type { Agent } from 'undici';
import { request } from 'undici';
import { z } from 'zod';
import { CompositionError, composeSupergraph } from '../schema/compose.js';
import { platforms as registry } from '../subgraphs/index.js';
import { CATALOG } from './local-subgraphs.js';
import type { RemoteSubgraph } from './remote-data-source.js';
import { SettingsError } from './settings.js';

/** In this header of its answers a subgraph of ours says its name. */
export const SUBGRAPH_HEADER = 'x-kakehashi-subgraph';
/** How long a subgraph is waited for at the start. */
const START_MS = 10_000;

const serviceAnswer = z.object({ data: z.object({ _service: z.object({ sdl: z.string().min(1) }) }) });

/** A supergraph of subgraphs that run elsewhere. */
export interface RemoteSupergraph {
  readonly supergraph: string;
  readonly subgraphs: readonly (RemoteSubgraph & { readonly sdl: string })[];
}

/** A name that a supergraph can hold, of an address: a host's first label, and a number where that is taken. */
function nameOf(url: string, told: string | undefined, taken: ReadonlySet<string>): string {
  const wanted = told ?? new URL(url).hostname.split('.')[0] ?? '';
  const base = /^[a-z][a-z0-9-]*$/i.test(wanted) ? wanted : 'subgraph';
  let name = base;
  for (let number = 2; taken.has(name); number += 1) name = `${base}-${String(number)}`;
  return name;
}

async function readSdl(url: string, agent: Agent): Promise<{ sdl: string; name: string | undefined }> {
  const { headers, body } = await request(url, {
    method: 'POST',
    dispatcher: agent,
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query: '{ _service { sdl } }' }),
    signal: AbortSignal.timeout(START_MS),
  });
  const name = headers[SUBGRAPH_HEADER];
  return {
    sdl: serviceAnswer.parse(await body.json()).data._service.sdl,
    name: typeof name === 'string' ? name : undefined,
  };
}

/**
 * Asks the subgraphs at some addresses for their SDL and composes them. They may be ours (each says its name), or
 * anybody's that speak Apollo Federation 2.
 * @throws SettingsError for those that do not answer, or do not compose.
 */
export async function readRemoteSupergraph(urls: readonly string[], agent: Agent): Promise<RemoteSupergraph> {
  const answers = await Promise.allSettled(urls.map((url) => readSdl(url, agent)));
  const faults: string[] = [];
  const taken = new Set<string>();
  const subgraphs = answers.flatMap((answer, index) => {
    const url = urls[index] ?? '';
    if (answer.status === 'rejected') {
      faults.push(`KAKEHASHI_SUBGRAPHS: ${url} did not answer { _service { sdl } }: is a subgraph running there?`);
      return [];
    }
    const name = nameOf(url, answer.value.name, taken);
    taken.add(name);
    const platform = registry.find((facts) => facts.name === name)?.platform ?? null;
    return [{ name, url, platform, sdl: answer.value.sdl }];
  });
  if (faults.length > 0) throw new SettingsError(faults);
  try {
    return { supergraph: composeSupergraph(subgraphs), subgraphs };
  } catch (error) {
    if (!(error instanceof CompositionError)) throw error;
    throw new SettingsError(error.message.split('\n').map((line) => `KAKEHASHI_SUBGRAPHS: ${line}`));
  }
}

/** The callers' token headers that a subgraph is to have: the platform's own, and all of them for the catalog. */
export function tokenHeadersFor(subgraph: RemoteSubgraph): ReadonlyMap<string, string> {
  return new Map(
    registry.flatMap(({ name, platform, tokenHeader }) =>
      tokenHeader !== undefined && (subgraph.name === CATALOG || subgraph.name === name)
        ? [[platform, tokenHeader.toLowerCase()] as const]
        : [],
    ),
  );
}
