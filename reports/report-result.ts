import { z } from 'zod';

/** What the files and pictures of a report are made of; `report` of the API answers it. */
export const REPORT_FIELDS = `by
    rows { keys { dimension value label { ja en text } } count platform exact }
    total
    coverage { platform state method pending made message }
    generatedAt`;

const key = z.object({
  dimension: z.string(),
  value: z.string(),
  label: z.object({ ja: z.string().nullable(), en: z.string().nullable(), text: z.string() }),
});

export const reportResult = z.object({
  by: z.array(z.string()),
  rows: z.array(
    z.object({
      keys: z.array(key),
      /** Null: not counted. */
      count: z.number().nullable(),
      platform: z.string(),
      exact: z.boolean(),
    }),
  ),
  total: z.number(),
  coverage: z.array(
    z.object({
      platform: z.string(),
      state: z.string(),
      method: z.string(),
      /** Counts that are being made still, and those that are made. */
      pending: z.number().default(0),
      made: z.number().default(0),
      message: z.string().nullable(),
    }),
  ),
  /** ISO 8601, when the counting began. */
  generatedAt: z.coerce.string(),
});

export type ReportResult = z.infer<typeof reportResult>;
export type ReportResultRow = ReportResult['rows'][number];
export type ReportResultKey = z.infer<typeof key>;
