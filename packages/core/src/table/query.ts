import { z } from "zod";
import { ColumnType } from "./schema.ts";

const MAX_COLUMNS = 1_000;
const MAX_GROUPS = 8;
const MAX_AGGREGATES = 100;
const MAX_BINS = 1_000;
const MAX_LIMIT = 100_000;
const DEFAULT_LIMIT = 1_000;

const Name = z.string().min(1).max(1_000);
/** What a column of the answer is called. */
const Alias = z
  .string()
  .regex(/^[^\p{Cc}]{1,200}$/u, "1 to 200 characters, none of them a control character")
  .optional();

const Bin = z.union([
  z.strictObject({ count: z.number().int().min(1).max(MAX_BINS) }),
  z.strictObject({ width: z.number().positive() }),
  z.strictObject({ unit: z.enum(["year", "month", "day", "hour"]) }),
]);
export type Bin = z.infer<typeof Bin>;

export const GroupKey = z.union([Name, z.strictObject({ column: Name, bin: Bin.optional(), as: Alias })]);
export type GroupKey = z.infer<typeof GroupKey>;

export const Aggregate = z.strictObject({
  op: z.enum(["count", "countDistinct", "sum", "mean", "min", "max", "median", "stddev"]),
  column: Name.optional(),
  as: Alias,
});
export type Aggregate = z.infer<typeof Aggregate>;

/** A question to a table: rows, or groups of them with aggregates. Columns and values are checked against the table. */
export const TableQuery = z.strictObject({
  select: z.array(Name).min(1).max(MAX_COLUMNS).optional(),
  where: z.unknown().optional(),
  groupBy: z.array(GroupKey).max(MAX_GROUPS).optional(),
  aggregates: z.array(Aggregate).max(MAX_AGGREGATES).optional(),
  sort: z.string().max(20_000).optional(),
  limit: z.number().int().min(1).max(MAX_LIMIT).default(DEFAULT_LIMIT),
  version: z.number().int().min(1).optional(),
});
export type TableQuery = z.infer<typeof TableQuery>;

export const TableAnswer = z.object({
  items: z.array(z.record(z.string(), z.unknown())),
  columns: z.array(z.object({ name: z.string(), type: ColumnType })),
  version: z.number().int(),
});
