import { z } from 'zod';
import { parseRate } from '../../upstream/rate-setting.js';
import type { Rate } from '../../upstream/types.js';
import { parseHttpUrl } from '../common/identifiers.js';
import { DEFAULT_MAX_BYTES } from './nasa-ames/limits.js';
import { datasetId } from './record.js';

export interface GedSettings {
  readonly GED_LANDING_URL: string;
  readonly GED_FILES_URL: string;
  /** Dataset ids: 20160901.004. */
  readonly GED_DATASETS: readonly string[];
  /** Most bytes that are read of a data file. */
  readonly GED_MAX_FILE_BYTES: number;
  readonly JALC_URL: string;
  readonly DATACITE_URL: string;
  readonly DOI_URL: string;
  readonly GED_RATE?: Rate | undefined;
}

/** The datasets whose pages the fact sheet confirms (section 2). NIES publishes no list of all of them. */
const KNOWN_DATASETS = [
  '20160901.004', '20170113.002', '20170411.001', '20170616.001', '20180208.001', '20210501.001', '20210827.002', '20220722.001',
  '20220805.001', '20230728.001', '20230830.002', '20230830.003', '20240531.001', '20250418.001', '20260821.004',
].join(','); // prettier-ignore

/** Parsing holds a few times the bytes of a file: a limit beyond this is a slip of the keyboard. */
const MOST_FILE_BYTES = 1_000_000_000;

/** Reads a setting by a function whose errors are written for people. */
function readBy<T>(read: (text: string) => T) {
  return (text: string, context: z.RefinementCtx): T => {
    try {
      return read(text);
    } catch (error) {
      context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : 'cannot be read' });
      return z.NEVER;
    }
  };
}

function readDatasets(text: string): string[] {
  const ids = new Set<string>();
  for (const printed of text.split(',')) {
    if (printed.trim() === '') continue;
    const id = datasetId(printed);
    if (id === null)
      throw new Error(`"${printed.trim().slice(0, 100)}" is no dataset: give DOIs such as 10.17595/20160901.004`);
    ids.add(id);
  }
  return [...ids];
}

/** An address that paths are put behind: a query or fragment in it would swallow them. In the URL parser's form, as links are compared with it. */
function readBase(text: string): string {
  const url = parseHttpUrl(text);
  if (url === null || /[?#]/.test(text)) {
    throw new Error('is no http(s) address without a query, such as https://www.nies.go.jp/doi');
  }
  return url.replace(/\/+$/, '');
}

function readBytes(text: string): number {
  const bytes = /^\d{1,10}$/.test(text) ? Number(text) : NaN;
  if (!(bytes >= 1 && bytes <= MOST_FILE_BYTES)) {
    throw new Error(`is no number of bytes from 1 to ${String(MOST_FILE_BYTES)}, such as ${String(DEFAULT_MAX_BYTES)}`);
  }
  return bytes;
}

const base = (standard: string) => z.string().trim().default(standard).transform(readBy(readBase));

export const gedSettings = z.object({
  GED_LANDING_URL: base('https://www.nies.go.jp/doi'),
  GED_FILES_URL: base('https://db.cger.nies.go.jp/nies_data'),
  GED_DATASETS: z.string().default(KNOWN_DATASETS).transform(readBy(readDatasets)),
  GED_MAX_FILE_BYTES: z.string().trim().default(String(DEFAULT_MAX_BYTES)).transform(readBy(readBytes)),
  JALC_URL: base('https://api.japanlinkcenter.org'),
  DATACITE_URL: base('https://api.datacite.org'),
  DOI_URL: base('https://doi.org'),
  GED_RATE: z.string().transform(readBy(parseRate)).optional(),
});
