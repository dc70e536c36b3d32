import type { ReportResult } from '../report-result.js';

/** What a picture of a report shows, and what is written beneath it. */
export interface ReportChart {
  readonly report: ReportResult;
  /** What was asked, as people read it; see `questionText`. */
  readonly question: string;
  /** The platforms' names by their codes in the API. */
  readonly names: ReadonlyMap<string, string>;
}

/**
 * Colours that people with any colour vision tell apart (Okabe and Ito, 2008), the ones that stand out on white and on
 * black first. Black is left out: it is not to be seen in the dark.
 */
export const PALETTE = ['#0072b2', '#e69f00', '#009e73', '#cc79a7', '#d55e00', '#56b4e9', '#f0e442'] as const;
/** For what is unknown or of no kind of its own. */
export const GREY = '#999999';

/** Colours that a reader in the dark sees changed (see `picture.ts`): each is used for its own purpose alone. */
export const INK = '#1f2328';
export const MUTED = '#59636e';
export const LINES = '#d8dee4';
export const PAPER = '#ffffff';
/** The same in the dark. */
export const DARK: Readonly<Record<string, string>> = {
  [INK]: '#e6edf3',
  [MUTED]: '#9198a1',
  [LINES]: '#3d444d',
  [PAPER]: '#0d1117',
};

/** Beyond colours a reader cannot follow more series than these. */
export const MAX_SERIES = PALETTE.length;

export const NOT_COUNTED = '数えられていない not counted';
