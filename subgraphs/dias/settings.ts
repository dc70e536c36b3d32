import { z } from 'zod';
import { parseRate } from '../../upstream/rate-setting.js';
import type { Rate } from '../../upstream/types.js';
import { parseHttpUrl } from '../common/identifiers.js';
import { isDatasetId } from './ids.js';

export interface DiasSettings {
  readonly DIAS_DOC_URL: string;
  readonly DIAS_SEARCH_URL: string;
  readonly DIAS_DATASETS: readonly string[];
  /** Off where absent: whether DIAS offers them is not known (fact sheet 0). */
  readonly DIAS_CSW_URL?: string | undefined;
  readonly DIAS_OAI_URL?: string | undefined;
  readonly GEODAB_URL?: string | undefined;
  readonly JALC_URL: string;
  readonly DATACITE_URL: string;
  readonly DOI_URL: string;
  readonly DIAS_RATE?: Rate | undefined;
}

/** The datasets whose pages the fact sheet confirms (sections 1 and 2). DIAS documents no list of all of them. */
const KNOWN_DATASETS = [
  'JRA55', 'JRA3Q', 'JP10', 'APHRO_MA', 'AphroTemp', 'd4PDF_5kmDDS_JP', 'MOVEJPN_MRI_2020', 'GPV', 'DIAS_ODAP',
  'JRA55_JMACPS2_Delta_S14FD', 'APHRO_JP', 'GRENE_ei_CAAM_Thai_Grid_DailyRain_prototype', 'jishin_jhd_212',
].join(','); // prettier-ignore

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
  const ids = text
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
  for (const [index, id] of ids.entries()) {
    if (!isDatasetId(id)) {
      throw new Error(`"${id.slice(0, 100)}" is no dataset id: letters, digits and underscores, such as JRA55`);
    }
    if (ids.indexOf(id) !== index) throw new Error(`"${id}" stands there twice`);
  }
  return ids;
}

/** An address that paths are put behind: a query or fragment in it would swallow them. */
const base = z.string().trim().transform(readBy(readBase));

function readBase(text: string): string {
  if (parseHttpUrl(text) === null || /[?#]/.test(text)) {
    throw new Error('is no http(s) address without a query, such as https://metadata.diasjp.net/dmm/doc');
  }
  return text.replace(/\/+$/, '');
}

/** An address that parameters are added to; it may have some of its own. */
const endpoint = z
  .string()
  .trim()
  .refine((text) => parseHttpUrl(text) !== null && !text.includes('#'), {
    error: 'is no http(s) address, such as https://catalogue.example/csw',
  });

export const diasSettings = z.object({
  DIAS_DOC_URL: base.default('https://metadata.diasjp.net/dmm/doc'),
  DIAS_SEARCH_URL: base.default('https://search.diasjp.net'),
  DIAS_DATASETS: z.string().default(KNOWN_DATASETS).transform(readBy(readDatasets)),
  DIAS_CSW_URL: endpoint.optional(),
  DIAS_OAI_URL: endpoint.optional(),
  GEODAB_URL: base.optional(),
  JALC_URL: base.default('https://api.japanlinkcenter.org'),
  DATACITE_URL: base.default('https://api.datacite.org'),
  DOI_URL: base.default('https://doi.org'),
  DIAS_RATE: z.string().transform(readBy(parseRate)).optional(),
});
