import { sql } from "kysely";
import { z } from "zod";
import { Access } from "../access/index.ts";
import { query } from "../database/index.ts";
import { fn } from "../util/index.ts";
import { columns, type Info, type RunRow, source, toInfo } from "./info.ts";

/** Those of them that the actor sees, newest first. */
export const some = async (ids: readonly string[]): Promise<Info[]> => {
  const found = await query((db) =>
    sql<RunRow>`select ${columns} from ${source()} where r.id = any (${[...ids]}::text[]) order by r.id desc`.execute(
      db,
    ),
  );
  return found.rows.filter(({ privileges }) => Access.has(privileges, "see")).map(toInfo);
};

export const get = fn(z.string(), async (id): Promise<Info> => {
  const found = await query((db) => sql<RunRow>`select ${columns} from ${source()} where r.id = ${id}`.execute(db));
  const row = found.rows[0];
  if (!row || !Access.has(row.privileges, "see")) throw Access.missing(id);
  return toInfo(row);
});
