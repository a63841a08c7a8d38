import { Access } from "../access/index.ts";
import { query, type Row } from "../database/index.ts";

/** The row. No policy. */
export async function find(id: string): Promise<Row<"media">> {
  const row = await query((db) => db.selectFrom("media").selectAll().where("id", "=", id).executeTakeFirst());
  if (!row) throw Access.missing(id);
  return row;
}
