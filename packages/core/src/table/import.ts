import { sql } from "kysely";
import { z } from "zod";
import { record } from "../audit/record.ts";
import { transaction } from "../database/index.ts";
import { Entity } from "../entity/index.ts";
import { Functions } from "../function/index.ts";
import { fn } from "../util/index.ts";
import { Column, ImportReport } from "./schema.ts";

// What the steps of an import call. No policy: the import was allowed when it was asked for.

/** Of table `t`, by the inputs of the import `r`; what code makes has no file that it is of. */
const SOURCE = { file_id: sql<string>`r.inputs->>'fileId'`, options: sql<string>`coalesce(r.inputs->'options', '{}')` };

/** Makes the object the table's newest version. The same object again is the same version. */
export const registerVersion = fn(
  z.object({
    tableID: z.string(),
    runID: z.string(),
    key: z.string(),
    bytes: z.number().int().nonnegative(),
    etag: z.string(),
    rows: z.number().int().nonnegative(),
    columns: z.array(Column),
    report: ImportReport,
  }),
  (input): Promise<{ version: number }> =>
    transaction(async (tx) => {
      // The lock orders two runs that finish at once.
      await tx.selectFrom("table_").select("id").where("id", "=", input.tableID).forUpdate().executeTakeFirstOrThrow();
      const { function_id } = await tx
        .selectFrom("run")
        .select("function_id")
        .where("id", "=", input.runID)
        .executeTakeFirstOrThrow();
      const isImport = function_id === Functions.IMPORT_ID;
      const known = await tx
        .selectFrom("table_version")
        .select("version")
        .where("key", "=", input.key)
        .executeTakeFirst();
      if (known) return known;
      const { next } = await tx
        .selectFrom("table_version")
        .select(sql<number>`coalesce(max(version), 0) + 1`.as("next"))
        .where("table_id", "=", input.tableID)
        .executeTakeFirstOrThrow();
      await tx
        .insertInto("table_version")
        .values({
          table_id: input.tableID,
          version: next,
          run_id: input.runID,
          key: input.key,
          bytes: input.bytes,
          etag: input.etag,
          rows: input.rows,
          columns: JSON.stringify(input.columns),
          report: JSON.stringify(input.report),
        })
        .execute();
      // What the rows come from changes with them: a failed import leaves the table's source as it was.
      await tx
        .updateTable("table_ as t")
        .from("run as r")
        .set({ current_version: next, ...(isImport ? SOURCE : {}) })
        .where("t.id", "=", input.tableID)
        .whereRef("r.id", "=", sql`${input.runID}`)
        .execute();
      await Entity.touch(input.tableID);
      await record({ type: "table.version_added", entityID: input.tableID, parameters: { version: next } });
      return { version: next };
    }),
);

/** The state follows from the run by itself; this brings the table to the top of lists, where its failure is seen. */
export const failImport = fn(z.object({ tableID: z.string() }), ({ tableID }): Promise<void> => Entity.touch(tableID));
