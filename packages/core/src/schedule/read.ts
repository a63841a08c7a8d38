import { sql } from "kysely";
import { Access } from "../access/index.ts";
import { query } from "../database/index.ts";
import { fn } from "../util/index.ts";
import { upcoming } from "./cron.ts";
import type { Overlap } from "./schedule.table.ts";
import { type Info, Query } from "./schema.ts";

const SHOWN = 5;

type Row = {
  id: string;
  project_id: string;
  function_id: string;
  function_name: string;
  name: string;
  cron: string;
  timezone: string;
  inputs: Record<string, unknown>;
  overlap: Overlap;
  run_as: string;
  runner: string;
  created_by: string;
  creator: string;
  created_at: Date;
  updated_at: Date;
  revision: number;
  next_at: Date | null;
  last_at: Date | null;
  last_run_id: string | null;
  last_error: Info["lastError"];
};

const rows = sql`
  select s.*, f.name as function_name, r.name as runner, c.name as creator from schedule s
  join function f on f.id = s.function_id join "user" r on r.id = s.run_as join "user" c on c.id = s.created_by
  join entity e on e.id = s.project_id and e.deleted_at is null`;

/** A schedule of a project that the actor may read. */
export async function get(id: string, { trash = false } = {}): Promise<Info> {
  const found = await query((db) =>
    sql<Row>`${rows} where s.id = ${id} and (s.deleted_at is not null) = ${trash}`.execute(db),
  );
  const row = found.rows[0];
  const privileges = row ? await Access.effective(row.project_id) : 0;
  if (!row || privileges === 0) throw Access.missing(id);
  Access.check(privileges, "read");
  return toInfo(row);
}

/** The schedules of the projects that the actor sees, in the order they were made. */
export const list = fn(
  Query,
  async ({ projectID, functionID, limit, cursor }): Promise<{ items: Info[]; next: string | null }> => {
    if (projectID !== undefined) await Access.require(projectID, "read");
    const { condition } = await Access.visibleEntities();
    const found = await query((db) =>
      sql<Row>`${rows} where ${condition} and s.deleted_at is null
      and (${projectID ?? null}::text is null or s.project_id = ${projectID ?? null})
      and (${functionID ?? null}::text is null or s.function_id = ${functionID ?? null})
      and s.id > coalesce(${cursor ?? null}, '') order by s.id limit ${limit + 1}`.execute(db),
    );
    const items = found.rows.slice(0, limit).map(toInfo);
    return { items, next: found.rows.length > limit ? (items.at(-1)?.id ?? null) : null };
  },
);

const toInfo = (row: Row): Info => ({
  id: row.id,
  projectId: row.project_id,
  function: { id: row.function_id, name: row.function_name },
  name: row.name,
  cron: row.cron,
  timezone: row.timezone,
  inputs: row.inputs,
  overlap: row.overlap,
  enabled: row.next_at !== null,
  runAs: { id: row.run_as, name: row.runner },
  createdBy: { id: row.created_by, name: row.creator },
  createdAt: row.created_at.toISOString(),
  updatedAt: row.updated_at.toISOString(),
  revision: row.revision,
  upcoming: row.next_at === null ? [] : comingTimes(row, row.next_at),
  lastAt: row.last_at?.toISOString() ?? null,
  lastRunId: row.last_run_id,
  lastError: row.last_error,
});

const comingTimes = ({ cron, timezone }: Row, first: Date): string[] =>
  [first, ...upcoming(cron, timezone, SHOWN - 1, first)].map((at) => at.toISOString());
