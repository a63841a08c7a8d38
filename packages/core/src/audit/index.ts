import { sql } from "kysely";
import { query } from "../database/index.ts";

export { access } from "./access.ts";
export * as Audit from "./index.ts";
export { activity, Full, Info, lastChanges, list, Many, Query } from "./read.ts";
export { type EventInput, from, type Origin, record } from "./record.ts";

/** Makes room for the months ahead, long before they begin. */
export async function sweep(): Promise<void> {
  await query((db) => sql`select ensure_event_months()`.execute(db));
}
