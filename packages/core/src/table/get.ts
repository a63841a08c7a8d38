import { sql } from "kysely";
import { z } from "zod";
import { Access } from "../access/index.ts";
import { query } from "../database/index.ts";
import { Entity } from "../entity/index.ts";
import { RunState } from "../run/schema.ts";
import { fn } from "../util/index.ts";
import { Column, ImportReport } from "./schema.ts";
import { tableState } from "./state.ts";

const Version = z.object({
  version: z.number().int(),
  rows: z.number().int(),
  bytes: z.number().int(),
  columns: z.number().int(),
  createdAt: z.iso.datetime(),
  runId: z.string(),
});

export const Info = Entity.Info.extend({
  state: z.enum(["importing", "ready", "failed"]),
  version: z.number().int().nullable(),
  rows: z.number().int().nullable(),
  bytes: z.number().int().nullable(),
  columns: z.array(Column),
  versions: z.array(Version),
  source: z.object({ fileId: z.string(), name: z.string() }).nullable(),
  run: z.object({ id: z.string(), state: RunState }).nullable(),
  report: ImportReport.nullable(),
});
export type Info = z.infer<typeof Info>;

type Row = {
  state: Info["state"];
  current_version: number | null;
  rows: number | null;
  bytes: number | null;
  columns: Column[] | null;
  report: ImportReport | null;
  run_id: string;
  run_state: RunState;
  file_id: string | null;
  file_name: string | null;
};

/** A table with its columns and statistics. What tells of the data (statistics, report) takes the right to read it. */
export const get = fn(z.string(), async (id): Promise<Info> => {
  const entity = await Entity.get(id, "table");
  const found = await query((db) =>
    sql<Row>`
      select ${tableState} as state, t.current_version, v.rows, v.bytes, v.columns, v.report, r.id as run_id, r.state as run_state,
        t.file_id, f.name as file_name
      from table_ t
      join run r on r.id = t.run_id
      left join table_version v on v.table_id = t.id and v.version = t.current_version
      left join entity f on f.id = t.file_id and f.deleted_at is null
      where t.id = ${id}`.execute(db),
  );
  const row = found.rows[0];
  if (!row) throw Access.missing(id);
  const reads = entity.privileges.includes("read");
  const visible = row.file_id !== null && row.file_name !== null && (await Access.effective(row.file_id)) !== 0;
  return {
    ...entity,
    state: row.state,
    version: row.current_version,
    rows: row.rows,
    bytes: row.bytes,
    columns: reads ? (row.columns ?? []) : [],
    versions: await versions(id),
    source: visible && row.file_id && row.file_name ? { fileId: row.file_id, name: row.file_name } : null,
    run: { id: row.run_id, state: row.run_state },
    report: reads ? row.report : null,
  };
});

async function versions(id: string): Promise<Info["versions"]> {
  const rows = await query((db) =>
    db
      .selectFrom("table_version")
      .select([
        "version",
        "rows",
        "bytes",
        "created_at",
        "run_id",
        sql<number>`jsonb_array_length(columns)`.as("columns"),
      ])
      .where("table_id", "=", id)
      .orderBy("version", "desc")
      .limit(1_000)
      .execute(),
  );
  return rows.map(({ created_at, run_id, ...rest }) => ({
    ...rest,
    createdAt: created_at.toISOString(),
    runId: run_id,
  }));
}
