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

export const Format = z.enum(["csv", "tsv", "ndjson", "json", "parquet", "arrow"]);
export type Format = z.infer<typeof Format>;
export const Encoding = z.enum(["utf-8", "utf-16le", "utf-16be", "windows-1252"]);
export type Encoding = z.infer<typeof Encoding>;
export const Compression = z.enum(["gzip", "zstd"]);
export type Compression = z.infer<typeof Compression>;

const MAX_SKIP = 1_000;
const Delimiter = z.string().regex(/^[^\r\n\0]$/u, "One character, which ends no line");
const Quote = z.string().regex(/^[^\r\n\0]?$/u, "One character or nothing");

/** How the file is written, as far as the person says it; whatever is left out is found out. */
export const ReadOptions = z.strictObject({
  format: Format.optional(),
  encoding: Encoding.optional(),
  delimiter: Delimiter.optional(),
  quote: Quote.optional(),
  header: z.boolean().optional(),
  /** Lines before the header or the first row. */
  skip: z.number().int().min(0).max(MAX_SKIP).optional(),
});
export type ReadOptions = z.infer<typeof ReadOptions>;

export const ImportOptions = ReadOptions.extend({ rejected: z.enum(["refuse", "keep"]).optional() });
export type ImportOptions = z.infer<typeof ImportOptions>;

const RejectedRow = z.object({ line: z.number().int(), text: z.string(), reason: z.string() });

export const ImportReport = z.object({
  format: z.string(),
  encoding: z.string(),
  delimiter: z.string().optional(),
  quote: z.string().optional(),
  header: z.boolean().optional(),
  rows: z.number().int(),
  rejected: z.number().int(),
  rejectedRows: z.array(RejectedRow),
  decisions: z.array(z.object({ column: z.string(), type: z.string(), reason: z.string() })),
});
export type ImportReport = z.infer<typeof ImportReport>;

/** How the beginning of a file reads, before anything is imported. */
export const Preview = z.object({
  format: Format,
  compression: Compression.nullable(),
  encoding: Encoding,
  delimiter: z.string().optional(),
  quote: z.string().optional(),
  header: z.boolean().optional(),
  skip: z.number().int().optional(),
  columns: z.array(z.object({ name: z.string(), type: z.string(), reason: z.string() })),
  rows: z.array(z.array(z.string().nullable())),
  /** The whole file was seen, so types and rejected rows are those of the import. */
  complete: z.boolean(),
  rejected: z.array(RejectedRow),
  notes: z.array(z.string()),
});
export type Preview = z.infer<typeof Preview>;
