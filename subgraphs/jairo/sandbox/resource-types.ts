import { type Generation } from './jpcoar-context.js';
import { hash } from '../../../sandbox/world/ids.js';
import type { WorkKind, WorldWork } from '../../../sandbox/world/index.js';

export interface ResourceType {
  readonly label: string;
  readonly uri: string;
}

interface Labels {
  readonly '1.0': string;
  readonly '2.0': string;
  readonly code: string;
  /** The URI's last part in 1.0 where the older vocabulary has no such type. */
  readonly code1?: string;
}

const TYPES: Readonly<Record<WorkKind, readonly Labels[]>> = {
  article: [{ '1.0': 'journal article', '2.0': 'journal article', code: 'c_6501' }],
  // Three types share one URI: the text is the key (fact sheet 3.4).
  bulletin: [{ '1.0': 'departmental bulletin paper', '2.0': 'departmental bulletin paper', code: 'c_6501' }],
  conference: [
    { '1.0': 'conference paper', '2.0': 'conference paper', code: 'c_5794' },
    { '1.0': 'conference object', '2.0': 'conference output', code: 'c_c94f' },
  ],
  thesis: [{ '1.0': 'doctoral thesis', '2.0': 'doctoral thesis', code: 'c_db06' }],
  dataset: [
    { '1.0': 'dataset', '2.0': 'dataset', code: 'c_ddb1' },
    { '1.0': 'dataset', '2.0': 'observational data', code: 'FF4C-28RK', code1: 'c_ddb1' },
    { '1.0': 'dataset', '2.0': 'dataset', code: 'c_ddb1' },
    { '1.0': 'dataset', '2.0': 'simulation data', code: 'W2XT-7017', code1: 'c_ddb1' },
  ],
  report: [{ '1.0': 'research report', '2.0': 'research report', code: 'c_18ws' }],
  book: [{ '1.0': 'book', '2.0': 'book', code: 'c_2f33' }],
  software: [{ '1.0': 'software', '2.0': 'software', code: 'c_5ce6' }],
};

/** The resource type of a work in a generation's vocabulary: what the other one lacks is converted (fact sheet 2.9). */
export function resourceType(work: WorldWork, generation: Generation): ResourceType {
  const choices = TYPES[work.kind];
  const chosen = choices[hash(`${work.key}/type`) % choices.length];
  if (!chosen) throw new Error(`no resource type for ${work.kind}`);
  const code = generation === '1.0' ? (chosen.code1 ?? chosen.code) : chosen.code;
  return { label: chosen[generation], uri: `http://purl.org/coar/resource_type/${code}` };
}
