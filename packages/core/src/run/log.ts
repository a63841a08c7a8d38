import { z } from "zod";
import { Access } from "../access/index.ts";
import { query } from "../database/index.ts";
import { fn } from "../util/index.ts";
import { get } from "./get.ts";
import { LogLevel } from "./schema.ts";

const PAGE = 500;

export const LogEntry = z.object({
  seq: z.number().int(),
  attempt: z.number().int(),
  at: z.iso.datetime(),
  level: LogLevel,
  step: z.string(),
  message: z.string(),
});
export type LogEntry = z.infer<typeof LogEntry>;

/** The lines after `after`, oldest first. `next` is the number to ask for the rest with, or to ask again later with. */
export const logs = fn(
  z.object({ id: z.string(), after: z.number().int().nonnegative().default(0) }),
  async ({ id, after }): Promise<{ items: LogEntry[]; next: number }> => {
    const { privileges } = await get(id);
    if (!privileges.includes("read")) throw Access.denied("read");
    const rows = await query((db) =>
      db
        .selectFrom("run_log")
        .selectAll()
        .where("run_id", "=", id)
        .where("seq", ">", after)
        .orderBy("seq")
        .limit(PAGE)
        .execute(),
    );
    const items = rows.map(({ seq, attempt, at, level, step, message }) => ({
      seq,
      attempt,
      at: at.toISOString(),
      level,
      step,
      message,
    }));
    return { items, next: items.at(-1)?.seq ?? after };
  },
);
