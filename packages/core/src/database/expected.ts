import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import { query } from "./index.ts";

const Answer = z.tuple([z.object({ Plan: z.object({ "Plan Rows": z.number() }) })]);

/** How many rows PostgreSQL expects of a query, by its statistics: a guess for the price of a plan, which reads no rows. */
export async function expectedRows(rows: RawBuilder<unknown>): Promise<number> {
  const { rows: plans } = await query((db) =>
    sql<{ "QUERY PLAN": unknown }>`explain (format json) ${rows}`.execute(db),
  );
  return Answer.parse(plans[0]?.["QUERY PLAN"])[0].Plan["Plan Rows"];
}
