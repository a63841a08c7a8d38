import { z } from "zod";

export const ColumnType = z.enum([
  "int64",
  "float64",
  "decimal",
  "bool",
  "date",
  "time",
  "timestamp",
  "timestamptz",
  "text",
]);
export type ColumnType = z.infer<typeof ColumnType>;

const Extreme = z.union([z.string(), z.number()]).nullable().optional();

export const ColumnStats = z.object({
  nulls: z.number().int(),
  distinct: z.number().int(),
  distinctApproximate: z.boolean(),
  min: Extreme,
  max: Extreme,
  mean: z.number().optional(),
  stddev: z.number().optional(),
  quartiles: z.array(z.number()).length(3).optional(),
  histogram: z
    .object({ edges: z.array(z.union([z.number(), z.string()])), counts: z.array(z.number().int()) })
    .optional(),
  top: z.array(z.object({ value: z.string(), count: z.number().int() })).optional(),
  minLength: z.number().int().optional(),
  maxLength: z.number().int().optional(),
});
export type ColumnStats = z.infer<typeof ColumnStats>;

export const Column = z.object({
  name: z.string(),
  type: ColumnType,
  precision: z.number().int().optional(),
  scale: z.number().int().optional(),
  source: z.object({ format: z.string().optional(), note: z.string().optional() }).optional(),
  stats: ColumnStats,
});
export type Column = z.infer<typeof Column>;

/** What the person says of the file; whatever is left out is found out. */
export const ImportOptions = z.strictObject({
  format: z.enum(["csv", "tsv", "ndjson", "parquet"]).optional(),
  delimiter: z.string().length(1).optional(),
  quote: z.string().max(1).optional(),
  header: z.boolean().optional(),
  rejected: z.enum(["refuse", "keep"]).optional(),
});
export type ImportOptions = z.infer<typeof ImportOptions>;

export const ImportReport = z.object({
  format: z.string(),
  encoding: z.string(),
  delimiter: z.string().optional(),
  quote: z.string().optional(),
  header: z.boolean().optional(),
  rows: z.number().int(),
  rejected: z.number().int(),
  rejectedRows: z.array(z.object({ line: z.number().int(), text: z.string(), reason: z.string() })),
  decisions: z.array(z.object({ column: z.string(), type: z.string(), reason: z.string() })),
});
export type ImportReport = z.infer<typeof ImportReport>;
