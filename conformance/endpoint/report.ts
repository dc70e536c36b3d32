/** What is found out about somebody's endpoint. */
import type { CheckStatus, ConformanceCheck } from '../check.js';

export type EndpointKind = 'OAI_PMH' | 'GRAPHQL' | 'OPENAIRE';

/** One question to the endpoint, and how it was answered. */
export interface EndpointCheck {
  /** `oai-pmh:badVerb`, `graphql:errors`, … */
  readonly id: string;
  readonly status: CheckStatus;
  readonly evidence: string;
}

/** One record that the endpoint gave, checked by the profiles of its document. */
export interface SampledRecord {
  readonly id: string;
  readonly checks: readonly ConformanceCheck[];
}

export interface EndpointReport {
  readonly kind: EndpointKind;
  /** What it can: names of formats, sets, fields; as it tells them itself. */
  readonly capabilities: readonly { readonly name: string; readonly value: string }[];
  readonly checks: readonly EndpointCheck[];
  readonly sample: readonly SampledRecord[];
  /** Records of the sample that could not be read, a line each. */
  readonly unreadable: readonly string[];
}

/** How many records of an endpoint are looked at. */
export const SAMPLE = 10;

export function answered(id: string, ok: boolean, evidence: string): EndpointCheck {
  return { id, status: ok ? 'PASS' : 'FAIL', evidence };
}

/** A list as a capability: as many as fit, and how many there are. */
export function listed(values: readonly string[], most = 12): string {
  const more = values.length - most;
  return `${values.slice(0, most).join(', ')}${more > 0 ? `, … (${String(values.length)})` : ''}`;
}
