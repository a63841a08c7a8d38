import * as Actor from "../actor/index.ts";
import { query } from "../database/index.ts";
import { AppError } from "../error/index.ts";

/** Does something with the rights that whoever asked for a run has now. */
export async function asRequester<T>(userID: string, run: () => Promise<T>): Promise<T> {
  const row = await query((db) =>
    db
      .selectFrom("user")
      .select("may_execute")
      .where("id", "=", userID)
      .where("deactivated_at", "is", null)
      .executeTakeFirst(),
  );
  if (!row)
    throw new AppError("forbidden", "run.nobody_left", "Whoever asked for this run has no account here any more.");
  return Actor.as({ type: "user", userID, admin: false, mayExecute: row.may_execute }, run);
}
