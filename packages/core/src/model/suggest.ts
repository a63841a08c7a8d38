import { sql } from "kysely";
import { z } from "zod";
import { Access } from "../access/index.ts";
import { query } from "../database/index.ts";
import { Table } from "../table/index.ts";
import { fn } from "../util/index.ts";
import { fit } from "./fits.ts";
import { type Feature, Metrics, Outcome, Task } from "./schema.ts";

const MAX_SUGGESTED = 50;
/** A model that lacks more of its columns than this share is no suggestion. */
const MAX_MISSING = 0.34;

export const Brief = z.object({
  id: z.string(),
  name: z.string(),
  task: Task,
  method: z.string(),
  outcome: Outcome,
  metrics: Metrics,
  tableId: z.string().nullable(),
  tableVersion: z.number().int(),
  createdAt: z.iso.datetime(),
});
export type Brief = z.infer<typeof Brief>;

export const Suggestion = Brief.extend({
  /** Features the table has no fitting column for; none when the model can be applied as it is. */
  missing: z.array(z.object({ name: z.string(), reason: z.string() })),
});
export type Suggestion = z.infer<typeof Suggestion>;

type Row = {
  id: string;
  name: string;
  task: Task;
  method: string;
  outcome: Outcome;
  features: Feature[];
  metrics: Metrics;
  table_id: string | null;
  table_version: number;
  created_at: Date;
};

const columns = sql`e.id, e.name, m.task, m.method, m.outcome, m.features, m.metrics, m.table_id, m.table_version, e.created_at`;

/** Models whose features are columns of the table, those that lack nothing first. */
export const forTable = fn(z.string(), async (id): Promise<Suggestion[]> => {
  const table = await Table.find(id);
  const keys = table.columns.map(({ name }) => name.toLowerCase());
  const { condition } = await Access.visibleEntities();
  const found = await query((db) =>
    sql<Row>`
      select ${columns} from model m join entity e on e.id = m.id and e.deleted_at is null
      cross join lateral (select count(*) as n from unnest(m.feature_keys) k where k <> all (${keys}::text[])) missing
      where m.feature_keys && ${keys}::text[] and ${condition}
        and missing.n <= cardinality(m.feature_keys) * ${MAX_MISSING}::double precision
      order by missing.n, e.created_at desc limit ${MAX_SUGGESTED}`.execute(db),
  );
  const suggestions = found.rows.map((row) => ({ ...toBrief(row), missing: fit(row.features, table.columns).missing }));
  return suggestions.sort((a, b) => a.missing.length - b.missing.length);
});

/** Others that learned from the same table or predict a column of the same name: what a model is compared with. */
export const others = fn(z.string(), async (id): Promise<Brief[]> => {
  await Access.require(id, "read");
  const { condition } = await Access.visibleEntities();
  const found = await query((db) =>
    sql<Row>`
      with own as (select table_id, outcome_key from model where id = ${id}),
      alike as (
        select m.id from own join model m on m.table_id = own.table_id
        union
        select m.id from own join model m on m.outcome_key = own.outcome_key)
      select ${columns} from alike a join model m on m.id = a.id join entity e on e.id = m.id and e.deleted_at is null
      where m.id <> ${id} and ${condition}
      order by e.created_at desc, e.id limit ${MAX_SUGGESTED}`.execute(db),
  );
  return found.rows.map(toBrief);
});

const toBrief = (row: Row): Brief => ({
  id: row.id,
  name: row.name,
  task: row.task,
  method: row.method,
  outcome: row.outcome,
  metrics: row.metrics,
  tableId: row.table_id,
  tableVersion: row.table_version,
  createdAt: row.created_at.toISOString(),
});
