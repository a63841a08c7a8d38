import { sql } from "kysely";
import { z } from "zod";
import { query } from "../database/index.ts";
import { fn } from "../util/index.ts";
import { reader } from "./reader.ts";

const MOST_AT_ONCE = 1_000;

export const Mark = z.strictObject({
  ids: z.array(z.string().max(64)).max(MOST_AT_ONCE).optional(),
  /** False takes it back. */
  read: z.boolean().default(true),
});

/** Marks some as read, or all of them where none are named. Of somebody else's, none. */
export const mark = fn(Mark, async ({ ids, read }): Promise<void> => {
  const userID = reader();
  await query((db) =>
    db
      .updateTable("notification")
      .set({ read_at: read ? sql<Date>`now()` : null })
      .where("user_id", "=", userID)
      .where("in_app", "=", true)
      .where("read_at", read ? "is" : "is not", null)
      .$if(ids !== undefined, (some) => some.where("id", "in", ids?.length ? ids : [""]))
      .execute(),
  );
});
