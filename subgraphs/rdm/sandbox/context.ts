import type { Caller } from './access.js';
import type { ErrorView } from './jsonapi.js';

/** One request to API v2, after its version and its caller are known. */
export interface Context {
  /** http://127.0.0.1:4100: links between documents point back at the server that was asked. */
  readonly origin: string;
  /** Minor version: 0 for 2.0. */
  readonly minor: number;
  readonly caller: Caller | null;
  readonly parameters: URLSearchParams;
}

/** Where people see a project; the simulated pages carry the public host's name, as the records of other platforms do. */
export const WEB = 'https://rdm.nii.ac.jp';

export function api(context: Context, path: string): string {
  return `${context.origin}/v2/${path}`;
}

export function isError(value: object): value is ErrorView {
  return 'kind' in value && value.kind === 'error';
}
