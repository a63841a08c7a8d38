import { quoteIdentifier, type Session } from "../duckdb/index.ts";
import { AppError } from "../error/index.ts";
import type { ColumnType } from "../table/schema.ts";
import type { Decision } from "./decide.ts";
import { damagedParquet } from "./probe.ts";

export type ParquetColumn = { name: string; decision: Decision };

const keep = (type: ColumnType, reason: string, to?: string): Decision => ({
  type,
  reason,
  cast: (value) => (to ? `CAST(${value} AS ${to})` : value),
});
const asText = (reason: string): Decision => keep("text", reason, "VARCHAR");

const SIMPLE: Record<string, Decision> = {
  BOOLEAN: keep("bool", "The file says so."),
  TINYINT: keep("int64", "The file has 8-bit integers.", "BIGINT"),
  SMALLINT: keep("int64", "The file has 16-bit integers.", "BIGINT"),
  INTEGER: keep("int64", "The file has 32-bit integers.", "BIGINT"),
  BIGINT: keep("int64", "The file says so."),
  UTINYINT: keep("int64", "The file has unsigned integers.", "BIGINT"),
  USMALLINT: keep("int64", "The file has unsigned integers.", "BIGINT"),
  UINTEGER: keep("int64", "The file has unsigned integers.", "BIGINT"),
  FLOAT: keep("float64", "The file has 32-bit floats; as 64-bit ones they keep their value.", "DOUBLE"),
  DOUBLE: keep("float64", "The file says so."),
  DATE: keep("date", "The file says so."),
  TIME: keep("time", "The file says so."),
  TIMESTAMP: keep("timestamp", "The file says so."),
  TIMESTAMP_S: keep("timestamp", "The file has whole seconds.", "TIMESTAMP"),
  TIMESTAMP_MS: keep("timestamp", "The file has milliseconds.", "TIMESTAMP"),
  "TIMESTAMP WITH TIME ZONE": keep("timestamptz", "The file says so."),
  VARCHAR: keep("text", "The file says so."),
  JSON: asText("JSON is stored as its text."),
  UUID: asText("UUIDs are stored as text."),
  INTERVAL: asText("Intervals are stored as text."),
  "TIME WITH TIME ZONE": asText("Times with a zone are stored as text."),
  BIT: asText("Bit strings are stored as text."),
  BLOB: { type: "text", reason: "Binary values are stored as base64 text.", cast: (value) => `base64(${value})` },
};

/** Integers wider than 64 bits by their values; nanoseconds where microseconds would lose some. */
type Narrowing = { fits: string; fitting: Decision; otherwise: Decision };
const decimal = (precision: number): Decision => ({
  ...keep("decimal", "The integers are larger than 64 bits hold.", `DECIMAL(${precision}, 0)`),
  precision,
  scale: 0,
});
const NARROWED: Record<string, Narrowing> = {
  UBIGINT: {
    fits: "v <= 9223372036854775807",
    fitting: keep("int64", "The file has unsigned integers; all fit.", "BIGINT"),
    otherwise: decimal(20),
  },
  HUGEINT: {
    fits: "TRY_CAST(v AS DECIMAL(38, 0)) IS NOT NULL",
    fitting: decimal(38),
    otherwise: asText("The integers are too long for a number."),
  },
  UHUGEINT: {
    fits: "TRY_CAST(v AS DECIMAL(38, 0)) IS NOT NULL",
    fitting: decimal(38),
    otherwise: asText("The integers are too long for a number."),
  },
  TIMESTAMP_NS: {
    fits: "epoch_ns(v) % 1000 = 0",
    fitting: keep("timestamp", "The file has nanoseconds; none is lost as microseconds.", "TIMESTAMP"),
    otherwise: asText("The times have nanoseconds, which a timestamp would lose."),
  },
};

/** The columns of a relation of Parquet files and what becomes of each; nested ones become JSON text. */
export async function parquetColumns(session: Session, relation: string): Promise<ParquetColumn[]> {
  const described = await describe(session, relation);
  const columns: ParquetColumn[] = [];
  for (const { column_name: name, column_type: type } of described) {
    columns.push({ name, decision: await decisionFor(session, relation, name, type) });
  }
  return columns;
}

async function describe(session: Session, relation: string) {
  try {
    return await session.rows<{ column_name: string; column_type: string }>(`DESCRIBE SELECT * FROM ${relation}`);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw damagedParquet(error);
  }
}

async function decisionFor(session: Session, relation: string, name: string, type: string): Promise<Decision> {
  const simple = SIMPLE[type];
  if (simple) return simple;
  const [, precision, scale] = /^DECIMAL\((\d+),(\d+)\)$/.exec(type) ?? [];
  if (precision && scale)
    return { ...keep("decimal", "The file says so."), precision: Number(precision), scale: Number(scale) };
  if (type.startsWith("ENUM")) return asText("Categories are stored as text.");
  const narrowing = NARROWED[type];
  if (narrowing) {
    const [row] = await session.rows<{ misfits: number }>(
      `SELECT count_if(NOT (${narrowing.fits})) AS misfits FROM (SELECT ${quoteIdentifier(name)} AS v FROM ${relation})`,
    );
    return row?.misfits === 0 ? narrowing.fitting : narrowing.otherwise;
  }
  return {
    type: "text",
    reason: `Nested values (${type.slice(0, 60)}) are stored as JSON text.`,
    cast: (value) => `CAST(to_json(${value}) AS VARCHAR)`,
  };
}
