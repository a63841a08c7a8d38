import { Access } from "../access/index.ts";
import * as Actor from "../actor/index.ts";
import { query, type Row } from "../database/index.ts";
import { AppError } from "../error/index.ts";

/** The actor's own upload in a project where they still have the right; anything else is not there. */
export async function own(id: string, privilege: "see" | "create"): Promise<Row<"upload">> {
  const row = await query((db) =>
    db
      .selectFrom("upload")
      .selectAll()
      .where("id", "=", id)
      .where("created_by", "=", Actor.userID())
      .executeTakeFirst(),
  );
  const privileges = row ? await Access.effective(row.project_id) : 0;
  if (!row || privileges === 0) throw Access.missing(id);
  Access.check(privileges, privilege);
  return row;
}

export const ended = (state: string): AppError =>
  new AppError("conflict", `upload.${state}`, `This upload is ${state}. Start a new one.`);
